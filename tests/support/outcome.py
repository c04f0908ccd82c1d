"""
What a reader makes of a document, in plain values, so that readers of two trees can be compared.

As a program (``python -m support.outcome``) it reads the documents that come in and answers each with its outcome.
"""

from __future__ import annotations

import pickle
import sys
import traceback
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import asdict, field, frozen

import govdisclosure as gd

if TYPE_CHECKING:
    from typing import IO

    from govdisclosure.model.values import CellValue

Plain: TypeAlias = "int | str | None"
_SIZE: Final = 8


@frozen
class Outcome:
    """
    What a reader made of a document.

    Args:
        figures: The plain value of each cell by its path.
        metadata: Year, agency, period and day of publication, those that were read.
        noted: The paths that notes name.
        codes: The codes of the notes.
        raw: What the notes quote, and the text beside the tables.
        refused: Why the document was refused, if it was.
        crash: The traceback, if the reader crashed.
    """

    figures: dict[str, Plain] = field(factory=dict)
    metadata: dict[str, str] = field(factory=dict)
    noted: frozenset[str] = frozenset()
    codes: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    refused: str | None = None
    crash: str | None = None


def plain(value: CellValue) -> Plain:
    """Give a figure as a plain value: equal ones are equal, however many noughts an amount ends in."""
    if value is gd.NA:
        return "/"
    if isinstance(value, gd.Amount):
        return f"{_plain_decimal(value.value)} {value.unit or ''}"
    return _plain_decimal(value) if isinstance(value, Decimal) else value


def _plain_decimal(value: Decimal) -> str:
    return f"{value.normalize():f}"


def figures_of(report: gd.AnnualReport) -> dict[str, Plain]:
    """Give the plain value of every cell of a report by its path."""
    return {cell.path: plain(cell.value) for cell in gd.cells(report)}


def metadata_of(report: gd.AnnualReport) -> dict[str, str]:
    """Give year, agency, period and day of publication of a report as texts, those that it has."""
    values = {
        "year": report.year,
        "agency": report.agency and report.agency.name,
        "period": report.period and (report.period.start, report.period.end),
        "published": report.published,
    }
    return {name: str(value) for name, value in values.items() if value is not None}


def _beside(report: gd.AnnualReport) -> list[str]:
    """Give the lines of text that stand beside the tables of a report."""
    tables = (report.proactive_disclosure, report.requests, report.review_and_litigation)
    return [line for table in tables if table is not None for line in table.notes]


def outcome_of_reading(reading: gd.Reading) -> Outcome:
    """Give what was read."""
    notes = reading.notes
    return Outcome(
        figures_of(reading.report),
        metadata_of(reading.report),
        frozenset(path for note in notes for path in note.paths),
        tuple(note.code for note in notes),
        (*(note.raw for note in notes if note.raw is not None), *_beside(reading.report)),
    )


def outcome_of(content: str | bytes) -> Outcome:
    """Read a document."""
    try:
        return outcome_of_reading(gd.parse(content))
    except gd.ReadError as error:
        return Outcome(refused=str(error))
    except Exception:  # noqa: BLE001 - whatever leaves a reader is what is looked for
        return Outcome(crash=traceback.format_exc())


def send(stream: IO[bytes], value: object) -> None:
    """Write a value behind its length; both ends are our own."""
    data = pickle.dumps(value)
    stream.write(len(data).to_bytes(_SIZE, "big") + data)
    stream.flush()


def received(stream: IO[bytes]) -> object:
    """Read a value that was sent; None at the end."""
    size = stream.read(_SIZE)
    return pickle.loads(stream.read(int.from_bytes(size, "big"))) if size else None  # noqa: S301 - our own other end


def serve() -> None:
    """Answer each document that comes in with its outcome."""
    while (content := received(sys.stdin.buffer)) is not None:
        assert isinstance(content, (str, bytes))
        send(sys.stdout.buffer, asdict(outcome_of(content)))


if __name__ == "__main__":
    serve()
