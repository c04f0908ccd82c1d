"""
What a cell of the form can hold, and what the model refuses.

Each rule is a function from a value to ``None`` or the broken rule, as data; the validators of the model and the
reading of JSON both ask it, so that they can never disagree.
"""

from __future__ import annotations

import enum
import math
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import Attribute, field, frozen

from govdisclosure.model.rules import Broken, Refusal, Rule, Unshown

if TYPE_CHECKING:
    from govdisclosure.model.phrases import Phrase

MAX_DIGITS: Final = 18
MAX_DEPTH: Final = 100
MAX_INTEGER_DIGITS: Final = 4_000  # Python itself refuses to read more than 4,300.
INTEGER_BOUND: Final[int] = 10**MAX_INTEGER_DIGITS
"""The first number that has too many digits for ``extensions``."""

MAX_SHOWN: Final = 60
"""Characters of a refused value that a message shows."""

_BOUND: Final[int] = 10**MAX_DIGITS
_LONG_NUMBER: Final[int] = 10**30  # One with more digits is no slip of the pen, and nobody reads them.


class NAType(enum.Enum):
    """The type of ``NA``, which has one member; it survives copying and pickling as the same object."""

    NA = "/"

    def __repr__(self) -> str:
        return "NA"

    __str__ = __repr__

    def __bool__(self) -> bool:
        """Refuse: "/" is neither nought nor a number, and truthiness would make it one of them."""
        raise TypeError('NA ("/", not applicable) is neither true nor false; compare with "is"')


NA: Final = NAType.NA
"""A printed "/": not applicable. Neither nought (``0``) nor blank (``None``)."""

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
Unit: TypeAlias = Literal["元", "万元"]
UNITS: Final[tuple[Unit, ...]] = ("元", "万元")


_NEGATIVE: Final = Broken(ValueError, Rule.NOT_NEGATIVE)
_NO_COUNT: Final = Broken(TypeError, Rule.COUNT_CELL)
_TOO_LONG: Final = Broken(ValueError, Rule.DIGITS, (MAX_DIGITS,))


def scale_key(value: object) -> object:
    """Let amounts compare with their scale: ``0`` is not ``0.00``, since their JSON is not the same."""
    return value.as_tuple() if isinstance(value, Decimal) else value


def broken_count(value: object) -> Broken | None:
    """Say what keeps ``value`` from being a count: a whole number, never negative, of at most 18 digits."""
    # Nearly every cell is such a number, and each is asked about.
    if (type(value) is int and 0 <= value < _BOUND) or is_blank_or_na(value):
        return None
    return broken_change(value) or _NEGATIVE


def broken_change(value: object) -> Broken | None:
    """Say what keeps ``value`` from being a signed whole number of at most 18 digits, ``None`` or ``NA``."""
    if is_blank_or_na(value):
        return None
    if type(value) is not int:
        return _NO_COUNT
    return None if abs(value) < _BOUND else _TOO_LONG


def is_blank_or_na(value: object) -> bool:
    """Tell whether ``value`` is what any cell may hold in place of a figure."""
    return value is None or value is NA


def broken_money(value: object) -> Broken | None:
    """Say what keeps ``value`` from being an amount: a plain finite ``Decimal``, not negative, of at most 18 digits."""
    if type(value) is not Decimal:
        return Broken(TypeError, Rule.DECIMAL)
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return Broken(ValueError, Rule.FINITE)
    if sign:
        return Broken(ValueError, Rule.NOT_NEGATIVE)
    if exponent > 0:
        return Broken(ValueError, Rule.NO_EXPONENT)
    if max(len(digits), 1 - exponent) > MAX_DIGITS:
        return Broken(ValueError, Rule.DIGITS, (MAX_DIGITS,))
    return None


def plain(value: Decimal) -> str:
    """Write an amount as the form prints it: no exponent, every digit kept."""
    return format(value, "f")


def figure_as_json(figure: int | Decimal) -> int | str:
    """Give a number of a cell as JSON has it: an amount is text."""
    return plain(figure) if isinstance(figure, Decimal) else figure


NONCHARACTERS: Final = (
    *map(chr, range(0xFDD0, 0xFDF0)),
    *(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)),
)
"""The code points that Unicode reserves for no character, ever."""

CONTROLS: Final = "\x00-\x08\x0a-\x1f\x7f-\x9f"
"""The control characters but tab, as the ranges of a pattern."""

# Control characters, surrogates and noncharacters: what JSON text refuses, the model refuses.
_REFUSED: Final = f"[{CONTROLS}\ud800-\udfff{''.join(NONCHARACTERS)}]"


@cache
def _refused() -> re.Pattern[str]:
    # Compiled on first use: to do so costs more than most modules, and nearly all text is printable.
    return re.compile(_REFUSED)


def broken_text(value: object) -> Broken | None:
    """
    Say what keeps ``value`` from being text: one line, without control characters, surrogates or noncharacters.

    A subclass of ``str`` is refused: what it prints (an enumeration: its name) can be something else than its text.
    """
    if type(value) is not str:
        return Broken(TypeError, Rule.PLAIN_TEXT)
    refused = None if value.isprintable() else _refused().search(value)
    return refused and Broken(ValueError, Rule.CHARACTER, (ord(refused.group()), refused.start()))


def are_clean(texts: list[str]) -> bool:
    """Tell whether no rule of text is broken by any of many texts, each of them a plain ``str``."""
    return "".join(texts).isprintable() or not any(map(broken_text, texts))


