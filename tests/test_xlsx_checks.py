"""The check cells of a workbook: LibreOffice computes the same verdicts as ``check``."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, Final

import openpyxl
import pytest
from support.builders import build_report
from support.workbooks import beside, computed, edited, opened, place_of, saved, verdicts

import govdisclosure as gd
from govdisclosure.form.blocks import Grid
from govdisclosure.form.equations import equations
from govdisclosure.formats.xlsx._entries import condition
from govdisclosure.model.declare import Kind
from govdisclosure.writing.compose import compose

if TYPE_CHECKING:
    from pathlib import Path

    from govdisclosure.model.values import CellValue

_EXAMPLES: Final = 200 if os.environ.get("GOVDISCLOSURE_EXAMPLES", "") == "200" else 20
_TOTAL: Final = "requests.total.newly_received"


def random_report(chance: random.Random) -> gd.AnnualReport:
    """Make a report whose cells are all stated and add up, and then let some of them be wrong."""
    report = gd.AnnualReport.blank(agency="示例县人民政府", year=chance.choice((2020, 2025)))
    for cell in list(gd.cells(report)):
        column, _, _ = cell.path.rpartition(".outcomes.")
        part = not cell.path.startswith(("requests.total", "proactive")) and not cell.path.endswith("total")
        if part and (column or "review" in cell.path):
            gd.put(report, cell.path, chance.choice((0, 0, gd.NA, chance.randint(1, 90))))
    for path in _columns():
        carried = chance.randint(0, 5)
        gd.put(report, f"{path}.carried_forward", carried)
        received = gd.complete(report).report
        total = gd.get(received, f"{path}.outcomes.total")
        assert isinstance(total, int)
        gd.put(report, f"{path}.carried_over", 0)
        gd.put(report, f"{path}.newly_received", total + carried)
    report = gd.complete(report, totals="convention", parts=True).report
    for _ in range(chance.randint(0, 4)):
        some = chance.choice([cell.path for cell in gd.cells(report) if not cell.path.startswith("proactive")])
        value: CellValue = chance.choice((gd.NA, 0, chance.randint(0, 10), chance.randint(0, 10**13)))
        gd.put(report, some, value)
    return report


def _columns() -> list[str]:
    kinds = ("commercial_enterprise", "research_institution", "public_welfare_organization")
    others = ("legal_service_organization", "other")
    return ["requests.natural_person", *(f"requests.legal_person.{kind}" for kind in (*kinds, *others))]


def expected(report: gd.AnnualReport) -> list[tuple[str, str]]:
    """Give the label and verdict of each identity: it fails if an error of ``check`` names just its cells."""
    failing = {(finding.code, frozenset(finding.paths)) for finding in gd.check(report, select=["T3", "T4"]).errors}
    return sorted(
        (each.label, "不符" if (each.code, frozenset(each.left + each.right)) in failing else "相符")
        for block in compose(report)
        if isinstance(block, Grid)
        for each in equations(block)
    )


def labelled_verdicts(content: bytes) -> list[tuple[str, object]]:
    """Give the label and verdict of each check of a workbook."""
    return sorted((label, verdict) for (_, label), verdict in verdicts(content).items())


def test_each_identity_stands_once_beside_its_table() -> None:
    """Those of a row beside it, the others one below the other; table IV has no others."""
    sheet = opened(gd.render(build_report(), "xlsx"))
    first, second = ([cell.row for cell in sheet[column] if cell.value is not None] for column in "RW")
    total = next(row for row in range(1, 99) if str(sheet.cell(row, 18).value).startswith("（七）总计"))
    above, below = total - 26, total + 4

    assert first == [1, above, *range(total - 23, total + 2), *range(below, below + 4)]
    assert second == list(range(above, above + 15))
    assert [cell.alignment.horizontal for cell in sheet[f"R{total}:U{total}"][0]] == ["left", *["center"] * 3]


@pytest.mark.programs
def test_verdicts_are_those_of_check(tmp_path: Path) -> None:
    """In reports of both editions without blanks, with random faults, each identity fails in both or in neither.

    What LibreOffice computes was stored already, for programs that compute nothing.
    """
    chance = random.Random(20250120)  # noqa: S311 - no secret
    reports = [random_report(chance) for _ in range(_EXAMPLES)]

    written = [gd.render(report, "xlsx") for report in reports]

    done = computed(written, tmp_path)

    counted = {"相符": 0, "不符": 0}
    for report, content, before in zip(reports, done, written, strict=True):
        wanted = expected(report)
        assert beside(before) == beside(content)
        assert labelled_verdicts(content) == wanted
        assert gd.parse(content) == gd.Reading(report)
        for _, verdict in wanted:
            counted[verdict] += 1
    assert counted["不符"] > _EXAMPLES
    assert counted["相符"] > counted["不符"]
    print(counted)  # noqa: T201 - with -s, how much was compared


@pytest.mark.programs
def test_blank_and_unreadable_cells_leave_a_verdict_open(tmp_path: Path) -> None:
    """So do text and what is beyond the digits of Excel; "/" is nought; the other identities are not touched."""
    plain, blank = gd.render(build_report(), "xlsx"), gd.AnnualReport.blank(agency="示例县", year=2025)
    place = place_of(plain, "（一）予以公开", 12)
    typed = [edited(plain, {place: value}) for value in ("约3件", "3", " ", None, "=1/0")]
    large = gd.render(build_report(cells={_TOTAL: 10**15}), "xlsx")
    slash = gd.render(build_report(cells={"requests.total.carried_over": gd.NA}), "xlsx")

    given = [gd.render(blank, "xlsx"), large, slash]

    first, huge, na, *others = computed([*given, *typed], tmp_path)

    assert list(map(beside, given)) == [beside(each) for each in (first, huge, na)]
    assert {verdict for _, verdict in labelled_verdicts(first)} == {"待定"}
    assert len(labelled_verdicts(first)) == 14 + 25 + 3
    assert [label for label, verdict in labelled_verdicts(huge) if verdict != "相符"] == [
        "一、本年新收政府信息公开申请数量：各列之和＝总计",
        "总计：一＋二＝三（七）＋四",
    ]
    assert {verdict for _, verdict in labelled_verdicts(na)} == {"相符"}
    for content in others:
        assert [each for each in labelled_verdicts(content) if each[1] != "相符"] == [
            ("总计：各项之和＝（七）总计", "待定"),
            ("（一）予以公开：各列之和＝总计", "待定"),
        ]


@pytest.mark.programs
def test_only_figures_can_be_typed(tmp_path: Path) -> None:
    """What the validation of a cell lets pass, as LibreOffice computes its condition."""
    values: list[float | str] = [0, 12, -2, 1.5, 10**15, "/", "12元", "约"]
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row, value in enumerate(values, 1):
        sheet.cell(row, 1, value)
        for column, kind in enumerate(_PASSED, 2):
            sheet.cell(row, column, f"=IF({condition(f'A{row}', kind)},1,0)")

    done = opened(computed([saved(workbook)], tmp_path)[0], computed=True)

    for column, (kind, passed) in enumerate(_PASSED.items(), 2):
        let = [value for row, value in enumerate(values, 1) if done.cell(row, column).value]
        assert (kind, let) == (kind, passed)


_PASSED: Final[dict[Kind, list[object]]] = {
    Kind.COUNT: [0, 12, "/"],
    Kind.CHANGE: [0, 12, -2, "/"],
    Kind.MONEY: [0, 12, 1.5, 10**15, "/"],
    Kind.MONEY_WITH_UNIT: [0, 12, 1.5, 10**15, "/", "12元"],
}
