"""The list of pages in a browser: searched and sorted without a server, on a wide screen and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from support.builders import build_report
from support.cli_calls import call

import govdisclosure as gd

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.browser import Window

pytestmark = pytest.mark.programs

pytest_plugins = ("support.browser",)


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write three reports, check them, and give the list of their pages."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for name, agency, received in (("a", "示乙局", 12), ("b", "示甲局", 13), ("c", "示丙局", 12)):
        report = build_report(
            cells={"requests.total.newly_received": received},
            agency=gd.Agency(name=agency),
            title=f"{agency}2021年年报",
        )
        gd.write(report, f"in/{name}.json")
    call("check", "in", "--html", "out")
    return Path("out/index.html").read_text(encoding="utf-8")


def names(page: Page) -> str:
    """Give the first letters of the reports that are shown, from the top."""
    return "".join(cell.inner_text()[1] for cell in page.locator("tbody th").all() if cell.is_visible())


def test_the_list_is_searched(text: str, window: Window) -> None:
    """By all words of the search, in any width of letters; the number that is shown is said."""
    page = window(text)
    search = page.get_by_label("搜索")

    seen = {}
    for wanted in ("局 乙", "ＩＮ/C", "没有这样的", ""):
        search.fill(wanted)
        seen[wanted] = (names(page), page.get_by_role("status").inner_text())

    assert seen == {
        "局 乙": ("乙", "显示 1 / 3"),
        "ＩＮ/C": ("丙", "显示 1 / 3"),
        "没有这样的": ("", "显示 0 / 3"),
        "": ("乙甲丙", "显示 3 / 3"),
    }


def test_the_list_shows_one_state(text: str, window: Window) -> None:
    """Of those that occur."""
    page = window(text)
    state = page.locator("select").first

    offered = state.locator("option").all_inner_texts()
    state.select_option("有错误")

    assert (offered, names(page)) == (["全部", "有错误", "无问题"], "甲")


def test_the_list_is_sorted_by_its_column_heads(text: str, window: Window) -> None:
    """A first click one way, a second one the other; the column says so, and the order can be undone."""
    page = window(text)
    order = [names(page)]
    for head in ("机关", "机关", "状态", "错误"):
        page.get_by_role("button", name=head).click()
        order.append(names(page))
    sorted_by = page.locator("[aria-sort=descending]").all_inner_texts()
    page.get_by_label("排序").select_option("原有顺序")
    order.append(names(page))

    assert order == ["乙甲丙", "丙甲乙", "乙甲丙", "甲乙丙", "甲乙丙", "乙甲丙"]
    assert [head.strip() for head in sorted_by] == ["错误"]
    assert page.locator("[aria-sort]").count() == 0


def test_without_a_script_the_whole_list_is_there(text: str, browser: object, tmp_path: Path) -> None:
    """And nothing that would do nothing."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto((tmp_path / "out" / "index.html").as_uri())

    assert names(page) == "乙甲丙"
    assert not page.get_by_text("搜索").is_visible()
    assert text.count("<script") == 1
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_list_fits_every_screen(text: str, window: Window, width: int) -> None:
    """Nothing reaches beyond it; accessible, without a complaint on the console."""
    page = window(text, width=width)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.reload()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).response["violations"] == []
    assert said == []
