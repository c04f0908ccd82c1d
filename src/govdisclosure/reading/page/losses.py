"""Pages that have lost short runs of characters: told by dates and labels that lack some."""

from __future__ import annotations

import enum
import re
from itertools import chain, islice
from string import digits
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
from govdisclosure.vocabulary.spellings import (
    OF_CAPTIONS,
    Lacking,
    is_head_in_words,
    is_label_in_words,
    lacking_of_label,
    official_column_head,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

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
    "政府[息信]公[开開]|政府(?:信息|[息信])[开開](?=[信申工指年])|政府信息公(?=[申工指年]|信(?!力))|人政府(?!信息)|人民府|依[请請]公[开開]"
    "|公[开開](?:工(?=年[度报報]|[报報]告|情[况況])|作(?=年[度报報]))"
    # 国办开办函〔2021〕30号, 国办办函, but not 国办函; （一）主动情况
    "|国(?:[办辦](?:公|[开開])?|公[开開]?|[开開])[办辦]函|主[动動]情[况況]"
    # Headings without a word that nobody leaves out: 主动公开政府情况, 行政、行政诉讼情况, 存在的主要及改进情况
    "|公[开開]政府情[况況]|主[动動]政府信息情[况況]|收到和政府信息|行政、行政[诉訴]|主要及改[进進]情[况況]"
    # 未收取政信息公开信息处理费, but not 财政信息公开
    "|政(?<![行党黨市财財民邮郵法路家廉勤执執参參议議农農渔漁军軍内內林水问問施新]政)信息公[开開]"
)
# 现行有效件数（ and 本年收费金额（单位 go on in the next cell.
_GOES_ON: Final = re.compile(r"[(（]\s*(?:[单單]位\s*[:：]?)?\s*$")
_DOUBLED: Final = re.compile(r"([()])\1+")
_NAMES: Final = re.compile("《([^《》]{1,40})》")


class _Cut(NamedTuple):
    """The letters that are cut off a label, before what is left of it or behind."""

    before: str
    behind: str


class _Head(enum.Enum):
    """What a text of a table lacks of the head of a column."""

    LACKS_LETTERS = enum.auto()
    """Letters inside it: 本年发件."""


def lost_characters(blocks: Iterable[Paragraph | Grid]) -> str | None:
    """
    Give a text that shows that the page has lost characters; None if none does.

    A date, a header or the name of the Regulation that lacks some is enough; of headings and labels of rows, which
    people abridge, and of headers that are only cut at the end, it takes two; the second can be words that a label of
    a row lacks, wholly. In a text, of which extractors lose runs of letters, one label can lack both.
    """
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    lost = next(filter(_has_lost, texts), None)
    if lost is not None:
        return lost
    in_tables = list(_texts_in_tables(blocks))
    unknown = _unknown(in_tables)
    signs = [*filter(_is_damaged, texts), *filter(_lacks_bracket, in_tables)]
    letters = weight = len(signs)
    odd = {words: text for words, text in islice(unknown.items(), MOST_TEXTS) if _lacks(words) or _is_damaged(text)}
    # (yì) 讼(sòng), below 行政复议 | 行政诉
    words_apart = map(key, chain.from_iterable(map(str.split, unknown.values())))
    others = [*unknown, *words_apart, *_parts_of_labels(chain(in_tables, texts))] if odd else []
    for words, text in odd.items():
        # 本年发件
        if _lacks(words) is _Head.LACKS_LETTERS:
            return text
        lacking = _lacking(text, words, others)
        if any(lacking):
            signs.append(text)
            letters += lacking.letters
            weight += sum(lacking)
    least_signs = 1 if any(isinstance(block, Grid) and block.lines for block in blocks) else LEAST_WEAK_SIGNS
    is_lost = letters and weight >= LEAST_WEAK_SIGNS and len(signs) >= least_signs
    return " | ".join(signs) if is_lost else None


def _parts_of_labels(texts: Iterable[str]) -> Iterator[str]:
    """Give the keys of texts that are parts of labels: 6.属, and below it 于四类过程性信息 | 0 |."""
    for words in map(key, filter(_is_short, texts)):
        if is_part_of_label(words) and words not in plain_keys():
            yield words


def _is_short(text: str) -> bool:
    return len(text) <= MOST_LETTERS


def _lacking(text: str, words: str, others: Collection[str]) -> Lacking:
    """Give what a text of a table lacks of a label, unless that stands elsewhere; a heading lacks letters of a word."""
    lacks = _lacks(words)
    # 本年新, of which 收 may stand on the next line
    if isinstance(lacks, _Cut) and not _stands_elsewhere(lacks, words, others):
        return Lacking(1, 0)
    if isinstance(lacks, Lacking) and not _goes_on_below(text, others):
        return lacks
    # 收到和处理政府信息公开申情况, a heading without a number, among the lines of a table
    return Lacking(int(_is_damaged(text)), 0)


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


