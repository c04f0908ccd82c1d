"""Styles that change how a page looks and hide nothing, and what is hidden by the same means."""

from __future__ import annotations

import pytest
from test_reading_traps import web_page

import govdisclosure as gd
from govdisclosure.form.blocks import Grid
from govdisclosure.formats.html.read import read

HIDDEN = ("~~5", "^5")


def figure(sheet: str, before: str = "", inside: str = "5") -> str:
    """Give the figure of a table in two boxes, on a page with a style sheet."""
    table = f"<table><tr><td>规章<td>件数<tr><td>许可<td>{inside}</table>"
    page = f"<!DOCTYPE html>{before}<style>{sheet}</style><div class=outer><div class=con>{table}</div></div>"
    (grid,) = (block for block in read(page) if isinstance(block, Grid))
    return grid.rows[1][1].text


@pytest.mark.parametrize(
    "sheet",
    [
        ".con{background:linear-gradient(180deg,#fff,#f5f5f5)}",
        ".con{background:linear-gradient(#fff,#eee)}",
        ".con{background:linear-gradient(to right bottom,#fff 0,#eee 10% 50px,#ddd)}",
        ".con{background:-webkit-linear-gradient(top,#fff,#eee)}",
        ".con{background:radial-gradient(circle at center,#fff,#eee) no-repeat}",
        ".con{background-image:linear-gradient(rgba(255,255,255,.5),transparent)}",
        ".outer{background:linear-gradient(#c00,#fff)}.con{background:#fff}td{color:#c00}",
        ".outer{background:linear-gradient(#000,#333)}.con{background:#fff}",
        ".con{background:linear-gradient(#fff,#eee)}td{background:rgba(0,0,0,.05)}",
        ".con{background:#036 linear-gradient(#06c,#048)}td{color:#fff}",
    ],
)
def test_figures_on_a_run_of_colours_are_read_if_seen_on_each_of_them(sheet: str) -> None:
    """And if something opaque lies between; of the ground under the run as well, which may cover a part of it only."""
    assert figure(sheet) == "5"


@pytest.mark.parametrize(
    "sheet",
    [
        ".con{background:linear-gradient(#000,#000)}",
        ".con{background:linear-gradient(#000,#fff)}",
        ".con{background:linear-gradient(#fff,#000)}td{color:#777}",
        ".con{background:linear-gradient(#fff,#eee)}td{color:#fff}",
        ".con{background:linear-gradient(#fff,#eee)}td{color:#ddd}",
        ".con{background:#000 linear-gradient(#fff,#eee)}",
        ".con{background:#06c linear-gradient(#06c,#048)}td{color:#06c}",
        ".con{background:linear-gradient(#fff,#eee)}.con table{background:linear-gradient(#000,#000)}",
        ".con{background:linear-gradient(#f0f,#0f0)}td{color:#737373}",
        ".con{background:linear-gradient(#fff,#eee)}td{background:rgba(0,0,0,.9)}",
        ".con{background:url(a.png)}td{background:transparent;color:#ccc}",
        *(
            f".con{{background:{image}}}"
            for image in (
                "linear-gradient(in oklch,#fff,#eee)",
                "linear-gradient(top,#fff,#eee)",
                "linear-gradient(#fff)",
                "linear-gradient(#fff,currentcolor,#fff)",
                "linear-gradient(#fff 1px 2px 3px,#fff)",
                "linear-gradient(#fff,30%,#fff)",
                "linear-gradient(#fff 5deg,#fff)",
                "linear-gradient(" + ",".join(["#fff"] * 30) + ")",
                "linear-gradient(#fff,#fff),linear-gradient(#fff,#fff)",
                "url(a.png),linear-gradient(#fff,#fff)",
                "conic-gradient(#fff,#fff)",
                "image-set('a.png' 1x)",
            )
        ),
    ],
)
def test_figures_that_are_not_seen_on_a_run_of_colours_are_not_read(sheet: str) -> None:
    """Somewhere on it, or where nobody knows what it paints."""
    assert figure(sheet) in HIDDEN


