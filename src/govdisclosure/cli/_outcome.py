"""What became of one source of a call of ``check``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.cli._files import Source
from govdisclosure.model.findings import Findings
from govdisclosure.model.notes import Reading
from govdisclosure.model.report import AnnualReport, agency_name
from govdisclosure.settings import Settings

if TYPE_CHECKING:
    from govdisclosure.model.values import JSON

UNREADABLE: Final = 2
"""The exit status that a source is worth which cannot be read."""


@frozen
class Outcome:
    """
    What became of one source.

    Args:
        source: The source.
        reading: Its reading; None if it could not be read.
        findings: What is wrong with the report.
        error: Why it could not be read.
        settings: The settings that hold for it.
    """

    source: Source
    reading: Reading | None = None
    findings: Findings = field(factory=Findings)
    error: str | None = None
    settings: Settings = field(factory=Settings)

    @property
    def says_something(self) -> bool:
        """Whether there is anything to be said of it: a finding, a note, or why it could not be read."""
        return self.reading is None or bool(self.findings) or bool(self.reading.notes)

    def status(self, *, strict: bool) -> int:
        """Give the exit status that it is worth; ``strict`` lets warnings and notes count as errors do."""
        if self.reading is None:
            return UNREADABLE
        odd = strict and (self.findings.warnings or self.reading.notes)
        return 1 if self.findings.errors or odd else 0

    def to_json(self) -> dict[str, JSON]:
        """Give the outcome in its pinned shape."""
        report = AnnualReport() if self.reading is None else self.reading.report
        return {
            "file": self.source.name,
            "year": report.year,
            "agency": agency_name(report),
            "notes": [] if self.reading is None else [note.to_json() for note in self.reading.notes],
            "findings": self.findings.to_json(),
            "error": self.error,
        }
