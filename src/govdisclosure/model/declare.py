"""
How a field of the form is declared: its official label, unit, kind of cell, legal ground and - for totals - its parts.

Everything else that knows the form (identities, grid, paths, glossary, JSON) is derived from these declarations.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeAlias, cast

import attrs
from attrs import field, frozen

from govdisclosure.model import values
from govdisclosure.model.rules import Broken, Rule

_KEY: Final = "govdisclosure"
Field: TypeAlias = "attrs.Attribute[Any]"
Validator: TypeAlias = Callable[[object, Field, object], None]


class Kind(enum.Enum):
    """What a field holds."""

    COUNT = "count"
    CHANGE = "change"
    MONEY = "money"
    MONEY_WITH_UNIT = "money with unit"
    BLOCK = "block"
    GROUP = "group"
    TABLE = "table"
    NARRATIVE = "narrative"
    VALUE = "value"

    @property
    def is_cell(self) -> bool:
        """Whether the field is one figure cell of the form."""
        return self.is_number or self.is_money

    @property
    def is_number(self) -> bool:
        """Whether it is a cell that holds a whole number."""
        return self is Kind.COUNT or self is Kind.CHANGE

    @property
    def is_money(self) -> bool:
        """Whether it is a cell that holds an amount."""
        return self is Kind.MONEY or self is Kind.MONEY_WITH_UNIT


@frozen(eq=False)
class Balance:
    """An equation inside a block: the cells of both sides, as paths below the block, and the code of its check."""

    code: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@frozen(eq=False)
class Declaration:
    """
    What the form says of one field.

    Args:
        label: The official label.
        kind: What the field holds.
        unit: Unit of the figure, None for what is no figure.
        law: Ground in the Regulation, such as ``Art. 36``.
        caption: Table II: the caption of the rows that share it.
        of: A total: the declarations of its parts, in the order of the form.
        identity: A total: code of the check that compares it with its parts.
        balance: The equation that this field closes.
        classes: A group or block: its class; the table of a section: that of each edition, the current one first.
    """

    label: str
    kind: Kind
    unit: str | None = None
    law: str | None = None
    caption: str | None = None
    of: tuple[Declaration, ...] = ()
    identity: str | None = None
    balance: Balance | None = None
    classes: tuple[type, ...] = ()


@cache
def attributes(cls: type) -> tuple[Field, ...]:
    """
    Give the fields of a class with their types, which stand in its module as text.

    The names that they use stand in the module of values, partly for the type checker only.
    """
    attrs.resolve_types(cls, localns=vars(values))
    return cast("tuple[Field, ...]", attrs.fields(cls))


def declaration(attribute: object) -> Declaration:
    """Give the declaration of an attrs field, inside the class body or after it; a ``KeyError`` if it has none."""
    return cast("Declaration", attribute.metadata[_KEY])  # type: ignore[attr-defined]


def count(  # noqa: PLR0913 - a declaration says everything at once
    label: str,
    *,
    unit: str = "件",
    law: str | None = None,
    of: Iterable[object] = (),
    identity: str | None = None,
    balance: Balance | None = None,
) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a cell that holds a count."""
    parts = tuple(map(declaration, of))
    declared = Declaration(label, Kind.COUNT, unit, law, of=parts, identity=identity, balance=balance)
    return _field(declared, obeying(values.broken_count))


def total(label: str, *, of: Iterable[object], identity: str) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a cell that holds the total of others; as printed, never computed."""
    return count(label, of=of, identity=identity)


def change(label: str, *, unit: str = "项") -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a cell that holds a signed number."""
    return _field(Declaration(label, Kind.CHANGE, unit), obeying(values.broken_change))


def money(label: str, *, unit: str) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a cell that holds an amount in the unit that the form names."""
    declared = Declaration(label, Kind.MONEY, unit)
    return _field(declared, obeying(_broken_money_cell), eq=values.scale_key)


def money_with_unit(label: str) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a cell that holds an amount together with its unit."""
    return _field(Declaration(label, Kind.MONEY_WITH_UNIT), obeying(_broken_amount_cell))


