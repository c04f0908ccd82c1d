"""The places of a page that can be linked to: their ids, which are paths of the report, and their names for people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from attrs import field, frozen

from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph, Role, columns_of
from govdisclosure.formats.html import _words
from govdisclosure.model.report import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LAST: Final = re.compile(r"(?:\.[^.\[]*|\[[0-9]*\])$")
_NAMED: Final = 2
_LONGEST: Final = 16
_SEPARATOR: Final = " · "


def link(place: str) -> str:
    """Give the address of a place in the page."""
    return f"#{quote(place, safe='')}"


@frozen
class Places:
    """
    The places of a page.

    Args:
        names: Their names, by their ids.
    """

    names: Mapping[str, str]
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
        return self.names.get(place) or HEADINGS.get(place, place)


def places_of(blocks: Iterable[Block]) -> Places:
    """Give the places of the page that shows these blocks."""
    names: dict[str, str] = {}
    heading, paragraphs = "", 0
    for block in blocks:
        if isinstance(block, Grid):
            names |= _cell_names(block)
        elif isinstance(block, Paragraph) and block.path is not None:
            if block.role is Role.TEXT:
                paragraphs += 1
                names[block.path] = _words.paragraph(heading, paragraphs)
            else:
                heading, paragraphs = (block.text, 0) if block.role is Role.HEADING else ("", 0)
                names[block.path] = block.text if block.role is Role.HEADING else _words.TITLE
    return Places(names, "title" if "title" in names else None)


def _cell_names(grid: Grid) -> Iterator[tuple[str, str]]:
    """Name each figure cell of a grid by the label beside it and the labels above it."""
    above: dict[int, list[GridCell]] = {}
    is_heading = False
    for row in columns_of(grid):
        starts = [start for start, cell in row if cell.path is not None]
        if not starts and not is_heading:
            above = {}
        is_heading = not starts
        width = max((start + cell.columns for start, cell in row), default=0) - min(starts, default=0)
        beside = [_short(cell) for _, cell in row if cell.path is None and cell.text]
        for start, cell in row:
            if cell.path is not None:
                yield cell.path, _SEPARATOR.join((*beside[-1:], *_chain(above.get(start, []), width)))
            elif is_heading and cell.text:
                for column in range(start, start + cell.columns):
                    above.setdefault(column, []).append(cell)


def _chain(labels: list[GridCell], width: int) -> list[str]:
    """Give the two lowest labels above a cell, without what stands over all figures alike."""
    upper = [label for label in labels[:-1] if label.columns < width]
    return [_short(label) for label in (*upper, *labels[-1:])[-_NAMED:]]


def _short(label: GridCell) -> str:
    return label.text if len(label.text) <= _LONGEST else f"{label.text[: _LONGEST - 1]}…"
