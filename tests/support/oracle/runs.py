"""Runs of the oracle: documents of one format from their seeds, read, looked at, and counted."""

from __future__ import annotations

from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from playwright.sync_api import sync_playwright

from support.oracle.pdf import draw_file
from support.oracle.pdf_kinds import pdf_kinds
from support.oracle.pdf_objects import object_kinds
from support.oracle.printed import tally_files, tally_office
from support.oracle.sheet_kinds import sheet_kinds
from support.oracle.sheets import write_workbook
from support.oracle.web import print_page
from support.oracle.web_elements import element_kinds
from support.oracle.web_rules import rule_kinds
from support.oracle.web_seen import HEIGHT, WIDTH, tally_pages
from support.oracle.word import print_document
from support.oracle.word_kinds import word_kinds
from support.programs import CHROMIUM, QUIET, program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from playwright.sync_api import Browser

    from support.oracle.cells import Tally
    from support.oracle.offices import OfficeFile
    from support.oracle.pdf import PdfFile
    from support.oracle.web import WebPage

_Kind = TypeVar("_Kind")

_EVERY: Final = 8
"""Of so many pages, one has the kinds that may put a whole table in doubt."""
IN_A_PAGE: Final = 24
"""How many cells of a page are altered: a tenth of those that it has."""


def dealt(kinds: Sequence[_Kind], number: int, seed: int, each: int) -> list[_Kind]:
    """Deal kinds to a document: all of them come up equally often over the documents of a run."""
    chosen: list[_Kind] = []
    first = number * each
    for turn in range(first // len(kinds), (first + each) // len(kinds) + 1):
        shuffled = list(kinds)
        Random(f"{seed}:{turn}").shuffle(shuffled)  # noqa: S311 - no secret
        start = max(0, first - turn * len(kinds))
        chosen += islice(shuffled, start, min(len(kinds), first + each - turn * len(kinds)))
    return chosen


class _Named(Protocol):
    @property
    def name(self) -> str:
        """The name."""


_NamedKind = TypeVar("_NamedKind", bound=_Named)


def named(kinds: Iterable[_NamedKind], words: str) -> list[_NamedKind]:
    """Give the kinds in whose names one of these words is, which ``|`` parts."""
    return [kind for kind in kinds if any(word in kind.name for word in words.split("|"))]


def web_pages(numbers: Iterable[int], seed: int, only: str = "") -> Iterator[WebPage]:
    """Make pages, of the kinds that ``only`` names."""
    kinds = named((*rule_kinds(), *element_kinds()), only)
    alone = [kind for kind in kinds if kind.spreads]
    others = [kind for kind in kinds if not kind.spreads]
    for number in numbers:
        rng = Random(f"web:{seed}:{number}")  # noqa: S311 - no secret
        turn, rest = divmod(number, _EVERY)
        dealt_kinds = dealt(alone, turn, seed, IN_A_PAGE) if alone and (rest == _EVERY - 1 or not others) else []
        yield print_page(f"web:{seed}:{number}", rng, dealt_kinds or dealt(others, number - turn, seed, IN_A_PAGE))


def look_at_pages(browser: Browser, numbers: Iterable[int], seed: int, only: str = "") -> Tally:
    """Look at pages in a window of a browser."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, offline=True)
    tally = tally_pages(context.new_page(), web_pages(numbers, seed, only))
    context.close()
    return tally


def run_web(numbers: Iterable[int], seed: int, only: str = "") -> Tally:
    """Look at pages in a browser of their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(*CHROMIUM), args=QUIET)
        tally = look_at_pages(browser, numbers, seed, only)
        browser.close()
    return tally


def pdf_files(numbers: Iterable[int], seed: int, only: str = "") -> Iterator[PdfFile]:
    """Make PDF files, of the kinds that ``only`` names."""
    kinds = named((*pdf_kinds(), *object_kinds()), only)
    for number in numbers:
        rng = Random(f"pdf:{seed}:{number}")  # noqa: S311 - no secret
        yield draw_file(f"pdf:{seed}:{number}", rng, dealt(kinds, number, seed, IN_A_PAGE))


def run_pdf(numbers: Iterable[int], seed: int, only: str = "") -> Tally:
    """Look at PDF files."""
    return tally_files(pdf_files(numbers, seed, only))


def word_files(numbers: Iterable[int], seed: int, only: str = "") -> Iterator[OfficeFile]:
    """Make Word documents, of the kinds that ``only`` names."""
    kinds = named(word_kinds(), only)
    for number in numbers:
        rng = Random(f"word:{seed}:{number}")  # noqa: S311 - no secret
        yield print_document(f"word:{seed}:{number}", rng, dealt(kinds, number, seed, IN_A_PAGE))


def run_word(numbers: Iterable[int], seed: int, only: str = "") -> Tally:
    """Look at Word documents."""
    return tally_office(list(word_files(numbers, seed, only)))


def sheet_files(numbers: Iterable[int], seed: int, only: str = "") -> Iterator[OfficeFile]:
    """Make workbooks, of the kinds that ``only`` names."""
    kinds = named(sheet_kinds(), only)
    for number in numbers:
        rng = Random(f"sheet:{seed}:{number}")  # noqa: S311 - no secret
        yield write_workbook(f"sheet:{seed}:{number}", rng, dealt(kinds, number, seed, IN_A_PAGE))


def run_sheets(numbers: Iterable[int], seed: int, only: str = "") -> Tally:
    """Look at workbooks."""
    return tally_office(list(sheet_files(numbers, seed, only)))


RUNS: Final[dict[str, Callable[[Iterable[int], int, str], Tally]]] = {
    "web": run_web,
    "pdf": run_pdf,
    "word": run_word,
    "sheet": run_sheets,
}
"""What looks at the documents of a format: of these numbers, of this seed, of kinds whose name has this word."""


def made(name: str, number: int, seed: int, only: str = "") -> tuple[str | bytes, str]:
    """Make a document again; give what its file holds, and the suffix of its name."""
    if name == "web":
        (page,) = web_pages([number], seed, only)
        return page.text, "html"
    if name in {"word", "sheet"}:
        (document,) = (word_files if name == "word" else sheet_files)([number], seed, only)
        return document.content, document.suffix
    (file,) = pdf_files([number], seed, only)
    return file.content, "pdf"
