"""Style sheets of a page: what they hide, raise, strike, recolour or add beside a figure makes it unreadable."""

from __future__ import annotations

import time

import pytest
from test_reading import wrong
from test_reading_traps import TRUTH, web_page

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.html.read import read

HIDDEN, PLAIN = "10~~9", "109"


def cell(sheet: str, inside: str = "10<b class='x y' lang=en>9</b>", doctype: str = "<!DOCTYPE html>") -> str:
    """Give the text of a cell of a page with a style sheet."""
    return cell_of(
        f"{doctype}<style>{sheet}</style><table><tr><td>规章<td>件数<tr id=r><td>行政许可<td>{inside}</table>"
    )


def cell_of(page: str) -> str:
    """Give the text of the second cell in the second row of the only table."""
    (grid,) = (block for block in read(page) if isinstance(block, Grid))
    return grid.rows[1][1].text


@pytest.mark.parametrize(
    "selector",
    [
        *("b", ".x", "td b", "td > b", "td .x", "b.x", ".x.y", "*", "td *", "[class]", "[class~=y]", "[lang|=en]"),
        *("#r b", "tr#r>td>b", "tbody b", "table > tbody > tr b", "html body b", ":root b", "td :first-child"),
        *("b:only-child", "tr:nth-child(2) b", "tr:last-of-type td:nth-last-child(1) b", "tr:not(:first-child) b"),
        *("tr + tr b", "tr ~ tr b", "td + td b", "td ~ td > b", ":is(td, th) b", ":is(td > b)", "td:has(.y) b"),
        *("td b:nth-child(1 of .x)", "b:lang(en)", "i, b", "p,\n/* */ td /* */b", "td b:not(i b)", "B", "TD .x"),
        *("a > b:not(.q), b", "td b:not(:autofill)", ":where(td) b", "b:not(:is(a b c d e))", "b:not(:not(b))"),
        "@namespace h url(http://www.w3.org/1999/xhtml); h|td > h|b",
    ],
)
def test_a_selector_finds_what_it_finds_in_a_browser(selector: str) -> None:
    """All of CSS; what only a browser can tell is taken to match."""
    assert cell(f"{selector}{{display:none}}") in {HIDDEN, "~~109", "~~10~~9", "~~10"}


@pytest.mark.parametrize(
    "selector",
    [
        *("i", ".z", ".X", "p b", "tr > b", "table > tr b", "b b", "td + b", "b ~ b", "td:first-child b", "[lang=EN]"),
        *(
            "b:hover",
            "b:empty",
            "a:not(b)",
            "b::selection",
            "b::-webkit-scrollbar",
            "b::before b",
            "> b",
            "b >",
            "td > > b",
        ),
        *(
            "b,,",
            "b:",
            "..x",
            "[",
            "b!",
            "",
            "td:has(i) b",
            "b:nth-child(2)",
            "b::before",
            "thead b",
            "b + + b",
            ":is() b",
        ),
    ],
)
def test_a_selector_that_finds_nothing_hides_nothing(selector: str) -> None:
    """Also one that no browser understands."""
    assert cell(f"{selector}{{display:none}}") == PLAIN


