"""Reports of other tools, to and from ours: nothing is read silently wrong, and what is lost is told."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given

import govdisclosure as gd
from govdisclosure import testing
from govdisclosure.adapters import Exported, Imported, Loss, Reason, govnianbao, kirogovcompare

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

TOOLS = [kirogovcompare, govnianbao]
_RESULTS = {"granted": 2, "denied": {"stateSecret": 1}, "totalProcessed": 3, "carriedForward": 0}
KIRO: dict[str, Any] = {
    "year": 2024,
    "unit_name": "示例县统计局",
    "sections": [
        {"title": "一、总体情况", "type": "text", "content": "第一段。\n第二段。"},
        {
            "title": "二、主动公开政府信息情况",
            "type": "table_2",
            "activeDisclosureData": {
                "regulations": {"made": 0, "repealed": "/", "valid": ""},
                "fees": {"amount": 35.65},
            },
        },
        {
            "title": "三、收到和处理政府信息公开申请情况",
            "type": "table_3",
            "tableData": {"total": {"newReceived": 3, "carriedOver": "—", "results": _RESULTS}},
        },
        {
            "title": "四、政府信息公开行政复议、行政诉讼情况",
            "type": "table_4",
            "reviewLitigationData": {"litigationPostReview": {"unfinished": 1, "total": "１"}},
        },
        {"title": "六、其他需要报告的事项", "type": "text", "content": None},
    ],
}


def test_a_document_of_kirogovcompare_is_read() -> None:
    """Blank, nought and "/" are three things; what is not there is blank; a section that is not there is null."""
    imported = kirogovcompare.read(KIRO)
    report = imported.report
    stated = {cell.path: cell.value for cell in gd.cells(report) if cell.value is not None}

    assert imported.lost == ()
    assert (report.agency, report.year) == (gd.Agency(name="示例县统计局"), 2024)
    assert (report.overview, report.problems_and_improvements, report.other_matters) == (
        ["第一段。", "第二段。"],
        None,
        [],
    )
    assert stated == {
        "proactive_disclosure.rules.issued": 0,
        "proactive_disclosure.rules.repealed": gd.NA,
        "proactive_disclosure.fees.amount": Decimal("35.65"),
        "requests.total.newly_received": 3,
        "requests.total.carried_over": gd.NA,
        "requests.total.outcomes.granted": 2,
        "requests.total.outcomes.refused.state_secret": 1,
        "requests.total.outcomes.total": 3,
        "requests.total.carried_forward": 0,
        "review_and_litigation.litigation.after_reconsideration.pending": 1,
        "review_and_litigation.litigation.after_reconsideration.total": 1,
    }


def test_every_key_of_kirogovcompare_is_the_cell_of_its_name() -> None:
    """Each cell alone is written under the key whose meaning it has."""
    keys = {
        "proactive_disclosure.normative_documents.in_force": "activeDisclosureData.normativeDocuments.valid",
        "proactive_disclosure.penalties.decisions": "activeDisclosureData.punishment.processed",
        "requests.legal_person.public_welfare_organization.newly_received": "tableData.legalPerson.social.newReceived",
        "requests.natural_person.outcomes.unavailable.still_unclear": (
            "tableData.naturalPerson.results.unableToProvide.unclear"
        ),
        "requests.total.outcomes.not_processed.excessive": "tableData.total.results.notProcessed.massiveRequests",
        "requests.total.outcomes.other.fee_unpaid": "tableData.total.results.other.overdueFee",
        "requests.total.carried_forward": "tableData.total.results.carriedForward",
        "review_and_litigation.litigation.direct.corrected": "reviewLitigationData.litigationDirect.correct",
    }
    for path, theirs in keys.items():
        assert _written_at(kirogovcompare.write(_with(path)).tree["sections"]) == [theirs]


def test_every_key_of_govnianbao_is_the_cell_of_its_name() -> None:
    """The same; subtotals are made of the cells that they sum up."""
    art20, applied = "section2.tables.section2_art20", "section3.tables.section3_applications.cells"
    keys = {
        "proactive_disclosure.rules.in_force": f"{art20}_1.cells.regulations.effective_now",
        "proactive_disclosure.compulsion.decisions": f"{art20}_6.cells.admin_compulsion.decisions",
        "requests.natural_person.carried_over": f"{applied}.carried_over.natural_person",
        "requests.total.outcomes.refused.administrative_inquiry": f"{applied}.result_not_public_inquiry.grand_total",
        "review_and_litigation.litigation.after_reconsideration.pending": (
            "section4.tables.section4_review_litigation.cells.cases.lit_after_rev_pending"
        ),
    }
    for path, theirs in keys.items():
        assert _written_at(govnianbao.write(_with(path)).tree) == [theirs]


def _with(path: str) -> gd.AnnualReport:
    report = gd.AnnualReport.blank(agency="示例县统计局", year=2024)
    gd.put(report, path, 7)
    return report


def _written_at(tree: object, path: str = "") -> list[str]:
    """Give where a seven stands."""
    if isinstance(tree, dict):
        return [at for key, item in tree.items() for at in _written_at(item, f"{path}.{key}".lstrip("."))]
    if isinstance(tree, list):
        return [at for item in tree for at in _written_at(item, path)]
    return [path] if tree == 7 else []


@pytest.mark.parametrize("tool", TOOLS)
@given(report=testing.reports())
def test_what_is_not_lost_comes_back(tool: ModuleType, report: gd.AnnualReport) -> None:
    """Ours, theirs, ours: the report is the same but for what was listed, also through text."""
    exported: Exported = tool.write(report)
    expected = _without(report, exported.lost)

    assert tool.read(exported.tree) == Imported(expected, ())
    assert tool.read(exported.text).report == expected
    assert tool.read(exported.text.encode()).lost == ()


@pytest.mark.parametrize("tool", TOOLS)
@given(report=testing.consistent_reports().filter(lambda report: report.year is not None and report.year > 2020))
def test_of_the_tables_of_edition_2021_nothing_is_lost(tool: ModuleType, report: gd.AnnualReport) -> None:
    """Of a complete report only what stands before and beside its sections is."""
    exported: Exported = tool.write(report)
    back = tool.read(exported.text).report

    assert {loss.path for loss in exported.lost} <= {"agency", "year", "title", "period", "published", "preamble"}
    assert list(gd.cells(back)) == list(gd.cells(report))
    assert (back.overview, back.other_matters) == (report.overview, report.other_matters)


def _without(report: gd.AnnualReport, lost: tuple[Loss, ...]) -> gd.AnnualReport:
    """Give the report without what was lost of it."""
    result = copy.deepcopy(report)
    for loss in reversed(lost):
        _lose(result, loss)
    return result


def _lose(report: gd.AnnualReport, loss: Loss) -> None:
    head, _, below = loss.path.partition(".")
    if loss.reason is Reason.DECIMALS:
        value = gd.get(report, loss.path)
        assert isinstance(value, Decimal)
        gd.put(report, loss.path, Decimal(format(Decimal(repr(float(value))), "f")))
    elif loss.reason is Reason.NOT_APPLICABLE:
        gd.put(report, loss.path, None)
    elif loss.path == "agency.kind":
        assert report.agency is not None
        report.agency.kind = gd.Agency(name=report.agency.name).kind
    elif head == "agency" and below:
        setattr(report.agency, below, None)
    elif head.startswith("other_sections"):
        _lose_section(report, int(head.partition("[")[2].rstrip("]")), below)
    elif below == "notes":
        getattr(report, head).notes = []
    else:
        empty: dict[str, Any] = {"preamble": [], "extensions": {}}
        setattr(report, head, [] if loss.reason is Reason.EMPTY and head != "agency" else empty.get(head))


def _lose_section(report: gd.AnnualReport, index: int, below: str) -> None:
    if below:
        report.other_sections[index].paragraphs = []
    else:
        del report.other_sections[index]


def test_losses_are_data_with_words() -> None:
    """Each has a path, a reason, what stood there, and words in both languages."""
    report = gd.AnnualReport(agency=gd.Agency(name="示例县统计局"), title="标" * 100)
    report.requests = gd.Requests2019.blank()
    (title, requests) = kirogovcompare.write(report).lost

    assert (title.path, title.reason, len(title.value)) == ("title", Reason.NO_PLACE, 60)
    assert requests.message.zh.startswith("requests：对方格式只有2021版表格（<Requests2019")
    assert requests.message.en.startswith("requests: the other format has the tables of edition 2021 only (<Req")


def test_what_would_be_read_as_something_else_is_lost() -> None:
    """A section with the heading of one that is not there, text that is empty, an agency without a name."""
    report = gd.AnnualReport(agency=gd.Agency(name="", division="000000"), other_matters=[""])
    report.other_sections = [gd.OtherSection(heading="五、存在的主要问题及改进情况", paragraphs=["附后。"])]

    assert [(loss.path, loss.reason) for loss in kirogovcompare.write(report).lost] == [
        ("agency", Reason.NO_PLACE),
        ("other_matters", Reason.EMPTY),
        ("other_sections[0]", Reason.READ_AS_SECTION),
    ]


def test_an_agency_that_is_given_is_the_agency() -> None:
    """As a name or with all that is known of it."""
    agency = gd.Agency(name="示例县财政局", division="000000")

    assert kirogovcompare.read(KIRO, agency=agency).report.agency == agency
    assert govnianbao.read(_nianbao(), agency="示例县财政局").report.agency == gd.Agency(name="示例县财政局")


def _changed(change: Callable[[dict[str, Any]], object], document: dict[str, Any] | None = None) -> dict[str, Any]:
    changed = copy.deepcopy(KIRO if document is None else document)
    change(changed)
    return changed


def _receive(value: object, tree: dict[str, Any]) -> None:
    tree["sections"][2]["tableData"]["total"].update(newReceived=value)


_NO_COUNTS: list[object] = [-1, 1.5, True, [], {}, 10**18, "三件左右", float("nan"), 1e300, "1.5"]
_T2, _T3 = "sections[1].activeDisclosureData", "sections[2].tableData"
FAULTS: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda tree: tree.pop("sections"), "sections"),
    (lambda tree: tree.update(sections={}), "sections"),
    (lambda tree: tree.update(sections=None), "sections"),
    (lambda tree: tree["sections"].append("text"), "sections[5]"),
    (lambda tree: tree["sections"].append({"type": "text", 1: 2}), "sections[5]"),
    (lambda tree: tree.update(year="2024"), "year"),
    (lambda tree: tree.update(unit_name=3), "unit_name"),
    (lambda tree: tree.update(unit_name="a\x00"), "unit_name"),
    (lambda tree: tree["sections"][0].update(type="table_9"), "sections[0].type"),
    (lambda tree: tree["sections"][0].update(type=["text"]), "sections[0].type"),
    (lambda tree: tree["sections"][0].update(title="a\nb"), "sections[0].title"),
    (lambda tree: tree["sections"][0].update(content=["a"]), "sections[0].content"),
    (lambda tree: tree["sections"][0].update(content="a\rb"), "sections[0].content"),
    (lambda tree: tree["sections"].append(tree["sections"][2]), "sections[5].tableData"),
    (lambda tree: tree["sections"][2].update(tableData=[]), _T3),
    (lambda tree: tree["sections"][2]["tableData"].update(all={}), f"{_T3}.all"),
    (lambda tree: tree["sections"][2]["tableData"].update({"x" * 99: {}}), f"{_T3}.{'x' * 60}…"),
    *((partial(_receive, value), f"{_T3}.total.newReceived") for value in _NO_COUNTS),
    (lambda tree: tree["sections"][1]["activeDisclosureData"]["fees"].update(amount=-0.5), f"{_T2}.fees.amount"),
]


@pytest.mark.parametrize(("change", "place"), FAULTS)
def test_a_fault_says_where_it_is(change: Callable[[dict[str, Any]], object], place: str) -> None:
    """An unknown key in a table, a wrong type, a figure that no cell can hold: the document is refused."""
    with pytest.raises(gd.StructureError) as raised:
        kirogovcompare.read(_changed(change))

    assert [fault.path for fault in raised.value.faults] == [place]
    assert raised.value.zh != str(raised.value)


def test_of_very_many_faults_a_hundred_are_told() -> None:
    """The others are counted."""
    with pytest.raises(gd.StructureError) as raised:
        kirogovcompare.read({"sections": [1] * 250})

    assert (len(raised.value.faults), raised.value.more) == (100, 150)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        b"\xff",
        '{"sections": NaN}',
        '{"sections": [], "sections": []}',
        "[" * 100_000,
        '{"sections": ' + "9" * 5000 + "}",
        '{"sections": [], "size": 1e99999999999999999999}',
        '{"sections": [], "size": 1e-99999999999999999999}',
    ],
)
@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_no_json_object_is_refused(tool: ModuleType, text: str | bytes) -> None:
    """As a document that cannot be read, whatever it is."""
    with pytest.raises(gd.StructureError):
        tool.read(text)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_report_with_a_field_of_its_own_is_refused(tool: ModuleType) -> None:
    """No format holds it, and so it would be lost without a word."""

    @attrs.define(kw_only=True)
    class Own(gd.AnnualReport):
        mark: str = "x"

    with pytest.raises(TypeError, match=r"^Own\.mark is no field of an AnnualReport"):
        tool.write(Own())


def test_a_number_that_is_lost_is_shown_as_it_stands() -> None:
    """Alone, and in a list."""
    (size, sizes) = kirogovcompare.read('{"sections": [], "size": 1.50, "sizes": [1.5, {"a": 2.0}]}').lost

    assert (size.value, sizes.value) == ("1.50", "[1.5, {'a': 2.0}]")


def test_a_document_has_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is too long is not parsed; what is no document is a wrong type."""
    monkeypatch.setattr("govdisclosure.adapters._source._LONGEST", 10)

    with pytest.raises(gd.StructureError, match="21 characters"):
        kirogovcompare.read('{"sections": [], "a"}')
    with pytest.raises(TypeError, match="a document must be str, bytes or a mapping, got int"):
        kirogovcompare.read(3)  # type: ignore[arg-type]


