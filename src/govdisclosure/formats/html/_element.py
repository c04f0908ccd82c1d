"""The elements of a page."""

from __future__ import annotations

from typing import Final

from govdisclosure.formats._markup import Markup, attribute, joined

_VOID: Final = frozenset({"col", "input", "meta"})


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


def _attribute(key: str, value: str | int) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else attribute(name, value)
