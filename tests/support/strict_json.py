"""
A strict judge of the JSON of a report, written from its specification alone: what it accepts must load, nothing else.

It shares no code with the library: the names of all keys stand here once more, and every rule.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
import unicodedata
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

_Rule: TypeAlias = "Callable[[object], bool]"

DEEPEST: Final = 100
"""Levels of ``extensions``."""

LONGEST_NUMBER: Final = 4_000
"""Digits of a whole number in ``extensions``."""

_AMOUNT: Final = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DIGITS: Final = 18
_CODE: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


class _RefusedError(Exception):
    """Raised where the text is none that JSON can have."""


def is_report(data: str | bytes) -> bool:
    """Tell whether a document is the JSON of a report."""
    try:
        text = data if isinstance(data, str) else data.decode("utf-8", "strict")
        tree: object = json.loads(text, object_pairs_hook=_object, parse_int=_whole)
    except (ValueError, RecursionError, _RefusedError):
        return False
    return _REPORT(tree)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise _RefusedError
    return dict(pairs)


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > LONGEST_NUMBER:
        raise _RefusedError
    return int(digits)


# Values.


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not any(map(_is_forbidden, value))


def _is_forbidden(character: str) -> bool:
    """Tell of surrogates, control characters but tab, and noncharacters."""
    code = ord(character)
    is_noncharacter = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    return is_noncharacter or (unicodedata.category(character) in {"Cc", "Cs"} and character != "\t")


def _is_count(value: object) -> bool:
    return _is_change(value) and not (isinstance(value, int) and value < 0)


def _is_change(value: object) -> bool:
    if value is None or value == "/":
        return True
    return type(value) is int and len(str(abs(value))) <= _DIGITS


def _is_sum(value: object) -> bool:
    if not isinstance(value, str) or _AMOUNT.fullmatch(value) is None:
        return False
    return len(value.replace(".", "")) <= _DIGITS


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or _DAY.fullmatch(value) is None:
        return False
    year, month, day = map(int, value.split("-"))
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _is_year(value: object) -> bool:
    return type(value) is int and 1 <= value <= 9999


def _is_code(value: object) -> bool:
    if not isinstance(value, str) or len(value) != 18 or not set(value) <= set(_CODE):
        return False
    weighed = sum(_CODE.index(mark) * weight for mark, weight in zip(value, _WEIGHTS, strict=False))
    return (weighed + _CODE.index(value[-1])) % 31 == 0


def _is_division(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9]{6}", value) is not None


def _is_json(value: object, level: int = 1) -> bool:
    if level > DEEPEST:
        return False
    if isinstance(value, dict):
        return all(_is_text(key) and _is_json(item, level + 1) for key, item in value.items())
    if isinstance(value, list):
        return all(_is_json(item, level + 1) for item in value)
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or isinstance(value, (bool, int)) or _is_text(value)


# How values are put together.


def _null_or(rule: _Rule) -> _Rule:
    return lambda value: value is None or rule(value)


def _na_or(rule: _Rule) -> _Rule:
    return lambda value: value == "/" or rule(value)


def _one_of(*words: str) -> _Rule:
    return lambda value: isinstance(value, str) and value in words


def _list_of(rule: _Rule) -> _Rule:
    return lambda value: isinstance(value, list) and all(map(rule, value))


def _keys(required: dict[str, _Rule] | None = None, /, **others: _Rule) -> _Rule:
    """Give the rule of an object: all of its keys are known, and those that are required are there."""
    required = required or {}
    rules = {**required, **others}
    return lambda value: (
        isinstance(value, dict)
        and required.keys() <= value.keys() <= rules.keys()
        and all(rules[key](item) for key, item in value.items())
    )


def _counts(names: str) -> _Rule:
    return _keys(**dict.fromkeys(names.split(), _is_count))


_PARAGRAPHS: Final = _list_of(_is_text)


def _table(edition: str, **groups: _Rule) -> _Rule:
    return _keys({"edition": _one_of(edition)}, notes=_PARAGRAPHS, **groups)


def _either(*rules: _Rule) -> _Rule:
    return lambda value: any(rule(value) for rule in rules)


# The tables.

_MADE: Final = _counts("issued repealed in_force")
_DECISIONS: Final = _counts("decisions")
_TABLE_2_2021: Final = _table(
    "2021",
    rules=_MADE,
    normative_documents=_MADE,
    licensing=_DECISIONS,
    penalties=_DECISIONS,
    compulsion=_DECISIONS,
    fees=_keys(amount=_null_or(_na_or(_is_sum))),
)

_DISCLOSED: Final = _counts("made disclosed disclosed_total")
_SERVICES: Final = _keys(items_last_year=_is_count, change=_is_change, decisions=_is_count)
_WITH_UNIT: Final = _keys({"value": _is_sum}, unit=_null_or(_one_of("元", "万元")))
_TABLE_2_2019: Final = _table(
    "2019",
    rules=_DISCLOSED,
    normative_documents=_DISCLOSED,
    licensing=_SERVICES,
    other_services=_SERVICES,
    penalties=_SERVICES,
    compulsion=_SERVICES,
    fees=_keys(items_last_year=_is_count, change=_is_change),
    procurement=_keys(projects=_is_count, amount=_null_or(_na_or(_WITH_UNIT))),
)


def _column(other: _Rule) -> _Rule:
    refused = (
        "state_secret prohibited_by_law endangers_security_or_stability third_party_rights internal_affairs"
        " deliberative_process enforcement_file administrative_inquiry"
    )
    outcomes = _keys(
        granted=_is_count,
        partially_granted=_is_count,
        refused=_counts(refused),
        unavailable=_counts("not_held needs_creation still_unclear"),
        not_processed=_counts("petition_or_complaint repeated published_material excessive reconfirmation"),
        other=other,
        total=_is_count,
    )
    return _keys(newly_received=_is_count, carried_over=_is_count, outcomes=outcomes, carried_forward=_is_count)


def _table_3(edition: str, other: _Rule) -> _Rule:
    column = _column(other)
    kinds = (
        "commercial_enterprise",
        "research_institution",
        "public_welfare_organization",
        "legal_service_organization",
        "other",
    )
    return _table(edition, natural_person=column, legal_person=_keys(**dict.fromkeys(kinds, column)), total=column)


_TABLE_3_2021: Final = _table_3("2021", _counts("not_corrected_in_time fee_unpaid other"))
_TABLE_3_2019: Final = _table_3("2019", _is_count)

_RESULTS: Final = _counts("upheld corrected other pending total")
_TABLE_4: Final = _keys(
    notes=_PARAGRAPHS,
    reconsideration=_RESULTS,
    litigation=_keys(direct=_RESULTS, after_reconsideration=_RESULTS),
)

# The report.

_NARRATIVE: Final = _null_or(_PARAGRAPHS)
_REPORT: Final = _keys(
    {"govdisclosure": _one_of("1")},
    agency=_null_or(
        _keys(
            {"name": _is_text},
            kind=_null_or(_one_of("government", "department")),
            code=_null_or(_is_code),
            division=_null_or(_is_division),
        )
    ),
    year=_null_or(_is_year),
    title=_null_or(_is_text),
    period=_null_or(_keys({"start": _is_day, "end": _is_day})),
    published=_null_or(_is_day),
    preamble=_PARAGRAPHS,
    overview=_NARRATIVE,
    proactive_disclosure=_null_or(_either(_TABLE_2_2021, _TABLE_2_2019)),
    requests=_null_or(_either(_TABLE_3_2021, _TABLE_3_2019)),
    review_and_litigation=_null_or(_TABLE_4),
    problems_and_improvements=_NARRATIVE,
    other_matters=_NARRATIVE,
    other_sections=_list_of(_keys({"heading": _is_text}, paragraphs=_PARAGRAPHS)),
    extensions=lambda value: isinstance(value, dict) and _is_json(value),
)