def test_what_a_report_has_no_place_for_is_lost() -> None:
    """Keys beside the tables, and headings that are spelled otherwise."""

    def change(tree: dict[str, Any]) -> None:
        tree.update(report_id=33, visual_audit={}, schema_version="filing_v1")
        tree["sections"][0].update(page=2, title="一、 总体情况")
        tree["sections"][3].update(title="四、行政复议和行政诉讼", content="见说明。")
        tree["sections"].append({"type": "text", "title": "一、总体情况", "content": "又一段。"})
        tree["sections"].append({"type": "table_3", "tableData": None, "content": "见附件。"})

    imported = kirogovcompare.read(_changed(change), agency="示例县财政局", year=2023)

    assert [(loss.path, loss.reason, loss.value) for loss in imported.lost] == [
        ("report_id", Reason.NO_PLACE, "33"),
        ("schema_version", Reason.NO_PLACE, "filing_v1"),
        ("sections[0].page", Reason.NO_PLACE, "2"),
        ("sections[0].title", Reason.HEADING, "一、 总体情况"),
        ("sections[3].title", Reason.HEADING, "四、行政复议和行政诉讼"),
    ]
    assert imported.report.review_and_litigation is not None
    assert imported.report.review_and_litigation.notes == ["见说明。"]
    assert imported.report.other_sections == [
        gd.OtherSection(heading="一、总体情况", paragraphs=["又一段。"]),
        gd.OtherSection(heading="三、收到和处理政府信息公开申请情况", paragraphs=["见附件。"]),
    ]
    assert (imported.report.agency, imported.report.year) == (gd.Agency(name="示例县财政局"), 2023)


