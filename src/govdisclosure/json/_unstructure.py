"""From the model to a JSON tree, by cattrs, with every key in declaration order."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from govdisclosure.json.shape import EDITION_KEY, VERSION, VERSION_KEY
from govdisclosure.model import values
from govdisclosure.model.declare import attributes, declaration
from govdisclosure.model.report import AnnualReport, validate_whole
from govdisclosure.model.structure import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.model.values import JSON

_PLAIN: Final = (int, NoneType)


def tree(report: AnnualReport) -> dict[str, JSON]:
    """
    Give a report as a JSON tree.

    Raises:
        TypeError: If a list that was changed in place holds something of a wrong type, or a derived class has a field
            of its own.
        ValueError: If it holds text that JSON would refuse.
    """
    validate_whole(report)
    return cast("dict[str, JSON]", converter().unstructure(report, AnnualReport))


def table_tree(table: Table) -> dict[str, JSON]:
    """
    Give a table as a JSON tree; for its errors see ``tree``.

    Raises:
        TypeError: If its notes hold something that is no text.
        ValueError: If they hold text that JSON would refuse.
    """
    attrs.validate(cast("attrs.AttrsInstance", table))
    return cast("dict[str, JSON]", converter().unstructure(table))


@cache
def converter() -> Converter:
    """Give the converter that unstructures a report and its parts."""
    built = Converter()
    built.register_unstructure_hook(dt.date, dt.date.isoformat)
    built.register_unstructure_hook(Decimal, values.plain)
    built.register_unstructure_hook_factory(attrs.has, lambda cls: _object(cls, built))
    return built


def _object(cls: type, built: Converter) -> Callable[[Any], dict[str, JSON]]:
    cells: dict[str, Any] = {
        attribute.name: override(unstruct_hook=_cell)
        for attribute in attributes(cls)
        if attribute.metadata and declaration(attribute).kind.is_cell
    }
    generated: Any = make_dict_unstructure_fn(cls, built, **cells)
    first = _first_key(cls)
    if not first:
        return cast("Callable[[Any], dict[str, JSON]]", generated)
    return lambda instance: {**first, **generated(instance)}


def _first_key(cls: type) -> dict[str, str]:
    if cls is AnnualReport:
        return {VERSION_KEY: VERSION}
    edition = cls.edition if issubclass(cls, Table) else None
    return {EDITION_KEY: edition} if edition else {}


def _cell(value: values.CellValue) -> JSON:
    # Nearly every cell is a number or blank; to ask the converter about each takes half as long again.
    return cast("JSON", value if type(value) in _PLAIN else converter().unstructure(value))
