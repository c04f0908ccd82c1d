"""Differences between two reports: what they are, making one report of the other, and what is not known."""

from __future__ import annotations

import copy
import datetime as dt
import functools
import json
import tracemalloc
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.publishing.pdf import by_office

import govdisclosure as gd
from govdisclosure.differences import (
    CellChange,
    Differences,
    Effect,
    Kind,
    MetadataChange,
    OtherSectionChange,
    OtherText,
    ParagraphChange,
    SectionChange,
    TableChange,
    TablePart,
    compare,
)
from govdisclosure.differences._lists import _unlike
from govdisclosure.testing import consistent_reports, reports

if TYPE_CHECKING:
    from collections.abc import Callable

RECEIVED = "requests.total.newly_received"
RECEIVED_LABEL = "总计 / 一、本年新收政府信息公开申请数量"


def other(heading: str, *paragraphs: str) -> gd.OtherSection:
    """Give a section beyond the six."""
    return gd.OtherSection(heading=heading, paragraphs=list(paragraphs))


@given(reports(), reports())
def test_differences_make_one_report_of_the_other(a: gd.AnnualReport, b: gd.AnnualReport) -> None:
    """For any two reports, of either edition and however unlike, forth and back; neither is changed by it."""
    before = copy.deepcopy((a, b))
    differences = compare(a, b)

    assert differences.apply(a) == b
    assert differences.invert().apply(b) == a
    assert gd.dumps(differences.apply(a)) == gd.dumps(b)
    assert differences.invert().invert() == differences
    assert (a, b) == before


@given(reports(), st.data())
def test_differences_of_versions_make_one_of_the_other(a: gd.AnnualReport, data: st.DataObject) -> None:
    """For a report and a version of it, of which one part was changed."""
    b, donor = copy.deepcopy(a), data.draw(reports())
    name = data.draw(st.sampled_from([attribute.name for attribute in attrs.fields(gd.AnnualReport)]))
    setattr(b, name, getattr(donor, name))
    differences = compare(a, b)

    assert differences.apply(a) == b
    assert differences.invert().apply(b) == a
    assert {change.path.partition(".")[0].partition("[")[0] for change in differences} <= {name}
    assert bool(differences) == (a != b)


@pytest.mark.property
@given(reports(), reports())
def test_what_was_written_as_json_is_read_again(a: gd.AnnualReport, b: gd.AnnualReport) -> None:
    """For any two reports; of readings, what is not known as well."""
    for differences in (compare(a, b), compare(gd.Reading(a, [gd.Note("SECTION", "overview")]), gd.Reading(b))):
        written = json.dumps(differences.to_json())

        assert Differences.from_json(json.loads(written)) == differences


@given(reports())
def test_a_report_does_not_differ_from_itself(report: gd.AnnualReport) -> None:
    """Nor from a copy of it; and nothing becomes of its sums."""
    assert compare(report, copy.deepcopy(report)) == Differences()


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (12, 13, Kind.CHANGED),
        (gd.NA, 0, Kind.CHANGED),
        (None, 0, Kind.FILLED_IN),
        (0, None, Kind.BLANKED),
        (gd.NA, None, Kind.BLANKED),
        (0, gd.NA, Kind.NOT_APPLICABLE),
        (None, gd.NA, Kind.NOT_APPLICABLE),
    ],
)
def test_cells_differ_in_kind(before: int | None, after: int | None, kind: Kind) -> None:
    """A blank, nought and "/" are three things."""
    a, b = (build_report(cells={RECEIVED: value}) for value in (before, after))

    (change,) = compare(a, b)

    assert change == CellChange(RECEIVED, RECEIVED_LABEL, before, after)
    assert change.kind is kind


def test_amounts_differ_by_their_scale() -> None:
    """``0`` and ``0.00`` give different bytes."""
    path = "proactive_disclosure.fees.amount"
    a, b = build_report(cells={path: Decimal(0)}), build_report(cells={path: Decimal("0.00")})

    assert compare(a, b).cells == (
        CellChange(path, "行政事业性收费 / 本年收费金额（单位：万元）", Decimal(0), Decimal("0.00")),
    )


def test_values_of_the_metadata_differ_one_by_one() -> None:
    """Those of a record that only one report has, too."""
    a, b = build_report(), build_report(period=None, published=dt.date(2022, 2, 1), extensions={"id": 1})
    assert b.agency is not None
    b.agency.division = "330102"

    differences = compare(a, b)

    assert list(differences) == [
        MetadataChange("agency.division", None, "330102"),
        MetadataChange("period.start", dt.date(2021, 1, 1), None),
        MetadataChange("period.end", dt.date(2021, 12, 31), None),
        MetadataChange("published", dt.date(2022, 1, 20), dt.date(2022, 2, 1)),
        MetadataChange("extensions", {}, {"id": 1}),
    ]
    assert list(differences.metadata) == list(differences)
    assert [change.kind for change in differences.metadata] == [
        *(Kind.FILLED_IN, Kind.BLANKED, Kind.BLANKED, Kind.CHANGED, Kind.CHANGED)
    ]


def test_the_order_of_extensions_is_a_difference() -> None:
    """For it is one of their JSON; what is kept of them is no part of the report any more."""
    a, b = (build_report(extensions=each) for each in ({"a": [1], "b": 2}, {"b": 2, "a": [1]}))
    differences = compare(a, b)
    b.extensions["a"] = []

    assert differences == Differences((MetadataChange("extensions", {"a": [1], "b": 2}, {"b": 2, "a": [1]}),))
    assert list(differences.apply(a).extensions.items()) == [("b", 2), ("a", [1])]


