"""Import modules of a package as something else than their files say; and what clears its caches."""

from __future__ import annotations

import functools
import gc
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unittest import mock

if TYPE_CHECKING:
    from ast import Module
    from collections.abc import Callable
    from types import CodeType

_WITH_CACHE: Final = type(functools.cache(str))


def import_as(package: Path, changed: Callable[[str, str], Module | str | None]) -> None:
    """
    From now on, import modules of a package changed; nothing that Python has compiled of them is used, or left.

    Args:
        package: The folder of the package.
        changed: What gives a module anew, by its path in the package and its text; None for as it is.
    """
    get_code = SourceFileLoader.get_code

    def code_of(loader: SourceFileLoader, name: str) -> CodeType | None:
        path = Path(loader.get_filename(name))
        if not path.is_relative_to(package):
            return get_code(loader, name)
        new = changed(path.relative_to(package).as_posix(), path.read_text(encoding="utf-8"))
        return get_code(loader, name) if new is None else compile(new, path, "exec", dont_inherit=True)

    mock.patch.object(SourceFileLoader, "get_code", code_of).start()


def caches(package: str) -> list[Callable[[], None]]:
    """Give what clears the caches of the functions of a package, or of a part of it."""
    wrappers = (thing for thing in gc.get_objects() if isinstance(thing, _WITH_CACHE))
    return [thing.cache_clear for thing in wrappers if f"{thing.__module__}.".startswith(f"{package}.")]
