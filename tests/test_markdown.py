"""Markdown: shown by others as the form, and read again unchanged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from support.builders import OPENING, build_report
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, MetadataBlock, Paragraph, Role, columns_of
from govdisclosure.formats import markdown
from govdisclosure.model.report import HEADINGS, OtherSection
from govdisclosure.model.values import NA
from govdisclosure.testing import paragraphs, reports
from govdisclosure.writing.compose import compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.form.blocks import Block
    from govdisclosure.model.values import CellValue

_TAGS = {Role.TITLE: "h1", Role.HEADING: "h2", Role.TEXT: "p"}
_FRONT_MATTER_ENDS = "\n---\n"


@pytest.mark.property
@given(report=reports(extensions=False))
def test_every_report_is_read_as_it_was_written(report: gd.AnnualReport) -> None:
    """For all reports, with tables of either edition or none, any figures and any text: equal, and no notes."""
    assert gd.parse(gd.render(report, "markdown")) == gd.Reading(report)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\r\r\n"])
@given(report=reports(extensions=False))
def test_line_ends_of_another_system_change_nothing(report: gd.AnnualReport, ending: str) -> None:
    """Git gives line ends of CR LF, an editor CR or a byte order mark, and Windows makes CR CR LF of CR LF."""
    written = gd.render(report, "markdown").replace("\n", ending)

    assert gd.parse(written.encode()) == gd.Reading(report)
    assert gd.parse(b"\xef\xbb\xbf" + written.encode()) == gd.Reading(report)


def rendered(written: str) -> list[tuple[str, str] | list[list[str]]]:
    """Show Markdown as a reader sees it: tag and words of each paragraph, the cells of each table."""
    blocks: list[tuple[str, str] | list[list[str]]] = []
    rows: list[list[str]] = []
    tag = ""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written):
        if token.type == "table_open":
            rows = []
            blocks.append(rows)
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "html_block":
            assert token.content == "<br>\n"
            blocks.append(("p", ""))
        elif token.type == "inline":
            assert {child.type for child in token.children or ()} <= {"text"}
            words = "".join(child.content for child in token.children or ())
            if tag in {"td", "th"}:
                rows[-1].append(words)
            else:
                blocks.append((tag, words))
        else:
            assert token.type.endswith(("_open", "_close"))
            tag = token.tag
    return blocks


def expected(blocks: Sequence[Block]) -> Iterator[tuple[str, str] | list[list[str]]]:
    """Give what should be seen of the blocks of a report: a cell for each column, blank where another reaches to."""
    for block in blocks:
        if isinstance(block, Paragraph):
            assert block.role is not None
            yield _TAGS[block.role], block.text
        elif isinstance(block, Grid):
            rows = [dict(row) for row in columns_of(block)]
            width = max(rows[-1]) + rows[-1][max(rows[-1])].columns
            yield [[row[column].text if column in row else "" for column in range(width)] for row in rows]


@given(report=reports(extensions=False))
def test_it_is_shown_as_the_form(report: gd.AnnualReport) -> None:
    """Words show as they are, whatever they mean in Markdown or HTML; the grid of a table is that of the form."""
    written = gd.render(report, "markdown")

    assert rendered(written.partition(_FRONT_MATTER_ENDS)[2]) == list(expected(compose(report)))


@given(words=st.one_of(paragraphs(), st.text("\\`*_<>&|[]~$#:/.w-+=1) \t!\"'(", max_size=20)))
def test_any_words_can_be_a_paragraph_a_heading_or_a_title(words: str) -> None:
    """Each comes back with its role."""
    blocks = [Paragraph(words, role) for role in (Role.TITLE, Role.HEADING, Role.TEXT)]
    written = markdown.write([MetadataBlock({"govdisclosure": "1"}), *blocks])

    assert markdown.read(written) == [MetadataBlock({"govdisclosure": "1"}), *blocks]
    assert rendered(written.partition(_FRONT_MATTER_ENDS)[2]) == list(expected(blocks))


def test_the_markdown_is_the_official_layout() -> None:
    """Front matter, title, headings, paragraphs and a table with a cell for every column, aligned."""
    report = build_report(requests=None, review_and_litigation=None, problems_and_improvements=None)

    assert gd.render(report, "markdown") == (
        "---\n"
        'govdisclosure: "1"\n'
        '发布日期: "2022-01-20"\n'
        '空缺部分: ["三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", '
        '"五、存在的主要问题及改进情况"]\n'
        "---\n"
        "\n"
        "# 示例镇人民政府2021年政府信息公开工作年度报告\n"
        "\n"
        "本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。\n"
        "\n"
        "## 一、总体情况\n"
        "\n"
        f"{OPENING}\n"
        "\n"
        "本机关依法公开政府信息。\n"
        "\n"
        "## 二、主动公开政府信息情况\n"
        "\n"
        "| 第二十条第（一）项                                 |  |  |  |\n"
        "| -------------- | ------------ | ------------ | ------------ |\n"
        "| 信息内容       | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
        "| 规章           | 0            | 0            | 0            |\n"
        "| 行政规范性文件 | 2            | 0            | 4            |\n"
        "| 第二十条第（五）项                                 |  |  |  |\n"
        "| 信息内容       | 本年处理决定数量                     |  |  |\n"
        "| 行政许可       | 8                                    |  |  |\n"
        "| 第二十条第（六）项                                 |  |  |  |\n"
        "| 信息内容       | 本年处理决定数量                     |  |  |\n"
        "| 行政处罚       | 2                                    |  |  |\n"
        "| 行政强制       | 0                                    |  |  |\n"
        "| 第二十条第（八）项                                 |  |  |  |\n"
        "| 信息内容       | 本年收费金额（单位：万元）           |  |  |\n"
        "| 行政事业性收费 | 0                                    |  |  |\n"
        "\n"
        "## 六、其他需要报告的事项\n"
        "\n"
        "本机关本年度未收取政府信息公开信息处理费。\n"
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("# 标题", "\\# 标题"),
        ("- 项", "\\- 项"),
        ("1. 项", "1\\. 项"),
        ("1.项", "1.项"),
        ("> 引", "\\> 引"),
        ("---", "\\---"),
        ("规章 | 0", "规章 \\| 0"),
        ("*重* _a_ `b` ~c~ $d$", "\\*重\\* \\_a\\_ \\`b\\` \\~c\\~ \\$d\\$"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("C:\\政", "C:\\\\政"),
        ("见http://www.a.cn。", "见http\\://www\\.a.cn。"),
        ("[a](b)", "\\[a\\](b)"),
        ("    四格", "&#32;&#32;&#32;&#32;四格"),
        ("尾  ", "尾&#32;&#32;"),
        ("甲\t乙\u202e丙", "甲&#9;乙&#8238;丙"),
        ("", "<br>"),
        ("普通的一段，（一）不变：“如此”！", "普通的一段，（一）不变：“如此”！"),
    ],
)
def test_only_what_means_something_is_escaped(words: str, written: str) -> None:
    """A paragraph without marks stands as it is."""
    assert markdown.write([Paragraph(words, Role.TEXT)]) == f"{written}\n"
    assert gd.render(build_report(overview=[words]), "markdown").count(f"\n\n{written}\n\n") == 1


def test_a_heading_in_the_narrative_is_no_heading() -> None:
    """A paragraph that has the words of a heading stays one, without an escape: headings have their mark."""
    report = build_report(
        overview=["二、主动公开政府信息情况", "## 二、"],
        other_sections=[OtherSection(heading="", paragraphs=[""]), OtherSection(heading="七、 #", paragraphs=[])],
    )

    written = gd.render(report, "markdown")

    assert "\n\n二、主动公开政府信息情况\n\n\\#\\# 二、\n\n## 二、主动公开政府信息情况\n" in written
    assert written.endswith("\n\n##\n\n<br>\n\n## 七、 \\#\n")
    assert gd.parse(written) == gd.Reading(report)


def edited(old: str, new: str, *, year: int = 2021, cells: dict[str, CellValue] | None = None) -> gd.Reading:
    """Write a report, change something in it by hand, and read it."""
    written = gd.render(build_report(year=year, cells=cells), "markdown")
    assert written.count(old) == 1
    return gd.parse(written.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| 行政许可       | 8                                    |  |  |", "|行政许可|9|||"),
        ("| 行政许可       | 8                                    |  |  |", "行政许可 | 9 | |"),
        ("| 行政许可       | 8                                    |  |  |", "| 行政许可 | 9 |"),
        ("| 行政许可       | 8                                    |  |  |", "行政许可 | 9"),
        ("| 行政许可       | 8                                    |  |  |", "| 行政许可 | &#57; |  |  |\r"),
        ("| 行政许可       | 8                                    |  |  |", "| 行政许可 |  | 9 |  |"),
        ("| -------------- | ------------ | ------------ | ------------ |\n", "|:-|-:|:-:|-|\n"),
        ("| -------------- | ------------ | ------------ | ------------ |\n", ""),
    ],
)
def test_a_table_can_be_edited_by_hand(old: str, new: str) -> None:
    """Other widths, another rule or none, no outer bars, no blank cells at the end: a figure is where it was put."""
    figure = 9 if "行政许可" in old else 8

    assert edited(old, new) == gd.Reading(build_report(cells={"proactive_disclosure.licensing.decisions": figure}))


def test_a_second_row_that_is_no_rule_is_one_of_the_table() -> None:
    """Who takes the rule out of it loses no figures."""
    _, grid = markdown.read('---\ngovdisclosure: "1"\n---\n\n| 甲 | 1 |\n| 乙 | - |\n')

    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [["甲", "1"], ["乙", "-"]]


def test_a_figure_too_many_is_noted() -> None:
    """Neither is taken; the cells of the row stay blank."""
    reading = edited("| 行政许可       | 8                                    |  |  |", "| 行政许可 | 8 | 3 |  |")

    assert gd.get(reading.report, "proactive_disclosure.licensing.decisions") is None
    assert [(note.code, note.paths, note.source and note.source.line) for note in reading.notes] == [
        ("UNPLACED", ("proactive_disclosure.licensing.decisions",), 25)
    ]


def test_a_figure_that_is_none_is_noted_with_its_line() -> None:
    """As in every other format."""
    reading = edited("| 行政处罚       | 2 ", "| 行政处罚 | 约2 ")

    assert [(note.code, note.paths, note.raw, note.source and note.source.line) for note in reading.notes] == [
        ("CELL-UNREADABLE", ("proactive_disclosure.penalties.decisions",), "约2", 28)
    ]


@pytest.mark.parametrize("year", [2021, 2020])
def test_cut_anywhere_it_is_never_silently_wrong(year: int) -> None:
    """Cut after any line, Markdown of ours is refused, or what it still holds is right."""
    report = build_report(year=year)
    lines = gd.render(report, "markdown").splitlines(keepends=True)
    codes = set()
    for end in range(len(lines)):
        try:
            reading = gd.parse("".join(lines[:end]), format="markdown")
        except gd.ReadError as error:
            codes.add(error.code)
        else:
            assert list(gd.cells(reading.report)) == list(gd.cells(report))

    assert codes == {"NO-FORM", "TITLE-MISSING", "HEADING-MISSING", "BREAKS-OFF"}


@given(data=st.data())
def test_whatever_is_done_to_it_ends_in_a_reading_or_a_read_error(data: st.DataObject) -> None:
    """Pieces cut out and rubbish put in."""
    written = gd.render(data.draw(reports(extensions=False)), "markdown")
    start = data.draw(st.integers(0, len(written)))
    end = data.draw(st.integers(start, min(len(written), start + 80)))
    rubbish = data.draw(st.text("|-:#\\&;\n\r0x<br>*甲", max_size=12))
    try:
        report = gd.parse(written[:start] + rubbish + written[end:], format="markdown").report
    except gd.ReadError:
        return
    assert gd.loads(gd.dumps(report)) == report


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"2022-01-20"', "2022-01-20", "markdown, line 3: {}; found '发布日期: 2022-01-20'"),
        ('"2022-01-20"\n', '"2022-01-20"\n发布日期: 1\n', "markdown, line 4: {}; found '发布日期: 1'"),
        (
            '"2022-01-20"\n---\n',
            '"2022-01-20"\n',
            "markdown, line 5: {}; found '# 示例镇人民政府2021年政府信息公开工作年度报告'",
        ),
        ('"2022-01-20"', '"昨天"', "markdown, head: Invalid isoformat string: '昨天'"),
        (
            'govdisclosure: "1"',
            'govdisclosure: "2"',
            "markdown, head: version '2' of the layout is not known; known is '1'",
        ),
    ],
)
def test_damaged_front_matter_is_refused(old: str, new: str, message: str) -> None:
    """What our writer cannot have written is an error that says where and why."""
    with pytest.raises(gd.ReadError) as caught:
        edited(old, new)

    rule = "the head is 名称: JSON between two lines of ---, each name once"
    assert str(caught.value) == message.format(rule)


def foreign(report: gd.AnnualReport, *, strong: bool) -> str:
    """Give Markdown of a report as others write it: without front matter, with strong headings and labels."""
    body = gd.render(report, "markdown").partition(_FRONT_MATTER_ENDS)[2]
    lines = []
    for line in body.splitlines():
        mark, blank, words = line.partition(" ")
        if strong and mark in {"#", "##"}:
            lines.append(f"{mark}{blank}**{words}** {mark}")
        elif strong and line.startswith("| 行政许可"):
            lines.append(line.replace("行政许可", "__行政许可__"))
        else:
            lines.append(line)
    return "---\n\n" + "\n".join(lines) + "\n***\n"


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("year", [2021, 2020])
def test_markdown_of_others_is_read_without_its_marks(year: int, *, strong: bool) -> None:
    """Title, headings and tables are found; escapes and entities are the words that they stand for."""
    report = build_report(year=year, overview=["（一）主动公开 *", "见“a_b”&c。"], published=None)

    assert gd.parse(foreign(report, strong=strong), format="markdown") == gd.Reading(report)


def test_what_is_strong_in_the_narrative_of_others_is_only_words() -> None:
    """The marks go, the words stay; marks with nothing strong between them stay, too."""
    lines = ["甲**乙**丙", "** 丁 **", "2*3*4", "\\*\\*戊\\*\\*", "己&nbsp;&lt;庚&#9;"]

    blocks = markdown.read("\n".join(lines))

    assert blocks == [Paragraph(text) for text in ("甲乙丙", "** 丁 **", "2*3*4", "**戊**", "己\u00a0<庚\t")]


def test_lines_of_blanks_are_no_paragraphs() -> None:
    """But one full-width blank alone is a blank cell of others, as in text."""
    assert markdown.read("甲\n\n \n\t\n\u3000\n乙\n") == [Paragraph("甲"), Paragraph("\u3000"), Paragraph("乙")]


def test_a_bar_behind_a_backslash_is_no_border() -> None:
    """In a table of others as well as in a paragraph."""
    blocks = markdown.read("甲 \\| 乙\n| 丙 \\| 丁 | 戊 |\n")

    assert blocks[0] == Paragraph("甲 | 乙")
    assert isinstance(blocks[1], Grid)
    assert [[cell.text for cell in row] for row in blocks[1].rows] == [["", " 丙 | 丁 ", " 戊 ", ""]]


THEIRS = build_report(overview=["（一）主动公开", "本机关依法公开政府信息。"], published=None)
PRINTED = print_report(THEIRS, row_a_line)
TITLE = THEIRS.title or ""


def headings_as(*, title: str, heading: str) -> str:
    """Print the report with its title and its headings written in some way; ``{}`` stands for the words."""
    text = PRINTED.replace(TITLE, title.format(TITLE), 1)
    for words in HEADINGS.values():
        text = text.replace(f"{words}\n", f"{heading.format(words)}\n")
    return text


WAYS = [
    ("# {}", "{}"),
    ("#{}", "{}"),
    ("{}", "## {}"),
    ("###### {}", "#### {} ####"),
    ("  # {}", "   ## {} ##"),
    ("**{}**", "{}"),
    ("{}", "**{}**"),
    ("__{}__", "### **{}**"),
    ("***{}***", "***{}***"),
    ("# *{}*", "## *{}*"),
    ("{}\n====", "{}\n----"),
    ("{}\n=======================", "{}"),
    ("> # {}", "> {}"),
    ("# {}", "- {}"),
    ("# {} #", "* **{}**"),
    ("# {}", "[{}](#part)"),
    ("# [{}](https://www.example.com/a.html)", "{}"),
]


@pytest.mark.parametrize("format", [None, "text", "markdown"])
@pytest.mark.parametrize(("title", "heading"), WAYS)
def test_markdown_of_others_is_told_by_its_content(title: str, heading: str, format: str | None) -> None:  # noqa: A002 - the public word
    """Whatever the file is called, and however headings are marked: their marks are none of the words."""
    text = headings_as(title=title, heading=heading)

    assert gd.parse(text, format=format) == gd.Reading(THEIRS)


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_the_marks_of_a_file_change_nothing(ending: str, mark: str) -> None:
    """Neither line ends nor a byte order mark; a table alone tells it as well."""
    text = foreign(THEIRS, strong=True).removeprefix("---\n\n")

    assert gd.parse(mark + text.replace("\n", ending)) == gd.Reading(THEIRS)
    assert gd.parse((mark + text.replace("\n", ending)).encode()) == gd.Reading(THEIRS)


def test_escapes_of_others_are_the_words_that_they_stand_for() -> None:
    """Also in a heading or a label, and in a file that is called a text."""
    text = headings_as(title="# {}", heading="## {}").replace("## 一、", "## 一\\、")
    text = text.replace("1.属于国家秘密", "1\\.属于国家秘密").replace("## 五、存在的", "## 五、存在\\_的")

    reading = gd.parse(text.replace("\\_", "").replace("一\\、", "一、"), format="text")

    assert reading == gd.Reading(THEIRS)


def test_items_quotes_and_links_are_their_words() -> None:
    """But the number of a page, and a minus, are no item."""
    lines = [
        "- 甲",
        "* 乙",
        "+ 丙",
        "> 丁",
        "> - 戊",
        "1. 己",
        "- 4 -",
        "-5",
        "见[图解](https://www.example.com/1.html)。",
        "![](1.png)",
        "a*b*c",
        '[打印](javascript:print()) [关闭](b.html "关闭") [3](三（四）)',
        "[3](a(b(c)))",
    ]

    blocks = markdown.read("\n".join(lines))

    expected = [
        "甲",
        "乙",
        "丙",
        "丁",
        "- 戊",
        "1. 己",
        "- 4 -",
        "-5",
        "见图解。",
        "",
        "a*b*c",
        "打印 关闭 3",
        "[3](a(b(c)))",
    ]
    assert [paragraph.text for paragraph in blocks if isinstance(paragraph, Paragraph)] == expected


def test_a_break_in_a_cell_is_a_blank() -> None:
    """Two figures in one cell are not one figure."""
    blocks = markdown.read("| 商业<br>企业 | 3<br/>4 |\n")

    assert isinstance(blocks[0], Grid)
    assert [cell.text for cell in blocks[0].rows[0]] == ["", " 商业 企业 ", " 3 4 ", ""]


def test_a_break_in_a_line_is_a_blank() -> None:
    """As converters leave it behind a title."""
    (paragraph,) = markdown.read("# 示例镇人民政府<br/>2021年政府信息公开工作年度报告<br>\n")

    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.strip() == "示例镇人民政府 2021年政府信息公开工作年度报告"


@pytest.mark.parametrize("mark", ["*", "_", "**", "__", "***"])
def test_a_figure_can_be_strong_or_slanted(mark: str) -> None:
    """As offices mark sums."""
    (grid,) = markdown.read(f"| 总计 | {mark}12{mark} | 1{mark}2 |\n")

    assert isinstance(grid, Grid)
    assert [cell.text.strip() for cell in grid.rows[0]] == ["", "总计", "12", f"1{mark}2", ""]


@pytest.mark.parametrize(
    "text",
    [
        PRINTED,
        f"{PRINTED}-----\n",
        PRINTED.replace("本机关依法", "#政务公开# 本机关依法"),
        PRINTED.replace("本机关依法", "* 本机关依法"),
        PRINTED.replace("本机关依法", "a_b_c 2*3*4 本机关依法"),
        PRINTED.replace("本机关依法", "1. 本机关依法"),
        PRINTED.replace("本机关依法", "\\(本机关) &lt;依法"),
    ],
)
def test_text_is_no_markdown(text: str) -> None:
    """Single marks stand in any text; it is read as it is."""
    assert not markdown.is_markdown(text)
    assert gd.parse(text) == gd.parse(text, format="text")
    overview = gd.parse(text).report.overview
    assert overview is not None
    assert all(paragraph in text.splitlines() for paragraph in overview)


@given(report=reports(extensions=False))
def test_our_own_is_ours_whatever_it_is_called(report: gd.AnnualReport) -> None:
    """Markdown that is called a text is read without loss; so is text whose paragraphs look like Markdown."""
    assert gd.parse(gd.render(report, "markdown"), format="text") == gd.Reading(report)


def test_our_own_text_with_marks_is_ours() -> None:
    """Its paragraphs are as they were written."""
    report = build_report(preamble=["# 标题", "**一、总体情况**", "标题", "====", "- 甲"])

    assert gd.parse(gd.render(report, "text")) == gd.Reading(report)
    assert gd.parse(gd.render(report, "text"), format="text") == gd.Reading(report)


def test_our_own_markdown_that_is_no_more_ours_is_read_as_others_is() -> None:
    """With another label, under whatever name."""
    text = gd.render(THEIRS, "markdown").replace("行政强制", "行政强制措施")

    readings = [gd.parse(text, format=name) for name in (None, "text", "markdown")]

    assert readings[0] == readings[1] == readings[2]
    assert readings[0].report.title == TITLE
    assert "LABEL-ODD" in {note.code for note in readings[0].notes}


@pytest.mark.parametrize("rule", ["---", "-", "--", ":-", "-:", ":-:", ":--", " - "])
@pytest.mark.parametrize("strong", [False, True])
def test_a_rule_can_be_short(rule: str, strong: bool) -> None:
    """One dash is a rule to Markdown, right below the head; figures in strong words are read below any."""
    lines = foreign(THEIRS, strong=strong).splitlines()
    ruled = [re.sub(r"-{3,}", rule, line) if line.startswith("| --") else line for line in lines]
    figures = [re.sub(r"\b8\b", "**8**", line) if strong else line for line in ruled]

    reading = gd.parse("\n".join(figures))

    assert (reading.report, reading.notes) == (gd.parse(foreign(THEIRS, strong=strong)).report, ())


@pytest.mark.parametrize("has_whole_head", [True, False])
def test_a_row_of_dashes_is_no_rule(has_whole_head: bool) -> None:
    """Dashes in place of figures say that nothing applies: behind all of the head, or right behind its only line."""
    figures = f"{'0 | ' * 15}".strip()
    above, _, behind = PRINTED.partition(figures)
    *before, first, second, third, _ = above.split("\n")
    head = [first, second, third] if has_whole_head else [third]

    note = "注：本机关无此类案件 |"
    reading = gd.parse("\n".join([*before, *head, figures.replace("0", "-"), note]) + behind)

    table = [cell.value for cell in gd.cells(reading.report) if cell.path.startswith("review_and_litigation")]
    assert table == [NA] * 15


def test_a_table_in_a_quotation_is_one() -> None:
    """Its mark is no cell."""
    (grid,) = markdown.read("> | 规章 | 0 |\n>> | 行政许可 | 8 |\n")

    assert isinstance(grid, Grid)
    assert [[cell.text.strip() for cell in row] for row in grid.rows] == [
        ["", "规章", "0", ""],
        ["", "行政许可", "8", ""],
    ]


@pytest.mark.parametrize(
    "title",
    [
        '<h1 align="center">{}</h1>',
        "<center>**{}**</center>",
        '<p align="center">{}</p>',
        '<div align="center">\n\n# {}\n\n</div>',
        "<!-- page 1 -->\n# {}",
    ],
)
@pytest.mark.parametrize("encoding", [None, "utf-8", "gb18030"])
def test_elements_that_only_say_how_words_are_shown_are_none(title: str, encoding: str | None) -> None:
    """A document that begins with one is no page; as README files and converters have it."""
    text = PRINTED.replace(f"{THEIRS.title}\n", f"{title.format(THEIRS.title)}\n")
    text = text.replace(HEADINGS["requests"], f"## <span>{HEADINGS['requests']}</span>")

    reading = gd.parse(text if encoding is None else text.encode(encoding))

    assert reading == gd.Reading(THEIRS)


@pytest.mark.parametrize(
    "line", ['<span style="display:none">9</span>8', '<font size="1">9</font>8', "行政许可 <b>9</b>8", "<p>9</p>"]
)
def test_an_element_with_a_figure_stays(line: str) -> None:
    """Nobody knows here how that is shown, and whether it is a part of the one beside it."""
    (paragraph,) = markdown.read(f"{line}\n")

    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == line


def test_an_element_that_hides_words_stays() -> None:
    """What is not shown is no part of what is."""
    (paragraph,) = markdown.read('我局<span style="display:none">不</span>公开\n')

    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == '我局<span style="display:none">不公开'


def test_a_page_is_a_page_though_it_begins_with_a_paragraph() -> None:
    """Words behind # in a line of their own would be Markdown."""
    assert not markdown.is_markdown("<p>一、总体情况</p>\n<p>#1 栋</p>\n")
    assert gd.parse(gd.render(THEIRS, "html").partition("<main>")[2]).report.agency == THEIRS.agency