@pytest.mark.parametrize(
    ("sheet", "text"),
    [
        ("b{visibility:hidden}", HIDDEN),
        ("b{opacity:0}", HIDDEN),
        ("b{font-size:0}", HIDDEN),
        ("b{font-size:0}b{font-size:medium}", PLAIN),
        ("b{position:absolute;left:-9999px}", "10~~9\n［图片］"),
        ("b{text-decoration:line-through}", HIDDEN),
        ("td{text-decoration:line-through}", "~~10~~9"),
        ("tr{text-decoration:line-through}", "~~109"),
        ("b{vertical-align:super}", "10^9"),
        ("b{vertical-align:sub;font-size:70%}", "10_9"),
        ("b{color:#fff}", "10^9"),
        ("b{color:#e0e0e0}", "10^9"),
        ("b{color:yellow}", "10^9"),
        ("b{color:#bfbfbf}", PLAIN),
        ("b{color:#fff;background:#000}", PLAIN),
        ("td{background:#000}", "^109"),
        ("td{background:#000;color:#eee}", PLAIN),
        ("td{color:#888;background:#999}", "^109"),
        ("b{display:block}", "10\n9"),
        ("b{float:left}", "10 9"),
        ("b{transform:scale(0)}", HIDDEN),
        ("td{display:none}", "~~10~~9"),
        ("tr{display:none}", "~~109"),
        ("table{display:none}", "~~109"),
        ("body{display:none}", PLAIN),
        ("html{visibility:hidden}body{opacity:0}", PLAIN),
        ("table{opacity:0}", "~~109"),
        ("td{opacity:0}", "~~109"),
        ("td{float:left}", "~~109"),
        ("b{display:inline;margin:0;color:#333;font-size:14px}", PLAIN),
        ("b{width:calc(1px + 2px)}", PLAIN),
        ("b::before{content:'7'}", "109\n［图片］"),
        ("td::after{content:counter(x)}", "109\n［图片］"),
        ("td::after{content:open-quote}", "109\n［图片］"),
        ("td::after{content:''}", PLAIN),
        ("td::after{content:none}", PLAIN),
        ("td::after{content:'7';display:none}", PLAIN),
        ("td::after{content:'7';height:0;overflow:hidden}", PLAIN),
        ("td::after{color:#fff}", PLAIN),
        ("td::after{content:'';position:absolute;top:0;background:#fff}", "~~109\n［图片］"),
        ("tr::before{content:'7'}", "~~109"),
        ("td::first-letter{font-size:0}", "~~10~~9"),
        ("[v-cloak]{display:none}", PLAIN),
        ("b{outline:20px solid white;outline-offset:-14px}", HIDDEN),
        ("b{outline:1px solid red}b{outline-offset:2px}", PLAIN),
        ("b{font-size:0;font-size:12}", HIDDEN),
        ("b{height:0;overflow:hidden;display:inline-block}b{height:20}", HIDDEN),
        ("col{visibility:collapse}", PLAIN),
    ],
)
def test_what_a_rule_does_to_a_figure(sheet: str, text: str) -> None:
    """A sheet is not believed as a style of an element is: a script could undo it, so that nothing is left out."""
    table = "<table><tr><th>规章<th>件数<tr><th>许可<td>10<b>9</b></table>"
    page = f"<!DOCTYPE html><html v-cloak><style>{sheet}</style>{table}"

    assert cell_of(page).replace("~~10~~9", "~~109") == text.replace("~~10~~9", "~~109")


