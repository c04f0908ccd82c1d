"""What belongs to the page and not to the report, and pages that only look like a report."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from support.builders import OPENING, build_report
from support.grids import foreign, spans
from support.printers import print_report
from support.publishing.text import cell_a_line, row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph, Role
from govdisclosure.model.notes import Source
from govdisclosure.model.report import HEADINGS
from govdisclosure.reading.draft import ForeignDraft
from govdisclosure.reading.foreign import sort_notes
from govdisclosure.reading.labels import all_keys, is_part_of_label
from govdisclosure.reading.page.bars import split_at_headings, unbarred, with_barred_lines
from govdisclosure.reading.page.furniture import carries_pinyin, paragraphs_and_tables, strip_pinyin
from govdisclosure.reading.page.loose import gathered
from govdisclosure.reading.page.losses import lost_characters
from govdisclosure.reading.recognize import recognize

if TYPE_CHECKING:
    from support.publishing.text import Printer

REPORT = build_report(published=None)


def page(*before: Block, report: gd.AnnualReport = REPORT, after: tuple[Block, ...] = ()) -> list[Block]:
    """Give a report as blocks with something before and behind it."""
    return [*before, *foreign(report, spans), *after]


def refusal(blocks: list[Block]) -> tuple[str, str]:
    """Give code and English words of the error that reading ends in."""
    with pytest.raises(gd.ReadError) as caught:
        recognize(blocks)
    return caught.value.code, caught.value.reason


def test_a_frame_of_one_column_is_text() -> None:
    """A table of one column is only a frame; each line of a cell is a paragraph."""
    text = [block for block in foreign(REPORT, spans) if isinstance(block, Paragraph)]
    frame = Grid(
        tuple((GridCell("\n".join(block.text for block in text[n : n + 2])),) for n in range(0, len(text), 2)),
        sources=tuple(Source(table=1, row=n + 1) for n in range((len(text) + 1) // 2)),
    )
    tables = [block for block in foreign(REPORT, spans) if isinstance(block, Grid)]

    report = recognize([frame, *tables]).report

    assert (report.title, report.preamble, report.overview) == (REPORT.title, REPORT.preamble, REPORT.overview)
    assert report.requests == REPORT.requests


def test_a_frame_with_a_menu_beside_the_text_is_text() -> None:
    """A table that is none of the form's and holds long text is layout."""
    overview = "本机关依法公开政府信息。" * 20
    blocks = page()
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Paragraph) and block.text == OPENING)
    blocks[at : at + 2] = [Grid(((GridCell("首页"), GridCell(f"{OPENING}\n\n{overview}")),))]

    assert recognize(blocks).report.overview == ["首页", OPENING, overview]


def test_a_whole_report_in_one_table_is_taken_apart() -> None:
    """Rows that hold a heading or sentences alone are text, the rows between them a table of the form."""
    rows: list[tuple[GridCell, ...]] = []
    for block in foreign(REPORT, spans):
        if isinstance(block, Paragraph):
            rows.append((GridCell(block.text, columns=15),))
        elif isinstance(block, Grid):
            rows.extend(block.rows)

    assert recognize([Grid(tuple(rows))]) == gd.Reading(REPORT)


@pytest.mark.parametrize(
    ("cells", "is_text"),
    [
        (("概述",), True),
        (("概述", ""), True),
        (("", "概述"), True),
        ((" ", "概述"), True),
        (("公开5条。",), True),
        (("公开5条。", ""), False),
        (("备注",), False),
        (("规章。",), False),
        (("一、总体情况", "二"), False),
        (("", ""), False),
        (("长" * 81, ""), True),
        (("长" * 80, ""), False),
        (("规范性文件", "2"), False),
    ],
)
def test_a_row_with_one_cell_is_text_if_it_holds_a_heading_or_sentences(
    cells: tuple[str, ...], *, is_text: bool
) -> None:
    """Rows of a table stay together, each with its source."""
    rows = [tuple(map(GridCell, row)) for row in (cells, ("规章", "0"), ("行政许可", "8"))]
    sources = tuple(Source(table=1, row=row) for row in (1, 2, 3))
    whole = Grid(tuple(rows), sources=sources)

    unframed = list(paragraphs_and_tables([whole]))

    text = Paragraph("".join(cells).strip(), source=sources[0])
    assert unframed == ([text, Grid(tuple(rows[1:]), sources=sources[1:])] if is_text else [whole])
    for block in unframed:
        assert (
            block.source == sources[0] if isinstance(block, Paragraph) else block.sources == sources[-len(block.rows) :]
        )


@pytest.mark.parametrize(
    ("row", "is_text"),
    [
        ((GridCell("注：含5条。", columns=3), GridCell(""), GridCell("")), True),
        ((GridCell("注：含5条。", columns=2), GridCell(""), GridCell("")), False),
        ((GridCell("", columns=3), GridCell("注：含5条。"), GridCell("")), False),
        ((GridCell("注：含5条", columns=3), GridCell(""), GridCell("")), False),
    ],
)
def test_a_sentence_over_most_columns_is_text_beside_blank_cells(row: tuple[GridCell, ...], *, is_text: bool) -> None:
    """So a workbook has a paragraph that is saved as a web page: its tables, and columns beside them, are one table."""
    rows = tuple((GridCell(label, columns=3), GridCell("0"), GridCell("")) for label in ("规章", "行政许可"))
    text = Paragraph("".join(cell.text for cell in row))

    assert list(paragraphs_and_tables([Grid((row, *rows))])) == (
        [text, Grid(rows)] if is_text else [Grid((row, *rows))]
    )


@pytest.mark.parametrize(
    ("cells", "is_text"),
    [
        (("公开5条。", ""), True),
        (("公开5条", *[""] * 30), True),
        (("公开5条", *[""] * 29), False),
        (("一、总体情况", ""), True),
        (("规章", *[""] * 40), False),
        (("12", *[""] * 40), False),
        (("规章000", *[""] * 40), False),
        (("其他行政行为，含各科室。", "5"), False),
        (("", ""), False),
    ],
)
def test_text_between_bars_is_no_row(cells: tuple[str, ...], *, is_text: bool) -> None:
    """Sentences, headings, and what a run of bars follows; the rows around it keep their places, if they have such."""
    rows = [tuple(map(GridCell, row)) for row in (("行政许可", "8"), cells, ("行政处罚", "2"))]
    sources = tuple(Source(line=line) for line in (1, 2, 3))
    located, bare = Grid(tuple(rows), lines=True, sources=sources), Grid(tuple(rows), lines=True)

    parts, others = list(unbarred(located)), list(unbarred(bare))

    text = Paragraph(cells[0], source=sources[1])
    pieces = [
        Grid((rows[0],), lines=True, sources=sources[:1]),
        text,
        Grid((rows[2],), lines=True, sources=sources[2:]),
    ]
    assert parts == (pieces if is_text else [located])
    assert len(others) == len(parts)
    for part in parts:
        assert (
            part.source == sources[1]
            if isinstance(part, Paragraph)
            else part.sources in {sources, sources[:1], sources[2:]}
        )


def test_a_table_between_no_text_stays_as_it_is() -> None:
    """Most do; one without rows is nothing, and below a line of text it is what is left."""
    table = Grid((tuple(map(GridCell, ("行政许可", "8"))),), lines=True)
    below = Grid((tuple(map(GridCell, ("一、总体情况", ""))), *table.rows), lines=True)

    assert [*unbarred(table)] == [table]
    assert next(iter(unbarred(table))) is table
    assert [*unbarred(Grid((), lines=True))] == []
    assert [*unbarred(below)] == [Paragraph("一、总体情况"), table]


def test_rows_that_are_one_object_are_told_once() -> None:
    """The first of them stands for the others; those that are only alike stand for themselves."""
    bars, label = tuple(map(GridCell, ("", ""))), tuple(map(GridCell, ("规章", "")))
    alike = tuple(map(GridCell, ("规章", "")))

    assert [*map(id, Grid((bars, label, bars, alike, label)).unlike_rows)] == [*map(id, (bars, label, alike))]


