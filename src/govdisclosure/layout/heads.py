"""The heads of columns, compared with those of the form: a page can have them in another order."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from govdisclosure.layout.blocks import Grid, columns_of
from govdisclosure.layout.figures import is_figure
from govdisclosure.layout.fold import key
from govdisclosure.layout.form import form_rows
from govdisclosure.model._structure import cache

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.layout.grids import GridLine
    from govdisclosure.model._structure import Table


@cache
def _expected(cls: type[Table]) -> tuple[str, ...]:
    """Give the keys of the heads right above the figures, column by column."""
    rows = [list(row) for row in columns_of(Grid(form_rows(cls)))]
    figures = next(row for row in rows if any(cell.path for _, cell in row))
    heads = {column: "" for column, cell in figures if cell.path}
    for row in takewhile(lambda row: row is not figures, rows):
        for start, cell in row:
            covered = [place for place in heads if cell.text and start <= place < start + cell.columns]
            heads.update(dict.fromkeys(covered, key(cell.text)))
    return tuple(heads.values())


def moved_columns(lines: Iterable[GridLine], cls: type[Table]) -> dict[int, str]:
    """
    Give the places of the columns whose heads are not those of the form, with these, where every head is known.

    Heads that are damaged, in pieces, or printed twice by mistake, say nothing.
    """
    expected = _expected(cls)
    headers = takewhile(lambda line: not any(map(is_figure, line.stated)), lines)
    known = ((column, key(text)) for line in headers for column, text in line.own)
    found = [(column, head) for column, head in known if head in expected]
    # Where spans are lost, heads of several rows stand in the same columns, and say nothing of those below.
    heads = [head for _, head in sorted(dict(found).items())]
    if sorted(heads) != sorted(expected):
        return {}
    pairs = enumerate(zip(heads, expected, strict=True))
    return {place: head for place, (head, wanted) in pairs if head != wanted}