@pytest.mark.parametrize(
    ("sheet", "page"),
    [
        ("html{font-size:100px}.con td{font-size:.16rem}", {}),
        ("html{font-size:calc(100vw / 19.2)}td{font-size:.16rem}", {}),
        ("html{font-size:13.333vw}.con{font-size:.16rem}", {}),
        ("html{font-size:62.5%}td{font-size:1.4rem}", {}),
        (":root{font-size:100px}td{font-size:calc(.1rem + (.02rem * 2))}", {}),
        ("html{font-size:100px}@media (max-width:1440px){html{font-size:80px}}td{font-size:.14rem}", {}),
        ("html{font-size:100px}", {"inside": "<b style='font-size:.16rem'>5</b>"}),
        ("td{font-size:.16rem}", {"before": "<html style='font-size:100px'>"}),
        ("html{font-size:1px}html{font-size:16px}td{font-size:1rem}", {}),
    ],
)
def test_letters_that_are_measured_by_the_root_are_read_if_they_are_of_a_usual_size(
    sheet: str, page: dict[str, str]
) -> None:
    """The root has the size that its style and the sheets give it, on the screen of a desk."""
    assert figure(sheet, **page) == "5"


@pytest.mark.parametrize(
    ("sheet", "page"),
    [
        ("html{font-size:100px}td{font-size:.01rem}", {}),
        ("html{font-size:1px}td{font-size:1rem}", {}),
        ("html{font-size:10%}td{font-size:1.5rem}", {}),
        ("td{font-size:.16rem}", {}),
        ("td{font-size:1rem}", {"before": "<html style='font-size:1px'>"}),
        ("html{font-size:100px}@media (max-width:1440px){html{font-size:10px}}td{font-size:.16rem}", {}),
        ("html{font-size:calc(1em + 99px)}td{font-size:.16rem}", {}),
        ("html{font-size:100px}td{line-height:.02rem}", {}),
        ("html{font-size:1px}p{display:none}", {"inside": "<b style='font-size:1rem'>5</b>"}),
        ("html{font-size:1px}td{font-size:calc(1rem + 1px)}", {}),
    ],
)
def test_letters_that_are_measured_by_the_root_are_not_read_if_they_may_be_tiny(
    sheet: str, page: dict[str, str]
) -> None:
    """Nor where nobody knows the size of the root."""
    assert figure(sheet, **page) in HIDDEN


@pytest.mark.parametrize(
    "size",
    [
        *("calc(14px + .2vw)", "clamp(12px,2vw,16px)", "min(16px, 2vw)", "max(9px, 1pt)", "-webkit-calc(7px*2)"),
        *("calc(2 * (3px + 4px))", "calc(60px / 4 - 1px)", "CALC(14px)"),
    ],
)
def test_letters_of_a_computed_size_are_read(size: str) -> None:
    """Where all that it is computed of is known."""
    assert figure(f"td{{font-size:{size}}}") == "5"


@pytest.mark.parametrize(
    "size",
    [
        *("calc(1px * 2)", "calc(20px - 19px)", "calc(1px - 5px)", "min(16px, 1px)", "clamp(1px,2px,16px)"),
        *(
            "calc(1em + 2px)",
            "calc(50% + 9px)",
            "calc(14px+ 2px)",
            "calc(14px +2px)",
            "calc(- 2px)",
            "calc(14px * 1px)",
        ),
        *("calc(- 2px)", "calc(14px / 0)", "calc(14px / 1px)", "calc(14 + 1px)", "calc(14)", "calc(14px 2px)"),
        *(
            "calc(14px, 2px)",
            "clamp(12px,16px)",
            "env(size)",
            "calc(env(size) + 14px)",
            "calc()",
            "calc(14px * )",
            "calc(14px + 1foo)",
        ),
    ],
)
def test_letters_of_a_computed_size_are_not_read_if_it_is_tiny_or_not_known(size: str) -> None:
    """A browser throws some of these away, so that what is declared before them holds."""
    assert figure(f"td{{font-size:{size}}}") in HIDDEN
    assert figure(f"td{{font-size:0}}td{{font-size:{size}}}") in HIDDEN


