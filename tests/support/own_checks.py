"""Checks of a caller's own that stand in a module: for other processes, and for what these end over."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Iterator

DEADLY: Final = "示例县毒局"
"""The body whose report ends every process that checks it."""

HARMFUL_ONCE: Final = "示例县急局"
"""The body whose report ends the first process that checks it: where its title names a file, which is then there."""

ENDLESS: Final = "示例县慢局"
"""The body whose check never ends."""


@gd.rule("OWN-DEADLY", "info")
def deadly(report: gd.AnnualReport) -> Iterator[gd.Finding]:
    """Nothing survives the report of one body."""
    name = report.agency.name if report.agency is not None else ""
    if name == DEADLY:
        os._exit(3)
    if name == HARMFUL_ONCE and report.title is not None and not os.path.exists(report.title):  # noqa: PTH110
        with open(report.title, "w", encoding="utf-8"):  # noqa: PTH123
            os._exit(3)
    if name == ENDLESS:
        time.sleep(600)
    yield gd.Finding("agency")


@gd.rule("OWN-FAILING", "info")
def failing(report: gd.AnnualReport) -> Iterator[gd.Finding]:
    """A check with a fault of its own."""
    yield gd.Finding("agency", details={"n": 1 // len(report.overview or ())})