def test_words_of_two_labels_are_part_of_none() -> None:
    """A part stands in one label: 政许 of 行政许可, but not the end of it with the beginning of another."""
    parts = ["政许", "行政许可", ""]
    over_two = [first[-3:] + second[:3] for first in all_keys() for second in all_keys()]

    assert all(map(is_part_of_label, parts))
    assert [*filter(is_part_of_label, over_two)] == [
        words for words in over_two if any(words in label for label in all_keys())
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("一、概述 公开5条", ["一、概述", "公开5条"]),
        ("概述", ["概述"]),
        ("概述性说明：公开5条。", ["概述性说明：公开5条。"]),
        ("一、概述。公开5条。 五、存在的不足 人手紧。", ["一、概述", "公开5条。", "五、存在的不足", "人手紧。"]),
        (
            "一、2021年总体情况：公开5条。六、其他需报告事项：无。",
            ["一、2021年总体情况", "公开5条。", "六、其他需报告事项", "无。"],
        ),
        ("一、概述 二、主动公开情况 公开5条。", ["一、概述", "二、主动公开情况 公开5条。"]),
        ("一、概述 五、坚持问题导向 人手紧。", ["一、概述", "五、坚持问题导向 人手紧。"]),
    ],
)
def test_a_heading_ends_where_a_blank_does(text: str, pieces: list[str]) -> None:
    """A word that begins like a heading is none."""
    assert split_at_headings(text) == pieces


_ROWS = tuple(map(Paragraph, ("信息内容 本年制发件数 本年废止件数 现行有效件数", "规章 0 0 0", "行政规范性文件 1 0 5")))


@pytest.mark.parametrize(
    "below",
    [
        Paragraph("行政许可 3 4 5", Role.HEADING),
        Paragraph(f"行政许可{' 0' * 160}"),
        Paragraph("行政许可。 3 4 5"),
        Paragraph("- 4 -"),
        Paragraph("以上数据由 示例县统计局 提供"),
    ],
)
def test_what_only_looks_like_a_row_is_none(below: Paragraph) -> None:
    """A heading, a line too long for a table, a sentence, the number of a page: it stays as it is, below the table."""
    table, *others = gathered([*_ROWS, below])

    assert isinstance(table, Grid)
    assert [row[0].text for row in table.rows] == ["信息内容", "规章", "行政规范性文件"]
    assert others == [below]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("行政许可 3", ("行政许可", "3")),
        ("行政许可 /", ("行政许可", "/")),
        ("行政许可", ("行政许可",)),
        ("行政 许可", ("行政 许可",)),
        ("规章000", ("规章000",)),
        ("1 2 3", ("1", "2", "3")),
        ("行政许可 行政处罚", ("行政许可", "行政处罚")),
        ("其他说明", ("其他说明",)),
        ("对外管理服务事项 行政许可 000", ("对外管理服务事项 行政许可", "000")),
        ("", ("",)),
    ],
)
def test_a_line_is_parted_into_cells(line: str, cells: tuple[str, ...]) -> None:
    """Labels stay whole, figures stand behind them one by one; a line of words inside a table is one cell."""
    (table,) = gathered([*_ROWS, Paragraph(line), Paragraph("行政处罚 2")])

    assert isinstance(table, Grid)
    assert [cell.text for cell in table.rows[-2]] == list(cells)


def test_a_table_begins_with_a_label() -> None:
    """A line before it that ends in a figure is none of its rows."""
    before, *rows = map(Paragraph, ("联系电话 12345", "信息内容 本年制发件数", "规章 1", "行政许可 2", "行政处罚 3"))

    first, table = gathered([before, *rows])

    assert first == before
    assert isinstance(table, Grid)
    assert [row[0].text for row in table.rows] == ["信息内容", "规章", "行政许可", "行政处罚"]


def test_blank_headings_end_no_table() -> None:
    """However many stand between two rows, as in a Word file whose blank lines have the style of headings."""
    above, below = ("信息内容 本年制发件数", "规章 1"), ("行政许可 2", "行政处罚 3", "行政强制 4")
    blank = [Paragraph(" ", role=Role.HEADING)] * 20

    (table,) = gathered([*map(Paragraph, above), *blank, *map(Paragraph, below)])

    assert isinstance(table, Grid)
    first = [row[0].text for row in table.rows]
    assert [text for text in first if text] == [
        "信息内容",
        "规章",
        "行政许可",
        "行政处罚",
        "行政强制",
    ]


@pytest.mark.parametrize("first", ["规章000", "行政 许可"])
def test_a_table_may_begin_with_a_label_of_any_kind(first: str) -> None:
    """With figures glued to it, or a blank inside."""
    lines = [first, "行政处罚 2", "行政强制 3", "行政事业性收费 4"]

    (table,) = gathered(map(Paragraph, lines))

    assert isinstance(table, Grid)
    assert [" ".join(cell.text for cell in row) for row in table.rows] == lines


@pytest.mark.parametrize(
    "between",
    [
        Paragraph("本年度公开3件。"),
        Paragraph("三、收到和处理政府信息公开申请情况"),
        Grid(((GridCell("甲"), GridCell("乙")),)),
    ],
)
def test_a_run_of_lines_ends_at_what_is_none(between: Paragraph | Grid) -> None:
    """A sentence, a heading, another table; the blank cell at its end is still one of it."""
    below = list(map(Paragraph, ("行政许可 1", "行政处罚 2", "行政强制 3", "行政事业性收费 4")))

    table, middle, other = gathered([*_ROWS, Paragraph(""), between, *below])

    assert isinstance(table, Grid)
    assert isinstance(other, Grid)
    assert [row[0].text for row in table.rows] == ["信息内容", "规章", "行政规范性文件", ""]
    assert middle == between
    assert len(other.rows) == len(below)


@pytest.mark.parametrize(
    ("upper", "lower", "joined"),
    [
        ("商业 科研 社会公益", "企业 机构 组织", "商业企业 科研机构 社会公益组织"),
        ("商业 总计 社会公益", "企业 组织", "商业企业 总计 社会公益组织"),
        ("商业(shāng 科研 社会公益", "yè)企业 机构 组织", "商业企业 科研机构 社会公益组织"),
        ("结果 其他 结果", "维持 结果 纠正", "结果维持 其他结果 结果纠正"),
        ("商业 科研 社会公益", "单位 单位 单位", None),
        ("商业 科研 社会公益", "", None),
        ("信息内容 本年制发件数 本年废止件数", "", None),
        ("商业 科研 社会公益", "企业 机构 组织 说明", None),
        ("商业 科研 社会公益 /", "企业 机构 组织", None),
        ("商业 科研 社会公益", "企业 机构 组织 /", None),
        ("商业 科研", "企业 机构", None),
        ("商业 科研 ：", "企业 机构", None),
        ("商业 科研 说明", "企业 机构", None),
    ],
)
def test_heads_on_two_lines_are_joined(upper: str, lower: str, joined: str | None) -> None:
    """Three at least, with nothing left over and no figure among them."""
    figures = tuple(map(Paragraph, ("规章 1 2 3", "行政许可 1 2 3", "行政处罚 1 2 3")))

    blocks = gathered([Paragraph("信息内容"), Paragraph(upper), Paragraph(lower), *figures])

    lines = [" ".join(cell.text for cell in row) for row in blocks[0].rows] if isinstance(blocks[0], Grid) else []
    assert lines == ["信息内容", *([upper, lower] if joined is None else [joined]), *(line.text for line in figures)]
    assert len(blocks) == 1


def test_pieces_between_lines_with_bars_are_rows_where_they_stand() -> None:
    """A figure alone on its line: 行政许可 | / 3 / 行政处罚 | 2."""
    places = tuple(Source(line=line) for line in (4, 5, 6))
    first, last = ((GridCell("行政许可"), GridCell("")), (GridCell("行政处罚"), GridCell("2")))
    whole = Grid((first, (GridCell("3"),), last), lines=True, sources=places)

    located: list[Paragraph | Grid] = [
        Grid((first,), lines=True, sources=places[:1]),
        Paragraph("3", source=places[1]),
        Grid((last,), lines=True, sources=places[2:]),
    ]
    bare: list[Paragraph | Grid] = [Grid((first,), lines=True), Paragraph("3"), Grid((last,), lines=True)]

    blocks = [*gathered(located), *gathered(bare)]
    assert blocks == [whole, whole]
    assert [grid.sources for grid in blocks if isinstance(grid, Grid)] == [places, ()]


_WORDS = "以上各项由有关单位分别统计并且汇总"
_BELOW = tuple(map(Paragraph, ("行政许可 1", "行政处罚 2", "行政强制 3", "行政事业性收费 4")))


