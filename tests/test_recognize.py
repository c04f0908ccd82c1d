"""What is no report, what is only a part of one, and what stands beside the form."""

from __future__ import annotations

import attrs
import pytest
from support.builders import OPENING, build_report
from support.printers import print_report
from support.publishing.text import (
    cell_a_line,
    cell_a_line_collapsed,
    row_a_line,
    row_a_line_collapsed,
    row_a_line_padded,
)

import govdisclosure as gd
from govdisclosure.form.blocks import Grid
from govdisclosure.form.wording import error_codes, note_codes
from govdisclosure.model.report import HEADINGS
from govdisclosure.reading.recognize import recognize
from govdisclosure.writing.compose import compose

REPORT = build_report(published=None)
PRINTED = print_report(REPORT, row_a_line)
CELLS = print_report(REPORT, cell_a_line)


def refusal(content: str | bytes) -> tuple[str, str, str]:
    """Give code and words of the error that reading ends in."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content)
    return caught.value.code, caught.value.message.zh, caught.value.message.en


@pytest.mark.parametrize(
    ("content", "code", "zh", "en"),
    [
        ("", "EMPTY", "文件为空，没有内容", "expected a report, found nothing: the content is empty"),
        (b"\xef\xbb\xbf \n", "EMPTY", "文件为空，没有内容", "expected a report, found nothing: the content is empty"),
        (
            b"\x89PNG\r\n",
            "UNSUPPORTED",
            "应为网页、Word、Excel、PDF、Markdown、文本或 JSON，实为图片，不能读取",
            "expected a web page, Word, Excel, PDF, Markdown, text or JSON, found a picture",
        ),
        (
            "x\n" * 20_001,
            "BEYOND-LIMIT",
            "文件过大或过于复杂（max_lines 超过 20000）；如确需读取，请调高 Limits 的 max_lines",
            "text: the document is beyond max_lines = 20000; raise it in its Limits to read it",
        ),
        (
            "|" * 20_001,
            "BEYOND-LIMIT",
            "文件过大或过于复杂（max_bars 超过 20000）；如确需读取，请调高 Limits 的 max_bars",
            "text: the document is beyond max_bars = 20000; raise it in its Limits to read it",
        ),
        (b"report\x00\x01", "BINARY", "应为文本，实为二进制文件", "expected text, found a binary file"),
        (
            b"\xff\xff",
            "ENCODING",
            "第0字节：应为 UTF-8、GB18030 或带字节顺序标记的 UTF-16 编码的文本",
            "byte 0: expected text in UTF-8, GB18030, or UTF-16 with a byte order mark",
        ),
        (
            "今天天气很好。\n规章 | 0 |\n",
            "NO-FORM",
            "未找到年度报告的标题和表格（如“三、收到和处理政府信息公开申请情况”）；文件中只有其他段落和表格，共 2 个",
            (
                "text: expected the headings and tables of the form, such as 三、收到和处理政府信息公开申请情况; "
                "found other paragraphs and tables (2)"
            ),
        ),
        (
            PRINTED + PRINTED,
            "TWO-FORMS",
            "第61行：应为一份报告，却有两份，第二份见“一、总体情况”",
            "text, line 61: expected one form, found two, the second at 一、总体情况",
        ),
        (
            PRINTED[: PRINTED.index("2.重复申请")],
            "BREAKS-OFF",
            (
                "文件不完整：“三、收到和处理政府信息公开申请情况”的表格中断，未找到“三、本年度办理结果 / "
                "（五）不予处理 / 2.重复申请”"
            ),
            (
                "text: the document breaks off inside the table of 三、收到和处理政府信息公开申请情况: "
                "三、本年度办理结果 / （五）不予处理 / 2.重复申请 was not found"
            ),
        ),
        (
            PRINTED[: PRINTED.index("\n五、")][:-8],
            "ROW-BREAKS-OFF",
            "第54行：文件不完整：“四、政府信息公开行政复议、行政诉讼情况”的表格末行应有 15 个数字，实有 13 个",
            (
                "text, line 54: the document breaks off inside the table of 四、政府信息公开行政复议、行政诉讼情况: "
                "expected 15 figures in its last row, found 13"
            ),
        ),
    ],
)
def test_what_is_no_report_is_refused_with_what_was_looked_for(
    content: str | bytes, code: str, zh: str, en: str
) -> None:
    """The error says in both languages what was expected, what was found, and where."""
    assert refusal(content) == (code, zh, en)


@pytest.mark.property
@pytest.mark.parametrize(
    "layout", [row_a_line, row_a_line_padded, cell_a_line, row_a_line_collapsed, cell_a_line_collapsed]
)
def test_a_text_cut_anywhere_is_never_silently_wrong(layout: object) -> None:
    """Cut after any line, a text is refused, or what it still holds is right."""
    assert callable(layout)
    lines = print_report(REPORT, layout).splitlines(keepends=True)
    truth = {cell.path: cell.value for cell in gd.cells(REPORT)}
    for end in range(len(lines)):
        try:
            reading = gd.parse("".join(lines[:end]))
        except gd.ReadError:
            continue
        assert {cell.path: cell.value for cell in gd.cells(reading.report)}.items() <= truth.items()


def test_text_in_gb18030_and_utf_16_is_read() -> None:
    """Old files are in GBK, those of some editors in UTF-16; both are told by their bytes."""
    for encoding in ("gb18030", "utf-16", "utf-8-sig"):
        assert gd.parse(PRINTED.encode(encoding)) == gd.Reading(REPORT)


def test_headings_without_tables_give_null_sections_and_notes() -> None:
    """Where tables are pictures, nothing becomes nought: the section is null, heading and prose are kept."""
    text = "\n".join([*HEADINGS.values(), "无。"]).replace(
        HEADINGS["requests"], f"{HEADINGS['requests']}\n本年收到申请 3 件。"
    )

    reading = gd.parse(text, year=2021)

    assert (reading.report.proactive_disclosure, reading.report.requests) == (None, None)
    assert [(section.heading, section.paragraphs) for section in reading.report.other_sections] == [
        (HEADINGS["proactive_disclosure"], []),
        (HEADINGS["requests"], ["本年收到申请 3 件。"]),
        (HEADINGS["review_and_litigation"], []),
    ]
    assert [(note.code, note.paths) for note in reading.notes] == [
        ("TABLE-MISSING", ("proactive_disclosure",)),
        ("TABLE-MISSING", ("requests",)),
        ("TABLE-MISSING", ("review_and_litigation",)),
    ]
    assert {"TABLE-MISSING"} == {finding.code for finding in gd.check(reading).errors}


def test_a_table_taken_out_of_our_own_document_is_missed() -> None:
    """Its heading is still there; a section that the document says is null has no note."""
    report = build_report(review_and_litigation=None)
    taken = HEADINGS["requests"]
    blocks = [block for block in compose(report) if not (isinstance(block, Grid) and block.label == taken)]

    reading = recognize(blocks)

    assert [(note.code, note.paths) for note in reading.notes] == [("TABLE-MISSING", ("requests",))]
    assert reading.report == attrs.evolve(
        report,
        requests=None,
        other_sections=[*report.other_sections, gd.OtherSection(heading=taken, paragraphs=[])],
    )


def test_tables_without_headings_are_read() -> None:
    """A table is known by its labels; narrative sections that are not there are null, with a note."""
    lines = [line for line in PRINTED.splitlines() if "|" in line]

    reading = gd.parse("\n".join(lines))

    assert [
        gd.get(reading.report, path)
        for path in ("requests.total.newly_received", "review_and_litigation.reconsideration.total")
    ] == [12, 0]
    assert [(note.code, note.paths) for note in reading.notes if note.code == "SECTION-MISSING"] == [
        ("SECTION-MISSING", ("overview",)),
        ("SECTION-MISSING", ("problems_and_improvements",)),
        ("SECTION-MISSING", ("other_matters",)),
    ]


def test_prose_beside_a_table_is_kept_as_its_notes() -> None:
    """Narrative in sections 二 to 四 stands in the notes; a label of the form on a line of its own is none."""
    printed = PRINTED.replace(
        "第二十条第（一）项 |",
        "以下为本机关数据。\n"
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n"
        "第二十条第（一）项 |",
    )

    report = gd.parse(printed).report

    assert report.proactive_disclosure is not None
    assert report.proactive_disclosure.notes == ["以下为本机关数据。"]


def test_nested_headings_that_repeat_section_names_stay_in_section_one() -> None:
    """Of several lines that could be a heading, the one next to its table is it."""
    overview = [
        "一、强化领导",
        "二、主动公开政府信息情况",
        "公开 5 条。",
        "三、收到和处理政府信息公开申请情况",
        "收到 12 件。",
    ]
    report = build_report(published=None, overview=overview)

    assert gd.parse(print_report(report, row_a_line)) == gd.Reading(report)


def test_the_name_of_section_one_inside_it_is_no_heading() -> None:
    """Of several lines that could be the heading of section 一, the first is it."""
    report = build_report(published=None, overview=["公开5条。", "（一）总体情况", "收到12件。"])

    assert gd.parse(print_report(report, row_a_line)) == gd.Reading(report)


def test_a_table_of_contents_is_none_though_a_name_is_used_again_below() -> None:
    """The name of section 一 stands in section 三 as well, and the heading of section 四 is not there."""
    body = PRINTED.replace(f"{HEADINGS['review_and_litigation']}\n", "")
    body = body.replace(f"{HEADINGS['requests']}\n", f"{HEADINGS['requests']}\n（一）总体情况\n")
    contents = "\n".join(["目录", *HEADINGS.values(), ""])

    report = gd.parse(contents + body).report

    assert (report.title, report.overview, report.other_matters) == (
        REPORT.title,
        REPORT.overview,
        REPORT.other_matters,
    )


def test_headings_alone_are_no_empty_form() -> None:
    """Where there is no table, nobody can tell that it is blank."""
    headings = [heading.replace("申请情况", "申请的情况") for heading in HEADINGS.values()]

    reading = gd.parse("\n".join(headings), year=2021)

    assert [(note.code, note.raw) for note in reading.notes] == [
        ("TABLE-MISSING", heading) for heading in headings[1:4]
    ]


def test_section_one_can_tell_the_period() -> None:
    """Where no preamble does."""
    report = build_report(published=None, preamble=[], overview=REPORT.preamble)

    assert gd.parse(print_report(report, row_a_line)) == gd.Reading(report)


def test_a_paragraph_of_our_own_that_looks_like_a_heading_is_none() -> None:
    """Its writer says what it is; what has only metadata has lost its title."""
    report = build_report(preamble=[HEADINGS["overview"]])
    blocks = compose(report)

    assert recognize(blocks) == gd.Reading(report)
    with pytest.raises(gd.ReadError) as caught:
        recognize(blocks[:1])
    assert caught.value.code == "TITLE-MISSING"


def test_sections_beyond_the_six_are_kept() -> None:
    """What follows section 六 under a heading of its own is another section."""
    others = [("七、名词解释", ["无。"]), ("附件：统计表", [])]

    report = gd.parse(PRINTED + "".join("\n".join([heading, *text, ""]) for heading, text in others)).report

    assert [(section.heading, section.paragraphs) for section in report.other_sections] == others
    assert report.other_matters == REPORT.other_matters


def test_another_table_is_kept_as_text() -> None:
    """A table that is none of the form's loses nothing: its rows are paragraphs."""
    printed = PRINTED.replace("本机关依法公开政府信息。", "渠道 | 条数 |\n网站 | 76 |\n|||\n")

    assert gd.parse(printed).report.overview == [OPENING, "渠道 | 条数", "网站 | 76"]


