"""What every workbook that we write has in common: its sheets, and texts that stay texts."""

from __future__ import annotations

import copy
import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import define, field

from govdisclosure.errors import UsageError
from govdisclosure.formats.xlsx._xlsxwriter import Format, Workbook, Worksheet, further_sheet, link_to, new_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from govdisclosure.formats.xlsx._areas import Area

Look: TypeAlias = "dict[str, str | float]"
"""How a cell looks, in the words of XlsxWriter's formats; what is not said is as Excel has it."""

Value: TypeAlias = "str | int | Decimal | None"
"""What stands in a cell; None for nothing."""

MOST_CHARACTERS: Final = 32_767
"""UTF-16 units of a cell, as Excel has them."""

_TOO_LONG: Final = -2
_MOST_OF_PROPERTY: Final = 255
_MOST_OF_LINK: Final = 2_079
_MOST_LINKS: Final = 65_530
# Pixels of a digit of Excel's usual font and of a column of which nothing is said, and the points of a pixel.
_PIXELS_OF_DIGIT: Final = 7
_USUAL_WIDTH: Final = 64
_POINTS_OF_PIXEL: Final = 0.75
_FORMULA: Final = tuple("=+-@＝＋－＠")
_QUOTED: Final[Look] = {"quote_prefix": 1}
_DAY: Final = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
# Of _x000D_x000D_ XlsxWriter escapes the first half alone, and <r>1</r> it takes for XML.
_MISTAKEN: Final = re.compile(r"_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_|^<r>.*</r>\Z", re.DOTALL)
_BREAK: Final = re.compile("(?<=_x)(?=[0-9A-Fa-f]{4}_)|(?<=^<)(?=r>)")


