"""
The JSON Schema of a report, made from the declarations of its fields and the rules that their values obey.

A reference to a definition carries the title of the field beside it, which draft 2020-12 allows: so forms show the
official labels, though each class of the model is defined once. Where a value is one of several things, each of them
has a title, which generators of forms offer to choose from.
"""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast, get_args, get_origin

import attrs

from govdisclosure.json.shape import AMOUNT, DATE, EDITION_KEY, VERSION, VERSION_KEY
from govdisclosure.model import report as reports
from govdisclosure.model import values
from govdisclosure.model.declare import Kind, attributes, declaration
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.structure import Table
from govdisclosure.vocabulary.laws import ground

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from govdisclosure.model.declare import Declaration
    from govdisclosure.model.values import JSON

Schema: TypeAlias = "dict[str, JSON]"

ID: Final = f"urn:govdisclosure:annual-report:{VERSION}"
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_LARGEST: Final[int] = 10**values.MAX_DIGITS - 1
_BLANK: Final[Schema] = {"title": "空白", "type": "null"}
_NO_SECTION: Final[Schema] = {"title": "没有这一部分", "type": "null"}
# In allOf, since a generator of forms may take a bare constant among the choices for the only value of an enumeration,
# and put it into every cell once the edition is changed.
_NOT_APPLICABLE: Final[Schema] = {"title": "不适用", "allOf": [{"const": values.NA.value}]}


