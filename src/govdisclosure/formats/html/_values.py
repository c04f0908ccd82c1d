"""What a browser understands of the value of each property that can matter here; nothing of what it throws away."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from govdisclosure.formats.html._backgrounds import background, background_image, ink
from govdisclosure.formats.html._colours import bare_colour_of, colour_of
from govdisclosure.formats.html._lengths import UNKNOWN, pixels
from govdisclosure.formats.html._properties import LONGHANDS, MARGINS, OFFSETS, OLD, PADDINGS, PHYSICAL, SIZES_OF_BOXES
from govdisclosure.formats.html._thresholds import MOST_TOKENS_OF_NOTHING, THIN_STROKE
from govdisclosure.formats.html._tokens import idents_among, is_sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tinycss2.ast import Node

    from govdisclosure.formats.html._tokens import Pair

Parser: TypeAlias = "Callable[[str, Sequence[Node]], Iterable[Pair]]"

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
    "position": frozenset({"static", "relative", "absolute", "fixed", "sticky"}),
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
    "white-space": frozenset({"normal", "nowrap", "pre", "pre-wrap", "pre-line", "break-spaces"}),
}
_TOGETHER: Final = {
    "display": frozenset(
        {"inline", "block", "flow", "flow-root", "flex", "grid", "table", "ruby", "list-item", "math"}
    ),
}
"""Words of which a value has several."""

_VERTICAL: Final = {
    **dict.fromkeys(("baseline", "middle", "top", "bottom", "text-top", "text-bottom"), 0.0),
    "super": 5.0,
    "sub": -5.0,
}


def _keyword(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    idents = idents_among(tokens)
    # display: inline flow-root
    allowed = _KEYWORDS[name] if len(tokens) == 1 else _TOGETHER.get(name, frozenset())
    if len(idents) == len(tokens) and allowed.issuperset(idents):
        yield name, " ".join(idents)


def _length(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give a length; a keyword such as ``auto`` is none, and takes nothing away."""
    if len(tokens) == 1:
        length = pixels(tokens[0])
        if length is not None and not (length < 0 and name in _NOT_NEGATIVE):
            yield name, length
        # width: calc(1px - 2px)
        elif length is not None and tokens[0].type == "function":
            yield name, 0.0
        elif tokens[0].type == "ident" and name in _WITHOUT_LENGTH.get(tokens[0].lower_value, ()):
            yield name, "auto"