def block(  # noqa: PLR0913 - a declaration says everything at once
    label: str,
    cls: type,
    *,
    law: str | None = None,
    caption: str | None = None,
    of: Iterable[object] = (),
    identity: str | None = None,
) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare one block of a table: a row of table II, a column of table III, five results of table IV."""
    parts = tuple(map(declaration, of))
    declared = Declaration(label, Kind.BLOCK, None, law, caption, of=parts, identity=identity, classes=(cls,))
    return _field(declared, _instance_of(cls), factory=cls)


def group(label: str, cls: type) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a group of cells or blocks under a label of their own."""
    return _field(Declaration(label, Kind.GROUP, classes=(cls,)), _instance_of(cls), factory=cls)


def as_in(owner: type, name: str, cls: type | None = None) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a field just as another class does, there with ``cls`` in place of its own class of cells."""
    origin = getattr(attrs.fields(owner), name)
    declared = declaration(origin)
    if cls is None:
        return field(metadata={_KEY: declared}, validator=origin.validator, eq=origin.eq_key, default=origin.default)
    return _field(attrs.evolve(declared, classes=(cls,)), _instance_of(cls), factory=cls)


def table(label: str, *classes: type) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a section that holds a table; None where the source has no such table."""
    return _field(Declaration(label, Kind.TABLE, classes=classes), _instance_of(*classes, type(None)))


def narrative(label: str, *, required: bool = False) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare paragraphs of text; None where the source has no such section, unless they are ``required``."""
    declared = Declaration(label, Kind.NARRATIVE)
    if required:
        return _field(declared, _paragraphs, factory=list)
    return _field(declared, cast("Validator", attrs.validators.optional(_paragraphs)))


def value(label: str, validator: Validator, **arguments: Any) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a value of the report's metadata that has a default."""
    return field(metadata=named(label), validator=validator, **arguments)


def named(label: str) -> dict[str, Declaration]:
    """Give the metadata of a value that has no default; declared by ``attrs.field``, a type checker knows that."""
    return {_KEY: Declaration(label, Kind.VALUE)}


def record(label: str, cls: type) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare several values of the report's metadata that belong together, or None."""
    declared = Declaration(label, Kind.VALUE, classes=(cls,))
    return _field(declared, _instance_of(cls, type(None)))


def obeying(rule: Callable[[Any], Broken | None], *, optional: bool = False) -> Validator:
    """Make a validator of a rule; one that is ``optional`` lets None pass."""
    return values.Obeys(values.OrNone(rule) if optional else rule)


def _field(declared: Declaration, validator: Validator, **arguments: Any) -> Any:  # noqa: ANN401 - as attrs.field
    if "factory" not in arguments:
        arguments.setdefault("default", None)
    return field(metadata={_KEY: declared}, validator=validator, **arguments)


def _broken_money_cell(value: object) -> Broken | None:
    if values.is_blank_or_na(value):
        return None
    return values.broken_money(value) if type(value) is Decimal else Broken(TypeError, Rule.MONEY_CELL)


def _broken_amount_cell(value: object) -> Broken | None:
    good = values.is_blank_or_na(value) or type(value) is values.Amount
    return None if good else Broken(TypeError, Rule.AMOUNT_CELL)


def _instance_of(*classes: type) -> Validator:
    names = tuple("None" if cls is type(None) else cls.__name__ for cls in classes)
    broken = Broken(TypeError, Rule.INSTANCE, (names,))
    return obeying(lambda value: None if type(value) in classes else broken)


def _paragraphs(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not list:
        values.refuse(attribute.name, Broken(TypeError, Rule.PARAGRAPHS), value)
    # All at once: nearly always nothing is wrong with any of them.
    elif {str}.issuperset(map(type, value)) and "".join(value).isprintable():
        return
    for index, paragraph in enumerate(cast("list[object]", value)):
        values.refuse(f"{attribute.name}[{index}]", values.broken_text(paragraph), paragraph)
