"""The steps that every document takes: its sections, and what it tells of itself, filled into the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.blocks import BETWEEN_CELLS, Grid
from govdisclosure.form.figures import is_figure
from govdisclosure.form.metadata import find_metadata
from govdisclosure.form.wording import note
from govdisclosure.model.editions import edition_of, table_class
from govdisclosure.model.report import HEADINGS, SECTIONS, TABLES, OtherSection
from govdisclosure.model.structure import cell_paths
from govdisclosure.reading.document.tables import states_cell
from govdisclosure.reading.draft import texts
from govdisclosure.reading.official import as_official
from govdisclosure.reading.tables.table import Around, read_table
from govdisclosure.vocabulary.numerals import is_page_number
from govdisclosure.vocabulary.units import says_units_of_form

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
            code, paths = "TABLE-MISSING" if name in TABLES else "SECTION-MISSING", [name]
            if name in TABLES and section is not None and _count_figures(section) > 1:
                # 结 / 果 / 维 / 持 / … / 1 / 0 / 0, below heads that nobody knows
                year = draft.metadata.year
                cls = TABLES[name][0] if year is None else table_class(name, edition_of(year))
                code, paths = "UNPLACED", [f"{name}.{path}" for path in cell_paths(cls)]
            draft.notes.append(note(code, paths, raw=_printed(section, name) if section else HEADINGS[name]))


def _count_figures(section: Section) -> int:
    """Count the figures of a section on lines that hold nothing else; the number of a page is none."""
    lines = [line for line in texts(section.paragraphs) if not is_page_number(line)]
    cells = [line.replace(BETWEEN_CELLS, " ").split() for line in lines]
    return sum(len(figures) for figures in cells if all(map(is_figure, figures)))


def _printed(section: Section, name: str) -> str:
    """Give the heading of a section that lacks its table, with what stands for the table: 结果维持：1件."""
    lines = texts(section.paragraphs)
    stated = _count_figures(section) > 1 or any(states_cell(line, name) for line in lines)
    # 行政复议 above it tells which cell it is.
    return BETWEEN_CELLS.join([section.heading, *(line for line in lines if stated and "。" not in line)])


def _fill_table(draft: Draft, name: str, section: Section | None) -> None:
    document = draft.document
    paragraphs = texts(section.paragraphs if section is not None else document.preamble)
    heading = [section.heading] if section is not None else []
    is_last = document.last_table == name
    around = Around(draft.ours, is_last, draft.metadata.year, [*heading, *paragraphs], document.tables.values())
    reading = read_table(name, document.tables[name], around)
    beside = paragraphs if section is not None else []
    # 单位：件, above the table
    notes = beside if draft.ours else [line for line in beside if not says_units_of_form(line)]
    reading.table.notes.extend([*notes, *reading.remarks])
    setattr(draft.report, name, reading.table)
    draft.unplaced += reading.unplaced
    draft.notes += reading.notes
    draft.rows += reading.rows


def add_other_section(draft: Draft, section: Section) -> None:
    """Add a section beyond the six, or the text below the heading of a table that is missing."""
    draft.report.other_sections.append(OtherSection(heading=section.heading, paragraphs=texts(section.paragraphs)))