def test_digits_that_a_number_cannot_keep_are_lost() -> None:
    """0.10 is 0.1 as a number, and a float has 17 digits; text keeps what the document has."""
    report = gd.AnnualReport(proactive_disclosure=gd.ProactiveDisclosure.blank())
    gd.put(report, "proactive_disclosure.fees.amount", Decimal("0.10"))
    exported = kirogovcompare.write(report)

    assert [(loss.path, loss.reason, loss.value) for loss in exported.lost] == [
        ("proactive_disclosure.fees.amount", Reason.DECIMALS, "0.10")
    ]
    read = kirogovcompare.read(exported.text.replace("0.1}", "0.100}")).report
    assert gd.get(read, "proactive_disclosure.fees.amount") == Decimal("0.100")


def _nianbao() -> dict[str, Any]:
    report = gd.AnnualReport(requests=gd.Requests.from_rows([[0] * 7] * 25), overview=["本年收到0件。"])
    return dict(govnianbao.write(report).tree)


def _rows(tree: dict[str, Any]) -> dict[str, Any]:
    rows: dict[str, Any] = tree["section3"]["tables"]["section3_applications"]["cells"]
    return rows


def test_a_subtotal_that_contradicts_its_parts_is_told() -> None:
    """The form has no such cell; where the rows of a document have slipped, it shows here."""
    document = _nianbao()
    _rows(document)["result_other_total"]["natural_person"] = 4.0
    _rows(document)["result_open"]["org_total"] = 0
    _rows(document)["carried_over"]["org_total"] = None
    _rows(document)["new_requests"]["other_org"] = 2

    lost = govnianbao.read(document, year=2024).lost

    assert [(loss.path.rpartition("cells.")[2], loss.reason, loss.value) for loss in lost] == [
        ("new_requests.org_total", Reason.SUBTOTAL, "0"),
        ("result_other_total.natural_person", Reason.SUBTOTAL, "4"),
    ]


