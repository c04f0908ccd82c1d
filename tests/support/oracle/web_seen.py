"""What a person sees in the cells of web pages, asked of Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from support.oracle.cells import Seen, Tally, judge
from support.oracle.documents import read_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

    from support.oracle.web import WebPage

WIDTH: Final = 2400
HEIGHT: Final = 9000
"""As high as any page, so that each of its points can be asked what lies on top of it."""
_SEEN: Final = Path(__file__).with_name("seen.js").read_text(encoding="utf-8")


def tally_pages(window: Page, pages: Iterable[WebPage]) -> Tally:
    """Read pages, ask the browser what is seen in their altered cells, and count."""
    tally = Tally()
    for page in pages:
        read = read_back(page.text)
        window.set_content(page.text, wait_until="domcontentloaded")
        answers = window.evaluate(_SEEN, list(page.cells))
        for cell, (seen, why) in zip(page.cells.values(), answers, strict=True):
            tally.add([judge(cell, page.name, read, Seen(seen, why, seen != cell.truth))])
        tally.add_rest(page.draft, read, page.name)
    return tally
