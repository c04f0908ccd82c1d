"""Column heads in other words than those of the form: they are no damage, and no columns that have moved."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import attrs
import pytest
from support.builders import build_report
from support.grids import no_spans, read_foreign, written_out
from support.printers import print_report
from support.publishing.pagetext import page_rows
from support.publishing.text import cell_a_line, row_a_line
from test_reading import wrong
from test_reading_traps import THREE, TRUTH, TWO, in_table, swapped
from test_reading_units import renamed

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, GridCell, Paragraph
from govdisclosure.form.grids import header_labels
from govdisclosure.model.proactive_disclosure import ProactiveDisclosure
from govdisclosure.model.report import TABLES
from govdisclosure.model.requests import Requests
from govdisclosure.model.review_and_litigation import ReviewAndLitigation
from govdisclosure.reading.page.losses import lost_characters
from govdisclosure.reading.tables.column_heads import (
    are_moved,
    heads_for_others,
    is_in_form_order,
    moved_columns,
)
from govdisclosure.reading.tables.compare_heads import headers_of_rows
from govdisclosure.reading.tables.layout import rows_of_heads
from govdisclosure.reading.tables.lines import GridLine, Line
from govdisclosure.reading.tables.rows import Row
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.spellings import official_column_head

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.grids import Markup
    from support.publishing.text import Printer

    from govdisclosure.model.structure import Table

WORDINGS = {
    "本年制发件数": ["本年度制发数", "本年制发数", "本年制发数量", "本年度制发件数", "当年制发件数", "制发件数"],
    "本年废止件数": ["本年废止数", "本年度废止数", "今年废止件数", "废止数量", "本年度废止件数"],
    "现行有效件数": ["现行有效数", "现行有效数量", "现行有效", "有效件数"],
    "本年处理决定数量": ["本年处理决定数", "本年度处理决定数量", "当年度处理决定件数", "本年处理数量", "本年决定数"],
    "自然人": ["公民", "个人", "公民个人"],
    "法人或其他组织": [
        "法人、其他组织",
        "法人和其他组织",
        "法人及其他组织",
        "法人或其它组织",
        "法人组织",
        "法人或组织",
    ],
    "商业企业": ["企业", "工商企业"],
    "科研机构": ["科研院所", "科研单位", "科研组织"],
    "社会公益组织": ["公益组织", "社会组织", "公益机构", "社会公益机构"],
    "法律服务机构": ["法律服务组织", "法律服务单位", "法律机构"],
    "其他": ["其它"],
    "总计": ["合计", "共计"],
    "结果维持": ["维持"],
    "结果纠正": ["纠正", "纠正结果"],
    "其他结果": ["其它结果", "其他情况"],
    "尚未审结": ["未审结件数", "尚未审结数"],
    "未经复议直接起诉": ["直接起诉", "未经复议直接诉讼"],
    "复议后起诉": ["复议后诉讼"],
}
WORDINGS_2019 = {
    "本年新制作数量": ["本年新制作数", "本年度新制作数量", "本年制作数量"],
    "本年新公开数量": ["本年新公开数", "本年度新公开数量", "新公开数量"],
    "对外公开总数量": ["对外公开总数", "对外公开数量"],
    "上一年项目数量": ["上年项目数量", "上一年度项目数量", "上年度项目数", "去年项目数量"],
    "本年增/减": ["本年度增/减", "本年增减", "增减", "本年增（减）", "本年增加/减少"],
    "处理决定数量": ["处理决定数", "处理决定件数"],
    "采购项目数量": ["采购项目数", "采购项目总数"],
    "采购总金额": ["采购金额", "采购总额"],
}
PAIRS = [(head, wording) for head, wordings in WORDINGS.items() for wording in wordings if head != "尚未审结"]
PAIRS_2019 = [(head, wording) for head, wordings in WORDINGS_2019.items() for wording in wordings]
ALIKE_ELSEWHERE = {"其他", "总计"}
"""Heads that are words of rows and headings as well."""
TABLE_FOUR = {key(head) for head in header_labels(gd.ReviewAndLitigation)}


def noted(reading: gd.Reading) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Give code, paths and words of each note."""
    return [(note.code, note.paths, note.raw) for note in reading.notes]


