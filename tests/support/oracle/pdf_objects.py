"""Kinds of PDF that need objects of their own: annotations, form fields, layers, words that stand for others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfmetrics import stringWidth

from support.oracle.cells import Effect, Parts
from support.oracle.pdf import FIGURES, SIZE, PdfKind, Spot

if TYPE_CHECKING:
    from collections.abc import Callable

_HIDDEN_FLAG: Final = 2
_HEIGHT: Final = 12


def _annotate(spot: Spot, subtype: str, operators: str, edges: tuple[float, float], *, flags: int = 4) -> None:
    """Add an annotation over a part of the cell, from one edge to the other, with its appearance."""
    x, width = edges[0], edges[1] - edges[0]
    stream = pdfdoc.PDFStream(content=operators)
    font = pdfdoc.PDFDictionary(
        {"Type": pdfdoc.PDFName("Font"), "Subtype": pdfdoc.PDFName("Type1"), "BaseFont": pdfdoc.PDFName(FIGURES)}
    )
    fonts = pdfdoc.PDFDictionary({"Helv": font})
    for name, value in {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Form"),
        "BBox": pdfdoc.PDFArray([0, 0, width, _HEIGHT]),
        "Resources": pdfdoc.PDFDictionary({"Font": fonts}),
    }.items():
        stream.dictionary[name] = value
    canvas: Any = spot.canvas
    document = canvas._doc  # noqa: SLF001 - the library has no other way to add an appearance
    reference = document.Reference(stream, f"look{spot.rng.randrange(10**12)}")
    box = [
        spot.canvas.absolutePosition(x, spot.foot - 2),
        spot.canvas.absolutePosition(x + width, spot.foot - 2 + _HEIGHT),
    ]
    annotation = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName(subtype),
            "Rect": pdfdoc.PDFArray([*box[0], *box[1]]),
            "F": flags,
            "AP": pdfdoc.PDFDictionary({"N": reference}),
            "Contents": pdfdoc.PDFString("0"),
            "QuadPoints": pdfdoc.PDFArray([*_corners(box)]),
        }
    )
    canvas._addAnnotation(annotation)  # noqa: SLF001 - the same


def _corners(box: list[tuple[float, float]]) -> list[float]:
    (left, bottom), (right, top) = box
    return [left, top, right, top, left, bottom, right, bottom]


def _digits(digits: str) -> str:
    return f"BT /Helv {SIZE} Tf 0 2 Td ({digits}) Tj ET"


def _written(subtype: str, spot: Spot, parts: Parts, *, flags: int = 4) -> None:
    """Draw the figure, and the digits put in as an annotation behind it."""
    x = spot.text(parts.kept) if parts.kept else spot.left
    _annotate(spot, subtype, _digits(parts.extra), (x, x + 32), flags=flags)


def _with_digits_behind(parts: Parts) -> str:
    return parts.kept + parts.extra


def _over(subtype: str, operators: str, spot: Spot, parts: Parts, *, flags: int = 4) -> None:
    """Draw all digits, and an annotation over those put in."""
    x = spot.left + stringWidth(parts.before, FIGURES, SIZE)
    width = stringWidth(parts.extra, FIGURES, SIZE)
    spot.text(parts.all)
    _annotate(spot, subtype, operators.format(width=width), (x, x + width), flags=flags)


def _replaced(spot: Spot, parts: Parts) -> None:
    """Cover the old digits by a free text on white ground, as a program does that edits pages."""
    spot.text(parts.extra)
    _annotate(spot, "FreeText", f"1 g 0 0 40 {_HEIGHT} re f 0 g {_digits(parts.kept)}", (spot.left, spot.left + 40))


def _field(spot: Spot, parts: Parts) -> None:
    """Draw a form field with its appearance, whose text is the digits put in."""
    x = spot.text(parts.kept) + 8 if parts.kept else spot.left
    spot.canvas.acroForm.textfield(
        value=parts.extra,
        x=round(x),
        y=round(spot.foot - 4),
        width=34,
        height=16,
        fontSize=SIZE,
        borderWidth=0,
        fontName=FIGURES,
        name=f"f{spot.rng.randrange(10**9)}",
        fillColor=None,
        relative=True,
    )


def _field_looks(spot: Spot, figure: str) -> None:
    if figure:
        _field(spot, Parts("", figure, ""))


def _layered(spot: Spot, parts: Parts, *, shown: bool) -> None:
    """Draw the digits put in on a layer."""
    x = spot.text(parts.before) if parts.before else spot.left
    name = f"layer{spot.rng.randrange(10**9)}"
    spot.canvas.beginForm(name, -1000, -1000, 3000, 3000)
    spot.text(parts.extra, x)
    spot.canvas.endForm()
    _put_on_layer(spot, name, shown=shown)
    spot.canvas.doForm(name)
    if parts.after:
        spot.text(parts.after, x + stringWidth(parts.extra, FIGURES, SIZE))


def _put_on_layer(spot: Spot, name: str, *, shown: bool) -> None:
    canvas: Any = spot.canvas
    document = canvas._doc  # noqa: SLF001 - the library knows no layers
    form = document.idToObject[pdfdoc.xObjectName(name)]
    stream = pdfdoc.PDFStream(content=form.stream)
    layer = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("OCG"), "Name": pdfdoc.PDFString(name)})
    reference = document.Reference(layer, f"ocg-{name}")
    stream.dictionary["OC"] = reference
    form.Contents = stream
    catalog = document.Catalog
    if not hasattr(catalog, "OCProperties"):
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OCProperties"]
        lists = {each: pdfdoc.PDFArray([]) for each in ("all", "on", "off")}
        catalog.lists = lists
        states = pdfdoc.PDFDictionary({"ON": lists["on"], "OFF": lists["off"], "Order": lists["all"]})
        catalog.OCProperties = pdfdoc.PDFDictionary({"OCGs": lists["all"], "D": states})
    for each in ("all", "on" if shown else "off"):
        catalog.lists[each].sequence.append(reference)


def _standing_for(actual: Callable[[Parts], str], spot: Spot, parts: Parts) -> None:
    """Draw the figure as words that stand for other ones."""
    canvas: Any = spot.canvas
    code = canvas._code  # noqa: SLF001 - the library has no words that stand for others
    code.append(f"/Span <</ActualText ({actual(parts)})>> BDC")
    spot.text(parts.kept or parts.all)
    code.append("EMC")


_COVER: Final = f"1 g 0 0 {{width}} {_HEIGHT} re f"
_STRIKE: Final = "0.8 w 0 6 m {width} 6 l S"


def object_kinds() -> list[PdfKind]:
    """Give the kinds of this module."""
    annotated = [
        *(
            PdfKind(f"written as {name}", Effect.SHOWN, partial(_written, name), truth=_with_digits_behind)
            for name in ("FreeText", "Stamp")
        ),
        PdfKind(
            "written as a hidden FreeText",
            Effect.HIDDEN,
            partial(_written, "FreeText", flags=_HIDDEN_FLAG),
            keeps_room=False,
        ),
        *(
            PdfKind(f"under {name}", Effect.HIDDEN, partial(_over, name, _COVER))
            for name in ("Square", "FreeText", "Stamp")
        ),
        PdfKind("under a hidden Square", Effect.HARMLESS, partial(_over, "Square", _COVER, flags=_HIDDEN_FLAG)),
        *(
            PdfKind(f"under {name}", Effect.MARKED, partial(_over, name, _STRIKE))
            for name in ("StrikeOut", "Line", "Ink")
        ),
        PdfKind("replaced by FreeText", Effect.HIDDEN, _replaced, whole=False, keeps_room=False),
        PdfKind("in a form field", Effect.SHOWN, _field, _field_looks, whole=True),
        PdfKind("beside a form field", Effect.MARKED, _field, whole=False),
    ]
    layers = [
        PdfKind("on a layer that is off", Effect.HIDDEN, partial(_layered, shown=False)),
        PdfKind("on a layer that is on", Effect.SHOWN, partial(_layered, shown=True)),
    ]
    words = [
        PdfKind(
            "standing for other digits",
            Effect.HIDDEN,
            partial(_standing_for, lambda parts: parts.all),
            whole=False,
            keeps_room=False,
        ),
        PdfKind("standing for itself", Effect.HARMLESS, partial(_standing_for, lambda parts: parts.all), whole=True),
    ]
    return [*map(_as_upright, annotated), *layers, *words]


def _as_upright(kind: PdfKind) -> PdfKind:
    return evolve(kind, upright=True)