@pytest.mark.parametrize(
    ("sheet", "inside", "text"),
    [
        ("b{display:none}b{display:inline}", "10<b>9</b>", PLAIN),
        ("b{display:inline}b{display:none}", "10<b>9</b>", HIDDEN),
        ("td b{display:inline}b{display:none}", "10<b>9</b>", PLAIN),
        (".x{display:none}td b{display:inline}", "10<b class=x>9</b>", HIDDEN),
        ("#i{display:inline}.x.x{display:none}", "10<b class=x id=i>9</b>", PLAIN),
        ("b{display:none!important}#i{display:inline}", "10<b id=i>9</b>", HIDDEN),
        ("b{display:none}", "10<b style='display:inline'>9</b>", PLAIN),
        ("b{display:none!important}", "10<b style='display:inline'>9</b>", HIDDEN),
        ("b{display:inline!important}", "10<b style='display:none'>9</b>", HIDDEN),
        ("b{visibility:visible!important}", "10<b style='visibility:hidden'>9</b>", HIDDEN),
        ("b{display:none}b{display:nonsense}", "10<b>9</b>", HIDDEN),
        ("@layer a{b{display:inline}}b{display:none}", "10<b>9</b>", HIDDEN),
        ("b{display:inline}@layer a{b{display:none}}", "10<b>9</b>", PLAIN),
        ("@layer a{b{display:none!important}}b{display:inline!important}", "10<b>9</b>", HIDDEN),
        ("@layer a,c;@layer c{b{display:none}}@layer a{b{display:inline}}", "10<b>9</b>", HIDDEN),
        ("@layer a,c;@layer c{b{display:inline}}@layer a{b{display:none}}", "10<b>9</b>", PLAIN),
        ("@layer a{b{display:none}}@layer c{b{display:inline}}", "10<b>9</b>", PLAIN),
        ("@layer{b{display:none}}@layer{b{display:inline}}", "10<b>9</b>", PLAIN),
        ("@layer a{b{display:none!important}}@layer c{b{display:inline!important}}", "10<b>9</b>", HIDDEN),
        ("@layer a{b{display:none}}@layer a.c{b{display:inline}}", "10<b>9</b>", HIDDEN),
        ("@layer a{@layer c{b{display:none}}}@layer a.d{b{display:inline}}", "10<b>9</b>", PLAIN),
        ("@import url(x.css) layer(c);@layer a{b{display:none}}@layer c{b{display:inline}}", "10<b>9</b>", HIDDEN),
        ("@import url(x.css) print;@layer a{b{display:none}}@layer c{b{display:inline}}", "10<b>9</b>", PLAIN),
        ("@layer a,c{b{display:none}}", "10<b>9</b>", PLAIN),
        ("@media print{@layer c{i{top:0}}}@layer a{b{display:none}}@layer c{b{display:inline}}", "10<b>9</b>", PLAIN),
        ("@container (width>9px){@layer a{i{display:none}}}", "10<b>9</b>", "~~109"),
        ("@layer a{i{display:none}}@container (width>9px){@layer a{i{display:none}}}", "10<b>9</b>", PLAIN),
        (f"@layer {'.'.join('a' * 40)}{{i{{display:none}}}}", "10<b>9</b>", "~~109"),
        ("@layer a{b{display:none}}b{display:revert-layer}", "10<b>9</b>", "10\n~~9"),
        ("b{display:none}b:autofill{display:inline}", "10<b>9</b>", HIDDEN),
        ("b{display:none}b,..{display:inline}", "10<b>9</b>", HIDDEN),
        ("i{visibility:visible}", "10<b style='visibility:hidden'>9<i>7</i></b>", "10\n［图片］"),
        ("td{color:#fff}b{color:#000}", "10<b>9</b>", "^109"),
        ("b{color:var(--i)}:root{--i:#fff}", "10<b>9</b>", "10^9"),
        ("b{color:var(--i)}:root{--i:#333}", "10<b>9</b>", PLAIN),
        ("b{color:var(--i)}:root{--i:#333}a{--i:#333}", "10<b>9</b>", PLAIN),
        ("b{color:var(--i)}:root{--i:#333}a{--i:#fff}i{--i:#333}", "10<b>9</b>", "10^9"),
        ("b{color:var(--i)}:root{--i:#333}@media print{:root{--i:#fff}}", "10<b>9</b>", PLAIN),
        ("i{--i:#333;display:none}", f"10<b style='color:var(--i);width:{'1' * 5_000}px'>9</b>", HIDDEN),
        ("i{--i:#333;display:none}", "10<b style='color:var(--i)'>9</b>", PLAIN),
        (":root{--i:" + "1 " * 200 + "}b{color:var(--i)}", "10<b>9</b>", "10^9"),
        (":root{--i:" + "1 " * 40 + "}b{color:var(--i) var(--i) var(--i) var(--i)}", "10<b>9</b>", "10^9"),
        ("i{font-size:1px}b:autofill{font-size:15px}", "10<b>9</b>", PLAIN),
    ],
)
def test_the_rule_that_wins_counts(sheet: str, inside: str, text: str) -> None:
    """By importance, specificity, order; where a style of the element and a sheet disagree, nothing is sure."""
    assert cell(sheet, inside) == text


