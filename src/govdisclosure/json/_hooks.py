"""How one value of a JSON tree becomes one of the model; each hook refuses what the model would refuse."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs

from govdisclosure.json._faults import Defect, RefusedError, described, phrased, refused
from govdisclosure.json._parse import Repeated
from govdisclosure.model import values

Hook: TypeAlias = Callable[[Any, Any], Any]
"""A value of the tree and the type that is wanted, as cattrs passes them; gives the value of the model."""

_AMOUNT: Final = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_A_COUNT: Final = f'a whole number of at most {values.MAX_DIGITS} digits, not negative, "/" or null'
_A_CHANGE: Final = f'a whole number of at most {values.MAX_DIGITS} digits, "/" or null'
_AN_AMOUNT: Final = f'an amount such as "35.65", of at most {values.MAX_DIGITS} digits'
_TEXT: Final = "text"
_A_DATE: Final = 'a date such as "2021-12-31"'


def count(found: object, _: object) -> object:
    """Structure a count."""
    value = values.NA if found == values.NA.value else found
    if values.broken_count(value):
        raise refused(found, _A_COUNT)
    return value


def change(found: object, _: object) -> object:
    """Structure a signed number."""
    value = values.NA if found == values.NA.value else found
    if values.broken_change(value):
        raise refused(found, _A_CHANGE)
    return value


def amount(found: object, _: object) -> Decimal:
    """Structure an amount; its digits are kept as they are."""
    # Its length is looked at first, lest a number of a million digits be computed only to be refused.
    if isinstance(found, str) and len(found) <= values.MAX_DIGITS + 1 and _AMOUNT.fullmatch(found):
        value = Decimal(found)
        if not values.broken_money(value):
            return value
    raise refused(found, _AN_AMOUNT)


def date(found: object, _: object) -> dt.date:
    """Structure a date."""
    if isinstance(found, str) and _DATE.fullmatch(found):
        try:
            return dt.date.fromisoformat(found)
        except ValueError:
            pass
    raise refused(found, _A_DATE)


def text(found: object, _: object) -> object:
    """Structure text; which characters it may hold is for the field to say."""
    if not isinstance(found, str):
        raise refused(found, _TEXT)
    return found


def integer(found: object, _: object) -> object:
    """Structure a whole number; its range is for the field to say."""
    if type(found) is not int:
        raise refused(found, "a whole number")
    return found


def number_or_text(found: object, _: object) -> object:
    """Structure what a finding expected or met."""
    if found is not None and type(found) is not int and not isinstance(found, str):
        raise refused(found, "a whole number, text or null")
    return found


def mapping(found: object, _: object) -> object:
    """Structure the details of a finding: any object."""
    if not isinstance(found, dict):
        raise refused(found, "an object")
    return found


def paragraphs(found: object, _: object) -> list[str]:
    """Structure paragraphs of text."""
    if not isinstance(found, list):
        raise refused(found, "a list of paragraphs")
    defects = [defect.below(index) for index, item in enumerate(found) for defect in _broken_text(item)]
    if defects:
        raise RefusedError(*defects)
    return list(found)


def _broken_text(found: object) -> Iterator[Defect]:
    broken = values.broken_text(found)
    if broken:
        yield Defect((), described(found), phrased(broken.rule) if isinstance(found, str) else _TEXT)


def extensions(found: object, _: object) -> object:
    """Structure what other tools keep: any JSON that can be written again, as it is."""
    if not isinstance(found, dict):
        raise refused(found, "an object")
    defects = list(_broken_json(found, (), 1))
    if defects:
        raise RefusedError(*defects)
    return _copied(found)


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


def _broken_json(value: object, path: tuple[object, ...], depth: int) -> Iterator[Defect]:
    inner = type(value) in {dict, list, Repeated}
    broken = values.broken_json(None if inner else value, "", depth)
    if broken:
        yield Defect(path, "a further level" if depth > values.MAX_DEPTH else described(value), phrased(broken[1].rule))
    elif isinstance(value, dict):
        for key, item in value.items():
            bad = values.broken_text(key)
            if bad:
                yield Defect((*path, key), f"the key {described(key)}", phrased(bad.rule))
            yield from _broken_json(item, (*path, key), depth + 1)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _broken_json(item, (*path, index), depth + 1)


def choice(*allowed: str) -> Hook:
    """Structure one of a few words."""
    expected = " or ".join(map(described, allowed))

    def structure(found: object, _: object) -> object:
        if not isinstance(found, str) or found not in allowed:
            raise refused(found, expected)
        return found

    return structure


def or_null(hook: Hook, also: str = " or null") -> Hook:
    """Allow null, too; ``also`` is how the fault of another value says so."""

    def structure(found: object, cls: object) -> object:
        if found is None:
            return None
        try:
            return hook(found, cls)
        except RefusedError as error:
            defects = error.defects
        raise RefusedError(*(one if one.path else attrs.evolve(one, expected=one.expected + also) for one in defects))

    return structure


def or_na_or_null(hook: Hook) -> Hook:
    """Allow null and "/", too."""
    inner = or_null(hook, ', "/" or null')

    def structure(found: object, cls: object) -> object:
        return values.NA if found == values.NA.value else inner(found, cls)

    return structure


def validated(attribute: attrs.Attribute[Any], hook: Hook) -> Hook:
    """Let the model's own validator of the field judge what the hook gives."""
    validate: Any = attribute.validator

    def structure(found: object, cls: object) -> object:
        value = hook(found, cls)
        try:
            validate(None, attribute, value)
        except (TypeError, ValueError) as error:
            rule = str(error).removeprefix(f"{attribute.name} ").removesuffix(f", got {values.shown(value)}")
        else:
            return value
        raise refused(found, phrased(rule))

    return structure
