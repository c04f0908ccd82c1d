"""The folders show the architecture, and imports run one way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import govdisclosure
from govdisclosure.model.report import TABLES

PACKAGE = Path(govdisclosure.__file__).parent

# What each part may import from, besides itself, errors and the version. The first part of a path names the part.
ALLOWED = {
    "model": set(),
    "errors": {"model"},
    "vocabulary": {"model"},
    "arithmetic": {"model"},
    "completion": {"model", "arithmetic"},
    "json": {"model"},
    "form": {"model", "vocabulary", "arithmetic"},
    "writing": {"model", "vocabulary", "arithmetic", "form"},
    "reading": {"model", "vocabulary", "arithmetic", "form"},
    "formats": {"model", "vocabulary", "form", "writing", "reading", "json"},
    "claims": {"model", "vocabulary"},
    "checks": {"model", "vocabulary", "arithmetic", "claims"},
    "settings": {"model", "checks"},
    "testing": {"model"},
    "cli": {"model", "vocabulary", "arithmetic", "form", "json", "formats", "checks", "settings", "completion"},
    "__main__": {"cli"},
}
EVERYWHERE = {"errors", "_version"}


def part_of(path: Path) -> str:
    """Give the part of the package that a module is in."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_parts(path: Path) -> set[str]:
    """Give the parts of the package that a module imports from, also inside functions and for types only."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "govdisclosure":
            below = node.module.split(".")[1:]
            found |= {below[0]} if below else {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE).with_suffix(""))
)
def test_imports_run_one_way(path: Path) -> None:
    """No part of the package imports from one that stands above it."""
    part = part_of(path)
    if part in ALLOWED:
        assert imported_parts(path) <= ALLOWED[part] | EVERYWHERE | {part}


def test_no_module_has_the_name_of_a_face_function() -> None:
    """A submodule would take the place of the function once it is imported."""
    modules = {part_of(path) for path in PACKAGE.rglob("*.py")}

    assert modules & set(govdisclosure.__all__) == set()


def test_every_table_knows_its_section() -> None:
    """The section that a table names is the one whose field takes it."""
    named = {section: {cls.section for cls in classes} for section, classes in TABLES.items()}

    assert named == {section: {section} for section in TABLES}


def test_modules_stay_small() -> None:
    """A module is one thing; above 500 lines it is two."""
    lines = {path.name: path.read_text(encoding="utf-8").count("\n") for path in PACKAGE.rglob("*.py")}

    assert {name: count for name, count in lines.items() if count > 500} == {}
