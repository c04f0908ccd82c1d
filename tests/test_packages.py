"""What is built to be installed: the same bytes each time, with all that users need and nothing else."""

from __future__ import annotations

import tarfile
import zipfile
from typing import TYPE_CHECKING

import packages
import pytest

import govdisclosure

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.programs
def test_packages_are_the_same_each_time(tmp_path: Path) -> None:
    """From another copy of the tree, whose files have other times, and from the sdist itself."""
    wheel, sdist = built = packages.build(packages.ROOT, tmp_path / "first")

    assert packages.same(built, packages.build(packages.copy(tmp_path), tmp_path / "second"))
    assert packages.same([wheel], [packages.rebuilt(sdist, tmp_path / "unpacked")])
    assert not packages.same([wheel], [sdist])
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names} == {
        "govdisclosure",
        f"govdisclosure-{govdisclosure.__version__}.dist-info",
    }
    assert {"govdisclosure/py.typed", "govdisclosure/schema/report.schema.json"} < set(names)
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "LICENSE", "tests/conftest.py", "docs/en/index.md"} < inside
