"""Rows whose cells stand below each other, as programs print them that keep the layout of a page: with bars between."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve, field, frozen
from wcwidth import wcswidth

from govdisclosure.form.blocks import Grid, own_columns
from govdisclosure.form.figures import is_figure
from govdisclosure.form.grids import BALANCE_NOTE, form_rows
from govdisclosure.form.thresholds import LEAST_LETTERS, LONGEST_TABLE_LINE
from govdisclosure.model.report import TABLE_CLASSES
from govdisclosure.model.structure import Table, cache
from govdisclosure.reading.labels import all_keys, is_part_of_label, table_labels
from govdisclosure.reading.page.bars import BAR
from govdisclosure.reading.tables.layout import width_of
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.numerals import is_page_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.form.blocks import GridCell

# One blank can stand within a cell: 信息 内容
_CELL: Final = re.compile(r"\S+(?: \S+)*")
_BETWEEN: Final = f" {BAR} "
# 规章  　  3, where a blank cell is printed, as a wide blank between others
_BLANK_CELL: Final = re.compile(r"\S +[^\S ]+ ")
# 规章 is as wide as four blanks on a screen, but many programs count two characters.
_MEASURES: Final = (wcswidth, len)
# In place of a tab, programs write blanks up to the next multiple of these.
_TAB_STOPS: Final = (4, 8)


@frozen
class _Cell:
    """
    A text of a line.

    Args:
        text: The text.
        start: Where it begins, in what the measure counts, or in tabs.
        is_moved: Whether but one blank stands before it, as where the cell before it is wider than its column.
    """

    text: str
    start: int = field(eq=False)
    is_moved: bool = False


_Cells: TypeAlias = "Mapping[int, Sequence[_Cell]]"


@frozen
class _Table:
    """
    A table that is laid out as the form is, each cell in its column.

    Args:
        cls: The table of the form.
        rows: The cells of its lines by their columns, by the places of these.
    """

    cls: type[Table]
    rows: Mapping[int, Mapping[int, _Cell]]


def with_bars_for_columns(lines: Sequence[str]) -> list[str]:
    """
    Give lines with a bar before each cell of a table whose cells begin below each other, and one behind the last.

    Blanks say in which column a cell stands only if they do for the whole table: each line is a row of the form, and
    each of its cells begins where the column does that it has on the form. Nobody knows how a program counts them:
    all ways that fit must put the same cells into the same columns.
    """
    # Where blank cells are printed, no column is told by where a cell begins.
    if any(map(_BLANK_CELL.search, lines)):
        return list(lines)
    by_measure = zip(*(_ways(lines, measure) for measure in _MEASURES), strict=True)
    tables = list(filter(None, map(_agreed, map(chain.from_iterable, by_measure))))
    # 规章  3  5, where blank cells can be gone from all rows, so that figures stand in the first columns
    are_kept = any(map(_has_gap, tables))
    barred = list(lines)
    for table in tables if are_kept else ():
        width = 1 + max(chain.from_iterable(table.rows.values()))
        for place, row in table.rows.items():
            texts = (row[column].text if column in row else "" for column in range(width))
            barred[place] = f"{BAR} {_BETWEEN.join(texts)} {BAR}"
    return barred


def _ways(lines: Sequence[str], measure: Callable[[str], int]) -> Iterator[list[_Cells]]:
    """Give each table in all ways to count its blanks: as they are, and as they stand in place of tabs."""
    for table in _tables(lines, measure):
        # 行政规范性文件 and 18 blanks before 4, which stands below the second head, but three tabs behind its label
        tabbed = (_in_tabs(table, stop, measure) for stop in _TAB_STOPS)
        yield [table, *filter(None, tabbed)]


def _tables(lines: Sequence[str], measure: Callable[[str], int]) -> Iterator[_Cells]:
    """Give the cells of the lines of each table, by their places: all between two lines that hold something else."""
    table: dict[int, list[_Cell]] = {}
    for place, line in enumerate(lines):
        # - 4 -
        cells = [] if is_page_number(line) else _cells_of_row(line, measure)
        if cells is None:
            yield table
            table = {}
        elif cells:
            table[place] = cells
    yield table


def _cells_of_row(line: str, measure: Callable[[str], int]) -> list[_Cell] | None:
    """Give the cells of a line that can be a row of a table of the form, or blank; None of any other."""
    if len(line) > LONGEST_TABLE_LINE:
        return None
    cells = list(_cells(line, measure))
    # 4, which can be the number of a page as well as a figure of table IV
    return None if is_figure(line.strip()) or not all(map(_is_of_table, cells)) else cells


def _cells(line: str, measure: Callable[[str], int]) -> Iterator[_Cell]:
    for match in _CELL.finditer(line):
        yield from _parted(_Cell(match[0], measure(line[: match.start()])), measure)


def _parted(cell: _Cell, measure: Callable[[str], int]) -> Iterator[_Cell]:
    """Part two cells, the first so wide that but one blank is left behind it: 本年新公开数量 对外公开总数量."""
    for blank in re.finditer(" ", "" if _is_of_table(cell) else cell.text):
        before, behind = cell.text[: blank.start()], cell.text[blank.end() :]
        middle = cell.start + measure(cell.text[: blank.end()])
        parts = (_Cell(before, cell.start), _Cell(behind, middle, is_moved=True))
        if all(map(_is_of_table, parts)):
            yield from parts
            return
    yield cell


def _is_of_table(cell: _Cell) -> bool:
    """Tell whether a cell is a figure or a label of the form, be it with a remark or cut: 现行有效件."""
    if is_figure(cell.text) or header_key(cell.text) in all_keys():
        return True
    words = key(cell.text)
    return len(words) >= LEAST_LETTERS and is_part_of_label(words)


def _agreed(ways: Iterable[_Cells]) -> _Table | None:
    """Give a table in its columns; None where it has none by any way to count its blanks, or others by another one."""
    fitting = list(filter(None, map(_laid_out, ways)))
    return fitting[0] if fitting and fitting.count(fitting[0]) == len(fitting) else None


def _in_tabs(table: _Cells, stop: int, measure: Callable[[str], int]) -> _Cells | None:
    """Count in tabs where the cells of a table begin; None if one begins at no stop."""
    if any(cell.start % stop for cell in chain.from_iterable(table.values())):
        return None
    return {place: list(_counted_in_tabs(cells, stop, measure)) for place, cells in table.items()}


def _counted_in_tabs(cells: Sequence[_Cell], stop: int, measure: Callable[[str], int]) -> Iterator[_Cell]:
    tabs = end = 0
    for cell in cells:
        tabs += cell.start // stop - end // stop
        end = cell.start + measure(cell.text)
        yield evolve(cell, start=tabs)


def _laid_out(table: _Cells) -> _Table | None:
    """Give a table, of whose lines these are the cells, in its columns; None if it is not laid out as the form is."""
    in_place = [cell for cell in chain.from_iterable(table.values()) if not cell.is_moved]
    starts = sorted({cell.start for cell in in_place})
    # 3 below 12, where figures end below each other: only a head tells where a column begins.
    if not {cell.start for cell in in_place if not is_figure(cell.text)}.issuperset(starts):
        return None
    rows = {place: _by_column(cells, starts) for place, cells in table.items()}
    if any(len(rows[place]) < len(cells) for place, cells in table.items()):
        return None
    for cls in TABLE_CLASSES:
        if len(starts) == width_of(cls) and all(_row_of_form(row, cls) for row in rows.values()):
            return _Table(cls, rows)
    return None


def _by_column(cells: Iterable[_Cell], starts: Sequence[int]) -> dict[int, _Cell]:
    """Give the cells of a line by their columns, which begin at these places."""
    return {bisect_right(starts, cell.start) - 1: cell for cell in cells}


def _has_gap(table: _Table) -> bool:
    """Tell whether a row has a blank cell before a figure."""
    for row in table.rows.values():
        columns = [column for column, cell in (_row_of_form(row, table.cls) or {}).items() if cell.path]
        stated = [column for column in columns if column in row]
        if stated != columns[: len(stated)]:
            return True
    return False


def _row_of_form(row: Mapping[int, _Cell], cls: type[Table]) -> Mapping[int, GridCell] | None:
    """Give the row of the form that a row is; None for one that the form has not."""
    return next((form for form in _rows_of_form(cls) if _is_row(row, form, cls)), None)


@cache
def _rows_of_form(cls: type[Table]) -> tuple[dict[int, GridCell], ...]:
    """Give the cells of each row of the form, by the columns in which they begin."""
    return tuple(dict(own) for own, _ in own_columns(Grid(form_rows(cls))))


def _is_row(row: Mapping[int, _Cell], form: Mapping[int, GridCell], cls: type[Table]) -> bool:
    """Tell whether a row is one of the form: its labels each in its column, figures in columns of figures."""
    labels = {column: cell for column, cell in row.items() if not is_figure(cell.text)}
    expected = {column: cell.text for column, cell in form.items() if not cell.path}
    # Some print the note on the balance on a line of its own, or nowhere.
    if BALANCE_NOTE in expected.values():
        expected = {column: text for column, text in expected.items() if column in labels}
    columns = [column for column, cell in form.items() if cell.path]
    figures = row.keys() - labels.keys()
    if list(labels) != list(expected) or not figures <= set(columns):
        return False
    # Behind a label that is wider than its column and the next one, a figure of either would begin at the same place.
    if any(row[column].is_moved for column in figures.difference(columns[:1])):
        return False
    # 结果维持 | 结果维持 | 其他结果, where one head stands in place of the next
    before = ["", *expected.values()]
    meant = zip(labels.values(), expected.values(), before, strict=False)
    return all(_is_label(cell, texts, cls) for cell, *texts in meant)


def _is_label(cell: _Cell, texts: Iterable[str], cls: type[Table]) -> bool:
    """Tell whether a cell is one of these labels, be it with a remark, cut, or that of a row in another spelling."""
    labels = table_labels(cls)
    match = labels.exact(cell.text)
    for text in texts:
        # 现行有效件
        if header_key(cell.text) == header_key(text) or key(text).startswith(key(cell.text)):
            return True
        # 规范性文件, which is 行政规范性文件
        if match is not None and match.row is not None and match == labels.exact(text):
            return True
    return False
