"""
Blocks of cells whose keys are all there and no others, as of nearly all: their cells are taken out at once.

    if type(raw) is not dict or len(raw) != 4: return None
    raw__outcomes = raw["outcomes"]
    if type(raw__outcomes) is not dict or len(raw__outcomes) != 7: return None
    ...
    return raw["newly_received"], raw["carried_over"], raw__outcomes["granted"], ...
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from govdisclosure.model.declare import Kind, declaration
from govdisclosure.model.filling import filling, local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@cache
def cells_of(cls: type) -> Callable[[object], tuple[object, ...] | None]:
    """
    Compile what takes the cells out of the JSON of a block; it gives None where keys are missing or unknown.

    The keys must be plain text, as those of parsed JSON are.
    """
    cells = list[str]()
    lines = "\n  ".join(_lines(cls, "", cells))
    names: dict[str, Any] = {}
    taken = f"return ({' '.join(f'{cell},' for cell in cells)})"
    exec(f"def take(raw):\n try:\n  {lines}\n  {taken}\n except KeyError: return None", names)  # noqa: S102 - as in filling
    return names["take"]  # type: ignore[no-any-return]


def _lines(cls: type, at: str, cells: list[str]) -> Iterator[str]:
    """Give the lines for the object at a path and for those in it; note their cells."""
    raw = local("raw", at)
    yield f"if type({raw}) is not dict or len({raw}) != {len(attrs.fields(cls))}: return None"
    for attribute in attrs.fields(cls):
        path = f"{at}.{attribute.name}" if at else attribute.name
        if declaration(attribute).kind is Kind.GROUP:
            yield f"{local('raw', path)} = {_item(path)}"
            yield from _lines(declaration(attribute).classes[0], path, cells)
        else:
            cells.append(_item(path))


@cache
def made_of(cls: type) -> Callable[[Any], object]:
    """Compile what makes an instance of the JSON of a block whose cells are all numbers or null."""
    return filling(cls, _Object())


class _Object:
    """The source of an instance: an object of JSON."""

    parameters = "raw"
    returned = "made"

    def __init__(self) -> None:
        self.names: dict[str, object] = {}

    def enter(self, path: str, attribute: attrs.Attribute[Any] | None) -> Iterable[str]:
        return [] if attribute is None else [f"{local('raw', path)} = {_item(path)}"]

    def put(self, path: str, _: attrs.Attribute[Any], target: str) -> Iterable[str]:
        return [f"{target} = {_item(path)}"]


def _item(path: str) -> str:
    above, _, name = path.rpartition(".")
    return f"{local('raw', above)}[{name!r}]"
