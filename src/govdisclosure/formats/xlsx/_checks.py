"""Cells beside a table that compute its identities, and show where they fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.equations import Equation
from govdisclosure.formats.xlsx._entries import BOUND, Area, areas
from govdisclosure.formats.xlsx._form import CHECKS, FIRST, WIDTH
from govdisclosure.formats.xlsx._openpyxl import Alignment, Border, Font, PatternFill, Side, get_column_letter
from govdisclosure.formats.xlsx._workbook import cell_at, mark_if, put_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet


HOLDS: Final = "相符"
FAILS: Final = "不符"
OPEN: Final = "待定"
_COLUMN_HEADS: Final = (CHECKS, "左边", "右边", "结果")
_CELLS: Final = len(_COLUMN_HEADS)
_WIDTHS: Final = (40, 9, 9, 8, 3)
_START: Final = FIRST + WIDTH + 1
_LEGEND: Final = (
    f"核对结果：{HOLDS}；{FAILS}（标红）；{OPEN}（有空格，或填的不是数字，标黄）。"
    "“/”按0计算。浅黄处填写文字，一行一段。本区域不打印，不属于报告内容。"
)
_LINE: Final = Side(style="thin", color="BFBFBF")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_GREY: Final = PatternFill("solid", fgColor="F2F2F2")
_SMALL: Final = Font(name="宋体", size=9, color="404040")
_EDGE: Final = Side(style="thin", color="C00000")
_FRAME: Final = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_WRONG: Final = Font(bold=True, color="FFFFFF"), PatternFill(bgColor="C00000", fill_type="solid")
_TINTED: Final = Font(color="9C0006"), PatternFill(bgColor="FFC7CE", fill_type="solid")
_STYLES: Final = {
    FAILS: _WRONG,
    HOLDS: (Font(color="375623"), PatternFill(bgColor="E2EFDA", fill_type="solid")),
    OPEN: (Font(color="7F7F7F"), PatternFill(bgColor="EDEDED", fill_type="solid")),
}


@frozen
class _Check:
    """One identity on the sheet: its row, the first column of its panel, the cells of both sides, and the total."""

    row: int
    column: int
    equation: Equation
    left: tuple[Area, ...]
    right: tuple[Area, ...]
    total: Area

    @property
    def count(self) -> int:
        """How many cells it has."""
        return len(self.equation.left) + len(self.equation.right)

    def has(self, path: str) -> bool:
        """Tell whether a cell is in it."""
        return path in self.equation.left or path in self.equation.right

    def beside(self, place: int) -> str:
        """Give the cell of its panel at a place: 1 is the left sum, 2 the right one, 3 the verdict."""
        return _fixed(Area(self.row, self.column + place, self.row, self.column + place))


def put_legend(sheet: Worksheet) -> None:
    """Say beside the title what the cells beside the tables are."""
    cell = cell_at(sheet, 1, _START)
    put_text(cell, _LEGEND)
    cell.font = _SMALL
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.merge_cells(start_row=1, end_row=1, start_column=_START, end_column=_START + 2 * len(_WIDTHS) - 2)


def put_checks(sheet: Worksheet, top: int, given: Sequence[Equation], places: Mapping[str, Area]) -> None:
    """
    Put the identities of a table beside it: those of a row beside the row, the others one below the other.

    Args:
        sheet: The sheet.
        top: First row of the table.
        given: The identities.
        places: Where each cell is, by its path.
    """
    rows = [equation for equation in given if equation.across]
    others = [equation for equation in given if not equation.across]
    checks = [_check(equation, places[equation.right[0]].top, _START, places) for equation in rows]
    beside = _START + (len(_WIDTHS) if rows else 0)
    checks += [_check(equation, row, beside, places) for row, equation in enumerate(others, top + 1)]
    for column in sorted({check.column for check in checks}):
        _put_column_heads(sheet, top, column)
    for check in checks:
        _put_check(sheet, check)
    verdicts = tuple(areas((check.row, check.column + 3, check.column + 3) for check in checks))
    for area in verdicts:
        for verdict, (font, fill) in _STYLES.items():
            mark_if(sheet, area.range, f'{area.first}="{verdict}"', fill, font)
    _frame_what_is_wrong(sheet, checks, verdicts, places)
    totals: dict[Area, list[str]] = {}
    for check in checks:
        totals.setdefault(check.total, []).append(f'{check.beside(3)}="{FAILS}"')
    font, fill = _TINTED
    for total, failing in totals.items():
        mark_if(sheet, total.range, f"OR({','.join(failing)})", fill, font)


def _frame_what_is_wrong(
    sheet: Worksheet, checks: Sequence[_Check], verdicts: Sequence[Area], places: Mapping[str, Area]
) -> None:
    """
    Frame a cell where that one alone can be wrong: its own sums fail, all by what it has too much, and no others do.

    A cell of table IV is in one sum with four others, so that none of them is framed.
    """
    failing = "+".join(f'COUNTIF({_fixed(area)},"{FAILS}")' for area in verdicts)
    own = {path: [check for check in checks if check.has(path)] for path in places}
    font, fill = _WRONG
    for path, area in places.items():
        sums = own[path]
        if list(own.values()).count(sums) == 1:
            excess = [_excess(check, path) for check in sums]
            asked = [f'{check.beside(3)}="{FAILS}"' for check in sums]
            asked += [f"{each}={excess[0]}" for each in excess[1:]]
            asked += [f"{_fixed(Area(area.top, area.left, area.top, area.left))}>={excess[0]}"]
            mark_if(sheet, area.range, f"AND({','.join(asked)},{failing}={len(sums)})", fill, font, _FRAME)


def _fixed(area: Area) -> str:
    """Write an area so that it stays the same in every cell of a rule: ``$B$3:$D$3``."""
    first, last = f"${get_column_letter(area.left)}${area.top}", f"${get_column_letter(area.right)}${area.bottom}"
    return first if first == last else f"{first}:{last}"


def _excess(check: _Check, path: str) -> str:
    """Write what a cell has too much by one of its sums."""
    more, less = (1, 2) if path in check.equation.left else (2, 1)
    return f"({check.beside(more)}-{check.beside(less)})"


def _check(equation: Equation, row: int, column: int, places: Mapping[str, Area]) -> _Check:
    left, right = (tuple(_areas(map(places.__getitem__, side))) for side in (equation.left, equation.right))
    return _Check(row, column, equation, left, right, places[equation.right[0]])


def _areas(cells: Iterable[Area]) -> Iterator[Area]:
    return areas((cell.top, cell.left, cell.left) for cell in cells)


def _put_column_heads(sheet: Worksheet, row: int, column: int) -> None:
    for place, text in enumerate(_COLUMN_HEADS):
        cell = cell_at(sheet, row, column + place)
        put_text(cell, text)
        cell.font = Font(name="宋体", size=9, bold=True)
        cell.border, cell.fill = _BOX, _GREY
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions[get_column_letter(column + place)].width = width


def _put_check(sheet: Worksheet, check: _Check) -> None:
    """Write one identity."""
    label, left, right, verdict = (
        cell_at(sheet, check.row, check.column + place) for place in range(len(_COLUMN_HEADS))
    )
    put_text(label, check.equation.label)
    left.value, right.value = (f"=SUM({_listed(side)})" for side in (check.left, check.right))
    both = (*check.left, *check.right)
    known = "+".join((f"COUNT({_listed(both)})", *(f'COUNTIF({area.range},"/")' for area in both)))
    sums = f"{left.coordinate}>={BOUND},{right.coordinate}>={BOUND}"
    equal = f'IF({left.coordinate}={right.coordinate},"{HOLDS}","{FAILS}")'
    verdict.value = f'=IFERROR(IF(OR({known}<{check.count},{sums}),"{OPEN}",{equal}),"{OPEN}")'
    for cell in (label, left, right, verdict):
        cell.font, cell.border = _SMALL, _BOX
        cell.alignment = Alignment(horizontal="left" if cell is label else "center", vertical="center", wrap_text=True)


def _listed(some: Iterable[Area]) -> str:
    return ",".join(area.range for area in some)
