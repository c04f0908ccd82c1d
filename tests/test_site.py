"""The built site: every link leads somewhere, nothing is fetched from elsewhere, and every rule can be reached."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urldefrag, urlsplit

import docs_site
import pytest

from govdisclosure.checks import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.programs

pytest_plugins = ("support.browser",)

ROOT = Path(__file__).parent.parent
LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


class Page(HTMLParser):
    """What a page of the site names, links to, loads and says."""

    def __init__(self, path: Path) -> None:
        """Read the page."""
        super().__init__()
        self.path = path
        self.names: set[str] = set()
        self.links: set[str] = set()
        self.loaded: set[str] = set()
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is called and where it leads."""
        values = {name: value for name, value in attrs if value is not None}
        self.names |= {values[name] for name in ("id", "name") if name in values}
        if tag == "a" and "href" in values:
            self.links.add(values["href"])
        if tag in LOADED and LOADED[tag] in values:
            self.loaded.add(values[LOADED[tag]])

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.text += data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sites of both languages, strictly."""
    folder = tmp_path_factory.mktemp("site")
    assert docs_site.build(ROOT / "docs", folder) == {"en": 0, "zh": 0}
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[Path, Page]:
    """Give the pages of the site by their files."""
    return {path: Page(path) for path in folder.rglob("*.html")}


def broken(page: Page, site: dict[Path, Page]) -> Iterator[str]:
    """Give the links of a page that name no file of the site or, behind "#", no place in it."""
    for link in page.links | page.loaded:
        if urlsplit(link).scheme:
            continue
        # ../_static/site.css?v=d111a655
        address, name = urldefrag(unquote(re.sub(r"\?v=\w+", "", link)))
        target = (page.path.parent / address).resolve() if address else page.path
        if not target.is_file() or (name and name not in site[target].names):
            yield link


def gone_wrong(docs: Path, tmp_path: Path) -> tuple[bool, set[str]]:
    """Build one language from a copy of the pages that something was done to; give whether it failed, and why."""
    command = docs_site.command(docs, tmp_path / "site", "zh")
    # Colours, which builders of CI ask for, would stand between the words.
    plain = {**os.environ, "NO_COLOR": "1"}
    built = subprocess.run(  # noqa: S603 - our own pages
        command, capture_output=True, text=True, check=False, env=plain
    )
    return built.returncode != 0, set(re.findall(r"\[([a-z_.]+)\]$", built.stderr, re.MULTILINE))


def test_a_page_that_is_not_right_ends_the_build(tmp_path: Path) -> None:
    """Whatever of the kinds that are planted in a copy of a few pages: each ends it, and is named."""
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("en", "zh"))
    (docs / "zh").mkdir()
    (tmp_path / "tools").symlink_to(ROOT / "tools")
    page = docs / "zh" / "index.md"
    faults = {
        "[没有的页](no-such-page.md)": "myst.xref_missing",
        "[没有的标题](#没有的标题)": "myst.xref_missing",
        "![没有的图](../pictures/no-such-picture.png)": "image.not_readable",
        "```{toctree}\nno-such-page\n```": "toc.not_readable",
        "```{eval-rst}\n.. autofunction:: govdisclosure.no_such_name\n```": "autodoc.import_object",
        "```{eval-rst}\n:py:func:`no.such_name`\n```": "ref.func",
    }
    seen = {}
    for fault in ("", *faults):
        page.write_text(f"# 首页\n\n## 标题\n\n[有的标题](#标题)\n\n{fault}\n", encoding="utf-8")
        seen[fault] = gone_wrong(docs, tmp_path)

    assert seen == {"": (False, set()), **{fault: (True, {kind}) for fault, kind in faults.items()}}


def test_the_build_of_ci_is_as_strict() -> None:
    """It runs the same command."""
    assert "python tools/docs_site.py" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_link_of_the_site_leads_somewhere(site: dict[Path, Page]) -> None:
    """Pages, files and places in pages; links to other sites are not followed."""
    assert {
        str(page.path): broken_links for page in site.values() if (broken_links := sorted(broken(page, site)))
    } == {}


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    """A file that is not there, a place that is not there; not what is there, or elsewhere."""
    path = tmp_path / "page.html"
    path.write_text(
        '<p id="a"><a href="#a">1</a><a href="#b">2</a><a href="page.html#%61">3</a><a href="no.html">4</a>'
        '<a href="https://example.org/x">5</a><img src="no.png">',
        encoding="utf-8",
    )
    page = Page(path)

    assert sorted(broken(page, {path: page})) == ["#b", "no.html", "no.png"]


def test_the_site_fetches_nothing_from_elsewhere(site: dict[Path, Page]) -> None:
    """No font, script or picture of another host."""
    assert {link for page in site.values() for link in page.loaded if urlsplit(link).netloc} == set()


def test_no_page_shows_an_escape_of_its_source(site: dict[Path, Page]) -> None:
    """A bar in a table of code is a bar; source is shown as it is."""
    escaped = [page.path for page in site.values() if "\\|" in page.text]

    assert [path for path in escaped if "_modules" not in path.parts] == []


@pytest.mark.parametrize(
    ("language", "words", "page"),
    [
        ("zh", "结转", "术语表"),
        ("zh", "公开申请", "术语表"),
        ("zh", "雷同的报告 copies", "查找雷同的报告"),
        ("en", "waivers", "Waive a finding"),
        ("en", "carried_forward", "Glossary"),
    ],
)
def test_words_of_the_language_find_their_pages(
    browser: Browser, folder: Path, language: str, words: str, page: str
) -> None:
    """Whole words, parts of what a dictionary would take for one, and words of both scripts."""
    window = browser.new_page()
    window.goto(f"{(folder / language / 'search.html').as_uri()}?q={quote(words)}")
    window.wait_for_selector(f"#search-results li a:text-is('{page}')", timeout=20_000)
    window.close()


def test_words_that_no_page_has_find_none(browser: Browser, folder: Path) -> None:
    """Both characters are on many pages, and beside each other on none."""
    window = browser.new_page()
    window.goto(f"{(folder / 'zh' / 'search.html').as_uri()}?q={quote('转表')}")
    window.wait_for_selector("#search-results .search-summary:not(:empty)", timeout=20_000)
    assert window.query_selector_all("#search-results li") == []
    window.close()


@pytest.mark.parametrize("where", ["en/rules", "zh/rules"])
def test_every_rule_is_reached_from_the_list(folder: Path, site: dict[Path, Page], where: str) -> None:
    """The list links to the page of each rule, which is about that rule."""
    listed = site[folder / where / "index.html"]

    assert {f"{rule.code}.html" for rule in rules()} <= listed.links
    assert all(rule.code in site[folder / where / f"{rule.code}.html"].text for rule in rules())
