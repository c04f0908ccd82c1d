"""How a published document was read, against the truth."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from attrs import frozen

import govdisclosure as gd
from govdisclosure.formats._registry import FORMATS
from govdisclosure.vocabulary.fold import key, without_pinyin
from support.outcome import Outcome, Plain, figures_of, metadata_of, outcome_of, outcome_of_reading
from support.publishing.reports import can_hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.publishing.documents import Document

_MISSING: Final = "missing"


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
        needless: How many of these are read right although nothing of the document is in doubt about them.
        wrong: What was read silently wrong, in words.
        unsaid: Figures that were printed and stand neither in their cell nor in what a note quotes.
        refused: Why the document was refused, if it was.
        crash: The traceback, if the reader crashed.
        sound: Whether the identities of the published report can hold; no placement is sure where they cannot.
    """

    layout: str
    seed: int
    figures: int
    right: int = 0
    flagged: int = 0
    needless: int = 0
    wrong: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    refused: str | None = None
    crash: str | None = None
    sound: bool = True

    @property
    def noted(self) -> int:
        """How many a note names with good reason."""
        return self.flagged - self.needless


def has_reader(name: str) -> bool:
    """Tell whether the reader of a format is there."""
    reader = FORMATS[name].reader
    try:
        return reader is None or reader() is not None
    except (ImportError, gd.MissingDependency):
        return False


def score(document: Document) -> Score:
    """Read a document and compare."""
    return judge(document, outcome_of(document.content))


def compare(document: Document, reading: gd.Reading) -> Score:
    """Compare a reading with the published report."""
    return judge(document, outcome_of_reading(reading))


def judge(document: Document, outcome: Outcome) -> Score:
    """
    Compare what a reader made of a document with the published report.

    A figure is right if it is the true one and no note names it; flagged if a note names it or its section, be it right
    or not; silently wrong if it differs from the true one, or cannot have been told, and no note names it.
    """
    truth, read = figures_of(document.truth), outcome.figures
    if outcome.refused is not None or outcome.crash is not None:
        refused, crash = outcome.refused, outcome.crash
        return Score(document.layout, document.seed, len(truth), refused=refused, crash=crash)
    noted = outcome.noted
    sections = {path for path in noted if "." not in path}
    flagged = {path for path in truth if path in noted or path.partition(".")[0] in sections}
    silent = [path for path in truth if path not in flagged]
    wrong = [
        f"{path}: true {truth[path]!r}, read {read.get(path, _MISSING)!r}"
        for path in silent
        if read.get(path, _MISSING) != truth[path] or path in document.damaged
    ]
    needless = [
        path for path in flagged - document.damaged - document.doubtful if read.get(path, _MISSING) == truth[path]
    ]
    right = len(silent) - len(wrong)
    invented = [path for path, value in read.items() if path not in truth and value is not None and path not in noted]
    wrong += [f"{path}: no such figure, read {read[path]!r}" for path in invented]
    wrong += _wrong_metadata(document.truth, outcome)
    return Score(
        document.layout,
        document.seed,
        len(truth),
        right,
        len(flagged),
        len(needless),
        tuple(wrong),
        tuple(_unsaid(document, outcome, truth)),
        sound=can_hold(document.truth),
    )


def _unsaid(document: Document, outcome: Outcome, truth: dict[str, Plain]) -> Iterator[str]:
    """Give the whole figures that are in no cell, though printed, and that no note or text quotes."""
    quoted = unicodedata.normalize("NFKC", "\n".join(outcome.raw)).replace(",", "")
    numbers = frozenset(re.findall("[0-9]+", quoted))
    yield from (figure for figure in document.beside if figure not in numbers)
    for path, value in truth.items():
        whole = isinstance(value, int) and value != 0 and path not in document.damaged
        if whole and outcome.figures.get(path) != value and str(value).lstrip("-") not in numbers:
            yield f"{path}: {value}"


def _wrong_metadata(report: gd.AnnualReport, outcome: Outcome) -> list[str]:
    """Say what is silently wrong about year, agency, period and day of publication; what is left out is not wrong."""
    truth, read = metadata_of(report), outcome.metadata
    wrong = []
    for name in ("year", "agency", "period", "published"):
        left_out = name not in read and name != "year"
        if not left_out and _folded(truth.get(name)) != _folded(read.get(name)) and name not in outcome.noted:
            wrong.append(f"{name}: true {truth.get(name)}, read {read.get(name)}")
    return wrong


def _folded(value: str | None) -> str | None:
    return None if value is None else key(without_pinyin(value))
