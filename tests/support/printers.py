"""Prints a report as it is, without the noise of a page."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from govdisclosure.model.report import HEADINGS, TABLES
from support.publishing.noise import no_noise
from support.publishing.sheets import sheet_of

if TYPE_CHECKING:
    import govdisclosure as gd
    from support.publishing.text import Printer


def print_report(report: gd.AnnualReport, table: Printer) -> str:
    """Print a report with its headings, its paragraphs, and its tables by one printer."""
    rng = Random(0)  # noqa: S311 - no secret; pages without noise leave nothing to chance
    lines = [report.title or "", *report.preamble]
    for section, heading in HEADINGS.items():
        lines.append(heading)
        sheet = sheet_of(report, section, no_noise(rng)) if section in TABLES else None
        if sheet is None:
            lines.extend(getattr(report, section) or ())
        else:
            lines.extend(line.text for line in table(sheet, rng))
    return "\n".join(lines) + "\n"