def _to(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _whole(pattern: str, **others: JSON) -> Schema:
    # Some dialects let $ stand before a line end, too.
    return {"type": "string", "pattern": rf"^{pattern}$(?!\n)", **others}


def _cell(title: str, value: Schema) -> Schema:
    return {"oneOf": [{"title": title, **value}, _NOT_APPLICABLE, _BLANK]}


def _escaped(characters: str) -> str:
    """Write characters of a pattern so that any program shows them."""
    return "".join(each if each == "-" else f"\\u{ord(each):04x}" for each in characters)


_CELLS: Final[Mapping[Kind, str]] = {
    Kind.COUNT: "count",
    Kind.CHANGE: "change",
    Kind.MONEY: "money",
    Kind.MONEY_WITH_UNIT: "money_with_unit",
}
# An amount is one cell, which has the label.
_OF_AMOUNTS: Final = {"value": "金额", "unit": "单位"}
# 0.05 has three digits. Characters beyond U+FFFF are two units to some programs, so only those below it are refused.
_DIGITS: Final = rf"(?=(\.?[0-9]){{1,{values.MAX_DIGITS}}}$)"
_REFUSED: Final = _escaped(values.CONTROLS + "".join(each for each in values.NONCHARACTERS if each <= "\uffff"))
_COMMON: Final[Mapping[str, Schema]] = {
    "count": _cell("数字", {"type": "integer", "minimum": 0, "maximum": _LARGEST}),
    "change": _cell("数字", {"type": "integer", "minimum": -_LARGEST, "maximum": _LARGEST}),
    "amount": _whole(_DIGITS + AMOUNT),
    "money": _cell("金额", _to("amount")),
    "money_with_unit": _cell("金额和单位", _to("Amount")),
    "text": {"type": "string", "not": {"pattern": f"[{_REFUSED}]"}},
    "paragraphs": {"type": "array", "items": _to("text")},
    "date": _whole(DATE, format="date"),
    "json": {
        "anyOf": [
            {"type": ["null", "boolean", "number"]},
            _to("text"),
            {"type": "array", "items": _to("json")},
            _to("json_object"),
        ]
    },
    "json_object": {"type": "object", "propertyNames": _to("text"), "additionalProperties": _to("json")},
}
_OF_RULES: Final[Mapping[Callable[[Any], object], Schema]] = {
    values.broken_text: _to("text"),
    values.broken_money: _to("amount"),
    reports.broken_date: _to("date"),
    reports.broken_year: {"type": "integer", "minimum": 1, "maximum": reports.MAX_YEAR},
    reports.broken_code: _whole(f"[{reports.CODE_ALPHABET}]{{18}}"),
    reports.broken_division: _whole("[0-9]{6}"),
}


def json_schema() -> dict[str, JSON]:
    """
    Give the JSON Schema (draft 2020-12) of a report's JSON, made from the declarations.

    ``title`` of a field is its official label, ``description`` its unit and legal ground; tables II and III are told
    by their ``edition``. What ``loads`` refuses beyond it is listed in the page on the schema.
    """
    classes: dict[str, Schema] = {}
    root = _object(AnnualReport, classes)
    properties = cast("Schema", root["properties"])
    return {
        "$schema": _DIALECT,
        "$id": ID,
        "title": reports.NAME,
        **root,
        "properties": {VERSION_KEY: {"const": VERSION}, **properties},
        "required": [VERSION_KEY],
        "$defs": {**_COMMON, **classes},
    }


def _object(cls: type, classes: dict[str, Schema]) -> Schema:
    """Define a class; the classes that it needs are put among ``classes``."""
    edition = cls.edition if issubclass(cls, Table) else None
    first: Schema = {EDITION_KEY: {"title": "版本", "const": edition}} if edition else {}
    fields: Schema = {attribute.name: _field(attribute, classes) for attribute in attributes(cls)}
    required = [attribute.name for attribute in attributes(cls) if attribute.default is attrs.NOTHING]
    return {
        "type": "object",
        "properties": {**first, **fields},
        "required": [*first, *required],
        "additionalProperties": False,
    }


def _defined(cls: type, classes: dict[str, Schema]) -> Schema:
    """Refer to a class, and define it unless it is."""
    name = cls.__name__
    if name not in classes:
        classes[name] = {}  # keeps its place before what it needs
        classes[name] = _object(cls, classes)
    return _to(name)


def _field(attribute: attrs.Attribute[Any], classes: dict[str, Schema]) -> Schema:
    if not attribute.metadata:  # the value and the unit of an amount, whose cell has the label
        label = _OF_AMOUNTS[attribute.name]
        return {"title": label, **_value(label, attribute, classes)}
    declared = declaration(attribute)
    return {"title": declared.label, **_described(declared), **_declared(declared, attribute, classes)}


def _described(declared: Declaration) -> Schema:
    unit = [f"单位：{declared.unit}"] if declared.unit else []
    law = [f"依据：{ground(declared.law, 'zh')}"] if declared.law else []
    return {"description": "；".join([*unit, *law])} if unit or law else {}


def _declared(declared: Declaration, attribute: attrs.Attribute[Any], classes: dict[str, Schema]) -> Schema:
    if declared.kind in _CELLS:
        if declared.kind is Kind.MONEY_WITH_UNIT:
            _defined(values.Amount, classes)
        return _to(_CELLS[declared.kind])
    if declared.kind is Kind.NARRATIVE:
        paragraphs = _to("paragraphs")
        return _or_null(declared.label, paragraphs, _NO_SECTION) if attribute.default is None else paragraphs
    if declared.kind is Kind.TABLE:
        return _or_null(declared.label, _table(declared.classes, classes), _NO_SECTION)
    if declared.kind is Kind.VALUE:
        return _value(declared.label, attribute, classes)
    return _defined(declared.classes[0], classes)


def _table(tables: Iterable[type], classes: dict[str, Schema]) -> Schema:
    """Refer to a table, or to the tables of the editions, told by their edition as OpenAPI has it."""
    of_editions: list[JSON] = []
    for cls in tables:
        edition = cast("type[Table]", cls).edition
        if edition is None:
            return _defined(cls, classes)
        of_editions.append({"title": f"{edition}年版", **_defined(cls, classes)})
    return {
        "type": "object",
        "required": [EDITION_KEY],
        "discriminator": {"propertyName": EDITION_KEY},
        "oneOf": of_editions,
    }


def _value(label: str, attribute: attrs.Attribute[Any], classes: dict[str, Schema]) -> Schema:
    """Give the schema of a value from its type, and of text and numbers from the rule that they obey."""
    types = get_args(attribute.type) or (attribute.type,)
    optional = NoneType in types
    inner = _of_type(attribute, next(each for each in types if each is not NoneType), classes)
    return _or_null(label, inner, _BLANK) if optional else inner


def _of_type(attribute: attrs.Attribute[Any], inner: Any, classes: dict[str, Schema]) -> Schema:  # noqa: ANN401 - a type
    if get_origin(inner) is Literal:
        return {"enum": list(get_args(inner))}
    if get_origin(attribute.type) is list:
        return {"type": "array", "items": _defined(inner, classes)}
    if get_origin(attribute.type) is dict:
        return _to("json_object")
    if attrs.has(inner):
        return _defined(inner, classes)
    rule = cast("values.Obeys", attribute.validator).rule  # what is none of these obeys one
    return _OF_RULES[rule.rule if isinstance(rule, values.OrNone) else rule]


def _or_null(label: str, schema: Schema, null: Schema) -> Schema:
    return {"oneOf": [{"title": label, **schema}, null]}
