"""Tables that offices lay out in their own way: each figure is read right, or named by a note."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import attrs
import pytest
from support.builders import build_report
from support.grids import Markup, foreign, no_spans, read_foreign, spans
from support.publishing.reports import figures
from test_reading import wrong

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, MetadataBlock, Paragraph
from govdisclosure.model.report import HEADINGS
from govdisclosure.model.structure import blocks
from govdisclosure.reading.recognize import recognize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

THREE, FOUR, TWO = 28, 4, 14
Row = tuple[GridCell, ...]


def truth() -> gd.AnnualReport:
    """Give a report in which every column of table III, and every figure of table IV, is another."""
    report = build_report(published=None)
    columns = [node.path for node in blocks(gd.Requests)]
    for number, column in enumerate(columns[:-1]):
        figures = {
            "newly_received": 10 + number,
            "carried_over": 1 + number,
            "outcomes.granted": 9 + number,
            "outcomes.refused.state_secret": number,
            "outcomes.refused.deliberative_process": 0,
            "outcomes.total": 9 + 2 * number,
            "carried_forward": 2,
        }
        for path, figure in figures.items():
            gd.put(report, f"requests.{column}.{path}", figure)
    for cell in gd.cells(report):
        if cell.path.startswith("requests.total."):
            inner = cell.path.removeprefix("requests.total.")
            parts = (gd.get(report, f"requests.{column}.{inner}") for column in columns[:-1])
            gd.put(report, cell.path, sum(part for part in parts if isinstance(part, int)))
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[3, 1, 0, 2, 6, 1, 2, 3, 4, 10, 0, 1, 0, 1, 2]])
    assert not gd.check(report, select="T").errors
    return report


TRUTH = truth()


def in_table(height: int, change: Callable[[list[Row]], list[Row]]) -> Markup:
    """Give a markup that changes the table of this height only."""
    return lambda grid: Grid(tuple(change(list(grid.rows)))) if len(grid.rows) == height else grid


def total_first(rows: list[Row]) -> list[Row]:
    """总计 stands before 自然人."""
    heads = (rows[1][2], *rows[1][:2])
    return [rows[0], heads, rows[2], *((*row[:-7], row[-1], *row[-7:-1]) for row in rows[3:])]


def swapped(rows: list[Row]) -> list[Row]:
    """科研机构 stands before 商业企业."""
    heads = (rows[2][1], rows[2][0], *rows[2][2:])
    return [*rows[:2], heads, *((*row[:-6], row[-5], row[-6], *row[-4:]) for row in rows[3:])]


def serial_numbers(rows: list[Row]) -> list[Row]:
    """A column of serial numbers stands before the labels."""
    return [(GridCell(str(number)), *row) for number, row in enumerate(rows)]


def column_dropped(rows: list[Row]) -> list[Row]:
    """科研机构 is not there."""
    heads = (rows[1][0], attrs.evolve(rows[1][1], columns=4), rows[1][2])
    return [
        (rows[0][0], attrs.evolve(rows[0][1], columns=6)),
        heads,
        (rows[2][0], *rows[2][2:]),
        *((*row[:-5], *row[-4:]) for row in rows[3:]),
    ]


def two_years(rows: list[Row]) -> list[Row]:
    """Last year's figures stand beside this year's."""
    more = tuple(GridCell("9") for _ in range(7))
    return [(*rows[0], GridCell("2020年", columns=7)), *rows[1:3], *((*row, *more) for row in rows[3:])]


def span_too_large(rows: list[Row]) -> list[Row]:
    """The label of a group reaches into the next one."""
    return [
        tuple(attrs.evolve(cell, rows=cell.rows + 1) if "（四）" in cell.text else cell for cell in row) for row in rows
    ]


def headers_again(rows: list[Row]) -> list[Row]:
    """The headers stand once more in the middle."""
    return [*rows[:5], *rows[:3], *rows[5:]]


def subtotal(rows: list[Row]) -> list[Row]:
    """A row that the form does not have stands between its rows."""
    inserted = (GridCell("小计", columns=3), *(GridCell("5") for _ in range(7)))
    return [*rows[:5], inserted, *rows[5:]]


def natural_person_behind(rows: list[Row]) -> list[Row]:
    """自然人 stands behind the kinds of legal persons, before 总计."""
    heads = (rows[1][1], rows[1][0], rows[1][2])
    return [rows[0], heads, rows[2], *((*row[:-7], *row[-6:-1], row[-7], row[-1]) for row in rows[3:])]


def label_before(rows: list[Row]) -> list[Row]:
    """Table IV has a label in front of its figures."""
    return [(GridCell("类别", rows=3), *rows[0]), *rows[1:3], (GridCell("件数合计"), *rows[3])]


def other_total_first(rows: list[Row]) -> list[Row]:
    """合计 stands before 自然人, where the form has 总计."""
    rows = total_first(rows)
    return [rows[0], (attrs.evolve(rows[1][0], text="合计"), *rows[1][1:]), *rows[2:]]


def other_kind(rows: list[Row]) -> list[Row]:
    """Where the form has 科研机构, there is a kind of applicant that it does not have."""
    return [*rows[:2], (rows[2][0], GridCell("驻外代表"), *rows[2][2:]), *rows[3:]]


def one_row_of_heads(rows: list[Row]) -> list[Row]:
    """The heads stand in one row, 科研机构 before 商业企业."""
    rows = swapped(rows)
    return [(GridCell("项目", columns=3), rows[1][0], *rows[2], rows[1][2]), *rows[3:]]


def litigation_first(rows: list[Row]) -> list[Row]:
    """行政诉讼 stands before 行政复议."""
    return [rows[0][::-1], (*rows[1][5:], *rows[1][:5]), rows[2], (*rows[3][5:], *rows[3][:5])]


def after_reconsideration_first(rows: list[Row]) -> list[Row]:
    """复议后起诉 stands before 未经复议直接起诉."""
    return [rows[0], (*rows[1][:5], rows[1][6], rows[1][5]), rows[2], (*rows[3][:5], *rows[3][10:], *rows[3][5:10])]


@pytest.mark.parametrize(
    ("markup", "codes"),
    [
        (in_table(THREE, other_total_first), {"LABEL-ODD"}),
        (in_table(THREE, other_kind), {"LABEL-ODD"}),
        (in_table(THREE, one_row_of_heads), {"LABEL-ODD"}),
        (in_table(FOUR, litigation_first), {"LABEL-ODD"}),
        (in_table(FOUR, after_reconsideration_first), {"LABEL-ODD"}),
        (in_table(THREE, total_first), {"LABEL-ODD"}),
        (in_table(THREE, swapped), {"LABEL-ODD"}),
        (in_table(THREE, serial_numbers), set()),
        (in_table(THREE, column_dropped), {"AMBIGUOUS", "LABEL-ODD"}),
        (in_table(THREE, two_years), {"UNPLACED"}),
        (in_table(THREE, span_too_large), set()),
        (in_table(THREE, headers_again), set()),
        (in_table(THREE, subtotal), {"UNPLACED"}),
        (in_table(FOUR, label_before), {"LABEL-ODD"}),
    ],
)
def test_a_table_in_another_layout_is_never_silently_wrong(markup: Markup, codes: set[str]) -> None:
    """Read right without a note, or every figure that is not right is named by one."""
    reading = read_foreign(TRUTH, markup)

    assert wrong(TRUTH, reading) == set()
    assert {note.code for note in reading.notes} == codes
    if not codes:
        assert reading == gd.Reading(TRUTH)


def test_moved_columns_are_named_with_their_heads() -> None:
    """The note names the cells of these columns, and no others."""
    (note,) = read_foreign(TRUTH, in_table(THREE, swapped)).notes

    assert (note.raw, len(note.paths)) == ("科研机构 | 商业企业", 50)
    assert {path.split(".")[2] for path in note.paths} == {"commercial_enterprise", "research_institution"}


def test_a_label_before_the_row_of_table_four_is_named() -> None:
    """The note says the words that the form does not have, as in a text."""
    (note,) = read_foreign(TRUTH, in_table(FOUR, label_before)).notes

    assert (note.raw, len(note.paths)) == ("件数合计", 15)


def test_table_two_in_four_tables_is_one() -> None:
    """Each item of Article 20 can stand in a table of its own."""
    pieces: list[Block] = []
    for block in foreign(TRUTH, spans):
        if isinstance(block, Grid) and len(block.rows) == TWO:
            captions = [place for place, row in enumerate(block.rows) if len(row) == 1]
            pieces += [Grid(block.rows[start:end]) for start, end in pairwise([*captions, TWO])]
        else:
            pieces.append(block)

    assert recognize(pieces) == gd.Reading(TRUTH)


@pytest.mark.parametrize("mark", ["①", "*", "（含上年2件）", "\n注", "^1"])
def test_a_mark_behind_a_figure_is_no_digit(mark: str) -> None:
    """What stands behind a figure makes it unreadable, not larger."""

    def marked(grid: Grid) -> Grid:
        return Grid(
            tuple(
                tuple(
                    attrs.evolve(cell, text=cell.text + mark)
                    if (cell.path or "").endswith("total.newly_received")
                    else cell
                    for cell in row
                )
                for row in grid.rows
            )
        )

    (note,) = read_foreign(TRUTH, marked).notes

    assert (note.code, note.paths) == ("CELL-UNREADABLE", ("requests.total.newly_received",))


@pytest.mark.parametrize(
    "shown",
    [
        '<span style="text-decoration: line-through">1</span>10',
        '10<span style="vertical-align:super">2</span>',
        '10<span style="display: block">2</span>',
        "1<img src=nought.gif>",
        "1<input value=0>",
        "1<svg><text>0</text></svg>",
        "<textarea>10</textarea>",
        "<script>document.write(10)</script>",
        "<select><option>10</select>",
    ],
)
def test_what_a_browser_shows_beside_a_figure_is_not_lost(shown: str) -> None:
    """A digit that is struck out, raised, below, drawn or typed into a box: the cell is blank, and a note names it."""
    reading = gd.parse(web_page().replace("<td>10</td>", f"<td>{shown}</td>", 1))

    assert wrong(TRUTH, reading) == set()
    assert {note.code for note in reading.notes} == {"CELL-UNREADABLE"}
    assert gd.get(reading.report, "requests.natural_person.newly_received") is None


def test_a_figure_that_is_struck_out_as_a_whole_is_none() -> None:
    """The cell itself says that it is struck out."""
    struck = '<td style="text-decoration:line-through">10</td>'
    reading = gd.parse(web_page().replace("<td>10</td>", struck))

    assert gd.get(reading.report, "requests.natural_person.newly_received") is None
    assert {note.raw for note in reading.notes} == {"~~10"}


@pytest.mark.parametrize("style", ["visibility:hidden", "font-size: 0", "display:none"])
def test_what_nobody_sees_is_no_digit(style: str) -> None:
    """Digits that a page hides by a style are not there."""
    hidden = f'<td>10<span style="{style}">2</span></td>'

    assert gd.parse(web_page().replace("<td>10</td>", hidden)) == gd.Reading(TRUTH)


def test_numbers_of_columns_are_no_figures() -> None:
    """A row that numbers the columns of table IV is passed over, with a note."""
    numbers = tuple(GridCell(str(number)) for number in range(1, 16))

    reading = read_foreign(TRUTH, in_table(FOUR, lambda rows: [*rows[:3], numbers, rows[3]]))

    assert reading.report == TRUTH
    assert [(note.code, note.paths) for note in reading.notes] == [("UNPLACED", ())]


@pytest.mark.parametrize("text", ["关闭不合规政务新媒体2个。", "打印公开申请表12份。"])
def test_the_last_sentence_of_a_report_is_kept(text: str) -> None:
    """Words that a web site puts below a page begin sentences as well."""
    truth = build_report(published=None, other_matters=["本机关本年度未收费。", text])

    assert read_foreign(truth, spans) == gd.Reading(truth)


def test_what_a_site_puts_below_is_dropped() -> None:
    """Numbers of readers, and the titles of other reports."""
    below = ["浏览次数：123", "相关链接", "示例镇人民政府2020年政府信息公开工作年度报告", "下一篇：没有了"]

    assert recognize([*foreign(TRUTH, spans), *map(Paragraph, below)]) == gd.Reading(TRUTH)


@pytest.mark.parametrize("count", [4, 6])
def test_a_table_of_contents_right_above_section_one(count: int) -> None:
    """It ends where a heading comes again, and two of its lines can be damaged."""
    parts = list(foreign(TRUTH, spans))
    place = parts.index(Paragraph(HEADINGS["overview"]))
    contents = map(Paragraph, list(HEADINGS.values())[:count])

    reading = recognize([*parts[:place], *contents, *parts[place:]])

    assert reading.report.overview == TRUTH.overview
    assert reading.notes == ()


def test_the_empty_form_before_the_table_says_nothing() -> None:
    """Its headers are those of the form, and stand there twice."""

    def after_the_form(rows: list[Row]) -> list[Row]:
        return [*(tuple(attrs.evolve(cell, text="") if cell.path else cell for cell in row) for row in rows), *rows]

    assert read_foreign(TRUTH, in_table(THREE, after_the_form)) == gd.Reading(TRUTH)


def test_a_menu_that_offers_explanations_is_none() -> None:
    """A report without a title stands below a line that leads to explanations of reports."""
    untitled = list(foreign(TRUTH, spans))[1:]

    assert recognize([Paragraph("首页 | 年报 | 年报解读"), *untitled]).report.requests == TRUTH.requests
    with pytest.raises(gd.ReadError):
        recognize([Paragraph("2021年政府信息公开工作年度报告解读"), *untitled])


def web_page() -> str:
    """Give the report as a web page in plain markup, a cell of a table a ``td``."""
    return "\n".join(map(markup_of, foreign(TRUTH, spans)))


def markup_of(block: Block) -> str:
    """Give a block as markup."""
    if not isinstance(block, Grid):
        assert isinstance(block, Paragraph)
        return f"<p>{block.text}</p>"
    rows = ("".join(map(cell_of, row)) for row in block.rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def cell_of(cell: GridCell) -> str:
    """Give a cell as markup."""
    across = f" rowspan={cell.rows}" if cell.rows > 1 else ""
    down = f" colspan={cell.columns}" if cell.columns > 1 else ""
    return f"<td{across}{down}>{cell.text}</td>"


def total_first_in_other_words(rows: list[Row]) -> list[Row]:
    """合计 and 个人 stand before the kinds of legal persons."""
    heads = (GridCell("合计", rows=2), GridCell("个人", rows=2), rows[1][1])
    return [rows[0], heads, rows[2], *((*row[:-7], row[-1], *row[-7:-1]) for row in rows[3:])]


@pytest.mark.parametrize(
    ("markup", "raw", "count"),
    [
        (
            in_table(THREE, total_first_in_other_words),
            "合计 | 个人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他",
            175,
        ),
        (in_table(FOUR, litigation_first), "行政诉讼 | 行政复议 | 未经复议直接起诉 | 复议后起诉", 15),
    ],
)
def test_columns_whose_heads_show_that_others_moved_are_named(markup: Markup, raw: str, count: int) -> None:
    """One head of the form above another column of figures puts all that are not the form's in doubt."""
    (note,) = read_foreign(TRUTH, markup).notes

    assert (note.code, note.raw, len(note.paths)) == ("LABEL-ODD", raw, count)


