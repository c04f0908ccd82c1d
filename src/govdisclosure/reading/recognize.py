"""The form, found in whatever a format reader saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import Block, Grid, MetadataBlock, Paragraph, Role
from govdisclosure.form.metadata import Metadata, find_metadata
from govdisclosure.form.metadata_block import MetadataReader
from govdisclosure.form.outline import slots
from govdisclosure.form.wording import line_of, note, problem
from govdisclosure.model.notes import Note, Reading
from govdisclosure.model.report import HEADINGS, SECTIONS, TABLES, Agency, AnnualReport, OtherSection
from govdisclosure.model.structure import cell_paths
from govdisclosure.reading.document.refusal import refuse_no_report
from govdisclosure.reading.document.sections import Document, Section, take_apart
from govdisclosure.reading.document.titles import second_title, split_title
from govdisclosure.reading.page.furniture import carries_pinyin, drop_footer, paragraphs_and_tables, strip_pinyin
from govdisclosure.reading.page.loose import gathered
from govdisclosure.reading.page.losses import lost_characters
from govdisclosure.reading.tables.lines import BETWEEN
from govdisclosure.reading.tables.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# One heading alone is a line of many pages; two of them are a report whose tables are elsewhere.
_LEAST_HEADINGS: Final = 2


def recognize(blocks: Iterable[Block], *, allow_blank: bool = False) -> Reading:
    """
    Find the form in the blocks of a document.

    Args:
        blocks: The blocks.
        allow_blank: Whether an empty form is read that others wrote.

    Raises:
        ReadError: If the form is not there, is none that somebody filled in, stands there twice, or breaks off inside
            a table.
    """
    blocks = tuple(blocks)
    metadata = next((block for block in blocks if isinstance(block, MetadataBlock)), None)
    body = [block for block in blocks if not isinstance(block, MetadataBlock)]
    return _own(MetadataReader(metadata.values), body) if metadata else _foreign(body, allow_blank=allow_blank)


def _own(metadata: MetadataReader, body: Sequence[Paragraph | Grid]) -> Reading:
    """Read what our writer wrote: headings are exactly those that the metadata announce, in their order."""
    report = AnnualReport()
    paragraphs = iter(body)
    if not metadata.title_is_missing():
        title = next(paragraphs, None)
        if not isinstance(title, Paragraph):
            raise problem("TITLE-MISSING")
        report.title = title.text
    missing, others = metadata.missing(), metadata.others()
    report.other_sections = [OtherSection(heading=heading, paragraphs=[]) for heading in others]
    expected = slots(missing, others)
    document = Document()
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
    metadata.fill(report, _metadata(report, document))
    return Reading(report, tuple(notes))


def _foreign(body: Sequence[Paragraph | Grid], *, allow_blank: bool) -> Reading:
    """Read what somebody else wrote: headings in variants, at their places between the tables."""
    notes: list[Note] = []
    if carries_pinyin(body):
        body = list(map(strip_pinyin, body))
        notes.append(note("PINYIN-REMOVED"))
    page = [block for block in body if isinstance(block, Paragraph) and block.role is Role.PAGE]
    blocks = [block for block in body if isinstance(block, Grid) or block.role is not Role.PAGE]
    blocks = list(paragraphs_and_tables(gathered(blocks)))
    document = take_apart(blocks)
    if not document.lines and len(document.sections) < _LEAST_HEADINGS:
        raise problem("NO-FORM", looked_for=HEADINGS["requests"], found=len(blocks))
    if document.sections:
        drop_footer(document.sections[-1].paragraphs)
    opening = split_title(document.preamble, page, document.above)
    document.preamble = opening.preamble
    second = second_title(document.core, opening.title) if opening.title is not None else None
    if second is not None:
        raise problem("TWO-FORMS", heading=second.text, place=line_of(second.source))
    report = AnnualReport(title=opening.title)
    for section in document.sections:
        if section.name is None:
            _add_other(report, section)
    notes += _fill(report, document, own=False)
    metadata = _metadata(report, document, [*opening.above, *page], opening.rival)
    notes += metadata.notes
    report.year, report.period, report.published = metadata.year, metadata.period, metadata.published
    if metadata.agency is not None:
        report.agency = Agency(name=metadata.agency, code=metadata.code)
    lost = lost_characters(blocks)
    if lost is not None:
        notes += (note("CHARACTERS-LOST", paths, raw=lost) for paths in _doubtful(report, document))
    if metadata.year is None:
        notes.append(note("YEAR-MISSING", ("year",)))
    stated = any(each.code == "UNPLACED" and BETWEEN in (each.raw or "") for each in notes)
    refuse_no_report(report, [*page, *opening.above, *opening.preamble], allow_blank=allow_blank or stated)
    return Reading(report, tuple(sorted(notes, key=_place)))


def _place(found: Note) -> tuple[int, ...]:
    source = found.source
    if source is None:
        return ()
    return tuple(number or 0 for number in (source.page, source.line, source.table, source.row))


def _add_other(report: AnnualReport, section: Section) -> None:
    report.other_sections.append(OtherSection(heading=section.heading, paragraphs=_texts(section.paragraphs)))


def _doubtful(report: AnnualReport, document: Document) -> Iterator[list[str]]:
    """Give the paths of what lost characters leave in doubt: what the page says of the report, and each table."""
    yield [name for name in ("agency", "year", "title", "period", "published") if getattr(report, name) is not None]
    for section in document.lines:
        yield [f"{section}.{path}" for path in cell_paths(type(getattr(report, section)))]


def _texts(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def _metadata(
    report: AnnualReport, document: Document, page: Sequence[Paragraph] = (), rival: str | None = None
) -> Metadata:
    overview = document.named(SECTIONS[0])
    return find_metadata(report.title, [*document.preamble, *page], overview.paragraphs if overview else (), rival)


def _refuse_break(document: Document) -> None:
    if document.last_table is not None:
        read_table(document.last_table, document.lines[document.last_table], own=True, last=True)


def _fill(report: AnnualReport, document: Document, *, own: bool) -> list[Note]:
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


def _missing(name: str, section: Section | None) -> Note:
    code = "TABLE-MISSING" if name in TABLES else "SECTION-MISSING"
    return note(code, (name,), raw=section.heading if section else HEADINGS[name])
