"""``check --summary``: a row for each file, as CSV, as an Excel workbook, and as a table on the terminal."""

from __future__ import annotations

import csv
import importlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from govdisclosure import formats
from govdisclosure.cli._console import console, prose, text
from govdisclosure.cli._files import STANDARD
from govdisclosure.cli._links import address
from govdisclosure.cli._options import Failure, unwritable
from govdisclosure.cli._outcomes import STYLES
from govdisclosure.cli._rows import COUNTED, State
from govdisclosure.errors import MissingDependency
from govdisclosure.model.findings import Severity
from govdisclosure.model.naming import SEVERITIES
from govdisclosure.paths import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

    from govdisclosure.cli._files import Source
    from govdisclosure.cli._rows import Row
    from govdisclosure.cli._texts import Words

_Cell: TypeAlias = "str | int | None"

_SEVERITIES: Final = {f"{severity}s": severity for severity in SEVERITIES}
_COLUMN_HEADS: Final = (
    *("file", "agency", "year", "delivery", "state"),
    *(*_SEVERITIES, "waived", "notes", "cause"),
)
_TITLES: Final[dict[str, str]] = {
    "year": "year-title",
    "errors": Severity.ERROR,
    "warnings": Severity.WARNING,
    "infos": Severity.INFO,
    "notes": "note-short",
}
_EXCEL: Final = ".xlsx"
_FORMULA: Final = tuple("=+-@＝＋－＠")
"""With which a spreadsheet takes a cell for a formula, the wide ones where it is made for Chinese."""

_LONGEST: Final = 120
"""Characters of a cause on the terminal; the whole stands with the findings, in the workbook and on the pages."""
_WIDEST_NAME: Final = 24
"""Columns up to which the name of an agency is not broken, where there is room."""

_GAP: Final = 2
"""Columns between two columns of the table."""

_LEAST: Final = 30
"""Columns that there must be for whose report it is and for the cause; where there are fewer, numbers are left out."""

_STATES: Final = {state: STYLES[severity] for severity, state in COUNTED.items()} | {
    State.MISSING: "bold red",
    State.UNREADABLE: "bold red",
    State.NOTES: "yellow",
    State.CLEAN: "green",
}


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
    if any(whole(source.name) == whole(target) for source in sources):
        raise Failure(words, words("same-file", name=target))


def write_summary(rows: Sequence[Row], target: str, words: Words, remarks: Sequence[str] = ()) -> None:
    """
    Write the summary as CSV or as an Excel workbook, by its suffix, whole or not at all.

    Remarks on the files of the call stand on a second sheet of a workbook; CSV is one table, and has none.

    Raises:
        Failure: If that cannot be done.
    """
    is_excel = Path(target).suffix.lower() == _EXCEL
    try:
        written = _workbook(rows, Path(target), words, remarks) if is_excel else _csv(rows, words)
        formats.replace_file(Path(target), written)
    except OSError as error:
        raise unwritable(target, error, words) from error


def _csv(rows: Sequence[Row], words: Words) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    for row in cells(rows, words):
        writer.writerow(map(_safe, row))
    # Without a byte order mark, Excel takes UTF-8 for the code page of the system, and Chinese is lost.
    return written.getvalue().encode("utf-8-sig")


def _excel(words: Words) -> ModuleType:
    """Give what writes workbooks."""
    try:
        return importlib.import_module("govdisclosure.formats.xlsx.table")
    except MissingDependency as error:
        raise Failure(words, words.of(error.message)) from error


def _workbook(rows: Sequence[Row], target: Path, words: Words, remarks: Sequence[str]) -> bytes:
    """Give the summary for people: its column heads in words, links to the pages, numbers that are numbers."""
    heads, *body = cells(rows, words)
    known = _column_heads(rows)
    titles = [*(_title(name, words) for name in known), *map(str, heads[len(known) :])]
    links = {
        (number, 1): address(row.page, target.parent) for number, row in enumerate(rows, 2) if row.page is not None
    }
    written: bytes = _excel(words).write_table(
        words("summary-title"),
        [titles, *body],
        links=links,
        printed=len(known),
        remarks=(words("remarks"), remarks),
    )
    return written


def _title(name: str, words: Words) -> str:
    title = _TITLES.get(name, name)
    return words.of(SEVERITIES[title]) if isinstance(title, Severity) else words(title)