def in_two_tables(rows: list[Row]) -> list[Grid]:
    """行政复议 and 行政诉讼 stand in tables of their own."""
    return [Grid((rows[0][:1], rows[1][:5], rows[3][:5])), Grid((rows[0][1:], rows[1][5:], rows[2], rows[3][5:]))]


def one_below_the_other(rows: list[Row]) -> list[Grid]:
    """行政复议, 未经复议直接起诉 and 复议后起诉 stand one below the other."""
    heads = rows[1][:5]
    return [
        Grid(
            (
                *(rows[0][:1], heads, rows[3][:5]),
                *(rows[0][1:], rows[1][5:6], heads, rows[3][5:10]),
                *(rows[1][6:], heads, rows[3][10:]),
            )
        )
    ]


def table_four(report: gd.AnnualReport, pieces: Callable[[list[Row]], list[Grid]]) -> gd.Reading:
    """Read a report whose table IV stands there in pieces."""
    blocks: list[Block] = []
    for block in foreign(report, spans):
        four = isinstance(block, Grid) and len(block.rows) == FOUR
        blocks += pieces(list(block.rows)) if four and isinstance(block, Grid) else [block]
    return recognize(blocks)


@pytest.mark.parametrize("pieces", [in_two_tables, one_below_the_other])
@pytest.mark.parametrize("blank", ["reconsideration.upheld", "litigation.direct.total", "litigation.direct.upheld"])
def test_table_four_in_pieces_is_one(pieces: Callable[[list[Row]], list[Grid]], blank: str) -> None:
    """The blocks of table IV can stand one below the other; blank cells are kept."""
    report = truth()
    gd.put(report, f"review_and_litigation.{blank}", None)

    assert table_four(report, pieces) == gd.Reading(report)


