"""Rules of a sheet that change how cells look while something holds (conditional formatting)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import eq, ge, gt, le, lt, ne
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve, frozen

from govdisclosure.formats.xlsx._areas import Area, area_of
from govdisclosure.formats.xlsx._looks import Change, change_of, grounds_of
from govdisclosure.formats.xlsx._thresholds import DIGITS, MOST_ROWS
from govdisclosure.formats.xlsx._xml import OFF, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from govdisclosure.formats.xlsx._shared import Shared

_COMPARE: Final[dict[str, Callable[[float, float], bool]]] = {
    "equal": eq,
    "notEqual": ne,
    "greaterThan": gt,
    "greaterThanOrEqual": ge,
    "lessThan": lt,
    "lessThanOrEqual": le,
}
_WHOLE: Final = re.compile(r"\$?([A-Z]{1,3}):\$?([A-Z]{1,3})|\$?([1-9][0-9]{0,6}):\$?([1-9][0-9]{0,6})")
_PAINTED: Final = ("color", "fillColor")
_NUMBER: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")


@frozen
class Rule:
    """
    What a rule does to cells.

    Args:
        area: The cells.
        change: How they look while it holds.
        hides: Whether they show a picture or bar in place of their number.
        condition: How their number compares with another one where it holds, and that; None if only Excel could tell.
    """

    area: Area
    change: Change
    hides: bool = False
    condition: tuple[Callable[[float, float], bool], float] | None = None

    def may_hold(self, column: int, raw: str) -> bool:
        """Tell whether it may hold for a cell of one of its rows, in a column, with what is stored in it."""
        if not self.area.left <= column <= self.area.right:
            return False
        number = _NUMBER.fullmatch(raw)
        if self.condition is None or number is None:
            return True
        compare, other = self.condition
        # 35.650000000000006 is equal to 35.65 for Excel.
        return compare(float(format(float(raw), f".{DIGITS}g")), other)


Rules: TypeAlias = Mapping[int, Sequence[Rule]]
"""The rules of a sheet, by the rows of their cells."""


def rules_of(workbook: Shared, root: Element, rows: Iterable[int]) -> Rules:
    """
    Give the rules of a sheet for those of its rows that are there.

    Raises:
        ReadError: If they are for more rows than a bound allows.
    """
    known = sorted(rows)
    rules: dict[int, list[Rule]] = defaultdict(list)
    for group in root.iter("conditionalFormatting"):
        # <conditionalFormatting sqref="B3:D5 F3">, or the element of that name in what Excel 2010 added
        cells = (group.get("sqref") or group.findtext("sqref") or "").split()
        areas = [area for area in map(_area, cells) if area is not None]
        for element in group.iter("cfRule"):
            for rule in _rules(workbook, element, areas):
                concerned = known[bisect_left(known, rule.area.top) : bisect_right(known, rule.area.bottom)]
                workbook.take_looks(1 + len(concerned))
                for row in concerned:
                    rules[row].append(rule)
    return rules


def both_holding(workbook: Shared, rules: Sequence[Rule]) -> list[Rule]:
    """
    Give what two rules do together that may hold at once: one paints the letters alone, the other what is behind them.

    Raises:
        ReadError: If they are more than so many cells need.
    """
    painting = [rule for rule in rules if rule.change.colour is not None and rule.change.grounds is None]
    filling = [rule.change.grounds for rule in rules if rule.change.colour is None and rule.change.grounds is not None]
    workbook.take_looks(len(painting) * len(filling))
    return [evolve(rule, change=evolve(rule.change, grounds=grounds)) for rule in painting for grounds in filling]


def _rules(workbook: Shared, element: Element, areas: Sequence[Area]) -> Iterator[Rule]:
    inner, number = element.find("dxf"), number_of(element.get("dxfId"))
    change = Change()
    if inner is not None:
        change = change_of(inner, workbook.colours)
    elif element.get("dxfId") is not None and number < len(workbook.changes):
        change = workbook.changes[number]
    # <colorScale><color rgb="FFF8696B"/>…, <dataBar><color rgb="FF638EC6"/>
    painted = [each for name in ("colorScale", "dataBar") for each in element.iter(name)]
    grounds = [workbook.colours.of(each) for some in painted for each in some.iter() if each.tag in _PAINTED]
    if grounds:
        change = Change(grounds=grounds_of(grounds))
    # <iconSet showValue="0">
    hides = any(each.get("showValue", "1") in OFF for name in ("iconSet", "dataBar") for each in element.iter(name))
    condition = _condition(element)
    for area in areas:
        yield Rule(area, change, hides, condition)


def _area(reference: str) -> Area | None:
    """Read a rectangle of cells, or whole columns (D:F) or rows (3:5); None for what is none."""
    whole = _WHOLE.fullmatch(reference)
    if whole is None:
        return area_of(reference)
    left, right, top, bottom = whole.groups()
    return area_of(f"{left}1:{right}{MOST_ROWS}" if left else f"A{top}:XFD{bottom}")


def _condition(element: Element) -> tuple[Callable[[float, float], bool], float] | None:
    # <cfRule type="cellIs" operator="equal" dxfId="0"><formula>0</formula></cfRule>
    compare = _COMPARE.get(element.get("operator", "")) if element.get("type") == "cellIs" else None
    formula = element.findtext("formula") or ""
    return None if compare is None or not _NUMBER.fullmatch(formula) else (compare, float(formula))
