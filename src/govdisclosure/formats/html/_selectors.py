"""Selectors of style sheets, held against the elements of a page within a budget of steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import cssselect2
from attrs import frozen

from govdisclosure.formats.html._rules import OverBudgetError
from govdisclosure.formats.html._thresholds import MOST_STEPS, MOST_TOKENS
from govdisclosure.formats.html._tokens import is_sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tinycss2.ast import Node

_COMBINATORS: Final = frozenset(">+~")
_LISTS: Final = frozenset({"is", "where", "not", "has", "matches", "any", "-webkit-any", "-moz-any"})
# :is(td > span, th) has four, with the one behind the comma
_MOST_BLANKS: Final = 4


@frozen(eq=False)
class Compound:
    """
    A part of a selector that stands for one element: ``td.note:first-child``.

    Args:
        test: Tells whether an element is such.
        walks: What is walked through for each element: "" for nothing, "siblings", "page".
    """

    test: Callable[[Any], bool]
    walks: str = ""


@frozen(eq=False)
class Selector:
    """
    A selector that has been compiled.

    Args:
        compounds: Its parts, from left to right.
        combinators: What stands between them: blank, ``>``, ``+`` or ``~``.
        pseudo: The pseudo-element that it stands for; None for the element.
        specificity: What decides between two selectors.
        is_sure: Whether all of it is understood; else more elements match than in a browser.
    """

    compounds: Sequence[Compound]
    combinators: Sequence[str]
    pseudo: str | None
    specificity: tuple[int, int, int]
    is_sure: bool = True


def parts_of(tokens: Sequence[Node]) -> tuple[list[list[Node]], list[str]] | None:
    """Part a selector at its combinators; None where it is none."""
    compounds: list[list[Node]] = [[]]
    combinators: list[str] = []
    pending = ""
    for token in tokens:
        if token.type in {"whitespace", "comment"}:
            pending = pending or (" " if token.type == "whitespace" else "")
            continue
        if token.type == "literal" and token.value in _COMBINATORS:
            if pending.strip():
                return None
            pending = token.value
            continue
        if pending and compounds[-1]:
            compounds.append([])
            combinators.append(pending)
        elif pending.strip():
            return None
        pending = ""
        compounds[-1].append(token)
    return None if pending.strip() or not compounds[-1] else (compounds, combinators)


def key_of(compound: Sequence[Node]) -> tuple[str, str]:
    """Give what an element must have to match a compound, the rarest of it."""
    tag = ""
    name = ""
    compound = _without_namespace(compound)
    for before, token in zip([None, *compound], compound, strict=False):
        if token.type == "hash":
            return "id", token.value
        if token.type == "ident":
            if before is None:
                tag = token.lower_value
            elif before.type == "literal" and before.value == ".":
                name = token.value
    return ("class", name) if name else ("tag", tag) if tag else ("", "")


def compiled(compounds: Sequence[Sequence[Node]], combinators: Sequence[str]) -> Selector | None:
    """Compile a selector; None where it stands for no element, in a browser as well."""
    if sum(map(_size, compounds)) > MOST_TOKENS:
        raise OverBudgetError
    done: list[Compound] = []
    specificity = [0, 0, 0]
    pseudo, is_sure = None, True
    for tokens in compounds:
        if pseudo is not None:
            return None
        rest = [*_without_odd_pseudos(tokens)]
        is_sure = is_sure and len(rest) == len(tokens)
        selector = _compile(rest)
        if selector is None:
            rest = [*_without_pseudos(_without_namespace(rest))]
            selector, is_sure = _compile(rest), False
        if selector is None:
            return None
        pseudo = selector.pseudo_element
        specificity = [before + own for before, own in zip(specificity, selector.specificity, strict=True)]
        test = selector.test if not selector.never_matches else _never
        done.append(Compound(test, _walks(rest)))
    a, b, c = specificity
    return Selector(done, combinators, pseudo, (a, b, c), is_sure)


def _never(_element: object) -> bool:
    return False


def _compile(tokens: Sequence[Node]) -> Any:  # noqa: ANN401 - cssselect2 is without types
    if not tokens:
        return cssselect2.compile_selector_list("*")[0]
    try:
        (selector,) = cssselect2.compile_selector_list(tokens)
    except (cssselect2.SelectorError, NotImplementedError, ValueError, SyntaxError, RecursionError, MemoryError):
        return None
    return selector


def _size(tokens: Iterable[Node]) -> int:
    """Count tokens, those in brackets as well."""
    left, size = [*tokens], 0
    while left and size <= MOST_TOKENS:
        token = left.pop()
        size += 1
        left += _inside(token)
    return size


def _inside(token: Node) -> Sequence[Node]:
    inside: Sequence[Node] = getattr(token, "arguments", None) or getattr(token, "content", None) or ()
    return inside


def _groups(tokens: Iterable[Node]) -> Iterator[list[Node]]:
    """Give the tokens of a compound, each pseudo-class or pseudo-element with its colons as one."""
    group: list[Node] = []
    for token in tokens:
        group.append(token)
        if token.type != "literal" or token.value != ":":
            yield group
            group = []
    if group:
        yield group


def _without_odd_pseudos(tokens: Iterable[Node]) -> Iterator[Node]:
    """Leave out lists of selectors that take long to match, ``:is(a b c d)``: more elements match then."""
    for group in _groups(tokens):
        if group[-1].type != "function" or not _is_long(group[-1]):
            yield from group


def _without_pseudos(tokens: Iterable[Node]) -> Iterator[Node]:
    """Leave out what a browser may know and cssselect2 does not: ``:placeholder-shown``."""
    for group in _groups(tokens):
        if len(group) != 2:
            yield from group


def _without_namespace(tokens: Sequence[Node]) -> Sequence[Node]:
    """Leave out the namespace that a name is of: ``h|td``."""
    behind = (place + 1 for place, token in enumerate(tokens) if is_sign(token, "|"))
    return tokens[next(behind, 0) :]


def _is_long(function: Node) -> bool:
    """Tell whether the selectors in a function hold others in functions, or many blanks and combinators."""
    blanks = 0
    for token in function.arguments:
        if token.type == "function":
            return True
        blanks += token.type == "whitespace" or (token.type == "literal" and token.value in _COMBINATORS)
    return blanks > _MOST_BLANKS


def _walks(tokens: Sequence[Node]) -> str:
    names = [token.lower_name for token in tokens if token.type == "function"]
    names += [token.lower_value for token in tokens if token.type == "ident"]
    if "has" in names:
        return "page"
    is_of_siblings = any(name.endswith("of-type") or name.startswith("nth-") for name in names)
    return "siblings" if is_of_siblings or not _LISTS.isdisjoint(names) else ""


class Matching:
    """
    Holds selectors against elements, within a budget.

    Args:
        size: How many elements the page has.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._steps = MOST_STEPS

    def matching(self, selector: Selector, elements: Iterable[Any]) -> Iterator[Any]:
        """
        Give the elements that match a selector.

        Raises:
            OverBudgetError: If that takes too many steps.
        """
        known: dict[tuple[int, int], bool] = {}
        last = len(selector.compounds) - 1
        for element in elements:
            if self._matches(selector, last, element, known):
                yield element

    def _matches(self, selector: Selector, place: int, element: Any, known: dict[tuple[int, int], bool]) -> bool:  # noqa: ANN401 - as above
        """Tell whether an element matches the part of a selector that ends at a place."""
        key = place, id(element)
        if key not in known:
            compound = selector.compounds[place]
            self._take(
                1 if not compound.walks else self._size if compound.walks == "page" else len(element.etree_siblings)
            )
            known[key] = compound.test(element) and self._leads_there(selector, place, element, known)
        return known[key]

    def _leads_there(self, selector: Selector, place: int, element: Any, known: dict[tuple[int, int], bool]) -> bool:  # noqa: ANN401 - as above
        """Tell whether what stands to the left of a place leads to an element."""
        if not place:
            return True
        combinator = selector.combinators[place - 1]
        is_of_siblings = combinator in "+~"
        other = element.previous if is_of_siblings else element.parent
        while other is not None:
            self._take(1)
            if self._matches(selector, place - 1, other, known):
                return True
            if combinator in ">+":
                return False
            other = other.previous if is_of_siblings else other.parent
        return False

    def _take(self, steps: int) -> None:
        self._steps -= steps
        if self._steps < 0:
            raise OverBudgetError
