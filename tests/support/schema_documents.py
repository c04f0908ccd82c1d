"""What schema and loader say of a document: once what a schema cannot say is mended in it, they must agree."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
import sys
from functools import cache
from typing import Final, NamedTuple

from jsonschema import Draft202012Validator

import govdisclosure as gd
from govdisclosure.model.report import check_digit
from support.strict_json import DEEPEST, LONGEST_NUMBER

_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE: Final = re.compile("[0-9A-HJ-NPQRTUWXY]{18}")
_UNSAID: Final = re.compile(
    f"[\ud800-\udfff{''.join(chr(plane * 0x10000 + low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))}]"
)
_ANY_DAY: Final = "2021-12-31"


class Verdicts(NamedTuple):
    """Whether schema and loader accept a document as it is, and when it is mended; None where it is no JSON at all."""

    schema: bool | None
    loader: bool
    schema_mended: bool | None
    loader_mended: bool

    @property
    def agree(self) -> bool:
        """Whether the loader accepts nothing that the schema refuses, and both the same once it is mended."""
        if self.schema is None:
            return not self.loader
        return self.loader <= self.schema and self.schema_mended == self.loader_mended


@cache
def validator() -> Draft202012Validator:
    """Give the validator of another library."""
    return Draft202012Validator(gd.json_schema())


def verdicts(document: str | bytes) -> Verdicts:
    """Ask both."""
    loader = loads(document)
    try:
        tree = json.loads(document)
    except (ValueError, RecursionError):
        return Verdicts(None, loader, None, loader_mended=False)
    sound = mended(tree)
    return Verdicts(obeys(tree), loader, obeys(sound), loads(json.dumps(sound)))


def obeys(tree: object) -> bool:
    """Tell whether a tree obeys the schema, however deep it is: the validator calls itself a dozen times a level."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20 * limit)
    try:
        return validator().is_valid(tree)
    finally:
        sys.setrecursionlimit(limit)


def loads(document: str | bytes) -> bool:
    """Tell whether the loader accepts a document."""
    try:
        gd.loads(document)
    except gd.StructureError:
        return False
    return True


def mended(tree: object) -> object:
    """
    Mend what no schema can say, and what a schema that every program understands cannot.

    Those are days that no calendar has, the check digit of a code, a whole number written as ``1.0``, halves of a
    character and noncharacters beyond U+FFFF, and in ``extensions`` depth, long numbers and numbers without end. That
    no key stands twice in an object is so for every tree.
    """
    if not isinstance(tree, dict):
        return tree
    body = {key: _mended(item) for key, item in tree.items() if key != "extensions"}
    if "extensions" in tree:
        body["extensions"] = _kept(tree["extensions"], 1)
    return {_text(key): item for key, item in body.items()}


def _mended(node: object) -> object:
    if isinstance(node, dict):
        return {_text(key): _code(item) if key == "code" else _mended(item) for key, item in node.items()}
    if isinstance(node, list):
        return list(map(_mended, node))
    if isinstance(node, float) and node.is_integer():
        return int(node)
    return _day(_text(node)) if isinstance(node, str) else node


def _day(text: str) -> str:
    if not _DAY.fullmatch(text):
        return text
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return _ANY_DAY
    return text


def _code(value: object) -> object:
    if isinstance(value, str) and _CODE.fullmatch(value):
        return value[:17] + check_digit(value[:17])
    return _mended(value)


def _text(text: str) -> str:
    return _UNSAID.sub("x", text)


def _kept(node: object, depth: int) -> object:
    """Mend what other tools keep."""
    if isinstance(node, dict):
        return {_text(key): _kept(item, depth + 1) for key, item in node.items() if depth < DEEPEST}
    if isinstance(node, list):
        return [_kept(item, depth + 1) for item in node if depth < DEEPEST]
    if isinstance(node, float) and not math.isfinite(node):
        return None
    if isinstance(node, int) and abs(node) >= 10**LONGEST_NUMBER:
        return None
    return _text(node) if isinstance(node, str) else node
