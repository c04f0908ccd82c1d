"""Sentences that a text breaks at the end of its lines, as the text of a PDF page has them, on one line again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.form.thresholds import LONGEST_WRAPPED, WRAPPED_SLACK
from govdisclosure.vocabulary.numerals import ORDINALS
from govdisclosure.vocabulary.units import THINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.form.blocks import Paragraph

# 一、, （二）, （1）, 3., 第一部分, ①
_ITEM: Final = re.compile(
    rf"[{ORDINALS}]{{1,3}}、|[（(][{ORDINALS}0-9]{{1,3}}[）)]|[0-9]{{1,2}}[.、．](?![0-9])|第[{ORDINALS}]{{1,3}}|[①-⑳]"
)
_GOES_ON: Final = re.compile(r"[，、,（(《〈【“]$")
_WITHIN: Final = re.compile(r"[，。；、,;）)》〉】”%％]")
_ENDS: Final = re.compile(rf"[。！？；：…”》）】.!?;:)]$|[0-9](?:{THINGS})$")
_IN_NUMBER: Final = re.compile(r"[^\s0-9][0-9]+$")
_REST_OF_NUMBER: Final = re.compile(rf"[0-9]*(?:[,.][0-9]+)?(?:{THINGS}|[年月日万元%％])")
_COUNT: Final = re.compile(rf"[0-9]+(?:{THINGS})")
# What no heading has: the end of a sentence, a count, 2023年，我局 or 一是 at the beginning
_SENTENCE: Final = re.compile(rf"[。；;]|[0-9](?:{THINGS})|^20[0-9]{{2}}年[^，。]{{0,10}}，|^[{ORDINALS}]是")


def with_whole_lines(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Join the lines of a text of which one surely goes on in the next: 结转下年度继续 / 办理4件。."""
    wholes: list[list[Paragraph]] = []
    in_sentence = False
    for line in paragraphs:
        above = wholes[-1][-1] if wholes else None
        goes_on = above is not None and _is_next(above, line) and _goes_on(above.text, line.text, told=in_sentence)
        if goes_on:
            wholes[-1].append(line)
        else:
            wholes.append([line])
        in_sentence = (goes_on and in_sentence) or _SENTENCE.search(line.text) is not None
    return [attrs.evolve(whole[0], text="".join(line.text for line in whole)) for whole in wholes]


def _is_next(line: Paragraph, below: Paragraph) -> bool:
    """Tell whether a paragraph is a line of text right below another, without a blank line between."""
    above, number = _number(line), _number(below)
    return above is not None and number == above + 1


def _number(line: Paragraph) -> int | None:
    return None if line.source is None else line.source.line


def _goes_on(line: str, below: str, *, told: bool) -> bool:
    """
    Tell whether a line surely goes on in the one below.

    Args:
        line: The line.
        below: The one below.
        told: Whether it, or what is begun above it, has what no heading has.
    """
    if _ITEM.match(below):
        return False
    if _GOES_ON.search(line) or _WITHIN.match(below):
        return True
    # 共收到政府信息公开申请4 / 6件
    if _IN_NUMBER.search(line):
        return _REST_OF_NUMBER.match(below) is not None
    if _ENDS.search(line) or not told:
        return False
    # 2023年，我局共收到政府信息公开申请 / 46件，不予 / 处理2件
    return _COUNT.match(below) is not None or _is_full(line, below)


def _is_full(line: str, below: str) -> bool:
    """Tell whether a line has the length of one that a program has wrapped, and about that of the one below."""
    wide, wide_below = _width(line), _width(below)
    return wide <= LONGEST_WRAPPED and (
        wide_below <= wide + WRAPPED_SLACK or len(below) <= len(line) + WRAPPED_SLACK // 2
    )


def _width(text: str) -> int:
    """Give how wide a text is on a page, in halves of a Chinese character."""
    return len(text.encode("gb18030", "replace"))
