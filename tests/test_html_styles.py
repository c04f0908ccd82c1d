"""Styles of elements in cells: what they hide, raise, strike, move or recolour is no part of the figure beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.formats import Limits
from govdisclosure.formats.html.read import read


def cell(inside: str, attributes: str = "", before: str = "<!DOCTYPE html>") -> str:
    """Give the text of a cell, or of what is left of its row where it is none."""
    head = f"{before}<table><tr><td>规章</td><td>件数</td></tr>"
    page = f"{head}<tr><td>行政许可</td><td{attributes}>{inside}</td></tr></table>"
    (grid,) = read(page)
    assert isinstance(grid, Grid)
    return " | ".join(each.text for each in grid.rows[1][1:])


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY : NONE ! important",
        "display:/**/none",
        "d\\69splay:none",
        "display:none;display:nonsense",
        "display:none!important;display:inline",
        "font-size:0",
        "font:0/0 a",
        "font-size:0vw",
        "position:absolute;left:-9999px",
        "position:fixed;top:-100in",
        "position:absolute;clip:rect(1px,1px,1px,1px)",
        "display:inline-block;text-indent:-9999px",
        f"--x:{'y' * 2_000};display:none",
    ],
)
def test_what_a_style_surely_hides_is_not_there(style: str) -> None:
    """In every spelling, however long the style is."""
    assert cell(f'10<b style="{style}">2</b>') == "10"
    assert cell(f'<b style="{style}">2</b>10') == "10"


@pytest.mark.parametrize("style", ["visibility:hidden", "visibility:collapse", "opacity:0", "opacity:0%"])
def test_what_is_hidden_and_has_its_room_keeps_digits_apart(style: str) -> None:
    """A gap is seen between them; at the end of a cell there is none."""
    assert cell(f'1<b style="{style}">2</b>0') == "1 0"
    assert cell(f'10<b style="{style}">2</b>') == "10"


@pytest.mark.parametrize(
    "style",
    [
        "dis/**/play:none",
        "display:inline",
        "display:contents",
        "display:none;display:inline",
        "display:revert",
        "opacity:.9",
        "opacity:nonsense",
        "opacity:1 1",
        "color:#333",
        "color:red",
        "color:WindowText",
        "color:currentcolor",
        "color:inherit",
        "color:nonsense",
        "color:red blue",
        "font:serif",
        "vertical-align:top top",
        "clip:nonsense",
        "color:hsl(0 50% 40%)",
        "color:000000",
        "color:white;background:black",
        "background:url(a.png)",
        "background:none",
        "background:inherit",
        "background-color:#fff",
        "background-image:none",
        "font-size:16px",
        "font-size:medium",
        "font-size:initial",
        "font-size:inherit",
        "font-size:95%",
        "font-size:1 2",
        "font:bold 16px/1.5 serif",
        "font:inherit",
        "position:relative",
        "position:relative;top:0",
        "position:absolute",
        "top:-5px",
        "left:-9999px",
        "z-index:-1",
        "vertical-align:top",
        "vertical-align:middle",
        "vertical-align:0",
        "vertical-align:center",
        "text-decoration:underline",
        "text-indent:-9999px",
        "letter-spacing:-.5px",
        "letter-spacing:normal",
        "line-height:150%",
        "line-height:20px",
        "line-height:1.5 1.5",
        "margin:0 1px",
        "margin:0 1px 0",
        "margin:1px 1px 0 1px",
        "margin:a b c d e",
        "padding:0 5px",
        "inset:auto",
        "overflow:hidden",
        "overflow:nonsense",
        "overflow:hidden;width:200px;height:1.2em",
        "overflow:visible;width:0",
        "transform:none",
        "transform:translate(0, 0) ",
        "scale:1",
        "filter:grayscale(100%)",
        "zoom:1",
        "zoom:normal",
        "order:0",
        "float:none",
        "flex-flow:row wrap",
        "flex-flow:nonsense",
        "text-shadow:none",
        "text-shadow:0 1px 0 #ccc",
        "list-style:none inside",
        "animation:none",
        "font-variant:small-caps",
        "clip:auto",
        "clip:rect(0,0,0,0)",
        "clip:a b",
        "direction:ltr",
        "mso-hide:none",
        "content:'7'",
        "word-break:break-all",
        "--x:none",
        "a{b}",
        "",
    ],
)
def test_what_a_style_leaves_as_it_is_is_a_digit(style: str) -> None:
    """What a browser does not understand does nothing."""
    assert cell(f'1<b style="{style.replace(chr(39), "&#39;")}">0</b>').replace("\n［图片］", "") == "10"


@pytest.mark.parametrize(
    ("style", "marked"),
    [
        ("vertical-align:super", "10^2"),
        ("vertical-align:5px", "10^2"),
        ("vertical-align:30%", "10^2"),
        ("vertical-align:calc(1px + 2px)", "10^2"),
        ("vertical-align:sub", "10_2"),
        ("vertical-align:-.4em", "10_2"),
        ("position:relative;top:-5px", "10^2"),
        ("position:relative;bottom:.3em", "10^2"),
        ("position:relative;top:5px", "10_2"),
        ("mso-text-raise:5pt", "10^2"),
        ("font-variant-position:super", "10^2"),
        ("font-feature-settings:'sups'", "10^2"),
        ("font-variant:sub", "10_2"),
        ("text-decoration:line-through", "10~~2~~"),
        ("text-decoration:underline red line-through", "10~~2~~"),
        ("text-decoration-line:line-through", "10~~2~~"),
        ("display:block", "10\n2"),
        ("font-size:60%", "10 2"),
        ("font-size:.5em", "10 2"),
        ("font-size:smaller", "10 2"),
        ("font-size:larger", "10 2"),
        ("font-size:x-small", "10 2"),
        ("font-size:9px", "10 2"),
        ("float:left", "10 2"),
        ("margin-left:2em", "10 2"),
        ("padding:0 20px", "10 2"),
        ("display:inline-block;width:3em", "10 2"),
        ("color:#fff", "10^2"),
        ("color:rgb(255, 255, 255)", "10^2"),
        ("color:rgb(255 255 255 / 90%)", "10^2"),
        ("color:rgba(0,0,0,0)", "10^2"),
        ("color:hsl(0,0%,100%)", "10^2"),
        ("color:#00000000", "10^2"),
        ("color:ffffff", "10^2"),
        ("color:snow", "10^2"),
        ("color:transparent", "10^2"),
        ("color:color-mix(in srgb, red, blue)", "10^2"),
        ("color:var(--ink)", "10^2"),
        ("color:oklab(1 0 0)", "10^2"),
        ("color:oklch(0 0 0)", "10^2"),
        ("color:lab(100 0 0)", "10^2"),
        ("color:color(display-p3 1 1 1)", "10^2"),
        ("color:color()", "10^2"),
        ("color:hsl(0 1e999 1e999)", "10^2"),
        ("color:rgb(255 255 255 / none)", "10^2"),
        ("color:white;color:rgb(none none none)", "102"),
        ("background:oklab(1 0 0)", "10~~2"),
        ("-webkit-text-fill-color:transparent", "10^2"),
        ("background:#000", "10^2"),
        ("background:var(--x)", "10~~2"),
        ("color:white;background:url(a.png)", "10^2"),
    ],
)
def test_what_a_style_makes_of_a_digit_beside_a_figure(style: str, marked: str) -> None:
    """Raised, lowered, struck, on a line of its own, small, apart, or in the colour of its ground."""
    assert cell(f'10<b style="{style.replace(chr(39), "&#39;")}">2</b>') == marked


_FUNCTIONS = ("rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "light-dark")
_ARGUMENTS = (
    "none",
    "0",
    "1",
    "255",
    "100%",
    "-1",
    "1e999",
    "0.5turn",
    "9px",
    "srgb",
    "xyz",
    "display-p3",
    "/",
    ",",
    "x",
)


@given(st.sampled_from(_FUNCTIONS), st.lists(st.sampled_from(_ARGUMENTS), max_size=8))
def test_whatever_colour_a_style_names_the_page_is_read(function: str, arguments: list[str]) -> None:
    """As a colour or with a mark, in a style and in an attribute."""
    colour = f"{function}({' '.join(arguments)})"

    assert cell(f'10<b style="color:{colour};background:{colour}">2</b>') in {"102", "10^2", "10~~2"}
    assert cell(f'10<font color="{colour}">2</font>') in {"102", "10^2"}


@pytest.mark.parametrize(
    "style",
    [
        "opacity:.01",
        "opacity:calc(1)",
        "font-size:1px",
        "font-size:calc(0px)",
        "display:inline-block;width:0;overflow:hidden",
        "display:inline-block;height:0;overflow:hidden",
        "display:inline-block;max-height:2px;overflow-y:clip",
        "display:inline-block;max-width:calc(1px);overflow:hidden",
        "display:inline-block;width:8px;overflow:hidden",
        "line-height:0",
        "line-height:1px",
        "letter-spacing:-1em",
        "margin-left:-10px",
        "position:relative;left:-3000px",
        "transform:scale(0)",
        "-webkit-transform:rotate(180deg)",
        "scale:0",
        "rotate:180deg",
        "clip-path:inset(100%)",
        "filter:opacity(0)",
        "mask:url(a.png)",
        "zoom:0",
        "zoom:.1",
        "content-visibility:hidden",
        "order:2",
        "direction:rtl",
        "unicode-bidi:bidi-override",
        "mso-hide:all",
        "-webkit-text-security:disc",
        "display:grid",
        "display:list-item",
        "display:flex;flex-direction:row-reverse",
        "display:flex;flex-wrap:wrap-reverse",
        "display:var(--x)",
        "animation:x 1s",
        "writing-mode:vertical-rl",
        "text-underline-offset:-.5em",
        "text-shadow:9px 0 #000",
        "background:linear-gradient(red,blue)",
        "position:relative;z-index:-1",
        "list-style:decimal",
        "list-style-type:'1'",
        "all:unset",
        "vertical-align:super;direction:rtl",
        "margin:" + "1px " * 200,
        "((" * 100,
        "x" * 70_000,
        f"color:rgb({'1' * 5_000} 0 0)",
    ],
)
def test_what_nobody_knows_how_to_see_is_unreadable(style: str) -> None:
    """Beside a figure, as a whole one, and where the cell itself has the style."""
    marks = {"~~", "~~1\n~~0", "10\n~~2"}
    given = style.replace("'", "&#39;")

    assert "~~" in cell(f'10<b style="{given}">2</b>'), marks
    assert "~~" in cell(f'<b style="{given}">10</b>')


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<p style='text-decoration:line-through'>5</p>", "~~5"),
        ("<p style='opacity:0'>5</p>6", "~~5\n6"),
        ("<p style='position:absolute;left:-9999px'>5</p>", "~~5\n［图片］"),
        ("<p style='position:relative;top:-99px'>5</p>", "~~5"),
        ("<p style='vertical-align:super;text-align:center;text-indent:2em'>5</p>", "5"),
        ("<p style='margin-left:-5.4pt;position:relative;left:3px'>5</p>", "5"),
        ("<p style='text-indent:-999px'>5</p>", "~~5"),
        ("<p style='font-size:0'>5</p>", "~~5"),
        ("<p style='font-size:0'><span style='font-size:12pt'>5</span></p>", "5"),
        ("<p style='color:#fff'><span style='color:#000'>5</span></p>", "5"),
        ("<p style='color:#fff'>规章名称</p>", "规章名称"),
        ("<p style='color:#fff'>第1项规章名称</p>", "第1项规章名称"),
        ("<p style='color:#fff'>/</p>", "^/"),
        ("<p style='color:#fff'>1<br>2</p>", "^1\n^2"),
        ("<b style='color:#fff'>1<p>2</p>规章名称<p>3</b>4", "^1\n^2\n规章名称\n^3\n4"),
        ("<span style='font-size:9pt'>1</span><span style='font-size:9pt'>0</span>", "10"),
        ("<span style='font-size:12pt'>1</span>0", "10"),
        ("<span style='font-size:10.5pt'>1</span><span style='font-size:12pt'>0</span>", "10"),
        ("<span style='font-size:6pt'>1</span><span style='font-size:12pt'>0</span>", "1 0"),
        ("<b style='position:absolute'>1</b>0", "1 0"),
        ("1<b style='display:inline-block;width:50px'></b>0", "1 0"),
        ("10<b style='position:absolute;top:0;left:0'></b>", "10\n［图片］"),
        ("10件<b style='position:absolute;top:0;left:0'></b>", "10件\n［图片］"),
        ("10<b style='position:absolute;top:0;left:0;background:#fff'></b>", "~~10\n［图片］"),
        ("<b hidden>9</b>10", "10"),
        ("<b hidden style='display:inline'>9</b>10", "910"),
        ("<b hidden=until-found>9</b>10", "~~910"),
        ("<b hidden=until-found style='display:inline-block'>9</b>10", "~~910"),
        ("<font style='display:block'>1</font>0", "1\n0"),
        ("<ol style='list-style:none'><li>5</ol>", "5"),
        ("<ul style='list-style:decimal'><li>5</ul>", "~~5"),
    ],
)
def test_blocks_and_elements_in_each_other(inside: str, text: str) -> None:
    """A style passes on to what is in the element, until something in it says otherwise."""
    assert cell(inside) == text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<s>9</s>10", "~~9~~10"),
        ("10<s></s>", "10"),
        ("<s><p>5</p></s>", "~~\n5\n~~"),
        ("<S><P>5</P></S>6", "~~\n5\n~~6"),
        ("<small>1<p>5</p></small>", "1\n5"),
        ("<font color=white><center>5</center></font>", "^5"),
        ("<b style='color:white'><p>5</p></b>", "^5"),
        (" <sup>1</sup>10", "1 10"),
        ("10<small>2</small>", "10 2"),
        ("<small>10</small>", "10"),
        ("10<big>2</big>", "10 2"),
        ("10<code>2</code>", "10 2"),
        ("10<font size=1>2</font>", "10 2"),
        ("10<font size='-2'>2</font>", "10 2"),
        ("10<font size='+9'>2</font>", "10 2"),
        ("1<font size=3 color='#000'>0</font>", "10"),
        ("1<font>0</font>", "10"),
        ("1<font size=x>0</font>", "10"),
        ("10<font color=FFFFFF>2</font>", "10^2"),
        ("10<font color='#FFF'>2</font>", "10^2"),
        ("10<font color=' white '>2</font>", "10^2"),
        ("10<font color='#ffffffffffff'>2</font>", "10^2"),
        ("1<font color='#00000000000f'>0</font>", "10"),
        ("1<font color=nonsense>0</font>", "10"),
        ("1<font color='rgb(255,255,255)'>0</font>", "10"),
        ("1<font color='color()'>0</font>", "10"),
        ("1<font color='#ffff'>0</font>", "1^0"),
        ("1<font color='#'>0</font>", "10"),
        ("<q>1</q>0", "“1”0"),
        ("<bdo dir=rtl>12</bdo>", "~~12"),
        ("<bdo dir=ltr>12</bdo>", "12"),
        ("<marquee>12</marquee>", "~~12\n［图片］"),
        ("<details>12</details>", "~~12"),
        ("<details open>12</details>", "12"),
        ("<dialog>12</dialog>", "~~12"),
        ("<dialog open>12</dialog>", "~~12"),
        ("<ruby>10<rt>2</rt></ruby>", "10^2"),
        ("<ruby>規<rt>guī</rt></ruby>", "規"),
        ("<template>9</template>10", "10"),
        ("<b><template shadowrootmode=open>9</template>10</b>", "10\n［图片］"),
        ("<noscript>9</noscript>10", "10"),
        ("<b aria-hidden=true>10</b>", "10"),
        ("<meter>10</meter>", "［图片］"),
        ("10<input type=button value=2>", "10\n［输入框］"),
        ("<input placeholder=2>", "［输入框］"),
        ("<input type=checkbox value=2>10", "10"),
        ("1\u20e30", "1\u20e30"),
    ],
)
def test_elements_that_are_shown_otherwise(inside: str, text: str) -> None:
    """Struck, raised, small, white, reversed, closed, drawn."""
    assert cell(inside) == text


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        (" bgcolor=black", "^10"),
        (" bgcolor=white", "10"),
        (" background=a.png", "10"),
        (" style='color:#fff;background:navy'", "10"),
        (" style='color:#fff'", "^10"),
        (" style='color:rgba(0,0,0,.1)'", "^10"),
        (" style='color:#fff' background=a.png", "^10"),
        (" style='text-decoration:line-through'", "~~10"),
        (" style='opacity:.01'", "~~10"),
        (" style='animation:x 1s'", "~~10"),
        (" style='font-size:0'", "~~10"),
        (" style='position:relative;vertical-align:super'", "10"),
        (" style='display:block'", "~~10"),
        (" style='float:left'", "~~10"),
        (" style='position:absolute'", "~~10"),
        (" style='display:none'", ""),
        (" style='visibility:hidden'", ""),
        (" hidden", ""),
    ],
)
def test_a_cell_may_have_the_style(attributes: str, text: str) -> None:
    """One that is taken out of its place makes all cells of its table uncertain."""
    assert cell("10", attributes) == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<table><tr><td>a<td>b<tr style='visibility:hidden'><td>c<td>5</table>", "~~5"),
        ("<table><tr><td>a<td>b<tr style='opacity:0'><td>c<td>5</table>", "~~5"),
        ("<table><tr><td>a<td>b<tr style='text-decoration:line-through'><td>c<td>5</table>", "~~5"),
        ("<table><tr><td>a<td>b<tr style='color:#fff'><td>c<td>5<td>6</table>", "^5 ^6"),
        ("<table><tr><td>a<td>b<tr style='color:#fff' bgcolor=navy><td>c<td>5</table>", "5"),
        ("<table><tr><td>a<td>b<tr style='display:flex;height:2em'><td>c<td>5</table>", "5"),
        ("<table><tr><td>a<td>b<tr style='order:2'><td>c<td>5</table>", "~~5"),
        ("<table style='color:#fff'><tr><td>a<td>b<tr><td>c<td>5</table>", "^5"),
        ("<table style='color:#fff'><tr><td>a<td>b<tr><td>c<td style='background:#000'>5</table>", "5"),
        ("<table><col><col style='visibility:collapse'><tr><td>a<td>b<tr><td>c<td>5</table>", "~~5"),
        ("<table><col style='width:9em'><tr><td>a<td>b<tr><td>c<td>5<td></table>", "5 "),
        ("<table><col bgcolor=black><tr><td>a<td>b<tr><td>c<td>5<td></table>", "~~5 ~~"),
        ("<s><table><tr><td>a<td>b<tr><td>c<td>5</table></s>", "~~5"),
        ("<div style='transform:scale(0)'><table><tr><td>a<td>b<tr><td>c<td>5</table></div>", "~~5"),
        ("<div style='color:#fff'>1<table><tr><td>a<td>b<tr><td>c<td>5</table>2</div>", "^5"),
        ("<div style='opacity:0'><table><tr><td>a<td>b<tr><td>c<td>5</table></div>", "5"),
        ("<font color=white><table><tr><td>a<td>b<tr><td>c<td>5</table></font>", "^5"),
        ("<body text=white><table><tr><td>a<td>b<tr><td>c<td>5</table>", "^5"),
        ("<body text=white bgcolor=black><table><tr><td>a<td>b<tr><td>c<td>5</table>", "5"),
        ("<table><tr><td>a<td>b<tr><td style='color:#fff'>c<td><table><tr><td>1<td>5</table>", "1\n5"),
        ("<table><tr><td>a<td>b<tr><td>c<td style='color:#fff'><table><tr><td>1<td>5</table>7", "^1\n^5\n^7"),
    ],
)
def test_what_is_around_a_cell_may_have_the_style(page: str, text: str) -> None:
    """Rows, columns, the table, what is around it."""
    grid = next(block for block in read(f"<!DOCTYPE html>{page}") if isinstance(block, Grid))

    assert " ".join(each.text for each in grid.rows[1][1:]) == text


def test_styles_of_a_narrative_are_as_before() -> None:
    """What is white on white is kept from a number; blocks are lines; the rest is text."""
    page = (
        "<p>1<b style='color:#fff'>2</b>，<i style='display:block'>3</i><b style='direction:rtl'>4</b>"
        "<p style='text-decoration:line-through;color:#fff'>5"
        "<div style='line-height:0'>6<b style='color:red'>7</b></div>"
    )

    assert [block.text for block in read(page) if isinstance(block, Paragraph)] == ["1^2，", "3", "4", "5", "67"]


def test_what_opens_outside_of_a_table_is_text() -> None:
    """A person opens it; what is hidden is not there."""
    page = "<details>1</details><details open>2</details><dialog>3</dialog>4<b style='visibility:hidden'>5</b>6"

    assert [block.text for block in read(page) if isinstance(block, Paragraph)] == ["1", "2", "3", "46"]


def test_styles_that_are_many_and_long_are_read_in_time() -> None:
    """The clock is read between the pieces of a page."""
    rows = "".join(f"<tr><td>a<td style='top:{place}px'>2" for place in range(200_000))

    with pytest.raises(gd.ReadError) as caught:
        read(f"<table>{rows}</table>", Limits(max_seconds=0.2))

    assert caught.value.code == "BEYOND-LIMIT"
