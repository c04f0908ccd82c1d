"""An Excel workbook to blocks: our own as they were, others by their rows and borders. Needs no extra."""

from __future__ import annotations

import json
from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field

from govdisclosure.form.blocks import MARK, Block, Grid, GridCell, MetadataBlock, Paragraph, Role, label_of
from govdisclosure.form.figures import is_blank, is_part_of_figure
from govdisclosure.form.wording import problem, wrong_metadata
from govdisclosure.formats._limits import DEFAULT, Limits, beyond
from govdisclosure.formats._package import Package
from govdisclosure.formats.xlsx._areas import letters_of
from govdisclosure.formats.xlsx._form import CHECKS, DAY, DAY_LABEL, FIRST, MARKS, NAMES, WIDTH, Mark
from govdisclosure.formats.xlsx._outside import typed_outside
from govdisclosure.formats.xlsx._sheets import Sheet, Span, hides_sheets, sheets_of
from govdisclosure.formats.xlsx._thresholds import MOST_COLUMNS, MOST_ROWS, PLACES_A_CELL
from govdisclosure.formats.xlsx._xml import number_of
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.form.clock import Clock
    from govdisclosure.model.values import JSON

_CUSTOM: Final = "docProps/custom.xml"
_ROLES: Final = {Mark.TITLE: Role.TITLE, Mark.HEADING: Role.HEADING, Mark.SIGNER: Role.SIGNATURE}
_HIDDEN: Final = Message(
    "只有隐藏的工作表中才有内容的工作簿（请先取消隐藏）",
    "a workbook that shows nothing and hides sheets; show these",
)
_ONE: Final = Span(1, 1)


