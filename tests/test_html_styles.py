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
        "font-size:calc(0px)",
        "font-size:calc(1px - 2px)",
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


@pytest.mark.parametrize("style", ["visibility:hidden", "visibility:collapse", "opacity:0", "opacity:0%", "opacity:-1"])
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
        "outline:none",
        "outline:0;outline-offset:-2px",
        "outline:1px solid red",
        "outline-offset:-2px",
        "-webkit-text-stroke:0",
        "-webkit-text-stroke:.2px #333",
        "-webkit-text-stroke-width:0",
        "text-stroke:9px white",
        "font-size-adjust:none",
        "contain:none",
        "contain:layout",
        "margin-inline:0",
        "margin-inline-start:1px",
        "padding-block:3px",
        "inset-inline-start:-99px",
        "inline-size:0",
        "display:inline-block;inline-size:auto;overflow:hidden",
        "-webkit-visibility:hidden",
        "-webkit-display:none",
        "line-clamp:1",
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
        "font-size:1px 2px",
        "font:bold italic",
        "color:",
        "opacity:",
        "line-height:1.5",
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
        "text-indent:-99px",
        "display:inline-block;text-indent:-1px",
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
    ("style", "text"),
    [
        ("overflow:hidden;text-indent:-99px", "1~~0"),
        ("text-indent:-40px", "1~~0"),
        # A first line that hangs out
        ("text-indent:-40px;padding-left:40px", "1 0"),
        ("text-indent:-40px;margin-left:40px", "1 0"),
        ("text-indent:-40px;margin-left:40px;overflow:hidden", "1~~0"),
    ],
)
def test_a_digit_that_is_pushed_out_of_its_box_is_unreadable(style: str, text: str) -> None:
    """However far: -9999 pixels are usual, and less does it."""
    assert cell(f'1<b style="display:inline-block;{style}">0</b>').replace("\n［图片］", "") == text