def _stands_elsewhere(cut: _Cut, words: str, texts: Collection[str]) -> bool:
    """Tell whether the letters that are cut off a label stand in another text."""
    # 4.无正当理由大量反 / 复申请, the end of that label, and not 2.重复申请 without its first letter
    if any(label.endswith(words) and label.removesuffix(words) in texts for label in all_keys()):
        return True
    if len(cut.behind) > 1:
        return any(cut.behind in text for text in texts)
    # One letter stands in other words as well.
    return any(text.startswith(cut.behind) and text.endswith(cut.before) for text in texts)


def _goes_on_below(text: str, texts: Collection[str]) -> bool:
    """Tell whether a text is the label of a row behind that of its group, which goes on in another one."""
    # （三）不予公 1.属于国家, and below it 开 秘密
    group, *row = map(key, text.split(maxsplit=1))
    for label in all_keys() if any(row) else ():
        between, beside, behind = label.removeprefix(group).partition(row[0])
        rests = list(filter(None, (between, behind)))
        is_broken = label.startswith(group) and bool(beside)
        if is_broken and all(any(other.startswith(rest) for other in texts) for rest in rests):
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


def _texts_in_tables(blocks: Iterable[Paragraph | Grid]) -> Iterable[str]:
    """Give the texts in tables that are no plain figures, each once."""
    texts: list[str] = []
    for block in blocks:
        for row in block.unlike_rows if isinstance(block, Grid) and not isinstance(block, OfficialTable) else ():
            texts += [cell.text for cell in row if cell.text not in PLAIN]
    return map(str.strip, dict.fromkeys(texts))


@remembered
def _lacks_bracket(text: str) -> bool:
    """Tell whether a text is a label that lacks one of its brackets: 第二十条第（一项, but not 1）属于国家秘密."""
    # （一））项: doubled by somebody
    folded = _DOUBLED.sub(r"\1", fold_characters(text))
    opened, closed = folded.count("("), folded.count(")")
    # 事項(, which goes on with its pinyin
    lacks_closing = opened > closed and not _GOES_ON.search(text)
    return (lacks_closing or (opened < closed and OF_CAPTIONS in key(text))) and key(text) in all_keys()


def _unknown(texts: Iterable[str]) -> dict[str, str]:
    """Give the texts in tables that are neither labels nor figures, by their keys."""
    unknown: dict[str, str] = {}
    for text in texts:
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
    # 本年制发数 and 本年制发（件） lack a word of 本年制发件数, and no letters; 处理数量 those of one head or another.
    is_of_heads = official_column_head(words) in plain_keys() and not is_row_key(words)
    if is_of_heads or is_head_in_words(words) or _GOES_ON.search(text):
        return None
    # 法律服机构（家） is followed by a remark; 条第（一）项, below 第二十, has brackets of its own.
    has_own = is_row_key(words) or is_part_of_label(whole.rstrip(digits))
    return whole if has_own else words


@remembered
def _lacks(words: str) -> Lacking | _Head | _Cut | None:
    """Tell what the key of a cell lacks of a label; None if it is no label, or a whole one."""
    if not LEAST_LETTERS <= len(words) <= MOST_LETTERS:
        return None
    # 第二十条第（六） lacks a word of 第二十条第（六）项, and no letters.
    if is_part_of_label(words):
        return None if OF_CAPTIONS in words else _cut_off(words)
    # 行政业性收费000, with the figures of its row on it
    words = words.rstrip(digits)
    if len(words) < LEAST_LETTERS or is_part_of_label(words):
        return None
    labels = [label for label in all_keys() | plain_keys() if _lacks_letters(words, label)]
    rows = list(filter(is_row_key, labels))
    # 第二十条（八）项 lacks a word of 第二十条第（八）项, and no letters.
    if not labels or (not rows and is_label_in_words(words)):
        return None
    # （三）不公开 lacks a word of （三）不予公开, and no letters.
    lacking = [least for label in rows if (least := lacking_of_label(words, label)) is not None]
    # （三）不予公 1.属于国家 lacks letters of two labels in one.
    return min(lacking, default=Lacking(1, 0) if rows else _Head.LACKS_LETTERS)


def _cut_off(words: str) -> _Cut | None:
    """Give the letters that are cut off a label; None for what is whole, or part of none as it is."""
    cuts: list[_Cut] = []
    for label in all_keys():
        behind = label.removeprefix(words)
        if behind != label and len(behind) <= (MOST_LOST if is_row_key(label) else MOST_CUT):
            cuts.append(_Cut("", behind))
        # 府集中采购, 于行政执法案卷 and 条第（五）项, but not 属于行政执法案卷: people leave numbers out
        before = label.removesuffix(words).lstrip(digits)
        if label.endswith(words) and 0 < len(before) <= (1 if is_row_key(label) else MOST_LOST):
            cuts.append(_Cut(before, ""))
    cut = min(cuts, default=_Cut("", ""))
    return cut if any(cut) else None


def _lacks_letters(words: str, whole: str) -> bool:
    """Tell whether a text is another that lacks a few letters."""
    letters = iter(whole)
    return 0 < len(whole) - len(words) <= MOST_LOST and all(letter in letters for letter in words)
