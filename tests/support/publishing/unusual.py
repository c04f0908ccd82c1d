"""Tables as few print them: numbers of labels in their own cells, blank columns between, spans filled, page heads."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from support.publishing.sheets import Cell, Sheet
from support.publishing.slips import with_row
from support.publishing.text import Line, paths_of, stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from support.publishing.text import Printer

_REQUESTS: Final = "requests"
_NUMBERED: Final = re.compile("([1-9１-９][.．、])(.+)", re.DOTALL)
_WORDS: Final = re.compile("[㐀-鿿]")
_BLANK: Final = " |\u00a0\u3000"
_LAST_LABEL: Final = 2
"""The column of the innermost labels of table III."""
_CHANNELS: Final = (("申请渠道", "数量"), ("当面申请", "1"), ("网络申请", "2"), ("信函申请", "0"), ("其他", "4"))
_PAGE_HEADS: Final = (
    ("2023/1/20 10:05", "示例市2022年政府信息公开工作年度报告-示例市人民政府"),
    ("http://www.example.com/art/2023/1/20/art_1_2.html 2/5",),
    ("示例市人民政府", "第 3 页 共 9 页"),
    ("- 3 -", "\f"),
    ("3 / 9",),
)


def numbers_apart(sheet: Sheet, rng: Random) -> Sheet:
    """Print the numbers of the innermost labels of table III in a column of their own: ``1. | 属于国家秘密``."""
    del rng
    if sheet.section != _REQUESTS:
        return sheet
    rows = []
    for row, columns in zip(sheet.rows, sheet.columns(), strict=True):
        cells: list[Cell] = []
        for cell, column in zip(row, columns, strict=True):
            covers = column <= _LAST_LABEL < column + cell.columns
            numbered = _NUMBERED.fullmatch(cell.text) if covers and cell.columns == 1 else None
            if numbered:
                cells += [Cell(numbered[1]), evolve(cell, text=numbered[2])]
            else:
                cells.append(evolve(cell, columns=cell.columns + 1) if covers else cell)
        rows.append(tuple(cells))
    return evolve(sheet, rows=tuple(rows))


def with_spacers(sheet: Sheet, rng: Random) -> Sheet:
    """Print a blank column behind each column, as worksheets have them that were laid out by hand."""
    del rng
    rows = (
        tuple(each for cell in row for each in (evolve(cell, columns=2 * cell.columns - 1), Cell("", cell.rows)))
        for row in sheet.rows
    )
    return evolve(sheet, rows=tuple(rows))


def with_spans_filled(sheet: Sheet, rng: Random) -> Sheet:
    """Print in each cell that a span covers what stands in the span, as programs do that know no spans."""
    del rng
    grid = [[Cell("") for _ in range(sheet.width)] for _ in sheet.rows]
    for number, (row, columns) in enumerate(zip(sheet.rows, sheet.columns(), strict=True)):
        for cell, first in zip(row, columns, strict=True):
            for line in grid[number : number + cell.rows]:
                for column in range(first, first + cell.columns):
                    own = column == first or not cell.is_figure
                    line[column] = Cell(cell.text, path=cell.path if own else "")
    return evolve(sheet, rows=tuple(map(tuple, grid)))


def filled_figures(sheet: Sheet) -> Iterator[str]:
    """Give the paths of the figures that span columns."""
    yield from (cell.path for row in sheet.rows for cell in row if cell.path and cell.columns > 1)


def with_subtotals(sheet: Sheet, rng: Random) -> Sheet:
    """Put a row with the sums of its figures into a group of rows of table III."""
    if sheet.section != _REQUESTS:
        return sheet
    groups = _groups(sheet)
    place = rng.choice(groups) if groups else None
    if place is None:
        return sheet
    count = next(cell.rows for cell in sheet.rows[place] if 1 < cell.rows < len(sheet.rows) / 2)
    rows = [[cell for cell in row if cell.is_figure] for row in sheet.rows[place : place + count]]
    sums = [str(sum(map(_counted, column))) for column in zip(*rows, strict=True)]
    label = Cell(rng.choice(("小计", "合计", "小 计")))
    return with_row(sheet, place + count - 1, (label, *(Cell(text, path="") for text in sums)))


def with_group_figures(sheet: Sheet, rng: Random) -> Sheet:
    """Print the sums of each group of table III beside the label of the group, on a row above those of the group."""
    del rng
    if sheet.section != _REQUESTS:
        return sheet
    for place in reversed(_groups(sheet)):
        group, *first = sheet.rows[place]
        members = [tuple(first), *sheet.rows[place + 1 : place + group.rows]]
        columns = zip(*([cell for cell in row if cell.is_figure] for row in members), strict=True)
        sums = (Cell(str(sum(map(_counted, column))), path="") for column in columns)
        widened = (
            tuple(cell if cell.is_figure else evolve(cell, columns=group.columns + cell.columns) for cell in row)
            for row in members
        )
        own = (evolve(group, rows=1, columns=2 * group.columns), *sums)
        above = (tuple(_longer(cell, number, place) for cell in row) for number, row in enumerate(sheet.rows[:place]))
        sheet = evolve(sheet, rows=(*above, own, *widened, *sheet.rows[place + group.rows :]))
    return sheet


def _groups(sheet: Sheet) -> list[int]:
    """Give the places of the rows of table III in which a group of numbered rows begins."""
    return [number for number, row in enumerate(sheet.rows) if row[0].rows > 1 and _NUMBERED.match(_inner(row).text)]


def _longer(cell: Cell, number: int, place: int) -> Cell:
    """Let a label that reaches over a place reach over one row more."""
    return evolve(cell, rows=cell.rows + 1) if number + cell.rows > place else cell


def figures_beside(sheet: Sheet) -> Iterator[str]:
    """Give the figures that have no cell in the form."""
    yield from (cell.text for row in sheet.rows for cell in row if cell.path == "" and _counted(cell))


def _counted(cell: Cell) -> int:
    """Give the figure of a cell, however it is spelled: ``１，２３４件``; nought if it has none."""
    digits = "".join(filter(str.isdigit, unicodedata.normalize("NFKC", cell.text)))
    return int(digits or 0)


def _inner(row: tuple[Cell, ...]) -> Cell:
    return [cell for cell in row if not cell.is_figure][-1]


def with_column_behind(sheet: Sheet, rng: Random) -> Sheet:
    """Print a column behind table III that the form has not, with its head."""
    if sheet.section != _REQUESTS:
        return sheet
    head, text = rng.choice((("备注", ""), ("备注", "已办结"), ("占比", "50%"), ("说明", "")))
    first = next(number for number, row in enumerate(sheet.rows) if row[-1].is_figure)
    rows = [(*row, Cell(text)) if row[-1].is_figure else row for row in sheet.rows]
    rows[0] = (*rows[0], Cell(head, rows=first))
    return evolve(sheet, rows=tuple(rows))


def two_lines(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print the labels of a row on one line, its figures on the next."""
    del rng
    for row in sheet.rows:
        for figures in (False, True):
            cells = [cell for cell in stated(row) if cell.is_figure is figures]
            yield from [Line(" ".join(cell.text.replace("\n", "") for cell in cells), paths_of(cells))] if cells else []


