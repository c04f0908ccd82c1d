"""A claim while its sentence is still being read."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from attrs import evolve, frozen

from govdisclosure.claims._claim import What, Year
from govdisclosure.claims._meanings import CASES

FEW: Final = 40
"""So many claims before and behind one are looked at; no sentence of a report has more."""
FAR: Final = 100
"""So many characters of a sentence before or behind a word or number are looked at for what it is of."""
_CASES: Final = frozenset(CASES.values())


class Setting(NamedTuple):
    """
    How words hang on what their sentence said before.

    Args:
        among: They stand in a list behind 其中.
        included: 含, 包括 or 其中 stands between them and the claim before.
        nested: They stand in parentheses.
        pauses: So many semicolons stand before them.
        sentence: Where their sentence begins.
        number: Where the number before them ends, whether it is of a claim or not.
    """

    among: bool
    included: bool
    nested: bool
    pauses: int
    sentence: int
    number: int


@frozen(kw_only=True)
class Draft:
    """
    A claim in the folded text.

    Args:
        readings: All that the words can be about, the likeliest first; none for a figure that only the sentence can
            tell.
        value: The figure as written; of money in 元.
        money: Whether it is an amount of money.
        exact: Whether it is meant exactly.
        year: The report year, or the year before.
        part_of: What it is only a part of: ``office`` or ``channel`` for one out of several, ``months`` for a part of
            the year, ``list`` for one of several like claims of a sentence; None for a whole.
        start: Where the words begin.
        end: Where they end.
        words: The words.
        before: What stands before them, back to the number before or to the beginning of the clause.
        setting: How they hang on what the sentence said before.
        grounds: The rows of the form that the words before or between name as why.
        older: So many more are told beside these, such as cases of last year or requests left out of these answers,
            which can be counted with them.
        behind: The first characters behind them.
        skipped: Clauses without a number between the number before and ``before``, with the marks around them.
        summed: Whether it is the sum of all readings.
        at_least: Whether it is of requests of somebody or for something, beside which there can be more.
    """

    readings: tuple[What, ...]
    value: Decimal
    money: bool
    exact: bool
    year: Year
    part_of: str | None
    start: int
    end: int
    words: str
    before: str
    setting: Setting
    grounds: tuple[str, ...] = ()
    older: Decimal = Decimal(0)
    behind: str = ""
    skipped: str = ""
    summed: bool = False
    at_least: bool = False

    @property
    def names_disclosure(self) -> bool:
        """Whether its words say what requests are for, as 申请 alone does not."""
        return "公开" in self.words or "依申请" in self.words

    @property
    def speaks_of_disclosure(self) -> bool:
        """Whether its words, or those before them, say that it is about disclosure, as cases alone do not."""
        return "信息公开" in self.before or "信息公开" in self.words

    @property
    def is_of_cases(self) -> bool:
        """Whether it counts cases of reconsideration or litigation."""
        return not _CASES.isdisjoint(self.readings)

    @property
    def is_unnamed_case(self) -> bool:
        """Whether it counts cases, and nothing says that they are about disclosure."""
        return self.is_of_cases and not self.speaks_of_disclosure

    @property
    def is_of_the_year(self) -> bool:
        """Whether it is meant exactly, of this year and of the whole body."""
        # 约12件 · 其中网上提交9件 · 2023年收到9件
        return self.exact and self.whole and self.year == "this"

    @property
    def whole(self) -> bool:
        """Whether it is a part of nothing."""
        return self.part_of is None


def part(draft: Draft) -> Draft:
    """Give a claim as one of several like ones, if it is not known as a part of something."""
    return evolve(draft, part_of=draft.part_of or "list")
