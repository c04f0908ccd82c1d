"""What a page hides, raises or fades is no part of a figure: read as a person sees it, or named by a note."""

from __future__ import annotations

import pytest
from test_reading import wrong
from test_reading_traps import TRUTH, web_page

import govdisclosure as gd
from govdisclosure.formats._limits import DEFAULT
from govdisclosure.formats.html.read import read

CELL = "<td>10</td>"
PATH = "requests.natural_person.newly_received"
SHEET = """<STYLE type="text/css"><!-- .a { color: red } /* .b { display: none } */
@media print { .b { display: none } .c { opacity: 0 } } td .d { display: none }
span.gone, p.away,.x { display:none; } .note { vertical-align: super } .old { text-decoration: line-through }
--></STYLE>
"""


def read_with(cell: str, before: str = "") -> gd.Reading:
    """Read the page with another cell in the place of one that holds 10."""
    return gd.parse(before + web_page().replace(CELL, cell, 1))


def assert_unreadable(reading: gd.Reading, raw: str) -> None:
    """The cell is blank, and the one note names it with what it holds."""
    assert wrong(TRUTH, reading) == set()
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("CELL-UNREADABLE", (PATH,), raw)]
    assert gd.get(reading.report, PATH) is None


@pytest.mark.parametrize(
    ("cell", "raw"),
    [
        ('<td>10<a href="#fn1">1</a></td>', "10^1"),
        ('<td>10 <a href="report.html#_ftn1" name="_ftnref1"><span>1</span></a></td>', "10 ^1"),
        ('<td><a href="#fn1">1</a>10</td>', "1 10"),
        ('<td>无<a href="#fn1">1</a></td>', "无1"),
        ("<td><sup>1</sup>10</td>", "1 10"),
        ('<td>10<span style="color:#FFF">2</span></td>', "10^2"),
        ('<td><span style="color: white">2</span>10</td>', "^210"),
        ('<td><font color="white">10</font></td>', "^10"),
        ('<td>1<span style="color: #fffabc">0</span></td>', "1^0"),
        ('<td>10<font color="#FFFFFF">2</font></td>', "10^2"),
        ('<td><b style="visibility:hidden">9<i style="visibility:visible">10</i></b></td>', "［图片］"),
        ('<td><b style="font-size:0">9<i style="font-size:14px">10</i></b></td>', "［图片］"),
        ('<td style="visibility:hidden"><i style="visibility: visible">10</i></td>', "［图片］"),
    ],
)
def test_what_need_not_be_part_of_a_figure_makes_it_unreadable(cell: str, raw: str) -> None:
    """A link to a place in the page, what is raised or white, also in front of a figure; what shows itself again."""
    assert_unreadable(read_with(cell), raw)


@pytest.mark.parametrize(
    "cell",
    [
        '<td><a href="#top">10</a></td>',
        '<td>1<a href="#">0</a></td>',
        '<td>1<a href="/#/reports/2021">0</a></td>',
        "<td><sup>10</sup></td>",
        '<td bgcolor="navy"><font color="white">10</font></td>',
        '<td>1<font color="red">0</font></td>',
        '<td><i style="display:none">9<b style="font-size:14px">9</b></i>10</td>',
    ],
)
def test_a_link_that_is_no_note_changes_no_figure(cell: str) -> None:
    """A figure that is a link as a whole, or one that leads to no place in a page."""
    assert read_with(cell) == gd.Reading(TRUTH)


@pytest.mark.parametrize(
    "style",
    [
        "opacity: 0",
        "opacity:0.0!important",
        "color: red; opacity:.0;",
        "opacity:0%",
        "visibility: collapse",
        "position: absolute; clip: rect(0,0,0,0)",
        "clip:rect(1px 1px 1px 1px);position:absolute",
        "position:absolute; left:-9999px",
        "top:-10000em; position:fixed",
        "display:inline-block;text-indent:-9999px",
    ],
)
def test_what_surely_nobody_sees_is_no_digit(style: str) -> None:
    """Digits without colour or outside the page are not there."""
    assert read_with(f'<td>10<span style="{style}">2</span></td>') == gd.Reading(TRUTH)


