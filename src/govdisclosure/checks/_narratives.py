"""The paragraphs of the narrative sections, and quotes from them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Self

from attrs import frozen

from govdisclosure.model.findings import Quote
from govdisclosure.model.report import NARRATIVES
from govdisclosure.vocabulary.fold import fold, fold_aligned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.report import AnnualReport

_BREAK: Final = re.compile("[,。;!?]")
_USUAL: Final = 1_000
"""Characters of a paragraph that is remembered folded."""
_AROUND: Final = 40
"""Characters of a clause that are quoted before and behind what was found in it."""


def paragraphs(report: AnnualReport, *sections: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of each paragraph of some narrative sections; of all three by default."""
    for section in sections or NARRATIVES:
        for index, text in enumerate(getattr(report, section) or []):
            yield f"{section}[{index}]", text


@lru_cache(maxsize=512)
def _remembered(text: str) -> str:
    return fold(text)


def folded_once(text: str) -> str:
    """Fold a paragraph, of which several rules ask; one of a usual length is remembered."""
    return _remembered(text) if len(text) <= _USUAL else fold(text)


def folded_text(report: AnnualReport, *sections: str) -> str:
    """Give the folded text of some narrative sections, of all three by default; a paragraph ends with a full stop."""
    return "。".join(filter(None, (folded_once(text) for _, text in paragraphs(report, *sections))))


@frozen
class Folded:
    """
    A paragraph with its folded text, and where each character of that comes from.

    Args:
        path: Its path.
        text: What stands there.
        folded: What ``fold_aligned`` makes of it.
        places: Where the characters of that stand in the text.
    """

    path: str
    text: str
    folded: str
    places: list[int]

    @classmethod
    def of(cls, path: str, text: str) -> Self:
        """Fold a paragraph."""
        return cls(path, text, *fold_aligned(text))

    def quote(self, start: int, end: int) -> Quote:
        """Quote what stands between two places of the folded text."""
        first, last = self.places[start], self.places[end - 1] + 1
        return Quote(self.path, first, last, self.text[first:last])

    def quote_clause(self, start: int, end: int) -> Quote:
        """Quote what stands around two places of the folded text, up to the ends of the clauses."""
        lowest, highest = max(0, start - _AROUND), min(len(self.folded), end + _AROUND)
        before = list(_BREAK.finditer(self.folded, lowest, start))
        behind = _BREAK.search(self.folded, end, highest)
        return self.quote(before[-1].end() if before else lowest, highest if behind is None else behind.start())
