"""Our web pages in a browser: the form as it stands there, messages, small screens, the dark, paper, accessibility."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pdfplumber
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from support.builders import build_report, build_requests

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, columns_of
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Note
from govdisclosure.model.waivers import Waiver
from govdisclosure.writing.compose import compose

if TYPE_CHECKING:
    from pdfplumber.page import Page as PDFPage
    from playwright.sync_api import Page
    from support.browser import Window

pytestmark = pytest.mark.programs

pytest_plugins = ("support.browser",)

_EXAMPLE = Path(__file__).parent.parent / "examples" / "liuxi-2024.txt"
_CARRIED = "requests.total.carried_over"
_TOTAL = "requests.total.newly_received"
_A4 = (595, 842)
_FIGURES = list(range(10_000, 10_000 + 25 * 7))
_FIGURES_2019 = 23 * 7

# The cells of every table with the rows and columns at which they stand, as a browser lays them out.
_GRIDS = """
() => [...document.querySelectorAll("main table")].map(table => {
  const taken = new Set(), cells = [];
  [...table.rows].forEach((row, r) => {
    let c = 0;
    for (const cell of row.cells) {
      while (taken.has(`${r} ${c}`)) c++;
      const shown = cell.cloneNode(true);
      shown.querySelectorAll("[data-part]").forEach(part => part.remove());
      cells.push([r, c, cell.rowSpan, cell.colSpan, shown.textContent, cell.id, cell.localName, cell.scope || ""]);
      for (let i = 0; i < cell.rowSpan; i++)
        for (let j = 0; j < cell.colSpan; j++) taken.add(`${r + i} ${c + j}`);
    }
  });
  return cells;
})
"""
# The lines in which the words of an element stand.
_LINES = """
element => {
  const text = element.firstChild, lines = [], range = document.createRange();
  let last;
  for (let at = 0; at < text.length; at++) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { top } = range.getBoundingClientRect();
    if (top === last) lines[lines.length - 1] += text.data[at];
    else lines.push(text.data[at]);
    last = top;
  }
  return lines;
}
"""
_DOUBT = Note("AMBIGUOUS", [_CARRIED, "overview[0]"], Message("疑", "doubt"), raw="甲")
_VISIBLE = "tip => getComputedStyle(tip).visibility"


def checked(report: gd.AnnualReport, *notes: Note) -> str:
    """Write a report with its findings, of which those of one code are waived, and with notes."""
    findings = gd.check(report, waivers=[Waiver("T3-ROW", reason="已在网站更正")])
    return gd.render(report, "html", findings=findings, notes=notes)


def wrong_report(year: int = 2024) -> gd.AnnualReport:
    """Give a report with marks of every kind: errors, warnings, infos, a quotation, a section that is missing."""
    cells: dict[str, Any] = {
        _TOTAL: 13,
        "requests.total.outcomes.total": None,
        "requests.natural_person.carried_over": None,
    }
    report = build_report(year=year, cells=cells, overview=["本年收到政府信息公开申请99件。"])
    report.review_and_litigation = None
    return report


def doubt() -> Note:
    """Give a note on a cell that has a finding, and on one that has none."""
    return Note("AMBIGUOUS", [_TOTAL, _CARRIED], Message("请对照原件核对", "compare the source"), raw="13 0")


def on_form(report: gd.AnnualReport) -> list[list[list[object]]]:
    """Give the cells of every table of the form, with the rows and columns at which they stand."""
    return [
        [
            [r, c, cell.rows, cell.columns, cell.text, cell.path or ""]
            for r, (row, begun) in enumerate(zip(columns_of(grid), grid.rows, strict=True))
            for c, cell in row
            if any(cell is own for own in begun)
        ]
        for grid in compose(report)
        if isinstance(grid, Grid)
    ]


def tip(page: Page, path: str) -> str:
    """Tell whether the message of a cell can be seen."""
    visibility: str = page.eval_on_selector(f'[id="{path}"] > .tip', _VISIBLE)
    return visibility


class Printed(NamedTuple):
    """
    One page on paper.

    Args:
        size: Width and height, in points.
        text: Its text.
        figures: The figures of five digits on it.
        extents: Where each word begins and ends, in points from the left.
    """

    size: tuple[int, int]
    text: str
    figures: list[int]
    extents: list[tuple[float, float]]


def printed(page: Page) -> list[Printed]:
    """Print a page to PDF, and look at that."""
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as document:
        return [_printed(sheet) for sheet in document.pages]


def _printed(sheet: PDFPage) -> Printed:
    words = sheet.extract_words()
    return Printed(
        (round(sheet.width), round(sheet.height)),
        unicodedata.normalize("NFKC", sheet.extract_text()),  # Chromium writes some characters as their radicals.
        sorted(int(word["text"]) for word in words if re.fullmatch("[0-9]{5}", word["text"])),
        [(word["x0"], word["x1"]) for word in words],
    )


def report_of_figures(year: int) -> gd.AnnualReport:
    """Give a report with a figure of its own in every cell of table III."""
    report = build_report(year=year)
    paths = [cell.path for cell in gd.cells(report) if cell.path.startswith("requests.")]
    for path, figure in zip(paths, _FIGURES, strict=False):
        gd.put(report, path, figure)
    return report


@pytest.mark.parametrize("year", [2020, 2021])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_tables_of_the_page_are_those_of_the_form(window: Window, year: int, edition: str) -> None:
    """Positions, spans, labels and ids, for both editions and their mixes; labels are headers of rows or columns."""
    report = build_report(year=year, requests=build_requests(edition), cells={_TOTAL: None, _CARRIED: gd.NA})

    tables = window(checked(report)).evaluate(_GRIDS)

    assert [[cell[:6] for cell in table] for table in tables] == on_form(report)
    assert {(cell[6], cell[7], cell[5] != "") for table in tables for cell in table} == {
        ("td", "", True),
        ("th", "row", False),
        ("th", "col", False),
    }


def test_a_message_is_seen_while_the_pointer_is_on_its_cell(window: Window) -> None:
    """Or on the message itself, so that it can be read to its end; then it is gone."""
    page = window(checked(wrong_report()))
    before = tip(page, _TOTAL)

    page.hover(f'[id="{_TOTAL}"]')
    on_cell = tip(page, _TOTAL)
    page.hover(f'[id="{_TOTAL}"] > .tip')
    on_message = tip(page, _TOTAL)
    page.mouse.move(1, 1)

    assert [before, on_cell, on_message, tip(page, _TOTAL)] == ["hidden", "visible", "visible", "hidden"]


@pytest.mark.parametrize("width", [1280, 390])
def test_every_marked_cell_can_be_reached_by_the_keyboard(window: Window, width: int) -> None:
    """In the order of the form, each with its message in sight and within the window."""
    page = window(checked(wrong_report(), doubt()), width=width)
    reached, seen = [], []

    # A message that scrolls can be reached as well.
    for _ in range(page.locator("a[href], input, summary, [tabindex='0']").count() + 1):
        page.keyboard.press("Tab")
        path = page.evaluate("document.activeElement.id")
        if path.startswith(("requests.", "proactive_disclosure.")):
            reached.append(path)
            # The browser scrolls to where the focus is in its own time.
            page.wait_for_function(
                "path => { const b = document.getElementById(path).querySelector('.tip').getBoundingClientRect();"
                " return b.left >= 0 && b.top >= 0 && b.right <= innerWidth && b.bottom <= innerHeight }",
                arg=path,
            )
            seen.append(tip(page, path))

    marked = page.eval_on_selector_all("td.marked", "cells => cells.map(cell => cell.id)")
    assert reached == marked
    assert seen == ["visible"] * len(marked)
    assert len(marked) > 10


def test_a_message_describes_its_cell_to_who_cannot_see_it(window: Window) -> None:
    """By the attribute that screen readers read out."""
    page = window(checked(build_report(cells={_TOTAL: 13})))

    described = page.get_attribute(f'[id="{_TOTAL}"]', "aria-describedby")

    assert "T3-BALANCE" in (page.text_content(f'[id="{described}"]') or "")


def test_an_item_of_the_list_leads_to_its_cell(window: Window) -> None:
    """Which is then in sight and outlined; so is a paragraph, whose path has brackets."""
    page = window(checked(wrong_report()))

    for path in ("requests.total.outcomes.total", "overview[0]"):
        page.click(f'aside a[href="#{path.replace("[", "%5B").replace("]", "%5D")}"] >> nth=0')
        page.wait_for_function("path => document.querySelector(':target')?.id === path", arg=path)
        page.wait_for_function(
            "path => { const b = document.getElementById(path).getBoundingClientRect();"
            " return b.top >= 0 && b.bottom <= innerHeight }",
            arg=path,
        )
        assert page.eval_on_selector(f'[id="{path}"]', "place => getComputedStyle(place).outlineStyle") == "solid"


def test_the_list_speaks_english_when_asked(window: Window) -> None:
    """By a box to tick, without a script."""
    page = window(checked(wrong_report()))
    english = page.locator('aside .message[lang="en"]').first
    before = english.is_visible()

    page.check("#gd-english")

    assert (before, english.is_visible()) == (False, True)


@pytest.mark.parametrize("year", [2020, 2024])
def test_a_phone_shows_the_page_without_scrolling_sideways(window: Window, year: int) -> None:
    """But table III scrolls in a box of its own, which the keyboard reaches; endless words are broken."""
    report = wrong_report(year)
    report.title = "长" * 200
    report.overview = ["w" * 3_000, "字" * 100_000]
    page = window(checked(report), width=360, height=740)

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    box = page.locator('.scroll[aria-label*="申请情况"]')
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert (box.get_attribute("tabindex"), box.get_attribute("role")) == ("0", "region")


def test_the_list_is_beside_the_form_and_before_it_on_a_phone(window: Window) -> None:
    """Whoever looks at a small screen sees what is wrong first."""
    sides = {}
    for width in (1280, 390):
        page = window(checked(wrong_report()), width=width)
        form, listed = page.locator("main").bounding_box(), page.locator("aside").bounding_box()
        assert form is not None
        assert listed is not None
        sides[width] = (listed["x"] >= form["x"] + form["width"], listed["y"] + listed["height"] <= form["y"])

    assert sides == {1280: (True, False), 390: (False, True)}


def test_the_first_wrong_figure_is_in_sight_on_a_phone(window: Window) -> None:
    """Table III is wider than the screen: it stands where the column is, and the label of the row stays beside it."""
    report = build_report(cells={"requests.total.outcomes.total": 99})
    page = window(gd.render(report, "html", findings=gd.check(report)), width=390, height=844)

    wrong = page.locator("td[id='requests.total.outcomes.total']").bounding_box()
    label = page.locator("tr:has(td[id='requests.total.outcomes.total']) th").last.bounding_box()
    assert wrong is not None
    assert label is not None
    assert 0 <= label["x"] < wrong["x"] <= 390 - wrong["width"]


@pytest.mark.parametrize("year", [2020, 2024])
def test_a_printed_page_with_findings_is_read_as_the_report(window: Window, year: int) -> None:
    """Marks hide no figure and add none, and remarks are none of the text: what was found is an annex of its own."""
    report = wrong_report(year)
    report.other_matters = ["无。"]
    findings = gd.check(report)
    plain, marked = (
        gd.parse(window(written).pdf(prefer_css_page_size=True))
        for written in (gd.render(report, "html"), gd.render(report, "html", findings=findings, notes=[_DOUBT]))
    )

    assert [each.heading for each in marked.report.other_sections] == ["附：问题清单"]
    marked.report.other_sections = []
    assert (marked.report, marked.notes) == (plain.report, plain.notes)
    assert [note.code for note in plain.notes] == ["TABLE-MISSING"]
    assert list(gd.cells(plain.report)) == list(gd.cells(report))
    assert plain.report.other_matters == ["无。", "示例镇人民政府", f"{year + 1}年1月20日"]


@pytest.mark.parametrize("year", [2020, 2024])
def test_on_paper_the_form_is_on_a4_and_nothing_is_cut(window: Window, year: int) -> None:
    """Everything is inside the margins, and table III on one page."""
    pages = printed(window(gd.render(report_of_figures(year), "html")))

    assert {sheet.size for sheet in pages} == {_A4}
    assert all(left > 40 and right < 555 for sheet in pages for left, right in sheet.extents)
    assert [sheet.figures for sheet in pages if sheet.figures] == [
        _FIGURES if year == 2024 else _FIGURES[:_FIGURES_2019]
    ]


@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_label_beside_all_rows_leaves_no_character_alone(window: Window, media: Literal["screen", "print"]) -> None:
    """Three are on each of its lines, on a wide screen and on paper."""
    page = window(gd.render(build_report(), "html"), width=1280 if media == "screen" else 658)
    page.emulate_media(media=media)

    lines = page.locator("th", has_text="三、本年度办理结果").evaluate(_LINES)

    assert lines == ["三、本", "年度办", "理结果"]


def test_a_signature_does_not_stand_alone_on_a_sheet_of_paper(window: Window) -> None:
    """The last paragraph goes with it, and its heading."""
    page = window(gd.render(build_report(), "html"))
    *_, day, _ = last_lines(page)
    # Room below section five, so that the last line ends below the margin, which is 20 mm from the edge; letters of
    # 12 points are printed smaller where a browser fits a page to its paper, and so is the room.
    room = (_A4[1] - 56 - day["bottom"] + 30) * 12 / day["chars"][0]["size"]
    page.add_style_tag(content=f"#problems_and_improvements {{ margin-bottom: {room}pt }}")

    lines = last_lines(page)

    assert len(lines) == 5
    assert lines[0]["text"].startswith("六、")


def last_lines(page: Page) -> list[dict[str, Any]]:
    """Give the lines on the last sheet of a printed page."""
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as document:
        return document.pages[-1].extract_text_lines()


def test_a_long_table_repeats_its_headers_on_paper(window: Window) -> None:
    """On each page that its rows are on, where they do not fit on one."""
    page = window(gd.render(report_of_figures(2024), "html"))
    page.add_style_tag(content="td { height: 60pt !important }")

    pages = printed(page)

    held = [sheet.text for sheet in pages if sheet.figures]
    assert len(held) == 4
    assert all("科研机构" in text and "申请人情况" in text for text in held)
    assert sorted(figure for sheet in pages for figure in sheet.figures) == _FIGURES


def test_the_list_and_the_messages_are_printed_apart(window: Window) -> None:
    """The list begins a page after the form; what shows on a screen only is left out."""
    texts = [sheet.text for sheet in printed(window(checked(build_report(cells={_TOTAL: 13}))))]

    assert texts[-1].startswith("附:问题清单")
    assert "T3-BALANCE" in texts[-1]
    assert "T3-BALANCE" not in "".join(texts[:-1])
    assert "显示英文" not in "".join(texts)


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_the_page_is_accessible(window: Window, width: int, *, dark: bool) -> None:
    """By axe: no violation of any of its rules, that of contrast among them."""
    reading = gd.read(_EXAMPLE)
    pages = [
        gd.render(build_report(), "html"),
        checked(reading.report, *reading.notes),
        checked(wrong_report(2020), doubt()),
        gd.render(build_report(), "html", findings=[]),
    ]

    for text in pages:
        page = window(text, width=width, dark=dark)
        # Messages are hidden until they are asked for; here they are looked at as well.
        page.add_style_tag(content=".tip { visibility: visible !important; position: static !important }")
        violations = Axe().run(page).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in violations] == []


def test_the_dark_scheme_is_dark(window: Window) -> None:
    """And paper stays white."""
    page = window(checked(wrong_report()), dark=True)
    colour = "getComputedStyle(document.querySelector('main')).color"
    on_screen = page.evaluate(colour)

    page.emulate_media(media="print")

    assert (on_screen, page.evaluate(colour)) == ("rgb(234, 231, 226)", "rgb(28, 27, 26)")


def test_hostile_text_does_nothing(window: Window) -> None:
    """It is seen as text; no script runs, and nothing is fetched."""
    text = "<script>document.title='x'</script><img src=https://example.org/a onerror=alert(1)>\"'=cmd()\u202e倒"
    report = build_report(title=text, agency=gd.Agency(name=text), overview=[text])

    page = window(
        gd.render(report, "html", findings=gd.check(report), notes=[Note("X", [_TOTAL], Message(text, text), text)])
    )

    assert page.text_content("h1") == text
    assert page.text_content('[id="overview[0]"]') == text
    assert page.title().startswith("<script>document.title='x'</script>")
    assert page.locator("script, img").count() == 0
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0


def test_marks_of_direction_do_not_turn_what_stands_beside_them(window: Window) -> None:
    """The code of a finding stands after its kind, and a fact below it begins at the left."""
    odd = Note("\u202eABC", [_TOTAL], Message("\u2067甲", "\u202e"), raw="\u202e乙")
    page = window(gd.render(build_report(), "html", notes=[odd]))

    kind, code = (page.locator(f"aside li p {name}").first.bounding_box() for name in ("b", "code"))
    title = page.locator("aside li .links a").first.bounding_box()
    facts = page.eval_on_selector_all("aside li bdi", "all => all.map(each => getComputedStyle(each).unicodeBidi)")

    assert kind is not None
    assert code is not None
    assert title is not None
    assert kind["x"] < code["x"]
    assert abs(title["x"] - kind["x"]) < 2
    assert set(facts) == {"isolate"}
