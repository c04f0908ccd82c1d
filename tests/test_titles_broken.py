"""Titles that a line breaks anywhere, and the year that other lines above the text tell; what is in doubt is noted."""

from __future__ import annotations

import attrs
import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.form.title_years import year_of_title
from govdisclosure.form.titles import agency_of, is_like_title

BARE = build_report(published=None, title=None, preamble=[], period=None)
BODY = print_report(BARE, row_a_line).removeprefix("\n")
DAY = "发布日期：2024-03-05"
REST = "政府信息公开工作年度报告"
OF_2021 = f"示例县林业局2021年{REST}"


@attrs.frozen
class Told:
    """What a report tells of itself, and its notes."""

    title: str | None
    agency: str | None
    year: int | None
    notes: tuple[tuple[str, tuple[str, ...], str | None], ...] = ()


def told(*lines: str) -> Told:
    """Read a report that has these lines above its text, published in 2024."""
    reading = gd.parse("\n".join([*lines, DAY, BODY]))
    report = reading.report
    notes = tuple((note.code, tuple(note.paths), note.raw) for note in reading.notes)
    agency = None if report.agency is None else report.agency.name
    return Told(report.title, agency, report.year, notes)


def unread(raw: str, *paths: str) -> tuple[str, tuple[str, ...], str]:
    """Give the note on what could not be read."""
    return "METADATA-UNREADABLE", paths, raw


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (("2021年示例县", f"林业局{REST}"), "示例县林业局"),
        (("关于2021年度示例县", f"林业局{REST}"), "示例县林业局"),
        (("二〇二一年示例县", f"林业局{REST}"), "示例县林业局"),
        (("2021年示例县人民政府", f"办公室{REST}"), "示例县人民政府办公室"),
        (("2021年示例市示例区", f"南岸街道办事处{REST}"), "示例市示例区南岸街道办事处"),
        (("2021年示例县城市", f"管理局{REST}"), "示例县城市管理局"),
        (("2021年示例县林", f"业局{REST}"), "示例县林业局"),
        (("2021年示例县林业", f"局{REST}"), "示例县林业局"),
        (("2021年示例县", "城市管理局", REST), "示例县城市管理局"),
        (("示例县林业局20", f"21年{REST}"), "示例县林业局"),
        (("示例县林业局2021", f"年{REST}"), "示例县林业局"),
        (("示例县林业局二〇", f"二一年{REST}"), "示例县林业局"),
        (("二〇二一", f"年示例县林业局{REST}"), "示例县林业局"),
    ],
)
def test_a_title_with_its_year_in_front_is_joined(lines: tuple[str, ...], agency: str) -> None:
    """Wherever it breaks inside agency or year; that of the day of publication is not taken."""
    assert told(*lines) == Told("".join(lines), agency, 2021)


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (("示例县住房和", f"城乡建设局2021年{REST}"), "示例县住房和城乡建设局"),
        (("示例县新闻出版和", f"旅游局2021年{REST}"), "示例县新闻出版和旅游局"),
        (("示例县工业和信息", f"化局2021年{REST}"), "示例县工业和信息化局"),
        (("示例县发展和改革", "委员会", f"2021年{REST}"), "示例县发展和改革委员会"),
        (("示例县发展和改革", f"委员会2021年{REST}"), "示例县发展和改革委员会"),
        (("示例县林业", "局", f"2021年{REST}"), "示例县林业局"),
        (("示例县公共资源交易", f"中心2021年{REST}"), "示例县公共资源交易中心"),
        (("示例县示例", f"镇人民政府2021年{REST}"), "示例县示例镇人民政府"),
        (("示例市示例区南岸", "街道办事处", f"2021年{REST}"), "示例市示例区南岸街道办事处"),
        (("关于示例县市场", f"监督管理局2021年{REST}"), "示例县市场监督管理局"),
        (("示例县林业", f"局2021年{REST}"), "示例县林业局"),
    ],
)
def test_a_name_that_plainly_goes_on_is_joined(lines: tuple[str, ...], agency: str) -> None:
    """Its first line begins with a place and is no whole name."""
    assert told(*lines) == Told("".join(lines), agency, 2021)


