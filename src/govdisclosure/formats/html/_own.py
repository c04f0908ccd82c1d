"""Our own page: the metadata from its meta elements, the blocks from ``main``, every text as it was written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import MARK, MetadataBlock, Paragraph, label_of
from govdisclosure.form.wording import wrong_metadata
from govdisclosure.formats._limits import Limits, beyond, hold
from govdisclosure.formats.html._grid import Grids
from govdisclosure.formats.html._page import PLACE, Page
from govdisclosure.formats.html._unit import CELLS, ROLES, has_style, role_of, shown, table_of, text_of
from govdisclosure.model.message import Message
from govdisclosure.model.report import TABLES
from govdisclosure.model.values import JSON
from govdisclosure.model.values import shown as in_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from govdisclosure.errors import ReadError
    from govdisclosure.form.blocks import Block
    from govdisclosure.formats.html._unit import Event, Shown, Tag

_BODY: Final = "main"
_ASIDE: Final = "data-part"
"""The attribute of what our writer adds to the report, such as findings."""


_FRAMES: Final = ("scroll", "signature")
_MOST_FRAMES: Final = 24
"""Our writer puts four around a table, a site that takes our form in a dozen more; each of them is looked at again
for each paragraph in it."""


class OwnPage:
    """
    Target of a parser: takes our own page apart, into paragraphs and tables.

    One with marks that our writer never makes is read as a browser shows it, and so are all tables where the page has
    other style sheets than ours.

    Args:
        limits: The bounds within which it is read.
        styled: Gives what takes a table apart by the style sheets of the page.
        is_plain: Whether the page has no other style sheet than ours.
    """

    def __init__(self, limits: Limits, styled: Callable[[], Shown], *, is_plain: bool) -> None:
        self._limits = limits
        self._styled = styled
        self._is_plain = is_plain
        self._grids = Grids(limits)
        self._named: list[tuple[str, str]] = []
        self._blocks: list[Block] = []
        self._bodies = self._tables = 0
        self._table_beside = False
        # What is open around what is read, and of each whether it is marked.
        self._frames: list[Tag] = []
        self._marked: list[bool] = []
        self._depth = self._count = 0
        # Depth of the element that is read, of a paragraph or table in it, and in it of what is left out; else 0.
        self._body = self._unit = self._aside = 0
        self._is_styled = self._in_cell = False
        self._kept = 0
        self._events: list[Event] = []
        self.data: Callable[[str], None] = self._events.append

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """
        Begin an element.

        Raises:
            ReadError: If it is too deep.
        """
        self._depth += 1
        # A table may be taken apart by style sheets, which know an element by its place.
        if not self._is_plain:
            attributes = {**attributes, PLACE: str(self._count)}
            self._count += 1
        if self._depth > self._limits.max_depth:
            raise beyond(self._limits, "max_depth")
        if self._aside or self._is_of_others:
            return
        if self._body and _ASIDE in attributes and self._may_stand_aside(attributes):
            self._aside, self._kept = self._depth, len(self._events)
        elif self._unit:
            self._in_cell |= tag in CELLS
            self._events.append((tag, attributes))
        elif self._body and not _is_frame(tag, attributes):
            self._finish_loose()
            self._unit, self._is_styled = self._depth, has_style(attributes)
            self._events.append((tag, attributes))
        else:
            self._begin_frame(tag, attributes)

    def end(self, tag: str) -> None:
        """End an element."""
        if self._is_of_others:
            self._events.clear()
        elif self._aside:
            if self._aside == self._depth:
                del self._events[self._kept :]
                self._aside = 0
        elif self._unit:
            self._events.append((tag, None))
            self._in_cell &= tag not in CELLS
            if self._unit == self._depth:
                self._finish_unit()
        else:
            self._finish_loose()
            self._body = 0 if self._body == self._depth else self._body
            self._frames.pop()
            self._marked.pop()
        self._depth -= 1

    def close(self) -> list[Block] | None:
        """
        Give the metadata and the blocks; None if the page is not ours, or not alone.

        Raises:
            ReadError: If a value of the metadata is not as we wrote it; if the page has too many paragraphs.
        """
        hold(self._limits, max_lines=len(self._blocks))
        # A page that another program saved has no main; one with two, or with tables elsewhere, is more than ours.
        if self._bodies != 1 or self._table_beside or self._is_of_others:
            return None
        values = _values(self._named)
        return [MetadataBlock(values), *self._blocks] if MARK in values else None

    @property
    def _is_of_others(self) -> bool:
        """Whether there is more than our writer makes: nothing more is taken from such a page."""
        return self._tables > len(TABLES) or len(self._frames) > _MOST_FRAMES

    def _may_stand_aside(self, attributes: Mapping[str, str]) -> bool:
        """Tell whether what is not of the report may be left out here; in a cell, that is only a remark."""
        # <span class="tip" data-part>, shown beside a figure
        return not self._in_cell or attributes.get("class") == "tip"

    def _begin_frame(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "meta":
            self._named.append((attributes.get("name", ""), attributes.get("content", "")))
        elif tag == _BODY and not self._body:
            self._body = self._depth
            self._bodies += 1
            self._events.clear()
        self._table_beside |= tag == "table"
        if self._body:
            self._finish_loose()
        self._frames.append((tag, attributes))
        self._marked.append(has_style(attributes))

    def _finish_loose(self) -> None:
        """Take text that stands in no element of its own for a paragraph."""
        if self._body and any(isinstance(event, str) and event.strip() for event in self._events):
            self._blocks += shown(self._frames, self._events, Page(self._limits))
        self._events.clear()

    def _finish_unit(self) -> None:
        tag = self._events[0][0]
        self._tables += tag == "table"
        if self._is_of_others:
            return
        own = None if any(self._marked) or self._is_styled else self._own(tag)
        self._blocks += [own] if own is not None else self._as_shown(tag)
        self._events.clear()
        self._unit = 0

    def _own(self, tag: str) -> Block | None:
        """Give a paragraph or table as we wrote it; None for what our writer does not make."""
        if tag in ROLES:
            text = text_of(self._events)
            return None if text is None else Paragraph(text, role_of(self._events[0]))
        table = table_of(self._events[1:]) if tag == "table" and self._is_plain else None
        return None if table is None else self._grids.grid(table.rows, table.groups)

    def _as_shown(self, tag: str) -> list[Block]:
        page = self._styled() if tag == "table" else Page(self._limits)
        return shown(self._frames, self._events, page)


def _is_frame(tag: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether an element is one that our writer puts around paragraphs and tables."""
    return tag == "section" or (tag == "div" and attributes.get("class") in _FRAMES)


def _values(named: Iterable[tuple[str, str]]) -> dict[str, JSON]:
    """Read the metadata from the names and contents of meta elements."""
    values: dict[str, JSON] = {}
    for given, content in named:
        name = label_of(given)
        if not name or (not values and name != MARK):
            continue
        try:
            value: JSON = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise _no_json(name, content) from error
        if name in values:
            raise wrong_metadata(Message(f"{name} 重复出现", f"{name} stands there twice"))
        values[name] = value
    return values


def _no_json(name: str, content: str) -> ReadError:
    what = in_short(content)
    return wrong_metadata(Message(f"{name} 应为JSON，实为{what}", f"{name} must be JSON, got {what}"))
