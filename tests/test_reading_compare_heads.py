"""Heads of table II beside those of the form, and identities that figures break."""

from __future__ import annotations

import pytest

import govdisclosure as gd
from govdisclosure.form.grids import figure_rows
from govdisclosure.reading.tables.compare_heads import compare_heads, headers_of_rows
from govdisclosure.reading.tables.draft import TableDraft
from govdisclosure.reading.tables.placement import contradicts_itself
from govdisclosure.reading.tables.rows import Doubt, Row

RULES, DOCUMENTS, LICENSING = range(3)
MADE, REPEALED, IN_FORCE = "本年制发件数", "本年废止件数", "现行有效件数"
ALL = ("rules.issued", "rules.repealed", "rules.in_force")


def compared(
    *heads: str,
    row: Row,
    cls: type[gd.ProactiveDisclosure | gd.ProactiveDisclosure2019] = gd.ProactiveDisclosure,
    year: int | None = None,
) -> tuple[set[Doubt], list[tuple[str, ...]]]:
    """Compare the heads above a row: what is in doubt of it, and the cells that notes name."""
    draft = TableDraft("proactive_disclosure", cls, {})

    compare_heads(draft, ["信息内容", *heads, row.label, *row.stated], {row.number or 0: row}, year=year)

    return row.doubts, [
        tuple(path.removeprefix("proactive_disclosure.") for path in note.paths) for note in draft.notes
    ]


def rules() -> Row:
    """Give the row 规章."""
    return Row(RULES, "规章", None, ["3", "4", "5"])


@pytest.mark.parametrize(
    ("heads", "noted"),
    [
        ((MADE, REPEALED, IN_FORCE), []),
        ((IN_FORCE, "甲", MADE), [ALL]),
        ((MADE, IN_FORCE, MADE), [ALL]),
        ((MADE, MADE, "甲", IN_FORCE), [()]),
        ((MADE, REPEALED, MADE, IN_FORCE), []),
        (("上年制发件数", "上年废止件数", "上年有效件数"), [ALL]),
    ],
)
def test_heads_above_a_row_tell_its_columns(heads: tuple[str, ...], noted: list[tuple[str, ...]]) -> None:
    """Each of those that stand there once is looked at; a head printed twice by mistake is noted, on no cell."""
    assert compared(*heads, row=rules()) == (set(), noted)


@pytest.mark.parametrize(
    ("heads", "doubts"),
    [
        (("本年处理决定数量",), set()),
        (("采购项目数量",), {Doubt.HEADS}),
        (("处理决定数量",), set()),
        (("上一年项目数量", "处理决定数量"), {Doubt.HEADS}),
        (("本年处理决定数量", "采购项目数量"), set()),
    ],
)
def test_figures_below_heads_of_another_edition_mean_something_else(heads: tuple[str, ...], doubts: set[Doubt]) -> None:
    """Unless one of this edition stands beside them, or they only lack its 本年 above one figure."""
    assert compared(*heads, row=Row(LICENSING, "行政许可", None, ["8"])) == (doubts, [])


def test_a_shorter_head_above_several_figures_tells_none_of_them() -> None:
    """Which of the three it is above is not told."""
    assert compared("处理决定数量", row=rules()) == ({Doubt.HEADS}, [])


def test_more_or_less_than_the_year_before_is_a_column_of_this_year() -> None:
    """较上年增/减 is 本年增/减, and 上年处理决定数量 is not 处理决定数量."""
    licensing = Row(LICENSING, "行政许可", None, ["8", "1", "9"])
    two = gd.ProactiveDisclosure2019

    assert compared("上一年项目数量", "较上年增/减", "处理决定数量", row=licensing, cls=two) == (set(), [()])
    assert compared("上一年项目数量", "较上年增/减", "上年处理决定数量", row=licensing, cls=two) == (
        set(),
        [("licensing.decisions",)],
    )


