"""
Write ``docs/pictures/*.png``: how a report looks in the formats that have looks, from the example.

Needs the extra ``dev``, Chromium, LibreOffice and fonts for Chinese. A name as an argument writes that picture only.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pdfplumber
from markdown_it import MarkdownIt
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
_MARKDOWN_STYLE: Final = (
    "body { font: 16px/1.6 'Noto Sans CJK SC', sans-serif; margin: 1rem 2rem } table { border-collapse: collapse }"
    "td, th { border: 1px solid #ccc; padding: .2rem .6rem; text-align: left }"
)
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


def markdown(browser: Browser) -> bytes:
    """Give the report in Markdown, as a page shows it."""
    text = gd.render(gd.read(EXAMPLE).report, "markdown").partition("\n---\n")[2]
    page = browser.new_page(viewport={"width": 900, "height": 900})
    page.set_content(f"<style>{_MARKDOWN_STYLE}</style>{MarkdownIt('gfm-like', {'linkify': False}).render(text)}")
    page.locator("h2", has_text="二、").evaluate("heading => scrollTo(0, heading.offsetTop - 16)")
    return page.screenshot()


def word(_: Browser) -> bytes:
    """Give the page of a Word document that has table III."""
    return _printed(gd.render(gd.read(EXAMPLE).report, "docx"), "docx", "三、收到和处理政府信息公开申请情况")


def excel(_: Browser) -> bytes:
    """Give the page of a workbook that has table III, a wrong total in red."""
    return _printed(gd.render(gd.read(EXAMPLE).report, "xlsx"), "xlsx", "（七）总计")


def _printed(content: bytes, suffix: str, words: str) -> bytes:
    """Give the first page with these words of a document that LibreOffice prints."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"report.{suffix}")
        source.write_bytes(content)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own document
        with pdfplumber.open(source.with_suffix(".pdf")) as pdf:
            page = next(page for page in pdf.pages if words in page.extract_text())
            drawn = io.BytesIO()
            page.to_image(resolution=90, antialias=True).original.save(drawn, "PNG")
    return drawn.getvalue()


PICTURES: Final[dict[str, Callable[[Browser], bytes]]] = {
    "html-wide": html_wide,
    "html-phone": html_phone,
    "markdown": markdown,
    "docx": word,
    "xlsx": excel,
}
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
