"""Markup, made of elements: what is not markup itself is escaped, so that nothing can be forgotten."""

from __future__ import annotations

import html
from typing import Final

_VOID: Final = frozenset({"col", "input", "meta"})


class Markup(str):
    """Text that is markup already; any other text is escaped where it becomes part of an element."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: str | int | None) -> Markup:
    """
    Make an element.

    Args:
        name: Its name.
        content: What stands in it; text that is no ``Markup`` is escaped.
        attributes: Its attributes: ``_`` stands for ``-``, one at the end is left out; True is an attribute without a
            value, None is none.
    """
    # A page with a thousand sections has some ten thousand elements.
    given = "".join([_attribute(key, value) for key, value in attributes.items() if value is not None])
    if name in _VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{joined(*content)}</{name}>")


def joined(*content: str, by: str = "") -> Markup:
    """Join markup and text, which is escaped."""
    return Markup(by.join([part if isinstance(part, Markup) else html.escape(part, quote=False) for part in content]))


def _attribute(key: str, value: str | int) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{html.escape(str(value))}"'
