"""The roll-up: the tables of a parent as the sums of those of its children, with what each contributes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.errors import UsageError
from govdisclosure.model.editions import CURRENT
from govdisclosure.model.notes import Reading, all_reports
from govdisclosure.model.report import (
    NARRATIVES,
    TABLES,
    Agency,
    AnnualReport,
    Period,
    standard_title,
)
from govdisclosure.model.structure import cell_nodes, cell_paths, cell_values, fault_of, filled, values_by_path
from govdisclosure.model.values import CellValue
from govdisclosure.rosters import Roster, Unit
from govdisclosure.summing._adding import add, is_unclear
from govdisclosure.summing._family import Child, Family, family_of
from govdisclosure.upgrading import shared_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.model.structure import Table


@frozen(eq=False)
class Rollup:
    """
    The report of a parent, summed up.

    Args:
        report: The report: its tables are sums, its narrative sections are empty, its metadata is the caller's. A cell
            is blank only where no child states it, and a table that no child has is not there.
        contributions: What each child adds to each cell: ``contributions[path][child]``, None for a blank. A child has
            the name of its unit on the roster, or else of its agency.
        lower_bounds: The cells that state something although some children say nothing of them, with these: a sum that
            may be larger.
        missing: The units of the roster without a report on the year.
        held: The children that are not summed, since another child holds their figures already.
        wrong_year: The bodies of which there is a report on another year only; they are not summed.
        differing: The children with several reports on the year that differ; a cell in which they do adds nothing.
        lost: The figures of children in an earlier edition that have no place in the tables of the roll-up:
            ``lost[child][path]``.
        unclear: The amounts of children that do not say whether they are in 元 or in 万元, and so add nothing:
            ``unclear[child][path]``.
        copies: The reports that were given more than once, the copies of each together: they are summed once.
        of_parent: The reports of the parent itself that were among the children, such as an earlier roll-up: they are
            sums, and are not summed.
        doubtful: The reports that are summed and may be such sums, though neither name nor figures decide it.
    """

    report: AnnualReport
    contributions: Mapping[str, Mapping[str, CellValue]]
    lower_bounds: Mapping[str, tuple[str, ...]]
    missing: tuple[Unit, ...]
    held: tuple[str, ...] = ()
    wrong_year: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    lost: Mapping[str, Mapping[str, CellValue]] = {}
    unclear: Mapping[str, Mapping[str, CellValue]] = {}
    copies: tuple[tuple[AnnualReport, ...], ...] = ()
    of_parent: tuple[AnnualReport, ...] = ()
    doubtful: tuple[AnnualReport, ...] = ()


def rollup(
    children: Iterable[AnnualReport | Reading],
    *,
    roster: Roster | None = None,
    agency: str | Agency | None = None,
    year: int | None = None,
) -> Rollup:
    """
    Sum the reports of children up to that of their parent; nothing is changed by it.

    Every cell of tables II, III and IV is a sum of what the children state; neither order nor grouping plays a part:
    the roll-up of roll-ups is that of all. Where the children have tables of different editions, the earlier ones are
    upgraded. Copies of one report count once. With a roster, the children of a child are not summed a second time. A
    report of the parent itself, such as an earlier roll-up, is no child, unless it is that of its own office (本级).

    Args:
        children: The reports, or the readings of them.
        roster: Who has to report.
        agency: The parent, or its name; by default the one body above all units of the roster.
        year: The report year; by default that of the children.

    Raises:
        TypeError: If something that is given is of a wrong type.
        UsageError: If the children are on several years and none is given, the name of the parent is blank, or a sum
            has more digits than a cell can.
    """
    given = all_reports("children", children)
    reports = [each.report if isinstance(each, Reading) else each for each in given]
    if not isinstance(roster, Roster | None):
        raise TypeError(f"roster must be a Roster, got {type(roster).__name__}")
    if not isinstance(agency, str | Agency | None):
        raise TypeError(f"agency must be a name or an Agency, got {type(agency).__name__}")
    if agency is None and roster is not None:
        agency = roster.top
    if isinstance(agency, str) and not agency.strip():
        raise UsageError("agency must be the name of the parent, and not blank")
    whose = Agency(name=agency) if isinstance(agency, str) else agency
    year = _year(reports) if year is None else year
    family = family_of(reports, year=year, roster=roster, agency=None if whose is None else whose.name)
    report = _frame(whose, year)
    contributions: dict[str, dict[str, CellValue]] = {}
    lost: dict[str, dict[str, CellValue]] = {}
    for section in TABLES:
        cls = _class_of(section, family)
        if cls is None:
            continue
        columns = {child.name: _values(child, section, cls, lost) for child in family.children}
        rows = zip(*columns.values(), strict=True)
        for path, row in zip(cell_paths(cls), rows, strict=True):
            contributions[f"{section}.{path}"] = dict(zip(columns, row, strict=True))
        setattr(report, section, _table(cls, contributions))
    return Rollup(
        report,
        contributions,
        _lower_bounds(contributions),
        missing=family.missing,
        held=tuple(child.name for child in family.held),
        wrong_year=tuple(child.name for child in family.wrong_year),
        differing=tuple(child.name for child in family.children if len(child.versions) > 1),
        lost=lost,
        unclear=_unclear(contributions),
        copies=tuple(same for child in family.children for same in child.alike),
        of_parent=family.of_parent,
        doubtful=family.doubtful,
    )


def _year(reports: list[AnnualReport]) -> int | None:
    years = sorted({report.year for report in reports if report.year is not None})
    if len(years) > 1:
        raise UsageError(f"the children report on several years ({', '.join(map(str, years))}); name one as year")
    return years[0] if years else None


def _frame(agency: Agency | None, year: int | None) -> AnnualReport:
    report = AnnualReport(agency=agency, year=year)
    if year is not None:
        report.title = standard_title("" if agency is None else agency.name, year)
        report.period = Period.of_year(year)
    for section in NARRATIVES:
        setattr(report, section, [])
    return report


def _class_of(section: str, family: Family) -> type[Table] | None:
    """Give the class of a table: that of all children, or the current one where they differ; None if none has it."""
    versions = (version for child in family.children for version in child.versions)
    classes = {type(table) for version in versions if (table := getattr(version, section)) is not None}
    if not classes:
        return None
    return classes.pop() if len(classes) == 1 else CURRENT.tables[section]


def _values(
    child: Child, section: str, cls: type[Table], lost: dict[str, dict[str, CellValue]]
) -> tuple[CellValue, ...]:
    """Give what a child states in the cells of a table; nothing where versions of its report differ."""
    several: list[tuple[CellValue, ...]] = []
    for version in child.versions:
        table: Table | None = getattr(version, section)
        several.append(in_class(table, cls))
        without_place = dict(_without_place(table, cls))
        if without_place:
            lost.setdefault(child.name, {}).update(without_place)
    return agreed(several)


def in_class(table: Table | None, cls: type[Table]) -> tuple[CellValue, ...]:
    """Give the cells of a table in the order of another class; a cell that it does not have is blank."""
    if type(table) is cls:
        return cell_values(table)
    if table is None:
        return (None,) * len(cell_paths(cls))
    return tuple(map(shared_values(table, cls).get, cell_paths(cls)))


def agreed(versions: Sequence[tuple[CellValue, ...]]) -> tuple[CellValue, ...]:
    """Give the cells of versions of one report; blank where these differ."""
    if len(versions) == 1:
        return versions[0]
    return tuple(cells[0] if len(set(cells)) == 1 else None for cells in zip(*versions, strict=True))


def _without_place(table: Table | None, cls: type[Table]) -> Iterator[tuple[str, CellValue]]:
    if table is None or type(table) is cls:
        return
    shared = shared_values(table, cls)
    for path, value in values_by_path(table).items():
        if value is not None and path not in shared:
            yield f"{table.section}.{path}", value


def _table(cls: type[Table], contributions: Mapping[str, Mapping[str, CellValue]]) -> Table:
    sums: dict[str, CellValue] = {}
    for node in cell_nodes(cls):
        sums[node.path] = add(contributions[f"{cls.section}.{node.path}"].values())
        fault = fault_of(cls, node.path, sums[node.path])
        if fault is not None:
            raise UsageError(f"the sum of {cls.section}.{node.path} cannot stand in its cell: {fault.refusal}")
    return filled(cls, sums)


def _unclear(contributions: Mapping[str, Mapping[str, CellValue]]) -> dict[str, dict[str, CellValue]]:
    unclear: dict[str, dict[str, CellValue]] = {}
    for path, values in contributions.items():
        for name, value in values.items():
            if is_unclear(value):
                unclear.setdefault(name, {})[path] = value
    return unclear


def _lower_bounds(contributions: Mapping[str, Mapping[str, CellValue]]) -> dict[str, tuple[str, ...]]:
    bounds: dict[str, tuple[str, ...]] = {}
    for path, values in contributions.items():
        silent = tuple(name for name, value in values.items() if value is None or is_unclear(value))
        if silent and len(silent) < len(values):
            bounds[path] = silent
    return bounds