def test_paragraphs_are_added_removed_and_changed() -> None:
    """A paragraph that has half of another one is that one changed; places are those before and after."""
    a = build_report(overview=["甲段不变。", "本年新收申请12件。", "丙段将要删去。", "丁段不变。"])
    b = build_report(overview=["新加的一段。", "甲段不变。", "本年新收申请13件。", "丁段不变。", "末尾"])

    differences = compare(a, b)

    assert list(differences) == [
        ParagraphChange("overview", None, "新加的一段。", 0, 0, 4, 5),
        ParagraphChange("overview", "本年新收申请12件。", "本年新收申请13件。", 1, 2, 4, 5),
        ParagraphChange("overview", "丙段将要删去。", None, 2, 3, 4, 5),
        ParagraphChange("overview", None, "末尾", 4, 4, 4, 5),
    ]
    assert [(change.path, change.kind) for change in differences.paragraphs] == [
        ("overview[0]", Kind.ADDED),
        ("overview[1]", Kind.CHANGED),
        ("overview[2]", Kind.REMOVED),
        ("overview[4]", Kind.ADDED),
    ]


def test_a_paragraph_that_was_put_before_a_changed_one_is_added() -> None:
    """It is not taken for the changed one, though it stands in its place."""
    a = build_report(other_matters=["本年度未收取信息处理费，没有其他事项。"])
    b = build_report(other_matters=["建议提案办理结果已公开。", "本年度未收取信息处理费，无其他事项。"])

    assert [(change.kind, change.path) for change in compare(a, b)] == [
        (Kind.ADDED, "other_matters[0]"),
        (Kind.CHANGED, "other_matters[0]"),
    ]
    assert compare(a, b).apply(a) == b


def test_a_paragraph_that_stands_elsewhere_was_moved() -> None:
    """It is one difference, whatever was added before it; of equal paragraphs, each is moved once."""
    a = build_report(overview=["甲段。", "乙段的话。", "无。", "丙段的内容。", "无。"])
    b = build_report(overview=["新加的一段。", "乙段的话。", "无。", "丙段的内容。", "无。", "甲段。"])
    c = build_report(overview=["乙段的话。", "丙段的内容。", "无。", "甲段。", "无。"])

    moved, added = compare(a, b)

    assert added == ParagraphChange("overview", None, "新加的一段。", 1, 0, 5, 6)
    assert moved == ParagraphChange("overview", "甲段。", "甲段。", 0, 5, 5, 6)
    assert (moved.kind, moved.path) == (Kind.MOVED, "overview[0]")
    assert compare(a, b).apply(a) == b
    assert {change.kind for change in compare(a, c)} == {Kind.MOVED}
    assert compare(a, c).invert().apply(c) == a
    assert str(compare(a, c)).splitlines()[1] == "  overview[0] moved to overview[3]: “甲段。”"
    assert compare(a, c).text("zh").splitlines()[1] == "  第1段移为第4段：“甲段。”"


def test_a_paragraph_that_was_moved_and_changed_is_one_difference() -> None:
    """Nothing is said to have been removed or added."""
    a = build_report(overview=["本年新收申请12件。", "甲段讲制度建设。", "乙段讲平台建设。"])
    b = build_report(overview=["甲段讲制度建设。", "乙段讲平台建设。", "本年新收申请13件。"])

    assert list(compare(a, b)) == [ParagraphChange("overview", "本年新收申请12件。", "本年新收申请13件。", 0, 2, 3, 3)]
    assert compare(a, b)[0].kind is Kind.CHANGED


def test_of_a_list_longer_than_any_only_what_differs_is_told() -> None:
    """Its items become one another in their order; those that are the same are no differences."""
    texts = [f"第{place}段" for place in range(1_100)]
    a, b = build_report(overview=["甲", *texts, "丙"]), build_report(overview=["乙", *texts, "丁"])

    assert [change.path for change in compare(a, b)] == ["overview[0]", "overview[1101]"]
    assert compare(a, b).apply(a) == b


@pytest.mark.parametrize(("number", "kinds"), [(20, {Kind.CHANGED}), (21, {Kind.REMOVED, Kind.ADDED})])
def test_of_very_many_paragraphs_elsewhere_none_is_asked_what_it_became(number: int, kinds: set[Kind]) -> None:
    """Asking takes time by the square of them."""
    before, after = ([f"第{place}段的内容是{word}。" for place in range(number)] for word in ("甲", "乙"))

    differences = compare(build_report(overview=[*before, "中间"]), build_report(overview=["中间", *after]))

    assert {change.kind for change in differences} == kinds


def test_a_section_beyond_the_six_that_stands_elsewhere_was_moved() -> None:
    """By its number in the list."""
    one, two = other("七、附件", "见附件。"), other("八、联系方式")

    differences = compare(build_report(other_sections=[one, two]), build_report(other_sections=[two, one]))

    assert [change.kind for change in differences] == [Kind.MOVED]
    assert str(differences).splitlines()[1] == "  other_sections[1] moved to other_sections[0]: “八、联系方式”"
    assert differences.text("zh").splitlines()[1] == "  “八、联系方式”由第2个移为第1个"


