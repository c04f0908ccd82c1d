"""What a document of each layout and each kind of slips, and some more, are read as: one line a document."""

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
# Each is read otherwise without a condition of the reader that no other document needs.
FURTHER: Final = [
    ("text-two-styles-each", 1270),
    ("text-two-styles-each", 1334),
    ("text-two-styles-each", 1341),
    ("text-two-styles-each", 1360),
    ("text-two-styles-each", 1493),
    ("text-two-styles-each", 5041),
    ("text-bare-spacers", 5000),
]
_SEED: Final = 1
DOCUMENTS: Final = [*((kind, _SEED) for kind in KINDS), *FURTHER]
_DIGITS: Final = 8


def document_of(kind: str, seed: int) -> Document:
    """Publish a document of a layout, or of a kind of slips."""
    make = publish_slipped if kind in SLIPPED else publish
    (document,) = make(kind, [seed])
    return document


def line_of(kind: str, seed: int) -> str:
    """Say how a document is read: its cells, its notes, and a digest of all that is read."""
    document = document_of(kind, seed)
    name = kind if seed == _SEED else f"{kind}:{seed}"
    try:
        reading = gd.parse(document.content)
    except gd.ReadError as error:
        return f"{name}: refused, {error}"
    score = compare(document, reading)
    cells = f"right {score.right}, noted {score.noted}, needless {score.needless}, silently wrong {len(score.wrong)}"
    notes = Counter(note.code for note in reading.notes)
    counts = ", ".join(f"{code} {count}" for code, count in sorted(notes.items()))
    return f"{name}: {cells}; {counts or 'no notes'}; {_digest(reading)}"


def _digest(reading: gd.Reading) -> str:
    """Give a few digits that are others once anything is read otherwise, be it what a note quotes."""
    notes = [(note.code, sorted(note.paths), note.raw) for note in reading.notes]
    return hashlib.sha256(repr((gd.dumps(reading.report), notes)).encode()).hexdigest()[:_DIGITS]
