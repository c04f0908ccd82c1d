"""Every layout of published tables with every kind of damage."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from govdisclosure.model.report import TABLES
from support.publishing import damage, pagetext, word
from support.publishing.documents import Printed
from support.publishing.html import MARKUP, encoded, print_html
from support.publishing.noise import no_noise, some_noise
from support.publishing.pages import Page, page_of
from support.publishing.reports import figures, random_report
from support.publishing.text import KEPT, LOST, Line, joined, print_page
from support.publishing.variants import changed

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    import govdisclosure as gd
    from support.publishing.reports import Blanks
    from support.publishing.sheets import Sheet
    from support.publishing.text import Printer

# A way of publishing turns a page into its lines, or into a page of the web.
_LINES: Final[dict[str, Printer]] = {
    **{name: KEPT[name] for name in ("row-padded", "row-short", "row-barred", "row-wide")},
    **{name: KEPT[name] for name in ("cell", "cell-barred", "cell-padded-last", "cell-opened", "cell-between-bars")},
    "cell-gone": LOST["cell-gone"],
    "page": pagetext.page_rows,
}
_WHOLE: Final = "whole-page"
_MARKUP: Final = ("editor", "written-out", "spanless", "cut")
_WORD: Final[tuple[word.Kind, ...]] = ("merged", "unmerged", "cut")
_NO_BLANKS: Final = ("page", "cell-gone")


class _Damaged:
    """A damaged page while it is made: what is printed, what is beyond reading, and what may be in doubt."""

    def __init__(self, report: gd.AnnualReport, page: Page) -> None:
        """Begin with a page that is whole."""
        self.report, self.page = report, page
        self.damaged: set[str] = set()
        self.doubtful: set[str] = set()


def _blanks(name: str) -> Blanks | None:
    """Give whether a report may have blanks where the layout keeps none."""
    return "none" if name in _NO_BLANKS else None


def _draw(rng: Random, *, edition: str | None = None, name: str = "") -> _Damaged:
    report = random_report(rng, blanks=_blanks(name), edition=edition)
    return _Damaged(report, page_of(report, some_noise(rng)))


def _collapsed(rng: Random, name: str) -> _Damaged:
    del name
    report = random_report(rng, blanks="some")
    result = _Damaged(report, page_of(report, some_noise(rng)))
    result.doubtful.update(path for sheet in result.page.sheets for path in damage.rows_with_blanks(sheet))
    result.page = changed(result.page, partial(damage.collapsed, rng=rng))
    return result


def _glued(rng: Random, name: str) -> _Damaged:
    result = _draw(rng, name=name)

    def glue(sheet: Sheet) -> Sheet:
        sheet, lost, rows = damage.glued_rows(sheet, rng)
        result.damaged.update(lost)
        result.doubtful.update(rows)
        return sheet

    result.page = changed(result.page, glue)
    return result


def _surplus(rng: Random, name: str) -> _Damaged:
    result = _draw(rng, edition="2021", name=name)
    result.page = damage.with_surplus(result.page)
    result.damaged.add("proactive_disclosure.penalties.decisions")
    return result


def _other_edition(rng: Random, name: str) -> _Damaged:
    """Print tables of the form of 2019 in a report on a later year, all of them or some."""
    blanks = _blanks(name)
    report = random_report(rng, edition="2021", blanks=blanks)
    older = random_report(rng, edition="2019", blanks=blanks)
    for section in rng.sample(list(TABLES), rng.choice((1, 1, 2, 3))):
        setattr(report, section, getattr(older, section))
    return _Damaged(report, page_of(report, some_noise(rng)))


def _hybrid(rng: Random, name: str) -> _Damaged:
    result = _draw(rng, edition="2021", name=name)
    older = page_of(random_report(rng, edition="2019"), no_noise(rng))
    result.page, doubtful = damage.hybrid(result.page, older)
    result.damaged.update(doubtful)
    return result


def _whole(rng: Random, name: str) -> _Damaged:
    return _draw(rng, name=name)


_PAGES: Final[dict[str, Callable[[Random, str], _Damaged]]] = {
    "collapsed": _collapsed,
    "glued": _glued,
    "surplus": _surplus,
    "other-edition": _other_edition,
    "hybrid": _hybrid,
    "deduplicated": _whole,
    "characters-lost": _whole,
}


def _lines(result: _Damaged, rng: Random, name: str) -> list[Line]:
    if name == _WHOLE:
        return pagetext.whole_page(result.page, rng)
    return print_page(result.page, rng, _LINES[name])


def _with_runs_lost(lines: list[Line], page: Page, rng: Random) -> tuple[list[Line], frozenset[str]]:
    """Take characters out of the sections alone: what a title has lost, nobody can tell."""
    start = next(place for place, line in enumerate(lines) if page.parts[0].heading in line.text)
    left, gone = damage.with_runs_lost(lines[start:], rng)
    return [*lines[:start], *left], gone


def _text(name: str, kind: str, rng: Random) -> Printed:
    result = _PAGES[kind](rng, name)
    lines = _lines(result, rng, name)
    gone: frozenset[str] = frozenset()
    if kind == "deduplicated":
        lines, gone = damage.without_repeated(lines)
        result.doubtful.update(damage.rows_of(result.page, gone))
    elif kind == "characters-lost":
        lines, gone = _with_runs_lost(lines, result.page, rng)
        result.doubtful.update(figures(result.report))
    return Printed(joined(lines, rng), result.report, result.damaged | gone, result.doubtful)


def _html(name: str, kind: str, rng: Random) -> Printed:
    result = _PAGES[kind](rng, name)
    content = encoded(print_html(result.page, rng, MARKUP[name]), rng)
    return Printed(content, result.report, result.damaged, result.doubtful)


def _word(name: word.Kind, kind: str, rng: Random) -> Printed:
    result = _PAGES[kind](rng, name)
    content = word.print_word(result.page, rng, name)
    return Printed(content, result.report, result.damaged, result.doubtful)


_ON_LINES: Final = ("deduplicated", "characters-lost")
# Where blank cells are written out, those that are gone leave no trace.
_WITHOUT_TRACE: Final = (("written-out", "collapsed"), ("unmerged", "collapsed"))

CROSSED_TEXT: Final = {f"{name}+{kind}": partial(_text, name, kind) for name in (*_LINES, _WHOLE) for kind in _PAGES}
CROSSED_HTML: Final = {
    f"{name}+{kind}": partial(_html, name, kind)
    for name in _MARKUP
    for kind in _PAGES
    if kind not in _ON_LINES and (name, kind) not in _WITHOUT_TRACE
}
CROSSED_WORD: Final = {
    f"{name}+{kind}": partial(_word, name, kind)
    for name in _WORD
    for kind in _PAGES
    if kind not in _ON_LINES and (name, kind) not in _WITHOUT_TRACE
}
