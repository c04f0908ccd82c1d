"""The sheets of a workbook: the text of their cells, as shown, and which cells are merged."""

from __future__ import annotations

import re
from array import array
from itertools import islice, product
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.stand_ins import PICTURE
from govdisclosure.formats._limits import Limits, beyond
from govdisclosure.formats._package import Package, damaged
from govdisclosure.formats.xlsx._anchors import Sizes
from govdisclosure.formats.xlsx._areas import area_of, column_of
from govdisclosure.formats.xlsx._cells import shown, stored_in
from govdisclosure.formats.xlsx._drawn import covered_by, drawings_of
from govdisclosure.formats.xlsx._formulas import Formulas, is_recomputed
from govdisclosure.formats.xlsx._looks import Style
from govdisclosure.formats.xlsx._numbers import in_brackets
from govdisclosure.formats.xlsx._rules import Rules, both_holding, rules_of
from govdisclosure.formats.xlsx._shared import Shared, shared_by, unescaped
from govdisclosure.formats.xlsx._thresholds import (
    CELLS_A_SHEET,
    DIGIT_HEIGHT,
    DIGIT_ROOM,
    IDEOGRAPH_ROOM,
    INDENT_ROOM,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    LOOKS_A_RUN,
    MARGIN_ROOM,
    MOST_COLUMNS,
    MOST_ROWS,
    USUAL_HEIGHT,
    USUAL_SIZE,
    USUAL_WIDTH,
)
from govdisclosure.formats.xlsx._xml import OFF, ON, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from govdisclosure.form.clock import Clock


WORKBOOK: Final = "xl/workbook.xml"
_PLACE: Final = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_DEFAULT: Final = Style()
_LENGTH: Final = re.compile(r"[0-9]{1,5}(?:\.[0-9]{0,20})?")
_TOO_NARROW: Final = "####"
_TOO_LOW: Final = "行高不足"
# What comes from here on fills the square of its letters.
_IDEOGRAPH: Final = "\u2e80"


@frozen
class Span:
    """A cell over several rows or columns: how many of each."""

    rows: int
    columns: int


_ONE: Final = Span(1, 1)


