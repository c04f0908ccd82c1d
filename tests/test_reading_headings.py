"""Headings as offices write them: in other words, with their text behind them, twice, out of order, among lists."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING
from unittest.mock import patch

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import OPENING, build_report
from support.printers import print_report
from support.publishing.text import cell_a_line, row_a_line, row_a_line_padded

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, Paragraph
from govdisclosure.model.notes import Source
from govdisclosure.model.report import HEADINGS, SECTIONS, TABLES
from govdisclosure.reading.document.headings import with_whole_headings
from govdisclosure.reading.document.outline import candidates_among, outline_of
from govdisclosure.vocabulary.heading_lines import Heading, Numbering, Wording, heading_of, names_section
from govdisclosure.vocabulary.headings import section_of
from govdisclosure.vocabulary.numerals import ROMAN, WRITTEN_OUT

if TYPE_CHECKING:
    from support.publishing.text import Printer

REPORT = build_report(published=None)
LAYOUTS = [row_a_line, row_a_line_padded, cell_a_line]
ONE, TWO, THREE, FOUR, FIVE, SIX = SECTIONS

OTHER_WORDS = {
    ONE: [
        "一、2021年政府信息公开总体情况",
        "一、二〇二一年工作总体情况",
        "一、示例镇政府信息公开工作概况",
        "一、整体情况",
        "一、整体工作情况",
        "一、政府信息公开工作综述",
    ],
    TWO: [
        "二、主动公开情况",
        "二、2021年主动公开工作开展情况",
        "二、主动公开政府信息工作",
        "二、我镇主动公开信息的情况",
        "二、主动公开政府信息情况（2021年1月1日-12月31日）",
        "二、主动公开政府信息情况（统计期限：2021.1.1—2021.12.31）",
    ],
    THREE: [
        "三、依申请公开情况",
        "三、申请公开政府信息的办理情况",
        "三、2021年度收到和处理依申请公开工作情况",
        "三、依申请公开政府信息",
    ],
    FOUR: [
        "四、行政复议、行政诉讼情况",
        "四、复议诉讼情况",
        "四、2021年因政府信息公开引发的行政诉讼",
        "四、被申请复议及应诉",
    ],
    FIVE: [
        "五、存在的主要问题及整改措施",
        "五、当前存在的主要问题及下一步改进措施",
        "五、主要问题及改进情况",
        "五、存在的不足与今后打算",
        "五、问题和建议",
        "五、2021年政府信息公开工作中存在的问题",
        "五、坚持问题导向抓好落实",
        "五、存在困难和下步打算",
        *(
            "五、下一步工作安排",
            "五、2022年工作打算",
            "五、努力方向",
            "五、工作展望",
            "五、2022年工作安排",
            "五、来年工作计划",
        ),
        *(f"五、存在的问题{joined}2022年工作安排" for joined in ("及", "和", "与", "、", "以及")),
    ],
    SIX: [
        "六、其他需报告事项",
        "六、其它需要报告的事项",
        "六、其他报告事项",
        "六、其他",
        "六、其它需要说明的情况",
        "六、其他工作",
    ],
}
ALL_OTHER_WORDS = [(section, heading) for section, headings in OTHER_WORDS.items() for heading in headings]


def printed(**headings: str) -> str:
    """Print the report with other headings for some sections; nothing leaves a heading out."""
    text = print_report(REPORT, row_a_line)
    for section, heading in headings.items():
        text = text.replace(f"{HEADINGS[section]}\n", heading and f"{heading}\n")
    return text


def said(reading: gd.Reading) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give code, paths and raw text of the notes."""
    return [(note.code, note.paths, note.raw) for note in reading.notes]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("section", "heading"), ALL_OTHER_WORDS)
def test_number_and_one_key_word_are_a_heading(section: str, heading: str, layout: object) -> None:
    """Between its neighbours; years and other words notwithstanding. The note says what was printed, and where."""
    text = print_report(REPORT, layout).replace(HEADINGS[section], heading)  # type: ignore[arg-type]

    reading = gd.parse(text)

    assert reading.report == REPORT
    assert reading.notes == (attrs.evolve(reading.notes[0], code="HEADING-ODD", paths=(section,), raw=heading),)
    assert reading.notes[0].source == Source(line=text.splitlines().index(heading) + 1)


def test_all_six_can_be_in_other_words() -> None:
    """Each is told by its own number and word."""
    for each in range(4):
        headings = {section: OTHER_WORDS[section][each] for section in SECTIONS}

        reading = gd.parse(printed(**headings))

        assert reading.report == REPORT
        assert said(reading) == [("HEADING-ODD", (section,), heading) for section, heading in headings.items()]


@pytest.mark.parametrize(
    "numbers",
    [
        ("壹、", "贰、", "叁、", "肆、", "伍、", "陆、"),
        ("Ⅰ、", "Ⅱ、", "Ⅲ、", "Ⅳ、", "Ⅴ、", "Ⅵ、"),
        ("I. ", "II. ", "III. ", "IV. ", "V. ", "VI. "),
        ("PART 01 ", "PART 02 ", "PART 03 ", "PART 04 ", "PART 05 ", "PART 06 "),
        ("Part.1", "Part.2", "Part.3", "Part.4", "Part.5", "Part.6"),
        ("一丶", "二丶", "三丶", "四丶", "五丶", "六丶"),
    ],
    ids=lambda numbers: numbers[0],
)
def test_headings_are_numbered_in_any_script(numbers: tuple[str, ...]) -> None:
    """With the words of the form there is no note; with others, that says so, the number tells them."""
    for other in ("情况", "工作情形"):
        headings = {
            section: number + HEADINGS[section][2:].replace("情况", other)
            for section, number in zip(SECTIONS, numbers, strict=True)
        }

        reading = gd.parse(printed(**headings))

        assert reading.report == REPORT
        odd = [(section, heading) for section, heading in headings.items() if section_of(heading) is None]
        assert said(reading) == [("HEADING-ODD", (section,), heading) for section, heading in odd]


