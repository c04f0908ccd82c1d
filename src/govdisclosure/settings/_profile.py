"""Profiles as TOML: read strictly, every fault with its key and its line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.checks import rules
from govdisclosure.model.findings import Severity
from govdisclosure.model.message import Message
from govdisclosure.model.profile import Aspect, Body, Day, Duty, Profile
from govdisclosure.settings._errors import SettingsError
from govdisclosure.settings._toml import read_toml
from govdisclosure.settings._values import MISSING, TEXT, is_text, listed, no_code, unknown_keys
from govdisclosure.toml_lines import line_of

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Mapping

_KEYS: Final = ("name", "notice", "days", "severities", "aspects", "overview")
_DUTY_KEYS: Final = ("hand_in", "publish", "notice")
_ASPECT_KEYS: Final = ("name", "words", "notice")
_OVERVIEW_KEYS: Final = ("longest", "notice")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"']+")

_DAY: Final = Message("应为月和日，如 01-31（不能是 02-29）", "must be a month and a day such as 01-31, and not 02-29")
_NOTICE: Final = Message("应为通知的网址，如 https://…", "must be the address of a notice such as https://…")
_TABLE: Final = Message("应为表", "must be a table")
_TABLES: Final = Message("应写成 [[aspects]] 表", "must be tables, written as [[aspects]]")
_WORDS: Final = Message('应为词语列表，如 ["政务公开专区"]', 'must be a list of words such as ["政务公开专区"]')
_LONGEST: Final = Message("应为字数，1 或更大的整数", "must be a number of characters, 1 or more")
_SEVERITY: Final = Message(
    "应为 " + " 或 ".join(f'"{severity}"' for severity in Severity),
    "must be " + " or ".join(f'"{severity}"' for severity in Severity),
)
_ORDER: Final = Message(
    "公布期限不能早于报送期限 {hand_in}", "must not be before the last day for handing in, {hand_in}"
)
_EMPTY_DUTY: Final = Message("应写明 hand_in 或 publish", "must have hand_in or publish")


def read_profile(path: str | os.PathLike[str]) -> Profile:
    """
    Read a file with a profile, strictly.

    Raises:
        UsageError: If it is no TOML, or has an unknown key, code, kind of body or severity, or a value of a wrong type;
            it names the file, the line and the key.
        OSError: If it cannot be opened.
    """
    file = Path(path)
    tree, text = read_toml(file)
    return profile_in(tree, file, text, "")


def profile_in(tree: Mapping[str, Any], file: Path, text: str, above: str) -> Profile:
    """
    Make a profile of a table in a file.

    Args:
        tree: The table.
        file: The file.
        text: What stands in the file.
        above: What the keys of the table begin with in the file, such as ``profile.``.

    Raises:
        UsageError: As ``read_profile``.
    """
    for below, problem in _problems(tree):
        key = above + below
        raise SettingsError(file, key, problem, line_of(text, key))
    overview = tree.get("overview", {})
    return Profile(
        name=tree.get("name", ""),
        notice=tree.get("notice"),
        days={body: _duty(days) for body, days in tree.get("days", {}).items()},
        severities=tree.get("severities", {}),
        aspects=[Aspect(**{**aspect, "words": listed(aspect["words"])}) for aspect in tree.get("aspects", [])],
        longest_overview=overview.get("longest"),
        longest_overview_notice=overview.get("notice"),
    )


def _duty(days: Mapping[str, str]) -> Duty:
    hand_in, publish = (_day(days.get(key)) for key in ("hand_in", "publish"))
    return Duty(hand_in=hand_in, publish=publish, notice=days.get("notice"))


def _problems(tree: Mapping[str, Any]) -> Iterator[tuple[str, Message]]:
    """Say what is wrong, key by key."""
    yield from unknown_keys(tree, _KEYS, "")
    yield from _wrong(tree, "", {"name": (is_text, TEXT), "notice": (_is_address, _NOTICE)})
    for key, problems in (("days", _days), ("severities", _severities), ("overview", _overview)):
        table = tree.get(key, {})
        if isinstance(table, dict):
            yield from problems(table)
        else:
            yield key, _TABLE
    yield from _aspects(tree.get("aspects", []))


def _days(table: Mapping[str, Any]) -> Iterator[tuple[str, Message]]:
    yield from unknown_keys(table, tuple(Body), "days.")
    for body, days in table.items():
        if isinstance(days, dict):
            yield from _duties(days, f"days.{body}")
        else:
            yield f"days.{body}", _TABLE


def _duties(days: Mapping[str, Any], key: str) -> Iterator[tuple[str, Message]]:
    yield from unknown_keys(days, _DUTY_KEYS, f"{key}.")
    day = (_is_day, _DAY)
    yield from _wrong(days, f"{key}.", {"hand_in": day, "publish": day, "notice": (_is_address, _NOTICE)})
    if not {"hand_in", "publish"} & days.keys():
        yield key, _EMPTY_DUTY
    hand_in, publish = _day(days.get("hand_in")), _day(days.get("publish"))
    if hand_in is not None and publish is not None and publish < hand_in:
        yield (
            f"{key}.publish",
            Message(_ORDER.zh.format(hand_in=days["hand_in"]), _ORDER.en.format(hand_in=days["hand_in"])),
        )


def _severities(table: Mapping[str, Any]) -> Iterator[tuple[str, Message]]:
    codes = [rule.code for rule in rules()]
    for code, severity in table.items():
        if code not in codes:
            yield f"severities.{code}", no_code(code, codes)
        elif not isinstance(severity, str) or severity not in set(Severity):
            yield f"severities.{code}", _SEVERITY


def _overview(table: Mapping[str, Any]) -> Iterator[tuple[str, Message]]:
    yield from unknown_keys(table, _OVERVIEW_KEYS, "overview.")
    yield from _wrong(table, "overview.", {"longest": (_is_length, _LONGEST), "notice": (_is_address, _NOTICE)})
    if "longest" not in table and table:
        yield "overview.longest", MISSING


def _aspects(aspects: object) -> Iterator[tuple[str, Message]]:
    if isinstance(aspects, list) and all(isinstance(aspect, dict) for aspect in aspects):
        for index, aspect in enumerate(aspects):
            yield from _aspect(aspect, f"aspects[{index}].")
    else:
        yield "aspects", _TABLES


def _aspect(aspect: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Message]]:
    yield from unknown_keys(aspect, _ASPECT_KEYS, prefix)
    yield from ((prefix + key, MISSING) for key in ("name", "words") if key not in aspect)
    good = {"name": (is_text, TEXT), "words": (_are_words, _WORDS), "notice": (_is_address, _NOTICE)}
    yield from _wrong(aspect, prefix, good)


def _wrong(
    table: Mapping[str, Any], prefix: str, good: Mapping[str, tuple[Callable[[Any], bool], Message]]
) -> Iterator[tuple[str, Message]]:
    """Yield the keys of a table whose values are not good, and what is said of them."""
    for key, (is_good, problem) in good.items():
        if key in table and not is_good(table[key]):
            yield prefix + key, problem


def _day(value: object) -> Day | None:
    """Take a day such as 01-31; None for anything else."""
    parts = re.fullmatch("([0-9]{2})-([0-9]{2})", value) if isinstance(value, str) else None
    if parts is None:
        return None
    try:
        return Day(int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def _is_day(value: object) -> bool:
    return _day(value) is not None


def _is_address(value: object) -> bool:
    return isinstance(value, str) and _ADDRESS.fullmatch(value) is not None


def _is_length(value: object) -> bool:
    return type(value) is int and value > 0


def _are_words(value: object) -> bool:
    words = listed(value)
    return isinstance(words, list) and bool(words) and all(map(is_text, words))
