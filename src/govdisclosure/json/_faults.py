"""What is wrong with a document, and where: collected while it is structured, put in its order at the end."""

from __future__ import annotations

import json
import re
from contextvars import ContextVar
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, TypeVar, cast

from attrs import define, field

from govdisclosure.errors import Absence, Fault, StructureError, UsageError
from govdisclosure.json._expected import Expected, Met
from govdisclosure.model import values
from govdisclosure.model.report import SECTIONS, TABLE_CLASSES
from govdisclosure.model.structure import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govdisclosure.model.phrases import Phrase


_Item = TypeVar("_Item")

Path: TypeAlias = "tuple[object, ...]"
"""Keys and indices from the document down."""

MAX_FAULTS: Final = 1_000
"""Faults of one document that are told unless a caller says otherwise: enough for five whole tables of wrong cells."""

_MAX_PATH: Final = 1_000
"""Characters of a path that a fault shows: the deepest place in a report has 80, a hundred nested lists have 300."""

_CUT: Final = "..."

_HERE: Final = object()
"""No part of a path: what is wrong at a place itself, not below it."""


class _Bounds(NamedTuple):
    """
    Within what a document is read.

    Args:
        most: How many faults are told of it.
        look: Looks at the clock of the reading, if it has one.
    """

    most: int = MAX_FAULTS
    look: Callable[[], None] | None = None


