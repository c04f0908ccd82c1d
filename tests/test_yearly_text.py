"""Narrative against two years: what the prose states of this year beside the last, and what the tables have."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import OPENING, build_report

import govdisclosure as gd
from govdisclosure.checks._statements import Pair, Truth, computed, in_words, truth, written
from govdisclosure.claims.yearly import Form, Statement
from govdisclosure.model.findings import Quote
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

RECEIVED = "requests.total.newly_received"


def findings(text: str, before: CellValue, after: CellValue, path: str = RECEIVED) -> list[gd.Finding]:
    """Give what is found of a text where one cell was so much last year, and is so much this year."""
    last = build_report(year=2023, cells={path: before})
    this = build_report(year=2024, cells={path: after}, overview=[OPENING, text])
    return list(gd.check(this, select="YOY-TEXT", previous=last))


def told(text: str, before: CellValue, after: CellValue, path: str = RECEIVED) -> list[tuple[object, object]]:
    """Give of what is found what the tables have, and what the words state."""
    return [(each.expected, each.actual) for each in findings(text, before, after, path)]


SAID = "新收政府信息公开申请{after}件，{words}。"


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        ("较上年增加3件", [(9, 12), (0, 3)], [(9, 13, 4, 3), (12, 9, -3, 3), (9, 9, 0, 3)]),
        ("较上年减少3件", [(12, 9), (3, 0)], [(12, 8, 4, 3), (9, 12, -3, 3)]),
        ("上年为9件", [(9, 12), (9, 9)], [(8, 12, 8, 9)]),
        ("与上年持平", [(9, 9), (0, 0)], [(9, 10, 1, 0), (10, 9, -1, 0)]),
        ("较上年增长33.3%", [(9, 12), (0, 12)], [(9, 13, "44.4%", "33.3%"), (12, 9, "-25.0%", "33.3%")]),
        ("较上年增长33%", [(9, 12), (100, 133)], [(9, 11, "22%", "33%")]),
        ("较上年增长33.33%", [(9, 12)], [(3, 3, "0.00%", "33.33%")]),
        ("较上年下降25%", [(12, 9), (0, 9)], [(12, 10, "17%", "25%"), (9, 12, "-33%", "25%")]),
        ("较上年下降100%", [(12, 0)], [(12, 1, "92%", "100%")]),
        # A tie can be rounded either way.
        ("较上年增长12%", [(8, 9)], []),
        ("较上年增长13%", [(8, 9)], []),
        ("较上年增长42.9%", [(7, 10)], []),
        ("较上年增长42.8%", [], [(7, 10, "42.9%", "42.8%")]),
        ("下降到上年的80%", [(10, 8), (0, 8)], [(10, 9, "90%", "80%")]),
        ("是上年的2倍", [(6, 12), (0, 12)], [(6, 13, "2.17", "2"), (6, 18, "3", "2")]),
        ("是上年的2.3倍", [(7, 16)], [(7, 17, "2.43", "2.3")]),
        ("较上年增加到3倍", [(4, 12)], [(4, 8, "2", "3")]),
        # 增长2倍 is used for three times and for twice as many.
        ("较上年增长2倍", [(4, 12), (6, 12), (0, 12)], [(3, 12, "3", "2"), (12, 12, "0", "2")]),
        ("较上年增长1.5倍", [(4, 10), (8, 12)], [(4, 12, "2", "1.5")]),
        ("较上年翻一番", [(6, 12), (8, 12), (10, 25), (0, 12)], [(9, 12, "1.33", "2"), (10, 26, "2.6", "2")]),
        ("较上年翻两番", [(3, 12), (4, 12), (3, 15)], [(5, 12, "2.4", "4")]),
        ("较上年减少一半", [(12, 6), (13, 6), (13, 7), (0, 6)], [(13, 5, "0.38", "0.5"), (12, 7, "0.58", "0.5")]),
        ("较上年增加3件，增长33.3%", [(9, 12)], [(9, 13, 4, 3), (10, 13, "30.0%", "33.3%")]),
        ("较上年的9件增加3件", [(9, 12)], [(8, 11, 8, 9), (9, 11, 2, 3)]),
    ],
)
def test_every_form_is_held_against_both_years(
    words: str, right: list[tuple[int, int]], wrong: list[tuple[int, int, object, object]]
) -> None:
    """With what fits, and with what does not: what the tables have, and what is said."""
    for before, after in right:
        assert (before, after, told(SAID.format(after=after, words=words), before, after)) == (before, after, [])
    for before, after, expected, actual in wrong:
        assert told(SAID.format(after=after, words=words), before, after) == [(expected, actual)]


def test_both_figures_of_a_rise_are_compared() -> None:
    """由上年的9件增至12件: last year's and this year's."""
    text = "新收政府信息公开申请由上年的9件增至12件。"

    assert told(text, 9, 12) == []
    assert told(text, 8, 12) == [(8, 9)]
    assert told(text, 9, 13) == [(13, 12)]


def test_the_finding_quotes_the_words_and_says_both_figures() -> None:
    """Where the words stand, the cell, both years, and what that comes to."""
    text = "全年新收政府信息公开申请12件，较上年增加4件。"

    assert findings(text, 9, 12) == [
        gd.Finding(
            RECEIVED,
            expected=3,
            actual=4,
            quote=Quote("overview[1]", 2, 23, "新收政府信息公开申请12件，较上年增加4件"),
            code="YOY-TEXT",
            severity=gd.Severity.WARNING,
            law="Art. 50",
            details={
                "cells": [RECEIVED],
                "form": "more",
                "truth": "wrong",
                "before": 9,
                "after": 12,
                "last": 2023,
                "this": 2024,
            },
            message=Message(
                "一、总体情况第2段写“新收政府信息公开申请12件，较上年增加4件”，"
                "而「总计」列「一、本年新收政府信息公开申请数量」2023年为 9、2024年为 12，增加 3，"
                "请核对后改正有误的一处。",
                "一、总体情况, paragraph 2 says “新收政府信息公开申请12件，较上年增加4件”, "
                f"but {RECEIVED} was 9 in 2023 and is 12 in 2024: that is 3 more; "
                "compare them and correct the one that is wrong",
            ),
        )
    ]


def test_a_truncated_share_has_words_of_its_own() -> None:
    """It is called truncated, and what it is rounded to is said."""
    (finding,) = findings("新收政府信息公开申请10件，较上年增长42.8%。", 7, 10)

    assert finding.details["truth"] == "truncated"
    assert finding.message.zh.endswith("2023年为 7、2024年为 10，四舍五入应是 42.9%，“42.8%”是截尾的数。")
    assert finding.message.en.endswith("was 7 in 2023 and is 10 in 2024: that is 42.9% rounded, and 42.8% is truncated")


@pytest.mark.parametrize(
    ("statement", "before", "after", "zh", "en"),
    [
        (Statement(Form.MORE, Decimal(4)), 9, 12, "增加 3", "that is 3 more"),
        (Statement(Form.FEWER, Decimal(4)), 12, 9, "减少 3", "that is 3 fewer"),
        (Statement(Form.SAME), 9, 12, "增加 3", "that is 3 more"),
        (Statement(Form.MORE, Decimal(4)), 9, 9, "两年持平", "both are the same"),
        (Statement(Form.WAS, Decimal(4)), 9, 9, "与所述不符", "that is not what is said"),
        (Statement(Form.UP, Decimal(4)), 9, 12, "增长 33%", "that is 33% more"),
        (Statement(Form.UP, Decimal("4.0"), 1), 12, 9, "下降 25.0%", "that is 25.0% less"),
        (Statement(Form.PERCENT, Decimal(4)), 12, 9, "本年是上年的 75%", "this year's is 75% of last year's"),
        (Statement(Form.TIMES, Decimal(4)), 12, 9, "本年是上年的 0.75 倍", "this year's is 0.75 times last year's"),
        (Statement(Form.HALVED), 9, 18, "本年是上年的 2 倍", "this year's is 2 times last year's"),
    ],
)
def test_what_the_figures_come_to_is_said_in_the_form_of_the_words(
    statement: Statement, before: int, after: int, zh: str, en: str
) -> None:
    """More or fewer, per cent, times."""
    assert in_words(statement, Pair(before, after)) == Message(zh, en)


@pytest.mark.parametrize(
    "words", ["较上年提高5个百分点", "较2019年增加8件", "与上年基本持平", "较上年减少2倍", "较上年增长约90%"]
)
def test_what_cannot_be_decided_is_passed_over(words: str) -> None:
    """Percentage points are no per cent."""
    assert told(SAID.format(after=12, words=words), 9, 12) == []


def test_a_blank_in_either_year_says_nothing() -> None:
    """Of the cell that the words are about first; "/" is nought."""
    text = "上年结转政府信息公开申请2件，较上年增加2件。"
    path = "requests.natural_person.carried_over"
    blank = {f"requests.{column}.carried_over": None for column in ("natural_person", "total")}
    others = {cell.path: None for cell in gd.cells(build_report()) if cell.path.endswith("carried_over")}

    assert told(text, 1, 2, "requests.total.carried_over") == [(1, 2)]
    for years in ((others, blank), ({}, others), (others, {})):
        last = build_report(year=2023, cells=dict(years[0]))
        this = build_report(year=2024, cells={**years[1], path: None}, overview=[text])
        assert list(gd.check(this, select="YOY-TEXT", previous=last)) == []
    assert told(text, gd.NA, 2, "requests.total.carried_over") == []


def test_a_figure_is_compared_across_editions_where_both_have_the_cell() -> None:
    """What was dealt with in another way is a sum in edition 2021; what is in force has no cell in edition 2019."""
    text = "作其他处理3件，较上年增加1件。现行有效规范性文件4件，较上年增加9件。收到申请12件，较上年增加1件。"
    last = build_report(year=2020, cells={"requests.total.outcomes.other": 2})
    this = build_report(
        year=2021,
        overview=[text],
        cells={cell.path: 1 for cell in gd.cells(build_report()) if ".total.outcomes.other." in f".{cell.path}"},
    )

    assert [each.paths for each in gd.check(this, select="YOY-TEXT", previous=last)] == [(RECEIVED,)]


def test_words_that_can_be_of_several_cells_are_reported_only_if_none_fits() -> None:
    """办理 is what came in or what was answered; behind two figures, either can be meant."""
    cells = {"requests.total.outcomes.total": 20, "requests.total.outcomes.granted": 19}
    last = build_report(year=2023)
    this = build_report(year=2024, cells={RECEIVED: 15, **cells})
    for words, fits in (
        ("办理政府信息公开申请15件，较上年增加3件。", True),
        ("办理政府信息公开申请15件，较上年增加8件。", True),
        ("办理政府信息公开申请15件，较上年增加4件。", False),
        ("办结政府信息公开申请15件，较上年增加3件。", False),
        ("新收申请15件，办结20件，较上年增加3件。", True),
        ("新收申请15件，办结20件，较上年增加5件。", False),
    ):
        this.overview = [words]
        assert (words, list(gd.check(this, select="YOY-TEXT", previous=last)) == []) == (words, fits)


def test_money_is_compared_as_a_share() -> None:
    """Of the amounts as the tables print them."""
    path = "proactive_disclosure.fees.amount"
    text = "行政事业性收费8万元，较上年下降20%。"

    assert told(text, Decimal("10.00"), Decimal("8.00"), path) == []
    (finding,) = findings(text, Decimal("10.00"), Decimal("9.00"), path)
    assert (finding.expected, finding.actual, finding.details["before"]) == ("10%", "20%", "10.00")
    assert told("行政事业性收费8万元，与上年持平。", Decimal("8.00"), Decimal("8.50"), path) == [("0.5", 0)]


def test_the_figures_of_bodies_that_merged_are_summed() -> None:
    """As in the rules on figures."""
    last = [build_report(year=2023), build_report(year=2023)]
    last[0].agency, last[1].agency = gd.Agency(name="示例镇文化站"), gd.Agency(name="示例镇旅游站")
    this = build_report(year=2024, overview=["新收政府信息公开申请12件，较上年减少一半。"])

    assert list(gd.check(this, select="YOY-TEXT", previous=last)) == []
    assert [each.expected for each in gd.check(this, select="YOY-TEXT", previous=last[0])] == ["1"]


def test_without_last_years_report_nothing_is_compared() -> None:
    """Also where what is given is none."""
    this = build_report(year=2024, overview=["新收政府信息公开申请12件，较上年减少一半。"])

    assert list(gd.check(this, select="YOY-TEXT")) == []
    assert list(gd.check(this, select="YOY-TEXT", previous=build_report(year=2022))) == []


@given(st.integers(1, 5_000), st.integers(0, 5_000), st.integers(0, 3))
def test_what_is_computed_from_both_figures_holds_of_them(before: int, after: int, places: int) -> None:
    """For all figures: a statement that says what was computed is true, and never truncated."""
    pair = Pair(before, after)
    for form in (Form.MORE, Form.FEWER, Form.UP, Form.DOWN, Form.PERCENT, Form.TIMES, Form.TIMES_MORE):
        shown = str(computed(Statement(form, Decimal(0), places), pair)).removesuffix("%")
        decimals = len(shown.partition(".")[2])
        exact = form not in {Form.TIMES, Form.TIMES_MORE} or decimals or after % before == 0
        statement = Statement(form, Decimal(shown), decimals)

        assert truth(statement, pair) is Truth.HOLDS or not exact
        assert str(written(statement)).removesuffix("%") == shown


@given(st.integers(1, 5_000), st.integers(0, 5_000), st.integers(0, 3), st.integers(-300, 300))
def test_a_share_is_true_if_it_is_the_exact_one_rounded(before: int, after: int, places: int, off: int) -> None:
    """Half a unit of its last decimal away at most; cut off, less than a whole one."""
    unit = Decimal(1).scaleb(-places)
    stated = (Decimal(after - before) / before * 100).quantize(unit) + off * unit / 100
    stated = stated.quantize(unit)
    judged = truth(Statement(Form.UP, stated, places), Pair(before, after))
    gap = abs(Decimal(after - before) * 100 - stated * before)

    assert (judged is Truth.HOLDS) == (gap * 2 <= unit * before)
    assert judged is not Truth.TRUNCATED or gap < unit * before