@pytest.mark.parametrize(
    "between",
    [(_WORDS,) * 3, ("由有关单位统计",) * 4, (_WORDS, "", "", "", _WORDS)],
    ids=["lines", "pieces", "blanks"],
)
def test_a_few_lines_between_rows_are_rows(between: tuple[str, ...]) -> None:
    """Three lines of words, more if they are pieces of a cell; blank lines among them are none of these."""
    blocks = [*_ROWS, *map(Paragraph, between), *_BELOW]

    (table,) = gathered(blocks)

    assert isinstance(table, Grid)
    assert len(table.rows) == len(blocks)


@pytest.mark.parametrize("between", [(_WORDS,) * 4, (_WORDS * 3,)], ids=["many lines", "a long line"])
def test_words_between_rows_part_two_tables(between: tuple[str, ...]) -> None:
    """More than three lines, or one that is too long for a cell."""
    words = [*map(Paragraph, between)]

    upper, *middle, lower = gathered([*_ROWS, *words, *_BELOW])

    assert [len(table.rows) for table in (upper, lower) if isinstance(table, Grid)] == [len(_ROWS), len(_BELOW)]
    assert middle == words


def test_four_labels_with_blank_cells_are_a_table() -> None:
    """A blank line is a cell as much as a figure is."""
    blocks = [*map(Paragraph, ("行政许可", "", "行政处罚", "", "行政强制", "", "行政事业性收费"))]

    (table,) = gathered(blocks)

    assert isinstance(table, Grid)
    assert len(table.rows) == len(blocks)


def test_three_labels_are_no_table() -> None:
    """They stand in a text, though each has its figure."""
    lines = [*map(Paragraph, ("规章 1", "行政许可 2", "行政处罚 3"))]

    assert gathered(lines) == lines


def test_the_rest_of_a_label_is_found_below_blank_cells() -> None:
    """（四）无 | 0 | blank | 法提供: the last line completes the label."""
    rows = [*_ROWS, *map(Paragraph, ("行政许可 1", "（四）无", "0", "", "法提供"))]

    (table,) = gathered(rows)

    assert isinstance(table, Grid)
    assert table.rows[-1] == (GridCell("法提供"),)


@pytest.mark.parametrize(
    ("last", "heading"),
    [
        (Grid(((GridCell(""), GridCell("0")),), lines=True), "行政许可"),
        (Paragraph("/"), "行政许可"),
        (Paragraph("1"), "本机关不掌握相关政府信息"),
    ],
)
def test_a_heading_below_a_figure_completes_no_label(last: Paragraph | Grid, heading: str) -> None:
    """Not even where figure and heading would be a label with its number; nor does it complete a blank cell."""
    title = Paragraph(heading, Role.HEADING)

    table, *below = gathered([*_ROWS, last, title])

    assert isinstance(table, Grid)
    assert len(table.rows) == len(_ROWS) + 1
    assert below == [title]


_UPPER = Grid(((GridCell("行政许可"), GridCell("")),), lines=True)
_LOWER = Grid(((GridCell("行政处罚"), GridCell("2")),), lines=True)


@pytest.mark.parametrize(
    ("between", "cells"),
    [("一件", ["一件"]), ("1 2 3 4 5 6 7 8", ["1", "2", "3", "4", "5", "6", "7", "8"])],
    ids=["a piece", "figures"],
)
def test_pieces_and_figures_between_lines_with_bars_are_rows(between: str, cells: list[str]) -> None:
    """A short piece, also without a figure, or figures as many as there are."""
    (table,) = gathered([_UPPER, Paragraph(between), _LOWER])

    assert table == Grid((*_UPPER.rows, tuple(map(GridCell, cells)), *_LOWER.rows), lines=True)


@pytest.mark.parametrize("between", [_WORDS, "- 4 -", "行政强制 3"], ids=["words", "the number of a page", "a label"])
def test_what_is_no_piece_stays_between_lines_with_bars(between: str) -> None:
    """Words longer than a piece, the number of a page, a label of its own; the lines have no places before or after."""
    blocks: list[Paragraph | Grid] = [_UPPER, Paragraph(between), _LOWER]

    kept = gathered(blocks)

    assert kept == blocks
    assert [grid.sources for grid in kept if isinstance(grid, Grid)] == [(), ()]


def test_the_number_of_a_page_between_rows_is_none_of_them() -> None:
    """It is left out where the table goes on."""
    (table,) = gathered([_UPPER, Paragraph("3"), Paragraph(" - 4 - "), _LOWER])

    assert table == Grid((*_UPPER.rows, (GridCell("3"),), *_LOWER.rows), lines=True)


def test_rows_have_places_only_if_each_has_one() -> None:
    """The place of one row is never taken for that of another."""
    place = Source(line=4)
    located = Grid(_UPPER.rows, lines=True, sources=(place,))

    (table,) = gathered([located, Paragraph("3"), _LOWER])

    assert isinstance(table, Grid)
    assert table.sources == ()


@pytest.mark.parametrize(
    ("cells", "lacking"),
    [
        (("商业企", "科研机"), "商业企 | 科研机"),
        # 业 of 业务
        (("商业企", "科研机", "业务"), None),
        (("商业企", "规章"), None),
        # Whole labels, as they are, with a remark, in another spelling: their letters are none that were cut off.
        (("商业企", "科研机", "法律服务机构", "法律服务机构（注）"), "商业企 | 科研机"),
        (("行政规范性", "行政事业", "规范性文件"), "行政规范性 | 行政事业"),
        (("第二十条第（七）项",), None),
        # The next cell goes on.
        (("现行有效（", "本年制发件（"), None),
        # Too short, or too much of it gone, to be told from a word of another kind; labels of rows are longer.
        (("商业", "科研"), None),
        (("本年制", "现行有"), None),
        (("法人织",), None),
        (("行政事业", "行政规范"), "行政事业 | 行政规范"),
        # Letters inside: of a column head one is enough, labels of rows are abridged by people as well.
        (("本年发件",), "本年发件"),
        (("法人或他组织",), "法人或他组织"),
        (("第条第（八）项",), "第条第（八）项"),
        # A word that people leave out of a caption is no letter that is lost.
        (("第二十条（八）项", "二十条第（一）项", "第二十条五项", "第二十条第（六）"), None),
        (("申请情况",), None),
        # The first letter of a label is lost, or stands on the line before; of a number, people leave it out.
        (("府集中采购", "现行有效件"), "府集中采购 | 现行有效件"),
        (("府集中采购", "现行有效件", "政"), None),
        (("府集中采购",), None),
        (("条第（五）项", "行政事业性费"), "条第（五）项 | 行政事业性费"),
        (("第二十", "条第（五）项", "行政事业性费"), None),
        (("条第（五）项12",), None),
        (("处理数量", "决定数量", "项目数量"), None),
        (("法律服机构（家）",), "法律服机构（家）"),
        (
            ("（二）部分公开（分处理的，只计这一情形，不计其他情形）", "行政规范文件"),
            "（二）部分公开（分处理的，只计这一情形，不计其他情形） | 行政规范文件",
        ),
        (("请数量", "行政事业性费"), None),
        (("属于行政执法案卷", "属于行政查询事项"), None),
        (("于行政执法案卷", "行政事业性费"), "于行政执法案卷 | 行政事业性费"),
        (("7.属", "于行政执法案卷", "行政事业性费"), None),
        (("4.无正当理由大量反", "复申请", "行政规范文件"), None),
        (("4.无正当理由", "复申请", "行政规范文件"), "复申请 | 行政规范文件"),
        (("行政规范文件",), None),
        # A bracket is lost: once, somebody has forgotten it, or it stands in the next line.
        (("第二十条第（一项", "行政规范文件"), "第二十条第（一项 | 行政规范文件"),
        (("第二十条第（一项",), None),
        (("第二十条第一)项", "（三不予公开"), "第二十条第一)项 | （三不予公开"),
        (("第二十条第（一）项", "（三)不予公开", "行政规范文件"), None),
        (("（示例）行政（", "行政规范文件"), None),
        (("8.属于行政查询事项(", "行政规范文件"), None),
        (("1)属于国家秘密", "第二十条第（一））项", "行政规范文件"), None),
        # Of one word a typist loses a letter, but hardly of two beside each other.
        (("4.无正当理量反复申请",), "4.无正当理量反复申请"),
        (("5.要求行政机关确认或重新出已获取信息",), None),
        (("行政业性收费000", "8.属于查询事项"), "行政业性收费000 | 8.属于查询事项"),
        (("行政事业性收费000", "8.属于查询事项", "本年500", "00000000000000000"), None),
        (("行政事业000", "行政规范文件"), None),
        (("行可300", "行政规范文件"), None),
        (("行政事业性", "行政事业性收费", "现行有效件"), "行政事业性 | 现行有效件"),
        (("集中采购", "现行有效件"), None),
        (("收到和处理政府信息公开申情况", "行政规范文件"), "收到和处理政府信息公开申情况 | 行政规范文件"),
        (("（三）不予公 1.属于国家", "秘密", "行政规范文件"), "（三）不予公 1.属于国家 | 行政规范文件"),
        (("三、本年度办理结果(一)予以公开000", "行政规范文件"), None),
        # A label that lacks a whole word proves nothing, but beside one that lacks letters.
        (("8.属于查询事项", "1.信访举报类申请"), None),
        (
            ("8.属于查询事项", "1.信访举报投诉申请", "行政规范文件"),
            "8.属于查询事项 | 1.信访举报投诉申请 | 行政规范文件",
        ),
        (("2.没有成信息要另行制作",), "2.没有成信息要另行制作"),
        (("属于行政查询事项", "行政规范文件"), None),
        # A 不 is a letter, and no word that people leave out.
        (("3.补正后申请内容仍明确", "行政规范文件"), "3.补正后申请内容仍明确 | 行政规范文件"),
        # 理 stands in other words as well, but does not begin them.
        (("（五）不予处", "其他对外管服务事项"), "（五）不予处 | 其他对外管服务事项"),
        (("（五）不予处", "理", "其他对外管服务事项"), None),
        # It begins one of the words that stand together below.
        # A label of a group and that of its row, both broken
        (("（三）不予公 1.属于国家", "开 秘密", "行政规范文件"), None),
        (("（三）不予公 1.属于国家",), None),
        (("（三）不予公开1.于国家秘密 ：", "行政规范文件"), "（三）不予公开1.于国家秘密 ： | 行政规范文件"),
        (("（三）不予公 1.属于国家", "开", "行政规范文件"), "（三）不予公 1.属于国家 | 行政规范文件"),
        (("（三）不 1.属于国家秘密", "予公开 2.其他法律行政法规禁止公开", "行政规范文件"), None),
        (("行政诉", "行政规范文件"), "行政诉 | 行政规范文件"),
        (("行政诉", "(yì) 讼(sòng)", "行政规范文件"), None),
        (("本年收费金额（单位", "：万元）", "行政规范文件"), None),
        (("行政规范文件", "行政事业性费"), "行政规范文件 | 行政事业性费"),
        # However many figures stand before it.
        ((*map(str, range(10_000, 12_000)), "商业企", "科研机"), "商业企 | 科研机"),
    ],
    ids=lambda cells: str(cells)[-40:],
)
def test_labels_that_lack_letters_show_a_loss(cells: tuple[str, ...], lacking: str | None) -> None:
    """One column head that lacks some inside, or two signs that are weaker: heads cut off, labels of rows."""
    assert lost_characters([Grid((tuple(map(GridCell, cells)),), lines=True)]) == lacking


