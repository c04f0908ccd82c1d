"""What was read against what a person sees: altered cells of every format, in a browser and as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.oracle.runs import RUNS, look_at_pages
from support.programs import program

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from support.oracle.cells import Tally

pytest_plugins = ("support.browser",)
pytestmark = pytest.mark.programs

# A small part of benchmarks/oracle.py: the same documents in every run, each kind of them at least once.
PAGES, PDFS, WORDS, SHEETS = 24, 8, 6, 6


def told(tally: Tally) -> list[str]:
    """Say what was read otherwise than it is seen, without a note."""
    return [*map(str, tally.silent), *tally.others]


def test_no_cell_of_a_page_is_read_otherwise_than_seen(browser: Browser) -> None:
    """Each altered cell is read as Chromium shows it, or a note names it."""
    tally = look_at_pages(browser, range(PAGES), 0)

    assert told(tally) == []
    assert tally.documents == PAGES


def test_no_cell_of_a_pdf_is_read_otherwise_than_drawn() -> None:
    """Each altered cell is read as it is drawn, or a note names it."""
    tally = RUNS["pdf"](range(PDFS), 0, "")

    assert told(tally) == []
    assert tally.documents == PDFS


@pytest.mark.parametrize(("name", "count"), [("word", WORDS), ("sheet", SHEETS)])
def test_no_cell_of_an_office_file_is_read_otherwise_than_printed(name: str, count: int) -> None:
    """Each altered cell is read as LibreOffice prints it, or a note names it."""
    program("soffice")

    tally = RUNS[name](range(count), 0, "")

    assert told(tally) == []
    assert tally.documents == count