@pytest.mark.parametrize(
    "sheet",
    [
        "td{color:var(--c,#333)}",
        "td{color:var(--C, #333)}",
        "td{color:var(--a,var(--b,#333))}",
        ":root{--c:#222}td{color:var(--c,#fff)}",
        ":root,:host{--c:#222}td{color:var(--c,#fff)}",
        "@media screen{body{--c:#222}}td{color:var(--c,#fff)}",
        ".x{--c:#333}td{color:var(--c,#333)}",
        ":root{--a:#222;--b:var(--a)}td{color:var(--b)}",
        ":root{--c:#fff!important}td{color:#333}",
        "td{font-size:var(--s,14px)}",
    ],
)
def test_figures_of_a_colour_that_a_variable_names_are_read(sheet: str) -> None:
    """By its value where it has one, by what stands behind it where none is set."""
    assert figure(sheet) == "5"


@pytest.mark.parametrize(
    ("sheet", "before"),
    [
        ("td{color:var(--c,#fff)}", ""),
        ("td{color:var(--c)}", ""),
        ("td{color:var(--c,)}", ""),
        ("td{color:var()}", ""),
        ("td{color:var(#fff,#333)}", ""),
        (":root{--c:#fff}td{color:var(--c,#333)}", ""),
        (":root{--c:initial}td{color:var(--c,#fff)}", ""),
        (".con{--c:#fff}td{color:var(--c,#333)}", ""),
        (".con{--c:#333}td{color:var(--c,#fff)}", ""),
        (".con{:root{--c:#333}}td{color:var(--c,#fff)}", ""),
        ("@media (min-width:1500px){:root{--c:#333}}td{color:var(--c,#fff)}", ""),
        ("@property --c{syntax:'<color>';inherits:false;initial-value:#fff}td{color:var(--c,#333)}", ""),
        ("td{color:var(--c,#333)}", "<body style='--c:#fff'>"),
        ("td{color:var(--c,#333)}", "<body style='-\\-c:#fff'>"),
        (":root{--c:#333}td{color:var(--c)}", "<body style='--c:#fff'>"),
        (":root{--c:nosuch}td{color:#fff}td{color:#333;color:var(--c)}", ""),
        (
            ":root{--a:#333;" + "".join(f"--a{'a' * n}:var(--a{'a' * (n - 1)});" for n in range(1, 9)) + "}"
            "td{color:var(--aaaaaaaaa)}",
            "",
        ),
        (f":root{{--c:rgb({' ' * 2_000}51,51,51)}}td{{color:var(--c)}}", ""),
    ],
)
def test_figures_of_a_colour_that_a_variable_may_make_pale_are_not_read(sheet: str, before: str) -> None:
    """Where its value is pale, or another one elsewhere, or what stands behind it holds in some places."""
    assert figure(sheet, before) in HIDDEN


@pytest.mark.parametrize(
    "style",
    [
        "position:absolute;left:50%;transform:translateX(-50%)",
        "position:relative;left:50%;-webkit-transform:translate(-50%, 0)",
        "position:fixed;left:50%;transform:translate(-50%)",
        "position:absolute;left:50%;transform:translate3d(-50%,0,0)",
    ],
)
def test_figures_in_a_box_that_is_centred_are_read(style: str) -> None:
    """No digit is moved against another one."""
    assert figure(f".con{{{style}}}") == "5"