_UNDONE = (
    *(("display:none", undoing) for undoing in ("-webkit-display:inline", "display:inline none", "display:5")),
    *(("visibility:hidden", undoing) for undoing in ("-webkit-visibility:visible", "visibility:visible visible")),
    *(
        ("font-size:0", f"font-size:{size}")
        for size in ("12", "-5px", "-1em", "-5%", "auto", "normal", "nosuch", "5 px")
    ),
    *(("font-size:0", f"font:{font}") for font in ("12px", "12px/1.5", "nosuch 12px x", "12px 12px", "12px/1.5 x (y)")),
    *(("font-size:0", undoing) for undoing in ("-webkit-font-size:16px", "font:inherit 16px x", "font:12 16px")),
    *(("color:white", f"color:{colour}") for colour in ("000", "000000", "333", "black black", "nosuch", "#00000")),
    *(("color:white", undoing) for undoing in ("-webkit-color:black", "color:currentcolor x")),
    *(("-webkit-text-fill-color:white", f"{name}:black") for name in ("text-fill-color", "-webkit-fill-color")),
    ("-webkit-text-fill-color:white", "-webkit-text-fill-color:000"),
    ("-webkit-text-security:disc", "text-security:none"),
    *(("background:black", f"background:{ground}") for ground in ("nosuch", "#12", "white black", "5 5", "[x]")),
    ("background:black", "background:1px 2px 3px 4px 5px"),
    ("background:black", "background-color:nosuch"),
    *(("background:conic-gradient(red,red)", f"background-image:{image}") for image in ("nosuch", "none none", "5px")),
    *(
        ("text-decoration:line-through", f"text-decoration:{line}")
        for line in ("nosuch", "underline zz", "9zz", "none x")
    ),
    *(("text-decoration:line-through", f"text-decoration-line:{line}") for line in ("zz", "wavy", "red", "5px")),
    *(("opacity:0", f"opacity:{share}") for share in ("auto", "normal", "1 1", "nosuch", "1px")),
    *(("zoom:.1", f"zoom:{share}") for share in ("auto", "-1", "#f")),
    *(
        ("display:inline-block;overflow:hidden;height:0", f"height:{height}")
        for height in ("20", "-5px", "none", "normal")
    ),
    *(("display:inline-block;overflow:hidden;width:0", f"{name}:99") for name in ("width", "inline-size")),
    ("display:inline-block;overflow:hidden;width:0", "inline-size:-9px"),
    ("display:inline-block;overflow:hidden;max-width:0", "max-width:auto"),
    ("display:inline-block;overflow:hidden;max-width:0", "max-inline-size:auto"),
    *(("display:inline-block;width:0;overflow:hidden", f"overflow:{value}") for value in ("visible x", "visible 5px")),
    *(("display:inline-block;width:0;overflow:hidden", f"overflow:{value}") for value in ("visible visible visible",)),
    *(("margin-left:-20px", f"margin-left:{margin}") for margin in ("5", "none", "5px 5px")),
    *(("margin:-20px", f"margin:{margin}") for margin in ("0 0 0 0 0", "0 nosuch", "5", "normal")),
    *(("margin-inline:-20px", f"margin-inline:{margin}") for margin in ("0 0 0", "0 nosuch", "5", "0 none")),
    ("position:absolute;left:-9999px", "inset:auto nosuch"),
    ("position:absolute;left:-9999px", "inset:5"),
    ("position:absolute;left:-9999px", "position:-webkit-sticky"),
    *(("filter:opacity(0)", f"filter:{value}") for value in ("grayscale(nosuch)", "auto", "normal", "1")),
    *(("transform:scale(0)", f"transform:{value}") for value in ("scale(1,)", "auto", "scale(1 1)", "translate(0,)")),
    *(("clip-path:inset(50%)", f"clip-path:{value}") for value in ("auto", "normal", "lr")),
    *(("text-shadow:8px 0 black", f"text-shadow:{value}") for value in ("0", "5 5", "nosuch")),
    *(("vertical-align:super", f"vertical-align:{value}") for value in ("auto", "none", "nosuch")),
    ("vertical-align:super", "-webkit-vertical-align:baseline"),
    ("font-size:0", "font:[x] 12px y"),
    ("line-height:0", "line-height:-5"),
    ("line-height:0", "line-height:none"),
    ("letter-spacing:-9px", "letter-spacing:none"),
    ("text-indent:-9999px;display:inline-block", "text-indent:auto"),
    *(("order:2", f"order:{value}") for value in ("0px", "auto", "0%", "0 0", "0.0")),
    *(("position:relative;z-index:-1", f"z-index:{value}") for value in ("0px", "none", "1.5", "auto auto")),
    ("text-underline-offset:-8px", "text-underline-offset:5"),
    *(("font-variant:super", f"font-variant{value}") for value in (":nosuch", ":5px", "-caps:normal")),
    *(("font-feature-settings:'sups'", f"font-variant{value}") for value in (":normal", "-numeric:normal")),
    *(("font-feature-settings:'sups'", f"font-feature-settings:{value}") for value in ("nosuch", "1", "on", "none")),
    *(("font-feature-settings:'sups'", f"font-feature-settings:'kern' {value}") for value in ("5px", "nosuch")),
    ("font-variant-position:super", "font-variant-numeric:normal"),
    *(("display:flex;flex-flow:row-reverse", f"flex-flow:{value}") for value in ("row x", "row 5px")),
    ("display:flex;flex-direction:row-reverse", "flex-direction:row row"),
    ("list-style:decimal", "list-style:1px"),
)
"""What hides, raises, strikes or covers, and behind it what a browser throws away."""


@pytest.mark.parametrize(("style", "undoing"), _UNDONE)
def test_what_a_browser_throws_away_undoes_nothing(style: str, undoing: str) -> None:
    """The declaration before it holds, as if it stood there alone."""
    alone = cell(f'10<b style="{style}">2</b>')

    assert alone != "102"
    assert cell(f'10<b style="{style};{undoing}">2</b>') == alone