def test_a_paragraph_holds_the_first_letter_of_a_label_if_it_begins_one() -> None:
    """7.属 above 于行政执法案卷; but not any other that ends in this letter."""
    table = Grid((tuple(map(GridCell, ("于行政执法案卷", "行政规范文件"))),), lines=True)

    assert lost_characters([Paragraph("7.属"), table]) is None
    assert lost_characters([Paragraph("优待其家属"), table]) == "于行政执法案卷 | 行政规范文件"


def test_one_label_of_a_row_shows_no_loss_but_in_lines_of_text() -> None:
    """In a web page or in Word, where no extractor has lost runs of letters, somebody has edited that cell."""
    cells = tuple(map(GridCell, ("4.无正当理量反复申请", "2.没有成信息要另行制作")))
    tables = [Grid((cells[:1],)), Grid((cells[:1],), lines=True), Grid((cells,))]

    assert [lost_characters([table]) for table in tables] == [
        None,
        "4.无正当理量反复申请",
        "4.无正当理量反复申请 | 2.没有成信息要另行制作",
    ]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("统计期限自20201月1起", True),
        ("自2020年1231日止", True),
        ("自2020年1月1日起至12月31日止", False),
        ("根据《中华人民共和国政府信息公条例》编制", True),
        ("根据《中华人民共和国信息公开条例》编制", False),
        ("根据《示例办法》编制", False),
    ],
)
def test_dates_and_the_name_of_the_regulation_show_a_loss(text: str, *, lost: bool) -> None:
    """Of the Regulation, many leave out 政府."""
    assert lost_characters([Paragraph(text)]) == (text if lost else None)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("政府息公开年报", True),
        ("本局政府信公开专栏", True),
        ("政府信开年报", True),
        ("政府信息公年报", True),
        ("本年度未收取政府信息公信息处理费。", True),
        ("提高政府信息公信力", False),
        ("政府信息公示栏", False),
        ("示例镇人政府", True),
        ("示例县人民府办公室", True),
        ("（二）依请公开情况。", True),
        ("本年度未收取政府信息开信息处理费。", True),
        ("示例县水利局2021年政府信息公开工年度报告", True),
        ("示例县水利局2021年政府信息公开工年报", True),
        ("2021年政务公开工报告", True),
        ("2021年政务公开工情况", True),
        ("示例县水利局2021年政府信息公开作年度报告", True),
        ("示例县水利局2021年政府信息公开作年报", True),
        ("公开工程建设项目信息8条。", False),
        ("公开作情况说明2次。", False),
        ("该平台集政府信息开放、查询于一体。", False),
        ("（二）依申公开情况。", False),
        ("示例县人民政府", False),
        ("自然人政府信息公开申请", False),
        ("本年度未收取政信息公开信息处理费。", True),
        ("根据国办开办函〔2021〕30号的要求", True),
        ("根据国办办函〔2021〕30号的要求", True),
        ("根据国办公开办函〔2021〕30号、国办函〔2020〕1号的要求", False),
        ("（一）主动情况。", True),
        ("二、主动公开政府情况", True),
        ("二、主动公开情况", False),
        ("二、主动政府信息情况", True),
        ("三、收到和政府信息公开申请情况", True),
        ("四、政府信息公开行政、行政诉讼情况", True),
        ("四、行政复议、诉讼情况", False),
        ("五、存在的主要及改进情况", True),
        ("五、存在问题及改进情况", False),
        ("党政信息公开", False),
        ("推进财政信息公开", False),
        ("政府信息开放", False),
        ("政府信息公开年报", False),
        ("一、总体开情况", True),
        ("一、总体情况", False),
    ],
)
def test_a_heading_or_the_name_of_what_is_published_without_a_letter_is_a_weak_sign(text: str, *, lost: bool) -> None:
    """It takes a second one, such as the label of a row that lacks a letter."""
    row = "4.无正当理大量反复申请"
    grid = Grid(((GridCell(row),),))

    assert lost_characters([Paragraph(text)]) is None
    assert lost_characters([Paragraph(text), grid]) == (f"{text} | {row}" if lost else None)
    # A piece of a label is none.
    assert lost_characters([Paragraph(text), Grid(((GridCell("收政府信息公开申请"),),))]) is None


def test_tables_stay_tables() -> None:
    """What was found to be one line by line; a small table of something else; one of the form with a long remark."""
    lines = Grid(((GridCell("规章"),),), lines=True)
    other = Grid(((GridCell("渠道"), GridCell("条数")), (GridCell("网站"), GridCell("76"))))
    remark = Grid(
        tuple((GridCell(label), GridCell("说" * 300)) for label in ("规章", "行政许可", "行政处罚", "行政强制"))
    )

    assert list(paragraphs_and_tables([lines, other, remark, Paragraph(" ")])) == [lines, other, remark]


def test_pinyin_is_noise_where_a_heading_or_a_label_has_it() -> None:
    """Elsewhere the report may tell how a word is read."""
    assert carries_pinyin([Paragraph("示(shì)例镇"), Grid(((GridCell("規(guī)章(zhāng)"),),))])
    assert carries_pinyin([Paragraph("一、总(zǒng)体(tǐ)情(qíng)况(kuàng)")])
    assert not carries_pinyin([Paragraph("示(shì)例镇"), Paragraph("一、总体情况")])