@pytest.mark.parametrize("line", ["2021年示例县要闻", "2021年示例县", "2021年示例县水利局", "2021年水利"])
def test_a_line_with_a_year_that_is_no_part_of_the_title_leaves_the_year_in_doubt(line: str) -> None:
    """It may be of the menu; the day of publication does not tell the year against it."""
    title = f"示例县林业局{REST}"

    notes = (("YEAR-MISSING", ("year",), title), unread(line, "year"))
    assert told(line, title) == Told(title, "示例县林业局", None, notes)


@pytest.mark.parametrize(
    "part",
    [
        *("委员会", "管理局", "服务中心", "镇人民政府", "街道办事处", "委员会办公室", "员会办公室", "学院", "公司"),
        *("有限公司", "有限责任公司", "任公司", "集团有限公司"),
    ],
)
def test_the_last_part_of_a_name_is_no_agency(part: str) -> None:
    """Of which place and what, the column above it does not say."""
    title = f"{part}2021年{REST}"

    assert told("示例县要闻", title) == Told(title, None, 2021, (unread(title, "agency"),))


@pytest.mark.parametrize(
    "lines",
    [
        ("示例县林业局政府信息公开工作", "年度报告"),
        ("示例县林业局政府信", "息公开工作年度报告"),
        ("示例县林业局政府信息", "公开工作年度报告"),
        ("示例县林业局政府信息公开", "工作年度报告"),
        ("示例县林业局政府信息公开", "工作", "年度报告"),
        ("示例县林业局政府信息公开工作年", "度报告"),
    ],
)
def test_a_title_without_a_year_is_joined(lines: tuple[str, ...]) -> None:
    """Where it breaks inside a word, or before one that is no item of a menu."""
    assert told(*lines) == Told("".join(lines), "示例县林业局", 2023)


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (("关于2021年示", "例县林业局政", "府信息公开工作年度", "报告"), "示例县林业局"),
        (
            ("2021年度示例土", "家族自治县示范", "镇人民政府政府信息", "公开工作年度报告"),
            "示例土家族自治县示范镇人民政府",
        ),
        (("二〇二一年示例高新", "区林业局政府信息公", "开工作年度报告"), "示例高新区林业局"),
        (("示例市高新技术产业", "开发区管理委员会2", f"021年{REST}"), "示例市高新技术产业开发区管理委员会"),
        (("示例市高", "新技术产业开发区管理委员会2", f"021年{REST}"), "示例市高新技术产业开发区管理委员会"),
        (("示例市经济开发区", "示范乡人民政府20", f"21年{REST}"), "示例市经济开发区示范乡人民政府"),
    ],
)
def test_a_title_broken_at_the_end_of_each_line_is_joined(lines: tuple[str, ...], agency: str) -> None:
    """On three lines or more, with its year in front, or broken inside the year."""
    assert told(*lines) == Told("".join(lines), agency, 2021)


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (("示例市经济开发区", "示范乡人民政府政府信", "息公开工作年度报告"), "示例市经济开发区示范乡人民政府"),
        (("示例市高新产业", "开发区管理委员会政府信", "息公开工作年度报告"), "示例市高新产业开发区管理委员会"),
        (("示例市示例土家族苗", "族自治县林业局政府信", "息公开工作年度报告"), "示例市示例土家族苗族自治县林业局"),
    ],
)
def test_a_title_without_a_year_broken_at_the_end_of_each_line_is_joined(lines: tuple[str, ...], agency: str) -> None:
    """Its agency is no half of a name."""
    assert told(*lines) == Told("".join(lines), agency, 2023)


@pytest.mark.parametrize("agency", ["示例县林业局", "示例县示范乡人民政府"])
@pytest.mark.parametrize("line", ["示例市风貌", "示例区", "走进示例市", "持续优化营商环境工作"])
def test_a_line_of_the_menu_above_a_broken_title_is_no_part_of_it(line: str, agency: str) -> None:
    """It is shorter than a full line, or no place that the agency can be in."""
    title = (f"{agency}政府信", "息公开工作年度报告")

    assert told(line, *title) == Told("".join(title), agency, 2023)


