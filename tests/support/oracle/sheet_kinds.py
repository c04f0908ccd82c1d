"""Kinds of workbooks in which digits are hidden, struck, raised or added by formats."""

from __future__ import annotations

import datetime as dt
import io
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PIL import Image

from support.oracle.cells import Effect
from support.oracle.sheets import SheetKind

if TYPE_CHECKING:
    from support.oracle.cells import Parts
    from support.oracle.sheets import Spot

_PIECES: Final[dict[Effect, dict[str, dict[str, Any]]]] = {
    Effect.MARKED: {
        "raised": {"font_script": 1},
        "lowered": {"font_script": 2},
        "struck": {"font_strikeout": True},
        "smaller": {"font_size": 8},
        "larger": {"font_size": 20},
    },
    Effect.HIDDEN: {"white": {"font_color": "#FFFFFF"}, "nearly white": {"font_color": "#FEFEFE"}},
    Effect.HARMLESS: {
        "bold": {"bold": True},
        "coloured": {"font_color": "#FF0000"},
        "underlined": {"underline": 1},
        "italic": {"italic": True},
        "in another font": {"font_name": "DejaVu Serif"},
        "in the same look": {},
    },
}
"""Properties of pieces of a rich text by what a person sees of their digits."""

_CELLS: Final[dict[Effect, dict[str, dict[str, Any]]]] = {
    Effect.HIDDEN: {
        "white": {"font_color": "#FFFFFF"},
        "the colour of its ground": {"font_color": "#0000FF", "bg_color": "#0000FF"},
        "black on black": {"bg_color": "#000000"},
        "format ;;;": {"num_format": ";;;"},
        "format of blanks": {"num_format": '"";"";"";""'},
        "format ;": {"num_format": ";"},
        "format [white]": {"num_format": "[White]0"},
        "format above a number": {"num_format": '[>0]"";0'},
    },
    Effect.MARKED: {
        "struck": {"font_strikeout": True},
        "format %": {"num_format": "0%"},
        "format with a sign": {"num_format": "-0"},
        "format in thousands": {"num_format": "0.0,"},
        "format of science": {"num_format": "0.00E+00"},
        "format too wide": {"num_format": "0.000000000000000000000"},
        "format in brackets": {"num_format": "(0)"},
        "format of a fraction": {"num_format": "0/100"},
    },
    Effect.SHOWN: {
        "raised": {"font_script": 1},
        "turned": {"rotation": 90},
        "stacked": {"rotation": 270},
        "format 0": {"num_format": "0"},
        "format ??0": {"num_format": "??0"},
        "format of four parts": {"num_format": '0;-0;"";@'},
        "format of a colour": {"num_format": "[Red]0"},
        "format of a condition": {"num_format": "[>100000]0.0;0"},
        "shrunk": {"shrink": True},
        "hidden from the formula bar": {"hidden": True},
    },
    Effect.HARMLESS: {
        "bold": {"bold": True},
        "coloured": {"font_color": "#C00000"},
        "white on dark": {"font_color": "#FFFFFF", "bg_color": "#002060"},
        "on light ground": {"bg_color": "#DDEEFF"},
        "at the left": {"align": "left", "indent": 1},
        "at the right": {"align": "right", "indent": 1},
        "wrapped": {"text_wrap": True},
        "underlined": {"underline": 1},
        "smaller": {"font_size": 11},
    },
}
"""Properties of whole cells by what a person sees in them."""
_OWN_LOOK: Final = frozenset({"format of a colour", "shrunk", "format ??0", "raised", "turned", "stacked"})
_DAYS: Final = dt.date(1899, 12, 30)


def _piece(properties: dict[str, Any], spot: Spot, parts: Parts) -> None:
    spot.write(parts.all)
    pieces: list[object] = []
    for text, look in ((parts.before, {}), (parts.extra, properties), (parts.after, {})):
        pieces += [spot.font(**look), text] if text else []
    spot.sheet.write_rich_string(*spot.at, *pieces, spot.look())


def _cell(properties: dict[str, Any], spot: Spot, parts: Parts) -> None:
    number = "num_format" in properties or spot.rng.random() < 0.5
    spot.detail = "a number" if number else "a text"
    spot.write(int(parts.all) if number else parts.all, **properties)


def _added(form: str, spot: Spot, parts: Parts) -> None:
    """Let the format add the digits put in, in front of the figure or behind it."""
    spot.detail = form = form.format(parts.extra)
    spot.write(int(parts.kept), num_format=form)


def _conditional(properties: dict[str, Any], spot: Spot, parts: Parts) -> None:
    spot.write(int(parts.all))
    rule = {"type": "cell", "criteria": ">=", "value": 0, "format": spot.book.add_format(properties)}
    spot.sheet.conditional_format(*spot.at, *spot.at, rule)