@pytest.mark.parametrize(
    ("sheet", "is_hidden"),
    [
        ("<!-- b{display:none} -->", True),
        ("a{color:red} --> b{display:none}", True),
        ('@charset "gbk"; b{display:none}', True),
        ("@import url(http://127.0.0.1:1/a.css); b{display:none}", True),
        ("@import 'a.css';", False),
        ("@media screen{b{display:none}}", True),
        ("@media all, print{b{display:none}}", True),
        ("@media only screen and (min-width:600px){b{display:none}}", True),
        ("@media (width>=600px){b{display:none}}", True),
        ("@media (width<600px){b{display:none}}", False),
        ("@media (width=600px){b{display:none}}", True),
        ("@media (max-width:600px){b{display:none}}", False),
        ("@media (min-width:1600px){b{display:none}}", True),
        ("@media (min-height:400px){b{display:none}}", True),
        ("@media (orientation:portrait){b{display:none}}", False),
        ("@media (orientation:landscape) and (hover:hover){b{display:none}}", True),
        ("@media (prefers-color-scheme:dark){b{display:none}}", False),
        ("@media (min-color:1){b{display:none}}", True),
        ("@media (color){b{display:none}}", True),
        ("@media (min-width=600px){b{display:none}}", True),
        ("@media (a(b) c d){b{display:none}}", True),
        ("@media (screen) or (print){b{display:none}}", True),
        ("@media (min-width:x()){b{display:none}}", True),
        ("@media (a b c){b{display:none}}", True),
        ("@media print{b{display:none}}", False),
        ("@media not print{b{display:none}}", True),
        ("@media not screen{b{display:none}}", False),
        ("@media speech{b{display:none}}", False),
        ("@media{b{display:none}}", True),
        ("@media screen{@media print{b{display:none}}}", False),
        ("@supports (display:grid){b{display:none}}", True),
        ("@supports not (display:grid){b{display:none}}", True),
        ("@supports (foo:bar){b{display:none}}", True),
        ("b{display:none}@supports ( Display : grid ){b{display:inline}}", False),
        ("b{display:none}@supports (position:-webkit-sticky) or (position:sticky){b{display:inline}}", False),
        ("b{display:none}@supports (foo:bar){b{display:inline}}", True),
        ("b{display:none}@supports (display:grid) and (foo:bar){b{display:inline}}", True),
        ("b{display:none}@supports selector(:nosuch){b{display:inline}}", True),
        ("@starting-style{b{display:none}}", True),
        ("b{display:none}@starting-style{b{display:inline}}", True),
        ("@nonsense x{b{display:none}}", True),
        ("b{display:none}@nonsense x{b{display:inline}}", True),
        ("@-moz-document url-prefix(){b{display:none}}", False),
        ("@counter-style x{b{display:none}}", False),
        ("@property --x{syntax:'*';b{display:none}}", False),
        ("@container (min-width:400px){b{display:none}}", True),
        ("@font-face{font-family:x;display:none}", False),
        ("@keyframes a{from{display:none}}", False),
        ("@page{display:none}", False),
        ("td{b{display:none}}", True),
        ("td{& b{display:none}}", True),
        ("td{i, b{display:none}}", True),
        ("td{> b{display:none}}", True),
        ("b{&.x{display:none}}", True),
        ("b{td &{display:none}}", True),
        ("td{i &{display:none}}", False),
        ("i{& b{display:none}}", False),
        ("td{@media print{b{display:none}}}", False),
        ("td{color:red;@media screen{b{display:none}}}", True),
        ("b{display:none", True),
        ("/* b{display:none} */", False),
        ("} b{display:none}", False),
        ("b{};b{display:none}", False),
        ("a{content:'}'}b{display:none}", True),
    ],
)
def test_conditions_and_whatever_stands_in_a_sheet(sheet: str, is_hidden: bool) -> None:
    """What does not hold on the screen of a desk is nothing; what is not known to hold counts."""
    text = cell(sheet)

    assert ("~~" in text, text.replace("~~", "")) == (is_hidden, PLAIN)


