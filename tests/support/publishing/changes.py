"""What an office changes of the tables of a report before they are printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve, frozen

import govdisclosure as gd
from support.publishing import variants
from support.publishing.documents import Printed
from support.publishing.noise import some_noise
from support.publishing.pages import page_of
from support.publishing.reports import random_report

if TYPE_CHECKING:
    from random import Random

    from support.publishing.pages import Page
    from support.publishing.reports import Blanks
    from support.publishing.sheets import Sheet
    from support.publishing.text import Printer


@frozen
class Changes:
    """
    What an office changes of the tables before they are printed.

    Args:
        small: Table IV is three small tables.
        apart: The rows of the first item of table II stand behind the table.
        short: Those rows have lost a figure.
        remarks: Some figures have remarks.
        heads: Column heads are in other words.
        pieces: Labels are in pieces.
    """

    small: bool = False
    apart: bool = False
    short: bool = False
    remarks: bool = False
    heads: bool = False
    pieces: bool = False

    def printing(self, printer: Printer) -> Printer:
        """Give the printer of tables that are changed so."""
        printer = variants.printing_rows_apart(printer, short=self.short) if self.apart else printer
        return variants.printing_small_tables(printer) if self.small else printer

    def tables(self, sheet: Sheet, rng: Random) -> list[tuple[str, Sheet]]:
        """Give the tables that one is printed as, where they are grids, each with its caption."""
        left, apart = variants.set_apart(sheet) if self.apart else (sheet, ())
        tables = variants.small_tables(left, rng) if self.small else [("", left)]
        return [*tables, ("", evolve(sheet, rows=apart, note=None))] if apart else tables


def any_changes(rng: Random) -> Changes:
    """Draw changes, each as often as not."""
    names = ("small", "apart", "remarks", "heads", "pieces")
    return Changes(**{name: rng.random() < 1 / 2 for name in names})


def changed_page(rng: Random, changes: Changes, blanks: Blanks | None) -> tuple[Printed, Page]:
    """Draw a report, and its page with these changes; what it prints is not yet there."""
    report = random_report(rng, blanks=blanks)
    page = page_of(report, some_noise(rng))
    damaged: set[str] = set()
    doubtful: frozenset[str] = frozenset()
    if changes.heads:
        page = variants.changed(page, partial(variants.reworded, rng=rng))
    if changes.pieces:
        page = variants.changed(page, partial(variants.in_pieces, rng=rng))
    if changes.remarks:
        page, doubtful = variants.remarked_cells(page, rng)
    if changes.short:
        rows = [row for sheet in page.sheets for row in variants.short_rows(sheet)]
        damaged.update(path for paths, stated in rows if stated for path in paths)
        for path in [path for paths, stated in rows if not stated for path in paths]:
            gd.put(report, path, None)
    return Printed("", report, damaged, doubtful), page
