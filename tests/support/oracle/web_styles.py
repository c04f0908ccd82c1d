"""Declarations of style by what a person sees of the digits that have them, in a browser."""

from __future__ import annotations

from typing import Final

from support.oracle.cells import Effect

HIDDEN: Final = {
    "display:none": ("display:none", "display : none !important", "color:red;display:none;", "DISPLAY:NONE"),
    "visibility": ("visibility:hidden", "visibility:collapse", "visibility: hidden"),
    "opacity:0": ("opacity:0", "opacity:0%", "opacity:.0", "opacity:0.01", "filter:opacity(0)", "opacity:calc(0)"),
    "font-size:0": ("font-size:0", "font-size:0px", "font-size:0em", "font:0/0 a", "font-size:0%", "font-size:.0pt"),
    "no width": (
        "display:inline-block;width:0;overflow:hidden",
        "display:inline-block;max-width:0;overflow:hidden",
        "display:inline-block;width:0px;overflow:clip",
        "display:inline-block;overflow:hidden;width:0%",
    ),
    "no height": (
        "display:inline-block;height:0;overflow:hidden",
        "display:inline-block;max-height:0;overflow:hidden",
    ),
    "off screen": (
        "position:absolute;left:-9999px",
        "position:absolute;top:-9999px",
        "position:fixed;left:-100em",
        "display:inline-block;text-indent:-9999px;width:1px;overflow:hidden",
        "position:absolute;right:9999px",
        "position:absolute;transform:translateX(-9999px)",
    ),
    "clipped": (
        "position:absolute;clip:rect(0,0,0,0)",
        "position:absolute;clip:rect(1px 1px 1px 1px)",
        "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap",
    ),
    "clipped by a path": (
        "display:inline-block;clip-path:inset(100%)",
        "display:inline-block;clip-path:inset(50%)",
        "display:inline-block;clip-path:polygon(0 0,0 0,0 0)",
    ),
    "scaled away": ("display:inline-block;transform:scale(0)", "display:inline-block;scale:0"),
    "transparent": (
        "color:transparent",
        "color:rgba(0,0,0,0)",
        "color:rgb(0 0 0 / 0)",
        "color:#0000",
        "color:#ff000000",
        "color:hsla(0,100%,50%,0)",
        "color:rgba(255, 0, 0, 0.0)",
        "-webkit-text-fill-color:transparent",
    ),
    "white on white": (
        "color:white",
        "color:#fff",
        "color:#FFFFFF",
        "color:rgb(255,255,255)",
        "color:rgb(100%,100%,100%)",
        "color:hsl(0,0%,100%)",
        "color:#fefefe",
        "color:RGB( 255 , 255 , 255 )",
        "color:hwb(0 100% 0%)",
        "color:snow",
    ),
    "the colour of its ground": (
        "color:#ff0000;background:#ff0000",
        "background-color:black",
        "color:yellow;background:yellow",
        "background:#000",
        "color:navy;background-color:#000080",
        "color:rgb(0,128,0);background:green",
    ),
    "content-visibility": ("display:inline-block;content-visibility:hidden",),
}
"""What hides digits, by its name; each in several spellings."""