def test_pieces_of_table_four_in_another_order_are_not_placed() -> None:
    """行政诉讼 in a table before 行政复议 is no row of the form."""
    (note,) = table_four(TRUTH, lambda rows: in_two_tables(rows)[::-1]).notes

    assert (note.code, len(note.paths)) == ("UNPLACED", 15)


def headings() -> list[Block]:
    """Give the six headings, one below the other."""
    return [
        block for block in foreign(TRUTH, spans) if isinstance(block, Paragraph) and block.text in HEADINGS.values()
    ]


def test_a_report_without_tables_above_another_one_is_not_mixed_with_it() -> None:
    """Figures of one agency never come below the title of another: two reports on a page are refused."""
    other = build_report(published=None, title="另一镇2021年政府信息公开工作年度报告")
    text = [block for block in foreign(other, spans) if isinstance(block, Paragraph)]

    with pytest.raises(gd.ReadError, match="found two") as caught:
        recognize([*text, *foreign(TRUTH, spans)])
    assert caught.value.code == "TWO-FORMS"


def test_a_table_of_contents_with_points_below_its_headings_is_no_section() -> None:
    """Headings are those of the sections, although the contents name them all, with sub-headings between."""
    title, *rest = foreign(TRUTH, spans)
    contents = [block for heading in headings() for block in (heading, Paragraph("（一）要点"))]

    assert recognize([title, *contents, *rest]).report == attrs.evolve(
        TRUTH, preamble=[*(block.text for block in contents if isinstance(block, Paragraph)), *TRUTH.preamble]
    )


