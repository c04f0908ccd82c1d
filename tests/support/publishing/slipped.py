"""Documents with slips of labels and rows, as text and as grids."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import evolve

import govdisclosure as gd
from support.publishing import damage, pagetext, word
from support.publishing.documents import Document, Layout, Printed
from support.publishing.html import MARKUP, encoded, print_html
from support.publishing.noise import some_noise
from support.publishing.pages import page_of
from support.publishing.reports import random_report
from support.publishing.slips import SLIPS, Slipped
from support.publishing.styles import Style, any_style
from support.publishing.text import KEPT, LOST, joined, print_page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from support.publishing.pages import Page
    from support.publishing.reports import Blanks
    from support.publishing.text import Printer

_SECTIONS: Final = ("proactive_disclosure", "requests", "requests")
_PRINTERS: Final[dict[str, Printer]] = {
    **{name: KEPT[name] for name in ("row", "row-padded", "row-short", "row-barred", "markdown")},
    **{name: KEPT[name] for name in ("cell", "cell-barred", "cell-padded-last", "cell-opened", "cell-between-bars")},
    "row-collapsed": LOST["row-collapsed"],
    "cell-collapsed": LOST["cell-collapsed"],
    "page": pagetext.page_rows,
    "page-wrapped": pagetext.page_rows_wrapped,
    "two-bars": Style(bars=2),
    "opened-padded": Style(opened=True, padding="beside"),
}
# Twice in a row, labels of neighbours are those of other rows that nobody misses.
_ONCE: Final = ("label-of-neighbour",)
_WITHOUT_BLANKS: Final = ("row-collapsed", "cell-collapsed", "page", "page-wrapped")
_MARKUP: Final = ("editor", "written-out", "spanless", "cut")
_WORD: Final[tuple[word.Kind, ...]] = ("merged", "unmerged")


def _slip(page: Page, kind: str, rng: Random) -> tuple[Page, list[Slipped]]:
    """Let a slip of a kind happen to a page, or two."""
    slips = []
    for _ in range(1 if kind in _ONCE else rng.choice((1, 1, 2))):
        section = rng.choice(_SECTIONS)
        places = [number for number, part in enumerate(page.parts) if part.section == section]
        part = page.parts[places[0]]
        assert part.sheet is not None
        slipped = SLIPS[kind](part.sheet, rng)
        slips.append(slipped)
        parts = [*page.parts]
        parts[places[0]] = evolve(part, sheet=slipped.sheet)
        page = evolve(page, parts=tuple(parts))
    return page, slips


def _drawn(rng: Random, kind: str, *, blanks: Blanks | None = None) -> tuple[Printed, Page]:
    """Draw a report and its page with slips; what it prints is not yet there."""
    report = random_report(rng, blanks=blanks)
    noise = some_noise(rng)
    noise.local_row = noise.remark = False
    page, slips = _slip(page_of(report, noise), kind, rng)
    for path in frozenset().union(*(slip.missing for slip in slips)):
        gd.put(report, path, None)
    doubtful = frozenset().union(*(slip.doubtful for slip in slips))
    beside = tuple(figure for slip in slips for figure in slip.beside)
    return Printed("", report, doubtful=doubtful, beside=beside), page


def _text(rng: Random, kind: str) -> Printed:
    name = rng.choice(sorted(_PRINTERS))
    printed, page = _drawn(rng, kind, blanks="none" if name in _WITHOUT_BLANKS else None)
    return evolve(printed, content=joined(print_page(page, rng, _PRINTERS[name]), rng))


def _lost(rng: Random, kind: str) -> Printed:
    """Print in a layout that loses blank cells, so that rows can run into each other."""
    printed, page = _drawn(rng, kind, blanks="some")
    style = any_style(rng, kept=False)
    printers: list[Printer] = [*LOST.values(), style, style]
    printer = rng.choice(printers)
    doubtful = printed.doubtful.union(*(damage.rows_with_blanks(sheet) for sheet in page.sheets))
    return evolve(printed, content=joined(print_page(page, rng, printer), rng), doubtful=doubtful)


def _html(rng: Random, kind: str) -> Printed:
    printed, page = _drawn(rng, kind)
    return evolve(printed, content=encoded(print_html(page, rng, MARKUP[rng.choice(_MARKUP)]), rng))


def _word(rng: Random, kind: str) -> Printed:
    printed, page = _drawn(rng, kind)
    return evolve(printed, content=word.print_word(page, rng, rng.choice(_WORD)))


_WAYS: Final = {"text": ("text", _text), "lost": ("text", _lost), "html": ("html", _html), "docx": ("docx", _word)}
SLIPPED: Final = {
    f"{kind}-{name}": Layout(f"{kind}-{name}", file_format, partial(way, kind=kind), keeps_positions=False)
    for kind in SLIPS
    for name, (file_format, way) in _WAYS.items()
}
"""The kinds of slips in each format, and in text that has lost its blank cells, by name."""


def publish_slipped(name: str, seeds: Iterable[int]) -> list[Document]:
    """Make the documents of a kind of slips from these seeds."""
    return SLIPPED[name].documents(seeds)