@pytest.mark.parametrize(
    ("section", "heading"),
    [
        (ONE, "一、概述"),
        (ONE, "（一）总体情况"),
        (ONE, "1．总体公开情况"),
        (ONE, "第一部分 总体情况"),
        (ONE, "总体情况"),
        (TWO, "二 、行政机关主动公开政府信息情况"),
        (THREE, "三、收到和处理政府信息公开申请情况（单位：件）"),
        (FOUR, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
        (FIVE, "五、政府信息公开工作存在的主要问题及改进情况"),
        (SIX, "六、需要报告的其他事项"),
    ],
)
def test_variants_of_the_vocabulary_have_no_note(section: str, heading: str) -> None:
    """Under their own number, however it is written, or under none."""
    assert gd.parse(printed(**{section: heading})) == gd.Reading(REPORT)


@pytest.mark.parametrize(
    ("section", "heading"),
    [(SIX, "七、其他需要报告的事项"), (FIVE, "六、存在的主要问题及改进情况"), (ONE, "二、总体情况")],
)
def test_another_number_is_noted(section: str, heading: str) -> None:
    """The words tell the section."""
    reading = gd.parse(printed(**{section: heading}))

    assert reading.report == REPORT
    assert said(reading) == [("HEADING-ODD", (section,), heading)]


@pytest.mark.parametrize(
    ("section", "heading"),
    [
        (FIVE, "当前存在的主要问题及下一步改进措施"),
        (FIVE, "主要问题及改进情况"),
        (FIVE, "存在的不足"),
        (SIX, "其他报告事项"),
        (SIX, "其它需要说明的情况"),
        (ONE, "2021年政府信息公开工作总体情况"),
        (ONE, "2021年度总体情况"),
        (TWO, "2021年主动公开情况"),
    ],
)
def test_words_of_headings_alone_are_one_without_a_number(section: str, heading: str) -> None:
    """They are unmistakable where nothing else is there."""
    reading = gd.parse(printed(**{section: heading}))

    assert reading.report == REPORT
    assert said(reading) == [("HEADING-ODD", (section,), heading)]


@pytest.mark.parametrize("behind", ["。", "：", ": ", " ", "\u3000", "，"])
@pytest.mark.parametrize("heading", ["一、总体情况", "一、概述", "（一）总体情况", "1.政府信息公开工作基本情况"])
def test_text_behind_a_heading_is_its_first_paragraph(heading: str, behind: str) -> None:
    """Behind a mark or a blank."""
    text = "2021年，本机关公开信息30条。"
    report = build_report(published=None, overview=[text, "收到申请12件。"])
    one = print_report(report, row_a_line).replace(f"{HEADINGS[ONE]}\n", f"{heading}{behind}")

    assert gd.parse(one) == gd.Reading(report)


@pytest.mark.parametrize("begins", ["2021年，", "２０２１年", "二〇二一年", "我镇2021年", "本机关", "本镇"])
def test_a_sentence_right_behind_a_heading_is_its_text(begins: str) -> None:
    """It begins with the year or with those who report."""
    report = build_report(published=None, overview=[f"{begins}公开信息30条。"])
    one = print_report(report, row_a_line).replace(f"{HEADINGS[ONE]}\n", HEADINGS[ONE])

    assert gd.parse(one) == gd.Reading(report)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        (ONE, "按照《条例》要求，编制本报告。"),
        (ONE, "示例镇认真贯彻落实条例。"),
        (FIVE, "主要问题：公开不够全面。"),
        (FIVE, "存在公开不够全面的问题，将加强培训。"),
        (SIX, "本年度未收取信息处理费。"),
        (SIX, "依据《政府信息公开信息处理费管理办法》，未收取费用。"),
        (SIX, "无其他需要报告的事项"),
        (SIX, "暂无。"),
    ],
)
def test_any_sentence_right_behind_the_words_of_the_form_is_text(section: str, text: str) -> None:
    """As in <strong>六、其他需要报告的事项</strong>无其他需要报告的事项."""
    report = build_report(published=None)
    (old,) = getattr(REPORT, section)[-1:]
    setattr(report, section, [text])
    before = "".join(f"{line}\n" for line in getattr(REPORT, section)[:-1])

    one = print_report(REPORT, row_a_line).replace(f"{HEADINGS[section]}\n{before}{old}", f"{HEADINGS[section]}{text}")

    assert gd.parse(one) == gd.Reading(report)


@pytest.mark.parametrize("words", ["及主要做法", "统计表", "第1段写明收到申请9件。", "部分没有写到主动公开。"])
def test_words_that_go_on_with_a_heading_are_no_text(words: str) -> None:
    """What follows is a part of its name, or of a sentence on the section."""
    assert (heading_of(f"一、总体情况{words}") or Heading(ONE, "", Wording.USUAL, Numbering.NONE, 1)).behind == ""


