"""Reading a data set back: from a folder, or from Arrow tables."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.dataset._csv import ENCODING, read_rows
from govdisclosure.dataset._fact import Fact, ReportRow
from govdisclosure.dataset._rebuild import CODE, rebuilt
from govdisclosure.errors import ReadError, UsageError

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator

    from govdisclosure.model.report import AnnualReport

_CSV: Final = ("facts.csv", "reports.csv")
_DAMAGE: Final = (
    csv.Error,
    ArithmeticError,
    KeyError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the libraries end in where a file is damaged."""


def read(folder: str | os.PathLike[str]) -> Iterator[AnnualReport]:
    """
    Give the reports of a data set back, as ``rebuild`` does, each as it is asked for.

    Args:
        folder: A folder that ``write`` wrote; of Parquet, reports come in the order of years.

    Raises:
        UsageError: If it is no folder of a data set.
        MissingDependency: If it is Parquet and pyarrow is not installed: the extra ``arrow``.
        ReadError: If a file is damaged, or the tables contradict each other.
        OSError: If a file cannot be read.
    """
    path = Path(folder)
    if all((path / name).is_file() for name in _CSV):
        return _reading("csv", _from_csv, path)
    if (path / "facts").is_dir() and (path / "reports").is_dir():
        from govdisclosure.dataset import _parquet  # noqa: PLC0415 - only when used

        return _reading("parquet", _parquet.read_folder, path)
    raise UsageError(f"{str(path)!r} is no folder of a data set")


def from_arrow(facts: Any, reports: Any) -> Iterator[AnnualReport]:  # noqa: ANN401 - of whatever library
    """
    Give reports back from Arrow tables, as ``rebuild`` does.

    Args:
        facts: The facts, as anything that Arrow can stream: a table of pyarrow or Polars, a result of DuckDB.
        reports: The rows of the reports, in the same order.

    Raises:
        MissingDependency: If pyarrow is not installed: the extra ``arrow``.
        ReadError: If columns are missing, or the tables contradict each other.
    """
    from govdisclosure.dataset import _arrow  # noqa: PLC0415 - only when used

    return _reading("arrow", lambda _: rebuilt(_arrow.figures(facts), _arrow.report_rows(reports)), None)


def _from_csv(folder: Path) -> Iterator[AnnualReport]:
    with (
        (folder / "facts.csv").open(encoding=ENCODING, newline="") as facts,
        (folder / "reports.csv").open(encoding=ENCODING, newline="") as reports,
    ):
        yield from rebuilt(read_rows(Fact, facts), read_rows(ReportRow, reports))


def _reading(form: str, read_from: Callable[[Any], Iterator[AnnualReport]], source: object) -> Iterator[AnnualReport]:
    """Read, and let whatever a damaged file ends in be one error."""
    try:
        yield from read_from(source)
    except ReadError as error:
        raise ReadError(error.reason, code=error.code, zh=error.zh, format=form) from error
    except _DAMAGE as error:
        # A file that may not be read, by the system; what Arrow cannot read has no number.
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise ReadError(
            f"the data set is damaged: {error}", code=CODE, zh=f"数据集已损坏：{error}", format=form
        ) from error
