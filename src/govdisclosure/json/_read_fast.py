"""
Reading JSON by msgspec: any doubt is left to the strict reader, which tells what is wrong, if anything is.

msgspec decodes a whole document into twins of our classes, and refuses what is of a wrong type and keys that it does
not know. Code that is written once for each class then fills our own from them. What msgspec lets pass is found by what
follows:

- A key that stands twice. Behind each key of a document there is a colon, and others only in texts. The keys that the
  twins have are counted, and so are the colons: that of a key that stands once more is one too many. What is missing is
  counted as well, so that nothing makes up for it.
- Characters that text must not have: all texts are looked at together.
- What else a field asks by a rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, get_args, get_origin

import attrs
import msgspec
from msgspec import UNSET

from govdisclosure.json import _hooks as hooks
from govdisclosure.json._faults import RefusedError
from govdisclosure.json._twins import ALWAYS, Keys, struct, tag, twin, twin_field
from govdisclosure.model import values
from govdisclosure.model.declare import Kind, attributes, declaration
from govdisclosure.model.filling import filling, local
from govdisclosure.model.report import AnnualReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.model.declare import Field


_Taker: TypeAlias = Callable[[Any, list[str], list[int]], Any]
"""
Gives the value of ours for that of a twin.

It adds the texts of the document to a list, and to another how many keys the document has: for each object that can be
null all that it can have, and minus one for each that is missing.
"""

_FACTORY: Final[Any] = attrs.Factory


def loaded(content: bytes) -> AnnualReport | None:
    """Read a report from its JSON; None where there is any doubt."""
    colons = content.count(b":")
    report = _loaded(content, colons, Keys.ALL)
    return report if report is not None else _loaded(content, colons, Keys.SOME)


def _loaded(content: bytes, colons: int, keys: Keys) -> AnnualReport | None:
    texts: list[str] = []
    counts = [_keys(AnnualReport)]
    try:
        report: AnnualReport = _filled(AnnualReport, keys)(_decoder(keys).decode(content), texts, counts)
    except (msgspec.MsgspecError, RefusedError, ValueError):
        return None
    text = "".join(texts)
    # A colon in text that is written as \u003a would make up for that of a key that stands twice.
    escaped = b"\\" in content and b"\\u003" in content
    each_key_once = not escaped and colons == sum(counts) + text.count(":")
    # Nearly all text is printable, and then it is clean.
    return report if each_key_once and (text.isprintable() or values.are_clean(texts)) else None


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
    fields = [twin_field(each, Keys.SOME) for each in others]
    return struct("Report", *fields), {each.name: _taker(each, Keys.SOME) for each in others}


@cache
def _decoder(keys: Keys) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(twin(AnnualReport, keys))


@cache
def _keys(cls: type) -> int:
    """Count the keys of an object that has all that it always has, and those of the groups in it."""
    # "govdisclosure": "1" of a report, "edition": "2021" of a table
    is_told = cls is AnnualReport or bool(tag(cls))
    keys = len(attributes(cls)) + is_told
    for declared in map(declaration, attributes(cls)):
        if declared.kind in ALWAYS:
            keys += _keys(declared.classes[0])
    return keys


@cache
def _filled(cls: type, keys: Keys) -> _Taker:
    attributes(cls)  # So that their types are known.
    return filling(cls, _Twin(keys))


class _Twin:
    """The source of an instance: its twin."""

    # A name that is a parameter is looked up sooner than others, and this one is for every cell.
    parameters = "twin, texts, counts, UNSET=UNSET"
    returned = "made"

    def __init__(self, keys: Keys) -> None:
        self.names: dict[str, object] = {"UNSET": UNSET}
        self._keys = keys

    def enter(self, path: str, attribute: Field | None) -> Iterable[str]:
        return [] if attribute is None else self._group(path, attribute, local("twin", path))

    def put(self, path: str, attribute: Field, target: str) -> Iterable[str]:
        kind = declaration(attribute).kind
        if kind.is_number:
            return self._number(path, target)
        if kind is Kind.BLOCK:
            return [*self._group(path, attribute, "value"), f"{target} = {self._take(path, attribute)}"]
        return self._other(path, attribute, target)

    def _group(self, path: str, attribute: Field, name: str) -> Iterator[str]:
        yield f"{name} = {_in_twin(path)}"
        if self._keys is Keys.SOME:
            blank = twin(declaration(attribute).classes[0], Keys.SOME)()
            yield f"if {name} is UNSET:"
            yield f" {name} = {self._named('missing', path, blank)}"
            yield " counts.append(-1)"

    def _number(self, path: str, target: str) -> Iterator[str]:
        if self._keys is Keys.ALL:
            yield f"{target} = {_in_twin(path)}"
            return
        yield f"{target} = value = {_in_twin(path)}"
        yield "if value is UNSET:"
        yield f" {target} = None"
        yield " counts.append(-1)"

    def _other(self, path: str, attribute: Field, target: str) -> Iterator[str]:
        yield f"value = {_in_twin(path)}"
        if attribute.default is not attrs.NOTHING and self._keys is Keys.SOME:
            default = self._named("default", path, _default(attribute))
            yield "if value is UNSET:"
            yield f" {target} = {default}({target.rpartition('.')[0]})"
            yield " counts.append(-1)"
            yield f"else: {target} = None if value is None else {self._take(path, attribute)}"
        else:
            yield f"{target} = None if value is None else {self._take(path, attribute)}"

    def _take(self, path: str, attribute: Field) -> str:
        return f"{self._named('take', path, _taker(attribute, self._keys))}(value, texts, counts)"

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


def _taker(attribute: Field, keys: Keys) -> _Taker:
    declared = declaration(attribute)
    if declared.kind is Kind.NARRATIVE:
        return _paragraphs
    if declared.kind is Kind.MONEY:
        return _money
    if declared.kind is Kind.MONEY_WITH_UNIT:
        return _money_with_unit
    if declared.kind is Kind.BLOCK:
        return _filled(declared.classes[0], keys)
    if declared.classes:
        return _one_of(declared.classes, keys)
    return _value(attribute, keys)


def _one_of(classes: tuple[type, ...], keys: Keys) -> _Taker:
    known = {twin(cls, keys): (_filled(cls, keys), _keys(cls)) for cls in classes}

    def take(value: msgspec.Struct, texts: list[str], counts: list[int]) -> object:
        fill, every = known[type(value)]
        counts.append(every)
        return fill(value, texts, counts)

    return take


def _paragraphs(value: list[str], texts: list[str], _: object) -> list[str]:
    texts += value
    return value


def _money(value: str, *_: object) -> object:
    return values.NA if hooks.is_na(value) else hooks.amount(value, None)


def _money_with_unit(value: Any, _: object, counts: list[int]) -> object:  # noqa: ANN401 - a twin or NA
    if value is values.NA:
        return value
    counts.append(1 if value.unit is UNSET else 2)
    return values.Amount(hooks.amount(value.value, None), value.unit or None)


def _value(attribute: Field, keys: Keys) -> _Taker:
    if not isinstance(attribute.validator, values.Obeys):  # extensions, of which there are none
        return lambda *_: {}
    if get_origin(attribute.type) is list:
        take_one = _one_of(get_args(attribute.type), keys)
        return lambda value, texts, counts: [take_one(one, texts, counts) for one in value]
    rule = attribute.validator.rule

    def take(value: object, texts: list[str], _: object) -> object:
        if rule(value) is not None:
            raise RefusedError
        if isinstance(value, str):
            texts.append(value)
        return value

    return take