def cells(rows: Sequence[Row], words: Words) -> Iterator[list[_Cell]]:
    """
    Give the column heads, with one for each code that occurs, and the cells of each row.

    Findings that are waived are counted as such and nowhere else. Of an unreadable file, no number is known.
    """
    codes = sorted({code for row in rows for code in row.codes})
    heads = _column_heads(rows)
    yield [*heads, *codes]
    for row in rows:
        # Blank, not nought: of what could not be read, nothing was counted.
        numbers = [row.codes.get(code, 0) if row.waived is not None else None for code in codes]
        yield [*(_cell(row, head, words) for head in heads), *numbers]


def _column_heads(rows: Sequence[Row]) -> list[str]:
    """Give the column heads; without a roster, there is nothing to be said of deliveries."""
    has_roster = any(row.delivery for row in rows)
    return [head for head in _COLUMN_HEADS if head != "delivery" or has_roster]


def _cell(row: Row, head: str, words: Words) -> _Cell:
    if head == "state":
        return words(f"state.{row.state}")
    if head in _SEVERITIES:
        return row.counts.get(_SEVERITIES[head])
    cell: _Cell = getattr(row, head)
    return None if cell == "" else cell


def _safe(cell: _Cell) -> _Cell:
    """Keep text that comes from a file from being a formula; numbers stay numbers."""
    # A file named =HYPERLINK("http://x").docx
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip().startswith(_FORMULA) else cell


def print_table(rows: Sequence[Row], words: Words) -> None:
    """Print the summary as a table: whose report it is and its file, its state, its findings, and the first cause."""
    screen = console()
    # Nobody who waives nothing needs to learn of waivers.
    numbers = [
        "errors",
        "warnings",
        "infos",
        *(name for name in ("waived", "notes") if any(_count(row, name) for row in rows)),
    ]
    narrow = [_narrow(rows, words, name) for name in ("year", "state", *numbers)]
    if _left(screen.width, narrow) < _LEAST:
        numbers, narrow = [], narrow[:2]
    left = _left(screen.width, narrow)
    natural = _widest(words("agency-and-file"), *(name for row in rows for name in (row.agency or "", row.file)))
    whose = min(natural, max(_WIDEST_NAME, left // 3), left // 2)
    cause = min(left - whose, _widest(words("cause"), *(_shortened(row.cause) for row in rows)))
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column(prose(words("agency-and-file")), width=whose)
    table.add_column(words("year-title"), width=narrow[0])
    table.add_column(words("state"), width=narrow[1])
    for name, width in zip(numbers, narrow[2:], strict=True):
        table.add_column(_title(name, words), justify="right", width=width)
    table.add_column(prose(words("cause")), width=cause)
    for row in rows:
        state = Text(words(f"state.{row.state}"), _STATES[row.state])
        if row.is_odd and row.state is not State.MISSING:
            state.append(Text("\n")).append(text(row.delivery, "not bold yellow"))
        year = "" if row.year is None else str(row.year)
        counts = [_counted(row, name) for name in numbers]
        table.add_row(_whose(row), year, state, *counts, prose(_shortened(row.cause), "dim"))
    screen.print(table)
    screen.print()


def _narrow(rows: Sequence[Row], words: Words, name: str) -> int:
    """Give the width of a column in which nothing is broken."""
    if name == "state":
        said = [f"{words(f'state.{row.state}')}\n{row.delivery if row.is_odd and row.file else ''}" for row in rows]
    elif name == "year":
        said = ["" if row.year is None else str(row.year) for row in rows]
    else:
        said = [str(_count(row, name) or 0) for row in rows]
    return max(_widest(_title(name, words)), *map(_widest, said), 1)


def _left(width: int, narrow: Sequence[int]) -> int:
    """Give the columns that are left for whose report it is and for the cause."""
    return width - sum(narrow) - _GAP * (len(narrow) + 1)


def _widest(*said: str) -> int:
    return max(cell_len(line) for each in said for line in each.split("\n"))


def _count(row: Row, name: str) -> int | None:
    if name in _SEVERITIES:
        return row.counts.get(_SEVERITIES[name])
    count: int | None = getattr(row, name)
    return count


def _counted(row: Row, name: str) -> Text:
    count = _count(row, name)
    style = STYLES[_SEVERITIES[name]] if name in _SEVERITIES else ""
    return Text("" if count is None else str(count), style if count else "dim")


def _whose(row: Row) -> Text:
    """Give the agency and below it the file; the file alone, if the agency is not known."""
    if row.agency is None or not row.file:
        return prose(row.agency or row.file, "bold")
    return prose(row.agency, "bold").append(Text("\n")).append(text(row.file, "not bold dim"))


def _shortened(cause: str) -> str:
    return cause if len(cause) <= _LONGEST else f"{cause[:_LONGEST]}…"