@pytest.mark.parametrize("line", ["2021年示例县要闻", "2021年示例县", "2021年示例县水利局", "2021年重点工作"])
def test_a_line_with_a_year_above_a_broken_title_that_is_no_part_of_it_is_not_joined(line: str) -> None:
    """It leaves the year in doubt."""
    title = f"示例县林业局{REST}"

    notes = (("YEAR-MISSING", ("year",), title), unread(line, "year"))
    assert told(line, title[:9], title[9:]) == Told(title, "示例县林业局", None, notes)


def test_only_a_place_is_joined_to_a_town_below_it() -> None:
    """The first line of the title is a whole name."""
    title = ("示范乡人民政府政府信", "息公开工作年度报告")

    assert told("和谐家园", *title) == Told("".join(title), "示范乡人民政府", 2023)


@pytest.mark.parametrize(
    "lines",
    [
        ("2021年示例县", f"林业局{REST}"),
        ("示例县林业", f"局2021年{REST}"),
        ("示例县林业局2021年政府信", "息公开工作年度报告"),
    ],
)
def test_a_title_broken_beside_its_year_is_joined_to_no_line_of_the_menu(lines: tuple[str, ...]) -> None:
    """Only one that breaks inside the number was broken wherever a line was full."""
    assert told("示例市风貌", *lines) == Told("".join(lines), "示例县林业局", 2021)


def test_words_with_a_year_above_a_title_broken_in_its_name_are_not_joined() -> None:
    """They leave the year in doubt."""
    lines = ("示例县林业", f"局{REST}")
    title = "".join(lines)

    notes = (("YEAR-MISSING", ("year",), title), unread("2021年水利", "year"))
    assert told("2021年水利", *lines) == Told(title, "示例县林业局", None, notes)


def test_a_month_above_a_broken_title_is_not_joined() -> None:
    """Nor does it tell the year."""
    title = f"示例县林业局{REST}"

    assert told("2021年1月", title[:9], title[9:]) == Told(title, "示例县林业局", 2023)


@pytest.mark.parametrize(("line", "end"), [("2022年水利", 13), ("2022年水利", 8), ("示例市风貌", 13)])
def test_a_line_above_a_broken_title_with_its_own_year_is_not_joined(line: str, end: int) -> None:
    """It is of the menu."""
    title = f"示例县林业局2021年{REST}"

    assert told(line, title[:end], title[end:]) == Told(title, "示例县林业局", 2021)


def test_a_title_without_a_year_that_can_be_a_column_and_its_item_is_noted() -> None:
    """The report below a menu can be that of another body; of no body, or below a site, nothing is noted."""
    column = "示例县林业局政府信息公开"

    raw = f"{column} | 年度报告"
    assert told(column, "年度报告") == Told(None, None, 2023, (unread(raw, "title", "agency"),))
    for lines in (
        ("政府信息公开", "年度报告"),
        ("示例县人民政府", "信息公开年报"),
        ("政府信息公开工作", "年度报告"),
        (column, "政策文件"),
        (column, "年度" * 40 + "报告"),
        ("示例县林业局政府信息公开平台", "年度报告"),
    ):
        assert told(*lines) == Told(None, None, 2023)


@pytest.mark.parametrize(
    "lines",
    [
        (f"示例县林业局{REST}", "——2021年度"),
        (f"示例县林业局{REST}", "2021"),
        (f"示例县林业局{REST}", "（2021）"),
        ("2021", f"示例县林业局{REST}"),
    ],
)
def test_a_year_on_a_line_beside_the_title_is_of_it(lines: tuple[str, ...]) -> None:
    """Behind a dash, in brackets, or without 年."""
    assert told(*lines) == Told("".join(lines), "示例县林业局", 2021)


@pytest.mark.parametrize("year", ["2024", "2025"])
def test_a_number_beside_the_title_that_is_no_year_before_publication_is_none_of_it(year: str) -> None:
    """No report is on the year in which it was published; without a day of publication, the number tells the year."""
    title = f"示例县林业局{REST}"

    assert told(title, year) == Told(title, "示例县林业局", 2023)
    assert told(year, title) == Told(title, "示例县林业局", 2023)
    assert gd.parse(f"{title}\n{year}\n{BODY}").report.year == int(year)