def test_a_subtotal_that_no_cell_could_hold_is_not_written() -> None:
    """Of two figures of 18 digits, it would have 19."""
    report = gd.AnnualReport(requests=gd.Requests.from_rows([[10**18 - 1] * 7] * 25))
    document = govnianbao.write(report).tree

    assert _rows(document)["result_other_total"]["natural_person"] is None
    assert govnianbao.read(document) == Imported(report, ())


def test_the_keys_of_an_earlier_version_are_read() -> None:
    """Where rows and columns of table III are called otherwise, they are the same cells."""
    document = _nianbao()
    columns = ("natural_person", "business", "research_institute", "social_org", "legal_service", "other_org", "total")
    cells = {"deny_case_file": dict(zip(columns, range(7), strict=True)), "carry_next_year": {"total": 5.0}}
    document["section3"]["tables"]["section3_applications"]["cells"] = cells

    report = govnianbao.read(document).report

    assert {cell.path: cell.value for cell in gd.cells(report) if cell.value} == {
        "requests.legal_person.commercial_enterprise.outcomes.refused.enforcement_file": 1,
        "requests.legal_person.research_institution.outcomes.refused.enforcement_file": 2,
        "requests.legal_person.public_welfare_organization.outcomes.refused.enforcement_file": 3,
        "requests.legal_person.legal_service_organization.outcomes.refused.enforcement_file": 4,
        "requests.legal_person.other.outcomes.refused.enforcement_file": 5,
        "requests.total.outcomes.refused.enforcement_file": 6,
        "requests.total.carried_forward": 5,
    }