@pytest.mark.parametrize(
    "style",
    [
        "opacity: 0.5",
        "background-color: white",
        "color: #ff8a00",
        "fill-opacity: 0",
        "backface-visibility: hidden",
        "clip: rect(0,0,0,0)",
        "left: -9999px",
        "text-indent: -9999px",
        "position:absolute; padding-left:-9999px",
    ],
)
def test_what_is_seen_in_spite_of_its_style_is_a_digit(style: str) -> None:
    """These styles hide nothing where they stand."""
    assert read_with(f'<td>1<span style="{style}">0</span></td>') == gd.Reading(TRUTH)


@pytest.mark.parametrize("style", ["visibility:hidden", "opacity: 0"])
def test_a_cell_that_shows_nothing_keeps_its_place(style: str) -> None:
    """The figures beside it do not move."""
    reading = read_with(f'<td style="{style}">9</td>')

    assert gd.get(reading.report, PATH) is None
    gd.put(reading.report, PATH, 10)
    assert reading == gd.Reading(TRUTH)


def test_a_cell_outside_of_a_table_shows_nothing_either() -> None:
    """Its end is the end of a line."""
    assert read('<p>甲<td style="visibility:hidden">乙</td>丙</p>', DEFAULT) == read("<p>甲<p>丙", DEFAULT)


@pytest.mark.parametrize("style", ["display:none", "visibility:hidden", "opacity:0"])
def test_a_page_that_is_hidden_until_its_script_has_run_is_read(style: str) -> None:
    """Its body shows itself then; a block in it that fades in does as well."""
    page = f'<html style="{style}"><body style="{style}"><div style="opacity:0">{web_page()}</div></body></html>'

    assert gd.parse(page) == gd.Reading(TRUTH)


@pytest.mark.parametrize(
    ("cell", "raw"),
    [
        ("<td>10<span class=x>1</span></td>", "10~~1"),
        ("<td>10<span class='a gone'>1</span></td>", "10~~1"),
        ("<td><p class=away>9</p></td>", "~~9"),
        ("<td><span class=old>10</span></td>", "~~10"),
        ("<td class=old>10</td>", "~~10"),
        ("<td>10<span class=note>1</span></td>", "10^1"),
        ("<td><span class=note>1</span>10</td>", "1 10"),
    ],
)
def test_a_class_that_the_page_hides_makes_a_figure_unreadable(cell: str, raw: str) -> None:
    """A script could show it: it is neither read nor dropped."""
    assert_unreadable(read_with(cell, SHEET), raw)


@pytest.mark.parametrize("name", ["a", "b", "c", "d", "note", "other"])
def test_a_class_that_is_hidden_elsewhere_hides_nothing(name: str) -> None:
    """In print, in a comment, in another place; a whole figure that is raised is one."""
    assert read_with(f"<td class={name}>10<i class={name}></i><b class={name}>件</b></td>", SHEET) == gd.Reading(TRUTH)


@pytest.mark.parametrize("sheet", ["<style>", "<style>}{{a</style>", "<style>/*.a{display:none}</style>", "<style"])
def test_a_broken_style_sheet_hides_nothing(sheet: str) -> None:
    """Braces and comments that are not closed."""
    assert read(f"<p class=a>甲</p>{sheet}", DEFAULT) == read("<p>甲", DEFAULT)


def test_the_name_of_a_page_in_a_table_above_its_title_is_no_title() -> None:
    """名称 is no part of the name of an agency."""
    rows = [("名称", f"{TRUTH.title}"), ("索引号", "A-1")]
    table = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows)

    report = gd.parse(f"<table>{table}</table>{web_page()}").report

    assert (report.title, report.agency) == (TRUTH.title, TRUTH.agency)