def broken_choice(value: object, choices: tuple[str, ...]) -> Broken | None:
    """Say what keeps ``value`` from being one of a few words, or ``None``."""
    good = value is None or (type(value) is str and value in choices)
    return None if good else Broken(ValueError, Rule.CHOICE, (", ".join(map(repr, choices)),))


def clean_text(text: str) -> str:
    """
    Replace the characters that the model refuses, for text from the open web.

    A control character becomes a blank; what is none at all stands for one that was lost, as U+FFFD does.
    """
    return text if text.isprintable() else _refused().sub(_in_place_of, text)


def _in_place_of(refused: re.Match[str]) -> str:
    # All control characters stand before this blank.
    return " " if refused[0] < "\N{NO-BREAK SPACE}" else "\N{REPLACEMENT CHARACTER}"


def broken_json(value: object, depth: int = 1) -> tuple[str, Broken] | None:
    """
    Say where and why ``value`` is not JSON that other tools may keep in ``extensions``: finite, at most 100 deep.

    The place is a path below the value; that of a key is the path of its object, and the word "key".
    """
    if depth > MAX_DEPTH:
        return "", Broken(ValueError, Rule.DEPTH, (MAX_DEPTH,))
    if type(value) is dict:
        return _broken_object(value, depth)
    if type(value) is list:
        return _broken_list(value, depth)
    scalar = _broken_scalar(value)
    return ("", scalar) if scalar else None


def _broken_object(value: dict[object, object], depth: int) -> tuple[str, Broken] | None:
    for key, item in value.items():
        of_key = broken_text(key)
        if of_key:
            return " key", of_key
        broken = broken_json(item, depth + 1)
        # The place is put together where something is broken, not for every value below a long key.
        if broken:
            return f".{key}{broken[0]}", broken[1]
    return None


def _broken_list(value: list[object], depth: int) -> tuple[str, Broken] | None:
    for index, item in enumerate(value):
        broken = broken_json(item, depth + 1)
        if broken:
            return f"[{index}]{broken[0]}", broken[1]
    return None


def _broken_scalar(value: object) -> Broken | None:
    if value is None or type(value) is bool:
        return None
    if type(value) is int:
        short = abs(value) < INTEGER_BOUND
        return None if short else Broken(ValueError, Rule.DIGITS, (MAX_INTEGER_DIGITS,))
    if type(value) is float:
        return None if math.isfinite(value) else Broken(ValueError, Rule.FINITE)
    return broken_text(value) if type(value) is str else Broken(TypeError, Rule.JSON)


def shown(value: object) -> str:
    """Show a refused value in a message, however large it is."""
    return str(in_short(value))


def in_short(value: object) -> str | Phrase:
    """Give what a refused value is shown as: its representation, cut short, or words for what has none."""
    if type(value) is int and abs(value) >= _LONG_NUMBER:
        return Unshown.LONG_NUMBER()
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - whatever a foreign repr raises; Python's own for what is too deep or too long
        return Unshown.OF_TYPE(type(value).__name__)
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 3]}..."


def refuse(name: str, broken: Broken | None, value: object) -> None:
    """Raise the exception of a broken rule, with the field, the rule and the value; do nothing where none is broken."""
    if broken:
        raise broken.error(Refusal(name, broken, in_short(value)))


@frozen
class Obeys:
    """
    The validator of a field whose values obey a rule; the reading of JSON asks the rule itself.

    Args:
        rule: Gives what a value breaks, or None.
    """

    rule: Callable[[Any], Broken | None]

    def __call__(self, _: object, attribute: Attribute[Any], value: object) -> None:
        """Refuse a value that breaks the rule, as attrs has it."""
        broken = self.rule(value)
        if broken:
            refuse(attribute.name, broken, value)


@frozen
class OrNone:
    """
    The rule that lets None pass, too.

    Args:
        rule: The rule of all other values.
    """

    rule: Callable[[Any], Broken | None]

    def __call__(self, value: object) -> Broken | None:
        """Say what a value breaks."""
        return None if value is None else self.rule(value)


def broken_unit(value: object) -> Broken | None:
    """Say what keeps ``value`` from being the unit of an amount, or ``None``."""
    return broken_choice(value, UNITS)


@frozen
class Amount:
    """
    A sum of money as printed, where the form itself names no unit (采购总金额 of edition 2019).

    Args:
        value: The amount, exact; never negative, at most 18 digits. ``0`` and ``0.00`` are two different amounts.
        unit: ``"元"``, ``"万元"``, or ``None`` where the cell names none.

    Raises:
        TypeError: If the value is no ``Decimal``.
        ValueError: If the value is negative, not finite, has an exponent or too many digits, or the unit is unknown.
    """

    value: Decimal = field(validator=Obeys(broken_money), eq=scale_key)
    unit: Unit | None = field(default=None, validator=Obeys(broken_unit))

    def __str__(self) -> str:
        return plain(self.value) + (self.unit or "")


Count: TypeAlias = int | NAType | None
"""A cell of pieces: a number as printed, ``NA`` for a printed "/", ``None`` for a blank."""

Money: TypeAlias = Decimal | NAType | None
"""A cell of money in the unit that the form names."""

MoneyWithUnit: TypeAlias = Amount | NAType | None
"""A cell of money that names its own unit."""

CellValue: TypeAlias = int | Decimal | Amount | NAType | None
"""What any cell can hold."""
