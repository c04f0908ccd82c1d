"""Tables of others whose cells stand between bars of boxes or full-width bars."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import cell_a_line, row_a_line

import govdisclosure as gd
from govdisclosure.model.notes import Source

REPORT = build_report(
    published=None,
    proactive_disclosure=gd.ProactiveDisclosure.from_rows(
        [[0, None, 3], [2, 1, None], [8], [None], [5], [Decimal("0.35")]]
    ),
)
PRINTED = print_report(REPORT, row_a_line)
BARS = "│┃║｜￨"
RULES = [
    *("├──┼──┤", "┌────┬───┐", "╔══╦══╗", "┣━━╋━━┫"),
    *("+----+-----+", "+====+====+", "  └──┴──┘ ", "├─────────────┤"),
]


@pytest.mark.parametrize("bar", BARS)
@pytest.mark.parametrize("printer", [row_a_line, cell_a_line])
@pytest.mark.parametrize("format_name", ["text", "markdown"])
def test_all_bars_part_cells(bar: str, printer: object, format_name: str) -> None:
    """A row a line and a cell a line, in text and in Markdown."""
    printed = print_report(REPORT, row_a_line if printer is row_a_line else cell_a_line)

    assert gd.parse(printed.replace("|", bar), format=format_name) == gd.Reading(REPORT)


@pytest.mark.parametrize("begun", ["一、本年新收政", "一、本年新收政府信息公开申"])
def test_a_label_that_goes_on_below_is_whole(begun: str) -> None:
    """Its first line has no bar, and may be as long as the column is wide."""
    assert gd.parse(PRINTED.replace(begun, f"{begun}\n")) == gd.Reading(REPORT)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("bar", ["│", "|"])
def test_the_lines_of_a_box_are_no_text(rule: str, bar: str) -> None:
    """Between all rows, above the first and below the last."""
    lines = [f"{rule}\n{bar} {line}\n{rule}" if "|" in line else line for line in PRINTED.splitlines()]

    assert gd.parse("\n".join(lines).replace("|", bar)) == gd.Reading(REPORT)


def test_lines_keep_their_numbers() -> None:
    """Those of boxes count."""
    lines = [f"├──┼──┤\n{line}" if "|" in line else line for line in PRINTED.splitlines()]
    printed = "\n".join(lines).replace("|", "│").replace("规章 │ 0", "规章 │ 零点")

    (note,) = gd.parse(printed).notes

    assert note.source == Source(line=next(n for n, line in enumerate(printed.split("\n"), 1) if "零点" in line))


@pytest.mark.parametrize("text", ["首页｜新闻｜公开", "来源：示例网 │ 编辑：示例", "1+1=2", "──────", "a+b"])
def test_a_bar_or_two_in_the_text_stay(text: str) -> None:
    """Only where many lines have them are they those of tables."""
    printed = PRINTED.replace("本机关依法公开政府信息。", f"本机关依法公开政府信息：{text}")

    assert gd.parse(printed).report.overview == [*(REPORT.overview or [])[:1], f"本机关依法公开政府信息：{text}"]


def test_the_text_of_our_own_files_keeps_its_bars() -> None:
    """Whatever they look like."""
    report = build_report(overview=["首页｜新闻", "a │ b", "├──┼──┤", "甲｜乙", "丙｜丁", "+---+---+"])

    for name in ("text", "markdown"):
        assert gd.parse(gd.render(report, name), format=name) == gd.Reading(report)


@pytest.mark.parametrize("bar", ["|", *BARS])
def test_all_bars_count_for_the_bound(bar: str) -> None:
    """They make as many cells."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(bar * 500_001, format="text")

    assert caught.value.code == "BEYOND-LIMIT"