@pytest.mark.parametrize(
    ("section", "line", "heading", "text"),
    [
        (SIX, "六、其他需要报告的事项：无。", None, "无。"),
        (SIX, "六、其他需要报告的事项 无", None, "无"),
        (SIX, "六、其他需报告事项：无。", "六、其他需报告事项", "无。"),
        (FIVE, "五、存在的问题及整改措施。一是公开不够全面。", "五、存在的问题及整改措施", "一是公开不够全面。"),
        (FIVE, "五、存在的主要问题及改进情况  公开不够全面。", None, "公开不够全面。"),
        (FIVE, "五、问题及改进情况一是更新不够快。", "五、问题及改进情况", "一是更新不够快。"),
        (FIVE, "五、存在的主要问题及改进情况 更新慢。", None, "更新慢。"),
        (FIVE, "五、问题及改进情况 一是更新慢", "五、问题及改进情况", "一是更新慢"),
        (FIVE, "五、问题及改进情况1.更新慢", "五、问题及改进情况", "1.更新慢"),
        (SIX, "六、其他事项（无）", "六、其他事项", "（无）"),
        (SIX, "六、其他事项 2021年没有。", "六、其他事项", "2021年没有。"),
        (ONE, "一、工作情况概述 2021年，我镇公开信息30条。", "一、工作情况概述", "2021年，我镇公开信息30条。"),
        (ONE, "一、工作情况概述2021年，本镇公开信息30条。", "一、工作情况概述", "2021年，本镇公开信息30条。"),
    ],
)
def test_text_can_follow_any_heading(section: str, line: str, heading: str | None, text: str) -> None:
    """Also one in other words, which is noted without the text behind it."""
    report = build_report(published=None)
    setattr(report, section, [text])
    old = "\n".join(getattr(REPORT, section))

    reading = gd.parse(printed(**{section: line}).replace(f"{line}\n{old}", line))

    assert reading.report == report
    assert said(reading) == ([("HEADING-ODD", (section,), heading)] if heading else [])


@pytest.mark.parametrize("line", ["三、存在的主要问题及改进情况一是更新慢。", "二、其他需要报告的事项 无"])
def test_no_text_can_follow_a_heading_under_the_number_of_another_section(line: str) -> None:
    """It can be an item of a list that begins with the words of a heading."""
    assert heading_of(line) is None


@pytest.mark.parametrize(
    ("section", "heading"),
    [
        (FIVE, "五、存在的主要问题 及改进举措"),
        (FIVE, "五、存在问题 短板及对策"),
        (FIVE, "五、主要问题2022年改进举措"),
        (ONE, "一、工作情况概述 贯彻落实情况"),
    ],
)
def test_words_that_are_no_text_go_on_with_a_heading(section: str, heading: str) -> None:
    """A blank or a year stands in it, and nothing of it belongs to the text below."""
    report = build_report(published=None)

    reading = gd.parse(printed(**{section: heading}))

    assert reading.report == report
    assert said(reading) == [("HEADING-ODD", (section,), heading)]


@pytest.mark.parametrize(
    "sentence",
    [
        "一、总体情况良好，公开信息30条。",
        "一、概述中提到的措施已经落实。",
        "一、总体情况表明，公开信息30条。",
        "一、总体情况本身较好，公开信息30条。",
        "五、存在的主要问题已经改正。全年没有投诉。",
        "六、其他事项均已按时办结，没有遗留。",
        "二、主动公开信息30条",
        "三、收到申请12件，都已答复。",
        "二、做好主动公开。全年公开信息30条。",
        "一是总体情况较好。",
    ],
)
def test_a_sentence_that_begins_as_a_heading_is_none(sentence: str) -> None:
    """It stays where it stands."""
    report = build_report(published=None, overview=["本机关依法公开政府信息。", sentence])

    assert gd.parse(print_report(report, row_a_line)) == gd.Reading(report)


