"""Markup, made of elements: what is not markup itself is escaped, so that nothing can be forgotten."""

from __future__ import annotations

import html


class Markup(str):
    """Text that is markup already; any other text is escaped where it becomes part of an element."""

    __slots__ = ()


def joined(*content: str, by: str = "") -> Markup:
    """Join markup and text, which is escaped."""
    return Markup(by.join([part if isinstance(part, Markup) else html.escape(part, quote=False) for part in content]))


def attribute(name: str, value: str | int) -> Markup:
    """Give an attribute as it stands in an element, a blank before it."""
    return Markup(f' {name}="{html.escape(str(value))}"')
