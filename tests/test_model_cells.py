"""The cells of a report by their paths, their labels, and the order of paths."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.model.cells import CellKind, label_of, path_key

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("disclosure", "requests", "number"),
    [
        (gd.ProactiveDisclosure, gd.Requests, 200),
        (gd.ProactiveDisclosure2019, gd.Requests2019, 198),
        (gd.ProactiveDisclosure2019, gd.Requests, 212),
        (gd.ProactiveDisclosure, gd.Requests2019, 186),
    ],
)
def test_cells_are_all_figures_of_the_tables_there(disclosure: type, requests: type, number: int) -> None:
    """200 figures in edition 2021, 198 in 2019, 212 or 186 mixed; each can be got by its path."""
    report = build_report(proactive_disclosure=disclosure(), requests=requests())

    listed = list(gd.cells(report))

    assert len(listed) == len({cell.path for cell in listed}) == number
    assert [gd.get(report, cell.path) for cell in listed] == [cell.value for cell in listed]


def test_cells_carry_path_label_and_value_in_the_order_of_json() -> None:
    """The labels along the path, as the form prints them."""
    report = build_report(cells={"requests.legal_person.commercial_enterprise.outcomes.granted": gd.NA})
    listed = {cell.path: cell for cell in gd.cells(report)}

    assert list(listed)[:3] == [f"proactive_disclosure.rules.{name}" for name in ("issued", "repealed", "in_force")]
    assert list(listed)[10] == "requests.natural_person.newly_received"
    assert list(listed)[-1] == "review_and_litigation.litigation.after_reconsideration.total"
    assert [
        listed["proactive_disclosure.rules.issued"],
        listed["requests.legal_person.commercial_enterprise.outcomes.granted"],
        listed["review_and_litigation.litigation.after_reconsideration.total"],
    ] == [
        gd.Cell("proactive_disclosure.rules.issued", "规章 / 本年制发件数", 0),
        gd.Cell(
            "requests.legal_person.commercial_enterprise.outcomes.granted",
            "法人或其他组织 / 商业企业 / 三、本年度办理结果 / （一）予以公开",
            gd.NA,
        ),
        gd.Cell("review_and_litigation.litigation.after_reconsideration.total", "行政诉讼 / 复议后起诉 / 总计", 0),
    ]


@pytest.mark.parametrize(
    ("year", "path", "kind", "unit", "law"),
    [
        (2021, "requests.total.newly_received", "count", "件", None),
        (2021, "requests.total.outcomes.granted", "count", "件", "Art. 36"),
        (2021, "requests.total.outcomes.other.fee_unpaid", "count", "件", "Art. 42"),
        (2021, "proactive_disclosure.rules.issued", "count", "件", "Art. 20(1)"),
        (2021, "proactive_disclosure.fees.amount", "money", "万元", "Art. 20(8)"),
        (2020, "proactive_disclosure.penalties.items_last_year", "count", "项", "Art. 20(6)"),
        (2020, "proactive_disclosure.penalties.change", "change", "项", "Art. 20(6)"),
        (2020, "proactive_disclosure.procurement.amount", "money with unit", None, "Art. 20(9)"),
    ],
)
def test_cells_tell_kind_unit_and_ground(year: int, path: str, kind: str, unit: str | None, law: str | None) -> None:
    """As the form declares them; a row's ground is that of its cells."""
    cell = {cell.path: cell for cell in gd.cells(build_report(year=year))}[path]

    assert (cell.kind, cell.unit, cell.law) == (kind, unit, law)


def test_every_kind_of_cell_has_its_word() -> None:
    """The words that a type checker knows are those that cells have."""
    reports = [build_report(year=year) for year in (2020, 2021)]

    assert {cell.kind for report in reports for cell in gd.cells(report)} == set(get_args(CellKind))


def test_editions_agree_on_the_cells_that_they_share() -> None:
    """So that a path alone tells kind, unit and ground."""
    old, new = (
        {cell.path: (cell.kind, cell.unit, cell.law) for cell in gd.cells(build_report(year=year))}
        for year in (2020, 2021)
    )
    shared = old.keys() & new.keys()

    assert "requests.total.newly_received" in shared
    assert {path: old[path] for path in shared} == {path: new[path] for path in shared}


@pytest.mark.parametrize("given", ["report.json", None, gd.Reading(gd.AnnualReport())])
def test_what_is_no_report_is_refused(given: Any) -> None:  # noqa: ANN401 - anything
    """The error names what was expected and what was given."""
    calls: list[Callable[[], object]] = [
        lambda: gd.cells(given),
        lambda: gd.get(given, "requests.total.newly_received"),
        lambda: gd.put(given, "requests.total.newly_received", 1),
        lambda: gd.complete(given),
    ]

    for call in calls:
        with pytest.raises(TypeError) as raised:
            call()
        assert str(raised.value) == f"report must be an AnnualReport, got {type(given).__name__}"


def test_null_tables_have_no_cells_but_their_paths_are_known() -> None:
    """A cell of a table that is not there is None, in either edition's paths."""
    report = gd.AnnualReport()

    assert list(gd.cells(report)) == []
    assert gd.get(report, "requests.total.outcomes.other") is None
    assert gd.get(report, "requests.total.outcomes.other.other") is None