NESTED = [
    [
        "一、组织领导",
        "二、主动公开情况",
        "三、依申请公开情况",
        "四、行政复议、行政诉讼情况",
        "五、存在的问题",
        "六、其他",
    ],
    ["（一）主动公开情况。公开30条。", "（二）主动公开情况", "（三）依申请公开情况", "（五）存在问题及整改措施"],
    ["概况如下。", "（一）总体情况", "（二）主动公开政府信息情况", "（五）存在的主要问题及改进情况", "已改进。"],
    ["1.主动公开", "2.主动公开情况", "3.依申请公开情况", "5.整改落实", "6.其他工作"],
    ["下一步打算", "一、组织有力。", "四、平台稳定。", "五、下一步打算"],
    ["一、加强领导。", "二、主动公开：全年公开30条。", "三、申请办理：收到12件。", "五、问题整改：已完成。"],
    ["主动公开情况", "公开30条。", "依申请公开情况", "收到12件。", "存在的问题", "其他事项"],
    ["一、强化领导", "二、主动公开政府信息情况", "公开5条。", "三、收到和处理政府信息公开申请情况", "收到12件。"],
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("overview", NESTED)
def test_items_of_section_one_are_none_of_the_headings(overview: list[str], layout: object) -> None:
    """However they are numbered, and though they name the sections."""
    report = build_report(published=None, overview=overview)

    assert gd.parse(print_report(report, layout)) == gd.Reading(report)  # type: ignore[arg-type]


@pytest.mark.parametrize("overview", NESTED)
def test_items_are_none_where_the_sections_are_numbered_like_items(overview: list[str]) -> None:
    """A county numbers its sections （一）（二）…."""
    text = printed(**{section: f"（{heading[0]}）{heading[2:]}" for section, heading in HEADINGS.items()})
    text = text.replace(f"{OPENING}\n本机关依法公开政府信息。", "\n".join(overview))

    assert gd.parse(text) == gd.Reading(attrs.evolve(REPORT, overview=overview))


@pytest.mark.parametrize(
    "problems",
    [
        [
            "一、公开不够全面",
            "二、解读形式单一",
            "三、申请办理不够规范",
            "四、复议应诉能力不足",
            "五、改进不力",
            "六、其他",
        ],
        ["（一）存在的问题", "公开不够全面。", "（二）改进措施", "加强培训。"],
        ["存在的主要问题", "公开不够全面。", "改进措施", "加强培训。"],
        ["1.问题", "2.主动公开不够", "3.申请办理不够", "5.改进措施"],
        ["公开不够全面。", "五、下一步工作打算", "加强培训。"],
        ["公开不够全面。", "五、努力方向：加强培训"],
        ["五、下一步工作打算", "加强培训。"],
    ],
)
def test_items_of_section_five_are_none_of_the_headings(problems: list[str]) -> None:
    """The headings before and behind are those of the form."""
    report = build_report(published=None, problems_and_improvements=problems)

    assert gd.parse(print_report(report, row_a_line)) == gd.Reading(report)


def test_a_heading_of_section_five_in_other_words_that_stands_twice_is_one() -> None:
    """The second line says nothing more than the first."""
    heading = "五、下一步工作打算"

    reading = gd.parse(printed().replace(HEADINGS[FIVE], f"{heading}\n{heading}"))

    assert (reading.report, said(reading)) == (REPORT, [("HEADING-ODD", (FIVE,), heading)])


def test_a_list_in_section_five_is_no_section_six_though_that_is_not_there() -> None:
    """Its number goes on from one that begins in section 五."""
    problems = ["一、公开不全", "二、解读不多", "三、申请慢", "四、学习少", "五、人手紧", "六、其他方面", "将改进。"]
    report = build_report(published=None, problems_and_improvements=problems)
    text = print_report(report, row_a_line)

    reading = gd.parse(text[: text.index(HEADINGS[SIX])])

    assert reading.report == attrs.evolve(report, other_matters=None)
    assert said(reading) == [("SECTION-MISSING", (SIX,), HEADINGS[SIX])]


@pytest.mark.parametrize("table", [TWO, THREE, FOUR])
def test_items_of_section_one_are_no_heading_of_a_table_without_one(table: str) -> None:
    """The table is known by its labels; section 一 keeps its items."""
    overview = ["一、组织领导", "二、主动公开情况", "公开30条。", "三、依申请公开情况", "收到12件。"]
    report = build_report(published=None, overview=overview)
    text = print_report(report, row_a_line).replace(f"{HEADINGS[table]}\n", "")

    assert gd.parse(text) == gd.Reading(report)


def test_labels_of_rows_are_no_headings() -> None:
    """Nor with the heading below them in other words, nor where that is lost."""
    for layout in LAYOUTS:
        text = print_report(REPORT, layout)
        other = gd.parse(text.replace(HEADINGS[FOUR], "四、复议和诉讼情况"))
        lost = gd.parse(text.replace(f"{HEADINGS[FOUR]}\n", ""))

        assert (other.report, said(other)) == (REPORT, [("HEADING-ODD", (FOUR,), "四、复议和诉讼情况")])
        assert lost == gd.Reading(REPORT)


def test_a_heading_in_other_words_ends_a_table_without_bars() -> None:
    """It stands between the rows of two tables whose lines have no bars."""
    text = print_report(REPORT, row_a_line).replace(" |", " ").replace("|", " ")

    assert gd.parse(text.replace(HEADINGS[FOUR], "四、行政复议诉讼情况")).report == gd.parse(text).report


@pytest.mark.parametrize("section", [FIVE, SIX])
def test_of_two_headings_the_first_keeps_its_text(section: str) -> None:
    """What stands below the second is a section of its own: nothing is lost."""
    end = len(print_report(REPORT, row_a_line).splitlines())
    text = print_report(REPORT, row_a_line) + f"{HEADINGS[section]}\n无。\n另有一段。\n"

    reading = gd.parse(text)

    second = gd.OtherSection(heading=HEADINGS[section], paragraphs=["无。", "另有一段。"])
    assert reading.report == attrs.evolve(REPORT, other_sections=[second])
    assert said(reading) == [("HEADING-TWICE", (section,), HEADINGS[section])]
    assert reading.notes[0].source == Source(line=end + 1)


@pytest.mark.parametrize("behind", [[], ["收到申请5件。"]])
def test_a_heading_right_above_the_table_of_another_section_begins_none(behind: list[str]) -> None:
    """An item of a list, of which a page kept no more: with text of its own, it is the heading once more."""
    text = print_report(REPORT, row_a_line)
    lines = "".join(f"{line}\n" for line in ["三、依申请公开", *behind])

    reading = gd.parse(text.replace(f"{HEADINGS[TWO]}\n", f"{HEADINGS[TWO]}\n{lines}"))

    table = reading.report.proactive_disclosure
    assert table is not None
    assert table.notes == ([] if behind else ["三、依申请公开"])
    assert said(reading) == ([("HEADING-TWICE", (THREE,), "三、依申请公开")] if behind else [])


def test_a_heading_right_above_its_table_that_stood_above_the_text_is_noted() -> None:
    """The section has text above it."""
    lines = f"{HEADINGS[TWO]}\n公开信息2条。\n2、主动公开政府信息情况\n"

    reading = gd.parse(print_report(REPORT, row_a_line).replace(f"{HEADINGS[TWO]}\n", lines))

    assert said(reading) == [("HEADING-TWICE", (TWO,), "2、主动公开政府信息情况")]


def test_of_two_headings_of_section_one_the_first_keeps_its_text() -> None:
    """A list of section 一 can begin with its name; what begins none is the heading once more."""
    again = f"{HEADINGS[ONE]}\n又公开5条。\n"
    text = print_report(REPORT, row_a_line).replace(f"{HEADINGS[TWO]}\n", f"{again}{HEADINGS[TWO]}\n")

    alone, listed = gd.parse(text), gd.parse(text.replace("又公开5条。", "又公开5条。\n二、组织领导"))

    second = gd.OtherSection(heading=HEADINGS[ONE], paragraphs=["又公开5条。"])
    assert alone.report == attrs.evolve(REPORT, other_sections=[second])
    assert said(alone) == [("HEADING-TWICE", (ONE,), HEADINGS[ONE])]
    overview = [*(REPORT.overview or ()), HEADINGS[ONE], "又公开5条。", "二、组织领导"]
    assert listed == gd.Reading(attrs.evolve(REPORT, overview=overview))


@pytest.mark.parametrize("number", ["（六）", "6、", "七、"])
def test_a_heading_twice_under_another_number_is_noted(number: str) -> None:
    """With the words of the form behind a heading of its section, unless it goes on a list there."""
    heading = f"{number}{HEADINGS[SIX][2:]}"
    text = print_report(REPORT, row_a_line)

    reading = gd.parse(f"{text}{heading}\n另有一段。\n")

    second = gd.OtherSection(heading=heading, paragraphs=["另有一段。"])
    assert reading.report == attrs.evolve(REPORT, other_sections=[second])
    assert said(reading) == [("HEADING-TWICE", (SIX,), heading)]


def test_an_item_with_the_words_of_a_heading_is_text() -> None:
    """A list leads to it, or a sentence goes on behind its words."""
    items = [*(f"{number}、事项。" for number in range(1, 6)), "6、其他需要报告的事项"]
    text = print_report(REPORT, row_a_line)

    listed = gd.parse(text + "\n".join(items))
    run_in = gd.parse(f"{text}（六）其他需要报告的事项：无。")

    matters = REPORT.other_matters or []
    assert listed == gd.Reading(attrs.evolve(REPORT, other_matters=[*matters, *items]))
    assert run_in == gd.Reading(attrs.evolve(REPORT, other_matters=[*matters, "（六）其他需要报告的事项：无。"]))


@pytest.mark.parametrize("format", ["text", "markdown", "html", "docx", "xlsx"])
def test_a_report_with_a_heading_twice_is_written_and_read(format: str) -> None:  # noqa: A002 - the public word
    """The second section stands beyond the six, under the same heading."""
    report = gd.parse(print_report(REPORT, row_a_line) + f"{HEADINGS[SIX]}\n无。\n").report

    assert gd.parse(gd.render(report, format), format=format) == gd.Reading(report)


def test_a_heading_of_a_table_that_a_page_repeats_adds_no_section() -> None:
    """The table goes on below it; only the note says that it stood there."""
    text = print_report(REPORT, row_a_line)
    again = text.replace("第二十条第（六）项", f"{HEADINGS[TWO]}\n第二十条第（六）项")

    reading = gd.parse(again)

    assert reading.report == REPORT
    assert said(reading) == [("HEADING-TWICE", (TWO,), HEADINGS[TWO])]


def test_a_caption_that_only_repeats_its_heading_is_none() -> None:
    """With its number or without."""
    for caption in ("主动公开政府信息情况", "二、行政机关主动公开政府信息情况", "二、主动公开情况", HEADINGS[TWO]):
        assert gd.parse(printed(**{TWO: f"{HEADINGS[TWO]}\n{caption}"})) == gd.Reading(REPORT)
    assert gd.parse(printed(**{FIVE: f"{HEADINGS[FIVE]}\n五、存在问题和改进措施"})) == gd.Reading(REPORT)


@pytest.mark.parametrize("item", ["（一）总体情况", "一、基本情况", "总体情况", "1.概况"])
def test_an_item_of_section_one_can_have_its_name(item: str) -> None:
    """Right below the heading, and numbered as it is."""
    report = build_report(published=None, overview=[item, "公开30条。", "二、主动公开政府信息情况", "公开5条。"])

    assert gd.parse(print_report(report, row_a_line)) == gd.Reading(report)


def test_other_words_below_a_heading_are_no_caption() -> None:
    """One key word of the section, or words without a number: these are text."""
    numbered = gd.parse(printed(**{FIVE: f"{HEADINGS[FIVE]}\n五、坚持问题导向"}))
    bare = gd.parse(printed(**{TWO: f"{HEADINGS[TWO]}\n主动公开情况"}))

    expected = ["五、坚持问题导向", *(REPORT.problems_and_improvements or ())]
    assert (numbered.report.problems_and_improvements, numbered.notes) == (expected, ())
    assert bare.report.proactive_disclosure is not None
    assert (bare.report.proactive_disclosure.notes, bare.notes) == (["主动公开情况"], ())


def test_usual_words_below_a_heading_can_be_text() -> None:
    """Those of a section of text without their number, and those of a table under another one."""
    narrative = gd.parse(printed(**{FIVE: f"{HEADINGS[FIVE]}\n存在的主要问题及改进情况"}))
    table = gd.parse(printed(**{TWO: f"{HEADINGS[TWO]}\n1、主动公开政府信息情况"}))

    expected = ["存在的主要问题及改进情况", *(REPORT.problems_and_improvements or ())]
    assert (narrative.report.problems_and_improvements, narrative.notes) == (expected, ())
    assert table.report.proactive_disclosure is not None
    assert (table.report.proactive_disclosure.notes, table.notes) == (["1、主动公开政府信息情况"], ())


def test_text_behind_a_heading_that_says_it_again_is_that_of_the_section() -> None:
    """The heading stands alone above it, and once more in front of the text."""
    text = printed(**{SIX: f"{HEADINGS[SIX]}\n{HEADINGS[SIX]}：无。"})

    assert gd.parse(text) == gd.Reading(attrs.evolve(REPORT, other_matters=["无。", *(REPORT.other_matters or ())]))


def test_of_two_headings_without_text_between_them_the_usual_one_is_it() -> None:
    """The other one is only noted."""
    reading = gd.parse(printed(**{FIVE: f"五、存在的问题\n{HEADINGS[FIVE]}"}))

    assert reading.report == REPORT
    assert said(reading) == [("HEADING-TWICE", (FIVE,), "五、存在的问题")]


def test_sections_in_another_order_are_read() -> None:
    """Each by its heading, with a note on the one that comes too late."""
    text = print_report(REPORT, row_a_line)
    five, six = text.index(HEADINGS[FIVE]), text.index(HEADINGS[SIX])

    reading = gd.parse(text[:five] + text[six:] + text[five:six])

    assert reading.report == REPORT
    assert said(reading) == [("HEADING-ORDER", (FIVE,), HEADINGS[FIVE])]


@pytest.mark.parametrize(("first", "second"), [(TWO, THREE), (THREE, FOUR), (FOUR, FIVE)])
def test_tables_in_another_order_are_read(first: str, second: str) -> None:
    """Two neighbours stand the other way round."""
    text = print_report(REPORT, row_a_line)
    bounds = [text.index(HEADINGS[section]) for section in SECTIONS]
    at = SECTIONS.index(first)
    start, middle, end = bounds[at : at + 3]

    reading = gd.parse(text[:start] + text[middle:end] + text[start:middle] + text[end:])

    assert reading.report == REPORT
    assert [(note.code, note.paths) for note in reading.notes] in (
        [("HEADING-ORDER", (first,))],
        [("HEADING-ORDER", (second,))],
    )


@pytest.mark.parametrize("heading", ["五、坚持问题导向抓好落实", "五、存在的不足", HEADINGS[FIVE]])
@pytest.mark.parametrize("overview", NESTED)
def test_items_of_section_one_are_no_headings_that_are_moved(overview: list[str], heading: str) -> None:
    """The heading of section 五 stands behind that of section 六, whatever section 一 lists."""
    report = build_report(published=None, overview=overview)
    text = print_report(report, row_a_line)
    before, _, five = text.rpartition(f"{HEADINGS[FIVE]}\n")
    text_of_five, six = five.split(HEADINGS[SIX], 1)

    reading = gd.parse(f"{before}{HEADINGS[SIX]}{six}{heading}\n{text_of_five}")

    assert reading.report == report
    assert ("HEADING-ORDER", (FIVE,), heading) in said(reading)


def test_of_two_headings_out_of_order_the_first_keeps_its_text() -> None:
    """Both notes are given; a table of section 二 decides for the heading above it."""
    text = print_report(REPORT, row_a_line)
    five, six = text.index(HEADINGS[FIVE]), text.index(HEADINGS[SIX])
    bounds = [text.index(f"{HEADINGS[section]}\n") for section in (ONE, TWO, THREE, SIX)]
    one, two, three = (text[start:end] for start, end in pairwise(bounds))

    narrative = gd.parse(f"{text[:five]}{text[six:]}{text[five:six]}{HEADINGS[FIVE]}\n无。\n")
    table = gd.parse(f"{text[: bounds[0]]}{one}{three}{HEADINGS[TWO]}\n无。\n{text[six:]}{two}")

    assert narrative.report.problems_and_improvements == REPORT.problems_and_improvements
    assert [note.code for note in narrative.notes] == ["HEADING-ORDER", "HEADING-TWICE"]
    assert table.report == attrs.evolve(
        REPORT, other_sections=[gd.OtherSection(heading=HEADINGS[TWO], paragraphs=["无。"])]
    )
    assert sorted(note.code for note in table.notes) == ["HEADING-ORDER", "HEADING-TWICE"]


def test_section_one_may_stand_behind_others_with_its_items() -> None:
    """Its items are none of the headings there, either."""
    overview = ["一、加强领导。", "二、主动公开：公开30条。", "五、问题整改：已完成。"]
    report = build_report(published=None, overview=overview)
    text = print_report(report, row_a_line)
    start, end = text.index(HEADINGS[ONE]), text.index(f"{HEADINGS[TWO]}\n")
    six = text.index(HEADINGS[SIX])

    reading = gd.parse(text[:start] + text[end:six] + text[start:end] + text[six:])

    assert reading.report == report
    assert said(reading) == [("HEADING-ORDER", (ONE,), HEADINGS[ONE])]


def test_two_tables_of_which_one_has_no_heading_are_one_run_of_lines() -> None:
    """The heading above them is that of the first."""
    overview = ["主动公开情况", "公开30条。", "依申请公开情况", "收到12件。"]
    report = build_report(published=None, overview=overview)
    text = print_report(report, row_a_line).replace(f"{HEADINGS[THREE]}\n", "")

    reading = gd.parse(text.replace(HEADINGS[TWO], "二、主动公开情况表"))

    assert reading.report == report
    assert said(reading) == [("HEADING-ODD", (TWO,), "二、主动公开情况表")]


def test_headings_in_other_words_alone_are_no_report() -> None:
    """A guide to disclosure has such headings, and none of the tables."""
    guide = "示例镇政府信息公开指南\n一、总体要求\n二、主动公开范围\n三、申请公开\n四、复议诉讼\n六、其他事项"

    with pytest.raises(gd.ReadError) as caught:
        gd.parse(guide)
    assert caught.value.code == "NO-FORM"


def test_a_table_of_contents_in_other_words_is_none() -> None:
    """The headings below it are the report's."""
    headings = {section: OTHER_WORDS[section][0] for section in (FIVE, SIX)}
    contents = "\n".join([*list(HEADINGS.values())[:4], *headings.values()])
    text = printed(**headings).replace(REPORT.title or "", f"{REPORT.title}\n{contents}", 1)

    reading = gd.parse(text)

    assert (reading.report.overview, reading.report.problems_and_improvements, reading.report.other_matters) == (
        REPORT.overview,
        REPORT.problems_and_improvements,
        REPORT.other_matters,
    )


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("一、总体情况", Heading(ONE, "一、总体情况", Wording.USUAL, Numbering.COUNTED, 1)),
        ("２．主动公开情况", Heading(TWO, "２．主动公开情况", Wording.PLAIN, Numbering.FIGURES, 2)),
        ("（六）其他工作安排", Heading(SIX, "（六）其他工作安排", Wording.KEY_WORD, Numbering.BRACKETED, 6)),
        ("总体情况", Heading(ONE, "总体情况", Wording.USUAL, Numbering.NONE, None)),
        ("Ⅵ、其他工作安排", Heading(SIX, "Ⅵ、其他工作安排", Wording.KEY_WORD, Numbering.ROMAN, 6)),
        ("Internet 总体情况", None),
        (
            "第六部分 其他需要报告的事项：无",
            Heading(SIX, "第六部分 其他需要报告的事项", Wording.USUAL, Numbering.PARTS, 6, "无"),
        ),
        ("一、总体情况 …… 1", None),
        ("一、总体情况\t1", None),
        ("主动公开", None),
        ("主动公开和依申请公开情况", None),
        ("其他", None),
        ("十一、其他情况", None),
        ("2021年其他情况下的工作", None),
        ("三、本年度办理结果", None),
        ("四、结转下年度继续办理", None),
        ("一、本年新收政府信息公开申请数量", None),
        ("三、被申请行政复议情况", None),
        ("五、" + "存在的问题" * 20, None),
        ("", None),
    ],
)
def test_what_a_line_is_as_a_heading(line: str, heading: Heading | None) -> None:
    """Its section, wording and number, and the text behind it."""
    assert heading_of(line) == heading


