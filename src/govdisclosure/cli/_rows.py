"""The rows of a summary: a row for each file, with its state, its findings by severity and their first cause."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
from attrs import field, frozen

from govdisclosure.cli._deliveries import Deliveries, Delivery
from govdisclosure.cli._streams import harmless
from govdisclosure.diagnosis import causes
from govdisclosure.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.cli._texts import Words


@enum.unique
class State(enum.StrEnum):
    """How it stands with a file, the gravest first."""

    MISSING = "missing"
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
        file: Name of the file; empty where there is none.
        agency: Name of the unit of the roster, or of the agency; None if it is not known.
        year: The year reported on; None if it is not known.
        state: How it stands.
        counts: How many findings there are, by severity; none of what could not be read.
        waived: How many findings are waived; None of what could not be read.
        notes: How many notes its reading has; the same.
        cause: The first of the gravest findings, or else the first note, or why it could not be read.
        codes: How many findings there are of each code, but those that are waived.
        page: Its web page; None if there is none.
        delivery: What the roster says of it, in words; empty without a roster.
        is_odd: Whether that is anything but that it was handed in.
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
    delivery: str = ""
    is_odd: bool = False

    @property
    def says_something(self) -> bool:
        """Whether there is anything to be said of it."""
        return self.is_odd or self.state is not State.CLEAN


def rows_of(
    outcomes: Sequence[Outcome], targets: Sequence[Path | None], deliveries: Deliveries | None, words: Words
) -> list[Row]:
    """Give the row of each file; with a roster, a row for each of its units, in its order, and the others below."""
    rows = [row_of(outcome, words, page) for outcome, page in zip(outcomes, targets, strict=True)]
    if deliveries is None:
        return rows
    places = {id(reading): place for place, reading in enumerate(deliveries.readings)}
    order = {unit: rank for rank, unit in enumerate(deliveries.roster)}
    ranked: list[tuple[int, Row]] = []
    for outcome, row in zip(outcomes, rows, strict=True):
        place = places.get(id(outcome.reading))
        # The report of the parent stands above all.
        if place is None:
            ranked.append((len(order) if outcome.reading is None else -1, row))
            continue
        unit = deliveries.units.get(place)
        rank, agency = (len(order), row.agency) if unit is None else (order[unit], harmless(deliveries.names[unit]))
        said, is_odd = harmless(deliveries.said_of(place, words)), bool(deliveries.of[place])
        ranked.append((rank, attrs.evolve(row, agency=agency, delivery=said, is_odd=is_odd)))
    for unit in deliveries.matches.missing:
        hint = harmless(deliveries.called_like(unit, words))
        said = words(f"delivery.{Delivery.MISSING}")
        missing = Row("", harmless(deliveries.names[unit]), None, State.MISSING, cause=hint, delivery=said, is_odd=True)
        ranked.append((order[unit], missing))
    return [row for _, row in sorted(ranked, key=itemgetter(0))]


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
    standing = causes(finding for finding in outcome.findings if finding.waived is None)
    if standing:
        return words.of(max(standing, key=lambda cause: cause.severity).message)
    return next((words.of(note.message) for note in outcome.reading.notes), "")
