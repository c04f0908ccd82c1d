"""What is done for speed, with orjson where it is installed; only where it does just what the standard library does."""

from __future__ import annotations

import importlib
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from govdisclosure.json import _parse

if TYPE_CHECKING:
    from govdisclosure.model.values import JSON


@cache
def library() -> Any:  # noqa: ANN401 - a module, or None
    """Give orjson, or None where it is not installed."""
    try:
        return importlib.import_module("orjson")
    except ImportError:
        return None


def parsed(data: str | bytes) -> object | None:
    """
    Parse a document, if it is certain that the strict parser would give the same tree; else give None.

    It is certain where writing the tree gives the document again: a lost key, an integer made a float, a blank or a
    byte order mark would all show. (So ``None`` for a document in any other style than the canonical one.)
    """
    orjson = library()
    if orjson is None:
        return None
    try:
        content = data.encode() if isinstance(data, str) else data
        tree: object = orjson.loads(content)
        same = orjson.dumps(tree) == content
    except (TypeError, ValueError):
        return None
    return tree if same and content.count(b"[") + content.count(b"{") <= _parse.MAX_NESTING else None


def encoded(tree: dict[str, JSON]) -> bytes:
    """
    Write the tree of a validated report as canonical JSON.

    orjson writes the same bytes as the standard library for objects, lists, clean text, null and integers of 64 bits;
    it differs in floats and in larger integers, which only extensions can hold.
    """
    orjson = library()
    if orjson is not None and not tree["extensions"]:
        written: bytes = orjson.dumps(tree)
        return written
    return json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
