"""The lines of pages as paragraphs: hard-wrapped lines joined again, page numbers and running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.blocks import Paragraph
from govdisclosure.formats.pdf._text import Line
from govdisclosure.formats.pdf._thresholds import (
    INDENT,
    LEAST_REACH,
    LEAST_WRAPPED,
    LINE_GAP,
    MARGIN,
    NEAR_EDGES,
    OTHER_SIZE,
    RUNNING,
    SHORT_LINE,
)
from govdisclosure.model.notes import Source
from govdisclosure.model.values import clean_text
from govdisclosure.vocabulary.numerals import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_DIGITS: Final = r"\s*([0-9０-９]{1,3})\s*"
# — 3 —, 第3页 共12页, 3/12, Page 3 of 12
_NUMBER: Final = re.compile(
    rf"[-—–·~]+{_DIGITS}[-—–·~]+|第{_DIGITS}页(?:.{{0,3}}共{_DIGITS}页)?|{_DIGITS}/{_DIGITS}|page{_DIGITS}(?:of{_DIGITS})?",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"[^\W\d]")
_NUMBERED: Final = re.compile(r"[\d/]")
_BARE: Final = re.compile(_DIGITS)
_ITEM: Final = re.compile(rf"[{ORDINALS}]{{1,3}}、|[（(][{ORDINALS}]{{1,3}}[）)]|[0-9]{{1,2}}[.、．]")
_END: Final = re.compile(r"[。！？；：”）.!?;:]$")
# www.example.gov.cn/, or within a sentence
_GOES_ON: Final = re.compile(r"[/\-_.?&=%:]$|[，。；].*[^。！？；：”）.!?;:)]$")
_WORD: Final = re.compile(r"[A-Za-z]")


@frozen
class PageLines:
    """
    The lines of text on a page, beside its tables.

    Args:
        number: Number of the page.
        width: Its width in points.
        height: Its height.
        lines: The lines, from top to bottom.
    """

    number: int
    width: float
    height: float
    lines: list[Line]


@frozen
class TextLine:
    """A line and the page that it stands on."""

    line: Line
    page: PageLines


def without_furniture(pages: Sequence[PageLines]) -> dict[int, list[TextLine]]:
    """Leave out, page by page, the numbers of pages, and heads and feet that run through the pages."""

    def words_of(page: PageLines, line: Line) -> str:
        # https://www.example.gov.cn/2022.html 3/12, as browsers print it
        return line.text.removesuffix(f"{page.number}/{len(pages)}").rstrip()

    running: Counter[tuple[str, float]] = Counter()
    bare: set[tuple[int, Line]] = set()
    for page in pages:
        in_margin = [line for line in page.lines if _is_in_margin(page, line)]
        running.update((words_of(page, line), round(line.top / page.height, 2)) for line in in_margin)
        # 3, alone at the top or the foot of its page
        ends = {*page.lines[:1], *page.lines[-1:]}.intersection(in_margin)
        bare.update((page.number, line) for line in ends if _BARE.fullmatch(line.text))
    offsets = Counter(int(line.text) - number for number, line in bare)

    def is_furniture(page: PageLines, line: Line) -> bool:
        if not _is_in_margin(page, line):
            return False
        if (page.number, line) in bare:
            return offsets[int(line.text) - page.number] >= RUNNING
        words = words_of(page, line)
        again = running[words, round(line.top / page.height, 2)] >= RUNNING and _is_running_text(words)
        return bool(again or _NUMBER.fullmatch(line.text))

    kept: dict[int, list[TextLine]] = {}
    for page in pages:
        kept[page.number] = [TextLine(line, page) for line in page.lines if not is_furniture(page, line)]
    return kept


def _is_running_text(text: str) -> bool:
    """Tell whether a line is text that runs on: letters, and no number of the page at its end."""
    return _LETTER.search(text[:-1]) is not None and _NUMBERED.match(text[-1:]) is None


def _is_in_margin(page: PageLines, line: Line) -> bool:
    return not MARGIN < line.top / page.height < 1 - MARGIN


def bodies(lines: Iterable[TextLine], tables: Sequence[tuple[float, float]]) -> dict[float, tuple[float, float]]:
    """
    Give the left and the right edge of the text on pages of each width, as lines show them that go on in the next.

    Args:
        lines: The lines.
        tables: The width of a page and the right edge of a table on it: what is known where no text is wrapped.
    """
    own: dict[float, list[TextLine]] = {}
    for line in lines:
        own.setdefault(line.page.width, []).append(line)
    edges: dict[float, tuple[float, float]] = {}
    for width, on_pages in own.items():
        wrapped = [pair for pair in pairwise(on_pages) if _is_wrapped(*pair)]
        if len(wrapped) < LEAST_WRAPPED:
            right = max((edge for at, edge in tables if at == width), default=0)
            edges[width] = _body(width, [line.line for line in on_pages], right)
        else:
            lefts, rights = [below.line.left for _, below in wrapped], [-above.line.right for above, _ in wrapped]
            edges[width] = _usual(lefts), -_usual(rights)
    return edges


def _is_wrapped(above: TextLine, below: TextLine) -> bool:
    """Tell whether the sentence of a line surely goes on in the next, wherever the edges of the text are."""
    first, line = above.line, below.line
    least = LEAST_REACH * above.page.width
    # A signature or the right column of two stands at the right.
    if not _is_next(above, below) or first.right < least or first.left > above.page.width - least:
        return False
    if line.left > first.left + NEAR_EDGES:
        return False
    # No heading, and not above one
    return not (_END.search(first.text) or _ITEM.match(first.text) or _ITEM.match(line.text))


def _usual(edges: Iterable[float]) -> float:
    """Give the edge beyond which a quarter is: marks hang over it, and lines that are not justified end before it."""
    edges = sorted(edges)
    return edges[(len(edges) + 2) // 4]


def _body(width: float, lines: Sequence[Line], right: float) -> tuple[float, float]:
    """Give the edges of lines that all are short: one alone beyond the others is no edge, and tables reach as far."""
    left = _shared([line.left for line in lines], default=min(line.left for line in lines))
    shared = _shared([-line.right for line in lines], default=left - width)
    return left, max(right, -shared, LEAST_REACH * width)


def _shared(edges: Iterable[float], default: float) -> float:
    """Give the least edge that another is near."""
    return next((one for one, other in pairwise(sorted(edges)) if other - one < NEAR_EDGES), default)


def paragraphs_of(lines: Iterable[TextLine], edges: Mapping[float, tuple[float, float]]) -> Iterator[Paragraph]:
    """Join the lines of a stretch of text to paragraphs, with the edges of the body on pages of each width."""
    joined: list[list[TextLine]] = []
    for line in lines:
        if joined and _continues(joined[-1][-1], line, edges):
            joined[-1].append(line)
        else:
            joined.append([line])
    yield from map(_paragraph, joined)


def _continues(above: TextLine, below: TextLine, edges: Mapping[float, tuple[float, float]]) -> bool:
    """Tell whether a line goes on with the sentence of the line above: that one is full, and this is not indented."""
    first, line = above.line, below.line
    size = first.height
    if not _is_next(above, below):
        return False
    if line.left > edges[below.page.width][0] + INDENT * size:
        return False
    room = edges[above.page.width][1] - first.right
    if room > SHORT_LINE * size:
        # …/2023/ above nianduqingkuangtongji-index.html
        return room < line.begins and bool(_GOES_ON.search(first.text))
    # What begins the line below had room behind the end of the sentence.
    if _END.search(first.text) and room > line.begins + size:
        return False
    # 。 above （二）依申请公开
    return not (_ITEM.match(line.text) and _END.search(first.text))


def _is_next(above: TextLine, below: TextLine) -> bool:
    """Tell whether two lines can be of one paragraph: both are text, of one size, and near each other."""
    first, line = above.line, below.line
    size = first.height
    if first.is_row or line.is_row or abs(line.height - size) > OTHER_SIZE * size:
        return False
    return below.page is not above.page or 0 < line.bottom - first.bottom < (1 + LINE_GAP) * size


def _paragraph(lines: Sequence[TextLine]) -> Paragraph:
    text = lines[0].line.text
    for each in lines[1:]:
        # Words of Latin letters are parted by the end of a line, Chinese is not.
        between = " " if _WORD.match(text[-1:]) and _WORD.match(each.line.text) else ""
        text += between + each.line.text
    return Paragraph(clean_text(text), source=Source(page=lines[0].page.number))
