"""A document, page by page."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

from pypdfium2 import raw

from govdisclosure.pdfium.annotations import Annotation, put_on
from govdisclosure.pdfium.characters import Setting, glyphs_of
from govdisclosure.pdfium.digits import with_doubtful_digits
from govdisclosure.pdfium.judge import View
from govdisclosure.pdfium.matrix import Matrix
from govdisclosure.pdfium.messages import RefusedError
from govdisclosure.pdfium.objects import Objects, TooManyError
from govdisclosure.pdfium.visibility import seen_page, with_annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.pdfium.pages import SeenPage

LONGEST_TITLE: Final = 200
"""Characters of the title that a file states of itself; what is longer is no title."""

MARKS_OF_NOTE: Final = 50
"""Characters as which a note, a stamp or a form field counts: to put ten thousand on a page takes pdfium a second, and
more than in step with their number."""

_UNITS: Final = 1_000_000
"""Into how many parts the sides of a page are parted to ask where its corners are."""

_LOCKED: Final = frozenset((raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY))


class Document:
    """
    A document; to be closed.

    Args:
        content: The bytes of the file.

    Raises:
        RefusedError: If it is locked or damaged.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._document = raw.FPDF_LoadMemDocument64(content, len(content), None)
        if not self._document:
            raise RefusedError("ENCRYPTED" if raw.FPDF_GetLastError() in _LOCKED else "PDF-DAMAGED")

    def __len__(self) -> int:
        count: int = raw.FPDF_GetPageCount(self._document)
        return max(count, 0)

    def close(self) -> None:
        """Give back what it holds."""
        raw.FPDF_CloseDocument(self._document)

    @property
    def title(self) -> str:
        """The title that it states of itself."""
        size = raw.FPDF_GetMetaText(self._document, b"Title", None, 0)
        text = ctypes.create_string_buffer(size)
        raw.FPDF_GetMetaText(self._document, b"Title", text, size)
        return text.raw[:-2].decode("utf-16-le", "replace")[:LONGEST_TITLE].strip()

    def pages(self, most_pages: int, most_marks: int) -> Iterator[SeenPage]:
        """
        Give what is seen on each page.

        Args:
            most_pages: How many pages there may be.
            most_marks: How many characters and pieces of lines there may be on all of them.

        Raises:
            RefusedError: If a page is damaged, or there are more of either.
        """
        if len(self) > most_pages:
            raise RefusedError("max_pages")
        left = most_marks
        for number in range(len(self)):
            page, annotations = self._load(number, left // MARKS_OF_NOTE)
            left -= MARKS_OF_NOTE * len(annotations)
            try:
                seen, marks = _see(page, number + 1, left, annotations)
            except TooManyError as error:
                raise RefusedError("max_marks") from error
            finally:
                raw.FPDF_ClosePage(page)
            left -= marks
            yield seen

    def _load(self, number: int, most: int) -> tuple[raw.FPDF_PAGE, list[Annotation]]:
        """Load a page, with its notes, stamps and form fields put on it, of which there may be so many."""
        page = raw.FPDF_LoadPage(self._document, number)
        annotations: list[Annotation] = []
        count = raw.FPDFPage_GetAnnotCount(page) if page else 0
        if count > most:
            raw.FPDF_ClosePage(page)
            raise RefusedError("max_marks")
        if count:
            annotations, is_changed = put_on(page)
            if is_changed:
                raw.FPDF_ClosePage(page)
                page = raw.FPDF_LoadPage(self._document, number)
        if not page:
            raise RefusedError("PDF-DAMAGED")
        return page, annotations


def _see(page: raw.FPDF_PAGE, number: int, most: int, annotations: Sequence[Annotation]) -> tuple[SeenPage, int]:
    """Give what is seen on a page, and of how many characters and pieces of lines it is made."""
    size = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    screen = _screen(page, *size)
    objects = Objects(page, most)
    glyphs = with_doubtful_digits(glyphs_of(page, most - objects.drawn))
    setting = Setting(glyphs, screen, *size)
    placed = [setting.place(glyph) for glyph in glyphs]
    view = View(page, objects, setting, size)
    return with_annotations(seen_page(view, number, placed), annotations, setting), objects.drawn + len(glyphs)


def _screen(page: raw.FPDF_PAGE, width: float, height: float) -> Matrix:
    """Give the matrix from the space of a page to where it is shown, from its left upper corner, in points."""
    corner, right, below = (_corner(page, *place) for place in ((0, 0), (_UNITS, 0), (0, _UNITS)))
    across, down = (right[0] - corner[0], right[1] - corner[1]), (below[0] - corner[0], below[1] - corner[1])
    determinant = across[0] * down[1] - across[1] * down[0]
    a, c = down[1] / determinant * width, -down[0] / determinant * width
    b, d = -across[1] / determinant * height, across[0] / determinant * height
    return Matrix(a, b, c, d, -a * corner[0] - c * corner[1], -b * corner[0] - d * corner[1])


def _corner(page: raw.FPDF_PAGE, x: int, y: int) -> tuple[float, float]:
    """Give where a corner of the page as it is shown is in the space of the page."""
    across, up = ctypes.c_double(), ctypes.c_double()
    raw.FPDF_DeviceToPage(page, 0, 0, _UNITS, _UNITS, 0, x, y, ctypes.byref(across), ctypes.byref(up))
    return across.value, up.value
