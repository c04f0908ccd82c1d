"""The form, found in whatever a format reader saw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs
from attrs import define, field

from govdisclosure.layout.blocks import Block, Grid, Head, Paragraph, Role
from govdisclosure.layout.compose import slots
from govdisclosure.layout.figures import is_words
from govdisclosure.layout.fold import has_pinyin, key, without_pinyin
from govdisclosure.layout.grids import GridLine, lines_of_grid
from govdisclosure.layout.head import HeadReader
from govdisclosure.layout.headings import is_other_heading, section_of
from govdisclosure.layout.labels import all_keys, sections_of, table_of
from govdisclosure.layout.metadata import Metadata, find_metadata, is_agency, is_title, lacks_agency, title_tells
from govdisclosure.layout.rows import Line, lines_of
from govdisclosure.layout.tables import read_table
from govdisclosure.layout.wording import note, problem
from govdisclosure.model.notes import Note, Reading
from govdisclosure.model.report import HEADINGS, SECTIONS, TABLES, Agency, AnnualReport, OtherSection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# One heading alone is a line of many pages; two of them are a report whose tables are elsewhere.
_LEAST_HEADINGS: Final = 2
_PAGE: Final = re.compile(r"[-—–]\s*[0-9]{1,3}\s*[-—–]")
_CONTENTS: Final = 4


@define
class _Section:
    """The blocks below one heading; the lines of tables are kept apart."""

    heading: str
    name: str | None = None
    paragraphs: list[Paragraph] = field(factory=list)


@define
class _Document:
    """
    A document taken apart: what stands before the first heading, the sections, and the tables.

    ``last_table`` is the table that no heading follows.
    """

    preamble: list[Paragraph] = field(factory=list)
    sections: list[_Section] = field(factory=list)
    lines: dict[str, list[Line | GridLine]] = field(factory=dict)
    last_table: str | None = None

    def named(self, name: str) -> _Section | None:
        """Give the section of the form with this name."""
        return next((section for section in self.sections if section.name == name), None)

    @property
    def in_table_section(self) -> bool:
        """Whether the latest heading is that of a table."""
        return bool(self.sections) and self.sections[-1].name in TABLES

    def begin(self, heading: str, name: str | None = None) -> None:
        """Begin a section."""
        self.sections.append(_Section(heading, name))
        self.last_table = None

    def add(self, block: Paragraph | Grid) -> None:
        """Add a block below the latest heading; a table of the form to its own lines, wherever it stands."""
        below = self.sections[-1].paragraphs if self.sections else self.preamble
        if isinstance(block, Paragraph):
            below.append(block)
            return
        lines: Sequence[Line | GridLine] = lines_of(block) if block.lines else lines_of_grid(block)
        known = table_of(cell for line in lines for cell in line.stated) is not None
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
    """Tell whether lines without any words but labels are the rest of a table that something has cut in two."""
    stated = [cell for line in lines for cell in line.stated]
    return all(key(cell) in all_keys() or not is_words(cell) for cell in stated)


def _is_noise(text: str) -> bool:
    """Tell whether a line between tables is a label of the form on a line of its own, or the number of a page."""
    return key(text) in all_keys() or _PAGE.fullmatch(text.strip()) is not None


def recognize(blocks: Iterable[Block], *, allow_blank: bool = False) -> Reading:
    """
    Find the form in the blocks of a document.

    Raises:
        ReadError: If the form is not there, stands there twice, or breaks off inside a table.
    """
    blocks = tuple(blocks)
    head = next((block for block in blocks if isinstance(block, Head)), None)
    body = [block for block in blocks if not isinstance(block, Head)]
    return _own(HeadReader(head.values), body) if head else _foreign(body)


def _own(head: HeadReader, body: Sequence[Paragraph | Grid]) -> Reading:
    """Read what our writer wrote: headings are exactly those that the head announces, in their order."""
    report = AnnualReport()
    paragraphs = iter(body)
    if not head.title_is_missing():
        title = next(paragraphs, None)
        if not isinstance(title, Paragraph):
            raise problem("TITLE-MISSING")
        report.title = title.text
    missing, others = head.missing(), head.others()
    report.other_sections = [OtherSection(heading=heading, paragraphs=[]) for heading in others]
    expected = slots(missing, others)
    document = _Document()
    for block in paragraphs:
        upcoming = expected[len(document.sections)] if len(document.sections) < len(expected) else None
        if upcoming and isinstance(block, Paragraph) and block.role is not Role.TEXT and block.text == upcoming.heading:
            document.begin(upcoming.heading, upcoming.section)
        else:
            document.add(block)
    if len(document.sections) < len(expected):
        _refuse_break(document)
        raise problem("HEADING-MISSING", heading=expected[len(document.sections)].heading)
    for slot, section in zip(expected, document.sections, strict=True):
        if slot.section is None:
            report.other_sections[slot.index].paragraphs = _texts(section.paragraphs)
    notes = _fill(report, document, own=True)
    head.fill(report, _metadata(report, document))
    return Reading(report, tuple(notes))


def _foreign(body: Sequence[Paragraph | Grid]) -> Reading:
    """Read what somebody else wrote: headings in variants, at their places between the tables."""
    notes: list[Note] = []
    if _carries_pinyin(body):
        body = list(map(_without_pinyin, body))
        notes.append(note("PINYIN-REMOVED"))
    body = [block for block in body if isinstance(block, Grid) or block.text.strip()]
    document = _take_apart(body)
    if not document.lines and len(document.sections) < _LEAST_HEADINGS:
        raise problem("NO-FORM", looked_for=HEADINGS["requests"], found=len(body))
    report = AnnualReport()
    report.title, document.preamble = _split_title(document.preamble)
    for section in document.sections:
        if section.name is None:
            _add_other(report, section)
    notes += _fill(report, document, own=False)
    metadata = _metadata(report, document)
    notes += metadata.notes
    report.year, report.period, report.published = metadata.year, metadata.period, metadata.published
    if metadata.agency is not None:
        report.agency = Agency(name=metadata.agency, code=metadata.code)
    if metadata.year is None:
        notes.append(note("YEAR-MISSING", ("year",)))
    return Reading(report, tuple(sorted(notes, key=_line)))


def _line(found: Note) -> int:
    return found.source.line or 0 if found.source else 0


def _carries_pinyin(body: Iterable[Paragraph | Grid]) -> bool:
    """Tell whether a heading or a label of the form carries pinyin; then it is noise of the page."""
    for text in _all_texts(body):
        if has_pinyin(text):
            plain = without_pinyin(text)
            if key(plain) in all_keys() or section_of(plain) is not None:
                return True
    return False


def _all_texts(body: Iterable[Paragraph | Grid]) -> Iterator[str]:
    for block in body:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row)


def _without_pinyin(block: Paragraph | Grid) -> Paragraph | Grid:
    if isinstance(block, Paragraph):
        return attrs.evolve(block, text=without_pinyin(block.text))
    rows = tuple(tuple(attrs.evolve(cell, text=without_pinyin(cell.text)) for cell in row) for row in block.rows)
    return attrs.evolve(block, rows=rows)


def _take_apart(body: Sequence[Paragraph | Grid]) -> _Document:
    headings = _headings(body)
    document = _Document()
    for place, block in enumerate(body):
        ended = document.sections and document.sections[-1].name in {SECTIONS[-1], None}
        if isinstance(block, Paragraph) and place in headings:
            document.begin(block.text.strip(), headings[place])
        elif isinstance(block, Paragraph) and ended and is_other_heading(block.text.strip()):
            document.begin(block.text.strip())
        elif not (isinstance(block, Paragraph) and document.in_table_section and _is_noise(block.text)):
            document.add(block if isinstance(block, Grid) else attrs.evolve(block, text=block.text.strip()))
    return document


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
    end = next((place for place, name in enumerate(names) if place >= start and name is None), len(names))
    again = all(name in names[end:] for name in names[start:end])
    return frozenset(range(start, end)) if end - start >= _CONTENTS and again else frozenset()


def _split_title(preamble: list[Paragraph]) -> tuple[str | None, list[Paragraph]]:
    """Take the title out of what stands before section 一; on two lines it is joined without a separator."""
    places = [place for place, paragraph in enumerate(preamble) if is_title(paragraph.text)]
    if not places:
        return None, preamble
    place = max(places, key=lambda place: (title_tells(preamble[place].text), place))
    title, first = preamble[place].text, place
    above = preamble[place - 1].text if place else ""
    if lacks_agency(title) and is_agency(above):
        title, first = above + title, place - 1
    return title, preamble[:first] + preamble[place + 1 :]


def _add_other(report: AnnualReport, section: _Section) -> None:
    report.other_sections.append(OtherSection(heading=section.heading, paragraphs=_texts(section.paragraphs)))


def _texts(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def _metadata(report: AnnualReport, document: _Document) -> Metadata:
    overview = document.named(SECTIONS[0])
    return find_metadata(report.title, document.preamble, overview.paragraphs if overview else ())


def _refuse_break(document: _Document) -> None:
    if document.last_table is not None:
        read_table(document.last_table, document.lines[document.last_table], own=True, last=True)


def _fill(report: AnnualReport, document: _Document, *, own: bool) -> list[Note]:
    """Fill the six sections in; what is not there stays null, with a note unless our writer announced it."""
    notes: list[Note] = []
    report.preamble = _texts(document.preamble)
    for name in SECTIONS:
        section = document.named(name)
        if name not in TABLES:
            setattr(report, name, None if section is None else _texts(section.paragraphs))
        elif name in document.lines:
            last = document.last_table == name
            table, found = read_table(name, document.lines[name], own=own, last=last)
            notes += found
            table.notes.extend(_texts(section.paragraphs) if section else ())
            setattr(report, name, table)
        elif section is not None:
            _add_other(report, section)
        announced = own and section is None
        if getattr(report, name) is None and not announced:
            notes.append(_missing(name, section))
    return notes


def _missing(name: str, section: _Section | None) -> Note:
    code = "TABLE-MISSING" if name in TABLES else "SECTION-MISSING"
    return note(code, (name,), raw=section.heading if section else HEADINGS[name])
