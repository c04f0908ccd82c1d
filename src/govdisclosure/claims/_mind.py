"""What the grammar keeps in mind while it goes through a paragraph, and what makes it change its mind."""

from __future__ import annotations

from typing import Final

from attrs import Factory, define

from govdisclosure.claims._claim import Year
from govdisclosure.claims._draft import Draft, Setting
from govdisclosure.claims._meanings import DOMAINS

SILENCING_SENTENCES: Final = frozenset({"since", "plan"})
SILENCING_CLAUSES: Final = frozenset({"compare", "condition"})


@define(kw_only=True)
class Sentence:
    """
    What is kept in mind to the end of a sentence.

    Args:
        year: The year that is meant; None for some other than this and the last one.
        of_one_office: Whether it speaks of one office out of several.
        of_part_of_year: Whether it speaks of a part of the year.
        silenced_by: The kind of word that makes all its figures no claims: many years, or a plan.
        among: Whether 其中 was read.
        drafts: The claims so far.
    """

    year: Year | None = "this"
    of_one_office: bool = False
    of_part_of_year: bool = False
    silenced_by: str | None = None
    among: bool = False
    drafts: list[Draft] = Factory(list)


@define(kw_only=True)
class Clause:
    """
    What is kept in mind to the end of a clause.

    Args:
        silenced_by: The kind of word that makes all its figures no claims: a comparison, or a condition.
        of_one_channel: Whether it speaks of one channel out of several.
    """

    silenced_by: str | None = None
    of_one_channel: bool = False


@define(kw_only=True)
class Mind:
    """
    The state of the grammar at a place of a paragraph.

    Args:
        domain: What the text goes on about; at first what the heading above it says.
        sentence: What is known of the sentence.
        clause: What is known of the clause.
        nested: Whether the place is in parentheses.
        included: Whether 含, 包括 or 其中 was read since the last claim.
    """

    domain: str | None = None
    sentence: Sentence = Factory(Sentence)
    clause: Clause = Factory(Clause)
    nested: bool = False
    included: bool = False

    @property
    def silenced(self) -> bool:
        """Whether figures are no claims here."""
        mute = self.sentence.silenced_by or self.clause.silenced_by
        return mute is not None or self.sentence.year is None

    @property
    def partial(self) -> bool:
        """Whether figures are those of a part: of one office, one channel, or some months."""
        return self.sentence.of_one_office or self.sentence.of_part_of_year or self.clause.of_one_channel

    @property
    def setting(self) -> Setting:
        """How a claim would hang on what was said before."""
        return Setting(among=self.sentence.among, included=self.included, nested=self.nested)

    def end_clause(self, mark: str) -> None:
        """Pass a comma or a bracket, or another mark that ends a clause."""
        self.clause = Clause()
        self.nested = mark == "open" or (self.nested and mark not in {"close", "stop"})
        if mark in {"stop", "pause"}:
            self.included = False

    def end_sentence(self, *, goes_on: bool) -> None:
        """Pass a full stop; the next sentence can go on about the same office."""
        self.sentence = Sentence(of_one_office=self.sentence.of_one_office and goes_on)

    def hear_domain(self, kind: str) -> None:
        """Take in what a word says of what the text goes on about."""
        if kind in DOMAINS and not (kind == "block" and self.nested):
            self.domain = DOMAINS[kind]

    def hear_year(self, year: Year | None, *, goes_on: bool) -> None:
        """Take in which year is meant; a part of the year stays one where the word goes on about it."""
        self.sentence.year = year
        self.sentence.of_part_of_year = self.sentence.of_part_of_year and goes_on

    def hear_scenery(self, kind: str) -> None:
        """Take in a word that says of when or of what part a text speaks."""
        if kind in SILENCING_CLAUSES:
            self.clause.silenced_by = kind
        elif kind in SILENCING_SENTENCES:
            self.sentence.silenced_by = kind
        elif kind == "part_year":
            self.sentence.of_part_of_year = True
        elif kind == "part":
            self.clause.of_one_channel = True
        elif kind in {"among", "include"}:
            self.sentence.among = self.sentence.among or kind == "among"
            self.included = True

    def claim(self, draft: Draft) -> None:
        """Take in a claim."""
        self.sentence.drafts.append(draft)
        self.included = False