def test_what_the_page_says_of_itself_is_asked_last() -> None:
    """Title element and meta elements tell what the text does not."""
    report = build_report(published=None, title=None)
    said = (
        Paragraph("示例镇人民政府2021年政府信息公开工作年度报告 - 示例县人民政府门户网站", Role.PAGE),
        Paragraph("PubDate：2022-01-20 10:15", Role.PAGE),
    )

    read = recognize(page(*said, report=report)).report

    assert (read.title, read.agency, read.year, read.published) == (
        "示例镇人民政府2021年政府信息公开工作年度报告",
        REPORT.agency,
        2021,
        dt.date(2022, 1, 20),
    )
    assert recognize(page(*said)).report.title == REPORT.title


def test_the_title_of_the_article_is_a_title() -> None:
    """A meta element names the article without the site."""
    report = build_report(published=None, title=None)
    said = Paragraph("ArticleTitle：2021年政府信息公开工作年度报告", Role.PAGE)

    assert recognize(page(said, report=report)).report.title == "2021年政府信息公开工作年度报告"


def test_what_a_site_puts_below_a_report_is_dropped() -> None:
    """Buttons, links to other pages and the site's own imprint are none of section 六."""
    below = ("【打印本页】", "上一篇：无", "主办单位：示例县人民政府办公室", "示ICP备00000000号")

    report = build_report(published=None, other_matters=[])
    assert recognize(page(after=tuple(map(Paragraph, below)))) == gd.Reading(REPORT)
    assert recognize(page(report=report, after=tuple(map(Paragraph, below)))) == gd.Reading(report)


def test_another_table_above_the_title_is_the_page_s() -> None:
    """A metadata block in a table tells the day of publication and is no preamble."""
    metadata = Grid(((GridCell("索引号"), GridCell("A-1"), GridCell("发布日期"), GridCell("2022-01-20")),))

    read = recognize(page(metadata)).report

    assert (read.published, read.preamble) == (dt.date(2022, 1, 20), REPORT.preamble)


def test_an_explanation_is_no_report() -> None:
    """A page that explains a report repeats its headings, under a title of its own."""
    blocks: list[Block] = [Paragraph("《示例镇2021年政府信息公开工作年度报告》解读")]
    blocks += [Paragraph(heading) for heading in HEADINGS.values()]

    assert refusal(blocks) == ("EXPLANATION", "expected a report, found an explanation of one")
    assert recognize(page(Paragraph("年度报告解读"))) == gd.Reading(REPORT)


def test_words_that_name_an_explanation_can_stand_beside_a_report() -> None:
    """In a line of the menu, beside its title, or in a sentence of its preamble."""
    untitled = build_report(
        published=None, title=None, preamble=["本机关对2021年年报《图解》如下：" + "做好解读。" * 20]
    )
    explanation = "《示例镇2021年政府信息公开工作年度报告》解读"

    assert recognize(page(Paragraph("年度报告解读"), report=untitled)).report.title is None
    assert recognize(page(Paragraph(explanation, role=Role.PAGE))) == gd.Reading(REPORT)
    assert refusal(page(Paragraph(explanation, role=Role.PAGE), report=untitled))[0] == "EXPLANATION"


def empty_form(agency: str = "示例镇人民政府") -> gd.AnnualReport:
    """Give a form that nobody filled in."""
    report = gd.AnnualReport.blank(agency=agency, year=2021)
    report.preamble = list(REPORT.preamble)
    return report


def test_the_empty_form_is_no_report_unless_it_is_asked_for() -> None:
    """Nobody wrote anything, and no figure is stated."""
    blocks = page(report=empty_form())

    assert refusal(blocks) == ("BLANK-FORM", "expected a report, found the empty form; allow_blank reads it")
    assert recognize(blocks, allow_blank=True) == gd.Reading(empty_form())


def with_row(report: gd.AnnualReport, *cells: str) -> list[Block]:
    """Give a report with one more row at the end of table II."""
    blocks = page(report=report)
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Grid))
    table = blocks[at]
    assert isinstance(table, Grid)
    blocks[at] = Grid((*table.rows, tuple(map(GridCell, cells))))
    return blocks


@pytest.mark.parametrize("cells", [("其他主动公开文件", "5", "", ""), ("", "5", "", "5")])
def test_a_form_with_figures_that_could_not_be_placed_is_not_empty(cells: tuple[str, ...]) -> None:
    """What stands in no cell stands in a note; somebody filled the form in."""
    reading = recognize(with_row(empty_form(), *cells))

    assert reading.report == empty_form()
    assert [(note.code, note.raw) for note in reading.notes] == [("UNPLACED", " | ".join(filter(None, cells)))]


def test_one_figure_alone_does_not_fill_a_form_in() -> None:
    """Without a label it can be the number of the page."""
    assert refusal(with_row(empty_form(), "", "5", "", ""))[0] == "BLANK-FORM"


def test_a_notice_that_brings_the_form_is_no_report() -> None:
    """Its filling instructions are no narrative."""
    form = empty_form()
    form.overview = ["（包括主动公开、依申请公开等情况）"]
    notice = Paragraph("关于印发政府信息公开工作年度报告格式的通知", Role.PAGE)

    assert refusal(page(notice, report=form))[0] == "BLANK-FORM"
    assert recognize(page(report=form)).report == form


def test_blank_tables_of_nobody_are_no_report() -> None:
    """Without a name and without a figure there is nothing to check."""
    form = empty_form()
    form.overview = ["（包括主动公开、依申请公开等情况）"]
    form.title, form.agency = "政府信息公开工作年度报告", None

    assert refusal(page(report=form))[0] == "BLANK-FORM"


@pytest.mark.parametrize(
    "title",
    [
        "××县人民政府2021年政府信息公开工作年度报告",
        "2021年政府信息公开工作年度报告（范本）",
        "示例镇人民政府2021年政府信息公开工作年度报告（示例）",
        "政府信息公开工作年度报告（参考模板）",
        "示例镇人民政府2021年政府信息公开工作年度报告（格式）",
        "示例镇人民政府2021年政府信息公开工作年度报告（空白）",
    ],
)
def test_a_sample_is_no_report(title: str) -> None:
    """A title with crosses in place of the name, or that says so; a place may be called 示例镇."""
    report = build_report(published=None, title=title)

    assert refusal(page(report=report)) == ("SAMPLE", f"expected a report, found a sample: {title}")
    assert recognize(page(report=report), allow_blank=True).report.title == title


@pytest.mark.parametrize("word", ["范文", "参考模板", "样表", "的格式"])
def test_what_is_called_a_sample_without_brackets_is_no_report(word: str) -> None:
    """Such a line stands where the title should; without a year it can be a line of the menu."""
    report = build_report(published=None, title=None, agency=None)
    title = f"政府信息公开工作年度报告{word}"

    refused = refusal([Paragraph(f"2021年{title}"), *page(report=report)])

    assert refused == ("SAMPLE", f"expected a report, found a sample: 2021年{title}")
    assert recognize([Paragraph(title), *page(report=report)]).report.year == 2021


def test_a_body_named_like_a_sample_reports() -> None:
    """示例镇模范村 has a name, and no title that calls itself a model."""
    title = "示例镇模范街道2021年政府信息公开工作年度报告"

    assert recognize(page(report=build_report(published=None, title=title))).report.title == title


NOTICE = "关于做好2021年政府信息公开工作年度报告编制发布工作的通知"


def outline(name: str) -> list[Block]:
    """Give the six headings with text below them and no table, below a name."""
    return [Paragraph(name), *(Paragraph(text) for head in HEADINGS.values() for text in (head, "按格式填写。"))]


def test_a_notice_on_how_to_write_reports_is_none() -> None:
    """It has the six headings with instructions and no table; a report whose tables are pictures has no such name."""
    told = ("NOTICE", "expected a report, found a notice about reports or an assessment of them")
    assert refusal(outline(NOTICE)) == told
    assert refusal(outline("2021年政府信息公开工作年度报告编写说明")) == told
    assert recognize(outline("示例镇公开工作")).report.overview == ["按格式填写。"]
    assert recognize(page(Paragraph(NOTICE))).report.title == REPORT.title


