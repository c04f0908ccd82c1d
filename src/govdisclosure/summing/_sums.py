"""Reports of a parent among those of its children: told by whose they are, and by what only a sum can state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Self, TypeAlias

from attrs import frozen

from govdisclosure.model.cells import tables
from govdisclosure.model.profile import Body
from govdisclosure.model.report import NARRATIVES, AnnualReport
from govdisclosure.model.structure import Table, cell_values
from govdisclosure.rosters import UnitKind, is_one_body
from govdisclosure.summing._groups import Group
from govdisclosure.vocabulary.bodies import body_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.rosters import Unit

_Key: TypeAlias = tuple[str, type[Table]]
_LEAST: Final = 2
"""The sum of one body is what that body states."""


@frozen
class Sums:
    """
    The reports of a parent among those of its children.

    Args:
        of_parent: Those that are its own: they are sums, and none is summed again.
        doubtful: Those that may be, though nothing says so.
    """

    of_parent: tuple[AnnualReport, ...] = ()
    doubtful: tuple[AnnualReport, ...] = ()


def sums_among(groups: Sequence[Group], year: int | None, agency: str | None) -> Sums:
    """
    Look for reports of the parent itself, such as a roll-up that was made before.

    A unit that is the parent has nothing else, unless it is its own office (本级). Where the roster does not have it, a
    report of its name may be that of the own office, too: it is a sum if it states what only a sum can. So is one
    without a name and without words. Where the parent has no name, the one government among other bodies may be it.

    Args:
        groups: The reports, by body.
        year: The year of the roll-up.
        agency: Name of the parent.
    """
    of_parent = [report for group in groups if is_parent(group.unit, agency) for report in group.reports]
    candidates = [group for group in groups if _may_be_parent(group, year, agency)]
    if agency is None:
        candidates += _only_government(groups)
    peaks = _Peaks.of(group.on(year) for group in groups if group not in candidates) if candidates else _Peaks({}, 0)
    doubtful: list[AnnualReport] = []
    for group in candidates:
        sums = [report for report in group.reports if peaks.are_summed_in(report)]
        # The own office that the roster lists has a report: of several, another one may be a roll-up.
        if group.unit is not None and len(sums) == len(group.reports):
            continue
        if agency is not None or not group.names:
            of_parent += sums
            # One that is left may be that of the own office; the roster can say so.
            is_doubtful = group.unit is None and peaks.bodies > 0
            doubtful += [each for each in group.on(year) if is_doubtful and not any(each is sum_ for sum_ in sums)]
        else:
            doubtful += sums
    return Sums(tuple(of_parent), tuple(doubtful))


def is_parent(unit: Unit | None, agency: str | None) -> bool:
    """Tell whether a unit is the parent itself, on a roster that lists it beside its children."""
    if unit is None or agency is None or unit.kind is UnitKind.OWN:
        return False
    return any(is_one_body(name, agency) for name in unit.names)


def without(group: Group, left_out: Sequence[AnnualReport]) -> Group | None:
    """Give a body without some of its reports; None where none is left."""
    kept = [report for report in group.reports if not any(report is each for each in left_out)]
    return Group(group.agency, group.unit, kept) if kept else None


def _may_be_parent(group: Group, year: int | None, agency: str | None) -> bool:
    if not group.names:
        return not any(getattr(each, name) for each in group.reports for name in NARRATIVES)
    if agency is None or not any(is_one_body(name, agency) for name in group.names):
        return False
    return group.unit is None or (group.unit.kind is UnitKind.OWN and len(group.on(year)) > 1)


def _only_government(groups: Sequence[Group]) -> list[Group]:
    """Give the one government among other bodies, which may be their parent, under each name that it has."""
    governments = [group for group in groups if group.names and body_of(group.agency) is Body.GOVERNMENT]
    names = sorted({name for group in governments for name in group.names}, key=len)
    return governments if all(is_one_body(names[0], name) for name in names) else []


@frozen
class _Peaks:
    """
    What bodies state at most.

    Args:
        largest: Of each table and class of it the largest count in each cell, nought where nobody states any.
        bodies: How many bodies state something above nought.
    """

    largest: Mapping[_Key, list[int]]
    bodies: int

    @classmethod
    def of(cls, bodies: Iterable[Iterable[AnnualReport]]) -> Self:
        """Take the reports of each body."""
        largest: dict[_Key, list[int]] = {}
        stating = 0
        for reports in bodies:
            tables_of_body = [each for report in reports for each in _counts(report)]
            stating += any(map(any, (counts for _, counts in tables_of_body)))
            for key, counts in tables_of_body:
                largest[key] = [*map(max, largest[key], counts)] if key in largest else counts
        return cls(largest, stating)

    def are_summed_in(self, report: AnnualReport) -> bool:
        """
        Tell whether a report can only be a sum of the bodies, some of which it may not have had yet.

        A sum states in each cell at least what the largest of its parts does. No office is the largest of many bodies
        in more than half of the cells in which they state something.
        """
        own = dict(_counts(report))
        pairs = [
            pair
            for key, peaks in self.largest.items()
            for pair in zip(own.get(key) or [0] * len(peaks), peaks, strict=True)
        ]
        reached = [count >= peak for count, peak in pairs if peak]
        return self.bodies >= _LEAST and 2 * sum(reached) > len(reached)


def _counts(report: AnnualReport) -> Iterator[tuple[_Key, list[int]]]:
    """Yield the counts of each table, nought for what is none; what was repealed more than issued is none either."""
    for section, table in tables(report):
        counts = [value if type(value) is int and value > 0 else 0 for value in cell_values(table)]
        yield (section, type(table)), counts
