"""Declarations of styles: which of them a browser understands, one value for each property that can matter here."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, TypeAlias

import tinycss2

from govdisclosure.formats.html._colours import Colour, colour_of
from govdisclosure.formats.html._thresholds import DEEPEST_BRACKETS, LONGEST_NUMBER, LONGEST_STYLE, MOST_VALUES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tinycss2.ast import Node


Value: TypeAlias = "str | float | Colour"
"""What a property is set to, as far as it matters: a keyword, a number of pixels or the like, a colour."""

Pair: TypeAlias = "tuple[str, Value]"
Variables: TypeAlias = "Mapping[str, Sequence[Node]]"
_Parser: TypeAlias = "Callable[[str, Sequence[Node]], Iterable[Pair]]"

UNKNOWN: Final = math.nan
"""A number that the style sheet leaves to the browser: ``calc(…)``."""

PERCENT: Final = 5.0
"""Pixels for one in a hundred, as if of a column of 500."""

_PIXELS: Final = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "q": 0.945,
    **dict.fromkeys(("em", "rem", "ic"), 16.0),
    **dict.fromkeys(("ex", "ch"), 8.0),
    **dict.fromkeys(("vw", "vi", "vmax", "svw", "lvw", "dvw"), 12.8),
    **dict.fromkeys(("vh", "vb", "vmin", "svh", "lvh", "dvh"), 8.0),
    **dict.fromkeys(("lh", "rlh"), 20.0),
}
_SIZES: Final = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
    "xxx-large": 48.0,
}
WIDE: Final = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
"""Values of every property."""

_NONE: Final[Variables] = {}
_INSIDE: Final = frozenset(
    {
        *("inline", "block", "none", "contents", "inline-block", "flex", "inline-flex", "grid", "inline-grid"),
        *("list-item", "flow-root", "flow", "table", "inline-table", "table-cell", "table-row", "table-caption"),
        *("table-row-group", "table-header-group", "table-footer-group", "table-column", "table-column-group"),
        *("-webkit-box", "-webkit-inline-box", "-webkit-flex", "-webkit-inline-flex", "ruby", "ruby-text", "math"),
    }
)
_KEYWORDS: Final = {
    "display": _INSIDE,
    "visibility": frozenset({"visible", "hidden", "collapse"}),
    "position": frozenset({"static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky"}),
    "float": frozenset({"none", "left", "right", "inline-start", "inline-end"}),
    "direction": frozenset({"ltr", "rtl"}),
    "unicode-bidi": frozenset(
        {"normal", "embed", "isolate", "plaintext", "bidi-override", "isolate-override", "-webkit-isolate"}
    ),
    "content-visibility": frozenset({"visible", "auto", "hidden"}),
    "overflow-x": frozenset({"visible", "hidden", "clip", "scroll", "auto", "overlay"}),
    "overflow-y": frozenset({"visible", "hidden", "clip", "scroll", "auto", "overlay"}),
    "flex-direction": frozenset({"row", "row-reverse", "column", "column-reverse"}),
    "flex-wrap": frozenset({"nowrap", "wrap", "wrap-reverse"}),
    "mso-hide": frozenset({"all", "none", "screen"}),
}
_VERTICAL: Final = {
    **dict.fromkeys(("baseline", "middle", "top", "bottom", "text-top", "text-bottom"), 0.0),
    "super": 5.0,
    "sub": -5.0,
}
_BRACKETS: Final = re.compile(r"[()\[\]{}]")
_LONG_NUMBER: Final = re.compile(f"[0-9]{{{LONGEST_NUMBER}}}")
_CALCULATED: Final = re.compile(r"(?:calc|var|env|min|max|clamp|attr|round|abs|-webkit-calc)$")


def declarations(items: Iterable[Node], variables: Variables = _NONE) -> Iterator[tuple[str, Value, bool]]:
    """Give property, value and importance of the declarations among parsed items, in their order."""
    for item in items:
        if item.type == "declaration":
            name = item.lower_name.removeprefix("-webkit-")
            parser = _PARSERS.get(name)
            if parser is not None:
                tokens = [token for token in item.value if token.type not in {"whitespace", "comment"}]
                for longhand, value in _values(name, tokens, parser, variables):
                    yield longhand, value, item.important


def _values(name: str, tokens: Sequence[Node], parser: _Parser, variables: Variables) -> Iterable[Pair]:
    wide = tokens[0].lower_value if len(tokens) == 1 and tokens[0].type == "ident" else ""
    # td {display: revert-layer}
    if wide == "revert-layer":
        return [(longhand, UNKNOWN) for longhand in _LONGHANDS.get(name, (name,))]
    # <b style="color: inherit">
    if wide in WIDE and name != "all":
        return [(longhand, wide) for longhand in _LONGHANDS.get(name, (name,))]
    # <b style="color: var(--ink)">
    if any(map(_is_variable, tokens)):
        tokens = _filled_in(tokens, variables)
    if len(tokens) > MOST_VALUES or any(map(_is_variable, tokens)):
        return [(longhand, UNKNOWN) for longhand in _LONGHANDS.get(name, (name,))]
    return parser(name, tokens) if tokens else ()


def _is_variable(token: Node) -> bool:
    return bool(token.type == "function" and token.lower_name == "var")


def _filled_in(tokens: Iterable[Node], variables: Variables) -> list[Node]:
    """Put the values of variables in their places, but not those of the variables in these."""
    whole: list[Node] = []
    for token in tokens:
        names = token.arguments if _is_variable(token) else ()
        value = next(
            (variables[name.value] for name in names if name.type == "ident" and name.value in variables), None
        )
        is_short = value is not None and len(value) <= MOST_VALUES
        whole += [each for each in value or () if each.type not in {"whitespace", "comment"}] if is_short else [token]
        if len(whole) > MOST_VALUES:
            break
    return whole


def of_style(style: str, variables: Variables = _NONE) -> Iterator[tuple[str, Value, bool]]:
    """Give the declarations of the style of an element; of one that is not parsed, that nobody knows what it does."""
    if len(style) > LONGEST_STYLE or is_unparsable(style):
        return iter([("all", "some", True)])
    return declarations(tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True), variables)


def is_unparsable(style: str) -> bool:
    """Tell whether brackets are deeper in each other, or a number is longer, than in any style that somebody wrote."""
    if _LONG_NUMBER.search(style) is not None:
        return True
    depth = 0
    for bracket in _BRACKETS.finditer(style):
        depth = depth + 1 if bracket[0] in "([{" else max(depth - 1, 0)
        if depth > DEEPEST_BRACKETS:
            return True
    return False


def pixels(token: Node) -> float | None:
    """Give a length in pixels; UNKNOWN where it is computed, None where it is no length."""
    if token.type == "dimension":
        unit = _PIXELS.get(token.lower_unit)
        return None if unit is None else token.value * unit
    if token.type == "percentage":
        return float(token.value) * PERCENT
    # top: -5, as pages without a document type have it
    if token.type == "number":
        return float(token.value)
    return UNKNOWN if token.type == "function" and _CALCULATED.match(token.lower_name) else None


def _idents(tokens: Iterable[Node]) -> list[str]:
    return [token.lower_value for token in tokens if token.type == "ident"]


def _keyword(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    idents = _idents(tokens)
    if len(idents) == len(tokens) and _KEYWORDS[name].issuperset(idents):
        yield name, " ".join(idents)


def _length(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give a length; a keyword such as ``auto`` is none, and takes nothing away."""
    if len(tokens) == 1:
        length = pixels(tokens[0])
        if length is not None:
            yield name, length
        elif tokens[0].type == "ident" and tokens[0].lower_value in {"auto", "normal", "none"}:
            yield name, "auto"


