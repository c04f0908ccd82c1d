"""A third edition of the form, imaginary: two declaration modules and its registration, and all works as with two."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.docs import ROOT, blocks

import govdisclosure

PACKAGE = Path(govdisclosure.__file__).parent
TESTS = Path(__file__).parent
DATA = TESTS / "data" / "third_edition"
MODULES = ("proactive_disclosure_2031.py", "requests_2031.py")
DIFF = (DATA / "editions.diff").read_text(encoding="utf-8")
PAGES = [ROOT / "docs" / language / "howto" / "third-edition.md" for language in ("en", "zh")]
MATRIX = ("data/third_edition/matrix.py",)
# Tests of the two editions: labels, and documents as they are published, which are read as before.
BESIDE = (
    "test_corpus.py",
    "test_labels.py",
    "test_reading_traps.py",
    "test_reading_unseen.py",
    "test_recognize.py",
    "test_text_layouts.py",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a copy of the package to which the third edition is added."""
    target = tmp_path_factory.mktemp("third")
    copied = target / PACKAGE.name
    shutil.copytree(PACKAGE, copied, ignore=shutil.ignore_patterns("__pycache__"))
    for name in MODULES:
        shutil.copy(DATA / name, copied / "model")
    registered = copied / "model" / "editions.py"
    registered.write_text(changed(registered.read_text(encoding="utf-8")), encoding="utf-8")
    return target


def hunks() -> list[tuple[str, str]]:
    """Give what the diff takes away, with the lines around it, and what it puts there."""
    pairs = []
    for hunk in re.split(r"^@@.*@@.*\n", DIFF, flags=re.MULTILINE)[1:]:
        lines = hunk.splitlines(keepends=True)
        before, after = ("".join(line[1:] for line in lines if line[0] != sign) for sign in "+-")
        pairs.append((before, after))
    return pairs


def changed(text: str) -> str:
    """Apply the diff; every hunk has its one place."""
    for before, after in hunks():
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def test_a_third_edition_is_two_modules_and_its_registration(folder: Path) -> None:
    """Beside the modules only model/editions.py changes: two imports, one line, two names that type checkers read."""
    before, after = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.suffix in {".py", ".typed"}}
        for root in (PACKAGE, folder / PACKAGE.name)
    )
    differing = {str(path) for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    lines = [line for line in DIFF.splitlines() if line[0] in "+-" and line[:3] not in {"+++", "---"}]
    added = [line[1:] for line in lines if line[0] == "+"]

    assert differing == {f"model/{name}" for name in (*MODULES, "editions.py")}
    assert [line.strip().partition(" ")[0] for line in added] == [
        *("from", "from", "AnyProactiveDisclosure:", "AnyRequests:"),
        '_edition("2031",',
    ]
    assert len(lines) - len(added) == 2


@pytest.mark.parametrize("page", PAGES, ids=["en", "zh"])
def test_the_page_shows_the_files_that_are_tried(page: Path) -> None:
    """The modules and the diff, whole and in this order."""
    included = re.findall(r"^```\{literalinclude\} (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)

    assert [(page.parent / path).resolve() for path in included] == [
        DATA / name for name in (*MODULES, "editions.diff")
    ]


def environment(folder: Path) -> dict[str, str]:
    """Give the environment of a program that uses the copy, whose lines are none of the coverage of the package."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return kept | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.mark.programs
@pytest.mark.parametrize("page", PAGES, ids=["en", "zh"])
def test_the_program_of_the_page_runs(folder: Path, page: Path, tmp_path: Path) -> None:
    """With the third edition in the package, it prints what the page says."""
    [program] = blocks(page, 'python title="first_report.py"')

    told = subprocess.run(  # noqa: S603 - the program of our own page
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment(folder) | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (told.stderr, [told.stdout]) == ("", blocks(page, "text"))


@pytest.mark.programs
@pytest.mark.parametrize("suite", [MATRIX, BESIDE], ids=["matrix", "beside"])
def test_all_works_with_three_editions(folder: Path, suite: tuple[str, ...]) -> None:
    """The whole matrix on the new edition; and what is known of the two others holds beside it."""
    told = subprocess.run(  # noqa: S603 - our own tests
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(str(TESTS / name) for name in suite)],
        cwd=TESTS.parent,
        env=environment(folder) | {"GOVDISCLOSURE_EXAMPLES": "5"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stdout[-4000:] + told.stderr[-2000:]
