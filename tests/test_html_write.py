"""Writing web pages: the form, with findings and notes on it, and nothing that a text in it could do to the page."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.pages import Page, printed

import govdisclosure as gd
from govdisclosure import testing
from govdisclosure.form.blocks import Block, Grid, GridCell, MetadataBlock, Paragraph, Role
from govdisclosure.formats.html._style import STYLE
from govdisclosure.model.findings import Finding, Quote, Severity
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Note, Source
from govdisclosure.model.report import SECTIONS, OtherSection
from govdisclosure.model.waivers import Waiver
from govdisclosure.writing.compose import compose

_TOTAL = "requests.total.newly_received"
_RESULTS = ("upheld", "corrected", "other", "pending", "total")
_HOSTILE = "<script>alert(1)</script>&lt;\"'=cmd()|' /C calc'!A0</style>-->]]>\u202e\u2066倒"


def page(
    report: gd.AnnualReport, findings: list[Finding] | gd.Findings | None = None, notes: tuple[Note, ...] = ()
) -> Page:
    """Write a report as a page, and take it apart."""
    return Page(gd.render(report, "html", findings=findings, notes=notes))


def finding(*paths: str, severity: Severity = Severity.ERROR, quote: Quote | None = None, **values: object) -> Finding:
    """Give a finding of a code of our own."""
    return Finding(paths, code="X-1", severity=severity, message=Message("错", "wrong"), quote=quote, **values)  # type: ignore[arg-type]


@given(testing.reports())
def test_the_page_holds_the_blocks_of_the_report_and_nothing_else(report: gd.AnnualReport) -> None:
    """By the contract that the reader goes by; without a check, nothing stands beside the form but captions."""
    shown = page(report)

    assert shown.blocks == printed(report)
    captions = [block.label for block in compose(report) if isinstance(block, Grid)]
    assert [text for text in shown.beside if text != "未命名的报告"] == captions


@given(testing.reports(), st.data())
def test_findings_and_notes_change_nothing_in_the_report(report: gd.AnnualReport, data: st.DataObject) -> None:
    """Whatever is shown on a page, its blocks stay; every address in it is there, every id only once."""
    paths = [cell.path for cell in gd.cells(report)] or ["title"]
    notes = tuple(
        Note("AMBIGUOUS", data.draw(st.lists(st.sampled_from(paths))), Message("疑", "doubt"), raw=_HOSTILE)
        for _ in range(2)
    )

    shown = page(report, gd.check(report), notes)

    assert shown.blocks == printed(report)
    assert len(set(shown.ids)) == len(shown.ids)
    assert {unquote(link) for link in shown.links} <= {f"#{name}" for name in shown.ids}


def test_a_cell_says_whether_it_is_stated_blank_or_not_applicable() -> None:
    """Nought is stated."""
    report = build_report(cells={"requests.total.carried_over": None, "requests.total.carried_forward": gd.NA})

    states = page(report).states

    assert states["requests.total.newly_received"] == "stated"
    assert states["requests.natural_person.carried_over"] == "stated"
    assert states["requests.total.carried_over"] == "blank"
    assert states["requests.total.carried_forward"] == "na"
    assert list(states) == [
        cell.path
        for grid in compose(report)
        if isinstance(grid, Grid)
        for row in grid.rows
        for cell in row
        if cell.path
    ]


def test_sections_and_paragraphs_have_their_paths_as_ids() -> None:
    """As a finding names them."""
    table = build_report().requests
    assert table is not None
    table.notes = ["注"]
    report = build_report(requests=table, other_sections=[OtherSection(heading="七、附件", paragraphs=["无"])])

    ids = [name for name in page(report).ids if name.count(".") < 2 or "paragraphs" in name]

    assert ids == [
        *("title", "preamble[0]", "overview", "overview[0]", "overview[1]", "proactive_disclosure"),
        *("requests", "requests.notes[0]", "review_and_litigation", "problems_and_improvements"),
        *("problems_and_improvements[0]", "other_matters", "other_matters[0]"),
        *("other_sections[0]", "other_sections[0].paragraphs[0]", "published"),
    ]


@pytest.mark.parametrize("text", [_HOSTILE, "=cmd()|' /C calc'!A0", "字" * 100_000, " \t前后有空 ", "&amp;nbsp;"])
def test_hostile_text_is_text(text: str) -> None:
    """In title, narrative, agency, headings, findings, notes and waivers: no element comes of it, none is lost."""
    report = build_report(
        title=text,
        agency=gd.Agency(name=text),
        overview=[text, f"甲{text}"],
        other_sections=[OtherSection(heading=f"附件{text}", paragraphs=[text])],
    )
    waiver = Waiver("X-1", reason=text)
    findings = [
        finding(_TOTAL, expected=text, actual=text, law=text, details={"proved": {_TOTAL: text, text: text}}),
        finding(text, quote=Quote("overview[1]", 0, 3, text), waived=waiver),
        Finding([_TOTAL], code=text, message=Message(text, text)),
    ]
    notes = (Note(text, [_TOTAL, text], Message(text, text), raw=f"{text}原", source=Source(table=1, row=2, column=3)),)
    harmless = page(
        build_report(overview=["甲", "乙"], other_sections=[OtherSection(heading="附件", paragraphs=["丙"])])
    )

    written = gd.render(report, "html", findings=findings, notes=notes)

    shown = Page(written)
    assert shown.blocks == printed(report)
    assert shown.tags - {"a", "header", "aside", "details", "summary", "strong", "b", "code", "bdi", "mark"} <= (
        harmless.tags | {"span", "ul", "ol", "li", "h3", "label", "input", "div"}
    )
    assert sum(part.count(text) for part in shown.beside) > 10
    assert "<script" not in written


def test_marks_of_direction_stay_where_they_are() -> None:
    """What comes from a source stands in an element that isolates it, and the title of the window has none of them."""
    written = gd.render(build_report(title="\u202e甲\u2066"), "html", notes=(Note("\u202e", (), Message("\u202e乙")),))

    assert "<title>甲</title>" in written
    assert "<bdi>\u202e</bdi>" in written
    assert '<bdi class="message">\u202e乙</bdi>' in written


def test_control_characters_of_a_finding_are_left_out() -> None:
    """A check of one's own can say anything; a page cannot hold it."""
    odd = Finding([_TOTAL], code="X\x00", message=Message("甲\ud800", "a\x1b"), law="\ufdd0")

    written = gd.render(build_report(), "html", findings=[odd])

    assert written.encode()
    assert not set(written) & set("\x00\x1b\ud800\ufdd0")


