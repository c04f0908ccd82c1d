"""The formats: their names, the suffixes of their files, and the modules that read and write them."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import frozen

from govdisclosure.errors import UsageError

if TYPE_CHECKING:
    import os

Content: TypeAlias = Literal["text", "bytes", "either"]


@frozen
class Format:
    """
    A format.

    Args:
        name: Its name.
        suffixes: The suffixes of its files.
        reader: Module with ``read(content, limits) -> list[Block]``; None for JSON, which has no blocks.
        writer: Module with ``write(blocks) -> str | bytes``; None for JSON, and for what is only read.
        takes: What the reader takes: decoded text, bytes, or either of them.
        writes: What the writer gives; None for what is only read.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str | None = None
    writer: str | None = None
    takes: Content = "text"
    writes: Literal["text", "bytes"] | None = "text"

    @property
    def is_json(self) -> bool:
        """Whether it is the model's own JSON."""
        return self.name == "json"


def _of(package: str) -> tuple[str, str]:
    return f"govdisclosure.formats.{package}.read", f"govdisclosure.formats.{package}.write"


_TEXT: Final = "govdisclosure.formats.text"
_MARKDOWN: Final = "govdisclosure.formats.markdown"

FORMATS: Final = {
    known.name: known
    for known in (
        Format("json", (".json",)),
        Format("text", (".txt",), _TEXT, _TEXT),
        Format("markdown", (".md", ".markdown"), _MARKDOWN, _MARKDOWN),
        Format("html", (".html", ".htm"), *_of("html"), takes="either"),
        Format("docx", (".docx",), *_of("docx"), takes="bytes", writes="bytes"),
        Format("xlsx", (".xlsx",), *_of("xlsx"), takes="bytes", writes="bytes"),
        Format("pdf", (".pdf",), _of("pdf")[0], takes="bytes", writes=None),
    )
}
"""The formats by name."""


def format_of(path: str | os.PathLike[str]) -> str:
    """
    Tell the format of a file by its suffix.

    Raises:
        UsageError: If no format has this suffix.
    """
    suffix = Path(path).suffix.lower()
    for known in FORMATS.values():
        if suffix in known.suffixes:
            return known.name
    suffixes = ", ".join(suffix for known in FORMATS.values() for suffix in known.suffixes)
    raise UsageError(f"no format has the suffix {suffix!r}; known are {suffixes}")


def known_format(name: str) -> Format:
    """
    Give a format by its name.

    Raises:
        UsageError: If the format is unknown.
    """
    if name not in list(FORMATS):  # A list is searched for anything, even for what has no hash.
        raise UsageError(f"unknown format {name!r}; known are {', '.join(FORMATS)}")
    return FORMATS[name]


def load(module: str | None) -> Any:  # noqa: ANN401 - a module with the function that its format needs
    """Import the module of a format."""
    assert module is not None, "JSON has no blocks"
    return importlib.import_module(module)