@pytest.mark.parametrize(
    ("head", "year", "noted"),
    [
        ("2022年处理决定数量", 2023, [("licensing.decisions",)]),
        ("二〇二二年度处理决定数量", 2023, [("licensing.decisions",)]),
        ("2022至2023年处理决定数量", 2023, [("licensing.decisions",)]),
        ("2023年处理决定数量", 2023, []),
        ("2022年处理决定数量", None, []),
        ("本年（2022）处理决定数量", 2023, []),
        ("处理决定数量0000", 2023, []),
        ("累计处理决定数量", 2023, [("licensing.decisions",)]),
        ("历年处理决定数量", None, [("licensing.decisions",)]),
        ("本年累计处理决定数量", 2023, []),
    ],
)
def test_a_head_of_another_year_or_of_all_years_names_its_cell(
    head: str, year: int | None, noted: list[tuple[str, ...]]
) -> None:
    """What is below 2022年处理决定数量 in a report on 2023 is not asked for; of no known year, it may be."""
    paths = compared(head, row=Row(LICENSING, "行政许可", None, ["8"]), year=year)[1]

    assert [each for each in paths if each] == noted


def test_the_year_before_is_that_of_the_heads_that_ask_for_it() -> None:
    """上一年项目数量 may be told as that of 2019 in a report on 2020, and not as that of 2020."""
    row = Row(LICENSING, "行政许可", None, ["8", "1", "9"])
    rest = ("比2018年增/减", "处理决定数量")
    two = gd.ProactiveDisclosure2019

    assert compared("2019年项目数量", *rest, row=row, cls=two, year=2020) == (set(), [()])
    assert compared("2020年项目数量", *rest, row=row, cls=two, year=2020) == (set(), [("licensing.items_last_year",)])


@pytest.mark.parametrize(
    ("heads", "noted"),
    [
        ((MADE, REPEALED, "失效件数"), [("rules.in_force",)]),
        ((MADE, "本年有效件数", IN_FORCE), [("rules.repealed",)]),
        ((MADE, "本年失效件数", IN_FORCE), [()]),
        ((MADE, REPEALED, "累计有效件数"), [()]),
        (("累计制发件数", REPEALED, IN_FORCE), [("rules.issued",)]),
    ],
)
def test_a_head_that_says_the_contrary_names_its_cell(heads: tuple[str, ...], noted: list[tuple[str, ...]]) -> None:
    """What has lapsed is not in force; what is in force may be counted over all years."""
    assert compared(*heads, row=rules(), year=2023) == (set(), noted)


def test_all_that_was_ever_disclosed_is_counted_over_all_years() -> None:
    """累计总数 is 对外公开总数量, and 累计新公开数量 is not 本年新公开数量."""
    two = gd.ProactiveDisclosure2019

    assert compared("本年新制作数量", "本年新公开数量", "累计总数", row=rules(), cls=two) == (set(), [()])
    assert compared("本年新制作数量", "累计新公开数量", "对外公开总数量", row=rules(), cls=two) == (
        set(),
        [("rules.disclosed",)],
    )


def test_a_head_of_another_edition_below_a_row_begins_a_block() -> None:
    """规章 | 3 / 采购项目数量 / 行政许可."""
    assert headers_of_rows(["规章", "3", "采购项目数量", "行政许可"], gd.ProactiveDisclosure) == {
        RULES: [],
        LICENSING: ["采购项目数量"],
    }


@pytest.mark.parametrize(("total", "contradicts"), [(4, True), (5, False), (6, True)])
def test_a_sum_that_is_too_much_or_too_little_contradicts_a_table(total: int, *, contradicts: bool) -> None:
    """One and four are five."""
    figures = (1, 0, 0, 0, 0, 4, total)
    known = dict(zip(figure_rows(gd.Requests)[0].paths, figures, strict=True))

    assert contradicts_itself(gd.Requests, known) is contradicts