@pytest.mark.parametrize(
    "lines",
    [
        ("报告年度：2021",),
        ("年度：2021年",),
        ("年份 | （2021）",),
        ("索引号 | 年度", "01-22 | 2021"),
        ("年度", "2021"),
        ("附注", "2021年"),
        ("年度：2024", "年份：2021"),
    ],
)
def test_the_head_of_a_page_tells_the_year(lines: tuple[str, ...]) -> None:
    """Below a name for it, or alone on a line; no report is on the year in which it was published."""
    title = f"示例县林业局{REST}"

    assert told(title, *lines) == Told(title, "示例县林业局", 2021)


def test_the_year_stands_below_the_agency_that_stands_below_the_title() -> None:
    """On a cover of three lines."""
    assert told(REST, "示例县林业局", "2021年") == Told(REST, "示例县林业局", 2021)


@pytest.mark.parametrize(
    "line",
    [
        "年度：2024",
        "年度：2023",
        "年度：2021-12-31",
        "上年度：2021",
        "索引号 | 2021-003",
        "示林发〔2021〕3号",
        "第2021期",
        "本报告按2021年的格式编制。",
        "我局按2021年的格式编制，" * 10,
        "2021年12月31日",
        "2021年，2023年",
    ],
)
def test_other_numbers_above_the_text_leave_the_year_to_the_day_of_publication(line: str) -> None:
    """Later years, days, numbers of documents, and sentences."""
    title = f"示例县林业局{REST}"

    assert told(title, "附注", line) == Told(title, "示例县林业局", 2023)


@pytest.mark.parametrize("line", ["2021", "2021年工作动态"])
def test_a_number_or_words_with_a_year_leave_the_year_in_doubt(line: str) -> None:
    """They can be on something else; a line that names the year before publication settles it."""
    title = f"示例县林业局{REST}"

    notes = (("YEAR-MISSING", ("year",), title), unread(line, "year"))
    assert told(title, "附注", line) == Told(title, "示例县林业局", None, notes)
    assert told(title, "附注", line, "2023年工作动态") == Told(title, "示例县林业局", 2023)


def test_a_menu_of_years_is_no_part_of_the_title() -> None:
    """It tells the year only if it has that before publication."""
    title = f"示例县林业局{REST}"

    assert told("2023年", "2022年", "2021年", title) == Told(title, "示例县林业局", 2023)
    missing = (("YEAR-MISSING", ("year",), title),)
    assert told("2022年", "2021年", title) == Told(title, "示例县林业局", None, missing)


def test_a_year_of_the_head_needs_a_day_of_publication() -> None:
    """Without one, it can be that of the publication."""
    reading = gd.parse(f"示例县林业局{REST}\n年度：2021\n{BODY}")

    assert (reading.report.year, [note.code for note in reading.notes]) == (None, ["YEAR-MISSING"])


@pytest.mark.parametrize(
    "line",
    [
        f"现将{OF_2021}公布如下：",
        f"公告：{OF_2021}已发布",
        f"{OF_2021}，现予公布",
        f"{OF_2021}来了！",
        "示例县林业局政府信息公开工作2021年度报告，现予公布",
        "2021年政府信息公开情况",
        "示例县林业局2021年度报告（政府信息公开）",
        "2021年度报告",
        "名称 | 2021年度报告",
    ],
)
def test_a_title_in_a_sentence_or_in_other_words_is_noted(line: str) -> None:
    """It is not taken, and the day of publication does not tell the year against it."""
    assert is_like_title(line)
    assert told(line) == Told(None, None, None, (("YEAR-MISSING", ("year",), None), unread(line, "title", "agency")))


@pytest.mark.parametrize(
    "words",
    ["全县", "全市", "全系统", "我县", "我委", "本局", "本单位", "各乡镇", "全县各部门", "市直各单位", "县直单位"],
)
def test_words_for_many_bodies_or_for_whoever_speaks_are_no_agency(words: str) -> None:
    """Wherever in a title they stand."""
    for title in (f"2021年{words}{REST}", f"{words}2021年{REST}"):
        assert told(title) == Told(title, None, 2021, (unread(title, "agency"),))


