"""Values of declarations as they are written: lists, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tinycss2.ast import Node

    from govdisclosure.formats.html._colours import Colour, Gradient

Value: TypeAlias = "str | float | Colour | Gradient"
"""What a property is set to, as far as it matters: a keyword, a number of pixels or the like, a colour or several."""

Pair: TypeAlias = "tuple[str, Value]"
"""A property and its value."""


def words_of(tokens: Iterable[Node]) -> list[Node]:
    """Give the tokens that say something: no blanks and comments."""
    return [token for token in tokens if token.type not in {"whitespace", "comment"}]


def split_at_commas(tokens: Iterable[Node]) -> list[list[Node]]:
    """Cut a list at its commas."""
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def is_sign(token: Node, signs: str) -> bool:
    """Tell whether a token is one of some signs: ``/`` in a font."""
    return bool(token.type == "literal" and token.value in signs)


def idents_among(tokens: Iterable[Node]) -> list[str]:
    """Give the words among tokens."""
    return [token.lower_value for token in tokens if token.type == "ident"]
