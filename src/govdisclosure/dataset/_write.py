"""Writing a data set: a folder with both tables and their descriptor, or a file of facts alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from attrs import define, frozen

from govdisclosure.dataset import _target
from govdisclosure.dataset._csv import CSVWriter
from govdisclosure.dataset._fact import Fact, ReportRow
from govdisclosure.dataset._facts import facts_of
from govdisclosure.dataset._package import DESCRIPTOR, FORMS, descriptor
from govdisclosure.dataset._records import Record, records
from govdisclosure.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.dataset._package import Form
    from govdisclosure.dataset._records import Reported


@frozen
class Written:
    """
    What was written.

    Args:
        reports: How many reports.
        facts: How many facts.
        unread: How many sources that could not be read: rows of the table of reports without facts.
    """

    reports: int
    facts: int
    unread: int


def write(
    reports: Reported | Iterable[Reported],
    target: str | os.PathLike[str] | IO[bytes],
    *,
    format: Form | None = None,  # noqa: A002 - the word of the public face
    overwrite: bool = False,
) -> Written:
    """
    Write the facts of reports, in memory that does not grow with their number.

    A folder gets both tables and ``datapackage.json``: as Parquet in a folder for each year, such as
    ``facts/2024/part-0.parquet``, or as ``facts.csv`` and ``reports.csv``. A file, by its suffix ``.csv`` or
    ``.parquet``, gets the facts alone. What is written is there in whole or not at all.

    In CSV, text that a spreadsheet would take for a formula has ``'`` before it, as has text that begins with ``'``,
    and empty text; a null is an empty cell.

    Args:
        reports: As of ``facts``.
        target: Path of the folder or the file; or a binary file, which gets the facts.
        format: ``"parquet"`` or ``"csv"``; by default told by the suffix, else Parquet for a folder, and CSV.
        overwrite: Whether a file, or a folder that holds a data set and nothing else, is written over.

    Returns:
        How much was written.

    Raises:
        FileExistsError: If there is one, and it is not to be overwritten.
        UsageError: If the folder holds something else, or the format is unknown or not that of the suffix.
        MissingDependency: If pyarrow is needed and not installed: the extra ``arrow``.
        OSError: If it cannot be written.
        TypeError: If something is no report, reading or outcome.
    """
    counted = _Counted(records(reports))
    if format is not None and format not in FORMS:
        raise UsageError(f"no format {format!r} is written; known are {', '.join(FORMS)}")
    if not isinstance(target, (str, os.PathLike)):
        _write_facts(counted, target, format or "csv")
        return counted.written
    path = Path(target)
    by_suffix = _target.form_of_file(path)
    if by_suffix is not None and format not in {None, by_suffix}:
        raise UsageError(f"{path.name!r} is {by_suffix}, not {format}")
    _target.require_free(path, overwrite=overwrite)
    with _target.replacing(path) as made:
        if by_suffix is None and not _target.is_device(path):
            made.mkdir()
            _write_folder(counted, made, format or "parquet")
        else:
            with made.open("wb") as file:
                _write_facts(counted, file, by_suffix or format or "csv")
    return counted.written


@define
class _Counted:
    """Records, counted as they go by."""

    given: Iterator[Record]
    written: Written = Written(0, 0, 0)

    def __iter__(self) -> Iterator[Record]:
        for record in self.given:
            facts = sum(len(table.values) for table in record.tables)
            is_unread = record.row.error is not None
            self.written = Written(
                self.written.reports + (not is_unread), self.written.facts + facts, self.written.unread + is_unread
            )
            yield record


def _write_facts(given: Iterable[Record], file: IO[bytes], form: Form) -> None:
    if form == "parquet":
        from govdisclosure.dataset import _parquet  # noqa: PLC0415 - only when used

        _parquet.write_facts(given, file)
        return
    writer = CSVWriter(Fact, file)
    for record in given:
        writer.write(facts_of(record))


def _write_folder(given: Iterable[Record], folder: Path, form: Form) -> None:
    if form == "parquet":
        from govdisclosure.dataset import _parquet  # noqa: PLC0415 - only when used

        paths = _parquet.write_folder(given, folder)
    else:
        paths = _write_csv(given, folder)
    (folder / DESCRIPTOR).write_text(descriptor(paths, form), encoding="utf-8")


def _write_csv(given: Iterable[Record], folder: Path) -> dict[str, list[str]]:
    with (folder / "facts.csv").open("xb") as facts, (folder / "reports.csv").open("xb") as reports:
        of_facts, of_reports = CSVWriter(Fact, facts), CSVWriter(ReportRow, reports)
        for record in given:
            of_facts.write(facts_of(record))
            of_reports.write([record.row])
    return {"facts": ["facts.csv"], "reports": ["reports.csv"]}
