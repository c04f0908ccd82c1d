"""How much of a source is read: bounds on size, number, depth and time, each of which a caller can raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from govdisclosure.form.clock import Clock
from govdisclosure.form.wording import problem
from govdisclosure.model.given import above_nought

if TYPE_CHECKING:
    from govdisclosure.errors import ReadError


@frozen
class Limits:
    """
    The bounds within which a source is read; beyond one of them it is refused, with the name of the bound.

    The form has some 600 lines and 300 cells; the bounds leave room for pages around it. A document just within them
    is read in some seconds, whatever it holds.

    Args:
        max_bytes: Size of the file.
        max_unpacked_bytes: Size of what a zip file (Word, Excel) unpacks to.
        max_lines: Lines or paragraphs.
        max_bars: Bars between the cells of a text, and tabs that part them.
        max_cells: Cells of tables, spans written out; of a web page also its cells and rows, as its source has them;
            each sheet of a workbook counts as 20.
        max_depth: Levels of elements in each other.
        max_pages: Pages of a PDF.
        max_marks: Characters and pieces of lines drawn on the pages of a PDF.
        max_seconds: Time that reading takes, of every format.
        pdf_process: Whether PDF files are read in a process of their own, which is ended if it takes too much time or
            memory. Without one (also in a frozen or embedded program) the time is looked at between pages only.

    Raises:
        TypeError: If a bound is no number.
        ValueError: If a bound is not above nought.
    """

    max_bytes: int = field(default=64 * 1024 * 1024, validator=above_nought)
    max_unpacked_bytes: int = field(default=256 * 1024 * 1024, validator=above_nought)
    max_lines: int = field(default=20_000, validator=above_nought)
    max_bars: int = field(default=20_000, validator=above_nought)
    max_cells: int = field(default=20_000, validator=above_nought)
    max_depth: int = field(default=200, validator=above_nought)
    max_pages: int = field(default=200, validator=above_nought)
    max_marks: int = field(default=300_000, validator=above_nought)
    max_seconds: float = field(default=60.0, validator=above_nought)
    pdf_process: bool = True

    def clock(self) -> Clock:
        """Start the clock of a reading."""
        return Clock(self.max_seconds)


DEFAULT = Limits()
"""The bounds where a caller names none."""


def beyond(limits: Limits, bound: str) -> ReadError:
    """Give the error of a source that is beyond a bound, by the name of that."""
    return problem("BEYOND-LIMIT", name=bound, limit=getattr(limits, bound))


def hold(limits: Limits, **counts: int) -> None:
    """
    Hold counts against the bounds of their names.

    Raises:
        ReadError: If one is beyond its bound.
    """
    for bound, count in counts.items():
        if count > getattr(limits, bound):
            raise beyond(limits, bound)