def test_empty_rows_between_others_are_nothing() -> None:
    """A line of bars alone is no row."""
    assert gd.parse(PRINTED.replace("行政许可 | 8 |", "|||\n行政许可 | 8 |")) == gd.Reading(REPORT)


def test_unknown_rows_with_figures_are_noted() -> None:
    """A row that the form does not have is not dropped silently."""
    printed = PRINTED.replace("行政许可 | 8 |", "本地自设事项 | 8 |\n行政许可 | 8 |")

    reading = gd.parse(printed)

    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("UNPLACED", (), "本地自设事项 | 8")]


def test_missing_and_repeated_rows_are_noted() -> None:
    """A row that is not there is blank; of one that stands there twice the first is taken, and both are noted."""
    printed = PRINTED.replace("行政许可 | 8 |\n", "").replace("行政处罚 | 2 |", "行政处罚 | 2 |\n行政处罚 | 3 |")

    reading = gd.parse(printed)

    assert [(note.code, note.paths) for note in reading.notes] == [
        ("UNPLACED", ("proactive_disclosure.licensing.decisions",)),
        ("UNPLACED", ("proactive_disclosure.penalties.decisions",)),
    ]
    assert gd.get(reading.report, "proactive_disclosure.licensing.decisions") is None
    assert gd.get(reading.report, "proactive_disclosure.penalties.decisions") == 2


