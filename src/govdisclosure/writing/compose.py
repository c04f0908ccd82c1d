"""A report as blocks: the official form, in the order in which it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.blocks import Block, MetadataBlock, Paragraph, Role
from govdisclosure.form.grids import form_grid
from govdisclosure.form.metadata import find_metadata
from govdisclosure.form.metadata_block import metadata_values, missing_sections
from govdisclosure.form.outline import slots
from govdisclosure.model.report import NARRATIVES, AnnualReport, validate_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def compose(report: AnnualReport) -> list[Block]:
    """
    Lay a report out as the official form.

    Raises:
        TypeError: If a list of paragraphs was given something else than text, or a derived class has a
            field of its own.
        ValueError: If a paragraph holds a line break or another character that text must not have.
    """
    validate_whole(report)
    told = find_metadata(report.title, _texts(report.preamble, "preamble"), _texts(report.overview or (), "overview"))
    return [MetadataBlock(metadata_values(report, told)), *_body(report)]


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
