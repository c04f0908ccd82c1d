"""The steps that every document takes: its sections, and what it tells of itself, filled into the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.blocks import BETWEEN_CELLS, Grid
from govdisclosure.form.metadata import find_metadata
from govdisclosure.form.wording import note
from govdisclosure.model.report import HEADINGS, SECTIONS, TABLES, OtherSection
from govdisclosure.reading.document.tables import states_cell
from govdisclosure.reading.draft import texts
from govdisclosure.reading.official import as_official
from govdisclosure.reading.tables.table import Around, read_table

if TYPE_CHECKING:
    from govdisclosure.reading.document.sections import Section
    from govdisclosure.reading.draft import Draft


def know_official_tables(draft: Draft) -> None:
    """Know the tables that are laid out just as the form is, about which nothing else need be asked."""
    draft.body = [as_official(block) if isinstance(block, Grid) else block for block in draft.body]


def tell_metadata(draft: Draft) -> None:
    """Find agency, year, period and publication in the title, around it, and in section 一."""
    overview = draft.document.named(SECTIONS[0])
    draft.metadata = find_metadata(
        draft.report.title,
        [*draft.document.preamble, *draft.opening.above, *draft.page],
        overview.paragraphs if overview is not None else (),
        draft.opening.rival,
    )


def fill_sections(draft: Draft) -> None:
    """Fill in preamble and the six sections; what is not there stays null, with a note unless that was announced."""
    draft.report.preamble = texts(draft.document.preamble)
    for name in SECTIONS:
        section = draft.document.named(name)
        if name not in TABLES:
            setattr(draft.report, name, None if section is None else texts(section.paragraphs))
        elif name in draft.document.tables:
            _fill_table(draft, name, section)
        elif section is not None:
            # 二、主动公开政府信息情况 / 见附件。
            add_other_section(draft, section)
        announced = draft.ours and section is None
        if getattr(draft.report, name) is None and not announced:
            code = "TABLE-MISSING" if name in TABLES else "SECTION-MISSING"
            draft.notes.append(note(code, (name,), raw=_printed(section, name) if section else HEADINGS[name]))


def _printed(section: Section, name: str) -> str:
    """Give the heading of a section that lacks its table, with what stands for the table: 结果维持：1件."""
    lines = texts(section.paragraphs)
    stated = [line for line in lines if states_cell(line, name)]
    # 行政复议 above it tells which cell it is.
    return BETWEEN_CELLS.join([section.heading, *(line for line in lines if stated and "。" not in line)])


def _fill_table(draft: Draft, name: str, section: Section | None) -> None:
    document = draft.document
    paragraphs = texts(section.paragraphs if section is not None else document.preamble)
    heading = [section.heading] if section is not None else []
    is_last = document.last_table == name
    around = Around(draft.ours, is_last, draft.metadata.year, [*heading, *paragraphs], document.tables.values())
    reading = read_table(name, document.tables[name], around)
    reading.table.notes.extend([*(paragraphs if section is not None else ()), *reading.remarks])
    setattr(draft.report, name, reading.table)
    draft.unplaced += reading.unplaced
    draft.notes += reading.notes
    draft.rows += reading.rows


def add_other_section(draft: Draft, section: Section) -> None:
    """Add a section beyond the six, or the text below the heading of a table that is missing."""
    draft.report.other_sections.append(OtherSection(heading=section.heading, paragraphs=texts(section.paragraphs)))
