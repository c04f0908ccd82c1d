"""From text or bytes to a JSON tree, strictly: UTF-8, no byte order mark, no nesting without end, no key lost."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.errors import Absence, Fault, Place, StructureError
from govdisclosure.json._expected import Expected, Met, why_broken
from govdisclosure.json._faults import Defect, Defects
from govdisclosure.model import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.model.phrases import Phrase

MAX_NESTING: Final = 2 * values.MAX_DEPTH
"""Levels of a document; deeper ones are not parsed. (Extensions are refused beyond half of it, by their path.)"""

_BYTE_ORDER_MARK: Final = "\ufeff"
_MARKS: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


class Repeated(dict[str, Any]):
    """An object in which keys stand more than once; ``counts`` says how often."""

    counts: dict[str, int]


def parse(data: str | bytes) -> tuple[object, Defects]:
    """
    Parse a document; give its tree, and the keys that stand more than once.

    Integers of more than 4000 digits come out as one of 4001, which everything refuses.

    Raises:
        StructureError: If it is not JSON in UTF-8, or nested more than 200 levels deep; ``place`` says where.
    """
    text = data if isinstance(data, str) else _decoded(data)
    if text.startswith(_BYTE_ORDER_MARK):
        raise _no_json(Met.MARK(), Expected.NO_MARK(), Place.POSITION(1, 1))
    _refuse_nesting(text)
    repeated: list[Repeated] = []
    try:
        tree = json.loads(text, object_pairs_hook=_collector(repeated), parse_int=_integer)
    except json.JSONDecodeError as error:
        at_end = error.pos == len(text)
        why = why_broken(error.msg)
        met = Met.END(why) if at_end else Met.THERE(values.shown(text[error.pos]), why)
        broken = _no_json(met, Expected.JSON(), Place.POSITION(error.lineno, error.colno))
    else:
        defects = Defects()
        if repeated:
            defects.add(_repeats(tree, ()))
        return tree, defects
    raise broken


def _no_json(met: Phrase, expected: Phrase, place: Phrase) -> StructureError:
    return StructureError([Fault("", met, expected)], place=place)


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        broken = _no_json(Met.BYTE(data[error.start], error.reason), Expected.UTF8(), Place.BYTE(error.start))
    raise broken


def _refuse_nesting(text: str) -> None:
    if text.count("[") + text.count("{") <= MAX_NESTING:
        return
    depth = 0
    for mark in _MARKS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(mark.group(), 0)
        if depth > MAX_NESTING:
            line = text.count("\n", 0, mark.start()) + 1
            column = mark.start() - text.rfind("\n", 0, mark.start())
            raise _no_json(Met.LEVEL(), Expected.NESTING(MAX_NESTING), Place.POSITION(line, column))


def _integer(digits: str) -> int:
    try:
        short = len(digits.removeprefix("-")) <= values.MAX_INTEGER_DIGITS
        return int(digits) if short else values.INTEGER_BOUND
    except ValueError:  # The limit of int() can be set lower, by PYTHONINTMAXSTRDIGITS.
        return values.INTEGER_BOUND


def _collector(repeated: list[Repeated]) -> Any:  # noqa: ANN401 - what json.loads takes
    def collect(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        tree = dict(pairs)
        if len(tree) == len(pairs):
            return tree
        keys = [key for key, _ in pairs]
        twice = Repeated(tree)
        twice.counts = _counts(keys)
        repeated.append(twice)
        return twice

    return collect


def _counts(keys: list[str]) -> dict[str, int]:
    counts = dict.fromkeys(keys, 0)
    for key in keys:
        counts[key] += 1
    return {key: count for key, count in counts.items() if count > 1}


def _repeats(node: object, path: tuple[object, ...]) -> Iterator[Defect]:
    if isinstance(node, Repeated):
        for key, count in node.counts.items():
            yield Defect((*path, key), Absence.REPEATED_KEY(count), Expected.KEY_ONCE())
    if isinstance(node, (dict, list)):
        items: Iterable[tuple[object, object]] = node.items() if isinstance(node, dict) else enumerate(node)
        for part, item in items:
            yield from _repeats(item, (*path, part))
