"""What is said beside our own tables changes nothing in them, and where rows stand is said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.builders import build_report

import govdisclosure as gd

AMOUNT = "proactive_disclosure.procurement.amount"


@pytest.mark.parametrize("format_name", ["text", "markdown", "html", "xlsx", "docx"])
def test_a_unit_in_a_note_is_not_that_of_an_amount(format_name: str) -> None:
    """单位：元, below the heading of section 二, beside an amount without a unit."""
    report = build_report(published=None, year=2020)
    gd.put(report, AMOUNT, gd.Amount(Decimal("12.5")))
    assert report.proactive_disclosure is not None
    report.proactive_disclosure.notes = ["单位：元"]

    assert gd.parse(gd.render(report, format_name), format=format_name) == gd.Reading(report)


def test_where_rows_stand_is_said_with_the_columns_of_those_that_are_sure() -> None:
    """A row whose figures nobody can place has a place, and no columns."""
    rows = [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "0", "3"],
        ["行政规范性文件", "7"],
    ]
    rows += [[label, "2", "", ""] for label in ("行政许可", "行政处罚", "行政强制", "行政事业性收费")]
    table = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    heads = "<h1>示例县水利局2023年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2>"

    reading = gd.parse(f"{heads}<table>{table}</table>", format="html")

    assert {place.number: place.columns for place in reading.rows} == {0: (1, 2, 3), **dict.fromkeys(range(1, 6), ())}
