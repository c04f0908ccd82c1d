"""What two type checkers tell the users of the package; pyright is the one that editors run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from mypy import api

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOT: Final = Path(__file__).parents[1]
_PROGRAM: Final = Path(__file__).parent / "typed" / "program.py"


def pyright(*arguments: str) -> dict[str, Any]:
    """Give what pyright says, as data."""
    told = subprocess.run(  # noqa: S603 - our own arguments
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson", *arguments],
        capture_output=True,
        text=True,
        check=False,
        # As it is here, whatever way it is installed: pyright looks for py.typed in folders of the path only.
        env={**os.environ, "PYTHONPATH": str(_ROOT / "src")},
    )
    said: dict[str, Any] = json.loads(told.stdout)
    return said


def lines_of_pyright(folder: Path) -> list[tuple[str, int]]:
    """Give where pyright sees an error, by the settings of this project."""
    settings = re.search(
        r"^\[tool\.pyright\]\n.*?(?=^\[)", (_ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert settings is not None
    (folder / "pyproject.toml").write_text(settings[0].replace("tests/typed", "."), encoding="utf-8")
    told = pyright("--project", str(folder))
    return [(Path(each["file"]).name, each["range"]["start"]["line"] + 1) for each in told["generalDiagnostics"]]


def lines_of_mypy(folder: Path) -> list[tuple[str, int]]:
    """Give where mypy sees an error."""
    told, _, _ = api.run(
        ["--strict", "--config-file=", "--no-pretty", "--cache-dir", str(folder / "cache"), str(folder)]
    )
    places = re.findall(r"^.*?(\w+\.py):(\d+): error: ", told, re.MULTILINE)
    return [(file, int(line)) for file, line in places]


@pytest.mark.programs
@pytest.mark.parametrize(
    ("comment", "lines"), [("type", lines_of_mypy), ("pyright", lines_of_pyright)], ids=["mypy", "pyright"]
)
def test_a_program_of_users_is_typed(
    tmp_path: Path, comment: str, lines: Callable[[Path], list[tuple[str, int]]]
) -> None:
    """Strictly, nothing is wrong with it; without its comments, just the lines that have one are, each of them."""
    program = _PROGRAM.read_text(encoding="utf-8")
    (tmp_path / "right.py").write_text(program, encoding="utf-8")
    (tmp_path / "wrong.py").write_text(re.sub(r" +# (?:type|pyright): ignore.*", "", program), encoding="utf-8")
    refused = [at for at, line in enumerate(program.splitlines(), 1) if f"# {comment}: ignore" in line]

    assert sorted(set(lines(tmp_path))) == [("wrong.py", line) for line in refused]
    assert len(refused) > 20


@pytest.mark.programs
def test_every_type_of_the_package_is_known_to_its_users() -> None:
    """Also to checkers that infer otherwise than mypy: pyright's own measure of packages is 100 %."""
    told = pyright("--verifytypes", "govdisclosure", "--ignoreexternal")["typeCompleteness"]

    assert [each["name"] for each in told["symbols"] if each["isExported"] and not each["isTypeKnown"]] == []
    assert told["completenessScore"] == 1
    assert told["exportedSymbolCounts"]["withKnownType"] > 2_000


def test_the_program_of_users_has_every_name_of_the_face() -> None:
    """A new name is used there, too."""
    program = _PROGRAM.read_text(encoding="utf-8")

    assert [name for name in gd.__all__ if not re.search(rf"\bgd\.{name}\b", program)] == []
