"""How a diagnosis is shown to people: findings of one cause as one, and only the wrong cell stands out."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.cli_calls import call, coloured, styles_of, trimmed
from support.pages import Page
from support.workbooks import workbook_of

import govdisclosure as gd
from govdisclosure.diagnosis import Cause, Group, Kind, Range, Repair, causes
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

PERSON, SUM = "requests.natural_person", "requests.total"
WRONG = f"{SUM}.outcomes.granted"
BLANKS = [f"{PERSON}.outcomes.partially_granted", f"{PERSON}.outcomes.not_processed.repeated"]
BLOCK = "review_and_litigation.reconsideration"
CELLS: dict[str, CellValue] = {WRONG: 12, f"{BLOCK}.total": 3, BLANKS[0]: None, BLANKS[1]: None}


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(cells: dict[str, CellValue] | None = None) -> gd.Findings:
    """Give what a check finds in the report with a wrong total, sums of table IV that fail, and two blanks."""
    return gd.check(build_report(cells=CELLS if cells is None else cells))


def page_of(report: gd.AnnualReport, findings: gd.Findings) -> Page:
    """Write a report as a page with its findings, and take it apart."""
    return Page(gd.render(report, "html", findings=findings))


def test_findings_that_one_repair_heals_are_one_cause() -> None:
    """It has their codes, the repair for its message, and the wrong cell first; all others stand for themselves."""
    findings = checked()

    blank, sums, block = causes(findings)

    assert [cause.codes for cause in (blank, sums, block)] == [("CELL-BLANK",), ("T3-ROW", "T3-OUTCOMES"), ("T4-SUM",)]
    assert sums.message == Message(
        "把「总计」列「（一）予以公开」改为 11，两处同时相符。", f"change {WRONG} to 11, and both sums agree"
    )
    assert (sums.severity, sums.wrong, sums.paths[0], len(sums.paths)) == ("error", (WRONG,), WRONG, 28)
    assert sums.around == frozenset(sums.paths) - {WRONG}
    assert (block.wrong, block.around) == ((), frozenset(block.paths))
    assert (blank.message, blank.around) == (findings[0].message, frozenset(BLANKS))


def test_a_waived_finding_stays_by_itself() -> None:
    """It counts no more, and what it says is not what the others say."""
    waiver = gd.Waiver("T3-ROW", reason="已说明", date=dt.date(2025, 3, 1))

    sums = causes(gd.check(build_report(cells={WRONG: 12}), select="T3", waivers=[waiver]))

    assert [cause.codes for cause in sums] == [("T3-ROW",), ("T3-OUTCOMES",)]


def test_sums_that_blanks_could_make_up_for_stay_apart() -> None:
    """In a form that is half filled in, each says what its blanks would have to hold: on a page and in the terminal."""
    report = gd.AnnualReport.blank(agency="示例县档案局", year=2025)
    gd.put(report, f"{SUM}.carried_over", 4)
    gd.write(report, "half.json")
    findings = gd.check(report, select="T3")

    asked = [
        "空白的「总计」列「（七）总计」、「总计」列「四、结转下年度继续办理」合计应为 4，请核对并补填。",
        "「商业企业」列「二、上年结转政府信息公开申请数量」等6格合计应为 4，请核对并补填。",
    ]
    assert [(cause.codes, cause.wrong) for cause in causes(findings)] == [
        (("T3-BALANCE",), (f"{SUM}.carried_over",)),
        (("T3-ROW",), (f"{SUM}.carried_over",)),
    ]
    page = gd.render(report, "html", findings=findings)
    terminal = call("check", "half.json", "--select", "T3", columns=500).stdout
    listed = page[page.index("<aside") :]
    assert [listed.count(words) for words in asked] == [1, 1]
    assert [terminal.count(words) for words in asked] == [1, 1]


@pytest.mark.parametrize("repair", [None, 3, {}, {"reason": "x", "cells": {}}, {"reason": {}, "cells": []}])
def test_details_of_other_checks_are_no_repairs(repair: None) -> None:
    """They may have anything there."""
    finding = gd.Finding("year", details={"repair": repair}, code="X-1")

    assert causes([finding, finding]) == (Cause((finding,)), Cause((finding,)))
    assert causes([finding])[0].around == frozenset()


def test_a_page_frames_the_wrong_cell_and_tints_the_rest_of_the_sums() -> None:
    """The cells of a sum of which nobody knows which one it is are tinted, blanks of a table as well: no sign each."""
    classes = page_of(build_report(cells=CELLS), checked()).classes

    marked = {path: given for path, given in classes.items() if given.startswith("marked")}
    assert [path for path, given in marked.items() if "around" not in given] == [WRONG]
    assert classes[WRONG] == "marked error"
    assert classes[f"{SUM}.outcomes.total"] == classes[f"{BLOCK}.total"] == "marked error part around"
    assert classes[BLANKS[0]] == "marked info part around"


def test_where_cells_in_doubt_can_be_the_reason_no_cell_is_framed() -> None:
    """There is one repair, but it says of no cell that it is wrong."""
    report = build_report(cells={WRONG: 12})
    reading = gd.Reading(report, [gd.Note("AMBIGUOUS", (WRONG,))])

    classes = page_of(report, gd.check(reading)).classes

    assert {given for given in classes.values() if "error" in given} == {"marked error part around"}


def test_a_page_lists_a_cause_once() -> None:
    """With the codes, the repair, and what each sum should be; it counts for as many findings as it is."""
    written = gd.render(build_report(cells={WRONG: 12}), "html", findings=checked({WRONG: 12}))

    listed = written[written.index("<aside") :]
    assert re.findall(r"<h3[^>]*>([^<]*)</h3>", listed) == ["错误（2）"]
    assert listed.count("<li class=") == 1
    for words in (
        "T3-ROW",
        "T3-OUTCOMES",
        "把「总计」列「（一）予以公开」改为 11，两处同时相符。",
        "（一）予以公开 · 总计等7格：11 ≠ 12",
        "（七）总计 · 总计等22格：13 ≠ 12",
        f"change {WRONG} to 11, and both sums agree",
    ):
        assert listed.count(words) == 1
    assert listed.count("依据：") == 1
    assert "2 个错误" in written


def test_a_page_counts_findings_by_their_own_severity() -> None:
    """One cause can make errors and warnings: these are counted as they are, and lead to where they are listed."""
    blank = f"{PERSON}.newly_received"
    reading = gd.Reading(build_report(cells={WRONG: 12, blank: None}), [gd.Note("CELL-UNREADABLE", (blank,), raw="1?")])
    findings = gd.check(reading, select="T3")

    written = gd.render(reading.report, "html", findings=findings, notes=reading.notes)

    assert (len(findings.errors), len(findings.warnings), len(causes(findings))) == (2, 2, 1)
    counts = re.findall(r'href="#(gd-\w+)">.*?</span>([^<]*)', written[: written.index("</header>")])
    assert counts == [("gd-error", " 2 个错误"), ("gd-error", " 2 个警告"), ("gd-note", " 1 条读取说明")]
    assert re.findall(r"<h3[^>]*>([^<]*)</h3>", written[written.index("<aside") :]) == ["错误（2）", "读取说明（1）"]


def test_the_terminal_lists_a_cause_once() -> None:
    """The repair, and below it what each sum should be."""
    gd.write(build_report(cells={WRONG: 12}), "a.json")

    printed = trimmed(call("check", "a.json", columns=120).stdout)

    assert "\n".join(printed.splitlines()[3:6]) == (
        "错误   T3-ROW        把「总计」列「（一）予以公开」改为 11，两处同时相符。\n"
        "       T3-OUTCOMES   「总计」列「（一）予以公开」等7格：11 ≠ 12\n"
        "                     「总计」列「（七）总计」等22格：13 ≠ 12"
    )


def test_the_terminal_puts_a_sign_to_the_wrong_cell_alone() -> None:
    """What is around it has its colour only; of two findings at a cell, the graver one."""
    gd.write(build_report(cells=CELLS), "a.json")

    printed = trimmed(call("show", "a.json").stdout)
    coloured_too = coloured("show", "a.json")

    assert printed.count("!") == 2  # One is in the legend.
    assert "!12" in printed
    assert "^" not in printed
    assert styles_of("!12", coloured_too) == ["1;7;31"]
    assert "31" in styles_of("11", coloured_too)


def test_excel_frames_the_cell_that_alone_can_be_wrong() -> None:
    """Each cell of table III has a rule of its own, before those of its totals; those of table IV have none."""
    sheet = workbook_of(gd.render(build_report(), "xlsx")).worksheets[0]

    framing = [
        (str(area.sqref), rule.formula[0])
        for area in sheet.conditional_formatting
        for rule in area.rules
        if rule.dxf.border is not None and rule.dxf.border.left is not None
    ]

    assert len(framing) == 175
    assert framing[0][1].startswith("AND($")
    assert all(formula.count('="不符"') in {2, 3} for _, formula in framing)


def test_diagnose_says_what_can_be_wrong() -> None:
    """For each set of sums that fail together; table II has none, and an error ends with 2."""
    gd.write(build_report(cells=CELLS), "a.json")
    gd.write(build_report(), "b.json")

    result = call("diagnose", "a.json", "b.json", "c.json")

    assert (result.exit_code, trimmed(result.stdout)) == (
        2,
        (
            "a.json\n"
            "三、收到和处理政府信息公开申请情况：2 处不符\n"
            "一处笔误，1 种可能：\n"
            "  · 把「总计」列「（一）予以公开」改为 11，两处同时相符。\n"
            "四、政府信息公开行政复议、行政诉讼情况：1 处不符\n"
            "一处笔误，5 种可能：\n"
            "  · 把「行政复议」栏「结果维持」改为 3，即相符。\n"
            "  · 把「行政复议」栏「结果纠正」改为 3，即相符。\n"
            "  · 把「行政复议」栏「其他结果」改为 3，即相符。\n"
            "  · 把「行政复议」栏「尚未审结」改为 3，即相符。\n"
            "  · 把「行政复议」栏「总计」改为 0，即相符。\n"
            "二、主动公开政府信息情况：没有勾稽关系，无从诊断。\n"
            "\n"
            "b.json\n"
            "各式相符。\n"
            "二、主动公开政府信息情况：没有勾稽关系，无从诊断。\n"
            "\n"
            "c.json\n"
            "无法读取：文件不存在\n"
            "\n"
        ),
    )


def test_diagnose_in_english_has_the_paths() -> None:
    """And ends with 1 where sums fail."""
    gd.write(build_report(cells={WRONG: 12}), "a.json")

    result = call("diagnose", "a.json", "--lang", "en")

    assert (result.exit_code, trimmed(result.stdout)) == (
        1,
        (
            "a.json\n"
            "requests: 2 sums fail together\n"
            "One slip, 1 possibility:\n"
            f"  - change {WRONG} to 11, and both sums agree\n"
            "proactive_disclosure: has no sums, so that nothing can be said of it.\n"
            "\n"
        ),
    )


def test_diagnose_writes_json() -> None:
    """A list with an object for each file."""
    report = build_report(cells={WRONG: 12})
    gd.write(report, "a.json")

    result = call("diagnose", "--json", "a.json", "c.json")

    assert (result.exit_code, json.loads(result.stdout)) == (
        2,
        [
            {"file": "a.json", "diagnosis": gd.diagnose(report).to_json(), "error": None},
            {"file": "c.json", "diagnosis": None, "error": "文件不存在"},
        ],
    )


def test_diagnose_prints_the_notes_where_sums_fail() -> None:
    """To standard error, with the name of the file: what is in doubt can be what is wrong."""
    page = gd.render(build_report(cells={WRONG: 12}), "html").replace(">12<", ">1?2<", 1)
    Path("a.html").write_text(page, encoding="utf-8")
    reading = gd.read("a.html")

    result = call("diagnose", "a.html")

    assert reading.notes
    assert [line.split("：")[0] for line in result.stderr.splitlines()] == ["a.html"] * len(reading.notes)


def test_diagnose_says_that_nothing_small_heals() -> None:
    """Three wrong cells: the sums that fail are listed, in English by their totals."""
    far = {f"{PERSON}.carried_over": 3, f"{PERSON}.outcomes.granted": 20, f"{SUM}.outcomes.refused.state_secret": 2}
    gd.write(build_report(cells={**far}), "a.json")

    printed = call("diagnose", "a.json").stdout

    assert "改正任何一格或两格，都不能使各式同时相符。\n" in printed
    assert printed.count("  · T3-") == len(gd.diagnose(build_report(cells={**far})).ailments[0].failed)
    assert "  · T3-ROW：「总计」列「1.属于国家秘密」\n" in printed
    assert f"  - T3-ROW: {SUM}.outcomes.refused.state_secret\n" in call("diagnose", "a.json", "--lang", "en").stdout


def test_diagnose_lists_the_two_cells_of_very_many_pairs() -> None:
    """Two slips that are independent have as many pairs as their equals multiplied."""
    report = _of_two_slips()
    gd.write(report, "a.json")

    chinese, english = (call("diagnose", "a.json", "--lang", language).stdout for language in ("zh", "en"))

    (pairs, one, ones, other, others) = next(iter(re.findall(_CHOICES, chinese)))
    assert (ones.count("·"), others.count("·"), int(one) * int(other)) == (int(one), int(other), int(pairs))
    assert "  · 「自然人」列「一、本年新收政府信息公开申请数量」：13 → 12\n" in ones
    assert "  · 「商业企业」列「（一）予以公开」：0 → 2\n" in others
    assert f"The one is any of these {one}:\n  - {PERSON}.newly_received: 13 → 12\n" in english
    group = gd.diagnose(report).groups[0]
    assert {tuple(repair.cells.items()) for repair in group} == set(itertools.product(*group.choices or ()))


_CHOICES = (
    r"两格有误，(\d+) 种可能：\n一格是以下 (\d+) 格之一：\n((?:  · .*\n)+)另一格是以下 (\d+) 格之一：\n((?:  · .*\n)+)"
)


def test_diagnose_lists_no_more_than_anybody_reads() -> None:
    """Of very many pairs that rest on cells in doubt, and of very many sums, the first ones and how many more."""
    report = _of_two_slips()
    for name in ("carried_over", "carried_forward"):
        gd.put(report, f"requests.legal_person.other.{name}", 77)
    Path("a.html").write_text(gd.render(report, "html").replace(">77<", ">7?7<", 1), encoding="utf-8")
    for number, cell in enumerate(gd.cells(report)):
        if cell.path.startswith("requests."):
            gd.put(report, cell.path, number)
    gd.write(report, "b.json")

    printed = call("diagnose", "a.html", "b.json").stdout

    assert re.search(r"两格有误，\d+ 种可能：\n(  · .*前提是.*\n){24}  · 另有 \d+ 种\n", printed)
    assert re.search(r"不能使各式同时相符。\n(  · T3-.*\n){24}  · 另有 \d+ 处\n", printed)


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [({"a": 1, "b": 2}, {}), ({"a": 1, "c": 2}, {}), ({"d": 1, "b": 2}, {})],
        [({"a": 1, "b": 2}, {}), ({"a": 1, "c": 2}, {}), ({"d": 1, "b": 2}, {}), ({"d": 1, "e": 2}, {})],
        [({"a": Range(1, 2), "b": 2}, {})],
        [({"a": 1}, {})],
        [({"a": 1, "b": 2}, {"c": 3})],
    ],
    ids=["none", "one is missing", "another one is there", "ranges", "no pairs", "cells in doubt"],
)
def test_pairs_that_are_not_all_those_of_two_lists_are_no_choices(
    pairs: list[tuple[dict[str, int | Range], dict[str, int | Range]]],
) -> None:
    """Nor are changes that depend on anything."""
    repairs = [Repair(2, Kind.FIGURES, cells, noted, (), Message()) for cells, noted in pairs]

    assert Group(2, tuple(repairs)).choices is None


def _of_two_slips() -> gd.AnnualReport:
    """Give a report whose totals are blank, with a slip in each of two columns."""
    cells: dict[str, CellValue] = {f"{SUM}.{name}": None for name in _rows()}
    report = build_report(cells={**cells, f"{PERSON}.newly_received": 13})
    gd.put(report, "requests.legal_person.commercial_enterprise.newly_received", 2)
    for column in (PERSON, "requests.legal_person.commercial_enterprise"):
        gd.put(report, f"{column}.outcomes.total", None)
    return report


def _rows() -> list[str]:
    """Give the outcomes below a column."""
    paths = [cell.path for cell in gd.cells(build_report()) if cell.path.startswith(f"{SUM}.")]
    return [path.removeprefix(f"{SUM}.") for path in paths]
