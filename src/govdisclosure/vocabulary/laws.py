"""Grounds in law, as Chinese and English cite them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.vocabulary.numerals import PLAIN_DIGITS

if TYPE_CHECKING:
    from govdisclosure.model.message import Language

REGULATION: Final = "《中华人民共和国政府信息公开条例》"
"""The Regulation that articles are of where no other law is named."""

REGULATION_IN_SHORT: Final = "《政府信息公开条例》"

# Art. 50; Art. 36(4)(5); Art. 91, 93
_ARTICLE: Final = r"[0-9]+(?:\([0-9]\))*"
_ARTICLES: Final = re.compile(rf" ?Art\. (?P<articles>{_ARTICLE}(?:, {_ARTICLE})*)")
_IN_PARAGRAPHS: Final = frozenset({"16", "39"})
"""The articles in which a number in parentheses is that of a paragraph (款); in all others it is an item's (项)."""


def cited(law: str, language: Language) -> str:
    """
    Cite a ground in a language.

    >>> cited("Art. 36(4)(5)", "zh"), cited("Art. 16(2)", "zh"), cited("《立法法》Art. 91, 93", "zh")
    ('第36条第（四）（五）项', '第16条第二款', '《立法法》第91条、第93条')
    """
    return law if language == "en" else _ARTICLES.sub(_in_chinese, law)


def ground(law: str, language: Language, *, regulation: str = REGULATION) -> str:
    """Cite a ground where no other is near: the Regulation is named where only its articles are given."""
    return cited(f"{regulation} {law}" if _ARTICLES.fullmatch(law) else law, language)


def _in_chinese(cited_articles: re.Match[str]) -> str:
    return "、".join(map(_article, cited_articles["articles"].split(", ")))


def _article(cited_article: str) -> str:
    article, *numbers = re.findall("[0-9]+", cited_article)
    digits = [PLAIN_DIGITS[int(number)] for number in numbers]
    if not digits:
        return f"第{article}条"
    if article in _IN_PARAGRAPHS:
        return f"第{article}条第{'、'.join(digits)}款"
    return f"第{article}条第{''.join(f'（{digit}）' for digit in digits)}项"
