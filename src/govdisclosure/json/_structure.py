"""
From a JSON tree to the model, by cattrs.

The hooks are derived from the declarations and the types of the model, and ask the model's own rules; constructing an
instance of what they have let through cannot fail.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import Converter

from govdisclosure.errors import Absence
from govdisclosure.json import _fast
from govdisclosure.json import _hooks as hooks
from govdisclosure.json._blocks import cells_of, made_of
from govdisclosure.json._draft import Draft
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
from govdisclosure.model.declare import Kind, attributes, declaration
from govdisclosure.model.findings import WAIVED_KEY, Finding, Severity
from govdisclosure.model.report import TABLES, AnnualReport
from govdisclosure.model.structure import blocks, cell_nodes
from govdisclosure.model.waivers import Waiver

if TYPE_CHECKING:
    from govdisclosure.json._draft import Unmade, Walk
    from govdisclosure.json._faults import Path
    from govdisclosure.json._hooks import Hook
    from govdisclosure.model.structure import Table

_T = TypeVar("_T")

_BOUND: Final = 10**values.MAX_DIGITS
_VERSION: Final = Expected.VERSION(VERSION)

_CELLS: Final[dict[Kind, Hook]] = {
    Kind.COUNT: hooks.count,
    Kind.CHANGE: hooks.change,
    Kind.MONEY: hooks.or_na_or_null(hooks.amount),
    Kind.MONEY_WITH_UNIT: hooks.or_na_or_null(lambda raw, _: _money_with_unit(raw)),
}


def report_of(document: object) -> AnnualReport:
    """
    Structure a tree, whoever has made it.

    Raises:
        StructureError: With its faults.
    """
    return _report_of(document, Defects(), Draft())


def report_of_parsed(document: object, known: Defects) -> AnnualReport:
    """
    Structure what a parser of JSON has made.

    Args:
        document: The parsed JSON.
        known: What is known to be wrong with it.

    Raises:
        StructureError: With its faults.
    """
    return _report_of(document, known, Draft(is_parsed=True))


def _report_of(document: object, known: Defects, draft: Draft) -> AnnualReport:
    defects, more = known.told, known.more
    if not isinstance(document, dict):
        raise structure_error(document, [Defect((), described(document), Expected.OBJECT())])
    version = document.get(VERSION_KEY)
    if VERSION_KEY not in document:
        defects = [*defects, Defect((VERSION_KEY,), Absence.NO_VALUE(), _VERSION)]
    elif not isinstance(version, str) or version != VERSION:  # Nobody knows what else a later version has.
        raise structure_error(document, [*defects, Defect((VERSION_KEY,), described(version), _VERSION)], more)
    body = {key: item for key, item in document.items() if key != VERSION_KEY}
    certain = _fast.certain(body) if draft.is_parsed else {}
    make, given = _report()({key: item for key, item in body.items() if key not in certain}, (), draft)
    if defects or draft.wrong:
        raise structure_error(document, [*defects, *draft.wrong], more + draft.more)
    given.update(certain)
    return cast("AnnualReport", draft.made((make, given)))


@cache
def _report() -> Walk:
    return _walk(AnnualReport, converter())


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


def structured(document: object, structure: Callable[[], _T]) -> _T:
    """Call ``structure``; raise a ``StructureError`` with all defects that it finds."""
    try:
        return structure()
    except RefusedError as error:
        wrong = error
    raise structure_error(document, wrong.defects, wrong.more)


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
    walk = _walk(cls, built, *omitted)

    def structure(raw: object, _: object) -> object:
        draft = Draft()
        result = walk(raw, (), draft)
        draft.refuse()
        return draft.made(result)

    return structure


def _walk(cls: type, built: Converter, *omitted: str) -> Walk:
    """Give what goes through an object and all that is in it, in the order in which it is declared."""
    wanted = [attribute for attribute in attributes(cls) if attribute.name not in omitted]
    walks = {each.name: _walk_of(each, built) for each in wanted}
    required = {each.name for each in wanted if each.default is attrs.NOTHING}
    counts = {each.name for each in wanted if each.metadata and declaration(each).kind is Kind.COUNT}

    def make(given: dict[str, Any]) -> object:
        return cls(**given)

    def walk(raw: object, path: Path, draft: Draft) -> Unmade:
        given: dict[str, Any] = {}
        if not isinstance(raw, dict):
            draft.add(refused(raw, Expected.OBJECT()), path)
            return make, given
        known = _known(raw, walks)
        for name, walk_field in walks.items():
            if name not in known:
                if name in required:
                    draft.add(RefusedError(missing(name)), path)
                continue
            value = known[name]
            # Nearly every field is a count that is right.
            if type(value) is int and 0 <= value < _BOUND and name in counts:
                given[name] = value
            else:
                draft.put(walk_field(value, (*path, name), draft), given, name)
        if known is not raw:
            draft.add(_unknown(raw, known), path)
        return make, given

    return walk


def _known(raw: dict[Any, Any], names: dict[str, Walk]) -> dict[str, Any]:
    """Give an object without the keys that nothing knows; itself if there are none."""
    if raw.keys() <= names.keys() and {str}.issuperset(map(type, raw)):
        return raw
    # A key that is no text is never so in parsed JSON.
    return {key: item for key, item in raw.items() if type(key) is str and key in names}


def _unknown(raw: dict[Any, Any], known: dict[str, Any]) -> RefusedError:
    defects = Defects()
    defects.add(unknown(key) for key in between(raw) if key not in known)
    return RefusedError(*defects.told, more=defects.more)


def _walk_of(attribute: attrs.Attribute[Any], built: Converter) -> Walk:
    """Give what goes through the value of a field."""
    declared = declaration(attribute) if attribute.metadata else None
    if declared is None or not declared.classes:
        return _hooked(_field(attribute, built), attribute.type)
    if declared.kind is Kind.TABLE:
        return _walk_table(cast("tuple[type[Table], ...]", declared.classes), built)
    walk = _walk(declared.classes[0], built)
    if declared.kind is Kind.VALUE:
        return _or_null(walk)
    return walk if blocks(declared.classes[0]) else _walk_block(declared.classes[0], walk, built)


def _hooked(hook: Hook, of: object) -> Walk:
    """Give the walk through a value that a hook structures."""

    def walk(raw: object, path: Path, draft: Draft) -> Unmade:
        try:
            return None, hook(raw, of)
        except RefusedError as error:
            draft.add(error, path)
            return None, None

    return walk


def _or_null(inner: Walk) -> Walk:
    def walk(raw: object, path: Path, draft: Draft) -> Unmade:
        if raw is None:
            return None, None
        if not isinstance(raw, dict):
            draft.add(refused(raw, Expected.OR_NULL(Expected.OBJECT())), path)
            return None, None
        return inner(raw, path, draft)

    return walk


def _walk_block(cls: type, otherwise: Walk, built: Converter) -> Walk:
    """Give what goes through a block of cells at once, where a parser has made it and no key is missing or unknown."""
    take, make_of_numbers, structure = cells_of(cls), made_of(cls), _object(cls, built)
    paths = [tuple(node.path.split(".")) for node in cell_nodes(cls)]
    walks = [_hooked(_CELLS[node.declared.kind], None) for node in cell_nodes(cls)]
    counts = [node.declared.kind is Kind.COUNT for node in cell_nodes(cls)]
    only_counts = all(counts)

    def make(raw: object) -> object:
        return structure(raw, cls)

    def walk(raw: object, path: Path, draft: Draft) -> Unmade:
        cells = take(raw) if draft.is_parsed else None
        if cells is None:
            return otherwise(raw, path, draft)
        if only_counts and _are_counts(cells):
            return make_of_numbers, raw
        for at, cell in enumerate(cells):
            if cell is None or (type(cell) is int and 0 <= cell < _BOUND and counts[at]):
                continue
            if not counts[at]:
                walks[at](cell, (*path, *paths[at]), draft)
                continue
            wrong = hooks.wrong_count(cell, (*path, *paths[at]))
            if wrong is not None:
                draft.wrong.append(wrong)
        return make, raw

    return walk


def _are_counts(cells: tuple[Any, ...]) -> bool:
    return {int}.issuperset(map(type, cells)) and min(cells) >= 0 and max(cells) < _BOUND


def _walk_table(classes: tuple[type[Table], ...], built: Converter) -> Walk:
    walks = {cls.edition: _walk(cls, built) for cls in classes}
    otherwise = _hooked(hooks.or_null(_table(classes, built)), None)

    def walk(raw: object, path: Path, draft: Draft) -> Unmade:
        if not isinstance(raw, dict):
            return otherwise(raw, path, draft)
        if None in walks:
            return walks[None](raw, path, draft)
        edition = raw.get(EDITION_KEY)
        if not isinstance(edition, str) or edition not in walks:
            return otherwise(raw, path, draft)
        return walks[edition]({key: item for key, item in raw.items() if key != EDITION_KEY}, path, draft)

    return walk


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
    except RefusedError as error:
        defects.add((defect.below(path) for defect in error.defects), error.more)
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
    """Give the hook of a field that holds no object of ours."""
    declared = declaration(attribute) if attribute.metadata else None
    if declared is None or declared.kind is Kind.VALUE:
        return _value(attribute, built)
    if declared.kind in _CELLS:
        return _CELLS[declared.kind]
    return hooks.or_null(hooks.paragraphs) if attribute.default is None else hooks.paragraphs


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
