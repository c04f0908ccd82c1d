"""What is done for speed, with msgspec where it is installed; only where it does just what the strict way does."""

from __future__ import annotations

import importlib
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.json import _parse
from govdisclosure.model import values

if TYPE_CHECKING:
    from govdisclosure.model.report import AnnualReport

_LONGEST_NUMBER: Final = 2 * values.MAX_INTEGER_DIGITS
"""Digits of a number that msgspec may compute, which takes time with their square."""


@cache
def library() -> Any:  # noqa: ANN401 - a module, or None
    """Give msgspec, or None where it is not installed."""
    try:
        return importlib.import_module("msgspec")
    except ImportError:
        return None


def loaded(data: str | bytes) -> AnnualReport | None:
    """Read a report, if it is certain that the strict reader would give the same; else give None."""
    content = _content(data)
    return None if content is None else _module("_read_fast").loaded(content)


def written(report: AnnualReport) -> bytes | None:
    """Write a report as canonical JSON, if it is certain that the strict writer would give the same; else give None."""
    return None if library() is None else _module("_write_fast").written(report)


def parsed(data: str | bytes) -> object | None:
    """
    Parse a document, if it is certain that the strict parser would give the same tree; else give None.

    It is certain where writing the tree gives the document again, but for the blanks between its parts: a lost key, an
    integer made a float or a byte order mark would all show.
    """
    content = _content(data)
    if content is None or content.count(b"[") + content.count(b"{") > _parse.MAX_NESTING or _may_be_long(content):
        return None
    json = library().json
    try:
        tree: object = json.decode(content)
        again = json.encode(tree)
        same = again == content or again == json.format(content, indent=-1)
    except (library().MsgspecError, TypeError, ValueError):
        return None
    return tree if same else None


def certain(tree: object) -> dict[str, Any]:
    """Give the values of a report, but for its tables, of a tree made by a parser; none if one of them is in doubt."""
    return {} if library() is None or not isinstance(tree, dict) else _module("_read_fast").certain(tree)


def _content(data: str | bytes) -> bytes | None:
    """Give a document in UTF-8 if it is one that msgspec can be given."""
    if library() is None or not 0 < sys.get_int_max_str_digits() <= _LONGEST_NUMBER:
        return None
    try:
        return data.encode() if isinstance(data, str) else data
    except UnicodeEncodeError:
        return None


def _may_be_long(content: bytes) -> bool:
    """Tell whether a number may have more digits than the strict parser computes: it fills a block of half of these."""
    block = values.MAX_INTEGER_DIGITS // 2
    return any(content[start : start + block].isdigit() for start in range(0, len(content), block))


@cache
def _module(name: str) -> Any:  # noqa: ANN401 - a module, which needs msgspec
    return importlib.import_module(f"govdisclosure.json.{name}")
