"""``check --summary``: a row for each file, as CSV, as an Excel workbook, and as a table on the terminal."""

from __future__ import annotations

import csv
import importlib
import io
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from rich import box
from rich.table import Table

from govdisclosure import formats
from govdisclosure.cli._console import console, text
from govdisclosure.cli._files import STANDARD
from govdisclosure.cli._options import Failure, unwritable
from govdisclosure.cli._outcomes import STYLES
from govdisclosure.cli._streams import harmless
from govdisclosure.errors import MissingDependency
from govdisclosure.model.findings import Severity
from govdisclosure.model.naming import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

    from rich.text import Text

    from govdisclosure.cli._files import Source
    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.cli._texts import Words

_Cell: TypeAlias = "str | int | None"

_COLUMN_HEADS: Final = ("file", "agency", "year", "errors", "warnings", "infos", "waived", "notes", "unreadable")
_TITLES: Final[dict[str, str]] = {
    "year": "year-title",
    "errors": Severity.ERROR,
    "warnings": Severity.WARNING,
    "infos": Severity.INFO,
    "notes": "note-short",
    "unreadable": "unreadable-title",
}
_EXCEL: Final = ".xlsx"
_FORMULA: Final = tuple("=+-@＝＋－＠")
"""With which a spreadsheet takes a cell for a formula, the wide ones where it is made for Chinese."""


def require_target(target: str, sources: Iterable[Source], words: Words) -> None:
    """
    Make sure, before the work, that a summary can be written to a target; standard output is the terminal's table.

    Raises:
        Failure: If its suffix is neither ``.csv`` nor ``.xlsx``, it is one of the sources, or an extra is missing.
    """
    if target == STANDARD:
        return
    suffix = Path(target).suffix.lower()
    if suffix == _EXCEL:
        _excel(words)
    elif suffix != ".csv":
        raise Failure(words, words("no-summary", name=target))
    if any(Path(source.name).resolve() == Path(target).resolve() for source in sources):
        raise Failure(words, words("same-file", name=target))


def write_summary(outcomes: Sequence[Outcome], target: str, words: Words) -> None:
    """
    Write the summary as CSV or as an Excel workbook, by its suffix, whole or not at all.

    Raises:
        Failure: If that cannot be done.
    """
    is_excel = Path(target).suffix.lower() == _EXCEL
    try:
        formats.replace_file(Path(target), _workbook(outcomes, words) if is_excel else _csv(outcomes, words))
    except OSError as error:
        raise unwritable(target, error, words) from error


def _csv(outcomes: Sequence[Outcome], words: Words) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    for row in rows(outcomes, words):
        writer.writerow(map(_safe, row))
    # Without a byte order mark, Excel takes UTF-8 for the code page of the system, and Chinese is lost.
    return written.getvalue().encode("utf-8-sig")


def _excel(words: Words) -> ModuleType:
    """Give what writes workbooks."""
    try:
        return importlib.import_module("govdisclosure.formats.xlsx.table")
    except MissingDependency as error:
        raise Failure(words, words.of(error.message)) from error


def _workbook(outcomes: Sequence[Outcome], words: Words) -> bytes:
    """Give the summary for people: its column heads in words, text that is no formula, numbers that are numbers."""
    heads, *body = rows(outcomes, words)
    titles = [*(_title(name, words) for name in _COLUMN_HEADS), *map(str, heads[len(_COLUMN_HEADS) :])]
    shown = [list(map(_harmless, row)) for row in body]
    written: bytes = _excel(words).write_table(words("summary-title"), [titles, *shown])
    return written


def _title(name: str, words: Words) -> str:
    title = _TITLES.get(name, name)
    return words.of(SEVERITIES[title]) if isinstance(title, Severity) else words(title)


def _harmless(cell: _Cell) -> _Cell:
    return harmless(cell) if isinstance(cell, str) else cell


def rows(outcomes: Sequence[Outcome], words: Words) -> Iterator[list[_Cell]]:
    """
    Give the column heads, with one for each code that occurs, and a row for each file.

    Findings that are waived are counted as such and nowhere else. Of an unreadable file, no number is known.
    """
    counted = list(map(_counted, outcomes))
    codes = sorted(set().union(*counted))
    yield [*_COLUMN_HEADS, *codes]
    for outcome, numbers in zip(outcomes, counted, strict=True):
        name = outcome.source.shown(words)
        # Blank, not nought: of what could not be read, nothing was counted.
        if outcome.reading is None:
            yield [name, *[None] * (len(_COLUMN_HEADS) - 2), outcome.error, *[None] * len(codes)]
            continue
        report, findings = outcome.reading.report, outcome.findings
        agency = None if report.agency is None else report.agency.name
        counts = [*(len(findings.of(each)) for each in Severity), len(findings.waived), len(outcome.reading.notes)]
        yield [name, agency, report.year, *counts, None, *(numbers[code] for code in codes)]


def _counted(outcome: Outcome) -> Counter[str]:
    """Count the findings of an outcome by their codes, but those that are waived."""
    return Counter(finding.code for finding in outcome.findings if finding.waived is None)


def _safe(cell: _Cell) -> _Cell:
    """Keep text that comes from a file from being a formula; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    # A file named =HYPERLINK("http://x").docx
    shown = harmless(cell)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def print_table(outcomes: Sequence[Outcome], words: Words) -> None:
    """Print the summary as a table; the codes of a file are in one column, with their numbers."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for title in ("file", "agency", "year-title"):
        table.add_column(words(title), overflow="fold")
    for title in ("errors", "warnings", "infos", "waived", "notes"):
        table.add_column(_title(title, words), justify="right", no_wrap=True)
    table.add_column(words("codes"), overflow="fold")
    heads, *body = rows(outcomes, words)
    styles = ("bold", "", "", *STYLES.values(), "dim", "")
    for row in body:
        name, agency, year, *numbers, reason = row[: len(_COLUMN_HEADS)]
        known = [
            f"{code}:{n}" for code, n in zip(heads[len(_COLUMN_HEADS) :], row[len(_COLUMN_HEADS) :], strict=True) if n
        ]
        last = text(" ".join(known)) if reason is None else text(str(reason), "red")
        cells = (_shown(cell, style) for cell, style in zip((name, agency, year, *numbers), styles, strict=True))
        table.add_row(*cells, last)
    screen = console()
    screen.print(table)
    screen.print()


def _shown(cell: _Cell, style: str) -> Text:
    return text("" if cell is None else str(cell), style if cell else "dim")
