"""What README and docs show is what happens, and every rule has its page."""

from __future__ import annotations

import doctest
import importlib.util
import re
import runpy
import shlex
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from attrs import fields
from support.cli_calls import call, trimmed
from support.docs import PAGES, ROOT, blocks, examples

import govdisclosure as gd
from govdisclosure.batch import codes
from govdisclosure.checks import rules
from govdisclosure.form.advice import ADVICE
from govdisclosure.form.wording import error_codes, note_codes
from govdisclosure.formats import FORMATS, Limits

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from govdisclosure.model.message import Language


def script(path: Path) -> ModuleType:
    """Load a script that is no module of a package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, in which the examples of a page can write."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_files(page: Path, folder: Path) -> None:
    """Write the files that a page shows: the blocks with a title."""
    shown = re.compile(r'^```\w+ title="(.*?)"\n(.*?)^```', re.MULTILINE | re.DOTALL)
    for name, content in shown.findall(page.read_text(encoding="utf-8")):
        (folder / name).write_text(content, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_example_of_a_page_runs(page: Path, workplace: Path) -> None:
    """What stands behind >>> gives what stands below it."""
    write_files(page, workplace)
    test = doctest.DocTestParser().get_doctest(examples(page), {"__name__": "page"}, page.name, str(page), 0)

    assert doctest.DocTestRunner().run(test).failed == 0


COMMANDS = [page for page in PAGES if blocks(page, "console")]


@pytest.mark.parametrize("page", COMMANDS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_of_a_page_runs(page: Path, workplace: Path) -> None:
    """What stands behind $ gives what stands below it."""
    write_files(page, workplace)
    for block in blocks(page, "console"):
        for shown in re.split(r"^(?=\$ )", block, flags=re.MULTILINE)[1:]:
            command, _, output = shown.partition("\n")
            program, *arguments = shlex.split(command)[1:]
            if program == "python":
                run_script(*arguments)
                continue

            assert (program, trimmed(call(*arguments).output)) == ("govdisclosure", output)


def run_script(path: str, *arguments: str) -> None:
    """Run one of the examples with arguments, as ``python`` does; it prints nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [path, *arguments])
        runpy.run_path(path, run_name="__main__")


def test_no_page_has_python_that_does_not_run() -> None:
    """Python stands behind >>>, where it is run."""
    unrun = [page.name for page in PAGES for block in blocks(page, "(?:python|pycon)") if not block.startswith(">>> ")]

    assert unrun == []


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
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("tool", ["commands", "glossary", "labels", "performance", "rules"])
def test_pages_that_are_made_are_up_to_date(tool: str) -> None:
    """Whoever changes a declaration or a rule makes the pages anew, by the tools of these names."""
    made = script(ROOT / "tools" / f"{tool}.py").pages()

    assert {path: path.read_text(encoding="utf-8") for path in made if path.exists()} == made


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_rule_has_its_page_and_no_page_lacks_its_rule(language: str) -> None:
    """A code has a page in both languages, and a code that is gone has none."""
    documented = {page.stem for page in (ROOT / "docs" / language / "rules").glob("*.md")}

    assert documented == {"index", *(rule.code for rule in rules())}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_code_of_a_reading_is_explained(language: str) -> None:
    """The page of formats says what each note means and what to do about each refusal, and names no other code."""
    page = (ROOT / "docs" / language / "formats" / "index.md").read_text(encoding="utf-8")
    rows = "".join(re.findall(r"^\|.*", page, re.MULTILINE))

    assert set(re.findall(r"`([A-Z][A-Z-]+)`", rows)) == {*note_codes(), *error_codes()}


