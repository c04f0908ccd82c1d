"""One browser for all tests of a run: Chromium as installed on the machine, never one that is downloaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from support.programs import CHROMIUM, QUIET, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser when the first test asks for it."""
    path = program(*CHROMIUM)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield running
        running.close()


class Window:
    """Pages of our own in windows of any size, each in a context of its own, all closed at the end of the test."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._contexts: list[Any] = []

    def __call__(self, text: str, *, width: int = 1280, height: int = 800, dark: bool = False) -> Page:
        """Show a web page."""
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",  # Else a test would look while the page is still moving.
        )
        self._contexts.append(context)
        file = self._folder / f"{len(self._contexts)}.html"
        file.write_text(text, encoding="utf-8")
        page = context.new_page()
        page.goto(file.as_uri())
        return page

    def close(self) -> None:
        """Close all windows."""
        for context in self._contexts:
            context.close()


@pytest.fixture
def window(browser: Browser, tmp_path: Path) -> Iterator[Window]:
    """Give windows for pages."""
    windows = Window(browser, tmp_path)
    yield windows
    windows.close()