def read(content: bytes, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read a workbook as blocks: what its cells show, not how they come to it.

    Raises:
        ReadError: If the file is no workbook, is damaged, or is beyond a bound.
    """
    package = Package(content, limits)
    metadata = _metadata(package)
    sheets = list(sheets_of(package, limits, clock or limits.clock()))
    # The form of a report that has nothing has no row to be marked, but the column for it.
    own = [sheet for sheet in sheets if _is_marked(sheet)] or [sheet for sheet in sheets if sheet.is_hidden(MARKS)]
    if metadata is None or not own:
        shown = _shown(sheets, limits)
        if not shown and hides_sheets(package):
            raise problem("UNSUPPORTED", kind=_HIDDEN)
        return shown
    # 核对, a sheet that somebody added
    numbers = {sheet.number for sheet in own}
    others = [sheet for sheet in sheets if sheet.number not in numbers]
    return [metadata, *chain.from_iterable(map(_own, own)), *_shown(others, limits)]


def read_as_shown(content: bytes, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read a workbook by its rows and borders, whoever made it; what says that it is ours loses its metadata.

    Raises:
        ReadError: As ``read`` does.
    """
    return _shown(sheets_of(Package(content, limits), limits, clock or limits.clock()), limits)


def _shown(sheets: Iterable[Sheet], limits: Limits) -> list[Block]:
    return list(chain.from_iterable(_foreign(sheet, limits) for sheet in sheets))


def _metadata(package: Package) -> MetadataBlock | None:
    """Read the metadata from the properties of the document; None where our writer put none there."""
    custom = package.part(_CUSTOM)
    pieces: dict[str, dict[int, str]] = {}
    for member in custom.iter("property") if custom is not None else ():
        label = label_of(member.get("name", ""))
        if label is not None:
            # govdisclosure:其他部分:2; programs that saved the workbook may have sorted them by their names.
            base, _, place = label.partition(":")
            pieces.setdefault(base, {})[number_of(place) or 1] = "".join(member.itertext())
    if MARK not in pieces:
        return None
    values: dict[str, JSON] = {}
    for name in sorted(pieces, key=lambda name: name != MARK):
        texts = [text for _, text in sorted(pieces[name].items())]
        if len(texts) < max(pieces[name]):
            raise wrong_metadata(Message(f"{name} 缺少一段", f"{name} lacks a piece"))
        try:
            values[name] = json.loads("".join(texts))
        except (ValueError, RecursionError) as error:
            raise wrong_metadata(Message(f"{name} 不是JSON", f"{name} holds no JSON")) from error
    return MetadataBlock(values)


def _is_marked(sheet: Sheet) -> bool:
    """Tell whether the rows of a sheet are marked as our writer marks them."""
    return any(row.get(MARKS) in NAMES for row in sheet.rows.values())


@define
class _Beside:
    """
    The paragraphs that stand in no cell of a form, which are asked for from the top to the bottom.

    Args:
        sheet: The sheet, with what is written in its text boxes.
        right: Of a sheet of ours, the first column at the right of the form: what somebody typed there or into the
            column of marks is one of them.
    """

    sheet: Sheet
    right: int | None = None
    _texts: list[tuple[tuple[int, int], str]] = field(init=False)
    _given: int = 0

    def __attrs_post_init__(self) -> None:
        typed = () if self.right is None else typed_outside(self.sheet, self.right)
        self._texts = sorted([*self.sheet.written, *typed], key=itemgetter(0))

    def above(self, row: int) -> Iterator[tuple[Source, str]]:
        """Give those that begin above a row and were not given yet."""
        for (top, left), text in self._texts[self._given :]:
            if top >= row:
                break
            self._given += 1
            yield _place(self.sheet, top, left), text


@define
class _Text:
    """A paragraph of our own, in the pieces of its rows."""

    role: Role | None
    source: Source
    pieces: list[str]


def _own(sheet: Sheet) -> Iterator[Block]:
    """Give the blocks of a sheet that our writer made, and somebody may have filled in."""
    covered = sheet.covered()
    parts: list[_Text | list[int]] = []
    beside = _Beside(sheet, FIRST + WIDTH)
    for row in sorted(sheet.rows.keys() - sheet.hidden_rows):
        last = parts[-1] if parts else None
        mark = _looks_like(sheet, row) if _is_typed_over(sheet, row) else NAMES.get(sheet.text(row, MARKS))
        if isinstance(last, list) and _is_split(sheet, row):
            mark = Mark.ROW
        if mark not in {Mark.ROW, Mark.MORE}:
            parts += [_Text(Role.TEXT, source, [text]) for source, text in beside.above(row)]
        last = parts[-1] if parts else None
        if mark is Mark.ROW and isinstance(last, list):
            last.append(row)
        elif mark in {Mark.TABLE, Mark.ROW}:
            parts.append([row])
        else:
            parts.extend(_texts(sheet, row, mark, last))
    parts += [_Text(Role.TEXT, source, [text]) for source, text in beside.above(MOST_ROWS + 1)]
    for part in parts:
        if isinstance(part, _Text):
            yield Paragraph("".join(part.pieces), part.role, part.source)
        else:
            yield _grid(sheet, part, range(FIRST, FIRST + WIDTH), covered)


def _is_typed_over(sheet: Sheet, row: int) -> bool:
    """Tell whether somebody typed into the column of marks, where a mark may have stood."""
    text = sheet.text(row, MARKS)
    return not is_blank(text) and text not in NAMES


def _looks_like(sheet: Sheet, row: int) -> Mark | None:
    """Give the mark that a row had, as far as it shows; a heading shows by its words."""
    # Tables alone have lines; the day has a cell of its own, and the agency stands above it.
    if any((row, column) in sheet.bordered for column in range(FIRST, FIRST + WIDTH)):
        return Mark.ROW
    if (row, DAY) in sheet.spans:
        return Mark.DAY
    if (row + 1, DAY) in sheet.spans:
        return Mark.SIGNER
    return Mark.TITLE if row == min(sheet.rows) else None


def _is_split(sheet: Sheet, row: int) -> bool:
    """Tell whether a row of the form's columns has figures only, and no label: what is left of those above it."""
    first, *others = (sheet.text(row, column) for column in range(FIRST, FIRST + WIDTH))
    return is_blank(first) and any(others) and all(is_blank(text) or is_part_of_figure(text) for text in others)


def _texts(sheet: Sheet, row: int, mark: Mark | None, last: _Text | list[int] | None) -> Iterator[_Text]:
    """Give the paragraphs of a row outside of the tables, a line of a cell each; or let it go on with the last one."""
    first, *others = (sheet.text(row, column) for column in range(FIRST, FIRST + WIDTH))
    if mark is Mark.DAY:
        yield _Text(Role.SIGNATURE, _place(sheet, row, DAY), [others.pop(DAY - FIRST - 1)])
        first = "" if first == DAY_LABEL else first
    lines = first.split("\n")
    source = _place(sheet, row, FIRST)
    if mark in _ROLES:
        yield _Text(_ROLES[mark], source, lines)
        lines = []
    elif mark is Mark.MORE and isinstance(last, _Text):
        last.pieces.append(lines.pop(0))
    elif len(lines) == 1 and (mark is Mark.EMPTY or (mark is Mark.TEXT and first)):
        yield _Text(Role.TEXT, source, lines)
        lines = []
    # A row that somebody filled in: a line of a cell is a paragraph, as Alt and Enter make them.
    role = None if _is_typed_over(sheet, row) else Role.TEXT
    for line in chain(lines, *(text.split("\n") for text in others)):
        if line.strip():
            yield _Text(role, source, [line])


def _grid(sheet: Sheet, rows: list[int], columns: Iterable[int], covered: set[tuple[int, int]]) -> Grid:
    """Give the grid of some rows; columns in which no cell begins are none."""
    shown = [column for column in columns if not sheet.is_hidden(column)]
    own: dict[int, list[int]] = {}
    for row in rows:
        own[row] = [column for column in shown if (row, column) not in covered]
    begun = set(chain.from_iterable(own.values()))
    # How many columns and rows of the grid there are up to each of the sheet.
    across = dict(zip(shown, accumulate(int(column in begun) for column in shown), strict=True))
    down = {row: place for place, row in enumerate(rows, 1)}

    def cells_of(row: int) -> tuple[GridCell, ...]:
        return tuple(_cell(sheet, row, column, across, down) for column in own[row])

    letters = tuple(letters_of(column) for column in shown if column in begun)
    sources = (evolve(_place(sheet, row, min(begun, default=1)), letters=letters) for row in rows)
    return Grid(tuple(map(cells_of, rows)), sources=tuple(sources))


def _place(sheet: Sheet, row: int, column: int) -> Source:
    return Source(table=sheet.number, row=row, sheet=sheet.name, cell=f"{letters_of(column)}{row}")


def _cell(sheet: Sheet, row: int, column: int, across: dict[int, int], down: dict[int, int]) -> GridCell:
    span = sheet.spans.get((row, column), _ONE)
    below = max((down[each] for each in range(row, row + span.rows) if each in down), default=down[row])
    beside = max(across[each] for each in range(column, column + span.columns) if each in across)
    return GridCell(sheet.text_of_table(row, column), below - down[row] + 1, beside - across[column] + 1)


@define
class _Foreign:
    """
    A sheet that others made, read row by row.

    Args:
        sheet: The sheet.
        columns: The columns in which something stands, and is shown.
        covered: The cells that merged ones cover.
        right: The first column that is none of the form, of a sheet that our writer has marked.
    """

    sheet: Sheet
    columns: list[int]
    covered: set[tuple[int, int]]
    right: int | None = None
    _rows: list[int] = field(factory=list)

    def blocks(self) -> Iterator[Block]:
        """Give its blocks: rows one below the other that are no paragraphs are one grid."""
        previous = 0
        beside = _Beside(self.sheet, self.right)
        for row in sorted(set(self.sheet.rows) - self.sheet.hidden_rows):
            gap = any(between not in self.sheet.hidden_rows for between in range(previous + 1, row))
            kind = self._paragraph(row, () if gap else self._rows[-1:])
            if gap or kind is not None:
                yield from self._table()
            if not self._rows:
                yield from (Paragraph(text, source=source) for source, text in beside.above(row))
            if kind is None:
                self._rows.append(row)
            else:
                column, text = kind
                source = _place(self.sheet, row, column)
                yield from (Paragraph(line, source=source) for line in text.split("\n"))
            previous = row
        yield from self._table()
        yield from (Paragraph(text, source=source) for source, text in beside.above(MOST_ROWS + 1))

    def _table(self) -> Iterator[Grid]:
        if self._rows:
            yield _grid(self.sheet, self._rows, self.columns, self.covered)
        self._rows = []

    def _paragraph(self, row: int, above: Sequence[int]) -> tuple[int, str] | None:
        """
        Give column and text of a row that is none of a table: alone in it, and over its whole width or unlined.

        Args:
            row: The row.
            above: The row of a table right above it, if there is one.
        """
        texts = [(column, self.sheet.text(row, column)) for column in self.columns]
        stated = [(column, text) for column, text in texts if text.strip()]
        # 规章 | 0 | 0 | 5; 行政强制, beside a figure that reaches down from the row above, or beside merged blank cells
        if len(stated) != 1 or self._has_merged(row, beside=stated[0][0]):
            return None
        # 三、收到和处理政府信息公开申请情况, over the whole width; 本机关未收到申请。 in a cell without lines
        column, text = stated[0]
        end = column + self.sheet.spans.get((row, column), _ONE).columns
        # 行政许可 | 8, and below it a second 8, within a table or where none has lines; but 3, the number of a page
        is_within = any(self._is_lined(row) or self._is_lined(row + 1) or not self._is_lined(each) for each in above)
        # 无, over all columns of table IV
        is_aside = column > self.columns[0] or end > column + 1
        if is_within and is_aside and is_part_of_figure(text):
            return None
        whole = column == self.columns[0] and end > self.columns[-1]
        return (column, text) if whole or not self._is_lined(row) else None

    def _has_merged(self, row: int, *, beside: int) -> bool:
        """Tell whether a merged cell begins in a row or reaches down into it, other than the one in a column."""
        own = range(beside, beside + self.sheet.spans.get((row, beside), _ONE).columns)
        others = [(row, column) for column in self.columns if column not in own]
        return any(place in self.sheet.spans or place in self.covered for place in others)

    def _is_lined(self, row: int) -> bool:
        return any((row, each) in self.sheet.bordered for each in self.columns)


def _foreign(sheet: Sheet, limits: Limits) -> Iterator[Block]:
    used = set(chain.from_iterable(sheet.rows.values()))
    right = _right_of_form(sheet) if _is_marked(sheet) else None
    if right is not None:
        used = {column for column in used if MARKS < column < right}
    columns = sorted(column for column in used if not sheet.is_hidden(column))
    if len(columns) * len(sheet.rows) > PLACES_A_CELL * limits.max_cells:
        raise beyond(limits, "max_cells")
    return _Foreign(sheet, columns, sheet.covered(), right).blocks()


def _right_of_form(sheet: Sheet) -> int:
    """Give the column from which on checks stand beside the form, as our writer puts them there."""
    heads = [column for row in sheet.rows.values() for column, text in row.items() if text == CHECKS and column > FIRST]
    return min(heads, default=MOST_COLUMNS)