def test_the_empty_form_behind_a_report_is_no_part_of_its_sections() -> None:
    """An annex with the blank form is kept as text; headings in it begin no section."""
    blank = gd.AnnualReport.blank(agency="示例镇人民政府", year=2021)
    annex = [block for block in foreign(blank, spans) if isinstance(block, Grid) or block in headings()]

    reading = recognize([*foreign(TRUTH, spans), Paragraph("附件"), *annex])

    other = gd.OtherSection(heading="附件", paragraphs=list(HEADINGS.values()))
    assert reading == gd.Reading(attrs.evolve(TRUTH, other_sections=[other]))


def test_six_headings_alone_twice_are_left_to_what_stands_between() -> None:
    """Where nobody wrote anything at all, the tables are missing: they are no contents of anything."""
    reading = recognize([*headings(), *headings()])

    assert [note.code for note in reading.notes] == ["TABLE-MISSING"] * 3 + ["YEAR-MISSING"]


def test_a_small_table_behind_a_table_of_the_form_is_no_part_of_it() -> None:
    """Words of two characters are words, too: 平台 and 网站 are no labels of the form."""
    small = Grid(((GridCell("平台"), GridCell("数量")), (GridCell("网站"), GridCell("8"))))
    body = list(foreign(TRUTH, spans))
    at = next(place for place, block in enumerate(body) if isinstance(block, Grid) and len(block.rows) == FOUR)

    reading = recognize([*body[: at + 1], small, *body[at + 1 :]])

    expected = truth()
    assert expected.review_and_litigation is not None
    expected.review_and_litigation.notes = ["平台 | 数量", "网站 | 8"]
    assert reading == gd.Reading(expected)


