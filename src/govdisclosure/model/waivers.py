"""What lets a finding be: a waiver, which says why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import field, frozen

from govdisclosure.model.paths import is_in
from govdisclosure.model.rules import Broken, Rule
from govdisclosure.model.values import JSON, Obeys, OrNone

if TYPE_CHECKING:
    from collections.abc import Iterable


def _broken_statement(value: object) -> Broken | None:
    blank = isinstance(value, str) and not value.strip()
    return Broken(ValueError, Rule.NOT_BLANK) if blank else _broken_text(value)


def _broken_text(value: object) -> Broken | None:
    return None if isinstance(value, str) else Broken(TypeError, Rule.TEXT)


def _broken_date(value: object) -> Broken | None:
    good = value is None or type(value) is dt.date
    return None if good else Broken(TypeError, Rule.DATE_OR_NONE)


_stated, _text_or_none, _date_or_none = Obeys(_broken_statement), Obeys(OrNone(_broken_text)), Obeys(_broken_date)


@frozen
class Waiver:
    """
    A reason to let findings of one code be: they stay among the findings, marked, and count no more.

    Args:
        code: The code, whole, such as ``T3-ROW``.
        path: What a finding must be about: one of its paths is this path or lies below it, as
            ``requests.total.newly_received`` and ``overview[3]`` lie below ``requests.total`` and ``overview``;
            None for every finding of the code.
        reason: Why.
        date: When that was decided.
        file: Glob of the files that it is for, None for all. A check knows no file: callers that have files select by
            it, as ``Settings.waivers_for`` does.

    Raises:
        TypeError: If a value is of a wrong type.
        ValueError: If the code or the reason is blank.
    """

    code: str = field(validator=_stated)
    path: str | None = field(default=None, validator=_text_or_none)
    reason: str = field(kw_only=True, validator=_stated)
    date: dt.date | None = field(default=None, kw_only=True, validator=_date_or_none)
    file: str | None = field(default=None, kw_only=True, validator=_text_or_none)

    def covers(self, code: str, paths: Iterable[str]) -> bool:
        """Tell whether it is for a finding of this code on these paths."""
        return code == self.code and (self.path is None or any(is_in(path, self.path) for path in paths))

    def to_json(self) -> dict[str, JSON]:
        """Give the waiver as JSON."""
        return {
            "code": self.code,
            "path": self.path,
            "reason": self.reason,
            "date": None if self.date is None else self.date.isoformat(),
            "file": self.file,
        }
