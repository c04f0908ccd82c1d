"""Grids as tables."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from govdisclosure.form.blocks import columns_of
from govdisclosure.formats._markup import Markup, joined
from govdisclosure.formats.html import _texts
from govdisclosure.formats.html._element import element
from govdisclosure.formats.html._marks import said_of
from govdisclosure.model.values import NA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.form.blocks import Grid, GridCell
    from govdisclosure.formats.html._marks import Marks


def table(grid: Grid, marks: Marks) -> Markup:
    """
    Give a grid as a table in a box that scrolls where the page is too narrow for it.

    Args:
        grid: The grid.
        marks: What is shown in its cells.
    """
    cells = list(chain.from_iterable(columns_of(grid)))
    labels = min((start for start, cell in cells if cell.path is not None), default=0)
    width = max((start + cell.columns for start, cell in cells), default=0)
    made = element(
        "table",
        element("caption", grid.label, data_part=True),
        element("colgroup", *(element("col", class_="label" if at < labels else None) for at in range(width))),
        *_groups(grid, marks),
        class_=f"labels-{labels}",
    )
    box = element("div", made, class_="scroll", role="region", aria_label=_texts.scrolling(grid.label), tabindex=0)
    paths = (cell.path for cell in chain.from_iterable(grid.rows))
    marked = next((path for path in paths if path in marks.at), None)
    if marked is None:
        return box
    end = f"gd-end-{marked.partition('.')[0]}"
    skip = element("a", _texts.SKIP_TABLE, class_="skip", href=f"#{end}", data_part=True)
    return joined(skip, box, element("div", id=end, tabindex=-1, data_part=True))


def _groups(grid: Grid, marks: Marks) -> Iterator[Markup]:
    """Give the rows in groups: column heads stand above all the figures, or begin another group further down."""
    runs = [(are_heads, list(run)) for are_heads, run in groupby(grid.rows, _are_column_heads)]
    stand_above = [are_heads for are_heads, _ in runs] == [True, False]
    group: list[Markup] = []
    for are_heads, run in runs:
        group += (_row(row, marks, are_heads=are_heads) for row in run)
        if stand_above or not are_heads:
            yield element("thead" if are_heads else "tbody", "\n", *group)
            group = []
    if group:
        yield element("tbody", "\n", *group)


def _are_column_heads(row: Iterable[GridCell]) -> bool:
    return all(cell.path is None for cell in row)


def _row(row: Iterable[GridCell], marks: Marks, *, are_heads: bool) -> Markup:
    return joined(element("tr", *(_cell(cell, marks, are_heads=are_heads) for cell in row)), "\n")


def _cell(cell: GridCell, marks: Marks, *, are_heads: bool) -> Markup:
    spans = {
        "rowspan": cell.rows if cell.rows > 1 else None,
        "colspan": cell.columns if cell.columns > 1 else None,
    }
    if cell.path is None:
        # Not rowgroup and colgroup: these would reach over the whole body of the table, not over the rows spanned.
        return element("th", cell.text, scope="col" if are_heads else "row", **spans)
    classes = marks.classes(cell.path)
    known = {"id": cell.path, "data_state": _state(cell.text), "class_": classes, **spans}
    if classes is None:
        return element("td", cell.text, **known)
    message = f"gd-at-{cell.path}"
    tip = element("span", *said_of(marks.at[cell.path]), class_="tip", role="tooltip", id=message, data_part=True)
    return element("td", cell.text, tip, tabindex=0, aria_describedby=message, **known)


def _state(text: str) -> str:
    return "na" if text == NA.value else "stated" if text else "blank"
