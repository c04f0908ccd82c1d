"""A reading as far as it has come: what each step takes, and what it adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from govdisclosure.form.blocks import Grid, MetadataBlock, Paragraph, Role
from govdisclosure.form.metadata import Metadata
from govdisclosure.form.metadata_block import MetadataReader
from govdisclosure.form.outline import Slot
from govdisclosure.model.notes import Note, RowPlace
from govdisclosure.model.report import AnnualReport
from govdisclosure.reading.document.sections import Document
from govdisclosure.reading.document.titles import Opening
from govdisclosure.reading.tables.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable


@define
class Draft:
    """
    A reading as far as it has come.

    Args:
        body: The paragraphs and tables of the document that are not read yet.
        document: The document taken apart.
        page: What the page says of itself, outside its body.
        opening: What stands before section 一, its title taken out.
        metadata: What title, preamble and section 一 tell.
        report: The report.
        unplaced: The rows whose figures could not be placed.
        notes: What makes the reading inexact.
        rows: Where the rows of figures stand.
    """

    ours: ClassVar[bool]
    """Whether our writer wrote the document."""

    body: list[Paragraph | Grid]
    document: Document = field(factory=Document)
    page: list[Paragraph] = field(factory=list)
    opening: Opening = field(factory=Opening)
    metadata: Metadata = field(factory=Metadata)
    report: AnnualReport = field(factory=AnnualReport)
    unplaced: list[Row] = field(factory=list)
    notes: list[Note] = field(factory=list)
    rows: list[RowPlace] = field(factory=list)

    def take_out(self, role: Role) -> list[Paragraph]:
        """Take the paragraphs of a role out of the body."""
        taken: list[Paragraph] = []
        body: list[Paragraph | Grid] = []
        for block in self.body:
            if isinstance(block, Paragraph) and block.role is role:
                taken.append(block)
            else:
                body.append(block)
        self.body = body
        return taken


@define(kw_only=True)
class OwnDraft(Draft):
    """
    The reading of what our writer wrote.

    Args:
        said: What its metadata say.
        announced: The headings that these announce, in their order.
        signature: The lines of the signature block.
    """

    ours: ClassVar[bool] = True

    said: MetadataReader
    announced: list[Slot] = field(factory=list)
    signature: list[Paragraph] = field(factory=list)


@define(kw_only=True)
class ForeignDraft(Draft):
    """
    The reading of what somebody else wrote.

    Args:
        allow_blank: Whether an empty form is welcome.
        foot: What the web site says of the page below the report.
        unbelieved: The metadata of a form of ours that somebody has changed, so that they are believed no more.
    """

    ours: ClassVar[bool] = False

    allow_blank: bool
    unbelieved: MetadataBlock | None = None
    foot: list[Paragraph] = field(factory=list)


def texts(paragraphs: Iterable[Paragraph]) -> list[str]:
    """Give the texts of paragraphs."""
    return [paragraph.text for paragraph in paragraphs]