_BOUNDS: Final = ContextVar("bounds", default=_Bounds())  # noqa: B039 - nothing changes them
"""The bounds of the document that is being read; the hooks, which cattrs calls, know them from here."""

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

    Args:
        defects: What is wrong, with paths from the refused value down.
        more: How many defects there are besides.
    """

    def __init__(self, *defects: Defect, more: int = 0) -> None:
        super().__init__(*defects)
        self.defects = defects
        self.more = more


@define
class Defects:
    """
    What is wrong, in the order of the document: as many defects as are told, and how many there are besides.

    However much is wrong with a document, it is kept in the memory that so many defects need.
    """

    told: list[Defect] = field(factory=list)
    more: int = 0
    _most: int = field(init=False, factory=lambda: _BOUNDS.get().most)

    def add(self, defects: Iterable[Defect], more: int = 0) -> None:
        """Add what is wrong further down the document."""
        further = iter(defects)
        self.told += islice(further, self._most - len(self.told))
        self.more += more + sum(1 for _ in further)

    def refuse(self) -> None:
        """Raise ``RefusedError`` if anything is wrong."""
        if self.told:
            raise RefusedError(*self.told, more=self.more)


def refuse(defects: Iterator[Defect]) -> None:
    """Raise ``RefusedError`` if there are defects; those that are not told are counted as they come."""
    gathered = Defects()
    gathered.add(defects)
    gathered.refuse()


def between(items: Iterable[_Item]) -> Iterable[_Item]:
    """Give items one by one; where the reading has a clock, it is looked at before each."""
    look = _BOUNDS.get().look
    return items if look is None else _looking(items, look)


def _looking(items: Iterable[_Item], look: Callable[[], None]) -> Iterator[_Item]:
    for item in items:
        look()
        yield item


class bounded:  # noqa: N801 - it is used as a function is
    """
    Read a document meanwhile within bounds.

    Args:
        max_faults: How many faults are told of it.
        look: Looks at the clock of the reading, if it has one.

    Raises:
        TypeError: If ``max_faults`` is no whole number.
        UsageError: If it is not above nought: an error without a fault would tell nothing.
    """

    def __init__(self, max_faults: int, look: Callable[[], None] | None = None) -> None:
        refuse_bound(max_faults)
        self._bounds = _Bounds(max_faults, look)

    def __enter__(self) -> None:
        self._before = _BOUNDS.set(self._bounds)

    def __exit__(self, *_: object) -> None:
        _BOUNDS.reset(self._before)


def refuse_bound(max_faults: object) -> None:
    """
    Refuse what is no bound of faults.

    Raises:
        TypeError: If it is no whole number.
        UsageError: If it is not above nought: an error without a fault would tell nothing.
    """
    if type(max_faults) is not int:
        raise TypeError(f"max_faults must be an int, got {type(max_faults).__name__}")
    if max_faults < 1:
        raise UsageError(f"max_faults must be above 0, got {values.shown(max_faults)}")


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
        return _cut(text, values.MAX_SHOWN)
    if isinstance(value, dict):
        return Met.OBJECT()
    if isinstance(value, list):
        return Met.LIST()
    if value is None or isinstance(value, (bool, float)):
        return json.dumps(value)
    return values.in_short(value)


def structure_error(document: object, defects: Iterable[Defect], more: int = 0) -> StructureError:
    """
    Give the error of a document: its faults in the order of its keys, missing keys last in their object.

    Args:
        document: The document.
        defects: What is wrong with it; the first of them are told.
        more: How many defects there are besides.
    """
    places: dict[object, Any] = {}
    for defect in defects:
        place = places
        for part in defect.path:
            place = place.setdefault(part, {})
        place.setdefault(_HERE, []).append(defect)
    ordered: list[Defect] = []
    _put_in_order(places, document, ordered)
    most = _BOUNDS.get().most
    faults = [Fault(_named(defect.path), defect.met, defect.expected) for defect in ordered[:most]]
    return StructureError(faults, more=more + len(ordered) - len(faults))


def _put_in_order(place: dict[object, Any], value: Any, ordered: list[Defect]) -> None:  # noqa: ANN401 - any JSON
    """
    Add what is wrong at a place of a document and below it, in the order of the keys.

    Args:
        place: What is wrong, by the parts of the paths from here.
        value: What stands here in the document.
        ordered: What to add it to.
    """
    # Most objects in which something is wrong have one such place only.
    while len(place) == 1:
        ((part, below),) = place.items()
        if part is _HERE:
            ordered += below
            return
        place, value = below, _item(value, part)
    ordered += place.pop(_HERE, ())
    for part in _sorted(place, value):
        _put_in_order(place[part], _item(value, part), ordered)


def _item(value: Any, part: Any) -> Any:  # noqa: ANN401 - any JSON
    return value[part] if isinstance(value, list) else value.get(part)


def _sorted(parts: dict[object, Any], value: Any) -> Iterable[Any]:  # noqa: ANN401 - any JSON
    """Put keys or indices in the order of an object or list; keys that are missing come behind the others."""
    if len(parts) <= 1:
        return parts
    if isinstance(value, list):
        return sorted(cast("Iterable[int]", parts))
    return [*(key for key in value if key in parts), *(key for key in parts if key not in value)]


def _named(path: Path) -> str:
    """Write a path as ``other_sections[0].heading``; a key that is no word stands in quotation marks."""
    # requests.total.newly_received, as nearly all paths are
    if _declared_names().issuperset(path):
        return ".".join(cast("tuple[str, ...]", path))
    name = ""
    for part in path:
        if isinstance(part, int):
            name += f"[{part}]"
        else:
            name += f".{_key_named(str(part))}" if name else _key_named(str(part))
        if len(name) > _MAX_PATH:
            break
    return _cut(name, _MAX_PATH)


@cache
def _declared_names() -> frozenset[object]:
    """Give the names of the sections and of what their tables have, down to the cells."""
    paths = (node.path for cls in TABLE_CLASSES for node in nodes(cls))
    return frozenset(SECTIONS).union(*(path.split(".") for path in paths))


def _is_short_word(key: Any) -> bool:  # noqa: ANN401 - a key, which is text
    return len(key) <= values.MAX_SHOWN and key.isidentifier()


def _key_named(key: str) -> str:
    if _is_short_word(key):
        return key
    shown = key[: values.MAX_SHOWN + 1]
    return _cut(shown if _PLAIN_KEY.fullmatch(shown) else _quoted(shown), values.MAX_SHOWN)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - len(_CUT)] + _CUT


def _quoted(text: str) -> str:
    return _CLEAN.encode(text) if values.broken_text(text) is None else json.dumps(text)