@define
class Sheet:
    """
    A sheet.

    Args:
        number: Which it is, from 1.
        rows: The text of the cells of each row, by their columns; blank where a cell is only there.
        bordered: The cells that have a line on some side.
        lined: The rows that have such a cell.
        spans: Merged cells, by their first cell.
        hidden_rows: Rows that are not shown.
        hidden_columns: Of each column, whether it is not shown.
        drawn: The cells over which something is drawn.
        written: The paragraphs in what is drawn, each with the row and the column in which it begins.
        rules: What changes the looks of cells.
        shows_noughts: Whether noughts are shown.
        across: The cells in whose middle, and that of blank ones beside them, stands what is in them.
        widths: How wide each column is, in digits of the usual size.
        heights: How high rows are of which that is stated, in points.
        set_rows: Those of them that somebody set, so that they do not follow their letters.
        wide: The figures for which their columns may be too narrow: the width that they need.
        cut: The figures that are higher than their rows.
        flowing: Those of the wide ones that are words, and go on over the cell at their right where that is blank.
        name: What it is called.
        formulas: Its formulas.
    """

    number: int
    rows: dict[int, dict[int, str]] = field(factory=dict)
    bordered: set[tuple[int, int]] = field(factory=set)
    lined: set[int] = field(factory=set)
    spans: dict[tuple[int, int], Span] = field(factory=dict)
    hidden_rows: set[int] = field(factory=set)
    hidden_columns: bytearray = field(factory=lambda: bytearray(MOST_COLUMNS + 1))
    drawn: set[tuple[int, int]] = field(factory=set)
    written: list[tuple[tuple[int, int], str]] = field(factory=list)
    rules: Rules = field(factory=dict)
    shows_noughts: bool = True
    across: set[tuple[int, int]] = field(factory=set)
    widths: array[float] = field(factory=lambda: array("f", [USUAL_WIDTH]) * (MOST_COLUMNS + 1))
    heights: dict[int, float] = field(factory=dict)
    set_rows: set[int] = field(factory=set)
    wide: dict[tuple[int, int], float] = field(factory=dict)
    cut: set[tuple[int, int]] = field(factory=set)
    flowing: set[tuple[int, int]] = field(factory=set)
    name: str = ""
    formulas: Formulas = field(factory=lambda: Formulas(recomputed=False))

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell; nothing for one that is not there."""
        return self.rows.get(row, {}).get(column, "")

    def text_of_table(self, row: int, column: int) -> str:
        """Give the text of a cell of a table: a picture over a figure, or over nothing, is seen in its place."""
        text = self.text(row, column)
        span = self.spans.get((row, column), _ONE)
        places = product(range(row, row + span.rows), range(column, column + span.columns))
        if not self.drawn or self.drawn.isdisjoint(places):
            return text
        in_table = is_blank(text) and self._is_lined(row, column)
        return PICTURE + text if in_table or is_figure(text) else text

    def _is_lined(self, row: int, column: int) -> bool:
        """Tell whether a cell has a line on some side, or no cell of its row has one."""
        return (row, column) in self.bordered or row not in self.lined

    def is_hidden(self, column: int) -> bool:
        """Tell whether a column is not shown."""
        return bool(self.hidden_columns[column])

    def covered(self) -> set[tuple[int, int]]:
        """Give the cells that merged cells cover, but the first of each, within the columns and rows that are there."""
        covered: set[tuple[int, int]] = set()
        for (row, column), span in self.spans.items():
            places = product(range(row, row + span.rows), range(column, column + span.columns))
            covered.update(islice(places, 1, None))
        return covered


def sheets_of(package: Package, limits: Limits, clock: Clock) -> Iterator[Sheet]:
    """
    Give the sheets of a workbook that are shown.

    Raises:
        ReadError: If the workbook is damaged, or beyond a bound.
    """
    root = package.required(WORKBOOK)
    links = package.links(WORKBOOK)
    worksheets = {link.name: link.target for link in links if link.kind == "worksheet"}
    workbook = shared_by(package, limits, root, links)
    recomputed = is_recomputed(root)
    known: set[str] = set()
    for number, sheet in clock.between(enumerate(root.iter("sheet"), 1)):
        name = worksheets.get(sheet.get("id", ""))
        if sheet.get("state", "visible") == "visible" and name is not None:
            # <sheet name="甲" r:id="rId1"/><sheet name="乙" r:id="rId1"/>
            if name in known:
                raise damaged(WORKBOOK)
            known.add(name)
            workbook.take(CELLS_A_SHEET)
            formulas = Formulas(recomputed)
            yield _read_sheet(workbook, Sheet(number, name=sheet.get("name", ""), formulas=formulas), name, clock)


def hides_sheets(package: Package) -> bool:
    """Tell whether a workbook has sheets that are not shown."""
    root = package.required(WORKBOOK)
    return any(sheet.get("state", "visible") != "visible" for sheet in root.iter("sheet"))


def _read_sheet(workbook: Shared, sheet: Sheet, name: str, clock: Clock) -> Sheet:
    root = workbook.package.required(name)
    _measure(sheet, root)
    rows = list(_numbered(root, name))
    sheet.rules = rules_of(workbook, root, (number for number, _ in rows))
    # <sheetView showZeros="0" showFormulas="1">
    views = list(root.iter("sheetView"))
    sheet.shows_noughts = all(view.get("showZeros") not in OFF for view in views)
    sheet.formulas.themselves = any(view.get("showFormulas") in ON for view in views)
    known: set[tuple[int, int]] = set()
    for number, row in clock.between(rows):
        _heighten(sheet, number, row)
        for column, cell in _placed(row, number, known, name):
            _read_cell(workbook, sheet, (number, column), cell, name)
        if len(sheet.rows) > workbook.limits.max_lines:
            raise beyond(workbook.limits, "max_lines")
    last = max(sheet.rows, default=0), max(map(max, sheet.rows.values()), default=0)
    for merged in root.iter("mergeCell"):
        _merge(workbook, sheet, merged.get("ref", ""), name, last)
    _cut_off(sheet)
    _uncover(sheet)
    _centre(sheet)
    _draw(workbook, sheet, name, root, last)
    return sheet


def _draw(workbook: Shared, sheet: Sheet, name: str, root: Element, last: tuple[int, int]) -> None:
    """Tell which cells something is drawn over, up to the last ones, and what is written in it."""
    usual = root.find("sheetFormatPr")
    height = None if usual is None else _length(usual.get("defaultRowHeight"))
    sizes = Sizes(sheet.widths, sheet.heights, USUAL_HEIGHT if height is None else height, last)
    drawings = list(drawings_of(workbook, name, root))
    sheet.drawn = covered_by(workbook, drawings, sizes)
    for drawing in drawings:
        area = sizes.under(drawing)
        for text in map(unescaped, drawing.texts):
            # Each is a line of its own.
            workbook.take_text(f"{text}\n")
            sheet.written += [((area.top, area.left), line) for line in text.split("\n") if line.strip()]
    sheet.written.sort(key=itemgetter(0))


def _measure(sheet: Sheet, root: Element) -> None:
    """Tell how wide the columns are, and which are not shown."""
    usual = root.find("sheetFormatPr")
    width = None if usual is None else _length(usual.get("defaultColWidth"))
    if width is not None:
        sheet.widths = array("f", [width]) * (MOST_COLUMNS + 1)
    for place, columns in enumerate(root.iter("col")):
        left, right = (min(number_of(columns.get(end)), MOST_COLUMNS) for end in ("min", "max"))
        if left > right:
            continue
        count, width = right + 1 - left, _length(columns.get("width"))
        if columns.get("hidden") in ON or _is_below(LEAST_WIDTH, columns.get("width")):
            width = 0.0
            sheet.hidden_columns[left : right + 1] = b"\1" * count
        # More than a sheet has columns overlap each other, which no program writes.
        if width is not None and place < MOST_COLUMNS:
            sheet.widths[left : right + 1] = array("f", [width]) * count


def _heighten(sheet: Sheet, number: int, row: Element) -> None:
    """Tell how high a row is, and whether it is shown; one without a height of its own is as high as its letters."""
    height, is_own = _length(row.get("ht")), row.get("customHeight") in ON
    if row.get("hidden") in ON or (is_own and height is not None and height < LEAST_HEIGHT):
        sheet.hidden_rows.add(number)
        height = 0.0
    if height is not None:
        sheet.heights[number] = height
        if is_own:
            sheet.set_rows.add(number)


def _length(stated: str | None) -> float | None:
    """Give a width or a height that a sheet states; None for what is none."""
    return float(stated) if stated is not None and _LENGTH.fullmatch(stated) else None


def _cut_off(sheet: Sheet) -> None:
    """Mark the figures for which there is no room: Excel shows #### for a number, and a part of words or letters."""
    for (row, column), needed in sheet.wide.items():
        span = sheet.spans.get((row, column))
        is_over_blank = span is None and (row, column) in sheet.flowing and not sheet.text(row, column + 1)
        if sum(sheet.widths[column : column + (span.columns if span else 1)]) < needed and not is_over_blank:
            sheet.rows[row][column] = in_brackets(sheet.rows[row][column], _TOO_NARROW)
    for row, column in sheet.cut:
        if sheet.spans.get((row, column), _ONE).rows == 1 and is_figure(sheet.rows[row][column]):
            sheet.rows[row][column] = in_brackets(sheet.rows[row][column], _TOO_LOW)


