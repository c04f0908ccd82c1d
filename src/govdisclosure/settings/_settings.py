"""The settings of a folder: which file holds for a report, and what it says, read strictly."""

from __future__ import annotations

import datetime as dt
import fnmatch
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from govdisclosure.checks import rules
from govdisclosure.model.message import Message
from govdisclosure.model.profile import Profile
from govdisclosure.model.waivers import Waiver
from govdisclosure.paths import is_file, whole
from govdisclosure.settings._errors import SettingsError
from govdisclosure.settings._profile import profile_in, read_profile
from govdisclosure.settings._toml import read_toml
from govdisclosure.settings._values import MISSING, TEXT, is_text, listed, no_code, unknown_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NAME: Final = "govdisclosure.toml"

_MAGIC: Final = re.compile(r"[*?\[]")
_KEYS: Final = ("select", "ignore", "waivers", "profile")
_WAIVER_KEYS: Final = ("code", "path", "reason", "date", "file")
_DATE: Final = Message("应为日期，如 2026-01-20", "must be a date such as 2026-01-20")
_CODES: Final = Message('应为代码列表，如 ["T3", "FEE-STATEMENT"]', 'must be a list of codes such as ["T3", "YEAR"]')
_PROFILE: Final = Message("应为文件名，或写成 [profile] 表", "must be the name of a file, or a table [profile]")
_WAIVERS: Final = Message("应写成 [[waivers]] 表", "must be tables, written as [[waivers]]")


def _as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(values)


