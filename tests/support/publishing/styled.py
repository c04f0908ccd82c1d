"""Documents as text, Markdown, web pages and Word files, in styles and with changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve

from govdisclosure.model.report import TABLES
from support.publishing import markdown, pagetext, word
from support.publishing.changes import Changes, any_changes, changed_page
from support.publishing.html import MARKUP, encoded, print_html
from support.publishing.styles import Style, any_style, mixed
from support.publishing.text import joined, print_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from support.publishing.documents import Printed
    from support.publishing.reports import Blanks
    from support.publishing.sheets import Sheet
    from support.publishing.text import Printer


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

    return evolve(printed, content=markdown.print_markdown(page, rng, kind, partial(changes.tables, rng=rng)))


def as_html(rng: Random, name: str, changes: Changes) -> Printed:
    """Print a document as a page of the web."""
    printed, page = changed_page(rng, changes, None)
    markup = MARKUP[name]

    def table(sheet: Sheet, rng: Random) -> str:
        pieces = []
        for caption, each in changes.tables(sheet, rng):
            pieces += [markup.paragraph(caption, rng)] if caption else []
            pieces.append(markup.table(each, rng))
        return "".join(pieces)

    return evolve(printed, content=encoded(print_html(page, rng, evolve(markup, table=table)), rng))


def as_word(rng: Random, kind: word.Kind, changes: Changes) -> Printed:
    """Print a document as a Word file."""
    printed, page = changed_page(rng, changes, None)
    return evolve(printed, content=word.print_word(page, rng, kind, changes.tables))


def in_two_styles_each(rng: Random) -> Printed:
    """Print a document as text, each table in two styles, one after the other."""
    printed, page = changed_page(rng, Changes(), None)
    first, second = (any_style(rng, kept=rng.random() < 1 / 2) for _ in range(2))
    doubtful = (path for sheet in page.sheets for style in (first, second) for path in style.in_doubt(sheet))
    content = joined(print_page(page, rng, partial(mixed, first, second)), rng)
    return evolve(printed, content=content, doubtful=doubtful)
