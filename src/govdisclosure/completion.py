"""Completion: filling in what a report leaves blank, where its figures or the convention say what it is."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from itertools import compress
from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

from govdisclosure.arithmetic.convention import totals as totals_of
from govdisclosure.arithmetic.identities import identities
from govdisclosure.arithmetic.verdicts import Verdict, judged
from govdisclosure.errors import UsageError
from govdisclosure.model.cells import tables
from govdisclosure.model.report import AnnualReport, require_report
from govdisclosure.model.structure import cell_paths, cell_values, set_cell
from govdisclosure.model.values import broken_count, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.values import CellValue

WAYS: Final = ("proved", "convention")
"""Which totals can be filled in."""


@frozen
class Completion:
    """
    A report with blanks filled in.

    Args:
        report: A copy of the report, completed.
        filled: The figures that were filled in, by path, in the order of the report's JSON.
        proved: Those of these paths that the figures of their table leave no other value.
    """

    report: AnnualReport
    filled: Mapping[str, int]
    proved: frozenset[str]


def complete(
    report: AnnualReport, *, totals: Literal["proved", "convention"] = "proved", parts: bool = False
) -> Completion:
    """
    Fill in blank totals of tables III and IV; what is stated stays, "/" as well, and the given report is not changed.

    It makes no identity of a table fail, and completing again fills in nothing more. In a table with an
    arithmetic error nothing is proved. A figure of more than 18 digits is not filled in.

    Args:
        report: The report.
        totals: ``"proved"`` fills in the totals that can have one value only. ``"convention"`` fills in the others,
            too: by the convention (a sum of what is stated, a blank being nought), made with all that is proved put
            in. Where an identity fails under it, the blanks of that identity are left alone, and so are all that other
            identities link to them.
        parts: Whether blanks that are no totals are filled in like them, under the convention with noughts; with it,
            a blank table becomes one of noughts. Without it, a total is left blank where nothing is stated in its
            identities, nor in those that link other blanks to it.

    Raises:
        TypeError: If ``report`` is no report.
        UsageError: If ``totals`` is neither of the two.
    """
    if totals not in WAYS:
        raise UsageError(f"totals must be one of {', '.join(WAYS)}, got {shown(totals)}")
    require_report(report)
    result = copy.deepcopy(report)
    filled: dict[str, int] = {}
    proved: set[str] = set()
    for section, table in tables(result):
        cls: type = type(table)
        paths, values = cell_paths(cls), cell_values(table)
        sure = judged(cls, values).proved
        known = dict(sure)
        if totals == "convention":
            known |= _by_convention(cls, tuple(sure.get(at, value) for at, value in enumerate(values)), parts=parts)
        wanted = set(range(len(values))) if parts else {total.at for total in totals_of(cls)}
        for at in sorted(wanted & known.keys()):
            if broken_count(known[at]) is None:
                set_cell(table, paths[at], known[at])
                filled[f"{section}.{paths[at]}"] = known[at]
        proved.update(f"{section}.{paths[at]}" for at in sure)
    return Completion(result, filled, frozenset(filled.keys() & proved))


def _by_convention(cls: type, values: tuple[CellValue, ...], *, parts: bool) -> dict[int, int]:
    judgement = judged(cls, values)
    blanks = {at for at, value in enumerate(values) if value is None}
    numbers = {at for at, value in enumerate(values) if isinstance(value, int)}
    links = [blanks.intersection(identity.at) for identity in identities(cls)]
    told = [not numbers.isdisjoint(identity.at) for identity in identities(cls)]
    fails = [verdict is not Verdict.HOLDS for verdict in judgement.verdicts]
    left = _linked(links, links if parts else compress(links, told)) - _linked(links, compress(links, fails))
    return {at: judgement.full[at] for at in left}


def _linked(links: list[set[int]], start: Iterable[set[int]]) -> set[int]:
    """Give the blanks of some identities and all that other identities link to them, from blank to blank."""
    reached: set[int] = set().union(*start)
    before = -1
    while before < len(reached):
        before = len(reached)
        for link in links:
            if not reached.isdisjoint(link):
                reached |= link
    return reached
