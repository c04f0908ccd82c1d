"""What can make a parent differ from its children: causes, each with the gaps that it alone would leave."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from govdisclosure.model.cells import tables
from govdisclosure.model.structure import cache, cell_kinds
from govdisclosure.summing._adding import Figure, plus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.structure import Table
    from govdisclosure.summing._compare import Comparison
    from govdisclosure.summing._family import Child

_REVIEWS: Final = "review_and_litigation.litigation.after_reconsideration."
"""复议后起诉: where the reviewing authority is co-defendant, the body that acted counts the suit."""


class CauseKind(enum.StrEnum):
    """The kinds of causes."""

    LEFT_OUT = "left out"
    TWICE = "counted twice"
    LAST_YEAR = "another year's report used"
    VERSION = "one of several reports used"
    OWN_MISSING = "own office missing"
    OWN_REVIEWS_MISSING = "after_reconsideration of the own office missing"
    EXCHANGED = "columns exchanged"


@frozen
class Cause:
    """
    One cause.

    Args:
        kind: What happened.
        child: Name of the child that it concerns; None for two columns exchanged.
        paths: The two cells of the parent that were exchanged; none for other causes.
        year: The year of the report that was used, if it was another one.
        number: Which of several reports of the child was used, from 1.
    """

    kind: CauseKind
    child: str | None = None
    paths: tuple[str, ...] = ()
    year: int | None = None
    number: int | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """What it concerns, a child or cells: two causes that concern one thing are no explanation."""
        return self.paths if self.child is None else (self.child,)


Gaps: TypeAlias = Mapping[int, Figure]
"""The gaps of the lines of a comparison, by their places; those that are nought are left out."""


def causes_of(comparison: Comparison) -> Iterator[tuple[Cause, Gaps]]:
    """Yield every cause that can be, with the gaps that it alone would leave."""
    family = comparison.family
    for place, child in enumerate(family.children):
        own = {at: figure for at, line in enumerate(comparison.lines) if (figure := line.figures[place])}
        yield from _of_child(comparison, child, own)
    # Nothing of these is in the sums.
    for child in family.wrong_year:
        yield from _of_another_year(comparison, child, {})
    for child in family.held:
        held = _stated(comparison, child.versions[0])
        if held:
            yield Cause(CauseKind.TWICE, child.name), held
    yield from _exchanged(comparison)


def _of_child(comparison: Comparison, child: Child, own: Gaps) -> Iterator[tuple[Cause, Gaps]]:
    without = {at: -figure for at, figure in own.items()}
    yield Cause(CauseKind.OWN_MISSING if child.is_own else CauseKind.LEFT_OUT, child.name), without
    if len(child.versions) == 1:
        yield Cause(CauseKind.TWICE, child.name), own
    else:
        yield from _of_versions(comparison, child, without)
    yield from _of_another_year(comparison, child, without)
    if child.is_own:
        reviews = {at: -own[at] for at in own if comparison.lines[at].paths[0].startswith(_REVIEWS)}
        yield Cause(CauseKind.OWN_REVIEWS_MISSING, child.name), reviews


def _of_versions(comparison: Comparison, child: Child, without: Gaps) -> Iterator[tuple[Cause, Gaps]]:
    """Yield that one of the reports of a child was used, or all of them: a cell in which they differ is not summed."""
    versions = [_stated(comparison, report) for report in child.versions]
    for number, version in enumerate(versions, 1):
        yield Cause(CauseKind.VERSION, child.name, number=number), _sum((without, version))
    yield Cause(CauseKind.TWICE, child.name), _sum((without, *versions))


def _of_another_year(comparison: Comparison, child: Child, without: Gaps) -> Iterator[tuple[Cause, Gaps]]:
    for report in child.earlier:
        yield Cause(CauseKind.LAST_YEAR, child.name, year=report.year), _sum((without, _stated(comparison, report)))


def _stated(comparison: Comparison, report: AnnualReport) -> Gaps:
    return {at: figure for at, figure in enumerate(comparison.figures_of(report)) if figure}


def _sum(several: Iterable[Gaps]) -> Gaps:
    total: dict[int, Figure] = {}
    for gaps in several:
        for at, gap in gaps.items():
            total[at] = plus(total.get(at, 0), gap)
    return {at: gap for at, gap in total.items() if gap}


def _exchanged(comparison: Comparison) -> Iterator[tuple[Cause, Gaps]]:
    """Yield two neighbouring columns of a row of the parent exchanged, where they hold two different figures."""
    lines_of: dict[str, list[int]] = {}
    stated: dict[str, Figure | None] = {}
    for at, line in enumerate(comparison.lines):
        for path in line.paths:
            lines_of.setdefault(path, []).append(at)
        if len(line.paths) == 1:
            stated[line.paths[0]] = line.parent
    for one, other in _neighbours(comparison):
        first, second = stated[one], stated[other]
        if first is None or second is None or first == second:
            continue
        gaps: dict[int, Figure] = {}
        for path, moved in ((one, first - second), (other, second - first)):
            for at in lines_of[path]:
                gaps[at] = gaps.get(at, 0) + moved
        yield Cause(CauseKind.EXCHANGED, paths=(one, other)), gaps


def _neighbours(comparison: Comparison) -> Iterator[tuple[str, str]]:
    for section, table in tables(comparison.report):
        for one, other in _neighbours_in(type(table)):
            yield f"{section}.{one}", f"{section}.{other}"


@cache
def _neighbours_in(cls: type[Table]) -> tuple[tuple[str, str], ...]:
    kinds = cell_kinds(cls)
    pairs = (pair for row in cls.figure_paths() for pair in pairwise(row))
    return tuple((one, other) for one, other in pairs if kinds[one] is kinds[other])
