"""
Reading JSON by msgspec: any doubt is left to the strict reader, which tells what is wrong, if anything is.

msgspec decodes a whole document into twins of our classes, and refuses what is of a wrong type and keys that it does
not know. Code that is written once for each class then fills our own from them. What msgspec lets pass is found by what
follows:

- A key that stands twice. Each string of a document, be it a key or a value, has two quotation marks. The strings that
  the twins have are counted, and so are the marks: those of a key that stands once more are too many. Keys that are
  missing and cells with "/" are counted one by one, so that nothing makes up for it.
- Characters that text must not have: all texts are looked at together.
- What else a field asks by a rule of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, get_args, get_origin

import attrs
import msgspec
from msgspec import UNSET

from govdisclosure.json import _hooks as hooks
from govdisclosure.json._faults import RefusedError
from govdisclosure.json._twins import ALWAYS, NUMBERS, attributes, struct, tag, twin, twin_field
from govdisclosure.model import values
from govdisclosure.model.declare import Kind, declaration
from govdisclosure.model.filling import filling, local
from govdisclosure.model.report import AnnualReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.json._twins import Field

_Taker: TypeAlias = Callable[[Any, list[str], list[int]], Any]
"""
Gives the value of ours for that of a twin.

It adds the texts of the document to a list, and to another how many strings there are besides: those that are no texts,
less the keys that are missing.
"""

_TAG_STRINGS: Final = 2
"""The key and the value that say which twin is meant."""

_FACTORY: Final[Any] = attrs.Factory


def loaded(content: bytes) -> AnnualReport | None:
    """Read a report from its JSON; None where there is any doubt."""
    texts: list[str] = []
    further = [_keys(AnnualReport)]
    try:
        report: AnnualReport = _filled(AnnualReport)(_decoder().decode(content), texts, further)
    except (msgspec.MsgspecError, RefusedError, ValueError):
        return None
    each_key_once = _marks(content) == 2 * (len(texts) + sum(further))
    return report if each_key_once and values.are_clean(texts) else None


def certain(tree: dict[str, Any]) -> dict[str, Any]:
    """Give the values of a report, but for its tables, of a tree made by a parser; none if one of them is in doubt."""
    of, takers = _but_for_tables()
    texts: list[str] = []
    given = {name: tree[name] for name in takers if name in tree}
    try:
        twins = msgspec.convert(given, of)
        for name in given:
            value = getattr(twins, name)
            given[name] = None if value is None else takers[name](value, texts, [])
    except (msgspec.MsgspecError, RefusedError, ValueError):
        return {}
    return given if values.are_clean(texts) else {}


@cache
def _but_for_tables() -> tuple[type[msgspec.Struct], dict[str, _Taker]]:
    others = [each for each in attributes(AnnualReport) if declaration(each).kind is not Kind.TABLE]
    return struct("Report", *map(twin_field, others)), {each.name: _taker(each) for each in others}


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(twin(AnnualReport))


def _marks(content: bytes) -> int:
    """Count the quotation marks that begin or end a string."""
    marks = content.count(b'"')
    # "C:\\" ends with a mark, "\"" has one within it.
    return marks - content.replace(rb"\\", b"").count(rb"\"") if b"\\" in content else marks


@cache
def _keys(cls: type) -> int:
    """Count the strings of a document with an instance that has every field: its keys, and its tag."""
    keys = len(attributes(cls)) + (_TAG_STRINGS if tag(cls) else 0)
    for declared in map(declaration, attributes(cls)):
        if declared.kind in ALWAYS:
            keys += _keys(declared.classes[0])
    return keys


@cache
def _filled(cls: type) -> _Taker:
    attributes(cls)  # So that their types are known.
    return filling(cls, _Twin())


class _Twin:
    """The source of an instance: its twin."""

    # Names that are parameters are looked up sooner than others, and these are for every cell.
    parameters = "twin, texts, further, UNSET=UNSET, NA=NA"
    returned = "made"

    def __init__(self) -> None:
        self.names: dict[str, object] = {"UNSET": UNSET, "NA": values.NA}

    def enter(self, path: str, attribute: Field | None) -> Iterable[str]:
        return [] if attribute is None else self._group(path, attribute, local("twin", path))

    def put(self, path: str, attribute: Field, target: str) -> Iterable[str]:
        kind = declaration(attribute).kind
        if kind in NUMBERS:
            return self._number(path, target)
        if kind is Kind.BLOCK:
            take = self._named("take", path, _taker(attribute))
            return [*self._group(path, attribute, "value"), f"{target} = {take}(value, texts, further)"]
        return self._other(path, attribute, target)

    def _group(self, path: str, attribute: Field, name: str) -> Iterator[str]:
        yield f"{name} = {_in_twin(path)}"
        yield f"if {name} is UNSET:"
        yield f" {name} = {self._named('missing', path, twin(declaration(attribute).classes[0])())}"
        yield " further.append(-1)"

    def _number(self, path: str, target: str) -> Iterator[str]:
        yield f"{target} = value = {_in_twin(path)}"
        yield "if value is UNSET:"
        yield f" {target} = None"
        yield " further.append(-1)"
        yield "elif value is NA: further.append(1)"

    def _other(self, path: str, attribute: Field, target: str) -> Iterator[str]:
        yield f"value = {_in_twin(path)}"
        take = f"{self._named('take', path, _taker(attribute))}(value, texts, further)"
        if attribute.default is attrs.NOTHING:
            yield f"{target} = {take}"
            return
        default = self._named("default", path, _default(attribute))
        yield "if value is UNSET:"
        yield f" {target} = {default}({target.rpartition('.')[0]})"
        yield " further.append(-1)"
        yield f"else: {target} = None if value is None else {take}"

    def _named(self, name: str, path: str, value: object) -> str:
        self.names[local(name, path)] = value
        return local(name, path)


def _in_twin(path: str) -> str:
    above, _, name = path.rpartition(".")
    return f"{local('twin', above)}.{name}"


def _default(attribute: Field) -> Callable[[object], object]:
    """Give what makes the default of a field, of the instance that it belongs to."""
    default: Any = attribute.default
    if not isinstance(default, _FACTORY):
        return lambda _: default
    return default.factory if default.takes_self else lambda _: default.factory()


def _taker(attribute: Field) -> _Taker:
    declared = declaration(attribute)
    if declared.kind is Kind.NARRATIVE:
        return _paragraphs
    if declared.kind is Kind.MONEY:
        return _money
    if declared.kind is Kind.MONEY_WITH_UNIT:
        return _money_with_unit
    if declared.kind is Kind.BLOCK:
        return _filled(declared.classes[0])
    if declared.classes:
        return _one_of(*declared.classes)
    return _value(attribute)


def _one_of(*classes: type) -> _Taker:
    known = {twin(cls): (_filled(cls), _keys(cls)) for cls in classes}

    def take(value: msgspec.Struct, texts: list[str], further: list[int]) -> object:
        fill, keys = known[type(value)]
        further.append(keys)
        return fill(value, texts, further)

    return take


def _paragraphs(value: list[str], texts: list[str], _: object) -> list[str]:
    texts += value
    return value


def _money(value: str, texts: list[str], _: object) -> object:
    texts.append(value)
    return values.NA if hooks.is_na(value) else hooks.amount(value, None)


def _money_with_unit(value: Any, texts: list[str], further: list[int]) -> object:  # noqa: ANN401 - a twin or NA
    if value is values.NA:
        further.append(1)
        return value
    texts.append(value.value)
    further.append(1 if value.unit is UNSET else 2)
    amount, unit = hooks.amount(value.value, None), value.unit or None
    texts += [] if unit is None else [unit]
    return values.Amount(amount, unit)


def _value(attribute: Field) -> _Taker:
    if not isinstance(attribute.validator, values.Obeys):  # extensions, of which there are none
        return lambda *_: {}
    if get_origin(attribute.type) is list:
        take_one = _one_of(*get_args(attribute.type))
        return lambda value, texts, further: [take_one(one, texts, further) for one in value]
    rule = attribute.validator.rule

    def take(value: object, texts: list[str], further: list[int]) -> object:
        if rule(value) is not None:
            raise RefusedError
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dt.date):
            further.append(1)
        return value

    return take
