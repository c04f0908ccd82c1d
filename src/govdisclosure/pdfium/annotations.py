"""What is put on a page: form fields, stamps, text. What has an appearance becomes part of the page."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final, NamedTuple

from pypdfium2 import raw

if TYPE_CHECKING:
    from govdisclosure.pdfium.objects import Bounds

_ASIDE: Final = frozenset(
    (
        raw.FPDF_ANNOT_LINK,
        raw.FPDF_ANNOT_POPUP,
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_UNDERLINE,
        raw.FPDF_ANNOT_SQUIGGLY,
    )
)
"""What changes no figure if it has no appearance of its own: links, slips of paper, markers."""

_DRAWN: Final = frozenset(
    (
        raw.FPDF_ANNOT_INK,
        raw.FPDF_ANNOT_LINE,
        raw.FPDF_ANNOT_POLYGON,
        raw.FPDF_ANNOT_POLYLINE,
        raw.FPDF_ANNOT_SQUARE,
        raw.FPDF_ANNOT_CIRCLE,
        raw.FPDF_ANNOT_STAMP,
    )
)
"""What a viewer draws where it has no appearance of its own: a pen, a line, a stamp; no icon of a file."""

_UNSEEN: Final = 0x01 | 0x02 | 0x20
"""Invisible, hidden, and not to be viewed."""

_LONGEST: Final = 2_000
"""Characters of a value that are looked at; no field of the form has so many."""


class Annotation(NamedTuple):
    """
    Something that is put on a page.

    Args:
        bounds: Where it stands, in the space of the page.
        value: The value of a form field, or the text that stands for a note without appearance; without blanks.
        has_appearance: Whether its appearance was made part of the page.
        is_text: Whether it shows text; otherwise it crosses something out, or draws something.
        is_field: Whether it is a form field, which has a frame.
        is_drawn: Whether a viewer draws it by itself.
    """

    bounds: Bounds
    value: str
    has_appearance: bool
    is_text: bool
    is_field: bool
    is_drawn: bool


def put_on(page: raw.FPDF_PAGE) -> tuple[list[Annotation], bool]:
    """
    Put what has an appearance on a page, and take away what is not to be seen.

    Returns:
        Its annotations, and whether the page has changed and is to be loaded again.
    """
    annotations: list[Annotation] = []
    is_changed = False
    for number in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
            raw.FPDFPage_CloseAnnot(annotation)
            raw.FPDFPage_RemoveAnnot(page, number)
            continue
        has_appearance = bool(raw.FPDFAnnot_HasKey(annotation, b"AP"))
        is_changed = is_changed or has_appearance
        if has_appearance or kind not in _ASIDE:
            annotations.append(_annotation(annotation, kind, has_appearance=has_appearance))
        raw.FPDFPage_CloseAnnot(annotation)
    if is_changed:
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    return annotations, is_changed


def _annotation(annotation: raw.FPDF_ANNOTATION, kind: int, *, has_appearance: bool) -> Annotation:
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, ctypes.byref(box))
    is_field = kind == raw.FPDF_ANNOT_WIDGET
    value = _text(annotation, b"V") if is_field else ""
    if not is_field and not has_appearance:
        value = _text(annotation, b"Contents")
    bounds = (min(box.left, box.right), min(box.bottom, box.top), max(box.left, box.right), max(box.bottom, box.top))
    is_text = is_field or kind == raw.FPDF_ANNOT_FREETEXT
    return Annotation(bounds, value, has_appearance, is_text, is_field, not has_appearance and kind in _DRAWN)


def _text(annotation: raw.FPDF_ANNOTATION, key: bytes) -> str:
    """Give a text of an annotation, without blanks; nothing if it has none."""
    text = (raw.FPDF_WCHAR * _LONGEST)()
    size = raw.FPDFAnnot_GetStringValue(annotation, key, text, ctypes.sizeof(text))
    if size > ctypes.sizeof(text):
        return ""
    return "".join(bytes(text)[: max(size - 2, 0)].decode("utf-16-le", "replace").split())
