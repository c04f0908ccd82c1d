"""The rows of a summary: a row for each file, with its state, its findings by severity and their first cause."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.cli._streams import harmless
from govdisclosure.model.findings import Severity

if TYPE_CHECKING:
    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.cli._texts import Words


@enum.unique
class State(enum.StrEnum):
    """How it stands with a file, the gravest first."""

    UNREADABLE = "unreadable"
    ERRORS = "errors"
    WARNINGS = "warnings"
    NOTES = "notes"
    INFOS = "infos"
    CLEAN = "clean"


COUNTED: Final = {
    Severity.ERROR: State.ERRORS,
    Severity.WARNING: State.WARNINGS,
    Severity.INFO: State.INFOS,
}
"""The state that findings of a severity make."""


@frozen
class Row:
    """
    A row of a summary.

    Args:
        file: Name of the file.
        agency: Name of the agency; None if it is not known.
        year: The year reported on; None if it is not known.
        state: How it stands.
        counts: How many findings there are, by severity; none of what could not be read.
        waived: How many findings are waived; None of what could not be read.
        notes: How many notes its reading has; the same.
        cause: The first of the gravest findings, or else the first note, or why it could not be read.
        codes: How many findings there are of each code, but those that are waived.
        page: Its web page; None if there is none.
    """

    file: str
    agency: str | None
    year: int | None
    state: State
    counts: Mapping[Severity, int] = field(factory=dict)
    waived: int | None = None
    notes: int | None = None
    cause: str = ""
    codes: Mapping[str, int] = field(factory=dict)
    page: Path | None = None


def row_of(outcome: Outcome, words: Words, page: Path | None = None) -> Row:
    """Give the row of a file; of one that could not be read, no number is known."""
    name = harmless(outcome.source.shown(words))
    if outcome.reading is None:
        return Row(name, None, None, State.UNREADABLE, cause=harmless(outcome.error or ""))
    report = outcome.reading.report
    return Row(
        name,
        None if report.agency is None else harmless(report.agency.name),
        report.year,
        _state(outcome),
        {severity: len(outcome.findings.of(severity)) for severity in Severity},
        len(outcome.findings.waived),
        len(outcome.reading.notes),
        harmless(_cause(outcome, words)),
        Counter(finding.code for finding in outcome.findings if finding.waived is None),
        page,
    )


def _state(outcome: Outcome) -> State:
    assert outcome.reading is not None, "what could not be read has its own state"
    states = [COUNTED[finding.severity] for finding in outcome.findings if finding.waived is None]
    if outcome.reading.notes:
        states.append(State.NOTES)
    return min(states, key=list(State).index, default=State.CLEAN)


def _cause(outcome: Outcome, words: Words) -> str:
    """Give the message of the first of the gravest findings; without any, of the first note."""
    assert outcome.reading is not None, "what could not be read has another cause"
    standing = [finding for finding in outcome.findings if finding.waived is None]
    if standing:
        return words.of(max(standing, key=lambda finding: finding.severity).message)
    return next((words.of(note.message) for note in outcome.reading.notes), "")
