"""The metadata block of a document that our writer wrote: what the rest of it would not give back."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Final, cast

from attrs import evolve

from govdisclosure.errors import Place
from govdisclosure.form.blocks import MARK, VERSION
from govdisclosure.form.wording import problem, wrong_metadata
from govdisclosure.model.declare import Kind
from govdisclosure.model.message import Message
from govdisclosure.model.report import HEADINGS, SECTIONS, Agency, AnnualReport, Period, agency_kind
from govdisclosure.model.rules import refusal_of
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
_LABELS_BY_NAME: Final = {path.rpartition(".")[2]: label for path, label in _LABELS.items()}
_OPTIONAL_PARTS: Final = ("kind", "code", "division")


def missing_sections(report: AnnualReport) -> list[str]:
    """Give the names of the sections that are null."""
    return [section for section in SECTIONS if getattr(report, section) is None]


def metadata_values(report: AnnualReport, told: Metadata) -> dict[str, JSON]:
    """
    Give what reading the body would not give back, under the labels of the declarations.

    Args:
        report: The report.
        told: What its title and narrative tell by themselves.
    """
    values: dict[str, JSON] = {MARK: VERSION}
    if report.title is None:
        values[_LABELS["title"]] = None
    values |= _agency_values(report.agency, told)
    if report.year != told.year or _is_of_other_year(report.period, report.year):
        values[_LABELS["year"]] = report.year
    own = _values(report)
    for name in ("period", "published"):
        if getattr(report, name) != getattr(told, name):
            values[_LABELS[name]] = own[name]
    missing = missing_sections(report)
    if missing:
        values[MISSING] = [HEADINGS[section] for section in missing]
    if report.other_sections:
        values[_LABELS["other_sections"]] = [other.heading for other in report.other_sections]
    return values


def _is_of_other_year(period: Period | None, year: int | None) -> bool:
    """Tell whether a period neither begins nor ends in a year."""
    return period is not None and year is not None and year not in {period.start.year, period.end.year}


def unlike(metadata: MetadataBlock, report: AnnualReport) -> dict[str, str]:
    """Give what a metadata block says of a report otherwise than this does, in words, by the paths."""
    told = _values(report)
    return {
        path.removesuffix(".name"): f"{label}：{json.dumps(metadata.values[label], ensure_ascii=False)}"
        for path, label in _LABELS.items()
        if path in told and label in metadata.values and metadata.values[label] != told[path]
    }


def _values(report: AnnualReport) -> dict[str, JSON]:
    """Give what a report says of itself as a metadata block would, by the paths."""
    agency, period, published = report.agency, report.period, report.published
    values: dict[str, JSON] = {
        "year": report.year,
        "period": None if period is None else [period.start.isoformat(), period.end.isoformat()],
        "published": None if published is None else published.isoformat(),
    }
    if agency is None:
        return {**values, "agency": None, "agency.name": None}
    # 机关：null is otherwise than any agency; its kind follows from its name.
    parts = {"agency": agency.name, "agency.name": agency.name, "agency.code": agency.code}
    return {**values, **parts, "agency.division": agency.division}


def _agency_values(agency: Agency | None, told: Metadata) -> dict[str, JSON]:
    if agency is None:
        return {} if told.agency is None else {_LABELS["agency"]: None}
    given = {"name": told.agency, "kind": agency_kind(agency.name), "code": told.code, "division": None}
    values = {name: cast("str | None", getattr(agency, name)) for name in given}
    return {_LABELS[f"agency.{name}"]: value for name, value in values.items() if value != given[name]}


def known_headings(metadata: Iterable[MetadataBlock]) -> frozenset[str]:
    """Give every heading that a document with this metadata may hold: those of the form, and those it announces."""
    headings = set(HEADINGS.values())
    for block in metadata:
        announced = block.values.get(_LABELS["other_sections"])
        if isinstance(announced, list):
            headings.update(heading for heading in announced if isinstance(heading, str))
    return frozenset(headings)


def _refused(error: Exception) -> ReadError:
    refusal = refusal_of(error)
    labelled = evolve(refusal, name=_LABELS_BY_NAME[refusal.name])
    return wrong_metadata(Message(labelled.of("zh"), refusal.of("en")))


def _date(label: str, text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        zh = f"{label}应为形如2021-12-31的日期，实为{shown(text)}"
        raise wrong_metadata(Message(zh, str(error))) from error


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
            raise problem("VERSION", place=Place.HEAD(), found=shown(version), known=repr(VERSION))

    def title_is_missing(self) -> bool:
        """
        Tell whether the report has no title.

        Raises:
            ReadError: If the block gives one, which the body has.
        """
        return self._says_null("title")

    def missing(self) -> list[str]:
        """Give the names of the sections that are null."""
        headings = self._strings(MISSING)
        names = {heading: section for section, heading in HEADINGS.items()}
        unknown = [heading for heading in headings if heading not in names]
        if unknown:
            what = shown(unknown[0])
            zh, en = f"{MISSING}中的{what}不是规定的部分", f"{MISSING} names {what}, which is no section of the form"
            raise wrong_metadata(Message(zh, en))
        return [names[heading] for heading in headings]

    def others(self) -> list[str]:
        """Give the headings of ``other_sections``."""
        return self._strings(_LABELS["other_sections"])

    def fill(self, report: AnnualReport, told: Metadata) -> str | None:
        """
        Fill in agency, year, period and publication: what the block says, else what the body told.

        Returns:
            The period of the block where it is left out: the title was changed, and names another year.

        Raises:
            ReadError: If a value is none that the model accepts, or a name in the block is unknown.
        """
        try:
            report.agency = self._agency(told)
            # A period of another year, which a report may have, is written with the year.
            is_year_told = _LABELS["year"] not in self._values
            report.year = cast("int | None", self._values.pop(_LABELS["year"], told.year))
            said = self._values.get(_LABELS["period"])
            report.period = self._period(told)
            is_old = is_year_told and said is not None and _is_of_other_year(report.period, report.year)
            report.period = told.period if is_old else report.period
            label = _LABELS["published"]
            published = self._values.pop(label, told.published)
            report.published = _date(label, published) if isinstance(published, str) else cast("None", published)
        except (TypeError, ValueError) as error:
            raise _refused(error) from error
        if self._values:
            name = shown(next(iter(self._values)))
            raise wrong_metadata(Message(f"未知的名称{name}", f"unknown name {name}"))
        return f"{_LABELS['period']}：{json.dumps(said, ensure_ascii=False)}" if is_old else None

    def _agency(self, told: Metadata) -> Agency | None:
        absent = self._says_null("agency")
        name = self._values.pop(_LABELS["agency.name"], told.agency)
        given = {"code": told.code}
        for part in _OPTIONAL_PARTS:
            if _LABELS[f"agency.{part}"] in self._values:
                given[part] = cast("str", self._values.pop(_LABELS[f"agency.{part}"]))
        return None if absent or name is None else Agency(name=cast("str", name), **given)  # type: ignore[arg-type]

    def _says_null(self, name: str) -> bool:
        """Tell whether the block says that something is not there, which is all that it says of it."""
        label = _LABELS[name]
        if label not in self._values:
            return False
        value = self._values.pop(label)
        if value is not None:
            what = shown(value)
            raise wrong_metadata(Message(f"{label}只能为null，实为{what}", f"{label} can only be null, got {what}"))
        return True

    def _period(self, told: Metadata) -> Period | None:
        label = _LABELS["period"]
        period = self._values.pop(label, told.period)
        if not isinstance(period, list):
            return cast("Period | None", period)
        # 统计期限：["2021-01-01", "2021-12-31"]
        if len(period) != 2 or not all(isinstance(day, str) for day in period):
            what = shown(period)
            raise wrong_metadata(Message(f"{label}应为两个日期，实为{what}", f"{label} must be two dates, got {what}"))
        start, end = (_date(label, cast("str", day)) for day in period)
        return Period(start=start, end=end)

    def _strings(self, label: str) -> list[str]:
        headings = self._values.pop(label, [])
        if not isinstance(headings, list) or any(broken_text(heading) for heading in headings):
            what = shown(headings)
            zh, en = f"{label}应为标题的列表，实为{what}", f"{label} must be a list of headings, got {what}"
            raise wrong_metadata(Message(zh, en))
        return cast("list[str]", headings)
