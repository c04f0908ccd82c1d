"""
Writing JSON by msgspec: twins of what a report holds, which msgspec writes as they are.

Any doubt is left to the strict writer: reports of derived classes, extensions, and lists that were changed in place to
hold what they must not. (msgspec could write our own classes, but in another order.)
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, cast, get_args, get_origin

import msgspec

from govdisclosure.json._faults import RefusedError
from govdisclosure.json._twins import AmountTwin, Keys, twin
from govdisclosure.json.shape import VERSION
from govdisclosure.model import values
from govdisclosure.model.declare import Kind, attributes, declaration
from govdisclosure.model.filling import local
from govdisclosure.model.report import AnnualReport

if TYPE_CHECKING:
    from govdisclosure.model.declare import Field

_Giver: TypeAlias = Callable[[Any, list[str]], Any]
"""Gives what msgspec is to write for a value of ours; adds its texts to a list."""


def written(report: AnnualReport) -> bytes | None:
    """Write a report as canonical JSON; None where there is any doubt."""
    if type(report) is not AnnualReport or report.extensions:
        return None
    texts: list[str] = []
    try:
        document = _given(AnnualReport)(report, texts)
        sound = {str}.issuperset(map(type, texts)) and values.are_clean(texts)
        return msgspec.json.encode(document) if sound else None
    except (RefusedError, AttributeError, TypeError, ValueError):
        return None


@cache
def _given(cls: type) -> _Giver:
    """Compile the function that gives the twin of an instance."""
    names: dict[str, Any] = {}
    lines: list[str] = []
    twins = _twinned(cls, "", lines, names)
    exec("\n ".join(["def give(own, texts):", *lines, f"return {twins}"]), names)  # noqa: S102 - as in filling
    return cast("_Giver", names["give"])


def _twinned(cls: type, at: str, lines: list[str], names: dict[str, Any]) -> str:
    """Give the expression that makes the twin of the instance at a path; lines give names to the groups in it."""
    own = local("own", at)
    # {"govdisclosure": "1", …
    parts = [repr(VERSION)] if cls is AnnualReport else []
    for attribute in attributes(cls):
        declared, value = declaration(attribute), f"{own}.{attribute.name}"
        path = f"{at}.{attribute.name}" if at else attribute.name
        if declared.kind is Kind.GROUP:
            lines.append(f"{local('own', path)} = {value}")
            parts.append(_twinned(declared.classes[0], path, lines, names))
        elif declared.kind.is_number:
            parts.append(value)
        else:
            names[local("give", path)] = _giver(attribute)
            parts.append(f"{local('give', path)}({value}, texts)")
    names[local("twin", at)] = twin(cls, Keys.ALL)
    return f"{local('twin', at)}({', '.join(parts)})"


def _giver(attribute: Field) -> _Giver:
    declared = declaration(attribute)
    if declared.kind is Kind.NARRATIVE:
        return _own_paragraphs if attribute.default is not None else _or_none(_own_paragraphs)
    if declared.kind.is_money:
        return _own_money
    if declared.kind is Kind.BLOCK:
        return _own({cls: _given(cls) for cls in declared.classes})
    if declared.classes:
        return _or_none(_own({cls: _given(cls) for cls in declared.classes}))
    return _own_value(attribute)


def _or_none(give: _Giver) -> _Giver:
    return lambda value, texts: None if value is None else give(value, texts)


def _own(givers: dict[type, _Giver]) -> _Giver:
    def give(value: object, texts: list[str]) -> object:
        if type(value) not in givers:
            raise RefusedError
        return givers[type(value)](value, texts)

    return give


def _own_paragraphs(value: object, texts: list[str]) -> object:
    if type(value) is not list:
        raise RefusedError
    texts += value
    return value


def _own_money(value: object, _: object) -> object:
    if isinstance(value, Decimal):
        return values.plain(value)
    if isinstance(value, values.Amount):
        return AmountTwin(values.plain(value.value), value.unit)
    return value


def _own_value(attribute: Field) -> _Giver:
    if not isinstance(attribute.validator, values.Obeys):  # extensions, of which there are none
        return lambda *_: {}
    if get_origin(attribute.type) is list:
        return _own_list(get_args(attribute.type)[0])
    rule = attribute.validator.rule

    def give(value: object, _: object) -> object:
        if rule(value) is not None:
            raise RefusedError
        return value

    return give


def _own_list(cls: type) -> _Giver:
    give = _own({cls: _given(cls)})

    def give_each(value: object, texts: list[str]) -> object:
        if type(value) is not list:
            raise RefusedError
        return [give(item, texts) for item in value]

    return give_each
