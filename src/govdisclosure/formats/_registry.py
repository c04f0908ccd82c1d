"""The formats: their names, the suffixes of their files, and what reads and writes them."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeAlias, TypeVar, runtime_checkable

from attrs import field, frozen

from govdisclosure.errors import UsageError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from attrs import Attribute

    from govdisclosure.form.blocks import Block
    from govdisclosure.form.clock import Clock
    from govdisclosure.formats._limits import Limits
    from govdisclosure.model.findings import Finding
    from govdisclosure.model.notes import Note

Taken: TypeAlias = Literal["text", "bytes", "either"]
Written: TypeAlias = Literal["text", "bytes"]

_Taken_contra = TypeVar("_Taken_contra", contravariant=True)
_Written_co = TypeVar("_Written_co", covariant=True)


class Reader(Protocol[_Taken_contra]):
    """What reads a format: content to blocks. A module with this function is one."""

    def read(self, content: _Taken_contra, limits: Limits, clock: Clock, /) -> list[Block]:
        """
        Read what a file holds, within its bounds and by the clock of the reading.

        Raises:
            ReadError: If it is not in this format, or beyond a bound.
        """
        ...


@runtime_checkable
class OwnReader(Reader[_Taken_contra], Protocol[_Taken_contra]):
    """What reads a format that our writer writes, too."""

    def read_as_shown(self, content: _Taken_contra, limits: Limits, clock: Clock, /) -> list[Block]:
        """
        Read what a file holds that says it is ours, and is not any more: as one of anybody's, without its metadata.

        Raises:
            ReadError: As ``read`` does.
        """
        ...


@runtime_checkable
class HidingReader(Reader[_Taken_contra], Protocol[_Taken_contra]):
    """What reads a format in which a report may be hidden until a script shows it."""

    def read_hidden(self, content: _Taken_contra, limits: Limits, clock: Clock, /) -> list[Block]:
        """
        Read what a file holds as if the one part with tables that it hides were shown; nothing where there is none.

        Raises:
            ReadError: As ``read`` does.
        """
        ...


class Writer(Protocol[_Written_co]):
    """What writes a format: blocks to text or bytes. A module with this function is one."""

    def write(self, blocks: Iterable[Block], /) -> _Written_co:
        """Write the blocks of a report."""
        ...


class ShowingWriter(Protocol[_Written_co]):
    """A writer that shows on the form what a check found, and what the reading could not decide."""

    def write(
        self,
        blocks: Iterable[Block],
        /,
        *,
        findings: tuple[Finding, ...] | None = None,
        notes: tuple[Note, ...] = (),
        list_at: str | None = None,
        in_english: bool = False,
    ) -> _Written_co:
        """
        Write the blocks of a report with findings and notes, and a link to the list of pages that it is one of.

        English messages are shown from the beginning if they are wanted so.
        """
        ...


@frozen
class Format:
    """
    A format: what reads it, what writes it, or both.

    Args:
        name: Its name.
        suffixes: The suffixes of its files.
        reader: Gives what reads it, once that is needed; None for JSON, which has no blocks, and for what is only
            written.
        writer: Gives what writes it, once that is needed; None for JSON, and for what is only read.
        takes: What is read: decoded text, bytes, or either of them; None for what is only written.
        writes: What is written; None for what is only read.

    Raises:
        ValueError: If there is neither reader nor writer, or one of them without what it takes or writes.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: Callable[[], Reader[Any]] | None = None
    writer: Callable[[], Writer[str | bytes]] | None = None
    takes: Taken | None = field(default=None)
    writes: Written | None = field(default=None)

    @takes.validator
    def _takes_what_is_read(self, _: Attribute[Taken | None], takes: Taken | None) -> None:
        if not self.is_json and (takes is None) != (self.reader is None):
            raise ValueError(f"format {self.name!r} must say what its reader takes, and have one to take it")

    @writes.validator
    def _writes_what_is_written(self, _: Attribute[Written | None], writes: Written | None) -> None:
        if not self.is_json and (writes is None) != (self.writer is None):
            raise ValueError(f"format {self.name!r} must say what its writer gives, and have one to give it")
        if writes is None and self.takes is None:
            raise ValueError(f"format {self.name!r} is neither read nor written")

    @property
    def is_json(self) -> bool:
        """Whether it is the model's own JSON."""
        return self.name == "json"


def _module(name: str) -> Callable[[], Any]:
    """Give what imports a module of this package, once it is asked."""
    return lambda: importlib.import_module(f"{__package__}.{name}")


_TEXT: Final = _module("text")
_MARKDOWN: Final = _module("markdown")

FORMATS: Final = {
    known.name: known
    for known in (
        Format("json", (".json",), takes="either", writes="text"),
        Format("text", (".txt",), _TEXT, _TEXT, "text", "text"),
        Format("markdown", (".md", ".markdown"), _MARKDOWN, _MARKDOWN, "text", "text"),
        Format("html", (".html", ".htm"), _module("html.read"), _module("html.write"), "either", "text"),
        Format("docx", (".docx",), _module("docx.read"), _module("docx.write"), "bytes", "bytes"),
        Format("xlsx", (".xlsx",), _module("xlsx.read"), _module("xlsx.write"), "bytes", "bytes"),
        Format("pdf", (".pdf",), reader=_module("pdf.read"), takes="bytes"),
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
    raise UsageError(f"no format has the suffix {suffix!r}; known are {', '.join(_suffixes())}")


def _suffixes() -> Iterator[str]:
    for known in FORMATS.values():
        yield from known.suffixes


def suffixes_read() -> Iterator[str]:
    """Give the suffixes of the files that can be read."""
    for known in FORMATS.values():
        if known.takes is not None:
            yield from known.suffixes


def known_format(name: str) -> Format:
    """
    Give a format by its name.

    Raises:
        UsageError: If the format is unknown.
    """
    if name not in list(FORMATS):  # A list is searched for anything, even for what has no hash.
        raise UsageError(f"unknown format {name!r}; known are {', '.join(FORMATS)}")
    return FORMATS[name]
