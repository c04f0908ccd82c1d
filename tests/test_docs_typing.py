"""What README and docs show is what a type checker takes."""

from __future__ import annotations

import doctest
import re
from typing import TYPE_CHECKING

import pytest
from mypy import api
from support.docs import PAGES, ROOT, examples

if TYPE_CHECKING:
    from pathlib import Path


def program_of(page: Path) -> str:
    """Give the examples of a page as one program."""
    return "".join(example.source for example in doctest.DocTestParser().get_examples(examples(page)))


@pytest.mark.programs
def test_the_examples_of_every_page_are_typed(tmp_path: Path) -> None:
    """mypy, strict, has nothing to say of them; it is asked once for all pages."""
    programs = {page: program for page in PAGES if (program := program_of(page))}
    for page, program in programs.items():
        name = re.sub(r"\W", "_", str(page.relative_to(ROOT)))
        (tmp_path / f"page_{name}.py").write_text(program, encoding="utf-8")

    told, errors, _ = api.run(
        # pandas has no types of its own.
        [
            "--strict",
            "--disable-error-code=import-untyped",
            "--config-file=",
            "--no-pretty",
            "--cache-dir",
            str(tmp_path / "cache"),
            str(tmp_path),
        ]
    )

    assert (told, errors) == (f"Success: no issues found in {len(programs)} source files\n", "")