def test_a_summary_in_a_section_is_no_second_form() -> None:
    """A small table in section 一 with rows that table II has as well is text; table II stands there whole."""
    summary = [("项目", "数量"), ("规章", "12"), ("行政规范性文件", "30"), ("行政许可", "9")]
    body = list(foreign(TRUTH, spans))
    at = body.index(next(block for block in body if isinstance(block, Grid))) - 1

    reading = recognize([*body[:at], Grid(tuple(tuple(map(GridCell, row)) for row in summary)), *body[at:]])

    expected = [*(TRUTH.overview or ()), *map(" | ".join, summary)]
    assert reading == gd.Reading(attrs.evolve(TRUTH, overview=expected))


YEARS = [
    ("项目", "2021年", "2022年"),
    ("行政许可", "6", "8"),
    ("行政处罚", "2", "1"),
    ("行政强制", "0", "0"),
    ("行政事业性收费", "0", "0"),
]
COUNTS = [("类别", "数量"), ("规章", "0"), ("行政规范性文件", "2"), ("行政许可", "8"), ("行政处罚", "17")]
ALL_ROWS = [("信息内容", "2021", "2022"), ("规章", "0", "0"), ("规范性文件", "3", "2"), *YEARS[1:]]


@pytest.mark.parametrize("markup", [spans, in_table(TWO, lambda rows: rows[:11])], ids=["whole", "a row lost"])
@pytest.mark.parametrize("behind", [False, True], ids=["in section one", "at the end"])
@pytest.mark.parametrize("printed", [YEARS, COUNTS, ALL_ROWS], ids=["years", "counts", "all rows"])
def test_a_table_with_heads_of_its_own_is_no_second_form(
    printed: list[tuple[str, ...]], markup: Markup, *, behind: bool
) -> None:
    """However many rows of table II it names, it is text of the section in which it stands."""
    body = list(foreign(TRUTH, markup))
    first = body.index(next(block for block in body if isinstance(block, Grid))) - 1
    at = len(body) if behind else first

    reading = recognize([*body[:at], Grid(tuple(tuple(map(GridCell, row)) for row in printed)), *body[at:]])

    section = "other_matters" if behind else "overview"
    alone = recognize(body)
    getattr(alone.report, section).extend(map(" | ".join, printed))
    assert reading.report == alone.report
    assert [(note.code, note.paths) for note in reading.notes] == [(note.code, note.paths) for note in alone.notes]


def test_a_second_table_two_with_heads_of_the_form_is_refused() -> None:
    """One that lacks a row could be of another body or year."""
    body = foreign(TRUTH, spans)
    table = next(block for block in body if isinstance(block, Grid) and len(block.rows) == TWO)

    with pytest.raises(gd.ReadError) as caught:
        recognize([*foreign(TRUTH, spans), Grid(table.rows[:11])])
    assert caught.value.code == "TWO-FORMS"