@pytest.mark.parametrize(
    ("style", "undoing"),
    [
        ("display:none", "display:inline"),
        ("font-size:0", "font-size:12pt"),
        ("font-size:0", "font:italic bold 16px/1.5 '宋体', serif"),
        ("font-size:0", "font:400 16px x"),
        ("color:white", "color:#000"),
        ("color:white", "color:rgb(0 0 0)"),
        ("background:black", "background:url(a.png) no-repeat 0 50%/cover,center white"),
        ("background:black", "background:none"),
        ("background:conic-gradient(red,red)", "background-image:none"),
        ("background:conic-gradient(red,red)", "background-image:url(a.png),url(b.png)"),
        ("text-decoration:line-through", "text-decoration:underline wavy red 2px"),
        ("text-decoration:line-through", "text-decoration:underline rgb(0 0 0) calc(1px)"),
        ("text-decoration:line-through", "text-decoration-line:none"),
        ("text-decoration:line-through", "text-decoration:underline color-mix(in srgb, red, blue)"),
        ("opacity:0", "opacity:100%"),
        ("opacity:0", "-webkit-opacity:1"),
        ("zoom:.1", "zoom:normal"),
        ("display:inline-block;overflow:hidden;height:0", "height:auto"),
        ("display:inline-block;overflow:hidden;height:0", "block-size:auto"),
        ("display:inline-block;overflow:hidden;max-width:0", "max-width:none"),
        ("display:inline-block;overflow:hidden;width:0", "-webkit-logical-width:auto"),
        ("margin:-20px", "margin:0 auto"),
        ("margin-left:-20px", "-webkit-margin-start:0"),
        ("margin-left:-20px", "margin-inline:1px auto"),
        ("filter:opacity(0)", "filter:grayscale(50%)"),
        ("transform:scale(0)", "-webkit-transform:translate3d(0, 0, 0)"),
        ("text-shadow:8px 0 black", "text-shadow:none"),
        ("letter-spacing:-9px", "letter-spacing:normal"),
        ("order:2", "order:0"),
        ("z-index:-1;position:relative", "z-index:auto"),
        ("font-variant:super", "font-variant:normal"),
        ("font-variant:super", "font-variant:tabular-nums"),
        ("font-feature-settings:'sups'", "font-feature-settings:normal"),
        ("font-feature-settings:'sups'", "font-feature-settings:'kern'"),
        ("font-feature-settings:'sups'", "font-feature-settings:'kern' 0, 'liga' on, 'tnum' off"),
        ("display:flex;flex-flow:row-reverse", "flex-flow:row nowrap;display:inline"),
        ("list-style:decimal", "list-style:none"),
        ("background:currentColor", "background:white"),
        ("contain:strict", "contain:layout style"),
    ],
)
def test_what_a_browser_takes_undoes_what_is_before_it(style: str, undoing: str) -> None:
    """The later one of two declarations wins."""
    assert cell(f'10<b style="{style}">2</b>') != "102"
    assert cell(f'10<b style="{style};{undoing}">2</b>') == "102"


@pytest.mark.parametrize(
    ("before", "is_old"),
    [
        ("", True),
        ("<!-- a -->", True),
        ("<!DOCTYPE nonsense>", True),
        ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">', True),
        ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">', True),
        ("<p>a</p><!DOCTYPE html>", True),
        ("<!DOCTYPE html>", False),
        ("\ufeff<?xml version='1.0'?>\n<!-- <a> -->\n<!doctype HTML >", False),
        ("<!DOCTYPE html SYSTEM 'about:legacy-compat'>", False),
        (
            '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">',
            False,
        ),
        ('<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">', False),
        ('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/a.dtd">', False),
    ],
)
@pytest.mark.parametrize(
    ("style", "old", "today"),
    [
        ("color:ffffff", "10^2", "102"),
        ("color:fff", "10^2", "102"),
        ("color:white;color:000", "102", "10^2"),
        ("background-color:black;background-color:fff", "102", "10^2"),
        ("font-size:0;font-size:16", "102", "10"),
        ("vertical-align:5", "10^2", "102"),
        ("-webkit-text-fill-color:fff", "102", "102"),
        ("margin:-20px;margin:0 1", "102", "10~~2"),
        ("color:white;background:black;background:fff", "102", "102"),
    ],
)
def test_lengths_and_colours_of_old_pages(before: str, is_old: bool, style: str, old: str, today: str) -> None:
    """Without a unit or a sign, they are values on a page of the old kind only, which its document type tells."""
    page = f"{before}<table><tr><td>a<td>b<tr><td>c<td>10<b style='{style}'>2</b></table>"
    sheet = page.replace("<table", f"<style>b{{{style}}}</style><table").replace(f" style='{style}'", "")
    (text, of_sheet) = (
        next(block for block in read(each) if isinstance(block, Grid)).rows[1][1].text for each in (page, sheet)
    )

    assert text == (old if is_old else today)
    assert (of_sheet == "102") == (text == "102")