def _broken(spot: Spot, parts: Parts) -> None:
    spot.write(f"{parts.kept}\n{parts.extra}", text_wrap=True, font_size=8)


def _formula(spot: Spot, parts: Parts) -> None:
    spot.write("")
    spot.sheet.write_formula(*spot.at, f"={parts.all}+0", spot.look(), int(parts.all))


def _fraction(spot: Spot, parts: Parts) -> None:
    spot.write(int(parts.all) + 0.3, num_format="0")


def _negative(spot: Spot, parts: Parts) -> None:
    spot.write(-int(parts.all), num_format="0;0")


def _day(spot: Spot, parts: Parts) -> None:
    spot.write(40_000 + int(parts.all), num_format="yyyy")


def _year_of(parts: Parts) -> str:
    return str((_DAYS + dt.timedelta(40_000 + int(parts.all))).year)


def _shape(fill: str, line: str, height: int, spot: Spot, parts: Parts) -> None:
    spot.write(parts.all)
    offset = {"x_offset": 2, "y_offset": 4 if height > 10 else 16}
    look = {"fill": {"color": fill}, "line": {"none": True}, "width": 80, "height": height}
    spot.sheet.insert_textbox(*spot.at, line, offset | look)


def _picture(spot: Spot, parts: Parts) -> None:
    file = io.BytesIO()
    Image.new("RGB", (80, 28), "white").save(file, "PNG")
    spot.write(parts.all)
    spot.sheet.insert_image(*spot.at, "a.png", {"image_data": file, "x_offset": 2, "y_offset": 3})


def _commented(spot: Spot, parts: Parts) -> None:
    spot.write(int(parts.all))
    spot.sheet.write_comment(*spot.at, "9")


def _chosen(spot: Spot, parts: Parts) -> None:
    spot.write(int(parts.all))
    spot.sheet.data_validation(*spot.at, *spot.at, {"validate": "list", "source": ["1", parts.all]})


def _linked(spot: Spot, parts: Parts) -> None:
    spot.write(parts.all)
    spot.sheet.write_url(*spot.at, "internal:'年报'!A1", spot.look(), parts.all)


def sheet_kinds() -> list[SheetKind]:
    """Give the kinds of this module."""
    kinds = [
        SheetKind(f"piece {name}", effect, partial(_piece, look), whole=False, keeps_room=effect is Effect.HIDDEN)
        for effect, looks in _PIECES.items()
        for name, look in looks.items()
    ]
    for effect, looks in _CELLS.items():
        for name, look in looks.items():
            own = name in _OWN_LOOK
            kinds.append(SheetKind(f"cell {name}", effect, partial(_cell, look), whole=True, own_look=own))
    added = {
        '"{}"0': lambda parts: parts.extra + parts.kept,
        '0"{}"': lambda parts: parts.kept + parts.extra,
        "General\\{0[0]}": lambda parts: parts.kept + parts.extra[0],
    }
    kinds += [
        SheetKind(f"format adds digits {form}", Effect.MARKED, partial(_added, form), whole=False, truth=truth)
        for form, truth in added.items()
    ]
    hidden = {"font_color": "#FFFFFF", "num_format": ";;;", "bg_color": "#000000"}
    kinds += [
        SheetKind(f"hidden by condition: {name}", Effect.HIDDEN, partial(_conditional, {name: value}), whole=True)
        for name, value in hidden.items()
    ]
    return [
        *kinds,
        SheetKind(
            "hidden format by condition", Effect.HIDDEN, partial(_conditional, {"num_format": ";;;"}), whole=True
        ),
        SheetKind("struck by condition", Effect.MARKED, partial(_conditional, {"font_strikeout": True}), whole=True),
        SheetKind("bold by condition", Effect.SHOWN, partial(_conditional, {"bold": True}), own_look=True, whole=True),
        SheetKind("on two lines", Effect.MARKED, _broken, whole=False),
        SheetKind("of a formula", Effect.SHOWN, _formula, whole=True),
        SheetKind("a fraction, rounded", Effect.SHOWN, _fraction, whole=True),
        SheetKind("below nought, without its sign", Effect.SHOWN, _negative, whole=True),
        SheetKind("a day as its year", Effect.MARKED, _day, truth=_year_of, whole=True),
        SheetKind("under a white box", Effect.HIDDEN, partial(_shape, "#FFFFFF", "", 28), whole=True),
        SheetKind("under a thin black box", Effect.MARKED, partial(_shape, "#000000", "", 4), whole=True),
        SheetKind("under a white picture", Effect.HIDDEN, _picture, whole=True),
        SheetKind("with a comment", Effect.HARMLESS, _commented, whole=True),
        SheetKind("chosen from a list", Effect.HARMLESS, _chosen, whole=True),
        SheetKind("a link", Effect.SHOWN, _linked, own_look=True, whole=True),
    ]
