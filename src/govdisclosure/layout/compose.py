"""A report as blocks: the official form, in the order in which it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.layout.blocks import Block, Head, Paragraph, Role
from govdisclosure.layout.form import form_grid
from govdisclosure.layout.head import head_values, missing_sections
from govdisclosure.layout.headings import section_of
from govdisclosure.layout.metadata import find_metadata
from govdisclosure.model.report import HEADINGS, NARRATIVES, TABLES, AnnualReport, validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@frozen
class Slot:
    """
    One heading of a report.

    Args:
        heading: As printed.
        section: Name of the section; None for one of ``other_sections``.
        index: Place in ``other_sections``.
    """

    heading: str
    section: str | None = None
    index: int = -1


def slots(missing: Sequence[str], others: Sequence[str]) -> list[Slot]:
    """
    Give the headings of a report in the order in which they are printed.

    The heading of a table section whose table is missing stands in that section's place, other sections at the end.

    Args:
        missing: Names of the sections that are null.
        others: Headings of ``other_sections``.
    """
    rest = [Slot(heading, index=index) for index, heading in enumerate(others)]
    ordered: list[Slot] = []
    for section, heading in HEADINGS.items():
        if section not in missing:
            ordered.append(Slot(heading, section))
        elif section in TABLES:
            ordered += [slot for slot in rest if section_of(slot.heading) == section]
    return ordered + [slot for slot in rest if slot not in ordered]


def compose(report: AnnualReport) -> list[Block]:
    """
    Lay a report out as the official form.

    Raises:
        TypeError: If a list of paragraphs was given something else than text.
        ValueError: If a paragraph holds a line break or another character that text must not have.
    """
    validate(report)
    found = find_metadata(report.title, _texts(report.preamble, "preamble"), _texts(report.overview or (), "overview"))
    return [Head(head_values(report, found)), *_body(report)]


def _body(report: AnnualReport) -> Iterator[Block]:
    if report.title is not None:
        yield Paragraph(report.title, Role.TITLE, path="title")
    yield from _texts(report.preamble, "preamble")
    for slot in slots(missing_sections(report), [other.heading for other in report.other_sections]):
        section = f"other_sections[{slot.index}]" if slot.section is None else slot.section
        yield Paragraph(slot.heading, Role.HEADING, path=section)
        if slot.section is None:
            yield from _texts(report.other_sections[slot.index].paragraphs, f"{section}.paragraphs")
        elif slot.section in NARRATIVES:
            yield from _texts(getattr(report, section), section)
        else:
            table = getattr(report, section)
            yield form_grid(table, section)
            yield from _texts(table.notes, f"{section}.notes")


def _texts(paragraphs: Iterable[str], path: str) -> Iterator[Paragraph]:
    return (Paragraph(text, Role.TEXT, path=f"{path}[{index}]") for index, text in enumerate(paragraphs))