@pytest.mark.parametrize(("head", "wording"), [*PAIRS, *PAIRS_2019])
def test_whole_words_of_a_head_mean_it(head: str, wording: str) -> None:
    """Some of them are left out, or others stand for them; no letters are lost."""
    assert official_column_head(key(wording)) == key(head)
    assert lost_characters([Grid(((GridCell(wording),),))]) is None


@pytest.mark.parametrize("unit", ["（件）", "(单位：件)"])
def test_a_unit_behind_the_words_of_a_head_is_no_letter_of_it(unit: str) -> None:
    """本年制发（件） is 本年制发件数 without a word, and not without its last letter."""
    assert lost_characters([Grid(((GridCell(f"本年制发{unit}"), GridCell(f"现行有效{unit}")),))]) is None
    assert lost_characters([Grid(((GridCell("本年制发件"), GridCell("现行有效件")),))]) is not None


def test_the_heads_of_the_form_mean_themselves() -> None:
    """In each table of each edition."""
    heads = {key(head) for classes in TABLES.values() for cls in classes for head in header_labels(cls)}

    assert {official_column_head(head) for head in heads} == heads


@pytest.mark.parametrize(
    "head",
    [
        *("机构", "组织", "复议", "起诉", "公开数", "金额", "数量", "本年", "采购数量", "项目数量"),
        *("上年制发数", "其他组织", "驻外代表", "", "本年发件", "现行有效件", "本年新", "商企业", "本制发件数"),
        "本年" * 20 + "制发数",
    ],
)
def test_other_words_mean_no_head(head: str) -> None:
    """They are part of several heads, are another thing, or lack letters of a word."""
    assert official_column_head(head) == head


@pytest.mark.parametrize(("head", "wording"), PAIRS)
@pytest.mark.parametrize("spans", [None, no_spans, written_out])
def test_a_table_with_heads_in_other_words_is_read(
    head: str, wording: str, spans: Callable[[Grid], Grid] | None
) -> None:
    """Without a note, whatever is left of its spans."""
    change = renamed(head, wording)

    assert read_foreign(TRUTH, change if spans is None else lambda grid: spans(change(grid))) == gd.Reading(TRUTH)


@pytest.mark.parametrize(
    ("printer", "kept"),
    [
        (row_a_line, ALIKE_ELSEWHERE),
        (cell_a_line, ALIKE_ELSEWHERE),
        # Nothing but its heads tells of table IV on a printed page.
        (page_rows, ALIKE_ELSEWHERE | TABLE_FOUR),
    ],
)
@pytest.mark.parametrize("which", range(3))
def test_text_with_all_heads_in_other_words_is_read(printer: Printer, kept: set[str], which: int) -> None:
    """All at once, in both editions."""
    for year, wordings in ((2021, WORDINGS), (2019, WORDINGS_2019)):
        report = build_report(year=year, published=None)
        printed = print_report(report, printer)
        for head in wordings.keys() - kept:
            printed = printed.replace(head, wordings[head][which % len(wordings[head])])

        assert gd.parse(printed) == gd.Reading(report)


