"""The layouts of tables as few print them, as text and as web pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from support.publishing import damage, pagetext, unusual
from support.publishing.changes import Changes, changed_page
from support.publishing.documents import Printed
from support.publishing.html import MARKUP, encoded, print_html
from support.publishing.styles import any_style
from support.publishing.text import KEPT, joined, paths_of, print_page
from support.publishing.variants import changed

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from support.publishing.pages import Page
    from support.publishing.put_together import Ways
    from support.publishing.reports import Blanks
    from support.publishing.sheets import Sheet
    from support.publishing.text import Printer

    Change = Callable[[Sheet, Random], Sheet]

# What is changed of every table; whether every figure can still be told its cell.
_CHANGES: Final[dict[str, tuple[Change, bool]]] = {
    "numbers-apart": (unusual.numbers_apart, True),
    "spacers": (unusual.with_spacers, True),
    "spans-filled": (unusual.with_spans_filled, False),
    "subtotals": (unusual.with_subtotals, True),
    "group-figures": (unusual.with_group_figures, True),
    "column-behind": (unusual.with_column_behind, False),
}
_FOR_CHANGES: Final[dict[str, Printer]] = {
    "row": KEPT["row"],
    "row-padded": KEPT["row-padded"],
    "cell": KEPT["cell-barred"],
    "bare": KEPT["cell"],
    "page": pagetext.page_rows,
}
_WITHOUT_BLANKS: Final = ("bare", "page")


def _page(rng: Random, blanks: Blanks | None, changes: Changes | None = None) -> tuple[Printed, Page]:
    return changed_page(rng, changes or Changes(), blanks)


def _changed(page: Page, change: Change, rng: Random) -> Page:
    return changed(page, lambda sheet: change(sheet, rng))


def _changed_text(rng: Random, change: Change, name: str) -> Printed:
    printed, page = _page(rng, "none" if name in _WITHOUT_BLANKS else None)
    after = _changed(page, change, rng)
    lines = print_page(after, rng, _FOR_CHANGES[name])
    return Printed(
        joined(lines, rng), printed.truth, doubtful=_doubtful(page, after, change), beside=_beside(after, change)
    )


def _changed_html(rng: Random, change: Change, name: str) -> Printed:
    printed, page = _page(rng, None)
    after = _changed(page, change, rng)
    content = print_html(after, rng, MARKUP[name])
    return Printed(
        encoded(content, rng), printed.truth, doubtful=_doubtful(page, after, change), beside=_beside(after, change)
    )


def _doubtful(page: Page, after: Page, change: Change) -> list[str]:
    """Give the paths of figures that are printed more than once, or beside something that the form has not."""
    if change is unusual.with_spans_filled:
        return [path for sheet in page.sheets for path in unusual.filled_figures(sheet)]
    if change is unusual.with_column_behind:
        rows = (row for sheet in after.sheets for row in sheet.rows)
        return [path for row in rows if not row[-1].is_figure and row[-1].text for path in paths_of(row)]
    return []


def _beside(after: Page, change: Change) -> tuple[str, ...]:
    """Give the figures that have no cell in the form; where spans are filled, they are those of other cells."""
    if change is unusual.with_spans_filled:
        return ()
    return tuple(figure for sheet in after.sheets for figure in unusual.figures_beside(sheet))


def _printed(rng: Random, printer: Printer, blanks: Blanks | None) -> Printed:
    printed, page = _page(rng, blanks)
    return Printed(joined(print_page(page, rng, printer), rng), printed.truth)


def _around(rng: Random, around: Callable[[Printer], Printer], printers: tuple[Printer, ...]) -> Printed:
    """Print by one of these printers with something around it; without blanks, which not all of them keep."""
    return _printed(rng, around(rng.choice(printers)), "none")


def _boxed(rng: Random, bar: str) -> Printed:
    return _printed(rng, unusual.in_box(rng.choice((KEPT["row-barred"], KEPT["row"])), bar), None)


def _squeezed(rng: Random) -> Printed:
    printed, page = _page(rng, None)
    lines = print_page(page, rng, rng.choice((KEPT["cell"], KEPT["cell-barred"])))
    left, gone = unusual.squeezed(lines)
    return Printed(joined(left, rng), printed.truth, gone, damage.rows_of(page, gone))


def _any(rng: Random) -> Printed:
    """Print with two unusual changes in any style, with whatever offices change besides."""
    printed, page = _page(rng, "none", Changes(heads=rng.random() < 1 / 2, pieces=rng.random() < 1 / 2))
    for name in rng.sample(("numbers-apart", "spacers", "subtotals"), 2):
        page = _changed(page, _CHANGES[name][0], rng)
    style: Printer = any_style(rng, kept=rng.random() < 1 / 2)
    printer = unusual.with_page_heads(style) if rng.random() < 1 / 2 else style
    return Printed(joined(print_page(page, rng, printer), rng), printed.truth)


_ROWS: Final = (KEPT["row"], KEPT["row-padded"], KEPT["row-barred"])
_EVERY: Final = (*_ROWS, KEPT["cell"], KEPT["cell-barred"], pagetext.page_rows)

UNUSUAL_TEXT: Final[Ways] = {
    **{
        f"{printer}-{name}": (partial(_changed_text, change=change, name=printer), kept)
        for name, (change, kept) in _CHANGES.items()
        for printer in _FOR_CHANGES
    },
    "two-lines": (partial(_printed, printer=unusual.two_lines, blanks="none"), True),
    "page-centred": (partial(_printed, printer=unusual.centred, blanks="none"), True),
    "box": (partial(_boxed, bar="│"), True),
    "full-bars": (partial(_boxed, bar="｜"), True),
    "page-heads-within": (partial(_around, around=unusual.with_page_heads, printers=_EVERY), False),
    "rules-between": (partial(_around, around=unusual.with_rules_between, printers=_ROWS), True),
    "channels": (partial(_around, around=unusual.with_channels, printers=_EVERY), True),
    "squeezed": (_squeezed, False),
    "unusual-any": (_any, False),
}
UNUSUAL_HTML: Final[Ways] = {
    f"{markup}-{name}": (partial(_changed_html, change=change, name=markup), kept)
    for name, (change, kept) in _CHANGES.items()
    for markup in ("editor", "spanless", "written-out")
}
