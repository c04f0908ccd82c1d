"""What a document prints of one table: all of it as the form has it, or lines, in however many pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from govdisclosure.reading.official import OfficialTable
from govdisclosure.reading.tables.lines import GridLine, Line, lines_of_grid

if TYPE_CHECKING:
    from collections.abc import Iterable


@define
class TableParts:
    """
    What is printed of a table.

    Args:
        official: The table, if it is laid out as the form is and stands there alone.
    """

    official: OfficialTable | None = None
    _lines: list[Line | GridLine] = field(factory=list, init=False)

    @property
    def lines(self) -> list[Line | GridLine]:
        """Its lines, those of all its pieces."""
        if self.official is not None and not self._lines:
            self._lines.extend(lines_of_grid(self.official))
        return self._lines

    def add(self, lines: Iterable[Line | GridLine]) -> None:
        """Add a piece."""
        self.lines.extend(lines)
        self.official = None