def test_a_page_needs_nothing_else() -> None:
    """No script, no address but in the page itself; the style sheet cannot end its element."""
    report = build_report(cells={_TOTAL: 13})

    written = gd.render(report, "html", findings=gd.check(report))

    assert not re.search(r"<script|<link|<img|<iframe|\ssrc=|\son\w+=|https?:|@import|url\(", written)
    assert all(link.startswith("#") for link in Page(written).links)
    assert "</" not in STYLE
    assert "&" not in STYLE


def test_the_head_holds_what_the_reader_needs_first() -> None:
    """The mark of our writer, then the other values, each as JSON under its name, in their order."""
    report = build_report(published=dt.date(2022, 1, 5))
    metadata = compose(report)[0]
    assert isinstance(metadata, MetadataBlock)

    written = gd.render(report, "html")

    names = re.findall(r'<meta name="govdisclosure(?::([^"]*))?"', written)
    assert written.startswith(
        '<!DOCTYPE html>\n<html lang="zh-CN"><head>\n<meta charset="utf-8">\n'
        '<meta name="govdisclosure" content="&quot;1&quot;">\n'
    )
    assert names == ["", *list(metadata.values)[1:]]


def test_a_report_without_a_title_has_one_for_people_only() -> None:
    """Of the window and of the page, which is read out; it is no part of the report."""
    written = gd.render(build_report(title=None), "html")

    assert "<title>未命名的报告</title>" in written
    assert '<h1 class="hidden" data-part>未命名的报告</h1>' in written


