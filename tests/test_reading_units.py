"""Counts that are printed in another unit than the form has: none of their figures is read."""

from __future__ import annotations

import copy
from decimal import Decimal

import attrs
import pytest
from support.builders import build_report
from support.grids import Markup, foreign, read_foreign, spans
from test_reading import wrong
from test_reading_traps import FOUR, THREE, TRUTH, in_table

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph
from govdisclosure.form.figures import print_figure
from govdisclosure.model.report import HEADINGS
from govdisclosure.reading.recognize import recognize
from govdisclosure.reading.tables.units import other_units
from govdisclosure.vocabulary.units import glued_unit, other_unit

_STATED = {cell.path for cell in gd.cells(TRUTH) if isinstance(cell.value, int)}
_AMOUNT = "proactive_disclosure.fees.amount"
_DISCLOSED = {path for path in _STATED if path.startswith("proactive_disclosure")}
CHARGED = copy.deepcopy(TRUTH)
gd.put(CHARGED, _AMOUNT, Decimal("9.6"))


def renamed(old: str, new: str) -> Markup:
    """Give a markup in which a label, or the only one of its column, reads otherwise."""

    def change(grid: Grid) -> Grid:
        rows = (
            tuple(attrs.evolve(cell, text=new) if cell.text == old and not cell.path else cell for cell in row)
            for row in grid.rows
        )
        return Grid(tuple(rows))

    return change


def noted(reading: gd.Reading) -> set[str]:
    """Give the paths of the cells that could not be read."""
    assert {note.code for note in reading.notes} <= {"CELL-UNREADABLE", "LABEL-ODD"}
    return {path for note in reading.notes if note.code == "CELL-UNREADABLE" for path in note.paths}


_UNITS = [
    "（万件）",
    "(十件)",
    "（单位：百件）",
    "【千宗】",
    "（%）",
    "（％）",
    "/万件",
    "：万件",
    "万件",
    "（万）",
    "（以万件计）",
    "（萬件）",
    "（单位：1000件）",
    "\n%",
]


@pytest.mark.parametrize("unit", _UNITS)
@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("自然人", "requests.natural_person."),
        ("商业企业", "requests.legal_person.commercial_enterprise."),
        ("法人或其他组织", "requests.legal_person."),
        ("行政复议", "review_and_litigation.reconsideration."),
    ],
)
def test_no_figure_below_such_a_head_is_read(label: str, part: str, unit: str) -> None:
    """Each is noted by itself; those of the other columns are read."""
    reading = read_foreign(TRUTH, renamed(label, label + unit))

    assert wrong(TRUTH, reading) == set()
    assert noted(reading) == {path for path in _STATED if path.startswith(part)}


@pytest.mark.parametrize(
    ("label", "new", "end"),
    [
        ("（一）予以公开", "（一）予以公开（万件）", ".outcomes.granted"),
        ("1.属于国家秘密", "1.属于国家秘密（%）", ".state_secret"),
    ],
)
def test_no_figure_beside_such_a_label_is_read(label: str, new: str, end: str) -> None:
    """The label of one row says so of that row."""
    reading = read_foreign(TRUTH, renamed(label, new))

    assert wrong(TRUTH, reading) == set()
    assert noted(reading) == {path for path in _STATED if path.endswith(end)}


@pytest.mark.parametrize(
    "quantity", ["（上年数）", "（上一年度）", "（占比）", "【同比增幅】", "（增长率）", "（去年同期）"]
)
def test_no_figure_below_a_head_of_another_quantity_is_read(quantity: str) -> None:
    """Figures of the year before, shares and rates are no counts of the year."""
    reading = read_foreign(TRUTH, renamed("自然人", f"自然人{quantity}"))

    assert wrong(TRUTH, reading) == set()
    assert noted(reading) == {path for path in _STATED if path.startswith("requests.natural_person.")}


