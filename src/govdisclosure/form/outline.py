"""The outline of a report: its headings, in the order in which they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.model.report import HEADINGS, TABLES
from govdisclosure.vocabulary.headings import section_of

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    placed = {slot.index for slot in ordered}
    return ordered + [slot for slot in rest if slot.index not in placed]
