"""The steps for what our writer wrote: headings are exactly those that the metadata announce, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.blocks import Paragraph, Role
from govdisclosure.form.outline import slots
from govdisclosure.form.wording import problem
from govdisclosure.model.report import OtherSection
from govdisclosure.reading.draft import texts
from govdisclosure.reading.tables.table import Around, read_table

if TYPE_CHECKING:
    from govdisclosure.form.blocks import Grid
    from govdisclosure.form.outline import Slot
    from govdisclosure.reading.document.sections import Document
    from govdisclosure.reading.draft import OwnDraft


def take_first_as_title(draft: OwnDraft) -> None:
    """Take the first paragraph for the title, unless the metadata say that there is none."""
    if draft.said.title_is_missing():
        return
    first = draft.body[0] if draft.body else None
    if not isinstance(first, Paragraph):
        raise problem("TITLE-MISSING")
    draft.report.title = first.text
    del draft.body[0]


def expect_headings(draft: OwnDraft) -> None:
    """Ask the metadata which headings there are."""
    missing, others = draft.said.missing(), draft.said.others()
    draft.report.other_sections = [OtherSection(heading=heading, paragraphs=[]) for heading in others]
    draft.announced = slots(missing, others)


def part_at_expected_headings(draft: OwnDraft) -> None:
    """Part the body at these headings; each must be there."""
    document = draft.document
    expected = iter(draft.announced)
    upcoming = next(expected, None)
    for block in draft.body:
        if upcoming is not None and _is_heading(block, upcoming):
            document.begin(upcoming.heading, upcoming.section)
            upcoming = next(expected, None)
        else:
            document.add(block)
    if upcoming is not None:
        _refuse_break(document)
        raise problem("HEADING-MISSING", heading=upcoming.heading)


def _is_heading(block: Paragraph | Grid, slot: Slot) -> bool:
    return isinstance(block, Paragraph) and block.role is not Role.TEXT and block.text == slot.heading


def _refuse_break(document: Document) -> None:
    """Say in which table the document breaks off, if it is in one."""
    if document.last_table is not None:
        read_table(document.last_table, document.tables[document.last_table], Around(own=True, last=True))


def fill_announced_sections(draft: OwnDraft) -> None:
    """Fill in the sections beyond the six."""
    for slot, section in zip(draft.announced, draft.document.sections, strict=True):
        if slot.section is None:
            draft.report.other_sections[slot.index].paragraphs = texts(section.paragraphs)


def fill_said_metadata(draft: OwnDraft) -> None:
    """Fill in what the metadata say, and else what the document tells by itself."""
    draft.said.fill(draft.report, draft.metadata)
