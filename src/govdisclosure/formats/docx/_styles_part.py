"""The part that declares the styles: programs write some hundred and fifty, of which a document uses a few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.errors import ReadError
from govdisclosure.formats.docx._thresholds import LONGEST_OPENING
from govdisclosure.formats.docx._xml import W, hold_part, is_xml, parse_xml, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.formats._limits import Limits
    from govdisclosure.formats.docx._xml import Element

_OPENING: Final = re.compile(rb"(?:<\?xml\s[^<>]*+>\s*+)?+(<w:styles\s[^<>]*+>)")
# What styles could be added, of which nothing is asked.
_LATENT: Final = re.compile(rb"<w:latentStyles\b[^<]*+(?:<w:lsdException\b[^<]*+)*+</w:latentStyles>")
_BEGIN: Final = b"<w:style "
_END: Final = b"</w:style>"
_CLOSING: Final = b"</w:styles>"

NO_STYLES: Final = f'<w:styles xmlns:w="{W}"/>'.encode()
"""The part of a document that has none."""


class StylesPart:
    """
    The part that declares the styles, of which each is parsed once it is asked for.

    One that has more in it than programs write, such as comments, is parsed as a whole.

    Args:
        content: The part.
        name: Its name.
        limits: The bounds.
        as_a_whole: Whether all of them are parsed at once.

    Attributes:
        root: The part, whose styles may have nothing in them.
        styles: These styles.

    Raises:
        ReadError: If it is damaged, or beyond a bound.
    """

    def __init__(self, content: bytes, name: str, limits: Limits, *, as_a_whole: bool) -> None:
        hold_part(content, limits)
        self._name, self._limits = name, limits
        self._opening = b""
        self._written: dict[Element, bytes] = {}
        apart = None if as_a_whole else _taken_apart(content)
        if apart is None or not self._take(*apart):
            self.root = parse_xml(content, name, limits)
            self.styles = self.root.findall(w("style"))

    def _take(self, opening: bytes, before: bytes, written: Sequence[bytes]) -> bool:
        """Take the part without what is in its styles; tell whether these are all of them."""
        try:
            self.root = self._parsed(before, (style.partition(b">")[0] + b"/>" for style in written))
        except ReadError:
            # <w:style w:styleId="a>b">
            return False
        self.styles = self.root.findall(w("style"))
        # <w:style/>, before the others
        if len(self.styles) != len(written):
            return False
        self._opening, self._written = opening, dict(zip(self.styles, written, strict=True))
        return True

    def whole(self, style: Element) -> Element:
        """Give one of the styles with all that is in it."""
        written = self._written.get(style)
        return style if written is None else self._parsed(self._opening, (written,))[0]

    def _parsed(self, before: bytes, styles: Iterable[bytes]) -> Element:
        """Parse what stands before some styles, and these."""
        return parse_xml(b"".join([before, *(_BEGIN + style for style in styles), _CLOSING]), self._name, self._limits)


def _taken_apart(content: bytes) -> tuple[bytes, bytes, list[bytes]] | None:
    """
    Take apart a part in which each bracket is that of a tag, and each name is what it is at the beginning.

    Returns:
        The tag with which it begins, all that stands before its styles, and of each style what stands behind its name;
        None for another part, and for one that is damaged.
    """
    opening = _OPENING.match(content)
    # It is parsed again with each style.
    if opening is None or len(opening[1]) > LONGEST_OPENING:
        return None
    # <!-- <w:style w:styleId="1"> -->, <?a <w:style?>, <w:style xmlns:w="urn:other">
    if b"!" in content or content.rfind(b"?") > opening.end() or content.find(b"xmlns", opening.end()) >= 0:
        return None
    parts = content.split(_END)
    before, begin, first = parts[0].partition(_BEGIN)
    others = list(map(bytes.lstrip, parts[1:-1]))
    # A style in which another one stands, or that ends at once, would not end right before one that begins.
    is_plain = begin and parts[-1].strip() == _CLOSING and all(each.startswith(_BEGIN) for each in others)
    if not (is_plain and is_xml(content)):
        return None
    styles = [first, *(each.removeprefix(_BEGIN) for each in others)]
    return opening[1], _LATENT.sub(b"", before), [style + _END for style in styles]
