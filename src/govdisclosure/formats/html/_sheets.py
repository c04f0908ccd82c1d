"""Pages with style sheets of their own: what these do to the elements of tables, and to those around tables."""

from __future__ import annotations

import html
import math
import re
from collections import defaultdict
from functools import lru_cache, partial
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeAlias

import cssselect2
import tinycss2
from attrs import evolve

from govdisclosure.formats.html._declared import is_unparsable, of_style
from govdisclosure.formats.html._effects import HIDING, PLAIN, Effect, Look, Mark, look_of, look_of_values
from govdisclosure.formats.html._lengths import UNKNOWN, USUAL_SIZE
from govdisclosure.formats.html._media import holds
from govdisclosure.formats.html._page import PLACE, Page
from govdisclosure.formats.html._rules import NO_LAYER, OverBudgetError, is_risky, relevant_rules
from govdisclosure.formats.html._selectors import Matching, compiled, key_of, parts_of
from govdisclosure.formats.html._shown import ROOTS
from govdisclosure.formats.html._thresholds import MOST_DECLARED, MOST_STYLES
from govdisclosure.formats.html._tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any
    from xml.etree.ElementTree import Element

    from govdisclosure.form.clock import Clock
    from govdisclosure.formats._limits import Limits
    from govdisclosure.formats.html._rules import Layer, Rule
    from govdisclosure.formats.html._selectors import Selector
    from govdisclosure.formats.html._text import Attributes
    from govdisclosure.formats.html._tokens import Value
    from govdisclosure.formats.html._variables import Setting

_SHEET: Final = re.compile(b"<(?i:style)")
_LINK: Final = re.compile(rb"""<link\b(?:[^>"']++|"[^"]*+"|'[^']*+')*+""", re.IGNORECASE)
_DOCTYPE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->|<\?[^>]*>)*+<!doctype\s++html([^>]*+)>", re.IGNORECASE | re.DOTALL
)
# A page may hold nothing but its declaration: each of these goes through it once.
_OF_TODAY: Final = re.compile(rb"\s*+|\s++system.*+|\s++public\s.*(?:xhtml|html 4\.01?//).*+", re.DOTALL)
_PUBLIC: Final = re.compile(rb"\s++public\s")
_IF_LINKED: Final = b"html 4.01 "
_TYPES: Final = ("", "text/css")
_ROOT: Final = 0
"""The place of the root among the elements of a page."""

# A style of an element that may set a variable, one that is told by what is set for the whole page, one by its root.
_MAY_SET_VARIABLE: Final = re.compile(r"--[^():;,]*+:|\\")
_OF_PAGE: Final = re.compile(r"(?i:var\(|rem\b)|\\")
_REM: Final = re.compile(r"(?i:rem\b)|\\")


def pages(utf8: bytes, limits: Limits, parse: Callable[[Tree], list[Element]], clock: Clock) -> Callable[[], Page]:
    """Give what makes targets that a page is read with: those for style sheets only where it has some that matter."""
    is_old = is_of_old_kind(utf8)
    plain = partial(Page, limits, is_old=is_old)
    in_doubt = partial(plain, is_in_doubt=True)
    # <link rel="stylesheet" href="data:text/css,…">, a sheet that is not taken apart
    if any(map(_is_sheet_in_page, _LINK.findall(utf8))):
        return in_doubt
    if _SHEET.search(utf8) is None:
        return plain
    pieces = (piece.partition(b">")[2].partition(b"</")[0] for piece in _SHEET.split(utf8)[1:])
    try:
        sheets = tuple(piece.decode(errors="replace") for piece in pieces)
        rules, _ = relevant_rules(sheets, frozenset(), USUAL_SIZE, is_old=is_old)
        # td {color: var(--c, #333)}, of which an element may set the variable
        if not rules and not any(map(_OF_PAGE.search, sheets)):
            return plain
        elements = parse(Tree(limits))
        # <!--<style>td {display: none}</style>, a page without any element
        if not elements:
            return plain
        return partial(StyledPage, limits, _looks(elements, clock, is_old=is_old), is_old=is_old)
    except OverBudgetError:
        # More than is looked at: no figure of the page is sure.
        return in_doubt


