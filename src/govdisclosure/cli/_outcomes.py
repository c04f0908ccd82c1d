"""What ``check`` shows to people: a heading and tables for each file, and a line over all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from govdisclosure.cli._console import console, prose, text
from govdisclosure.diagnosis import causes
from govdisclosure.model.findings import Severity
from govdisclosure.model.naming import SEVERITIES, name_of, places_in
from govdisclosure.model.report import SECTIONS
from govdisclosure.vocabulary.bodies import name_of_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.cli._texts import Words
    from govdisclosure.diagnosis import Cause
    from govdisclosure.model.findings import Finding
    from govdisclosure.model.notes import Note, Reading, Source
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.waivers import Waiver

_LISTED: Final = 2
_MANY, _FIRST = 10, 5
"""Of more findings with the same code, the first are shown, and the number of the others."""

_SECTIONS: Final = frozenset(SECTIONS)
STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


def print_outcome(outcome: Outcome, words: Words) -> None:
    """Print an outcome."""
    screen = console()
    for part in _shown(outcome, words):
        screen.print(part)
    screen.print()


def print_remarks(remarks: Iterable[str], *, stderr: bool) -> None:
    """Print remarks on the files of a call, a line each."""
    screen = console(stderr=stderr)
    for remark in remarks:
        screen.print(text(remark, "yellow"), soft_wrap=True)


def print_unused(waivers: Iterable[tuple[Path | None, Waiver]], words: Words, *, stderr: bool) -> None:
    """Print the waivers that match nothing, a line each, with the files that they stand in."""
    screen = console(stderr=stderr)
    for file, waiver in waivers:
        shown = words("unused", waiver=_named(waiver, words), reason=waiver.reason)
        screen.print(text(words("named", name=file, reason=shown), "yellow"), soft_wrap=True)


def _named(waiver: Waiver, words: Words) -> str:
    place = words("list-separator").join(part for part in (waiver.path, waiver.file) if part is not None)
    return waiver.code + (words("in-place", place=place) if place else "")


def print_total(total: str) -> None:
    """Print what there is in all files together."""
    console().print(prose(total, "bold"))


def _shown(outcome: Outcome, words: Words) -> Iterator[Text | Table]:
    name = text(outcome.source.shown(words), "bold")
    if outcome.reading is None:
        yield name
        yield prose(outcome.source.unread(outcome.error, words), "red")
        return
    report = outcome.reading.report
    yield name.append(Text("  ")).append(text(heading(report, words), "not bold"))
    if outcome.findings:
        yield findings_table(outcome.findings, report, words)
    else:
        yield Text(words("clean"), "green")
    if outcome.reading.notes:
        yield Text()
        yield _notes(outcome.reading, words)


def heading(report: AnnualReport, words: Words) -> str:
    """Say whose report it is, and on which year."""
    agency = name_of_body(report.agency) or words("no-agency")
    year = words("no-year") if report.year is None else words("year", year=report.year)
    return f"{agency} {year}"


def _table(*titles: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim")
    *narrow, wide = titles
    for title in narrow:
        table.add_column(title, no_wrap=True)
    table.add_column(wide, overflow="fold")
    return table


def findings_table(findings: Iterable[Finding], report: AnnualReport, words: Words) -> Table:
    """List findings, those of one cause as one: severity, code, message and place."""
    table = _table(words("severity"), words("code"), words("finding"))
    for cause, alike in _abridged(causes(findings)):
        if alike:
            table.add_row("", text("\n".join(cause.codes)), words("more", n=alike))
            continue
        style = "dim" if cause.findings[0].waived is not None else STYLES[cause.severity]
        severity = Text(words.of(SEVERITIES[cause.severity]), style)
        codes = Text("\n").join(map(text, cause.codes))
        table.add_row(severity, codes, _caused(cause, report, words), style=style if style == "dim" else "")
    return table


def _abridged(listed: Sequence[Cause]) -> Iterator[tuple[Cause, int]]:
    """Yield each cause with nought; of many with the same codes, the first, and then one with the number of others."""
    of_codes = Counter(cause.codes for cause in listed)
    seen: Counter[tuple[str, ...]] = Counter()
    for cause in listed:
        seen[cause.codes] += 1
        # A county that has forgotten a town has a finding for each cell of three tables.
        beyond = seen[cause.codes] - _FIRST if of_codes[cause.codes] > _MANY else 0
        if beyond <= 1:
            yield cause, of_codes[cause.codes] - _FIRST if beyond == 1 else 0


def _caused(cause: Cause, report: AnnualReport, words: Words) -> Text:
    """Give the message of a finding; of several with one cause, what heals them, and of each what it says."""
    if len(cause.findings) == 1:
        return _said(cause.findings[0], report, words)
    shown = prose(words.of(cause.message))
    for finding in cause.findings:
        names = places(finding.paths, report, words)
        sides = words("sides", left=finding.expected, right=finding.actual)
        line = words("named", name=_joined(names, len(finding.paths), words), reason=sides)
        shown.append(Text("\n")).append(text(line, "dim"))
    return shown


def _said(finding: Finding, report: AnnualReport, words: Words) -> Text:
    """Give the message, what it does not say of the place, and why the finding is waived."""
    said = words.of(finding.message)
    shown = prose(said)
    names = places(finding.paths, report, words)
    # A message that names its cells needs no list of them.
    if any(name not in said for name in names):
        shown.append(Text("\n")).append(text(_joined(names, len(finding.paths), words), "dim"))
    if finding.waived is not None:
        shown.append(Text("\n")).append(text(_reason(finding.waived, words), "not dim"))
    return shown


def _reason(waiver: Waiver, words: Words) -> str:
    date = "" if waiver.date is None else words("in-place", place=waiver.date)
    return words("reason", reason=waiver.reason, date=date)


def places(paths: tuple[str, ...], report: AnnualReport, words: Words) -> list[str]:
    """Name the cell, or two of them; of more, the first. Sections are few, and all named."""
    named = paths if len(paths) <= _LISTED or _SECTIONS.issuperset(paths) else paths[:1]
    return [name_of(report, path, words.language) for path in named]


def _joined(names: list[str], n: int, words: Words) -> str:
    listed = words("list-separator").join(names)
    return words("cells", names=listed, n=n) if n > len(names) else listed


def _notes(reading: Reading, words: Words) -> Table:
    table = _table(words("code"), words("place"), words("note"))
    for note in reading.notes:
        table.add_row(text(note.code), position(note.source, words), prose(words.of(note.message)))
    return table


def position(source: Source | None, words: Words) -> str:
    """Say where in a source something stands; nothing where that is not known."""
    return " ".join(place.of(words.language) for place in places_in(source))


def note_line(note: Note, words: Words) -> str:
    """Give a note as one line."""
    place = position(note.source, words)
    where = words("in-place", place=place) if place else ""
    return words("reading-note", code=note.code, place=where, message=words.of(note.message))