def test_a_second_table_with_most_rows_of_the_form_is_refused() -> None:
    """Last year's table below this year's could be either."""
    tables = [block for block in foreign(TRUTH, spans) if isinstance(block, Grid)]

    with pytest.raises(gd.ReadError) as caught:
        recognize([*foreign(TRUTH, spans), Grid(tables[1].rows[:-8])])
    assert caught.value.code == "TWO-FORMS"


ANNEX = Paragraph("附：下属单位政府信息公开情况")


@pytest.mark.parametrize("height", [TWO, THREE, FOUR])
def test_a_table_of_the_form_in_an_annex_is_text_of_it_with_notes(height: int) -> None:
    """It is of other bodies or another year: none of its figures is taken, and each row is noted."""
    tables = [block for block in foreign(TRUTH, spans) if isinstance(block, Grid)]
    (table,) = (table for table in tables if len(table.rows) == height)

    reading = recognize([*foreign(TRUTH, spans), ANNEX, table])

    (annex,) = reading.report.other_sections
    assert attrs.evolve(reading.report, other_sections=[]) == TRUTH
    assert {(note.code, note.paths) for note in reading.notes} == {("UNPLACED", ())}
    assert annex.heading == ANNEX.text
    assert {note.raw for note in reading.notes} <= set(annex.paragraphs)


@pytest.mark.parametrize("title", [(), (Paragraph("另一镇2021年政府信息公开工作年度报告"),)], ids=["tables", "title"])
def test_several_tables_in_an_annex_or_one_below_a_title_are_a_second_form(title: tuple[Paragraph, ...]) -> None:
    """A report on another body can have lost its headings."""
    tables = [block for block in foreign(TRUTH, spans) if isinstance(block, Grid)]

    with pytest.raises(gd.ReadError) as caught:
        recognize([*foreign(TRUTH, spans), ANNEX, *title, *tables[: 1 if title else None]])
    assert caught.value.code == "TWO-FORMS"


@pytest.mark.parametrize("rows", [0, 7])
def test_a_table_that_only_an_annex_has_whole_is_that_of_the_report(rows: int) -> None:
    """表格见附件: some of its rows that stand above it do not make it another one."""
    body = list(foreign(TRUTH, spans))
    at = next(place for place, block in enumerate(body) if isinstance(block, Grid) and len(block.rows) == TWO)
    table = body[at]
    assert isinstance(table, Grid)
    above = [Grid(table.rows[:rows])] if rows else []

    reading = recognize([*body[:at], *above, *body[at + 1 :], ANNEX, table])

    assert [*gd.cells(reading.report)] == [*gd.cells(TRUTH)]
    assert reading.exact


def as_text(blocks: Iterable[Block], between: str) -> str:
    """Print blocks as text, the cells of a row with something between them."""
    lines = []
    for block in blocks:
        assert not isinstance(block, MetadataBlock)
        rows = block.rows if isinstance(block, Grid) else ((GridCell(block.text),),)
        lines += [between.join(cell.text for cell in row) for row in rows]
    return "\n".join(lines)


@pytest.mark.parametrize("between", [" | ", " ", "\n"])
@pytest.mark.parametrize(
    ("height", "change", "raw", "count"),
    [
        (
            THREE,
            total_first_in_other_words,
            "合计 | 个人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他",
            175,
        ),
        (THREE, natural_person_behind, "自然人 | 总计 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他", 175),
        (THREE, swapped, "自然人 | 总计 | 科研机构 | 商业企业 | 社会公益组织 | 法律服务机构 | 其他", 175),
        (FOUR, litigation_first, "行政诉讼 | 行政复议 | 未经复议直接起诉 | 复议后起诉", 15),
        (FOUR, after_reconsideration_first, "行政复议 | 行政诉讼 | 复议后起诉 | 未经复议直接起诉", 15),
    ],
)
def test_heads_in_another_order_are_noted_in_text(
    between: str, height: int, change: Callable[[list[Row]], list[Row]], raw: str, count: int
) -> None:
    """Text has no columns, but the order of the heads shows that the figures are others."""
    reading = gd.parse(as_text(foreign(TRUTH, in_table(height, change)), between))

    assert [(note.code, note.raw, len(note.paths)) for note in reading.notes] == [("LABEL-ODD", raw, count)]


def spaced_total_first(rows: list[Row]) -> list[Row]:
    """总计 stands first, with a blank between its characters."""
    rows = total_first(rows)
    return [rows[0], (attrs.evolve(rows[1][0], text="总 计"), *rows[1][1:]), *rows[2:]]