def test_figures_below_the_head_of_the_year_before_are_in_doubt() -> None:
    """上年处理决定数量 in the place of 本年处理决定数量: the cells are named."""
    decisions = {path for path in _STATED if path.endswith(".decisions")}

    before, same = (
        {path for note in read_foreign(TRUTH, renamed("本年处理决定数量", head)).notes for path in note.paths}
        for head in ("上年处理决定数量", "本年度处理决定的数量")
    )

    assert (before, same) == (decisions, set())


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("proactive_disclosure", "各单位公开政府信息情况（同比增长）"),
        ("requests", "本单位收到申请情况与上年（去年）对比"),
    ],
)
def test_a_line_beside_a_table_names_no_other_quantity(section: str, text: str) -> None:
    """Only a head of the table says so, and only of its own column."""
    assert not above(section, text).notes


@pytest.mark.parametrize(
    ("label", "new"),
    [("二、上年结转政府信息公开申请数量", "二、上年结转政府信息公开申请数量（上年度）"), ("信息内容", "备注（占比）")],
)
def test_what_says_no_more_than_the_form_names_no_other_quantity(label: str, new: str) -> None:
    """上年结转 counts what came from the year before; a head that is not known is that of no column."""
    assert noted(read_foreign(TRUTH, renamed(label, new))) == set()


def test_a_blank_below_such_a_head_stays_one() -> None:
    """So does "/": neither is a count."""
    report = copy.deepcopy(TRUTH)
    gd.put(report, "requests.natural_person.newly_received", None)
    gd.put(report, "requests.natural_person.carried_over", gd.NA)

    reading = read_foreign(report, renamed("自然人", "自然人（万件）"))

    assert "requests.natural_person.newly_received" not in noted(reading)
    assert gd.get(reading.report, "requests.natural_person.newly_received") is None
    assert gd.get(reading.report, "requests.natural_person.carried_over") is gd.NA


def test_the_figure_is_in_the_note_with_its_unit() -> None:
    """As it was printed, with the place where it stands."""
    reading = read_foreign(TRUTH, renamed("自然人", "自然人（万件）"))

    (note,) = (note for note in reading.notes if note.paths == ("requests.natural_person.newly_received",))
    assert note.raw == f"{gd.get(TRUTH, note.paths[0])} 万件"


def test_heads_of_table_two_say_so_of_their_columns() -> None:
    """The amount of fees has a unit of its own."""
    reading = read_foreign(TRUTH, renamed("本年制发件数", "本年制发件数（百件）"))

    assert noted(reading) == {path for path in _STATED if path.endswith(".issued")}
    assert gd.get(reading.report, _AMOUNT) == gd.get(TRUTH, _AMOUNT)


def above(section: str, text: str, report: gd.AnnualReport = TRUTH) -> gd.Reading:
    """Read a report with a line of text above the table of a section."""
    blocks: list[Block] = []
    for block in foreign(report, spans):
        blocks.append(block)
        if isinstance(block, Paragraph) and block.text == HEADINGS[section]:
            blocks.append(Paragraph(text))
    return recognize(blocks)


@pytest.mark.parametrize(
    "text",
    [
        "单位：万件",
        "（单位：百件）",
        "（万件）",
        "單位:%",
        "计量单位：千件",
        "附表二（单位：万件、万元）",
        "单位：1000件",
        "以万件为单位",
        "单位：万件 制表：示例县政务公开办",
        "单位：%\u3000填表人：示例",
    ],
)
def test_a_line_above_the_table_says_so_of_all_counts(text: str) -> None:
    """Of those of its table, and not of its amounts."""
    for section in ("requests", "proactive_disclosure"):
        reading = above(section, text)
        assert noted(reading) == {path for path in _STATED if path.startswith(section)}
        assert wrong(TRUTH, reading) == set()
        assert gd.get(reading.report, _AMOUNT) == gd.get(TRUTH, _AMOUNT)


@pytest.mark.parametrize(
    ("unit", "is_other"), [("（单位：万件）", True), (" (計量單位:%)", True), ("（单位：件）", False)]
)
def test_the_heading_of_a_table_says_so_of_its_counts(unit: str, is_other: bool) -> None:
    """It is the heading all the same; the tables before and after it are read."""
    for section in ("proactive_disclosure", "requests", "review_and_litigation"):
        blocks = [
            Paragraph(block.text + unit) if isinstance(block, Paragraph) and block.text == HEADINGS[section] else block
            for block in foreign(TRUTH, spans)
        ]
        reading = recognize(blocks)

        assert noted(reading) == {path for path in _STATED if is_other and path.startswith(section)}
        assert wrong(TRUTH, reading) == set()
        assert not getattr(reading.report, section).notes


