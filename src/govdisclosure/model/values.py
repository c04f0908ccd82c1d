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

from attrs import field, frozen, validators

MAX_DIGITS: Final = 18
MAX_DEPTH: Final = 100
MAX_INTEGER_DIGITS: Final = 4_000


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

JSON: TypeAlias = "None | bool | int | float | str | list[JSON] | dict[str, JSON]"
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
    return broken_change(value) or (Broken(ValueError, "must not be negative") if is_negative(value) else None)


def broken_change(value: object) -> Broken | None:
    """Say what keeps ``value`` from being a signed whole number of at most 18 digits, ``None`` or ``NA``."""
    if value is None or value is NA:
        return None
    if type(value) is not int:
        return Broken(TypeError, "must be a whole number, None or NA")
    return None if abs(value) < 10**MAX_DIGITS else Broken(ValueError, f"must have at most {MAX_DIGITS} digits")


def is_negative(value: object) -> bool:
    """Tell whether ``value`` is a number below nought."""
    return type(value) is int and value < 0


def broken_money(value: object) -> Broken | None:
    """Say what keeps ``value`` from being an amount: a finite plain ``Decimal``, never negative, of at most 18 digits."""
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


# Control characters but tab, surrogates and noncharacters: what JSON text refuses, the model refuses.
_REFUSED: Final = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)


def broken_text(value: object) -> Broken | None:
    """Say what keeps ``value`` from being text: one line, without control characters, surrogates or noncharacters."""
    if not isinstance(value, str):
        return Broken(TypeError, "must be text")
    found = _REFUSED.search(value)
    return found and Broken(ValueError, f"must not contain U+{ord(found.group()):04X} (at {found.start()})")


def clean_text(text: str) -> str:
    """Replace the characters that the model refuses by blanks, for text from the open web."""
    return _REFUSED.sub(" ", text)


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
    return scalar and (path, scalar)


def _broken_scalar(value: object) -> Broken | None:
    if value is None or type(value) is bool:
        return None
    if type(value) is int:
        small = value.bit_length() < MAX_INTEGER_DIGITS * 3
        return None if small else Broken(ValueError, f"must have at most {MAX_INTEGER_DIGITS} digits")
    if type(value) is float:
        return None if math.isfinite(value) else Broken(ValueError, "must be finite")
    return broken_text(value) if type(value) is str else Broken(TypeError, "must be JSON")


def shown(value: object) -> str:
    """Show a refused value in a message, however large it is."""
    if isinstance(value, int) and not isinstance(value, (bool, enum.Enum)) and abs(value) >= 10**30:
        return "a number of more than 30 digits"
    text = ascii(value) if isinstance(value, str) and _REFUSED.search(value) else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _validate_money(_: object, attribute: object, value: object) -> None:
    broken = broken_money(value)
    if broken:
        raise broken.error(f"{getattr(attribute, 'name')} {broken.rule}, got {shown(value)}")  # noqa: B009 - typed as object


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

    value: Decimal = field(validator=_validate_money, eq=scale_key)
    unit: Unit | None = field(default=None, validator=validators.optional(validators.in_(UNITS)))

    def __str__(self) -> str:
        return plain(self.value) + (self.unit or "")


Count: TypeAlias = "int | NAType | None"
"""A cell of pieces: a number as printed, ``NA`` for a printed "/", ``None`` for a blank."""

Money: TypeAlias = "Decimal | NAType | None"
"""A cell of money in the unit that the form names."""

MoneyWithUnit: TypeAlias = "Amount | NAType | None"
"""A cell of money that names its own unit."""

CellValue: TypeAlias = "int | Decimal | Amount | NAType | None"
"""What any cell can hold."""
