"""The reports of each body, gathered out of many: by the unit of the roster, by code, or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from govdisclosure.model.cells import tables
from govdisclosure.model.report import NARRATIVES, Agency, AnnualReport, agency_name
from govdisclosure.model.structure import cell_values
from govdisclosure.rosters import Unit, brackets_in, is_one_body, region_of, without_region
from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.rosters import Roster


@define(eq=False)
class Group:
    """
    The reports of one body.

    Args:
        agency: What the first of them says that it is.
        unit: What the roster says of it.
        reports: These.
    """

    agency: Agency | None
    unit: Unit | None = None
    reports: list[AnnualReport] = field(factory=list)

    @property
    def codes(self) -> set[str]:
        """The codes that its reports bear."""
        return {report.agency.code for report in self.reports if report.agency and report.agency.code}

    @property
    def names(self) -> set[str]:
        """What it is called, in its reports and on the roster."""
        agencies = {report.agency.name for report in self.reports if report.agency}
        return agencies | set(self.unit.names if self.unit else ())

    def on(self, year: int | None) -> list[AnnualReport]:
        """Give its reports on a year; one that states none is taken for one on it."""
        return [report for report in self.reports if year is None or report.year in {year, None}]


def gathered(
    reports: Iterable[AnnualReport], year: int | None, roster: Roster | None, agency: str | None
) -> list[Group]:
    """Gather the reports of each body: by its unit, else by its code, else by its name, without the parent's region."""
    listed = list(reports)
    matched = () if roster is None else roster.match(listed, year=year, parent=agency).matched
    units = {match.index: match.unit for match in matched}
    keys = _keys(listed, agency)
    groups: list[Group] = []
    by_unit: dict[Unit, Group] = {}
    by_code: dict[str, Group] = {}
    by_key: dict[str, list[Group]] = {}
    for index, (report, key) in enumerate(zip(listed, keys, strict=True)):
        unit, code = units.get(index), report.agency and report.agency.code
        group = by_unit.get(unit) if unit is not None else by_code.get(code or "")
        if group is None and unit is None and key is not None:
            # Two bodies of one name have two codes, where these are known.
            group = next((each for each in by_key.get(key, ()) if not code or each.codes <= {code}), None)
        if group is None:
            group = Group(report.agency, unit)
            groups.append(group)
        if unit is not None:
            by_unit[unit] = group
        if code:
            by_code.setdefault(code, group)
        if key is not None and group not in by_key.setdefault(key, []):
            by_key[key].append(group)
        group.reports.append(report)
    joined = _joined(groups)
    return [group for group in groups if group not in joined]


def _joined(groups: Sequence[Group]) -> list[Group]:
    """Join copies to a body with more regions in front of its name, and give those that are joined."""
    joined: list[Group] = []
    by_figures: dict[object, list[Group]] = {}
    # 示例县民政局 and 民政局, where no parent tells the region
    named = [group for group in groups if group.unit is None and group.agency is not None and len(group.reports) == 1]
    for group in sorted(named, key=_length, reverse=True):
        (report,) = group.reports
        # Very many bodies have nothing but noughts; those of one body have one end.
        alike = by_figures.setdefault((_end(group), report.year, *_figures(report)), [])
        whole = next((each for each in alike if _may_be_one(each, group) and is_copy(each.reports[0], report)), None)
        if whole is None:
            alike.append(group)
        else:
            whole.reports += group.reports
            joined.append(group)
    return joined


def _may_be_one(group: Group, other: Group) -> bool:
    """Tell whether no codes tell two bodies apart."""
    return not group.codes or not other.codes or not group.codes.isdisjoint(other.codes)


def _length(group: Group) -> int:
    assert group.agency is not None
    return len(group.agency.name)


def _end(group: Group) -> str:
    assert group.agency is not None
    return without_region(group.agency.name, ())[-2:]


def _keys(reports: Sequence[AnnualReport], agency: str | None) -> list[str | None]:
    """Give what the body of each report is known by; None of one without a name."""
    region = region_of(agency or "")
    names = list(map(agency_name, reports))
    written: dict[str, set[str]] = {}
    for name in set(filter(None, names)):
        written.setdefault(without_region(name, region), set()).add(brackets_in(name))

    def key(name: str) -> str:
        # 农业农村局 and 农业农村局（乡村振兴局） are one body, 税务所（城东） and 税务所（城西） are two.
        own = without_region(name, region)
        return own + brackets_in(name) if len(written[own] - {""}) > 1 else own

    return [key(name) if name else None for name in names]


def is_copy(one: AnnualReport, other: AnnualReport) -> bool:
    """
    Tell whether two reports are copies: of one body and year, with the same figures and the same words.

    Blanks, widths, where paragraphs end and regions in front of the name are not looked at: a page, a Word file and a
    PDF of one report are copies.
    """
    if one is other:
        return True
    return one.year == other.year and _is_one(one.agency, other.agency) and content(one) == content(other)


def _is_one(one: Agency | None, other: Agency | None) -> bool:
    if one is None or other is None:
        return one is other
    return is_one_body(one.name, other.name)


def content(report: AnnualReport) -> list[object]:
    """Give the figures and the words of a report, less what its copies in other formats can have otherwise."""
    words = [fold("".join(getattr(report, section) or ())) for section in NARRATIVES]
    return [*_figures(report), *words]


def _figures(report: AnnualReport) -> list[object]:
    return [(section, type(table), cell_values(table)) for section, table in tables(report)]
