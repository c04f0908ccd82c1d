"""What a cell, a text and an extension can hold, and how a refusal is worded."""

from __future__ import annotations

import copy
import enum
import pickle
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

import govdisclosure as gd
from govdisclosure.model import values
from govdisclosure.model.rules import Broken, Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.model.values import Unit

_NINES = 10**18 - 1


class _Word(str, enum.Enum):  # noqa: UP042 - a text that does not print itself is what is tested
    YES = "是"
    YUAN = "元"


class _Unprintable:
    def __repr__(self) -> str:
        raise RuntimeError


def _type_name(value: object) -> str:
    return type(value).__name__


@pytest.mark.parametrize("again", [lambda value: pickle.loads(pickle.dumps(value)), copy.copy, copy.deepcopy])  # noqa: S301 - our own pickle
def test_na_is_one_object(again: Callable[[object], object]) -> None:
    """NA can be compared with "is", whatever happened to it."""
    assert again(gd.NA) is gd.NA


def test_na_is_neither_true_nor_false() -> None:
    """A test for truth would make "/" a nought or a number; it raises."""
    with pytest.raises(TypeError) as raised:
        bool(gd.NA)

    assert str(raised.value) == 'NA ("/", not applicable) is neither true nor false; compare with "is"'
    assert (repr(gd.NA), str(gd.NA)) == ("NA", "NA")


@pytest.mark.parametrize("value", [0, 12, _NINES, None, gd.NA])
def test_count_accepts(value: object) -> None:
    """A count is a number of up to 18 digits, a blank or "/"."""
    assert values.broken_count(value) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, Broken(TypeError, Rule.COUNT_CELL)),
        (1.0, Broken(TypeError, Rule.COUNT_CELL)),
        ("1", Broken(TypeError, Rule.COUNT_CELL)),
        (Decimal(1), Broken(TypeError, Rule.COUNT_CELL)),
        (gd.Severity.INFO, Broken(TypeError, Rule.COUNT_CELL)),
        (-1, Broken(ValueError, Rule.NOT_NEGATIVE)),
        (10**18, Broken(ValueError, Rule.DIGITS, (18,))),
        (-(10**5000), Broken(ValueError, Rule.DIGITS, (18,))),
    ],
    ids=_type_name,
)
def test_count_refuses(value: object, expected: Broken) -> None:
    """A count is never a truth value, a float, a text or below nought."""
    assert values.broken_count(value) == expected


def test_change_may_be_negative() -> None:
    """Only the change column of edition 2019 is signed."""
    assert values.broken_change(-_NINES) is None
    assert values.broken_change(-_NINES - 1) == Broken(ValueError, Rule.DIGITS, (18,))


@pytest.mark.parametrize(
    "text", ["0", "0.00", "0.0000001", "96171.6", "9" * 18, "0." + "0" * 17, "123456789.123456789"]
)
def test_money_accepts_and_prints_every_digit(text: str) -> None:
    """An amount is printed as it was written."""
    amount = Decimal(text)

    assert (values.broken_money(amount), values.plain(amount)) == (None, text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1, Broken(TypeError, Rule.DECIMAL)),
        (1.5, Broken(TypeError, Rule.DECIMAL)),
        (Decimal("-0.01"), Broken(ValueError, Rule.NOT_NEGATIVE)),
        (Decimal("-0"), Broken(ValueError, Rule.NOT_NEGATIVE)),
        (Decimal("NaN"), Broken(ValueError, Rule.FINITE)),
        (Decimal("-Infinity"), Broken(ValueError, Rule.FINITE)),
        (Decimal("1E+3"), Broken(ValueError, Rule.NO_EXPONENT)),
        (Decimal("1" * 19), Broken(ValueError, Rule.DIGITS, (18,))),
        (Decimal("0." + "0" * 18), Broken(ValueError, Rule.DIGITS, (18,))),
    ],
)
def test_money_refuses(value: object, expected: Broken) -> None:
    """An amount is plain, finite and not below nought."""
    assert values.broken_money(value) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "\t", "\u2028\u2029", "\ufeff", "\u200b", "\u3000", "開(kāi)", "𠮷", "\ue000", "\u0378"]
)
def test_text_accepts_what_may_stand_in_a_line(text: str) -> None:
    """Blanks, tabs, marks without width and characters without a name are text; U+2028 ends no line."""
    assert values.broken_text(text) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("行\n", Broken(ValueError, Rule.CHARACTER, (0x000A, 1))),
        ("\r", Broken(ValueError, Rule.CHARACTER, (0x000D, 0))),
        ("\x00", Broken(ValueError, Rule.CHARACTER, (0x0000, 0))),
        ("ab\x7f", Broken(ValueError, Rule.CHARACTER, (0x007F, 2))),
        ("\x85", Broken(ValueError, Rule.CHARACTER, (0x0085, 0))),
        ("\ud800", Broken(ValueError, Rule.CHARACTER, (0xD800, 0))),
        ("\udfff", Broken(ValueError, Rule.CHARACTER, (0xDFFF, 0))),
        ("\ufdd0", Broken(ValueError, Rule.CHARACTER, (0xFDD0, 0))),
        ("\ufffe", Broken(ValueError, Rule.CHARACTER, (0xFFFE, 0))),
        ("\U0010ffff", Broken(ValueError, Rule.CHARACTER, (0x10FFFF, 0))),
        (None, Broken(TypeError, Rule.PLAIN_TEXT)),
        (b"x", Broken(TypeError, Rule.PLAIN_TEXT)),
        (_Word.YES, Broken(TypeError, Rule.PLAIN_TEXT)),
    ],
)
def test_text_refuses(value: object, expected: Broken) -> None:
    """A text is one line of characters that JSON can carry; a subclass of str can print something else."""
    assert values.broken_text(value) == expected


