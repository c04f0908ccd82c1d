"""The paragraphs of the narrative sections, and quotes from them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.claims import folded
from govdisclosure.model.findings import Quote
from govdisclosure.model.report import NARRATIVES
from govdisclosure.vocabulary.aligned import Folded

if TYPE_CHECKING:
    from govdisclosure.model.report import AnnualReport

_BREAK: Final = re.compile("[,。;!?]")
_AROUND: Final = 40
"""Characters of a clause that are quoted before and behind what was found in it."""


def folded_text(report: AnnualReport, *sections: str) -> str:
    """Give the folded text of some narrative sections, of all three by default; a paragraph ends with a full stop."""
    texts = [folded(text).text for section in sections or NARRATIVES for text in getattr(report, section) or []]
    return "。".join(filter(None, texts))


def has_text(report: AnnualReport, section: str) -> bool:
    """Tell whether a narrative section has any text: 「无」 is one, a blank is none."""
    return any(folded(text).text for text in getattr(report, section) or [])


@frozen
class Paragraph:
    """
    A paragraph with its folded text.

    Args:
        path: Its path.
        text: What stands there.
        words: Its text folded, and where each character of that comes from.
    """

    path: str
    text: str
    words: Folded

    @property
    def folded(self) -> str:
        """The folded text."""
        return self.words.text

    def quote(self, start: int, end: int) -> Quote:
        """Quote what stands between two places of the folded text."""
        first, last = self.words.published(start, end)
        return Quote(self.path, first, last, self.text[first:last])

    def quote_clause(self, start: int, end: int) -> Quote:
        """Quote what stands around two places of the folded text, up to the ends of the clauses."""
        lowest, highest = max(0, start - _AROUND), min(len(self.folded), end + _AROUND)
        before = list(_BREAK.finditer(self.folded, lowest, start))
        behind = _BREAK.search(self.folded, end, highest)
        return self.quote(before[-1].end() if before else lowest, highest if behind is None else behind.start())
