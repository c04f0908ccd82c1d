"""The rows of a workbook as they are, for lists that are no report. Needs no extra."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.formats._limits import DEFAULT, Limits
from govdisclosure.formats._package import Package
from govdisclosure.formats.xlsx._sheets import sheets_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def read_rows(content: bytes, limits: Limits = DEFAULT) -> Iterator[Mapping[int, Mapping[int, str]]]:
    """
    Yield for each sheet that is shown the text of its cells, by row and column from 1; hidden rows are there, too.

    Args:
        content: The workbook.
        limits: The bounds within which it is read.

    Raises:
        ReadError: If the file is no workbook, is damaged, or is beyond a bound.
    """
    for sheet in sheets_of(Package(content, limits), limits, limits.clock()):
        yield dict(sorted(sheet.rows.items()))
