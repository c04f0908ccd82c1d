"""What is wrong with a document, and where: collected while it is structured, put in its order at the end."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from attrs import frozen

from govdisclosure.errors import Fault, StructureError
from govdisclosure.model import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Path: TypeAlias = "tuple[object, ...]"
"""Keys and indices from the document down."""

_PLAIN_KEY: Final = re.compile(r"[\w-]+")
_SHOWN: Final = 60
_PHRASES: Final = {
    "must be ": "",
    "must have ": "",
    "must not contain ": "text without ",
    "must not be blank": "text that is not blank",
}


@frozen
class Defect:
    """A fault whose path is still in parts, so that it can be put in the order of the document."""

    path: Path
    found: str
    expected: str

    def below(self, *path: object) -> Defect:
        """Give the defect as seen from further up."""
        return Defect((*path, *self.path), self.found, self.expected)


class RefusedError(Exception):
    """
    Raised by the hooks that structure a value; never leaves this package.

    Args:
        defects: What is wrong, with paths from the refused value down.
    """

    def __init__(self, *defects: Defect) -> None:
        super().__init__(*defects)
        self.defects = defects


def refused(found: object, expected: str) -> RefusedError:
    """Give the exception for a value that is not what is expected."""
    return RefusedError(Defect((), described(found), expected))


def missing(*path: object, expected: str = "a value, the key is required") -> Defect:
    """Give the defect of a required key that is not there."""
    return Defect(path, "nothing", expected)


def described(found: object) -> str:
    """Describe a value of a JSON document in short, as JSON writes it."""
    if isinstance(found, str):
        text = _quoted(found[:_SHOWN])
        return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
    if isinstance(found, dict):
        return "an object"
    if isinstance(found, list):
        return "a list"
    if found is None or isinstance(found, bool) or (isinstance(found, float) and not math.isfinite(found)):
        return json.dumps(found)
    return values.shown(found)


def phrased(rule: str) -> str:
    """Say what a rule of the model expects: ``must be six digits`` expects ``six digits``."""
    prefix = next(prefix for prefix in _PHRASES if rule.startswith(prefix))
    return _PHRASES[prefix] + rule.removeprefix(prefix)


def dotted(path: Path) -> str:
    """Write a path as ``other_sections[0].heading``; a key that is no word stands in quotation marks."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{_key(str(part))}" for part in path)
    return "".join(parts).removeprefix(".")


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=values.broken_text(text) is not None)


def structure_error(document: object, defects: Iterable[Defect]) -> StructureError:
    """Give the error of a document: all its faults in the order of its keys, missing keys last in their object."""
    places: dict[int, dict[object, int]] = {}
    ordered = sorted(defects, key=lambda defect: tuple(_place(document, defect.path, places)))
    return StructureError(Fault(dotted(defect.path), defect.found, defect.expected) for defect in ordered)


def _place(node: Any, path: Path, places: dict[int, dict[object, int]]) -> Iterator[Any]:  # noqa: ANN401 - any JSON
    for part in path:
        if isinstance(node, list):
            yield part
            node = node[cast("int", part)]
        else:
            # Numbered once an object, lest ten thousand unknown keys take a hundred million steps.
            if id(node) not in places:
                places[id(node)] = {key: place for place, key in enumerate(node)}
            yield places[id(node)].get(part, len(node))
            node = node.get(part)