def test_a_row_of_the_table_says_so_of_all_counts() -> None:
    """Above its heads, or below them, a cell for each."""
    first = in_table(THREE, lambda rows: [(GridCell("单位：万件", columns=10),), *rows])
    each = in_table(FOUR, lambda rows: [*rows[:-1], tuple(GridCell("万件") for _ in range(15)), rows[-1]])

    assert noted(read_foreign(TRUTH, first)) == {path for path in _STATED if path.startswith("requests")}
    assert noted(read_foreign(TRUTH, each)) == {path for path in _STATED if path.startswith("review")}


def test_the_unit_of_a_head_that_is_not_known_may_be_that_of_all() -> None:
    """Nobody can tell what it is the unit of."""
    reading = read_foreign(TRUTH, renamed("自然人", "个体（万件）"))

    assert {path for path in _STATED if path.startswith("requests")} <= noted(reading)


def test_a_table_of_such_figures_is_none_that_is_blank() -> None:
    """A report with no other figures is read, with its notes."""
    report = gd.AnnualReport.blank(agency="示例县人民政府", year=2021)
    report.requests = TRUTH.requests

    reading = above("requests", "单位：万件", report)

    assert noted(reading) == {path for path in _STATED if path.startswith("requests")}


@pytest.mark.parametrize(
    ("label", "new"),
    [
        ("自然人", "自然人（件）"),
        ("自然人", "自然人（单位：件）"),
        ("自然人", "自然人（人次）"),
        ("自然人", "自然人（个人）"),
        ("自然人", "自然人（含上年）"),
        ("总计", "总计（1=2+3）"),
        ("本年制发件数", "本年制发件数（单位：件）"),
        ("本年收费金额（单位：万元）", "本年收费金额（万元）"),
        ("本年收费金额（单位：万元）", "本年收费金额（单位：万元人民币）"),
        ("本年收费金额（单位：万元）", "收费金额（单位：万）"),
    ],
)
def test_the_unit_of_the_form_is_no_other_one(label: str, new: str) -> None:
    """Single things are what the form counts; the amount has its unit in the form."""
    assert read_foreign(TRUTH, renamed(label, new)) == gd.Reading(TRUTH)


@pytest.mark.parametrize(
    "text",
    [
        "单位：件",
        "（单位：件、万元）",
        "单位：万元",
        "公开率（%）为98。",
        "单位（盖章）：示例县",
        "单位：1件",
        "以件为单位",
        "填报单位：万年县司法局",
        "填报单位：百色市人民政府",
    ],
)
def test_other_lines_say_nothing_of_counts(text: str) -> None:
    """They stay what they are: text beside the table."""
    for section in ("requests", "proactive_disclosure"):
        assert not above(section, text).notes


@pytest.mark.parametrize(
    ("text", "is_of_form"),
    [
        *((text, True) for text in ("单位：件", "（单位：件、万元）", "計量單位：件", "【单位：件/万元】")),
        *((text, False) for text in ("单位：万元", "单位：件 制表：示例县", "填报单位：示例县", "单位：件。")),
        ("单位：件" + "、" * 60, False),
    ],
)
def test_a_line_with_the_units_of_the_form_is_no_text(text: str, is_of_form: bool) -> None:
    """Above the table of others; a form of ours keeps it as what somebody has written there."""
    report = build_report(published=None)
    assert report.requests is not None
    report.requests.notes = [text]

    told = [] if is_of_form else [text]
    table = above("requests", text).report.requests
    assert table is not None
    assert table.notes == told
    assert gd.parse(gd.render(report, "text")) == gd.Reading(report)


