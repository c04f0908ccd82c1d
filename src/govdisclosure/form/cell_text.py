"""A cell from text that stands anywhere: on a form, in a CSV file, in a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.form.figures import UnreadableError, read_figure
from govdisclosure.model.cells import node_of
from govdisclosure.model.declare import Kind
from govdisclosure.model.values import MAX_DIGITS, shown

if TYPE_CHECKING:
    from govdisclosure.model.declare import Declaration
    from govdisclosure.model.values import CellValue

_ALLOWED: Final = {
    Kind.COUNT: "a whole number that is not negative (1234, 1,234, 12{unit})",
    Kind.CHANGE: "a whole number, with a sign or without (12, -3, +3, 减3)",
    Kind.MONEY: "an amount in {unit} that is not negative (1234.50, 1,234.5, 12{unit})",
    Kind.MONEY_WITH_UNIT: "an amount that is not negative (1234.50, 12元, 1.2万元)",
}


def parse_cell(path: str, text: str) -> CellValue:
    """
    Read the value of a cell from its text, by the rules by which a cell of a published form is read.

    Digits of any width, thousands separators, units and 零 are read; "/", a dash, 不适用 and 无 are ``NA``; text of
    blanks alone is ``None``.

    Args:
        path: Path of the cell, of any edition.
        text: What stands there.

    Returns:
        The value that ``put`` takes: ``int``, ``Decimal``, ``Amount``, ``None`` or ``NA``.

    Raises:
        UsageError: If no edition has a cell with this path.
        TypeError: If ``text`` is no text.
        ValueError: If the text is no value of this cell: with the path, what is allowed, the text, and why it is not.
    """
    declared = node_of(path).declared
    if not isinstance(text, str):
        raise TypeError(f"the text of {path} must be a str, got {type(text).__name__}")
    try:
        return read_figure(text, declared)
    except UnreadableError:
        allowed = _ALLOWED[declared.kind].format(unit=declared.unit)
        told = f'{path} must be {allowed}, "/" or blank, got {shown(text)}, which {_fault(text, declared)}'
        raise ValueError(told) from None


def _fault(text: str, declared: Declaration) -> str:
    # 1234567890123456789
    if sum(map(str.isdecimal, text)) > MAX_DIGITS:
        return f"has more than {MAX_DIGITS} digits"
    # -3
    if _is_read_as(Kind.CHANGE, text, declared):
        return "has a sign"
    # 3.5, 3万元 among numbers of cases; 35000元 where the form names 万元
    if _is_read_as(Kind.MONEY_WITH_UNIT, text, declared):
        return f"is no amount in {declared.unit}" if declared.kind is Kind.MONEY else "is no whole number"
    return "is no figure"


def _is_read_as(kind: Kind, text: str, declared: Declaration) -> bool:
    try:
        read_figure(text, evolve(declared, kind=kind))
    except UnreadableError:
        return False
    return True