def test_a_blank_inside_a_head_hides_nothing() -> None:
    """Where blanks part the cells of a line, they part the head as well."""
    reading = gd.parse(as_text(foreign(TRUTH, in_table(THREE, spaced_total_first)), " "))

    assert [(note.code, len(note.paths)) for note in reading.notes] == [("LABEL-ODD", 175)]


def printed_page(rows: list[Row]) -> list[Row]:
    """法人或其他组织 stands on a line above 自然人 and 总计, which reach down beside it."""
    return [rows[0], rows[1][1:2], rows[1][::2], *rows[2:]]


@pytest.mark.parametrize("between", [" | ", " ", "\n"])
def test_heads_in_the_order_of_the_form_are_not_noted_in_text(between: str) -> None:
    """Row by row, 总计 is read before the kinds of legal persons."""
    assert gd.parse(as_text(foreign(TRUTH, spans), between)) == gd.Reading(TRUTH)


def test_a_head_above_those_that_it_stands_between_is_in_its_place() -> None:
    """So the lines of a printed page are read."""
    assert gd.parse(as_text(foreign(TRUTH, in_table(THREE, printed_page)), " ")) == gd.Reading(TRUTH)


def test_heads_in_another_order_are_noted_where_spans_are_lost() -> None:
    """The columns of heads say nothing there, but their order does."""
    (note,) = read_foreign(TRUTH, lambda grid: no_spans(in_table(THREE, swapped)(grid))).notes

    assert (note.code, len(note.paths)) == ("LABEL-ODD", 175)


def test_another_word_for_natural_persons_is_no_other_column() -> None:
    """个人 above the first column is what the form calls 自然人."""

    def renamed(rows: list[Row]) -> list[Row]:
        return [rows[0], (attrs.evolve(rows[1][0], text="个人"), *rows[1][1:]), *rows[2:]]

    assert read_foreign(TRUTH, in_table(THREE, renamed)) == gd.Reading(TRUTH)


def without_groups(rows: list[Row]) -> list[Grid]:
    """Nothing tells which block a piece is."""
    return [Grid((rows[1][:5], rows[3][at : at + 5])) for at in (0, 5, 10)]


def with_surplus(rows: list[Row]) -> list[Grid]:
    """The first piece has a cell too many, the second one too few."""
    first, second = in_two_tables(rows)
    return [Grid((*first.rows[:-1], rows[3][:6])), Grid((*second.rows[:-1], rows[3][6:]))]


@pytest.mark.parametrize("pieces", [without_groups, with_surplus])
def test_pieces_of_table_four_that_are_not_sure_are_not_placed(pieces: Callable[[list[Row]], list[Grid]]) -> None:
    """Each must name its block, and have a cell for each of its heads."""
    (note,) = table_four(TRUTH, pieces).notes

    assert (note.code, len(note.paths)) == ("UNPLACED", 15)


@pytest.mark.parametrize("pieces", [in_two_tables, one_below_the_other])
@pytest.mark.parametrize("between", [" | ", "\n"])
def test_pieces_of_table_four_in_text_are_put_together(pieces: Callable[[list[Row]], list[Grid]], between: str) -> None:
    """They are no second form: with the heads of the form, in its order, they are its row."""
    blocks: list[Block] = []
    for block in foreign(TRUTH, spans):
        blocks += pieces(list(block.rows)) if isinstance(block, Grid) and len(block.rows) == FOUR else [block]

    reading = gd.parse(as_text(blocks, between))

    assert figures(reading.report) == figures(TRUTH)
    assert reading.notes == ()


OTHER = build_report(published=None, title="另一镇人民政府2021年政府信息公开工作年度报告")


def narrative(report: gd.AnnualReport) -> list[Block]:
    """Give a report without its tables."""
    return [block for block in foreign(report, spans) if isinstance(block, Paragraph)]


def tables(report: gd.AnnualReport) -> list[Block]:
    """Give the tables of a report."""
    return [block for block in foreign(report, spans) if isinstance(block, Grid)]


def few_headings(title: str, *names: str) -> list[Block]:
    """Give a report in another outline, with few of the headings."""
    named = (HEADINGS[name] for name in names or ("overview", "problems_and_improvements", "other_matters"))
    return [Paragraph(title), *(block for name in named for block in (Paragraph(name), Paragraph("文字。")))]


