"""Figures in the cells of a sheet, and what may be typed there."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.days import day_of
from govdisclosure.formats.xlsx._areas import cell_at
from govdisclosure.formats.xlsx._numbers import EPOCH
from govdisclosure.formats.xlsx._thresholds import FIRST_SURE_DAY, LAST_DAY
from govdisclosure.formats.xlsx._workbook import Value
from govdisclosure.model.declare import Kind

if TYPE_CHECKING:
    from govdisclosure.formats.xlsx._areas import Area
    from govdisclosure.formats.xlsx._workbook import Look, WrittenSheet

MOST_DIGITS: Final = 15
"""How many digits a number of Excel's has."""

BOUND: Final = f"1E+{MOST_DIGITS}"
"""The least number that has more, in Excel's language."""

_NUMBER: Final = re.compile(r"-?([0-9]+)(?:\.([0-9]+))?([^0-9.]*)")
_FORMAT: Final = "0"
_MONEY_FORMAT: Final = "0.00####"
_TEXT_FORMAT: Final = "@"
_ODD: Final[Look] = {"bg_color": "#FFE699"}


@frozen
class Figure:
    """
    A figure as a cell holds it.

    Args:
        value: What is stored: a number, the text of what is none, or nothing.
        format: How Excel shows it.
    """

    value: Value
    format: str


def figure_of(printed: str, kind: Kind) -> Figure:
    """
    Give a figure as a number that shows what was printed.

    What Excel's numbers cannot hold (more than 15 digits) is text, and so is "/"; a blank is nothing.
    """
    matched = _NUMBER.fullmatch(printed)
    if matched is None:
        return Figure(printed or None, _MONEY_FORMAT if kind.is_money else _FORMAT)
    # 96171.6元
    whole, decimals, unit = matched[1], matched[2] or "", matched[3]
    # Excel would store 1234567890123456 as 1234567890123450.
    if len((whole + decimals).lstrip("0")) > MOST_DIGITS:
        return Figure(printed, _TEXT_FORMAT)
    format_ = (f"0.{'0' * len(decimals)}" if decimals else _FORMAT) + (f'"{unit}"' if unit else "")
    return Figure(Decimal(printed.removesuffix(unit)), format_)


def guard(sheet: WrittenSheet, area: Area, kind: Kind) -> None:
    """Let only figures of a kind be typed into cells, and show those that hold other text."""
    title, prompt = _PROMPTS[kind]
    words = {"error_title": "填写有误", "error_message": prompt, "input_title": title, "input_message": prompt}
    sheet.ask(area, {"validate": "custom", "value": f"={condition(area.first, kind)}", **words})
    if kind is not Kind.MONEY_WITH_UNIT:
        odd = f'AND(ISTEXT({area.first}),{area.first}<>"/")'
        sheet.mark_if(area, odd, _ODD)


def day_in(printed: str) -> Value:
    """Give a day as Excel stores it, as a number of days; one for which its numbers are not sure is text."""
    day = day_of(printed)
    number = 0 if day is None else (day - EPOCH).days
    return number if FIRST_SURE_DAY <= number <= LAST_DAY else printed or None


def guard_day(sheet: WrittenSheet, area: Area, blank: Look) -> None:
    """Let only a day be typed into a cell, and show one that is blank."""
    words = {"error_title": "填写有误", "error_message": _DAY, "input_title": "发布日期", "input_message": _DAY}
    number = f"ISNUMBER({area.first}),{area.first}>={FIRST_SURE_DAY},{area.first}=INT({area.first})"
    allowed = f"=IFERROR(AND({number}),FALSE)"
    sheet.ask(cell_at(area.top, area.left), {"validate": "custom", "value": allowed, **words})
    sheet.mark_if(area, f'{area.first}=""', blank)


def hint_at_preamble(sheet: WrittenSheet, area: Area) -> None:
    """Say of cells what belongs there: no heading does."""
    sheet.ask(area, {"validate": "any", "input_title": "前言", "input_message": _PREAMBLE})


_DAY: Final = "请填发布的日期，如2026-1-20。"
_PREAMBLE: Final = "请填写前言，一行一段：编制依据、统计期限、电子版的网址、联系方式等。"
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