@given(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=8), st.data())
def test_paragraphs_in_another_order_were_only_moved(texts: list[str], data: st.DataObject) -> None:
    """Whichever they are: no paragraph is said to have come or gone, and the laws hold."""
    a = build_report(overview=texts)
    b = build_report(overview=data.draw(st.permutations(texts)))
    differences = compare(a, b)

    assert {change.kind for change in differences} <= {Kind.MOVED}
    assert len(differences) < max(1, len(texts))
    assert differences.apply(a) == b
    assert differences.invert().apply(b) == a


def test_a_section_that_is_not_there_is_no_empty_one() -> None:
    """None and an empty list are two things; what it held is in the difference."""
    texts, empty, missing = (build_report(other_matters=texts) for texts in (["无。", "附件。"], [], None))

    assert list(compare(texts, missing)) == [SectionChange("other_matters", ("无。", "附件。"), None)]
    assert list(compare(missing, empty)) == [SectionChange("other_matters", None, ())]
    assert [change.kind for change in compare(texts, missing)] == [Kind.REMOVED]
    assert [change.kind for change in compare(missing, empty)] == [Kind.ADDED]
    assert compare(empty, empty) == Differences()


def test_other_sections_differ_as_a_whole() -> None:
    """A heading that stays has another text; one that comes or goes is added or removed."""
    a = build_report(other_sections=[other("七、附件", "见附件。"), other("八、联系方式")])
    b = build_report(other_sections=[other("七、附件", "无附件。"), other("九、名词解释")])

    assert list(compare(a, b)) == [
        OtherSectionChange(
            "other_sections", OtherText("七、附件", ("见附件。",)), OtherText("七、附件", ("无附件。",)), 0, 0, 2, 2
        ),
        OtherSectionChange("other_sections", OtherText("八、联系方式", ()), None, 1, 1, 2, 2),
        OtherSectionChange("other_sections", None, OtherText("九、名词解释", ()), 2, 1, 2, 2),
    ]


def test_a_table_that_is_not_there_is_one_difference() -> None:
    """With the figures that it held; its notes are differences of their own."""
    a, b = build_report(), build_report(requests=None)
    assert a.requests is not None
    a.requests.notes = ["注：按实际填报。"]
    stated = tuple(cell for cell in gd.cells(a) if cell.path.startswith("requests."))

    assert list(compare(a, b)) == [
        TableChange("requests", TablePart("2021", stated), None),
        ParagraphChange("requests.notes", "注：按实际填报。", None, 0, 0, 1, 0),
    ]
    assert [change.kind for change in compare(b, a)] == [Kind.ADDED, Kind.ADDED]
    assert compare(b, a).apply(b) == a


def test_a_table_of_another_edition_lists_what_has_no_place_in_the_other() -> None:
    """And the cells that both editions have are compared."""
    a = build_report(requests=gd.Requests2019.blank(), cells={"requests.total.outcomes.other": 5, RECEIVED: 1})
    b = build_report(requests=gd.Requests.blank(), cells={"requests.total.outcomes.other.other": 4, RECEIVED: 2})

    differences = compare(a, b)

    assert list(differences) == [
        TableChange(
            "requests",
            TablePart(
                "2019", (gd.Cell("requests.total.outcomes.other", "总计 / 三、本年度办理结果 / （六）其他处理", 5),)
            ),
            TablePart(
                "2021",
                (
                    gd.Cell(
                        "requests.total.outcomes.other.other",
                        "总计 / 三、本年度办理结果 / （六）其他处理 / 3.其他",
                        4,
                    ),
                ),
            ),
        ),
        CellChange(RECEIVED, RECEIVED_LABEL, 1, 2),
    ]
    assert differences[0].kind is Kind.EDITION
    assert differences[1:] == (CellChange(RECEIVED, RECEIVED_LABEL, 1, 2),)


def test_differences_stand_in_the_order_of_the_json() -> None:
    """Whatever their kind."""
    a = build_report()
    b = build_report(
        year=2022,
        overview=[],
        requests=gd.Requests.blank(),
        other_matters=None,
        cells={"proactive_disclosure.rules.issued": 3, RECEIVED: 0},
    )

    paths = [change.path.partition(".")[0].partition("[")[0] for change in compare(a, b)]

    assert list(dict.fromkeys(paths)) == [
        *("year", "title", "period", "published", "preamble", "overview", "proactive_disclosure", "requests"),
        "other_matters",
    ]


def test_what_becomes_of_the_sums_is_told() -> None:
    """Identities that no longer hold, and that hold again, as arithmetic judges them; others are not mentioned."""
    right, wrong = build_report(), build_report(cells={RECEIVED: 13})

    assert compare(right, wrong).broken == (
        Effect("T3-ROW", (RECEIVED, *(f"requests.{column}.newly_received" for column in COLUMNS)), False),  # noqa: FBT003 - whether it holds
        Effect("T3-BALANCE", BALANCE, False),  # noqa: FBT003 - as above
    )
    assert compare(right, wrong).healed == ()
    assert [effect.code for effect in compare(wrong, right).healed] == ["T3-ROW", "T3-BALANCE"]
    assert compare(wrong, right).effects == compare(right, wrong).invert().effects
    assert compare(wrong, wrong).effects == ()


COLUMNS = (
    "natural_person",
    "legal_person.commercial_enterprise",
    "legal_person.research_institution",
    "legal_person.public_welfare_organization",
    "legal_person.legal_service_organization",
    "legal_person.other",
)
BALANCE = (
    RECEIVED,
    *(f"requests.total.{name}" for name in ("carried_over", "outcomes.total", "carried_forward")),
)


