"""What is wrong with a document, and where: collected while it is structured, put in its order at the end."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from attrs import define, field

from govdisclosure.errors import Absence, Fault, StructureError
from govdisclosure.json._expected import Expected, Met
from govdisclosure.model import values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.phrases import Phrase


Path: TypeAlias = "tuple[object, ...]"
"""Keys and indices from the document down."""

_CLEAN: Final = json.JSONEncoder(ensure_ascii=False)
_PLAIN_KEY: Final = re.compile(r"[\w-]+")


class Defect(NamedTuple):
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

    Its arguments are the defects, with paths from the refused value down.
    """

    @property
    def defects(self) -> tuple[Defect, ...]:
        """What is wrong."""
        return self.args


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


def structure_error(document: object, defects: Iterable[Defect]) -> StructureError:
    """Give the error of a document: all its faults in the order of its keys, missing keys last in their object."""
    root = _Place(document, "", ())
    placed = [(root.at(defect.path), defect) for defect in defects]
    placed.sort(key=lambda pair: pair[0].order)
    return StructureError(Fault(place.name, defect.met, defect.expected) for place, defect in placed)


@define(eq=False)
class _Place:
    """
    A place in a document; each is made once, however many faults lie below it.

    Args:
        value: What stands there; None where nothing does.
        name: Its path as people write it.
        order: Its path in numbers: which key of the object, which item of the list.
    """

    value: Any
    name: str
    order: tuple[int, ...]
    _numbers: dict[object, int] = field(init=False)
    _below: dict[object, _Place] = field(init=False, factory=dict)

    @_numbers.default
    def _numbered(self) -> dict[object, int]:
        return {key: number for number, key in enumerate(self.value)} if isinstance(self.value, dict) else {}

    def at(self, path: Path) -> _Place:
        """Give the place at a path from here."""
        place = self
        for part in path:
            place = place._below.get(part) or place._child(part)
        return place

    def _child(self, part: Any) -> _Place:  # noqa: ANN401 - a key or an index
        is_item = isinstance(self.value, list)
        value = self.value[part] if is_item else self.value.get(part)
        number = part if is_item else self._numbers.get(part, len(self._numbers))
        child = self._below[part] = _Place(value, _dotted(self.name, part), (*self.order, number))
        return child


def _dotted(above: str, part: object) -> str:
    """Write a path as ``other_sections[0].heading``; a key that is no word stands in quotation marks."""
    if isinstance(part, int):
        return f"{above}[{part}]"
    key = str(part)
    name = key if _PLAIN_KEY.fullmatch(key) else _quoted(key)
    return f"{above}.{name}" if above else name


def _quoted(text: str) -> str:
    return _CLEAN.encode(text) if values.broken_text(text) is None else json.dumps(text)
