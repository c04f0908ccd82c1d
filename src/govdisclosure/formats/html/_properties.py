"""Properties of styles: which stand for several others, which have another name, which are of old pages."""

from __future__ import annotations

from typing import Final

WIDE: Final = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
"""Values of every property."""

OFFSETS: Final = ("top", "right", "bottom", "left")
PADDINGS: Final = tuple(f"padding-{side}" for side in OFFSETS)
MARGINS: Final = tuple(f"margin-{side}" for side in OFFSETS)
LONGHANDS: Final = {
    "font": ("font-size", "font-variant-position", "font-variant-numeric"),
    "font-variant": ("font-variant-position", "font-variant-numeric"),
    "background": ("background-color", "background-image"),
    "text-decoration": ("text-decoration-line",),
    "list-style": ("list-style-type",),
    "outline": ("outline-style",),
    "text-stroke": ("text-stroke-width",),
    "inset": OFFSETS,
    "margin": MARGINS,
    "padding": PADDINGS,
    "overflow": ("overflow-x", "overflow-y"),
    "flex-flow": ("flex-direction", "flex-wrap"),
    "mask": ("mask-image",),
    "mask-box-image": ("mask-box-image-source",),
    "offset": ("offset-path",),
    "animation": ("animation-name",),
    **{
        f"{part}-{axis}": tuple(f"{part}-{axis}-{end}" for end in ("start", "end"))
        for part in ("margin", "padding", "inset")
        for axis in ("inline", "block")
    },
}
"""Properties that stand for several others, or for one of another name."""

PHYSICAL: Final = {
    **{
        f"{bound}{logical}-size": f"{bound}{physical}"
        for bound in ("", "min-", "max-")
        for logical, physical in (("inline", "width"), ("block", "height"))
    },
    **{
        f"{part}-{logical}": physical if part == "inset" else f"{part}-{physical}"
        for part in ("margin", "padding", "inset")
        for logical, physical in (
            *(("inline-start", "left"), ("inline-end", "right")),
            *(("block-start", "top"), ("block-end", "bottom")),
        )
    },
}
"""Sizes and sides as they are called whatever the direction of the text, which is from left to right and downwards."""

SIZES_OF_BOXES: Final = ("width", "height", "min-width", "min-height", "max-width", "max-height")
OLD: Final = frozenset(
    {
        *(*SIZES_OF_BOXES, *OFFSETS, *MARGINS, *PADDINGS, "margin", "padding", "color", "background-color"),
        *("font-size", "letter-spacing", "word-spacing", "text-indent", "vertical-align"),
    }
)
"""Properties of which pages of the old kind have lengths without a unit, and colours without a sign."""

_ONLY_PREFIXED: Final = (
    "text-stroke",
    "text-stroke-width",
    "text-security",
    "text-fill-color",
    "mask-box-image",
    "mask-box-image-source",
    "box-reflect",
    "line-clamp",
)
ALIASED: Final = frozenset(_ONLY_PREFIXED)
"""Names that mean nothing without ``-webkit-`` before them."""

ALIASES: Final = {
    **{f"-webkit-{name}": name for name in _ONLY_PREFIXED},
    **{
        f"-webkit-{name}": name
        for name in (
            *("transform", "filter", "clip-path", "mask", "mask-image", "animation", "animation-name", "opacity"),
            *("font-feature-settings", "order", "flex-flow", "flex-direction", "flex-wrap", "writing-mode"),
        )
    },
    **{
        f"-webkit-{part}-{old}": f"{part}-{logical}"
        for part in ("margin", "padding")
        for old, logical in (
            *(("start", "inline-start"), ("end", "inline-end")),
            *(("before", "block-start"), ("after", "block-end")),
        )
    },
    **{
        f"-webkit-{bound}logical-{physical}": f"{bound}{logical}-size"
        for bound in ("", "min-", "max-")
        for physical, logical in (("width", "inline"), ("height", "block"))
    },
}
"""Names that a browser takes with ``-webkit-`` before them, and what they mean."""
