"""The report as a whole: its metadata, its blank form, what it refuses, and when two are equal."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest
from hypothesis import given
from support.builders import build_report

import govdisclosure as gd
from govdisclosure import testing
from govdisclosure.model.editions import table_class
from govdisclosure.model.report import (
    HEADINGS,
    NARRATIVES,
    SECTIONS,
    TABLES,
    OtherSection,
    agency_kind,
    check_digit,
    validate,
)
from govdisclosure.model.structure import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

_CODE = "91350100M000100Y43"


class _Year(int):
    """Not quite an int."""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("示例镇人民政府", "government"),
        ("示例县教育局", "department"),
        ("示例省司法厅", "department"),
        ("教育部", "department"),
        ("示例市发改委", "department"),
        ("国家发展和改革委员会", "department"),
        ("示例县人民政府办公室", "department"),
        ("示例街道办事处", "department"),
        ("示例大学", None),
        ("", None),
    ],
)
def test_kind_is_taken_from_the_end_of_the_name(name: str, kind: str | None) -> None:
    """人民政府 is a government, 局, 厅 and the like a department; else nobody knows."""
    assert (agency_kind(name), gd.Agency(name=name).kind) == (kind, kind)


def test_given_kind_stays() -> None:
    """An explicit None or other kind is kept, and a change of the name changes no kind."""
    agency = gd.Agency(name="示例县教育局", kind=None)
    other = gd.Agency(name="示例县教育局", kind="government")
    agency.name = other.name = "示例县人民政府办公室"

    assert (agency.kind, other.kind) == (None, "government")


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"name": 1}, TypeError, "name must be text, a plain str, got 1"),
        ({"name": "a\nb"}, ValueError, r"name must not contain U+000A (at 1), got 'a\nb'"),
        (
            {"name": "x", "kind": "ministry"},
            ValueError,
            "kind must be 'government', 'department' or None, got 'ministry'",
        ),
        ({"name": "x", "code": 1}, TypeError, "code must be text, a plain str, got 1"),
        (
            {"name": "x", "code": _CODE[:17]},
            ValueError,
            "code must be a code of 18 digits and capital letters without I, O, S, V and Z, got '91350100M000100Y4'",
        ),
        (
            {"name": "x", "code": _CODE.replace("M", "I")},
            ValueError,
            "code must be a code of 18 digits and capital letters without I, O, S, V and Z, got '91350100I000100Y43'",
        ),
        (
            {"name": "x", "code": _CODE[:17] + "4"},
            ValueError,
            "code must be a code that ends in its check digit 3, got '91350100M000100Y44'",
        ),
        ({"name": "x", "division": 350100}, TypeError, "division must be text, a plain str, got 350100"),
        ({"name": "x", "division": "35010"}, ValueError, "division must be a code of six digits, got '35010'"),
        ({"name": "x", "division": "３50100"}, ValueError, "division must be a code of six digits, got '３50100'"),
    ],
)
def test_agency_refuses(arguments: dict[str, Any], error: type[Exception], message: str) -> None:
    """A wrong name, kind or code is refused with the field, the rule and the value."""
    with pytest.raises(error) as raised:
        gd.Agency(**arguments)

    assert (type(raised.value), str(raised.value)) == (error, message)


def test_code_with_its_check_digit_is_accepted() -> None:
    """The example of GB 32100-2015, and a division."""
    agency = gd.Agency(name="示例", code=_CODE, division="350100")

    assert (agency.code, agency.division, check_digit(_CODE[:17])) == (_CODE, "350100", "3")


@pytest.mark.parametrize(
    ("name", "value", "error", "message"),
    [
        ("agency", "示例局", TypeError, "agency must be Agency or None, got '示例局'"),
        ("year", "2021", TypeError, "year must be a whole number, got '2021'"),
        ("year", _Year(2021), TypeError, "year must be a whole number, got 2021"),
        ("year", True, TypeError, "year must be a whole number, got True"),
        ("year", 0, ValueError, "year must be from 1 to 9999, got 0"),
        ("year", 10000, ValueError, "year must be from 1 to 9999, got 10000"),
        ("title", ["x"], TypeError, "title must be text, a plain str, got ['x']"),
        ("period", 2021, TypeError, "period must be Period or None, got 2021"),
        ("published", "2022-01-20", TypeError, "published must be a date, got '2022-01-20'"),
        (
            "published",
            dt.datetime(2022, 1, 20, tzinfo=dt.UTC),
            TypeError,
            "published must be a date, got datetime.datetime(2022, 1, 20, 0, 0, tzinfo=datetime.time...",
        ),
        ("preamble", None, TypeError, "preamble must be a list of paragraphs, got None"),
        ("overview", "text", TypeError, "overview must be a list of paragraphs, got 'text'"),
        ("overview", ["a", None], TypeError, "overview[1] must be text, a plain str, got None"),
        ("requests", gd.ReviewAndLitigation(), TypeError, "requests must be Requests or Requests2019 or None, got "),
        ("other_sections", ["七、附件"], TypeError, "other_sections must be a list of OtherSection, got ['七、附件']"),
        ("other_sections", None, TypeError, "other_sections must be a list of OtherSection, got None"),
        ("extensions", [], TypeError, "extensions must be a dict, got []"),
        ("extensions", {"a": [float("nan")]}, ValueError, "extensions.a[0] must be finite, got {'a': [nan]}"),
    ],
)
def test_report_refuses(name: str, value: object, error: type[Exception], message: str) -> None:
    """Construction and assignment refuse the same, with the field, the rule and the value."""
    report = gd.AnnualReport()
    arguments: dict[str, Any] = {name: value}

    with pytest.raises(error) as constructed:
        gd.AnnualReport(**arguments)
    with pytest.raises(error) as assigned:
        setattr(report, name, value)

    assert str(constructed.value) == str(assigned.value)
    assert str(assigned.value).startswith(message)
    assert report == gd.AnnualReport()


def test_period_is_two_days() -> None:
    """The period of a year, and no text for a day."""
    assert gd.Period.of_year(2021) == gd.Period(start=dt.date(2021, 1, 1), end=dt.date(2021, 12, 31))
    with pytest.raises(TypeError, match=r"^end must be a date, got None$"):
        gd.Period(start=dt.date(2021, 1, 1), end=None)  # type: ignore[arg-type]


def test_the_six_sections_are_those_of_the_form() -> None:
    """Headings as the format of 2021 prints them, in its order, and which of them hold tables."""
    expected = {
        "overview": "一、总体情况",
        "proactive_disclosure": "二、主动公开政府信息情况",
        "requests": "三、收到和处理政府信息公开申请情况",
        "review_and_litigation": "四、政府信息公开行政复议、行政诉讼情况",
        "problems_and_improvements": "五、存在的主要问题及改进情况",
        "other_matters": "六、其他需要报告的事项",
    }
    headings, sections = list(HEADINGS.items()), list(SECTIONS)

    assert headings == list(expected.items())
    assert sections == list(expected)
    assert NARRATIVES == ("overview", "problems_and_improvements", "other_matters")
    tables = {
        "proactive_disclosure": (gd.ProactiveDisclosure, gd.ProactiveDisclosure2019),
        "requests": (gd.Requests, gd.Requests2019),
        "review_and_litigation": (gd.ReviewAndLitigation,),
    }
    assert dict(TABLES) == tables


@pytest.mark.parametrize(
    ("year", "edition", "expected"),
    [(2025, None, "2021"), (2021, None, "2021"), (2020, None, "2019"), (2022, "2019", "2019"), (2019, "2021", "2021")],
)
def test_blank_report_is_a_form_to_fill_in(year: int, edition: str | None, expected: str) -> None:
    """Title and period are set, narratives are empty, tables blank and of the year's edition, or of the one given."""
    report = gd.AnnualReport.blank(agency="示例县教育局", year=year, edition=edition)

    assert report == gd.AnnualReport(
        agency=gd.Agency(name="示例县教育局", kind="department"),
        year=year,
        title=f"示例县教育局{year}年政府信息公开工作年度报告",
        period=gd.Period.of_year(year),
        overview=[],
        proactive_disclosure=table_class("proactive_disclosure", expected).blank(),  # type: ignore[arg-type]
        requests=table_class("requests", expected).blank(),  # type: ignore[arg-type]
        review_and_litigation=gd.ReviewAndLitigation.blank(),
        problems_and_improvements=[],
        other_matters=[],
    )
    assert report.requests is not None
    assert report.requests.edition == expected