def _whole(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give a whole number: order, z-index."""
    (token, *others) = tokens
    if not others and (token.type == "function" or (token.type == "number" and token.is_integer)):
        yield name, UNKNOWN if token.type == "function" else float(token.value)
    elif not others and name == "z-index" and token.type == "ident" and token.lower_value == "auto":
        yield name, "auto"


def _share(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give a number, of which a percentage is a share: opacity, zoom."""
    (token, *others) = tokens
    if others:
        return
    if token.type in {"number", "percentage"}:
        share = token.value / (100 if token.type == "percentage" else 1)
        if share >= 0 or name == "opacity":
            yield name, share
    elif token.type == "function":
        yield name, UNKNOWN
    elif name == "zoom" and token.type == "ident" and token.lower_value == "normal":
        yield name, "auto"


def _line_height(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    (token, *others) = tokens
    if others:
        return
    if token.type in {"number", "percentage"}:
        if token.value >= 0:
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
    elif token.type == "percentage" or (token.type == "dimension" and token.lower_unit == "em"):
        if token.value >= 0:
            yield name, -token.value / (100 if token.type == "percentage" else 1)
    else:
        yield from _length(name, tokens)


def _font(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    # font: bold 12px/1.5 宋体
    for place, token in enumerate(tokens):
        sizes = [] if token.type == "number" and token.value != 0 else [*_font_size("font-size", [token])]
        if sizes:
            behind = place + (3 if any(is_sign(each, "/") for each in tokens[place + 1 : place + 2]) else 1)
            if _is_family(tokens[behind:]):
                yield sizes[0]
            return
        if token.type != "number" and not (token.type == "ident" and token.lower_value in _OF_FONTS):
            return


def _is_family(tokens: Sequence[Node]) -> bool:
    """Tell whether the names of fonts stand there, without which a browser throws ``font`` away."""
    return bool(tokens) and all(token.type in {"ident", "string"} or is_sign(token, ",") for token in tokens)


def _vertical_align(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    (token, *others) = tokens
    if not others and token.type == "ident" and token.lower_value in _VERTICAL:
        yield name, _VERTICAL[token.lower_value]
    elif not others:
        yield from _length(name, tokens)


def _decoration(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    idents = idents_among(tokens)
    kinds = _LINES if name == "text-decoration-line" else _LINES | _OF_LINES
    # underline wavy red 2px
    for token in tokens:
        is_known = token.type == "ident" and token.lower_value in kinds
        is_other = colour_of([token]) is not None or pixels(token) is not None or token.type == "function"
        if not is_known and not (is_other and name == "text-decoration"):
            return
    # text-decoration: underline line-through
    yield "text-decoration-line", "line-through" if "line-through" in idents else "none"


def _list_style(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    if not all(token.type in {"ident", "string", "url", "function"} for token in tokens):
        return
    idents = set(idents_among(tokens)) - {"inside", "outside"}
    plain = not idents - {"none", "disc", "circle", "square"} and not any(token.type == "string" for token in tokens)
    yield "list-style-type", "none" if plain else "numbers"


def _four(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give the lengths of the four sides, of which two or three may stand for those opposite."""
    yield from _sides(name, tokens, _FOUR.get(len(tokens), ()))


def _two(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give the lengths of two sides, of which one may stand for both."""
    yield from _sides(name, tokens, _TWO.get(len(tokens), ()))


def _sides(name: str, tokens: Sequence[Node], places: Sequence[int]) -> Iterable[Pair]:
    """Give the lengths of sides; of none where one is no length, since a browser throws them away together."""
    sides = [[*_length(longhand, [tokens[place]])] for longhand, place in zip(LONGHANDS[name], places, strict=False)]
    return chain.from_iterable(sides) if all(sides) else ()


def _overflow(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    idents = idents_among(tokens)
    if len(idents) == len(tokens) <= len(("x", "y")) and _KEYWORDS["overflow-x"].issuperset(idents):
        yield "overflow-x", idents[0]
        yield "overflow-y", idents[-1]


def _flow(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    names = ("flex-direction", "flex-wrap")
    known = [(name, ident) for ident in idents_among(tokens) for name in names if ident in _KEYWORDS[name]]
    if len(known) == len(tokens):
        yield from known


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
    printed = " ".join(token.serialize() for token in tokens[:MOST_TOKENS_OF_NOTHING]).lower()
    is_idle = len(tokens) <= MOST_TOKENS_OF_NOTHING and _IDLE.get(name, _NO_VALUE).fullmatch(printed) is not None
    yield name, "none" if is_idle else "some"


def _filter(name: str, tokens: Sequence[Node]) -> Iterable[Pair]:
    # filter: alpha(opacity=90), filter: progid:DXImageTransform.Microsoft.gradient(…), which no browser takes any more
    is_past = any(is_sign(token, ":") or getattr(token, "lower_name", "") == "alpha" for token in tokens)
    return () if is_past else _none_or_some(name, tokens)


def _transform(name: str, tokens: Sequence[Node]) -> Iterable[Pair]:
    """Give a transformation; "centred" where it moves to the left by half of what is moved."""
    printed = " ".join(token.serialize() for token in tokens[:1]).lower()
    is_centred = len(tokens) == 1 and _CENTRED.fullmatch(printed) is not None
    return [(name, "centred")] if is_centred else _none_or_some(name, tokens)


_NO_VALUE: Final = re.compile("none")
_NOUGHT: Final = "0(?:px|%)?"
_CENTRED: Final = re.compile(rf"translate(?:x\(-50%|\(-50%(?:, ?{_NOUGHT})?|3d\(-50%, ?{_NOUGHT}, ?0(?:px)?)\)")
_IDLE: Final = {
    "transform": re.compile(
        rf"none|translate\({_NOUGHT}(?:, ?{_NOUGHT})?\)|translate[xy]\({_NOUGHT}\)|translatez\(0(?:px)?\)|"
        rf"translate3d\({_NOUGHT}, ?{_NOUGHT}, ?0(?:px)?\)|scale\(1(?:, ?1)?\)|scale[xyz]\(1\)|"
        r"scale3d\(1, ?1, ?1\)|rotate[xyz]?\(0(?:deg)?\)"
    ),
    "filter": re.compile(r"none|grayscale\((?:[01]?(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?%)\)"),
    "scale": re.compile("none|1"),
    "rotate": re.compile("none|0deg"),
    "translate": re.compile("none|0(?:px)?"),
    "mix-blend-mode": re.compile("normal"),
    "initial-letter": re.compile("normal"),
    "line-clamp": re.compile("none|auto"),
    "writing-mode": re.compile("horizontal-tb|lr-tb|lr"),
    "contain": re.compile("none|layout|style|layout style|style layout"),
}
_SUPER: Final = frozenset({"super", "sups", "ordn", "numr"})
_SUB: Final = frozenset({"sub", "subs", "dnom", "sinf", "diagonal-fractions", "stacked-fractions", "frac", "afrc"})


def _variant(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Tell whether a font raises or lowers its digits."""
    # font-feature-settings: "sups" 1
    named = {token.lower_value if token.type == "ident" else token.value for token in tokens if hasattr(token, "value")}
    lifted = "super" if named & _SUPER else "sub" if named & _SUB else "none"
    is_known = _are_features(tokens) if name == "font-feature-settings" else _are_variants(tokens)
    if lifted != "none" or is_known:
        for longhand in LONGHANDS.get(name, (name,)):
            yield longhand, lifted


def _are_variants(tokens: Sequence[Node]) -> bool:
    idents = idents_among(tokens)
    return len(idents) == len(tokens) and _VARIANTS.issuperset(idents)


def _are_features(tokens: Sequence[Node]) -> bool:
    """Tell whether a value names features of a font: ``"sups" on, "kern" 0``; ``normal`` is none."""
    if len(tokens) == 1 and idents_among(tokens) == ["normal"]:
        return True
    others = all(
        token.type in {"string", "number"} or is_sign(token, ",") or idents_among([token]) in (["on"], ["off"])
        for token in tokens
    )
    return others and tokens[0].type == "string"


def _shadow(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    lengths = [length for length in map(pixels, tokens) if length is not None]
    # text-shadow: 0, which is none
    if len(lengths) < len(("x", "y")) and idents_among(tokens) != ["none"]:
        return
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


def _outline(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Tell whether a line is drawn around an element; ``outline: 0`` has no style of a line."""
    styles = {*idents_among(tokens)} & _OUTLINES
    yield "outline-style", "some" if styles else "none"


def _stroke(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Tell whether the edges of letters are drawn so broad that these may not be seen."""
    widths = [width for width in map(pixels, tokens) if width is not None]
    is_named = not {"thin", "medium", "thick"}.isdisjoint(idents_among(tokens))
    yield name, "some" if is_named or any(not width <= THIN_STROKE for width in widths) else "none"


def _some(name: str, _tokens: Sequence[Node]) -> Iterator[Pair]:
    yield name, "some"


_TWO: Final = {1: (0, 0), 2: (0, 1)}
_FOUR: Final = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
PARSERS: Final[dict[str, Parser]] = {
    **dict.fromkeys(_KEYWORDS, _keyword),
    **dict.fromkeys((*OFFSETS, "letter-spacing", "word-spacing", "text-indent"), _length),
    **dict.fromkeys(("order", "z-index"), _whole),
    **dict.fromkeys((name for name in PHYSICAL), _length),
    **dict.fromkeys(
        (f"{part}-{axis}" for part in ("margin", "padding", "inset") for axis in ("inline", "block")), _two
    ),
    **dict.fromkeys(("width", "height", "max-width", "max-height", "min-width", "min-height"), _length),
    **dict.fromkeys(("margin-left", "margin-right", "margin-top", "margin-bottom"), _length),
    **dict.fromkeys(("padding-left", "padding-right", "padding-top", "padding-bottom"), _length),
    **dict.fromkeys(("mso-text-raise", "text-underline-offset"), _length),
    "filter": _filter,
    "transform": _transform,
    **dict.fromkeys(("clip-path", "mask-image", "scale", "rotate", "translate"), _none_or_some),
    **dict.fromkeys(("text-security", "mix-blend-mode", "offset-path", "box-reflect", "line-clamp"), _none_or_some),
    "mask-box-image-source": _none_or_some,
    **dict.fromkeys(("animation-name", "initial-letter", "writing-mode", "contain", "font-size-adjust"), _none_or_some),
    **dict.fromkeys(("font-variant", "font-variant-position", "font-variant-numeric"), _variant),
    "font-feature-settings": _variant,
    "all": _some,
    "animation": lambda _name, tokens: _none_or_some("animation-name", tokens),
    "mask": lambda _name, tokens: _none_or_some("mask-image", tokens),
    "mask-box-image": lambda _name, tokens: _none_or_some("mask-box-image-source", tokens),
    "offset": lambda _name, tokens: _none_or_some("offset-path", tokens),
    "background": background,
    "background-color": ink,
    "background-image": background_image,
    "clip": _clip,
    "color": ink,
    "text-fill-color": ink,
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
    "outline": _outline,
    "outline-offset": _length,
    "outline-style": _outline,
    "padding": _four,
    "text-decoration": _decoration,
    "text-decoration-line": _decoration,
    "text-shadow": _shadow,
    "text-stroke": lambda _name, tokens: _stroke("text-stroke-width", tokens),
    "text-stroke-width": _stroke,
    "vertical-align": _vertical_align,
    "zoom": _share,
}
_OF_LENGTHS: Final = frozenset(
    {
        *OLD,
        *PHYSICAL,
        *(name for name, parser in PARSERS.items() if parser in {_two, _four}),
        *("text-underline-offset", "text-shadow", "outline-offset"),
    }
)
_NOT_NEGATIVE: Final = frozenset(
    {"font-size", "line-height", *SIZES_OF_BOXES, *PADDINGS}
    | {name for name, physical in PHYSICAL.items() if physical in {*SIZES_OF_BOXES, *PADDINGS}}
)
_WITHOUT_LENGTH: Final = {
    "auto": frozenset(
        {*OFFSETS, *MARGINS, *SIZES_OF_BOXES[:4], "text-underline-offset"}
        | {name for name in PHYSICAL if not name.startswith(("padding", "max"))}
    ),
    "normal": frozenset({"letter-spacing", "word-spacing", "line-height"}),
    "none": frozenset({"max-width", "max-height", "max-inline-size", "max-block-size"}),
}
"""Words that stand for a length, and of which properties."""

_OF_FONTS: Final = frozenset(
    {
        *(
            "normal",
            "italic",
            "oblique",
            "small-caps",
            "bold",
            "bolder",
            "lighter",
            "ultra-condensed",
            "extra-condensed",
        ),
        *("condensed", "semi-condensed", "semi-expanded", "expanded", "extra-expanded", "ultra-expanded"),
    }
)
_LINES: Final = frozenset({"none", "underline", "overline", "line-through", "blink", "spelling-error", "grammar-error"})
_OF_LINES: Final = frozenset({"solid", "double", "dotted", "dashed", "wavy", "auto", "from-font", "currentcolor"})
_OUTLINES: Final = frozenset({"auto", "solid", "double", "dotted", "dashed", "groove", "ridge", "inset", "outset"})
_VARIANTS: Final = frozenset(
    {
        *("normal", "none", "small-caps", "all-small-caps", "petite-caps", "all-petite-caps", "unicase"),
        *("titling-caps", "lining-nums", "oldstyle-nums", "proportional-nums", "tabular-nums", "slashed-zero"),
        *("common-ligatures", "no-common-ligatures", "ordinal"),
    }
)


def is_of_old_pages(name: str, tokens: Sequence[Node]) -> bool:
    """Tell whether a value is one on pages of the old kind only: ``height: 20``, ``color: 000``."""
    if PARSERS[name] is ink:
        return bare_colour_of(tokens[0]) is not None
    return name in _OF_LENGTHS and any(token.type == "number" and token.value != 0 for token in tokens)