@pytest.mark.parametrize(
    "words",
    [
        *("政府", "人民政府", "机关", "部门", "单位", "市本级", "本级", "社区", "街道", "街道办", "办事处", "管委会"),
        *("支队", "大队", "分局", "分行", "中心支行", "附属医院", "监管局", "调查队", "党委", "集团", "学校"),
        *("全国", "年度", "工作"),
    ],
)
def test_a_word_for_bodies_of_a_kind_is_no_agency(words: str) -> None:
    """It names none of them; the body of which it is a part can stand on the line above."""
    title = f"{words}2021年{REST}"

    assert told(title) == Told(title, None, 2021, (unread(title, "agency"),))
    assert agency_of(f"示例市{title}") == f"示例市{words}"
    assert told("示例大学", title) == Told(f"示例大学{title}", f"示例大学{words}", 2021, ())


@pytest.mark.parametrize("above", ["打印", "首页", "A- A A+", "关于"])
def test_a_line_of_a_site_above_a_title_on_two_lines_is_no_agency(above: str) -> None:
    """As it is none above a title on one line; a word for bodies of a kind is noted, and so is what may be a name."""
    lines = ("政府信息公开工作年度", "报告")
    notes = (unread(above, "agency"),) if above == "关于" else ()

    assert told(above, f"2021年{lines[0]}", lines[1]) == Told(f"2021年{REST}", None, 2021, notes)
    title = f"部门2021年{REST}"
    assert told(above, f"部门2021年{lines[0]}", lines[1]) == Told(title, None, 2021, (unread(title, "agency"), *notes))


@pytest.mark.parametrize(
    "lines",
    [
        ("示例县林业局", "2021年政府信息公开工作", "年度报告"),
        ("示例大", "学2021年政府信息公开工作", "年度报告"),
        ("示例大学", "附属医院2021年政府信息公开工作", "年度报告"),
        ("示例县林业局二", "〇二一年", "政府信息公开", "工作年度报告"),
        ("示例县林业局", "关于2021年政府", "信息", "公开工作年度报告2021年"),
    ],
)
def test_a_body_above_a_title_on_two_lines_is_its_agency(lines: tuple[str, ...]) -> None:
    """So is what begins its name, or the year."""
    title = "".join(lines)

    assert told(*lines) == Told(title, agency_of(title), 2021)


@pytest.mark.parametrize("beside", ["示例县水利系统2021年", "支队2021年", "示例县林业局2021年上半年"])
def test_a_title_on_two_lines_whose_agency_is_in_doubt_is_taken_and_noted(beside: str) -> None:
    """As one on a line is; where the line below is a title by itself, the one above can be of the menu."""
    title = f"{beside}{REST}"

    assert told(f"{beside}政府信息公开工作", "年度报告") == Told(title, None, 2021, (unread(title, "agency"),))
    assert told("2021年工作总结", "政府信息公开", "工作年度报告").title is None


@pytest.mark.parametrize("line", ["2021年政府信息公开", "支队政府信息公开工作"])
def test_two_lines_without_a_word_for_a_body_or_without_a_year_are_no_such_title(line: str) -> None:
    """Lines of a menu look like that."""
    assert told(line, "年度报告").title is None


def test_only_a_year_right_below_a_title_tells_that_the_one_above_is_of_the_menu() -> None:
    """And only where that is nothing but a year."""
    title = f"示例县林业局{REST}"

    assert told("2021年", title, "2020年工作总结").title == f"2021年{title}"
    assert told("2020年示例县", f"林业局{REST}", "（2021年）").title == f"2020年{title}"


@pytest.mark.parametrize("below", ["2021年", "（2021年）", "二〇二一年"])
def test_a_year_that_stands_above_and_below_a_title_is_that_of_its_first_part(below: str) -> None:
    """Only another year above it is one of the menu; whether a body above that is the agency, nobody tells."""
    title = f"示例县林业局2021年{REST}"

    assert told("示例县林业局", "2021年", REST, below) == Told(title, "示例县林业局", 2021)
    other = Told(f"{REST}{below}", None, 2021, (unread("示例县林业局", "agency"),))
    assert told("示例县林业局", "2020年", REST, below) == other


def test_a_second_body_can_begin_a_line_with_the_mark_before_it() -> None:
    """``示例县林业局 / 、水利局2021年…``."""
    title = f"示例县林业局、水利局2021年{REST}"

    assert told("示例县林业局", f"、水利局2021年{REST}") == Told(title, "示例县林业局、水利局", 2021)