@pytest.mark.parametrize(
    ("change", "places"),
    [
        (lambda tree: tree.pop("section4"), ["section4"]),
        (lambda tree: tree["section3"]["tables"].update(more={}), ["section3.tables.more"]),
        (
            lambda tree: _rows(tree)["carried_over"].update(natural_person="/"),
            ["section3.tables.section3_applications.cells.carried_over.natural_person"],
        ),
        (
            lambda tree: _rows(tree).update(row={"natural_person": 1}),
            ["section3.tables.section3_applications.cells.row"],
        ),
        (
            lambda tree: _rows(tree)["result_total"].update(org_total="x"),
            ["section3.tables.section3_applications.cells.result_total.org_total"],
        ),
        (lambda tree: tree["section1"].update(text=1), ["section1.text"]),
    ],
)
def test_a_fault_of_govnianbao_says_where_it_is(change: Callable[[dict[str, Any]], object], places: list[str]) -> None:
    """A section that is not there, a key that nothing knows, a figure that is none."""
    with pytest.raises(gd.StructureError) as raised:
        govnianbao.read(_changed(change, _nianbao()))

    assert [fault.path for fault in raised.value.faults] == places


def test_texts_of_govnianbao_begin_with_their_headings() -> None:
    """It is left out, and told where it is spelled otherwise; text without one is all text."""
    document = _nianbao()
    document["section1"]["text"] = "一、 总体情况\n正文。"
    document["section5"]["text"] = "公开不够主动。"
    document["section2"]["raw_text"] = "二、主动公开政府信息情况"
    document["sections_title"] = {"1": "概述"}
    document["section3"]["tables"]["section3_applications"]["parse_warning"] = True
    imported = govnianbao.read(json.dumps(document))

    assert (imported.report.overview, imported.report.problems_and_improvements) == (["正文。"], ["公开不够主动。"])
    assert [(loss.path, loss.reason) for loss in imported.lost] == [
        ("sections_title", Reason.NO_PLACE),
        ("section1.text", Reason.HEADING),
        ("section2.raw_text", Reason.NO_PLACE),
        ("section3.tables.section3_applications.parse_warning", Reason.NO_PLACE),
    ]