def test_a_long_text_is_no_head_and_names_no_unit() -> None:
    """A sentence may speak of 万件 and means nothing by it for the figures of a table."""
    long = "自然人" * 20

    assert (other_unit("自然人（万件）"), glued_unit("自然人 万件")) == ("万件", ("自然人", "万件"))
    assert (other_unit(f"{long}（万件）"), glued_unit(f"{long} 万件")) == (None, None)


def test_our_own_forms_have_no_other_unit() -> None:
    """Whatever the text beside their tables says."""
    report = gd.loads(gd.dumps(TRUTH))
    assert report.requests is not None
    report.requests.notes = ["单位：万件"]

    for name in ("text", "html", "docx", "xlsx"):
        assert gd.parse(gd.render(report, name)) == gd.Reading(report)


def test_text_is_read_by_the_same_rule() -> None:
    """It has no grid; its rows are read by their labels."""
    text = gd.render(TRUTH, "text")
    body = text[text.index(str(TRUTH.title)) :].replace("自然人", "自然人（万件）", 1)

    reading = gd.parse(body, format="text")

    assert wrong(TRUTH, reading) == set()
    assert noted(reading) == {path for path in _STATED if path.startswith("requests.natural_person.")}


OTHER_AMOUNTS = ["元", "千元", "百元", "亿元", "百万元"]


@pytest.mark.parametrize("unit", OTHER_AMOUNTS)
@pytest.mark.parametrize(
    "line", ["单位：{}", "（单位：{}）", "金额单位：人民币{}", "单位：件、{}", "单位:{} 制表：示例县", "單位：{}"]
)
def test_a_line_above_the_table_says_so_of_the_amount(unit: str, line: str) -> None:
    """The form has 万元; counts are read."""
    reading = above("proactive_disclosure", line.format(unit), CHARGED)

    assert wrong(CHARGED, reading) == set()
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("CELL-UNREADABLE", (_AMOUNT,), print_figure(gd.get(CHARGED, _AMOUNT)))
    ]


@pytest.mark.parametrize("unit", OTHER_AMOUNTS)
@pytest.mark.parametrize(
    ("label", "new"),
    [
        ("行政事业性收费", "行政事业性收费（{}）"),
        ("行政事业性收费", "行政事业性收费（单位：{}）"),
        ("本年收费金额（单位：万元）", "本年收费金额（{}）"),
        ("本年收费金额（单位：万元）", "收费金额（单位：{}）"),
        ("本年收费金额（单位：万元）", "本年收费额({})"),
    ],
)
def test_the_label_or_the_head_of_the_amount_says_so(label: str, new: str, unit: str) -> None:
    """Whatever the other of them says, in a table with columns and in text."""
    changed = new.format(unit)
    text = gd.render(CHARGED, "text")
    body = text[text.index(str(CHARGED.title)) :]
    for reading in (
        read_foreign(CHARGED, renamed(label, changed)),
        gd.parse(body.replace(label, changed), format="text"),
    ):
        assert wrong(CHARGED, reading) == set()
        assert noted(reading) == {_AMOUNT}


@pytest.mark.parametrize(
    ("unit", "cells"), [("千", {_AMOUNT}), ("百万", {_AMOUNT}), ("万件", _DISCLOSED), ("%", _DISCLOSED)]
)
def test_the_head_of_the_amount_says_so_without_the_word_for_money(unit: str, cells: set[str]) -> None:
    """千 above an amount is 千元, and no unit of the counts; 万件 is none of money."""
    reading = read_foreign(CHARGED, renamed("本年收费金额（单位：万元）", f"收费金额（单位：{unit}）"))

    assert wrong(CHARGED, reading) == set()
    assert noted(reading) == cells


@pytest.mark.parametrize(
    ("head", "beside", "odd"),
    [
        # No caption is left that would tell it.
        ("收费金额（单位：万元）", "第二十条第（八）项", ()),
        # It stands below its caption and 信息内容.
        ("全年收取的费用（万元）", "第二十条第（六）项", ("全年收取的费用（万元）",)),
    ],
)
def test_an_amount_is_in_the_unit_of_its_own_head_be_it_in_other_words(
    head: str, beside: str, odd: tuple[str, ...]
) -> None:
    """What else of the table is in 元, does not matter."""
    other, own = renamed(beside, "其他收入（单位：元）"), renamed("本年收费金额（单位：万元）", head)
    reading = read_foreign(CHARGED, lambda grid: other(own(grid)))

    assert wrong(CHARGED, reading) == set()
    assert gd.get(reading.report, _AMOUNT) == Decimal("9.6")
    assert [(note.code, note.raw) for note in reading.notes] == [("LABEL-ODD", raw) for raw in odd]