@pytest.mark.parametrize(
    ("tag", "is_hidden"),
    [
        ("<style>", True),
        ("<STYLE type='TEXT/CSS' media=screen>", True),
        ("<style media='(min-width:10px)'>", True),
        ("<style media=print>", False),
        (f"<style media='(min-width:{'1' * 5_000}px)'>", True),
        ("<style type='text/less'>", False),
    ],
)
def test_a_sheet_may_be_for_another_medium(tag: str, is_hidden: bool) -> None:
    """As its attributes say; it may also stand behind the table."""
    page = f"<!DOCTYPE html><table><tr><td>a<td>b<tr><td>c<td>10<b>9</b></table>{tag}b{{display:none}}</style>"

    assert cell_of(page) == (HIDDEN if is_hidden else PLAIN)


@pytest.mark.parametrize(
    ("doctype", "is_old"),
    [
        ("", True),
        ("<!DOCTYPE html>", False),
        ('<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">', False),
        ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">', True),
        ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">', True),
        (
            '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">',
            False,
        ),
        (
            '<!-- saved from url=(0042)http://www.example.gov.cn/ -->\n<!DOCTYPE html SYSTEM "about:legacy-compat">',
            False,
        ),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">', False),
        ('<!DOCTYPE html PUBLICITY "html 4.01 http://">', True),
        ("<!DOCTYPE htmlx>", True),
    ],
)
def test_names_in_any_case_are_one_on_an_old_page(doctype: str, is_old: bool) -> None:
    """That is, on one without a document type, or with that of an old one."""
    assert cell(".X#R{color:red}.X{display:none}", doctype=doctype) == (HIDDEN if is_old else PLAIN)


def test_a_tree_is_that_of_a_browser() -> None:
    """Rows and groups that nobody wrote are there; a second root is part of the first."""
    sheet = "<!DOCTYPE html><style>tbody > tr > td > b{display:none}</style>"

    assert cell_of(f"{sheet}<table><caption>a</caption><tr><td>a<td>b<tr><td>c<td>10<b>9</b></table>") == HIDDEN
    assert cell_of(f"{sheet}<table><tr><td>a<td>b</tr><tbody><td>c<td>10<b>9</b></table>") == HIDDEN
    assert cell_of(f"{sheet}<table><tr><td>a<td>b<tfoot><tr><td>c<td>10<b>9</b></table>") == PLAIN
    assert cell_of(f"{sheet}<table><td>a<td>b<tr><td>c<td>10<b>9</b></table>") == HIDDEN


def test_what_is_in_no_table_is_read_as_it_stands() -> None:
    """Rules count for tables and what is around them; a table in a box that one hides is not seen."""
    page = "<style>p,div{display:none}</style><p>1</p><div>2<table><tr><td>a<td>b<tr><td>c<td>5</table></div>"

    assert [block.text for block in read(page) if isinstance(block, Paragraph)] == ["1", "~~2"]
    assert cell_of(page) == "~~5"
    assert cell_of(page.replace("display:none", "opacity:0")) == "5"


# A whole report.


@pytest.mark.parametrize(
    ("sheet", "hidden"),
    [("td span{display:none}", "<span>9</span>"), ("td>b{position:absolute;left:-999em}", "<b>9</b>")],
)
def test_a_figure_beside_what_a_sheet_hides_is_noted(sheet: str, hidden: str) -> None:
    """It is blank with a note that names it, and no other is."""
    page = web_page().replace("<td>10</td>", f"<td>{hidden}10</td>", 1)
    reading = gd.parse(page.replace("<table", f"<style>{sheet}</style><table", 1))

    assert wrong(TRUTH, reading) == set()
    assert [(note.code, note.paths) for note in reading.notes] == [
        ("CELL-UNREADABLE", ("requests.natural_person.newly_received",))
    ]


