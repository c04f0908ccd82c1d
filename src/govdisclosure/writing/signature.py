"""The signature block below a report: who reports, and the day of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import Paragraph, Role
from govdisclosure.form.days import ends_in_day, print_day
from govdisclosure.model.report import agency_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.form.blocks import Block
    from govdisclosure.model.report import AnnualReport

# 示例县财政局 / 2026年1月20日 / （此件公开发布）
_LAST_LINES: Final = 3


def signature(report: AnnualReport, blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """
    Give the lines of the signature block; an empty one stands for a day that is not known yet.

    A report whose own text ends in a signature has no other one.

    Args:
        report: The report.
        blocks: The report as it is laid out.
    """
    name = agency_name(report)
    last = [block.text for block in blocks[-_LAST_LINES:] if isinstance(block, Paragraph) and block.role is Role.TEXT]
    if any(ends_in_day(line) or line.strip() == name for line in last):
        return
    if name is not None:
        yield Paragraph(name, Role.SIGNATURE)
    day = "" if report.published is None else print_day(report.published)
    yield Paragraph(day, Role.SIGNATURE, path="published")
