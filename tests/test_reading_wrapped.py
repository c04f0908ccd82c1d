"""The narrative of a text whose lines break in the middle of sentences, as the text of a PDF page has them."""

from __future__ import annotations

import pytest

import govdisclosure as gd

TITLE = "示例县水利局2023年政府信息公开工作年度报告"


def overview(*lines: str) -> list[str] | None:
    """Give section 一 of a text with these lines."""
    text = "\n".join(
        [TITLE, "一、总体情况", *lines, "五、存在的主要问题及改进情况", "无。", "六、其他需要报告的事项", "无。"]
    )
    return gd.parse(text, format="text").report.overview


@pytest.mark.parametrize(
    "lines",
    [
        ["2023年，共收到政府信息公开申请8件，结转下年度继续", "办理4件。"],
        ["本机关共收到政府信息公开申请1", "2件。"],
        ["全年主动公开政府信息1", ".5万条。"],
        [
            "2023年，我局共收到政府信息公开申请",
            "46件，均已在规定期限内答复，无一引起行政复议或者行政诉讼，申请人表示满意。",
        ],
        ["本机关收到申请", "，均已答复", "。"],
        ["本机关收到申请，", "均已答复。"],
        ["办理情况。收到政府信息公开申请12件，其中", "部分公开的", "3件。"],
        ["一是认识不到位，公开的时效", "性不足。"],
        # No wider, though figures are more characters
        ["全年主动公开政府信息12条，其中新闻发布会", "于2023-03-01、2023-06-01、2023-09-01召开。"],
        # As many characters, though they are wider than figures
        ["办结35件，较2022年的30件增长16.7%；加上", "上年结转，全年办理的共有四十八件，均已办理"],
    ],
)
def test_lines_of_which_one_goes_on_in_the_next_are_one_paragraph(lines: list[str]) -> None:
    """What it ends with, what the next begins with, or what stands before, says that the sentence goes on."""
    assert overview(*lines) == ["".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ["（一）依申请公开", "收到政府信息公开申请12件。"],
        ["加强领导，落实责任", "2023年，收到政府信息公开申请12件。"],
        ["收到政府信息公开申请12件。", "结转下年度继续办理4件。"],
        ["收到政府信息公开申请12件", "予以公开8件", "部分公开4件"],
        ["收到申请12件，办理情况如下", "（一）予以公开", "1.信访，", "①公开，", "第一类，", "一、公开"],
        ["收到申请12件，答复的情况", "2023年，全年的政府信息公开申请都在期限内办结，无一引起行政复议或者行政诉讼。"],
        ["收到申请12件，" + "均在期限内答复" * 7, "下一步加强培训。"],
        ["收到申请12件，均已答复。", "依申请公开", "及时答复"],
        ["联系电话0123", "4567"],
        ["见附表3", "收到政府信息公开申请12件。"],
        ["2023年，收到申请，", "", "均已答复。"],
    ],
)
def test_other_lines_are_paragraphs(lines: list[str]) -> None:
    """Headings, items, lists, what ends as a sentence does, whole paragraphs without a mark, and what is set apart."""
    assert overview(*lines) == [line for line in lines if line]


def test_a_figure_in_a_broken_sentence_is_what_the_whole_sentence_says_it_is() -> None:
    """办理4件 on a line of its own is not what was concluded, but what was carried forward."""
    report = gd.AnnualReport.blank(agency="示例县水利局", year=2023)
    assert report.requests is not None
    report.requests.total.outcomes.total, report.requests.total.carried_forward = 44, 4
    text = gd.render(report, "text").split("\n\n", 1)[1]
    broken = "2023年，我局办结政府信息公开申请44件，结转下年度继续\n办理4件。\n"
    text = text.replace("一、总体情况\n", "一、总体情况\n" + broken)
    read = gd.parse(text, format="text").report

    assert read.overview == ["2023年，我局办结政府信息公开申请44件，结转下年度继续办理4件。"]
    assert [each.code for each in gd.check(read) if each.code.startswith("TEXT-")] == []


@pytest.mark.parametrize("again", ["", "三、收到和处理政府信息公开申请情况\n"])
def test_lines_beside_a_table_are_as_they_are(again: str) -> None:
    """They can be rows that are lost, also below the heading once more."""
    text = gd.render(gd.AnnualReport.blank(agency="示例县水利局", year=2023), "text").split("\n\n", 1)[1]
    read = gd.parse(
        text.replace("\n四、政府", f"\n{again}收到申请12件，\n均已答复。\n四、政府"), format="text", allow_blank=True
    ).report
    assert read.requests is not None
    beside = [read.requests.notes, *(other.paragraphs for other in read.other_sections)]

    assert [lines for lines in beside if lines] == [["收到申请12件，", "均已答复。"]]


def test_paragraphs_of_a_page_are_as_they_are() -> None:
    """Only a text can have lost where its paragraphs end."""
    headings = "".join(
        f"<p>{heading}</p>" for heading in ("五、存在的主要问题及改进情况", "无。", "六、其他需要报告的事项")
    )
    page = f"<h1>{TITLE}</h1><p>一、总体情况</p><p>收到申请12件，</p><p>均已答复。</p>{headings}<p>无。</p>"

    assert gd.parse(page, format="html").report.overview == ["收到申请12件，", "均已答复。"]
