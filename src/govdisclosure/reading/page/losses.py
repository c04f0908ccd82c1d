"""Pages that have lost short runs of characters: told by dates and labels that lack some."""

from __future__ import annotations

import enum
import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.figures import PLAIN, is_figure
from govdisclosure.form.thresholds import (
    LEAST_LETTERS,
    LEAST_WEAK_SIGNS,
    MOST_CUT,
    MOST_LETTERS,
    MOST_LOST,
    MOST_TEXTS,
)
from govdisclosure.model.report import NARRATIVES
from govdisclosure.reading.labels import all_keys, is_part_of_label, is_row_key, plain_keys
from govdisclosure.reading.official import OfficialTable
from govdisclosure.vocabulary.fold import fold_characters, header_key, key
from govdisclosure.vocabulary.headings import HEADINGS_IN_WORDS
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.spellings import is_head_in_words, is_label_in_words, official_column_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.model.report import AnnualReport

# 202011日起至20201231日, 2020年1231日, 2020121日起至
_DATE: Final = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}(?:年[0-9]{1,4}日|[0-9]{1,2}月[0-9]|[0-9]{1,4}日|月[0-9])|月[0-9]{1,2}起至"
)
_LAW: Final = "中华人民共和国政府信息公开条例"
_SHORT_LAW: Final = _LAW.replace("政府", "")
_NUMERALS: Final = "一二三四五六123456"
_REPLACED: Final = "\N{REPLACEMENT CHARACTER}"
# A character that could not be told, or of which only the font of the page knows what it is
_UNTOLD: Final = re.compile(rf"[{_REPLACED}\ue000-\uf8ff]")
# What pages say most often, without a letter in its middle: no other words come to this but 自然人政府信息….
_DAMAGED_WORDS: Final = re.compile(
    "政府[息信]公[开開]|政府信息[开開](?=[信申工指年])|人政府(?!信息)|人民府|依[请請]公[开開]"
    "|公[开開](?:工(?=年[度报報]|[报報]告|情[况況])|作(?=年[度报報]))"
    # 未收取政信息公开信息处理费, but not 财政信息公开
    "|政(?<![行党黨市财財民邮郵法路家廉勤执執参參议議农農渔漁军軍内內林水问問施新]政)信息公[开開]"
)
_NAMES: Final = re.compile("《([^《》]{1,40})》")


class _Cut(NamedTuple):
    """The letters that are cut off a label, before what is left of it or behind."""

    before: str
    behind: str


class _Loss(enum.Enum):
    """What a text of a table lacks of a label."""

    INSIDE = enum.auto()
    """Letters inside the head of a column: 本年发件."""
    INSIDE_OF_ROW = enum.auto()
    """Letters inside the label of a row."""


def lost_characters(blocks: Iterable[Paragraph | Grid]) -> str | None:
    """
    Give a text that shows that the page has lost characters; None if none does.

    A date, a header or the name of the Regulation that lacks some is enough; of headings and labels of rows, which
    people abridge, and of headers that are only cut at the end, it takes two.
    """
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    lost = next(filter(_has_lost, texts), None)
    if lost is not None:
        return lost
    unknown = _unknown(blocks)
    weak = list(filter(_is_damaged, texts))
    for words, text in islice(unknown.items(), MOST_TEXTS):
        lacks = _lacks(words) if LEAST_LETTERS <= len(words) <= MOST_LETTERS else None
        # 本年发件
        if lacks is _Loss.INSIDE:
            return text
        # 本年新, of which 收 may stand on the next line
        is_cut = isinstance(lacks, _Cut) and not _stands_elsewhere(lacks, words, unknown)
        # 收到和处理政府信息开申请情况, a heading without a number, among the lines of a table
        is_lost = lacks is _Loss.INSIDE_OF_ROW and not _goes_on_below(text, unknown)
        if is_lost or is_cut or _is_damaged(text):
            weak.append(text)
    return " | ".join(weak) if len(weak) >= LEAST_WEAK_SIGNS else None


def has_lost_most(blocks: Iterable[Paragraph | Grid]) -> bool:
    """Tell whether most characters of a document cannot be told, as in a PDF whose fonts do not say what theirs are."""
    pieces: list[str] = []
    for block in blocks:
        pieces += [block.text] if isinstance(block, Paragraph) else (cell.text for row in block.rows for cell in row)
    text = "".join(pieces)
    return 2 * len(_UNTOLD.findall(text)) > len(text)


def with_replaced_characters(report: AnnualReport) -> Iterator[tuple[str, str]]:
    """Give the texts of a report in which a character stands for one that could not be decoded, with their paths."""
    names = {"title": report.title, "agency.name": None if report.agency is None else report.agency.name}
    for path, name in names.items():
        if name is not None and _REPLACED in name:
            yield path, name
    for section in ("preamble", *NARRATIVES):
        yield from _with_replaced(section, getattr(report, section) or ())
    for index, other in enumerate(report.other_sections):
        if _REPLACED in other.heading:
            yield f"other_sections[{index}].heading", other.heading
        yield from _with_replaced(f"other_sections[{index}].paragraphs", other.paragraphs)


