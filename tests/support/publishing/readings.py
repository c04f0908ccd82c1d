"""What a document of each layout, and of each kind of slips, is read as: one line a document."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import govdisclosure as gd
from support.publishing.layouts import LAYOUTS, publish
from support.publishing.scoring import compare
from support.publishing.slipped import SLIPPED, publish_slipped

if TYPE_CHECKING:
    from support.publishing.documents import Document

WRITTEN: Final = Path(__file__).parents[2] / "data" / "readings.txt"
# Of PDF, a document takes as long as all others together.
KINDS: Final = [*(layout.name for layout in LAYOUTS.values() if layout.format != "pdf"), *SLIPPED]
_SEED: Final = 1
_DIGITS: Final = 8


def document_of(kind: str) -> Document:
    """Publish the document of a layout, or of a kind of slips."""
    make = publish_slipped if kind in SLIPPED else publish
    (document,) = make(kind, [_SEED])
    return document


def line_of(kind: str) -> str:
    """Say how the document of a kind is read: its cells, its notes, and a digest of all that is read."""
    document = document_of(kind)
    try:
        reading = gd.parse(document.content)
    except gd.ReadError as error:
        return f"{kind}: refused, {error}"
    score = compare(document, reading)
    cells = f"right {score.right}, noted {score.noted}, needless {score.needless}, silently wrong {len(score.wrong)}"
    notes = Counter(note.code for note in reading.notes)
    counts = ", ".join(f"{code} {count}" for code, count in sorted(notes.items()))
    return f"{kind}: {cells}; {counts or 'no notes'}; {_digest(reading)}"


def _digest(reading: gd.Reading) -> str:
    """Give a few digits that are others once anything is read otherwise, be it what a note quotes."""
    notes = [(note.code, sorted(note.paths), note.raw) for note in reading.notes]
    return hashlib.sha256(repr((gd.dumps(reading.report), notes)).encode()).hexdigest()[:_DIGITS]
