"""The places of a page that can be linked to: their ids, which are paths of the report, and their names for people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from attrs import field, frozen

from govdisclosure.form import equations
from govdisclosure.form.blocks import Block, Grid, Paragraph, Role
from govdisclosure.formats.html import _texts
from govdisclosure.model.naming import paragraph
from govdisclosure.model.phrases import Phrase
from govdisclosure.model.report import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_NAMES: Final[dict[Role | None, str]] = {Role.TITLE: _texts.TITLE, Role.SIGNATURE: _texts.PUBLISHED}
_LAST: Final = re.compile(r"(?:\.[^.\[]*|\[[0-9]*\])$")


def link(place: str) -> str:
    """Give the address of a place in the page."""
    return f"#{quote(place, safe='')}"


@frozen
class Places:
    """
    The places of a page.

    Args:
        names: Their names, by their ids; of a paragraph, the phrase that is worded where it is asked for.
    """

    names: Mapping[str, str | Phrase]
    _top: str | None = field(default=None)

    def of(self, path: str) -> tuple[str, ...]:
        """
        Give the places of a path: its own, or the cells below it, or the nearest around it.

        A section that the report lacks has a place of its own; what belongs to the report as a whole has its title.
        """
        if path in self.names:
            return (path,)
        below = tuple(place for place in self.names if place.startswith((f"{path}.", f"{path}[")))
        if below:
            return below
        around = path
        while around not in self.names and around not in HEADINGS:
            if not _LAST.search(around):
                return () if self._top is None else (self._top,)
            around = _LAST.sub("", around)
        return (around,)

    def name(self, place: str) -> str:
        """Name a place, for people."""
        named = self.names.get(place) or HEADINGS.get(place, place)
        return named if isinstance(named, str) else named.of("zh").lstrip()


def places_of(blocks: Iterable[Block]) -> Places:
    """Give the places of the page that shows these blocks."""
    names: dict[str, str | Phrase] = {}
    heading, paragraphs = "", 0
    for block in blocks:
        if isinstance(block, Grid):
            names |= _cell_names(block)
        elif isinstance(block, Paragraph) and block.path is not None:
            if block.role is Role.TEXT:
                paragraphs += 1
                names[block.path] = paragraph(heading, paragraphs)
            else:
                heading, paragraphs = (block.text, 0) if block.role is Role.HEADING else ("", 0)
                names[block.path] = _NAMES.get(block.role) or block.text
    return Places(names, "title" if "title" in names else None)


def _cell_names(grid: Grid) -> Iterator[tuple[str, str]]:
    """Name each figure of a grid by the labels beside and above it."""
    names = equations.names(grid)
    for row in grid.rows:
        for cell in row:
            if cell.path is not None:
                yield cell.path, names[cell.path].on_form
