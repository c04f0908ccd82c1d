"""Pages with style sheets of their own: what these do to the elements of tables, and to those around tables."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, Protocol
from xml.etree.ElementTree import Element, TreeBuilder

import cssselect2
import tinycss2
from attrs import evolve

from govdisclosure.form.wording import problem
from govdisclosure.formats.html._declared import of_style
from govdisclosure.formats.html._effects import Effect, Look, Mark, look_of, look_of_values
from govdisclosure.formats.html._media import holds
from govdisclosure.formats.html._page import Page
from govdisclosure.formats.html._rules import OverBudgetError, is_risky, relevant_rules
from govdisclosure.formats.html._selectors import Matching, compiled, key_of, parts_of
from govdisclosure.formats.html._shown import ROOTS
from govdisclosure.formats.html._thresholds import UNCLOSED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from tinycss2.ast import Node

    from govdisclosure.formats._limits import Limits
    from govdisclosure.formats.html._declared import Value
    from govdisclosure.formats.html._rules import Rule
    from govdisclosure.formats.html._text import Attributes

_SHEET: Final = re.compile(b"<(?i:style)")
_DOCTYPE: Final = re.compile(rb"<!doctype\s+html(?:[^>]*http[^>]*|\s*|\s+system[^>]*)>", re.IGNORECASE)
_START: Final = 2_048
_TYPES: Final = ("", "text/css")


class _Parse(Protocol):
    """Parses the page with a target."""

    def __call__(self, target: _Tree, /) -> Element: ...


def target(utf8: bytes, limits: Limits, parse: Callable[[_Tree], Element]) -> Page:
    """Give the target that a page is read with: that for style sheets only where it has some that matter."""
    if _SHEET.search(utf8) is None:
        return Page(limits)
    pieces = (piece.partition(b">")[2].partition(b"</")[0] for piece in _SHEET.split(utf8)[1:])
    try:
        rules, _ = relevant_rules(tuple(piece.decode(errors="replace") for piece in pieces))
        if not rules:
            return Page(limits)
        return _StyledPage(limits, _looks(parse(_Tree(limits)), is_old=_DOCTYPE.search(utf8, 0, _START) is None))
    except OverBudgetError:
        return _DoubtfulPage(limits)


class _Tree:
    """
    Target of a parser: builds the tree that selectors are held against.

    Args:
        limits: The bounds within which the page is read.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._deepest = UNCLOSED * limits.max_depth
        self._depth = 0
        self._builder = TreeBuilder()
        self.data = self._builder.data

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """
        Begin an element.

        Raises:
            ReadError: If it is too deep.
        """
        self._depth += 1
        if self._depth > self._deepest:
            raise problem("BEYOND-LIMIT", name="max_depth", limit=self._limits.max_depth)
        self._builder.start(tag, dict(attributes))

    def end(self, tag: str) -> None:
        """End an element."""
        self._depth -= 1
        self._builder.end(tag)

    def close(self) -> Element:
        """Give the root of the tree."""
        return self._builder.close()


class _StyledPage(Page):
    """
    Target of a parser for a page whose style sheets matter.

    Args:
        limits: The bounds within which it is read.
        looks: What is done to elements, by their places among all.
    """

    def __init__(self, limits: Limits, looks: Mapping[int, Look]) -> None:
        super().__init__(limits)
        self._looks = looks
        self._index = -1

    def start(self, tag: str, attributes: Attributes, *, look: Look | None = None) -> None:
        """Begin an element."""
        self._index += 1
        super().start(tag, attributes, look=self._looks.get(self._index, look))


class _DoubtfulPage(Page):
    """Target of a parser for a page with more style sheets than are looked at: no figure of it is sure."""

    def table(self, attributes: Attributes) -> Callable[[], None]:
        """Begin a table."""
        end = super().table(attributes)
        self._tables[-1].is_in_doubt = True
        return end


def _looks(root: Element, *, is_old: bool) -> dict[int, Look]:
    """Tell what the style sheets of a page do to its elements in and around tables, by their places among all."""
    sheets = [
        "".join(style.itertext())
        for style in root.iter("style")
        if style.get("type", "").lower() in _TYPES and _is_for_screens(style.get("media", ""))
    ]
    # A page of the old kind has names in any case.
    if is_old:
        sheets = list(map(str.lower, sheets))
        for element in root.iter():
            element.attrib.update({name: value.lower() for name, value in element.items() if name in {"class", "id"}})
    rules, variables = relevant_rules(tuple(sheets))
    styling = _Styling(root, variables)
    for order, rule in enumerate(rules):
        styling.apply(rule, order)
    return styling.looks()


def _is_for_screens(media: str) -> bool:
    return holds(tinycss2.parse_component_value_list(media)) is not False


