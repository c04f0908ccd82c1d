"""``check --html``: a web page for each file, with its findings marked on the form, and a list of the pages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure import formats
from govdisclosure.cli._files import STANDARD
from govdisclosure.cli._links import address
from govdisclosure.cli._options import Failure, unwritable
from govdisclosure.paths import is_folder, is_there, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.cli._files import Source
    from govdisclosure.cli._outcome import Outcome
    from govdisclosure.cli._texts import Words

_SUFFIXES: Final = (".html", ".htm")
_INDEX: Final = "index.html"


@frozen
class Pages:
    """
    The files of the pages of a call.

    Args:
        targets: The page of each source, in their order.
        index: The list of them all; None where the only page is one that was named.
    """

    targets: tuple[Path, ...]
    index: Path | None = None


def pages(target: str, sources: Sequence[Source], words: Words, besides: Sequence[Source] = ()) -> Pages:
    """
    Give the file of each source's page: the target itself, if it is called like a page, or one in that folder.

    In a folder, pages are called as their sources are (``a.txt`` is ``a.txt.html``), in the same folders below, and
    ``index.html`` lists them.

    Args:
        target: The file or folder.
        sources: The sources that have pages.
        words: The language.
        besides: What else is read.

    Raises:
        Failure: If several sources would have one page, a page would take the place of what is read, or a file stands
            where a folder must be.
    """
    # --html out.html for one file, --html pages for a folder, also if that is called pages.html
    if target.lower().endswith(_SUFFIXES) and not is_folder(target):
        if len(sources) > 1:
            raise Failure(words, words("one-page", name=target, n=len(sources)))
        made = Pages((Path(target),))
    else:
        made = Pages(tuple(Path(target, name) for name in _names(sources)), Path(target, _INDEX))
    read = {whole(source.name) for source in (*sources, *besides)}
    written = (*made.targets, *filter(None, (made.index,)))
    for page in written:
        if whole(page) in read:
            raise Failure(words, words("same-file", name=page))
    # check a.docx --html a.docx; check a.zip b.txt --html ., where pages would stand in a folder a.zip
    for folder in dict.fromkeys(folder for page in written for folder in page.parents):
        if is_there(folder) and not is_folder(folder):
            raise Failure(words, words("no-folder", name=folder))
    return made


def _names(sources: Sequence[Source]) -> list[str]:
    paths = [Path("stdin") if source.name == STANDARD else whole(source.name) for source in sources]
    folders = [path.parent for path in paths if path.is_absolute()]
    above = os.path.commonpath(folders) if folders else ""
    names: dict[str, None] = {_INDEX: None}
    for path in paths:
        name = f"{path.relative_to(above) if path.is_absolute() else path}.html"
        # index, without a suffix, and index.html beside it
        while name in names:
            name += ".html"
        names[name] = None
    return [name for name in names if name != _INDEX]


def write_page(outcome: Outcome, target: Path, words: Words, index: Path | None = None) -> None:
    """
    Write the page of an outcome, whole or not at all; there is none of a source that could not be read.

    Args:
        outcome: The outcome.
        target: The file.
        words: The language.
        index: The file of the list of pages, to which there is a link; None where there is none.

    Raises:
        Failure: If that cannot be done.
    """
    if outcome.reading is None:
        return
    reading = outcome.reading
    try:
        # Where the working directory is gone, nothing has an address.
        target.parent.mkdir(parents=True, exist_ok=True)
        list_at = None if index is None else address(index, target.parent)
        page = formats.render_page(
            reading.report,
            findings=outcome.findings,
            notes=reading.notes,
            list_at=list_at,
            in_english=words.language == "en",
        )
        formats.replace_page(target, page.encode())
    except OSError as error:
        raise unwritable(target, error, words) from error
