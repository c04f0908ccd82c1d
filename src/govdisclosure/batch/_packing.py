"""
What became of a content, packed: as it comes from another process, and as a cache keeps it.

JSON in six lines: the report, the notes of its reading, where its rows stand, the findings, the waivers that match
none of them, and why there is no report; ``null`` for what there is not. No pickle: what a process sends that reads
files of strangers, and what stands in a file that anybody may have changed, makes nothing but these values.
"""

from __future__ import annotations

import datetime as dt
import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

import attrs

from govdisclosure.batch._failures import Failure
from govdisclosure.json import dumpb, findings_from_json, loads
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Note, RowPlace, Source
from govdisclosure.model.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.model.findings import Findings
    from govdisclosure.model.notes import Reading
    from govdisclosure.model.report import AnnualReport

REPORT, NOTES, ROWS, FINDINGS, UNUSED, FAILURE = range(6)
"""Which line holds what."""
LINES: Final = 6
_OF_SOURCE: Final = tuple(each.name for each in attrs.fields(Source))
_VALUES: Final = attrgetter(*_OF_SOURCE)
_NULL: Final = b"null"
_NOTHING: Final = b"[]"


def packed_reading(reading: Reading, findings: Findings) -> bytes:
    """Pack a reading with the findings of its report."""
    unused = [waiver.to_json() for waiver in findings.unused]
    notes, rows = list(map(_note_to_json, reading.notes)), list(map(_row_to_json, reading.rows))
    lines = [_encoded(notes), _encoded(rows), _encoded(findings.to_json()), _encoded(unused), _NULL]
    return b"\n".join([dumpb(reading.report), *lines])


def packed_failure(failure: Failure) -> bytes:
    """Pack why there is no report."""
    return b"\n".join([_NULL, _NOTHING, _NOTHING, _NOTHING, _NOTHING, _encoded(failure.to_json())])


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


def rows_in(packed: bytes) -> tuple[RowPlace, ...]:
    """Give where the rows of figures stand."""
    return tuple(_row(told) for told in json.loads(_line(packed, ROWS)))


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
    return {**note.to_json(), "source": None if note.source is None else _source_to_json(note.source)}


def _note(told: dict[str, Any]) -> Note:
    source = told["source"]
    return Note(
        told["code"],
        tuple(told["paths"]),
        Message(**told["message"]),
        told["raw"],
        None if source is None else _source(source),
    )


def _source_to_json(source: Source) -> dict[str, Any]:
    return {name: value for name, value in zip(_OF_SOURCE, _VALUES(source), strict=True) if value not in {None, ()}}


def _source(told: dict[str, Any]) -> Source:
    return Source(**{**told, "letters": tuple(told.get("letters", ()))})


def _row_to_json(row: RowPlace) -> list[object]:
    return [row.section, row.number, _source_to_json(row.source), row.columns]


def _row(told: list[Any]) -> RowPlace:
    section, number, source, columns = told
    return RowPlace(section, number, _source(source), tuple(columns))


def _waiver(told: dict[str, Any]) -> Waiver:
    date = told["date"]
    return Waiver(**{**told, "date": None if date is None else dt.date.fromisoformat(date)})
