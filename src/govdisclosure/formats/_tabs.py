"""Rows whose cells tabs part, as browsers, word processors and spreadsheets copy a table: with bars in their place."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, chain, groupby
from typing import TYPE_CHECKING, Final

from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.grids import CONTENT, form_rows
from govdisclosure.form.thresholds import LEAST_LABELS, MOST_LINES_OF_CELLS, MOST_TABS_OF_A_CELL, RAREST_ODD_ROW
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import cache
from govdisclosure.reading.labels import all_keys
from govdisclosure.reading.page.bars import BAR
from govdisclosure.vocabulary.fold import header_key, key, without_pinyin
from govdisclosure.vocabulary.heading_lines import names_section

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

_TAB: Final = "\t"
_TABS: Final = re.compile("\t+")
_QUOTE: Final = '"'
_BETWEEN: Final = f" {BAR} "


def with_bars_for_tabs(lines: Sequence[str]) -> list[str]:
    """
    Give lines with a bar in place of each tab that parts cells of a row: 规章⇥0⇥⇥3.

    Tabs are blanks in a text with few labels of the form, and in a section with bars or where they only align columns:
    规章⇥⇥⇥0 above 行政规范性文件⇥0. A cell of several lines, which spreadsheets put in quotation marks, stands on the
    first of them. A caption beside rows (第二十条第（五）项) has a bar behind it, since it is of the same table.
    """
    whole = _with_whole_cells(lines)
    tables = chain.from_iterable(_with_cells(list(_sections(whole))))
    rows = dict(chain.from_iterable(table.items() for table in tables))
    labels = frozenset[str]().union(*map(_labels_of, rows.values()))
    if len(labels) < LEAST_LABELS:
        return list(lines)
    padding = [""] * min(_tabs_of_cells(rows.values()), MOST_TABS_OF_A_CELL)
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


def _sections(lines: Sequence[str]) -> Iterator[list[dict[int, list[str]]]]:
    """
    Give the rows of each section that has no bars as cells, with their places, those below each caption apart.

    Rows have a label of the form, or figures and blanks alone right below. Where lines are broken, words may stand
    between two of them.
    """
    section: list[dict[int, list[str]]] = [{}]
    is_below_row = has_bars = False
    for place, line in enumerate(lines):
        cells = line.split(BAR if BAR in line else _TAB)
        labels = _labels_of(cells)
        if len(cells) > 1 and (labels or (is_below_row and _holds_figures(cells))):
            has_bars = has_bars or BAR in line
            section[-1][place] = cells
            is_below_row = True
        elif names_section(without_pinyin(line)):
            yield from () if has_bars else (section,)
            section = [{}]
            is_below_row = has_bars = False
        elif line.strip():
            section += [{}] if labels else []
            is_below_row = False
    yield from () if has_bars else (section,)


def _captions_beside(lines: Sequence[str], rows: Collection[int]) -> set[int]:
    """Give the places of captions with no other lines between them and rows of a table: 第二十条第（五）项."""
    captions: set[int] = set()
    stated = [place for place, line in enumerate(lines) if line.strip()]
    for is_of_table, run in groupby(stated, lambda place: place in rows or _key(lines[place]) in _captions()):
        beside = set(run)
        if is_of_table and not beside.isdisjoint(rows):
            captions |= beside.difference(rows)
    return captions


@cache
def _captions() -> frozenset[str]:
    """Give the keys of what stands over all columns of a table."""
    rows = chain.from_iterable(map(form_rows, chain.from_iterable(TABLES.values())))
    return frozenset(key(row[0].text) for row in rows if len(row) == 1)


def _tabs_of_cells(rows: Iterable[Sequence[str]]) -> int:
    """Tell how many tabs stand behind each cell."""
    return min(len(tabs) for row in rows for tabs in _TABS.findall(_TAB.join(row)))


def _labels_of(cells: Sequence[str]) -> frozenset[str]:
    # 第二十条第（五）项(xiang), 行政许可（件）
    return all_keys().intersection(chain(map(_key, cells), map(header_key, cells)))


def _key(cell: str) -> str:
    return key(without_pinyin(cell))


def _holds_figures(cells: Sequence[str]) -> bool:
    """Tell whether cells are a label in other words, if any, and figures or blanks: 其他事项⇥3⇥0, ⇥⇥⇥."""
    return all(map(_is_stated_or_blank, cells[1:]))


def _is_stated_or_blank(cell: str) -> bool:
    return is_blank(cell) or is_figure(cell)


def _with_cells(sections: Sequence[list[dict[int, list[str]]]]) -> list[list[dict[int, list[str]]]]:
    """Give the sections whose rows have cells, without odd rows; beside others, tables of few rows tell too little."""
    even = [section for section in sections if all(map(_are_cells, section))]
    least = 0 if len(even) == len(sections) else RAREST_ODD_ROW
    return [list(map(_without_odd_rows, section)) for section in even if _most_rows_that_tell(section) >= least]


def _are_cells(table: Mapping[int, list[str]]) -> bool:
    """
    Tell whether tabs part cells: then nearly all rows have as many.

    Where tabs only align columns, more of them stand behind a short label.
    """
    return len(_odd_rows(table)) * RAREST_ODD_ROW <= len(_rows_that_tell(table))


def _most_rows_that_tell(section: Iterable[Mapping[int, list[str]]]) -> int:
    return max(map(len, map(_rows_that_tell, section)))


def _rows_that_tell(table: Mapping[int, list[str]]) -> dict[int, list[str]]:
    """Give the rows with figures, and the heads of table II, which have as many cells."""
    heads = key(CONTENT)
    return {place: row for place, row in table.items() if any(map(is_figure, row)) or _key(row[0]) == heads}


def _without_odd_rows(table: Mapping[int, list[str]]) -> dict[int, list[str]]:
    """Leave out the rows that have lost a tab, or have one more: where their figures stand, nobody knows."""
    odd = _odd_rows(table)
    return {place: row for place, row in table.items() if place not in odd}


def _odd_rows(table: Mapping[int, list[str]]) -> list[int]:
    """Give the places of the rows that have not as many cells as most of them, in all or behind their labels."""
    rows = _rows_that_tell(table)
    return min(_unlike_most(rows, len), _unlike_most(rows, _count_behind_label), key=len)


def _unlike_most(rows: Mapping[int, list[str]], count_of: Callable[[list[str]], int]) -> list[int]:
    counts = {place: count_of(row) for place, row in rows.items()}
    usual = [count for count, _ in Counter(counts.values()).most_common(1)]
    return [place for place, count in counts.items() if count not in usual]


def _count_behind_label(row: Sequence[str]) -> int:
    words = [place for place, cell in enumerate(row) if not _is_stated_or_blank(cell)]
    # 1 | 规章 | 0 |  | 3 | 见附件, and 2 | 行政规范性文件 |  |  |
    last = max((place for place, cell in enumerate(row) if is_figure(cell)), default=0)
    before = [place for place in words if place < last]
    return len(row) - max(before or words, default=-1)
