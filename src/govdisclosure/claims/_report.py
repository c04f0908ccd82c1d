"""The claims of a paragraph, and of a whole report."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.claims._claim import Claim, What
from govdisclosure.claims._claims import Claims
from govdisclosure.claims._folded import folded
from govdisclosure.claims._grammar import Grammar
from govdisclosure.claims._lexicon import stated_until
from govdisclosure.claims._mind import Above, Mind
from govdisclosure.claims._narrative import narrative
from govdisclosure.model.money import PLACES
from govdisclosure.vocabulary.bodies import name_of_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._draft import Draft
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.vocabulary.aligned import Folded

_LONGEST_HEADING: Final = 40
"""Characters of a paragraph that is a heading, if it has no mark at its end."""
DOMAINS: Final = {"requests": "requests"}


def claims(report: AnnualReport) -> Claims:
    """
    Give the claims of every paragraph of a report: preamble, narratives, notes beside tables, and other sections.

    A short paragraph that is a heading tells what the paragraph below it goes on about. Of a narrative beyond all
    measure the first 100,000 characters are read; ``Claims.unread`` tells where that ends.
    """
    agency = name_of_body(report.agency)
    every: list[Claim] = []
    parts, unread = narrative(report)
    for section, path, paragraphs in parts:
        above = begun = Above(DOMAINS.get(section))
        for index, text in enumerate(paragraphs):
            read = _read(text, f"{path}[{index}]", report.year, agency, above)
            every += read.claims
            above = begun if read.above is None else read.above
    return Claims(every, unread)


def claims_in(text: str, *, path: str = "", year: int | None = None, agency: str | None = None) -> list[Claim]:
    """
    Give the claims of one paragraph, in their order.

    Args:
        text: The paragraph as published, in simplified or traditional script.
        path: Its path, kept in the claims.
        year: The report year; without it, every year that is named counts as that.
        agency: Name of the agency that reports; without it, every department that is named counts as one of several.
    """
    return list(_read(text, path, year, agency, Above()).claims)


class _Read(NamedTuple):
    """What was read in a paragraph: its claims, and what it says of the one below it; None if it is no heading."""

    claims: Sequence[Claim]
    above: Above | None


_NOTHING: Final = _Read((), None)
"""What is read in a paragraph that states nothing."""
_EMPTY: Final = _Read((), Above())
"""What is read in an empty one, behind which nothing of a heading goes on."""


def _read(text: str, path: str, year: int | None, agency: str | None, above: Above) -> _Read:
    paragraph = folded(text)
    heading = is_heading(text)
    # Half of all paragraphs state nothing; but a heading says what the paragraph below it goes on about.
    limit = len(paragraph.text) if heading else stated_until(paragraph.text)
    if not limit:
        return _EMPTY if heading else _NOTHING
    grammar = Grammar(text=paragraph.text, limit=limit, year=year, agency=agency, mind=Mind(above=above))
    read = [_claim(draft, paragraph, text, path) for draft in grammar.read()]
    return _Read(read, grammar.mind.says if heading else None)


def _claim(draft: Draft, paragraph: Folded, text: str, path: str) -> Claim:
    start, end = paragraph.published(draft.start, draft.end)
    return Claim(
        what=draft.readings[0],
        value=_value(draft),
        exact=draft.exact,
        year=draft.year,
        whole=draft.whole,
        path=path,
        start=start,
        end=end,
        text=text[start:end],
        readings=draft.readings,
        grounds=draft.grounds,
        older=int(draft.older),
        summed=draft.summed,
        at_least=draft.at_least,
    )


def _value(draft: Draft) -> int | Decimal:
    if not draft.money:
        return int(draft.value)
    amount = draft.value.scaleb(-PLACES["万元"]) if draft.readings[0] is What.FEES else draft.value
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()


def is_heading(text: str) -> bool:
    """Tell whether a paragraph is a heading, by its length and its end."""
    return len(text) <= _LONGEST_HEADING and not text.endswith(("。", "；", ";", "，", ",", "."))
