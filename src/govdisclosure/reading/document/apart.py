"""A document that somebody else wrote, taken apart at its headings."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

import attrs

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.thresholds import LONGEST_OTHER_HEADING
from govdisclosure.form.wording import note
from govdisclosure.model.report import SECTIONS, TABLES
from govdisclosure.reading.document.headings import headings_read, is_written, without_captions
from govdisclosure.reading.document.outline import candidates_among, outline_of, with_headings_of_tables
from govdisclosure.reading.document.sections import Document
from govdisclosure.reading.document.tables import (
    PROACTIVE,
    annexed,
    as_text,
    is_of_statistics,
    notes_on_rows,
    parted,
    sections_in,
    tables_among,
    without_summaries,
)
from govdisclosure.reading.labels import all_keys
from govdisclosure.reading.tables.lines import lines_in
from govdisclosure.reading.tables.small_tables import names_all_blocks, names_block
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.heading_lines import Wording, numbered
from govdisclosure.vocabulary.headings import is_annex, is_other_heading
from govdisclosure.vocabulary.numerals import is_page_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.model.notes import Note, Source
    from govdisclosure.reading.document.outline import Outline
    from govdisclosure.vocabulary.heading_lines import Heading


def take_apart(body: list[Paragraph | Grid]) -> Document:
    """Find the headings of a document that somebody else wrote, at their places between the tables."""
    body, tables, notes = _without_statistics(*parted(without_captions(body)))
    sections = [section for section in tables if section is not None]
    if len(set(sections)) < len(sections):
        body = without_summaries(body)
        tables = tables_among(body)
    headings = headings_read(body)
    annex = annexed(body, tables, _annex(body, headings))
    of_all, tables = tables, [None if place in annex else section for place, section in enumerate(tables)]
    outline = _outline(body, headings, tables)
    first, last = _bounds(body, of_all, headings, outline)
    document = Document(core=list(body[first:last]), notes=[*notes, *_notes(body, outline)])
    for place, (block, below) in enumerate(zip_longest(body, body[1:])):
        if place == first:
            document.above = len(document.preamble)
        if isinstance(block, Grid) and place in annex:
            document.add_annexed(block)
        elif isinstance(block, Grid):
            document.add(block, known=tables[place] is not None)
        elif place in outline.headings or place in outline.again:
            _begin(document, block, outline, place)
        elif isinstance(below, Grid) and _names_block(block, tables[place + 1], below):
            document.add_caption(block, tables[place + 1], below)
        elif place in outline.captions:
            _add_behind(document, block, outline.captions[place])
        else:
            _add(document, block, outline, below)
    return document


def _without_statistics(
    body: list[Paragraph | Grid], tables: list[str | None]
) -> tuple[list[Paragraph | Grid], list[str | None], list[Note]]:
    """
    Make text of tables that count something else by the rows of table II, in other sections than its own.

    Args:
        body: The blocks.
        tables: Of which section's table each of them is.

    Returns:
        The blocks, their tables, and a note on each row of such tables where table II is not there, or has no figures.
    """
    places = [place for place, section in enumerate(tables) if section == PROACTIVE and is_of_statistics(body[place])]
    if not places:
        return body, tables, []
    tables = [None if place in places else section for place, section in enumerate(tables)]
    headings = _outline(body, headings_read(body), tables).headings
    begun = {heading.section: place for place, heading in headings.items()}
    # Below the heading of table II, or where that is lost, such a table can be what is left of that.
    start = begun.get(PROACTIVE, 0)
    end = min((place for place in headings if place > start), default=len(body))
    others = {place for place in places if PROACTIVE in begun and not start < place < end}
    kept: list[Paragraph | Grid] = []
    notes: list[Note] = []
    for place, block in enumerate(body):
        if isinstance(block, Grid) and place in others:
            kept += as_text(lines_in(block))
            notes += notes_on_rows(lines_in(block))
        else:
            kept.append(block)
    is_there = any(is_written(body[place]) for place, section in enumerate(tables) if section == PROACTIVE)
    return kept, tables_among(kept), [] if is_there else notes


def _outline(
    body: Sequence[Paragraph | Grid], headings: Sequence[Heading | None], tables: Sequence[str | None]
) -> Outline:
    """Choose the headings of a document, by the places of its tables."""
    texts = [block.text if isinstance(block, Paragraph) else "" for block in body]
    first_tables = _first_tables(tables, body)
    outline = outline_of(candidates_among(texts, headings), first_tables)
    return with_headings_of_tables(outline, texts, first_tables)


def _annex(body: Sequence[Paragraph | Grid], headings: Sequence[Heading | None]) -> int:
    """Give where an annex begins behind the latest heading of section 六; the end of the document where none does."""
    last = [place for place, heading in enumerate(headings) if heading is not None and heading.section == SECTIONS[-1]]
    for place in range(last[-1] + 1, len(body)) if last else ():
        block = body[place]
        # 附：下属单位主动公开情况; but 七、其他 may have a table that was forgotten above.
        if isinstance(block, Paragraph) and is_annex(block.text.strip()):
            return place
    return len(body)


def _names_block(block: Paragraph, section: str | None, below: Grid) -> bool:
    """Tell whether a line says which block of table IV the small table below it holds; above all of it, none does."""
    # 行政诉讼（未经复议直接起诉）, but not 表3 行政复议、行政诉讼情况统计表
    return section is not None and names_block(block.text, section) and not names_all_blocks(below)


def _first_tables(tables: Sequence[str | None], body: Sequence[Paragraph | Grid]) -> dict[str, int]:
    """Give for each section the place where its table begins: its first grid with figures, or its first."""
    # Where a heading is lost, two tables can be one.
    are_all_there = set(tables) >= TABLES.keys()
    first: dict[str, int] = {}
    for place, table in enumerate(tables):
        if table is None:
            continue
        for section in (table,) if are_all_there else sections_in(body[place]):
            if section not in first or (is_written(body[place]) and not is_written(body[first[section]])):
                first[section] = place
    return first


def _bounds(
    body: Sequence[Paragraph | Grid],
    tables: Sequence[str | None],
    headings: Sequence[Heading | None],
    outline: Outline,
) -> tuple[int, int]:
    """Give the places of the first heading or table and of the last; behind the end where there is none."""
    parts: list[int] = []
    for place, heading in enumerate(headings):
        is_heading = place in outline.headings or (heading is not None and heading.wording is Wording.USUAL)
        if is_heading or (tables[place] and is_written(body[place])):
            parts.append(place)
    return (parts[0], parts[-1]) if parts else (len(body), len(body))


def _notes(body: Sequence[Paragraph | Grid], outline: Outline) -> Iterator[Note]:
    """Note the headings that are not as the form has them, or not where it has them."""
    for place, heading in outline.headings.items():
        if heading.is_odd:
            yield note("HEADING-ODD", (heading.section,), raw=heading.text, source=_source(body[place]))
        if place in outline.moved:
            yield note("HEADING-ORDER", (heading.section,), raw=heading.text, source=_source(body[place]))
    for place, heading in outline.again.items():
        yield note("HEADING-TWICE", (heading.section,), raw=heading.text, source=_source(body[place]))


def _source(block: Paragraph | Grid) -> Source | None:
    return block.source if isinstance(block, Paragraph) else None


def _begin(document: Document, paragraph: Paragraph, outline: Outline, place: int) -> None:
    """Begin the section of a heading, with the text that follows on its line."""
    if place in outline.headings:
        heading = outline.headings[place]
        document.begin(heading.text, heading.section)
    else:
        heading = outline.again[place]
        document.begin_again(heading.text, heading.section)
    _add_behind(document, paragraph, heading)


def _add_behind(document: Document, paragraph: Paragraph, heading: Heading) -> None:
    # 一、总体情况。2022年，我局公开信息3条。
    if heading.behind:
        document.add(attrs.evolve(paragraph, text=heading.behind))


def _is_next_heading(text: str, outline: Outline) -> bool:
    """Tell whether a line is numbered as the heading of section 六 is, and goes on behind it: （七）, 7., 十一、."""
    numbering, number, words = numbered(text)
    is_beyond = number is not None and number > len(SECTIONS)
    is_short = len(words) <= LONGEST_OTHER_HEADING and not text.endswith(("。", "；"))
    alike = {heading.numbering for heading in outline.headings.values() if heading.section == SECTIONS[-1]}
    return is_beyond and is_short and numbering in alike


def _says(paragraph: Paragraph) -> bool:
    """Tell whether a line says something: a sentence, or words with a figure among them (结果维持：1件)."""
    text = paragraph.text.strip()
    return is_written(paragraph) or (
        text[:1].isalpha() and any(map(str.isdecimal, text)) and key(text) not in all_keys()
    )


def _is_label(text: str, below: Paragraph | Grid | None) -> bool:
    """Tell whether a line is a label of the form, and none below which a line says something."""
    # 行政复议 / 本年度发生行政复议3件。
    return key(text) in all_keys() and not (isinstance(below, Paragraph) and _says(below))


def _add(document: Document, paragraph: Paragraph, outline: Outline, below: Paragraph | Grid | None) -> None:
    text = paragraph.text.strip()
    # 附件：1.某县2022年政府信息公开情况统计表
    if document.has_all_six and (is_other_heading(text) or _is_next_heading(text, outline)):
        document.begin(text)
    # - 4 -; between tables also a label of the form on a line of its own
    elif not (is_page_number(text) or (document.in_table_section and _is_label(text, below))):
        document.add(paragraph if text == paragraph.text else attrs.evolve(paragraph, text=text))