def test_a_page_without_a_check_says_nothing_of_one() -> None:
    """An office publishes it as it is."""
    assert not page(build_report()).tags & {"aside", "header", "mark"}


def test_a_check_without_findings_says_so() -> None:
    """In the summary and in the list."""
    assert page(build_report(), []).beside[:2] == ["跳到问题清单", "检查结果未发现问题"]
    assert page(build_report(), []).beside[-1] == "问题清单 显示英文 English未发现问题"
    assert "检查结果未发现错误和警告 1 条提示" in page(build_report(), [finding(_TOTAL, severity=Severity.INFO)]).beside


def test_notes_alone_are_no_check() -> None:
    """The summary counts them and says nothing of findings."""
    assert "检查结果 1 条读取说明" in page(build_report(), None, (Note("YEAR-MISSING"),)).beside


def test_the_summary_counts_by_severity_and_names_what_is_proved() -> None:
    """Blank totals and other blanks for which the other figures leave one value."""
    report = build_report(
        cells={"requests.total.outcomes.total": None, "requests.legal_person.other.carried_over": None}
    )
    waived = finding(_TOTAL, waived=Waiver("X-1", reason="已更正"))
    proved = finding(_TOTAL, severity=Severity.WARNING, details={"proved": {"requests.total.carried_over": 0, "x": 1}})

    summary = page(report, [*gd.check(report), waived, proved], (Note("AMBIGUOUS"),)).beside[1]

    assert summary == (
        "检查结果 1 个错误 1 个警告 1 条提示 1 条读取说明 1 个已豁免由表内其他数字可以确定的空白 2 格"
        "（七）总计 · 总计 应填 12二、上年结转政府信息公开申请数量 · 总计 应填 0"
    )


def test_a_cell_says_what_is_wrong_with_it() -> None:
    """Severity, code, message, what was expected, the law, the waiver, the note and its source; the gravest first."""
    findings = [
        finding(_TOTAL, waived=Waiver("X-1", reason="已更正", date=dt.date(2025, 3, 1))),
        finding(_TOTAL, waived=Waiver("X-1", reason="已说明")),
        finding(_TOTAL, expected=0),
        finding(_TOTAL, severity=Severity.WARNING, expected=12, actual=13, law="Art. 50"),
        finding(_TOTAL, severity=Severity.INFO, law="《立法法》Art. 91, 93"),
    ]
    notes = (
        Note("AMBIGUOUS", [_TOTAL], Message("疑", "doubt"), raw="9 9", source=Source(line=7)),
        Note("AMBIGUOUS", [_TOTAL], Message("疑：9 9", "doubt"), raw="9 9"),
    )

    assert page(build_report(), findings, notes).beside[5] == (
        " 错误 X-1错应为 0 警告 X-1错应为 12，实为 13依据：《政府信息公开条例》第50条"
        " 提示 X-1错依据：《立法法》第91条、第93条"
        " 读取说明 AMBIGUOUS疑原文：9 9原件第7行 读取说明 AMBIGUOUS疑：9 9"
        " 已豁免 X-1错已豁免：已更正（2025-03-01） 已豁免 X-1错已豁免：已说明"
    )


def test_of_very_many_findings_at_a_cell_the_first_are_shown_there() -> None:
    """Thousands of them make no page of millions of elements; the list has them all."""
    findings = [finding(_TOTAL, expected=number) for number in range(60)]

    written = gd.render(build_report(), "html", findings=findings)
    tip = written.partition(f'id="gd-at-{_TOTAL}"')[2].partition("</td>")[0]

    assert [f"应为 {number}<" in tip for number in (0, 49, 50, 59)] == [True, True, False, False]
    assert "另有 10 条，见问题清单" in tip
    assert "应为 59<" in written.partition('id="gd-list"')[2]


