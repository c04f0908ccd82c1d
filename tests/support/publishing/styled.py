"""Layouts of text, Markdown, web pages and Word files put together from styles and from what offices change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from govdisclosure.model.report import TABLES
from support.publishing import markdown, pagetext, variants, word
from support.publishing.documents import Printed
from support.publishing.html import MARKUP, encoded, print_html
from support.publishing.noise import some_noise
from support.publishing.pages import page_of
from support.publishing.reports import random_report
from support.publishing.styles import Style, any_style
from support.publishing.text import KEPT, joined, print_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from support.publishing.html import Markup
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
        damaged.update(path for sheet in page.sheets for path in variants.short_rows(sheet))
    return Printed("", report, damaged, doubtful), page


def in_style(style: Style) -> Callable[[Random], dict[str, Style]]:
    """Print every table in one style."""
    return lambda _: dict.fromkeys(TABLES, style)


def in_any_style(rng: Random, *, kept: bool) -> dict[str, Style]:
    """Print every table in the same style, whichever it is."""
    return dict.fromkeys(TABLES, any_style(rng, kept=kept))


def in_three_styles(rng: Random, *, kept: bool) -> dict[str, Style]:
    """Print each table in a style of its own."""
    return {section: any_style(rng, kept=kept) for section in TABLES}


def in_styles_of(requests: Style, others: Style) -> Callable[[Random], dict[str, Style]]:
    """Print table III in one style, the others in another."""
    return lambda _: {section: requests if section == "requests" else others for section in TABLES}


def styled(
    rng: Random,
    styles: Callable[[Random], dict[str, Style]],
    changes: Changes | None = None,
    blanks: Blanks | None = None,
) -> Printed:
    """Print a document as text; some changes or other if none are given."""
    chosen = styles(rng)
    changes = changes or any_changes(rng)
    printed, page = changed_page(rng, changes, blanks)
    printers = {section: changes.printing(style) for section, style in chosen.items()}
    lines = print_page(page, rng, printers)
    return evolve(
        printed,
        content=joined(lines, rng),
        damaged=printed.damaged.union(*(chosen[each.section].beyond_reading(each) for each in page.sheets)),
        doubtful=printed.doubtful.union(*(chosen[each.section].in_doubt(each) for each in page.sheets)),
    )


def printed_by(rng: Random, printer: Printer, changes: Changes, blanks: Blanks | None = None) -> Printed:
    """Print a document as text by a printer."""
    printed, page = changed_page(rng, changes, blanks)
    return evolve(printed, content=joined(print_page(page, rng, changes.printing(printer)), rng))


def aligned(rng: Random) -> Printed:
    """Print a document as the text of a page whose columns stand below each other."""
    return printed_by(rng, pagetext.page_rows_aligned, Changes())


def as_markdown(rng: Random, kind: markdown.Kind, changes: Changes) -> Printed:
    """Print a document as Markdown."""
    printed, page = changed_page(rng, changes, None)

    def tables(sheet: Sheet) -> list[tuple[str, Sheet]]:
        return variants.small_tables(sheet, rng) if changes.small else [("", sheet)]

    return evolve(printed, content=markdown.print_markdown(page, rng, kind, tables))


def as_html(rng: Random, name: str, changes: Changes) -> Printed:
    """Print a document as a page of the web."""
    printed, page = changed_page(rng, changes, None)
    markup = MARKUP[name]
    if changes.small:
        markup = evolve(markup, table=_small_in(markup))
    return evolve(printed, content=encoded(print_html(page, rng, markup), rng))


def _small_in(markup: Markup) -> Callable[[Sheet, Random], str]:
    def table(sheet: Sheet, rng: Random) -> str:
        pieces = []
        for caption, small in variants.small_tables(sheet, rng):
            pieces += [markup.paragraph(caption, rng)] if caption else []
            pieces.append(markup.table(small, rng))
        return "".join(pieces)

    return table


def as_word(rng: Random, kind: word.Kind, changes: Changes) -> Printed:
    """Print a document as a Word file."""
    printed, page = changed_page(rng, changes, None)
    return evolve(printed, content=word.print_word(page, rng, kind))


_PAGE_LIKE: Final = pagetext.page_rows
_F01_LINE: Final = Style(cell_a_line=True, padding="below", lead=1, cut=1)
_F01_ROW: Final = Style(padding="beside", lead=1, cut=1)


def _blanks(style: Style) -> Blanks | None:
    """Give whether reports have blanks: none where a row breaks off, since a blank behind that is not told from it."""
    if style.cut is not None:
        return "none"
    return None if style.keeps_positions else "some"


# Each way alone: what it is called, how a document is made, whether every figure can be told its cell.
STYLED: Final[dict[str, tuple[Callable[[Random], Printed], bool]]] = {
    name: (partial(styled, styles=in_style(style), changes=Changes(), blanks=_blanks(style)), style.keeps_positions)
    for name, style in {
        "row-lead-cut": _F01_ROW,
        "row-lead-two-cut": evolve(_F01_ROW, lead=2),
        "row-lead-cut-later": evolve(_F01_ROW, cut=3),
        "row-lead": evolve(_F01_ROW, cut=None),
        "row-cut": evolve(_F01_ROW, lead=0),
        "row-cut-short": Style(cut=2),
        "cell-lead-cut": _F01_LINE,
        "cell-lead-two-cut": evolve(_F01_LINE, lead=2),
        "cell-lead-cut-later": evolve(_F01_LINE, cut=3),
        "cell-lead": evolve(_F01_LINE, cut=None),
        "cell-cut": evolve(_F01_LINE, lead=0),
        "row-two-bars": Style(bars=2),
        "row-two-bars-padded": Style(bars=2, padding="beside"),
        "row-two-bars-collapsed": Style(bars=2, padding="beside", blanks="collapsed"),
        "cell-two-bars": Style(cell_a_line=True, bars=2),
        "cell-two-bars-padded": Style(cell_a_line=True, bars=2, padding="below"),
        "row-no-bars": Style(bars=0),
        "row-tabs": Style(bars=0, gap="\t"),
        "row-tabs-written-out": Style(bars=0, gap="\t", written_out=True),
        "row-padded-below": Style(padding="below"),
        "row-opened-padded": Style(opened=True, padding="beside"),
        "row-opened-collapsed": Style(opened=True, padding="beside", blanks="collapsed"),
        "row-opened-trimmed": Style(opened=True, blanks="trimmed"),
        "row-trimmed-padded": Style(padding="beside", blanks="trimmed"),
        "row-written-out-bare": Style(written_out=True),
        "cell-opened-beside": Style(cell_a_line=True, opened=True, padding="beside"),
        "cell-opened-collapsed": Style(cell_a_line=True, opened=True, padding="below", blanks="collapsed"),
        "cell-trimmed": Style(cell_a_line=True, blanks="trimmed"),
        "cell-trimmed-padded": Style(cell_a_line=True, blanks="trimmed", padding="below"),
        "cell-written-out": Style(cell_a_line=True, written_out=True),
        "cell-written-out-bare": Style(cell_a_line=True, written_out=True, bars=0),
        "cell-unpadded": Style(cell_a_line=True),
    }.items()
}


def _plain_change(name: str, changes: Changes) -> dict[str, tuple[Callable[[Random], Printed], bool]]:
    """Give the layouts of one change, a row a line and a cell a line."""
    kept = not (changes.short or changes.remarks)
    return {
        f"row-{name}": (partial(printed_by, printer=KEPT["row"], changes=changes), kept),
        f"cell-{name}": (partial(printed_by, printer=KEPT["cell-barred"], changes=changes), kept),
        f"bare-{name}": (partial(printed_by, printer=KEPT["cell"], changes=changes), kept),
    }


CHANGED: Final[dict[str, tuple[Callable[[Random], Printed], bool]]] = {
    **_plain_change("small-tables", Changes(small=True)),
    **_plain_change("apart", Changes(apart=True)),
    **_plain_change("apart-short", Changes(apart=True, short=True)),
    **_plain_change("remarks", Changes(remarks=True)),
    **_plain_change("heads", Changes(heads=True)),
    "row-pieces": (
        partial(styled, styles=in_style(Style(pieces="lines")), changes=Changes(pieces=True)),
        True,
    ),
    "row-pieces-padded": (
        partial(styled, styles=in_style(Style(pieces="lines", padding="beside")), changes=Changes(pieces=True)),
        True,
    ),
    "row-pieces-cells": (
        partial(styled, styles=in_style(Style(pieces="tokens")), changes=Changes(pieces=True)),
        False,
    ),
    "cell-pieces": (
        partial(styled, styles=in_style(Style(cell_a_line=True, padding="below")), changes=Changes(pieces=True)),
        True,
    ),
    "bare-pieces": (
        partial(styled, styles=in_style(Style(cell_a_line=True, bars=0)), changes=Changes(pieces=True)),
        True,
    ),
    "cell-pieces-cells": (
        partial(styled, styles=in_style(Style(cell_a_line=True, pieces="tokens")), changes=Changes(pieces=True)),
        False,
    ),
    "page-heads": (
        partial(printed_by, printer=_PAGE_LIKE, changes=Changes(heads=True), blanks="none"),
        True,
    ),
    "page-aligned": (aligned, False),
}

COMBINED: Final[dict[str, tuple[Callable[[Random], Printed], bool]]] = {
    "any-style": (partial(styled, styles=partial(in_any_style, kept=True), changes=Changes()), True),
    "any-style-lost": (
        partial(styled, styles=partial(in_any_style, kept=False), changes=Changes(), blanks="some"),
        False,
    ),
    "three-styles": (partial(styled, styles=partial(in_three_styles, kept=True), changes=Changes()), True),
    "three-styles-lost": (
        partial(styled, styles=partial(in_three_styles, kept=False), changes=Changes(), blanks="some"),
        False,
    ),
    "lead-and-rows": (
        partial(styled, styles=in_styles_of(_F01_LINE, Style(padding="beside")), changes=Changes(), blanks="none"),
        False,
    ),
    "collapsed-and-barred": (
        partial(
            styled,
            styles=in_styles_of(Style(padding="beside", blanks="collapsed"), Style(cell_a_line=True, opened=True)),
            changes=Changes(heads=True),
        ),
        False,
    ),
    "small-any-style": (
        partial(styled, styles=partial(in_any_style, kept=True), changes=Changes(small=True, heads=True)),
        True,
    ),
    "apart-any-style": (
        partial(styled, styles=partial(in_any_style, kept=True), changes=Changes(apart=True, small=True)),
        True,
    ),
    "remarks-any-style": (
        partial(styled, styles=partial(in_any_style, kept=True), changes=Changes(remarks=True, heads=True)),
        False,
    ),
    "pieces-any-style": (
        partial(styled, styles=partial(in_any_style, kept=True), changes=Changes(pieces=True, small=True)),
        True,
    ),
    "anything": (partial(styled, styles=partial(in_three_styles, kept=True)), False),
    "anything-lost": (partial(styled, styles=partial(in_three_styles, kept=False), blanks="some"), False),
    "page-small-heads": (
        partial(printed_by, printer=_PAGE_LIKE, changes=Changes(small=True, heads=True), blanks="none"),
        True,
    ),
    "page-wrapped-apart": (
        partial(printed_by, printer=pagetext.page_rows_wrapped, changes=Changes(apart=True), blanks="none"),
        True,
    ),
    "page-remarks": (
        partial(printed_by, printer=_PAGE_LIKE, changes=Changes(remarks=True, small=True), blanks="none"),
        False,
    ),
}

MARKDOWN: Final[dict[str, tuple[Callable[[Random], Printed], bool]]] = {
    "ruled": (partial(as_markdown, kind="ruled", changes=Changes()), True),
    "unruled": (partial(as_markdown, kind="unruled", changes=Changes()), True),
    "aligned": (partial(as_markdown, kind="aligned", changes=Changes()), True),
    "empty-head": (partial(as_markdown, kind="empty-head", changes=Changes()), True),
    "small-heads": (partial(as_markdown, kind="ruled", changes=Changes(small=True, heads=True)), True),
    "unruled-small-remarks": (partial(as_markdown, kind="unruled", changes=Changes(small=True, remarks=True)), False),
}

HTML: Final[dict[str, tuple[Callable[[Random], Printed], bool]]] = {
    "small-tables": (partial(as_html, name="editor", changes=Changes(small=True)), True),
    "heads": (partial(as_html, name="editor", changes=Changes(heads=True)), True),
    "remarks": (partial(as_html, name="editor", changes=Changes(remarks=True)), False),
    "spanless-small-heads": (partial(as_html, name="spanless", changes=Changes(small=True, heads=True)), True),
    "written-out-small": (partial(as_html, name="written-out", changes=Changes(small=True, pieces=True)), True),
    "word-heads-remarks": (partial(as_html, name="word", changes=Changes(heads=True, remarks=True)), False),
    "cut-heads": (partial(as_html, name="cut", changes=Changes(heads=True)), True),
    "breaks-small": (partial(as_html, name="breaks", changes=Changes(small=True)), True),
}

WORD: Final[dict[str, tuple[Callable[[Random], Printed], bool]]] = {
    "heads": (partial(as_word, kind="merged", changes=Changes(heads=True)), True),
    "remarks": (partial(as_word, kind="merged", changes=Changes(remarks=True)), False),
    "cut-heads": (partial(as_word, kind="cut", changes=Changes(heads=True)), True),
}
