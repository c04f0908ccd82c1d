"""What is seen on the pages of a PDF: asked of pdfium, which runs in a process of its own, or here."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from govdisclosure.errors import MissingDependency
from govdisclosure.form.wording import problem

try:
    from govdisclosure.pdfium.document import Document, RefusedError
except ImportError as error:
    raise MissingDependency("pdf", "PDF") from error

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.formats._limits import Limits
    from govdisclosure.pdfium.pages import SeenPage

_LOCK: Final = threading.Lock()


def pages_of(content: bytes, limits: Limits, take: Callable[[SeenPage], None]) -> str:
    """Hand over what is seen on each page; give the title."""
    with _LOCK:
        try:
            document = Document(content)
            try:
                for page in document.pages(limits.max_pages, limits.max_marks):
                    take(page)
                return document.title
            finally:
                document.close()
        except RefusedError as error:
            if error.code in {"ENCRYPTED", "PDF-DAMAGED"}:
                raise problem(error.code) from error
            raise problem("BEYOND-LIMIT", name=error.code, limit=getattr(limits, error.code)) from error