def told(page: Path) -> list[tuple[tuple[str, ...], str]]:
    """Give the rows of the tables of a page that begin with codes: these, and what to do."""
    rows = re.findall(r"^\| (.*) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)
    cells = [row.split(" | ") for row in rows]
    named = [(tuple(re.findall(r"`([A-Z][A-Z-]+)`", first)), last.replace("`", "")) for first, *_, last in cells]
    return [(codes_of_row, what) for codes_of_row, what in named if codes_of_row]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_name_of_the_face_stands_in_the_reference(language: Language) -> None:
    """As it is imported, not by the module that it happens to stand in."""
    page = (ROOT / "docs" / language / "reference.md").read_text(encoding="utf-8")
    names = re.findall(r"(?::: |`)govdisclosure\.(\w+)(?=[\n`])", page)

    assert set(gd.__all__) - set(names) == {"__version__"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_index_leads_to_every_howto(language: Language) -> None:
    """One click from the first page."""
    folder = ROOT / "docs" / language
    linked = re.findall(r"\]\((howto/[\w-]+\.md)\)", (folder / "index.md").read_text(encoding="utf-8"))
    pages = {f"howto/{page.name}" for page in (folder / "howto").glob("*.md")} - {"howto/index.md"}

    assert (sorted(linked), len(linked)) == (sorted(pages), len(set(linked)))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_to_do_is_said_in_the_words_of_explain(language: Language) -> None:
    """Of every note and error, and of every code of a batch."""
    pages = ROOT / "docs" / language

    assert told(pages / "formats" / "index.md") == [(named, what.of(language)) for named, what in ADVICE]
    assert told(pages / "howto" / "batch.md") == [((code,), what.of(language)) for code, what in codes.ADVICE.items()]
    assert codes.ADVICE.keys() == codes.WORDS.keys()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_bound_and_every_format_stands_on_the_page_of_formats(language: str) -> None:
    """By its name: what a caller can raise, and what can be read or written."""
    page = (ROOT / "docs" / language / "formats" / "index.md").read_text(encoding="utf-8")
    bounds = [f"`{field.name}`" for field in fields(Limits)]
    suffixes = [f" {known.suffixes[0]} " for known in FORMATS.values()]

    assert [words for words in (*bounds, *suffixes) if words not in page] == []


def test_both_languages_have_the_same_pages_and_examples() -> None:
    """A page in one language has its like in the other, which differs by what is said to people only."""
    english, chinese = (
        {page.relative_to(ROOT / "docs" / language): page for page in (ROOT / "docs" / language).rglob("*.md")}
        for language in ("en", "zh")
    )

    assert english.keys() == chinese.keys()
    assert {name: prompts(page) for name, page in english.items()} == {
        name: prompts(page) for name, page in chinese.items()
    }


def prompts(page: Path) -> int:
    """Count the examples of a page."""
    return sum(len(re.findall(r"^(?:>>>|\$) ", block, re.MULTILINE)) for block in blocks(page, r"(?:pycon|console)"))


def test_the_first_steps_end_with_a_report_without_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The script names its one wrong cell, and writes a report of which both files read the same."""
    script(ROOT / "examples" / "first_steps.py").main(tmp_path)

    *wrong, mended, as_json, as_word = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in wrong] == ["T3-OUTCOMES", "T3-ROW"]
    assert all("change requests.natural_person.outcomes.granted to 2" in line for line in wrong)
    assert mended == "mended: nothing is wrong any more"
    assert as_json.endswith("report.json reads back the same: True")
    assert as_word.endswith("report.docx reads back the same: True")
    report = gd.read(tmp_path / "report.json").report
    assert gd.read(tmp_path / "report.docx") == gd.Reading(report)
    assert list(gd.check(report)) == []


def test_the_example_town_contradicts_itself() -> None:
    """The example has the contradiction that it was written with."""
    findings = gd.check(gd.read(ROOT / "examples" / "liuxi-2024.txt"))

    assert [(finding.code, finding.paths[0], finding.expected, finding.actual) for finding in findings.errors] == [
        ("T3-OUTCOMES", "requests.natural_person.outcomes.total", 9, 8),
        ("T3-OUTCOMES", "requests.total.outcomes.total", 9, 8),
    ]