def test_sums_of_two_editions_are_compared() -> None:
    """An identity is the same if its code is, and the cell at which it is found to fail."""
    a = build_report(year=2020)
    b = build_report(cells={"requests.total.outcomes.other.fee_unpaid": 2})

    assert [(effect.code, effect.paths[0]) for effect in compare(a, b).broken] == [
        ("T3-OUTCOMES", "requests.total.outcomes.total")
    ]
    assert compare(a, build_report(requests=None)).effects == ()


def test_cells_that_a_note_names_are_not_known() -> None:
    """They are no differences, whichever of the two readings has the note; the report is made all the same."""
    note = gd.Note("CELL-UNREADABLE", RECEIVED, raw="1 3")
    a, b = build_report(), build_report(cells={RECEIVED: None, "requests.total.carried_over": 1})
    for first, second in ((a, gd.Reading(b, [note])), (gd.Reading(a, [note]), b)):
        differences = compare(first, second)

        assert [change.path for change in differences] == ["requests.total.carried_over"]
        assert differences.unknown == (CellChange(RECEIVED, RECEIVED_LABEL, 12, None),)
        assert differences.apply(first) == b
        assert differences.invert().apply(second) == a
        assert repr(differences) == "<Differences: 1, 1 not known>"


def test_metadata_that_a_reading_does_not_have_are_not_known() -> None:
    """A printed page does not tell the day of publication; in a report that was not read, None is a value."""
    a, b = build_report(), build_report(published=None)
    change = MetadataChange("published", dt.date(2022, 1, 20), None)

    assert compare(gd.Reading(a), gd.Reading(b)) == Differences((), (change,))
    assert compare(gd.Reading(b), a) == Differences((), (change.inverted(),))
    assert compare(gd.Reading(a), b) == Differences((change,))
    assert compare(gd.Reading(a), gd.Reading(b)).apply(a) == b


def test_what_lies_below_a_noted_path_is_not_known() -> None:
    """A note can name a section as a whole."""
    a, b = build_report(), build_report(overview=["另一段"])

    assert compare(a, gd.Reading(b, [gd.Note("SECTION", "overview")])).known == ()


def test_a_note_names_a_paragraph_where_it_stands_in_its_own_reading() -> None:
    """Before a paragraph was added, it had another place in the other report."""
    a = build_report(overview=["甲段的话。", "本年新收申请12件。", "丙段的话。"])
    b = build_report(overview=["新加一段。", "甲段的话。", "本年新收申请1口件。", "丙段的内容。"])
    of_b = gd.Reading(b, [gd.Note("LOST-CHARACTERS", "overview[2]")])
    of_a = gd.Reading(a, [gd.Note("LOST-CHARACTERS", "overview[0]")])

    assert [change.path for change in compare(a, of_b).unknown] == ["overview[1]"]
    assert [change.path for change in compare(a, of_b)] == ["overview[0]", "overview[2]"]
    assert compare(of_a, b).unknown == ()


def test_a_note_on_a_paragraph_of_another_section_leaves_that_in_doubt() -> None:
    """It is compared as a whole; one that is not there at all is no doubt."""
    a, b = (build_report(other_sections=[other("七、附件", "见附件。", text)]) for text in ("附一", "附口"))
    note = gd.Note("LOST-CHARACTERS", "other_sections[0].paragraphs[1]")

    assert [change.path for change in compare(a, gd.Reading(b, [note])).unknown] == ["other_sections[0]"]
    assert len(compare(build_report(), gd.Reading(b, [note])).known) == 1


WRONG_BASES = {
    "requests.total.newly_received": lambda report: gd.put(report, RECEIVED, 99),
    "title": lambda report: setattr(report, "title", "别的标题"),
    "extensions": lambda report: setattr(report, "extensions", {"id": 2}),
    "overview": lambda report: report.overview.append("多一段"),
    "overview[1]": lambda report: report.overview.__setitem__(1, "别的话"),
    "preamble": lambda report: report.preamble.clear(),
    "other_matters": lambda report: report.other_matters.append("多一段"),
    "problems_and_improvements": lambda report: setattr(report, "problems_and_improvements", None),
    "other_sections": lambda report: report.other_sections.append(other("又一部分")),
    "other_sections[0]": lambda report: setattr(report.other_sections[0], "heading", "又一部分"),
    "proactive_disclosure": lambda report: setattr(report, "proactive_disclosure", None),
    "proactive_disclosure.rules.issued": lambda report: gd.put(report, "proactive_disclosure.rules.issued", 7),
    "proactive_disclosure.fees.amount": lambda report: gd.put(report, "proactive_disclosure.fees.amount", None),
    "review_and_litigation.notes": lambda report: report.review_and_litigation.notes.append("注"),
}


@pytest.mark.parametrize("path", WRONG_BASES)
def test_a_wrong_base_is_refused_with_the_path_that_is_wrong(path: str) -> None:
    """Nothing is guessed, and the report is not changed."""
    a = build_report(
        overview=["甲", "乙"],
        other_sections=[other("七、附件", "见附件。")],
        extensions={"id": 1},
        cells={"proactive_disclosure.rules.issued": 3},
    )
    b = build_report(
        title="标题",
        preamble=["前言"],
        overview=["甲", "丙"],
        proactive_disclosure=gd.ProactiveDisclosure2019.blank(),
        review_and_litigation=None,
        problems_and_improvements=["无。"],
        other_matters=None,
        cells={RECEIVED: 13},
    )
    differences = compare(a, b)
    assert differences.apply(a) == b
    change: Callable[[gd.AnnualReport], None] = WRONG_BASES[path]
    change(a)
    before = copy.deepcopy(a)

    with pytest.raises(gd.UsageError, match="these differences begin with") as caught:
        differences.apply(a)

    assert str(caught.value).startswith(f"{path}: ")
    assert a == before