@pytest.mark.parametrize(
    "sheet",
    [
        ".con{transform:translateX(-50%)}",
        ".con{left:50%;transform:translateX(-50%)}",
        ".con{position:absolute;left:0;transform:translateX(-50%)}",
        ".con{position:absolute;left:50%;transform:translateX(-150%)}",
        ".con{position:absolute;left:50%;transform:translate(-50%,-50%)}",
        ".con{position:absolute;left:50%;transform:translateX(-50%) scale(0)}",
        ".con{position:absolute;left:50%;transform:translateX(-50%);opacity:.1}",
        ".con{position:absolute;left:50%;transform:translateX(-50%)}td{color:#fff}",
        "td{position:relative;left:50%;transform:translateX(-50%)}",
        "b{display:inline-block;position:relative;left:50%;transform:translateX(-50%)}",
    ],
)
def test_figures_in_a_box_that_is_moved_otherwise_are_not_read(sheet: str) -> None:
    """Out of sight, over others, or within their table."""
    assert figure(sheet, inside="<b>5</b>") in HIDDEN


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("filter:alpha(opacity=90)", "5"),
        ("filter:progid:DXImageTransform.Microsoft.gradient(startColorstr='#ffffff', endColorstr='#eeeeee')", "5"),
        ("filter:opacity(0);filter:alpha(opacity=90)", "~~5"),
        ("opacity:0;filter:alpha(opacity=90)", "~~5"),
        ("filter:opacity(0) alpha", "~~5"),
    ],
)
def test_a_filter_of_the_past_does_nothing(style: str, text: str) -> None:
    """Browsers throw it away; what is declared before it holds."""
    assert figure(f"td{{{style}}}") == text


@pytest.mark.parametrize("sheet", ["td span{line-height:0}", ".con span{line-height:1px}p{line-height:20px}"])
@pytest.mark.parametrize("inside", ["<span>5</span>", "<p><span>5</span></p>"])
def test_a_word_of_a_line_needs_no_height_of_its_own(sheet: str, inside: str) -> None:
    """The line has the height of its cell or paragraph."""
    assert figure(sheet, inside=inside) == "5"


@pytest.mark.parametrize(
    ("sheet", "inside"),
    [
        ("td{line-height:0}", "<span>5</span>"),
        ("p{line-height:0}", "<p><span>5</span></p>"),
        ("span{line-height:0;display:block;overflow:hidden}", "<span>5</span>"),
        ("span{line-height:0;display:inline-block}", "<span>5</span>"),
        ("span{line-height:0;position:absolute}", "<span>5</span>"),
        ("span{line-height:0}", "<span><p style='overflow:hidden'>5</p></span>"),
        ("p{display:flex;overflow:hidden}span{line-height:0}", "<p><span>5</span></p>"),
        ("span{line-height:0}", "<div style='display:flex;overflow:hidden'><span>5</span></div>"),
        ("span{line-height:0;font-size:0}", "<span>5</span>"),
    ],
)
def test_a_box_without_height_is_not_read(sheet: str, inside: str) -> None:
    """Nor a word in one, nor one that holds boxes, to which its height passes on."""
    assert figure(sheet, inside=inside) in HIDDEN


@pytest.mark.parametrize(
    ("style", "zh", "en"),
    [
        (
            "opacity:.1",
            (
                "单元格内容不是表格允许的数字，已留空：~~10"
                "（“~~”处的文字被划去或隐藏，或因文件、网页的样式不能确定是否看得见）"
            ),
            (
                "The cell holds no figure that the form allows and is left blank: ~~10"
                " (~~ marks what is struck out or hidden, or what may not be seen for the style of the file or page)"
            ),
        ),
        (
            "color:#fff",
            "单元格内容不是表格允许的数字，已留空：^10（“^”后的文字为上标，或颜色与底色相近）",
            (
                "The cell holds no figure that the form allows and is left blank: ^10"
                " (^ marks what is raised, or has nearly the colour of its ground)"
            ),
        ),
    ],
)
def test_a_note_says_what_its_marks_mean(style: str, zh: str, en: str) -> None:
    """So that somebody who sees the figure on the page knows to look at its style."""
    page = web_page().replace("<td>10</td>", f"<td style='{style}'>10</td>")
    notes = [note for note in gd.parse(page, format="html").notes if note.raw and note.raw[0] in "~^"]

    assert {(note.code, note.message.zh, note.message.en) for note in notes} == {("CELL-UNREADABLE", zh, en)}