def test_a_plain_cell_is_one_on_pages_of_both_kinds() -> None:
    """Cells whose styles an old page takes otherwise are read with all that is around them."""
    rows = "<tr><td>a</td><td>b</td></tr><tr><td>c</td><td style='color:fff'>5</td></tr>"
    row = "<tr><td>a</td><td>b</td></tr><tr style='color:fff'><td>c</td><td>5</td></tr>"

    for body in (rows, row):
        (old,), (today,) = read(f"<table>{body}</table>"), read(f"<!DOCTYPE html><table>{body}</table>")
        assert isinstance(old, Grid)
        assert isinstance(today, Grid)
        assert (old.rows[1][1].text, today.rows[1][1].text) == ("^5", "5")


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
        "opacity:10%",
        "line-height:10%",
        "font-size:1px",
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
        "background:conic-gradient(red,blue)",
        "position:relative;z-index:-1",
        "list-style:decimal",
        "list-style-type:'1'",
        "all:unset",
        "vertical-align:super;direction:rtl",
        "display:inline-block;max-inline-size:0;overflow:hidden",
        "display:inline-block;inline-size:0;overflow:hidden",
        "display:inline-block;block-size:0;overflow:hidden",
        "display:inline-block;-webkit-logical-height:0;overflow:hidden",
        "margin-inline-start:-20px",
        "margin-inline:-20px 0",
        "margin-block:-30px",
        "position:relative;inset-inline-start:-9999px",
        "position:absolute;inset-block:9px",
        "contain:strict",
        "contain:layout paint",
        "contain:size",
        "outline:20px solid white;outline-offset:-14px",
        "outline-style:solid;outline-offset:calc(1em)",
        "-webkit-text-stroke:9px white",
        "-webkit-text-stroke-width:medium",
        "-webkit-text-stroke-width:calc(9px)",
        "font-size-adjust:0",
        "background:currentColor",
        "background-color:currentcolor",
        "display:ruby-text",
        "order:calc(1)",
        "-webkit-mask-box-image:linear-gradient(#fff0,#fff0)",
        "-webkit-mask-box-image-source:url(a.svg)",
        "offset:path('M0 0L9 9')",
        "display:table-column",
        "display:table-column-group",
        "display:inline-block;width:0",
        "display:inline-block;max-width:6px",
        "-webkit-line-clamp:1",
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
        ("<b popover>9</b>10", "10"),
        ("<b popover=manual style='display:inline'>9</b>10", "910"),
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
        ("规章<sup>1</sup>", "规章1"),
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
        ("<map name=a>9<area></map>10", "910"),
        ("<ul><li type=1>0</ul>", "0\n［图片］"),
        ("<ul><li type=a>0</ul>", "0\n［图片］"),
        ("<ul><li type=disc>0</ul>", "0"),
        ("<ol><li type=1>0</ol>", "1. 0"),
        ("<b aria-hidden=true>10</b>", "10"),
        ("<meter>10</meter>", "［图片］"),
        ("10<image src=x>", "10\n［图片］"),
        ("<input type=Image src=x>", "［图片］"),
        ("1<listing>9</listing>0", "1\n9\n0"),
        ("<option>9</option>10", "9\n10"),
        ("<optgroup>9</optgroup>10", "9\n10"),
        ("<datalist><option>9</datalist>10", "10"),
        ("10<select><option>2</select>", "10\n［输入框］"),
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
        ("<table><col style='transform:none;opacity:.1'><tr><td>a<td>b<tr><td>c<td>5</table>", "~~5"),
        ("<table><col style='width:9em'><tr><td>a<td>b<tr><td>c<td>5<td></table>", "5 "),
        ("<table><col bgcolor=black><tr><td>a<td>b<tr><td>c<td>5<td></table>", "~~5 ~~"),
        ("<s><table><tr><td>a<td>b<tr><td>c<td>5</table></s>", "~~5"),
        ("<div style='transform:scale(0)'><table><tr><td>a<td>b<tr><td>c<td>5</table></div>", "~~5"),
        ("<main style='display:grid'><table><tr><td>a<td>b<tr><td>c<td>5</table></main>", "5"),
        ("<div style='margin-top:-40px;order:2'><table><tr><td>a<td>b<tr><td>c<td>5</table></div>", "5"),
        ("<div style='margin-left:-2000px'><table><tr><td>a<td>b<tr><td>c<td>5</table></div>", "~~5"),
        ("<div hidden=until-found><table><tr><td>a<td>b<tr><td>c<td>5</table></div>", "~~5"),
        ("<div style='color:#fff'>1<table><tr><td>a<td>b<tr><td>c<td>5</table>2</div>", "^5"),
        ("<div style='opacity:0'><table><tr><td>a<td>b<tr><td>c<td>5</table></div>", "5"),
        ("<font color=white><table><tr><td>a<td>b<tr><td>c<td>5</table></font>", "^5"),
        ("<body text=white><table><tr><td>a<td>b<tr><td>c<td>5</table>", "^5"),
        ("<body link=white><table><tr><td>a<td>b<tr><td>c<td><a href=x>5</a>6</table>", "^56"),
        ("<body link=white><table><tr><td>a<td>b<tr><td>c<td>6<a href=x>5</a>6</table>", "6^56"),
        ("<body link=white><table><tr><td>a<td>b<tr><td>c<td><a name=x>5</a></table>", "5"),
        ("<body link=white><table><tr><td>a<td>b<tr><td>c<td><a href=x style='color:#333'>5</a></table>", "5"),
        ("<body link=blue vlink=purple><table><tr><td>a<td>b<tr><td>c<td><a href=x>5</a>6</table>", "56"),
        ("<body text=white bgcolor=black><table><tr><td>a<td>b<tr><td>c<td>5</table>", "5"),
        ("<table><tr><td>a<td>b<tr><td style='color:#fff'>c<td><table><tr><td>1<td>5</table>", "1\n5"),
        ("<table><tr><td>a<td>b<tr><td>c<td style='color:#fff'><table><tr><td>1<td>5</table>7", "^1\n^5\n^7"),
    ],
)
def test_what_is_around_a_cell_may_have_the_style(page: str, text: str) -> None:
    """Rows, columns, the table, what is around it."""
    grid = next(block for block in read(f"<!DOCTYPE html>{page}") if isinstance(block, Grid))

    assert " ".join(each.text for each in grid.rows[1][1:]) == text


