"""The annual report as a whole: its metadata, its six sections, and what stands beside them."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from itertools import chain
from operator import attrgetter
from typing import Any, Final, Literal, Self, TypeAlias

import attrs
from attrs import Factory, define, field, setters

from govdisclosure.errors import UsageError
from govdisclosure.model import values
from govdisclosure.model.declare import Kind, declaration, named, narrative, obeying, record, table, value
from govdisclosure.model.editions import (
    EDITIONS,
    AnyProactiveDisclosure,
    AnyRequests,
    AnyReviewAndLitigation,
    Tables2019,
    Tables2021,
    edition_of,
    table_class,
    table_classes,
)
from govdisclosure.model.notebook import in_notebook
from govdisclosure.model.rules import Broken, Rule
from govdisclosure.model.structure import Table, cache
from govdisclosure.model.values import JSON

AgencyKind: TypeAlias = Literal["government", "department"]
AGENCY_KINDS: Final[tuple[AgencyKind, ...]] = ("government", "department")
MAX_YEAR: Final = 9999

_GOVERNMENT: Final = "人民政府"
_DEPARTMENT: Final = ("局", "厅", "部", "委", "委员会", "办公室", "办事处")
CODE_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_DIVISION: Final = re.compile(r"[0-9]{6}")


def agency_kind(name: str) -> AgencyKind | None:
    """Tell from the end of its name whether an agency is a government or a department; None where it does not tell."""
    if name.endswith(_GOVERNMENT):
        return "government"
    return "department" if name.endswith(_DEPARTMENT) else None


def check_digit(body: str) -> str:
    """
    Give the last character of a 统一社会信用代码 whose first 17 are ``body``.

    Source: GB 32100-2015, appendix A.
    """
    weighted = sum(CODE_ALPHABET.index(mark) * pow(3, place, 31) for place, mark in enumerate(body))
    return CODE_ALPHABET[-weighted % 31]


def broken_code(value: object) -> Broken | None:
    """Say what keeps ``value`` from being a 统一社会信用代码: 18 characters, the last of them a check digit."""
    if type(value) is not str:
        return Broken(TypeError, Rule.PLAIN_TEXT)
    if len(value) != 18 or not set(value) <= set(CODE_ALPHABET):
        return Broken(ValueError, Rule.CODE)
    expected = check_digit(value[:17])
    return None if value[17] == expected else Broken(ValueError, Rule.CHECK_DIGIT, (expected,))


def broken_division(value: object) -> Broken | None:
    """Say what keeps ``value`` from having the shape of a 行政区划代码: six digits."""
    if type(value) is not str:
        return Broken(TypeError, Rule.PLAIN_TEXT)
    return None if _DIVISION.fullmatch(value) else Broken(ValueError, Rule.DIVISION)


def broken_year(value: object) -> Broken | None:
    """Say what keeps ``value`` from being a year: a whole number from 1 to 9999."""
    if type(value) is not int:
        return Broken(TypeError, Rule.WHOLE_NUMBER)
    return None if 1 <= value <= MAX_YEAR else Broken(ValueError, Rule.RANGE, (1, MAX_YEAR))


def broken_date(value: object) -> Broken | None:
    """Say what keeps ``value`` from being a day; a ``datetime`` is refused, since its time would be lost."""
    return None if type(value) is dt.date else Broken(TypeError, Rule.DATE)


def broken_kind(value: object) -> Broken | None:
    """Say what keeps ``value`` from being the kind of an agency, or None."""
    return values.broken_choice(value, AGENCY_KINDS)


def _derived_kind(agency: Agency) -> AgencyKind | None:
    # The default is made before the name is validated.
    name: object = agency.name
    return agency_kind(name) if isinstance(name, str) else None


@define(kw_only=True)
class Agency:
    """
    The authority that reports.

    Args:
        name: Name in full, as printed.
        kind: ``"government"`` or ``"department"``; taken from the end of the name unless given; a later change of the
            name does not change it. None where the name does not tell, or where None was given.
        code: 统一社会信用代码, 18 characters, the check digit verified.
        division: 行政区划代码, six digits.

    Raises:
        TypeError: If a value is of a wrong type.
        ValueError: If a code has a wrong shape or check digit, or the kind is unknown.
    """

    name: str = field(metadata=named("机关名称"), validator=obeying(values.broken_text))
    """机关名称"""
    kind: AgencyKind | None = value("机关性质", obeying(broken_kind), default=Factory(_derived_kind, takes_self=True))
    """机关性质"""
    code: str | None = value("统一社会信用代码", obeying(broken_code, optional=True), default=None)
    """统一社会信用代码"""
    division: str | None = value("行政区划代码", obeying(broken_division, optional=True), default=None)
    """行政区划代码"""


@define(kw_only=True)
class Period:
    """
    The period that the figures cover (统计期限).

    Args:
        start: Its first day.
        end: Its last day.

    Raises:
        TypeError: If one of them is no ``datetime.date``.
    """

    start: dt.date = field(metadata=named("起"), validator=obeying(broken_date))
    """起"""
    end: dt.date = field(metadata=named("止"), validator=obeying(broken_date))
    """止"""

    @classmethod
    def of_year(cls, year: int) -> Self:
        """Give the period of a report: 1 January to 31 December."""
        return cls(start=dt.date(year, 1, 1), end=dt.date(year, 12, 31))


@define(kw_only=True)
class OtherSection:
    """
    A section beyond the six, or the heading of a table section whose table is not there.

    Args:
        heading: The heading as printed.
        paragraphs: The text below it.
    """

    heading: str = field(metadata=named("标题"), validator=obeying(values.broken_text))
    """标题"""
    paragraphs: list[str] = narrative("正文", required=True)
    """正文"""


def _broken_sections(value: object) -> Broken | None:
    good = type(value) is list and all(type(section) is OtherSection for section in value)
    return None if good else Broken(TypeError, Rule.SECTIONS)


def _extensions(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not dict:
        values.refuse(attribute.name, Broken(TypeError, Rule.DICT), value)
    where, broken = values.broken_json(value) or ("", None)
    values.refuse(attribute.name + where, broken, value)


def _json_text(extensions: object) -> object:
    if not extensions:
        return ""
    import json  # noqa: PLC0415 - few reports have extensions

    # What was changed in place may be no JSON any more; to compare it is no reason to fail.
    for text in (json.dumps, repr):
        with suppress(Exception):
            return text(extensions)
    return id(extensions)


NAME: Final = "政府信息公开工作年度报告"
"""What the report is called."""


def standard_title(agency: str, year: int) -> str:
    """Give the title as the format prints it."""
    return f"{agency}{year}年{NAME}"


# None of its values is converted, so that one that is assigned need only be validated.
@define(kw_only=True, repr=False, on_setattr=setters.validate)
class AnnualReport:
    """
    One annual report (政府信息公开工作年度报告), as printed: nothing in it is computed.

    Tables II and III may be of either edition, in any mix. A section, table or value that the source does not have is
    ``None``, which is something else than a blank table. A paragraph is one line of text.

    Args:
        agency: The authority that reports.
        year: The year reported on, 1 to 9999.
        title: Title as printed.
        period: The period that the figures cover.
        published: The day of publication.
        preamble: Paragraphs before section 一.
        overview: Section 一.
        proactive_disclosure: Section 二, table II.
        requests: Section 三, table III.
        review_and_litigation: Section 四, table IV.
        problems_and_improvements: Section 五.
        other_matters: Section 六.
        other_sections: Sections beyond the six.
        extensions: What other tools keep with the report, each under a key of its own; never interpreted.

    Raises:
        TypeError: If a value is of a wrong type; on assignment, too.
        ValueError: If text holds a line break or a character that text must not have, or the year is out of range.

    Source: Art. 50 of the Regulation; 国办公开办函〔2021〕30号 and 〔2019〕60号.
    """

    agency: Agency | None = record("机关", Agency)
    """机关"""
    year: int | None = value("年度", obeying(broken_year, optional=True), default=None)
    """年度"""
    title: str | None = value("标题", obeying(values.broken_text, optional=True), default=None)
    """标题"""
    period: Period | None = record("统计期限", Period)
    """统计期限"""
    published: dt.date | None = value("发布日期", obeying(broken_date, optional=True), default=None)
    """发布日期"""
    preamble: list[str] = narrative("前言", required=True)
    """前言"""
    overview: list[str] | None = narrative("一、总体情况")
    """一、总体情况"""
    proactive_disclosure: AnyProactiveDisclosure | None = table(
        "二、主动公开政府信息情况", *table_classes("proactive_disclosure")
    )
    """二、主动公开政府信息情况"""
    requests: AnyRequests | None = table("三、收到和处理政府信息公开申请情况", *table_classes("requests"))
    """三、收到和处理政府信息公开申请情况"""
    review_and_litigation: AnyReviewAndLitigation | None = table(
        "四、政府信息公开行政复议、行政诉讼情况", *table_classes("review_and_litigation")
    )
    """四、政府信息公开行政复议、行政诉讼情况"""
    problems_and_improvements: list[str] | None = narrative("五、存在的主要问题及改进情况")
    """五、存在的主要问题及改进情况"""
    other_matters: list[str] | None = narrative("六、其他需要报告的事项")
    """六、其他需要报告的事项"""
    other_sections: list[OtherSection] = value("其他部分", obeying(_broken_sections), factory=list)
    """其他部分"""
    extensions: dict[str, JSON] = value("扩展", _extensions, factory=dict, eq=_json_text)
    """扩展"""

    @classmethod
    def blank(cls, *, agency: str | Agency, year: int, edition: str | None = None) -> Self:
        """
        Give a report to be filled in: title and period set, every section there and empty, every table blank.

        Args:
            agency: The agency, or its name.
            year: The year to report on.
            edition: Edition of the form, ``"2019"`` or ``"2021"``; by default 2019 for years before 2021.

        Raises:
            TypeError: If the agency or the year is of a wrong type.
            ValueError: If the year is out of range or the edition unknown.
        """
        whose = agency if isinstance(agency, Agency) else Agency(name=agency)
        values.refuse("year", broken_year(year), year)
        report = cls(agency=whose, year=year)
        edition = edition_of(year) if edition is None else edition
        if edition not in EDITIONS:
            raise ValueError(f"edition must be one of {', '.join(EDITIONS)}, got {values.shown(edition)}")
        report.title = standard_title(whose.name, year)
        report.period = Period.of_year(year)
        for section in SECTIONS:
            setattr(report, section, [] if section not in TABLES else table_class(section, edition).blank())
        return report

    def tables_2021(self) -> Tables2021:
        """
        Give the three tables of a report in edition 2021, so that a type checker knows every cell of them.

        Raises:
            UsageError: If a table is of another edition; it names the table.
        """
        return Tables2021(**self._tables_of("2021"))

    def tables_2019(self) -> Tables2019:
        """
        Give the three tables of a report in edition 2019, so that a type checker knows every cell of them.

        Raises:
            UsageError: If a table is of another edition; it names the table.
        """
        return Tables2019(**self._tables_of("2019"))

    def _tables_of(self, edition: str) -> dict[str, Any]:
        tables = {section: getattr(self, section) for section in TABLES}
        for section, own in tables.items():
            if own is not None and type(own) is not table_class(section, edition):
                raise UsageError(f"the table {section!r} is of edition {own.edition}, not {edition}")
        return tables

    def __repr__(self) -> str:
        parts = {"agency": agency_name(self), "year": self.year}
        parts |= {section: getattr(self, section) for section in TABLES}
        shown = ", ".join(f"{name}={part!r}" for name, part in parts.items())
        return f"<AnnualReport: {shown}>"

    def _repr_html_(self) -> str:
        """Give the official form for a notebook, which shows it in place of the repr."""
        return in_notebook("report_as_html", self)


def _sections() -> tuple[attrs.Attribute[Any], ...]:
    # The six sections are what carries a heading of the form: every table, and the narratives that may be missing.
    return tuple(
        attribute
        for attribute in attrs.fields(AnnualReport)
        if attribute.default is None and declaration(attribute).kind in {Kind.TABLE, Kind.NARRATIVE}
    )


HEADINGS: Final = {attribute.name: declaration(attribute).label for attribute in _sections()}
"""The six sections, by name, with their official headings."""

SECTIONS: Final = tuple(HEADINGS)
"""The names of the six sections, in the order of the form."""

TABLES: Final[dict[str, tuple[type[Table], ...]]] = {
    attribute.name: declaration(attribute).classes
    for attribute in _sections()
    if declaration(attribute).kind is Kind.TABLE
}
"""The names of the three sections with a table, with the classes of their tables, the current edition first."""

TABLE_CLASSES: Final = tuple(chain.from_iterable(TABLES.values()))
"""The classes of all tables, section by section."""

NARRATIVES: Final = tuple(section for section in SECTIONS if section not in TABLES)
"""The names of the three sections of text."""


def agency_name(report: AnnualReport) -> str | None:
    """Give the name of the agency of a report; None where it has none."""
    return None if report.agency is None else report.agency.name


def require_report(report: object) -> None:
    """
    Refuse what is no report.

    Raises:
        TypeError: If ``report`` is no report.
    """
    if not isinstance(report, AnnualReport):
        raise TypeError(f"report must be an AnnualReport, got {type(report).__name__}")


def validate(report: AnnualReport) -> None:
    """
    Validate again what can change without an assignment: the lists of paragraphs and the extensions.

    Raises:
        TypeError: If ``report`` is no report, or something in a list is of a wrong type.
        ValueError: If text holds what text must not have.
    """
    require_report(report)
    attrs.validate(report)
    tables = [getattr(report, section) for section in TABLES]
    for part in (*report.other_sections, *(own for own in tables if not (own is None or _is_as_declared(own)))):
        attrs.validate(part)


def _is_as_declared(own: Table) -> bool:
    """Tell whether a table has no notes, and its groups are of their classes, as nearly every one; all at once."""
    parts, classes = _parts_of(type(own))
    return not own.notes and tuple(map(type, parts(own))) == classes


@cache
def _parts_of(cls: type[Table]) -> tuple[attrgetter[tuple[object, ...]], tuple[type, ...]]:
    """Give what gets the parts of a table, which is of a class of the form itself, and the class of each."""
    declared = {attribute.name: declaration(attribute) for attribute in attrs.fields(cls)}
    classes = tuple(list if each.kind is Kind.NARRATIVE else each.classes[0] for each in declared.values())
    return attrgetter(*declared), classes


def validate_whole(report: AnnualReport) -> None:
    """
    Validate a report, and refuse one of a derived class with fields of its own: no format holds them.

    Raises:
        TypeError: As ``validate``; or if it has such a field; it names the first.
        ValueError: As ``validate``.
    """
    validate(report)
    known = attrs.fields_dict(AnnualReport).keys()
    further = [
        name for name in (*attrs.fields_dict(type(report)), *getattr(report, "__dict__", ())) if name not in known
    ]
    if further:
        raise TypeError(
            f"{type(report).__name__}.{further[0]} is no field of an AnnualReport, and no format holds it; "
            "keep it in extensions"
        )
