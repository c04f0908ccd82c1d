"""Groups of table III with figures of their own beside their labels: they are those of no row."""

from __future__ import annotations

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.pagetext import page_rows
from test_reading import wrong

import govdisclosure as gd

REPORT = build_report(
    published=None,
    cells={
        "requests.natural_person.outcomes.refused.state_secret": 2,
        "requests.natural_person.outcomes.unavailable.not_held": 3,
        "requests.natural_person.outcomes.not_processed.petition_or_complaint": 4,
    },
)
FIRST_ROWS = {
    "（三）不予公开": "1.属于国家秘密",
    "（四）无法提供": "1.本机关不掌握相关政府信息",
    "（五）不予处理": "1.信访举报投诉类申请",
}


def with_sums(printed: str, sums: str, groups: list[str], *, label: str = "{}") -> str:
    """Print the sums of groups beside their labels, and their first rows below."""
    for group in groups:
        row = FIRST_ROWS[group]
        joined = f"{group} {row}"
        assert joined in printed
        printed = printed.replace(joined, f"{group} {sums}\n\n{label.format(row)}")
    return printed


STATE_SECRET = tuple(cell.path for cell in gd.cells(REPORT) if cell.path.endswith("state_secret"))
PAGE = print_report(REPORT, page_rows)


@pytest.mark.parametrize("sums", ["3 0 0 0 0 0 3", "0 0 0 0 0 0 0", "9 8 7 6 5 4 39", "3 3"])
@pytest.mark.parametrize("groups", [list(FIRST_ROWS), ["（三）不予公开"], ["（四）无法提供"], ["（五）不予处理"]])
def test_the_sums_of_a_group_are_no_figures_of_its_first_row(sums: str, groups: list[str]) -> None:
    """Each row is read with the figures beside its own label; the sums are in notes."""
    reading = gd.parse(with_sums(PAGE, sums, groups))

    assert wrong(REPORT, reading) == set()
    assert reading.report == REPORT
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [
        ("UNPLACED", (), " | ".join([group, *sums.split()])) for group in groups
    ]


def test_figures_beside_a_group_are_those_of_its_row_if_this_has_none() -> None:
    """The label of the row is broken over two lines, its figures beside the first of them."""
    figures = "2 0 0 0 0 0 0"
    row = f"（三）不予公开 1.属于国家秘密 {figures}"
    assert row in PAGE

    assert gd.parse(PAGE.replace(row, f"（三）不予公开 {figures}\n\n1.属于国家秘密")) == gd.Reading(REPORT)


def test_a_group_of_groups_on_a_line_of_its_own_tells_nothing_of_its_groups() -> None:
    """三、本年度办理结果 stands above all of them."""
    figures = "2 0 0 0 0 0 0"
    printed = PAGE.replace(f"（三）不予公开 1.属于国家秘密 {figures}", f"（三）不予公开 {figures}\n\n1.属于国家秘密")
    assert "三、本年度办理结果 （一）" in printed

    assert gd.parse(printed.replace("三、本年度办理结果 （一）", "三、本年度办理结果\n\n（一）")) == gd.Reading(REPORT)


@pytest.mark.parametrize("others", [list(FIRST_ROWS)[1:], []])
def test_figures_beside_a_group_need_not_be_those_of_its_row_where_other_groups_stand_apart(others: list[str]) -> None:
    """The first row has none of its own; beside the other groups stand sums, or nothing, and their rows below."""
    figures = "2 0 0 0 0 0 0"
    printed = PAGE.replace(f"（三）不予公开 1.属于国家秘密 {figures}", f"（三）不予公开 {figures}\n\n1.属于国家秘密")
    if others:
        printed = with_sums(printed, "3 0 0 0 0 0 3", others)
    else:
        printed = printed.replace("（四）无法提供 1.", "（四）无法提供\n\n1.")

    reading = gd.parse(printed)

    first = ("UNPLACED", STATE_SECRET, f"（三）不予公开1.属于国家秘密 | {' | '.join(figures.split())}")
    sums = [("UNPLACED", (), f"{group} | 3 | 0 | 0 | 0 | 0 | 0 | 3") for group in others]
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [first, *sums]
    assert {gd.get(reading.report, path) for path in STATE_SECRET} == {None}