def test_put_sets_a_cell_in_place() -> None:
    """A put value is got again; blanks and "/" as well."""
    report = build_report()

    for value in (7, 0, None, gd.NA):
        gd.put(report, "requests.total.newly_received", value)
        assert gd.get(report, "requests.total.newly_received") is value
    gd.put(report, "proactive_disclosure.fees.amount", Decimal("0.00"))
    assert report == build_report(
        cells={"requests.total.newly_received": gd.NA, "proactive_disclosure.fees.amount": Decimal("0.00")}
    )


def test_put_validates() -> None:
    """What assignment refuses, put refuses, and names the whole path."""
    with pytest.raises(TypeError) as raised:
        gd.put(build_report(), "requests.total.newly_received", Decimal(1))

    assert str(raised.value) == ("requests.total.newly_received must be a whole number, None or NA, got Decimal('1')")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("requests.total.newly", "'requests.total.newly' is not the path of a cell of this Requests"),
        ("requests.total", "'requests.total' is not the path of a cell of this Requests"),
        ("requests.total.outcomes.other", "'requests.total.outcomes.other' is not the path of a cell of this Requests"),
        ("requests.notes", "'requests.notes' is not the path of a cell of this Requests"),
        ("requests", "'requests' is not the path of a cell of this Requests"),
        ("year", "'year' is not the path of a cell"),
        ("", "'' is not the path of a cell"),
        ("overview[0]", "'overview[0]' is not the path of a cell"),
        ("__class__.__name__", "'__class__.__name__' is not the path of a cell"),
    ],
)
def test_unknown_paths_are_refused(path: str, message: str) -> None:
    """A path that is no cell of this report cannot be meant, to get and to put alike."""
    report = build_report()

    with pytest.raises(gd.UsageError) as got:
        gd.get(report, path)
    with pytest.raises(gd.UsageError) as put:
        gd.put(report, path, 1)

    assert (str(got.value), str(put.value)) == (message, message)


@pytest.mark.parametrize("path", [None, 1, ["requests"]])
def test_a_path_is_text(path: Any) -> None:  # noqa: ANN401 - anything
    """What is no text at all is a wrong use, too."""
    for report in (build_report(), gd.AnnualReport()):
        with pytest.raises(gd.UsageError) as got:
            gd.get(report, path)
        with pytest.raises(gd.UsageError) as put:
            gd.put(report, path, 1)

        assert str(got.value) == str(put.value) == f"a path must be text, got {type(path).__name__}"


def test_cells_compare_with_the_scale_of_amounts() -> None:
    """As reports do: 0 is not 0.00, and equal cells have equal hashes."""
    plain, scaled, again = (gd.Cell("a", "b", Decimal(text)) for text in ("0", "0.00", "0.00"))

    assert plain != scaled
    assert len({plain, scaled, again}) == 2
    assert gd.Cell("a", "b", gd.NA) != gd.Cell("a", "b", None)


def test_put_into_a_null_table_is_refused() -> None:
    """There is no cell to put into; no table is made silently."""
    report = gd.AnnualReport()

    with pytest.raises(gd.UsageError) as raised:
        gd.put(report, "requests.total.newly_received", 1)
    with pytest.raises(gd.UsageError) as unknown:
        gd.put(report, "requests.total.newly", 1)

    assert str(raised.value) == "the report has no table 'requests' to put a value into"
    assert str(unknown.value) == "'requests.total.newly' is not the path of a cell"


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("requests", "三、收到和处理政府信息公开申请情况"),
        ("requests.total", "总计"),
        ("requests.total.outcomes.other", "总计 / 三、本年度办理结果 / （六）其他处理"),
        ("proactive_disclosure.normative_documents", "规范性文件"),
        ("overview[3]", "一、总体情况"),
        ("other_sections[0].paragraphs[1]", "其他部分"),
        ("agency.name", "机关 / 机关名称"),
        ("requests.total.unknown", "requests.total.unknown"),
        ("unknown", "unknown"),
    ],
)
def test_any_path_has_a_label(path: str, label: str) -> None:
    """Cells, groups, sections and values of the metadata in the words of the report's edition; else the path."""
    assert label_of(build_report(year=2020), path) == label


def test_label_of_a_cell_of_a_null_table_is_that_of_the_form() -> None:
    """A table that is not there still has names for its cells."""
    assert label_of(gd.AnnualReport(), "requests.total.newly_received") == (
        "三、收到和处理政府信息公开申请情况 / 总计 / 一、本年新收政府信息公开申请数量"
    )


def test_paths_sort_as_the_keys_of_json() -> None:
    """Sections before what is in them, paragraphs by their numbers, both editions together, unknown paths last."""
    expected = [
        "agency",
        "agency.name",
        "year",
        "title",
        "overview",
        "overview[2]",
        "overview[10]",
        "proactive_disclosure",
        "proactive_disclosure.rules.issued",
        "proactive_disclosure.fees.amount",
        "proactive_disclosure.rules.made",
        "requests",
        "requests.natural_person.outcomes.other",
        "requests.natural_person.outcomes.other.other",
        "requests.natural_person.outcomes.total",
        "requests.total.carried_forward",
        "other_sections[0].heading",
        "other_sections[0].paragraphs[1]",
        "other_sections[1].heading",
        "extensions",
        "somewhere.else",
        "somewhere[1]",
    ]

    jumbled = sorted(expected)

    assert jumbled != expected
    assert sorted(jumbled, key=path_key) == expected
