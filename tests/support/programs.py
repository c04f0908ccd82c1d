"""Programs that some tests need; without them these tests are skipped, which CI takes for a failure."""

from __future__ import annotations

import shutil

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
"""The names under which the browser is installed."""

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
"""How it is started: it looks at our own pages only, and asks nobody for anything."""


def program(*names: str) -> str:
    """Give the path of the first of these programs that is there; without one, skip the test and say so."""
    for name in names:
        path = shutil.which(name)
        if path is not None:
            return path
    pytest.skip(f"needs {' or '.join(names)}, which is not installed")