def _numbered(root: Element, part: str) -> Iterator[tuple[int, Element]]:
    """
    Give the rows with their numbers; one without, as some programs write it, is the next one.

    Raises:
        ReadError: If one is behind the last row of a sheet.
    """
    number = 0
    for row in root.iter("row"):
        number = number_of(row.get("r")) or number + 1
        if number > MOST_ROWS:
            raise damaged(part)
        yield number, row


def _is_below(least: float, stated: str | None) -> bool:
    """Tell whether a width or a height is so little that nothing is seen."""
    length = _length(stated)
    return length is not None and length < least


def _placed(row: Element, number: int, known: set[tuple[int, int]], part: str) -> Iterator[tuple[int, Element]]:
    """
    Give the cells of a row with their columns; one without, as some programs write it, is in the next one.

    Args:
        row: The row.
        number: Its number.
        known: The places of the cells before, to which these are added.
        part: The part that is read.

    Raises:
        ReadError: If one names another row, no place that a sheet has, or one that another cell has.
    """
    column = 0
    for cell in row.iter("c"):
        place = cell.get("r")
        matched = None if place is None else _PLACE.fullmatch(place)
        if place is not None and (matched is None or int(matched[2]) != number):
            raise damaged(part)
        column = column + 1 if matched is None else column_of(matched[1])
        # <c r="XFD1"/><c/>, <c r="B2"><v>1</v></c><c r="B2"><v>2</v></c>
        if column > MOST_COLUMNS or (number, column) in known:
            raise damaged(part)
        known.add((number, column))
        yield column, cell


