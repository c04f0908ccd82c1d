"""Our web pages for tests, taken apart by their contract alone: the blocks of the report, and what stands beside it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from govdisclosure.form.blocks import Block, Grid, GridCell, MetadataBlock, Paragraph, Role
from govdisclosure.writing.compose import compose
from govdisclosure.writing.signature import signature

if TYPE_CHECKING:
    import govdisclosure as gd
    from govdisclosure.model.values import JSON

_ROLES = {"h1": Role.TITLE, "h2": Role.HEADING, "p": Role.TEXT}
_VOID = {"col", "input", "meta"}


def printed(report: gd.AnnualReport) -> list[Block]:
    """Give a report as a form that is printed shows it: with its signature, of which a day must be known."""
    composed = compose(report)
    # What is printed does not say which table of the form it is.
    blocks = [Grid(block.rows) if isinstance(block, Grid) else block for block in composed]
    return [*blocks, *(line for line in signature(report, composed) if line.text)]


class Page(HTMLParser):
    """
    A page, taken apart.

    Attributes:
        blocks: The blocks of the report.
        states: The states of its figure cells, by their ids.
        ids: Every id, in order.
        links: The addresses of all links, and the ids that attributes name, as ``#id``.
        beside: The text of what is no part of the report, one for each outermost element.
        tags: The names of all elements.
        marked: The marked words, with the class of their mark.
        classes: The classes of elements with an id.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.states: dict[str, str] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.beside: list[str] = []
        self.tags: set[str] = set()
        self.marked: list[tuple[str, str]] = []
        self.classes: dict[str, str] = {}
        self._values: dict[str, JSON] = {}
        self._open: list[tuple[str, bool]] = []
        self._text: list[str] | None = None
        self._role: Role | None = None
        self._mark: str | None = None
        self._rows: list[list[GridCell]] = []
        self._cell: GridCell | None = None
        self.feed(text)
        self.close()
        assert self._open == []
        self.blocks.insert(0, MetadataBlock(self._values))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        given = dict(attrs)
        self.tags.add(tag)
        self._note_addresses(given)
        if tag == "meta" and (given.get("name") or "").startswith("govdisclosure"):
            name = (given["name"] or "").removeprefix("govdisclosure:")
            self._values[name] = json.loads(given["content"] or "")
        if tag in _VOID:
            return
        outside = self._is_outside()
        self._open.append((tag, outside or "data-part" in given))
        if "data-part" in given and not outside:
            self.beside.append("")
        if not self._is_outside():
            self._begin(tag, given)

    def _note_addresses(self, given: dict[str, str | None]) -> None:
        if given.get("id") is not None:
            self.ids.append(given["id"] or "")
            self.classes[given["id"] or ""] = given.get("class") or ""
        if given.get("href") is not None:
            self.links.append(given["href"] or "")
        self.links += (f"#{given[key]}" for key in ("aria-describedby", "aria-labelledby") if given.get(key))

    def _begin(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in _ROLES or tag in {"td", "th"}:
            self._text = []
            self._role = Role.SIGNATURE if "signed" in (given.get("class") or "").split() else _ROLES.get(tag)
        if tag == "mark":
            self._mark = given.get("class") or ""
        if tag == "table":
            self._rows = []
        if tag == "tr":
            self._rows.append([])
        if tag in {"td", "th"}:
            rows, columns = (int(given.get(span) or 1) for span in ("rowspan", "colspan"))
            assert (tag == "td") == ("id" in given) == ("data-state" in given) == ("scope" not in given)
            self._cell = GridCell("", rows, columns, given.get("id"))
            if given.get("id"):
                self.states[given["id"] or ""] = given["data-state"] or ""

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        name, outside = self._open.pop()
        assert name == tag
        if outside:
            return
        if tag in _ROLES:
            self.blocks.append(Paragraph("".join(self._text or ()), self._role))
        if tag in {"td", "th"}:
            assert self._cell is not None
            cell = self._cell
            self._rows[-1].append(GridCell("".join(self._text or ()), cell.rows, cell.columns, cell.path))
        if tag == "table":
            self.blocks.append(Grid(tuple(map(tuple, self._rows))))
        if tag in _ROLES or tag in {"td", "th"}:
            self._text = None
        if tag == "mark":
            self._mark = None

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._is_outside():
            self.beside[-1] += data
        elif self._text is not None:
            self._text.append(data)
            if self._mark is not None:
                self.marked.append((data, self._mark))

    def _is_outside(self) -> bool:
        return any(outside for _, outside in self._open)
