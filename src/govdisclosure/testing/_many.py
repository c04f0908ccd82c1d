"""Several reports in which all is right together: a parent with its children, and years that follow each other."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from hypothesis import strategies as st

from govdisclosure.model.cells import cells, get, put
from govdisclosure.model.editions import CURRENT, EDITIONS, FIRST_YEAR, edition_of
from govdisclosure.model.report import TABLES, AnnualReport
from govdisclosure.model.structure import Shape, Table, cache, cell_nodes, cell_paths, cell_values, filled
from govdisclosure.model.values import Amount
from govdisclosure.testing._adding_up import parts_of, summed_up, table_adding_up
from govdisclosure.testing._consistent import DEPARTMENT, GOVERNMENT, NAMES, any_year, heads_on, sound_reports_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govdisclosure.model.values import CellValue

DEPARTMENTS: Final = (DEPARTMENT, "示例县民政局", "示例县水利局", "示例县统计局")
_MOST_CHILDREN: Final = 3
NEWCOMER: Final = DEPARTMENTS[_MOST_CHILDREN]
"""A department that is no child of any family drawn."""

_YEARS: Final = (*range(CURRENT.first_year, CURRENT.first_year + 7), *range(CURRENT.first_year - 1, FIRST_YEAR - 1, -1))
"""The years with which a chain begins: the last ones of the edition before, too, so that some chains pass a change."""
_LONGEST: Final = 4
# At most two cells of three in each column of table III: no total reaches 50, from where a jump is looked for.
_FEW: Final = st.integers(0, 3)
_FEW_CELLS: Final = 2

_DOCUMENTS: Final = "proactive_disclosure.normative_documents"
IN_FORCE: Final = f"{_DOCUMENTS}.in_force"
"""The figure of table II that is carried on from year to year; rules are nought in all reports drawn."""


class Family(NamedTuple):
    """
    A government's report, and those that it sums up.

    Args:
        parent: The report of the government.
        children: Those of its departments.
    """

    parent: AnnualReport
    children: tuple[AnnualReport, ...]


@st.composite
def families(draw: st.DrawFn) -> Family:
    """
    Draw a government's report and those of one to three departments, which it sums up cell by cell.

    Each of them is right in itself, and ``gd.check(family.parent, children=family.children)`` finds nothing.
    """
    year = draw(any_year())
    names = DEPARTMENTS[: draw(st.integers(1, _MOST_CHILDREN))]
    children = tuple([draw(sound_reports_on(year, name)) for name in names])
    head = draw(heads_on(year, GOVERNMENT))
    return Family(head.report(_summed(children)), children)


def _summed(children: Sequence[AnnualReport]) -> dict[str, Table]:
    """Give tables each cell of which is the sum of the same cells of all children."""
    sums = {}
    for section in TABLES:
        tables = [getattr(child, section) for child in children]
        cls = type(tables[0])
        values = zip(*map(cell_values, tables), strict=True)
        sums[section] = filled(cls, dict(zip(cell_paths(cls), map(_sum, values), strict=True)))
    return sums


def _sum(values: Sequence[CellValue]) -> CellValue:
    first = values[0]
    if isinstance(first, Amount):
        return Amount(sum((amount.value for amount in values if isinstance(amount, Amount)), Decimal(0)), first.unit)
    return sum(value for value in values if isinstance(value, int | Decimal))


@st.composite
def chains(draw: st.DrawFn) -> tuple[AnnualReport, ...]:
    """
    Draw two to four reports of one body on years that follow each other, the first year first.

    Each of them is right in itself; what one year carried forward is what the next carried over, and what is in force
    is what was, plus what was issued, minus what was repealed. ``gd.check_chain(chain)`` finds nothing.
    """
    return draw(_chain(st.integers(2, _LONGEST), _YEARS))


def pairs(*, cell: str | None = None) -> st.SearchStrategy[tuple[AnnualReport, ...]]:
    """Draw last year's report and this year's of one body; both of editions with a cell, if one is given."""
    return _chain(st.just(2), [year for year in _YEARS if cell is None or _has_cell(year, cell)])


def _has_cell(year: int, path: str) -> bool:
    section, _, below = path.partition(".")
    return below in cell_paths(EDITIONS[edition_of(year)].tables[section])


@st.composite
def _chain(draw: st.DrawFn, length: st.SearchStrategy[int], firsts: Sequence[int]) -> tuple[AnnualReport, ...]:
    name, first = draw(st.sampled_from(NAMES)), draw(st.sampled_from(firsts))
    chain: list[AnnualReport] = []
    before: dict[str, CellValue] = {}
    for year in range(first, first + draw(length)):
        classes = EDITIONS[edition_of(year)].tables
        tables = {section: draw(_following(section, cls, before)) for section, cls in classes.items()}
        report = draw(heads_on(year, name)).report(tables)
        _carry_documents_on(report, before)
        before = {cell.path: cell.value for cell in cells(report)}
        chain.append(report)
    return tuple(chain)


@st.composite
def _following(draw: st.DrawFn, section: str, cls: type[Table], before: Mapping[str, CellValue]) -> Table:
    """Draw a table whose columns begin with what those of the year before ended with."""
    if cls.shape is Shape.CAPTIONS:
        return draw(table_adding_up(cls))
    ended = {part.path: before.get(f"{section}.{part.path}.carried_forward") for part in parts_of(cls)}
    drawn = draw(_few_figures(cls))
    return summed_up(cls, {path: _carrying_on(figures, ended[path]) for path, figures in drawn.items()})


@cache
def _few_figures(cls: type[Table]) -> st.SearchStrategy[dict[str, dict[str, int]]]:
    """Draw a few small figures for the parts of a table, by the path of the part."""
    of_part = parts_of(cls)[0].declared.classes[0]
    cells = [node.path for node in cell_nodes(of_part) if not node.declared.of]
    few = st.dictionaries(st.sampled_from(cells), _FEW, max_size=_FEW_CELLS)
    return st.fixed_dictionaries({part.path: few for part in parts_of(cls)})


def _carrying_on(figures: dict[str, int], before: CellValue) -> dict[str, int]:
    """Let a column begin with so many requests; those that it does not conclude, it carries forward."""
    if not isinstance(before, int):
        return figures
    concluded = sum(figure for path, figure in figures.items() if path.startswith("outcomes."))
    forward = max(figures.get("carried_forward", 0), before - concluded)
    return figures | {"carried_over": before, "carried_forward": forward}


def _carry_documents_on(report: AnnualReport, before: Mapping[str, CellValue]) -> None:
    """Let what is in force be what was in force the year before, plus what was issued, minus what was repealed."""
    last = before.get(IN_FORCE)
    if not isinstance(last, int) or report.year is None or not _has_cell(report.year, IN_FORCE):
        return
    issued, repealed = (get(report, f"{_DOCUMENTS}.{cell}") for cell in ("issued", "repealed"))
    assert isinstance(issued, int)
    assert isinstance(repealed, int)
    put(report, f"{_DOCUMENTS}.repealed", min(repealed, last + issued))
    put(report, IN_FORCE, last + issued - min(repealed, last + issued))
