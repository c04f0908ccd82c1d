"""What became of one source of a batch."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from govdisclosure.batch import _packing
from govdisclosure.model.notes import Reading

if TYPE_CHECKING:
    from govdisclosure.batch._failures import Failure
    from govdisclosure.model.findings import Findings
    from govdisclosure.model.notes import Note, RowPlace
    from govdisclosure.model.report import AnnualReport


@frozen
class Outcome:
    """
    What became of one source: a report with notes and findings, or an error.

    What it holds is unpacked when it is asked for, and then kept: who counts errors never builds a report.

    Args:
        source: What was read: the name of a file, ``reports.zip/2025/a.html`` for a member of an archive,
            ``reports.jsonl:12`` for a line.
        digest: SHA-256 of its content, in hexadecimal digits; None for what could not be opened.
        packed: All that became of it, as JSON in lines.
        cached: Whether that was known from the cache.
    """

    source: str
    digest: str | None
    packed: bytes = field(repr=False)
    cached: bool = field(default=False, eq=False)

    @cached_property
    def report(self) -> AnnualReport | None:
        """The report; None if there is an error."""
        return _packing.report_in(self.packed)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """What the reading could not decide."""
        return _packing.notes_in(self.packed)

    @cached_property
    def rows(self) -> tuple[RowPlace, ...]:
        """Where the rows of figures stand in the source."""
        return _packing.rows_in(self.packed)

    @cached_property
    def findings(self) -> Findings:
        """What is wrong with the report; none if there is an error, or nothing was to be checked."""
        return _packing.findings_in(self.packed)

    @cached_property
    def error(self) -> Failure | None:
        """Why there is no report; None if there is one."""
        return _packing.failure_in(self.packed)

    @property
    def reading(self) -> Reading | None:
        """The report with its notes, as ``govdisclosure.read`` gives it; None if there is an error."""
        return None if self.report is None else Reading(self.report, self.notes, self.rows)

    @property
    def is_read(self) -> bool:
        """Whether there is a report; nothing is unpacked to tell."""
        return _packing.is_of_report(self.packed)
