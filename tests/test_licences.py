"""The page of licences names what the package depends on."""

from __future__ import annotations

import re
from email.message import EmailMessage
from typing import TYPE_CHECKING

import licences
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


class _Strict(EmailMessage):
    """Metadata as the reader gives them that may take the place of the standard library's: no header, an error."""

    def __getitem__(self, name: str) -> str:
        if name not in self:
            raise KeyError(name)
        return str(super().__getitem__(name))


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ([("License-Expression", "MIT"), ("License", "a text")], "MIT"),
        ([("Classifier", "License :: OSI Approved :: BSD License")], "BSD"),
        ([("Classifier", "Programming Language :: Python"), ("License", "MIT License")], "MIT"),
        ([], "UNKNOWN"),
    ],
)
def test_a_licence_is_told_by_whatever_header_there_is(
    monkeypatch: pytest.MonkeyPatch, headers: list[tuple[str, str]], told: str
) -> None:
    """As an expression, a classifier or a text, in this order; what is not there is no error."""
    metadata = _Strict()
    for header, value in headers:
        metadata.add_header(header, value)
    monkeypatch.setattr(licences, "metadata", {"a-library": metadata}.__getitem__)

    assert licences.licence_of("a-library") == told
