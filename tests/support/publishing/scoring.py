"""How a published document was read, against the truth."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Final

from attrs import frozen

import govdisclosure as gd
from govdisclosure.formats._registry import FORMATS
from govdisclosure.vocabulary.fold import key, without_pinyin
from support.publishing.reports import can_hold, figures

if TYPE_CHECKING:
    from support.publishing.documents import Document

_MISSING: Final = "missing"
_READERS: Final = "govdisclosure.formats."


@frozen
class Score:
    """
    How one document was read.

    Args:
        layout: Its layout.
        seed: Its seed.
        figures: How many cells the published report has.
        right: How many were read right and are in no note.
        flagged: How many a note names.
        wrong: What was read silently wrong, in words.
        refused: Why the document was refused, if it was.
        crash: The traceback, if the reader crashed.
        sound: Whether the identities of the published report can hold; no placement is sure where they cannot.
    """

    layout: str
    seed: int
    figures: int
    right: int = 0
    flagged: int = 0
    wrong: tuple[str, ...] = ()
    refused: str | None = None
    crash: str | None = None
    sound: bool = True


def has_reader(name: str) -> bool:
    """Tell whether the reader of a format is there."""
    reader = FORMATS[name].reader
    try:
        return reader is None or reader() is not None
    except (ImportError, gd.MissingDependency):
        return False


def score(document: Document) -> Score:
    """Read a document and compare."""
    count = len(figures(document.truth))
    try:
        reading = gd.parse(document.content)
    except gd.ReadError as error:
        return Score(document.layout, document.seed, count, refused=str(error))
    except Exception:  # noqa: BLE001 - whatever leaves a reader is what is looked for
        return Score(document.layout, document.seed, count, crash=traceback.format_exc())
    return compare(document, reading)


def compare(document: Document, reading: gd.Reading) -> Score:
    """
    Compare a reading with the published report.

    A figure is right if it is the true one and no note names it; flagged if a note names it or its section, be it right
    or not; silently wrong if it differs from the true one, or cannot have been told, and no note names it.
    """
    truth, read = figures(document.truth), figures(reading.report)
    noted = {path for note in reading.notes for path in note.paths}
    sections = {path for path in noted if "." not in path}
    flagged = {path for path in truth if path in noted or path.partition(".")[0] in sections}
    silent = [path for path in truth if path not in flagged]
    wrong = [
        f"{path}: true {truth[path]!r}, read {read.get(path, _MISSING)!r}"
        for path in silent
        if read.get(path, _MISSING) != truth[path] or path in document.damaged
    ]
    right = len(silent) - len(wrong)
    invented = [path for path, value in read.items() if path not in truth and value is not None and path not in noted]
    wrong += [f"{path}: no such figure, read {read[path]!r}" for path in invented]
    wrong += _wrong_metadata(document.truth, reading)
    sound = can_hold(document.truth)
    return Score(document.layout, document.seed, len(truth), right, len(flagged), tuple(wrong), sound=sound)


def _wrong_metadata(truth: gd.AnnualReport, reading: gd.Reading) -> list[str]:
    """Say what is silently wrong about year, agency, period and day of publication; what is left out is not wrong."""
    noted = {path for note in reading.notes for path in note.paths}
    read = reading.report
    found = []
    if read.year != truth.year and "year" not in noted:
        found.append(f"year: true {truth.year}, read {read.year}")
    if read.agency is not None and _name(read) != _name(truth) and "agency" not in noted:
        found.append(f"agency: true {truth.agency}, read {read.agency}")
    if read.period is not None and read.period != truth.period and "period" not in noted:
        found.append(f"period: true {truth.period}, read {read.period}")
    if read.published is not None and read.published != truth.published and "published" not in noted:
        found.append(f"published: true {truth.published}, read {read.published}")
    return found


def _name(report: gd.AnnualReport) -> str | None:
    return None if report.agency is None else key(without_pinyin(report.agency.name))
