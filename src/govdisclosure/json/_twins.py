"""
Twins of our classes, for msgspec: Structs with the same fields, made from the declarations.

They come in two kinds: those that ask for every key, and those in which a key may be missing, as in documents that
leave out nulls. What is missing is ``UNSET`` in a twin, not None: whoever counts the keys of a document must know.
"""

from __future__ import annotations

import enum
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias, Union, get_args, get_origin

import attrs
import msgspec
from msgspec import UNSET, UnsetType

from govdisclosure.json.shape import EDITION_KEY, VERSION, VERSION_KEY
from govdisclosure.model import values
from govdisclosure.model.declare import Field, Kind, attributes, declaration
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.structure import Table

if TYPE_CHECKING:
    from collections.abc import Iterable


class Keys(enum.Enum):
    """Which keys the JSON of an object has."""

    ALL = enum.auto()
    SOME = enum.auto()


ALWAYS: Final = frozenset({Kind.GROUP, Kind.BLOCK})
"""What is never null."""

_BOUND: Final = 10**values.MAX_DIGITS
_Count: TypeAlias = Annotated[int, msgspec.Meta(ge=0, lt=_BOUND)]
_Change: TypeAlias = Annotated[int, msgspec.Meta(gt=-_BOUND, lt=_BOUND)]


def struct(name: str, *fields: Any, **settings: Any) -> type[msgspec.Struct]:  # noqa: ANN401 - as msgspec has them
    """Make a Struct that refuses unknown keys."""
    # Twins hold no circles, so Python's collector need not look for any.
    return msgspec.defstruct(name, fields, forbid_unknown_fields=True, gc=False, **settings)


_Empty: Final = struct("Empty")
AmountTwin: Final = struct("Amount", ("value", str), ("unit", Literal[values.UNITS] | None | UnsetType, UNSET))
_CELLS: Final[dict[Kind, Any]] = {
    Kind.COUNT: _Count | values.NAType | None,
    Kind.CHANGE: _Change | values.NAType | None,
    # As text: msgspec's own amounts can be 1e5, 1_0 and １.
    Kind.MONEY: str | None,
    Kind.MONEY_WITH_UNIT: AmountTwin | values.NAType | None,
}


@cache
def twin(cls: type, keys: Keys) -> type[msgspec.Struct]:
    """Give the twin of one of our classes; the edition of a table is a tag of it."""
    fields = [twin_field(each, keys) for each in attributes(cls)]
    # As a tag, the version could be missing: of a class that is the only choice, msgspec asks for none.
    version = [(VERSION_KEY, Literal[VERSION])] if cls is AnnualReport else []
    return struct(cls.__name__, *version, *fields, **tag(cls))


def tag(cls: type) -> dict[str, str]:
    """Give the key, and its value, by which the JSON of a table is told from its other editions; none for others."""
    edition = cls.edition if issubclass(cls, Table) else None
    return {} if edition is None else {"tag_field": EDITION_KEY, "tag": edition}


def twin_field(attribute: Field, keys: Keys) -> Any:  # noqa: ANN401 - as msgspec has them
    """Give a field of ours as one of a twin."""
    of = _type(attribute, keys)
    if keys is Keys.ALL or attribute.default is attrs.NOTHING:
        return attribute.name, of
    return attribute.name, of | UnsetType, UNSET


def _type(attribute: Field, keys: Keys) -> Any:  # noqa: ANN401 - a type
    declared = declaration(attribute)
    if declared.kind in _CELLS:
        return _CELLS[declared.kind]
    if declared.kind in ALWAYS:
        return twin(declared.classes[0], keys)
    if declared.kind is Kind.TABLE:
        return _union([*(twin(cls, keys) for cls in declared.classes), None])
    return _typed(attribute.type, keys)


def _typed(of: Any, keys: Keys) -> Any:  # noqa: ANN401 - a type
    """Give a type of the metadata with twins in it in place of our classes."""
    origin, within = get_origin(of), get_args(of)
    if attrs.has(of):
        return twin(of, keys)
    if origin is dict:
        return _Empty  # Extensions are for the strict reader.
    if origin is list:
        return list[_typed(within[0], keys)]  # type: ignore[misc]
    return _union(_typed(each, keys) for each in within) if origin in {Union, UnionType} else of


def _union(types: Iterable[Any]) -> Any:  # noqa: ANN401 - a type
    return reduce(or_, types)
