"""Plain paragraphs of web pages, which are read before the page is parsed: what is read is what it would be without."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.form.blocks import Block, Grid, GridCell, Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.html._plain_lines import cut_lines
from govdisclosure.formats.html.read import read

_AROUND: Final = (
    *("<span{}>", "<b{}>", "<font{}>", "<em{}>", "<p{}>", "<div{}>", "<s{}>", "<a href='#a'{}>", "<sup{}>", "<SPAN{}>"),
)
_ATTRIBUTES: Final = (
    *("", " style='font-size:14px'", ' style="text-indent:2em"', ' style="color:#fff"', " color=white", " align=left"),
    *(
        " style='white-space:pre'",
        " style='white-space: normal'",
        " style='display:inline'",
        " class=footer",
        " hidden",
    ),
    *(" style='visibility:visible'", " style='position:relative'", ' title="5>4"', " /", "\n", " a=1 a=2", " size=5"),
)
_TEXTS: Final = (
    *(
        "190",
        "一、总体情况",
        "",
        "&nbsp;",
        "&nbsp;&nbsp;本年度",
        "1  2",
        "\n5\n",
        "4\n5",
        "4\r5",
        "\u30007",
        "&#53;",
        "&lt;6",
    ),
    *("5>4", "5<b", "<br>8", "<", "\x01 8", "\ufffe", "1. 主动公开", "长" * 90, "2022年1月20日", "a | b", "^9", "-"),
)
_BETWEEN: Final = (
    *(
        "",
        "\n",
        " ",
        "9",
        "<br>",
        "&nbsp;",
        "<!-- <p>4</p> -->",
        "<p>",
        "</p>",
        "<i>6</i>",
        "5<b",
        "<p",
        "<script>'<p>7</p>'</script>",
    ),
    *("<table><tr><td><p>8</p></td><td>9</td></tr></table>", "<table>", "</table>", "</div>", "<div>", "<sup>1</sup>"),
)
_PAGES: Final = (
    *("{}", "{}", "<div style='font-size:14px'>{}</div>", "<body bgcolor='#f2f2f2'>{}", "<body text=white>{}"),
    *("<div style='color:#fff'>{}</div>", "<div style='overflow:auto;width:5px'>{}</div>", "<div class=nav>{}</div>"),
    *("<ol><li>{}</ol>", "<ul>{}</ul>", "<pre>{}</pre>", "<del>{}</del>", "<sup>{}</sup>", "<title>{}</title>"),
    *("<!-- {} -->", "<script>'{}'</script>", "<textarea>{}</textarea>", "<div style='visibility:hidden'>{}</div>"),
    *("12{}34", "<table><tr><td>{}<td>5</table>", '<div title="{}">', "<p>{}", "<h2>{}</h2>", "<s>{}</s>", "<a>{}</a>"),
    *("<style>p{{display:none}}</style>{}", "<style>p{{color:#fff}}</style>{}<table><tr><td>1<td>2</table>"),
    *("<noscript>{}</noscript>", "<div style='display:none'>{}</div>", "<div style='white-space:pre-wrap'>{}</div>"),
    *(
        "<button>{}</button>1",
        "<q>{}</q>",
        "<details>{}</details>",
        "<marquee>{}</marquee>",
        "<ruby>1<rt>{}</rt></ruby>",
    ),
)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Write a paragraph: mostly a plain one."""
    text = draw(st.sampled_from(_TEXTS))
    attributes = st.one_of(st.just(""), st.sampled_from(_ATTRIBUTES))
    for around in draw(st.lists(st.sampled_from(_AROUND), max_size=2)):
        opening = around.format(draw(attributes))
        text = f"{opening}{text}</{around[1:-3].partition(' ')[0]}>"
    return f"<p{draw(attributes)}>{text}</p>"


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Write a page of paragraphs."""
    between = st.one_of(st.sampled_from(_BETWEEN[:3]), st.sampled_from(_BETWEEN))
    pieces = [draw(paragraphs()) + draw(between) for _ in range(draw(st.integers(1, 8)))]
    return draw(st.sampled_from(_PAGES)).format("".join(pieces))


def texts(page: str) -> list[list[str]]:
    """Give the texts of the paragraphs that are read before the page is parsed, by their places."""
    return cut_lines(page.encode())[1]


def outcome(page: str, depth: int = 200) -> list[Block] | str:
    """Give the blocks of a page, or the reason for which it is refused."""
    try:
        return read(page, Limits(max_depth=depth))
    except gd.ReadError as error:
        return str(error)


def as_it_stands(page: str, depth: int = 200) -> list[Block] | str:
    """Give the blocks of a page that is parsed with all that is in it, as a large one is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("govdisclosure.formats.html.read.LARGEST_PAGE", 0)
        return outcome(page, depth)


@given(pages())
def test_what_is_read_is_what_it_would_be_if_all_were_parsed(page: str) -> None:
    """Whatever is in a paragraph, between paragraphs and around them."""
    assert outcome(page) == as_it_stands(page)


