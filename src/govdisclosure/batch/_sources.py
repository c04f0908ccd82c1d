"""The sources of a batch: files, folders, archives and JSON Lines, gone through lazily, one content at a time."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import field, frozen

from govdisclosure.batch._archive import ArchiveLimits, members
from govdisclosure.batch._contents import SUFFIXES_OF_LINES, Item, contents_of
from govdisclosure.batch._failures import failure, failure_of
from govdisclosure.batch.codes import NO_REPORT
from govdisclosure.batch.members import is_zip
from govdisclosure.form.wording import problem
from govdisclosure.formats import known_format, suffixes_read
from govdisclosure.paths import is_stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.formats import Limits

# Hidden files, and those that Word and Excel keep beside a document that is open.
_BESIDE: Final = (".", "~$")


@frozen
class Content:
    """
    A source that is in memory already: a row of a database, an object of a store.

    Args:
        name: What its outcome is to be called by.
        content: What a file would hold.
        format: Name of its format; told by the content by default.

    Raises:
        TypeError: If name or content are of another type.
        UsageError: If the format is unknown.
    """

    name: str
    content: bytes = field(repr=False)
    format: str | None = None

    def __attrs_post_init__(self) -> None:
        _require(str, "name", self.name)
        _require(bytes, "content", self.content)
        if self.format is not None:
            known_format(self.format)


def _require(cls: type, name: str, given: object) -> None:
    if not isinstance(given, cls):
        raise TypeError(f"{name} must be {cls.__name__}, got {type(given).__name__}")


Source: TypeAlias = "str | os.PathLike[str] | Content"
"""A file, a folder, an archive, JSON Lines, or what was in one."""


def items(sources: Iterable[Source], limits: Limits, archives: ArchiveLimits) -> Iterator[Item]:
    """
    Go through sources, and read what is in them, each content as it is asked for.

    Raises:
        TypeError: If something is no source.
    """
    for source in sources:
        if isinstance(source, Content):
            yield _in_memory(source, limits)
        elif isinstance(source, (str, os.PathLike)):
            yield from _of_path(os.fspath(source), limits, archives)
        else:
            raise TypeError(f"a source must be a path or a Content, got {type(source).__name__}")


def _in_memory(source: Content, limits: Limits) -> Item:
    if len(source.content) > limits.max_bytes:
        return Item(source.name, failure=failure_of(problem("TOO-LARGE", limit=limits.max_bytes)))
    return Item(source.name, source.content, source.format)


def _of_path(name: str, limits: Limits, archives: ArchiveLimits) -> Iterator[Item]:
    # reports/2025
    # Path.is_dir would raise where a name is too long, or a folder may not be looked into.
    if not os.path.isdir(name):  # noqa: PTH112 - see above
        yield from _of_file(name, limits, archives)
        return
    refused: list[OSError] = []
    is_empty = True
    for below in _walked(name, refused):
        is_empty = False
        yield from _of_file(below, limits, archives)
    for error in refused:
        yield Item(os.fsdecode(error.filename), failure=failure_of(error))
    if is_empty and not refused:
        yield Item(name, failure=failure(NO_REPORT))


def _walked(directory: str, refused: list[OSError]) -> Iterator[str]:
    """Give the files below a directory that may hold reports, sorted; what cannot be listed is added to ``refused``."""
    suffixes = (*suffixes_read(), *SUFFIXES_OF_LINES, ".zip")
    for folder, folders, names in os.walk(directory, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            below = str(Path(folder, name))
            if name.lower().endswith(suffixes) and not name.startswith(_BESIDE) and not is_stream(below):
                yield below


def _of_file(name: str, limits: Limits, archives: ArchiveLimits) -> Iterator[Item]:
    try:
        if name.lower().endswith(".zip") and is_zip(name):
            yield from members(name, limits, archives)
            return
        with Path(name).open("rb") as file:
            yield from contents_of(name, file, limits)
    except (OSError, ValueError) as error:  # A name that no system can have, too
        yield Item(name, failure=failure_of(error))
