"""Rows whose cells tabs part, as browsers, word processors and spreadsheets copy a table: with bars in their place."""

from __future__ import annotations

import re
from collections import ChainMap
from itertools import accumulate, chain, groupby
from typing import TYPE_CHECKING, Final

from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.thresholds import LEAST_LABELS, MOST_LINES_OF_CELLS
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import Shape, blocks, cache
from govdisclosure.reading.labels import all_keys
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.heading_lines import names_section

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_TAB: Final = "\t"
_TABS: Final = re.compile("\t+")
_BAR: Final = "|"
_QUOTE: Final = '"'
_BETWEEN: Final = f" {_BAR} "


def with_bars_for_tabs(lines: Sequence[str]) -> list[str]:
    """
    Give lines with a bar in place of each tab that parts cells of a row: 规章⇥0⇥⇥3.

    Tabs are blanks in a text with few labels of the form, in a table with bars, and where they only align columns:
    规章⇥⇥⇥0 above 行政规范性文件⇥0. A cell of several lines, which spreadsheets put in quotation marks, stands on the
    first of them. A caption beside rows (第二十条第（五）项) has a bar behind it, since it is of the same table.
    """
    whole = _with_whole_cells(lines)
    tables = [table for table in _tables(whole) if not any(_BAR in whole[place] for place in table)]
    rows = dict(ChainMap(*tables))
    labels = frozenset[str]().union(*map(_labels_of, rows.values()))
    if len(labels) < LEAST_LABELS or not all(_are_even(list(table.values())) for table in tables):
        return list(lines)
    padding = [""] * _tabs_of_cells(rows.values())
    rows |= {place: [whole[place], *padding] for place in _captions_beside(whole, rows)}
    return [_BETWEEN.join(rows[place]) if place in rows else line for place, line in enumerate(whole)]


def _with_whole_cells(lines: Sequence[str]) -> list[str]:
    """Give lines in which no cell goes on below: 自然人⇥"商业 / 企业"⇥总计; what was joined leaves blank lines."""
    whole = list(lines)
    for place, line in enumerate(lines):
        # What was joined with a line above is blank by now.
        if whole[place] is line and _opens_cell(line):
            end = _end_of_cells(lines, place)
            cells = "".join(lines[place:end]).split(_TAB)
            # "放管服"改革 is no cell.
            if len(cells) > 1:
                whole[place:end] = [_TAB.join(map(_unquoted, cells)), *[""] * (end - place - 1)]
    return whole


def _opens_cell(line: str) -> bool:
    return line.startswith(_QUOTE) or f"{_TAB}{_QUOTE}" in line


def _end_of_cells(lines: Sequence[str], place: int) -> int:
    """Tell behind which line all cells have ended that begin on a line; that line alone if some never do."""
    quotes = accumulate(line.count(_QUOTE) for line in lines[place : place + MOST_LINES_OF_CELLS])
    return next((place + count for count, total in enumerate(quotes, 1) if total % 2 == 0), place + 1)


def _unquoted(cell: str) -> str:
    # "商业企业", in which a mark is doubled
    is_quoted = len(cell) > 1 and cell.startswith(_QUOTE) and cell.endswith(_QUOTE)
    return cell[1:-1].replace(_QUOTE * 2, _QUOTE) if is_quoted else cell


def _tables(lines: Sequence[str]) -> Iterator[dict[int, list[str]]]:
    """
    Give the rows below each heading and each caption as cells, with their places.

    Rows have a label of the form, or figures and blanks alone right below. Where lines are broken, words may stand
    between two of them.
    """
    table: dict[int, list[str]] = {}
    is_below_row = False
    for place, line in enumerate(lines):
        cells = line.split(_BAR if _BAR in line else _TAB)
        labels = _labels_of(cells)
        if len(cells) > 1 and (labels or (is_below_row and _holds_figures(cells))):
            table[place] = cells
            is_below_row = True
        elif line.strip():
            is_below_row = False
            if labels or names_section(line.strip()):
                yield table
                table = {}
    yield table


def _captions_beside(lines: Sequence[str], rows: Collection[int]) -> set[int]:
    """Give the places of captions with no other lines between them and rows of a table: 第二十条第（五）项."""
    captions: set[int] = set()
    stated = [place for place, line in enumerate(lines) if line.strip()]
    for is_of_table, run in groupby(stated, lambda place: place in rows or key(lines[place]) in _captions()):
        beside = set(run)
        if is_of_table and not beside.isdisjoint(rows):
            captions |= beside.difference(rows)
    return captions


@cache
def _captions() -> frozenset[str]:
    classes = [cls for cls in chain.from_iterable(TABLES.values()) if cls.shape is Shape.CAPTIONS]
    return frozenset(key(block.declared.caption or "") for block in chain.from_iterable(map(blocks, classes)))


def _tabs_of_cells(rows: Iterable[Sequence[str]]) -> int:
    """Tell how many tabs stand behind each cell."""
    return min(len(tabs) for row in rows for tabs in _TABS.findall(_TAB.join(row)))


def _labels_of(cells: Sequence[str]) -> frozenset[str]:
    # 规(gui)章, but also （二）部分公开（区分处理的，…）
    return all_keys().intersection(chain(map(key, cells), map(header_key, cells)))


def _holds_figures(cells: Sequence[str]) -> bool:
    """Tell whether cells are a label in other words, if any, and figures or blanks: 其他事项⇥3⇥0, ⇥⇥⇥."""
    return all(map(_is_stated_or_blank, cells[1:]))


def _is_stated_or_blank(cell: str) -> bool:
    return is_blank(cell) or is_figure(cell)


def _are_even(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether of some rows those with most figures have as many cells, in all or behind their labels."""
    counts = [sum(map(is_figure, row)) for row in rows]
    full = [row for row, count in zip(rows, counts, strict=True) if count and count == max(counts)]
    return len(set(map(len, full))) <= 1 or len(set(map(_count_behind_label, full))) <= 1


def _count_behind_label(row: Sequence[str]) -> int:
    words = (place for place, cell in enumerate(row) if not _is_stated_or_blank(cell))
    return len(row) - max(words, default=-1)
