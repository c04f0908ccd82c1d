"""Declarations of styles: which of them a browser understands, one value for each property that can matter here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import tinycss2
from tinycss2.ast import DimensionToken, FunctionBlock, ParenthesesBlock

from govdisclosure.formats.html._lengths import UNKNOWN, USUAL_SIZE
from govdisclosure.formats.html._properties import ALIASED, ALIASES, LONGHANDS, OLD, PHYSICAL, WIDE
from govdisclosure.formats.html._thresholds import DEEPEST_BRACKETS, LONGEST_NUMBER, LONGEST_STYLE, MOST_VALUES
from govdisclosure.formats.html._tokens import words_of
from govdisclosure.formats.html._values import PARSERS, is_of_old_pages
from govdisclosure.formats.html._variables import filled_in, is_variable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tinycss2.ast import Node

    from govdisclosure.formats.html._tokens import Pair, Value
    from govdisclosure.formats.html._values import Parser
    from govdisclosure.formats.html._variables import Setting

_BRACKETS: Final = re.compile(r"[()\[\]{}]")
_LONG_NUMBER: Final = re.compile(f"[0-9]{{{LONGEST_NUMBER}}}")


def declarations(
    items: Iterable[Node], setting: Setting | None = None, *, is_old: bool
) -> Iterator[tuple[str, Value, bool]]:
    """Give property, value and importance of the declarations among parsed items of a page, in their order."""
    for item in items:
        if item.type == "declaration":
            name = ALIASES.get(item.lower_name, "" if item.lower_name in ALIASED else item.lower_name)
            parser = PARSERS.get(name)
            if parser is not None:
                tokens = words_of(item.value)
                for longhand, value in _values(name, tokens, parser, setting, is_old=is_old):
                    yield PHYSICAL.get(longhand, longhand), value, item.important


def _values(
    name: str, tokens: Sequence[Node], parser: Parser, setting: Setting | None, *, is_old: bool
) -> Iterable[Pair]:
    wide = tokens[0].lower_value if len(tokens) == 1 and tokens[0].type == "ident" else ""
    # td {display: revert-layer}
    if wide == "revert-layer":
        return [(longhand, UNKNOWN) for longhand in LONGHANDS.get(name, (name,))]
    # <b style="color: inherit">
    if wide in WIDE and name != "all":
        return [(longhand, wide) for longhand in LONGHANDS.get(name, (name,))]
    # <b style="color: var(--ink)">
    has_variable = any(map(is_variable, tokens))
    if has_variable and setting is not None:
        tokens = filled_in(tokens, setting)
    values = _parsed(name, tokens, parser, setting, is_old=is_old)
    # What is no value once variables are filled in takes the place of the declaration before it all the same.
    return values or [(longhand, UNKNOWN) for longhand in LONGHANDS.get(name, (name,)) if has_variable]


def _parsed(
    name: str, tokens: Sequence[Node], parser: Parser, setting: Setting | None, *, is_old: bool
) -> Sequence[Pair]:
    """Give the values that a parser takes from tokens; UNKNOWN ones where nobody knows what stands there."""
    if len(tokens) > MOST_VALUES or any(map(is_variable, tokens)):
        return [(longhand, UNKNOWN) for longhand in LONGHANDS.get(name, (name,))]
    if not tokens or (is_of_old_pages(name, tokens) and not (is_old and name in OLD)):
        return ()
    if setting is not None and setting.rem != USUAL_SIZE:
        tokens = [_in_pixels(token, setting.rem) for token in tokens]
    return [*parser(name, tokens)]


def _in_pixels(token: Node, rem: float) -> Node:
    """Give a token with lengths in pixels for those that are of the size of the root: ``.16rem``."""
    place = token.source_line, token.source_column
    if token.type == "dimension" and token.lower_unit == "rem":
        length = token.value * rem
        return DimensionToken(*place, length, None, repr(length), "px")
    # calc(.1rem + 2px)
    if token.type == "function":
        return FunctionBlock(*place, token.name, [_in_pixels(each, rem) for each in token.arguments])
    if token.type == "() block":
        return ParenthesesBlock(*place, [_in_pixels(each, rem) for each in token.content])
    return token


def of_style(style: str, setting: Setting | None = None, *, is_old: bool) -> Iterator[tuple[str, Value, bool]]:
    """Give the declarations of the style of an element; of one that is not parsed, that nobody knows what it does."""
    if len(style) > LONGEST_STYLE or is_unparsable(style):
        return iter([("all", "some", True)])
    items = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    return declarations(items, setting, is_old=is_old)


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
