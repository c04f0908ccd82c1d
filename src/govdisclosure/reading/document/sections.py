"""A document taken apart: what stands before the first heading, the sections below their headings, and the tables."""

from __future__ import annotations

from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import define, field

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.figures import is_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.notes import Note
from govdisclosure.model.report import SECTIONS, TABLES
from govdisclosure.reading.document.tables import as_text, notes_on_rows
from govdisclosure.reading.labels import all_keys, label_keys, rows_named, sections_of, table_of
from govdisclosure.reading.official import OfficialTable
from govdisclosure.reading.tables.lines import GridLine, Line, TableParts, lines_in
from govdisclosure.vocabulary.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterable


@define
class Section:
    """
    The blocks below one heading; the lines of tables are kept apart.

    Args:
        heading: The heading.
        name: Name of the section of the form; None of one beyond the six.
        repeats: Name of the section that has a heading already, of which this one is another.
        paragraphs: What stands below.
    """

    heading: str
    name: str | None = None
    repeats: str | None = None
    paragraphs: list[Paragraph] = field(factory=list)


@define
class Document:
    """
    A document taken apart: what stands before the first heading, the sections, and the tables.

    ``last_table`` is the table that no heading follows; ``has_all_six`` says whether the latest heading is that of
    section 六 or of one beyond the six, ``in_table_section`` whether it is that of a table. ``core`` holds what stands
    between the first heading or table and the last, and so many paragraphs of the preamble stand ``above`` it, rows of
    other tables among them; None for all. ``notes`` say which headings are not as the form has them.
    """

    preamble: list[Paragraph] = field(factory=list)
    sections: list[Section] = field(factory=list)
    tables: dict[str, TableParts] = field(factory=dict)
    last_table: str | None = None
    has_all_six: bool = False
    in_table_section: bool = False
    core: list[Paragraph | Grid] = field(factory=list)
    above: int | None = None
    notes: list[Note] = field(factory=list)
    _looked_at: dict[str, tuple[int, set[str]]] = field(factory=dict)

    def named(self, name: str) -> Section | None:
        """Give the section of the form with this name."""
        for section in self.sections:
            if section.name == name:
                return section
        return None

    def begin(self, heading: str, name: str | None = None) -> None:
        """Begin a section."""
        self.sections.append(Section(heading, name))
        self.last_table = None
        self.has_all_six = name in {SECTIONS[-1], None}
        self.in_table_section = name in TABLES

    def begin_again(self, heading: str, name: str) -> None:
        """Begin what stands below another heading of a section; a table that a page has cut in two can go on there."""
        self.sections.append(Section(heading, repeats=name))
        self.in_table_section = name in TABLES

    def add(self, block: Paragraph | Grid, *, known: bool = False) -> None:
        """
        Add a block below the latest heading; a table of the form to those of its section, wherever it stands.

        Args:
            block: The block.
            known: Whether it is known to be a table of the form.
        """
        below = self.sections[-1].paragraphs if self.sections else self.preamble
        if isinstance(block, Paragraph):
            below.append(block)
            return
        if isinstance(block, OfficialTable) and block.cls.section not in self.tables:
            self.last_table = block.cls.section
            self.tables[self.last_table] = TableParts(block)
            return
        lines = lines_in(block)
        known = known or table_of(_label_keys(lines)) is not None
        # （四）无 | 0 | 0: the rest of a table that a page has cut in two
        if not known and self.last_table is not None and _continues(lines) and not self._has(self.last_table, lines):
            self.tables[self.last_table].add(lines)
            return
        if not known:
            below.extend(as_text(lines))
            return
        sections = sections_of([line.stated for line in lines])
        for name, beside in groupby(zip(sections, lines, strict=True), key=itemgetter(0)):
            self.tables.setdefault(name, TableParts()).add(line for _, line in beside)
            self.last_table = name

    def add_annexed(self, grid: Grid) -> None:
        """Add a table of an annex, which is none of the form above: its lines as text, with a note on each row."""
        lines = lines_in(grid)
        for paragraph in as_text(lines):
            self.add(paragraph)
        self.notes.extend(notes_on_rows(lines))

    def add_caption(self, caption: Paragraph, section: str | None, below: Grid) -> None:
        """Add the caption of a small table to the lines of that, as a line of its kind."""
        assert section is not None, "a caption stands in the section of a table"
        first = lines_in(below)[0]
        line: Line | GridLine = Line((caption.text,), caption.source)
        if isinstance(first, GridLine):
            line = GridLine(((0, caption.text),), first.width, caption.source)
        self.tables.setdefault(section, TableParts()).add([line])

    def _has(self, table: str, lines: Iterable[Line | GridLine]) -> bool:
        """Tell whether a table stands there whole, so that lines with rows of it are some of them once more."""
        here, again = self._labels_of(table), _label_keys(lines)
        for cls in TABLES[table]:
            whole = len(rows_named(here, cls)) == len(figure_rows(cls))
            if whole and len(rows_named(again, cls)) > 1:
                return True
        return False

    def _labels_of(self, table: str) -> set[str]:
        """Give the keys of the labels of a table; lines that were looked at before are not again."""
        place, keys = self._looked_at.get(table, (0, set()))
        lines = self.tables[table].lines
        keys |= _label_keys(lines[place:])
        self._looked_at[table] = len(lines), keys
        return keys


def _label_keys(lines: Iterable[Line | GridLine]) -> frozenset[str]:
    """Give the keys of the labels of any table that stand in lines."""
    return label_keys(chain.from_iterable(line.stated for line in lines))


def _continues(lines: Iterable[Line | GridLine]) -> bool:
    """Tell whether lines, all figures and labels or pieces of labels, are the rest of a table cut in two."""
    cells = chain.from_iterable(line.stated for line in lines)
    return all(map(_is_piece, {key(cell) for cell in cells if not is_figure(cell)}))


def _is_piece(words: str) -> bool:
    """Tell whether a key is that of a label, or of a piece of one: 法提供."""
    return any(words in label for label in all_keys())
