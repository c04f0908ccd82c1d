"""
Code that fills an instance of one of our classes, written from the declarations.

A constructor asks the rule of every field. Where all values are known to obey theirs, that is most of what an instance
costs, and a report has sixty. So what fills one is written as Python once for each class, groups within it and all:

    made = unasked()
    made.granted = values[0]
    ...
    made__refused = unasked__refused()
    made__refused.state_secret = values[2]
    ...
    made__refused.__class__ = own__refused
    made.refused = made__refused
    ...
    made.__class__ = own
    return made

While it is filled, an instance is of a class derived from its own, with the same slots, that asks nothing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from govdisclosure.model.declare import Kind, declaration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class Source(Protocol):
    """Where the values come from, as lines of code."""

    @property
    def parameters(self) -> str:
        """The parameters of the function."""

    @property
    def returned(self) -> str:
        """What it returns, once all lines are written; the instance is called ``made``."""

    @property
    def names(self) -> dict[str, object]:
        """What the names stand for that the lines use, once all are written."""

    def enter(self, path: str, attribute: attrs.Attribute[Any] | None) -> Iterable[str]:
        """
        Give what comes before the fields of the instance itself, or of a group in it.

        Args:
            path: The path of the group from the instance; empty for the instance.
            attribute: The field that holds the group; None for the instance.
        """

    def put(self, path: str, attribute: attrs.Attribute[Any], target: str) -> Iterable[str]:
        """
        Give what puts the value of a field that is no group.

        Args:
            path: The path of the field from the instance.
            attribute: The field.
            target: What to put the value into.
        """


def filling(cls: type, source: Source) -> Callable[..., Any]:
    """Compile the function that makes an instance of ``cls`` of the values of a source."""
    names: dict[str, Any] = {}
    body = [*source.enter("", None), *_lines(cls, "", source, names), f"return {source.returned}"]
    written = "\n ".join([f"def fill({source.parameters}):", *body])
    names |= source.names
    exec(written, names)  # noqa: S102 - made of the names of declared fields only
    return names["fill"]  # type: ignore[no-any-return]


def _lines(cls: type, at: str, source: Source, names: dict[str, Any]) -> Iterator[str]:
    """Give the lines that make the instance at a path, with all groups in it."""
    made, own, unasked = (local(name, at) for name in ("made", "own", "unasked"))
    names[own], names[unasked] = cls, _unasked(cls)
    yield f"{made} = {unasked}()"
    for attribute in attrs.fields(cls):
        path = f"{at}.{attribute.name}" if at else attribute.name
        if declaration(attribute).kind is Kind.GROUP:
            yield from source.enter(path, attribute)
            yield from _lines(declaration(attribute).classes[0], path, source, names)
            yield f"{made}.{attribute.name} = {local('made', path)}"
        else:
            yield from source.put(path, attribute, f"{made}.{attribute.name}")
    yield f"{made}.__class__ = {own}"


def local(name: str, path: str) -> str:
    """Give the name of what stands for a group in the lines, such as ``made__legal_person__other``."""
    return "__".join([name, *path.split(".")]) if path else name


@cache
def _unasked(cls: type) -> type:
    asks_nothing = {"__slots__": (), "__init__": object.__init__, "__setattr__": object.__setattr__}
    return type(cls.__name__, (cls,), asks_nothing)