@pytest.mark.parametrize(
    ("heading", "is_damaged"),
    [
        ("二、主动公开政府息情况", True),
        ("四 、政府信息公政复议、行政诉讼情况", True),
        ("三、收和处理政府信息公开申请情况", True),
        ("六、其他需要报的事项", True),
        # In the words of the edition of 2019, and in those that many add.
        ("二、行政机关主动公开府信息情况", True),
        ("三、行政机关收到和理政府信息公开申请情况", True),
        ("四、因政府信息公开工作被申行政复议、提起行政诉讼情况", True),
        ("五、政府信息公开工作存在的主要问题及进情况", True),
        ("三、收到和处府信息公开申请的情况", True),
        ("三、收到和处理政府信息公开申请的情况", False),
        # Words are left out, or there are others.
        ("二、主动公开信息情况", False),
        ("二、主动公开信息的情况", False),
        ("四、政府信息公开行政复议、诉讼情况", False),
        ("五、存在的问题及改进情况", False),
        ("六、其他需报告事项", False),
        ("四、因政府信息公开工作申请行政复议、诉讼情况", False),
        ("五、政府信息公开工作存在的问题及改进情况", False),
        ("二、主动公开政府信息情况", False),
        ("五、存在的主要问题及整改措施", False),
        ("主动公开政府息情况" * 8, False),
    ],
)
def test_a_heading_that_lacks_letters_is_one_of_two_signs_of_a_loss(heading: str, *, is_damaged: bool) -> None:
    """With a label of a row that does; each alone may be a slip."""
    label = Grid(((GridCell("行事业性收费"),),))

    assert lost_characters([Paragraph(heading), label]) == (f"{heading} | 行事业性收费" if is_damaged else None)
    assert lost_characters([Paragraph(heading)]) is None


@pytest.mark.parametrize("heads", [("现行有效数", "本年废止数", "本年制发数"), ("新增", "本年制发数", "现行有效数")])
def test_columns_of_table_two_that_have_moved_are_named_in_other_words_as_well(heads: tuple[str, ...]) -> None:
    """One of them stands where another is due."""

    def change(rows: list[tuple[GridCell, ...]]) -> list[tuple[GridCell, ...]]:
        return [rows[0], (rows[1][0], *map(GridCell, heads)), *rows[2:]]

    notes = noted(read_foreign(TRUTH, in_table(TWO, change)))

    part = "proactive_disclosure."
    paths = [
        tuple(f"{part}{row}.{name}" for name in ("issued", "repealed", "in_force"))
        for row in ("rules", "normative_documents")
    ]
    assert notes == [("LABEL-ODD", named, " | ".join(heads)) for named in paths]


def heads_of_rules(*heads: str) -> Markup:
    """Print other heads above the rows 规章 and 行政规范性文件, also in place of 信息内容."""
    return in_table(TWO, lambda rows: [rows[0], tuple(map(GridCell, heads)), *rows[2:]])


@pytest.mark.parametrize(
    "heads",
    [
        ("项目名称", "现行有效件数", "本年废止件数", "本年制发件数"),
        ("", "现行有效件数", "本年废止件数", "本年制发件数"),
        ("信息内容", "现行有效件数", "", "本年制发件数"),
        ("信息内容", "现行有效件数", "本年废止件数", "本年制发件数", "甲"),
        ("信息类别", "上年制发件数", "上年废止件数", "上年有效件数"),
    ],
)
def test_columns_of_table_two_that_have_moved_are_named_whatever_stands_beside_their_heads(
    heads: tuple[str, ...],
) -> None:
    """Other words for 信息内容, none at all, a head that is blank, a further one."""
    notes = noted(read_foreign(TRUTH, heads_of_rules(*heads)))

    raw = " | ".join(head for head in heads if head not in {"", "信息内容"})
    assert [(code, len(paths), words) for code, paths, words in notes][:2] == [("LABEL-ODD", 3, raw)] * 2


@pytest.mark.parametrize(
    "heads",
    [
        ("项目名称", "本年制发件数", "本年废止件数", "现行有效件数"),
        ("项目", "制发数", "废止数", "有效数"),
        ("信息内容", "本年制", "发件数", "本年废止件数", "现行有效件数"),
        ("", "", "", ""),
    ],
)
def test_heads_of_table_two_in_their_order_are_no_others(heads: tuple[str, ...]) -> None:
    """Whatever stands before them, and where one is in pieces or all are lost."""
    assert noted(read_foreign(TRUTH, heads_of_rules(*heads))) == []


