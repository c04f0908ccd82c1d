"""The form, found in whatever a format reader saw: the steps of reading, from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from govdisclosure.form.blocks import Grid, MetadataBlock
from govdisclosure.form.metadata_block import MetadataReader
from govdisclosure.model.notes import Reading
from govdisclosure.reading.draft import Draft, ForeignDraft, OwnDraft
from govdisclosure.reading.fill import fill_sections, know_official_tables, tell_metadata
from govdisclosure.reading.foreign import (
    drop_checks,
    drop_frames,
    drop_page_head,
    drop_site_footer,
    fill_other_sections,
    fill_told_metadata,
    gather_tables,
    join_headings,
    join_wrapped_lines,
    leave_unbelieved_out,
    note_agency_above_title,
    note_lost_characters,
    note_missing_year,
    note_replaced_characters,
    part_at_headings,
    part_heads_from_titles,
    refuse_break_before_table,
    refuse_other_report,
    refuse_other_than_report,
    refuse_second_report,
    refuse_without_form,
    remove_pinyin,
    set_page_apart,
    sort_notes,
    take_agency_below_title,
    take_day_below_report,
    take_day_below_title,
    take_title,
)
from govdisclosure.reading.own import (
    expect_headings,
    fill_announced_sections,
    fill_said_metadata,
    fill_signature,
    part_at_expected_headings,
    take_first_as_title,
    take_signature,
)
from govdisclosure.vocabulary.memory import forget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from govdisclosure.form.blocks import Block
    from govdisclosure.form.clock import Clock

_Draft = TypeVar("_Draft", bound=Draft)

OWN: Final[tuple[Callable[[OwnDraft], None], ...]] = (
    know_official_tables,
    take_first_as_title,
    take_signature,
    expect_headings,
    part_at_expected_headings,
    fill_announced_sections,
    # Each table has all its labels, so that none needs the year to tell its edition.
    fill_sections,
    tell_metadata,
    fill_said_metadata,
    fill_signature,
)
"""How what our writer wrote is read."""

FOREIGN: Final[tuple[Callable[[ForeignDraft], None], ...]] = (
    # The page: what is no part of the report goes, what is a table becomes one.
    know_official_tables,
    remove_pinyin,
    set_page_apart,
    drop_checks,
    join_headings,
    part_heads_from_titles,
    gather_tables,
    # Those that are laid out as the form is without what has gone.
    know_official_tables,
    drop_frames,
    # The document: its sections and its title.
    part_at_headings,
    refuse_without_form,
    refuse_break_before_table,
    drop_site_footer,
    take_title,
    refuse_other_report,
    refuse_second_report,
    join_wrapped_lines,
    # The report: its sections with their tables, and what is told of it.
    tell_metadata,
    take_agency_below_title,
    note_agency_above_title,
    take_day_below_title,
    take_day_below_report,
    drop_page_head,
    fill_other_sections,
    fill_sections,
    fill_told_metadata,
    leave_unbelieved_out,
    # What is left in doubt, and what is no report after all.
    note_lost_characters,
    note_missing_year,
    note_replaced_characters,
    refuse_other_than_report,
    sort_notes,
)
"""How what somebody else wrote is read."""


def recognize(
    blocks: Iterable[Block],
    *,
    allow_blank: bool = False,
    clock: Clock | None = None,
    unbelieved: MetadataBlock | None = None,
) -> Reading:
    """
    Find the form in the blocks of a document.

    Args:
        blocks: The blocks.
        allow_blank: Whether an empty form is read that others wrote.
        clock: The clock of the reading, which is looked at between the steps; None where they take what they take.
        unbelieved: The metadata of a form of ours that is no longer as our writer makes it; what they say otherwise
            than the blocks is in doubt.

    Raises:
        ReadError: If the form is not there, is none that somebody filled in, stands there twice, or breaks off inside
            a table; if the time is up.
    """
    blocks = tuple(blocks)
    metadata = next((block for block in blocks if isinstance(block, MetadataBlock)), None)
    body = [block for block in blocks if not isinstance(block, MetadataBlock)]
    if metadata is not None:
        return _reading(OwnDraft(body, said=MetadataReader(metadata.values)), OWN, clock)
    return _reading(ForeignDraft(body, allow_blank=allow_blank, unbelieved=unbelieved), FOREIGN, clock)


def _reading(draft: _Draft, steps: Iterable[Callable[[_Draft], None]], clock: Clock | None) -> Reading:
    texts = sum([len(block.rows) if isinstance(block, Grid) else 1 for block in draft.body])
    try:
        for step in steps if clock is None else clock.between(steps):
            step(draft)
    finally:
        forget(texts)
    return Reading(draft.report, draft.notes, draft.rows)
