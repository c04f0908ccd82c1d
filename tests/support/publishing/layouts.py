"""Every layout, by its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from govdisclosure.model.report import TABLES
from support.publishing import damage, pagetext, pdf, word
from support.publishing.crossed import CROSSED_HTML, CROSSED_TEXT, CROSSED_WORD
from support.publishing.documents import Document, Layout, Printed
from support.publishing.html import MARKUP, Markup, encoded, print_html
from support.publishing.noise import no_noise, some_noise
from support.publishing.pages import Page, page_of
from support.publishing.put_together import CHANGED, COMBINED, HTML, MARKDOWN, STYLED, WORD
from support.publishing.reports import figures, random_report
from support.publishing.text import (
    KEPT,
    LOST,
    Printer,
    cell_a_line,
    cell_a_line_bare,
    joined,
    paths_of,
    print_page,
    row_a_line,
)
from support.publishing.unusual_layouts import UNUSUAL_HTML, UNUSUAL_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    import govdisclosure as gd
    from support.publishing.reports import Blanks


def _draw(rng: Random, blanks: Blanks | None = None, edition: str | None = None) -> tuple[gd.AnnualReport, Page]:
    report = random_report(rng, blanks=blanks, edition=edition)
    return report, page_of(report, some_noise(rng))


def _printed(printer: Printer, blanks: Blanks | None, rng: Random) -> Printed:
    report, page = _draw(rng, blanks)
    return Printed(joined(print_page(page, rng, printer), rng), report, doubtful=_with_blanks(page, blanks))


def _with_blanks(page: Page, blanks: Blanks | None) -> Iterable[str]:
    """Give the paths of rows with blanks where a layout does not print blanks."""
    sheets = page.sheets if blanks == "some" else ()
    return [path for sheet in sheets for path in damage.rows_with_blanks(sheet)]


def _two_layouts(rng: Random) -> Printed:
    report, page = _draw(rng)
    names = rng.sample(sorted(KEPT), len(TABLES))
    printers = {section: KEPT[name] for section, name in zip(TABLES, names, strict=True)}
    return Printed(joined(print_page(page, rng, printers), rng), report)


def _whole_page(rng: Random) -> Printed:
    report, page = _draw(rng)
    return Printed(joined(pagetext.whole_page(page, rng), rng), report)


def _glued(rng: Random) -> Printed:
    report, page = _draw(rng)
    lost = [path for sheet in page.sheets for path in damage.undecidable(sheet)]
    every = [path for sheet in page.sheets for row in sheet.rows for path in paths_of(row)]
    return Printed(joined(print_page(page, rng, damage.glued), rng), report, lost, every)


def _deduplicated(rng: Random) -> Printed:
    report, page = _draw(rng)
    lines, gone = damage.without_repeated(print_page(page, rng, rng.choice((cell_a_line_bare, cell_a_line))))
    return Printed(joined(lines, rng), report, gone, damage.rows_of(page, gone))


def _characters_lost(rng: Random) -> Printed:
    report, page = _draw(rng)
    lines, gone = damage.with_runs_lost(print_page(page, rng, rng.choice((row_a_line, cell_a_line))), rng)
    return Printed(joined(lines, rng), report, gone, figures(report))


def _surplus(rng: Random) -> Printed:
    report, page = _draw(rng, edition="2021")
    printer = rng.choice(sorted(KEPT.items()))[1]
    text = joined(print_page(damage.with_surplus(page), rng, printer), rng)
    return Printed(text, report, ["proactive_disclosure.penalties.decisions"])


def _hybrid(rng: Random) -> Printed:
    report, page = _draw(rng, edition="2021")
    older = page_of(random_report(rng, edition="2019"), no_noise(rng))
    mixed, doubtful = damage.hybrid(page, older)
    return Printed(joined(print_page(mixed, rng, rng.choice(sorted(KEPT.items()))[1]), rng), report, doubtful)


def _picture(rng: Random) -> Printed:
    report, page = _draw(rng)
    for section in rng.sample(list(TABLES), rng.choice((1, 1, 2, 3))):
        page = damage.without_table(report, page, section)
    return Printed(joined(print_page(page, rng, rng.choice(sorted(KEPT.items()))[1]), rng), report)


def _html(markup: Markup, rng: Random) -> Printed:
    report, page = _draw(rng)
    return Printed(encoded(print_html(page, rng, markup), rng), report)


def _word(kind: word.Kind, rng: Random) -> Printed:
    report, page = _draw(rng)
    return Printed(word.print_word(page, rng, kind), report)


def _printed_word(rng: Random) -> Printed:
    return _word(rng.choice(("merged", "merged", "unmerged", "numbered", "cut")), rng)


def _pdf(rng: Random) -> Printed:
    report, page = _draw(rng)
    return Printed(pdf.by_library(page, rng), report)


def _pdf_without(rules: pdf.Rules, blanks: Blanks, rng: Random) -> Printed:
    report, page = _draw(rng, blanks)
    return Printed(pdf.by_library(page, rng, rules), report, doubtful=_with_blanks(page, blanks))


_TEXT: Final[dict[str, tuple[Callable[[Random], Printed], bool]]] = {
    **{name: (partial(_printed, printer, None), True) for name, printer in KEPT.items()},
    "two-layouts": (_two_layouts, True),
    "whole-page": (_whole_page, True),
    "page": (partial(_printed, pagetext.page_rows, "none"), True),
    "page-wrapped": (partial(_printed, pagetext.page_rows_wrapped, "none"), True),
    "picture": (_picture, True),
    **{name: (partial(_printed, printer, "some"), False) for name, printer in LOST.items()},
    "page-collapsed": (partial(_printed, pagetext.page_rows, "some"), False),
    "glued": (_glued, False),
    "deduplicated": (_deduplicated, False),
    "characters-lost": (_characters_lost, False),
    "surplus": (_surplus, False),
    "hybrid": (_hybrid, False),
}

# There are many layouts that are put together of others, and more that are damaged.
_COMBINED: Final = 1 / 2
_CROSSED: Final = 1 / 8
_UNUSUAL_SHARE: Final = 1 / 4

_PUT_TOGETHER: Final = (
    ("text", STYLED | CHANGED | COMBINED),
    ("markdown", MARKDOWN),
    ("html", HTML),
    ("docx", WORD),
)

_DAMAGED: Final = (("text", CROSSED_TEXT), ("html", CROSSED_HTML), ("docx", CROSSED_WORD))
_WITHOUT_RULES: Final[tuple[tuple[str, pdf.Rules], ...]] = (("rules-of-rows", "rows"), ("no-rules", "none"))
_BLANKS: Final[tuple[Blanks, ...]] = ("none", "some")
_UNUSUAL: Final = (("text", UNUSUAL_TEXT), ("html", UNUSUAL_HTML))

_ALL: Final = (
    *(Layout(f"text-{name}", "text", publish, kept) for name, (publish, kept) in _TEXT.items()),
    *(Layout(f"html-{name}", "html", partial(_html, markup)) for name, markup in MARKUP.items()),
    *(Layout(f"docx-{kind}", "docx", partial(_word, kind)) for kind in word.KINDS),
    Layout("pdf-office", "pdf", _printed_word, finish=pdf.by_office),
    Layout("pdf-library", "pdf", _pdf),
    # Whatever is added stands behind: the documents of a layout hang on its name, their order on its place.
    *(
        Layout(f"{file_format}-{name}", file_format, publish, kept, share=_COMBINED)
        for file_format, layouts in _PUT_TOGETHER
        for name, (publish, kept) in layouts.items()
    ),
    *(
        Layout(f"{file_format}-{name}", file_format, publish, keeps_positions=False, share=_CROSSED)
        for file_format, layouts in _DAMAGED
        for name, publish in layouts.items()
    ),
    *(
        Layout(f"{file_format}-{name}", file_format, publish, kept, share=_UNUSUAL_SHARE)
        for file_format, layouts in _UNUSUAL
        for name, (publish, kept) in layouts.items()
    ),
    *(
        Layout(f"pdf-{name}-{blanks}-blanks", "pdf", partial(_pdf_without, rules, blanks), keeps_positions=False)
        for name, rules in _WITHOUT_RULES
        for blanks in _BLANKS
    ),
)

LAYOUTS: Final = {layout.name: layout for layout in _ALL}
"""The layouts by name: the format, then what it looks like."""


def publish(layout: str, seeds: Iterable[int]) -> list[Document]:
    """Make the documents of a layout from these seeds."""
    return LAYOUTS[layout].documents(seeds)