def test_what_is_as_long_as_a_sentence_has_not_the_usual_words() -> None:
    """Blanks in it notwithstanding."""
    assert (section_of("一、总体情况"), section_of(f"一、总体{' ' * 60}情况")) == (ONE, None)


def test_some_lines_are_headings_wherever_they_stand() -> None:
    """In the usual words, or in others of headings under their own number."""
    lines = [
        "一、总体情况",
        "概述",
        "五、存在的不足",
        "存在的不足",
        "五、坚持问题导向",
        "（五）坚持问题导向",
        "行政许可",
    ]

    assert [names_section(line) for line in lines] == [True, True, True, False, True, False, False]


_LINES = st.sampled_from(["一、政务公开", "二、机关工作", "2.主动公开情况", "本机关公开3条。", "四、其他", ""])


@given(data=st.data())
def test_the_headings_of_the_form_need_no_search(data: st.DataObject) -> None:
    """Where each stands there once, the cheapest outline is they, whatever lists and tables stand between them."""
    texts = list(HEADINGS.values())
    for line in data.draw(st.lists(_LINES, max_size=6)):
        texts.insert(data.draw(st.integers(0, len(texts))), line)
    candidates = candidates_among(texts, [heading_of(text) for text in texts])
    tables = {section: data.draw(st.integers(0, len(texts))) for section in TABLES}

    with patch("govdisclosure.reading.document.outline._are_of_form", return_value=False):
        searched = outline_of(candidates, tables)

    assert outline_of(candidates, tables) == searched