MARKED: Final = {
    "raised": (
        "vertical-align:super",
        "vertical-align:5px",
        "vertical-align:50%",
        "vertical-align:.4em",
        "position:relative;top:-6px",
        "position:relative;bottom:.5em",
        "display:inline-block;transform:translateY(-7px)",
        "vertical-align:super;font-size:70%",
        "vertical-align:text-top;font-size:60%",
        "position:relative;margin:0;top:-0.5em;font-size:75%",
        "display:inline-block;translate:0 -6px",
    ),
    "lowered": (
        "vertical-align:sub",
        "vertical-align:-5px",
        "position:relative;top:6px",
        "display:inline-block;transform:translate(0,6px)",
        "vertical-align:-40%",
    ),
    "smaller": ("font-size:50%", "font-size:6px", "font-size:smaller", "font-size:xx-small", "font-size:.6em"),
    "larger": ("font-size:200%", "font-size:30px", "font-size:xx-large"),
    "struck": (
        "text-decoration:line-through",
        "text-decoration-line:line-through",
        "text-decoration:underline line-through",
        "text-decoration: red wavy line-through",
        "TEXT-DECORATION:Line-Through",
        "text-decoration:line-through !important",
    ),
    "struck by a gradient": ("background:linear-gradient(transparent 45%,#000 45%,#000 55%,transparent 55%)",),
    "turned": (
        "display:inline-block;transform:rotate(180deg)",
        "display:inline-block;transform:rotate(90deg)",
        "display:inline-block;transform:scaleX(-1)",
        "display:inline-block;rotate:90deg",
        "display:inline-block;writing-mode:vertical-rl",
    ),
    "doubled by a shadow": ("text-shadow:12px 0 0 #000", "text-shadow:0 9px #000", "text-shadow:-10px 2px 0 red"),
    "set off": (
        "margin-left:40px;margin-right:40px",
        "display:block",
        "padding:0 3em",
        "display:list-item;list-style:none",
    ),
    "laid over": (
        "margin-left:-8px;margin-right:-8px",
        "position:relative;left:-8px",
        "margin:0 -7px",
    ),
    "nearly transparent": ("opacity:.15", "color:rgba(0,0,0,.1)", "color:#dcdcdc"),
}
"""What leaves digits seen, but as no plain part of the figure."""

SHOWN: Final = {
    "hidden, then shown": (
        "display:none;display:inline",
        "visibility:hidden;visibility:visible",
        "color:#fff;color:#000",
        "opacity:0;opacity:1",
        "font-size:0;font-size:inherit",
        "display:none !important;display:inline !important",
    ),
    "for other programs": ("mso-hide:all", "mso-text-raise:6pt", "mso-ansi-font-size:2pt", "-x-display:none"),
    "invalid": ("display:nonesuch", "color:whitish", "opacity:none", "visibility:hiden", "font-size:-1px"),
    "slightly": ("position:relative;top:1px", "opacity:.8", "vertical-align:0", "font-size:98%"),
}
"""What looks like one of the others and is not; a note may doubt it."""

HARMLESS: Final = {
    "bold": ("font-weight:bold", "font-weight:700"),
    "coloured": ("color:red", "color:#333", "color:rgb(0,0,255)", "color:#666666"),
    "on coloured ground": ("background:yellow", "background-color:#ffffcc", "background:#eee;color:#000"),
    "white on dark ground": (
        "color:#fff;background:#036",
        "color:white;background-color:black",
        "background:#c00;color:#FFFFFF",
    ),
    "underlined": ("text-decoration:underline", "border-bottom:1px solid"),
    "in another font": (
        "font-family:SimSun,serif",
        "font-family:Courier,monospace",
        "font-family:宋体;font-style:italic",
    ),
    "spaced": ("letter-spacing:0.5px", "mso-font-kerning:0pt", "line-height:150%", "mso-bidi-font-size:10.5pt"),
    "plain": ("display:inline", "visibility:visible", "opacity:1", "text-align:center", "text-decoration:none"),
}
"""What ordinary pages do to figures."""

KEEPS_ROOM: Final = frozenset(
    {
        "visibility",
        "opacity:0",
        "no height",
        "clipped by a path",
        "scaled away",
        "transparent",
        "white on white",
        "the colour of its ground",
    }
)
"""What hides digits and leaves their room."""

NEVER_WHOLE: Final = frozenset({"laid over", "turned"})
"""What says nothing of a figure all whose digits have it."""

WHOLE_SHOWN: Final = frozenset({"raised", "lowered", "smaller", "larger", "set off"})
"""What leaves a figure plain where all its digits have it."""

STYLES: Final = {
    Effect.HIDDEN: HIDDEN,
    Effect.MARKED: MARKED,
    Effect.SHOWN: SHOWN,
    Effect.HARMLESS: HARMLESS,
}
"""All declarations by what a person sees."""
