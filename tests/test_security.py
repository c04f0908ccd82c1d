"""What SECURITY.md promises is what is built in."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Final

from attrs import fields

import govdisclosure as gd
from govdisclosure.batch import ArchiveLimits
from govdisclosure.formats import Limits

_PAGE: Final = (Path(__file__).parents[1] / "SECURITY.md").read_text(encoding="utf-8")


def test_the_bounds_of_the_page_are_those_of_the_code() -> None:
    """Every bound, with its default, and no other."""
    bounds = {field.name: field.default for cls in (Limits, ArchiveLimits) for field in fields(cls)}
    shown = {name: "yes" if default is True else f"{default:,.0f}" for name, default in bounds.items()}

    assert dict(re.findall(r"^\| `(\w+)` \| ([\w,]+) \|$", _PAGE, re.MULTILINE)) == shown


def test_the_page_says_how_many_faults_are_named() -> None:
    """Of a document of JSON."""
    most = inspect.signature(gd.loads).parameters["max_faults"].default

    assert f"`loads` names at most {most:,} faults" in _PAGE