@pytest.mark.parametrize("printer", LAYOUTS)
@pytest.mark.parametrize(
    "number",
    [
        *("0{digit}", "{digit}.", "{numeral}", "{numeral}、", "（{numeral}）"),
        *("PART {digit}", "第{numeral}部分", "{roman}", "{written}、"),
    ],
)
def test_the_number_of_a_heading_can_stand_on_a_line_above_it(printer: Printer, number: str) -> None:
    """01 / 总体情况, as articles have it that are laid out in blocks: it is no text of the section above."""
    text = print_report(REPORT, printer)
    for digit, heading in enumerate(HEADINGS.values(), 1):
        alone = number.format(digit=digit, numeral=heading[0], roman=ROMAN[digit - 1], written=WRITTEN_OUT[digit - 1])
        text = text.replace(f"\n{heading}\n", f"\n{alone}\n{heading[2:]}\n")

    reading = gd.parse(text)

    assert (reading.report, reading.notes) == (REPORT, ())


@pytest.mark.parametrize("number", ["5", "7、", "0、", "第五"])
def test_a_line_that_is_no_number_of_a_section_is_no_part_of_the_heading_below(number: str) -> None:
    """5 above 存在的主要问题及改进情况 can be the last figure of table IV."""
    heading = HEADINGS[FIVE][2:]

    blocks = [Paragraph(number), Paragraph(heading)]

    assert with_whole_headings(blocks) == blocks


