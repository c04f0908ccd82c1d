"""What is known in a check: the report, and what is made of it, each at most once and only if somebody asks."""

from __future__ import annotations

from functools import cached_property
from typing import Final, Self

from attrs import Factory, field, frozen

from govdisclosure.arithmetic.figures import Figures, is_filled_in
from govdisclosure.arithmetic.judgement import Judgement
from govdisclosure.checks._narratives import folded_text
from govdisclosure.checks._wording import Wording
from govdisclosure.claims import Claims, What, claims
from govdisclosure.model.notes import Note, Reading
from govdisclosure.model.profile import Profile
from govdisclosure.model.report import AnnualReport
from govdisclosure.rosters import Roster

OTHERS: Final = ("previous", "children", "roster")
"""What is known of other reports, if somebody gives it: None where nobody has, and then no check takes it."""
NAMES: Final = ("report", "notes", "claims", "figures", "judgement", "profile", *OTHERS)
"""What the parameters of a check can be called; each is an attribute of the case."""


def _missing_in(case: Case) -> frozenset[str]:
    return frozenset([name for name in OTHERS if getattr(case, name) is None])


@frozen(eq=False)
class Case:
    """
    One report in one check.

    Args:
        report: The report.
        notes: What its reading could not decide; empty for a report that was not read.
        profile: What its place asks of it beyond the form.
        previous: The reports of the year before: several where bodies merged.
        children: The reports that a government's report sums up.
        roster: Who has to report.

    Attributes:
        missing: The names of what nobody has given.
    """

    report: AnnualReport
    notes: tuple[Note, ...] = ()
    profile: Profile = Factory(Profile)
    previous: tuple[AnnualReport, ...] | None = None
    children: tuple[AnnualReport, ...] | None = None
    roster: Roster | None = None
    missing: frozenset[str] = field(init=False, default=Factory(_missing_in, takes_self=True))

    @classmethod
    def of(cls, checked: AnnualReport | Reading) -> Self:
        """Take what is given to be checked, with nothing known besides."""
        report, notes = (checked.report, checked.notes) if isinstance(checked, Reading) else (checked, ())
        return cls(report, notes)

    @cached_property
    def claims(self) -> Claims:
        """What the narrative claims."""
        return claims(self.report)

    @cached_property
    def claimed(self) -> frozenset[What]:
        """What the claims are about, as their words are first understood."""
        return frozenset([claim.what for claim in self.claims.items])

    @cached_property
    def figures(self) -> Figures:
        """What the tables state."""
        return Figures.of(self.report)

    @cached_property
    def has_gaps(self) -> bool:
        """Whether something stands in a cell in place of a figure; nearly every report is filled in."""
        return not all(map(is_filled_in, self.figures.tables))

    @cached_property
    def judgement(self) -> Judgement:
        """What the figures say of the identities of the tables, and of blanks."""
        return Judgement(self.figures)

    @cached_property
    def words(self) -> str:
        """The folded words of the narrative sections."""
        return folded_text(self.report)

    @cached_property
    def wording(self) -> Wording:
        """What messages call the cells and paragraphs of the report."""
        return Wording(self.report)
