"""A document taken apart: what stands before the first heading, the sections below their headings, and the tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs
from attrs import define, field

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.figures import is_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.wording import line_of, problem
from govdisclosure.model.report import HEADINGS, SECTIONS, TABLES
from govdisclosure.reading.tables.labels import all_keys, label_keys, rows_named, sections_of, table_of
from govdisclosure.reading.tables.lines import GridLine, Line, lines_of, lines_of_grid
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.headings import is_other_heading, section_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.notes import Source

_PAGE: Final = re.compile(r"[-—–]\s*[0-9]{1,3}\s*[-—–]")
# So many of the six headings stand in every report, or list of its sections, of which one is damaged or left out.
_MOST_SECTIONS: Final = 4


@define
class Section:
    """The blocks below one heading; the lines of tables are kept apart."""

    heading: str
    name: str | None = None
    paragraphs: list[Paragraph] = field(factory=list)


@define
class Document:
    """
    A document taken apart: what stands before the first heading, the sections, and the tables.

    ``last_table`` is the table that no heading follows; ``core`` holds what stands between the first heading or table
    and the last, and so many paragraphs of the preamble stand ``above`` it.
    """

    preamble: list[Paragraph] = field(factory=list)
    sections: list[Section] = field(factory=list)
    lines: dict[str, list[Line | GridLine]] = field(factory=dict)
    last_table: str | None = None
    core: list[Paragraph | Grid] = field(factory=list)
    above: int = 0
    _looked_at: dict[str, tuple[int, set[str]]] = field(factory=dict)

    def named(self, name: str) -> Section | None:
        """Give the section of the form with this name."""
        return next((section for section in self.sections if section.name == name), None)

    @property
    def in_table_section(self) -> bool:
        """Whether the latest heading is that of a table."""
        return bool(self.sections) and self.sections[-1].name in TABLES

    def begin(self, heading: str, name: str | None = None) -> None:
        """Begin a section."""
        self.sections.append(Section(heading, name))
        self.last_table = None

    def add(self, block: Paragraph | Grid, *, known: bool = False) -> None:
        """
        Add a block below the latest heading; a table of the form to its own lines, wherever it stands.

        Args:
            block: The block.
            known: Whether it is known to be a table of the form.
        """
        below = self.sections[-1].paragraphs if self.sections else self.preamble
        if isinstance(block, Paragraph):
            below.append(block)
            return
        lines = _lines(block)
        known = known or table_of(label_keys(cell for line in lines for cell in line.stated)) is not None
        if not known and self.last_table is not None and _continues(lines) and not self._has(self.last_table, lines):
            self.lines[self.last_table].extend(lines)
            return
        if not known:
            below.extend(_as_text(lines))
            return
        for name, line in zip(sections_of([line.stated for line in lines]), lines, strict=True):
            self.lines.setdefault(name, []).append(line)
            self.last_table = name

    def _has(self, table: str, lines: Iterable[Line | GridLine]) -> bool:
        """Tell whether a table stands there whole, so that lines with rows of it are some of them once more."""
        again = label_keys(cell for line in lines for cell in line.stated)
        return any(
            len(rows_named(self._stated(table), cls)) == len(figure_rows(cls)) and len(rows_named(again, cls)) > 1
            for cls in TABLES[table]
        )

    def _stated(self, table: str) -> set[str]:
        """Give the keys of the labels of a table; lines that were looked at before are not again."""
        place, found = self._looked_at.get(table, (0, set()))
        lines = self.lines[table]
        found |= label_keys(cell for line in lines[place:] for cell in line.stated)
        self._looked_at[table] = len(lines), found
        return found


def _lines(grid: Grid) -> Sequence[Line | GridLine]:
    return lines_of(grid) if grid.lines else lines_of_grid(grid)


def _as_text(lines: Iterable[Line | GridLine]) -> Iterator[Paragraph]:
    """Give the lines of a table that is none of the form's as paragraphs."""
    for line in lines:
        text = " | ".join(line.cells).strip(" |")
        if text:
            yield Paragraph(text, source=line.source)


def _continues(lines: Iterable[Line | GridLine]) -> bool:
    """Tell whether lines, all figures and labels or pieces of labels, are the rest of a table cut in two."""
    words = {key(cell) for line in lines for cell in line.stated if not is_figure(cell)}
    return all(word in all_keys() or any(word in label for label in all_keys()) for word in words)


def _is_noise(text: str) -> bool:
    """Tell whether a line between tables is a label of the form on a line of its own, or the number of a page."""
    return key(text) in all_keys() or _PAGE.fullmatch(text.strip()) is not None


