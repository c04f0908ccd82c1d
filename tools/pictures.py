"""
Write ``docs/pictures/*.png``: how a report looks in the formats that have looks, from the example, in Chromium.

Needs the extra ``dev``, Chromium and fonts for Chinese. A name as an argument writes that picture only.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image
from playwright.sync_api import sync_playwright

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

ROOT: Final = Path(__file__).parent.parent
EXAMPLE: Final = ROOT / "examples" / "liuxi-2024.txt"

_CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
_COLOURS: Final = 64  # A page has few; the files are a third as large.
_WRONG: Final = "requests.natural_person.outcomes.total"


def html_wide(browser: Browser) -> bytes:
    """Give a checked report on a wide screen, the pointer on a wrong total."""
    return _page(browser, width=1280, height=960)


def html_phone(browser: Browser) -> bytes:
    """Give the same on a phone."""
    return _page(browser, width=390, height=760)


def _page(browser: Browser, *, width: int, height: int) -> bytes:
    reading = gd.read(EXAMPLE)
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.html")
        file.write_text(
            gd.render(reading.report, "html", findings=gd.check(reading), notes=reading.notes), encoding="utf-8"
        )
        page.goto(file.as_uri())
        cell = page.locator(f'[id="{_WRONG}"]')
        cell.evaluate("cell => scrollBy(0, cell.getBoundingClientRect().bottom - innerHeight * 0.6)")
        cell.evaluate("cell => cell.closest('.scroll').scrollBy(cell.getBoundingClientRect().left - 160, 0)")
        cell.hover()
        return page.screenshot()


PICTURES: Final[dict[str, Callable[[Browser], bytes]]] = {"html-wide": html_wide, "html-phone": html_phone}
"""The pictures by their names: each is given a browser, and gives a PNG."""


def main(names: list[str]) -> None:
    """Write the pictures of these names, by default all."""
    target = ROOT / "docs" / "pictures"
    target.mkdir(exist_ok=True)
    path = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for name in names or PICTURES:
            file = target / f"{name}.png"
            Image.open(io.BytesIO(PICTURES[name](browser))).convert("RGB").quantize(_COLOURS).save(file, optimize=True)
            print(f"{file.relative_to(ROOT)} written")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
