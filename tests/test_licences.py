"""The page of licences names what the package depends on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from licences import ROOT, dependencies, page

if TYPE_CHECKING:
    from govdisclosure.model.message import Language


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_names_what_the_package_needs(language: Language) -> None:
    """Each library with its extras, and a licence; made of what is installed, it names the same."""
    kept = (ROOT / "docs" / language / "licences.md").read_text(encoding="utf-8")
    rows = [re.findall(r"^\| ([\w-]+) \| ([\w, ]*) \| (.+) \|$", text, re.MULTILINE) for text in (kept, page(language))]

    needed = [(each.name, ", ".join(each.extras)) for each in dependencies()]

    assert [[(name, extras) for name, extras, _ in named[1:]] for named in rows] == [[*needed]] * 2
    assert ("lxml", "docx, html") in needed
