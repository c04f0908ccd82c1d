"""The title of a report: what stands above section 一 and is it, on however many lines; and that of another report."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.metadata import (
    begins_title,
    ends_title,
    is_title,
    lacks_agency,
    lacks_year,
    tell_apart,
    title_tells,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MOST_TOLD: Final = 2
_SITE: Final = re.compile(r"\s*[-_|—–]+\s*")


@frozen
class _Title:
    """A title, the places of its first line and behind its last, and how much the line that shows it tells."""

    text: str
    first: int
    last: int
    tells: int


@frozen
class Opening:
    """
    What stands before section 一.

    Args:
        title: The title; None where there is none.
        above: What stands above the title: the page's own.
        preamble: What stands below it.
        rival: The title of another report that could be this one's as well; None where there is none.
    """

    title: str | None
    above: list[Paragraph]
    preamble: list[Paragraph]
    rival: str | None = None


def split_title(paragraphs: list[Paragraph], page: Sequence[Paragraph], above: int) -> Opening:
    """
    Take the title out of what stands before section 一; on several lines it is joined without a separator.

    Of several, the last of those that tell most is taken, or the one that the page names as its own.

    Args:
        paragraphs: What stands there.
        page: What the page says of itself; its title is taken where the text has none.
        above: How many of the paragraphs stand above the first heading or table; a title below is taken if none does.
    """
    names = list(_titles(page))
    lines = [paragraph.text for paragraph in paragraphs]
    titles = _found(lines[:above]) or _found(lines)
    if not titles:
        return Opening(next(iter(names), None), [], paragraphs)
    named = [name for name in names if title_tells(name) == _MOST_TOLD]
    most = max(title.tells for title in titles)
    best = [title for title in titles if title.tells == most]
    best = [title for title in best if any(not tell_apart(title.text, name) for name in named)] or best
    title = best[-1]
    others = [each.text for each in best]
    if title.tells < title_tells(title.text):  # The line above can be one of the menu.
        others += named
    rival = next((other for other in others if tell_apart(title.text, other)), None)
    return Opening(title.text, paragraphs[: title.first], paragraphs[title.last :], rival)


def _found(lines: Sequence[str]) -> list[_Title]:
    """Give the titles in these lines; where no line is one, those that two lines make together."""
    titles = [_extended(lines, place, place + 1) for place, line in enumerate(lines) if is_title(line)]
    if titles:
        return titles
    pairs = [place for place, pair in enumerate(pairwise(lines)) if is_title("".join(pair))]
    # Two lines of the menu can look like a title that lacks its agency or year.
    joined = (_extended(lines, place, place + 2) for place in pairs)
    return [title for title in joined if title_tells(title.text) == _MOST_TOLD]


def _extended(lines: Sequence[str], first: int, last: int) -> _Title:
    """Give the title in these lines, with those above and below that are parts of it."""
    title = "".join(lines[first:last])
    tells = title_tells(title)
    while first and lacks_agency(title) and begins_title(lines[first - 1], title):
        title, first = lines[first - 1] + title, first - 1
    if last < len(lines) and lacks_year(title) and ends_title(lines[last]):
        title, last = title + lines[last], last + 1
    return _Title(title, first, last, tells)


def _titles(page: Iterable[Paragraph]) -> Iterator[str]:
    """Give the titles of a report that the page names: its own less the name of the site, or that of its article."""
    for paragraph in page:
        for text in (paragraph.text.rpartition("：")[2], *_SITE.split(paragraph.text)):
            if is_title(text.strip()):
                yield text.strip()


def second_title(body: Sequence[Paragraph | Grid], title: str) -> Paragraph | None:
    """
    Give the first title in a body that names another agency or year than this one; None if there is none.

    One that names no agency is a line of the report that speaks of another year.
    """
    lines = [block.text if isinstance(block, Paragraph) else "" for block in body]
    titles = (
        (block, _extended(lines, place, place + 1).text)
        for place, block in enumerate(body)
        if isinstance(block, Paragraph) and is_title(block.text)
    )
    return next((block for block, other in titles if not lacks_agency(other) and tell_apart(title, other)), None)
