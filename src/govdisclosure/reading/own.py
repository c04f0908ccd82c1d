"""The steps for what our writer wrote: headings are exactly those that the metadata announce, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.blocks import Paragraph, Role
from govdisclosure.form.days import day_of
from govdisclosure.form.ours import is_heading
from govdisclosure.form.outline import slots
from govdisclosure.form.wording import note, problem
from govdisclosure.model.report import TABLES, OtherSection
from govdisclosure.reading.draft import texts
from govdisclosure.reading.tables.table import Around, read_table

if TYPE_CHECKING:
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


def take_signature(draft: OwnDraft) -> None:
    """Take the lines of the signature block out of the body."""
    draft.signature = draft.take_out(Role.SIGNATURE)


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
        if upcoming is not None and isinstance(block, Paragraph) and is_heading(block, upcoming):
            document.begin(upcoming.heading, upcoming.section)
            upcoming = next(expected, None)
        else:
            document.add(block)
    if upcoming is not None:
        _refuse_break(document)
        raise problem("HEADING-MISSING", heading=upcoming.heading)


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
    old = draft.said.fill(draft.report, draft.metadata)
    if old is not None:
        draft.notes.append(note("METADATA-UNREADABLE", ("period",), raw=old))


def fill_signature(draft: OwnDraft) -> None:
    """Fill in the day of the signature block, which somebody may have typed; what is no day and no agency is text."""
    report, agency = draft.report, draft.report.agency
    lines = [line for line in draft.signature if line.text.strip()]
    if lines and agency is not None and lines[0].text == agency.name:
        del lines[0]
    days = [line for line in lines if day_of(line.text) is not None]
    others = [line for line in lines if line not in days]
    if len(days) == 1:
        report.published = day_of(days[0].text)
    elif days or not _is_name(others, draft):
        report.published = None
        draft.notes.append(note("METADATA-UNREADABLE", ("published",), raw=lines[-1].text, source=lines[-1].source))
        others = lines
    elif draft.signature and report.published is not None:
        # The day is gone from its place, but not from the metadata.
        report.published = draft.metadata.published
    _last_texts(draft).extend(texts(others))


def _is_name(lines: list[Paragraph], draft: OwnDraft) -> bool:
    """Tell whether lines of the signature are at most another name of the agency, in the place of the first."""
    return not lines or (draft.report.agency is not None and lines == draft.signature[:1])


def _last_texts(draft: OwnDraft) -> list[str]:
    """Give the paragraphs that the last section of the report ends in."""
    report = draft.report
    if not draft.announced:
        return report.preamble
    last = draft.announced[-1]
    if last.section is None:
        return report.other_sections[last.index].paragraphs
    part = getattr(report, last.section)
    own: list[str] = part.notes if last.section in TABLES else part
    return own
