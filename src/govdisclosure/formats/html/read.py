"""Web pages as blocks: our own as they were written, any other by what it shows."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, cast

from govdisclosure.errors import MissingDependency, ReadError
from govdisclosure.form.blocks import MARK, Paragraph, Role
from govdisclosure.formats._limits import DEFAULT, Limits, beyond
from govdisclosure.formats.html._copies import without_hidden_copies
from govdisclosure.formats.html._decode import as_utf8, keep_open, without_differences
from govdisclosure.formats.html._style import STYLE
from govdisclosure.formats.html._thresholds import LARGEST_PAGE, PIECE

try:
    from lxml import etree

    from govdisclosure.formats.html._hidden import HiddenBoxes, Revealed
    from govdisclosure.formats.html._own import OwnPage
    from govdisclosure.formats.html._page import Page
    from govdisclosure.formats.html._plain_cells import cut
    from govdisclosure.formats.html._plain_lines import cut_lines
    from govdisclosure.formats.html._sheets import StyledPage, is_of_old_kind, pages
except ImportError as _error:
    raise MissingDependency("html", "HTML") from _error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govdisclosure.form.blocks import Block
    from govdisclosure.form.clock import Clock
    from govdisclosure.formats.html._target import Result_co, Target

_SHEET: Final = re.compile(b"<style", re.IGNORECASE)
# <td>, <th>, <tr>
_CELL_OR_ROW: Final = re.compile(rb"<t[dhr]\b", re.IGNORECASE)
_SHORTEST_CELL: Final = 3
_OWN_SHEET: Final = f"<style>{STYLE}</style>".encode()


def read(content: str | bytes, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read a web page as blocks.

    Raises:
        ReadError: If the page is empty, in no encoding that is known, or beyond a bound; if a page that says that it is
            ours has metadata that we did not write.
    """
    clock = clock or limits.clock()
    utf8 = _bounded(as_utf8(content), limits)
    if MARK.encode() in utf8:
        whole = without_differences(utf8)
        own = _parse(whole, _own_page(whole, limits, clock), clock)
        if own is not None:
            return own
    return _shown(utf8, limits, clock)


def read_as_shown(content: str | bytes, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read a web page as a browser shows it, whoever wrote it; what says that it is ours loses its metadata.

    Raises:
        ReadError: As ``read`` does.
    """
    return _shown(_bounded(as_utf8(content), limits), limits, clock or limits.clock())


def read_hidden(content: str | bytes, limits: Limits, clock: Clock) -> list[Block]:
    """
    Read a web page as a browser shows it once a script has shown the only box with tables that the file hides.

    Returns:
        Nothing where it hides no such box, or several.

    Raises:
        ReadError: As ``read`` does.
    """
    utf8 = _bounded(as_utf8(content), limits)
    boxes = _parse_shown(utf8, HiddenBoxes(), clock)
    if len(boxes) != 1:
        return []
    make = pages(utf8, limits, lambda tree: _parse_shown(utf8, Revealed(tree, boxes[0]), clock), clock)
    blocks = _parse_shown(utf8, Revealed(make(), boxes[0]), clock)
    return without_hidden_copies([block for block in blocks if not _is_metadata(block)])


def _bounded(utf8: bytes, limits: Limits) -> bytes:
    """Give back a page that has no more cells than its bound, which its style sheets are held against one by one."""
    # Few pages are as long.
    if len(utf8) > _SHORTEST_CELL * limits.max_cells and len(_CELL_OR_ROW.findall(utf8)) > limits.max_cells:
        raise beyond(limits, "max_cells")
    return utf8


def _shown(utf8: bytes, limits: Limits, clock: Clock) -> list[Block]:
    return without_hidden_copies([block for block in _seen(utf8, limits, clock) if not _is_metadata(block)])


def _seen(utf8: bytes, limits: Limits, clock: Clock) -> list[Block]:
    if len(utf8) > LARGEST_PAGE:
        return _parse_shown(utf8, _styled(utf8, utf8, limits, clock)(), clock)
    rest, runs = cut(utf8)
    rest, texts = cut_lines(rest)
    page = _styled(utf8, rest, limits, clock)()
    if not (runs or texts) or isinstance(page, StyledPage):
        return _parse_shown(utf8, page, clock)
    page.put(runs, texts)
    blocks = _with_places(rest, page, clock)
    return _parse_shown(utf8, _styled(utf8, utf8, limits, clock)(), clock) if blocks is None else blocks


def _with_places(rest: bytes, page: Page, clock: Clock) -> list[Block] | None:
    """Read a page with places for its plain cells and paragraphs; None if it must be read with these themselves."""
    try:
        blocks = _parse_shown(rest, page, clock)
    # <div title="<td>1</td>…">, which has other elements in it with a place for the cell
    except ReadError:
        return None
    return blocks if page.has_all else None


def _styled(utf8: bytes, rest: bytes, limits: Limits, clock: Clock) -> Callable[[], Page]:
    """Give what makes targets that take a page apart by its style sheets, which stand in what is left of it."""
    return pages(rest, limits, lambda tree: _parse_shown(utf8, tree, clock), clock)


def _is_metadata(block: Block) -> bool:
    # govdisclosure:发布日期："2022-01-20", of a page that is not ours any more
    return isinstance(block, Paragraph) and block.role is Role.PAGE and block.text.startswith(MARK)


def _own_page(utf8: bytes, limits: Limits, clock: Clock) -> OwnPage:
    is_plain = len(_SHEET.findall(utf8)) == utf8.count(_OWN_SHEET)
    made = cache(partial(_styled, utf8, utf8, limits, clock))

    def page() -> Page:
        # Each table is taken apart by the same style sheets.
        return Page(limits, is_old=is_of_old_kind(utf8)) if is_plain else made()()

    return OwnPage(limits, page, is_plain=is_plain)


def _parse_shown(utf8: bytes, target: Target[Result_co], clock: Clock) -> Result_co:
    """Parse a page that somebody else wrote, or what is left of it, as a browser does."""
    return _parse(keep_open(without_differences(utf8)), target, clock)


def _parse(utf8: bytes, target: Target[Result_co], clock: Clock) -> Result_co:
    """Parse piece by piece: inside of one, the parser is not stopped by what its target raises."""
    parser = etree.HTMLParser(target=cast("Any", target), encoding="utf-8", no_network=True, huge_tree=True)
    for piece in clock.between(_pieces(utf8)):
        parser.feed(piece)
    clock.check()
    return cast("Result_co", parser.close())


def _pieces(utf8: bytes) -> Iterator[bytes]:
    """Cut before a tag, so that no character is cut in two."""
    start = 0
    while start < len(utf8):
        tag = utf8.find(b"<", start + PIECE)
        end = tag if tag >= 0 else len(utf8)
        yield utf8[start:end]
        start = end
