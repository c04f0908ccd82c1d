"""Web pages as blocks: our own as they were written, any other by what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from govdisclosure.errors import MissingDependency
from govdisclosure.form.blocks import MARK
from govdisclosure.formats._limits import DEFAULT, Limits
from govdisclosure.formats.html._decode import as_utf8
from govdisclosure.formats.html._own import OwnPage
from govdisclosure.formats.html._sheets import target as target_of
from govdisclosure.formats.html._thresholds import PIECE

try:
    from lxml import etree
except ImportError as error:
    raise MissingDependency("html", "HTML") from error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govdisclosure.form.blocks import Block
    from govdisclosure.form.clock import Clock

_Result_co = TypeVar("_Result_co", covariant=True)


class _Target(Protocol[_Result_co]):
    """What the parser tells of each element and text as it comes; no tree is built."""

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None: ...
    def end(self, tag: str, /) -> None: ...
    def close(self) -> _Result_co: ...


def read(content: str | bytes, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read a web page as blocks.

    Raises:
        ReadError: If the page is empty, in no encoding that is known, or beyond a bound; if a page that says that it is
            ours has metadata that we did not write.
    """
    clock = clock or limits.clock()
    utf8 = as_utf8(content)
    if MARK.encode() in utf8:
        own = _parse(utf8, OwnPage(limits), clock)
        if own is not None:
            return own
    return _parse(utf8, target_of(utf8, limits), clock)


def _parse(utf8: bytes, target: _Target[_Result_co], clock: Clock) -> _Result_co:
    """Parse piece by piece: inside of one, the parser is not stopped by what its target raises."""
    parser = etree.HTMLParser(target=cast("Any", target), encoding="utf-8", no_network=True, huge_tree=True)
    for piece in clock.between(_pieces(utf8)):
        parser.feed(piece)
    clock.check()
    return cast("_Result_co", parser.close())


def _pieces(utf8: bytes) -> Iterator[bytes]:
    """Cut before a tag, so that no character is cut in two."""
    start = 0
    while start < len(utf8):
        tag = utf8.find(b"<", start + PIECE)
        end = tag if tag >= 0 else len(utf8)
        yield utf8[start:end]
        start = end
