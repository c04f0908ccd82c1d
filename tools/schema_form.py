"""
Draw a form from the JSON Schema with a generator of forms, in Chromium, and prove that a report passes through it.

Run it with ``python tools/schema_form.py``; it needs node, npm and the network, for react-jsonschema-form is fetched to
a temporary folder, so it is no test. Reports of both editions are put into the form and taken out of it again, a blank
form is filled in, a wrong figure must have its error at its field, and the edition of a table is changed. The picture
of the page on the schema is made anew; the exit status is 1 if anything is not as it should be.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
from PIL import Image
from playwright.sync_api import sync_playwright

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Page

    from govdisclosure.model.values import CellValue

ROOT: Final = Path(__file__).parent.parent
PICTURE: Final = ROOT / "docs" / "pictures" / "schema-form.png"

_SOURCES: Final = Path(__file__).parent / "schema_form_page"
_CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
_WRONG: Final = "requests.natural_person.carried_over"
_SCREEN: Final = (1000, 760)
_COLOURS: Final = 64  # A page has few; the file is a third as large.


def built(folder: Path) -> Path:
    """Fetch the generator, put it together with the page, and give the page."""
    shutil.copytree(_SOURCES, folder, dirs_exist_ok=True)
    bundle = ["npx", "--no-install", "esbuild", "form.js", "--bundle", "--outfile=bundle.js", "--log-level=error"]
    production = '--define:process.env.NODE_ENV="production"'
    for command in (["npm", "install", "--silent", "--no-audit", "--no-fund"], [*bundle, production]):
        subprocess.run(command, cwd=folder, check=True, timeout=300)  # noqa: S603 - programs of the machine
    return folder / "page.html"


class FilledForm:
    """
    The form in a browser.

    Args:
        page: The page that has it.
        report: What stands in it at first.
    """

    def __init__(self, page: Page, report: gd.AnnualReport) -> None:
        self.page = page
        page.evaluate("([schema, report]) => show(schema, report)", [gd.json_schema(), gd.to_dict(report)])
        page.get_by_role("button", name="提交").wait_for()

    def choose(self, path: str, title: str, *, last: bool = False) -> None:
        """Choose what stands at a path; the last of several choices is the inner one."""
        choices = self.page.locator(f'[id="{_id(path)}__oneof_select"]')
        (choices.last if last else choices.first).select_option(label=title)

    def fill(self, path: str, text: str) -> None:
        """Type into the field of a path."""
        self.page.locator(f'input[id="{_id(path)}"]').fill(text)

    def errors(self) -> dict[str, list[str]]:
        """Give the errors that are shown, by the ids of their fields."""
        shown = self.page.locator("[id$=__error]").all()
        return {
            (each.get_attribute("id") or "").removesuffix("__error"): each.inner_text().split("\n") for each in shown
        }

    def labels(self) -> set[str]:
        """Give the labels that are shown."""
        return {text.removesuffix("*") for text in self.page.locator("label, legend").all_inner_texts()}

    def submitted(self) -> gd.AnnualReport:
        """Submit, and load what is submitted as JSON."""
        self.page.get_by_role("button", name="提交").click()
        self.page.wait_for_function("submitted !== null")
        return gd.loads(json.dumps(self.page.evaluate("submitted")))


def _id(path: str) -> str:
    return "_".join(["root", *path.split(".")])


def _reports() -> Iterator[gd.AnnualReport]:
    """Give the example, one of edition 2019 with all kinds of cells, and one without tables."""
    example = gd.read(ROOT / "examples" / "liuxi-2024.txt").report
    yield example
    older = gd.AnnualReport.blank(agency="示例县统计局", year=2020)
    rows: list[Sequence[CellValue]] = [[1, 2, gd.NA], [0] * 3, *[[None, -1, 3]] * 4, [2, -1]]
    rows.append([1, gd.Amount(Decimal("96171.6"), "元")])
    older.proactive_disclosure = gd.ProactiveDisclosure2019.from_rows(rows)
    yield older
    yield attrs.evolve(example, proactive_disclosure=None, requests=None, review_and_litigation=None, overview=None)


def passes_through(page: Page) -> Iterator[str]:
    """Tell which report is not the same once it was shown and submitted."""
    for number, report in enumerate(_reports(), 1):
        if FilledForm(page, report).submitted() != report:
            yield f"report {number} is another after it was shown and submitted"


def shows_labels(page: Page) -> Iterator[str]:
    """Tell which official labels of cells are not shown."""
    report = next(_reports())
    shown = FilledForm(page, report).labels()
    official = {label for cell in gd.cells(report) for label in cell.label.split(" / ")}
    yield from (f"the label {label} is not shown" for label in sorted(official - shown))


def is_filled_in(page: Page) -> Iterator[str]:
    """Fill in some cells of a blank form, and tell whether the report has them."""
    report = gd.AnnualReport.blank(agency="示例县统计局", year=2025)
    form = FilledForm(page, report)
    for path, text in (("requests.total.newly_received", "12"), ("proactive_disclosure.rules.issued", "0")):
        form.choose(path, "数字")
        form.fill(path, text)
        gd.put(report, path, int(text))
    form.choose(_WRONG, "不适用")
    gd.put(report, _WRONG, gd.NA)
    if form.submitted() != report:
        yield "a form that was filled in is another report"


def says_what_is_wrong(page: Page) -> Iterator[str]:
    """Enter a figure below nought, and tell where errors are shown besides its field and the table around it."""
    form = FilledForm(page, next(_reports()))
    form.fill(_WRONG, "-1")
    page.locator(f'[id="{_id(_WRONG)}__error"]').wait_for()
    errors = form.errors()
    if "must be >= 0" not in errors.get(_id(_WRONG), []):
        yield f"the field does not say what is wrong: {errors.get(_id(_WRONG))}"
    yield from (f"an error is shown at {field}" for field in errors.keys() - {_id(_WRONG), _id("requests")})


def changes_edition(page: Page) -> Iterator[str]:
    """Choose edition 2019 of table III, and tell which figures are others than those that both editions have."""
    before = next(_reports())
    form = FilledForm(page, before)
    form.choose("requests", "2019年版", last=True)
    after = form.submitted()
    if not isinstance(after.requests, gd.Requests2019):
        yield f"edition 2019 was chosen, and table III is {type(after.requests).__name__}"
        return
    both = {cell.path: cell.value for cell in gd.cells(after) if cell.value is not None}
    yield from (f"{path}: {value}" for path, value in both.items() if gd.get(before, path) != value)
    missing = {cell.path for cell in gd.cells(before)} & {cell.path for cell in gd.cells(after)} - both.keys()
    yield from (f"{path} is lost" for path in sorted(missing) if gd.get(before, path) is not None)


def picture(page: Page) -> Image.Image:
    """Give a picture of the form where a figure is wrong."""
    form = FilledForm(page, next(_reports()))
    form.fill(_WRONG, "-1")
    page.locator(f'[id="{_id(_WRONG)}__error"]').wait_for()
    page.locator(f'[id="{_id("requests")}__title"]').first.evaluate("title => scrollTo(0, title.offsetTop - 60)")
    page.locator(f'input[id="{_id(_WRONG)}"]').evaluate("field => scrollBy(0, field.getBoundingClientRect().top - 420)")
    return Image.open(io.BytesIO(page.screenshot()))


CHECKS: Final = (shows_labels, passes_through, is_filled_in, says_what_is_wrong, changes_edition)


def main() -> int:
    """Build the page, look at it, and print what is not as it should be."""
    bad = 0
    path = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    width, height = _SCREEN
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        address = built(Path(folder)).as_uri()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(address)
        for check in CHECKS:
            wrong = list(check(page))
            print(f"{check.__name__}: {'; '.join(wrong) or 'ok'}", flush=True)
            bad += len(wrong)
        picture(page).convert("RGB").quantize(_COLOURS).save(PICTURE, optimize=True)
        browser.close()
    print(f"{PICTURE.relative_to(ROOT)} written, {PICTURE.stat().st_size // 1024} kB")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