def centred(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print the text of a page on which labels that reach over rows stand in the middle of them."""
    kind = rng.choice(("beside", "line", "halves", "characters"))
    labels: dict[int, list[str]] = {}
    for number, row in enumerate(sheet.rows):
        for cell in row:
            if cell.rows > 1 and row[-1].is_figure:
                labels.setdefault(number + cell.rows // 2, []).append(cell.text)
    for number, row in enumerate(sheet.rows):
        over = labels.get(number, [])
        cells = [cell for cell in stated(row) if cell.rows == 1 or not row[-1].is_figure]
        yield from (Line(piece) for label in over if kind != "beside" for piece in _pieces(label, kind))
        beside = over if kind == "beside" else []
        yield Line(" ".join([*beside, *(cell.text.replace("\n", "") for cell in cells)]), paths_of(cells))


def _pieces(label: str, kind: str) -> list[str]:
    if kind == "characters":
        return list(label)
    return [label[:3], label[3:]] if kind == "halves" else [label]


def in_box(printer: Printer, bar: str) -> Printer:
    """Print with other bars: ``│规章│2│1│9│``."""

    def print_box(sheet: Sheet, rng: Random) -> Iterator[Line]:
        for line in printer(sheet, rng):
            yield evolve(line, text=line.text.replace("|", bar))

    return print_box


def with_page_heads(printer: Printer) -> Printer:
    """Print what stands at the edges of printed pages between two rows of a table."""

    def print_pages(sheet: Sheet, rng: Random) -> Iterator[Line]:
        lines = list(printer(sheet, rng))
        between = [place for place, pair in enumerate(pairwise(lines), 1) if _begins_row(*pair)]
        place = rng.choice(between) if between else 0
        yield from (*lines[:place], *map(Line, rng.choice(_PAGE_HEADS)), *lines[place:])

    return print_pages


def _begins_row(above: Line, line: Line) -> bool:
    """Tell whether a row with a label begins with a line, behind one with figures."""
    return bool(above.paths) and len(line.paths) != 1 and _WORDS.search(line.text) is not None


def with_rules_between(printer: Printer) -> Printer:
    """Print a line of strokes above and below each row: ``+---+---+``."""

    def print_ruled(sheet: Sheet, rng: Random) -> Iterator[Line]:
        stroke = rng.choice(("+" + "---+" * sheet.width, "|" + "---|" * sheet.width, "-" * 40, "├" + "───┤" * 4))
        for line in printer(sheet, rng):
            yield from (Line(stroke), line)
        yield Line(stroke)

    return print_ruled


def with_channels(printer: Printer) -> Printer:
    """Print a small table on the ways that applications came in before or behind table III."""

    def print_channels(sheet: Sheet, rng: Random) -> Iterator[Line]:
        other = Sheet(sheet.section, tuple((Cell(name), Cell(count)) for name, count in _CHANNELS))
        tables = [sheet, other] if rng.random() < 1 / 2 else [other, sheet]
        for each in tables if sheet.section == _REQUESTS else [sheet]:
            yield from printer(each, rng)

    return print_channels


def squeezed(lines: list[Line]) -> tuple[list[Line], frozenset[str]]:
    """Drop every line that is equal to the one above it; give the rest, and the paths of the figures that are gone."""
    left: list[Line] = []
    gone: set[str] = set()
    for line in lines:
        if left and line.text and line.text == left[-1].text:
            gone.update(line.paths if line.text.strip(_BLANK) else ())
        else:
            left.append(line)
    return left, frozenset(gone)
