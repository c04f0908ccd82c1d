"""Kinds of PDF in which digits are hidden, struck, raised or drawn over."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from support.oracle.cells import Effect
from support.oracle.pdf import FIGURES, SIZE, PdfKind, Spot

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.oracle.cells import Parts

Extra: TypeAlias = "Callable[[Spot, str, float], None]"
"""What draws the digits put in, at a place."""

_HEIGHT: Final = 9.0
"""How high digits are."""


def _in_three(spot: Spot, parts: Parts, extra: Extra) -> None:
    """Draw the digits before, those put in by ``extra``, and those behind, one beside the other."""
    x = spot.text(parts.before) if parts.before else spot.left
    spot.canvas.saveState()
    extra(spot, parts.extra, x)
    spot.canvas.restoreState()
    spot.canvas.setFillGray(0)
    if parts.after:
        spot.text(parts.after, x + stringWidth(parts.extra, FIGURES, SIZE))


def _three(extra: Extra) -> Callable[[Spot, Parts], None]:
    return lambda spot, parts: _in_three(spot, parts, extra)


def _moded(mode: Literal[2, 3, 7], spot: Spot, digits: str, x: float) -> None:
    text = spot.canvas.beginText(x, spot.foot)
    text.setFont(FIGURES, SIZE)
    text.setTextRenderMode(mode)
    text.textOut(digits)
    spot.canvas.drawText(text)


_WHITES: Final[tuple[Callable[[Spot], None], ...]] = (
    lambda spot: spot.canvas.setFillGray(1),
    lambda spot: spot.canvas.setFillColorRGB(1, 1, 1),
    lambda spot: spot.canvas.setFillColorCMYK(0, 0, 0, 0),
    lambda spot: spot.canvas.setFillColorRGB(0.995, 1, 0.99),
)


def _white(white: Callable[[Spot], None], spot: Spot, digits: str, x: float) -> None:
    white(spot)
    spot.text(digits, x)


def _clear(spot: Spot, digits: str, x: float) -> None:
    spot.canvas.setFillAlpha(0)
    spot.text(digits, x)


def _over(cover: Callable[[Spot, float, float], None], spot: Spot, digits: str, x: float) -> None:
    """Draw digits, then something over them."""
    end = spot.text(digits, x)
    cover(spot, x, end - x)


def _white_box(spot: Spot, x: float, width: float) -> None:
    spot.canvas.setFillGray(1)
    spot.canvas.rect(x, spot.foot - 2, width, _HEIGHT + 3, stroke=0, fill=1)


def _white_shape(spot: Spot, x: float, width: float) -> None:
    spot.canvas.setFillColorRGB(1, 1, 1)
    path = spot.canvas.beginPath()
    path.moveTo(x, spot.foot - 2)
    path.lineTo(x, spot.foot + _HEIGHT + 1)
    path.lineTo(x + width, spot.foot + _HEIGHT + 1)
    path.lineTo(x + width, spot.foot - 2)
    path.close()
    spot.canvas.drawPath(path, stroke=0, fill=1)


def _white_stroke(spot: Spot, x: float, width: float) -> None:
    spot.canvas.setStrokeGray(1)
    spot.canvas.setLineWidth(_HEIGHT + 3)
    spot.canvas.line(x, spot.foot + _HEIGHT / 2, x + width, spot.foot + _HEIGHT / 2)


def _white_picture(spot: Spot, x: float, width: float) -> None:
    spot.canvas.drawImage(_picture(), x, spot.foot - 2, width, _HEIGHT + 3)


def _picture() -> ImageReader:
    file = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(file, "PNG")
    file.seek(0)
    return ImageReader(file)


def _white_form(spot: Spot, x: float, width: float) -> None:
    """Cover by a form object, as a program does that edits pages."""
    name = f"cover{spot.rng.randrange(10**9)}"
    spot.canvas.beginForm(name, 0, 0, 100, 100)
    spot.canvas.setFillGray(1)
    spot.canvas.rect(0, 0, width, _HEIGHT + 3, stroke=0, fill=1)
    spot.canvas.endForm()
    spot.canvas.translate(x, spot.foot - 2)
    spot.canvas.doForm(name)


def _clipped(spot: Spot, digits: str, x: float) -> None:
    path = spot.canvas.beginPath()
    path.rect(x, spot.foot - 30, 2, 2)
    spot.canvas.clipPath(path, stroke=0, fill=0)
    spot.text(digits, x)


def _tiny(spot: Spot, digits: str, x: float) -> None:
    spot.text(digits, x, size=0.05)


def _off_page(spot: Spot, digits: str, x: float) -> None:
    spot.text(digits, x - 5000)


def _raised(rise: float, size: float, spot: Spot, digits: str, x: float) -> None:
    spot.text(digits, x, rise=rise, size=size)


def _risen(rise: float, spot: Spot, digits: str, x: float) -> None:
    text = spot.canvas.beginText(x, spot.foot)
    text.setFont(FIGURES, SIZE)
    text.setRise(rise)
    text.textOut(digits)
    spot.canvas.drawText(text)


def _line(rise: float, thick: float, spot: Spot, x: float, width: float) -> None:
    spot.canvas.setLineWidth(thick)
    spot.canvas.line(x - 1, spot.foot + rise, x + width + 1, spot.foot + rise)


def _thin_box(spot: Spot, x: float, width: float) -> None:
    spot.canvas.setFillGray(0)
    spot.canvas.rect(x - 1, spot.foot + 3.6, width + 2, 0.8, stroke=0, fill=1)


def _slanting(spot: Spot, x: float, width: float) -> None:
    spot.canvas.line(x - 1, spot.foot, x + width + 1, spot.foot + _HEIGHT)


def _crossed(spot: Spot, x: float, width: float) -> None:
    spot.canvas.line(x, spot.foot, x + width, spot.foot + _HEIGHT)
    spot.canvas.line(x, spot.foot + _HEIGHT, x + width, spot.foot)


def _half(spot: Spot, x: float, width: float) -> None:
    spot.canvas.setFillGray(1)
    spot.canvas.rect(x, spot.foot - 2, width, _HEIGHT / 2 + 2, stroke=0, fill=1)


def _black_box(spot: Spot, x: float, width: float) -> None:
    spot.canvas.setFillGray(0)
    spot.canvas.rect(x, spot.foot - 2, width, _HEIGHT + 3, stroke=0, fill=1)


def _over_it(dx: float, dy: float, spot: Spot, parts: Parts) -> None:
    """Draw other digits over the figure."""
    spot.text(parts.kept or "5")
    spot.text(parts.extra, spot.left + dx, rise=dy)


def _twice(dx: float, dy: float, spot: Spot, parts: Parts) -> None:
    spot.text(parts.all)
    spot.text(parts.all, spot.left + dx, rise=dy)


def _overtyped(spot: Spot, parts: Parts) -> None:
    """Type the figure over an old one under a white box."""
    _over(_white_box, spot, parts.extra, spot.left)
    spot.canvas.setFillGray(0)
    spot.text(parts.kept)


def _turned(angle: float, spot: Spot, digits: str, x: float) -> None:
    width = stringWidth(digits, FIGURES, SIZE)
    spot.canvas.translate(x + width / 2, spot.foot + _HEIGHT / 2)
    spot.canvas.rotate(angle)
    spot.canvas.setFont(FIGURES, SIZE)
    spot.canvas.drawString(-width / 2, -_HEIGHT / 2, digits)


def _mirrored(spot: Spot, digits: str, x: float) -> None:
    width = stringWidth(digits, FIGURES, SIZE)
    spot.canvas.translate(x + width, spot.foot)
    spot.canvas.scale(-1, 1)
    spot.canvas.setFont(FIGURES, SIZE)
    spot.canvas.drawString(0, 0, digits)


def _of_mirrored(parts: Parts) -> str | None:
    # An 8 looks the same in a mirror.
    return parts.all if set(parts.extra) == {"8"} else None


def _gap(spot: Spot, parts: Parts) -> None:
    spot.text(parts.extra, spot.text(parts.kept) + 14)


def _backwards(spot: Spot, parts: Parts) -> None:
    """Draw the digits from the last to the first; they stand in their order."""
    x = spot.left + stringWidth(parts.all, FIGURES, SIZE)
    for digit in reversed(parts.all):
        x -= stringWidth(digit, FIGURES, SIZE)
        spot.text(digit, x)


def _one_by_one(spot: Spot, parts: Parts) -> None:
    x = spot.left
    for digit in parts.all:
        x = spot.text(digit, x)


def _in_form(depth: int, spot: Spot, digits: str, x: float) -> None:
    name = f"form{spot.rng.randrange(10**9)}"
    spot.canvas.beginForm(name, -1000, -1000, 3000, 3000)
    spot.text(digits, x)
    spot.canvas.endForm()
    for level in range(depth):
        outer = f"{name}-{level}"
        spot.canvas.beginForm(outer, -1000, -1000, 3000, 3000)
        spot.canvas.doForm(name)
        spot.canvas.endForm()
        name = outer
    spot.canvas.doForm(name)


_GROUNDS: Final = {"white on dark ground": (1.0, 0.1), "on grey ground": (0.0, 0.85), "on light ground": (0.0, 0.96)}


def _grounded(colour: float, ground: float, spot: Spot, figure: str) -> None:
    left, bottom, right, top = spot.box
    spot.canvas.setFillGray(ground)
    spot.canvas.rect(left + 0.5, bottom + 0.5, right - left - 1, top - bottom - 1, stroke=0, fill=1)
    spot.canvas.setFillGray(colour)
    spot.text(figure)


def _coloured(rgb: tuple[float, float, float], spot: Spot, figure: str) -> None:
    spot.canvas.setFillColorRGB(*rgb)
    spot.text(figure)


def _fonted(font: str, spot: Spot, figure: str) -> None:
    spot.canvas.setFont(font, SIZE)
    spot.canvas.drawString(spot.left, spot.foot, figure)


def _underlined(spot: Spot, figure: str) -> None:
    end = spot.text(figure)
    spot.canvas.setLineWidth(0.6)
    spot.canvas.line(spot.left, spot.foot - 1.8, end, spot.foot - 1.8)


def _within_clip(spot: Spot, figure: str) -> None:
    left, bottom, right, top = spot.box
    path = spot.canvas.beginPath()
    path.rect(left, bottom, right - left, top - bottom)
    spot.canvas.clipPath(path, stroke=0, fill=0)
    spot.text(figure)


def _outlined(spot: Spot, figure: str) -> None:
    spot.canvas.setLineWidth(0.4)
    _moded(2, spot, figure, spot.left)


def _spaced(spot: Spot, figure: str) -> None:
    text = spot.canvas.beginText(spot.left, spot.foot)
    text.setFont(FIGURES, SIZE)
    text.setCharSpace(0.6)
    text.textOut(figure)
    spot.canvas.drawText(text)


def _on_white(spot: Spot, figure: str) -> None:
    _white_box(spot, spot.left - 2, 40)
    spot.canvas.setFillGray(0)
    spot.text(figure)


def _beside_a_white_box(spot: Spot, figure: str) -> None:
    end = spot.text(figure)
    _white_box(spot, end + 2, 10)


def _harmless(name: str, plain: Callable[[Spot, str], None], effect: Effect = Effect.HARMLESS) -> PdfKind:
    return PdfKind(name, effect, lambda spot, parts: plain(spot, parts.all), plain)


_COVERS: Final = {
    "box": _white_box,
    "shape": _white_shape,
    "stroke": _white_stroke,
    "picture": _white_picture,
    "form object": _white_form,
}
_STRIKES: Final[dict[str, Callable[[Spot, float, float], None]]] = {
    "line": partial(_line, 4, 0.7),
    "thick line": partial(_line, 4, 2),
    "thin box": _thin_box,
    "slanting line": _slanting,
    "cross": _crossed,
    "half a white box": _half,
    "black box": _black_box,
}


_WHOLE: Final = {"raised and smaller": False, "smaller": False}
_WHOLE_EFFECT: Final = dict.fromkeys(("raised", "raised by its rise", "lowered", "on its side"), Effect.SHOWN)


def pdf_kinds() -> list[PdfKind]:
    """Give the kinds of this module."""
    hidden: dict[str, Extra] = {
        "invisible": partial(_moded, 3),
        "a clip only": partial(_moded, 7),
        **{f"white {number}": partial(_white, white) for number, white in enumerate(_WHITES, 1)},
        "transparent": _clear,
        **{f"under a white {name}": partial(_over, cover) for name, cover in _COVERS.items()},
        "clipped away": _clipped,
        "of no size": _tiny,
        "off the page": _off_page,
    }
    marked: dict[str, Extra] = {
        **{f"under a {name}": partial(_over, strike) for name, strike in _STRIKES.items()},
        "raised": partial(_raised, 4, SIZE),
        "raised and smaller": partial(_raised, 5, 7),
        "raised by its rise": partial(_risen, 4),
        "lowered": partial(_raised, -4, SIZE),
        "smaller": partial(_raised, 0, 7),
        "upside down": partial(_turned, 170),
        "on its side": partial(_turned, 90),
    }
    kinds = [PdfKind(name, Effect.HIDDEN, _three(extra)) for name, extra in hidden.items()]
    kinds += [
        PdfKind(name, Effect.MARKED, _three(extra), whole=_WHOLE.get(name), whole_effect=_WHOLE_EFFECT.get(name))
        for name, extra in marked.items()
    ]
    return [
        *kinds,
        PdfKind("mirrored", Effect.MARKED, _three(_mirrored), truth=_of_mirrored),
        PdfKind("overtyped", Effect.HIDDEN, _overtyped, whole=False, keeps_room=False),
        PdfKind("printed over", Effect.MARKED, partial(_over_it, 1.5, 0)),
        PdfKind("printed over, a little apart", Effect.MARKED, partial(_over_it, 3, 0)),
        PdfKind("shadow", Effect.MARKED, partial(_twice, 3, 0)),
        PdfKind("shadow below", Effect.MARKED, partial(_twice, 2, -2)),
        PdfKind("double struck", Effect.HARMLESS, partial(_twice, 0.25, 0)),
        PdfKind("drawn twice", Effect.HARMLESS, partial(_twice, 0, 0)),
        PdfKind("a gap", Effect.MARKED, _gap, whole=False),
        PdfKind("one digit at a time", Effect.HARMLESS, _one_by_one),
        PdfKind("from the last to the first", Effect.SHOWN, _backwards),
        PdfKind("in a form object", Effect.SHOWN, _three(partial(_in_form, 0))),
        PdfKind("in form objects", Effect.SHOWN, _three(partial(_in_form, 3))),
        *(_harmless(name, partial(_grounded, *colours)) for name, colours in _GROUNDS.items()),
        *(_harmless(f"coloured {rgb}", partial(_coloured, rgb)) for rgb in ((1, 0, 0), (0, 0, 1), (0.3, 0.3, 0.3))),
        *(_harmless(font, partial(_fonted, font)) for font in ("Helvetica-Bold", "Times-Roman", "Courier-Oblique")),
        _harmless("underlined", _underlined),
        _harmless("within a clip", _within_clip),
        _harmless("spaced", _spaced),
        _harmless("on a white box", _on_white),
        _harmless("beside a white box", _beside_a_white_box),
        _harmless("with an outline", _outlined, Effect.SHOWN),
    ]
