"""What is wrong with a document, and where: collected while it is structured, put in its order at the end."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from attrs import frozen

from govdisclosure.errors import Absence, Fault, StructureError
from govdisclosure.json._words import Expected, Met
from govdisclosure.model import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.model.phrases import Phrase

Path: TypeAlias = "tuple[object, ...]"
"""Keys and indices from the document down."""

_PLAIN_KEY: Final = re.compile(r"[\w-]+")


@frozen
class Defect:
    """A fault whose path is still in parts, so that it can be put in the order of the document."""

    path: Path
    met: str | Phrase
    expected: Phrase

    def below(self, path: Path) -> Defect:
        """Give the defect as seen from further up."""
        return Defect(path + self.path, self.met, self.expected) if path else self


class RefusedError(Exception):
    """
    Raised by the hooks that structure a value; never leaves this package.

    Args:
        defects: What is wrong, with paths from the refused value down.
    """

    def __init__(self, *defects: Defect) -> None:
        super().__init__(*defects)
        self.defects = defects


def refused(value: object, expected: Phrase) -> RefusedError:
    """Give the exception for a value that is not what is expected."""
    return RefusedError(Defect((), described(value), expected))


def missing(*path: object) -> Defect:
    """Give the defect of a required key that is not there."""
    return Defect(path, Absence.NO_KEY(), Expected.REQUIRED())


def unknown(key: object) -> Defect:
    """Give the defect of a key that nothing knows."""
    return Defect((key,), Absence.UNKNOWN_KEY(), Expected.NO_SUCH_KEY())


def described(value: object) -> str | Phrase:
    """Describe a value of a JSON document in short, as JSON writes it."""
    if isinstance(value, str):
        text = _quoted(value[: values.MAX_SHOWN])
        return text if len(text) <= values.MAX_SHOWN else f"{text[: values.MAX_SHOWN - 3]}..."
    if isinstance(value, dict):
        return Met.OBJECT()
    if isinstance(value, list):
        return Met.LIST()
    if value is None or isinstance(value, bool) or (isinstance(value, float) and not math.isfinite(value)):
        return json.dumps(value)
    return values.in_short(value)


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
    return StructureError(Fault(dotted(defect.path), defect.met, defect.expected) for defect in ordered)


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
