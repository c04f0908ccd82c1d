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
        ["2023年，本机关共收到政府信息公开申请1", "2件，均已在规定的期限内办结。"],
        ["2023年，本机关主动公开的政府信息共计1", ".5万条。"],
        ["2023年，本机关收到申请，均在规定的期限内", "，均已答复。"],
        ["2023年，本机关收到的政府信息公开申请12件", "；均已答复。"],
        ["一是认识不到位，公开的时效有待提高，公开的质量", "有待提高。"],
        ["认识不到位。公开的时效有待提高，公开的质量", "有待提高。"],
        ["办结8件；在规定的期限之内答复的申请共有", "8件，延期之后再答复的申请没有，均按照规定", "办理。"],
        # As many characters, though figures are narrower
        [
            "收到申请12件，2022年35件，2021年30件，较",
            "上年均有增长，全年办理的申请均已在规定的期限内办结，",
            "无结转。",
        ],
        # As wide, though figures are more characters
        ["收到政府信息公开申请12件，其中在新闻发布会", "于2023-03-01、2023-06-01、2023-09-01召开。"],
    ],
)
def test_lines_of_which_one_goes_on_in_the_next_are_one_paragraph(lines: list[str]) -> None:
    """A line as wide as the others are, with what no heading has, goes on in the next until a sentence ends."""
    assert overview(*lines) == ["".join(lines)]


FULL = "2023年，我局收到政府信息公开申请，依法办理"


@pytest.mark.parametrize(
    "lines",
    [
        # No line is so wide as one that has no room for more
        ["收到申请：1406", "2件为信访事项。"],
        ["2023年，共收到申请，", "均已在规定期限内答复。"],
        # Nor as wide as the others
        [FULL, "全年共收到政府信息公开申请12件，均在期限内办结，无一引起行政复议或者行政诉讼。"],
        ["收到申请12件，" + "均在期限内答复" * 7, "下年度再办。"],
        # Headings and lists: no sentence begins, or none ends
        ["加强组织领导，落实工作责任，完善公开制度", "我局开展培训。"],
        [FULL, "建立了制度，明确了责任", "提高了水平"],
        [FULL, "示例县水利局", "二月"],
        # The end of a sentence, of what counts, of what introduces others
        [FULL + "。", "均已答复。"],
        [FULL + "8件", "部分公开4件。"],
        [FULL + "的情况如下", "加强领导。"],
        [FULL + "的情况见下表", "加强领导。"],
        # Rows
        [FULL + " 1286", "均已答复。"],
        [FULL + " 8.5%", "均已答复。"],
        # A figure that is whole: of a telephone, behind a colon, of five digits
        [FULL + "0123-45", "6件为信访。"],
        [FULL + "：14", "2件为信访。"],
        [FULL + "12345", "3件为信访。"],
        [FULL + "，", "", "均已答复。"],
    ],
)
def test_other_lines_are_paragraphs(lines: list[str]) -> None:
    """Lines of which no width tells that they were broken, and those that can be whole, stay as they are."""
    assert overview(*lines) == [line for line in lines if line]


@pytest.mark.parametrize(
    "begins",
    [
        *("一、", "一.", "一是", "二要", "（二）", "(1)", "[1]", "【1】", "(a)", "3.", "1）", "1)", "第二，", "其一，"),
        *("A.", "Ⅱ、", "①", "⑴", "❶", "㈡", "-", "*", "·", "•", "■", "※", "➢", "—", "● "),
        *("首先，", "其次，", "再次，", "最后，", "下一步，", "特此", "2024年1月20日", "2024-01-20", "二〇二四年"),
        *("联系电话：", "附件:"),
    ],
)
def test_what_begins_a_paragraph_goes_on_from_no_line(begins: str) -> None:
    """Items, bullets, dates, and what a line of contact begins with."""
    lines = [FULL, f"{begins}加强培训。"]

    assert overview(*lines) == lines


def test_a_row_with_bars_goes_on_from_no_line() -> None:
    """渠道 | 数量 | below a line that has no room for more."""
    read = overview(FULL, "渠道。 | 数量 |")

    assert read is not None
    assert read[0] == FULL


def test_lines_of_markdown_are_as_they_are() -> None:
    """The marks of items and strong words, which begin a paragraph, are gone."""
    text = "\n\n".join(
        [
            f"# {TITLE}\n\n## 一、总体情况\n\n{FULL}\n- 公开不及时。\n**解读**少。",
            "## 五、存在的主要问题及改进情况\n\n无。\n\n## 六、其他需要报告的事项\n\n无。\n",
        ]
    )

    assert gd.parse(text, format="markdown").report.overview == [FULL, "公开不及时。", "解读少。"]


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