def test_a_character_that_could_not_be_decoded_is_noted_in_a_title_and_in_the_agency() -> None:
    """Each of them lacks a character."""
    agency = "示例县林\N{REPLACEMENT CHARACTER}局"
    title = f"{agency}2021年{REST}"
    notes = (("CHARACTERS-LOST", ("title",), title), ("CHARACTERS-LOST", ("agency.name",), agency))

    assert told(title) == Told(title, agency, 2021, notes)


def test_a_bracket_that_does_not_end_is_no_part_of_an_agency() -> None:
    """``【示例县林业局2021年…``, the end of which is lost."""
    assert told(f"【{OF_2021}") == Told(f"【{OF_2021}", "示例县林业局", 2021)


@pytest.mark.parametrize("words", ["关于更正", "关于修订", "关于公布"])
def test_who_corrects_its_report_is_the_agency(words: str) -> None:
    """Above its announcement, on one line or on two."""
    title = f"示例县林业局{words}2021年{REST}"

    assert told("示例县林业局", f"{words}2021年{REST}") == Told(title, "示例县林业局", 2021)
    assert told("示例县林业局", f"{words}2021年政府信息公开工", "作年度报告") == Told(title, "示例县林业局", 2021)


@pytest.mark.parametrize("mark", ["一、", "（文字版）", "关于公布"])
def test_a_mark_before_such_a_word_parts_it_from_the_body_above(mark: str) -> None:
    """``示例县人民政府一、市本级`` is nobody's name."""
    title = f"{mark}市本级2021年{REST}"
    notes = (unread(title, "agency"), unread("示例县林业局", "agency"))

    assert told("示例县林业局", title) == Told(title, None, 2021, notes)


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("2020年", OF_2021), None),
        (("2023年", OF_2021), None),
        (("2020年", "2021年", OF_2021), None),
        (("2021年", f"示例县林业局2023年{REST}"), None),
        (("2021年", "报告年度：2022", OF_2021), 2022),
        (("报告年度：2021", OF_2021), None),
        (("报告年度：2021", "年度：2022", OF_2021), None),
    ],
)
def test_a_year_of_the_menu_is_none_of_two_titles(lines: tuple[str, ...], year: int | None) -> None:
    """Only what is called the year, or the day of publication, tells that the title is that of the report."""
    of_2022 = f"示例县林业局2022年{REST}"
    quoted = (("YEAR-MISSING", ("year",), f"{of_2022} | {lines[-1]}"),) if year is None else ()

    assert told(*lines, of_2022) == Told(of_2022, "示例县林业局", year, quoted)


@pytest.mark.parametrize("agency", ["各莫镇人民政府", "全南县", "全州县", "全州镇人民政府", "本溪市林业局", "第三中学"])
def test_names_that_begin_like_such_words_are_names(agency: str) -> None:
    """Of places, and of a school with a number."""
    assert agency_of(f"{agency}2021年{REST}") == agency


@pytest.mark.parametrize(
    "before",
    [
        *("示林发〔2022〕3号 ", "示林发[2022]第3号", "示林发（2022）3号 关于", "第一部分 ", "第二章", "2022年1月"),
        *("2022年1月20日", "二〇二二年一月"),
    ],
)
def test_what_stands_before_an_agency_is_no_part_of_it(before: str) -> None:
    """The number of a document or of a part, or the day on which it was made; that tells no year."""
    title = f"{before}{OF_2021}"

    assert told(title) == Told(title, "示例县林业局", 2021)


@pytest.mark.parametrize("agency", ["十月乡人民政府", "七月镇人民政府", "八月街道办事处"])
def test_a_place_called_by_a_month_is_no_day(agency: str) -> None:
    """Behind the year it stands as a day does."""
    title = f"2021年{agency}{REST}"

    assert told(title) == Told(title, agency, 2021)


@pytest.mark.parametrize("agency", ["第十编译局", "第十编制办公室", "第一节能中心", "第二节水办公室"])
def test_a_body_with_a_number_is_no_part_of_a_document(agency: str) -> None:
    """Its number counts bodies, unlike 第三编."""
    assert agency_of(f"{agency}2021年{REST}") == agency


def test_a_day_before_a_title_tells_no_year() -> None:
    """The first of two days does: they are the period."""
    assert year_of_title(f"2022年1月示例县林业局{REST}") is None
    assert [year_of_title(f"示例县林业局2021年{rest}{REST}") for rest in ("1月1日至12月31日", "1月—12月")] == [
        2021,
        2021,
    ]


