"""
From a JSON tree to the model, by cattrs.

The hooks are derived from the declarations and the types of the model, and ask the model's own rules; constructing an
instance of what they have let through cannot fail.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError
from cattrs.gen import make_dict_structure_fn, override

from govdisclosure.errors import Absence
from govdisclosure.json import _hooks as hooks
from govdisclosure.json._expected import Expected
from govdisclosure.json._faults import (
    Defect,
    Defects,
    RefusedError,
    between,
    described,
    missing,
    refused,
    structure_error,
    unknown,
)
from govdisclosure.json.shape import EDITION_KEY, VERSION, VERSION_KEY
from govdisclosure.model import values
from govdisclosure.model.declare import Kind, declaration
from govdisclosure.model.findings import WAIVED_KEY, Finding, Severity
from govdisclosure.model.report import TABLES, AnnualReport
from govdisclosure.model.waivers import Waiver

if TYPE_CHECKING:
    from govdisclosure.json._faults import Path
    from govdisclosure.json._hooks import Hook
    from govdisclosure.model.structure import Table

_T = TypeVar("_T")

_VERSION: Final = Expected.VERSION(VERSION)

_CELLS: Final[dict[Kind, Hook]] = {
    Kind.COUNT: hooks.count,
    Kind.CHANGE: hooks.change,
    Kind.MONEY: hooks.or_na_or_null(hooks.amount),
    Kind.MONEY_WITH_UNIT: hooks.or_na_or_null(lambda raw, _: _money_with_unit(raw)),
}


def report_of(document: object, defects: Iterable[Defect] = (), more: int = 0) -> AnnualReport:
    """
    Structure a document.

    Args:
        document: The parsed JSON.
        defects: What is known to be wrong with it.
        more: How many defects are known besides.

    Raises:
        StructureError: With its faults.
    """
    if not isinstance(document, dict):
        raise structure_error(document, [Defect((), described(document), Expected.OBJECT())])
    version = document.get(VERSION_KEY)
    if VERSION_KEY not in document:
        defects = [*defects, Defect((VERSION_KEY,), Absence.NO_VALUE(), _VERSION)]
    elif not isinstance(version, str) or version != VERSION:  # Nobody knows what else a later version has.
        raise structure_error(document, [*defects, Defect((VERSION_KEY,), described(version), _VERSION)], more)
    body = {key: item for key, item in document.items() if key != VERSION_KEY}
    return structured(document, lambda: converter().structure(body, AnnualReport), defects, more)


def table_of(document: object, cls: object) -> Table | None:
    """
    Structure one table.

    Args:
        document: The parsed JSON.
        cls: The class of the table, or a union of the classes of a section's tables, and perhaps None.

    Raises:
        StructureError: With its faults.
    """
    hook = _table(tuple(one for one in get_args(cls) or (cls,) if one is not NoneType), converter())
    if NoneType in get_args(cls):
        hook = hooks.or_null(hook)
    return structured(document, lambda: cast("Table | None", hook(document, cls)))


def structured(document: object, structure: Callable[[], _T], defects: Iterable[Defect] = (), more: int = 0) -> _T:
    """Call ``structure``; raise a ``StructureError`` with all defects, those that it finds among them."""
    try:
        result = structure()
    except (RefusedError, ClassValidationError) as error:
        defects = [*defects, *defects_of(error)]
        more += more_of(error)
    else:
        if not defects:
            return result
    raise structure_error(document, defects, more)


def defects_of(error: Exception, above: Path = ()) -> list[Defect]:
    """
    Flatten what cattrs raises; an exception that is none of what hooks raise is raised again.

    Args:
        error: The exception.
        above: The path of what it was raised for.
    """
    if isinstance(error, RefusedError):
        return [defect.below(above) for defect in error.defects]
    if isinstance(error, KeyError):
        return [missing().below(above)]
    if not isinstance(error, ClassValidationError):
        raise error
    defects: list[Defect] = []
    fields, others = error.group_exceptions()
    for inner, note in fields:
        defects += defects_of(inner, (*above, note.name))
    for inner in others:
        defects += defects_of(inner, above)
    return defects


def more_of(error: BaseException) -> int:
    """Give how many defects there are besides those that ``defects_of`` gives."""
    if isinstance(error, RefusedError):
        return error.more
    return sum(map(more_of, error.exceptions)) if isinstance(error, ClassValidationError) else 0


@cache
def converter() -> Converter:
    """Give the converter that structures the parts of a report, and findings."""
    built = Converter(detailed_validation=True)
    built.register_structure_hook(str, hooks.text)
    built.register_structure_hook(int, hooks.integer)
    built.register_structure_hook(Decimal, hooks.amount)
    built.register_structure_hook(dt.date, hooks.date)
    built.register_structure_hook_func(lambda cls: cls == int | str | None, hooks.number_or_text)
    built.register_structure_hook_func(_made_of(dict), hooks.extensions)
    built.register_structure_hook_func(_made_of(Mapping), hooks.mapping)
    built.register_structure_hook_factory(_made_of(Literal), lambda cls: hooks.choice(*get_args(cls)))
    built.register_structure_hook(Severity, hooks.choice(*map(str, Severity)))
    built.register_structure_hook_factory(_made_of(list, tuple), lambda cls: _items(cls, built))
    built.register_structure_hook_factory(attrs.has, lambda cls: _object(cls, built))
    built.register_structure_hook(Finding, _finding(built))
    return built


def _money_with_unit(raw: object) -> values.Amount:
    return converter().structure(raw, values.Amount)


def _made_of(*origins: object) -> Callable[[object], bool]:
    return lambda cls: get_origin(cls) in origins


def _object(cls: type, built: Converter, *omitted: str) -> Hook:
    # The names that its annotations use stand in the module of values, partly for the type checker only.
    attrs.resolve_types(cls, localns=vars(values))
    fields: dict[str, Any] = {
        attribute.name: override(omit=True)
        if attribute.name in omitted
        else override(struct_hook=_field(attribute, built))
        for attribute in attrs.fields(cls)
    }
    generated: Any = make_dict_structure_fn(cls, built, **fields)
    names = fields.keys() - {*omitted}

    def structure(raw: object, _: object) -> object:
        if not isinstance(raw, dict):
            raise refused(raw, Expected.OBJECT())
        if raw.keys() <= names and {str}.issuperset(map(type, raw)):
            return generated(raw, cls)
        # A key that is no text is never so in parsed JSON.
        known = {key: item for key, item in raw.items() if type(key) is str and key in names}
        defects = Defects()
        defects.add(unknown(key) for key in between(raw) if key not in known)
        try:
            generated(known, cls)
        except (RefusedError, ClassValidationError) as error:
            others, more = defects_of(error), more_of(error)
        else:
            others, more = [], 0
        raise RefusedError(*others, *defects.told, more=more + defects.more)

    return structure


def _finding(built: Converter) -> Hook:
    """Structure a finding, whose waiver is one of its details."""
    bare, waiver = _object(Finding, built, WAIVED_KEY), _object(Waiver, built)

    def structure(raw: object, cls: object) -> object:
        details = raw.get("details") if isinstance(raw, dict) else None
        if not isinstance(details, dict) or WAIVED_KEY not in details:
            return bare(raw, cls)
        others = {key: item for key, item in details.items() if key != WAIVED_KEY}
        defects = Defects()
        finding = _tried(bare, {**cast("dict[str, object]", raw), "details": others}, (), defects)
        waived = _tried(waiver, details[WAIVED_KEY], ("details", WAIVED_KEY), defects)
        defects.refuse()
        return attrs.evolve(cast("Finding", finding), waived=cast("Waiver", waived))

    return structure


def _tried(hook: Hook, raw: object, path: Path, defects: Defects, cls: object = None) -> object:
    """Give what a hook makes of a value; or None, and add what is wrong with it, with paths from further up."""
    try:
        return hook(raw, cls)
    except (RefusedError, ClassValidationError) as error:
        defects.add(defects_of(error, path), more_of(error))
        return None


def _items(cls: Any, built: Converter) -> Hook:  # noqa: ANN401 - list[X] or tuple[X, ...]
    inner = get_args(cls)[0]
    hook = built.get_structure_hook(inner)

    def structure(raw: object, _: object) -> object:
        if not isinstance(raw, list):
            raise refused(raw, Expected.LIST())
        defects = Defects()
        items = [_tried(hook, one, (index,), defects, inner) for index, one in enumerate(between(raw))]
        defects.refuse()
        return get_origin(cls)(items)

    return structure


def _field(attribute: attrs.Attribute[Any], built: Converter) -> Hook:
    declared = declaration(attribute) if attribute.metadata else None
    if declared is None or declared.kind is Kind.VALUE:
        return _value(attribute, built)
    if declared.kind in _CELLS:
        return _CELLS[declared.kind]
    if declared.kind is Kind.NARRATIVE:
        return hooks.or_null(hooks.paragraphs) if attribute.default is None else hooks.paragraphs
    if declared.kind is Kind.TABLE:
        return hooks.or_null(_table(cast("tuple[type[Table], ...]", declared.classes), built))
    return built.get_structure_hook(declared.classes[0])


def _value(attribute: attrs.Attribute[Any], built: Converter) -> Hook:
    classes = get_args(attribute.type)
    # What a finding expected, a number or text or null, has a hook for all three.
    optional = len(classes) == 2 and NoneType in classes
    hook = built.get_structure_hook(attribute.type)
    if isinstance(attribute.validator, values.Obeys):
        hook = hooks.obeying(attribute.validator, hook)
    return hooks.or_null(hook) if optional else hook


def _table(classes: tuple[type[Table], ...], built: Converter) -> Hook:
    of_edition = {cls.edition: built.get_structure_hook(cls) for cls in classes}
    if None in of_edition:
        return of_edition[None]
    known = hooks.one_of(sorted(map(str, of_edition)))
    section = next(tables for tables in TABLES.values() if classes[0] in tables)
    every_edition = [built.get_structure_hook(cls) for cls in section]

    def structure(raw: object, cls: object) -> object:
        if not isinstance(raw, dict):
            raise refused(raw, Expected.OBJECT())
        edition = raw.get(EDITION_KEY)
        table = {key: item for key, item in raw.items() if key != EDITION_KEY}
        if isinstance(edition, str) and edition in of_edition:
            return of_edition[edition](table, cls)
        met = described(edition) if EDITION_KEY in raw else Absence.NO_VALUE()
        common, more = _wrong_in_every(every_edition, table)
        raise RefusedError(Defect((EDITION_KEY,), met, known), *common, more=more)

    return structure


def _wrong_in_every(editions: list[Hook], table: dict[str, object]) -> tuple[list[Defect], int]:
    """
    Give what is wrong with a table whichever edition is meant: what each of them would say in the same words.

    Of the defects that are only counted, it counts those that are as many in each.
    """
    wrong = [Defects() for _ in editions]
    for hook, defects in zip(editions, wrong, strict=True):
        _tried(hook, table, (), defects)
    first, *others = wrong
    common = set(first.told).intersection(*(defects.told for defects in others))
    return [defect for defect in first.told if defect in common], min(defects.more for defects in wrong)
