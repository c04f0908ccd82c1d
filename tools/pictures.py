"""
Write ``docs/pictures``: how the example looks in the formats that have looks, on the terminal and in web browsers.

Needs the extra ``dev``, Chromium, LibreOffice, pdftoppm and fonts for Chinese. Names as arguments write those pictures
only, such as ``python tools/pictures.py docx xlsx``.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import openpyxl
import pdfplumber
from markdown_it import MarkdownIt
from openpyxl.worksheet.header_footer import HeaderFooterItem
from pictures_terminal import picture
from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import sync_playwright

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT: Final = Path(__file__).parent.parent
EXAMPLE: Final = ROOT / "examples" / "liuxi-2024.txt"
TARGET: Final = ROOT / "docs" / "pictures"

_CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
_OFFICE: Final = ("soffice", "libreoffice")
_COLOURS: Final = 64  # A page has few; the files are a third as large.
_WRONG: Final = "requests.natural_person.outcomes.total"
_WIDE: Final = (1280, 960)
_LOW: Final = (1100, 700)
_PHONE: Final = (390, 760)
_DOTS_PER_INCH: Final = 96
_MARGIN: Final = 12
_GITHUB: Final = """<meta charset="utf-8"><style>
body { max-width: 60em; margin: 2em auto; font: 16px/1.5 sans-serif; color: #1f2328 }
table { border-collapse: collapse; font-size: 85% }
th, td { border: 1px solid #d1d9e0; padding: .35em .8em }
tr:nth-child(2n) { background: #f6f8fa }
</style>"""


def html_wide() -> Image.Image:
    """Give a checked report on a wide screen, the pointer on a wrong total."""
    return _screen(_findings_page(), _WIDE, _point_at_wrong)


def html_phone() -> Image.Image:
    """Give the same on a phone."""
    return _screen(_findings_page(), _PHONE, _point_at_wrong)


def markdown() -> Image.Image:
    """Give table III in Markdown, as a renderer for the dialect of GitHub shows it; the metadata are front matter."""
    _, _, text = gd.render(gd.read(EXAMPLE).report, "markdown").removeprefix("---\n").partition("\n---\n")
    page = _GITHUB + MarkdownIt("commonmark").enable("table").render(text)
    return _screen(page, _LOW, _go_to_third_heading)


def docx() -> Image.Image:
    """Give the page of a Word document that holds table III."""
    page = _paper("docx", gd.render(gd.read(EXAMPLE).report, "docx"))
    return ImageOps.expand(page, border=1, fill="silver")


def xlsx() -> Image.Image:
    """Give table III in a workbook, noughts in its blanks, and one total mistyped: the cells beside it say so."""
    report = gd.read(EXAMPLE).report
    for cell in gd.cells(report):
        if cell.value is None and cell.path.startswith("requests."):
            gd.put(report, cell.path, 0)
    gd.put(report, "requests.total.newly_received", 8)
    book = openpyxl.load_workbook(io.BytesIO(gd.render(report, "xlsx")))
    sheet = book.worksheets[0]
    rows = {str(cell.value)[:4]: cell.row for (cell,) in sheet["B1:B80"]}
    # The form alone is printed; a screen shows the cells beside it, too.
    sheet.print_area = f"B{rows['三、收到']}:U{rows['四、结转']}"
    sheet.print_options.headings = True
    sheet.page_setup.orientation = "landscape"
    sheet.oddFooter = HeaderFooterItem()
    changed = io.BytesIO()
    book.save(changed)
    return _without_margins(_paper("xlsx", changed.getvalue()))


def _findings_page() -> str:
    reading = gd.read(EXAMPLE)
    return gd.render(reading.report, "html", findings=gd.check(reading), notes=reading.notes)


def _point_at_wrong(page: Page) -> None:
    cell = page.locator(f'[id="{_WRONG}"]')
    cell.evaluate("cell => scrollBy(0, cell.getBoundingClientRect().bottom - innerHeight * 0.6)")
    cell.evaluate("cell => cell.closest('.scroll').scrollBy(cell.getBoundingClientRect().left - 160, 0)")
    cell.hover()


def _go_to_third_heading(page: Page) -> None:
    page.locator("h2").nth(2).evaluate("heading => scrollTo(0, heading.offsetTop - 16)")


def _screen(text: str, size: tuple[int, int], prepare: Callable[[Page], None]) -> Image.Image:
    """Show a web page in Chromium."""
    path = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    width, height = size
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "page.html")
        file.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
        page.goto(file.as_uri())
        prepare(page)
        shown = page.screenshot()
        browser.close()
    return Image.open(io.BytesIO(shown))


def _paper(suffix: str, content: bytes) -> Image.Image:
    """Print a document with LibreOffice, and give the page with table III."""
    office = next(filter(None, map(shutil.which, _OFFICE)), _OFFICE[0])
    with tempfile.TemporaryDirectory() as folder:
        source, printed = (Path(folder, f"report.{each}") for each in (suffix, "pdf"))
        source.write_bytes(content)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        _run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source))
        with pdfplumber.open(printed) as file:
            page = next(number for number, page in enumerate(file.pages, 1) if "结转下年度" in page.extract_text())
        of_page = ("-f", str(page), "-l", str(page), "-r", str(_DOTS_PER_INCH), "-singlefile")
        _run("pdftoppm", "-png", *of_page, str(printed), f"{folder}/page")
        return Image.open(Path(folder, "page.png")).convert("RGB")


def _without_margins(page: Image.Image) -> Image.Image:
    inked = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
    if inked is None:
        raise ValueError("the page is empty")
    left, top, right, bottom = inked
    return page.crop((left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - programs of the machine


PICTURES: Final[dict[str, Callable[[], Image.Image]]] = {
    "html-wide": html_wide,
    "html-phone": html_phone,
    "markdown": markdown,
    "docx": docx,
    "xlsx": xlsx,
}
"""The pictures of screens and paper, by their names."""


def main(names: list[str]) -> None:
    """Write the pictures of these names, by default all."""
    TARGET.mkdir(exist_ok=True)
    for name in names or ("show", *PICTURES):
        if name == "show":
            file = TARGET / "show.svg"
            file.write_text(picture(), encoding="utf-8", newline="\n")
        else:
            file = TARGET / f"{name}.png"
            PICTURES[name]().convert("RGB").quantize(_COLOURS).save(file, optimize=True)
        print(f"{file.relative_to(ROOT)} written, {file.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