def test_words_that_join_an_agency_to_its_title_are_no_part_of_it() -> None:
    """的 behind a name; behind a verb, it makes no name of it."""
    made = f"示例县林业局作出的2021年{REST}"

    assert agency_of(f"示例县林业局的2021年{REST}") == "示例县林业局"
    assert told(made) == Told(made, None, 2021, (unread(made, "agency"),))


@pytest.mark.parametrize(
    "blank",
    [
        *("（单位名称）", "单位名称", "（部门全称）", "[机关名称]", "（填报单位）", "【单位】", "部门（单位）"),
        *("____局", "示例县____", "（镇、街道、部门）", "示例县（单位名称）"),
    ],
)
def test_a_name_that_is_to_be_filled_in_makes_a_sample(blank: str) -> None:
    """Whatever the instructions below it say."""
    with pytest.raises(gd.ReadError) as caught:
        told(f"{blank}2021年{REST}")

    assert caught.value.code == "SAMPLE"


@pytest.mark.parametrize("blank", ["（部门）", "部门（单位）", "【乡镇】人民政府", "【部门】关于"])
def test_a_kind_of_body_without_a_name_makes_a_sample_without_a_year_too(blank: str) -> None:
    """Nothing is left of its agency."""
    with pytest.raises(gd.ReadError) as caught:
        told(f"{blank}{REST}")

    assert caught.value.code == "SAMPLE"


@pytest.mark.parametrize(
    ("before", "agency"),
    [
        *(("【部门】", "示例县林业局"), ("【县直部门】", "示例县林业局"), ("[部门]", "示例县林业局")),
        *(("【乡镇】", "示范镇人民政府"), ("（街道）", "示范街道办事处"), ("", "县级机关（单位）事务管理局")),
    ],
)
def test_a_kind_of_body_before_a_name_is_no_part_of_it(before: str, agency: str) -> None:
    """It is the column that the report stands in; a name is filled in."""
    title = f"{before}{agency}2021年{REST}"

    assert told(title) == Told(title, agency, 2021)


@pytest.mark.parametrize("agency", ["示例县林业局（单位名称）", "示例县各部门（单位）", "示例县机关事务管理局"])
def test_a_name_that_is_filled_in_makes_none(agency: str) -> None:
    """Though words of the form stand beside it."""
    assert told(f"{agency}2021年{REST}").year == 2021


def test_a_name_that_is_to_be_filled_in_is_no_agency_of_a_blank_form() -> None:
    """Nor are underscores; they are for a pen."""
    assert [agency_of(f"{blank}2021年{REST}") for blank in ("（单位名称）", "____局")] == [None, None]


def test_the_day_of_publication_tells_which_of_two_titles_is_the_report_s() -> None:
    """It is that of the year before; the other one is a link."""
    of_2023 = f"示例县林业局2023年{REST}"

    assert told("2021年", OF_2021, of_2023) == Told(of_2023, "示例县林业局", 2023)


@pytest.mark.parametrize("above", ["2020年", "2022年度", "（2020年）"])
@pytest.mark.parametrize(
    "lines", [("示例县林业局", REST), ("示例县林业局", "政府信息公开", "工作年度报告"), (f"示例县林业局{REST}",)]
)
def test_the_year_right_below_a_title_is_its_own(above: str, lines: tuple[str, ...]) -> None:
    """That above it is one of the menu, which ends there."""
    whole = "".join(lines)

    assert told(above, *lines, "（2021年）") == Told(f"{whole}（2021年）", "示例县林业局", 2021)
    assert told("2021年", *lines) == Told(f"2021年{whole}", "示例县林业局", 2021)
    assert told("2021年示例县", f"林业局{REST}", "（2021年）") == Told(
        f"2021年示例县林业局{REST}", "示例县林业局", 2021
    )


def test_the_same_body_twice_above_a_title_is_its_agency() -> None:
    """The first is the name of the site; two bodies are a menu."""
    title = f"2021年{REST}"

    assert told("示例县林业局", "示例县林业局", title) == Told(f"示例县林业局{title}", "示例县林业局", 2021)
    assert told("示例县民政局", "示例县林业局", title).agency is None
