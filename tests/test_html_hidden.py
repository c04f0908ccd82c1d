"""Pages that hide their whole report in the file, until a script has run, and those that hide something else."""

from __future__ import annotations

import pytest
from test_reading import wrong
from test_reading_traps import TRUTH, web_page

import govdisclosure as gd


def box(style: str = 'style="display:none"', inside: str = "") -> str:
    """Give the whole report in one box."""
    return f"<!DOCTYPE html><body><p>首页</p><div hidden>登录</div><div {style}>{web_page()}{inside}</div>"


def is_read_whole(page: str) -> bool:
    """Tell whether all figures of the report are read, without a note."""
    reading = gd.parse(page, format="html")
    return not wrong(TRUTH, reading) and not [note for note in reading.notes if note.code == "CELL-UNREADABLE"]


@pytest.mark.parametrize(
    "style",
    ['style="display:none"', 'style="visibility: hidden; opacity: 0"', "hidden", 'style="DISPLAY:NONE" class=article'],
)
def test_the_only_report_of_a_page_is_read_though_the_file_hides_it(style: str) -> None:
    """A script shows it as soon as the page is there."""
    assert is_read_whole(box(style))


@pytest.mark.parametrize(
    "inside", ["<div hidden>规章</div>", "<div style='display:none'><table><tr><td>规章<td>件数</table></div>"]
)
def test_what_is_hidden_in_a_report_that_is_hidden_stays_so(inside: str) -> None:
    """A box with words, another table, a digit in each cell."""
    page = box(inside=inside)

    assert is_read_whole(page)
    assert is_read_whole(page.replace("</td>", "<b style='display:none'>9</b></td>"))


def test_a_style_sheet_holds_for_a_report_that_is_hidden() -> None:
    """What it makes pale is not read."""
    assert is_read_whole(f"<style>td{{color:#333}}b{{display:none}}</style>{box()}")
    assert not is_read_whole(f"<style>td{{color:#fff}}</style>{box()}")


def test_a_hidden_report_beside_one_that_is_seen_is_not_read() -> None:
    """Whatever it says."""
    other = box().replace("<td>10</td>", "<td>11</td>")

    assert is_read_whole(f"{web_page()}{other}")
    assert is_read_whole(f"{other}{web_page()}")


@pytest.mark.parametrize(
    "page",
    [
        box() + box(),
        box() + "<div hidden><table><tr><td>1<td>2</table></div>",
        box("hidden", "").replace("<table", "<div hidden><table").replace("</table>", "</table></div>"),
        box().replace("三、", "").partition("<table")[0] + "<table><tr><td>规章<td>件数</table></div>",
        f"<table><tr><td>1<td>2<tr><td>{box()}</table>",
        box(inside=web_page().replace("<td>10</td>", "<td>11</td>")),
    ],
)
def test_of_several_hidden_boxes_none_is_read(page: str) -> None:
    """Nor a box in another one, one with less than a report or more, one in a table that is seen."""
    with pytest.raises(gd.ReadError) as caught:
        gd.parse(page, format="html")

    assert caught.value.code == "NO-FORM"
