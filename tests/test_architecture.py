"""The folders show the architecture, and imports run one way."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import govdisclosure
from govdisclosure.model.report import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(govdisclosure.__file__).parent
ROOT = PACKAGE.name

# What each part may import from, besides itself, errors and the version. The first part of a path names the part.
ALLOWED = {
    "model": set(),
    "errors": {"model"},
    "vocabulary": {"model"},
    "arithmetic": {"model"},
    "completion": {"model", "arithmetic"},
    "upgrading": {"model"},
    "diagnosis": {"model", "arithmetic"},
    "json": {"model"},
    "copies": {"model", "vocabulary"},
    "differences": {"model", "arithmetic", "form", "copies", "upgrading"},
    "form": {"model", "vocabulary", "arithmetic"},
    "writing": {"model", "vocabulary", "arithmetic", "form"},
    "reading": {"model", "vocabulary", "arithmetic", "form"},
    "processes": set(),
    "paths": set(),
    "system_errors": {"model"},
    "pdfium": {"processes"},
    "formats": {"model", "vocabulary", "diagnosis", "form", "writing", "reading", "json", "pdfium", "processes"},
    "claims": {"model", "vocabulary"},
    "toml_lines": set(),
    "rosters": {"model", "vocabulary", "form", "formats", "toml_lines"},
    "summing": {"model", "vocabulary", "arithmetic", "rosters", "upgrading"},
    "checks": {"model", "vocabulary", "arithmetic", "diagnosis", "claims", "copies", "rosters", "summing"},
    "settings": {"model", "checks", "toml_lines", "paths"},
    "chains": {"model", "arithmetic", "checks"},
    "batch": {
        *("model", "form", "json", "formats", "rosters", "checks", "settings", "processes", "system_errors"),
        "paths",
    },
    "dataset": {"model", "json", "batch"},
    "testing": {"model", "copies", "rosters", "checks"},
    "adapters": {"model", "vocabulary", "form"},
    "schema": {"model", "vocabulary", "json"},
    "notebook": {"model", "formats"},
    "cli": {
        *("model", "vocabulary", "arithmetic", "completion", "diagnosis", "form", "json", "formats", "checks"),
        *("settings", "rosters", "summing", "differences", "copies", "schema", "batch", "system_errors"),
        *("dataset", "paths"),
    },
    "__main__": {"cli"},
}
EVERYWHERE = {"errors", "_version"}
# The same inside of reading, which follows the way of the data. What a page and a table are is told by the labels; a
# document keeps the lines of its tables, so that it knows what these are.
ALLOWED_IN_READING = {
    "labels": set(),
    "official": set(),
    "page": {"labels", "official"},
    "tables": {"labels", "official"},
    "document": {"labels", "official", "tables"},
    "draft": {"document", "tables"},
    "fill": {"draft", "official", "document", "tables"},
    "own": {"draft", "document", "tables"},
    "foreign": {"draft", "fill", "page", "document"},
    "recognize": {"draft", "fill", "own", "foreign"},
}
# The examples of the rules are run as a user types them, so they see the face of the package.
AS_A_USER = {"govdisclosure.checks.examples": {""}}


def module_name(path: Path) -> str:
    """Give the name by which a module is imported; a package has that of its folder."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imported(name: str) -> Iterator[str]:
    """Give the modules of the package that a module imports, also inside functions and for types only."""
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == ROOT:
            for alias in node.names:
                below = f"{node.module}.{alias.name}"
                yield below if below in MODULES else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)


def part_of(name: str, package: str = ROOT) -> str:
    """Give the part of a package that a module is in; nothing for the face of the package."""
    return f"{name}.".removeprefix(f"{package}.").split(".")[0]


def test_every_part_has_its_place() -> None:
    """A new part is put into the order: it says what it stands upon."""
    reading = {part_of(name, "govdisclosure.reading") for name in MODULES if name.startswith("govdisclosure.reading.")}

    assert set(map(part_of, MODULES)) - {""} == ALLOWED.keys() | EVERYWHERE
    assert reading == ALLOWED_IN_READING.keys()


@pytest.mark.parametrize("name", [name for name in MODULES if part_of(name) in ALLOWED])
def test_imports_run_one_way(name: str) -> None:
    """No part of the package imports from one that stands above it."""
    part = part_of(name)
    allowed = ALLOWED[part] | EVERYWHERE | {part} | AS_A_USER.get(name, set())

    assert {part_of(other) for other in imported(name)} <= allowed


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("govdisclosure.reading.")])
def test_the_parts_of_reading_follow_the_way_of_the_data(name: str) -> None:
    """The steps of reading know the parts that do the work; no part knows the steps, nor one that comes later."""
    package = "govdisclosure.reading"
    part = part_of(name, package)
    needed = {part_of(other, package) for other in imported(name) if other.startswith(f"{package}.")}

    assert needed <= ALLOWED_IN_READING[part] | {part}


@pytest.mark.parametrize("name", MODULES)
def test_private_modules_are_for_their_own_package(name: str) -> None:
    """A module with an underscore is imported by those alone that stand in the package where it stands."""
    private = [other for other in imported(name) if "._" in other]
    strange = [other for other in private if not f"{name}.".startswith(other[: other.index("._") + 1])]

    assert strange == []


def test_no_imports_run_in_a_circle() -> None:
    """No module needs another that needs it, on whatever way round, also where it is for types only."""
    needed = {name: set(imported(name)) for name in MODULES}

    try:
        TopologicalSorter(needed).prepare()
    except CycleError as error:
        pytest.fail(" needs ".join(reversed(error.args[1])))


def test_no_module_has_the_name_of_a_face_function() -> None:
    """A submodule would take the place of the function once it is imported."""
    assert set(map(part_of, MODULES)) & set(govdisclosure.__all__) == set()


def test_every_table_knows_its_section() -> None:
    """The section that a table names is the one whose field takes it."""
    named = {section: {cls.section for cls in classes} for section, classes in TABLES.items()}

    assert named == {section: {section} for section in TABLES}


def test_modules_stay_small() -> None:
    """A module is one thing; above 500 lines it is two."""
    lines = {name: path.read_text(encoding="utf-8").count("\n") for name, path in MODULES.items()}

    assert {name: count for name, count in lines.items() if count > 500} == {}
