"""
From a JSON tree to the model, by cattrs.

The hooks are derived from the declarations and the types of the model, and ask the model's own rules; constructing an
instance of what they have let through cannot fail.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from govdisclosure.json import _hooks as hooks
from govdisclosure.json._faults import Defect, RefusedError, described, missing, refused, structure_error
from govdisclosure.model import values
from govdisclosure.model.declare import Kind, declaration
from govdisclosure.model.findings import WAIVED_KEY, Finding, Severity
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.waivers import Waiver

if TYPE_CHECKING:
    from govdisclosure.json._hooks import Hook
    from govdisclosure.model.structure import Table

_T = TypeVar("_T")

VERSION_KEY: Final = "govdisclosure"
VERSION: Final = "1"
EDITION_KEY: Final = "edition"
_NO_KEY: Final = "no such key"

_CELLS: Final[dict[Kind, Hook]] = {
    Kind.COUNT: hooks.count,
    Kind.CHANGE: hooks.change,
    Kind.MONEY: hooks.or_na_or_null(hooks.amount),
    Kind.MONEY_WITH_UNIT: hooks.or_na_or_null(lambda found, _: _money_with_unit(found)),
}


def report_of(document: object, defects: Iterable[Defect] = ()) -> AnnualReport:
    """
    Structure a document.

    Args:
        document: The parsed JSON.
        defects: What is known to be wrong with it.

    Raises:
        StructureError: With all faults.
    """
    if not isinstance(document, dict):
        raise structure_error(document, [Defect((), described(document), "an object")])
    expected = f'"{VERSION}", the only version known'
    if VERSION_KEY not in document:
        defects = [*defects, missing(VERSION_KEY, expected=expected)]
    elif document[VERSION_KEY] != VERSION:  # Nobody knows what else a later version has.
        raise structure_error(document, [*defects, Defect((VERSION_KEY,), described(document[VERSION_KEY]), expected)])
    body = {key: item for key, item in document.items() if key != VERSION_KEY}
    return structured(document, lambda: converter().structure(body, AnnualReport), defects)


def table_of(document: object, cls: object) -> Table | None:
    """
    Structure one table.

    Args:
        document: The parsed JSON.
        cls: The class of the table, or a union of the classes of a section's tables, and perhaps None.

    Raises:
        StructureError: With all faults.
    """
    hook = _table(tuple(one for one in get_args(cls) or (cls,) if one is not NoneType), converter())
    if NoneType in get_args(cls):
        hook = hooks.or_null(hook)
    return structured(document, lambda: cast("Table | None", hook(document, cls)))


def structured(document: object, structure: Callable[[], _T], defects: Iterable[Defect] = ()) -> _T:
    """Call ``structure``; raise a ``StructureError`` with all defects, those that it finds among them."""
    try:
        result = structure()
    except (RefusedError, ClassValidationError) as error:
        defects = [*defects, *defects_of(error)]
    else:
        if not defects:
            return result
    raise structure_error(document, defects)


def defects_of(error: Exception) -> Iterator[Defect]:
    """Flatten what cattrs raises; an exception that is none of what hooks raise is raised again."""
    if isinstance(error, RefusedError):
        yield from error.defects
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from (Defect((key,), "an unknown key", _NO_KEY) for key in error.extra_fields)
    elif isinstance(error, KeyError):
        yield missing()
    elif isinstance(error, ClassValidationError):
        fields, others = error.group_exceptions()
        for inner, note in fields:
            yield from (defect.below(note.name) for defect in defects_of(inner))
        for inner in others:
            yield from defects_of(inner)
    else:
        raise error


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


def _money_with_unit(found: object) -> values.Amount:
    return converter().structure(found, values.Amount)


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
    generated: Any = make_dict_structure_fn(cls, built, _cattrs_forbid_extra_keys=True, **fields)

    def structure(found: object, _: object) -> object:
        if not isinstance(found, dict):
            raise refused(found, "an object")
        if not {str}.issuperset(map(type, found)):  # Never so in parsed JSON; cattrs 24.1 would stumble over it.
            raise RefusedError(*(Defect((key,), "an unknown key", _NO_KEY) for key in found if type(key) is not str))
        return generated(found, cls)

    return structure


def _finding(built: Converter) -> Hook:
    """Structure a finding, whose waiver is one of its details."""
    bare, waiver = _object(Finding, built, WAIVED_KEY), _object(Waiver, built)

    def structure(found: object, cls: object) -> object:
        details = found.get("details") if isinstance(found, dict) else None
        if not isinstance(details, dict) or WAIVED_KEY not in details:
            return bare(found, cls)
        others = {key: item for key, item in details.items() if key != WAIVED_KEY}
        parts, defects = [], []
        for hook, part, path in (
            (bare, {**cast("dict[str, object]", found), "details": others}, ()),
            (waiver, details[WAIVED_KEY], ("details", WAIVED_KEY)),
        ):
            try:
                parts.append(hook(part, cls))
            except (RefusedError, ClassValidationError) as error:
                defects += [defect.below(*path) for defect in defects_of(error)]
        if defects:
            raise RefusedError(*defects)
        finding, waived = parts
        return attrs.evolve(finding, waived=waived)

    return structure


def _items(cls: Any, built: Converter) -> Hook:  # noqa: ANN401 - list[X] or tuple[X, ...]
    item = get_args(cls)[0]
    hook = built.get_structure_hook(item)

    def structure(found: object, _: object) -> object:
        if not isinstance(found, list):
            raise refused(found, "a list")
        result, defects = [], []
        for index, one in enumerate(found):
            try:
                result.append(hook(one, item))
            except (RefusedError, ClassValidationError) as error:
                defects += [defect.below(index) for defect in defects_of(error)]
        if defects:
            raise RefusedError(*defects)
        return get_origin(cls)(result)

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
    some = [cls for cls in get_args(attribute.type) if cls is not NoneType]
    optional = len(some) == 1 and NoneType in get_args(attribute.type)
    hook = built.get_structure_hook(some[0] if optional else attribute.type)
    if attribute.validator is not None:
        hook = hooks.validated(attribute, hook)
    return hooks.or_null(hook) if optional else hook


def _table(classes: tuple[type[Table], ...], built: Converter) -> Hook:
    of_edition = {cls.edition: built.get_structure_hook(cls) for cls in classes}
    if None in of_edition:
        return of_edition[None]
    known = " or ".join(described(edition) for edition in sorted(map(str, of_edition)))

    def structure(found: object, cls: object) -> object:
        if not isinstance(found, dict):
            raise refused(found, "an object")
        edition = found.get(EDITION_KEY)
        if not isinstance(edition, str) or edition not in of_edition:
            shown = described(edition) if EDITION_KEY in found else "nothing"
            raise RefusedError(Defect((EDITION_KEY,), shown, known))
        return of_edition[edition]({key: item for key, item in found.items() if key != EDITION_KEY}, cls)

    return structure
