"""A document taken apart: what stands before the first heading, the sections below their headings, and the tables."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

import attrs
from attrs import define, field

from govdisclosure.layout.blocks import Grid, Paragraph
from govdisclosure.layout.figures import is_words
from govdisclosure.layout.fold import key
from govdisclosure.layout.grids import GridLine, lines_of_grid
from govdisclosure.layout.headings import is_other_heading, section_of
from govdisclosure.layout.labels import all_keys, sections_of, table_of
from govdisclosure.layout.rows import Line, lines_of
from govdisclosure.model.report import SECTIONS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PAGE: Final = re.compile(r"[-—–]\s*[0-9]{1,3}\s*[-—–]")
_CONTENTS: Final = 4


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

    ``last_table`` is the table that no heading follows.
    """

    preamble: list[Paragraph] = field(factory=list)
    sections: list[Section] = field(factory=list)
    lines: dict[str, list[Line | GridLine]] = field(factory=dict)
    last_table: str | None = None

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

    def add(self, block: Paragraph | Grid) -> None:
        """Add a block below the latest heading; a table of the form to its own lines, wherever it stands."""
        below = self.sections[-1].paragraphs if self.sections else self.preamble
        if isinstance(block, Paragraph):
            below.append(block)
            return
        lines: Sequence[Line | GridLine] = lines_of(block) if block.lines else lines_of_grid(block)
        known = table_of([cell for line in lines for cell in line.stated]) is not None
        if not known and self.last_table is not None and _continues(lines):
            self.lines[self.last_table].extend(lines)
            return
        if not known:
            texts = (Paragraph(" | ".join(line.cells).strip(" |"), source=line.source) for line in lines)
            below.extend(paragraph for paragraph in texts if paragraph.text)
            return
        for name, line in zip(sections_of([line.stated for line in lines]), lines, strict=True):
            self.lines.setdefault(name, []).append(line)
            self.last_table = name


def _continues(lines: Iterable[Line | GridLine]) -> bool:
    """Tell whether lines without any words but labels, or pieces of them, are the rest of a table cut in two."""
    words = {key(cell) for line in lines for cell in line.stated if is_words(cell)}
    return all(word in all_keys() or any(word in label for label in all_keys()) for word in words)


def _is_noise(text: str) -> bool:
    """Tell whether a line between tables is a label of the form on a line of its own, or the number of a page."""
    return key(text) in all_keys() or _PAGE.fullmatch(text.strip()) is not None


def take_apart(body: Sequence[Paragraph | Grid]) -> Document:
    """Find the headings of a document that somebody else wrote, at their places between the tables."""
    headings = _headings(body)
    document = Document()
    for place, block in enumerate(body):
        ended = document.sections and document.sections[-1].name in {SECTIONS[-1], None}
        if isinstance(block, Paragraph) and place in headings:
            document.begin(block.text.strip(), headings[place])
        elif isinstance(block, Paragraph) and ended and is_other_heading(block.text.strip()):
            document.begin(block.text.strip())
        elif not (isinstance(block, Paragraph) and document.in_table_section and _is_noise(block.text)):
            document.add(block if isinstance(block, Grid) else _stripped(block))
    return document


def _stripped(paragraph: Paragraph) -> Paragraph:
    text = paragraph.text.strip()
    return paragraph if text == paragraph.text else attrs.evolve(paragraph, text=text)


def _headings(body: Sequence[Paragraph | Grid]) -> dict[int, str]:
    """
    Give the places of the headings.

    Nested numbering in a section re-uses the names of others, so of several candidates the last before the next
    section's heading is taken; of section 一, which may hold them all, the first.
    """
    names = [section_of(block.text) if isinstance(block, Paragraph) else None for block in body]
    contents = _contents(names)
    candidates: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        if name is not None and place not in contents:
            candidates.setdefault(name, []).append(place)
    found: dict[int, str] = {}
    end = len(body)
    for name in reversed(SECTIONS):
        before = [place for place in candidates.get(name, ()) if place < end]
        if before:
            end = before[0] if name == SECTIONS[0] else before[-1]
            found[end] = name
    return found


def _contents(names: Sequence[str | None]) -> frozenset[int]:
    """Give the places of a table of contents: headings one below the other, each of which comes again."""
    start = next((place for place, name in enumerate(names) if name is not None), len(names))
    run = takewhile(lambda place: names[place] not in {None, *names[start:place]}, range(start, len(names)))
    end = start + len(list(run))
    again = all(name in names[end:] for name in names[start:end])
    return frozenset(range(start, end)) if end - start >= _CONTENTS and again else frozenset()
