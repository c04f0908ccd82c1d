"""
What the narrative states of this year's figures beside last year's: 较上年增加3件, 增长33.3%, 是上年的2倍.

Precision goes before recall: a comparison is taken only where it is plain which cell it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.claims._claim import What
from govdisclosure.claims._folded import folded
from govdisclosure.claims._grammar import Grammar
from govdisclosure.claims._mind import Above, Mind
from govdisclosure.claims._narrative import narrative
from govdisclosure.claims._report import DOMAINS, is_heading
from govdisclosure.claims._statement import Form, Statement
from govdisclosure.claims._subjects import Reader, compares
from govdisclosure.vocabulary.bodies import name_of_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.model.report import AnnualReport

__all__ = ["Form", "Statement", "YearlyClaim", "yearly_claims", "yearly_claims_in"]


@frozen
class YearlyClaim:
    """
    What words state of one figure of this year and the same of last year.

    Args:
        readings: All that the words can be about, the likeliest first.
        statements: What they state of the two; all of it is to hold.
        path: Path of the paragraph, such as ``overview[3]``.
        start: Where the words begin in it, in characters.
        end: Where they end.
        text: The words.
    """

    readings: tuple[What, ...]
    statements: tuple[Statement, ...]
    path: str
    start: int
    end: int
    text: str


def yearly_claims(report: AnnualReport) -> Iterator[YearlyClaim]:
    """Yield the year-on-year claims of every paragraph that is read of a report, in their order."""
    agency = name_of_body(report.agency)
    for section, path, paragraphs in narrative(report).parts:
        above = Above(DOMAINS.get(section))
        for index, text in enumerate(paragraphs):
            yield from _claims(text, f"{path}[{index}]", report.year, agency, above)
            above = _said_by(text, report.year, agency) if is_heading(text) else Above(DOMAINS.get(section))


def yearly_claims_in(
    text: str, *, path: str = "", year: int | None = None, agency: str | None = None
) -> list[YearlyClaim]:
    """
    Give the year-on-year claims of one paragraph, in their order.

    Args:
        text: The paragraph as published, in simplified or traditional script.
        path: Its path, kept in the claims.
        year: The report year; without it, no year that is named is the one before.
        agency: Name of the agency that reports; without it, every department that is named counts as one of several.
    """
    return list(_claims(text, path, year, agency, Above()))


def _claims(text: str, path: str, year: int | None, agency: str | None, above: Above) -> Iterator[YearlyClaim]:
    paragraph = folded(text)
    if not compares(paragraph.text):
        return
    for subject in Reader(paragraph.text, year, agency, above).subjects():
        start, end = paragraph.published(subject.start, subject.end)
        yield YearlyClaim(subject.readings, subject.statements, path, start, end, text[start:end])


def _said_by(heading: str, year: int | None, agency: str | None) -> Above:
    """Give what a heading says of the paragraph below it."""
    grammar = Grammar(text=folded(heading).text, year=year, agency=agency, mind=Mind())
    grammar.read()
    return grammar.mind.says