def lines_of(page: str) -> list[str]:
    """Give the lines of a page that are in no table."""
    return [block.text for block in read(page) if isinstance(block, Paragraph)]


def test_styles_of_a_narrative_are_as_before() -> None:
    """What is white on white is kept from a number; blocks are lines; the rest is text."""
    page = (
        "<p>1<b style='color:#fff'>2</b>，<i style='display:block'>3</i><b style='direction:rtl'>4</b>件申请"
        "<p style='text-decoration:line-through;color:#fff'>5件申请"
        "<div style='line-height:0'>6<b style='color:red'>7</b>项规章</div><h2 style='color:#fff'>五、问题</h2>"
    )

    assert lines_of(page) == ["1^2，", "3", "4件申请", "5件申请", "67项规章", "五、问题"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p style='color:#fff'>10</p>", ["^10"]),
        ("<p><font color=white>9</font>10</p>", ["^910"]),
        ("<p><font color=white>10</font></p><p>10</p>", ["^10", "10"]),
        ("<div style='text-decoration:line-through'><div>10</div><p>11</p></div><div>12</div>", ["~~10", "~~11", "12"]),
        ("<li style='font-size:0'>10<li>11", ["~~10", "11"]),
        ("<p><b style='direction:rtl'>12</b></p>", ["~~12"]),
        ("<dd style='position:absolute;left:-9999px'>10</dd>", ["~~10"]),
        ("<p style='color:#333'>10</p><div style='background:#000;color:#fff'><p>10</p></div>", ["10", "10"]),
    ],
)
def test_a_figure_on_a_line_of_its_own_may_be_a_cell(page: str, expected: list[str]) -> None:
    """Tables are made of boxes, lists and paragraphs as well."""
    assert lines_of(page) == expected


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
