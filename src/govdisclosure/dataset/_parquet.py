"""The two tables as Parquet: one file of facts, or folders by year, written and read as streams."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, Self

from attrs import define, field

from govdisclosure.dataset._arrow import AT_A_TIME, batch, figures, in_batches, report_rows, schema
from govdisclosure.dataset._fact import Fact
from govdisclosure.dataset._package import TABLES
from govdisclosure.dataset._rebuild import Figure, rebuilt
from govdisclosure.dataset._records import Record
from govdisclosure.errors import MissingDependency
from govdisclosure.model.report import MAX_YEAR

try:
    import pyarrow.parquet as pq
except ImportError as error:
    raise MissingDependency("arrow", "Arrow and Parquet") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.model.report import AnnualReport

_NO_YEAR: Final = "no-year"
"""The folder of what has no year."""

_COMPRESSION: Final = "zstd"
_MOST_OPEN: Final = 32
"""Years whose files are open at a time; reports are on some ten, and a process may open a thousand files."""

_MOST_WAITING: Final = 4_000
"""Reports that wait for others on their year: some 20 megabytes."""

_PART: Final = re.compile(r"part-([0-9]{1,9})\.parquet")
_AFTER_ALL: Final = MAX_YEAR + 1
"""No year, in the order of years."""

_OF_YEAR: Final = re.compile(rf"([0-9]{{1,4}})|{_NO_YEAR}")


# A byte that is changed on a disk or on the way would else be another figure.
file_of: Final = partial(pq.ParquetFile, page_checksum_verification=True)
writer_of: Final = partial(pq.ParquetWriter, compression=_COMPRESSION, write_page_checksum=True)


def write_facts(records: Iterable[Record], target: Path | IO[bytes]) -> None:
    """Write the facts into one file."""
    with writer_of(target, schema(Fact)) as writer:
        for some in in_batches(records):
            writer.write_batch(batch(Fact, some))


def write_folder(records: Iterable[Record], folder: Path) -> dict[str, list[str]]:
    """
    Write both tables, a folder for each year: ``facts/2024/part-0.parquet``.

    Each file has all columns, year included. Were it in the name of the folder alone (``year=2024``), pandas could not
    read the table as soon as one report had no year.

    Returns:
        The files of each table, relative to the folder, in the order in which they are read.
    """
    with _Partitions(folder) as partitions:
        for record in records:
            partitions.add(record)
        partitions.finish()
    return {table: [path.relative_to(folder).as_posix() for path in files_of(folder / table)] for table in TABLES}


def read_folder(folder: Path) -> Iterator[AnnualReport]:
    """
    Give the reports of a folder back, part by part.

    Raises:
        ValueError: If there is a part of one table only, or a file is damaged.
    """
    for facts, reports in zip(files_of(folder / "facts"), files_of(folder / "reports"), strict=True):
        if facts.parts[-2:] != reports.parts[-2:]:
            raise ValueError(f"{facts} and {reports} are no pair")
        with file_of(facts) as of_facts, file_of(reports) as of_rows:
            needed = of_facts.iter_batches(columns=[*Figure._fields])
            yield from rebuilt(figures(needed), report_rows(of_rows.iter_batches()))


def files_of(table: Path) -> list[Path]:
    """Give the files of a table, in the order of years and parts; what has no year comes last."""
    there: list[tuple[int, int, Path]] = []
    for path in table.glob("*/*.parquet"):
        of_year, part = _OF_YEAR.fullmatch(path.parent.name), _PART.fullmatch(path.name)
        if of_year is not None and part is not None:
            there.append((int(of_year[1] or _AFTER_ALL), int(part[1]), path))
    return [path for *_, path in sorted(there)]


@define
class _Partitions:
    """
    The files of all years, as they are written.

    Args:
        folder: Where the tables are.
        waiting: The reports that wait for others on their year.
        open: The writers of both tables of a year, the ones used last at the end.
        parts: How many parts of each year there are.
    """

    folder: Path
    waiting: defaultdict[int | None, list[Record]] = field(factory=lambda: defaultdict(list))
    open: dict[int | None, dict[str, Any]] = field(factory=dict)
    parts: Counter[int | None] = field(factory=Counter)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for year in [*self.open]:
            self._close(year)

    def add(self, record: Record) -> None:
        """Take a report."""
        year = record.row.year
        self.waiting[year].append(record)
        if len(self.waiting[year]) == AT_A_TIME:
            self._write(year)
        elif sum(map(len, self.waiting.values())) == _MOST_WAITING:
            self._write(max(self.waiting, key=lambda each: len(self.waiting[each])))

    def finish(self) -> None:
        """Write what waits; of no reports at all, tables without rows."""
        if not self.parts and not self.waiting:
            self.waiting[None] = []
        for year in [*self.waiting]:
            self._write(year)

    def _write(self, year: int | None) -> None:
        records = self.waiting.pop(year)
        for table, writer in self._writers(year).items():
            writer.write_batch(batch(TABLES[table], records))

    def _writers(self, year: int | None) -> dict[str, Any]:
        if year not in self.open:
            if len(self.open) == _MOST_OPEN:
                self._close(next(iter(self.open)))
            self.open[year] = {table: self._writer(table, cls, year) for table, cls in TABLES.items()}
            self.parts[year] += 1
        self.open[year] = self.open.pop(year)
        return self.open[year]

    def _writer(self, table: str, cls: type, year: int | None) -> Any:  # noqa: ANN401 - pyarrow has no types
        folder = self.folder / table / (_NO_YEAR if year is None else str(year))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"part-{self.parts[year]}.parquet"
        return writer_of(path, schema(cls))

    def _close(self, year: int | None) -> None:
        for writer in self.open.pop(year).values():
            writer.close()
