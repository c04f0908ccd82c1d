"""
What a cell of the form can hold, and what the model refuses.

Each rule is a function from a value to ``None`` or the broken rule; the validators of the model and the reading
of JSON both ask it, so that they can never disagree.
"""

from __future__ import annotations

import enum
import math
import re
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from attrs import Attribute, field, frozen

MAX_DIGITS: Final = 18
MAX_DEPTH: Final = 100
MAX_INTEGER_DIGITS: Final = 4_000  # Python itself refuses to read more than 4,300.
INTEGER_BOUND: Final[int] = 10**MAX_INTEGER_DIGITS
"""The first number that has too many digits for ``extensions``."""

_BOUND: Final[int] = 10**MAX_DIGITS


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


@frozen
class Broken:
    """A rule that a value breaks: the exception it is worth, and the rule in words ("must not be negative")."""

    error: type[Exception]
    rule: str


def scale_key(value: object) -> object:
    """Let amounts compare with their scale: ``0`` is not ``0.00``, since their JSON is not the same."""
    return value.as_tuple() if isinstance(value, Decimal) else value


def broken_count(value: object) -> Broken | None:
    """Say what keeps ``value`` from being a count: a whole number, never negative, of at most 18 digits."""
    if value is None or (type(value) is int and 0 <= value < _BOUND):  # Nearly every cell, and each is asked about.
        return None
    return broken_change(value) or (Broken(ValueError, "must not be negative") if is_negative(value) else None)


def broken_change(value: object) -> Broken | None:
    """Say what keeps ``value`` from being a signed whole number of at most 18 digits, ``None`` or ``NA``."""
    if is_blank_or_na(value):
        return None
    if type(value) is not int:
        return Broken(TypeError, "must be a whole number, None or NA")
    return None if abs(value) < _BOUND else Broken(ValueError, f"must have at most {MAX_DIGITS} digits")


def is_blank_or_na(value: object) -> bool:
    """Tell whether ``value`` is what any cell may hold in place of a figure."""
    return value is None or value is NA


def is_negative(value: object) -> bool:
    """Tell whether ``value`` is a number below nought."""
    return type(value) is int and value < 0


def broken_money(value: object) -> Broken | None:
    """Say what keeps ``value`` from being an amount: a plain finite ``Decimal``, not negative, of at most 18 digits."""
    if type(value) is not Decimal:
        return Broken(TypeError, "must be a Decimal")
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return Broken(ValueError, "must be finite")
    if sign:
        return Broken(ValueError, "must not be negative")
    if exponent > 0:
        return Broken(ValueError, "must have no exponent")
    if max(len(digits), 1 - exponent) > MAX_DIGITS:
        return Broken(ValueError, f"must have at most {MAX_DIGITS} digits")
    return None


def plain(value: Decimal) -> str:
    """Write an amount as the form prints it: no exponent, every digit kept."""
    return format(value, "f")


NONCHARACTERS: Final = (
    *map(chr, range(0xFDD0, 0xFDF0)),
    *(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)),
)
"""The code points that Unicode reserves for no character, ever."""

# Control characters but tab, surrogates and noncharacters: what JSON text refuses, the model refuses.
_REFUSED: Final = re.compile(f"[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff{''.join(NONCHARACTERS)}]")


def broken_text(value: object) -> Broken | None:
    """
    Say what keeps ``value`` from being text: one line, without control characters, surrogates or noncharacters.

    A subclass of ``str`` is refused: what it prints (an enumeration: its name) can be something else than its text.
    """
    if type(value) is not str:
        return Broken(TypeError, "must be text, a plain str")
    found = None if value.isprintable() else _REFUSED.search(value)
    return found and Broken(ValueError, f"must not contain U+{ord(found.group()):04X} (at {found.start()})")


def broken_choice(value: object, choices: tuple[str, ...]) -> Broken | None:
    """Say what keeps ``value`` from being one of a few words, or ``None``."""
    good = value is None or (type(value) is str and value in choices)
    return None if good else Broken(ValueError, f"must be {', '.join(map(repr, choices))} or None")


def clean_text(text: str) -> str:
    """Replace the characters that the model refuses by blanks, for text from the open web."""
    return text if text.isprintable() else _REFUSED.sub(" ", text)


def broken_json(value: object, path: str = "", depth: int = 1) -> tuple[str, Broken] | None:
    """Say where and why ``value`` is not JSON that other tools may keep in ``extensions``: finite, at most 100 deep."""
    if depth > MAX_DEPTH:
        return path, Broken(ValueError, f"must be at most {MAX_DEPTH} levels deep")
    if type(value) is dict:
        for key, item in value.items():
            broken = broken_text(key)
            found = (path, Broken(broken.error, f"key {broken.rule}")) if broken else None
            found = found or broken_json(item, f"{path}.{key}", depth + 1)
            if found:
                return found
        return None
    if type(value) is list:
        items = (broken_json(item, f"{path}[{index}]", depth + 1) for index, item in enumerate(value))
        return next((found for found in items if found), None)
    scalar = _broken_scalar(value)
    return (path, scalar) if scalar else None


def _broken_scalar(value: object) -> Broken | None:
    if value is None or type(value) is bool:
        return None
    if type(value) is int:
        short = abs(value) < INTEGER_BOUND
        return None if short else Broken(ValueError, f"must have at most {MAX_INTEGER_DIGITS} digits")
    if type(value) is float:
        return None if math.isfinite(value) else Broken(ValueError, "must be finite")
    return broken_text(value) if type(value) is str else Broken(TypeError, "must be JSON")


def shown(value: object) -> str:
    """Show a refused value in a message, however large it is."""
    if type(value) is int and abs(value) >= 10**30:
        return "a number of more than 30 digits"
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - whatever a foreign repr raises; Python's own for what is too deep or too long
        return f"a {type(value).__name__}"
    return text if len(text) <= 60 else f"{text[:57]}..."


def refuse(name: str, broken: Broken | None, value: object) -> None:
    """Raise the exception of a broken rule, with the field, the rule and the value; do nothing where none is broken."""
    if broken:
        raise broken.error(f"{name} {broken.rule}, got {shown(value)}")


def _money(_: object, attribute: Attribute[Decimal], value: Decimal) -> None:
    refuse(attribute.name, broken_money(value), value)


def _unit(_: object, attribute: Attribute[Unit | None], value: Unit | None) -> None:
    refuse(attribute.name, broken_choice(value, UNITS), value)


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

    value: Decimal = field(validator=_money, eq=scale_key)
    unit: Unit | None = field(default=None, validator=_unit)

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
