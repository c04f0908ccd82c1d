"""Fonts whose tables name so many characters that reading them would not end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

from govdisclosure.form.wording import problem
from govdisclosure.formats.pdf._streams import data_of
from govdisclosure.formats.pdf._thresholds import MOST_CHARACTERS_OF_FONT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdfminer.pdffont import PDFFont

    from govdisclosure.formats.pdf._work import Work

_ENDS_OF_RANGES: Final = re.compile(rb"(begin|end)(?:cid|bf)range")
# What is opened need not be closed: a range that is cut off counts, too, and nothing is looked for in vain.
_RANGE: Final = re.compile(rb"<\s*([0-9A-Fa-f]{1,16})\s*>\s*<\s*([0-9A-Fa-f]{1,16})\s*>\s*(?:<[^>]*+|\[[^]]*+|[0-9]+)")
_BEGIN: Final = b"begin"


class Fonts(PDFResourceManager):
    """
    The fonts of a document.

    Args:
        work: What has been done for the document.
    """

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """
        Give a font.

        Raises:
            ReadError: If its tables name too many characters, or reading them takes longer than the bound.
        """
        named = sum(_range_of(spec.get(name), size) for name, size in (("W", 3), ("W2", 5)))
        named += sum(_mapped(self._table(spec.get(name))) for name in ("ToUnicode", "Encoding"))
        if named > MOST_CHARACTERS_OF_FONT:
            raise problem("PDF-DAMAGED")
        return super().get_font(objid, spec)

    def _table(self, table: object) -> bytes:
        """Give what a table of characters holds; nothing if it is one that the reader knows by its name."""
        table = resolve1(table)
        if not isinstance(table, PDFStream):
            return b""
        data = data_of(table)
        self._work.read(len(data))
        return data


def _range_of(widths: object, size: int) -> int:
    """Give how many characters the ranges of widths name; a range is so many numbers, the first two its ends."""
    named, numbers = 0, list[float]()
    for item in resolve1(widths) or ():
        value = resolve1(item)
        # 120 [500 250] names its widths, and no range.
        if isinstance(value, list):
            numbers = []
        elif isinstance(value, (int, float)):
            numbers.append(value)
        if len(numbers) == size:
            named += max(0, int(numbers[1]) - int(numbers[0]))
            numbers = []
    return named


def _mapped(table: bytes) -> int:
    """Give how many characters the ranges of a table of characters name."""
    named = 0
    _, *pieces = _ENDS_OF_RANGES.split(table)
    for keyword, part in zip(pieces[::2], pieces[1::2], strict=True):
        # <0000> <FFFF> <4E00>
        ranges = _RANGE.findall(part) if keyword == _BEGIN else ()
        named += sum(max(0, int(last, 16) - int(first, 16)) for first, last in ranges)
    return named
