"""
Strategies for property tests with hypothesis: every report that the model accepts, and reports in which all is right.

Needs the extra ``testing``. What can stand in a cell is derived from the declarations of the form.
"""

from __future__ import annotations

import copy
import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from govdisclosure.errors import MissingDependency
from govdisclosure.model.cells import get, put
from govdisclosure.model.declare import Kind
from govdisclosure.model.editions import EDITIONS, Edition, last_year
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
from govdisclosure.model.structure import Shape, Table, blocks, cache, cell_nodes, cell_paths, nodes, set_cell
from govdisclosure.model.values import INTEGER_BOUND, MAX_DIGITS, NA, NONCHARACTERS, UNITS, Amount

try:
    from hypothesis import strategies as st
except ImportError as _error:
    raise MissingDependency("testing", "govdisclosure.testing") from _error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.report import AgencyKind
    from govdisclosure.model.structure import Node
    from govdisclosure.model.values import JSON, CellValue, Count

__all__ = ["amounts", "blanked", "consistent_reports", "counts", "paragraphs", "reports", "tables"]

_T = TypeVar("_T", bound=Table)
_LARGEST: Final = 10**MAX_DIGITS - 1

_LABELS: Final = sorted({node.declared.label for section in TABLES.values() for cls in section for node in nodes(cls)})

# What a format could take for something else than the words of a paragraph.
_AWKWARD: Final = [
    *(
        "",
        " ",
        "\t",
        "\u3000",
        "\u00a0",
        "  两头有空格  ",
        "\ttab\t",
        "\u2028",
        "\u2029",
        "零\u200b宽",
        "\ufeff",
        "字\ufeff中",
    ),
    *HEADINGS.values(),
    *(f"{heading}\u3000" for heading in HEADINGS.values()),
    *(
        "一、概述",
        "二、",
        "（一）主动公开情况",
        "七、附件",
        "四、 结转下年度继续办理",
        "收到和處理政府信息公開申請情況",
    ),
    *("规章 | 0 | 0 | 0 |", "| 规章 | 0 | 0 | 0 |", "|", "||", " | ", "| --- | --- |", "0", "/", "12", "规章\t0\t0\t0"),
    *('"', '"字"', '"\\u0041"', '""', "'", "null", "[]", "{}", '{"a": 1}', "\\", "\\n", "\\|", "\\\\", "\\#"),
    *(
        'govdisclosure："1"',
        "标题：null",
        '机关性质："government"',
        "年度：2021",
        "发布日期：2022-01-20",
        "标题: x",
        "前言：[]",
    ),
    *(
        "# 标题",
        "- 项",
        "1. 项",
        "> 引",
        "```",
        "***",
        "<b>",
        "<br>",
        "&amp;",
        "&#13;",
        "&nbsp;",
        "<!-- -->",
        "]]>",
        "<table>",
    ),
    *(
        "開(kāi)",
        "公(gong)(gong)",
        "政(zhèng)府信息公開(kāi)",
        "两个标题一、总体情况二、主动公开政府信息情况",
        "é",
        "e\u0301",
        "𠮷",
        "👩‍👩‍👧",
    ),
    *(
        "2021年政府信息公开工作年度报告",
        "示例县人民政府2021年政府信息公开工作年度报告",
        "2021年1月1日至2021年12月31日",
        "无。",
    ),
]

_TEXT: Final = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t", exclude_characters=NONCHARACTERS),
    max_size=8,
)
_PIECE: Final = st.one_of(st.sampled_from(_AWKWARD), st.sampled_from(_LABELS), _TEXT)
_NAMES: Final = (
    "示例县人民政府",
    "示例县教育局",
    "示例市示例区示例街道办事处",
    "示例乡",
    "国家示例委员会",
    "示例县2020年人民政府",
)


