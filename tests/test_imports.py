"""What ``import govdisclosure`` loads, and what the package gives when it is asked for a name."""

from __future__ import annotations

import ast
import json
import pickle
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import govdisclosure as gd

_HEAVY = {
    "cattrs",
    "click",
    "dateutil.parser",
    "hypothesis",
    "importlib.metadata",
    "lxml",
    "msgspec",
    "rich",
    "govdisclosure.cli",
    "govdisclosure.testing",
}


def modules_after(code: str) -> set[str]:
    """Give the modules that are loaded in a process of its own after some code."""
    told = f"{code}\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    return set(json.loads(result.stdout.splitlines()[-1]))


def own(modules: set[str]) -> set[str]:
    """Give those of some modules that are the package's."""
    return {module for module in modules if module.split(".")[0] == "govdisclosure"}


@pytest.mark.programs
@pytest.mark.programs
def test_import_alone_loads_nothing_but_the_version() -> None:
    """What is not asked for is not loaded."""
    assert own(modules_after("import govdisclosure")) == {"govdisclosure", "govdisclosure._version"}


@pytest.mark.programs
@pytest.mark.programs
def test_a_report_is_made_with_the_model_alone() -> None:
    """No check, no format, no JSON, no claim is loaded for it."""
    loaded = modules_after("import govdisclosure as gd\ngd.AnnualReport.blank(agency='示例县统计局', year=2025)")

    parts = {name.split(".")[1] for name in own(loaded) if "." in name}
    assert (parts - {"errors"}, loaded & _HEAVY) == ({"_version", "model"}, set())


@pytest.mark.programs
@pytest.mark.programs
def test_every_name_together_loads_nothing_that_only_some_uses_need() -> None:
    """Converters, readers, the command line and the strategies are loaded when they are used."""
    loaded = modules_after("from govdisclosure import *")

    readers = {name for name in loaded if name.startswith("govdisclosure.formats.") and not name[22:].startswith("_")}
    assert (loaded & _HEAVY, readers) == (set(), set())


@pytest.mark.programs
@pytest.mark.programs
def test_the_program_tells_its_version_without_a_report_or_a_console() -> None:
    """``--version`` needs the parser of the command line alone."""
    loaded = modules_after(
        "import sys\nfrom govdisclosure.__main__ import main\nsys.argv[1:] = ['--version']\nassert main() == 0"
    )

    needless = {"govdisclosure.formats", "govdisclosure.model.report", "govdisclosure.checks", "rich.console"}
    assert loaded & needless == set()


def typed_names() -> dict[str, str]:
    """Give the names that a type checker sees, with the modules that they come from."""
    tree = ast.parse(Path(gd.__file__).read_text(encoding="utf-8"))
    blocks = [node.body for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    imports = [node for body in blocks for node in body if isinstance(node, ast.ImportFrom)]
    return {alias.name: str(node.module) for node in imports for alias in node.names}


def test_what_a_type_checker_sees_is_what_is_there() -> None:
    """The imports for types, the table of modules and ``__all__`` have the same names from the same places."""
    assert {name: f"govdisclosure.{home}" for name, home in gd._HOMES.items()} == typed_names()  # noqa: SLF001 - the table
    assert [*gd.__all__] == sorted(typed_names().keys() | {"__version__"}, key=_as_ruff_sorts)


def _as_ruff_sorts(name: str) -> tuple[bool, bool, str]:
    return (not name.isupper(), not name[0].isupper(), name)


@pytest.mark.parametrize("name", [name for name in gd.__all__ if name != "__version__"])
def test_a_name_is_one_object(name: str) -> None:
    """The one of its module, each time; and it is written down among the names of the package."""
    assert getattr(gd, name) is getattr(gd, name) is getattr(import_module(typed_names()[name]), name)
    assert name in dir(gd)


def test_everything_can_be_imported_at_once() -> None:
    """``from govdisclosure import *`` gives all names and no others."""
    names: dict[str, object] = {}

    exec("from govdisclosure import *", names)  # noqa: S102 - the statement that is tested

    assert names.keys() - {"__builtins__"} == set(gd.__all__)


@pytest.mark.programs
@pytest.mark.programs
def test_parts_of_the_package_can_be_reached() -> None:
    """What a type checker takes for an attribute is one."""
    code = "import govdisclosure as gd\nassert gd.formats.Limits and gd.model and gd.errors"

    assert "govdisclosure.formats" in modules_after(code)


def test_a_misspelt_name_is_an_error() -> None:
    """As of every module."""
    with pytest.raises(AttributeError, match=r"^module 'govdisclosure' has no attribute 'Raport'$"):
        gd.__getattr__("Raport")

    with pytest.raises(ImportError, match="cannot import name 'Raport'"):
        exec("from govdisclosure import Raport")  # noqa: S102 - the statement that is tested


def test_what_the_package_gives_can_be_pickled() -> None:
    """Functions and classes by their names, a report whole, "/" as the same object."""
    report = gd.AnnualReport.blank(agency="示例县统计局", year=2025)
    given = [gd.NA, gd.check, gd.AnnualReport, report]

    again = pickle.loads(pickle.dumps(given))  # noqa: S301 - our own pickle

    assert (again, again[0] is gd.NA) == (given, True)
