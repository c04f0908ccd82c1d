"""Messages of findings, rendered from the templates of their rules."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from govdisclosure.errors import UsageError
from govdisclosure.model.editions import EDITIONS
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govdisclosure.checks._wording import Wording
    from govdisclosure.model.findings import Finding

_FIRST, *_LATER = (edition.notice for edition in EDITIONS.values())
_ISSUER: Final = _FIRST.partition("〔")[0]
LAW_OF_THE_FORM: Final = "、".join([_FIRST, *(notice.removeprefix(_ISSUER) for notice in _LATER)])
"""The notices of all editions: 国办公开办函〔2019〕60号、〔2021〕30号."""

# quote of {quote}, details of {details[key]}
_FIRST_NAME: Final = re.compile(r"[.\[]")
_CONVERSIONS: Final = (None, "s", "r", "a")
_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LISTED: Final = 6
_NAMED: Final = 2


class _Filler(string.Formatter):
    """``str.format`` with a word for blanks; it lists lists, names cells (``:cells``) and writes days (``:date``)."""

    def __init__(
        self,
        blank: str,
        holds: str,
        name: Callable[[str], str],
        join: Callable[[list[str], int], str],
        days: Callable[[str], str],
    ) -> None:
        self.blank = blank
        self.holds = holds
        self.name = name
        self.join = join
        self.days = days

    def fill(self, template: str, values: Mapping[str, object]) -> str:
        """Fill a template, the usual ones without ``vformat``, which takes each apart again."""
        pieces = _pieces_of(template)
        if pieces is None:
            return self.vformat(template, (), values)
        return "".join(
            [text if name is None else text + self.format_field(values[name], form) for text, name, form in pieces]
        )

    def format_field(self, value: Any, format_spec: str) -> Any:  # noqa: ANN401 - as string.Formatter
        """Format one field of a template."""
        if type(value) is str and not format_spec:
            return value
        if format_spec == "cells" and isinstance(value, Mapping):
            return self.join([f"{self.name(path)}{self.holds}{figure}" for path, figure in value.items()], _NAMED)
        if format_spec == "cells":
            paths = [value] if isinstance(value, str) else value
            return self.join(list(map(self.name, paths)), _NAMED)
        if isinstance(value, (list, tuple)):
            return self.join([self.format_field(item, format_spec) for item in value], _LISTED)
        if format_spec == "date" and value is not None:
            return self.days(str(value))
        return self.blank if value is None else format(value, format_spec)


class _Piece(NamedTuple):
    """Some text of a template, and the field behind it, if one is: its name, and the format of its value."""

    text: str
    name: str | None
    form: str


@lru_cache(maxsize=512)  # As below.
def _pieces_of(template: str) -> tuple[_Piece, ...] | None:
    """Take a template apart; None if there is more to a field than a name and a format."""
    pieces = []
    for text, name, form, conversion in string.Formatter().parse(template):
        # {figures[0]} · {actual!r} · {actual:{width}}
        if (name is not None and not name.isidentifier()) or conversion or "{" in (form or ""):
            return None
        pieces.append(_Piece(text, name, form or ""))
    return tuple(pieces)


def _join_zh(names: list[str], limit: int) -> str:
    return "、".join(names[:limit]) + (f"等{len(names)}格" if len(names) > limit else "")


def _join_en(names: list[str], limit: int) -> str:
    return ", ".join(names[:limit]) + (f" and {len(names) - limit} more" if len(names) > limit else "")


def _days_zh(written: str) -> str:
    """Write ISO days, and the interval between two of them, as Chinese does."""
    # 2024-01-01/2024-12-31
    return _DAY.sub(lambda day: f"{int(day[1])}年{int(day[2])}月{int(day[3])}日", written).replace("/", "至")


def _days_en(written: str) -> str:
    return written.replace("/", " to ")


_ENGLISH: Final = _Filler("blank", " must be ", str, _join_en, _days_en)


def refuse_malformed(code: str, templates: Message) -> None:
    """
    Refuse templates that no finding can fill: braces that do not close, fields without a name.

    Which names a finding has is known only when there is one.

    Raises:
        UsageError: If one of them is malformed.
    """
    for template in (templates.zh, templates.en):
        try:
            names = list(_names_in(template))
        except ValueError as error:
            raise UsageError(f"{code}: the template {template!r} of its message is malformed: {error}") from error
        unnamed = next((name for name in names if not name or name.isdecimal()), None)
        if unnamed is not None:
            raise UsageError(f"{code}: the template {template!r} of its message has a field without a name")


@lru_cache(maxsize=512)  # The templates of the rules are few, and findings many.
def _fields_of(templates: Message) -> frozenset[str]:
    """Give the names of the fields of both templates."""
    return frozenset({*_names_in(templates.zh), *_names_in(templates.en)})


def _names_in(template: str) -> Iterator[str]:
    """Give the names of the fields of a template, also of those in the format of a field."""
    for _, name, form, conversion in string.Formatter().parse(template):
        if name is not None:
            yield _FIRST_NAME.split(name, maxsplit=1)[0]
            yield from _names_in(form or "")
        if conversion not in _CONVERSIONS:
            raise ValueError(f"unknown conversion {conversion!r}")


def escaped(words: Message) -> Message:
    """Keep braces in the names of bodies from being fields of a template."""
    zh, en = (text.replace("{", "{{").replace("}", "}}") for text in (words.zh, words.en))
    return Message(zh, en)


def putting(template: Message, **words: Message) -> Message:
    """Put words into the fields of their names; the other fields of the template stay, and words have none."""
    zh, en = template.zh, template.en
    for name, put in zip(words, map(escaped, words.values()), strict=True):
        zh, en = zh.replace(f"{{{name}}}", put.zh), en.replace(f"{{{name}}}", put.en)
    return Message(zh, en)


def message(wording: Wording, finding: Finding, templates: Message) -> Message:
    """
    Render the words of a finding.

    Fields of a template: ``path`` and ``label`` of the first path, ``paths``, ``n`` (their number), ``expected``,
    ``actual``, ``quote`` (the quoted words), ``where`` (their paragraph), ``held`` (what the ``cells`` of the details
    come to) and every key of ``details``. ``{paths:cells}`` names cells: in Chinese by short labels, in English by
    their paths, two at most; so with any path or list of paths, and with a mapping of paths to the only figures that
    can stand there. ``{expected:date}`` writes ISO days as the language does.

    Raises:
        KeyError: If a template has a field that the finding does not have.
    """
    path = finding.paths[0] if finding.paths else ""
    values = {
        **finding.details,
        "path": path,
        "label": wording.name(path),
        "paths": finding.paths,
        "n": len(finding.paths),
        "expected": finding.expected,
        "actual": finding.actual,
        "quote": finding.quote and finding.quote.text,
    }
    chinese = _Filler("空白", "只能是 ", wording.name, _join_zh, _days_zh)
    asked = _fields_of(templates) - values.keys()
    if not asked:
        return Message(chinese.fill(templates.zh, values), _ENGLISH.fill(templates.en, values))
    told = _told(wording, finding, asked)
    return Message(
        zh=chinese.fill(templates.zh, values | {name: words.zh for name, words in told.items()}),
        en=_ENGLISH.fill(templates.en, values | {name: words.en for name, words in told.items()}),
    )


def _told(wording: Wording, finding: Finding, names: AbstractSet[str]) -> Mapping[str, Message]:
    """Say where the quoted words stand, and what they are held against, if templates ask for it by these names."""
    told: dict[str, Message] = {}
    if "where" in names and finding.quote is not None:
        told["where"] = wording.where(finding.quote.path)
    if "held" in names:
        cells = tuple(cast("list[str]", finding.details["cells"]))
        told["held"] = wording.held(cells, str(finding.expected), at_most="at_most" in finding.details)
    return told