def take_apart(body: list[Paragraph | Grid]) -> Document:
    """Find the headings of a document that somebody else wrote, at their places between the tables."""
    tables = _tables(body)
    sections = [section for section in tables if section is not None]
    if len(set(sections)) < len(sections):
        body = _without_summaries(body)
        tables = _tables(body)
    names = _names(body)
    headings = _headings(names)
    parts = [at for at, name in enumerate(names) if name is not None or (tables[at] and _is_written(body[at]))]
    first, last = (parts[0], parts[-1]) if parts else (len(body), len(body))
    document = Document(core=body[first:last], above=sum(isinstance(block, Paragraph) for block in body[:first]))
    for place, block in enumerate(body):
        ended = document.sections and document.sections[-1].name in {SECTIONS[-1], None}
        if isinstance(block, Paragraph) and place in headings:
            document.begin(block.text.strip(), headings[place])
        elif isinstance(block, Paragraph) and ended and is_other_heading(block.text.strip()):
            document.begin(block.text.strip())
        elif not (isinstance(block, Paragraph) and document.in_table_section and _is_noise(block.text)):
            document.add(_stripped(block) if isinstance(block, Paragraph) else block, known=tables[place] is not None)
    return document


def _tables(body: Iterable[Paragraph | Grid]) -> list[str | None]:
    """Tell for each block of which section's table it is; None for all that is no table with labels of the form."""
    return [table_of(_labels(block)) if isinstance(block, Grid) else None for block in body]


def _stripped(paragraph: Paragraph) -> Paragraph:
    text = paragraph.text.strip()
    return paragraph if text == paragraph.text else attrs.evolve(paragraph, text=text)


def _labels(grid: Grid) -> frozenset[str]:
    """Give the keys of a grid's labels; none where none is whole, since to look for those that are glued takes long."""
    texts = frozenset([cell.text for row in grid.rows for cell in row if cell.text])
    return frozenset() if all_keys().isdisjoint(map(key, texts)) else label_keys(texts)


def _without_summaries(body: Sequence[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """Make text of tables that hold but some rows of a table of the form that stands there whole."""
    named = {place: _rows_named(block) for place, block in enumerate(body) if isinstance(block, Grid)}
    whole = {
        section
        for place, rows in named.items()
        for section, (count, of) in rows.items()
        if count == of > 1 and _is_written(body[place])
    }
    found: list[Paragraph | Grid] = []
    for place, block in enumerate(body):
        counts = [count * 2 <= of and section in whole for section, (count, of) in named.get(place, {}).items()]
        found += _as_text(_lines(block)) if isinstance(block, Grid) and counts and all(counts) else [block]
    return found


def _rows_named(grid: Grid) -> dict[str, tuple[int, int]]:
    """Tell of which tables a grid holds rows: how many, and how many the form has."""
    keys = _labels(grid)
    found = {}
    for section, classes in TABLES.items() if table_of(keys) else ():
        counts = [(len(rows_named(keys, cls)), len(figure_rows(cls))) for cls in classes]
        count, of = max(counts, key=lambda each: each[0] / each[1])
        if count:
            found[section] = count, of
    return found


def _names(body: Sequence[Paragraph | Grid]) -> list[str | None]:
    """
    Give for each block the name of the section whose heading it is; None for most.

    Raises:
        ReadError: If there are two reports.
    """
    names = [section_of(block.text) if isinstance(block, Paragraph) else None for block in body]
    unwritten = _unwritten(names, body)
    return [None if place in unwritten else name for place, name in enumerate(names)]


def _headings(names: Sequence[str | None]) -> dict[int, str]:
    """
    Give the places of the headings.

    Nested numbering in a section re-uses the names of others, so of several candidates the last before the next
    section's heading is taken; of section 一, which may hold them all, the first.
    """
    found: dict[int, str] = {}
    end = len(names)
    for name in reversed(SECTIONS):
        before = [place for place in range(end) if names[place] == name]
        if before:
            end = before[0] if name == SECTIONS[0] else before[-1]
            found[end] = name
    return found


def _unwritten(names: Sequence[str | None], body: Sequence[Paragraph | Grid]) -> frozenset[int]:
    """
    Give the places of headings between which nobody wrote anything: a table of contents, or the empty form behind.

    Raises:
        ReadError: If there are two reports.
    """
    whole = [run for run in _runs(names) if len({names[at] for at in run}) >= _MOST_SECTIONS]
    written = [run for run in whole if any(map(_is_written, body[run[0] : run[-1]]))]
    if len(written) > 1:
        second = body[written[1][0]]
        raise problem("TWO-FORMS", heading=HEADINGS[SECTIONS[0]], place=line_of(_source(second)))
    return frozenset(place for run in whole if run not in written for place in run) if written else frozenset()


def _runs(names: Sequence[str | None]) -> list[list[int]]:
    """Give the places of headings, report by report: section 一 begins another where most sections stand before it."""
    runs: list[list[int]] = [[]]
    found: set[str] = set()
    for place, name in enumerate(names):
        if name == SECTIONS[0] and len(found) >= _MOST_SECTIONS:
            runs.append([])
            found.clear()
        if name is not None:
            runs[-1].append(place)
            found.add(name)
    return runs


def _is_written(block: Paragraph | Grid) -> bool:
    """Tell whether a block holds a sentence or a figure."""
    if isinstance(block, Paragraph):
        return "。" in block.text
    return any(is_figure(cell.text) for row in block.rows for cell in row)


def _source(block: Paragraph | Grid) -> Source | None:
    return block.source if isinstance(block, Paragraph) else next(iter(block.sources), None)