def test_notes_need_a_table_to_stand_beside() -> None:
    """A base without it is refused."""
    a, b = build_report(), build_report()
    assert b.requests is not None
    b.requests.notes = ["注"]
    differences = compare(a, b)
    a.requests = None

    with pytest.raises(gd.UsageError, match=r"^requests\.notes: these differences begin with"):
        differences.apply(a)


def test_what_a_base_has_is_in_the_message() -> None:
    """Both what is there, and what should be."""
    differences = compare(build_report(), build_report(cells={RECEIVED: 13}))

    with pytest.raises(gd.UsageError) as caught:
        differences.apply(build_report(cells={RECEIVED: 14}))

    assert str(caught.value) == (
        "requests.total.newly_received: these differences begin with 12, and the report that they are applied to has 14"
    )


TEXTS = """\
metadata
  agency.code: none → “113300000024821091”
  year: 2021 → 2022
preamble
  preamble[0] removed: “本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。”
overview
  overview[0]: “…监督，新收申请12件，其中自然人居…” → “…监督，新收申请15件，其中自然人居…”
  overview[1] added: “{long}…”
proactive_disclosure
  proactive_disclosure: edition 2021 → 2019; only 2021 has: proactive_disclosure.normative_documents.issued 2, \
proactive_disclosure.normative_documents.in_force 4, 5 noughts; only 2019 has: nothing filled in
  proactive_disclosure.licensing.decisions: 8 → blank
  proactive_disclosure.penalties.decisions: 2 → blank
  proactive_disclosure.compulsion.decisions: 0 → /
requests
  requests.notes[0] added: “注”
  requests.total.newly_received: 12 → /
review_and_litigation
  review_and_litigation: table removed: 15 noughts
problems_and_improvements
  problems_and_improvements removed (1 paragraph)
other_sections
  other_sections[0] changed: “七、附件”
  other_sections[1] removed: “八、附件”
metadata
  extensions changed
not known (named by a note of a reading, or not told by a source)
  other_matters[0]: “本机关本年度未收取政府信…” → “本机关上年度未收取政府信…”
identities
  T3-ROW at requests.total.newly_received: broken
  T3-BALANCE at requests.total: broken
"""
TEXTS_ZH = """\
报告信息
  机关 / 统一社会信用代码：空缺 → “113300000024821091”
  年度：2021 → 2022
前言
  删去第1段：“本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。”
一、总体情况
  第1段：“…监督，新收申请12件，其中自然人居…” → “…监督，新收申请15件，其中自然人居…”
  增加第2段：“{long}…”
二、主动公开政府信息情况
  2021版改为2019版；只有2021版有：「行政规范性文件」行「本年制发件数」 2、「行政规范性文件」行「现行有效件数」 4、\
5格为 0；只有2019版有：均未填写
  「行政许可」行「处理决定数量」：8 → 空白
  「行政处罚」行「处理决定数量」：2 → 空白
  「行政强制」行「处理决定数量」：0 → /
三、收到和处理政府信息公开申请情况
  说明增加第1段：“注”
  「总计」列「一、本年新收政府信息公开申请数量」：12 → /
四、政府信息公开行政复议、行政诉讼情况
  删去了表格：15格为 0
五、存在的主要问题及改进情况
  删去了这一部分（1段）
其他部分
  “七、附件”的正文有改动
  删去“八、附件”
报告信息
  扩展有改动
不能确定（读取说明所指之处，或来源没有写明）
  六、其他需要报告的事项：第1段：“本机关本年度未收取政府信…” → “本机关上年度未收取政府信…”
勾稽关系
  T3-ROW：「总计」列「一、本年新收政府信息公开申请数量」，由成立变为不成立
  T3-BALANCE：「总计」列，由成立变为不成立
"""


def unlike_pair() -> tuple[gd.AnnualReport, gd.Reading]:
    """Give two reports that differ in everything there are words for."""
    text = "本机关依法公开政府信息，接受社会监督，新收申请{}件，其中自然人居多。"
    a = build_report(overview=[text.format(12)], other_sections=[other("七、附件"), other("八、附件")])
    b = build_report(
        overview=[text.format(15), "加" * 100],
        proactive_disclosure=gd.ProactiveDisclosure2019.blank(),
        review_and_litigation=None,
        preamble=[],
        problems_and_improvements=None,
        other_matters=["本机关上年度未收取政府信息公开信息处理费。"],
        other_sections=[other("七、附件", "见附件。")],
        extensions={"id": 1},
        cells={RECEIVED: gd.NA, "proactive_disclosure.compulsion.decisions": gd.NA},
    )
    assert b.agency is not None
    assert b.requests is not None
    b.agency.code, b.year, b.requests.notes = "113300000024821091", 2022, ["注"]
    return a, gd.Reading(b, [gd.Note("NOTED", "other_matters")])


def test_differences_are_said_in_english_by_paths() -> None:
    """A line each, below the name of the section; of long paragraphs the part that differs."""
    said = TEXTS.format(long="加" * 60)

    assert str(compare(*unlike_pair())) == said.rstrip()


