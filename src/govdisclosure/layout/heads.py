"""The heads of columns, compared with those of the form: a page can have them in another order."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.layout.blocks import Grid, columns_of
from govdisclosure.layout.figures import is_figure
from govdisclosure.layout.fold import key
from govdisclosure.layout.form import form_rows
from govdisclosure.layout.rows import BETWEEN
from govdisclosure.model._structure import cache

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.layout.grids import GridLine
    from govdisclosure.model._structure import Table


@frozen
class _Heads:
    """
    The keys of the heads of a table.

    Args:
        lowest: Those right above the figures, column by column.
        groups: Those that reach over others, from left to right.
    """

    lowest: tuple[str, ...]
    groups: tuple[str, ...]


@cache
def _expected(cls: type[Table]) -> _Heads:
    rows = [list(row) for row in columns_of(Grid(form_rows(cls)))]
    figures = next(row for row in rows if any(cell.path for _, cell in row))
    columns = [column for column, cell in figures if cell.path]
    headers = [
        (start, depth, cell)
        for depth, row in enumerate(takewhile(lambda row: row is not figures, rows))
        for start, cell in row
        if cell.text and start in columns
    ]
    lowest = {start: key(cell.text) for start, _, cell in headers}
    groups = sorted((start, depth, key(cell.text)) for start, depth, cell in headers if cell.columns > 1)
    return _Heads(tuple(lowest[column] for column in columns), tuple(head for *_, head in groups))


def moved_columns(lines: Sequence[GridLine], columns: Sequence[int], cls: type[Table]) -> tuple[list[int], str]:
    """
    Give the places of the columns whose heads are not those of the form, and these, if a head stands elsewhere.

    Heads that are damaged, in pieces, or printed twice by mistake, say nothing.

    Args:
        lines: The lines of the table.
        columns: The columns of its figures; none where they are not known.
        cls: The table.
    """
    expected = _expected(cls)
    headers = list(takewhile(lambda line: not any(map(is_figure, line.stated)), lines))
    known = [
        (column, depth, key(text)) for depth, line in enumerate(headers) for column, text in line.own if text.strip()
    ]
    groups = tuple(head for *_, head in sorted(known) if head in expected.groups)
    if groups != expected.groups and Counter(groups) == Counter(expected.groups):
        return list(range(len(expected.lowest))), BETWEEN.join(groups)
    # Where spans are lost, heads of several rows stand in the same columns, and say nothing of those below.
    width = Counter(line.width for line in lines).most_common(1)[0][0] if columns else None
    lowest = {
        column: head
        for column, depth, head in known
        if (headers[depth].width == width and column in columns) or (width is None and head in expected.lowest)
    }
    heads = [head for _, head in sorted(lowest.items())]
    if len(heads) != len(expected.lowest):
        return [], ""
    surplus = Counter(heads) - Counter(expected.lowest)
    differ = {at: head for at, (head, wanted) in enumerate(zip(heads, expected.lowest, strict=True)) if head != wanted}
    moved = any(head in expected.lowest and head not in surplus for head in differ.values())
    return (list(differ), BETWEEN.join(differ.values())) if moved else ([], "")


def is_in_form_order(heads: Sequence[str], cls: type[Table]) -> bool:
    """
    Tell whether the heads of a table in pieces stand in the order of the form, all of the lowest among them.

    The group around several pieces may be left out.
    """
    expected = _expected(cls)
    keys = [key(head) for head in heads]
    groups = [head for head in keys if head in expected.groups]
    lowest = tuple(head for head in keys if head in expected.lowest)
    return lowest == expected.lowest and groups == [head for head in expected.groups if head in groups]