def _read_cell(workbook: Shared, sheet: Sheet, place: tuple[int, int], cell: Element, part: str) -> None:
    workbook.take(1)
    row, column = place
    index = number_of(cell.get("s"))
    style = workbook.styles[index] if index < len(workbook.styles) else _DEFAULT
    stored = sheet.formulas.settled(workbook, place, cell, stored_in(workbook, cell, part))
    rules = sheet.rules.get(row, ())
    workbook.take_looks(len(rules))
    rules = [rule for rule in rules if rule.may_hold(column, stored.number)]
    rules += both_holding(workbook, rules)
    # Many cells may share one string of many runs, each of which is looked at for each rule.
    workbook.take_looks(LOOKS_A_RUN * len(stored.words.runs) * (1 + len(rules)))
    text = shown(workbook, stored, style, rules, noughts=sheet.shows_noughts)
    workbook.take_text(text)
    if text or style.bordered:
        sheet.rows.setdefault(row, {})[column] = text
    # 12345 in a column that has room for one digit
    if not style.fitted and not style.across and is_figure(text):
        needed = _needed(text, style, workbook.usual_size)
        if sheet.widths[column] < needed:
            sheet.wide[place] = needed
            if style.flowing and not stored.number:
                sheet.flowing.add(place)
    if (
        row in sheet.set_rows
        and sheet.heights[row] < DIGIT_HEIGHT * (style.font.size or USUAL_SIZE)
        and is_figure(text)
    ):
        sheet.cut.add(place)
    if style.bordered:
        sheet.bordered.add(place)
        sheet.lined.add(row)
    if style.across:
        sheet.across.add(place)


def _needed(text: str, style: Style, usual_size: float) -> float:
    """Give the width that a column must have to show a figure, in digits of the usual font."""
    digits = sum(map(str.isdigit, text)) * DIGIT_ROOM
    # 12件, of the format 0"件"
    words = sum(map(_IDEOGRAPH.__le__, text)) * IDEOGRAPH_ROOM * DIGIT_ROOM
    letters = (digits + words) * (style.font.size or USUAL_SIZE) / usual_size
    return letters + MARGIN_ROOM + style.indent * INDENT_ROOM


def _merge(workbook: Shared, sheet: Sheet, reference: str, part: str, last: tuple[int, int]) -> None:
    """Keep a merged cell, as far as there are cells: up to the last row and column."""
    area = area_of(reference)
    if area is None:
        raise damaged(part)
    span = Span(min(area.bottom, last[0]) - area.top + 1, min(area.right, last[1]) - area.left + 1)
    if span.rows > 0 and span.columns > 0:
        workbook.take(span.rows * span.columns)
        sheet.spans[area.top, area.left] = span


def _uncover(sheet: Sheet) -> None:
    """Let merged cells begin in their first row and column that are shown: there their text stands."""
    for (row, column), span in list(sheet.spans.items()):
        below, beside = row + span.rows, column + span.columns
        top = next((each for each in range(row, below) if each not in sheet.hidden_rows), row)
        left = next((each for each in range(column, beside) if not sheet.is_hidden(each)), column)
        if (top, left) != (row, column):
            del sheet.spans[row, column]
            sheet.spans[top, left] = Span(below - top, beside - left)
            text = sheet.rows.get(row, {}).pop(column, "")
            sheet.rows.setdefault(top, {})[left] = text


def _centre(sheet: Sheet) -> None:
    """Take what stands in the middle of several cells, of which the others are blank, for one over all of them."""
    for row, column in sorted(sheet.across):
        end = column + 1
        while sheet.text(row, column) and (row, end) in sheet.across and not sheet.text(row, end):
            end += 1
        if end > column + 1 and (row, column) not in sheet.spans:
            sheet.spans[row, column] = Span(1, end - column)