def test_cells_are_marked_by_the_gravest_finding_and_by_notes() -> None:
    """A cell that a finding names first is marked more strongly than the others of its formula."""
    cells = ["natural_person", "legal_person.other", "total", "legal_person.research_institution"]
    a, b, c, d = (f"requests.{cell}.carried_over" for cell in cells)
    findings = [finding(a, b), finding(b, c, severity=Severity.WARNING), finding(c, waived=Waiver("X-1", reason="-"))]

    classes = page(build_report(), findings, (Note("AMBIGUOUS", [c, d]),)).classes

    assert [classes[path] for path in (a, b, c, d)] == [
        "marked error",
        "marked error part",
        "marked warning part noted",
        "marked noted",
    ]


def test_the_list_is_ordered_by_gravity_and_links_to_the_places() -> None:
    """Of many places the first seven; the words in English stand beside those in Chinese."""
    row = [cell.path for cell in gd.cells(build_report()) if cell.path.startswith("requests.total")]

    written = gd.render(build_report(), "html", findings=[finding("overview", severity=Severity.INFO), finding(*row)])

    listed = written[written.index("<aside") :]
    assert re.findall(r'<a href="#([^"]*)">', listed) == [*row[:7], "overview"]
    assert re.findall(r"<h3[^>]*>([^<]*)</h3>", listed) == ["错误（1）", "提示（1）"]
    assert f"<li>等 {len(row)} 处</li>" in listed
    assert listed.count('<bdi lang="en" class="message">wrong</bdi>') == 2


def test_cells_are_named_by_the_labels_beside_and_above_them() -> None:
    """Long labels are cut; what stands over all figures alike is left out."""
    paths = {
        "proactive_disclosure.rules.issued": "规章 · 本年制发件数",
        "proactive_disclosure.fees.amount": "行政事业性收费 · 本年收费金额（单位：万元）",
        "requests.natural_person.outcomes.partially_granted": "（二）部分公开（区分处理的，只… · 自然人",
        "requests.legal_person.other.outcomes.total": "（七）总计 · 法人或其他组织 · 其他",
        "review_and_litigation.reconsideration.upheld": "行政复议 · 结果维持",
        "review_and_litigation.litigation.after_reconsideration.total": "复议后起诉 · 总计",
        "overview": "一、总体情况",
        "overview[1]": "一、总体情况第2段",
        "preamble[0]": "第1段",
        "title": "标题",
    }

    written = gd.render(build_report(), "html", findings=[finding(path) for path in paths])

    assert re.findall(r'<ul class="links"><li><a href="[^"]*">([^<]*)', written) == list(paths.values())


@pytest.mark.parametrize(
    ("path", "places"),
    [
        ("agency", ["title"]),
        ("", ["title"]),
        ("nonsense[0].x", ["title"]),
        ("overview[99]", ["overview"]),
        ("overview[0].nonsense", ["overview[0]"]),
        ("requests.total.nonsense", ["requests"]),
        (
            "review_and_litigation.reconsideration",
            [
                f"review_and_litigation.reconsideration.{name}"
                for name in ("upheld", "corrected", "other", "pending", "total")
            ],
        ),
    ],
)
def test_a_finding_has_a_place_on_the_page(path: str, places: list[str]) -> None:
    """Its own, those below it, or the nearest around it."""
    written = gd.render(build_report(), "html", findings=[finding(path)])

    listed = written[written.index("<aside") :]
    assert [unquote(link) for link in re.findall(r'<a href="#([^"]*)">', listed)] == places


def test_without_a_title_what_is_about_the_whole_report_has_no_place() -> None:
    """It stands in the list, without a link."""
    written = gd.render(build_report(title=None), "html", findings=[finding("agency")])

    assert "<a " not in written[written.index("<aside") :]
    assert "错误（1）" in written


def test_a_missing_section_is_shown_where_it_should_stand() -> None:
    """A finding on it, or on a cell of its table, links there; it is no part of the report."""
    missing = ("overview", "requests", "other_matters")
    report = build_report(other_sections=[OtherSection(heading="附件", paragraphs=[])])
    for section in missing:
        setattr(report, section, None)

    written = gd.render(report, "html", findings=[*(finding(name) for name in missing), finding(_TOTAL)])

    order = re.findall(r'<(?:section|div) id="([a-z_\[\]0-9]+)"', written)
    assert order == [*SECTIONS, "other_sections[0]"]
    assert '<p class="missing">（缺）三、收到和处理政府信息公开申请情况</p>' in written
    assert Page(written).blocks == printed(report)
    assert written.count('href="#requests"') == 2


