"""
Run the fast tests with the oldest versions of all that the package needs, as ``pyproject.toml`` allows them.

Run it with ``python tools/oldest.py [FOLDER]``: it makes a virtual environment in the folder (one of its own by
default), installs the package there with its core dependencies and those of its extras held to their lower bounds, and
what the tests need besides in its newest version. What stands behind ``--`` goes to pytest.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
# Extras of those who work on the package itself: their tools need not be old.
_TOOLS: Final = {"all", "dev", "docs"}
_LOWER_BOUND: Final = re.compile(r"([\w.-]+)(?:\[[\w,-]+\])?>=([\w.]+)")


def oldest() -> dict[str, str]:
    """Give the lower bound of each dependency, by its name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed: list[str] = list(project["dependencies"])
    for extra, dependencies in project["optional-dependencies"].items():
        if extra not in _TOOLS:
            needed += dependencies
    return dict(map(_bound, needed))


def _bound(dependency: str) -> tuple[str, str]:
    """Give name and lower bound of a dependency: it says no more than these."""
    parts = _LOWER_BOUND.fullmatch(dependency)
    if parts is None:
        raise ValueError(f"{dependency} is not of the form name>=version")
    return parts[1], parts[2]


def main() -> int:
    """Install and test, and say with what."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="where the environment is made, or is from the last time")
    parser.add_argument("tests", nargs="*", help="arguments of pytest (default: -q -m fast tests)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
        if not python.exists():
            venv.create(folder, with_pip=True)
        constraints = folder / "oldest.txt"
        held = [f"{name}=={version}" for name, version in sorted(oldest().items())]
        constraints.write_text("\n".join(held), encoding="utf-8")
        print("\n".join(held), flush=True)
        install = [python, "-m", "pip", "install", "--quiet", "--constraint", constraints, "--editable", ".[dev]"]
        subprocess.run(install, cwd=ROOT, check=True)  # noqa: S603 - our own arguments
        test = [python, "-m", "pytest", *(options.tests or ["-q", "-m", "fast", "tests"])]
        return subprocess.run(test, cwd=ROOT, check=False).returncode  # noqa: S603 - our own arguments


if __name__ == "__main__":
    sys.exit(main())