@define
class WrittenSheet:
    """
    A sheet of a workbook while it is written; mostly its only one. Rows and columns count from 1.

    What is beyond the bounds of Excel is refused; XlsxWriter would leave it out, or cut it off.

    Args:
        title: Name of the sheet.
    """

    title: str
    page: Worksheet = field(init=False)
    """The sheet itself, for how it is shown and printed; its own rows and columns count from 0."""

    _content: io.BytesIO = field(factory=io.BytesIO, init=False)
    _workbook: Workbook = field(init=False)
    _formats: dict[tuple[tuple[str, str | float], ...], Format] = field(factory=dict, init=False)
    _links: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self._workbook, self.page = new_workbook(self._content, self.title)
        self._workbook.set_properties({"author": "govdisclosure", "created": _DAY})

    def another(self, title: str) -> WrittenSheet:
        """Add a sheet behind those that are there; the workbook is saved by any of them."""
        other = copy.copy(self)
        other.title, other.page = title, further_sheet(self._workbook, title)
        return other

    def put(self, area: Area, value: Value, look: Look) -> None:
        """
        Put a value into a cell, or into one over several.

        Text stays text: it is no formula and no link, whatever it begins with, and no escape of Excel's.

        Raises:
            UsageError: If the cell is beyond the last one, or the text is too long for a cell.
        """
        self._merge(area, look)
        row, column, format_ = area.top - 1, area.left - 1, self._format(look)
        if value is None or value == "":
            done = self.page.write_blank(row, column, None, format_)
        elif isinstance(value, str):
            # Otherwise it becomes a formula as soon as somebody edits the cell.
            format_ = self._format(look | _QUOTED) if value.lstrip().startswith(_FORMULA) else format_
            done = self._write_text(row, column, value, format_)
        else:
            done = self.page.write_number(row, column, value, format_)
        _require_written(done)

    def compute(self, area: Area, formula: str, value: str | int | Decimal, look: Look) -> None:
        """Put a formula into a cell, with what it gives: until a program computes it, that is shown."""
        _require_written(self.page.write_formula(area.top - 1, area.left - 1, formula, self._format(look), value))

    def link(self, area: Area, text: str, address: str, look: Look) -> None:
        """Put text into a cell that leads somewhere; beyond what Excel can hold of links, it is text alone."""
        if _units(address) <= _MOST_OF_LINK and self._links < _MOST_LINKS:
            self._links += 1
            link = link_to(address)
            link.text = text
            _require_written(self.page.write_url(area.top - 1, area.left - 1, link, self._format(look)))
        self.put(area, text, look)

    def mark_if(self, area: Area, formula: str, look: Look) -> None:
        """Let cells have another look while a formula holds; of several looks, the one given first wins."""
        rule = {"type": "formula", "criteria": f"={formula}", "format": self._format(look)}
        _require_written(self.page.conditional_format(*_corners(area), rule))

    def ask(self, area: Area, options: Mapping[str, str | list[str]]) -> None:
        """Say what may be typed into cells, in the words of XlsxWriter."""
        _require_written(self.page.data_validation(*_corners(area), options))

    def widen(self, column: int, width: float, look: Look | None = None) -> None:
        """Set the width of a column, in digits, and the look of its cells that have none."""
        format_ = None if look is None else self._format(look)
        self.page.set_column_pixels(column - 1, column - 1, width * _PIXELS_OF_DIGIT, format_, {})

    def hide(self, column: int) -> None:
        """Hide a column."""
        self.page.set_column_pixels(column - 1, column - 1, _USUAL_WIDTH, None, {"hidden": True})

    def heighten(self, row: int, points: float) -> None:
        """Set the height of a row."""
        self.page.set_row_pixels(row - 1, points / _POINTS_OF_PIXEL)

    def print_only(self, area: Area) -> None:
        """Set what is printed."""
        self.page.print_area(*_corners(area))

    def name(self, cell: Area, name: str) -> None:
        """Give a cell a name, by which formulas and programs find it."""
        _require_written(self._workbook.define_name(name, f"='{self.title}'!{cell.fixed}"))

    def describe(self, name: str, text: str) -> None:
        """
        Add a property to the document.

        Raises:
            UsageError: If it is longer than one can be.
        """
        if max(_units(name), _units(text)) > _MOST_OF_PROPERTY:
            raise UsageError(f"a property of a workbook has at most {_MOST_OF_PROPERTY} characters")
        self._workbook.set_custom_property(name, text, "text")

    def save(self) -> bytes:
        """Give the bytes of the workbook: the same at all times, since no time is in them."""
        self._workbook.close()
        return self._content.getvalue()

    def _format(self, look: Look) -> Format:
        key = tuple(look.items())
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(look)
        return self._formats[key]

    def _merge(self, area: Area, look: Look) -> None:
        """Make one cell of several; of one with lines around it, each has them."""
        top, left, bottom, right = _corners(area)
        if (top, left) == (bottom, right):
            return
        self.page.merge_range(top, left, bottom, right, "")
        if "border" in look:
            format_ = self._format(look)
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    self.page.write_blank(row, column, None, format_)

    def _write_text(self, row: int, column: int, text: str, format_: Format) -> int:
        # XlsxWriter would cut off the end of it; its versions differ in what they count.
        if _units(text) > MOST_CHARACTERS:
            return _TOO_LONG
        if not _MISTAKEN.search(text):
            return self.page.write_string(row, column, text, format_)
        # Broken into parts, none of which is such a text, it stays what it is.
        first, *others = _BREAK.split(text)
        parts = [part for other in others for part in (format_, other)]
        return self.page.write_rich_string(row, column, first, *parts, format_)


def fitting(text: str) -> str:
    """Give as much of a text as a cell holds; what is cut off is marked as such."""
    if _units(text) <= MOST_CHARACTERS:
        return text
    return text.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"


def _units(text: str) -> int:
    """Count the UTF-16 units of a text, as Excel counts characters."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.top - 1, area.left - 1, area.bottom - 1, area.right - 1


def _require_written(failed: int) -> None:
    if failed:
        raise UsageError(
            f"a workbook has 1,048,576 rows of 16,384 cells, each of {MOST_CHARACTERS:,} characters at most"
        )