@pytest.mark.parametrize("first", ["项目名称", "信息类别", ""])
def test_a_head_of_the_year_before_is_named_beside_other_words_for_its_labels(first: str) -> None:
    """上年处理决定数量 is another figure, whatever stands in place of 信息内容."""

    def change(rows: list[tuple[GridCell, ...]]) -> list[tuple[GridCell, ...]]:
        place = next(at for at, row in enumerate(rows) if row[-1].text == "本年处理决定数量")
        return [*rows[:place], (GridCell(first), GridCell("上年处理决定数量", columns=3)), *rows[place + 1 :]]

    notes = noted(read_foreign(TRUTH, in_table(TWO, change)))

    raw = f"{first} | 上年处理决定数量" if first else "上年处理决定数量"
    assert notes == [("LABEL-ODD", ("proactive_disclosure.licensing.decisions",), raw)]


def test_the_heads_of_a_row_stand_above_it() -> None:
    """Words above the first row, figures aside; a caption begins anew, and a head; other tables have none."""
    cells = ["信息内容", "7", "本年制发件数", "现行有效件数", "规章", "0", "备注", "行政规范性文件", "1"]
    cells += ["第二十条第（五）项", "行政许可", "信息内容", "本年处理决定数量", "行政处罚"]
    cells += ["项目名称", "本年收费金额（单位：万元）", "行政事业性收费"]
    heads = ["本年制发件数", "现行有效件数"]
    charges = ["本年收费金额（单位：万元）"]

    expected = {0: heads, 1: heads, 2: [], 3: ["本年处理决定数量"], 5: charges}
    assert headers_of_rows(cells, ProactiveDisclosure) == expected
    assert headers_of_rows(cells, Requests) == {}


@pytest.mark.parametrize(
    "heads", [("本年新", "本年废止数", "现行有效数"), ("本年制发数", "本年制发数", "现行有效数"), ("甲", "乙", "丙")]
)
def test_heads_that_are_damaged_name_no_figures(heads: tuple[str, ...]) -> None:
    """Cut off, printed twice by mistake, or in words that say nothing: the rows are what they are."""

    def change(rows: list[tuple[GridCell, ...]]) -> list[tuple[GridCell, ...]]:
        return [rows[0], (rows[1][0], *map(GridCell, heads)), *rows[2:]]

    assert noted(read_foreign(TRUTH, in_table(TWO, change))) == [("LABEL-ODD", (), " | ".join(heads))] * 2


@pytest.mark.parametrize(("head", "moved"), [("科研院所", "企业"), ("科研单位", "商业企业")])
def test_columns_of_table_three_that_have_moved_are_named_in_other_words_as_well(head: str, moved: str) -> None:
    """科研院所 stands before 企业."""

    def markup(grid: Grid) -> Grid:
        changed = in_table(THREE, swapped)(grid)
        return renamed("科研机构", head)(renamed("商业企业", moved)(changed))

    reading = read_foreign(TRUTH, markup)

    assert wrong(TRUTH, reading) == set()
    assert [(code, len(paths), raw) for code, paths, raw in noted(reading)] == [("LABEL-ODD", 50, f"{head} | {moved}")]


@pytest.mark.parametrize(
    ("place", "head", "is_odd"),
    [
        # Half of the letters are those of its own head, and no other has as many.
        ("科研机构", "科研学会", False),
        ("法律服务机构", "法律服务所", False),
        # As much in common with another head, or nothing with any.
        ("法律服务机构", "科研服务机构", True),
        ("科研机构", "驻外代表", True),
    ],
)
def test_unknown_heads_are_compared_with_all_others(place: str, head: str, *, is_odd: bool) -> None:
    """A head that is like another one more than like its own may be that one."""
    assert bool(noted(read_foreign(TRUTH, renamed(place, head)))) == is_odd


