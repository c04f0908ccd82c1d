"""What the parts of a workbook have in common: switches, numbers, lists, and rectangles of cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.formats.xlsx._thresholds import MOST_COLUMNS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ON: Final = frozenset({"1", "true"})
OFF: Final = frozenset({"0", "false"})
_AREA: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?")


@frozen
class Area:
    """A rectangle of cells: its first and last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int


def area_of(reference: str) -> Area | None:
    """Read a rectangle of cells, ``B3:$D$5`` or ``B3``; None for what is none."""
    matched = _AREA.fullmatch(reference)
    if matched is None:
        return None
    left, top, right, bottom = matched.groups()
    return Area(int(top), column_of(left), int(bottom or top), column_of(right or left))


def column_of(letters: str) -> int:
    """Give the number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return min(number, MOST_COLUMNS)


def number_of(text: str | None) -> int:
    """Give a number that a workbook states; nought for what is none."""
    return int(text[:9]) if text is not None and text.isascii() and text.isdigit() else 0


def below(root: Element, name: str) -> list[Element]:
    """Give the elements in the first of this name right below another; none where there is none."""
    parent = root.find(name)
    return [] if parent is None else list(parent)
