"""Drawings: pictures, shapes and text boxes, in the line or on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.formats.docx._xml import ALTERNATIVES, Element, opened, w

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAWN: Final = frozenset((*map(w, ("drawing", "pict", "object", "control", "pgNum", "contentPart")), ALTERNATIVES))
"""What is drawn, and alternatives of which none is understood."""

_PICTURES: Final = frozenset(("blip", "imagedata"))
_NOT_TEXT: Final = frozenset(("chart", "relIds", "textpath", "control", "OLEObject", "contentPart", *_PICTURES))
_HIDDEN: Final = re.compile("(?:visibility: {0,9}hidden|display: {0,9}none)", re.IGNORECASE)
_TURNED: Final = re.compile("(?:rotation|flip):", re.IGNORECASE)
_ON: Final = ("1", "true", "on")


@frozen
class Drawing:
    """
    A drawing.

    Args:
        boxes: The contents of its text boxes.
        is_hidden: Whether it is not shown.
        is_in_line: Whether it stands in the line, as a character does, and not on the page, as a seal does.
        is_picture: Whether it is a picture.
        is_more: Whether it has something besides words, or words that stand on their heads.
    """

    boxes: tuple[Element, ...]
    is_hidden: bool
    is_in_line: bool
    is_picture: bool
    is_more: bool


def look_at(drawn: Element) -> Drawing:
    """Look at a drawing, but not into its text boxes."""
    parts = list(_parts(drawn))
    names = {str(part.tag).rpartition("}")[2] for part in parts}
    styles = [style for part in parts if (style := part.get("style")) is not None]
    return Drawing(
        boxes=tuple(part for part in parts if part.tag == w("txbxContent")),
        is_hidden=any(map(_is_hidden, parts)),
        is_in_line="anchor" not in names and not any("absolute" in style for style in styles),
        is_picture=not names.isdisjoint(_PICTURES),
        is_more=not names.isdisjoint(_NOT_TEXT) or any(map(_is_turned, parts)),
    )


def _parts(drawn: Element) -> Iterator[Element]:
    """Give a drawing and what is in it, in its order, of alternatives the one that is shown."""
    waiting = [drawn]
    while waiting:
        one = waiting.pop()
        content = opened(one)
        if content is None:
            yield one
            content = () if one.tag == w("txbxContent") else one
        waiting.extend(reversed(list(content)))


def _is_hidden(part: Element) -> bool:
    # <wp:docPr id="1" name="文本框 1" hidden="1"/>
    named = str(part.tag).endswith("}docPr") and part.get("hidden") in _ON
    return named or _HIDDEN.search(part.get("style", "")) is not None


def _is_turned(part: Element) -> bool:
    # <a:xfrm rot="10800000" flipV="1">
    turned = str(part.tag).endswith("}xfrm") and any(part.get(name, "0") != "0" for name in ("rot", "flipH", "flipV"))
    return turned or _TURNED.search(part.get("style", "")) is not None