def test_blank_report_takes_an_agency_as_it_is() -> None:
    """An agency with a code is not made anew of its name."""
    agency = gd.Agency(name="示例大学", kind="department", division="350100")

    assert gd.AnnualReport.blank(agency=agency, year=2025).agency is agency


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"agency": "x", "year": 2025, "edition": "2020"}, ValueError, "edition must be one of 2019, 2021, got '2020'"),
        ({"agency": "x", "year": 2025, "edition": ""}, ValueError, "edition must be one of 2019, 2021, got ''"),
        ({"agency": "x", "year": "2025"}, TypeError, "year must be a whole number, got '2025'"),
        ({"agency": "x", "year": None}, TypeError, "year must be a whole number, got None"),
        ({"agency": None, "year": 2025}, TypeError, "name must be text, a plain str, got None"),
    ],
)
def test_blank_report_refuses(arguments: dict[str, Any], error: type[Exception], message: str) -> None:
    """A form needs an agency, a year and an edition that there is."""
    with pytest.raises(error) as raised:
        gd.AnnualReport.blank(**arguments)

    assert (type(raised.value), str(raised.value)) == (error, message)


def test_repr_is_short() -> None:
    """A report tells whose it is, its year and its tables."""
    report = build_report(year=2021, proactive_disclosure=None, requests=gd.Requests2019())

    assert repr(report) == (
        "<AnnualReport: agency='示例镇人民政府', year=2021, proactive_disclosure=None, "
        "requests=<Requests2019: edition 2019, 0 of 161 cells filled in>, "
        "review_and_litigation=<ReviewAndLitigation: 15 of 15 cells filled in>>"
    )
    assert repr(gd.AnnualReport()).startswith("<AnnualReport: agency=None, year=None, ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1}, {"a": 1.0}),
        ({"a": 1}, {"a": True}),
        ({"a": 0.0}, {"a": -0.0}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({}, {"a": None}),
    ],
)
def test_reports_differ_where_the_json_of_their_extensions_does(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Equal reports give equal bytes: 1 is not 1.0, and the order of keys is kept."""
    assert gd.AnnualReport(extensions=one) != gd.AnnualReport(extensions=other)
    assert gd.AnnualReport(extensions=one) == gd.AnnualReport(extensions=copy.deepcopy(one))


class _Unprintable:
    def __repr__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize("spoilt", [(1,), {1}, 10**5000, _Unprintable()], ids=["tuple", "set", "huge", "unprintable"])
def test_reports_with_spoilt_extensions_can_be_compared(spoilt: Any) -> None:  # noqa: ANN401 - anything
    """What was put into extensions behind the model's back is found when it is written, not before."""
    report, other = gd.AnnualReport(extensions={"a": 1}), gd.AnnualReport(extensions={"a": 1})
    report.extensions["a"] = spoilt

    assert report == report  # noqa: PLR0124 - an exception is what could come of it
    assert report != other
    assert report != gd.AnnualReport()


def test_spoilt_extensions_compare_as_they_print() -> None:
    """A copy of a report is equal to it, and another is not."""
    report = gd.AnnualReport()
    report.extensions["a"] = (1,)  # type: ignore[assignment]
    copied = copy.deepcopy(report)

    assert copied == report
    copied.extensions["a"] = (2,)  # type: ignore[assignment]
    assert copied != report


def test_only_a_report_is_validated() -> None:
    """A reading, or anything else, is no report."""
    for wrong in (gd.Reading(gd.AnnualReport()), "x", None):
        with pytest.raises(TypeError) as raised:
            validate(wrong)  # type: ignore[arg-type]

        assert str(raised.value) == f"report must be an AnnualReport, got {type(wrong).__name__}"


@given(report=testing.reports())
def test_reports_survive_copying_and_pickling(report: gd.AnnualReport) -> None:
    """A copy of any report is equal to it."""
    assert copy.deepcopy(report) == report
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301 - our own pickle


def test_a_copy_is_its_own() -> None:
    """To change a deep copy leaves the original alone."""
    report = build_report()
    copied = copy.deepcopy(report)

    copied.preamble.append("附")
    gd.put(copied, "requests.total.newly_received", 1)

    assert report == build_report()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda report: report.preamble.append("a\n"), r"preamble[0] must not contain U+000A (at 1), got 'a\n'"),
        (lambda report: report.requests.notes.append(1), "notes[0] must be text, a plain str, got 1"),
        (
            lambda report: report.other_sections[0].paragraphs.append(1),
            "paragraphs[0] must be text, a plain str, got 1",
        ),
        (lambda report: report.other_sections.append(1), "other_sections must be a list of OtherSection, got ["),
        (lambda report: report.extensions.update(a=(1,)), "extensions.a must be JSON, got {'a': (1,)}"),
    ],
)
def test_what_changed_inside_a_list_is_validated_on_demand(change: Callable[[Any], None], message: str) -> None:
    """Lists and extensions change without an assignment; before it is written, a report is validated again."""
    report = gd.AnnualReport.blank(agency="示例局", year=2025)
    report.other_sections.append(OtherSection(heading="七、附件"))
    report.requests = None if "notes" not in message else report.requests
    validate(report)

    change(report)

    with pytest.raises((TypeError, ValueError)) as raised:
        validate(report)
    assert str(raised.value).startswith(message)


def test_types_can_be_looked_up_at_run_time() -> None:
    """Converters and generators of schemas ask the classes for their types."""
    classes = [cls for node in nodes(gd.AnnualReport) for cls in node.declared.classes]

    for cls in (
        gd.AnnualReport,
        OtherSection,
        gd.Amount,
        gd.Cell,
        gd.Finding,
        gd.Findings,
        gd.Note,
        gd.Reading,
        *classes,
    ):
        assert get_type_hints(cls)