@frozen
class Settings:
    """
    What ``govdisclosure.toml`` says.

    Args:
        path: The file; None if there is none.
        select: Prefixes of the codes that are wanted; none for all.
        ignore: Prefixes of the codes that are not.
        waivers: The waivers, in the order of the file.
        profile: What the place of the reports asks of them beyond the form; None if nothing is said of it.
    """

    path: Path | None = None
    select: tuple[str, ...] = field(default=(), converter=_as_tuple)
    ignore: tuple[str, ...] = field(default=(), converter=_as_tuple)
    waivers: tuple[Waiver, ...] = field(default=(), converter=_as_tuple)
    profile: Profile | None = None

    def codes(self, select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """
        Give the prefixes of the codes that are wanted and of those that are not, of a call with some of its own.

        Those that the call wants set both lists of the settings aside, those that it ignores the list of that name.
        """
        if select:
            return select, ignore
        return self.select, ignore or self.ignore

    def waivers_for(self, file: str | os.PathLike[str]) -> tuple[Waiver, ...]:
        """
        Give the waivers that are for a file.

        A glob is compared with the path of the file from the folder of the settings, parts joined by ``/``; ``*``
        stands for parts, too: ``2023/*`` is for everything below ``2023``. One that begins at the root of the system
        is compared with the whole path.
        """
        place = whole(file)
        folder = whole(Path() if self.path is None else self.path.parent)
        below = place.relative_to(folder) if place.is_relative_to(folder) else place

        def is_for(pattern: str) -> bool:
            return _matches((place if Path(pattern).is_absolute() else below).as_posix(), pattern)

        return tuple(each for each in self.waivers if each.file is None or is_for(each.file))

    def has_file_for(self, waiver: Waiver) -> bool:
        """Tell whether a file that a waiver is for is there, below the folder of the settings or where its path is."""
        if waiver.file is None or self.path is None:
            return True
        is_absolute = Path(waiver.file).is_absolute()
        top = _above_pattern(waiver.file) if is_absolute else self.path.parent
        # A pattern for the whole disk is nobody's slip, and would take minutes.
        if top == Path(top.anchor):
            return True
        for folder, _, names in os.walk(top):
            below = Path(folder) if is_absolute else Path(folder).relative_to(top)
            if any(_matches((below / name).as_posix(), waiver.file) for name in names):
                return True
        return False


def _matches(name: str, pattern: str) -> bool:
    # A file whose name has brackets is no pattern, but its name is in the settings as it is.
    return name == pattern or fnmatch.fnmatchcase(name, pattern)


def _above_pattern(pattern: str) -> Path:
    """Give the folder below which everything is that an absolute pattern matches."""
    # /reports/2023/*.txt is below /reports/2023.
    return Path(_MAGIC.split(pattern)[0] + "x").parent


def find_settings(start: str | os.PathLike[str]) -> Settings | None:
    """
    Find the settings that hold for a file or a folder: the first ``govdisclosure.toml`` from there upwards.

    Args:
        start: The file or folder; it need not exist.

    Raises:
        UsageError: If the settings cannot be meant.
        OSError: If they cannot be opened.
    """
    place = whole(start)
    candidates = (folder / NAME for folder in (place, *place.parents))
    # Nobody has settings in a folder that may not be looked into.
    return next((read_settings(file) for file in candidates if is_file(file)), None)


def read_settings(path: str | os.PathLike[str]) -> Settings:
    """
    Read a file of settings, strictly.

    Raises:
        UsageError: If it is no TOML, or has an unknown key, a value of a wrong type, an unknown code, or a waiver
            without code or reason, or its profile cannot be meant; it names the file and the key.
        OSError: If it, or the file of its profile, cannot be opened.
    """
    file = Path(path)
    tree, text = read_toml(file)
    for key, problem in _problems(tree):
        raise SettingsError(file, key, problem)
    return Settings(
        file,
        listed(tree.get("select", [])),
        listed(tree.get("ignore", [])),
        map(_waiver, tree.get("waivers", [])),
        _profile(file, tree, text),
    )


def _profile(file: Path, tree: dict[str, Any], text: str) -> Profile | None:
    """Give the profile that stands in the settings, or in the file that they name from their own folder."""
    given = tree.get("profile")
    if given is None:
        return None
    return read_profile(file.parent / given) if isinstance(given, str) else profile_in(given, file, text, "profile.")


def _waiver(table: dict[str, Any]) -> Waiver:
    return Waiver(**{**table, "date": _date(table.get("date"))})


def _problems(tree: Mapping[str, Any]) -> Iterator[tuple[str, Message]]:
    """Say what is wrong, key by key."""
    codes = [rule.code for rule in rules()]
    yield from unknown_keys(tree, _KEYS, "")
    for key in ("select", "ignore"):
        prefixes = listed(tree.get(key, []))
        if isinstance(prefixes, list) and all(map(is_text, prefixes)):
            yield from ((key, no_code(prefix, codes)) for prefix in prefixes if not _begins_one(prefix, codes))
        else:
            yield key, _CODES
    profile = tree.get("profile", {})
    if not isinstance(profile, dict) and not is_text(profile):
        yield "profile", _PROFILE
    waivers = tree.get("waivers", [])
    if isinstance(waivers, list) and all(isinstance(waiver, dict) for waiver in waivers):
        for index, waiver in enumerate(waivers):
            yield from _problems_of_waiver(waiver, f"waivers[{index}].", codes)
    else:
        yield "waivers", _WAIVERS


def _problems_of_waiver(waiver: Mapping[str, Any], prefix: str, codes: list[str]) -> Iterator[tuple[str, Message]]:
    yield from unknown_keys(waiver, _WAIVER_KEYS, prefix)
    yield from ((prefix + key, MISSING) for key in ("code", "reason") if key not in waiver)
    for key, value in waiver.items():
        if key == "date":
            good, problem = _date(value) is not None, _DATE
        else:
            good, problem = is_text(value), TEXT
        if not good:
            yield prefix + key, problem
        elif key == "code" and value not in codes:
            yield prefix + key, no_code(value, codes)


def _begins_one(prefix: str, codes: list[str]) -> bool:
    return any(code.startswith(prefix) for code in codes)


def _date(value: object) -> dt.date | None:
    """Take a date of TOML, or text like it; None for anything else."""
    if type(value) is dt.date:
        return value
    try:
        date = dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return date if date is not None and date.isoformat() == value else None