@pytest.mark.parametrize("printer", LAYOUTS)
@pytest.mark.parametrize("end", [-1, -2, 4, 6])
def test_a_heading_can_break_over_two_lines(printer: Printer, end: int) -> None:
    """四、政府信息公开 / 行政复议、行政诉讼情况: neither half is text, and no character is lost."""
    text = print_report(REPORT, printer)
    for heading in HEADINGS.values():
        text = text.replace(f"\n{heading}\n", f"\n{heading[:end]}\n{heading[end:]}\n")

    reading = gd.parse(text)

    assert (reading.report, reading.notes) == (REPORT, ())


@pytest.mark.parametrize(
    "words", ["有关说明", "需要说明的事项", "需报告事项", "收费情况", "信息处理费收取情况", "附则"]
)
def test_the_last_heading_can_say_what_the_section_tells(words: str) -> None:
    """Under its number; without that, and in a list of section 一, it is a line of the text."""
    text = print_report(REPORT, row_a_line)

    reading = gd.parse(text.replace(HEADINGS[SIX], f"六、{words}"))

    noticed = [(note.code, note.paths, note.raw) for note in reading.notes]
    assert (reading.report, noticed) == (REPORT, [("HEADING-ODD", (SIX,), f"六、{words}")])
    for line in (words, f"六、{words}"):
        overview = ["五、组织领导", line, "推进公开。"]
        listed = build_report(published=None, overview=overview)
        assert gd.parse(print_report(listed, row_a_line)) == gd.Reading(listed)


