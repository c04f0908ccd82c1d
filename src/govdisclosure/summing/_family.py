"""The family of a roll-up: which of the reports that are given are its children, each once, and who is missing."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.model.report import Agency, AnnualReport
from govdisclosure.rosters import Roster, Unit, UnitKind, called, is_one_body, region_of
from govdisclosure.summing._groups import Group, content, gathered, is_copy
from govdisclosure.summing._sums import is_parent, sums_among, without
from govdisclosure.vocabulary.bodies import name_of_body
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


# 示例县人民政府本级 · 示例县人民政府办公室, which reports for the government itself
_OWN_OFFICE: Final = ("", "本级", "办公室", "办公厅")


@frozen(eq=False)
class Child:
    """
    A body whose figures are summed.

    Args:
        name: What it is called: no other child of the family is.
        versions: Its reports on the year; one, unless several that differ were given.
        earlier: Its reports on other years.
        copies: How many reports on the year were given that are all the same.
        alike: Those reports on the year that are the same, where there are several.
        unit: What the roster says of it.
        is_own: Whether it is the government's own office (本级).
    """

    name: str
    versions: tuple[AnnualReport, ...]
    earlier: tuple[AnnualReport, ...] = ()
    copies: int = 1
    alike: tuple[tuple[AnnualReport, ...], ...] = ()
    unit: Unit | None = None
    is_own: bool = False


@frozen(eq=False)
class Family:
    """
    The children of a roll-up.

    Args:
        children: Those that are summed.
        held: Those whose figures another child holds already: the departments of a county that reports itself.
        wrong_year: Those of which there is a report on another year only.
        missing: The units of the roster without a report on the year, but those that another child holds.
        of_parent: The reports of the parent itself that were among them: they are sums, and no children.
        doubtful: Those that are summed and may be such sums, though nothing says so.
    """

    children: tuple[Child, ...]
    held: tuple[Child, ...] = ()
    wrong_year: tuple[Child, ...] = ()
    missing: tuple[Unit, ...] = ()
    of_parent: tuple[AnnualReport, ...] = ()
    doubtful: tuple[AnnualReport, ...] = ()

    @property
    def leaves_open(self) -> bool:
        """Whether a body has reports of which nobody knows whether they were summed."""
        return bool(self.wrong_year) or any(len(child.versions) > 1 for child in self.children)


def family_of(
    reports: Sequence[AnnualReport],
    *,
    year: int | None,
    roster: Roster | None = None,
    parent: AnnualReport | None = None,
    agency: str | None = None,
) -> Family:
    """
    Find out whose reports these are, and which are summed.

    Reports of one body on one year are one child. With a roster, a body whose parent is among the children, too, is not
    summed a second time. The report of the parent itself is no child.

    Args:
        reports: The reports.
        year: The year of the roll-up; a report that states none is taken for one on it.
        roster: Who has to report.
        parent: The report of the parent, if it may be among them.
        agency: Name of the parent.
    """
    others = [report for report in reports if parent is None or not is_copy(report, parent)]
    groups = gathered(others, year, roster, agency)
    sums = sums_among(groups, year, agency)
    groups = list(filter(None, (without(group, sums.of_parent) for group in groups)))
    names = _unique_names(groups, roster)
    bodies = [_child(group, name, year, agency) for group, name in zip(groups, names, strict=True)]
    present = {fold(name) for group, body in zip(groups, bodies, strict=True) if body.versions for name in group.names}
    reporting = [body for body in bodies if body.versions]
    reported = {body.unit for body in reporting if body.unit is not None}
    above = _Above(roster, present, reported, agency)
    held = [body for body in reporting if above.is_held(body.unit)]
    units = (unit for unit in (roster.units if roster else ()) if unit not in reported)
    missing = (unit for unit in units if not above.is_held(unit) and not above.is_elsewhere(unit))
    return Family(
        children=tuple(body for body in reporting if body not in held),
        held=tuple(held),
        wrong_year=tuple(body for body in bodies if not body.versions),
        missing=tuple(unit for unit in missing if not is_parent(unit, agency)),
        of_parent=sums.of_parent,
        doubtful=sums.doubtful,
    )


def _unique_names(groups: Iterable[Group], roster: Roster | None) -> list[str]:
    units = called(roster.units if roster else ())
    names: dict[str, None] = {}
    # Very many bodies can have one name, each with its code.
    again: Counter[str] = Counter()
    for number, group in enumerate(groups, 1):
        agency = name_of_body(group.agency) or f"#{number}"
        name = base = units[group.unit] if group.unit else agency
        while name in names:
            again[base] += 1
            name = f"{base} ({again[base] + 1})"
        names[name] = None
    return list(names)


def _child(group: Group, name: str, year: int | None, agency: str | None) -> Child:
    versions: dict[tuple[object, ...], list[AnnualReport]] = {}
    earlier: list[AnnualReport] = []
    given = 0
    for report in group.reports:
        if year is not None and report.year not in {year, None}:
            earlier.append(report)
            continue
        given += 1
        # A page and a Word file of one body can name it differently.
        versions.setdefault(tuple(content(report)), []).append(report)
    return Child(
        name,
        tuple(same[0] for same in versions.values()),
        tuple(earlier),
        copies=given - len(versions) + 1,
        alike=tuple(tuple(same) for same in versions.values() if len(same) > 1),
        unit=group.unit,
        is_own=_is_own(group, agency),
    )


def _is_own(group: Group, agency: str | None) -> bool:
    """Tell whether a body is the own office of the parent: by the roster, or by its name."""
    if group.unit is not None and group.unit.kind is not None:
        return group.unit.kind is UnitKind.OWN
    if agency is None:
        return False
    return any(is_one_body(name, agency + office) for name in group.names for office in _OWN_OFFICE)


@frozen(eq=False)
class _Above:
    """
    Who stands above whom on a roster.

    Args:
        roster: The roster.
        present: The names, folded, of the bodies that have a report on the year.
        reported: The units that have one.
        agency: Name of the parent of all.
    """

    roster: Roster | None
    present: set[str]
    reported: set[Unit]
    agency: str | None
    _known: dict[str, Unit | None] = field(factory=dict, init=False)

    def is_held(self, unit: Unit | None) -> bool:
        """Tell whether a body above a unit, and below the parent of all, has a report."""
        for above in () if unit is None else self._bodies_above(unit):
            if self.agency is not None and is_one_body(above, self.agency):
                return False
            named = self._named(above)
            is_own_office = named is not None and named.kind is UnitKind.OWN
            if (fold(above) in self.present or named in self.reported) and not is_own_office:
                return True
        return False

    def is_elsewhere(self, unit: Unit) -> bool:
        """Tell whether a unit is below another body than the parent of all: 乙县财政局, for 甲县人民政府."""
        if self.agency is None or not self._knows_agency:
            return False
        bodies = [*self._bodies_above(unit)]
        if not bodies or any(is_one_body(body, self.agency) for body in bodies):
            return False
        # 示例市甲县人民政府, which the roster has no row for, is below 示例市人民政府.
        own = region_of(self.agency)
        return region_of(bodies[-1])[: len(own)] != own

    @cached_property
    def _knows_agency(self) -> bool:
        """Whether the roster has units below the parent of all."""
        parents = {unit.parent for unit in (self.roster.units if self.roster else ())} - {None}
        return self.agency is not None and any(is_one_body(str(parent), self.agency) for parent in parents)

    def _bodies_above(self, unit: Unit) -> Iterator[str]:
        """Yield the names of the bodies above a unit, the nearest first."""
        seen: set[str] = set()
        above = unit.parent
        while above is not None and above not in seen:
            yield above
            seen.add(above)
            named = self._named(above)
            above = None if named is None else named.parent

    def _named(self, name: str) -> Unit | None:
        """Give the unit that a name is of: as it stands, or with its regions in front (示例市示例县人民政府)."""
        if self.roster is None or fold(name) in self._units:
            return self._units.get(fold(name))
        # Many units have one parent, and to look for it is to look at all units.
        if name not in self._known:
            self._known[name] = self.roster.unit_of(AnnualReport(agency=Agency(name=name)), parent=self.agency)
        return self._known[name]

    @cached_property
    def _units(self) -> Mapping[str, Unit]:
        units = self.roster.units if self.roster else ()
        return {fold(name): unit for unit in reversed(units) for name in unit.names}