@pytest.mark.parametrize(
    "name",
    [
        *("示例市2021年政府信息公开工作年度报告评估报告", "关于2021年政府信息公开工作年度报告发布情况的通报"),
        *("示例市2021年政府信息公开年报质量抽查情况", "2021年政府信息公开工作年度报告考核结果"),
        *("示例市各单位2021年政府信息公开工作年度报告汇总", "示例市2021年政府信息公开年报分析报告"),
    ],
)
def test_what_is_said_of_the_reports_of_a_place_is_none(name: str) -> None:
    """Neither an assessment under the six headings nor a summary; with tables, it is a report that is called so."""
    assert refusal(outline(name))[0] == "NOTICE"
    assert recognize(page(Paragraph(name), report=build_report(title=None, agency=None))).report.title is None


def test_an_outline_from_before_the_form_is_no_report() -> None:
    """Reports on 2018 and before have other sections and no tables."""
    blocks: list[Block] = [
        Paragraph("示例县统计局2017年政府信息公开工作年度报告"),
        Paragraph("一、概述"),
        Paragraph("本局公开信息10条。"),
        Paragraph("五、存在的主要问题及改进措施"),
    ]

    assert refusal(blocks) == (
        "OLD-OUTLINE",
        "a report on 2017 is older than the form, which begins with 2019, and has none of its tables",
    )
    later = [Paragraph("示例县统计局2021年政府信息公开工作年度报告"), *blocks[1:]]
    assert recognize(later).report.overview == ["本局公开信息10条。"]


def test_notes_stand_in_the_order_of_the_source() -> None:
    """By page, line, table and row; what has no place comes first."""
    tables = 0
    blocks: list[Block] = []
    for block in foreign(build_report(published=None, title=None, preamble=[]), spans):
        if isinstance(block, Grid):
            tables += 1
            rows = tuple(
                tuple(GridCell("约8", c.rows, c.columns) if c.path and c.text == "0" else c for c in row)
                for row in block.rows
            )
            blocks.append(Grid(rows, sources=tuple(Source(table=tables, row=n + 1) for n in range(len(rows)))))
        else:
            blocks.append(block)

    sources = [note.source for note in recognize(blocks).notes]
    places = [(source.table or 0, source.row or 0) for source in sources if source is not None]

    assert sources[0] is None
    assert places == sorted(places)
    assert {table for table, _ in places} == {1, 2, 3}


def test_pinyin_is_taken_out_across_the_lines_of_a_narrow_cell() -> None:
    """Wherever the line ends: before the parenthesis, inside the syllable, between two; or by the end of the page."""
    cells = ("(guo)\n(guo)家", "国\n(guó)家", "国(g\nuo)家", "国(\nguo\n)(\nguo)家\n秘密", "国guo\nGDP")

    stripped = strip_pinyin(Grid((tuple(map(GridCell, cells)),)))

    assert stripped == Grid((tuple(map(GridCell, ("家", "国家", "国家", "国家\n秘密", "国guo\nGDP"))),))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("示例镇人民政府2021年", "政府信息公开工作年度报告"), "示例镇人民政府2021年政府信息公开工作年度报告"),
        (("示例镇人民政府", "2021年", "政府信息公开工作年度报告"), "示例镇人民政府2021年政府信息公开工作年度报告"),
        (("示例镇人民政府2021年政府信息公开工作", "年度报告"), "示例镇人民政府2021年政府信息公开工作年度报告"),
        (
            ("示例镇人民政府", "政府信息公开工作年度报告", "（2021年度）"),
            "示例镇人民政府政府信息公开工作年度报告（2021年度）",
        ),
        (("首页", "示例镇人民政府2021年政府信息公开工作年度报告"), "示例镇人民政府2021年政府信息公开工作年度报告"),
        (
            ("示例镇人民政府关于", "2021年政府信息公开工作年度报告"),
            "示例镇人民政府关于2021年政府信息公开工作年度报告",
        ),
        (("示" * 90, "示例镇人民政府办公室", "2021年政府信息公开工作年度报告"), None),
    ],
)
def test_a_title_on_several_lines_is_one(lines: tuple[str, ...], title: str | None) -> None:
    """Name, year and kind of report can each stand on a line of their own, or a line can end anywhere."""
    body = list(foreign(REPORT, spans))[1:]

    report = recognize([*map(Paragraph, lines), *body]).report

    assert report == attrs.evolve(
        REPORT,
        title=title or "".join(lines[1:]),
        agency=REPORT.agency if title else gd.Agency(name="示例镇人民政府办公室"),
    )


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (("2021年", "示例县统计局", "政府信息公开工作", "年度报告"), "示例县统计局"),
        (("示例县统计局2021年政府信息", "公开", "工作", "年度报告"), "示例县统计局"),
        (("示例县", "统计局", "2021年", "政府信息公开工作年度报告"), "示例县统计局"),
        (("示例省", "示例县", "统计局2021年政府信息公开", "工作年度报告"), "示例县统计局"),
        (("示例县", "住房和城乡建设局2021年政府信息公开年报"), "示例县住房和城乡建设局"),
        (("示例自治旗", "2021年政府信息公开年报"), "示例自治旗"),
        (("示例县人民政府", "办公室", "2021年政府信息公开年报"), "示例县人民政府办公室"),
        # What can be a line of the menu is none of the title.
        (("示例市", "示例县统计局2021年政府信息公开年报"), "示例县统计局"),
        (("示例县", "国家税务总局2021年政府信息公开年报"), "国家税务总局"),
        (("互动交流", "办公室2021年政府信息公开年报"), "办公室"),
        (("示例县人民政府", "统计局2021年政府信息公开年报"), "统计局"),
    ],
)
def test_a_line_above_a_title_completes_its_agency(lines: tuple[str, ...], agency: str) -> None:
    """统计局 is that of the place above it; the agency of a title that names its place is whole."""
    report = recognize([*map(Paragraph, lines), *list(foreign(REPORT, spans))[1:]]).report

    assert (report.agency, report.year) == (gd.Agency(name=agency), 2021)


def test_links_to_other_articles_end_a_report() -> None:
    """What stands below the link to the next article is the site's, whatever it says."""
    below = ("上一篇：通知", "下一篇", "地址：某路1号")

    assert recognize(page(after=tuple(map(Paragraph, below)))).report == REPORT


def test_a_year_in_chinese_numerals_is_no_sample() -> None:
    """〇〇 of 二〇〇九年 stands for digits, not for a name that is left out."""
    report = build_report(published=None, title="二〇〇九年示例镇政府信息公开工作年度报告")

    assert recognize(foreign(report, spans)).report.year == 2009


def test_an_explanation_that_is_called_a_report_is_none() -> None:
    """A page that tells a report in pictures has its title with words before it."""
    report = build_report(published=None, title="一图读懂|示例镇2021年政府信息公开工作年度报告")

    assert refusal(list(foreign(report, spans)))[0] == "EXPLANATION"


@pytest.mark.parametrize(
    "lines", [("政府信息公开", "年报"), ("示例县人民政府政府信息公开", "年报"), ("2020年政府信息公开", "年报")]
)
def test_two_lines_of_a_menu_are_no_title(lines: tuple[str, ...]) -> None:
    """They lack the agency or the year, so what the page says of itself is the title."""
    blocks = [Paragraph(REPORT.title or "", role=Role.PAGE), *map(Paragraph, lines), *list(foreign(REPORT, spans))[1:]]

    report = recognize(blocks).report

    assert report == attrs.evolve(REPORT, preamble=[*lines, *REPORT.preamble])


@pytest.mark.parametrize("above", ["2022年", "示例县人民政府2022年"])
def test_another_year_above_a_title_is_no_part_of_it(above: str) -> None:
    """It is the year of a list of articles, not that of the report."""
    lines = (above, "2021年政府信息公开工作年度报告")

    report = recognize([*map(Paragraph, lines), *list(foreign(REPORT, spans))[1:]]).report

    assert (report.title, report.agency, report.year) == (lines[1], None, 2021)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("示例县人民政府", "示例镇人民政府2021年政府信息公开工作年度报告"), 1),
        (("示例镇人民政府2021年政府信息公开工作年度报告", "（2021年度）"), 0),
        (("2021年政府信息公开工作年度报告", "示例镇信访局"), 0),
    ],
)
def test_lines_beside_a_title_are_no_part_of_it(lines: tuple[str, ...], title: int) -> None:
    """Where it has an agency and a year of its own; nor does a line below it name the agency."""
    report = recognize([*map(Paragraph, lines), *list(foreign(REPORT, spans))[1:]]).report

    assert report.title == lines[title]


