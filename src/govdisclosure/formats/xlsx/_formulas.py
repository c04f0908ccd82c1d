"""Formulas of a sheet: for which of them Excel shows, when the workbook is opened, what is stored beside them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from govdisclosure.formats.xlsx._areas import Area, area_of
from govdisclosure.formats.xlsx._cells import Stored
from govdisclosure.formats.xlsx._shared import Words, unescaped
from govdisclosure.formats.xlsx._thresholds import MOST_ADDED
from govdisclosure.formats.xlsx._xml import OFF, ON

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from govdisclosure.formats.xlsx._shared import Shared

_ALWAYS: Final = ("fullCalcOnLoad", "forceFullCalc")
_FILLING: Final = ("array", "dataTable")
_QUOTED: Final = re.compile("\"[^\"]*\"|'[^']*'")
# What gives another value each time, or finds its cells only when it is computed.
_VOLATILE: Final = re.compile(
    r"\b(?:RAND|RANDBETWEEN|RANDARRAY|NOW|TODAY|OFFSET|INDIRECT|CELL|INFO)\s*\(", re.IGNORECASE
)
_SUM: Final = re.compile(r"SUM\(([^()]+)\)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")


def is_recomputed(root: Element) -> bool:
    """Tell whether a workbook says in its main part that all its formulas are computed whenever it is opened."""
    # <calcPr calcId="124519" fullCalcOnLoad="1"/>, as XlsxWriter and openpyxl write it
    told = root.find("calcPr")
    return told is not None and any(told.get(name, "0") not in OFF for name in _ALWAYS)


@frozen
class _Formula:
    """A formula, which many cells may share: what is to be known of it is found out once."""

    text: str

    @cached_property
    def is_volatile(self) -> bool:
        """Whether it gives another value each time, or finds its cells only when it is computed."""
        return _VOLATILE.search(_QUOTED.sub("", self.text)) is not None

    @cached_property
    def added(self) -> list[Area]:
        """The cells that it does nothing but add up; none where it does anything else."""
        return _added(self.text)

    @cached_property
    def stored(self) -> Stored:
        """The formula in place of its value."""
        return Stored(words=Words(unescaped(f"={self.text}")), plain=True)


_NOTHING: Final = _Formula("")


@define
class Formulas:
    """
    The formulas of a sheet, whose cells are asked for in the order in which they stand.

    Args:
        recomputed: Whether all of them are computed when the workbook is opened, whatever is stored.
        themselves: Whether cells show them in place of what they give.
        numbers: The numbers that are seen in cells; None where something else is, or a formula that is not computed.
        shared: The formulas that several cells share, by their numbers.
        filled: Cells that the formula of the first of them fills, and that formula.
        places: The cells that have one.
    """

    recomputed: bool
    themselves: bool = False
    numbers: dict[tuple[int, int], Decimal | None] = field(factory=dict)
    shared: dict[str, _Formula] = field(factory=dict)
    filled: list[tuple[Area, _Formula]] = field(factory=list)
    places: set[tuple[int, int]] = field(factory=set)

    def settled(self, workbook: Shared, place: tuple[int, int], cell: Element, stored: Stored) -> Stored:
        """
        Give what is stored in a cell; its formula in place of a value that Excel does not show.

        Raises:
            ReadError: If more cells are looked at than so many cells need.
        """
        own = cell.find("f")
        formula = self._filling(workbook, place) if own is None else self._formula(own)
        if formula is not None:
            self.places.add(place)
        if formula is not None and not self._is_shown(workbook, place, own, formula, stored.number):
            self.numbers[place] = None
            return formula.stored
        if self.recomputed and (stored.number or stored.words.text):
            self.numbers[place] = Decimal(stored.number) if _NUMBER.fullmatch(stored.number) else None
        return stored

    def _filling(self, workbook: Shared, place: tuple[int, int]) -> _Formula | None:
        """Give the formula of another cell that fills one without any; None where there is none."""
        workbook.take_looks(len(self.filled))
        row, column = place
        for area, formula in self.filled:
            if area.top <= row <= area.bottom and area.left <= column <= area.right:
                return formula
        return None

    def _formula(self, own: Element) -> _Formula:
        """Give the formula of a cell, and keep it for others that have the same one."""
        # <f t="shared" ref="C3:C9" si="0">NOW()</f>, in the cells below <f t="shared" si="0"/>
        number = own.get("si", "")
        formula = _Formula(own.text) if own.text else self.shared.get(number, _NOTHING)
        self.shared[number] = formula
        # <f t="array" ref="C3:C9">{1,2}</f>, in the cells below nothing but <v>0</v>
        area = area_of(own.get("ref", "")) if own.get("t") in _FILLING else None
        if area is not None:
            self.filled.append((area, formula))
        return formula

    def _is_shown(
        self, workbook: Shared, place: tuple[int, int], own: Element | None, formula: _Formula, number: str
    ) -> bool:
        """Tell whether Excel shows for a formula the number or words that are stored for it."""
        # <f ca="1">YEAR(NOW())</f>
        if self.themselves or formula.is_volatile or (own is not None and own.get("ca") in ON):
            return False
        if not self.recomputed:
            return True
        plain = own is not None and own.get("t") is None and _NUMBER.fullmatch(number)
        areas = formula.added if plain else []
        # SUM(B3:B9) in B2: these cells are not known yet.
        if not areas or any((area.bottom, area.right) >= place for area in areas):
            return False
        return self._sum(workbook, areas) == Decimal(number)

    def _sum(self, workbook: Shared, areas: list[Area]) -> Decimal | None:
        """Add up cells, of which blank ones add nothing; None where one is no number, or they are too many."""
        if sum((area.bottom - area.top + 1) * (area.right - area.left + 1) for area in areas) > MOST_ADDED:
            return None
        total = Decimal(0)
        for area in areas:
            for place in product(range(area.top, area.bottom + 1), range(area.left, area.right + 1)):
                workbook.take_looks(1)
                number = self.numbers.get(place, Decimal(0))
                if number is None:
                    return None
                total += number
        return total


def _added(formula: str) -> list[Area]:
    """Give the cells that a formula does nothing but add up; none where it does anything else."""
    # SUM(B3:H3), SUM(B3,D3:E3), B3+C3
    summed = _SUM.fullmatch(formula)
    pieces = summed[1].split(",") if summed else formula.split("+")
    # A1+A1+A1+…, of which nobody adds up so many
    if len(pieces) > MOST_ADDED:
        return []
    areas = [area for area in map(area_of, pieces) if area is not None and _is_added(area, within=summed is not None)]
    return areas if len(areas) == len(pieces) else []


def _is_added(area: Area, *, within: bool) -> bool:
    """Tell whether cells are added up as they stand: several of them, from the first to the last, within SUM only."""
    return area.top <= area.bottom and area.left <= area.right and (within or area.first == area.range)
