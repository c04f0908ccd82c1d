"""Figures in the cells of a sheet, and what may be typed there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.formats.xlsx._openpyxl import DataValidation, PatternFill, get_column_letter
from govdisclosure.formats.xlsx._workbook import mark_if, put_text
from govdisclosure.model.declare import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MOST_DIGITS: Final = 15
"""How many digits a number of Excel's has."""

BOUND: Final = f"1E+{MOST_DIGITS}"
_NUMBER: Final = re.compile(r"-?([0-9]+)(?:\.([0-9]+))?([^0-9.]*)")
_MONEY: Final = frozenset({Kind.MONEY, Kind.MONEY_WITH_UNIT})
_FORMAT: Final = "0"
_MONEY_FORMAT: Final = "0.00####"
_TEXT_FORMAT: Final = "@"
_ODD: Final = PatternFill(bgColor="FFE699", fill_type="solid")


@frozen
class Area:
    """
    A rectangle of cells.

    Args:
        top: Its first row.
        left: Its first column.
        bottom: Its last row.
        right: Its last column.
    """

    top: int
    left: int
    bottom: int
    right: int

    @property
    def first(self) -> str:
        """Its first cell, such as ``B3``."""
        return f"{get_column_letter(self.left)}{self.top}"

    @property
    def range(self) -> str:
        """The cells, such as ``B3:D5`` or ``B3``."""
        last = f"{get_column_letter(self.right)}{self.bottom}"
        return self.first if self.first == last else f"{self.first}:{last}"


def put_figure(cell: Cell, printed: str, kind: Kind) -> None:
    """
    Put a figure into a cell, as a number that shows what was printed.

    What Excel's numbers cannot hold (more than 15 digits) is text, and so is "/"; a blank is nothing.
    """
    cell.number_format = _MONEY_FORMAT if kind in _MONEY else _FORMAT
    matched = _NUMBER.fullmatch(printed)
    if not printed:
        return
    if matched is None:
        put_text(cell, printed)
        return
    # 96171.6元
    whole, decimals, unit = matched[1], matched[2] or "", matched[3]
    # Excel would store 1234567890123456 as 1234567890123450.
    if len((whole + decimals).lstrip("0")) > MOST_DIGITS:
        cell.number_format = _TEXT_FORMAT
        put_text(cell, printed)
        return
    number = printed.removesuffix(unit)
    cell.value = float(number) if decimals else int(number)
    cell.number_format = (f"0.{'0' * len(decimals)}" if decimals else _FORMAT) + (f'"{unit}"' if unit else "")


def areas(cells: Iterable[tuple[int, int, int]]) -> Iterator[Area]:
    """
    Put cells together to rectangles.

    Args:
        cells: Row, first and last column of each cell, row by row from left to right.
    """
    rows: list[Area] = []
    for row, left, right in cells:
        if rows and rows[-1].top == row and rows[-1].right + 1 == left:
            left = rows.pop().left  # noqa: PLW2901 - the cell goes on to the left
        rows.append(Area(row, left, row, right))
    joined: list[Area] = []
    for area in rows:
        last = joined[-1] if joined else None
        if last and last.bottom + 1 == area.top and (last.left, last.right) == (area.left, area.right):
            joined[-1] = Area(last.top, last.left, area.bottom, area.right)
        else:
            joined.append(area)
    yield from joined


def guard(sheet: Worksheet, area: Area, kind: Kind) -> None:
    """Let only figures of a kind be typed into cells, and show those that hold other text."""
    title, prompt = _PROMPTS[kind]
    rule = DataValidation(type="custom", formula1=condition(area.first, kind), allow_blank=True)
    rule.showInputMessage = rule.showErrorMessage = True
    rule.errorTitle, rule.error = "填写有误", prompt
    rule.promptTitle, rule.prompt = title, prompt
    rule.add(area.range)
    sheet.add_data_validation(rule)
    if kind is not Kind.MONEY_WITH_UNIT:
        odd = f'AND(ISTEXT({area.first}),{area.first}<>"/")'
        mark_if(sheet, area.range, odd, _ODD)


_PROMPTS: Final = {
    Kind.COUNT: ("件数", f"请填不小于0的整数（不超过{MOST_DIGITS}位）；不适用的填“/”。"),
    Kind.CHANGE: ("增减数", f"请填整数（不超过{MOST_DIGITS}位），减少填负数；不适用的填“/”。"),
    Kind.MONEY: ("金额", "请填不小于0的数，可以有小数；不适用的填“/”。"),
    Kind.MONEY_WITH_UNIT: ("金额", "请填不小于0的数并写明单位，如“96171.6元”或“9.62万元”；不适用的填“/”。"),
}


def condition(cell: str, kind: Kind) -> str:
    """Say in Excel's language what a cell of a kind may hold, besides nothing."""
    number = f"ISNUMBER({cell})"
    whole = f"{number},{cell}=INT({cell}),ABS({cell})<{BOUND}"
    amount = f"IFERROR(AND({number},{cell}>=0),FALSE)"
    allowed = {
        Kind.COUNT: f"IFERROR(AND({whole},{cell}>=0),FALSE)",
        Kind.CHANGE: f"IFERROR(AND({whole}),FALSE)",
        Kind.MONEY: amount,
        Kind.MONEY_WITH_UNIT: f'{amount},RIGHT({cell},1)="元"',
    }
    return f'OR({cell}="/",{allowed[kind]})'