def _share(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give a number, of which a percentage is a share: opacity, zoom."""
    (token, *others) = tokens
    if others:
        return
    if token.type in {"number", "percentage"}:
        yield name, token.value / (100 if token.type == "percentage" else 1)
    elif token.type == "function":
        yield name, UNKNOWN
    elif token.type == "ident" and token.lower_value in {"normal", "auto"}:
        yield name, "auto"


def _line_height(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    (token, *others) = tokens
    if others:
        return
    if token.type in {"number", "percentage"}:
        yield name, token.value * 16 / (100 if token.type == "percentage" else 1)
    else:
        yield from _length(name, tokens)


def _font_size(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give a size in pixels, or as a share of that around, which is negative."""
    (token, *others) = tokens
    if others:
        return
    if token.type == "ident":
        if token.lower_value in _SIZES:
            yield name, _SIZES[token.lower_value]
        elif token.lower_value in {"smaller", "larger"}:
            yield name, -0.83 if token.lower_value == "smaller" else -1.2
    elif token.type == "percentage":
        yield name, -token.value / 100
    elif token.type == "dimension" and token.lower_unit == "em":
        yield name, -token.value
    else:
        yield from _length(name, tokens)


def _font(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    # font: bold 12px/1.5 宋体
    for token in tokens:
        sizes = [] if token.type == "number" and token.value != 0 else [*_font_size("font-size", [token])]
        if sizes:
            yield sizes[0]
            return


def _vertical_align(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    (token, *others) = tokens
    if not others and token.type == "ident" and token.lower_value in _VERTICAL:
        yield name, _VERTICAL[token.lower_value]
    elif not others:
        yield from _length(name, tokens)


def _decoration(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    # text-decoration: underline line-through
    yield "text-decoration-line", "line-through" if "line-through" in _idents(tokens) else "none"


def _ink(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    colour = colour_of(tokens)
    if colour is not None:
        yield name, colour
    # color: color-mix(in srgb, red, blue)
    elif len(tokens) == 1 and tokens[0].type == "function":
        yield name, UNKNOWN
    elif "currentcolor" in _idents(tokens):
        yield name, "inherit"


def _background(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give the colour of a background and whether there is a picture on it, each of which may be left out."""
    named = (colour_of([token]) for token in tokens if token.type != "number")
    colours = [*filter(None, named)]
    pictures = [*filter(None, map(_picture, tokens))]
    yield "background-color", colours[0] if colours else "initial"
    yield "background-image", max(pictures, default="none")


def _background_image(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    pictures = [*filter(None, map(_picture, tokens))]
    yield name, max(pictures, default="none")


def _picture(token: Node) -> str | None:
    if token.type == "url":
        return "picture"
    if token.type != "function" or colour_of([token]) is not None:
        return None
    return "picture" if token.lower_name == "url" else "pictured"


def _list_style(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    idents = set(_idents(tokens)) - {"inside", "outside"}
    plain = not idents - {"none", "disc", "circle", "square"} and not any(token.type == "string" for token in tokens)
    yield "list-style-type", "none" if plain else "numbers"


def _four(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give the lengths of the four sides, of which two or three may stand for those opposite."""
    top, right, bottom, left = (tokens[place] for place in _FOUR.get(len(tokens), _FOUR[1]))
    for side, token in zip(_OFFSETS, (top, right, bottom, left), strict=True):
        yield from _length(side if name == "inset" else f"{name}-{side}", [token])


def _overflow(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    idents = _idents(tokens)
    if idents and _KEYWORDS["overflow-x"].issuperset(idents):
        yield "overflow-x", idents[0]
        yield "overflow-y", idents[-1]


def _flow(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    for ident in _idents(tokens):
        for name in ("flex-direction", "flex-wrap"):
            if ident in _KEYWORDS[name]:
                yield name, ident


def _clip(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    (token, *others) = tokens
    if others:
        return
    if token.type == "function" and token.lower_name == "rect":
        sides = [pixels(each) for each in token.arguments if each.type not in {"whitespace", "comment", "literal"}]
        is_nothing = len(sides) == 4 and all(side is not None and 0 <= side <= 1 for side in sides)
        yield name, "nothing" if is_nothing else "part"
    elif token.type == "ident" and token.lower_value == "auto":
        yield name, "auto"


def _none_or_some(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Tell whether a property does something of its own: a transformation, a filter."""
    printed = tinycss2.serialize(tokens[:_MOST_TOKENS]).lower()
    is_idle = len(tokens) <= _MOST_TOKENS and bool(_IDLE.fullmatch(printed) or printed == _IDLE_NUMBERS.get(name))
    yield name, "none" if is_idle else "some"


_MOST_TOKENS: Final = 20
_IDLE: Final = re.compile(
    r"none|auto|normal|horizontal-tb|lr-tb|lr|translate(?:3d|[xyz])?\((?:0(?:px|%)?[, ]*)+\)|"
    r"scale(?:3d|[xyz])?\((?:1[, ]*)+\)|rotate(?:3d|[xyz])?\(0(?:deg)?\)|grayscale\([^()]*\)"
)
_IDLE_NUMBERS: Final = {"scale": "1", "rotate": "0deg", "translate": "0"}
_SUPER: Final = frozenset({"super", "sups", "ordn", "numr"})
_SUB: Final = frozenset({"sub", "subs", "dnom", "sinf", "diagonal-fractions", "stacked-fractions", "frac", "afrc"})


def _variant(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Tell whether a font raises or lowers its digits."""
    named = {token.lower_value if token.type == "ident" else token.value for token in tokens if hasattr(token, "value")}
    yield "font-variant", "super" if named & _SUPER else "sub" if named & _SUB else "none"


def _shadow(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    lengths = [length for length in map(pixels, tokens) if length is not None]
    yield name, "some" if any(not abs(length) <= _DOUBLED for length in lengths[:2]) or len(lengths) > 4 else "none"


_DOUBLED: Final = 3.0


def _content(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Tell what is put before or behind: none, an empty box, or some words, a counter, a picture."""
    is_empty = all(
        token.type in {"ident", "literal"} or (token.type == "string" and not token.value.strip()) for token in tokens
    )
    quoted = any(token.type == "ident" and token.lower_value.endswith("-quote") for token in tokens)
    is_none = all(token.type == "ident" for token in tokens)
    yield name, "some" if quoted or not is_empty else "none" if is_none else "empty"


def _some(name: str, _tokens: Sequence[Node]) -> Iterator[Pair]:
    yield name, "some"


_FOUR: Final = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
_OFFSETS: Final = ("top", "right", "bottom", "left")
_LONGHANDS: Final = {
    "font": ("font-size", "font-variant"),
    "background": ("background-color", "background-image"),
    "text-decoration": ("text-decoration-line",),
    "list-style": ("list-style-type",),
    "inset": _OFFSETS,
    "margin": tuple(f"margin-{side}" for side in _OFFSETS),
    "padding": tuple(f"padding-{side}" for side in _OFFSETS),
    "overflow": ("overflow-x", "overflow-y"),
    "flex-flow": ("flex-direction", "flex-wrap"),
    "mask": ("mask-image",),
    "animation": ("animation-name",),
    "font-feature-settings": ("font-variant",),
    "font-variant-position": ("font-variant",),
    "font-variant-numeric": ("font-variant",),
}
_PARSERS: Final[dict[str, _Parser]] = {
    **dict.fromkeys(_KEYWORDS, _keyword),
    **dict.fromkeys((*_OFFSETS, "letter-spacing", "word-spacing", "text-indent", "order", "z-index"), _length),
    **dict.fromkeys(("width", "height", "max-width", "max-height", "min-width", "min-height"), _length),
    **dict.fromkeys(("margin-left", "margin-right", "margin-top", "margin-bottom"), _length),
    **dict.fromkeys(("padding-left", "padding-right", "padding-top", "padding-bottom"), _length),
    **dict.fromkeys(("mso-text-raise", "text-underline-offset"), _length),
    **dict.fromkeys(("transform", "filter", "clip-path", "mask-image", "scale", "rotate", "translate"), _none_or_some),
    **dict.fromkeys(("text-security", "mix-blend-mode", "offset-path", "box-reflect", "line-clamp"), _none_or_some),
    **dict.fromkeys(("animation-name", "initial-letter", "writing-mode"), _none_or_some),
    **dict.fromkeys(("font-variant", "font-variant-position", "font-variant-numeric"), _variant),
    "font-feature-settings": _variant,
    "all": _some,
    "animation": lambda _name, tokens: _none_or_some("animation-name", tokens),
    "mask": lambda _name, tokens: _none_or_some("mask-image", tokens),
    "background": _background,
    "background-color": _ink,
    "background-image": _background_image,
    "clip": _clip,
    "color": _ink,
    "text-fill-color": _ink,
    "content": _content,
    "flex-flow": _flow,
    "font": _font,
    "font-size": _font_size,
    "inset": _four,
    "line-height": _line_height,
    "list-style": _list_style,
    "list-style-type": _list_style,
    "margin": _four,
    "opacity": _share,
    "overflow": _overflow,
    "padding": _four,
    "text-decoration": _decoration,
    "text-decoration-line": _decoration,
    "text-shadow": _shadow,
    "vertical-align": _vertical_align,
    "zoom": _share,
}
