"""Web pages as blocks: our own as they were written, those of others by what they show, damaged ones within bounds."""

from __future__ import annotations

import builtins
import importlib
import itertools
import random
import sys
from encodings.aliases import aliases
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.mutations_html import mutate_html
from support.pages import printed

import govdisclosure as gd
from govdisclosure.form.blocks import MARK, Block, Grid, GridCell, MetadataBlock, Paragraph, Role
from govdisclosure.formats import Limits
from govdisclosure.formats.html.read import read
from govdisclosure.model.notes import Source
from govdisclosure.testing import reports

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT = build_report()
OWN = gd.render(REPORT, "html")


def lines(*texts: str) -> list[Block]:
    """Give paragraphs of these texts."""
    return [Paragraph(text) for text in texts]


def grid(*rows: tuple[str | GridCell, ...]) -> Grid:
    """Give a grid; a text stands for a cell that spans nothing."""
    return Grid(tuple(tuple(cell if isinstance(cell, GridCell) else GridCell(cell) for cell in row) for row in rows))


def table(*rows: tuple[str, ...]) -> str:
    """Write a table; what begins with ``<td`` is a cell already."""
    cells = ("".join(cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def refused(content: str | bytes, limits: Limits | None = None) -> str:
    """Give the reason for which a page is refused, in English."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(content, format="html", limits=limits or Limits())
    return str(caught.value)


def beyond(name: str, limit: float) -> str:
    """Give the reason of a page beyond a bound."""
    return f"html: the document is beyond {name} = {limit}; raise it in its Limits to read it"


# Our own page.


@given(report=reports(extensions=False))
def test_the_blocks_of_our_own_page_are_those_that_were_written(report: gd.AnnualReport) -> None:
    """For all reports: metadata, roles, texts to the last blank, spans; only the paths of figures are not in it."""
    written = [
        Grid(tuple(tuple(GridCell(cell.text, cell.rows, cell.columns) for cell in row) for row in block.rows))
        if isinstance(block, Grid)
        else block
        for block in printed(report)
    ]

    assert read(gd.render(report, "html")) == written


def test_findings_on_our_page_are_no_part_of_it() -> None:
    """What a check found is shown between the parts of the report, and left out when it is read."""
    report = build_report(cells={"requests.total.newly_received": 99}, other_matters=None)
    shown = gd.render(report, "html", findings=gd.check(report))

    assert len(shown) > len(gd.render(report, "html")) + 1_000
    assert gd.parse(shown) == gd.Reading(report)


def test_a_copy_that_a_browser_saved_is_ours() -> None:
    """Attributes may change their places, elements may come in; an element in a paragraph is words of it."""
    saved = (
        OWN.replace(f'<meta name="{MARK}" content="', '<meta data-x content="')
        .replace("<table", "<div><table")
        .replace("</table>", "</table></div>")
        .replace("<main>", '<x-bar data-part>ours?</x-bar><main class="x"><b></b>')
        .replace("本机关依法公开政府信息。", "本机关<em>依法<i data-part>？</i>公开</em>政府信息。")
    )
    saved = saved.replace('<meta data-x content="', f'<meta name="{MARK}" data-x content="', 1)

    assert gd.parse(saved) == gd.Reading(REPORT)


def test_text_outside_of_the_main_part_is_not_read() -> None:
    """Neither before nor behind it, but all that stands in it; nor are values without the one that says whose it is."""
    page = (
        f"<meta name='{MARK}:年度' content=2021><meta name={MARK} content='\"1\"'><p>a<main>b<p> c <b>d</b></main><p>e"
    )

    assert read(page) == [MetadataBlock({MARK: "1"}), Paragraph("b"), Paragraph(" c d", Role.TEXT)]


@pytest.mark.parametrize(
    ("content", "problem"),
    [("{", "govdisclosure must be JSON, got '{'"), ("[" * 100_000, f"govdisclosure must be JSON, got '{'[' * 0}")],
)
def test_a_head_that_we_did_not_write_is_refused(content: str, problem: str) -> None:
    """A value that is no JSON, however deep; the message stays short."""
    reason = refused(f"<meta name={MARK} content='{content}'><main>")

    assert reason.startswith(f"html, head: {problem[:40]}")
    assert len(reason) < 150


def test_cells_outside_of_a_table_are_no_cells() -> None:
    """Whoever changed our page by hand may have lost the beginning of a table; their words are a paragraph."""
    page = f"<meta name={MARK} content='\"1\"'><main><tr><td>a</td></tr></table><p>b</p></main>"

    assert read(page) == [MetadataBlock({MARK: "1"}), Paragraph("a"), Paragraph("b", Role.TEXT)]


def test_a_value_that_stands_twice_is_refused() -> None:
    """Nobody knows which of the two is meant."""
    page = f"<meta name={MARK} content='\"1\"'>" * 2 + "<main>"

    assert refused(page) == "html, head: govdisclosure stands there twice"


def test_a_page_that_only_speaks_of_us_is_read_as_any_other() -> None:
    """The name of the library in a text is no metadata."""
    assert read("<p>made with govdisclosure</p>") == lines("made with govdisclosure")


# Pages of others.


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a<p>b<p>c<div>d</div>e<br>f<hr>g", lines("a", "b", "c", "d", "e", "f", "g")),
        ("<h1>a</h1><h3>b</h3><blockquote>c</blockquote><form>d</form>", lines("a", "b", "c", "d")),
        ("<p>本<b>机</b><span><font>关</font></span></p>", lines("本机关")),
        ("<p> \n a \t\n b&nbsp; c\u3000d&nbsp;</p><p>&nbsp;</p><p>\u3000\u3000e</p>", lines("a b\xa0 c\u3000d", "e")),
        ("<p>按照印发<中华人民共和国格式>的通知，1<2", lines("按照印发<中华人民共和国格式>的通知，1<2")),
        ("<p>a<!-- b -->c<script>d</script><style>e</style><svg><text>f</text></svg></p>", lines("ac")),
        ("a<select><option>b<option>c</select><textarea>d</textarea><noscript><p>e</noscript>f", lines("af")),
        ("<p hidden>a</p><p style='display: none'>b<i>c</i></p><p style='overflow: hidden'>d</p>", lines("d")),
        ("<p style='DISPLAY: NONE'>a</p><td style='text-decoration: line-through'>b</td>", lines("b")),
        ("<p style='vertical-align: super'>a</p>b<h2 style='color: white'>1</h2>2", lines("a", "b", "^1", "2")),
        ("<ruby>開<rp>(</rp><rt>kāi</rt><rp>)</rp></ruby>", lines("開")),
        ("<p>5<sup>1</sup>平方米m<sup>2</sup>，1<del>2</del>", lines("5^1平方米m2，1~~2~~")),
        ("<p><del>2</del>3，4<b> </b><sup>1</sup>", lines("~~2~~3，4 ^1")),
        (
            "<p>收到<sup>1</sup>12件，m<sup>2</sup>，<font color=white>9</font>10件<sub>3</sub>",
            lines("收到1 12件，m2，9 10件3"),
        ),
        ("<p>1<font color=white>2</font>，3<font color=red>4</font>", lines("1^2，34")),
        ("<p>1<a href='x#y'>2</a>，3<a href=x>4</a>，5<a href='#y'>件</a>", lines("1^2，34，5件")),
        ("<p>a  b<span style='margin: 0'>c</span>", lines("a bc")),
        ("<pre>a\n\n b  c<br>d</pre>e", lines("a", "b c", "d", "e")),
        ("<p>&#1;&#xFFFE;a\x0bb\x00c\u2028\U0001f600</p>", lines("\ufffda bc\u2028\U0001f600")),
        ("<?xml version='1.0'?><html><body><p>a<![CDATA[<b>&c]]><![CDATA[d</p></body></html>", lines("a<b>&cd")),
        ("<td>a</td><td>b<tr>c<thead>d", lines("a", "b", "c", "d")),
        ("<frameset><frame src=x><noframes>a</noframes></frameset>", []),
        ("a</br>b<div>c</p>d</P>e<p>f</p></div><p>g<p\n>h</p>i", lines(*"abcdefghi")),
        ("a</p>b<p>c", lines("a", "b", "c")),
        ("a<p>b<div>c</div>d</p>e", lines("a", "b", "c", "d", "e")),
        ("<p>a<td>b</p>c</td><p>d<table></p></table></p>e", lines("a", "b", "c", "d", "e")),
        ("a<p/>b<br/>c<u/>d<p><b style='display:none'/>e</b>f", lines("a", "b", "cd", "f")),
        ("<?xml version='1.0'?><p>a<b style='display:none'/>c</p>", lines("ac")),
    ],
)
def test_lines_are_those_that_a_browser_shows(page: str, expected: list[Block]) -> None:
    """Blocks begin and end them, blanks run together, what is not shown is not there."""
    assert read(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ol><li>a<li>b</ol>c", ["1. a", "2. b", "c"]),
        ("<ol start=3><li>（一）a<li>b<ul><li>c</ul></ol>", ["（一）a", "4. b", "c"]),
        ("<ol type=a><li>a</ol><ol style='list-style: none'><li>b</ol>", ["a", "b"]),
        ("<ol><li></li><li>a</ol><li>b", ["2. a", "b"]),
        ("<ol style='text-decoration: line-through'><li>a</ol>", ["1. a"]),
    ],
)
def test_numbers_of_items_are_text(page: str, expected: list[str]) -> None:
    """A list that counts shows its numbers, unless its items bring their own."""
    assert read(page) == lines(*expected)


def test_what_the_page_says_of_itself_comes_first() -> None:
    """The title once, meta elements by their names."""
    page = "<body>x</body><title> 年 \n报</title><meta name=PubDate content=' 2022-01-20'><meta name=a><title></title>"

    assert read(page) == [Paragraph("年 报", Role.PAGE), Paragraph("PubDate：2022-01-20", Role.PAGE), Paragraph("x")]


def test_furniture_of_a_site_is_left_out() -> None:
    """Menus, lists and tables of nothing but links, a footer: but nothing that could be of a report."""
    links = "".join(f"<{{0}}><a href='/{name}'>{name}</a></{{0}}>" for name in ("规章", "年报", "政策"))
    page = (
        f"<nav>首页</nav><ul>{links.format('li')}</ul><table><tr>{links.format('td')}</tr></table>"
        f"<div class='left-menu'>a | b</div><p><a>c</a></p><ul><li><a href=x>d</a></ul><div id=navy>e</div>"
        f"<div class=footer>本报告由本机关负责解释。</div><div class=foot>2022年1月20日</div><footer>版权所有</footer>"
        f"<ul><li>{'f' * 9}{links.format('li')}</ul>"
    )

    assert read(page) == lines(
        "c", "d", "e", "本报告由本机关负责解释。", "2022年1月20日", "f" * 9, "规章", "年报", "政策"
    )


_LINKS = "".join(f"<li><a href=x>{name}</a>" for name in ("规章", "年报", "政策"))


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<footer>" + "<p>电话</p>" * 201 + "</footer>", lines(*["电话"] * 201)),
        (f"<footer><p>电话<p>{'年' * 101}</footer>", lines("电话", "年" * 101)),
        (f"<footer>{table(('a', 'b'), ('c', 'd'))}</footer>", [grid(("a", "b"), ("c", "d"))]),
        ("<ul>" + f"<li><a href=x>{'年' * 21}</a>" * 3 + "</ul>", lines(*["年" * 21] * 3)),
        (f"<ul>{_LINKS * 67}</ul>", lines(*["规章", "年报", "政策"] * 67)),
        (
            f"<ul>{_LINKS}<li>{table(('a', 'b'), ('c', 'd'))}</ul>",
            [*lines("规章", "年报", "政策"), grid(("a", "b"), ("c", "d"))],
        ),
    ],
)
def test_what_is_more_than_furniture_is_kept(page: str, expected: list[Block]) -> None:
    """Too many lines, or long ones, or a table: neither a footer nor a menu."""
    assert read(page) == expected


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<nav>190</nav>", "190"),
        ("190<footer>9</footer>", "190\n9"),
        ("<div class=menu>打印</div>190", "190"),
        ("<div class=menu><p>打印<p>/</div>", "打印\n/"),
    ],
)
def test_the_figure_of_a_cell_is_no_furniture(inside: str, text: str) -> None:
    """Whatever the box around it is called, a person sees it in its cell."""
    assert read(table(("a", "b"), ("c", inside))) == [grid(("a", "b"), ("c", text))]


@pytest.mark.parametrize("container", ["<ul>{}</ul>", "<div class=menu>{}</div>"])
def test_what_runs_over_the_end_of_a_cell_is_no_furniture(container: str) -> None:
    """A list or box that was never closed before the next cell is no menu: its words stay in their cell."""
    page = f"<table><tr><td>{container.format(f'{_LINKS}<td>b</td>')}</td><td>{'年' * 30}</td></tr></table>"

    assert read(page) == [grid(("规章\n年报\n政策", "b", "年" * 30))]


# Tables.


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (table(("a", "b"), ("1", "")), grid(("a", "b"), ("1", ""))),
        (table(("<p>本年新</p><p></p><p>制作</p>", "a<br>b")), grid(("本年新\n制作", "a\nb"))),
        (
            "<table><tr><td>a<td><span>0<td><span>1<tr><td>b<td><div>2<td>3</table>",
            grid(("a", "0", "1"), ("b", "2", "3")),
        ),
        ("<table><td>a<td>b</table>", grid(("a", "b"))),
        ("<table>\n<tr>\n<td>a</td>\n\t<td>\n b\n</td>\n</tr>\n</table>", grid(("a", "b"))),
        ("<table><tr><td>a<td>b<tr></tr><tr><td>c</table>", grid(("a", "b"), (), ("c",))),
        (
            table(("<td rowspan=0>a", "b"), ("c",), ("<td colspan=2 rowspan=9>d",)),
            grid((GridCell("a", 3), "b"), ("c",), (GridCell("d", 1, 2),)),
        ),
        (
            table(("<td rowspan=-1 colspan=0>a", "<td colspan='2.5'>b", "<td rowspan=二 colspan=' +3x'>c")),
            grid(("a", GridCell("b", 1, 2), GridCell("c", 1, 3))),
        ),
        (
            "<table><thead><tr><td rowspan=9>a<td>b<tbody><tr><td>c<td rowspan=2>d<tr><td>e</table>",
            grid(("a", "b"), ("c", GridCell("d", 2)), ("e",)),
        ),
        (
            table(("<img>", "<input value=5>", "<input type=hidden value=5>", "<input>", "<img>a")),
            grid(("［图片］", "［输入框］", "", "", "a")),
        ),
        (table(("<td style='vertical-align: super'>1", "<td style='margin: 0'>2")), grid(("1", "2"))),
        (
            table(
                ("<i style='visibility: hidden'>1<b>2</b></i>", "<i style='font-size: 0'><b style='font-size: 9pt'>2"),
                ("a",),
            ),
            grid(("", "［图片］"), ("a",)),
        ),
        (table(("<td colspan=00 rowspan=00>a", "b"), ("c",)), grid((GridCell("a", 2), "b"), ("c",))),
        (table(("a", "<table><tr><td>5</td></tr></table>"), ("b", "<ol><li>c</ol>")), grid(("a", "5"), ("b", "1. c"))),
        (table(("a", "<ol start=3><li></li></ol>")), grid(("a", "3."))),
        (table(("a", "<ol start=3><li> <li>5</ol>")), grid(("a", "3.\n4. 5"))),
        (table(("a", "<ol start=3><li></li></ol>5")), grid(("a", "3.\n5"))),
        (table(("a", "<ol><li><ol start=7><li></ol></ol>")), grid(("a", "7."))),
        (table(("a", "<ol start=3 type=a><li></ol>"), ("b", "<ul><li></ul>")), grid(("a", ""), ("b", ""))),
        (table(("a", "<ol start=3 style='list-style: none'><li></ol>")), grid(("a", ""))),
        (table(("a", table(("5", "6")), "b"), ("c", "7", "8")), grid(("a", "5\n6", "b"), ("c", "7", "8"))),
    ],
)
def test_tables_have_the_spans_that_a_browser_gives_them(page: str, expected: Grid) -> None:
    """Cells never closed, spans that are none or reach too far, pieces of a text, tables of one cell."""
    assert read(page) == [expected]


def test_spans_are_as_wide_as_a_browser_takes_them() -> None:
    """A thousand columns, not a hundred million."""
    assert read(table(("<td colspan=100000000>a", "b"))) == [grid((GridCell("a", 1, 1_000), "b"))]
    assert read(table((f"<td colspan={'0' * 9}3{'9' * 9_000}>a", "b"))) == [grid((GridCell("a", 1, 1_000), "b"))]


def test_rows_know_where_they_stand() -> None:
    """Tables of data are counted, not those that lay a page out."""
    page = f"<table><tr><td>a<td>{table(('b', 'c'), ('1', '2'))}</table>" + table(("d", "e"))
    blocks = read(page)

    assert blocks == [*lines("a"), grid(("b", "c"), ("1", "2")), grid(("d", "e"))]
    assert [block.sources for block in blocks if isinstance(block, Grid)] == [
        (Source(table=1, row=1), Source(table=1, row=2)),
        (Source(table=2, row=1),),
    ]


def test_a_class_that_raises_its_words_matters_in_tables_only() -> None:
    """In narrative it is what a browser shows; what is left out of a cell is left out whatever its class."""
    sheet = "<style>.note { vertical-align: super } .gone { display: none }</style>"
    left_out = "<b class='gone'>3</b>" * 2_000
    page = f"{sheet}<p>12<b class='note'>1</b></p>" + table(
        ("12<b class='note'>1</b>", "12<b class='gone'>1</b>"), (f"12<noscript>{left_out}</noscript>", "12")
    )

    assert read(page) == [*lines("121"), grid(("12^1", "12~~1"), ("12", "12"))]


def test_what_a_table_holds_outside_of_its_cells_stands_above_it() -> None:
    """As a browser shows it."""
    page = "<table><caption>a</caption>b<tr>c<td>d<td>e</td>f</table>g"

    assert read(page) == [*lines("a", "b", "c", "f"), grid(("d", "e")), *lines("g")]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (table(("a",), ("<p>b</p><p>c</p><img>",), ("",)), lines("a", "b", "c")),
        (table(("<img>", ""), ("", "")) + table(("",)), []),
        (table(("a",), ("<img>",)), lines("a")),
        (
            table((f"<p>{'年' * 90}</p>" * 5, table(("a", "b"), ("c", "d"))), ("e", "f"), ("g", "h")),
            [*lines(*["年" * 90] * 5), grid(("a", "b"), ("c", "d")), *lines("e", "f", "g", "h")],
        ),
        (table((f"<p>{'年' * 90}</p>" * 5, "b")), lines(*["年" * 90] * 5, "b")),
        (table((f"{table(('1', '2'), ('3', '4'))}<img>", "b")), [grid(("1", "2"), ("3", "4")), *lines("b")]),
        (table(("<pre>a|b\nc</pre>", "d")), [Grid((tuple(map(GridCell, "ab")),), lines=True), *lines("c", "d")]),
    ],
)
def test_a_table_that_only_lays_the_page_out_is_none(page: str, expected: list[Block]) -> None:
    """A column, narrative beside a menu, a frame around what holds data."""
    assert read(page) == expected


def test_a_table_of_data_may_hold_a_long_text() -> None:
    """It is narrative only if that is most of it."""
    page = table(*[("年" * 79, "年" * 79)] * 4, ("年" * 401, "b"))

    (data_table,) = read(page)

    assert isinstance(data_table, Grid)
    assert len(data_table.rows) == 5


def test_text_that_was_put_on_a_page_as_it_is() -> None:
    """Lines with bars are rows; metadata in it are none of ours."""
    assert read("<pre>a\n规章 | 0 | 3\nb</pre>") == [
        *lines("a"),
        Grid((tuple(map(GridCell, ("规章 ", " 0 ", " 3"))),), lines=True),
        *lines("b"),
    ]
    between = [Grid(((GridCell(pair[0]), GridCell(pair[1])),), lines=True) for pair in ("xy", "zw")]
    framed = f"<pre>x|y<b>{table(('a', 'b'), ('c', 'd'))}</b>z|w</pre>"
    assert read(framed) == [between[0], grid(("a", "b"), ("c", "d")), between[1]]
    text = gd.render(REPORT, "text").replace("<", "&lt;")
    assert gd.parse(f"<html><pre>{text}</pre>").report.requests == REPORT.requests


@pytest.mark.parametrize("value", ["pre", "pre-wrap", "pre-line", "break-spaces"])
def test_a_block_with_the_lines_of_its_source_has_these(value: str) -> None:
    """What is shown is what is read; those with bars are rows of a table."""
    shown = f'<div style="white-space:{value}">a\n规章 | 0 | 3\nb  c<p>d</p>e</div>f\ng'

    assert read(shown) == [
        *lines("a"),
        Grid((tuple(map(GridCell, ("规章 ", " 0 ", " 3"))),), lines=True),
        *lines("b c", "d", "e", "f g"),
    ]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ('<p style="white-space:nowrap">a\nb</p>c', ("a b", "c")),
        ('<pre style="white-space:normal">a\nb</pre>c', ("a b", "c")),
        ('<pre style="white-space:pre-wrap">a\nb</pre>c', ("a", "b", "c")),
        (
            '<div style="white-space:pre">a\nb<p style="white-space:normal">c\nd</p>e\nf</div>',
            ("a", "b", "c d", "e", "f"),
        ),
        ('<div style="white-space:pre"><ol><li>\na\n<li>b</ol><ol><li> <li>c</ol></div>', ("1. a", "2. b", "2. c")),
        ('<ul style="white-space:pre"><li>a\nb</ul>c\nd', ("a", "b", "c d")),
        ('a<b style="white-space:pre">b\nc</b>d', ("ab cd",)),
        ('<p bgcolor="red" style="white-space:pre">a\nb</p>', ("a", "b")),
        ('<div style="white-space:pre"><p style="color:white">190</p>a\n12</div>', ("^190", "a", "12")),
        ('<div style="white-space:pre;color:white">190</div>', ("^190",)),
    ],
)
def test_the_lines_of_the_source_are_kept_in_blocks_alone(shown: str, expected: tuple[str, ...]) -> None:
    """An element around or inside decides otherwise; a number that is not seen is marked."""
    assert read(shown) == lines(*expected)


def test_where_lines_break_in_a_cell_tells_nothing() -> None:
    """A cell has the text that it had."""
    assert read(table(('<td style="white-space:pre-wrap">规\n章</td>', "3"))) == [grid(("规 章", "3"))]


# Encodings.

_WORDS = "本机关在这一年不断公开政府信息，和以往一样。"


@pytest.mark.parametrize("declared", ["", "utf-8", "gb2312", "iso-8859-1", "big5", "no-such", "hex", "x\u4e00"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk", "big5"])
def test_the_encoding_is_told_by_the_bytes(encoding: str, declared: str) -> None:
    """What the page says of it may be missing or wrong."""
    words = "本機關在這一年不斷公開政府信息，和以往一樣。" if encoding == "big5" else _WORDS
    page = f'<meta charset="{declared}"><p>{words}'.encode(encoding, "ignore")

    assert read(page) == lines(words)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("tag", ["<!DOCTYPE html>", "<html>", "<HTML>", "<?xml version='1.0'?><html>"])
def test_a_page_in_two_bytes_a_character_needs_no_mark(encoding: str, tag: str) -> None:
    """Its first tag tells which of them comes first."""
    page = gd.render(build_report(), "html").replace("<!DOCTYPE html>", tag).encode(encoding)

    assert gd.parse(page) == gd.parse(page.decode(encoding))
    assert read(page) == read(page.decode(encoding))


def test_other_encodings_are_those_that_a_page_declares() -> None:
    """In whichever way it does."""
    older = "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>caf\u00e9"

    assert read(older.encode("windows-1252")) == lines("caf\u00e9")
    assert read("<?xml version='1.0' encoding='shift_jis'?><p>\u3072\u3089".encode("shift_jis")) == lines(
        "\u3072\u3089"
    )


@pytest.mark.parametrize("encoding", sorted({*aliases.values(), *aliases, "idna", "punycode", "undefined"}))
def test_whatever_encoding_is_named_the_words_are_read(encoding: str) -> None:
    """Python knows many that no page has: some end in errors of their own, some give what is no text."""
    named = f"<meta charset={encoding}><p>".encode()

    assert read(named + _WORDS.encode("gb18030")) == lines(_WORDS)


@pytest.mark.parametrize(
    ("encoding", "page"),
    [
        ("idna", b"<p>\xff</p>"),
        ("punycode", b"<p>\xff</p>-" + b"a" * 100),
        ("unicode_escape", b"<p>\\ud800 \xff</p>"),
        ("raw_unicode_escape", b"<p>\\ud800 \xff</p>"),
        ("utf-7", b"<p>+2AA- \xff</p>"),
        ("utf-32", b"<p>\xff</p>"),
        ("rot13", b"<p>\xff</p>"),
        ("hex", b"<p>\xff</p>"),
        ("zlib", b"<p>\xff</p>"),
        ("undefined", b"<p>\xff</p>"),
    ],
)
def test_an_encoding_that_no_page_has_is_as_good_as_none(encoding: str, page: bytes) -> None:
    """What cannot be told by the bytes is refused by name."""
    assert refused(f"<html><meta charset={encoding}>".encode() + page) == refused(page)
    assert refused(page) == "html: expected text in UTF-8, GB18030, or UTF-16 with a byte order mark"


def test_a_page_that_names_many_encodings_is_tried_in_the_first_few() -> None:
    """Each takes a look at all of it; a name that comes again counts once."""
    many = ["ascii", "euc-kr", "euc-jp", "shift_jis"]
    page = "<p>caf\u00e9".encode("windows-1252")

    def naming(*names: str) -> bytes:
        return "".join(f"<meta charset={name}>" for name in names).encode() + page

    assert read(naming("gb2312", "gbk", "ascii", "ascii", "gb18030", "cp1252")) == lines("caf\u00e9")
    assert refused(naming(*many, "cp1252")) == "html: expected text in UTF-8, GB18030, or UTF-16 with a byte order mark"


@pytest.mark.parametrize(("encoding", "lost"), [("utf-8", "\ufffd"), ("gb18030", "\ufffd")])
def test_a_few_damaged_bytes_are_lost_characters(encoding: str, lost: str) -> None:
    """The rest is read; where they are many, nothing is."""
    words = (_WORDS * 100).encode(encoding)

    assert read(b"<p>" + words + b"<br>\xff<br>x") == lines(_WORDS * 100, lost, "x")
    assert (
        refused(b"<p>" + words + b"\xff" * 90 + b"<p>")
        == "html: expected text in UTF-8, GB18030, or UTF-16 with a byte order mark"
    )


def test_surrogates_in_text_are_lost_characters() -> None:
    """Text that is none in any encoding is read as what it is."""
    assert read("<p>a\ud800b") == lines("a\ufffdb")


@pytest.mark.parametrize("page", ["", " \n", b"", b"\xef\xbb\xbf", "\x00"])
def test_an_empty_page_is_empty(page: str | bytes) -> None:
    """It is not a page without a form."""
    assert refused(page) == "html: expected a report, found nothing: the content is empty"


# Bounds.


@pytest.mark.parametrize(
    ("page", "name", "limit"),
    [
        ("<div>" * 100_000, "max_depth", 200),
        ("<b>" * 2_000 + "</i>" * 200_000, "max_depth", 200),
        ("<table><tr><td>x" * 10_000, "max_depth", 200),
        (f"<meta name={MARK} content='\"1\"'>" + "<p>x<div>" * 300, "max_depth", 200),
        ("<br>x" * 20_001, "max_lines", 20_000),
        (f"<meta name={MARK} content='\"1\"'><main>" + "<p>x</p>" * 20_001, "max_lines", 20_000),
        ("<table>" + "<tr><td colspan=1000>x<td>y" * 300, "max_cells", 20_000),
        ("<table>" + "<tr>" * 20_001, "max_cells", 20_000),
        ("<table>" + "<TR ><th>x" * 10_001, "max_cells", 20_000),
        ("<table>" + "<tr><td rowspan=65534>x<td>y" * 700, "max_cells", 20_000),
    ],
)
def test_beyond_a_bound_a_page_is_refused(page: str, name: str, limit: int) -> None:
    """The name of the bound is in the reason."""
    assert refused(page) == beyond(name, limit)


def test_a_page_that_takes_too_long_is_refused() -> None:
    """Between two pieces of it the time is looked at."""
    assert refused("<p>x" * 50_000, Limits(max_seconds=1e-9)) == beyond("max_seconds", 1e-9)


def test_the_time_is_looked_at_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of 200 KB is parsed in pieces of 64 KB, so that the end of the time is not the end of the page."""
    looks = itertools.count()
    monkeypatch.setattr("govdisclosure.form.clock.time", SimpleNamespace(monotonic=lambda: next(looks)))

    assert refused("<p>x" * 50_000, Limits(max_seconds=2)) == beyond("max_seconds", 2)
    assert next(looks) == 4


@pytest.mark.parametrize(
    "page",
    [
        "<p a='" + "x" * 1_000_000 + "'>a",
        "<p " + "a=1 " * 100_000 + ">a",
        "<p>a" + "<!" * 200_000,
        "<p>a" + "</b>" * 200_000,
        "<?xml?><p>a</p>" + "<![CDATA[" * 50_000,
        "<p>a</p>" + "<p><b>" * 400,
        "<p>a</p><script>" + "<" * 500_000,
        "<!---->" * 100 + "<p>a",
        "<p>a" + "<sup> </sup>" * 50_000,
        "<p>a" + "<a href='#a'> </a>" * 50_000,
        "<p style='" + "text-decoration:" * 60_000 + "'>a",
        "<style>" + "a{" * 100_000 + "/*" * 100_000 + "</style><p>a",
    ],
)
def test_odd_pages_are_read_quickly(page: str) -> None:
    """Long attributes, tags never closed, sections never ended."""
    assert read(page, Limits(max_seconds=5))[:1] == lines("a")


def test_a_long_text_is_read_whole() -> None:
    """A paragraph or a cell may have more characters than a parser likes."""
    words = "年" * 4_000_000

    assert read(f"<p>{words}") == lines(words)


def test_entities_and_addresses_are_not_followed() -> None:
    """What a document type declares is nothing to a page."""
    page = "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;&lt;</p><link href='http://127.0.0.1:1/'>"

    assert read(page) == lines("]>", "&a;<")


_PAGES = (OWN.encode(), gd.render(build_report(year=2020), "html", findings=gd.check(REPORT)).encode())


@pytest.mark.property
@given(seed=st.integers(0, 2**32), page=st.sampled_from(_PAGES))
def test_no_damage_ends_in_anything_but_a_read_error(seed: int, page: bytes) -> None:
    """For all damage to a page, as ours and as anybody's: a reading, or a ReadError."""
    damaged = mutate_html(random.Random(seed), page)  # noqa: S311 - to be repeated

    for content in (damaged, damaged.replace(MARK.encode(), b"x")):
        try:
            reading = gd.parse(content, format="html", allow_blank=True)
        except gd.ReadError as error:
            assert error.format == "html"  # noqa: PT017 - either is right
        else:
            assert gd.loads(gd.dumps(reading.report)) == reading.report


def test_without_the_extra_pages_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names what to install."""
    before: Callable[..., Any] = builtins.__import__

    def without_lxml(name: str, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as the built-in one
        if name.startswith("lxml"):
            raise ImportError(name)
        return before(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without_lxml)
    monkeypatch.delitem(sys.modules, "govdisclosure.formats.html.read")
    with pytest.raises(gd.MissingDependency) as caught:
        importlib.import_module("govdisclosure.formats.html.read")

    assert str(caught.value) == 'HTML needs an extra: pip install "govdisclosure[html]"'
