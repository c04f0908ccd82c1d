"""Reports with one fault in a table: in its figures, its blanks, or what its rows have to do with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from govdisclosure.model.cells import Cell, cells, get, put, tables
from govdisclosure.model.editions import EDITIONS
from govdisclosure.model.report import HEADINGS, TABLES, AnnualReport, OtherSection
from govdisclosure.model.structure import blocks, cell_nodes, cell_paths
from govdisclosure.model.values import NA
from govdisclosure.testing._adding_up import parts_of
from govdisclosure.testing._consistent import WITHOUT_RULES, sound_reports
from govdisclosure.testing._faults import SOME, raise_cells
from govdisclosure.testing._many import IN_FORCE

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table
    from govdisclosure.testing._faults import Faults

_T3: Final = "requests"
_TOTAL: Final = f"{_T3}.total"
_DISCLOSED: Final = "proactive_disclosure.normative_documents.disclosed"


def columns_of(report: AnnualReport) -> list[str]:
    """Give the paths of the columns of table III but for 总计."""
    return [f"{_T3}.{part.path}" for part in parts_of(type(getattr(report, _T3)))]


def outcomes_of(report: AnnualReport) -> list[str]:
    """Give the outcomes of a request, by their paths from a column."""
    column = parts_of(type(getattr(report, _T3)))[0].declared.classes[0]
    return [node.path for node in cell_nodes(column) if node.path.startswith("outcomes.") and not node.declared.of]


def other_classes(report: AnnualReport) -> list[tuple[str, type[Table]]]:
    """Give the classes that a table of the report could have in other editions, each with the name of its section."""
    return [
        (section, edition.tables[section])
        for section, table in tables(report)
        for edition in EDITIONS.values()
        if edition.tables[section] is not type(table)
    ]


@st.composite
def _unbalanced(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    column, row = draw(st.sampled_from(columns_of(report))), draw(st.sampled_from(["carried_forward", "carried_over"]))
    raise_cells(report, draw(SOME), f"{column}.{row}", f"{_TOTAL}.{row}")
    return report


@st.composite
def _outcomes_astray(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    column, row = draw(st.sampled_from(columns_of(report))), draw(st.sampled_from(outcomes_of(report)))
    raise_cells(report, draw(SOME), f"{column}.{row}", f"{_TOTAL}.{row}")
    return report


@st.composite
def _row_astray(draw: st.DrawFn) -> AnnualReport:
    # What begins and ends a column is raised together, so that the column itself adds up.
    report = draw(sound_reports())
    column = draw(st.sampled_from([*columns_of(report), _TOTAL]))
    outcome = draw(st.sampled_from([None, *outcomes_of(report)]))
    ends = ["carried_forward"] if outcome is None else [outcome, "outcomes.total"]
    raise_cells(report, draw(SOME), *(f"{column}.{row}" for row in ("carried_over", *ends)))
    return report


@st.composite
def _cases_astray(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    paths = cell_paths(type(report.review_and_litigation))
    raise_cells(report, draw(SOME), f"review_and_litigation.{draw(st.sampled_from(paths))}")
    return report


@st.composite
def _without_section(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    setattr(report, draw(st.sampled_from(list(HEADINGS))), None)
    return report


@st.composite
def _without_table(draw: st.DrawFn) -> AnnualReport:
    report, section = draw(sound_reports()), draw(st.sampled_from(list(TABLES)))
    setattr(report, section, None)
    paragraphs = draw(st.sampled_from([[], ["详见附件。"], ["见下图。"]]))
    report.other_sections = [OtherSection(heading=HEADINGS[section], paragraphs=paragraphs)]
    return report


@st.composite
def _blank_form(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    for section, table in tables(report):
        setattr(report, section, type(table).blank())
    return report


@st.composite
def _blank_table(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    section, table = draw(st.sampled_from(list(tables(report))))
    setattr(report, section, type(table).blank())
    return report


@st.composite
def _blank_total(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    put(report, draw(st.sampled_from(_totals(report))), None)
    return report


@st.composite
def _blank_cell(draw: st.DrawFn) -> AnnualReport:
    # A blank that is not nought would leave a sum open.
    report = draw(sound_reports())
    put(report, draw(st.sampled_from(_noughts(report, without=_totals(report)))).path, None)
    return report


@st.composite
def _stroke(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports())
    noughts = [cell for cell in _noughts(report) if not cell.path.startswith("proactive_disclosure.")]
    put(report, draw(st.sampled_from(noughts)).path, NA)
    return report


def _totals(report: AnnualReport) -> list[str]:
    """Give the cells that sum up others: each of a column or block of totals, and the total of each other one."""
    paths = []
    for section, table in tables(report):
        whole = [f"{block.path}." for block in blocks(type(table)) if block.declared.of]
        totals = [node for node in cell_nodes(type(table)) if node.declared.of or node.path.startswith(tuple(whole))]
        paths += [f"{section}.{node.path}" for node in totals]
    return paths


def _noughts(report: AnnualReport, without: list[str] | tuple[()] = ()) -> list[Cell]:
    return [cell for cell in cells(report) if cell.value == 0 and cell.path not in without]


@st.composite
def _rules_of_a_county(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports(names=WITHOUT_RULES))
    in_all = [cell.path for cell in cells(report) if cell.path.startswith("proactive_disclosure.rules.")][-1]
    put(report, in_all, draw(SOME))
    return report


@st.composite
def _too_few_in_force(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports(cell=IN_FORCE))
    row = IN_FORCE.rpartition(".")[0]
    in_force, repealed = (get(report, f"{row}.{cell}") for cell in ("in_force", "repealed"))
    assert isinstance(in_force, int)
    assert isinstance(repealed, int)
    put(report, f"{row}.issued", in_force + repealed + draw(SOME))
    return report


@st.composite
def _too_few_in_all(draw: st.DrawFn) -> AnnualReport:
    report = draw(sound_reports(cell=_DISCLOSED))
    in_all = get(report, f"{_DISCLOSED}_total")
    assert isinstance(in_all, int)
    put(report, _DISCLOSED, in_all + draw(SOME))
    return report


FAULTS: Final[Faults] = {
    "T3-BALANCE": _unbalanced,
    "T3-OUTCOMES": _outcomes_astray,
    "T3-ROW": _row_astray,
    "T4-SUM": _cases_astray,
    "SECTION-MISSING": _without_section,
    "TABLE-MISSING": _without_table,
    "FORM-EMPTY": _blank_form,
    "TABLE-EMPTY": _blank_table,
    "TOTAL-BLANK": _blank_total,
    "CELL-BLANK": _blank_cell,
    "CELL-NA": _stroke,
    "T2-RULES": _rules_of_a_county,
    "T2-IN-FORCE": _too_few_in_force,
    "T2-DISCLOSED": _too_few_in_all,
}
"""Faults of figures, blanks and tables."""