def _with_replaced(path: str, paragraphs: Iterable[str]) -> list[tuple[str, str]]:
    return [(f"{path}[{index}]", text) for index, text in enumerate(paragraphs) if _REPLACED in text]


def _stands_elsewhere(cut: _Cut, words: str, unknown: Iterable[str]) -> bool:
    others = [other for other in unknown if other != words]
    return any(cut.behind in other if cut.behind else other.endswith(cut.before) for other in others)


def _goes_on_below(text: str, unknown: Iterable[str]) -> bool:
    """Tell whether a text is the label of a row behind that of its group, which goes on in another one."""
    # （三）不 1.属于国家秘密, and below it 予公开 2.其他法律行政法规禁止公开
    group, *row = map(key, text.split(maxsplit=1))
    for label in all_keys() if row else ():
        if label.startswith(group) and label.endswith(row[0]):
            rest = label[len(group) : -len(row[0])]
            if any(rest and other.startswith(rest) for other in unknown):
                return True
    return False


def _has_lost(text: str) -> bool:
    """Tell whether a date in a text, or the name of the Regulation, lacks some characters."""
    if ("月" in text or "日" in text) and _DATE.search(fold_characters(text)):
        return True
    return any(map(_lacks_letters_of_law, _NAMES.findall(text)))


def _lacks_letters_of_law(name: str) -> bool:
    return key(name) != _SHORT_LAW and _lacks_letters(key(name), _LAW)


def _is_damaged(text: str) -> bool:
    """Tell whether a text is the heading of a section that lacks letters of a word, or such words themselves do."""
    return _is_damaged_line(text) if len(text) <= MOST_LETTERS else _DAMAGED_WORDS.search(text) is not None


@remembered
def _is_damaged_line(text: str) -> bool:
    # 政府息公开年报, 某市人政府, 依请公开情况
    if _DAMAGED_WORDS.search(text):
        return True
    # 二、主动公开政府息情况, 2、主动公开政府息情况, 三、收到和处府信息公开申请的情况: 的 stands there or not
    words = key(text).lstrip(_NUMERALS).replace("的", "")
    for heading, in_words in HEADINGS_IN_WORDS.items():
        # 二、主动公开政府息情况, but not 二、主动公开信息情况
        if _lacks_letters(words, heading.replace("的", "")) and not in_words.fullmatch(words):
            return True
    return False


def _unknown(blocks: Iterable[Paragraph | Grid]) -> dict[str, str]:
    """Give the texts in tables that are neither labels nor figures, by their keys."""
    texts: list[str] = []
    for block in blocks:
        for row in block.rows if isinstance(block, Grid) and not isinstance(block, OfficialTable) else ():
            texts += [cell.text for cell in row if cell.text not in PLAIN]
    unknown: dict[str, str] = {}
    for text in map(str.strip, dict.fromkeys(texts)):
        words = _unknown_words(text)
        if words is not None:
            unknown.setdefault(words, text)
    return unknown


@remembered
def _unknown_words(text: str) -> str | None:
    """Give the key of a text that is neither label nor figure; None for one that is."""
    words, whole = header_key(text), key(text)
    if whole in all_keys() or is_figure(text):
        return None
    # （二）部分公开（区分处理的，只计这一情形，不计其情形）; 条第（一）项, below 第二十
    if is_row_key(words) or is_part_of_label(whole):
        words = whole
    elif words in plain_keys():
        return None
    # 本年制发数 lacks a word of 本年制发件数, and no letters; 处理数量 those of one head or another.
    if official_column_head(words) in plain_keys() or is_head_in_words(words):
        return None
    # 现行有效件数（ goes on in the next cell.
    return None if text.endswith(("(", "（")) else words


@remembered
def _lacks(words: str) -> _Loss | _Cut | None:
    """Tell what the key of a cell lacks of a label: letters inside, or these at an end; None if it is no label."""
    if is_part_of_label(words):
        return _cut_off(words)
    labels = [label for label in all_keys() | plain_keys() if _lacks_letters(words, label)]
    # （三）不公开 and 第二十条（八）项 lack a word of （三）不予公开 and 第二十条第（八）项, and no letters.
    if not labels or is_label_in_words(words):
        return None
    return _Loss.INSIDE_OF_ROW if any(map(is_row_key, labels)) else _Loss.INSIDE


def _cut_off(words: str) -> _Cut | None:
    """Give the letters that are cut off a label; None for what is whole, or part of none as it is."""
    cuts: list[_Cut] = []
    for label in all_keys():
        behind = label.removeprefix(words)
        if behind != label and len(behind) <= (MOST_LOST if is_row_key(label) else MOST_CUT):
            cuts.append(_Cut("", behind))
        # 府集中采购 and 条第（五）项, but not 属于行政执法案卷: people leave numbers out
        before = label.removesuffix(words)
        if before != label and len(before) <= (1 if is_row_key(label) else MOST_LOST) and not before.isnumeric():
            cuts.append(_Cut(before, ""))
    cut = min(cuts, default=_Cut("", ""))
    return cut if any(cut) else None


def _lacks_letters(words: str, whole: str) -> bool:
    """Tell whether a text is another that lacks a few letters."""
    letters = iter(whole)
    return 0 < len(whole) - len(words) <= MOST_LOST and all(letter in letters for letter in words)