def is_of_old_kind(utf8: bytes) -> bool:
    """Tell whether a page is one without a document type or with that of an old one, which browsers read otherwise."""
    doctype = _DOCTYPE.match(utf8)
    if doctype is None:
        return True
    declared = doctype[1].lower()
    # <!DOCTYPE html>, <!DOCTYPE html SYSTEM "about:legacy-compat">, <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 …">
    if _OF_TODAY.fullmatch(declared) is not None:
        return False
    # <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
    return _PUBLIC.match(declared) is None or b"http" not in declared.partition(_IF_LINKED)[2]


def _is_sheet_in_page(link: bytes) -> bool:
    written = html.unescape(link.decode(errors="replace")).lower()
    return "data:" in written and "stylesheet" in written


class StyledPage(Page):
    """
    Target of a parser for a page whose style sheets matter.

    Args:
        limits: The bounds within which it is read.
        looks: What is done to elements, by their places among all.
        is_old: Whether it is of the old kind.
    """

    def __init__(self, limits: Limits, looks: Mapping[int, Look], *, is_old: bool) -> None:
        super().__init__(limits, is_old=is_old)
        self._looks = looks
        self._index = -1

    def start(self, tag: str, attributes: Attributes, *, look: Look | None = None) -> None:
        """Begin an element."""
        self._index = int(attributes.get(PLACE, self._index + 1))
        super().start(tag, attributes, look=self._looks.get(self._index, look))


def _looks(elements: Sequence[Element], clock: Clock, *, is_old: bool) -> dict[int, Look]:
    """
    Tell what the style sheets of a page do to its elements in and around tables, by their places among all.

    Raises:
        OverBudgetError: If the sheets declare too much for them.
    """
    sheets = [
        style.text or ""
        for style in elements
        if style.tag == "style" and style.get("type", "").lower() in _TYPES and _is_for_screens(style.get("media", ""))
    ]
    # A page of the old kind has names in any case.
    if is_old:
        sheets = list(map(str.lower, sheets))
        for element in elements:
            element.attrib.update({name: value.lower() for name, value in element.items() if name in {"class", "id"}})
    styles = {element.get("style", "") for element in elements}
    setting = frozenset(style for style in styles if _MAY_SET_VARIABLE.search(style) is not None)

    def styled(rem: float) -> _Styling:
        rules, of_page = relevant_rules(tuple(sheets), setting, rem, is_old=is_old)
        styling = _Styling(elements, of_page, is_old=is_old)
        for order, rule in enumerate(clock.between(rules)):
            styling.apply(rule, order)
        return styling

    styling = styled(USUAL_SIZE)
    rem = styling.size_of_root()
    # html{font-size:100px} td{font-size:.16rem}
    if rem != USUAL_SIZE and any(map(_REM.search, (*sheets, *styles))):
        styling = styled(rem)
    return styling.looks()


def _is_for_screens(media: str) -> bool:
    return is_unparsable(media) or holds(tinycss2.parse_component_value_list(media)) is not False


