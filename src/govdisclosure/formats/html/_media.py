"""Conditions of style sheets: whether they hold on the screen of a desk, for which a report is put on the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import tinycss2

from govdisclosure.formats.html._lengths import pixels
from govdisclosure.formats.html._tokens import split_at_commas, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tinycss2.ast import Node

# A screen may have any width between these two, so that what holds for one of them only is not known to hold.
_WIDTHS: Final = (1280.0, 1920.0)
_HEIGHTS: Final = (600.0, 1080.0)
_TYPES: Final = {"all": True, "screen": True}
_FEATURES: Final = {
    ("orientation", "landscape"): True,
    ("orientation", "portrait"): False,
    ("hover", "hover"): True,
    ("hover", "none"): False,
    ("pointer", "fine"): True,
    ("pointer", "coarse"): False,
    ("prefers-color-scheme", "light"): True,
    ("prefers-color-scheme", "dark"): False,
    ("scripting", "enabled"): True,
    ("scripting", "none"): False,
}


def holds(query: Sequence[Node]) -> bool | None:
    """Tell whether one of the conditions in a list holds; None where that is not known."""
    results = [_holds(tokens) for tokens in split_at_commas(query)]
    # @media {…}, <style media="">
    if True in results or not words_of(query):
        return True
    return None if None in results else False


def _holds(tokens: Iterable[Node]) -> bool | None:
    """Tell whether one condition holds: ``only screen and (min-width: 768px)``."""
    words = words_of(tokens)
    is_denied = bool(words) and words[0].type == "ident" and words[0].lower_value == "not"
    results: list[bool | None] = []
    for token in words[1:] if is_denied else words:
        if token.type == "() block":
            results.append(_has(token.content))
        elif token.type != "ident" or token.lower_value in {"not", "or"}:
            results.append(None)
        elif token.lower_value not in {"and", "only"}:
            results.append(_TYPES.get(token.lower_value, False))
    if False in results:
        return is_denied
    return None if None in results else not is_denied


def _has(tokens: Iterable[Node]) -> bool | None:
    """Tell whether a screen has a feature: ``min-width: 768px``."""
    words = words_of(tokens)
    if len(words) != 3 or words[0].type != "ident":
        return None
    name, relation, value = words[0].lower_value, words[1], words[2]
    if relation.type != "literal":
        return None
    if value.type == "ident":
        return _FEATURES.get((name, value.lower_value))
    bound = pixels(value)
    sizes = {"width": _WIDTHS, "height": _HEIGHTS}.get(name.removeprefix("min-").removeprefix("max-"))
    if bound is None or sizes is None:
        return None
    # (min-width: 768px), (width >= 768px)
    if relation.value in {">", ">="} or name.startswith("min-"):
        results = {size >= bound for size in sizes}
    elif relation.value in {"<", "<="} or name.startswith("max-"):
        results = {size <= bound for size in sizes}
    else:
        return None
    return results.pop() if len(results) == 1 else None


def content_of(item: Node) -> list[Node]:
    """Give what stands in a rule, parsed."""
    parsed: list[Node] = tinycss2.parse_blocks_contents(item.content, skip_comments=True, skip_whitespace=True)
    return parsed


def does_hold(item: Node) -> bool | None:
    """Tell whether what stands in an at-rule holds on the screen; None where that is not known."""
    keyword = item.lower_at_keyword
    if keyword == "media":
        return holds(item.prelude)
    # @supports (display: grid)
    if keyword == "layer" or (keyword == "supports" and _is_supported(item.prelude)):
        return True
    # @font-face {…}, and on the other hand @container (min-width: 400px) {…}, @nonsense {…}
    return False if keyword in _OF_NO_ELEMENTS else None


def _is_supported(condition: Iterable[Node]) -> bool:
    """Tell whether a condition is that of one declaration which every browser understands."""
    printed = BLANKS.sub("", tinycss2.serialize(condition)).lower()
    return printed in _SUPPORTED


BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_SUPPORTED: Final = (
    *("(display:grid)", "(display:flex)", "(display:contents)", "(display:flow-root)", "(--css:variables)"),
    *("(position:sticky)", "(position:-webkit-sticky)or(position:sticky)", "(object-fit:cover)", "(gap:1px)"),
)
_OF_NO_ELEMENTS: Final = frozenset(
    {
        *("font-face", "font-feature-values", "font-palette-values", "counter-style", "property", "page", "import"),
        *("keyframes", "-webkit-keyframes", "-moz-keyframes", "-o-keyframes", "viewport", "-ms-viewport"),
        *("position-try", "view-transition", "color-profile", "charset", "namespace", "-moz-document"),
    }
)
"""At-rules that set nothing for elements, or that no browser of today takes."""
