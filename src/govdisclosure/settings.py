"""
The settings of a folder of reports: ``govdisclosure.toml``.

::

    ignore = ["CELL-BLANK"]

    [[waivers]]
    code = "T3-ROW"
    path = "requests.total"
    reason = "The table was published so and cannot be changed."
    date = 2026-01-20
    file = "2023/*"
"""

from __future__ import annotations

import datetime as dt
import difflib
import fnmatch
import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from govdisclosure.checks import rules
from govdisclosure.errors import UsageError
from govdisclosure.model.message import Message
from govdisclosure.model.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NAME: Final = "govdisclosure.toml"

_KEYS: Final = ("select", "ignore", "waivers")
_WAIVER_KEYS: Final = ("code", "path", "reason", "date", "file")
_TEXT: Final = Message("应为非空文本", "must be text, and not blank")
_DATE: Final = Message("应为日期，如 2026-01-20", "must be a date such as 2026-01-20")
_MISSING: Final = Message("缺少，必须填写", "is missing")
_CODES: Final = Message('应为代码列表，如 ["T3", "FEE-STATEMENT"]', 'must be a list of codes such as ["T3", "YEAR"]')
_WAIVERS: Final = Message("应写成 [[waivers]] 表", "must be tables, written as [[waivers]]")


class SettingsError(UsageError):
    """
    A file of settings that cannot be meant.

    Args:
        path: The file.
        key: What is wrong in it, such as ``waivers[0].reason``; empty for the whole of it.
        problem: What is wrong with that, in both languages.
    """

    def __init__(self, path: Path, key: str, problem: Message) -> None:
        super().__init__(path, key, problem)
        self.path = path
        self.key = key
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path}: {self.message.en}"

    @property
    def message(self) -> Message:
        """What is wrong, with the key and without the file."""
        key = f"{self.key} " if self.key else ""
        return Message(key + self.problem.zh, key + self.problem.en)


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
    """

    path: Path | None = None
    select: tuple[str, ...] = field(default=(), converter=_as_tuple)
    ignore: tuple[str, ...] = field(default=(), converter=_as_tuple)
    waivers: tuple[Waiver, ...] = field(default=(), converter=_as_tuple)

    def waivers_for(self, file: str | os.PathLike[str]) -> tuple[Waiver, ...]:
        """
        Give the waivers that are for a file.

        A glob is compared with the path of the file from the folder of the settings, parts joined by ``/``; ``*``
        stands for parts, too: ``2023/*`` is for everything below ``2023``.
        """
        whole = Path(file).resolve()
        folder = Path() if self.path is None else self.path.parent
        below = whole.relative_to(folder.resolve()) if whole.is_relative_to(folder.resolve()) else whole
        return tuple(each for each in self.waivers if each.file is None or _matches(below.as_posix(), each.file))

    def has_file_for(self, waiver: Waiver) -> bool:
        """Tell whether a file that a waiver is for is there, below the folder of the settings."""
        if waiver.file is None or self.path is None or Path(waiver.file).is_absolute():
            return True
        top = self.path.parent
        for folder, _, names in os.walk(top):
            below = Path(folder).relative_to(top)
            if any(_matches((below / name).as_posix(), waiver.file) for name in names):
                return True
        return False


def _matches(name: str, pattern: str) -> bool:
    # A file whose name has brackets is no pattern, but its name is in the settings as it is.
    return name == pattern or fnmatch.fnmatchcase(name, pattern)


def find_settings(start: str | os.PathLike[str]) -> Settings | None:
    """
    Find the settings that hold for a file or a folder: the first ``govdisclosure.toml`` from there upwards.

    Args:
        start: The file or folder; it need not exist.

    Raises:
        UsageError: If the settings cannot be meant.
        OSError: If they cannot be opened.
    """
    place = Path(start).resolve()
    candidates = (folder / NAME for folder in (place, *place.parents))
    # Path.is_file would raise where a folder may not be looked into; nobody has settings there.
    return next((read_settings(file) for file in candidates if os.path.isfile(file)), None)  # noqa: PTH113


def read_settings(path: str | os.PathLike[str]) -> Settings:
    """
    Read a file of settings, strictly.

    Raises:
        UsageError: If it is no TOML, or has an unknown key, a value of a wrong type, an unknown code, or a waiver
            without code or reason; it names the file and the key.
        OSError: If it cannot be opened.
    """
    file = Path(path)
    content = file.read_bytes()
    try:
        # Editors on Windows begin a file with a byte order mark, which is no TOML.
        tree = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SettingsError(file, "", Message(f"不是有效的 TOML：{error}", f"is no valid TOML: {error}")) from error
    for key, problem in _problems(tree):
        raise SettingsError(file, key, problem)
    return Settings(
        file, _listed(tree.get("select", [])), _listed(tree.get("ignore", [])), map(_waiver, tree.get("waivers", []))
    )


def _waiver(table: dict[str, Any]) -> Waiver:
    return Waiver(**{**table, "date": _date(table.get("date"))})


def _problems(tree: Mapping[str, Any]) -> Iterator[tuple[str, Message]]:
    """Say what is wrong, key by key."""
    codes = [rule.code for rule in rules()]
    yield from _unknown(tree, _KEYS, "")
    for key in ("select", "ignore"):
        prefixes = _listed(tree.get(key, []))
        if isinstance(prefixes, list) and all(map(_is_text, prefixes)):
            yield from ((key, _no_code(prefix, codes)) for prefix in prefixes if not _begins_one(prefix, codes))
        else:
            yield key, _CODES
    waivers = tree.get("waivers", [])
    if isinstance(waivers, list) and all(isinstance(waiver, dict) for waiver in waivers):
        for index, waiver in enumerate(waivers):
            yield from _problems_of_waiver(waiver, f"waivers[{index}].", codes)
    else:
        yield "waivers", _WAIVERS


def _problems_of_waiver(waiver: Mapping[str, Any], prefix: str, codes: list[str]) -> Iterator[tuple[str, Message]]:
    yield from _unknown(waiver, _WAIVER_KEYS, prefix)
    yield from ((prefix + key, _MISSING) for key in ("code", "reason") if key not in waiver)
    for key, value in waiver.items():
        if key == "date":
            good, problem = _date(value) is not None, _DATE
        else:
            good, problem = _is_text(value), _TEXT
        if not good:
            yield prefix + key, problem
        elif key == "code" and value not in codes:
            yield prefix + key, _no_code(value, codes)


def _unknown(table: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> Iterator[tuple[str, Message]]:
    names = ", ".join(known)
    problem = Message(f"不是设置项；可用的有 {names}", f"is no setting; known are {names}")
    yield from ((prefix + key, problem) for key in table if key not in known)


def _begins_one(prefix: str, codes: list[str]) -> bool:
    return any(code.startswith(prefix) for code in codes)


def _no_code(code: str, codes: list[str]) -> Message:
    (nearest,) = difflib.get_close_matches(code.upper(), codes, n=1, cutoff=0)
    return Message(f"没有代码 {code!r}；相近的是 {nearest!r}", f"has no code {code!r}; the nearest is {nearest!r}")


def _listed(value: Any) -> Any:  # noqa: ANN401 - any value of TOML
    return [value] if isinstance(value, str) else value


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _date(value: object) -> dt.date | None:
    """Take a date of TOML, or text like it; None for anything else."""
    if type(value) is dt.date:
        return value
    try:
        date = dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return date if date is not None and date.isoformat() == value else None
