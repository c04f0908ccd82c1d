"""What extractors lose of a page, and what they glue together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.model.report import TABLES
from support.publishing.sheets import Cell
from support.publishing.text import Line, flat, paths_of, stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    import govdisclosure as gd
    from support.publishing.pages import Page, Part
    from support.publishing.sheets import Sheet

_FIGURE: Final = re.compile("[0-9０-９/／.+−—-]|[零无減减增]")
_WORDS: Final = re.compile("[㐀-鿿]{6,}")
_LABEL: Final = re.compile(".*[㐀-鿿]{2}[^|]*")
_BLANK: Final = " |\u00a0\u3000"


def glued(sheet: Sheet, rng: Random) -> Iterator[Line]:
    """Print the cells of a row with nothing between them: ``规章000``."""
    for row in sheet.rows:
        yield Line("".join(flat(cell, rng).strip() for cell in stated(row)), paths_of(row))


def undecidable(sheet: Sheet) -> Iterator[str]:
    """Give the paths of the figures that cannot be told apart where the cells of a row are glued."""
    for row in sheet.rows:
        figures = [cell for cell in row if cell.is_figure]
        all_blank = not any(cell.text.strip() for cell in figures)
        if len(figures) > 1 and not all_blank and any(cell.text not in {"0", "０"} for cell in figures):
            yield from paths_of(figures)


def without_repeated(lines: list[Line]) -> tuple[list[Line], frozenset[str]]:
    """Drop every line that stood there before; give what is left, and the paths of the figures that are gone."""
    seen: set[str] = set()
    left: list[Line] = []
    gone: set[str] = set()
    for line in lines:
        if line.text.strip() and line.text in seen:
            gone.update(line.paths if line.text.strip(_BLANK) else ())
        else:
            seen.add(line.text)
            left.append(line)
    return left, frozenset(gone)


def with_runs_lost(lines: list[Line], rng: Random) -> tuple[list[Line], frozenset[str]]:
    """
    Take short runs of characters out of lines, words of the form among them.

    Returns:
        The lines, and the paths of the figures of the rows or cells in which digits were lost.
    """
    lines = list(lines)
    gone: set[str] = set()
    words = [place for place, line in enumerate(lines) if len(_WORDS.findall(line.text))]
    places = rng.sample(words, min(6, len(words)))
    for place in places:
        run = rng.choice(list(_WORDS.finditer(lines[place].text)))
        start = rng.randrange(run.start() + 1, run.end() - 2)
        lines[place] = _without(lines[place], start, start + rng.choice((1, 1, 2)))
    for place in rng.sample(range(len(lines)), min(rng.randint(2, 12), len(lines))):
        line = lines[place]
        start = rng.randrange(max(1, len(line.text)))
        end = start + rng.randint(1, 3)
        lines[place] = _without(line, start, end)
        label = _LABEL.match(line.text)
        if _FIGURE.search(line.text[start:end]) and start >= (label.end() if label else 0):
            gone.update(line.paths)
    return lines, frozenset(gone)


def _without(line: Line, start: int, end: int) -> Line:
    return evolve(line, text=line.text[:start] + line.text[end:])


def with_surplus(page: Page) -> Page:
    """Give 行政处罚 of edition 2021 three figures instead of one."""
    return evolve(page, parts=tuple(map(_surplus_part, page.parts)))


def _surplus_part(part: Part) -> Part:
    if part.sheet is None or part.section != next(iter(TABLES)):
        return part
    return evolve(part, sheet=evolve(part.sheet, rows=tuple(map(_surplus_row, part.sheet.rows))))


def _surplus_row(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    last = row[-1]
    if last.path is None or ".penalties." not in last.path:
        return row
    return (*row[:-1], evolve(last, columns=1), Cell("0", path=""), Cell("0", path=""))


def hybrid(page: Page, older: Page) -> tuple[Page, frozenset[str]]:
    """Put rows of the form of 2019 into table II of 2021; give the page and the paths that this makes doubtful."""
    parts = []
    doubtful: list[str] = []
    for part, other in zip(page.parts, older.parts, strict=True):
        if part.sheet is None or other.sheet is None or part.section != next(iter(TABLES)):
            parts.append(part)
            continue
        own = [row for row in part.sheet.rows if not _is_penalties(row)]
        theirs = [
            tuple(evolve(c, columns=1, path="" if c.is_figure else None) for c in row) for row in other.sheet.rows
        ]
        place = next(number for number, row in enumerate(theirs) if "行政处罚" in _plain(row))
        own.insert(len(own) - 3, (*theirs[place - 1],))
        own.insert(len(own) - 3, (*theirs[place],))
        doubtful += [path for row in part.sheet.rows if _is_penalties(row) for path in paths_of(row)]
        parts.append(evolve(part, sheet=evolve(part.sheet, rows=tuple(own))))
    return evolve(page, parts=tuple(parts)), frozenset(doubtful)


def _is_penalties(row: tuple[Cell, ...]) -> bool:
    return any(cell.path is not None and ".penalties." in cell.path for cell in row)


def _plain(row: tuple[Cell, ...]) -> str:
    return row[0].text if not row[0].is_figure else ""


def without_table(report: gd.AnnualReport, page: Page, section: str) -> Page:
    """Leave a table out, as where it is a picture; the truth does not have it either."""
    setattr(report, section, None)
    parts = tuple(evolve(part, sheet=None) if part.section == section else part for part in page.parts)
    return evolve(page, parts=parts)


def collapsed(sheet: Sheet, rng: Random) -> Sheet:
    """Take the blank cells out of the rows of figures."""
    del rng
    rows = (stated(row) if any(cell.is_figure for cell in row) else row for row in sheet.rows)
    return evolve(sheet, rows=tuple(row for row in rows if row))


def rows_with_blanks(sheet: Sheet) -> Iterator[str]:
    """Give the paths of the rows in which cells are blank."""
    for row in sheet.rows:
        if any(cell.is_figure and not cell.text.strip() for cell in row):
            yield from paths_of(row)


def rows_of(page: Page, paths: frozenset[str]) -> Iterator[str]:
    """Give the paths of all figures in the rows of a page in which some of these stand."""
    for sheet in page.sheets:
        for row in sheet.rows:
            if paths.intersection(paths_of(row)):
                yield from paths_of(row)


def glued_rows(sheet: Sheet, rng: Random) -> tuple[Sheet, list[str], list[str]]:
    """
    Glue the cells of some rows of a table together: ``规章000``.

    Returns:
        The table, the paths of the figures that cannot be told apart, and those of all glued rows.
    """
    rows: list[tuple[Cell, ...]] = []
    lost: list[str] = []
    glue: list[str] = []
    for row in sheet.rows:
        if not row[-1].is_figure or rng.random() < 0.5:
            rows.append(row)
            continue
        text = "".join(flat(cell, rng).strip() for cell in row)
        lost += undecidable(evolve(sheet, rows=(row,)))
        glue += paths_of(row)
        rows.append((Cell(text, columns=sum(cell.columns for cell in row)),))
    return evolve(sheet, rows=tuple(rows)), lost, glue
