"""A unit of a roster: a body that has to report."""

from __future__ import annotations

import datetime as dt
import enum
from typing import TYPE_CHECKING, Any, Final

from attrs import Attribute, field, frozen

from govdisclosure.model.declare import obeying
from govdisclosure.model.given import all_of
from govdisclosure.model.profile import Body, Day
from govdisclosure.model.report import Agency, broken_code
from govdisclosure.model.values import broken_text, refuse
from govdisclosure.vocabulary.bodies import body_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.profile import Profile


class UnitKind(enum.StrEnum):
    """The kinds of units on a roster."""

    DEPARTMENT = "department"
    GOVERNMENT = "government"
    TOWN = "town"
    STREET = "street"
    ZONE = "zone"
    OWN = "own"
    """本级: the government's own office, whose figures are a part of the roll-up like those of a department."""


def _named(_: object, attribute: Attribute[Any], value: object) -> None:
    refuse(attribute.name, broken_text(value), value)
    if not str(value).strip():
        raise ValueError(f"{attribute.name} must not be blank")


def _as_kind(kind: str | None) -> UnitKind | None:
    return None if kind is None else UnitKind(kind)


def _as_names(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else all_of(str, "other_names", names)


def _day(_: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None and type(value) not in {dt.date, Day}:
        raise TypeError(f"{attribute.name} must be a date or a Day, got {type(value).__name__}")


@frozen(kw_only=True)
class Unit:
    """
    A body that has to report.

    Args:
        name: Its official name; the region in front of it may be left out.
        kind: What it is; it wins over what the name suggests. None where only the name tells.
        code: Its 统一社会信用代码, 18 characters, the check digit verified.
        other_names: Other names that it reports under: a former one, an abbreviation.
        parent: Name of the body that sums its figures up, such as 示例市示例县人民政府.
        due: The last day for its report: a day of one year, or of the year after any report year. None for that of
            its kind.

    Raises:
        TypeError: If a value is of a wrong type.
        ValueError: If the name is blank, the kind is unknown, or the code has a wrong shape or check digit.
    """

    name: str = field(validator=_named)
    kind: UnitKind | None = field(default=None, converter=_as_kind)
    code: str | None = field(default=None, validator=obeying(broken_code, optional=True))
    other_names: tuple[str, ...] = field(default=(), converter=_as_names)
    parent: str | None = field(default=None, validator=obeying(broken_text, optional=True))
    due: dt.date | Day | None = field(default=None, validator=_day)

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its other names."""
        return (self.name, *self.other_names)

    @property
    def body(self) -> Body:
        """The kind of body that it is, by which days are set: its kind, or else what its name says."""
        if self.kind is None or self.kind is UnitKind.OWN:
            return body_of(Agency(name=self.name))
        return Body(self.kind)


def last_day(unit: Unit | None, body: Body, year: int, profile: Profile) -> dt.date:
    """
    Give the last day on which a body publishes its report.

    Args:
        unit: What the roster says of it; None if it says nothing.
        body: Its kind.
        year: The report year, before 9999.
        profile: What its place asks.
    """
    due = None if unit is None else unit.due
    if isinstance(due, dt.date):
        return due
    return (due or profile.published_by(body)).of(year + 1)


KIND_WORDS: Final = {
    UnitKind.DEPARTMENT: "部门",
    UnitKind.GOVERNMENT: "政府",
    UnitKind.TOWN: "乡镇",
    UnitKind.STREET: "街道",
    UnitKind.ZONE: "管委会",
    UnitKind.OWN: "本级",
}
"""What the kinds are called on a roster."""
