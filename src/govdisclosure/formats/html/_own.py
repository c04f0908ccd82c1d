"""Our own page: the metadata from its meta elements, the blocks from ``main``, every text as it was written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import MARK, MetadataBlock, Paragraph, Role
from govdisclosure.form.wording import problem, wrong_metadata
from govdisclosure.formats.html._grid import Grids, Table
from govdisclosure.model.message import Message
from govdisclosure.model.values import JSON, clean_text, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govdisclosure.errors import ReadError
    from govdisclosure.form.blocks import Block
    from govdisclosure.formats._limits import Limits

_ROLES: Final = {"h1": Role.TITLE, "h2": Role.HEADING, "p": Role.TEXT}
_CELLS: Final = ("td", "th")
_BODY: Final = "main"
_ASIDE: Final = "data-part"
"""The attribute of what our writer adds to the report, such as findings."""


class OwnPage:
    """
    Target of a parser: takes our own page apart.

    Args:
        limits: The bounds within which it is read.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._grids = Grids(limits)
        self._values: dict[str, JSON] = {}
        self._blocks: list[Block] = []
        self._table: Table | None = None
        self._depth = 0
        # Depth of the element that is read, and in it of one that is left out; 0 outside of them.
        self._body = self._aside = 0
        self._kept = 0
        self._pieces: list[str] = []
        self.data: Callable[[str], None] = self._pieces.append

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """
        Begin an element.

        Raises:
            ReadError: If a value of the metadata is not as we wrote it; if the element is too deep.
        """
        self._depth += 1
        if self._depth > self._limits.max_depth:
            raise problem("BEYOND-LIMIT", name="max_depth", limit=self._limits.max_depth)
        if tag == "meta":
            self._value(attributes.get("name", ""), attributes.get("content", ""))
        elif not self._body:
            self._body = self._depth if tag == _BODY else 0
        elif not self._aside:
            # <span class="tip" data-part>, shown beside a figure
            if _ASIDE in attributes:
                self._aside, self._kept = self._depth, len(self._pieces)
            else:
                self._begin(tag, attributes)

    def end(self, tag: str) -> None:
        """End an element."""
        if self._aside == self._depth:
            del self._pieces[self._kept :]
            self._aside = 0
        elif self._body == self._depth:
            self._body = 0
        elif self._body and not self._aside:
            self._finish(tag)
        self._depth -= 1

    def close(self) -> list[Block] | None:
        """
        Give the metadata and the blocks; None if the page is not ours.

        Raises:
            ReadError: If the page has too many paragraphs.
        """
        if len(self._blocks) > self._limits.max_lines:
            raise problem("BEYOND-LIMIT", name="max_lines", limit=self._limits.max_lines)
        return [MetadataBlock(self._values), *self._blocks] if MARK in self._values else None

    def _value(self, name: str, content: str) -> None:
        name = name if name == MARK else name.removeprefix(f"{MARK}:") if name.startswith(f"{MARK}:") else ""
        if not name or (not self._values and name != MARK):
            return
        try:
            value: JSON = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise _no_json(name, content) from error
        if name in self._values:
            raise wrong_metadata(Message(f"{name} 重复出现", f"{name} stands there twice"))
        self._values[name] = value

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "table":
            self._table = Table()
        elif self._table is not None and tag == "tr":
            self._table.begin_row()
        elif self._table is not None and tag in _CELLS:
            self._table.begin_cell(attributes)
            self._pieces.clear()
        elif self._table is None and tag in _ROLES:
            self._pieces.clear()

    def _finish(self, tag: str) -> None:
        if self._table is None:
            if tag in _ROLES:
                self._blocks.append(Paragraph(self._text(), _ROLES[tag]))
        elif tag in _CELLS:
            self._table.rows[-1][-1][0].append(self._text())
        elif tag == "table":
            self._blocks.append(self._grids.grid(self._table.rows, self._table.groups))
            self._table = None

    def _text(self) -> str:
        text = clean_text("".join(self._pieces))
        self._pieces.clear()
        return text


def _no_json(name: str, content: str) -> ReadError:
    what = shown(content)
    return wrong_metadata(Message(f"{name} 应为JSON，实为{what}", f"{name} must be JSON, got {what}"))
