"""
Reports as other libraries have them: models of pydantic and Structs of msgspec, as strict as either can be made.

They are made from the declarations of the form, so that they have the same keys, with the same defaults.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Final, Literal, TypeAlias

import attrs
import msgspec
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, create_model

from govdisclosure.model.declare import Kind, declaration
from govdisclosure.model.report import AGENCY_KINDS, TABLES, agency_kind, check_digit
from govdisclosure.model.values import MAX_DIGITS, NONCHARACTERS, UNITS

UnionMode: TypeAlias = Literal["smart", "left_to_right"]
"""How pydantic chooses among the members of a union: by trying all of them, or one after the other."""

LENIENT: Final = frozenset({"a key twice"})
"""What both accept though the specification refuses it, since neither can be told."""

_BOUND: Final = 10**MAX_DIGITS
_AMOUNT: Final = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_MODEL: Final[Any] = create_model  # What it takes depends on what a type is called, which no type checker follows.
_DIVISION: Final = "^[0-9]{6}$"
_CLEAN: Final = r"\A[^\x00-\x08\x0a-\x1f\x7f-\x9f" + "".join(NONCHARACTERS) + "]*"
"""The beginning of what text matches; to say "the end", Rust has ``\\z`` and Python ``\\Z``."""


def is_amount(value: object) -> bool:
    """Tell whether a value is an amount as JSON has it: text, of at most 18 digits."""
    return isinstance(value, str) and _AMOUNT.fullmatch(value) is not None and len(value.replace(".", "")) <= MAX_DIGITS


def is_code(value: str) -> bool:
    """Tell whether text is a 统一社会信用代码."""
    try:
        return len(value) == 18 and check_digit(value[:17]) == value[17]
    except ValueError:
        return False


# pydantic


def _amount(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if not (isinstance(value, str) and is_amount(value)):
        raise ValueError("no amount")
    return Decimal(value)


def _code(value: str) -> str:
    if not is_code(value):
        raise ValueError("no code")
    return value


def _nothing(value: dict[str, Any]) -> dict[str, Any]:
    # What a library does with any JSON is not measured here.
    if value:
        raise ValueError("extensions are not for this model")
    return value


class PydanticModels:
    """
    The models of a report and its parts.

    Args:
        mode: How a union is decided.
        strict_text: Whether text is asked for the characters that it must not have.
    """

    _config: Final = ConfigDict(strict=True, extra="forbid")

    def __init__(self, mode: UnionMode, *, strict_text: bool = True) -> None:
        self._mode = mode
        self._known: dict[type, type[BaseModel]] = {}
        amount = Annotated[Decimal, BeforeValidator(_amount), PlainSerializer(lambda value: format(value, "f"))]
        with_unit = _MODEL("Amount", __config__=self._config, value=(amount, ...), unit=(Literal[UNITS] | None, None))
        self._text: Any = Annotated[str, Field(pattern=_CLEAN + r"\z")] if strict_text else str
        self._cells: dict[Kind, Any] = {
            Kind.COUNT: self._union(Annotated[int, Field(ge=0, lt=_BOUND)], Literal["/"], None),
            Kind.CHANGE: self._union(Annotated[int, Field(gt=-_BOUND, lt=_BOUND)], Literal["/"], None),
            Kind.MONEY: self._union(Literal["/"], amount, None),
            Kind.MONEY_WITH_UNIT: self._union(with_unit, Literal["/"], None),
        }
        self.report = self._report()

    def _union(self, *types: Any) -> Any:  # noqa: ANN401 - a type
        union = reduce(or_, types)
        return union if self._mode == "smart" else Annotated[union, Field(union_mode=self._mode)]

    def of(self, cls: type) -> type[BaseModel]:
        """Give the model of a table, or of a group in it."""
        if cls not in self._known:
            edition = getattr(cls, "edition", None)
            fields: dict[str, Any] = {} if edition is None else {"edition": (Literal[edition], ...)}
            fields |= {attribute.name: self._field(attribute) for attribute in attrs.fields(cls)}
            self._known[cls] = _MODEL(cls.__name__, __config__=self._config, **fields)
        return self._known[cls]

    def _field(self, attribute: attrs.Attribute[Any]) -> Any:  # noqa: ANN401 - as pydantic has them
        declared = declaration(attribute)
        if declared.kind in self._cells:
            return self._cells[declared.kind], None
        if declared.kind is Kind.NARRATIVE:
            return list[self._text], Field(default_factory=list)  # type: ignore[name-defined]
        model = self.of(declared.classes[0])
        return model, Field(default_factory=model)

    def _report(self) -> type[BaseModel]:
        text, config = self._text, self._config
        paragraphs = list[text]  # type: ignore[valid-type]
        agency = _MODEL(
            "Agency",
            __config__=config,
            name=(text, ...),
            kind=(Literal[AGENCY_KINDS] | None, Field(default_factory=lambda known: agency_kind(known["name"]))),
            code=(Annotated[str, AfterValidator(_code)] | None, None),
            division=(Annotated[str, Field(pattern=_DIVISION)] | None, None),
        )
        period = _MODEL("Period", __config__=config, start=(dt.date, ...), end=(dt.date, ...))
        empty: Any = Field(default_factory=list)
        section = _MODEL("OtherSection", __config__=config, heading=(text, ...), paragraphs=(paragraphs, empty))
        optional = (paragraphs | None, None)
        report: type[BaseModel] = _MODEL(
            "Report",
            __config__=config,
            govdisclosure=(Literal["1"], ...),
            agency=(agency | None, None),
            year=(Annotated[int, Field(ge=1, le=9999)] | None, None),
            title=(text | None, None),
            period=(period | None, None),
            published=(dt.date | None, None),
            preamble=(paragraphs, empty),
            overview=optional,
            proactive_disclosure=self._table("proactive_disclosure"),
            requests=self._table("requests"),
            review_and_litigation=self._table("review_and_litigation"),
            problems_and_improvements=optional,
            other_matters=optional,
            other_sections=(list[section], empty),  # type: ignore[valid-type]
            extensions=(Annotated[dict[str, Any], AfterValidator(_nothing)], Field(default_factory=dict)),
        )
        return report

    def _table(self, section: str) -> Any:  # noqa: ANN401 - as pydantic has them
        tables = [self.of(cls) for cls in TABLES[section]]
        union = reduce(or_, tables)
        return (union if len(tables) == 1 else Annotated[union, Field(discriminator="edition")]) | None, None

    def loads(self, data: str | bytes) -> BaseModel:
        """Read a report."""
        return self.report.model_validate_json(data)


# msgspec


@cache
def msgspec_report(*, strict_text: bool = True) -> type[msgspec.Struct]:
    """
    Give the Struct of a report. It leaves amounts as text, and looks at no check digit.

    Args:
        strict_text: Whether text is asked for the characters that it must not have.
    """
    text: Any = Annotated[str, msgspec.Meta(pattern=_CLEAN + r"\Z")] if strict_text else str
    amount = Annotated[str, msgspec.Meta(pattern=f"^{_AMOUNT.pattern}$", max_length=MAX_DIGITS + 1)]
    with_unit = _struct("Amount", ("value", amount), ("unit", Literal[UNITS] | None, None))
    cells: dict[Kind, Any] = {
        Kind.COUNT: Annotated[int, msgspec.Meta(ge=0, lt=_BOUND)] | Literal["/"] | None,
        Kind.CHANGE: Annotated[int, msgspec.Meta(gt=-_BOUND, lt=_BOUND)] | Literal["/"] | None,
        # An amount cannot be "/" besides: one pattern for both.
        Kind.MONEY: Annotated[str, msgspec.Meta(pattern=f"^(/|{_AMOUNT.pattern})$", max_length=MAX_DIGITS + 1)] | None,
        Kind.MONEY_WITH_UNIT: with_unit | Literal["/"] | None,
    }
    paragraphs = list[text]
    known: dict[type, type[msgspec.Struct]] = {}

    def of(cls: type) -> type[msgspec.Struct]:
        if cls not in known:
            edition = getattr(cls, "edition", None)
            tag = {} if edition is None else {"tag_field": "edition", "tag": edition}
            known[cls] = _struct(cls.__name__, *map(field, attrs.fields(cls)), **tag)
        return known[cls]

    def field(attribute: attrs.Attribute[Any]) -> Any:  # noqa: ANN401 - as msgspec has them
        declared = declaration(attribute)
        if declared.kind in cells:
            return attribute.name, cells[declared.kind], None
        if declared.kind is Kind.NARRATIVE:
            return attribute.name, paragraphs, msgspec.field(default_factory=list)
        inner = of(declared.classes[0])
        return attribute.name, inner, msgspec.field(default_factory=inner)

    division = Annotated[str, msgspec.Meta(pattern=_DIVISION)] | None
    code = Annotated[str, msgspec.Meta(pattern="^[0-9A-HJ-NP-RTUW-Y]{18}$")] | None
    agency = _struct(
        "Agency",
        ("name", text),
        ("kind", Literal[AGENCY_KINDS] | None, None),
        ("code", code, None),
        ("division", division, None),
    )
    period = _struct("Period", ("start", dt.date), ("end", dt.date))
    empty: Any = msgspec.field(default_factory=list)
    section = _struct("OtherSection", ("heading", text), ("paragraphs", paragraphs, empty))
    optional = paragraphs | None
    tables = {name: reduce(or_, [*map(of, classes), None]) for name, classes in TABLES.items()}
    return _struct(
        "Report",
        ("govdisclosure", Literal["1"]),
        ("agency", agency | None, None),
        ("year", Annotated[int, msgspec.Meta(ge=1, le=9999)] | None, None),
        ("title", text | None, None),
        ("period", period | None, None),
        ("published", dt.date | None, None),
        ("preamble", paragraphs, empty),
        ("overview", optional, None),
        *((name, table, None) for name, table in tables.items()),
        ("problems_and_improvements", optional, None),
        ("other_matters", optional, None),
        ("other_sections", list[section], empty),  # type: ignore[valid-type]
        ("extensions", _struct("Empty"), msgspec.field(default_factory=_struct("Empty"))),
    )


def _struct(name: str, *fields: Any, **settings: Any) -> type[msgspec.Struct]:  # noqa: ANN401 - as msgspec has them
    return msgspec.defstruct(name, fields, forbid_unknown_fields=True, gc=False, **settings)
