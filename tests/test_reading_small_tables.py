"""Table IV as three small tables, each below a caption that names its block."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.grids import foreign, spans
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph
from govdisclosure.form.grids import form_rows
from govdisclosure.model.report import HEADINGS
from govdisclosure.reading.recognize import recognize
from govdisclosure.reading.tables.small_tables import heads_named, names_all_blocks, names_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PATHS = [cell.path for cell in gd.cells(build_report()) if cell.path.startswith("review_and_litigation.")]
REPORT = build_report(published=None, cells={path: number for number, path in enumerate(PATHS, 1)})
WHOLE = build_report(published=None)
ROWS = len(form_rows(gd.ReviewAndLitigation))
CAPTIONS = (
    ("行政复议", "未经复议直接起诉", "复议后起诉"),
    ("（一）行政复议情况", "（二）未经复议直接起诉的行政诉讼情况", "（三）复议后起诉的行政诉讼情况"),
    ("表1 行政复议", "表2 行政诉讼-未经复议直接起诉", "表3 行政诉讼-复议后起诉"),
    ("行政复议（件）", "行政诉讼（未经复议直接起诉）（件数）", "行政诉讼（复议后起诉，件）"),
    ("行政复议（单位：件）", "行政诉讼（未经复议直接起诉）（单位：件）", "行政诉讼（复议后起诉）（单位：件）"),
    ("2021年政府信息公开行政复议情况", "直接起诉的行政诉讼案件", "经行政复议后起诉的行政诉讼案件"),
    ("行政复议数量", "未经复议直接起诉数量", "复议后起诉案件数量"),
)


def blocks(captions: Sequence[str]) -> Iterator[Block]:
    """Give the report with table IV in three, each below a caption."""
    for block in foreign(REPORT, spans):
        if not isinstance(block, Grid) or len(block.rows) != ROWS or block.rows[0][0].text != "行政复议":
            yield block
            continue
        heads, figures = block.rows[-2][-5:], block.rows[-1]
        for place, caption in enumerate(captions):
            yield Paragraph(caption)
            yield Grid((heads, figures[5 * place : 5 * place + 5]))


def text(between: str, captions: Sequence[str]) -> str:
    """Print them as text."""
    lines: list[str] = []
    for block in blocks(captions):
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Grid):
            lines += [between.join(cell.text for cell in row) for row in block.rows]
    return "\n".join(lines)


def figures_of(report: gd.AnnualReport) -> list[object]:
    """Give the figures of table IV."""
    return [gd.get(report, path) for path in PATHS]


@pytest.mark.parametrize("captions", CAPTIONS)
def test_small_tables_below_their_captions_are_table_four(captions: tuple[str, ...]) -> None:
    """In a grid, each of its figures in its block."""
    reading = recognize(blocks(captions))

    assert figures_of(reading.report) == list(range(1, 16))
    assert reading.notes == ()


@pytest.mark.parametrize("captions", CAPTIONS)
@pytest.mark.parametrize("between", [" | ", "\n"])
def test_small_tables_in_text_are_table_four(captions: tuple[str, ...], between: str) -> None:
    """A row a line, or a cell a line."""
    reading = gd.parse(text(between, captions))

    assert figures_of(reading.report) == list(range(1, 16))
    assert reading.notes == ()


@pytest.mark.parametrize("captions", [("复议后起诉", "未经复议直接起诉", "行政复议"), ("甲情况", "乙情况", "丙情况")])
def test_small_tables_that_do_not_name_their_blocks_in_order_are_not_placed(captions: tuple[str, ...]) -> None:
    """Every figure is in no cell, and quoted."""
    reading = recognize(blocks(captions))

    assert figures_of(reading.report) == [None] * 15
    assert "UNPLACED" in {note.code for note in reading.notes}


@pytest.mark.parametrize(
    ("caption", "heads"),
    [
        ("行政复议", ["行政复议"]),
        ("表2 行政诉讼-未经复议直接起诉", ["行政诉讼", "未经复议直接起诉"]),
        ("（三）复议后起诉的行政诉讼情况", ["行政诉讼", "复议后起诉"]),
        ("因政府信息公开工作未经行政复议直接提起诉讼", ["未经复议直接起诉"]),
        ("行政复议：2", []),
        ("本年度行政复议案件无纠正", []),
        ("行政复议" * 12, []),
        ("", []),
    ],
)
def test_a_caption_names_heads_and_nothing_else(caption: str, heads: list[str]) -> None:
    """With a number, 表, 的 and 情况; a sentence is no caption."""
    assert heads_named(caption, gd.ReviewAndLitigation) == heads


@pytest.mark.parametrize("caption", ["表3 行政复议、行政诉讼情况统计表", "行政诉讼情况", "表1 行政复议"])
def test_a_caption_above_all_of_table_four_is_text(caption: str) -> None:
    """As one above tables II and III is; it names no block of those below it."""
    captioned: list[Block] = []
    for block in foreign(WHOLE, spans):
        is_whole = isinstance(block, Grid) and len(block.rows) == ROWS and block.rows[0][0].text == "行政复议"
        captioned += [Paragraph(caption), block] if is_whole else [block]

    report = recognize(captioned).report

    assert report.review_and_litigation is not None
    assert (figures_of(report), report.review_and_litigation.notes) == (figures_of(WHOLE), [caption])


def above_table_four(*said: str) -> str:
    """Print the report with these lines below the heading of section 四."""
    heading = HEADINGS["review_and_litigation"]
    lines = "\n".join((heading, *said))
    return print_report(WHOLE, row_a_line).replace(f"{heading}\n", f"{lines}\n")


def test_a_label_above_words_with_figures_is_their_heading() -> None:
    """Between tables it can be a piece of one, and is no text."""
    said = ["行政复议", "本年度发生行政复议15件。", "行政诉讼", "另有2件", "行政复议"]

    report = gd.parse(above_table_four(*said)).report

    assert report.review_and_litigation is not None
    assert (figures_of(report), report.review_and_litigation.notes) == (figures_of(WHOLE), said[:4])


def test_what_is_printed_in_place_of_a_table_is_noted() -> None:
    """Label, colon and figure, each on a line, with what stands above to tell which block it is of."""
    before, _, behind = above_table_four("行政复议", "结果维持：1件", "总计：1件", "见上。").partition("见上。\n")
    five = HEADINGS["problems_and_improvements"]

    reading = gd.parse(f"{before}见上。\n{five}{behind.partition(five)[2]}")
    without = gd.parse(f"{before.replace('：', '')}见上。\n{five}{behind.partition(five)[2]}")

    heading = HEADINGS["review_and_litigation"]
    raw = f"{heading} | 行政复议 | 结果维持：1件 | 总计：1件"
    assert [(note.code, note.raw) for note in reading.notes] == [("TABLE-MISSING", raw)]
    assert [(note.code, note.raw) for note in without.notes] == [("TABLE-MISSING", heading)]
    kept = ["行政复议", "结果维持：1件", "总计：1件", "见上。"]
    assert reading.report.other_sections == [gd.OtherSection(heading=heading, paragraphs=kept)]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("（一）行政复议情况", True),
        ("行政诉讼（未经复议直接起诉）", True),
        ("四、政府信息公开行政复议、行政诉讼情况", False),
        ("政府信息公开行政复议、行政诉讼情况", False),
        ("行政复议工作扎实开展", False),
    ],
)
def test_a_line_names_a_block_unless_it_is_the_heading_of_the_section(line: str, *, named: bool) -> None:
    """That names both, and holds all of table IV."""
    assert names_block(line, "review_and_litigation") is named


def test_only_table_iv_has_blocks_that_a_line_can_name() -> None:
    """A head of table III alone is none."""
    assert not names_block("法人或其他组织", "requests")


@pytest.mark.parametrize(("cls", "named"), [(gd.ReviewAndLitigation, True), (gd.Requests, False)])
def test_only_the_heads_of_table_iv_name_all_its_blocks(cls: type[gd.Requests], *, named: bool) -> None:
    """Those of table III span columns as well."""
    assert names_all_blocks(Grid(form_rows(cls))) is named


def in_rows(*labels: tuple[str, ...], heads: tuple[str, ...]) -> Iterator[Block]:
    """Give the report with a row for each block of table IV, below heads that all have in common."""
    for block in foreign(REPORT, spans):
        if not isinstance(block, Grid) or len(block.rows) != ROWS or block.rows[0][0].text != "行政复议":
            yield block
            continue
        figures = block.rows[-1]
        rows = ((*map(GridCell, own), *figures[5 * place : 5 * place + 5]) for place, own in enumerate(labels))
        yield Grid(((*map(GridCell, heads), *block.rows[-2][-5:]), *rows))


@pytest.mark.parametrize(
    ("heads", "labels"),
    [
        (("类别",), (("行政复议",), ("行政诉讼-未经复议直接起诉",), ("行政诉讼-复议后起诉",))),
        (("",), (("（一）行政复议情况",), ("（二）未经复议直接起诉",), ("（三）经复议后起诉",))),
        (("类型", "类别"), (("行政复议", ""), ("行政诉讼", "未经复议直接起诉"), ("行政诉讼", "复议后起诉"))),
        (("类型", "类别"), (("行政复议", ""), ("行政诉讼", "未经复议直接起诉"), ("", "复议后起诉"))),
    ],
)
def test_a_row_for_each_block_below_heads_in_common_is_read(
    heads: tuple[str, ...], labels: tuple[tuple[str, ...], ...]
) -> None:
    """The label of the row names its block."""
    assert recognize(in_rows(*labels, heads=heads)) == gd.Reading(REPORT)


@pytest.mark.parametrize(
    "labels",
    [
        (("行政复议",), ("复议后起诉",), ("未经复议直接起诉",)),
        (("行政复议",), ("行政复议",), ("复议后起诉",)),
        (("行政复议",), ("未经复议直接起诉",), ("合计",)),
    ],
)
def test_rows_in_another_order_or_without_the_name_of_a_block_are_noted(labels: tuple[tuple[str, ...], ...]) -> None:
    """No figure is placed by counting rows."""
    reading = recognize(in_rows(*labels, heads=("类别",)))

    assert {cell.value for cell in gd.cells(reading.report) if cell.path in PATHS} == {None}
    assert {note.code for note in reading.notes} == {"UNPLACED"}