def test_an_annex_that_section_one_speaks_of_is_no_section() -> None:
    """Only behind section 六 one begins; blanks around a paragraph are the page's."""
    overview = ["附件1：统计表", "已经公开。"]
    report = build_report(published=None, overview=overview)
    blocks = [
        attrs.evolve(block, text=f" {block.text}\u3000") if isinstance(block, Paragraph) else block
        for block in foreign(report, spans)
    ]

    assert recognize(blocks) == gd.Reading(report)


def parted(*tables: Block) -> gd.Reading:
    """Read the report with other tables in place of table II."""
    blocks = page()
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Grid))
    return recognize([*blocks[:at], *tables, *blocks[at + 1 :]])


def test_rows_below_a_whole_table_are_rows_of_it_once_more_or_its_rest() -> None:
    """
    Two rows again are kept as text; one row with another figure, or a piece of a label, is noted.

    Of a table cut in two, all is read.
    """
    table = next(block for block in page() if isinstance(block, Grid))
    again = [(GridCell("行政处罚"), GridCell("2")), (GridCell("行政强制"), GridCell("0"))]
    cut = next(n for n, row in enumerate(table.rows) if row[0].text == "行政处罚")
    head, rest = Grid(table.rows[:cut]), Grid(tuple(table.rows[cut : cut + 2]))

    summary, one, piece, whole = (
        parted(table, Grid(tuple(again))),
        parted(table, Grid(((GridCell("行政处罚"), GridCell("9")),))),
        parted(table, Grid(((GridCell("事业性收费"), GridCell("7")),))),
        parted(head, rest, Grid(table.rows[cut + 2 :])),
    )

    assert summary.report.proactive_disclosure is not None
    assert summary.report.proactive_disclosure.notes == ["行政处罚 | 2", "行政强制 | 0"]
    assert ("UNPLACED", "行政处罚 | 9") in [(note.code, note.raw) for note in one.notes]
    assert ("UNPLACED", "事业性收费 | 7") in [(note.code, note.raw) for note in piece.notes]
    assert whole == gd.Reading(REPORT)


def test_a_row_that_comes_again_is_noted_though_a_summary_stands_above() -> None:
    """Only what has enough of the form's labels is a summary."""
    blocks = page()
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Grid))
    again = Grid(((GridCell("行政处罚"), GridCell("9")),))
    summary = Grid(tuple((GridCell(label), GridCell("3")) for label in ("行政许可", "行政处罚", "行政强制")))
    heading = blocks.index(Paragraph(HEADINGS["proactive_disclosure"]))

    reading = recognize([*blocks[:heading], summary, *blocks[heading : at + 1], again, *blocks[at + 1 :]])

    assert reading.report.overview == [*(REPORT.overview or ()), "行政许可 | 3", "行政处罚 | 3", "行政强制 | 3"]
    assert ("UNPLACED", "行政处罚 | 9") in [(note.code, note.raw) for note in reading.notes]


def test_the_title_of_another_report_in_a_text_without_one_is_a_line() -> None:
    """There is no title that it could differ from."""
    report = build_report(
        published=None, title=None, overview=["示例县统计局2021年政府信息公开工作年度报告", "已经公开。"]
    )

    assert recognize(foreign(report, spans)).report.overview == report.overview


def test_notes_are_sorted_whatever_their_sources_tell() -> None:
    """A line of a page tells less than a row of a table on it."""
    places = [Source(page=1, table=1, row=2), Source(page=1), Source(page=1, table=1, row=1), None]
    draft = ForeignDraft([], allow_blank=True, notes=[gd.Note("UNPLACED", source=place) for place in places])

    sort_notes(draft)

    assert [note.source for note in draft.notes] == [places[3], places[1], places[2], places[0]]


def test_a_line_that_speaks_of_the_report_of_another_year_is_no_second_report() -> None:
    """It names no agency; the same title once more is none, either."""
    overview = ["2020年政府信息公开工作年度报告", REPORT.title or "", "已经公开。"]
    report = build_report(published=None, overview=overview)

    assert recognize(foreign(report, spans)) == gd.Reading(report)


def titled(*lines: str, page: tuple[str, ...] = ()) -> gd.Reading:
    """Read a report below these lines, without a period."""
    untitled = list(foreign(build_report(published=None, title=None, preamble=[]), spans))
    start = untitled.index(Paragraph(HEADINGS["overview"]))
    names = [Paragraph(name, role=Role.PAGE) for name in page]
    return recognize([*names, *map(Paragraph, lines), *untitled[start:]])


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ((REPORT.title or "", "政府信息公开年报"), REPORT.title),
        (("2021年政府信息公开工作年度报告", "示例镇信访局"), "2021年政府信息公开工作年度报告"),
        (("示例镇人民政府政府信息公开工作年度报告",), "示例镇人民政府政府信息公开工作年度报告"),
        (("示例镇人民政府政府信息公开工作年度报告", "首页"), "示例镇人民政府政府信息公开工作年度报告"),
    ],
)
def test_of_several_lines_the_title_is_the_one_that_tells_most(lines: tuple[str, ...], title: str) -> None:
    """Only a line above it can name its agency, and only one below it that holds a year can name its year."""
    assert titled(*lines).report.title == title


def test_a_title_above_the_tables_is_preferred_to_one_below_them() -> None:
    """Where a table stands above section 一; where no title stands above it, that below is taken."""
    blocks = page()
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Grid))
    title, table, rest = blocks[0], blocks[at], [*blocks[1:at], *blocks[at + 1 :]]
    again = Paragraph("示例镇人民政府2021年政府信息公开年报")

    assert recognize([title, table, again, *rest]).report.title == REPORT.title
    assert recognize([table, title, *rest]).report.title == REPORT.title


def test_titles_of_two_years_are_both_quoted() -> None:
    """Which of them is the report's is not known: a menu of other years can stand right above the title."""
    other = "示例镇人民政府2020年政府信息公开工作年度报告"

    reading = titled(other, REPORT.title or "")

    assert (reading.report.agency, reading.report.year) == (REPORT.agency, None)
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("YEAR-MISSING", ("year",), f"{REPORT.title} | {other}")
    ]


OTHERS = ("示例县统计局2021年政府信息公开工作年度报告", "示例镇人民政府2020年政府信息公开工作年度报告")


def test_titles_of_two_agencies_leave_the_agency_blank() -> None:
    """Which of them is the report's is not known: either can be a link."""
    reading = titled(OTHERS[0], REPORT.title or "")

    assert (reading.report.agency, reading.report.year) == (None, 2021)
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("METADATA-UNREADABLE", ("agency",), f"{REPORT.title} | {OTHERS[0]}")
    ]


@pytest.mark.parametrize(
    "above",
    [
        Paragraph("本网站说明如下。"),
        Grid(tuple((GridCell(label), GridCell("")) for label in ("规章", "行政许可", "行政处罚", "行政强制"))),
    ],
)
def test_a_link_below_what_the_page_says_is_no_second_report(above: Block) -> None:
    """Neither a sentence above it nor a menu with words of the form makes it part of the report."""
    untitled = list(foreign(build_report(published=None, title=None, preamble=[]), spans))
    start = untitled.index(Paragraph(HEADINGS["overview"]))

    reading = recognize([above, Paragraph(OTHERS[0]), Paragraph(REPORT.title or ""), *untitled[start:]])

    assert [(note.code, note.paths) for note in reading.notes if note.code == "METADATA-UNREADABLE"] == [
        ("METADATA-UNREADABLE", ("agency",))
    ]


def test_titles_of_two_years_leave_the_year_blank() -> None:
    """The agency is the same, and known; where there is a period, it tells the year."""
    reading = titled(REPORT.title or "", OTHERS[1])

    assert (reading.report.agency, reading.report.year) == (REPORT.agency, None)
    assert [(note.code, note.paths) for note in reading.notes] == [("YEAR-MISSING", ("year",))]
    assert recognize([Paragraph(OTHERS[1]), *foreign(REPORT, spans)]) == gd.Reading(REPORT)