def test_a_head_that_says_the_contrary_names_its_columns() -> None:
    """已审结 is no other word for 尚未审结; 审结 may be what is left of it."""
    blocks = ("reconsideration", "litigation.direct", "litigation.after_reconsideration")
    paths = tuple(f"review_and_litigation.{block}.pending" for block in blocks)
    on_page = on_lines(("行政复议", "行政诉讼"), ("结果维持", "结果纠正", "其他结果", "已审结", "总计"))

    assert noted(read_foreign(TRUTH, renamed("尚未审结", "已审结"))) == [("LABEL-ODD", paths, "已审结")]
    assert noted(read_foreign(TRUTH, renamed("尚未审结", "审结"))) == []
    assert moved_columns(on_page, [row(1)], gd.ReviewAndLitigation) == {3: "已审结", 8: "已审结", 13: "已审结"}


@pytest.mark.parametrize(
    ("head", "printed", "raw"),
    [
        ("行政复议", "行政诉讼", "行政诉讼 | 行政诉讼 | 未经复议直接起诉 | 复议后起诉"),
        ("自然人", "总计", "总计 | 总计 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他"),
        ("商业企业", "其他", "自然人 | 总计 | 其他 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他"),
    ],
)
def test_a_head_of_the_form_in_place_of_another_is_noted_on_no_cell(head: str, printed: str, raw: str) -> None:
    """One is there twice and another not at all, as by a slip: the columns are the form's."""
    reading = read_foreign(TRUTH, renamed(head, printed))

    assert wrong(TRUTH, reading) == set()
    assert noted(reading) == [("LABEL-ODD", (), raw)]


def test_heads_that_are_fewer_or_more_than_those_of_the_form_stand_for_no_others() -> None:
    """Those that are cut, or written out over the columns that they span."""
    written_out = on_lines(("行政复议",) * 5 + ("行政诉讼",) * 10)

    assert heads_for_others(on_lines(KINDS[:-1]), Requests) == []
    assert heads_for_others(written_out, gd.ReviewAndLitigation) == []
    assert heads_for_others(on_lines(KINDS), Requests) == []
    assert heads_for_others(on_lines(("自然人", "科研机构", *KINDS[2:])), Requests) == []


@pytest.mark.parametrize(
    ("heads", "moved"),
    [(["甲", "乙"], False), (["乙", "甲"], True), (["甲", "甲"], False), (["乙", "丙"], True), (["丙", "丙"], False)],
)
def test_a_head_moves_if_it_stands_for_another(heads: list[str], *, moved: bool) -> None:
    """Those that are not known, or are printed twice, do not tell."""
    assert are_moved(heads, ["甲", "乙"]) == moved


def test_the_form_of_another_edition_is_told_in_other_words() -> None:
    """Figures below heads of 2019 are not those of 2021."""

    def change(rows: list[tuple[GridCell, ...]]) -> list[tuple[GridCell, ...]]:
        return [rows[0], (rows[1][0], *map(GridCell, ("本年新制作数", "新公开数量", "对外公开总数"))), *rows[2:]]

    reading = read_foreign(TRUTH, in_table(TWO, change))

    assert wrong(TRUTH, reading) == set()
    assert {code for code, _, _ in noted(reading)} == {"UNPLACED"}


# Heads of table III, above rows of which the columns are known, or are not.

KINDS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def on_lines(*lines: tuple[str, ...]) -> list[Line | GridLine]:
    """Give lines of text."""
    return [Line(cells, None) for cells in lines]


def in_grid(*cells: str) -> list[Line | GridLine]:
    """Give a row of a grid, with a cell in each column."""
    return [GridLine(tuple(enumerate(cells)), len(cells), None)]


def row(*columns: int) -> Row:
    """Give a row of figures, with the columns in which they stand."""
    return Row(0, "", None, list("1000001"), columns=columns)


def test_a_head_in_two_cells_is_not_missing_beside_one_more() -> None:
    """科研 | 机构 are one, so that 个体工商户 is a column more: nobody knows where its figures are."""
    lines = on_lines((*KINDS[:2], "科研", "机构", *KINDS[3:]), ("个体工商户",))

    assert moved_columns(lines, [], Requests) == dict.fromkeys(range(7), " | ".join([*KINDS, "个体工商户"]))


