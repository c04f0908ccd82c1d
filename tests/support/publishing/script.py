"""Scripts and characters of pages: traditional characters, pinyin behind characters, widths."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from random import Random

Script: TypeAlias = Literal["", "traditional", "mixed"]
Pinyin: TypeAlias = Literal["", "toned", "plain", "doubled"]

# What converters make of the form's characters; where they disagree, each of them is met.
_TRADITIONAL: Final = {
    **{
        simple: (other,)
        for simple, other in zip(
            "条项内规范发废现数许处决罚业费额单万请况织机会构总计关据开转办区这国属稳护权类务过执询无补确访举报诉获"
            "续议讼维纠审经动问题进体购减创对县镇厅级个",
            "條項內規範發廢現數許處決罰業費額單萬請況織機會構總計關據開轉辦區這國屬穩護權類務過執詢無補確訪舉報訴獲"
            "續議訟維糾審經動問題進體購減創對縣鎮廳級個",
            strict=True,
        )
    },
    "复": ("復", "複"),
    "系": ("係", "系"),
    "于": ("於", "于"),
    "制": ("制", "製"),
    "结": ("結",),
    "缴": ("繳",),
    "纳": ("納",),
    "组": ("組",),
    "强": ("強",),
    "没": ("沒",),
}
_PINYIN: Final = dict(
    zip(
        "开动规范总体况报业务类过结转办审项议诉讼续发废现处决罚关据国属护权询补请",
        [
            "kāi",
            "dòng",
            "guī",
            "fàn",
            "zǒng",
            "tǐ",
            "kuàng",
            "bào",
            "yè",
            "wù",
            "lèi",
            "guò",
            "jié",
            "zhuǎn",
            "bàn",
            "shěn",
            "xiàng",
            "yì",
            "sù",
            "sòng",
            "xù",
            "fā",
            "fèi",
            "xiàn",
            "chù",
            "jué",
            "fá",
            "guān",
            "jù",
            "guó",
            "shǔ",
            "hù",
            "quán",
            "xún",
            "bǔ",
            "qǐng",
        ],
        strict=True,
    )
)
_PINYIN_IN_BOTH: Final = _PINYIN | {
    other: syllable for simple, syllable in _PINYIN.items() for other in _TRADITIONAL.get(simple, ())
}
_FULL: Final = {ord(half): chr(ord(half) + 0xFEE0) for half in "0123456789.(),"}
_HALF: Final = {ord(full): half for full, half in zip("（），：．", "(),:.", strict=True)}


def written(text: str, rng: Random, script: Script, pinyin: Pinyin) -> str:
    """Write a text in a script, some characters with their pinyin behind them."""
    return "".join(_character(character, rng, script, pinyin) for character in text)


def _character(character: str, rng: Random, script: Script, pinyin: Pinyin) -> str:
    result = character
    if script and (script == "traditional" or rng.random() < 0.5):
        result = rng.choice(_TRADITIONAL.get(character, (character,)))
    syllable = _PINYIN.get(character, "")
    if not pinyin or not syllable or rng.random() < 0.2:
        return result
    if pinyin != "toned":
        syllable = "".join(part for part in unicodedata.normalize("NFD", syllable) if not unicodedata.combining(part))
    return f"{result}({syllable})" + (f"({syllable})" if pinyin == "doubled" else "")


def traditional(text: str) -> str:
    """Write a text in traditional characters, each the first that is met."""
    return "".join(_TRADITIONAL.get(character, (character,))[0] for character in text)


def with_pinyin(text: str) -> str:
    """Write its pinyin behind each character of either script that has one."""
    return "".join(
        f"{character}({_PINYIN_IN_BOTH[character]})" if character in _PINYIN_IN_BOTH else character
        for character in text
    )


def widened(text: str) -> str:
    """Write digits, points, commas and parentheses in their full width."""
    return text.translate(_FULL)


def narrowed(text: str) -> str:
    """Write parentheses, commas and colons in their half width."""
    return text.translate(_HALF)