@given(pages(), st.integers(1, 3))
def test_bounds_are_those_of_the_page_with_its_paragraphs(page: str, depth: int) -> None:
    """A paragraph takes as many levels as it is written with."""
    assert outcome(page, depth) == as_it_stands(page, depth)


@pytest.mark.parametrize(
    ("page", "places"),
    [
        ("<p>1</p>", [["1"]]),
        ("<p>1</p>\n<p align=center><span style='font-size:14px'><b>二</b></span>\n</p> <p></p>", [["1", "二", ""]]),
        ("<p>&nbsp;1 </p><p>\n2</p>", [["\N{NO-BREAK SPACE}1 ", "\n2"]]),
        # What is not plain ends a place.
        ("<p>1</p><p><s>2</s></p><p>3</p>", [["1"], ["3"]]),
        ("<p>1</p>9<p>2</p>", [["1"], ["2"]]),
        ("<div><p>1</p></div><div><p>2</p></div>", [["1"], ["2"]]),
        # Comments, scripts and tables are left as they are.
        ("<!-- <p>1</p> --><p>2</p><script>'<p>3</p>'</script>", [["2"]]),
        ("<p>1</p><table><tr><td><table><p>2</p></table><p>3</p></table><p>4</p>", [["1"], ["4"]]),
        ("</table><p>1</p>", [["1"]]),
        # Tags that parsers, or a person, may take otherwise than they look.
        ("<p>5>4</p>", []),
        # A tag that never ends, of which no browser shows anything.
        ("<p>5<b</p>", []),
        ("<p><b>5<b</b></p>", []),
        ("5<b<p>6</p><p>7</p>", [["7"]]),
        ("<p>5</p>5<b<p>6</p><div><p>7</p>", [["5"], ["7"]]),
        ("<p a=1 a=2>1</p>", []),
        ("<p><b>1</i></p>", []),
        ("<p>1<br></p>", []),
        ("<p>1<p>2</p>", [["2"]]),
        ("<p>1", []),
        ("<p>1\r2</p>", []),
        ("<p>\x01</p>", []),
        ("<p>&eacute;</p>", []),
        ("<p hidden>1</p>", []),
        ("<p class=footer>1</p>", []),
        ("<p style='color:#ccc'>1</p>", []),
        ("<p style='White-Space:pre'>1</p>", []),
        ("<p-a>1</p>", []),
        (f"<p a={'x' * 2_000}>1</p>", []),
    ],
)
def test_a_paragraph_is_plain(page: str, places: list[list[str]]) -> None:
    """It holds one text in tags that do nothing to it but dress it."""
    assert texts(page) == places


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("{}", ["190", "二"]),
        ("12{}34", ["12", "190", "二", "34"]),
        ("<div style='color:#fff'>{}</div>", ["^190", "二"]),
        ("<ol><li>{}</li></ol>", ["1. 190", "二"]),
        ("<pre>{}</pre>", ["190", "二"]),
        ("<div class=footer>{}</div>", []),
        ("<div style='display:none'>{}</div>", []),
        ("<div style='display:none'>{}</div>{}", ["190", "二"]),
        ("<div style='display:none'><s>{}</s></div>{}", ["190", "二"]),
        ("<div style='visibility:hidden'>{}</div>{}", ["190", "二"]),
        ("<div style='visibility:hidden'><p style='visibility:visible'>5</p></div>{}", ["190", "二"]),
        ("<!-- {} -->", []),
        ("<div title='{}'></div>{}", ["190", "二"]),
        ("<textarea>{}</textarea>{}", ["190", "二"]),
    ],
)
def test_what_is_around_a_plain_paragraph_tells_how_it_is_seen(page: str, lines: list[str]) -> None:
    """In colours that hide it, in a comment, in a list."""
    assert read(page.replace("{}", "<p>190</p>\n<p>二</p>")) == list(map(Paragraph, lines))


def test_paragraphs_in_a_table_whose_beginning_nobody_sees_are_in_its_cell() -> None:
    """``<!-->`` is a whole comment, or the beginning of one: parsers differ."""
    page = "<table><tr><td>1</td><td><table><tr><td>5</td><td>6</td></table></table><p>2</p></td></tr></table>"

    assert outcome(page) == as_it_stands(page)


def test_a_paragraph_that_may_be_too_deep_is_parsed() -> None:
    """Its own elements count: three open ones around it leave room for a span in it, and four do not."""
    paragraph = "<p><span>1</span></p>"

    assert outcome(f"<div>{paragraph}", 1) == [Paragraph("1")]
    assert outcome(f"<div><div>{paragraph}", 1) == as_it_stands(f"<div><div>{paragraph}", 1) != [Paragraph("1")]


def test_tables_between_paragraphs_stay_in_their_places() -> None:
    """Their places come by turns with those of the cells."""
    table = "<table><tr><td>规章</td><td>{}</td></tr></table>"
    page = f"<p>一</p>{table.format(1)}<p>二</p>{table.format(2)}<p>三</p>"

    first, second = (Grid(((GridCell("规章"), GridCell(figure)),)) for figure in "12")
    assert read(page) == [Paragraph("一"), first, Paragraph("二"), second, Paragraph("三")]