def test_a_last_section_that_is_missing_is_shown_at_the_end() -> None:
    """Where nothing comes after it."""
    report = build_report(other_matters=None)

    shown = page(report, gd.check(report))

    assert [name for name in shown.ids if name in SECTIONS] == list(SECTIONS)


def test_quoted_words_are_marked() -> None:
    """Those of two findings too; where they overlap, by the graver; words that are not there mark nothing."""
    quotes = [
        finding(_TOTAL, severity=Severity.WARNING, quote=Quote("overview[1]", 0, 6, "")),
        finding("overview[0]", quote=Quote("overview[1]", 4, 8, "")),
        finding(_TOTAL, quote=Quote("overview[1]", 11, 99, "")),
        finding(_TOTAL, quote=Quote("overview[0]", -9, -1, "")),
        finding("overview[1]"),
    ]

    shown = page(build_report(), quotes, (Note("AMBIGUOUS", ["overview[1]"]),))

    assert shown.marked == [("本机关依", "warning"), ("法公开政", "error"), ("。", "error")]
    assert shown.classes["overview[1]"] == "marked error noted"
    assert shown.blocks == printed(build_report())


def test_a_message_on_a_paragraph_or_section_stands_below_it() -> None:
    """It is in sight, for there is room; a heading that is marked has its section as its place."""
    shown = page(build_report(), [finding("overview"), finding("overview[0]", severity=Severity.WARNING)])

    assert [text for text in shown.beside if "X-1错" in text][:2] == [" 错误 X-1错", " 警告 X-1错"]


def test_a_paragraph_that_brings_its_own_indent_gets_no_other() -> None:
    """It begins with blanks of its own; with a finding, it has both classes."""
    report = build_report(overview=["　　甲", "　　乙", "丙"])

    written = gd.render(report, "html", findings=[finding("overview[1]")])

    classes = Page(written).classes
    assert [classes[f"overview[{at}]"] for at in range(3)] == ["own-indent", "marked error own-indent", ""]
    assert 'class=""' not in written


def test_a_number_in_the_title_stays_with_the_word_after_it() -> None:
    """A line of the title does not begin with 年."""
    assert '县<span class="together">2024年</span>报告<' in gd.render(build_report(title="县2024年报告"), "html")
    title = f"示例县统计局（示例县普查办）2024年报告（{'甲' * 11}）"
    kept = '局<span class="together">（示例县普查办）</span><span class="together">2024年</span>报告（甲'
    assert kept in gd.render(build_report(title=title), "html")


def test_rows_are_grouped_as_the_form_groups_them() -> None:
    """Column heads of tables III and IV are repeated on each page; table II has some further down."""
    written = gd.render(build_report(), "html")

    two, three, four = re.findall(r"<table.*?</table>", written, re.DOTALL)
    assert [(part.count("<thead>"), part.count("<tbody>")) for part in (two, three, four)] == [(0, 4), (1, 1), (1, 1)]
    assert re.findall(r'<th scope="(\w+)"[^>]*>(?:申请人情况|一、本年新收)', three) == ["col", "row"]


def test_labels_without_figures_are_a_table_too() -> None:
    """As any blocks are, that are no report; a heading, too, that is no section of one."""
    from govdisclosure.formats.html.write import write  # noqa: PLC0415 - the tests go by the face otherwise

    blocks: list[Block] = [
        Paragraph("甲", Role.HEADING),
        Grid(((GridCell("乙"),),)),
        Paragraph("丙", Role.TEXT),
        Grid(()),
    ]

    assert Page(write(blocks)).blocks == [MetadataBlock({}), *blocks]
    assert Page(write(blocks, findings=(finding("requests"),))).blocks == [MetadataBlock({}), *blocks]