def _keys_of(element: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - cssselect2 is without types
    """Give what a selector can ask of an element, as ``key_of`` gives it."""
    keys = [("", ""), ("tag", element.local_name), ("id", element.id)]
    return [*keys, *(("class", name) for name in element.classes)]


class _Styling:
    """
    Holds rules against the elements of a page that are in tables or around them.

    Args:
        elements: The elements of the page in their order, the root first.
        setting: What is set for all of them.
        is_old: Whether it is of the old kind.
    """

    def __init__(self, elements: Sequence[Element], setting: Setting, *, is_old: bool) -> None:
        self._is_old = is_old
        self._setting = setting
        # Those that only a browser adds have no place.
        self._places = {id(element): place for place, element in enumerate(elements)}
        self._matching = Matching(len(elements))
        self._declared = MOST_DECLARED
        self._in_tables: set[int] = set()
        self._elements: dict[int, Any] = {}
        self._by_key: dict[tuple[str, str], list[Any]] = defaultdict(list)
        # What there is anywhere on the page: without a #menu, nothing is in one.
        self._there: set[tuple[str, str]] = set()
        self._gather(cssselect2.ElementWrapper.from_html_root(elements[0]).iter_subtree())
        # What holds for an element or one of its pseudo-elements: precedence, property and value.
        self._matched: dict[tuple[int, str | None], list[_Declared]] = defaultdict(list)

        # The elements that a rule may hold for, and whether it may move them.
        self._unsure: dict[int, bool] = defaultdict(bool)
        # What else the letters of the root may be: @media (min-width: 1400px) {html {font-size: 20px}}
        self._sizes_of_root: list[Value] = []

    def _gather(self, elements: Iterable[Any]) -> None:
        """Take the elements in tables, and those around tables."""
        inside: set[int] = set()
        for element in elements:
            self._there.update(_keys_of(element))
            is_inside = id(element.parent) in inside
            if element.local_name != "table" and not is_inside:
                continue
            inside.add(id(element))
            self._take(element)
            self._in_tables.add(self._place(element))
            around = None if is_inside else element.parent
            while around is not None and self._place(around) not in self._elements:
                self._take(around)
                around = around.parent

    def _take(self, element: Any) -> None:  # noqa: ANN401 - cssselect2 is without types
        self._elements[self._place(element)] = element
        for key in _keys_of(element):
            self._by_key[key].append(element)

    def _place(self, element: Any) -> int:  # noqa: ANN401 - as above
        return self._places.get(id(element.etree_element), -1)

    def apply(self, rule: Rule, order: int) -> None:
        """Hold a rule against the elements."""
        selectors = [parts_of(tokens) for tokens in rule.selectors]
        # td b,, {display: none}
        if None in selectors:
            return
        chosen: list[tuple[Selector | None, list[Any]]] = []
        for compounds, combinators in filter(None, selectors):
            elements = self._by_key.get(key_of(compounds[-1]))
            if elements is not None:
                is_there = self._there.issuperset(map(key_of, compounds))
                chosen.append((compiled(compounds, combinators), elements if is_there else []))
        is_sure = rule.is_sure and all(selector is not None for selector, _ in chosen)
        for selector, elements in chosen:
            if selector is not None:
                self._match(selector, elements, rule, order, is_sure=is_sure and selector.is_sure)

    def _match(self, selector: Selector, elements: Iterable[Any], rule: Rule, order: int, *, is_sure: bool) -> None:
        """Note what a rule declares for the elements that match one of its selectors."""
        if not is_sure and not any(is_risky(name, value) for name, value, _ in rule.values):
            return
        for element in self._matching.matching(selector, elements):
            place = self._place(element)
            if not is_sure:
                self._unsure[place] |= any(name in _PLACING for name, _, _ in rule.values)
                if place == _ROOT:
                    self._sizes_of_root += [value for name, value, _ in rule.values if name == "font-size"]
                continue
            self._declared -= len(rule.values)
            if self._declared < 0:
                raise OverBudgetError
            matched = self._matched[place, selector.pseudo]
            for name, value, important in rule.values:
                # Of important ones, the layer that comes first wins.
                layer = tuple(-number for number in rule.layer) if important else rule.layer
                matched.append(((important, 0, layer, selector.specificity, order), name, value))

    def looks(self) -> dict[int, Look]:
        """Give the looks of the elements that some rule does something to."""
        places = {*self._unsure, *map(itemgetter(0), self._matched)}
        places.update(
            place
            for place, element in self._elements.items()
            if _OF_PAGE.search(element.etree_element.get("style", "")) is not None
        )
        elements = {place: self._elements[place] for place in places if place >= 0}
        if len({element.etree_element.get("style", "") for element in elements.values()}) > MOST_STYLES:
            raise OverBudgetError
        return {place: self._look(place, element) for place, element in elements.items()}

    def size_of_root(self) -> float:
        """Give the pixels of the letters of the root; of several sizes that it may have, the least."""
        root = self._elements.get(_ROOT)
        if root is None:
            return USUAL_SIZE
        declared = dict(_winning(self._declared_for(_ROOT, root))).get("font-size", USUAL_SIZE)
        sizes = [_size_of_root(value) for value in (declared, *self._sizes_of_root)]
        return UNKNOWN if any(map(math.isnan, sizes)) else min(sizes)

    def _declared_for(self, place: int, element: Any) -> list[_Declared]:  # noqa: ANN401 - as above
        """Give what rules and its own style declare for an element."""
        own = of_style(element.etree_element.get("style", ""), self._setting, is_old=self._is_old)
        of_itself = [((important, 1, NO_LAYER, (0, 0, 0), 0), name, value) for name, value, important in own]
        return [*self._matched.get((place, None), ()), *of_itself]

    def _is_word_of_line(self, element: Any, declared: Iterable[_Declared]) -> bool:  # noqa: ANN401 - as above
        """Tell whether an element is nothing but text in a line of a cell or paragraph."""
        around = element.parent
        if element.local_name not in _WORDS or len(element.etree_element) or around.local_name not in _LINES:
            return False
        of_line = self._declared_for(self._place(around), around)
        return not any(name in _BOXING for _, name, _ in declared) and not any(
            name == "display" for _, name, _ in of_line
        )

    def _look(self, place: int, element: Any) -> Look:  # noqa: ANN401 - cssselect2 is without types
        style = element.etree_element.get("style", "")
        declared = self._declared_for(place, element)
        # td span {line-height: 0}: the line is as high as its cell or paragraph has it, however low a word in it is
        if self._is_word_of_line(element, declared):
            declared = [each for each in declared if each[1] != "line-height"]
        look = _of(declared)
        if element.local_name not in ROOTS:
            look = _doubted(look, look_of(style, is_old=self._is_old), is_in_table=place in self._in_tables)
        for pseudo in ("before", "after"):
            added = _added(self._matched.get((place, pseudo), ()))
            if added is not PLAIN:
                look = evolve(look, adds=look.adds or added.adds, overlays=look.overlays or added.overlays, stays=False)
        # td::first-letter {font-size: 0}
        if any((place, pseudo) in self._matched for pseudo in ("first-letter", "first-line")):
            look = _unseen(look)
        if place in self._unsure:
            look = evolve(_unseen(look), moves=look.moves or self._unsure[place])
        return look


_WORDS: Final = ("span", "font", "b", "strong", "i", "em", "u")
_LINES: Final = ("td", "th", "p")
_BOXING: Final = frozenset({"display", "float", "position"})
"""Properties that make a box of what is a word of a line."""


def _size_of_root(value: Value) -> float:
    """Give the pixels of letters that are told by themselves: ``62.5%`` is a share of the usual size."""
    size = value if isinstance(value, float) else USUAL_SIZE
    return size if not size < 0 else -size * USUAL_SIZE


_PLACING: Final = ("display", "float", "order", "position")
_Items: TypeAlias = "tuple[tuple[str, Value], ...]"
_Rank: TypeAlias = "tuple[bool, int, Layer, tuple[int, int, int], int]"
_Declared: TypeAlias = "tuple[_Rank, str, Value]"
"""Precedence, property and value."""


def _of(matched: Sequence[_Declared]) -> Look:
    """Give what declarations do, of which the one of the highest rank wins."""
    return _look_of_items(_winning(matched))


def _winning(matched: Sequence[_Declared]) -> _Items:
    """Give the declarations that win, so that elements with the same ones can be told."""
    ordered = sorted(matched, key=lambda each: each[0])
    return tuple({name: value for _, name, value in ordered}.items())


@lru_cache(maxsize=1024)
def _look_of_items(items: _Items) -> Look:
    """Give what values do; those of most cells of a table are the same."""
    return look_of_values(dict(items))


def _added(matched: Sequence[_Declared]) -> Look:
    """Give what a pseudo-element shows of its own, or covers."""
    return _added_by_items(_winning(matched)) if matched else PLAIN


@lru_cache(maxsize=1024)
def _added_by_items(items: _Items) -> Look:
    values = dict(items)
    look = look_of_values(values)
    is_there = values.get("content", "none") in {"some", "empty"} and look.effect not in {*HIDING, Effect.TINY}
    if not is_there or not look.room:
        return PLAIN
    return evolve(look, adds=look.adds or look.covers)


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
    hidden = look.effect if look.effect in HIDING else None
    if hidden is Effect.FADED and not is_in_table:
        return evolve(look, effect=None, block=Mark.NONE)
    look = evolve(look, effect=None, moves=look.moves or Effect.GONE in {look.effect, own.effect})
    return _unseen(look) if hidden or own.effect in {*HIDING, Effect.TINY} else look


def _unseen(look: Look) -> Look:
    return evolve(look, inline=Mark.UNSEEN, block=Mark.UNSEEN, around=Mark.UNSEEN)
