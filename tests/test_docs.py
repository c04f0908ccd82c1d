"""What README and docs show is what happens."""

from __future__ import annotations

import doctest
import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import govdisclosure as gd

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def blocks(page: Path, language: str) -> list[str]:
    """Give the code blocks of a page."""
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def script(path: Path) -> ModuleType:
    """Load a script that is no module of a package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_example_of_a_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands behind >>> gives what stands below it."""
    monkeypatch.chdir(ROOT)
    examples = "\n".join(blocks(page, "python"))
    test = doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)

    assert doctest.DocTestRunner().run(test).failed == 0


def test_both_readmes_show_the_same() -> None:
    """The Chinese README has the commands and examples of the English one."""
    english, chinese = ROOT / "README.md", ROOT / "README.zh-CN.md"

    assert blocks(english, "python") == blocks(chinese, "python")
    assert [block.replace("--lang en", "") for block in blocks(english, "sh")] == [
        block.replace("--lang zh", "") for block in blocks(chinese, "sh")
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """A relative link names a file that is there."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_glossary_is_that_of_the_declarations() -> None:
    """Whoever changes a declaration writes the glossary anew: tools/glossary.py."""
    made = script(ROOT / "tools" / "glossary.py").glossary()

    assert (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8") == made


def test_the_example_fills_in_a_report_without_findings(tmp_path: Path) -> None:
    """The script writes a report of which both files read the same and nothing is wrong."""
    script(ROOT / "examples" / "fill_in.py").main(tmp_path)

    report = gd.read(tmp_path / "report.json").report
    assert gd.read(tmp_path / "report.txt") == gd.Reading(report)
    assert list(gd.check(report)) == []


def test_the_example_town_contradicts_itself() -> None:
    """The example has the contradiction that it was written with."""
    found = gd.check(gd.read(ROOT / "examples" / "liuxi-2024.txt"))

    assert [(finding.code, finding.paths[0], finding.expected, finding.actual) for finding in found.errors] == [
        ("T3-OUTCOMES", "requests.natural_person.outcomes.total", 9, 8),
        ("T3-OUTCOMES", "requests.total.outcomes.total", 9, 8),
    ]
