"""Styles that change how a page looks and hide nothing, and what is hidden by the same means."""

from __future__ import annotations

import pytest

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