def test_an_ordinary_sheet_leaves_a_report_as_it_is() -> None:
    """Word, editors and frameworks hide, raise and colour a lot that is not in a table of the form."""
    sheet = """
    * { margin: 0; padding: 0; box-sizing: border-box } html { filter: grayscale(100%) } body { font: 14px/1.5 宋体 }
    a { color: #08c; text-decoration: none } a:hover { color: #f60 } .nav, .menu li ul { display: none }
    table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #000; vertical-align: middle }
    tr:nth-child(even) { background: #f9f9f9 } th { background: #036; color: #fff } sup { vertical-align: super }
    .clearfix:after { content: "."; display: block; height: 0; clear: both; visibility: hidden } .zoom { zoom: 1 }
    p.MsoNormal { margin: 0cm; margin-bottom: .0001pt; text-indent: 21pt; font-size: 10.5pt } .left { float: left }
    @media print { .article { display: none } } @media (max-width: 768px) { td { display: block } }
    @page WordSection1 { size: 595pt 841pt } .fade { opacity: 0 } .btn { position: relative; top: -1px }
    """
    page = web_page().replace("<table", f"<style>{sheet}</style><table", 1)

    assert gd.parse(page) == gd.Reading(TRUTH)


# Bounds.


@pytest.mark.property
@pytest.mark.parametrize(
    "sheet",
    [
        "".join(f".a{number}{{display:none}}" for number in range(100_000)),
        "td{top:1px}" * 20_000,
        "b{display:none}" * 4_001,
        "td " * 10_000 + "{display:none}",
        "b:not(" * 40 + "i" + ")" * 40 + "{display:none}",
        "@media all{" * 500 + "b{display:none}" + "}" * 500,
        "td{" * 500 + "display:none",
        "a,b,c,d,e,f,g,h{" * 6 + "display:none",
        "tr:has(b){display:none}" * 100,
        "*{display:block}" * 2_000,
    ],
    ids=["long", "wide", "many", "compounds", "nested", "media", "rules", "product", "has", "universal"],
)
def test_beyond_the_budget_every_figure_is_noted(sheet: str) -> None:
    """Nobody knows what is seen of it; labels are read."""
    rows = "<tr><td>行政许可<td>2" * 100
    begin = time.perf_counter()

    grid = next(b for b in read(f"<!DOCTYPE html><style>{sheet}</style><table>{rows}</table>") if isinstance(b, Grid))

    assert {row[0].text for row in grid.rows} == {"行政许可"}
    assert {row[1].text for row in grid.rows} == {"~~2"}
    assert time.perf_counter() - begin < 20


@pytest.mark.property
def test_more_elements_than_any_page_has_leave_it_in_doubt() -> None:
    """They are no longer held against its selectors."""

    def figures(size: int) -> set[str]:
        table = f"<table><tr><td>行政许可<td>2<td>{'<p>' * size}</table>"
        grid = next(b for b in read(f"<!DOCTYPE html><style>b{{display:none}}</style>{table}") if isinstance(b, Grid))
        return {grid.rows[0][1].text}

    assert (figures(40_000), figures(50_000)) == ({"2"}, {"~~2"})


@pytest.mark.parametrize(
    ("sheet", "style"),
    [(".x{" + "color:#fff;" * 600 + "}", ""), (".x{color:#fff}", "width:var(--a{0})")],
    ids=["declarations", "styles"],
)
def test_more_than_is_declared_on_any_page_leaves_it_in_doubt(sheet: str, style: str) -> None:
    """Each cell has all declarations that match it, and each style of its own is taken apart."""

    def figures(size: int) -> set[str]:
        rows = "".join(f"<tr><td>行政许可<td>2<td class=x style='{style.format(row)}'>3" for row in range(size))
        blocks = read(f"<!DOCTYPE html><style>{sheet}</style><table>{rows}</table>")
        return {row[1].text for row in next(block for block in blocks if isinstance(block, Grid)).rows}

    assert (figures(100), figures(4_200)) == ({"2"}, {"~~2"})


