"""Every report that the model accepts, strange ones as well."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from hypothesis import strategies as st

from govdisclosure.model.cells import put
from govdisclosure.model.report import (
    AGENCY_KINDS,
    CODE_ALPHABET,
    HEADINGS,
    MAX_YEAR,
    NARRATIVES,
    TABLES,
    Agency,
    AnnualReport,
    OtherSection,
    Period,
    check_digit,
    standard_title,
)
from govdisclosure.model.structure import Table, cache, cell_nodes, set_cell
from govdisclosure.model.values import INTEGER_BOUND, NA
from govdisclosure.testing._values import CELLS, LINE, NARRATIVE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.report import AgencyKind
    from govdisclosure.model.structure import Node
    from govdisclosure.model.values import JSON, CellValue, Count

_T = TypeVar("_T", bound=Table)
_NAMES: Final = (
    "示例县人民政府",
    "示例县教育局",
    "示例市示例区示例街道办事处",
    "示例乡",
    "国家示例委员会",
    "示例县2020年人民政府",
)


@st.composite
def _cells(draw: st.DrawFn, nodes: tuple[Node, ...]) -> tuple[str, CellValue]:
    node = draw(st.sampled_from(nodes))
    return node.path, draw(CELLS[node.declared.kind])


@st.composite  # Here and below, so that a strategy prints its name and not all that it can draw.
def tables(draw: st.DrawFn, cls: type[_T]) -> _T:
    """Draw a table of the given class: most cells alike (blank, nought or "/"), any values in a few, any notes."""
    return cast("_T", draw(_any_table(cls)))


@cache
def _any_table(cls: type) -> st.SearchStrategy[Table]:
    pieces = tuple(node for node in cell_nodes(cls) if node.declared.kind.is_number)
    money = tuple(node for node in cell_nodes(cls) if node not in pieces)

    def build(notes: list[str], fill: Count, stated: list[tuple[str, CellValue]], sums: tuple[CellValue, ...]) -> Table:
        table = cast("type[Table]", cls).blank()
        table.notes = list(notes)
        for node in pieces:
            set_cell(table, node.path, fill)
        for path, value in (*stated, *zip((node.path for node in money), sums, strict=True)):
            set_cell(table, path, value)
        return table

    sums = st.tuples(*(CELLS[node.declared.kind] for node in money))
    notes = st.one_of(st.builds(_no_notes), NARRATIVE)
    return st.builds(build, notes, st.sampled_from([None, 0, NA]), st.lists(_cells(pieces), max_size=8), sums)


def _no_notes() -> list[str]:
    return []


_DERIVED: Final = "derived"
_CODE: Final = st.text(CODE_ALPHABET, min_size=17, max_size=17).map(lambda body: body + check_digit(body))


def _agency(name: str, kind: str | None, code: str | None, division: str | None) -> Agency:
    agency = Agency(name=name, code=code, division=division)
    if kind != _DERIVED:
        agency.kind = cast("AgencyKind | None", kind)
    return agency


_AGENCY: Final = st.builds(
    _agency,
    st.one_of(st.sampled_from(_NAMES), LINE),
    st.sampled_from([_DERIVED, None, *AGENCY_KINDS]),
    st.one_of(st.none(), _CODE),
    st.one_of(st.none(), st.integers(0, 999_999).map("{:06d}".format)),
)

_SCALARS: Final = st.one_of(
    st.sampled_from([None, True, False, 0, 1, 1.0, -0.0, 1e300, 10**30, INTEGER_BOUND - 1, 1 - INTEGER_BOUND]),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    LINE,
)


def _collections(inner: st.SearchStrategy[JSON]) -> st.SearchStrategy[JSON]:
    listed = cast("st.SearchStrategy[JSON]", st.lists(inner, max_size=3))
    return listed | cast("st.SearchStrategy[JSON]", st.dictionaries(LINE, inner, max_size=3))


_JSON: Final = st.recursive(cast("st.SearchStrategy[JSON]", _SCALARS), _collections, max_leaves=4)
_EXTENSIONS: Final = st.dictionaries(LINE, _JSON, max_size=2)
_HEADING: Final = st.one_of(st.sampled_from(list(HEADINGS.values())), LINE)
_OTHER_SECTION: Final = st.builds(OtherSection, heading=_HEADING, paragraphs=NARRATIVE)
_YEAR: Final = st.one_of(st.none(), st.integers(2019, 2026), st.integers(1, MAX_YEAR))
_STANDARD: Final = st.just(_DERIVED)  # The title or the period that an agency and its year ask for.
_HEAD: Final = {
    "title": st.one_of(st.none(), _STANDARD, LINE),
    "period": st.one_of(st.none(), _STANDARD, st.builds(Period, start=st.dates(), end=st.dates())),
    "published": st.one_of(st.none(), st.dates()),
    "preamble": NARRATIVE,
    "other_sections": st.lists(_OTHER_SECTION, max_size=2),
    **{section: st.one_of(st.none(), NARRATIVE) for section in NARRATIVES},
    **{section: st.one_of(st.none(), *map(_any_table, classes)) for section, classes in TABLES.items()},
}


@st.composite
def reports(draw: st.DrawFn, *, extensions: bool = True) -> AnnualReport:
    """
    Draw any report that the model accepts.

    Args:
        draw: Given by hypothesis.
        extensions: Whether there can be something in ``extensions``, which only JSON keeps.
    """
    report = draw(_REPORT)
    if extensions:
        report.extensions = draw(_EXTENSIONS)
    return report


def _report(agency: Agency | None, year: int | None, **values: Any) -> AnnualReport:  # noqa: ANN401 - any attributes
    covered = 2021 if year is None else year
    if values["title"] == _DERIVED:
        values["title"] = standard_title(agency.name if agency else "", covered)
    if values["period"] == _DERIVED:
        values["period"] = Period.of_year(covered)
    return AnnualReport(agency=agency, year=year, **values)


_REPORT: Final = st.builds(_report, st.one_of(st.none(), _AGENCY), _YEAR, **_HEAD)


def blanked(report: AnnualReport, paths: Iterable[str]) -> AnnualReport:
    """Give a copy of the report in which the cells of these paths are blank."""
    result = copy.deepcopy(report)
    for path in paths:
        put(result, path, None)
    return result
