"""Where a data set is written: a file or a folder that is there whole, or as it was before."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govdisclosure.dataset._package import is_ours
from govdisclosure.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govdisclosure.dataset._package import Form

_FORMS: Final[Mapping[str, Form]] = {".csv": "csv", ".parquet": "parquet"}
"""The suffixes of a file, which holds the facts alone, and its format; anything else is a folder."""

_SUFFIX: Final = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")


def form_of_file(target: Path) -> Form | None:
    """
    Give the format of a file by its suffix; None for a folder.

    Raises:
        UsageError: If it has the suffix of another kind of file.
    """
    form = None if target.is_dir() else _FORMS.get(target.suffix.lower())
    # facts.xlsx is meant to be no folder; data.2024 may be one.
    if form is None and not target.is_dir() and _SUFFIX.fullmatch(target.suffix):
        raise UsageError(f"{target.name!r} is neither a folder nor a file that ends in {' or '.join(_FORMS)}")
    return form


def is_device(target: Path) -> bool:
    """Tell whether a target is a pipe or a device, which is no file that could be lost, and is written to directly."""
    return target.exists() and not target.is_file() and not target.is_dir()


def require_free(target: Path, *, overwrite: bool) -> None:
    """
    Make sure that nothing is lost if a data set takes the place of what is there.

    Raises:
        FileExistsError: If there is a file or a data set, and it is not to be overwritten.
        UsageError: If there is a folder that holds anything else than a data set of ours.
    """
    if target.is_dir():
        if not any(target.iterdir()):
            return
        if not is_ours(target):
            raise UsageError(f"the folder {str(target)!r} holds something else than a data set; it is left as it is")
    elif not target.is_file():
        return
    if not overwrite:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """
    Give the path to which the new content of a target is written, which takes its place when all went well.

    Raises:
        OSError: If it cannot be written.
    """
    if is_device(target):
        yield target
        return
    real = Path(os.path.realpath(target))
    made = real.with_name(f".govdisclosure-{secrets.token_hex(8)}")
    try:
        yield made
        _take_away(real)
        made.replace(real)
    except BaseException as error:
        _remove(made)
        # Nobody knows the name of what is being made.
        if isinstance(error, OSError) and str(error.filename or "").startswith(str(made)):
            raise OSError(error.errno, error.strerror, str(target)) from error
        raise


def _take_away(old: Path) -> None:
    """Make place for a folder; a file is replaced by one in a single step."""
    if old.is_dir():
        # Renamed first: a folder is never there in half.
        aside = old.with_name(f".govdisclosure-{secrets.token_hex(8)}")
        old.replace(aside)
        _remove(aside)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
