"""The rules of style sheets that matter: what hides, raises, strikes, recolours or adds something, and its rivals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

import tinycss2
from attrs import evolve, frozen
from tinycss2.ast import Node

from govdisclosure.formats.html._colours import WHITE, Colour, Gradient, luminance, over
from govdisclosure.formats.html._declared import declarations, is_unparsable
from govdisclosure.formats.html._effects import PLAIN, look_of_values
from govdisclosure.formats.html._media import BLANKS, content_of, does_hold
from govdisclosure.formats.html._thresholds import (
    DARKEST_PAPER,
    DEEPEST_BRACKETS,
    LARGEST_SURE,
    LIGHTEST_INK,
    MOST_OF_SHEETS,
    MOST_SELECTORS,
    OTHER_SIZE,
    SMALLEST_SURE,
    TALLEST_RISKY,
    WIDEST_RISKY,
)
from govdisclosure.formats.html._tokens import Value, split_at_commas
from govdisclosure.formats.html._variables import Setting, Variables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ROOM: Final = ("width", "height", "max-width", "max-height", "overflow-x", "overflow-y")
_MINIMA: Final = ("min-width", "min-height")
_FAMILIES: Final = {
    **dict.fromkeys(("position", "top", "right", "bottom", "left", "clip", "z-index", "transform"), "position"),
    **dict.fromkeys(("color", "text-fill-color", "background-color", "background-image"), "colour"),
    **dict.fromkeys((*_ROOM, *_MINIMA), "room"),
    **dict.fromkeys(("outline-style", "outline-offset"), "outline"),
}
"""Properties that do something together only."""

_OF_BOXES: Final = {
    "room",
    *(f"{part}-{side}" for part in ("margin", "padding") for side in ("top", "right", "bottom", "left")),
}

# [v-cloak] {display: none}, until the script of the page has run
_CLOAKS: Final = ("v-cloak", "ng-cloak", "x-cloak")


Layer: TypeAlias = "tuple[float, ...]"
"""A layer by the numbers of those around it and its own; a later one wins, and over those in it what is in none."""

NO_LAYER: Final[Layer] = (math.inf,)
_Names: TypeAlias = "tuple[str, ...]"


class OverBudgetError(Exception):
    """The style sheets of a page are more than is looked at."""


@frozen(eq=False)
class Rule:
    """
    A rule of a style sheet.

    Args:
        selectors: What each of its selectors is written as.
        values: Property, value and importance of its declarations.
        layer: The layer that it stands in.
        is_sure: Whether it is known to hold; else only what it hides counts.
    """

    selectors: Sequence[Sequence[Node]]
    values: Sequence[tuple[str, Value, bool]]
    layer: Layer = NO_LAYER
    is_sure: bool = True


@lru_cache(maxsize=32)
def relevant_rules(
    sheets: tuple[str, ...], styles: frozenset[str], rem: float, *, is_old: bool
) -> tuple[tuple[Rule, ...], Setting]:
    """
    Give the rules of the style sheets of a page that matter, in their order, and what is set for all its elements.

    Args:
        sheets: The style sheets.
        styles: The styles of elements that set variables.
        rem: Pixels of the letters of the root.
        is_old: Whether the page is of the old kind.

    Raises:
        OverBudgetError: If there are too many, or they are too deep in each other.
    """
    if sum(map(len, (*sheets, *styles))) > MOST_OF_SHEETS or any(map(is_unparsable, (*sheets, *styles))):
        raise OverBudgetError
    parsed = [tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True) for sheet in sheets]
    variables = Variables()
    for items in parsed:
        variables.gather(items)
    for style in styles:
        variables.gather(tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True))
    setting = Setting(variables.values, variables.of_root, rem)
    walk = _Walk(setting, is_old=is_old)
    rules: list[Rule] = []
    for items in parsed:
        rules += walk.rules(items, [])
    families = {
        family(name) for rule in rules for name, value, important in rule.values if important or is_risky(name, value)
    }
    # What is placed may be cut back or pushed out by what else is said of it.
    if "position" in families:
        families |= _OF_BOXES
    kept = [_with(rule, families) for rule in rules]
    relevant = tuple(rule for rule in kept if rule.values)
    if sum(len(rule.selectors) for rule in relevant) > MOST_SELECTORS:
        raise OverBudgetError
    return relevant, setting


def family(name: str) -> str:
    """Name what a property does something together with."""
    return _FAMILIES.get(name, name)


def _with(rule: Rule, families: set[str]) -> Rule:
    values = [
        (name, value, important)
        for name, value, important in rule.values
        if family(name) in families and (rule.is_sure or is_risky(name, value))
    ]
    return Rule(rule.selectors, values, rule.layer, rule.is_sure)


@lru_cache(maxsize=4096)
def is_risky(name: str, value: Value) -> bool:
    """Tell whether a declaration may hide, raise, strike, recolour or add something, or make something small."""
    if name == "display":
        return True
    if isinstance(value, tuple):
        return _is_risky_colour(value, is_ground=name == "background-color")
    if name == "background-image" or isinstance(value, Gradient):
        return True
    if isinstance(value, str):
        return name == "content" or _does_something(name, value)
    if math.isnan(value):
        return name not in {*_ROOM, *_MINIMA}
    return _is_risky_number(name, value)


def _is_risky_colour(colour: Colour, *, is_ground: bool) -> bool:
    """Tell whether a colour is not far from that of the paper, or of ink."""
    if not is_ground:
        return colour[3] < 1 or luminance(colour) > LIGHTEST_INK
    return colour[3] > 0 and luminance(over(colour, WHITE)) < DARKEST_PAPER


def _is_risky_number(name: str, value: float) -> bool:
    if name in _ROOM:
        return value < (TALLEST_RISKY if name.endswith("height") else WIDEST_RISKY)
    if name == "font-size":
        return not SMALLEST_SURE <= value <= LARGEST_SURE if value >= 0 else not OTHER_SIZE <= -value <= 1 / OTHER_SIZE
    # outline-offset: -14px, by which a line may lie over what it is drawn around
    if name == "outline-offset":
        return value < 0
    return value != 0 if family(name) == "position" else _does_something(name, value)


def _does_something(name: str, value: Value) -> bool:
    # position: relative, which does nothing by itself
    return evolve(look_of_values({name: value}), holds=False) != PLAIN


class _Walk:
    """
    Gathers the rules of sheets, in media and in each other.

    Args:
        setting: What is set for all elements of the page.
        is_old: Whether they are those of a page of the old kind.
    """

    def __init__(self, setting: Setting, *, is_old: bool) -> None:
        self._setting = setting
        self._is_old = is_old
        # The numbers of layers, by their names after those of the layers around them.
        self._layers: dict[_Names, int] = {}

    def rules(
        self,
        items: Iterable[Node],
        around: Sequence[Sequence[Node]],
        *,
        layer: _Names = (),
        is_sure: bool = True,
    ) -> Iterator[Rule]:
        """
        Give the rules among parsed items.

        Args:
            items: The items.
            around: The selectors of the rule that they stand in.
            layer: The names of the layers that they stand in.
            is_sure: Whether what is around them is known to hold.

        Raises:
            OverBudgetError: If one is not taken apart, or nobody knows in which order its layer is.
        """
        own = [item for item in items if item.type == "declaration"] if around else []
        if own:
            declared = declarations(own, self._setting, is_old=self._is_old)
            yield Rule(around, [*declared], self._number(layer), is_sure)
        for item in items:
            if item.type == "qualified-rule":
                selectors = _nested(split_at_commas(item.prelude), around)
                if not any(cloak in tinycss2.serialize(item.prelude[:20]) for cloak in _CLOAKS):
                    yield from self.rules(
                        content_of(item),
                        selectors,
                        layer=layer,
                        is_sure=is_sure,
                    )
            # @import url("data:text/css,…"), a sheet in the page itself
            elif item.type == "at-rule" and item.lower_at_keyword == "import" and _is_in_page(item.prelude):
                raise OverBudgetError
            # @layer base, theme; @import url(a.css) layer(base);
            elif item.type == "at-rule" and not item.content:
                self._name_layers(item, layer, is_sure=is_sure)
            elif item.type == "at-rule" and item.content:
                yield from self._conditional(item, around, layer, is_sure=is_sure)

    def _conditional(
        self, item: Node, around: Sequence[Sequence[Node]], layer: _Names, *, is_sure: bool
    ) -> Iterator[Rule]:
        """Give the rules in an at-rule, if it may hold."""
        holds = does_hold(item)
        if holds is False:
            return
        if item.lower_at_keyword == "layer":
            named = self._name_layers(item, layer, is_sure=is_sure)
            # @layer a, b {…}
            if len(named) > 1:
                return
            layer = named[0]
        yield from self.rules(content_of(item), around, layer=layer, is_sure=is_sure and holds is True)

    def _name_layers(self, item: Node, around: _Names, *, is_sure: bool) -> list[_Names]:
        """Take the layers that an at-rule names, in the order in which they win over each other."""
        named: list[_Names] = []
        # @layer base, theme.dark {…}, @layer {…}
        for tokens in _layers_of(item):
            name = BLANKS.sub("", tinycss2.serialize(tokens)) or f"\0{len(self._layers)}"
            names = (*around, *name.split("."))
            for end in range(len(around) + 1, len(names) + 1):
                is_new = names[:end] not in self._layers
                if (is_new and not is_sure) or end > DEEPEST_BRACKETS:
                    raise OverBudgetError
                self._layers.setdefault(names[:end], len(self._layers))
            named.append(names)
        return named

    def _number(self, layer: _Names) -> Layer:
        return (*(float(self._layers[layer[:end]]) for end in range(1, len(layer) + 1)), *NO_LAYER)


def _layers_of(item: Node) -> list[Sequence[Node]]:
    if item.lower_at_keyword == "layer":
        return [*split_at_commas(item.prelude)]
    return [token.arguments for token in item.prelude if token.type == "function" and token.lower_name == "layer"]


def _is_in_page(tokens: Iterable[Node]) -> bool:
    addresses = [token.value for token in tokens if token.type in {"url", "string"}]
    addresses += [each.value for token in tokens if token.type == "function" for each in token.arguments[:1]]
    return any(str(address).lstrip().lower().startswith("data:") for address in addresses)


def _nested(selectors: Sequence[Sequence[Node]], around: Sequence[Sequence[Node]]) -> Sequence[Sequence[Node]]:
    """Give the selectors of a rule in another one: ``td { & > b {…} }``."""
    if not around:
        return selectors
    if len(around) * len(selectors) > MOST_SELECTORS:
        raise OverBudgetError
    return [_joined(outer, inner) for outer in around for inner in selectors]


def _joined(outer: Sequence[Node], inner: Sequence[Node]) -> Sequence[Node]:
    tokens = [*inner]
    while tokens and tokens[0].type == "whitespace":
        del tokens[0]
    # & > b, and b for & b
    is_led = bool(tokens) and _stands_for_outer(tokens[0])
    whole = [*outer, *([] if is_led else _BLANK)]
    if not is_led and any(map(_stands_for_outer, tokens)):
        whole = []
    for token in tokens[1:] if is_led else tokens:
        # .x &
        whole += _as_list(outer) if _stands_for_outer(token) else [token]
    return whole


def _stands_for_outer(token: Node) -> bool:
    return bool(token.type == "literal" and token.value == "&")


def _as_list(selector: Sequence[Node]) -> list[Node]:
    parsed: list[Node] = tinycss2.parse_component_value_list(f":is({tinycss2.serialize(selector)})")
    return parsed


_BLANK: Final = tinycss2.parse_component_value_list(" ")
