"""Sentences that a text breaks at the end of its lines, as the text of a PDF page has them, on one line again."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.form.thresholds import LEAST_WRAPPED_WIDTH, LONGEST_WRAPPED, WRAPPED_SLACK
from govdisclosure.vocabulary.numerals import ORDINALS
from govdisclosure.vocabulary.units import THINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.form.blocks import Paragraph

_BEGINS: Final = re.compile(
    # 一、, 一., 一是, 一要, （二）, (1), [1], (a), 3., 1）, 第一部分, 其二
    rf"[{ORDINALS}]{{1,3}}[、.．是要]|[（(\[【〔][{ORDINALS}0-9A-Za-z]{{1,3}}[）)\]】〕]"
    rf"|[0-9]{{1,2}}(?:[.、．](?![0-9])|[）)])|[第其][{ORDINALS}]|[A-Za-zⅠ-Ⅻ]{{1,4}}[.、．）)]"
    # ①, ⑴, ❶, ㈠, and -, *, ·, ■ or any other mark that no word is written with
    r"|[\u2460-\u24ff\u2776-\u2793\u3220-\u3229]|[^\w\s，。；：、！？…,.;:!?%％‰“”‘’（）()《》〈〉【】〔〕\[\]]"
    # 首先, 特此报告, 2024年1月20日, 二〇二四年, 联系电话：
    r"|首先|其次|再次|最后|下一步|特此|20[0-9]{2}[年./-]|二[〇○零]|[^，。；、,;]{1,10}[：:]"
)
_ENDS: Final = re.compile(rf"[。！？；：…”》）】.!?;:)]$|[0-9](?:{THINGS})$|(?:如下|下表)$")
_MARK: Final = re.compile(r"[，。；、,;]")
_STOP: Final = re.compile(r"[。；！？;]")
# 渠道 1286, 网站 | 12 |
_ROW: Final = re.compile(r"\s[0-9][0-9.,]*[%％]?$|\|")
# 申请4, but not 热线12345, 申请：1406, 0551-123
_PART_OF_NUMBER: Final = re.compile(r"[^\W0-9][0-9]{1,3}$")
# What no heading has: the end of a sentence, a count, 2023年，我局 or 一是 at the beginning
_SENTENCE: Final = re.compile(rf"[。；;]|[0-9](?:{THINGS})|^20[0-9]{{2}}年[^，。]{{0,10}}，|^[{ORDINALS}]是")


def with_whole_lines(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Join the lines of a text that are as wide as it has room for with those in which they surely go on."""
    wholes: list[Paragraph] = []
    for run in _runs(paragraphs):
        # Below a paragraph of a web page or a Word file, which is whole, nothing stands that it could go on in.
        wholes += chain.from_iterable(map(_joined, _chains(run))) if len(run) > 1 else run
    return wholes


def _runs(paragraphs: Iterable[Paragraph]) -> list[list[Paragraph]]:
    """Give the lines that stand right below each other, without a blank line between, together."""
    runs: list[list[Paragraph]] = []
    for line in paragraphs:
        if runs and _is_next(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _is_next(line: Paragraph, below: Paragraph) -> bool:
    above, number = _number(line), _number(below)
    return above is not None and number == above + 1


def _number(line: Paragraph) -> int | None:
    return None if line.source is None or line.is_whole else line.source.line


def _chains(run: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Part lines right below each other where one cannot go on in the next."""
    widest, longest = max(_width(line.text) for line in run), max(len(line.text) for line in run)
    lines = [run[0]]
    for line, below in pairwise(run):
        # As wide as others, or of as many characters; the first line of a paragraph may be indented.
        wide = _width(line.text)
        is_full = wide >= widest - WRAPPED_SLACK or len(line.text) >= longest - WRAPPED_SLACK // 2
        if is_full and LEAST_WRAPPED_WIDTH <= wide <= LONGEST_WRAPPED and _can_go_on(line.text, below.text):
            lines.append(below)
        else:
            yield lines
            lines = [below]
    yield lines


def _can_go_on(line: str, below: str) -> bool:
    """Tell whether a sentence can go on from a line, which has no room for more, in the one below."""
    if _BEGINS.match(below) or _ROW.search(line) or _ROW.search(below):
        return False
    if line[-1:].isdecimal() and below[:1].isdecimal():
        return _PART_OF_NUMBER.search(line) is not None
    return _MARK.match(below) is not None or _ENDS.search(line) is None


def _joined(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Join lines from the first on that is none of a heading, if a sentence ends below it."""
    first = next((place for place, line in enumerate(lines) if _SENTENCE.search(line.text)), len(lines))
    below = "".join(line.text for line in lines[first + 1 :])
    if not _STOP.search(below):
        return list(lines)
    return [*lines[:first], attrs.evolve(lines[first], text=lines[first].text + below)]


def _width(text: str) -> int:
    """Give how wide a text is on a page, in halves of a Chinese character."""
    return len(text.encode("gb18030", "replace"))