@pytest.mark.parametrize("printer", LAYOUTS)
@pytest.mark.parametrize("number", ["{numeral}、", "0{digit}", "{numeral}"])
@pytest.mark.parametrize("row", ["{} | {} |", "| {} | {} |", "{}|{}"])
def test_a_heading_can_stand_in_two_cells(printer: Printer, number: str, row: str) -> None:
    """一、 | 总体情况: a row of its own, which is none of the table below or above it."""
    text = print_report(REPORT, printer)
    for digit, heading in enumerate(HEADINGS.values(), 1):
        alone = number.format(digit=digit, numeral=heading[0])
        text = text.replace(f"\n{heading}\n", f"\n{row.format(alone, heading[2:])}\n")

    reading = gd.parse(text)

    assert (reading.report, reading.notes) == (REPORT, ())


def test_a_row_of_a_web_page_that_is_a_heading_parts_its_table() -> None:
    """The rows below it are those of its table; the place of the heading is that of the row."""
    heading = (GridCell("二、"), GridCell(HEADINGS[TWO][2:]))
    rows = ((GridCell("规章"), GridCell("1")), (GridCell("行政许可"), GridCell("2")))
    places = tuple(Source(table=1, row=row, column=1) for row in (1, 2, 3))

    parts = with_whole_headings([Grid((heading, *rows), sources=places)])

    assert parts == [Paragraph(HEADINGS[TWO], source=places[0]), Grid(rows, sources=places[1:])]
    assert with_whole_headings([Grid(rows)]) == [Grid(rows)]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("section", [TWO, SIX])
@pytest.mark.parametrize(("before", "behind"), [("", "\n"), (" ", " "), ("\u3000", "。")])
def test_a_heading_can_begin_behind_a_sentence(section: str, before: str, behind: str, layout: Printer) -> None:
    """On the line of that, with its own text behind it or below."""
    text = print_report(REPORT, layout)
    heading = HEADINGS[section]
    within = text.replace(f"。\n{heading}\n", f"。{before}{heading}{behind if section == SIX else chr(10)}")

    assert within != text
    assert gd.parse(within).report == REPORT


def test_a_heading_that_a_sentence_speaks_of_begins_none() -> None:
    """The section has its own, on a line."""
    overview = ["详见下文。 六、其他需要报告的事项。", "公开3件。二、主动公开政府信息情况。"]
    report = build_report(published=None, overview=overview)

    assert gd.parse(print_report(report, row_a_line)) == gd.Reading(report)


def test_a_remark_behind_a_heading_is_text_with_its_bracket() -> None:
    """（2021年公开30条） is more than the period."""
    heading = heading_of("一、总体情况（2021年公开30条）")

    assert heading is not None
    assert (heading.text, heading.behind) == ("一、总体情况", "（2021年公开30条）")


def test_a_figure_above_a_heading_without_a_number_is_a_figure() -> None:
    """3, the fee above 收到和处理政府信息公开申请情况, which has no number: it is not that of the heading."""
    report = build_report(published=None, cells={"proactive_disclosure.fees.amount": Decimal(3)})
    text = print_report(report, cell_a_line)
    for heading in HEADINGS.values():
        text = text.replace(f"\n{heading}\n", f"\n{heading[2:]}\n")

    reading = gd.parse(text)

    assert (reading.report, reading.notes) == (report, ())
