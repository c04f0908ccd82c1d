"""Cells beside a table that compute its identities, and show where they fail."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.equations import Equation
from govdisclosure.form.ours import NOT_PRINTED
from govdisclosure.formats.xlsx._areas import Area, cell_at, joined
from govdisclosure.formats.xlsx._entries import BOUND, MOST_DIGITS
from govdisclosure.formats.xlsx._form import CHECK_HEADS, FAILS, FIRST, HOLDS, OPEN, WIDTH
from govdisclosure.formats.xlsx._workbook import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govdisclosure.formats.xlsx._workbook import Look, WrittenSheet

_SLASH: Final = "/"
_WIDTHS: Final = (40, 9, 9, 8, 3)
_START: Final = FIRST + WIDTH + 1
_LEGEND: Final = (
    f"核对结果：{HOLDS}；{FAILS}（标红）；{OPEN}（有空格，或填的不是数字，标黄）。"
    f"“/”按0计算。浅黄处填写文字，一行一段。{NOT_PRINTED}"
)
_BOX: Final[Look] = {"border": 1, "border_color": "#BFBFBF", "valign": "vcenter", "text_wrap": 1}
_SMALL: Final[Look] = {"font_name": "宋体", "font_size": 9, "font_color": "#404040"}
_SAID: Final[Look] = _SMALL | _BOX | {"align": "left"}
_COMPUTED: Final[Look] = _SMALL | _BOX | {"align": "center"}
_HEAD: Final[Look] = _BOX | {"font_name": "宋体", "font_size": 9, "bold": 1, "bg_color": "#F2F2F2", "align": "center"}
_EXPLAINED: Final[Look] = _SMALL | {"valign": "vcenter", "text_wrap": 1}
_WRONG: Final[Look] = {"bold": 1, "font_color": "#FFFFFF", "bg_color": "#C00000"}
_FRAMED: Final[Look] = _WRONG | {"border": 1, "border_color": "#C00000"}
_TINTED: Final[Look] = {"font_color": "#9C0006", "bg_color": "#FFC7CE"}
_LOOKS: Final[dict[str, Look]] = {
    FAILS: _WRONG,
    HOLDS: {"font_color": "#375623", "bg_color": "#E2EFDA"},
    OPEN: {"font_color": "#7F7F7F", "bg_color": "#EDEDED"},
}


@frozen
class Placed:
    """A figure of a table on the sheet: where it stands, and what is stored there."""

    area: Area
    value: Value


@frozen
class _Check:
    """One identity on the sheet: its row, the first column of its panel, the figures of both sides."""

    row: int
    column: int
    equation: Equation
    left: tuple[Placed, ...]
    right: tuple[Placed, ...]

    @property
    def figures(self) -> tuple[Placed, ...]:
        """The figures of both sides."""
        return *self.left, *self.right

    @property
    def total(self) -> Area:
        """The cell of the total."""
        return self.right[0].area

    def beside(self, place: int) -> Area:
        """Give the cell of its panel at a place: 0 is its label, 1 the left sum, 2 the right one, 3 the verdict."""
        return cell_at(self.row, self.column + place)


def put_legend(sheet: WrittenSheet) -> None:
    """Say beside the title what the cells beside the tables are."""
    sheet.put(Area(1, _START, 1, _START + 2 * len(_WIDTHS) - 2), _LEGEND, _EXPLAINED)


def put_checks(sheet: WrittenSheet, top: int, given: Sequence[Equation], places: Mapping[str, Placed]) -> None:
    """
    Put the identities of a table beside it: those of a row beside the row, the others one below the other.

    Args:
        sheet: The sheet.
        top: First row of the table.
        given: The identities.
        places: The figures, by their paths.
    """
    rows = [equation for equation in given if equation.across]
    others = [equation for equation in given if not equation.across]
    checks = [_check(equation, places[equation.right[0]].area.top, _START, places) for equation in rows]
    beside = _START + (len(_WIDTHS) if rows else 0)
    checks += [_check(equation, row, beside, places) for row, equation in enumerate(others, top + 1)]
    for column in sorted({check.column for check in checks}):
        _put_column_heads(sheet, top, column)
    for check in checks:
        _put_check(sheet, check)
    verdicts = tuple(joined(check.beside(3) for check in checks))
    for area in verdicts:
        for verdict, look in _LOOKS.items():
            sheet.mark_if(area, f'{area.first}="{verdict}"', look)
    _frame_what_is_wrong(sheet, checks, verdicts, places)
    totals: dict[Area, list[str]] = {}
    for check in checks:
        totals.setdefault(check.total, []).append(f'{check.beside(3).fixed}="{FAILS}"')
    for total, failing in totals.items():
        sheet.mark_if(total, f"OR({','.join(failing)})", _TINTED)


def _frame_what_is_wrong(
    sheet: WrittenSheet, checks: Sequence[_Check], verdicts: Sequence[Area], places: Mapping[str, Placed]
) -> None:
    """
    Frame a cell where that one alone can be wrong: its own sums fail, all by what it has too much, and no others do.

    A cell of table IV is in one sum with four others, so that none of them is framed.
    """
    failing = "+".join(f'COUNTIF({area.fixed},"{FAILS}")' for area in verdicts)
    own: dict[str, list[int]] = {}
    for number, check in enumerate(checks):
        for path in (*check.equation.left, *check.equation.right):
            own.setdefault(path, []).append(number)
    sharing = Counter(map(tuple, own.values()))
    for path, numbers in own.items():
        if sharing[tuple(numbers)] == 1:
            area, sums = places[path].area, [checks[number] for number in numbers]
            excess = [_excess(check, path) for check in sums]
            asked = [f'{check.beside(3).fixed}="{FAILS}"' for check in sums]
            asked += [f"{each}={excess[0]}" for each in excess[1:]]
            asked += [f"{cell_at(area.top, area.left).fixed}>={excess[0]}"]
            sheet.mark_if(area, f"AND({','.join(asked)},{failing}={len(sums)})", _FRAMED)


def _excess(check: _Check, path: str) -> str:
    """Write what a cell has too much by one of its sums."""
    more, less = (1, 2) if path in check.equation.left else (2, 1)
    return f"({check.beside(more).fixed}-{check.beside(less).fixed})"


def _check(equation: Equation, row: int, column: int, places: Mapping[str, Placed]) -> _Check:
    left, right = (tuple(map(places.__getitem__, side)) for side in (equation.left, equation.right))
    return _Check(row, column, equation, left, right)


def _put_column_heads(sheet: WrittenSheet, row: int, column: int) -> None:
    for place, text in enumerate(CHECK_HEADS):
        sheet.put(cell_at(row, column + place), text, _HEAD)
    for place, width in enumerate(_WIDTHS):
        sheet.widen(column + place, width)


def _put_check(sheet: WrittenSheet, check: _Check) -> None:
    """Write one identity, with what its formulas give."""
    label, left, right, verdict = map(check.beside, range(len(CHECK_HEADS)))
    sums = [_sum(side) for side in (check.left, check.right)]
    areas = [_areas(side) for side in (check.left, check.right)]
    sheet.put(label, check.equation.label, _SAID)
    for cell, some, total in zip((left, right), areas, sums, strict=True):
        sheet.compute(cell, f"=SUM({_listed(some)})", total, _COMPUTED)
    both = areas[0] + areas[1]
    known = "+".join((f"COUNT({_listed(both)})", *(f'COUNTIF({area.range},"{_SLASH}")' for area in both)))
    bounds = f"{left.first}>={BOUND},{right.first}>={BOUND}"
    equal = f'IF({left.first}={right.first},"{HOLDS}","{FAILS}")'
    formula = f'=IFERROR(IF(OR({known}<{len(check.figures)},{bounds}),"{OPEN}",{equal}),"{OPEN}")'
    sheet.compute(verdict, formula, _verdict(check, *sums), _COMPUTED)


def _verdict(check: _Check, left: Decimal, right: Decimal) -> str:
    """Give what the formula of a verdict gives."""
    is_known = all(isinstance(figure.value, Decimal) or figure.value == _SLASH for figure in check.figures)
    if not is_known or max(left, right) >= 10**MOST_DIGITS:
        return OPEN
    return HOLDS if left == right else FAILS


def _sum(side: Iterable[Placed]) -> Decimal:
    return sum((figure.value for figure in side if isinstance(figure.value, Decimal)), Decimal(0))


def _areas(side: Iterable[Placed]) -> list[Area]:
    return list(joined(cell_at(figure.area.top, figure.area.left) for figure in side))


def _listed(some: Iterable[Area]) -> str:
    return ",".join(area.range for area in some)
