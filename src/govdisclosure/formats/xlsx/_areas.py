"""Rectangles of cells, and how Excel writes them; both ways need them."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.formats.xlsx._thresholds import MOST_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_AREA: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?")
_ALPHABET: Final = len(ascii_uppercase)


@frozen
class Area:
    """
    A rectangle of cells.

    Args:
        top: Its first row, from 1.
        left: Its first column, from 1.
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
        return f"{letters_of(self.left)}{self.top}"

    @property
    def range(self) -> str:
        """The cells, such as ``B3:D5`` or ``B3``."""
        last = f"{letters_of(self.right)}{self.bottom}"
        return self.first if self.first == last else f"{self.first}:{last}"

    @property
    def fixed(self) -> str:
        """The cells as they stay the same in every cell of a rule: ``$B$3:$D$3``."""
        first, last = f"${letters_of(self.left)}${self.top}", f"${letters_of(self.right)}${self.bottom}"
        return first if first == last else f"{first}:{last}"


def cell_at(row: int, column: int) -> Area:
    """Give the area of one cell."""
    return Area(row, column, row, column)


def area_of(reference: str) -> Area | None:
    """Read a rectangle of cells, ``B3:$D$5`` or ``B3``, up to the last column of a sheet; None for what is none."""
    matched = _AREA.fullmatch(reference)
    if matched is None:
        return None
    left, top, right, bottom = matched.groups()
    first, last = (min(column_of(letters), MOST_COLUMNS) for letters in (left, right or left))
    return Area(int(top), first, int(bottom or top), last)


def column_of(letters: str) -> int:
    """Give the number of a column, from 1; a sheet may end before it."""
    number = 0
    for letter in letters:
        number = number * _ALPHABET + ord(letter) - 64
    return number


@cache
def letters_of(column: int) -> str:
    """Give the letters of a column: 28 is AB."""
    before, last = divmod(column - 1, _ALPHABET)
    return (letters_of(before) if before else "") + ascii_uppercase[last]


def joined(cells: Iterable[Area]) -> Iterator[Area]:
    """
    Put cells together to rectangles.

    Args:
        cells: The cells, row by row from left to right.
    """
    rows: list[Area] = []
    for cell in cells:
        left = cell.left
        if rows and rows[-1].top == cell.top and rows[-1].right + 1 == left:
            left = rows.pop().left
        rows.append(Area(cell.top, left, cell.bottom, cell.right))
    last: Area | None = None
    for area in rows:
        if last and last.bottom + 1 == area.top and (last.left, last.right) == (area.left, area.right):
            last = Area(last.top, last.left, area.bottom, area.right)
            continue
        if last:
            yield last
        last = area
    if last:
        yield last
