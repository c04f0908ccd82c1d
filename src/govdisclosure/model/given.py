"""What a caller gives: several things of one kind, in anything that can be gone through, and bounds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from attrs import Attribute

_T = TypeVar("_T")


def all_of(cls: type[_T], name: str, given: Iterable[_T]) -> tuple[_T, ...]:
    """
    Give all of them.

    Args:
        cls: Their class.
        name: Name of the parameter, for messages.
        given: What was given.

    Raises:
        TypeError: If it cannot be gone through, or one of them is of another class.
    """
    checked = gone_through(name, given, cls.__name__)
    for index, each in enumerate(checked):
        if not isinstance(each, cls):
            raise TypeError(f"{name}[{index}] must be a {cls.__name__}, got {type(each).__name__}")
    return checked


def gone_through(name: str, given: Iterable[_T], wanted: str) -> tuple[_T, ...]:
    """
    Give all of them, whatever they are.

    Args:
        name: Name of the parameter, for messages.
        given: What was given.
        wanted: What each of them should be, for messages.

    Raises:
        TypeError: If it cannot be gone through.
    """
    untrusted = cast("object", given)
    if not isinstance(untrusted, Iterable):
        raise TypeError(f"{name} must be an iterable of {wanted}, got {type(given).__name__}")
    return tuple(given)


def above_nought(_: object, attribute: Attribute[Any], value: object) -> None:
    """
    Validate that an attribute is a number above nought.

    Raises:
        TypeError: If it is no number.
        ValueError: If it is not above nought.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{attribute.name} must be a number, got {value!r}")
    if not value > 0:  # So that "not a number" is none, either
        raise ValueError(f"{attribute.name} must be above nought, got {value!r}")