_PIECES: Final = st.one_of(_PIECE, st.lists(_PIECE, min_size=2, max_size=4).map("".join))


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Draw any line of text that the model accepts, most of it apt to be taken for something else by a format."""
    return draw(_PIECES)


def counts() -> st.SearchStrategy[Count]:
    """Draw what a cell of pieces can hold: a blank, ``NA``, nought, any count of at most 18 digits."""
    return st.one_of(st.sampled_from([None, 0, NA, 1, 12, _LARGEST]), st.integers(0, _LARGEST))


def amounts() -> st.SearchStrategy[Decimal]:
    """Draw any amount of money that the model accepts: at most 18 digits, at most 17 of them decimals."""
    some = st.sampled_from([Decimal(text) for text in ("0", "0.00", "0.0000001", "96171.6", "35.650", "1" * 18)])
    return st.one_of(some, st.builds(_amount, st.integers(0, _LARGEST), st.integers(0, MAX_DIGITS - 1)))


def _amount(digits: int, decimals: int) -> Decimal:
    return Decimal(f"{digits}E-{decimals}")


_LINE: Final = paragraphs()
_NARRATIVE: Final = st.lists(_LINE, max_size=3)
_UNIT: Final = st.sampled_from([None, *UNITS])
_CELLS: Final[dict[Kind, st.SearchStrategy[CellValue]]] = {
    Kind.COUNT: counts(),
    Kind.CHANGE: st.one_of(counts(), st.integers(-_LARGEST, _LARGEST)),
    Kind.MONEY: st.one_of(st.sampled_from([None, NA]), amounts()),
    Kind.MONEY_WITH_UNIT: st.one_of(st.sampled_from([None, NA]), st.builds(Amount, amounts(), _UNIT)),
}


@st.composite
def _cells(draw: st.DrawFn, nodes: tuple[Node, ...]) -> tuple[str, CellValue]:
    node = draw(st.sampled_from(nodes))
    return node.path, draw(_CELLS[node.declared.kind])


@st.composite  # Here and below, so that a strategy prints its name and not all that it can draw.
def tables(draw: st.DrawFn, cls: type[_T]) -> _T:
    """Draw a table of the given class: most cells alike (blank, nought or "/"), any values in a few, any notes."""
    return cast("_T", draw(_any_table(cls)))


@cache
def _any_table(cls: type) -> st.SearchStrategy[Table]:
    pieces = tuple(node for node in cell_nodes(cls) if node.declared.kind in {Kind.COUNT, Kind.CHANGE})
    money = tuple(node for node in cell_nodes(cls) if node not in pieces)

    def build(notes: list[str], fill: Count, stated: list[tuple[str, CellValue]], sums: tuple[CellValue, ...]) -> Table:
        table = cast("type[Table]", cls).blank()
        table.notes = list(notes)
        for node in pieces:
            set_cell(table, node.path, fill)
        for path, value in (*stated, *zip((node.path for node in money), sums, strict=True)):
            set_cell(table, path, value)
        return table

    sums = st.tuples(*(_CELLS[node.declared.kind] for node in money))
    notes = st.one_of(st.builds(_no_notes), _NARRATIVE)
    return st.builds(build, notes, st.sampled_from([None, 0, NA]), st.lists(_cells(pieces), max_size=8), sums)


def _no_notes() -> list[str]:
    return []


def _as_kind(figure: int, kind: Kind) -> CellValue:
    if kind is Kind.MONEY_WITH_UNIT:
        return Amount(Decimal(figure), UNITS[0])
    return Decimal(figure) if kind is Kind.MONEY else figure


_DERIVED: Final = "derived"
_CODE: Final = st.text(CODE_ALPHABET, min_size=17, max_size=17).map(lambda body: body + check_digit(body))


def _agency(name: str, kind: str | None, code: str | None, division: str | None) -> Agency:
    agency = Agency(name=name, code=code, division=division)
    if kind != _DERIVED:
        agency.kind = cast("AgencyKind | None", kind)
    return agency


_AGENCY: Final = st.builds(
    _agency,
    st.one_of(st.sampled_from(_NAMES), _LINE),
    st.sampled_from([_DERIVED, None, *AGENCY_KINDS]),
    st.one_of(st.none(), _CODE),
    st.one_of(st.none(), st.integers(0, 999_999).map("{:06d}".format)),
)

_SCALARS: Final = st.one_of(
    st.sampled_from([None, True, False, 0, 1, 1.0, -0.0, 1e300, 10**30, INTEGER_BOUND - 1, 1 - INTEGER_BOUND]),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    _LINE,
)


def _collections(inner: st.SearchStrategy[JSON]) -> st.SearchStrategy[JSON]:
    listed = cast("st.SearchStrategy[JSON]", st.lists(inner, max_size=3))
    return listed | cast("st.SearchStrategy[JSON]", st.dictionaries(_LINE, inner, max_size=3))


_JSON: Final = st.recursive(cast("st.SearchStrategy[JSON]", _SCALARS), _collections, max_leaves=4)
_EXTENSIONS: Final = st.dictionaries(_LINE, _JSON, max_size=2)
_HEADING: Final = st.one_of(st.sampled_from(list(HEADINGS.values())), _LINE)
_OTHER_SECTION: Final = st.builds(OtherSection, heading=_HEADING, paragraphs=_NARRATIVE)
_YEAR: Final = st.one_of(st.none(), st.integers(2019, 2026), st.integers(1, MAX_YEAR))
_STANDARD: Final = st.just(_DERIVED)  # The title or the period that an agency and its year ask for.
_HEAD: Final = {
    "title": st.one_of(st.none(), _STANDARD, _LINE),
    "period": st.one_of(st.none(), _STANDARD, st.builds(Period, start=st.dates(), end=st.dates())),
    "published": st.one_of(st.none(), st.dates()),
    "preamble": _NARRATIVE,
    "other_sections": st.lists(_OTHER_SECTION, max_size=2),
    **{section: st.one_of(st.none(), _NARRATIVE) for section in NARRATIVES},
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


_SMALL: Final = st.integers(0, 40)
# The current edition has no last year; reports are drawn for ten years of it.
_YEARS_TO_COME: Final = 9
_SENSIBLE_NAMES: Final = (
    "示例县人民政府",
    "示例镇人民政府",
    "示例县教育局",
    "示例省司法厅",
    "示例市示例区示例街道办事处",
)


_OVERVIEW: Final = st.sampled_from(
    [
        ["（一）主动公开", "（二）依申请公开", "本年新收政府信息公开申请{}件。"],
        ["本年新收政府信息公开申请{}件。"],
        ["本机关依法公开政府信息。"],
    ]
)
# What the format, and of a government the Regulation, asks section 一 to speak of.
_ASPECTS: Final = (
    "主动公开、依申请公开和政府信息管理有专人负责，网站专栏按时更新；开展考核和社会评议，没有责任追究的情形。"
)


@st.composite
def consistent_reports(draw: st.DrawFn) -> AnnualReport:
    """Draw a complete report of any edition, for a year that it is used in, in which a check finds nothing at all."""
    return draw(_CONSISTENT)


def _consistent(edition: Edition) -> st.SearchStrategy[AnnualReport]:
    drawn = {
        section: _plausible(cls) if cls.shape is Shape.CAPTIONS else _adding_up(cls)
        for section, cls in edition.tables.items()
    }
    return st.builds(
        _consistent_report,
        st.sampled_from(_SENSIBLE_NAMES),
        st.integers(edition.first_year, last_year(edition) or edition.first_year + _YEARS_TO_COME),
        st.one_of(st.none(), st.integers(1, 31)),
        _OVERVIEW,
        st.fixed_dictionaries(drawn),
    )


def _consistent_report(
    agency: str, year: int, day: int | None, overview: list[str], drawn: dict[str, Table]
) -> AnnualReport:
    report = AnnualReport.blank(agency=agency, year=year)
    report.published = None if day is None else dt.date(year + 1, 1, day)
    for section, table in drawn.items():
        setattr(report, section, table)
    report.preamble = [f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"]
    report.overview = [paragraph.format(get(report, "requests.total.newly_received")) for paragraph in overview]
    report.overview.append(_ASPECTS)
    report.problems_and_improvements = ["主动公开的深度有待加强，将进一步完善工作机制。"]
    report.other_matters = ["本机关本年度未收取政府信息公开信息处理费。"]
    return report


def _plausible(cls: type[Table]) -> st.SearchStrategy[Table]:
    # No body drawn here can make rules; what is in force, or disclosed in all, is the last and largest of its row.
    kinds = {node.path: node.declared.kind for node in cell_nodes(cls)}
    rows = [(row.path == "rules", paths) for row, paths in zip(blocks(cls), cls.figure_paths(), strict=True)]

    def build(*drawn: list[int]) -> Table:
        table = cls()
        for (is_rules, paths), figures in zip(rows, drawn, strict=True):
            for path, figure in zip(paths, sorted(figures), strict=True):
                set_cell(table, path, _as_kind(0 if is_rules else figure, kinds[path]))
        return table

    return st.builds(build, *(st.lists(_SMALL, min_size=len(paths), max_size=len(paths)) for _, paths in rows))


def _adding_up(cls: type[Table]) -> st.SearchStrategy[Table]:
    parts = [block for block in blocks(cls) if not block.declared.of]
    totals = [block for block in blocks(cls) if block.declared.of]
    cells = cell_paths(parts[0].declared.classes[0])

    def build(*drawn: dict[str, int]) -> Table:
        table, sums = cls(), dict.fromkeys(cells, 0)
        for part, stated in zip(parts, drawn, strict=True):
            figures = _with_totals(part.declared.classes[0], stated)
            _fill(table, part, figures)
            sums = {path: sums[path] + figure for path, figure in figures.items()}
        for whole in totals:
            _fill(table, whole, sums)
        return table

    stated = st.dictionaries(st.sampled_from(cells), _SMALL, max_size=4)
    return st.builds(build, *(stated for _ in parts))


def _fill(table: Table, block: Node, figures: dict[str, int]) -> None:
    for path, figure in figures.items():
        set_cell(table, f"{block.path}.{path}", figure)


def _with_totals(cls: type, stated: dict[str, int]) -> dict[str, int]:
    figures = dict.fromkeys(cell_paths(cls), 0) | stated
    for node in cell_nodes(cls):
        if node.declared.of:
            above = node.path[: node.path.rfind(".") + 1]
            figures[node.path] = 0
            figures[node.path] = sum(figure for path, figure in figures.items() if path.startswith(above))
    for balance in (node.declared.balance for node in cell_nodes(cls)):
        if balance:
            right, (first, second) = sum(figures[path] for path in balance.right), balance.left
            figures[second] = min(figures[second], right)
            figures[first] = right - figures[second]
    return figures


_CONSISTENT: Final[st.SearchStrategy[AnnualReport]] = st.one_of(
    *map(_consistent, sorted(EDITIONS.values(), reverse=True))
)