def test_differences_are_said_in_chinese_in_the_words_of_the_form() -> None:
    """Cells by row or column and label, paragraphs by number."""
    said = TEXTS_ZH.format(long="加" * 60)

    assert compare(*unlike_pair()).text("zh") == said.rstrip()


def test_differences_in_the_other_direction_have_words_as_well() -> None:
    """What was removed is added, and what is healed was broken."""
    said = compare(*unlike_pair()).invert().text("zh").splitlines()

    assert "  增加了这一部分（1段）" in said
    assert "  增加了表格：15格为 0" in said
    assert "  增加“八、附件”" in said
    assert "  T3-BALANCE：「总计」列，由不成立变为成立" in said


def test_a_cell_of_no_edition_is_named_by_its_label() -> None:
    """Such as that of a difference that was made by hand."""
    differences = Differences((CellChange(RECEIVED, "新收", 1, 2),))

    assert differences.text("zh").splitlines() == ["三、收到和处理政府信息公开申请情况", "  新收：1 → 2"]


def test_many_cells_of_a_table_are_counted() -> None:
    """Six are named."""
    report = build_report()
    text = compare(build_report(requests=gd.Requests2019.blank()), report)
    assert str(compare(report, build_report(requests=None))).splitlines()[1] == (
        "  requests: table removed: requests.natural_person.newly_received 12, "
        "requests.natural_person.outcomes.granted 11, requests.natural_person.outcomes.refused.deliberative_process 1, "
        "requests.natural_person.outcomes.total 12, requests.total.newly_received 12, "
        "requests.total.outcomes.granted 11, 2 more, 167 noughts"
    )
    assert text[0].kind is Kind.EDITION


def test_reports_that_do_not_differ_are_said_not_to() -> None:
    """In both languages."""
    same = compare(build_report(), build_report())

    assert (str(same), same.text("zh")) == ("No differences.", "没有差异。")


def test_differences_are_json() -> None:
    """Cells as in the JSON of a report; places and sizes of lists as they were and are."""
    a = build_report(year=2020)
    amount = "proactive_disclosure.procurement.amount"
    b = build_report(
        year=2020,
        overview=None,
        published=None,
        other_sections=[other("七、附件", "见附件。")],
        cells={amount: gd.NA, RECEIVED: 13},
    )
    b.requests = None
    b.other_matters = ["无。"]

    told = compare(gd.Reading(a, [gd.Note("NOTED", "published")]), b).to_json()

    assert json.loads(json.dumps(told)) == told
    differences: Any = told["differences"]
    assert differences[2].pop("before")["edition"] == "2019"
    assert differences == [
        {
            "type": "section",
            "path": "overview",
            "kind": "removed",
            "before": a.overview,
            "after": None,
        },
        {
            "type": "cell",
            "path": amount,
            "label": "政府集中采购 / 采购总金额",
            "kind": "not applicable",
            "before": {"value": "96171.6", "unit": "元"},
            "after": "/",
        },
        {"type": "table", "path": "requests", "kind": "removed", "after": None},
        {
            "type": "paragraph",
            "path": "other_matters[0]",
            "kind": "removed",
            "places": [0, 0],
            "sizes": [1, 1],
            "before": "本机关本年度未收取政府信息公开信息处理费。",
            "after": None,
        },
        {
            "type": "paragraph",
            "path": "other_matters[0]",
            "kind": "added",
            "places": [1, 0],
            "sizes": [1, 1],
            "before": None,
            "after": "无。",
        },
        {
            "type": "other section",
            "path": "other_sections[0]",
            "kind": "added",
            "places": [0, 0],
            "sizes": [0, 1],
            "before": None,
            "after": {"heading": "七、附件", "paragraphs": ["见附件。"]},
        },
    ]
    assert told["unknown"] == [
        {"type": "metadata", "path": "published", "kind": "blanked", "before": "2021-01-20", "after": None}
    ]


def test_tables_and_effects_are_json() -> None:
    """A table with its edition and cells; an identity with its cells, and whether it holds."""
    a = gd.AnnualReport(proactive_disclosure=gd.ProactiveDisclosure.blank(), requests=gd.Requests.blank())
    b = copy.deepcopy(a)
    b.proactive_disclosure = gd.ProactiveDisclosure2019.blank()
    gd.put(a, "proactive_disclosure.fees.amount", Decimal("0.50"))
    gd.put(b, "requests.total.carried_forward", 1)
    gd.put(b, "requests.total.carried_over", 0)

    told = compare(a, b).to_json()

    differences: Any = told["differences"]
    assert differences[0] == {
        "type": "table",
        "path": "proactive_disclosure",
        "kind": "edition",
        "before": {"edition": "2021", "cells": {"proactive_disclosure.fees.amount": "0.50"}},
        "after": {"edition": "2019", "cells": {}},
    }
    assert told["effects"] == [
        {"code": effect.code, "paths": list(effect.paths), "holds": effect.holds} for effect in compare(a, b).effects
    ]
    assert told["effects"]


def test_very_long_lists_are_compared_in_their_order() -> None:
    """Aligning takes time by the square; of what no section of a report has, items become one another in order."""
    a = build_report(overview=["首", *(f"甲{number}" for number in range(1_200)), "尾"])
    b = build_report(overview=["首", *(f"乙{number}" for number in range(1_100)), "尾"])
    differences = compare(a, b)

    assert {change.kind for change in differences} == {Kind.CHANGED, Kind.REMOVED}
    assert len(differences) == 1_200
    assert differences.apply(a) == b
    assert differences.invert().apply(b) == a


