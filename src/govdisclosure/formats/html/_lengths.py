"""Lengths as they are written, in pixels: with their units, and computed by a browser."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from govdisclosure.formats.html._tokens import is_sign, split_at_commas, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tinycss2.ast import Node

UNKNOWN: Final = math.nan
"""A number that the style sheet leaves to the browser: ``calc(…)``."""

PERCENT: Final = 5.0
"""Pixels for one in a hundred, as if of a column of 500."""

HALF: Final = 50 * PERCENT
"""Pixels that half of what is around is taken to be: ``left: 50%``."""

USUAL_SIZE: Final = 16.0
"""Pixels of letters where nothing is said of their size: ``1rem``."""

_EVERYWHERE: Final = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "q": 0.945,
    "rem": USUAL_SIZE,
    **dict.fromkeys(("vw", "vi", "vmax", "svw", "lvw", "dvw"), 12.8),
    **dict.fromkeys(("vh", "vb", "vmin", "svh", "lvh", "dvh"), 8.0),
}
"""Units of one length on a whole page."""

_PIXELS: Final = {
    **_EVERYWHERE,
    **dict.fromkeys(("em", "ic"), USUAL_SIZE),
    **dict.fromkeys(("ex", "ch"), 8.0),
    **dict.fromkeys(("lh", "rlh"), 20.0),
}
_CALCULATED: Final = re.compile(r"(?:calc|var|env|min|max|clamp|attr|round|abs|-webkit-calc)$")

_Amount: TypeAlias = "tuple[float, int]"
"""A number, and how many times it is multiplied with a length: once for one, not at all for a bare number."""


class _UnknownError(ValueError):
    """What is computed is not known here, or is no length."""


def pixels(token: Node) -> float | None:
    """Give a length in pixels; UNKNOWN where it is computed of what is not known, None where it is no length."""
    if token.type == "dimension":
        unit = _PIXELS.get(token.lower_unit)
        return None if unit is None else token.value * unit
    if token.type == "percentage":
        return float(token.value) * PERCENT
    # top: -5, as pages without a document type have it
    if token.type == "number":
        return float(token.value)
    if token.type != "function" or _CALCULATED.match(token.lower_name) is None:
        return None
    # font-size: calc(14px + .2vw)
    try:
        length, is_length = _result(token)
    except _UnknownError:
        return UNKNOWN
    return length if is_length == 1 else UNKNOWN


def _result(function: Node) -> _Amount:
    """Give what a function computes."""
    amounts = [_sum(part) for part in split_at_commas(function.arguments)]
    numbers, power = [number for number, _ in amounts], _one_power(amounts)
    name = function.lower_name.removeprefix("-webkit-")
    if name == "calc" and len(numbers) == 1:
        return numbers[0], power
    if name in {"min", "max"}:
        return (min if name == "min" else max)(numbers), power
    # clamp(12px, 2vw, 16px)
    if name == "clamp" and len(numbers) == 3:
        low, wished, high = numbers
        return max(low, min(wished, high)), power
    raise _UnknownError


def _one_power(amounts: Sequence[_Amount]) -> int:
    """Tell what amounts that are added or compared are: all lengths, or all bare numbers."""
    (power, *others) = {power for _, power in amounts}
    if others:
        raise _UnknownError
    return power


def _sum(tokens: Sequence[Node]) -> _Amount:
    terms: list[list[Node]] = [[]]
    signs = [1.0]
    for before, token, behind in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        if is_sign(token, "+-"):
            # calc(1px+ 2px), which a browser throws away
            if before is None or behind is None or {before.type, behind.type} != {"whitespace"}:
                raise _UnknownError
            terms.append([])
            signs.append(1.0 if token.value == "+" else -1.0)
        else:
            terms[-1].append(token)
    amounts = [_product(words_of(term)) for term in terms]
    power = _one_power(amounts)
    return sum(sign * number for sign, (number, _) in zip(signs, amounts, strict=True)), power


def _product(tokens: Sequence[Node]) -> _Amount:
    factors, signs = tokens[::2], tokens[1::2]
    if len(factors) != len(signs) + 1 or not all(is_sign(sign, "*/") for sign in signs):
        raise _UnknownError
    number, power = _factor(factors[0])
    for sign, token in zip(signs, factors[1:], strict=True):
        other, its_power = _factor(token)
        if sign.value == "*":
            number, power = number * other, power + its_power
        elif its_power or not other:
            raise _UnknownError
        else:
            number /= other
    return number, power


def _factor(token: Node) -> _Amount:
    if token.type == "number":
        return float(token.value), 0
    if token.type == "dimension" and token.lower_unit in _EVERYWHERE:
        return token.value * _EVERYWHERE[token.lower_unit], 1
    if token.type == "() block":
        return _sum(token.content)
    if token.type == "function":
        return _result(token)
    # 1em, which is of the letters around, and 50%
    raise _UnknownError
