"""The part that declares the styles: programs write some hundred and fifty, of which a document uses a few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.errors import ReadError
from govdisclosure.formats.docx._xml import W, hold_part, parse_xml, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.formats._limits import Limits
    from govdisclosure.formats.docx._xml import Element

_OPENING: Final = re.compile(rb"(?:<\?xml\s[^<>]*+>\s*+)?+(<w:styles\s[^<>]*+>)")
_LATENT: Final = re.compile(rb"<w:latentStyles\b.*</w:latentStyles>", re.DOTALL)
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
        apart = None if as_a_whole else _taken_apart(content)
        self._opening, before, written = apart or (b"", content, [])
        try:
            self.root = self._parsed(before, [style.partition(b">")[0] + b"/>" for style in written])
        except ReadError:
            # <w:style w:styleId="a>b">
            self.root, written = self._parsed(content, []), []
        self.styles = self.root.findall(w("style"))
        self._written = dict(zip(self.styles, written, strict=False))

    def whole(self, style: Element) -> Element:
        """
        Give one of the styles with all that is in it.

        Raises:
            ReadError: If it is damaged.
        """
        written = self._written.get(style)
        return style if written is None else self._parsed(self._opening, [written])[0]

    def _parsed(self, before: bytes, styles: Iterable[bytes]) -> Element:
        """Parse the part with these styles, or as it is where there are none."""
        pieces = [before, *(_BEGIN + style for style in styles)]
        closing = [_CLOSING] if len(pieces) > 1 else []
        return parse_xml(b"".join([*pieces, *closing]), self._name, self._limits)


def _taken_apart(content: bytes) -> tuple[bytes, bytes, list[bytes]] | None:
    """
    Take apart a part in which each bracket begins a tag, and each name is what it is at the beginning.

    Returns:
        The tag with which it begins, all that stands before its styles, and of each style what stands behind its name;
        None for another part.
    """
    opening = _OPENING.match(content)
    if opening is None:
        return None
    # <!-- <w:style w:styleId="1"> -->, <?a <w:style?>, <w:style xmlns:w="urn:other">
    is_odd = b"!" in content or content.rfind(b"?") > opening.end() or content.find(b"xmlns", opening.end()) >= 0
    whole = content.rstrip()
    if is_odd or not whole.endswith(_CLOSING):
        return None
    before, *written = whole.removesuffix(_CLOSING).split(_BEGIN)
    styles = list(map(bytes.rstrip, written))
    # In one that ends nowhere, or at once, another one may begin.
    if not styles or content.count(_END) != len(styles) or not all(style.endswith(_END) for style in styles):
        return None
    return opening[1], _LATENT.sub(b"", before), styles