@pytest.mark.property
@pytest.mark.parametrize(
    "sheet",
    [
        "/*" * 100_000,
        "\\" * 100_000,
        '"' * 100_000,
        "b{content:'\n" * 10_000,
        "div " * 30 + "b{display:none}",
        "b~" * 30 + "b{display:none}",
        ":is(" + "div " * 30 + "b){display:block}",
        "tr:nth-last-of-type(2n+1) b{display:none}" * 20,
        ":root{" + "".join(f"--a{number}:var(--a{number + 1});" for number in range(5_000)) + "}",
        "b{background:" + "red " * 50_000 + "}",
        "tr,".join(["b"] * 3_000) + "{display:none}",
    ],
)
def test_odd_sheets_are_read_quickly(sheet: str) -> None:
    """Comments and strings never ended, long chains, variables of variables."""
    rows = "<tr><td><div><div><div><div><div>a<td><b>2</b>" * 100

    assert read(f"<style>{sheet}</style><table>{rows}</table>", Limits(max_seconds=5))


def test_a_page_too_deep_for_its_sheets_is_refused() -> None:
    """By the bound of depth, as without them."""
    with pytest.raises(gd.ReadError) as caught:
        read("<style>b{display:none}</style>" + "<b>" * 2_000)

    assert caught.value.code == "BEYOND-LIMIT"


