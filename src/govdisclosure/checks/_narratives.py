"""The paragraphs of the narrative sections, and quotes from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.model.findings import Quote
from govdisclosure.model.report import NARRATIVES
from govdisclosure.vocabulary.fold import fold, fold_aligned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.report import AnnualReport


def paragraphs(report: AnnualReport, *sections: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of each paragraph of some narrative sections; of all three by default."""
    for section in sections or NARRATIVES:
        for index, text in enumerate(getattr(report, section) or []):
            yield f"{section}[{index}]", text


def folded_text(report: AnnualReport, *sections: str) -> str:
    """Give the folded text of some narrative sections, of all three by default; a paragraph ends with a full stop."""
    return "。".join(filter(None, (fold(text) for _, text in paragraphs(report, *sections))))


def quote(path: str, text: str, start: int, end: int) -> Quote:
    """Quote a paragraph between two places of what ``fold_aligned`` makes of it."""
    _, places = fold_aligned(text)
    first, last = places[start], places[end - 1] + 1
    return Quote(path, first, last, text[first:last])