@pytest.mark.parametrize(
    "blocks",
    [
        [*narrative(TRUTH), Paragraph("另一镇人民政府2021年政府信息公开工作年度报告"), *tables(OTHER)],
        [*narrative(TRUTH), *map(Paragraph, ("另一镇人民政府", "2021年政府信息公开工作年度报告")), *tables(OTHER)],
        [*narrative(TRUTH), Paragraph("示例镇人民政府2020年政府信息公开工作年度报告"), *tables(OTHER)],
        [*narrative(TRUTH), Paragraph("另一镇人民政府2021年政府信息公开工作年度报告"), tables(OTHER)[-1]],
        [*narrative(TRUTH)[:1], *tables(TRUTH), *narrative(OTHER)],
        [*few_headings("示例镇人民政府2020年政府信息公开工作年度报告"), *foreign(TRUTH, spans)],
        [*foreign(TRUTH, spans), *few_headings("另一镇人民政府2021年政府信息公开工作年度报告", "overview", "requests")],
        [*foreign(TRUTH, spans), *few_headings("示例镇人民政府2020年政府信息公开工作年度报告")],
    ],
)
def test_the_title_of_another_report_before_a_table_or_heading_is_refused(blocks: list[Block]) -> None:
    """Whatever is missing of either, figures and text below another title belong to another report."""
    with pytest.raises(gd.ReadError, match=r"found two, the second at .*年度报告") as caught:
        recognize(blocks)
    assert caught.value.code == "TWO-FORMS"


def test_titles_below_tables_without_headings_are_links() -> None:
    """The title above is the report's, although no heading ends what stands before section 一."""
    links = ("另一镇人民政府2021年政府信息公开工作年度报告", "示例镇人民政府2020年政府信息公开工作年度报告")

    report = recognize([*narrative(TRUTH)[:1], *tables(TRUTH), *map(Paragraph, links)]).report

    assert (report.title, report.agency) == (TRUTH.title, TRUTH.agency)
    assert report.requests == TRUTH.requests


def test_a_title_that_stands_there_again_is_no_other_report() -> None:
    """Pages repeat the title above each table, with more or fewer words."""
    again = Paragraph("示例镇2021年政府信息公开工作年度报告")
    parts: list[Block] = []
    for block in foreign(TRUTH, spans):
        parts += [again, block] if isinstance(block, Grid) else [block]

    reading = recognize(parts)

    assert wrong(TRUTH, reading) == set()
    assert reading.notes == ()


def test_a_table_in_pieces_before_the_empty_form_is_no_summary() -> None:
    """The form stands there whole, but without figures: those of the pieces are the report's."""
    blank = gd.AnnualReport.blank(agency="示例镇人民政府", year=2021)
    parts: list[Block] = []
    for block in foreign(TRUTH, spans):
        rows = block.rows if isinstance(block, Grid) else ()
        parts += [Grid(rows[at : at + 8]) for at in range(0, len(rows), 8)] if len(rows) == THREE else [block]

    assert wrong(TRUTH, recognize([*parts, Paragraph("附件"), *tables(blank)])) == set()


def test_a_small_table_below_a_whole_one_with_rows_of_it_is_text() -> None:
    """Table II stands there whole; what names two of its rows once more is a summary, and no second form."""
    summary = [("规章", "12"), ("行政许可", "9")]
    body = list(foreign(TRUTH, spans))
    at = next(place for place, block in enumerate(body) if isinstance(block, Grid))

    reading = recognize([*body[: at + 1], Grid(tuple(tuple(map(GridCell, row)) for row in summary)), *body[at + 1 :]])

    expected = truth()
    assert expected.proactive_disclosure is not None
    expected.proactive_disclosure.notes = list(map(" | ".join, summary))
    assert reading == gd.Reading(expected)


def test_table_four_once_more_below_a_piece_of_it_is_a_second_form() -> None:
    """A row that lacks cells does not hide the whole one behind it."""

    def again(rows: list[Row]) -> list[Row]:
        return [*rows, rows[3][:5], rows[3]]

    with pytest.raises(gd.ReadError) as caught:
        read_foreign(TRUTH, in_table(FOUR, again))
    assert caught.value.code == "TWO-FORMS"


def captioned(rows: list[Row]) -> list[Row]:
    """A caption stands in the first row."""
    return [(GridCell("行政复议、行政诉讼情况统计", columns=15),), *rows]


def litigation_first_captioned(rows: list[Row]) -> list[Row]:
    """行政诉讼 stands before 行政复议, below a caption that names 行政复议 first."""
    return captioned(litigation_first(rows))


@pytest.mark.parametrize("between", [None, " | ", " ", "\n"])
@pytest.mark.parametrize(("change", "codes"), [(captioned, []), (litigation_first_captioned, ["LABEL-ODD"])])
def test_a_caption_is_no_head(between: str | None, change: Callable[[list[Row]], list[Row]], codes: list[str]) -> None:
    """It names 行政复议 first, whatever the order of the heads."""
    blocks = list(foreign(TRUTH, in_table(FOUR, change)))

    reading = recognize(blocks) if between is None else gd.parse(as_text(blocks, between))

    assert [note.code for note in reading.notes] == codes
    assert wrong(TRUTH, reading) == set()