def test_clean_text_replaces_only_what_is_refused() -> None:
    """Text from the open web becomes text of the model, character by character; what was lost stands as lost."""
    assert values.clean_text("a\x00b\tc\x7f\x9f\xa0") == "a b\tc  \xa0"
    assert values.clean_text("c\ufffed\ud800\ufdd0\uffff\U0001fffe") == "c\ufffdd\ufffd\ufffd\ufffd\ufffd"


def _nested(depth: int) -> object:
    value: object = 0
    for _ in range(depth - 1):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [None, True, 1.5, -(10**4000) + 1, "字", [], {}, {"a": [1, {"b": None}]}, _nested(100)],
    ids=_type_name,
)
def test_json_accepts(value: object) -> None:
    """Extensions hold any JSON, up to 100 levels and 4,000 digits."""
    assert values.broken_json(value) is None


@pytest.mark.parametrize(
    ("value", "where", "expected"),
    [
        ({"a": [1, float("nan")]}, ".a[1]", Broken(ValueError, Rule.FINITE)),
        (float("-inf"), "", Broken(ValueError, Rule.FINITE)),
        ({"a": 10**4000}, ".a", Broken(ValueError, Rule.DIGITS, (4000,))),
        ({"a": {1: 2}}, ".a key", Broken(TypeError, Rule.PLAIN_TEXT)),
        ({"\n": 2}, " key", Broken(ValueError, Rule.CHARACTER, (0xA, 0))),
        (["\ud800"], "[0]", Broken(ValueError, Rule.CHARACTER, (0xD800, 0))),
        ({"a": (1,)}, ".a", Broken(TypeError, Rule.JSON)),
        (Decimal(1), "", Broken(TypeError, Rule.JSON)),
        (_Word.YES, "", Broken(TypeError, Rule.JSON)),
        (_nested(101), "[0]" * 100, Broken(ValueError, Rule.DEPTH, (100,))),
    ],
    ids=_type_name,
)
def test_json_refuses(value: object, where: str, expected: Broken) -> None:
    """What JSON cannot carry is refused, with the place."""
    assert values.broken_json(value) == (where, expected)


def test_json_that_holds_itself_is_refused() -> None:
    """A cycle is too deep, and ends in an answer."""
    value: dict[str, object] = {}
    value["a"] = value

    assert values.broken_json(value) == (".a" * 100, Broken(ValueError, Rule.DEPTH, (100,)))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("字", "'字'"),
        ("\x00\ud800", r"'\x00\ud800'"),
        (10**30 - 1, "9" * 30),
        (10**30, "a number of more than 30 digits"),
        (-(10**5000), "a number of more than 30 digits"),
        ("字" * 100, "'" + "字" * 56 + "..."),
        ([10**5000], "a list"),
        (_nested(100_000), "a list"),
        (_Unprintable(), "a _Unprintable"),
    ],
    ids=_type_name,
)
def test_refused_value_is_shown_in_short(value: object, expected: str) -> None:
    """A message can be made of any value, however large, deep or broken."""
    assert values.shown(value) == expected


def test_amounts_compare_with_their_scale() -> None:
    """Equal reports give equal bytes, so 0 is not 0.00, and equal amounts have equal hashes."""
    assert gd.Amount(Decimal(0), "元") != gd.Amount(Decimal("0.00"), "元")
    assert gd.Amount(Decimal("1.5"), "元") != gd.Amount(Decimal("1.5"), "万元")
    assert len({gd.Amount(Decimal("1.5")), gd.Amount(Decimal("1.5"), None), gd.Amount(Decimal("1.50"))}) == 2


@pytest.mark.parametrize(("unit", "expected"), [("元", "0.00元"), ("万元", "0.00万元"), (None, "0.00")])
def test_amount_prints_as_the_form_does(unit: Unit | None, expected: str) -> None:
    """The digits as written, then the unit that the cell names."""
    assert str(gd.Amount(Decimal("0.00"), unit)) == expected


@pytest.mark.parametrize(
    ("value", "unit", "error", "message"),
    [
        (Decimal(-1), None, ValueError, "value must not be negative, got Decimal('-1')"),
        (0.1, None, TypeError, "value must be a Decimal, got 0.1"),
        (Decimal(1), "USD", ValueError, "unit must be '元', '万元' or None, got 'USD'"),
        (Decimal(1), ["元"], ValueError, "unit must be '元', '万元' or None, got ['元']"),
        (Decimal(1), _Word.YUAN, ValueError, "unit must be '元', '万元' or None, got <_Word.YUAN: '元'>"),
    ],
)
def test_amount_refuses(value: Decimal, unit: Unit, error: type[Exception], message: str) -> None:
    """A refusal names the field, the rule and the value."""
    with pytest.raises(error) as raised:
        gd.Amount(value, unit)

    assert (type(raised.value), str(raised.value)) == (error, message)