@pytest.mark.parametrize("swapped", [False, True])
def test_what_is_left_of_very_many_paragraphs_is_found(*, swapped: bool) -> None:
    """In memory that grows with their number, and not with the square of it."""
    many = [f"第{number}段" for number in range(20_000)]
    a, b = gd.AnnualReport(overview=many), gd.AnnualReport(overview=["新的一段", many[15_000]])
    a, b = (b, a) if swapped else (a, b)
    tracemalloc.start()
    differences = compare(a, b)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    places = {change.place_after if swapped else change.place_before for change in differences.paragraphs}
    assert sorted(places) == [place for place in range(20_000) if place != 15_000]
    assert differences.apply(a) == b
    assert peak < 25_000_000


def test_more_paragraphs_than_there_are_characters_come_in_place_of_none() -> None:
    """Characters stand for paragraphs where these are aligned."""
    many = range(0x110001)

    assert list(_unlike([], many)) == [(0, 0, [], many)]
    assert list(_unlike(many, [])) == [(0, 0, many, [])]


def test_many_paragraphs_in_place_of_many_others_become_one_another_in_order() -> None:
    """It is not asked of each pair whether it is alike."""
    a = build_report(overview=[f"{chr(0x4E00 + number)}" * 3 for number in range(30)])
    b = build_report(overview=[f"{chr(0x5E00 + number)}" * 3 for number in range(20)])

    kinds = [change.kind for change in compare(a, b)]

    assert kinds == [Kind.CHANGED] * 20 + [Kind.REMOVED] * 10


@pytest.mark.parametrize("name", ["a", "b"])
def test_what_is_no_report_is_refused(name: str) -> None:
    """With the name of the argument; so in ``apply``."""
    arguments = {"a": build_report(), "b": build_report(), name: "report.docx"}

    with pytest.raises(TypeError, match=f"^{name} must be an AnnualReport or a Reading, got str$"):
        compare(**arguments)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^report must be an AnnualReport or a Reading, got str$"):
        Differences().apply("report.docx")  # type: ignore[arg-type]


def test_what_no_format_holds_is_refused() -> None:
    """A field of a derived class would be compared with nothing."""

    @attrs.define(kw_only=True)
    class Own(gd.AnnualReport):
        ours: int = 0

    with pytest.raises(TypeError, match=r"Own\.ours is no field of an AnnualReport"):
        compare(Own(), gd.AnnualReport())


@pytest.mark.property
@given(consistent_reports(), st.data())
def test_copies_of_one_report_differ_nowhere_but_in_what_was_altered(
    report: gd.AnnualReport, data: st.DataObject
) -> None:
    """As page and as Word document; benchmarks/differences.py has more formats, and prints."""
    page, word = (gd.parse(gd.render(report, name)) for name in ("html", "docx"))
    assert compare(page, word) == Differences()

    cell = data.draw(st.sampled_from([cell for cell in gd.cells(report) if isinstance(cell.value, int)]))
    assert isinstance(cell.value, int)
    gd.put(report, cell.path, cell.value + 1)

    differences = compare(page, gd.parse(gd.render(report, "docx")))

    assert list(differences) == [CellChange(cell.path, cell.label, cell.value, cell.value + 1)]
    assert differences.unknown == ()


@pytest.mark.programs
def test_a_printed_copy_differs_nowhere() -> None:
    """Printed by LibreOffice; the lines of its signature, which tell the day, are text there."""
    written = [build_report(year=year) for year in (2020, 2024)]

    for report, content in zip(written, by_office([gd.render(report, "docx") for report in written]), strict=True):
        differences = compare(gd.parse(gd.render(report, "html")), gd.parse(content))

        assert list(differences) == []
        signed = ["other_matters[1]", "other_matters[2]"]
        assert [change.path for change in differences.unknown] == signed


def test_what_a_report_is_signed_with_is_no_difference_where_it_was_read_as_text() -> None:
    """Its agency and day of publication, in a reading; another day, or a report that was made so, differs."""
    a = build_report(published=dt.date(2023, 1, 20))
    b = build_report(published=None)
    assert a.agency is not None
    assert b.other_matters is not None
    b.other_matters += [a.agency.name, "2023 年 1 月 20 日", "2023年1月21日"]
    last = [f"other_matters[{place}]" for place in (1, 2, 3)]

    read, back, made = compare(a, gd.Reading(b)), compare(gd.Reading(b), a), compare(a, b)

    paths = [[[change.path for change in part] for part in (each.known, each.unknown)] for each in (read, back, made)]
    assert paths == [
        [last[2:], ["published", *last[:2]]],
        [last[2:], ["published", *last[:2]]],
        [["published", *last], []],
    ]


@functools.cache
def everything() -> str:
    """Give the JSON of differences in which there is everything, as text."""
    return json.dumps(compare(*unlike_pair()).to_json())


