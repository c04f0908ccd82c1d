"""The metadata block of a document that our writer wrote: what the rest of it would not give back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, cast

from govdisclosure.form.blocks import MARK, VERSION
from govdisclosure.form.wording import problem
from govdisclosure.model.declare import Kind
from govdisclosure.model.report import HEADINGS, SECTIONS, Agency, AnnualReport, Period, agency_kind
from govdisclosure.model.structure import nodes
from govdisclosure.model.values import broken_text, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govdisclosure.errors import ReadError
    from govdisclosure.form.blocks import MetadataBlock
    from govdisclosure.form.metadata import Metadata
    from govdisclosure.model.values import JSON

MISSING: Final = "空缺部分"
_LABELS: Final = {node.path: node.declared.label for node in nodes(AnnualReport) if node.declared.kind is Kind.VALUE}
_OPTIONAL_PARTS: Final = ("kind", "code", "division")


def missing_sections(report: AnnualReport) -> list[str]:
    """Give the names of the sections that are null."""
    return [section for section in SECTIONS if getattr(report, section) is None]


def metadata_values(report: AnnualReport, found: Metadata) -> dict[str, JSON]:
    """
    Give what reading the body would not give back, under the labels of the declarations.

    Args:
        report: The report.
        found: What its title and narrative tell by themselves.
    """
    values: dict[str, JSON] = {MARK: VERSION}
    if report.title is None:
        values[_LABELS["title"]] = None
    values |= _agency_values(report.agency, found)
    if report.year != found.year:
        values[_LABELS["year"]] = report.year
    if report.period != found.period:
        period = report.period
        values[_LABELS["period"]] = None if period is None else [period.start.isoformat(), period.end.isoformat()]
    if report.published != found.published:
        values[_LABELS["published"]] = None if report.published is None else report.published.isoformat()
    missing = missing_sections(report)
    if missing:
        values[MISSING] = [HEADINGS[section] for section in missing]
    if report.other_sections:
        values[_LABELS["other_sections"]] = [other.heading for other in report.other_sections]
    return values


def _agency_values(agency: Agency | None, found: Metadata) -> dict[str, JSON]:
    if agency is None:
        return {} if found.agency is None else {_LABELS["agency"]: None}
    given = {"name": found.agency, "kind": agency_kind(agency.name), "code": found.code, "division": None}
    values = {name: cast("str | None", getattr(agency, name)) for name in given}
    return {_LABELS[f"agency.{name}"]: value for name, value in values.items() if value != given[name]}


def known_headings(metadata: Iterable[MetadataBlock]) -> frozenset[str]:
    """Give every heading that a document with this metadata may hold: those of the form, and those it announces."""
    announced = (block.values.get(_LABELS["other_sections"]) for block in metadata)
    others = (
        heading for found in announced if isinstance(found, list) for heading in found if isinstance(heading, str)
    )
    return frozenset(HEADINGS.values()).union(others)


def _wrong(what: str) -> ReadError:
    return problem("HEAD", place="head", problem=what)


class MetadataReader:
    """
    The values of a metadata block, to be asked for; what nobody asked for is unknown.

    Args:
        values: The values by their labels.

    Raises:
        ReadError: If the document was written by a later version.
    """

    def __init__(self, values: Mapping[str, JSON]) -> None:
        self._values = dict(values)
        version = self._values.pop(MARK, None)
        if version != VERSION:
            raise problem("VERSION", place="head", found=shown(version), known=repr(VERSION))

    def title_is_missing(self) -> bool:
        """Tell whether the report has no title."""
        return self._values.pop(_LABELS["title"], "") is None

    def missing(self) -> list[str]:
        """Give the names of the sections that are null."""
        headings = self._strings(MISSING)
        names = {heading: section for section, heading in HEADINGS.items()}
        unknown = [heading for heading in headings if heading not in names]
        if unknown:
            raise _wrong(f"{MISSING} names {shown(unknown[0])}, which is no section of the form")
        return [names[heading] for heading in headings]

    def others(self) -> list[str]:
        """Give the headings of ``other_sections``."""
        return self._strings(_LABELS["other_sections"])

    def fill(self, report: AnnualReport, found: Metadata) -> None:
        """
        Fill in agency, year, period and publication: what the block says, else what was found in the body.

        Raises:
            ReadError: If a value is none that the model accepts, or a name in the block is unknown.
        """
        try:
            report.agency = self._agency(found)
            report.year = cast("int | None", self._values.pop(_LABELS["year"], found.year))
            report.period = self._period(found)
            published = self._values.pop(_LABELS["published"], found.published)
            report.published = (
                dt.date.fromisoformat(published) if isinstance(published, str) else cast("None", published)
            )
        except (TypeError, ValueError) as error:
            raise _wrong(str(error)) from error
        if self._values:
            raise _wrong(f"unknown name {shown(next(iter(self._values)))}")

    def _agency(self, found: Metadata) -> Agency | None:
        absent = self._values.pop(_LABELS["agency"], "") is None
        name = self._values.pop(_LABELS["agency.name"], found.agency)
        given = {"code": found.code} if found.code is not None else {}
        for part in _OPTIONAL_PARTS:
            if _LABELS[f"agency.{part}"] in self._values:
                given[part] = cast("str", self._values.pop(_LABELS[f"agency.{part}"]))
        return None if absent or name is None else Agency(name=cast("str", name), **given)  # type: ignore[arg-type]

    def _period(self, found: Metadata) -> Period | None:
        period = self._values.pop(_LABELS["period"], found.period)
        if not isinstance(period, list):
            return cast("Period | None", period)
        if len(period) != 2 or not all(isinstance(day, str) for day in period):
            raise _wrong(f"{_LABELS['period']} must be two dates, got {shown(period)}")
        start, end = (dt.date.fromisoformat(cast("str", day)) for day in period)
        return Period(start=start, end=end)

    def _strings(self, label: str) -> list[str]:
        found = self._values.pop(label, [])
        if not isinstance(found, list) or any(broken_text(item) for item in found):
            raise _wrong(f"{label} must be a list of headings, got {shown(found)}")
        return cast("list[str]", found)