def test_pieces_of_heads_that_are_those_of_the_form_together_are_no_head_more() -> None:
    """织 构, below 社会公益 组 and 法律服务 机, is none by itself; with another head beside them it is."""
    heads = (*KINDS[:3], "社会公益", "组", "法律服务", "机", *KINDS[5:])

    assert moved_columns(on_lines(heads, ("织 构",)), [row()], Requests) == {}
    assert set(moved_columns(on_lines((*heads, "个体工商户"), ("织 构",)), [row()], Requests)) == set(range(7))


@pytest.mark.parametrize("other", ["备注", "上年结转", "小计"])
def test_a_head_that_the_form_has_not_can_stand_for_one_that_is_missing(other: str) -> None:
    """No column is 自然人 and one is another; 上年结转 is such a one, though it is a part of a label of the form."""
    heads = (*KINDS[1:], other)

    assert moved_columns(on_lines(heads), [row()], Requests) == dict.fromkeys(range(7), " | ".join(heads))


def test_a_cell_that_is_not_there_does_not_tell_of_its_column() -> None:
    """The others stand in the same columns throughout, so that the heads above these are compared."""
    heads = in_grid("", *KINDS[:2], "驻外代表", *KINDS[3:])

    assert moved_columns(heads, [row(*range(1, 8)), row(1, *[-1] * 5, 7)], Requests) == {2: "驻外代表"}


def test_heads_are_known_without_columns_where_rows_stand_in_several() -> None:
    """One row stands a column further than the other, below a head more: the heads of the form are in its order."""
    assert moved_columns(in_grid("", *KINDS, "备注"), [row(*range(1, 8)), row(*range(2, 9))], Requests) == {}


@pytest.mark.parametrize("cls", [Requests, gd.ReviewAndLitigation])
def test_heads_of_the_form_are_moved_nowhere_on_its_lines_and_in_text_each_on_its_own(cls: type[Table]) -> None:
    """Blank lines between them say nothing, nor does a head that spans others and is left out."""
    rows = rows_of_heads(cls)
    alone = [(head,) for head in chain.from_iterable(rows)]
    in_rows = list(chain.from_iterable(in_grid(*heads) for heads in rows))

    for lines in (on_lines(*rows), on_lines(("", ""), *alone), in_rows, on_lines(rows[0][1:], *rows[1:])):
        assert (moved_columns(lines, [], cls), heads_for_others(lines, cls)) == ({}, [])


def test_a_head_that_has_lost_its_span_moves_no_other_one_on_the_lines_of_the_form() -> None:
    """法人或其他组织 spans one column instead of five, so that 总计 beside it stands above the second of these."""

    def cut(grid: Grid) -> Grid:
        rows = (
            tuple(attrs.evolve(cell, columns=1) if cell.text == "法人或其他组织" else cell for cell in row)
            for row in grid.rows
        )
        return Grid(tuple(rows))

    assert read_foreign(build_report(published=None), cut) == gd.Reading(build_report(published=None))


def test_heads_of_a_table_in_pieces_are_in_the_order_of_the_form_only_if_all_stand_in_it() -> None:
    """Below each of the three groups the same five, the first two of them not exchanged."""
    kept, corrected, *others = outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    groups = ("行政复议", "未经复议直接起诉", "复议后起诉")
    pieces = [(group, *outcomes) for group in groups]
    exchanged = [*pieces[:2], (groups[2], corrected, kept, *others)]

    assert is_in_form_order(pieces, [5, 5, 5], ReviewAndLitigation)
    assert not is_in_form_order(exchanged, [5, 5, 5], ReviewAndLitigation)


def test_a_head_in_two_cells_is_not_replaced_by_its_pieces() -> None:
    """法律服 | 务组织, of 法律服务机构, the second of which is a piece of no head."""
    heads = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服", "务组织", "其他", "总计")

    assert moved_columns([Line(heads, None)], [], Requests) == {}