def document_with(path: str, value: object) -> Any:  # noqa: ANN401 - JSON
    """Give the JSON of differences in which there is everything, with another value in one place."""
    document = json.loads(everything())
    *above, last = [int(key) if key.isdecimal() else key for key in path.split("/")]
    part: Any = document
    for key in above:
        part = part[key]
    part[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("differences/0", None),
        ("differences/0/type", "cell"),
        ("differences/0/type", []),
        ("differences/0/kind", "changed"),
        ("differences/0/more", 1),
        ("differences/0/path", "agency"),
        ("differences/0/after", 5),
        ("differences/1/after", True),
        ("differences/1/after", 0),
        ("differences/3/path", "requests[0]"),
        ("differences/3/path", "overview[00]"),
        ("differences/3/path", "overview[1]"),
        ("differences/3/path", "overview"),
        ("differences/3/before", "a\x00"),
        ("differences/3/before", 5),
        ("differences/3/places", [0]),
        ("differences/3/places", [0, 0.0]),
        ("differences/3/places", [0, -1]),
        ("differences/4/after", None),
        ("differences/5/path", "overview"),
        ("differences/5/after/edition", "2020"),
        ("differences/5/after", None),
        ("differences/5/before/cells", {"proactive_disclosure.rules.issued": "1"}),
        ("differences/5/before/cells", {"proactive_disclosure.rules": 1}),
        ("differences/6/path", "overview.a"),
        ("differences/6/label", "行政许可"),
        ("differences/6/before", -1),
        ("differences/6/before", "8"),
        ("differences/6/before", "x"),
        ("differences/6/before", {"value": "8"}),
        ("differences/6/before", {"value": "8", "unit": "元"}),
        ("differences/11/path", "other"),
        ("differences/12/path", "preamble"),
        ("differences/12/before", "text"),
        ("differences/12/after", []),
        ("differences/13/before", {"heading": "七"}),
        ("differences/13/path", "overview[0]"),
        ("differences/15/before", None),
        ("differences/15/after", {"a": float("nan")}),
        ("unknown/0/before", []),
        ("effects/0/paths", []),
        ("effects/0/paths", ["requests"]),
        ("effects/0/holds", 1),
        ("effects/0/code", 3),
        ("effects/0", "T3-ROW"),
    ],
)
def test_json_of_anything_else_is_refused(path: str, value: object) -> None:
    """With the place where it is; what is written is never taken for something else."""
    place = "{}[{}]".format(*path.split("/"))

    with pytest.raises(gd.StructureError) as caught:
        Differences.from_json(document_with(path, value))

    assert [fault.path for fault in caught.value.faults] == [place]
    expected = "an effect" if place.startswith("effects") else "a difference"
    assert str(caught.value) == f"json: {place}: expected {expected} as to_json() gives it, found something else"


@pytest.mark.parametrize("sizes", [[1, 3], [2, 2], [10**12, 10**12 + 1]])
def test_differences_of_a_list_that_make_no_list_are_refused(sizes: list[int]) -> None:
    """More would be there than are told, or less; or one difference knows of another list than the next."""
    document = document_with("differences/3/sizes", sizes)

    with pytest.raises(gd.StructureError) as caught:
        Differences.from_json(document)

    assert caught.value.zh == "overview：应为与同一列表的其他差异相符，实为其他内容"
    for place in (3, 4):
        document["differences"][place]["sizes"] = [1, 10**12]
    with pytest.raises(gd.StructureError, match="a difference that fits the others of its list"):
        Differences.from_json(document)


@pytest.mark.parametrize(
    ("document", "paths"),
    [
        (None, [""]),
        ({}, [""]),
        ({"differences": [], "unknown": [], "effects": [], "c": 1}, [""]),
        ({"differences": {}, "unknown": [], "effects": None}, ["differences", "effects"]),
    ],
)
def test_what_has_not_the_three_lists_is_refused(document: object, paths: list[str]) -> None:
    """Nothing of it is looked at."""
    with pytest.raises(gd.StructureError) as caught:
        Differences.from_json(document)

    assert [fault.path for fault in caught.value.faults] == paths


def test_faults_beyond_all_reading_are_counted() -> None:
    """A thousand are told."""
    with pytest.raises(gd.StructureError) as caught:
        Differences.from_json({"differences": [0] * 1_003, "unknown": [], "effects": []})

    assert (len(caught.value.faults), caught.value.more) == (1_000, 3)


def test_what_the_command_line_writes_is_read() -> None:
    """The names of the two files stand beside the differences."""
    differences = compare(*unlike_pair())

    assert Differences.from_json({"a": "a.docx", "b": "b.html", **differences.to_json()}) == differences


def test_what_is_read_keeps_nothing_of_its_tree() -> None:
    """A change of the tree changes no difference."""
    document: Any = compare(build_report(), build_report(extensions={"a": [1]})).to_json()
    differences = Differences.from_json(document)
    document["differences"][0]["after"]["a"].append(2)

    assert differences == compare(build_report(), build_report(extensions={"a": [1]}))


@given(st.data())
def test_json_that_was_changed_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    """Nothing else is raised, and what is read is what was written."""
    document = json.loads(everything())
    part: Any = document
    while True:
        keys = list(part) if isinstance(part, dict) else list(range(len(part)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(part[key], dict | list) or not part[key] or data.draw(st.integers(0, 3)) == 0:
            break
        part = part[key]
    odd = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3))
    part[key] = data.draw(
        st.one_of(odd, st.lists(odd, max_size=2), st.dictionaries(st.text(max_size=3), odd, max_size=2))
    )

    try:
        differences = Differences.from_json(document)
    except gd.StructureError:
        return
    assert json.dumps(differences.to_json(), sort_keys=True) == json.dumps(document, sort_keys=True)


def test_what_no_report_can_hold_is_refused_with_its_path() -> None:
    """Differences of another report can leave an agency without a name."""
    whole, bare = build_report(), build_report(agency=None)
    differences = compare(whole, bare)
    assert whole.agency is not None
    whole.agency.code = "113300000024821091"

    with pytest.raises(gd.UsageError, match=r"^agency\.name: with these differences"):
        differences.apply(whole)
