"""The built site: every link leads somewhere, nothing is fetched from elsewhere, and every rule can be reached."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from govdisclosure.checks import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.programs

ROOT = Path(__file__).parent.parent
BUILD = ("mkdocs", "build", "--strict")
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


def build(root: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Build the site from the pages below a root, by the command of ``.ci/run``."""
    return subprocess.run(  # noqa: S603 - our own pages
        [sys.executable, "-m", *BUILD, "--site-dir", str(folder)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site, strictly."""
    folder = tmp_path_factory.mktemp("site")
    built = build(ROOT, folder)
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[Path, Page]:
    """Give the pages of the site by their files."""
    # 404.html is served in place of any page, so its links begin at the root of a server.
    return {path: Page(path) for path in folder.rglob("*.html") if path.name != "404.html"}


def broken(page: Page, site: dict[Path, Page]) -> Iterator[str]:
    """Give the links of a page that name no file of the site or, behind "#", no place in it."""
    for link in page.links | page.loaded:
        if urlsplit(link).scheme:
            continue
        address, name = urldefrag(unquote(link))
        target = (page.path.parent / address).resolve() if address else page.path
        if not target.is_file() or (name and name not in site[target].names):
            yield link


def test_a_broken_link_ends_the_build(tmp_path: Path) -> None:
    """A link to no page and a picture that is gone, in either language; `.ci/run` is as strict."""
    for name in ("src", "tools", "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "docs" / "pictures" / "xlsx.png").unlink()
    with (tmp_path / "docs" / "zh" / "tutorial.md").open("a", encoding="utf-8") as page:
        page.write("\n[没有的页](no-such-page.md)\n")

    built = build(tmp_path, tmp_path / "site")

    named = {link for link in ("no-such-page.md", "pictures/xlsx.png") if f"'{link}'" in built.stderr}
    assert (built.returncode, named) == (1, {"no-such-page.md", "pictures/xlsx.png"}), built.stderr
    assert f"{' '.join(BUILD)} --site-dir" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_link_of_the_site_leads_somewhere(site: dict[Path, Page]) -> None:
    """Pages, files and places in pages; links to other sites are not followed."""
    assert {str(page.path): found for page in site.values() if (found := sorted(broken(page, site)))} == {}


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
    """A bar in a table of code is a bar."""
    assert [str(page.path) for page in site.values() if "\\|" in page.text] == []


@pytest.mark.parametrize("where", ["rules", "zh/rules"])
def test_every_rule_is_reached_from_the_list(folder: Path, site: dict[Path, Page], where: str) -> None:
    """The list links to the page of each rule, which is about that rule."""
    listed = site[folder / where / "index.html"]

    assert {f"{rule.code}.html" for rule in rules()} <= listed.links
    assert all(rule.code in site[folder / where / f"{rule.code}.html"].text for rule in rules())
