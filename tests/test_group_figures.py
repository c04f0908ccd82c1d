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
