"""Web pages with altered cells: tables in the markup of content management systems, and style sheets of their own."""

from __future__ import annotations

import html
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field, frozen

from govdisclosure.form.blocks import Grid, GridCell, Paragraph
from support.oracle.cells import Altered, Kind, Parts, draw_parts
from support.oracle.documents import Draft, draw

if TYPE_CHECKING:
    from collections.abc import Sequence


WRAPPERS: Final = ("{}", "<p>{}</p>", "<div>{}</div>", '<p align="center">{}</p>', "<div><p>{}</p></div>")
"""What stands around a figure; no kind gives a rule to a ``p`` or ``div``."""
_HIDING: Final = (
    "display:none",
    "visibility:hidden",
    "visibility:collapse",
    "opacity:0",
    "color:#fff",
    "color:transparent",
)
"""What hides a row."""
_LOOKS: Final = (
    "td{border:1px solid #000;padding:4px 8px;height:26px;min-width:70px;text-align:center;font-size:14px}p{margin:0}",
    "table{border-collapse:collapse}td{border:1px solid black;padding:5px;width:80px;font:16px serif}p{margin:2px}",
    "td{border:solid 1px;padding:4px 10px;min-width:5em}",
)


@define
class Place:
    """
    The cell that a kind prints, and what it needs beside it.

    Args:
        rng: The source of chance.
        number: A number that no other cell of the page has; the cell has the id ``c`` and this number.
        table: The number of its table, whose id is ``t`` and this number.
        row: Its row, counted from 1.
        column: Which cell of its row it is, counted from 1.
        attributes: Attributes of the cell.
        sheets: Style sheets, each an element of the head.
        detail: By what means, where the same thing is done by many.
    """

    rng: Random
    number: int
    table: int
    row: int
    column: int
    attributes: dict[str, str] = field(factory=dict)
    sheets: list[str] = field(factory=list)
    detail: str = ""

    @property
    def id(self) -> str:
        """The id of the cell."""
        return f"c{self.number}"


@frozen
class WebKind(Kind[Callable[[Parts, Place], str]]):
    """
    A kind of cells of pages: prints the content of the cell.

    Args:
        spreads: Whether a reader may doubt every cell of the table for it, since one thing could lie over any of them.
    """

    spreads: bool = field(default=False, kw_only=True)


@frozen
class WebPage:
    """
    A page.

    Args:
        name: How it is repeated.
        text: What its file holds.
        cells: Its altered cells by their ids.
        draft: The report.
    """

    name: str
    text: str
    cells: dict[str, Altered]
    draft: Draft


def print_page(name: str, rng: Random, kinds: Sequence[WebKind]) -> WebPage:
    """Print a page in which each of these kinds alters a cell."""
    draft = draw(rng, len(kinds), hides=True)
    printer = _Printer(rng, dict(zip(draft.chosen, kinds, strict=False)), draft)
    body = "".join(printer.block(block) for block in draft.blocks)
    look = rng.choice(_LOOKS)
    head = f'<meta charset="utf-8"><title>年度报告</title><style>{look}</style>{"".join(printer.sheets)}'
    text = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return WebPage(name, text, printer.cells, draft)


@define
class _Printer:
    """Prints blocks; what the altered cells need beside them is gathered."""

    rng: Random
    kinds: dict[str, WebKind]
    draft: Draft
    sheets: list[str] = field(factory=list)
    cells: dict[str, Altered] = field(factory=dict)
    tables: int = 0

    def block(self, block: object) -> str:
        """Print a block."""
        if isinstance(block, Grid):
            self.tables += 1
            rows = "".join(self._row(row, number) for number, row in enumerate(block.rows, 1))
            return f'<table id="t{self.tables}" border="1" cellspacing="0"><tbody>{rows}</tbody></table>\n'
        assert isinstance(block, Paragraph)
        return f'<p style="text-indent:2em">{html.escape(block.text)}</p>\n'

    def _row(self, row: Sequence[GridCell], number: int) -> str:
        if row is self.draft.hidden_row:
            return self._hidden_row(row, number)
        cells = "".join(self._cell(cell, number, column) for column, cell in enumerate(row, 1))
        return f"<tr>{cells}</tr>\n"

    def _hidden_row(self, row: Sequence[GridCell], number: int) -> str:
        style = self.rng.choice(_HIDING)
        attribute = f' style="{style}"' if self.rng.random() < 0.5 else ""
        if not attribute:
            self.sheets.append(f"<style>#t{self.tables} tr:nth-child({number}){{{style}}}</style>")
        cells = "".join(self._hidden(cell, style) for cell in row)
        return f"<tr{attribute}>{cells}</tr>\n"

    def _hidden(self, cell: GridCell, style: str) -> str:
        described = {each.path: each for each in self.draft.hidden}
        if cell.path not in described:
            return f"<td{_printed(_spans(cell))}>{html.escape(cell.text)}</td>"
        name = f"h{len(self.cells)}"
        self.cells[name] = evolve(described[cell.path], detail=style)
        return f"<td{_printed({'id': name} | _spans(cell))}>{html.escape(cell.text)}</td>"

    def _cell(self, cell: GridCell, row: int, column: int) -> str:
        wrapper = self.rng.choice(WRAPPERS)
        if cell.path not in self.kinds:
            return f"<td{_printed(_spans(cell))}>{wrapper.format(html.escape(cell.text))}</td>"
        place = Place(self.rng, len(self.cells), self.tables, row, column)
        kind = self.kinds[cell.path]
        parts = draw_parts(self.rng, whole=kind.whole)
        content = kind.build(parts, place)
        self.sheets += place.sheets
        self.cells[place.id] = kind.altered(cell.path, parts, place.detail)
        return f"<td{_printed({'id': place.id} | _spans(cell) | place.attributes)}>{wrapper.format(content)}</td>"


def _spans(cell: GridCell) -> dict[str, str]:
    return {name: str(span) for name, span in (("rowspan", cell.rows), ("colspan", cell.columns)) if span > 1}


def _printed(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
