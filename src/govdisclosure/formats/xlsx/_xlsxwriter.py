"""
What is used of XlsxWriter, with the types that it has not. The only module here that imports it; reading needs none.

Its rows and columns count from 0. What returns a number returns 0 if all was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from govdisclosure.errors import MissingDependency

if TYPE_CHECKING:
    import datetime as dt
    import io
    from collections.abc import Mapping
    from decimal import Decimal

try:
    from xlsxwriter import workbook, worksheet  # type: ignore[import-untyped]
    from xlsxwriter.url import Url  # type: ignore[import-untyped]
except ImportError as error:
    raise MissingDependency("xlsx", "Excel (.xlsx)") from error


class Format(Protocol):
    """How cells look."""


class Link(Protocol):
    """Where a cell leads."""

    text: str


class Worksheet(Protocol):
    """A sheet."""

    def write_string(self, row: int, column: int, text: str, look: Format, /) -> int:
        """Write a text as it is; what is beyond 32,767 UTF-16 units is cut off, and that is no 0."""

    def write_rich_string(self, row: int, column: int, /, *parts: str | Format) -> int:
        """Write a text of several parts, with a format between each two, and that of the cell last."""

    def write_number(self, row: int, column: int, number: int | Decimal, look: Format, /) -> int:
        """Write a number; of a decimal, all its digits."""

    def write_formula(self, row: int, column: int, formula: str, look: Format, value: str | int | Decimal, /) -> int:
        """Write a formula with what it gives."""

    def write_blank(self, row: int, column: int, nothing: None, look: Format, /) -> int:
        """Let a cell without a value look somehow."""

    def write_url(self, row: int, column: int, link: Link, look: Format, /) -> int:
        """Write the text of a link."""

    def merge_range(self, top: int, left: int, bottom: int, right: int, text: str, /) -> int:
        """Make several cells one. Its text can become a formula or a link, so that it is left blank."""

    def conditional_format(
        self, top: int, left: int, bottom: int, right: int, options: Mapping[str, str | Format], /
    ) -> int:
        """Let cells look otherwise while something holds; of several looks, the first wins."""

    def data_validation(
        self, top: int, left: int, bottom: int, right: int, options: Mapping[str, str | list[str]], /
    ) -> int:
        """Say what may be typed into cells."""

    def set_row_pixels(self, row: int, height: float, /) -> int:
        """Set the height of a row, without rounding it to pixels."""

    def set_column_pixels(
        self, first: int, last: int, width: float, look: Format | None, options: Mapping[str, bool], /
    ) -> int:
        """Set the width of columns, without rounding it to pixels, and the look of the cells that have none."""

    def print_area(self, top: int, left: int, bottom: int, right: int, /) -> int:
        """Set what is printed."""

    def autofilter(self, top: int, left: int, bottom: int, right: int, /) -> int:
        """Give a list a filter."""

    def freeze_panes(self, row: int, column: int, /) -> None:
        """Let the rows above one, and the columns before one, stay in sight."""

    def repeat_rows(self, first: int, /) -> None:
        """Print a row on each page."""

    def protect(self, password: str, options: Mapping[str, bool], /) -> None:
        """Lock the cells whose look does not say that they are not, but for what is allowed."""

    def set_paper(self, kind: int, /) -> None:
        """Set the size of the paper: 9 is A4."""

    def set_landscape(self) -> None:
        """Print across."""

    def set_h_pagebreaks(self, rows: list[int], /) -> None:
        """Begin a page below each of these rows, which count from 1."""

    def fit_to_pages(self, width: int, height: int, /) -> None:
        """Print on so many pages beside and below each other, 0 for as many as it takes."""

    def set_margins(self, left: float, right: float, top: float, bottom: float, /) -> None:
        """Set the margins in inches."""

    def center_horizontally(self) -> None:
        """Print in the middle of the page."""

    def set_footer(self, text: str, options: Mapping[str, float], /) -> None:
        """Print a text below each page."""

    def hide_gridlines(self, option: int, /) -> None:
        """Hide the lines between cells: 2 on the screen as well."""


class Workbook(Protocol):
    """A workbook."""

    def add_worksheet(self, name: str, kind: type, /) -> Worksheet:
        """Add a sheet of a kind."""

    def add_format(self, properties: Mapping[str, str | float], /) -> Format:
        """Add a look."""

    def define_name(self, name: str, cells: str, /) -> int:
        """Give cells a name."""

    def set_properties(self, properties: Mapping[str, str | dt.datetime], /) -> None:
        """Set what a document says of itself."""

    def set_custom_property(self, name: str, value: str, kind: str, /) -> int:
        """Add a property; too long ones are written with a mere warning."""

    def close(self) -> None:
        """Write the whole."""


class _Sheet(worksheet.Worksheet):  # type: ignore[misc] # of no type
    """A sheet whose formulas are written as they are: to look in each for what is newer than Excel takes the most."""

    def _prepare_formula(self, formula: str, *_: object) -> str:
        return formula.removeprefix("=")


def new_workbook(content: io.BytesIO, title: str) -> tuple[Workbook, Worksheet]:
    """
    Begin a workbook of one sheet, which is written to where it is wanted once it is closed.

    Args:
        content: Where it is wanted.
        title: Name of the sheet.
    """
    made: Workbook = workbook.Workbook(content, {"in_memory": True})
    return made, further_sheet(made, title)


def further_sheet(made: Workbook, title: str) -> Worksheet:
    """Add a sheet to a workbook."""
    return made.add_worksheet(title, _Sheet)


def link_to(address: str) -> Link:
    """
    Make a link to an address from the folder of the workbook.

    XlsxWriter would write its slashes backwards, as Windows has them.
    """
    # Its own words for an address know no relative one.
    link: Any = Url("https://")
    link._relationship_link = address  # noqa: SLF001 - there is no other way
    made: Link = link
    return made