@pytest.mark.parametrize(
    "line", ["单位：万元", "（单位：件、万元）", "填报单位：元氏县司法局", "收费200元。", "单位：示例县元和镇"]
)
def test_other_lines_say_nothing_of_the_amount(line: str) -> None:
    """The unit of the form, or no unit of a table."""
    assert not above("proactive_disclosure", line, CHARGED).notes


def test_amounts_of_2019_have_the_unit_that_is_named() -> None:
    """元 or 万元 is part of the amount; nothing else can be, nor both."""
    report = build_report(year=2019, published=None)
    path = "proactive_disclosure.procurement.amount"
    gd.put(report, path, gd.Amount(Decimal(12), None))

    def read(line: str, head: str) -> tuple[object, set[str]]:
        reading = (
            above("proactive_disclosure", line, report)
            if not head
            else read_foreign(report, renamed("采购总金额", head))
        )
        return gd.get(reading.report, path), noted(reading)

    assert read("单位：元", "") == (gd.Amount(Decimal(12), "元"), set())
    assert read("单位：万元", "") == (gd.Amount(Decimal(12), "万元"), set())
    assert read("单位：千元", "") == (None, {path})
    assert read("", "采购金额（万元）") == (gd.Amount(Decimal(12), "万元"), set())
    assert read("", "采购总金额（千元）") == (None, {path})
    assert read("", "采购总金额（单位：万）") == (gd.Amount(Decimal(12), "万元"), set())


ONE_BLOCK = ("信息内容", "本年处理决定数量", "行政许可", "8")


@pytest.mark.parametrize("unit", ["单位：万件", "（万件）"])
def test_a_unit_in_a_cell_of_its_own_is_that_of_all_counts_of_the_table(unit: str) -> None:
    """Be they above it or below."""
    cells = [*ONE_BLOCK, unit, "信息内容", "本年处理决定数量", "行政处罚", "1"]
    counts = [path.removeprefix("proactive_disclosure.") for path in sorted(_DISCLOSED)]

    assert other_units(cells, (), gd.ProactiveDisclosure) == dict.fromkeys(counts, "万件")


def test_a_unit_in_a_head_that_is_printed_twice_is_that_of_the_rows_below_both() -> None:
    """And of none below the same head without it."""
    cells = ["信息内容", "本年处理决定数量（万件）", *ONE_BLOCK[1:], *ONE_BLOCK[:2], "行政处罚", "1", "行政强制", "2"]

    assert other_units(cells, (), gd.ProactiveDisclosure) == {"licensing.decisions": "万件"}


def test_a_unit_in_a_head_can_be_that_of_a_row_whose_label_is_not_printed() -> None:
    """It is none of a row that is known to stand below the same head without it."""
    cells = ["信息内容", "本年处理决定数量（万件）", "行政计可", "8", *ONE_BLOCK[:2], "行政处罚", "1"]

    units = {"licensing.decisions": "万件", "compulsion.decisions": "万件"}
    assert other_units(cells, (), gd.ProactiveDisclosure) == units


def test_a_head_can_say_that_its_figures_are_those_of_the_year_before() -> None:
    """Also in other words than the form has; 同比 above changes says no more than that."""
    issued = {"rules.issued": "上年数", "normative_documents.issued": "上年数"}

    assert other_units(["本年制发件数（上年数）"], (), gd.ProactiveDisclosure) == issued
    assert other_units(["制发数（上年数）"], (), gd.ProactiveDisclosure) == issued
    assert not other_units(["本年增/减（同比）"], (), gd.ProactiveDisclosure2019)
    assert not other_units(["上年结转政府信息公开申请数量（上年度）"], (), gd.Requests)
