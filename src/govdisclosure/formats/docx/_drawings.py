"""Drawings: pictures, shapes and text boxes, in the line or on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from govdisclosure.formats.docx._xml import ALTERNATIVES, ON, Element, opened, w

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

DRAWN: Final = frozenset((*map(w, ("drawing", "pict", "object", "control", "pgNum", "contentPart")), ALTERNATIVES))
"""What is drawn, and alternatives of which none is understood."""

Reach: TypeAlias = tuple[float, float]
"""From where to where something lies over the page, in points below the upper edge of the paragraph it hangs on."""

_PICTURES: Final = frozenset(("blip", "imagedata"))
_NOT_TEXT: Final = frozenset(("chart", "relIds", "textpath", "control", "OLEObject", "contentPart", *_PICTURES))
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_OLD_SHAPES: Final = frozenset(
    f"{_VML}{name}" for name in ("arc", "curve", "image", "line", "oval", "polyline", "rect", "roundrect", "shape")
)
_UNFILLED: Final = frozenset(("f", "false"))
_HIDDEN: Final = re.compile("(?:visibility: {0,9}hidden|display: {0,9}none)", re.IGNORECASE)
_TURNED: Final = re.compile("(?:rotation|flip):", re.IGNORECASE)
_IN_A_POINT: Final = 12_700
_WHOLE: Final = re.compile("-?[0-9]{1,10}")
# position:absolute;margin-top:10.5pt;height:30pt;z-index:-1
_MEASURE: Final = re.compile(
    r"(?:^|;) {0,9}(margin-top|height|z-index) {0,9}: {0,9}(-?[0-9]{0,9}\.?[0-9]{0,9})(?:pt)? {0,9}(?=;|$)"
)


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
        reach: What it covers of the page; None if that is nothing: it stands in the line, or behind the text, or text
            flows around it, or what is below it is seen through it.
    """

    boxes: tuple[Element, ...]
    is_hidden: bool
    is_in_line: bool
    is_picture: bool
    is_more: bool
    reach: Reach | None


def look_at(drawn: Element) -> Drawing:
    """Look at a drawing, but not into its text boxes."""
    declared = list(_parts(drawn))
    parts = [part for part in declared if not _is_hidden(part)]
    names = {str(part.tag).rpartition("}")[2] for part in parts}
    styles = [style for part in parts if (style := part.get("style")) is not None]
    boxes = tuple(part for part in parts if part.tag == w("txbxContent"))
    return Drawing(
        boxes=boxes,
        # One of two shapes that are grouped may be hidden, and the other not.
        is_hidden=len(parts) < len(declared) and not any(part.tag in _OLD_SHAPES for part in parts),
        is_in_line="anchor" not in names and not any("absolute" in style for style in styles),
        is_picture=not names.isdisjoint(_PICTURES),
        is_more=not names.isdisjoint(_NOT_TEXT) or any(map(_is_turned, parts)),
        reach=_reach(parts, names) if boxes or _is_filled(parts, names) else None,
    )


def _is_filled(parts: Iterable[Element], names: Collection[str]) -> bool:
    """Tell whether a drawing without words hides what it lies over, which a seal does not, nor a frame."""
    # <wps:spPr><a:noFill/></wps:spPr>, <v:rect filled="f"/>
    fills = (str(one.tag) for part in parts if str(part.tag).endswith("}spPr") for one in part)
    is_empty = any(fill.endswith("}noFill") for fill in fills) or any(part.get("filled") in _UNFILLED for part in parts)
    return _PICTURES.isdisjoint(names) and not is_empty


def _reach(parts: Iterable[Element], names: Collection[str]) -> Reach | None:
    """Tell what a drawing covers of the page; where it does not say its place by its paragraph, it begins there."""
    if "wrapNone" in names:
        return _reach_of_anchor(parts)
    # <w10:wrap type="square"/>
    style = next((style for part in parts if "absolute" in (style := part.get("style", ""))), None)
    return None if style is None or "wrap" in names else _reach_of_style(style)


def _reach_of_anchor(parts: Iterable[Element]) -> Reach | None:
    """Tell what a drawing covers by what it is anchored with."""
    # <wp:anchor behindDoc="0"><wp:positionV relativeFrom="paragraph"><wp:posOffset>12700</wp:posOffset></wp:positionV>
    top = height = 0.0
    for part in parts:
        name = str(part.tag).rpartition("}")[2]
        if name == "anchor" and part.get("behindDoc") in ON:
            return None
        if name == "positionV" and part.get("relativeFrom") in {"paragraph", "line"}:
            top = _points("".join(map(str, part.itertext())))
        elif name == "extent":
            height = _points(part.get("cy", ""))
    return top, top + height


def _points(measure: str) -> float:
    measure = measure.strip()
    return int(measure) / _IN_A_POINT if _WHOLE.fullmatch(measure) else 0.0


def _reach_of_style(style: str) -> Reach | None:
    """Tell what a drawing of the older kind covers by its style."""
    measures = {name: float(number) for name, number in _MEASURE.findall(style) if number.strip("-.")}
    top = measures.get("margin-top", 0.0)
    return None if measures.get("z-index", 0.0) < 0 else (top, top + measures.get("height", 0.0))


def _parts(drawn: Element) -> Iterator[Element]:
    """Give a drawing and what is in it and not hidden, in its order, of alternatives the one that is shown."""
    waiting = [drawn]
    while waiting:
        one = waiting.pop()
        content = opened(one)
        if content is None:
            yield one
            content = () if one.tag == w("txbxContent") or _is_hidden(one) else one
        waiting.extend(reversed(list(content)))


def _is_hidden(part: Element) -> bool:
    # <wp:docPr id="1" name="文本框 1" hidden="1"/>
    named = str(part.tag).endswith("}docPr") and part.get("hidden") in ON
    return named or _HIDDEN.search(part.get("style", "")) is not None


def _is_turned(part: Element) -> bool:
    # <a:xfrm rot="10800000" flipV="1">, <wps:bodyPr rot="10800000">
    if str(part.tag).endswith(("}xfrm", "}bodyPr")):
        return any(part.get(name, "0") != "0" for name in ("rot", "flipH", "flipV"))
    return _TURNED.search(part.get("style", "")) is not None
