"""Upgrading: tables of edition 2019 as those of 2021; what has no place there is listed, and nothing is invented."""

from __future__ import annotations

import copy
from decimal import Decimal

import pytest
from hypothesis import given
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.model.cells import tables
from govdisclosure.model.editions import CURRENT
from govdisclosure.model.structure import cell_nodes
from govdisclosure.testing import reports
from govdisclosure.upgrading import Upgrade

# What edition 2019 alone counts: the rows and columns that edition 2021 does not have, by their paths in table II.
ONLY_2019 = {
    *(f"{row}.{name}" for row in ("rules", "normative_documents") for name in ("made", "disclosed", "disclosed_total")),
    *(f"{row}.{name}" for row in ("licensing", "penalties", "compulsion") for name in ("items_last_year", "change")),
    *(f"other_services.{name}" for name in ("items_last_year", "change", "decisions")),
    *("fees.items_last_year", "fees.change", "procurement.projects", "procurement.amount"),
}


def stated(report: gd.AnnualReport) -> dict[str, gd.Cell]:
    """Give the cells of a report that are not blank, by path."""
    return {cell.path: cell for cell in gd.cells(report) if cell.value is not None}


def without_tables_2_and_3(report: gd.AnnualReport) -> gd.AnnualReport:
    """Give a copy of a report without the tables that differ between editions."""
    result = copy.deepcopy(report)
    result.proactive_disclosure = result.requests = None
    return result


def test_figures_of_edition_2019_take_their_places_in_2021() -> None:
    """Table III keeps all but （六）其他处理, table II the decisions; what else is stated is listed with its label."""
    report = build_report(year=2020)
    report.extensions = {"example": 1}
    before = copy.deepcopy(report)

    upgraded = gd.upgrade(report)

    table = upgraded.report.tables_2021()
    assert table.proactive_disclosure == gd.ProactiveDisclosure.from_rows(
        [[None] * 3, [None] * 3, [8], [8], [8], [None]]
    )
    assert {cell.path for cell in upgraded.lost} == {
        *(f"proactive_disclosure.{path}" for path in ONLY_2019),
        *(f"requests.{column}.outcomes.other" for column in ("natural_person", "total")),
        *(f"requests.legal_person.{column}.outcomes.other" for column in cell_names()),
    }
    assert gd.get(upgraded.report, "requests.total.newly_received") == 12
    assert report == before
    assert without_tables_2_and_3(upgraded.report) == without_tables_2_and_3(report)


def cell_names() -> tuple[str, ...]:
    """Give the names of the columns of legal persons."""
    return (
        "commercial_enterprise",
        "research_institution",
        "public_welfare_organization",
        "legal_service_organization",
        "other",
    )


def test_what_is_lost_has_its_path_label_and_value() -> None:
    """In the order of the report's JSON; a blank loses nothing, "/" does."""
    report = gd.AnnualReport(year=2020, proactive_disclosure=gd.ProactiveDisclosure2019.blank())
    gd.put(report, "proactive_disclosure.procurement.amount", gd.Amount(Decimal("96171.6"), "元"))
    gd.put(report, "proactive_disclosure.rules.made", gd.NA)
    gd.put(report, "proactive_disclosure.licensing.decisions", 3)

    assert gd.upgrade(report).lost == (
        gd.Cell("proactive_disclosure.rules.made", "规章 / 本年新制作数量", gd.NA),
        gd.Cell(
            "proactive_disclosure.procurement.amount",
            "政府集中采购 / 采购总金额",
            gd.Amount(Decimal("96171.6"), "元"),
        ),
    )


def test_a_table_of_the_current_edition_stays_as_it_is() -> None:
    """The edition belongs to a table: where one of two is of 2019, that one is brought up."""
    report = build_report(year=2023, requests=gd.Requests2019.blank())
    assert report.requests is not None
    report.requests.notes = ["注：按实际填报。"]

    upgraded = gd.upgrade(report)

    blank = gd.Requests.blank()
    blank.notes = ["注：按实际填报。"]
    assert upgraded == Upgrade(build_report(year=2023, requests=blank), ())


def test_noughts_that_are_proved_can_be_filled_in_afterwards() -> None:
    """（六）其他处理 was nought, so its three rows are: the total of the column leaves them no other value."""
    filled = gd.complete(gd.upgrade(build_report(year=2020)).report, parts=True)

    assert gd.get(filled.report, "requests.total.outcomes.other.fee_unpaid") == 0
    assert "requests.total.outcomes.other.fee_unpaid" in filled.proved


@given(reports())
def test_nothing_is_lost_but_what_is_listed(report: gd.AnnualReport) -> None:
    """What the copy states, and what is listed, are together just what the report states; all else is the same."""
    before = copy.deepcopy(report)

    upgraded = gd.upgrade(report)

    kept = {path: repr(cell.value) for path, cell in stated(upgraded.report).items()}
    lost = {cell.path: repr(cell.value) for cell in upgraded.lost}
    assert kept.keys().isdisjoint(lost)
    assert {**kept, **lost} == {path: repr(cell.value) for path, cell in stated(report).items()}
    assert [cell for cell in stated(report).values() if cell.path in lost] == list(upgraded.lost)
    assert without_tables_2_and_3(upgraded.report) == without_tables_2_and_3(report)
    assert {type(table) for _, table in tables(upgraded.report)} <= set(CURRENT.tables.values())
    assert report == before


@given(reports())
def test_upgrading_again_changes_nothing(report: gd.AnnualReport) -> None:
    """A report of the current edition is its own upgrade."""
    once = gd.upgrade(report).report

    assert gd.upgrade(once) == Upgrade(once, ())


def test_what_has_no_place_is_what_edition_2019_alone_counts() -> None:
    """Written down apart from the declarations, so that a change of either is seen."""
    table = gd.ProactiveDisclosure2019.blank()
    report = gd.AnnualReport(proactive_disclosure=table)
    for node in cell_nodes(gd.ProactiveDisclosure2019):
        gd.put(report, f"proactive_disclosure.{node.path}", gd.NA)

    assert {cell.path.partition(".")[2] for cell in gd.upgrade(report).lost} == ONLY_2019


def test_what_is_no_report_is_refused() -> None:
    """With the type that was given."""
    with pytest.raises(TypeError, match="report must be an AnnualReport, got str"):
        gd.upgrade("report")  # type: ignore[arg-type]
