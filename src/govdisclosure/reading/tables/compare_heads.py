"""The heads of a table compared with those of the form: what figures mean below others is in doubt."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from govdisclosure.form.grids import figure_rows
from govdisclosure.model.structure import Shape
from govdisclosure.reading.labels import headers_of_rows, is_of_other_edition
from govdisclosure.reading.tables.column_heads import are_moved, moved_columns
from govdisclosure.reading.tables.draft import TableDraft, declarations
from govdisclosure.reading.tables.layout import are_spans_filled, spans_of_figures
from govdisclosure.reading.tables.rows import BETWEEN, Doubt, Row
from govdisclosure.vocabulary.fold import header_key
from govdisclosure.vocabulary.spellings import official_column_head
from govdisclosure.vocabulary.years import YEAR_BEFORE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govdisclosure.reading.tables.lines import GridLine, Line


def compare_heads(draft: TableDraft, stated: Sequence[str], rows: Mapping[int, Row]) -> None:
    """
    Compare the heads above each row, and note what differs; what figures mean something else is put in doubt.

    Args:
        draft: The table.
        stated: What stands in its cells.
        rows: Its rows of figures, by their numbers.
    """
    for number, headers in headers_of_rows(stated, draft.cls).items():
        if number in rows:
            rows[number].doubts |= _compare_headers(draft, number, rows[number], headers)
    if are_spans_filled(stated, draft.cls):
        for number, spans in enumerate(spans_of_figures(draft.cls)):
            row = rows.get(number) if spans.is_wide else None
            # 行政许可 | 7 | 7 | 7 is one figure; but 4 | 4 of two columns can be of the first alone, the other blank.
            is_one = row is not None and len(row.stated) == len(spans.columns) == 1
            if row is not None and not row.columns and not is_one:
                row.doubts.add(Doubt.HEADS)


def _compare_headers(draft: TableDraft, number: int, row: Row, headers: Sequence[str]) -> set[Doubt]:
    """
    Compare the headers above a row with those of the form, and note what differs.

    Returns:
        What is in doubt: the figures mean something else below heads of another edition.
    """
    paths = figure_rows(draft.cls)[number].paths
    expected = [header_key(declarations(draft.cls)[path].label) for path in paths]
    keys = [official_column_head(header_key(header)) for header in headers]
    if not set(expected) & set(keys) and any(is_of_other_edition(header, draft.cls) for header in keys):
        return {Doubt.HEADS}
    # 信息内容 | 现行有效件数 | 本年废止件数 | 本年制发件数, and 甲 | 1 | 2 | 3 below
    if len(keys) > len(expected):
        keys = [header for header in keys if header in expected]
    if len(keys) == len(expected) and keys != expected:
        of_year_before = list(compress(paths, map(_is_of_year_before, keys, expected)))
        draft.note("LABEL-ODD", paths if are_moved(keys, expected) else of_year_before, row, BETWEEN.join(headers))
    return set()


def _is_of_year_before(header: str, expected: str) -> bool:
    """Tell whether a header names the year before, and that of the form does not."""
    # 上年处理决定数量 in the place of 本年处理决定数量; but 较上年增/减 is 本年增/减.
    return bool(YEAR_BEFORE.search(header)) and not YEAR_BEFORE.search(expected) and "增" not in header


def compare_columns(draft: TableDraft, lines: Sequence[Line | GridLine], rows: Sequence[Row]) -> None:
    """Note the cells of columns that stand in another order than on the form."""
    if draft.cls.shape is Shape.CAPTIONS:  # Its blocks have column heads of their own.
        return
    moved = moved_columns(lines, rows, draft.cls)
    if moved:
        paths: list[str] = []
        for row in figure_rows(draft.cls):
            paths += [row.paths[place] for place in moved]
        draft.note("LABEL-ODD", paths, Row(None, "", lines[0].source), BETWEEN.join(dict.fromkeys(moved.values())))