@pytest.mark.parametrize(
    "page", ["<!--{}", "<!DOCTYPE html><!--\n<html>{}", "<!--{}-->", "<![CDATA[{}", "<!DOCTYPE html {}"]
)
def test_a_page_without_any_element_has_no_looks(page: str) -> None:
    """A comment that does not end holds all of it, and its style sheets."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(page.format("<style>td{display:none}</style>"), format="html")

    assert caught.value.code == "NO-FORM"


BOX = "position:absolute;inset:0;background:#fff"


@pytest.mark.parametrize(
    ("sheet", "inside", "is_only_this_cell"),
    [
        ("", f"<i style='position:relative'>9<b style='{BOX}'></b></i>", True),
        (
            "",
            "<i style='position:relative'>9<b style='position:absolute;inset:0;margin:auto;height:4px'></b></i>",
            True,
        ),
        ("", f"<i style='position:relative'>9<u style='{BOX}'><b style='{BOX}'></b></u></i>", True),
        (f"i{{position:relative}}b{{{BOX}}}", "<i>9<b></b></i>", True),
        (f"td{{position:relative}}b{{{BOX}}}", "9<b></b>", True),
        ("", f"9<b style='{BOX}'></b>", False),
        ("", f"<i style='position:relative'>9</i><b style='{BOX}'></b>", False),
        ("", f"<i style='position:relative;top:0;height:900px'>9<b style='{BOX}'></b></i>", False),
        ("", f"<i style='position:relative'>9<b style='{BOX};top:-40px'></b></i>", False),
        ("", f"<i style='position:relative'>9<b style='{BOX};min-width:900px'></b></i>", False),
        ("", f"<i style='position:relative'>9<b style='{BOX};padding-top:900px'></b></i>", False),
        ("", "<i style='position:relative'>9<b style='position:fixed;inset:0;background:#fff'></b></i>", False),
        ("", f"<i style='position:relative'>9<u style='position:absolute'><b style='{BOX}'></b></u></i>", False),
        (f"tr{{position:relative}}b{{{BOX}}}", "9<b></b>", False),
        (f"i{{position:relative}}b{{{BOX};width:900px}}", "<i>9<b></b></i>", False),
        (f"i{{position:relative}}b{{{BOX};margin-left:900px}}", "<i>9<b></b></i>", False),
    ],
)
def test_a_box_puts_in_doubt_what_it_can_lie_over(sheet: str, inside: str, is_only_this_cell: bool) -> None:
    """One that lies at the edges of an element of its cell covers nothing beside that."""
    page = f"<!DOCTYPE html><style>{sheet}</style><table><tr><td>规章<td>5<tr><td>许可<td>{inside}</td></table>"
    (grid,) = (block for block in read(page) if isinstance(block, Grid))

    assert "［图片］" in grid.rows[1][1].text
    assert (grid.rows[0][1].text == "5") is is_only_this_cell


@pytest.mark.parametrize(
    ("inside", "beside"),
    [
        ("<dialog>9</dialog>8", "5"),
        ("<dialog open>9</dialog>8", "~~5"),
        ("<dialog style='display:block'>9</dialog>8", "~~5"),
    ],
)
def test_a_dialog_lies_over_other_cells_only_while_it_is_open(inside: str, beside: str) -> None:
    """One that is closed is not shown; a script may open it, so its own cell is noted."""
    page = f"<table><tr><td>规章<td>5<tr><td>许可<td>{inside}</td></table>"
    (grid,) = (block for block in read(page) if isinstance(block, Grid))

    assert (grid.rows[0][1].text, grid.rows[1][1].text) == (beside, "~~9\n8")


@pytest.mark.parametrize(
    "head",
    [
        "<link rel=stylesheet href='data:text/css,b{display:none}'>",
        "<LINK href=' DATA:text/css;base64,Yntj' title='>' rel='alternate stylesheet'>",
        "<link title='>' rel=stylesheet href='&#100;ata:text/css,b{display:none}'>",
        "<style>@import url(data:text/css,b{display:none});</style>",
        "<style>@import url('data:text/css,b{display:none}');</style>",
        "<style>@import 'data:text/css,b{display:none}' screen;</style>",
        '<style>@\\69mport url("DATA:text/css,b{display:none}");</style>',
    ],
)
def test_a_sheet_in_an_address_puts_every_figure_in_doubt(head: str) -> None:
    """It is in the page itself, so a browser follows it without asking a server."""
    assert cell_of(f"{head}<table><tr><td>规章<td>件数<tr><td>许可<td>10</table>") == "~~10"


@pytest.mark.parametrize(
    "head",
    [
        "<link rel=icon href='data:image/png;base64,AAAA'>",
        "<link rel=stylesheet href='style.css'>",
        "<style>@import url(other.css);b{display:none}</style>",
        "<style>@import url('other.css');b{display:none}</style>",
    ],
)
def test_other_links_and_imports_do_nothing(head: str) -> None:
    """What stands elsewhere is never fetched."""
    assert cell_of(f"{head}<table><tr><td>规章<td>件数<tr><td>许可<td>10</table>") == "10"


@pytest.mark.parametrize("name", ["x-n", "x-b", "my-el"])
def test_elements_of_a_page_s_own_are_elements(name: str) -> None:
    """Any name with a hyphen is one in a browser."""
    assert cell(f"{name}{{display:none}}", f"10<{name}>9</{name}>") == "10~~9"


@pytest.mark.parametrize(
    "inside", ["<p><small>29</small>6</p>", "<p>29<small>6</small></p>", "<p>2<small>96</small></p>"]
)
def test_digits_of_two_sizes_in_a_paragraph_are_no_figure(inside: str) -> None:
    """Also where a rule says the size of the cell around it."""
    assert " " in cell("td{font-size:14px}b{font-size:40px}", inside)


def copies(*named: str, sheet: str = "<style>.phone{display:none}</style>") -> str:
    """Give a page with a report several times, in boxes of these classes."""
    return sheet + "".join(f"<div class={name}>{web_page()}</div>" for name in named)


@pytest.mark.parametrize("named", [("pc", "phone"), ("phone", "pc"), ("phone", "pc", "phone")])
def test_a_copy_that_a_sheet_hides_is_left_out(named: tuple[str, ...]) -> None:
    """One for desks and one for telephones, in any order: they say the same, and one of them is seen."""
    assert gd.parse(copies(*named), format="html") == gd.parse(copies("pc"), format="html")


@pytest.mark.parametrize(
    "page",
    [
        copies("pc", "pc"),
        copies("pc", "phone", "pc"),
        copies("phone", "pc", "pc"),
        copies("pc", "phone", sheet=""),
        copies("pc", "phone").replace("<td>10</td>", "<td>11</td>", 1),
    ],
)
def test_copies_that_are_seen_or_say_something_else_are_refused(page: str) -> None:
    """Nothing tells which of the two it is."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(page, format="html")

    assert caught.value.code == "TWO-FORMS"


def test_the_same_table_hidden_alone_stays_in_doubt() -> None:
    """Nothing on the page shows its figures."""
    notes = gd.parse(copies("phone"), format="html").notes

    assert {each.code for each in notes} == {"CELL-UNREADABLE"}
