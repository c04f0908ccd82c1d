"""
What became of a content, packed: as it comes from another process, and as a cache keeps it.

JSON in five lines: the report, the notes of its reading, the findings, the waivers that match none of them, and why
there is no report; ``null`` for what there is not. No pickle: what a process sends that reads files of strangers, and
what stands in a file that anybody may have changed, makes nothing but these values.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any, Final

import attrs

from govdisclosure.batch._failures import Failure
from govdisclosure.json import dumpb, findings_from_json, loads
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Note, Source
from govdisclosure.model.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.findings import Findings
    from govdisclosure.model.notes import Reading
    from govdisclosure.model.report import AnnualReport

REPORT, NOTES, FINDINGS, UNUSED, FAILURE = range(5)
"""Which line holds what."""
LINES: Final = 5
_NULL: Final = b"null"
_NOTHING: Final = b"[]"


def packed_reading(reading: Reading, findings: Findings) -> bytes:
    """Pack a reading with the findings of its report."""
    unused = [waiver.to_json() for waiver in findings.unused]
    lines = [_encoded(list(map(_note_to_json, reading.notes))), _encoded(findings.to_json()), _encoded(unused), _NULL]
    return b"\n".join([dumpb(reading.report), *lines])


def packed_failure(failure: Failure) -> bytes:
    """Pack why there is no report."""
    return b"\n".join([_NULL, _NOTHING, _NOTHING, _NOTHING, _encoded(failure.to_json())])


def is_whole(packed: bytes) -> bool:
    """Tell whether something has the lines of what was packed."""
    return packed.count(b"\n") == LINES - 1


def is_of_report(packed: bytes) -> bool:
    """Tell whether there is a report."""
    return not packed.startswith(_NULL)


def report_in(packed: bytes) -> AnnualReport | None:
    """Give the report."""
    line = _line(packed, REPORT)
    return None if line == _NULL else loads(line)


def notes_in(packed: bytes) -> tuple[Note, ...]:
    """Give the notes."""
    return tuple(map(_note, json.loads(_line(packed, NOTES))))


def findings_in(packed: bytes) -> Findings:
    """Give the findings, with the waivers that match none of them."""
    unused = json.loads(_line(packed, UNUSED))
    findings = findings_from_json(json.loads(_line(packed, FINDINGS)))
    return attrs.evolve(findings, unused=map(_waiver, unused))


def failure_in(packed: bytes) -> Failure | None:
    """Give why there is no report."""
    told = json.loads(_line(packed, FAILURE))
    if told is None:
        return None
    return Failure(told["code"], Message(**told["message"]), told["format"], tuple(told["paths"]))


def _line(packed: bytes, which: int) -> bytes:
    return packed.split(b"\n", LINES - 1)[which]


def _encoded(value: Sequence[object] | dict[str, Any]) -> bytes:
    # Text of a damaged document may hold halves of characters, which json reads as it writes them.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _note_to_json(note: Note) -> dict[str, Any]:
    # Not Note.to_json, which leaves out what a user needs not: the table of a workbook beside its sheet.
    source = None if note.source is None else attrs.asdict(note.source)
    return {**note.to_json(), "source": source}


def _note(told: dict[str, Any]) -> Note:
    source = told["source"]
    if source is not None:
        source = Source(**{**source, "letters": tuple(source["letters"])})
    return Note(told["code"], tuple(told["paths"]), Message(**told["message"]), told["raw"], source)


def _waiver(told: dict[str, Any]) -> Waiver:
    date = told["date"]
    return Waiver(**{**told, "date": None if date is None else dt.date.fromisoformat(date)})
