"""How one value of a JSON tree becomes one of the model; each hook refuses what the model would refuse."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from govdisclosure.json._expected import Expected, Met
from govdisclosure.json._faults import Defect, RefusedError, between, described, refuse, refused
from govdisclosure.json._parse import Repeated
from govdisclosure.json.shape import AMOUNT, DATE
from govdisclosure.model import values

if TYPE_CHECKING:
    from govdisclosure.json._faults import Path
    from govdisclosure.model.phrases import Phrase

Hook: TypeAlias = Callable[[Any, Any], Any]
"""A value of the tree and the type that is wanted, as cattrs passes them; gives the value of the model."""

_AMOUNT: Final = re.compile(AMOUNT)
_DATE: Final = re.compile(DATE)
_A_COUNT: Final = Expected.OR_NA_OR_NULL(Expected.COUNT(values.MAX_DIGITS))
_A_CHANGE: Final = Expected.OR_NA_OR_NULL(Expected.CHANGE(values.MAX_DIGITS))
_AN_AMOUNT: Final = Expected.AMOUNT(values.MAX_DIGITS)
_TEXT: Final = Expected.TEXT()
_A_DATE: Final = Expected.DATE()
_AN_OBJECT: Final = Expected.OBJECT()


def is_na(raw: object) -> bool:
    """Tell whether a value of the tree is the "/" of a cell; asked by its type first, lest a foreign one answer."""
    return isinstance(raw, str) and raw == values.NA.value


def count(raw: object, _: object) -> object:
    """Structure a count."""
    wrong = wrong_count(raw, ())
    if wrong is not None:
        raise RefusedError(wrong)
    return values.NA if is_na(raw) else raw


def wrong_count(raw: object, path: Path) -> Defect | None:
    """Say what is wrong with the count at a path, if anything is."""
    if is_na(raw) or values.broken_count(raw) is None:
        return None
    return Defect(path, described(raw), _A_COUNT)


def change(raw: object, _: object) -> object:
    """Structure a signed number."""
    value = values.NA if is_na(raw) else raw
    if values.broken_change(value):
        raise refused(raw, _A_CHANGE)
    return value


def amount(raw: object, _: object) -> Decimal:
    """Structure an amount; its digits are kept as they are."""
    # Its length is looked at first, lest a number of a million digits be computed only to be refused.
    if isinstance(raw, str) and len(raw) <= values.MAX_DIGITS + 1 and _AMOUNT.fullmatch(raw):
        value = Decimal(raw)
        if not values.broken_money(value):
            return value
    raise refused(raw, _AN_AMOUNT)


def date(raw: object, _: object) -> dt.date:
    """Structure a date."""
    if isinstance(raw, str) and _DATE.fullmatch(raw):
        try:
            return dt.date.fromisoformat(raw)
        except ValueError:
            pass
    raise refused(raw, _A_DATE)


def text(raw: object, _: object) -> object:
    """Structure text; which characters it may hold is for the field to say."""
    if not isinstance(raw, str):
        raise refused(raw, _TEXT)
    return raw


def integer(raw: object, _: object) -> object:
    """Structure a whole number; its range is for the field to say."""
    if type(raw) is not int:
        raise refused(raw, Expected.WHOLE_NUMBER())
    return raw


def number_or_text(raw: object, _: object) -> object:
    """Structure what a finding expected or met."""
    if raw is not None and type(raw) is not int and not isinstance(raw, str):
        raise refused(raw, Expected.OR_NULL(Expected.NUMBER_OR_TEXT()))
    return raw


def mapping(raw: object, _: object) -> object:
    """Structure the details of a finding: any object."""
    if not isinstance(raw, dict):
        raise refused(raw, _AN_OBJECT)
    return raw


def paragraphs(raw: object, _: object) -> list[str]:
    """Structure paragraphs of text."""
    if not isinstance(raw, list):
        raise refused(raw, Expected.PARAGRAPHS())
    if not ({str}.issuperset(map(type, raw)) and values.are_clean(raw)):
        refuse(_broken_paragraphs(raw))
    return list(raw)


def _broken_paragraphs(raw: list[object]) -> Iterator[Defect]:
    for index, item in enumerate(between(raw)):
        broken = values.broken_text(item)
        if broken:
            expected = broken.expected if isinstance(item, str) else _TEXT
            yield Defect((index,), described(item), expected)


def extensions(raw: object, _: object) -> object:
    """Structure what other tools keep: any JSON that can be written again, as it is."""
    if not isinstance(raw, dict):
        raise refused(raw, _AN_OBJECT)
    refuse(_broken_json(raw, (), 1))
    return _copied(raw)


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


def _broken_json(value: object, path: tuple[object, ...], depth: int) -> Iterator[Defect]:
    inner = type(value) in {dict, list, Repeated}
    broken = values.broken_json(None if inner else value, depth)
    if broken:
        yield Defect(path, Met.LEVEL() if depth > values.MAX_DEPTH else described(value), broken[1].expected)
    elif isinstance(value, dict):
        for key, item in between(value.items()):
            of_key = values.broken_text(key)
            if of_key:
                yield Defect((*path, key), Met.KEY(described(key)), of_key.expected)
            yield from _broken_json(item, (*path, key), depth + 1)
    elif isinstance(value, list):
        for index, item in enumerate(between(value)):
            yield from _broken_json(item, (*path, index), depth + 1)


def choice(*allowed: str) -> Hook:
    """Structure one of a few words."""
    expected = one_of(allowed)

    def structure(raw: object, _: object) -> object:
        if not isinstance(raw, str) or raw not in allowed:
            raise refused(raw, expected)
        return raw

    return structure


def one_of(words: Iterable[str]) -> Phrase:
    """Say that one of a few words is expected."""
    return Expected.ONE_OF(tuple(map(described, words)))


def or_null(hook: Hook, also: Expected = Expected.OR_NULL) -> Hook:
    """Allow null, too; ``also`` is how the fault of another value says so."""

    def structure(raw: object, cls: object) -> object:
        if raw is None:
            return None
        try:
            return hook(raw, cls)
        except RefusedError as error:
            defects, more = error.defects, error.more
        raise RefusedError(*(_also(also, defect) for defect in defects), more=more)

    return structure


def _also(also: Expected, defect: Defect) -> Defect:
    return defect if defect.path else defect._replace(expected=also(defect.expected))


def or_na_or_null(hook: Hook) -> Hook:
    """Allow null and "/", too."""
    inner = or_null(hook, Expected.OR_NA_OR_NULL)

    def structure(raw: object, cls: object) -> object:
        return values.NA if is_na(raw) else inner(raw, cls)

    return structure


def obeying(validator: values.Obeys, hook: Hook) -> Hook:
    """Let the rule of the field judge what the hook gives."""

    def structure(raw: object, cls: object) -> object:
        value = hook(raw, cls)
        broken = validator.rule(value)
        if broken:
            raise refused(raw, broken.expected)
        return value

    return structure