class _Styling:
    """
    Holds rules against the elements of a page that are in tables or around them.

    Args:
        root: The root of the page.
        variables: The variables of its style sheets.
    """

    def __init__(self, root: Element, variables: Mapping[str, Sequence[Node]]) -> None:
        self._variables = variables
        elements = [*cssselect2.ElementWrapper.from_html_root(root).iter_subtree()]
        self._places = {id(element): place for place, element in enumerate(elements)}
        self._matching = Matching(len(elements))
        self._in_tables: set[int] = set()
        self._elements: dict[int, Any] = {}
        self._by_key: dict[tuple[str, str], list[Any]] = defaultdict(list)
        self._gather(elements)
        # What holds for an element or one of its pseudo-elements: precedence, property and value.
        self._matched: dict[tuple[int, str | None], list[tuple[_Rank, str, Value]]] = defaultdict(list)

    def _gather(self, elements: Iterable[Any]) -> None:
        """Take the elements in tables, and those around tables."""
        for place, element in enumerate(elements):
            parent = self._places.get(id(element.parent), -1)
            if element.local_name == "table" or parent in self._in_tables:
                self._in_tables.add(place)
                self._elements[place] = element
                around = element.parent if parent not in self._in_tables else None
                while around is not None and self._places[id(around)] not in self._elements:
                    self._elements[self._places[id(around)]] = around
                    around = around.parent
        for element in self._elements.values():
            keys = [("", ""), ("tag", element.local_name), ("id", element.id)]
            for key in (*keys, *(("class", name) for name in element.classes)):
                self._by_key[key].append(element)

    def apply(self, rule: Rule, order: int) -> None:
        """Hold a rule against the elements."""
        parts = [parts_of(tokens) for tokens in rule.selectors]
        is_whole = rule.is_sure and None not in parts
        for compounds, combinators in filter(None, parts):
            elements = self._by_key.get(key_of(compounds[-1]))
            if elements is None:
                continue
            selector = compiled(compounds, combinators)
            if selector is None:
                continue
            is_sure = is_whole and selector.is_sure
            values = [each for each in rule.values if is_sure or is_risky(each[0], each[1])]
            for element in self._matching.matching(selector, elements):
                matched = self._matched[self._places[id(element)], selector.pseudo]
                for name, value, important in values:
                    is_outer = rule.is_in_layer is important
                    matched.append(((important, 0, is_outer, selector.specificity, order), name, value))

    def looks(self) -> dict[int, Look]:
        """Give the looks of the elements that some rule does something to."""
        places = {place for place, _ in self._matched}
        places.update(place for place, element in self._elements.items() if "var(" in element.etree_element.get("style", ""))
        return {place: self._look(place, self._elements[place]) for place in places}

    def _look(self, place: int, element: Any) -> Look:  # noqa: ANN401 - cssselect2 is without types
        style = element.etree_element.get("style", "")
        matched = [*self._matched[place, None]]
        matched += [((important, 1, True, (0, 0, 0), 0), name, value) for name, value, important in of_style(style, self._variables)]
        look = _of(matched)
        if element.local_name not in ROOTS:
            look = _doubted(look, look_of(style), is_in_table=place in self._in_tables)
        for pseudo in ("before", "after"):
            look = evolve(look, adds=look.adds or _adds(self._matched[place, pseudo]))
        # td::first-letter {font-size: 0}
        if any(self._matched[place, pseudo] for pseudo in ("first-letter", "first-line")):
            look = _unseen(look)
        return look


_Rank = tuple[bool, int, bool, tuple[int, int, int], int]


def _of(matched: Sequence[tuple[_Rank, str, Value]]) -> Look:
    """Give what declarations do, of which the one of the highest rank wins."""
    ordered = sorted(matched, key=lambda each: each[0])
    return look_of_values({name: value for _, name, value in ordered})


def _adds(matched: Sequence[tuple[_Rank, str, Value]]) -> bool:
    """Tell whether a pseudo-element shows something of its own, or covers something."""
    values = {name: value for _, name, value in sorted(matched, key=lambda each: each[0])}
    look = look_of_values(values)
    if look.effect in {Effect.GONE, Effect.VEILED, Effect.FADED, Effect.TINY, Effect.OUT_OF_SIGHT} or look.room == 0:
        return False
    return look.adds or (values.get("content") == "empty" and look.covers)


def _doubted(look: Look, own: Look, *, is_in_table: bool) -> Look:
    """
    Give a look in which nothing is sure that a style sheet does: a script or another sheet may undo it.

    Args:
        look: What all styles do to an element.
        own: What its own style does.
        is_in_table: Whether it is in a table; what fades in around one is seen in a moment.
    """
    if look.effect is own.effect:
        return look
    hidden = look.effect if look.effect in _HIDING else None
    if hidden is Effect.FADED and not is_in_table:
        return evolve(look, effect=None, block=Mark.NONE)
    look = evolve(look, effect=None, moves=look.moves or Effect.GONE in {look.effect, own.effect})
    return _unseen(look) if hidden or own.effect in {*_HIDING, Effect.TINY} else look


_HIDING: Final = (Effect.GONE, Effect.VEILED, Effect.FADED, Effect.OUT_OF_SIGHT)


def _unseen(look: Look) -> Look:
    return evolve(look, inline=Mark.UNSEEN, block=Mark.UNSEEN)


