"""
Search in the pages of both languages.

Chinese has no blanks between words. A dictionary does not know the words of the form (结转, 依申请公开) and would
have to part the question as it parted the page; so what is kept of Chinese is each character and each pair of
neighbours, and a page is found if it has all pairs of the question.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sphinx.search.en import SearchEnglish

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HAN: Final = r"\u3400-\u4dbf\u4e00-\u9fff"
"""The characters of Chinese, as both Python and JavaScript write them in a class of characters."""

_WORD: Final = re.compile(rf"([{HAN}]+)|[^\W{HAN}]+")

_SPLIT_QUERY: Final = rf"""
var splitQuery = (query) =>
  (query.match(/[{HAN}]+|(?:(?![{HAN}])[\p{{Letter}}\p{{Number}}_])+/gu) || []).flatMap((word) => {{
    if (word.length < 2 || !/^[{HAN}]/.test(word)) return [word];
    return [...word].slice(1).map((character, before) => word[before] + character);
  }});
"""


class Chinese(SearchEnglish):
    """Finds Chinese by pairs of characters, and what stands between it as in English pages."""

    lang = "zh"
    js_splitter_code = _SPLIT_QUERY

    def split(self, text: str) -> list[str]:
        """Give the words of other scripts, and the characters of Chinese and their pairs."""
        words: list[str] = []
        for word in _WORD.finditer(text):
            words += neighbours(word[1]) if word[1] else [word[0]]
        return words


def neighbours(run: str) -> list[str]:
    """Give each character of a run, and each pair of neighbours."""
    return [*run, *(first + second for first, second in pairwise(run))]


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Sphinx know the language."""
    app.add_search_language(Chinese)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
