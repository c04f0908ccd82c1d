"""Folds that keep the meaning of a label: script, width, blanks, punctuation, pinyin."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from govdisclosure.vocabulary._script import SIMPLIFIED, TRADITIONAL
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.memory import remembered

_INVISIBLE: Final = "\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff"
_WIDTHS: Final = {0xFF01 + place: 0x21 + place for place in range(94)}
_FIGURES: Final[dict[int, int]] = {**_WIDTHS, ord("\N{MINUS SIGN}"): ord("-")}
# What gateways that show a page in traditional script write for 信息, in as many letters
_INFORMATION: Final = ("\u8cc7\u8a0a", "信息")
_IN_PART: Final = ("部份", "部分")
_REPLACED: Final = (
    _INFORMATION,
    *((mark, chr(_WIDTHS[ord(mark)])) for mark in "，：；！？（）"),
    # Signs that stand for eighteen and for eight letters become one of these, lest a text grow eighteenfold.
    ("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}", "\N{ARABIC LETTER SAD}"),
    ("\N{ARABIC LIGATURE JALLAJALALOUHOU}", "\N{ARABIC LETTER JEEM}"),
)
_MARKS: Final = re.compile(r"[\W_]+")
# 规章(县级无此项), but not 本年增（减）
_REMARK: Final = re.compile(r"(?<=.)[(（](?![减減][)）])[^()（）]*[)）]")

# A syllable of pinyin, toned or not; only what can be one, so that (km) or (LED) stays.
_SYLLABLE: Final = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:i?[aāáǎàeēéěèoōóǒò]|[uüvūúǔùǖǘǚǜ]?[aāáǎàeēéěèoōóǒò]|[iīíǐìuūúǔùüǖǘǚǜv])"
    r"(?:[iīíǐìoōóǒòuūúǔù]|ng|n|r)?"
)
# Quicker to look for, since a text has few brackets before a letter of the Latin alphabet.
_OPENING: Final = re.compile(r"\(\s*[a-zà-ǜ]")
_LINE: Final = 100
_PINYIN: Final = re.compile(rf"(?<=[{HAN}])(?:\s*[(（]\s*{_SYLLABLE}\s*[)）])+")


def fold(text: str) -> str:
    """Fold script (of common characters), width and blanks: what is left compares by meaning."""
    return _fold_line(text) if len(text) <= _LINE else _folded(text)


def _folded(text: str) -> str:
    return "".join(fold_characters(text).split())


# A line is asked about several times: whether it is a title, a heading, a label.
_fold_line: Final = remembered(_folded)


def fold_characters(text: str) -> str:
    """Fold script and width, and keep the blanks."""
    return _characters_of_line(text) if len(text) <= _LINE else _folded_characters(text)


def _folded_characters(text: str) -> str:
    # Text without the usual full-width marks is normal for the most part, and soon known to be.
    for mark, narrow in _REPLACED:
        text = text.replace(mark, narrow)
    return _simplified(unicodedata.normalize("NFKC", text))


# As above: whether it names a day, or has lost characters.
_characters_of_line: Final = remembered(_folded_characters)


def _simplified(text: str) -> str:
    # 1,234
    if text.isascii():
        return text
    pattern, table = _script()
    return pattern.sub(lambda match: table[match[0]], text)


@cache
def _script() -> tuple[re.Pattern[str], dict[str, str]]:
    """Give what becomes of traditional and of invisible characters, and a pattern that finds them."""
    # 一丶总体情况: a stroke that is typed for the comma of lists
    table = {**dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)), **dict.fromkeys(_INVISIBLE, ""), "丶": "、"}
    return re.compile(f"[{''.join(table)}]"), table


def with_usual_words(text: str) -> str:
    """Give a text with the words of the mainland, letter for letter."""
    return text.replace(*_INFORMATION).replace(*_IN_PART)


def fold_figure(text: str) -> str:
    """Fold script, full-width marks and the minus only: raised or circled digits are no digits of a figure."""
    return _simplified(text.translate(_FIGURES))


@remembered
def key(text: str) -> str:
    """Fold a label, its punctuation as well: ``１．属於國家秘密`` and ``1.属于国家秘密`` have one key."""
    return _MARKS.sub("", fold(text))


@remembered
def header_key(header: str) -> str:
    """Give the key of a header without the remarks in it: 规章(县级无此项)."""
    return key(without_remarks(header))


def without_remarks(text: str) -> str:
    """Fold a text and take the remarks out of it: 0.5万元(预算数)."""
    return _REMARK.sub("", fold(text))


def has_pinyin(text: str) -> bool:
    """Tell whether a character of the text is followed by its pinyin in parentheses."""
    return _OPENING.search(text.replace("（", "(")) is not None and _PINYIN.search(text) is not None


def without_pinyin(text: str) -> str:
    """Take out pinyin in parentheses after single characters, doubled or not."""
    return _PINYIN.sub("", text) if "(" in text or "（" in text else text
