"""What is set for all the elements of a page: variables of its style sheets, and the size that others are told by."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

import tinycss2
from attrs import frozen
from tinycss2.ast import Node

from govdisclosure.formats.html._lengths import USUAL_SIZE
from govdisclosure.formats.html._media import content_of, does_hold
from govdisclosure.formats.html._properties import WIDE
from govdisclosure.formats.html._thresholds import DEEPEST_VARIABLES, LONGEST_VARIABLE, MOST_VALUES
from govdisclosure.formats.html._tokens import idents_among, is_sign, split_at_commas, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_OF_ALL: Final = frozenset({":root", "html", "body", "*"})


@frozen(eq=False)
class Setting:
    """
    What is set for all the elements of a page.

    Args:
        variables: The values of its variables, by their names in small letters; None where nobody knows one.
        of_root: The names of those that have their value everywhere.
        rem: Pixels of the letters of its root.
    """

    variables: Mapping[str, Sequence[Node] | None]
    of_root: Collection[str] = ()
    rem: float = USUAL_SIZE


class Variables:
    """Gathers the variables that style sheets and the styles of elements set."""

    def __init__(self) -> None:
        self.values: dict[str, Sequence[Node] | None] = {}
        self.of_root: set[str] = set()

    def gather(self, items: Iterable[Node], *, is_sure: bool = True, is_of_root: bool = False) -> None:
        """
        Take the variables that parsed items set.

        Args:
            items: The items.
            is_sure: Whether rules among them surely hold.
            is_of_root: Whether what is declared among them holds for the root of the page, and so for all in it.
        """
        for item in items:
            if item.type == "declaration" and item.name.startswith("--"):
                self._set(item, is_of_root=is_of_root)
            elif item.type == "qualified-rule":
                content = content_of(item)
                self.gather(content, is_sure=False, is_of_root=is_sure and _is_of_all(item, content))
            # @property --c {initial-value: #fff; …}
            elif item.type == "at-rule" and item.lower_at_keyword == "property":
                self.values[tinycss2.serialize(item.prelude).strip().lower()] = None
            elif item.type == "at-rule" and item.content and does_hold(item) is not False:
                self.gather(content_of(item), is_sure=is_sure and does_hold(item) is True)

    def _set(self, item: Node, *, is_of_root: bool) -> None:
        name = item.name.lower()
        printed = tinycss2.serialize(item.value)
        words = words_of(item.value)
        # --c: initial, which is none
        is_known = len(printed) <= LONGEST_VARIABLE and WIDE.isdisjoint(idents_among(words))
        before = self.values.get(name, words)
        is_same = before is not None and tinycss2.serialize(before) == tinycss2.serialize(words)
        self.values[name] = words if is_known and is_same else None
        if is_of_root:
            self.of_root.add(name)


def _is_of_all(rule: Node, content: Iterable[Node]) -> bool:
    """Tell whether a rule that sets variables sets them for the root of the page."""
    if not any(item.type == "declaration" and item.name.startswith("--") for item in content):
        return False
    return not _OF_ALL.isdisjoint(
        tinycss2.serialize(selector).strip().lower() for selector in split_at_commas(rule.prelude)
    )


def is_variable(token: Node) -> bool:
    """Tell whether a token stands for the value of a variable."""
    return bool(token.type == "function" and token.lower_name == "var")


def filled_in(tokens: Sequence[Node], setting: Setting) -> Sequence[Node]:
    """Put the values of variables in their places, and those of the variables in these."""
    for _ in range(DEEPEST_VARIABLES):
        if len(tokens) > MOST_VALUES or not any(map(is_variable, tokens)):
            break
        tokens = [*chain.from_iterable(_value(token, setting) if is_variable(token) else [token] for token in tokens)]
    return tokens


def _value(variable: Node, setting: Setting) -> Sequence[Node]:
    """Give what stands for a variable: ``var(--c, #333)``; itself where nobody knows."""
    name, *others = words_of(variable.arguments) or [variable]
    otherwise = others[1:] if others and is_sign(others[0], ",") else None
    # var(#fff, #333)
    if name.type != "ident":
        return [variable]
    known = name.value.lower()
    value = setting.variables.get(known, otherwise)
    # .dark {--c: #fff}, for some elements only
    is_one = otherwise is None or known in setting.of_root
    if value is None or not (is_one or tinycss2.serialize(value) == tinycss2.serialize(otherwise)):
        return [variable]
    return value
