"""The lines of pages as paragraphs: hard-wrapped lines joined again, page numbers and running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.layout.blocks import Paragraph
from govdisclosure.model.notes import Source
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER: Final = re.compile(
    r"[-—–·]*\s*[0-9]{1,3}\s*[-—–·]*|第\s*[0-9]{1,3}\s*页(?:.{0,3}共\s*[0-9]{1,3}\s*页)?|[0-9]+\s*/\s*[0-9]+"
)
_ITEM: Final = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.、．]")
_END: Final = re.compile(r"[。！？；：”）.!?;:]$")
_WORD: Final = re.compile(r"[A-Za-z]")
_MARGIN: Final = 0.1
_INDENT: Final = 0.8
_SHORT: Final = 2.6
_GAP: Final = 1.2
_RUNNING: Final = 3


@frozen
class TextLine:
    """
    A line of text on a page, in points from its left upper corner.

    Args:
        text: The text.
        left: Left edge.
        right: Right edge.
        top: Upper edge.
        bottom: Lower edge.
        page: Number of the page.
        place: Where the upper edge stands in the height of the page, 0 to 1.
        number: Which line of the document it is, counted from 1.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page: int
    place: float
    number: int

    @property
    def height(self) -> float:
        """The height of the line, about the size of its letters."""
        return self.bottom - self.top


def without_furniture(lines: Sequence[TextLine]) -> list[TextLine]:
    """Leave out the numbers of pages, and heads and feet that run through the pages."""
    at_edge = [line for line in lines if not _MARGIN < line.place < 1 - _MARGIN]
    running = Counter((line.text, round(line.place, 2)) for line in at_edge)
    return [
        line
        for line in lines
        if _MARGIN < line.place < 1 - _MARGIN
        or not (_NUMBER.fullmatch(line.text.strip()) or running[line.text, round(line.place, 2)] >= _RUNNING)
    ]


def paragraphs_of(lines: Sequence[TextLine], left: float, right: float) -> Iterator[Paragraph]:
    """Join the lines of a stretch of text to paragraphs; ``left`` and ``right`` are the edges of the body."""
    begun: list[TextLine] = []
    for line in lines:
        if begun and not _continues(begun[-1], line, left, right):
            yield _paragraph(begun)
            begun = []
        begun.append(line)
    if begun:
        yield _paragraph(begun)


def _continues(above: TextLine, line: TextLine, left: float, right: float) -> bool:
    """Tell whether a line goes on with the sentence of the line above: that one is full, and this is not indented."""
    size = above.height
    if line.left > left + _INDENT * size or above.right < right - _SHORT * size:
        return False
    if line.page == above.page and line.top - above.bottom > _GAP * size:
        return False
    return not (_ITEM.match(line.text) and _END.search(above.text))


def _paragraph(lines: Sequence[TextLine]) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        between = " " if _WORD.match(text[-1:]) and _WORD.match(line.text) else ""
        text += between + line.text
    return Paragraph(clean_text(text), source=Source(page=lines[0].page))
