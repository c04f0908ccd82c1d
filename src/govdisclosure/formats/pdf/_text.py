"""Characters to lines: those that stand on one height, from left to right, with blanks where there is room for one."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from operator import attrgetter, sub
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.formats.pdf._thresholds import (
    BLANK,
    BLANK_IN_FIGURES,
    CELL_GAP,
    LEAST_STRETCHED,
    ONE_FOOT,
    ONE_SIZE,
    OVER,
    SAME_HEIGHT,
    UNEVEN,
)
from govdisclosure.pdfium.pages import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.pdfium.pages import Char

# Browsers print some characters as the radicals that look the same: ⾏政, and 人⺠, which no normal form undoes.
_RADICALS: Final = {
    **{point: unicodedata.normalize("NFKC", chr(point)) for point in range(0x2F00, 0x2FD6)},
    **{
        ord(radical): character
        for radical, character in zip(
            "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
            "母民虎西见角贝车长长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
            strict=True,
        )
    },
}


# http://www.example.gov.cn
_ADDRESS: Final = re.compile("[!-~]{12}")
# nianduqing- of an address, 《国, 见，
_WHOLE: Final = re.compile(r"[!-,.0-~]+[-/]*|[（《〈“‘【〔]*[^!-~][，。；：、！？）》〉”’】〕]*")


@frozen
class Line:
    """
    A line of text, in points from the left upper corner of its page.

    Args:
        text: The text.
        left: Left edge.
        right: Right edge.
        top: Upper edge.
        bottom: Lower edge.
        widest: Width of its widest character.
        gap: Where there is much room in it: the place of the blank in the text, the edges at its left and its right;
            None if it is nowhere or in several places.
        is_row: Whether there is much room in it, as between the cells of a table without rules.
        begins: Width of what a break leaves together at its beginning: a character with marks, or a word of letters.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    widest: float
    gap: tuple[int, float, float] | None = None
    is_row: bool = False
    begins: float = 0.0

    @property
    def height(self) -> float:
        """The height of the line, about the size of its letters."""
        return self.bottom - self.top


def lines_of(chars: Iterable[Char]) -> list[Line]:
    """Give the lines of characters, from top to bottom; what is blank is no line."""
    lines: list[Line] = []
    below: Line | None = None
    for on_line in reversed(list(_on_lines(chars))):
        on_line.sort(key=_left)
        line = _line(on_line, _stretch(on_line, below))
        if line is not None:
            lines.append(line)
            below = line
    return lines[::-1]


def _stretch(chars: Iterable[Char], below: Line | None) -> float:
    """
    Give how far the characters of a line are drawn apart that is justified, all of them equally: 件 。 电 子 版 见.

    By much, or the few of a line, only where the next one begins with a word that had no room in it, an address.
    """
    wide = [char for char in chars if not char.text.isspace()]
    rooms = [char.left - last.right for last, char in pairwise(wide) if _is_wide(last) and _is_wide(char)]
    if len(rooms) < 2 or max(rooms) - min(rooms) > UNEVEN * wide[0].size:
        return 0.0
    stretch = max(*rooms, 0.0)
    if len(rooms) >= LEAST_STRETCHED and stretch <= CELL_GAP * wide[0].size:
        return stretch
    is_pushed = below is not None and below.left <= wide[0].left + 1 and _ADDRESS.match(below.text)
    return stretch if is_pushed else 0.0


def _is_wide(char: Char) -> bool:
    return not char.text.isascii()


def _on_lines(chars: Iterable[Char]) -> Iterator[list[Char]]:
    """Put those characters together whose feet stand on one height."""
    begun: list[Char] = []
    first = reach = 0.0
    for char in sorted(chars, key=_foot):
        if begun and char.foot - first > reach:
            yield begun
            begun = []
        if not begun:
            first, reach = char.foot, max(SAME_HEIGHT * char.size, 1)
        begun.append(char)
    if begun:
        yield begun


def _line(chars: Iterable[Char], stretch: float) -> Line | None:
    """Put the characters of a line together that is stretched by so much; None where nothing in it is seen."""
    texts: list[str] = []
    gaps: list[tuple[int, float, float]] = []
    seen: list[Char] = []
    last: Char | None = None
    apart = False
    for char in chars:
        text = char.text
        if text.isspace():
            # pdfium adds blanks without a width where it sees room; how much is one is told here.
            if char.right > char.left:
                apart = True
            continue
        if last is not None:
            room = char.left - last.right
            # 政 printed twice as makeshift bold; 3 on 8 is neither.
            if room < 0 and _is_over(last, char) and (text == last.text or text.isdigit() or last.text.isdigit()):
                texts[-1] = text if text == last.text else UNREADABLE
                continue
            if _is_wide(last) or _is_wide(char):
                room -= stretch
            if apart or room > _room(last, char):
                if room > CELL_GAP * char.size:
                    gaps.append((sum(map(len, texts)), last.right, char.left))
                texts.append(" ")
            # 12 beside a small 3, or a raised one, which may be the number of a note.
            elif text.isdigit() and last.text.isdigit() and not _are_of_one_figure(last, char):
                text = UNREADABLE
        apart = False
        texts.append(text)
        seen.append(char)
        last = char
    return _measured("".join(texts), seen, gaps) if seen else None


def _measured(text: str, seen: Sequence[Char], gaps: Sequence[tuple[int, float, float]]) -> Line:
    """Give a line with its measures, which are those of its characters."""
    _, lefts, rights, tops, bottoms, _, _ = zip(*seen, strict=True)
    return Line(
        text.translate(_RADICALS),
        left=lefts[0],
        right=max(rights),
        top=min(tops),
        bottom=max(bottoms),
        widest=max(map(sub, rights, lefts)),
        gap=gaps[0] if len(gaps) == 1 else None,
        is_row=bool(gaps),
        begins=_beginning(text, seen),
    )


def _beginning(text: str, seen: Sequence[Char]) -> float:
    """Give the width of what no break parts at the beginning of a line."""
    whole = _WHOLE.match(text)
    return seen[len(whole[0]) - 1].right - seen[0].left if whole else 0.0


_left, _foot = attrgetter("left"), attrgetter("foot")


def _is_over(last: Char, char: Char) -> bool:
    """Tell whether a character is printed over the last: a second time, as makeshift bold is, or in its stead."""
    narrower = min(last.right - last.left, char.right - char.left)
    return char.left - last.left < OVER * narrower


def _are_of_one_figure(last: Char, char: Char) -> bool:
    """Tell whether two digits that stand close are of one size and stand on one height."""
    smaller, larger = sorted((last.size, char.size))
    return larger <= ONE_SIZE * smaller and abs(char.foot - last.foot) <= max(ONE_FOOT * larger, 1)


def _room(last: Char, char: Char) -> float:
    """Give how much room between two characters is a blank: less between figures, since 1 2 is no 12."""
    share = BLANK_IN_FIGURES if last.text.isascii() and char.text.isascii() else BLANK
    return share * char.size