@pytest.mark.parametrize("others", [OTHERS[:1], OTHERS[1:], OTHERS])
def test_the_title_that_a_page_gives_itself_tells_which_one_is_the_report_s(others: tuple[str, ...]) -> None:
    """Links to other reports stand above the text, below the title."""
    reading = titled(REPORT.title or "", *others, page=(f"{REPORT.title}-示例县",))

    assert (reading.report.title, reading.report.agency, reading.notes) == (REPORT.title, REPORT.agency, ())


@pytest.mark.parametrize(
    ("above", "agency"), [("示例", "省气象局"), ("示例经济", "技术开发区管委会"), ("示例土家族苗", "族自治县水利局")]
)
def test_a_title_that_the_page_calls_itself_is_joined_wherever_it_breaks(above: str, agency: str) -> None:
    """The name of the page tells that the line above is its beginning; another name leaves it in doubt."""
    line = f"{agency}2021年政府信息公开工作年度报告"

    reading = titled(above, line, page=(f"{above}{line}-示例省政府网站",))
    other = titled("政务公开", above, line, page=(f"{above}{line}",))
    unnamed = titled(above, line, page=("示例省政府网站",))

    expected = (f"{above}{line}", gd.Agency(name=f"{above}{agency}"), ())
    assert (reading.report.title, reading.report.agency, reading.notes) == expected
    assert (other.report.title, other.report.agency, other.notes) == expected
    assert [(note.code, note.paths, note.raw) for note in unnamed.notes] == [
        ("METADATA-UNREADABLE", ("agency",), above)
    ]


def test_an_agency_above_a_title_that_the_page_does_not_name_is_in_doubt() -> None:
    """It can be a line of the menu."""
    reading = titled("示例县信访局", "2021年政府信息公开工作年度报告", page=(f"{REPORT.title}-示例县",))

    assert reading.report.agency is None
    assert [(note.code, note.paths) for note in reading.notes] == [("METADATA-UNREADABLE", ("agency",))]


@pytest.mark.parametrize(
    "below",
    [
        ("上一篇：通知", "本网站的文字未经许可不得转载。"),
        ("相关链接", "1.示例镇政府信息公开指南已更新"),
        ("关闭不合规政务新媒体2个",),
        ("打印公开申请表12份",),
        ("分享各村经验",),
        ("【下一步】加强培训",),
        ("编制政府信息公开年报图解3期",),
        ("已按要求发布《示例镇2021年政府信息公开工作年度报告》",),
        ("已发布《2021年政府信息公开工作年度报告》的解读",),
        ("公开了2021年政府信息公开工作年度报告图解",),
        ("通过一图读懂等形式解读《示例镇2021年政府信息公开工作年度报告》",),
        ("编制：示例镇2021年政府信息公开工作年度报告", "已全部完成"),
        ("联系我们的方式：示例路1号；",),
        ("2021年政府信息公开工作年度报告", "已在网站公布"),
        ("最新公开信息12条",),
        ("提供技术支持：3次",),
        ("技术支持：由县大数据中心提供网站技术支持服务", "新媒体：另有账号3个"),
    ],
)
def test_no_sentence_below_is_dropped(below: tuple[str, ...]) -> None:
    """Words that a web site puts below a page stand in sentences as well, with or without a full stop."""
    report = recognize(page(after=tuple(map(Paragraph, below)))).report

    assert report.other_matters == [*(REPORT.other_matters or ()), *below]


@pytest.mark.parametrize(
    "below",
    [
        ("【字体：大 中 小】", "【打印本页】 【关闭窗口】"),
        ("分享到：微信 微博", "扫一扫在手机打开当前页"),
        ("返回顶部", "返回列表"),
        ("上一篇：没有了", "下一篇：示例镇开展培训", "示例镇召开会议", "2022-01-20"),
        ("相关文章", "示例镇人民政府2020年政府信息公开工作年度报告"),
        ("信息来源：示例镇", "责任编辑：本站"),
        ("来源：示例镇", "编辑：张某", "点分享", "点收藏", "点在看", "点点赞"),
        ("QQ空间 新浪微博 微信", "一图读懂示例镇2021年政府信息公开年报"),
        ("图解：示例镇2021年政府信息公开工作年度报告", "视频解读：示例镇2021年政府信息公开工作年度报告"),
        ("[政策解读]《示例镇2021年政府信息公开工作年度报告》的解读说明",),
        ("《示例镇2021年政府信息公开工作年度报告》解读",),
        ("点击查看：示例镇2021年政府信息公开工作年度报告（图片版）", "放大 缩小", "长者模式"),
        ("示例镇统计站2021年政府信息公开工作年度报告", "示例镇2022年部门预算", "示例镇2020年部门决算"),
        ("最新公开", "示例镇统计站2021年政府信息公开工作年度报告 2022-01-20"),
        ("热门信息：", "扫一扫手机打开当前页", "背景色", "繁體版", "下载附件"),
        ("您访问的链接即将离开本网站，是否继续？", "继续 放弃"),
        ("技术支持：示例科技公司", "建议使用1024*768分辨率"),
    ],
)
def test_what_a_web_site_puts_below_is_dropped(below: tuple[str, ...]) -> None:
    """Commands, links to the next article with all that stands below, who is responsible."""
    assert recognize(page(after=tuple(map(Paragraph, below)))).report == REPORT


def test_a_character_that_could_not_be_decoded_is_noted() -> None:
    """By the text that has lost it; the figures are read."""
    report = build_report(
        published=None,
        overview=["依法公开政府信\ufffd。", "公开平台不断完善。"],
        other_sections=[gd.OtherSection(heading="七、附\ufffd", paragraphs=["附件\ufffd。"])],
    )
    reading = recognize(page(report=report))

    assert [(note.code, note.paths, note.raw) for note in reading.notes if note.code == "CHARACTERS-LOST"] == [
        ("CHARACTERS-LOST", ("overview[0]",), "依法公开政府信\ufffd。"),
        ("CHARACTERS-LOST", ("other_sections[0].heading",), "七、附\ufffd"),
        ("CHARACTERS-LOST", ("other_sections[0].paragraphs[0]",), "附件\ufffd。"),
    ]
    assert reading.report.requests == report.requests


BARRED: Final = ("规章 | 0 | 0 | 3", "行政许可 | 8", "行政处罚 | 2", "行政强制 | 0")


@pytest.mark.parametrize("line", [None, 7])
def test_paragraphs_with_bars_are_lines_of_a_table_if_they_have_labels_enough(line: int | None) -> None:
    """A page can have a row of a table in each of its paragraphs; where it tells their places, the table has them."""
    source = None if line is None else Source(line=line)
    paragraphs = [Paragraph(text, source=source) for text in BARRED]
    rows = tuple(tuple(map(GridCell, text.split("|"))) for text in BARRED)
    table = Grid(rows, lines=True, sources=() if source is None else (source,) * len(rows))
    above, below = Paragraph("二、主动公开政府信息情况"), Grid(((GridCell("邮编"),),))

    assert list(with_barred_lines([above, *paragraphs, below])) == [above, table, below]
    # Where there is a table of the form, they are figures that a text tells besides, or a menu.
    assert list(with_barred_lines([table, *paragraphs])) == [table, *paragraphs]


@pytest.mark.parametrize(
    "paragraphs",
    [
        [Paragraph(text) for text in BARRED[:3]],
        [Paragraph("登录 | 注册"), Paragraph("规章 | 行政规范性文件 | 行政许可")],
        [Paragraph(text, role=Role.HEADING) for text in BARRED],
    ],
)
def test_other_paragraphs_with_bars_are_text(paragraphs: list[Paragraph]) -> None:
    """A menu has a few labels, and what a document calls a heading is none of a table."""
    assert list(with_barred_lines(paragraphs)) == paragraphs


@pytest.mark.parametrize("printer", [row_a_line, cell_a_line])
@pytest.mark.parametrize("page", ["<p>{}</p>", "<div>{}</div>", "{}<br>"])
def test_a_text_table_in_paragraphs_of_a_web_page_is_read_as_in_a_text(printer: Printer, page: str) -> None:
    """Also below each other in one paragraph."""
    text = print_report(build_report(), printer)
    content = "".join(page.format(line) for line in text.splitlines())
    read, plain = gd.parse(f"<html><body>{content}</body></html>"), gd.parse(text)

    assert read.report == plain.report
    assert [(note.code, note.paths, note.raw) for note in read.notes] == [
        (note.code, note.paths, note.raw) for note in plain.notes
    ]
