"""The heads of a table compared with those of the form: what figures mean below others is in doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import BETWEEN_CELLS
from govdisclosure.form.figures import is_figure
from govdisclosure.form.grids import CONTENT, figure_rows
from govdisclosure.model.structure import Shape, blocks, cache
from govdisclosure.reading.labels import is_of_other_edition, table_labels
from govdisclosure.reading.tables.column_heads import (
    are_moved,
    heads_for_others,
    moved_columns,
    says_contrary,
)
from govdisclosure.reading.tables.layout import are_spans_filled, heads_of_rows, spans_of_figures
from govdisclosure.reading.tables.rows import Doubt, Row
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.spellings import leaves_words_out, official_column_head
from govdisclosure.vocabulary.years import YEAR, YEAR_BEFORE, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.tables.draft import TableDraft
    from govdisclosure.reading.tables.lines import GridLine, Line


# 2022年, 2022至2023年; 规章0000 is a row without blanks.
_YEAR: Final = re.compile(f"{YEAR}(?=[年至-])")
_OF_ALL_YEARS: Final = re.compile("累计|历年")
# 现行有效件数 and 对外公开总数量 count those of all years.
_KEPT: Final = re.compile("有效|总数")


def compare_heads(
    draft: TableDraft, stated: Sequence[str], rows: Mapping[int, Row], *, year: int | None = None
) -> None:
    """
    Compare the heads above each row, and note what differs; what figures mean something else is put in doubt.

    Args:
        draft: The table.
        stated: What stands in its cells.
        rows: Its rows of figures, by their numbers.
        year: The year of the report; None if it is not known.
    """
    for number, headers in headers_of_rows(stated, draft.cls).items():
        if number in rows:
            rows[number].doubts |= _compare_headers(draft, number, rows[number], headers, year)
    wide = {number: spans for number, spans in enumerate(spans_of_figures(draft.cls)) if spans.is_wide}
    if wide and are_spans_filled(stated, draft.cls):
        for number in wide.keys() & rows.keys():
            row = rows[number]
            # 行政许可 | 7 | 7 | 7 is one figure; but 4 | 4 of two columns can be of the first alone, the other blank.
            is_one = len(row.stated) == len(wide[number].columns) == 1
            if not row.columns and not is_one:
                row.doubts.add(Doubt.HEADS)


def headers_of_rows(cells: Iterable[str], cls: type[Table]) -> dict[int, list[str]]:
    """
    Give for each row of table II the heads above it: the words above the first row of its block; none of other tables.

    A block begins at its caption, at 信息内容, or, where another word stands for that, at a head below a row.
    """
    if cls.shape is not Shape.CAPTIONS:
        return {}
    rows, begins = table_labels(cls).rows, _captions(cls) | {key(CONTENT)}
    headers: list[str] = []
    above_rows: dict[int, list[str]] = {}
    is_below_row = False
    for cell in cells:
        label = key(cell)
        if label in rows:
            above_rows[rows[label]] = headers
            is_below_row = True
            continue
        # 行政规范性文件 | 3 | 0 | 3 | 项目名称 | 本年处理决定数量
        if label in begins or (is_below_row and _is_head(cell, cls)):
            headers, is_below_row = [], False
        if not is_below_row and label not in begins and not is_figure(cell):
            headers.append(cell)
    return above_rows


def _is_head(cell: str, cls: type[Table]) -> bool:
    """Tell whether a cell is a head of a column, in whatever edition."""
    keys = {key(cell), official_column_head(header_key(cell))}
    return not keys.isdisjoint(table_labels(cls).others) or any(is_of_other_edition(each, cls) for each in keys)


@cache
def _captions(cls: type[Table]) -> frozenset[str]:
    """Give the keys of the captions of table II."""
    captions = (row.declared.caption for row in blocks(cls))
    return frozenset(map(key, filter(None, captions)))


def _compare_headers(draft: TableDraft, number: int, row: Row, headers: Sequence[str], year: int | None) -> set[Doubt]:
    """
    Compare the headers above a row with those of the form, and note what differs.

    Returns:
        What is in doubt: the figures mean something else below heads of another edition.
    """
    paths = figure_rows(draft.cls)[number].paths
    expected = list(heads_of_rows(draft.cls)[number])
    keys = [official_column_head(header_key(header)) for header in headers]
    others = [header for header in keys if is_of_other_edition(header, draft.cls)]
    if others and not set(expected) & set(keys):
        # 处理决定数量 above one figure, which is 本年处理决定数量 without its 本年
        is_shorter = all(leaves_words_out(other, expected[0]) for other in others)
        return set() if is_shorter else {Doubt.HEADS}
    in_doubt = _columns_in_doubt(keys, expected, year)
    if in_doubt is not None:
        draft.note("LABEL-ODD", [paths[column] for column in in_doubt], row, BETWEEN_CELLS.join(headers))
    return set()


def _columns_in_doubt(keys: Sequence[str], expected: Sequence[str], year: int | None) -> Sequence[int] | None:
    """Give the columns that the heads above them leave in doubt, perhaps none; None where nothing is to be noted."""
    known = [head for head in keys if head in expected]
    once = [head for head in known if known.count(head) == 1]
    # 信息内容 | 现行有效件数 | | 本年制发件数
    if once != sorted(once, key=expected.index):
        return range(len(expected))
    # 信息内容 | 本年制发件数 | 本年制发件数 | 现行有效件数, and 甲 | 1 | 2 | 3 below
    printed = known if len(keys) > len(expected) else keys
    if len(printed) == len(expected) and printed != expected:
        if are_moved(printed, expected):
            return range(len(expected))
        contrary = {column for column, pair in enumerate(zip(printed, expected, strict=True)) if says_contrary(*pair)}
        return sorted(contrary.union(_of_other_time(printed, expected, year)))
    # 项目名称 | 上年制发件数 | 上年废止件数 | 上年有效件数
    return _of_other_time(keys[-len(expected) :], expected, year) or None


def _of_other_time(keys: Sequence[str], expected: Sequence[str], year: int | None) -> list[int]:
    """Give the columns whose heads name another year than those of the form, or all years."""
    pairs = enumerate(zip(keys, expected, strict=False))
    return [column for column, pair in pairs if _is_of_other_time(*pair, year)]


def _is_of_other_time(header: str, expected: str, year: int | None) -> bool:
    """Tell whether a header names another year than that of the form, or all of them."""
    # 较上年增/减 is 本年增/减.
    if "增" in header:
        return False
    is_of_before = YEAR_BEFORE.search(expected) is not None
    years = set(map(year_of, _YEAR.findall(header)))
    if years:
        # 2022年处理决定数量 in a report on 2023, and 2023年项目数量 for 上一年项目数量; but 本年（2022）… is 本年….
        return year is not None and years != {year - is_of_before}
    # 累计处理决定数量, but not 本年累计处理决定数量
    if _OF_ALL_YEARS.search(header) and not _KEPT.search(expected) and "本年" not in header:
        return True
    # 上年处理决定数量 in the place of 本年处理决定数量
    return YEAR_BEFORE.search(header) is not None and not is_of_before


def compare_columns(draft: TableDraft, lines: Sequence[Line | GridLine], rows: Sequence[Row]) -> None:
    """Note the cells of columns that stand in another order than on the form."""
    # The blocks of table II have heads of their own.
    if draft.cls.shape is Shape.CAPTIONS:
        return
    moved = moved_columns(lines, rows, draft.cls)
    if moved:
        paths: list[str] = []
        for row in figure_rows(draft.cls):
            paths += [row.paths[place] for place in moved]
        draft.note(
            "LABEL-ODD", paths, Row(None, "", lines[0].source), BETWEEN_CELLS.join(dict.fromkeys(moved.values()))
        )
        return
    # 行政诉讼 | 行政诉讼: the figures are read by their columns, as below 本年制发件数 | 本年制发件数 in table II.
    odd = heads_for_others(lines, draft.cls)
    if odd:
        draft.note("LABEL-ODD", (), Row(None, "", lines[0].source), BETWEEN_CELLS.join(odd))
