"""Declarations of styles: which of them a browser understands, one value for each property that can matter here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

import tinycss2

from govdisclosure.formats.html._properties import ALIASED, ALIASES, LONGHANDS, OLD, PHYSICAL
from govdisclosure.formats.html._thresholds import DEEPEST_BRACKETS, LONGEST_NUMBER, LONGEST_STYLE, MOST_VALUES
from govdisclosure.formats.html._tokens import UNKNOWN
from govdisclosure.formats.html._values import PARSERS, is_of_old_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tinycss2.ast import Node

    from govdisclosure.formats.html._tokens import Pair, Value
    from govdisclosure.formats.html._values import Parser

Variables: TypeAlias = "Mapping[str, Sequence[Node]]"

WIDE: Final = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
"""Values of every property."""

_NONE: Final[Variables] = {}
_BRACKETS: Final = re.compile(r"[()\[\]{}]")
_LONG_NUMBER: Final = re.compile(f"[0-9]{{{LONGEST_NUMBER}}}")


def declarations(
    items: Iterable[Node], variables: Variables = _NONE, *, is_old: bool
) -> Iterator[tuple[str, Value, bool]]:
    """Give property, value and importance of the declarations among parsed items of a page, in their order."""
    for item in items:
        if item.type == "declaration":
            name = ALIASES.get(item.lower_name, "" if item.lower_name in ALIASED else item.lower_name)
            parser = PARSERS.get(name)
            if parser is not None:
                tokens = [token for token in item.value if token.type not in {"whitespace", "comment"}]
                for longhand, value in _values(name, tokens, parser, variables, is_old=is_old):
                    yield PHYSICAL.get(longhand, longhand), value, item.important


def _values(name: str, tokens: Sequence[Node], parser: Parser, variables: Variables, *, is_old: bool) -> Iterable[Pair]:
    wide = tokens[0].lower_value if len(tokens) == 1 and tokens[0].type == "ident" else ""
    # td {display: revert-layer}
    if wide == "revert-layer":
        return [(longhand, UNKNOWN) for longhand in LONGHANDS.get(name, (name,))]
    # <b style="color: inherit">
    if wide in WIDE and name != "all":
        return [(longhand, wide) for longhand in LONGHANDS.get(name, (name,))]
    # <b style="color: var(--ink)">
    if any(map(_is_variable, tokens)):
        tokens = _filled_in(tokens, variables)
    if len(tokens) > MOST_VALUES or any(map(_is_variable, tokens)):
        return [(longhand, UNKNOWN) for longhand in LONGHANDS.get(name, (name,))]
    if not tokens or (is_of_old_pages(name, tokens) and not (is_old and name in OLD)):
        return ()
    return parser(name, tokens)


def _is_variable(token: Node) -> bool:
    return bool(token.type == "function" and token.lower_name == "var")


def _filled_in(tokens: Iterable[Node], variables: Variables) -> list[Node]:
    """Put the values of variables in their places, but not those of the variables in these."""
    whole: list[Node] = []
    for token in tokens:
        names = token.arguments if _is_variable(token) else ()
        value = next(
            (variables[name.value] for name in names if name.type == "ident" and name.value in variables), None
        )
        is_short = value is not None and len(value) <= MOST_VALUES
        whole += [each for each in value or () if each.type not in {"whitespace", "comment"}] if is_short else [token]
        if len(whole) > MOST_VALUES:
            break
    return whole


def of_style(style: str, variables: Variables = _NONE, *, is_old: bool) -> Iterator[tuple[str, Value, bool]]:
    """Give the declarations of the style of an element; of one that is not parsed, that nobody knows what it does."""
    if len(style) > LONGEST_STYLE or is_unparsable(style):
        return iter([("all", "some", True)])
    items = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    return declarations(items, variables, is_old=is_old)


def is_unparsable(style: str) -> bool:
    """Tell whether brackets are deeper in each other, or a number is longer, than in any style that somebody wrote."""
    if _LONG_NUMBER.search(style) is not None:
        return True
    depth = 0
    for bracket in _BRACKETS.finditer(style):
        depth = depth + 1 if bracket[0] in "([{" else max(depth - 1, 0)
        if depth > DEEPEST_BRACKETS:
            return True
    return False