def test_surplus_cells_are_not_guessed() -> None:
    """Three numbers where the form has one cell: the cell is blank, the row is in the note."""
    for printed in (
        PRINTED.replace("行政处罚 | 2 |", "行政处罚 | 2 | 0 | 0 |"),
        CELLS.replace("行政处罚 |\n2 |", "行政处罚 |\n2 |\n0 |\n0 |"),
    ):
        reading = gd.parse(printed)

        assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
            ("UNPLACED", ("proactive_disclosure.penalties.decisions",), "行政处罚 | 2 | 0 | 0")
        ]
        assert gd.get(reading.report, "proactive_disclosure.penalties.decisions") is None


def noted(content: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give the codes and paths of the notes of a reading."""
    return [(note.code, note.paths) for note in gd.parse(content).notes]


RULES = tuple(f"proactive_disclosure.rules.{name}" for name in ("issued", "repealed", "in_force"))


def test_a_label_that_lost_its_cells_is_noted() -> None:
    """A label with nothing beside it is no blank row; figures that stand elsewhere are noted as well."""
    assert noted(PRINTED.replace("规章 | 0 | 0 | 0 |", "规章 |\n0 | 0 | 0 |")) == [
        ("UNPLACED", RULES),
        ("UNPLACED", RULES),
    ]
    assert noted(PRINTED.replace("行政许可 | 8 |", "8 | 行政许可 |")) == [
        ("UNPLACED", ("proactive_disclosure.licensing.decisions",))
    ]


def test_one_line_of_another_layout_does_not_change_that_of_the_table() -> None:
    """Two header cells on one line leave a table a cell a line."""
    assert gd.parse(CELLS.replace("信息内容 |\n本年制发件数 |", "信息内容 | 本年制发件数 |", 1)) == gd.Reading(REPORT)
    assert gd.parse(CELLS.replace("行政许可 |\n8 |\n||", "行政许可 |\n8 |||")) == gd.Reading(REPORT)


def test_figures_behind_the_padding_are_those_of_a_lost_label() -> None:
    """A row that is filled up has ended: what follows without a label is the row that is missing there, with a note."""
    report = build_report(published=None, cells=dict.fromkeys(RULES))
    printed = print_report(report, cell_a_line_collapsed).replace("行政规范性文件 |\n", "")

    reading = gd.parse(printed)

    assert reading.report == report
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("LABEL-ODD", tuple(path.replace("rules", "normative_documents") for path in RULES), "2 | 0 | 4")
    ]


def test_figures_of_two_lost_labels_are_not_guessed() -> None:
    """Where one row of figures stands for two that are missing, nothing is filled in."""
    printed = PRINTED.replace("行政许可 | 8 |\n", "").replace("行政处罚 | 2 |", "2 |")

    assert noted(printed) == [
        ("UNPLACED", ("proactive_disclosure.licensing.decisions",)),
        ("UNPLACED", ("proactive_disclosure.penalties.decisions",)),
        ("UNPLACED", ()),
    ]


def test_a_table_cut_in_two_by_a_page_is_one_table() -> None:
    """The number of a page between the rows of a table is noise."""
    for cut in ("（七）总计 |\n", "2.重复申请 |\n", "总计 |\n|||||\n"):
        place = CELLS.rindex(cut) + len(cut)
        assert gd.parse(f"{CELLS[:place]}- 5 -\n{CELLS[place:]}") == gd.Reading(REPORT)


def test_figures_beside_a_label_that_has_none_are_noted() -> None:
    """The form has no figures beside a group; they are in a note."""
    printed = PRINTED.replace("（三）不予公开 | 1.", "（三）不予公开 | 9 | 9 |\n（三）不予公开 | 1.")

    assert [(note.code, note.raw) for note in gd.parse(printed).notes] == [("UNPLACED", "（三）不予公开 | 9 | 9")]


def test_the_unit_in_the_header_counts() -> None:
    """Fees in 元 where the form wants 万元 are not taken; in 采购总金额 the unit of the header is kept."""
    printed = PRINTED.replace("（单位：万元）", "（单位：元）").replace("收费 | 0 |", "收费 | 403172 |")
    old = print_report(build_report(year=2020, published=None), row_a_line)

    assert noted(printed) == [("CELL-UNREADABLE", ("proactive_disclosure.fees.amount",))]
    report = gd.parse(old.replace("采购总金额", "采购总金额（万元）").replace("96171.6元", "9.6")).report
    assert str(gd.get(report, "proactive_disclosure.procurement.amount")) == "9.6万元"


def test_bars_without_blanks_between_them_are_no_cells() -> None:
    """Where cells stand between blanks, a run of bars fills a row up."""
    printed = PRINTED.replace("（一）予以公开 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |", "（一）予以公开 | 11 | 11 ||||||")

    assert [(note.code, len(note.paths)) for note in gd.parse(printed).notes] == [("INFERRED", 7)]


def test_what_a_page_puts_around_the_tables_is_no_second_form() -> None:
    """A menu of the site, a damaged header and a remark below the figures leave one form."""
    menu = "首页 |\n规章 |\n行政规范性文件 |\n行政许可 |\n行政处罚 |\n"

    assert gd.parse(menu + PRINTED).report == REPORT
    assert gd.get(gd.parse(PRINTED + menu).report, "proactive_disclosure.licensing.decisions") == 8
    assert gd.parse(CELLS.replace("尚未审结 |", "尚未 |")).report == REPORT
    remarked = gd.parse(PRINTED.replace("\n五、", "\n备注：数据以年报为准 |\n五、"))
    assert remarked.exact
    assert remarked.report.review_and_litigation is not None
    assert remarked.report.review_and_litigation.notes == ["备注：数据以年报为准"]


def test_labels_in_the_narrative_are_narrative() -> None:
    """A paragraph that is a word of the form is dropped only beside a table."""
    overview = ["行政许可", "办理8件。", "规章"]

    assert (
        gd.parse(print_report(build_report(published=None, overview=overview), row_a_line)).report.overview == overview
    )


def test_a_table_of_contents_is_none_of_the_headings() -> None:
    """Headings one below the other that come again are a table of contents."""
    contents = "\n".join(["目录", *HEADINGS.values(), ""])

    report = gd.parse(contents + PRINTED).report

    assert (report.title, report.overview) == (REPORT.title, REPORT.overview)


def test_odd_labels_are_recognised_and_noted() -> None:
    """A label with a remark or with lost characters still names its row; only the latter could be another's."""
    printed = PRINTED.replace("规章 |", "规章(县级无此项) |").replace("7.属于行政执法案卷", "7.属于行政执法卷")

    reading = gd.parse(printed)

    assert [(note.code, len(note.paths), note.raw) for note in reading.notes] == [
        ("LABEL-ODD", 0, "规章(县级无此项)"),
        ("LABEL-ODD", 7, "7.属于行政执法卷"),
    ]
    assert reading.report == REPORT


def test_unreadable_cells_of_a_row_that_lost_its_blanks_are_not_placed() -> None:
    """A row with fewer figures than columns, one of them no figure, is left blank."""
    printed = PRINTED.replace("（一）予以公开 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |", "（一）予以公开 | 11 | 约11 |")

    reading = gd.parse(printed)

    assert [(note.code, len(note.paths), note.raw) for note in reading.notes] == [
        ("UNPLACED", 7, "（一）予以公开 | 11 | 约11")
    ]


def test_figures_that_no_placement_fits_are_not_placed() -> None:
    """Two figures of which neither can be part or total of the other, beside stated columns, are left blank."""
    printed = PRINTED.replace("（一）予以公开 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |", "（一）予以公开 | 99 | 98 |")

    reading = gd.parse(printed)

    assert [(note.code, len(note.paths), note.raw) for note in reading.notes] == [
        ("UNPLACED", 7, "（一）予以公开 | 99 | 98")
    ]
    assert gd.get(reading.report, "requests.total.outcomes.granted") is None


def test_notes_and_errors_are_worded_in_both_languages() -> None:
    """Every code has words, and no two share a code."""
    assert len(set(note_codes())) == len(note_codes())
    assert not set(note_codes()) & set(error_codes())


@pytest.mark.parametrize("last", ["现行有效件数", "规章 | 0", "（五）项", "商业企业 |"])
def test_a_document_that_ends_with_the_first_labels_of_a_table_breaks_off(last: str) -> None:
    """Though they are too few for a table of the form."""
    code, *_ = refusal(PRINTED[: PRINTED.index(last) + len(last)])

    assert code == "BREAKS-OFF"


def test_a_document_that_ends_with_a_heading_of_a_table_lacks_the_table() -> None:
    """So does one with a single label below it, which a sentence can be."""
    heading = HEADINGS["proactive_disclosure"]
    content = PRINTED[: PRINTED.index(heading)]

    for below in ("", "第二十条第（一）项", "见附表。\n本年无。"):
        reading = gd.parse(f"{content}{heading}\n{below}")
        missing = {note.paths for note in reading.notes if note.code == "TABLE-MISSING"}
        assert ("proactive_disclosure",) in missing


def test_a_document_that_ends_with_two_labels_on_lines_of_their_own_breaks_off() -> None:
    """Two are too few for a table, and more than a sentence says."""
    heading = HEADINGS["proactive_disclosure"]
    content = PRINTED[: PRINTED.index(heading)]

    assert refusal(f"{content}{heading}\n第二十条第（一）项\n信息内容\n") == (
        "BREAKS-OFF",
        f"文件不完整：“{heading}”的表格中断，未找到“行政事业性收费”",
        f"text: the document breaks off inside the table of {heading}: 行政事业性收费 was not found",
    )
