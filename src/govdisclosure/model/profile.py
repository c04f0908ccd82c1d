"""What a place asks of its reports beyond the form: a profile, as data."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import Attribute, field, frozen
from attrs.validators import optional

from govdisclosure.model.findings import Severity
from govdisclosure.model.given import above_nought, all_of

_COMMON_YEAR: Final = 2025
"""A year without 29 February, which is the last day of no duty."""


class Body(enum.StrEnum):
    """The kinds of bodies whose days a profile can set."""

    DEPARTMENT = "department"
    GOVERNMENT = "government"
    TOWN = "town"
    STREET = "street"
    ZONE = "zone"
    OTHER = "other"


@frozen(order=True)
class Day:
    """
    A day of any year.

    Args:
        month: From 1 to 12.
        day: From 1 on.

    Raises:
        ValueError: If a common year does not have it.
    """

    month: int
    day: int

    def __attrs_post_init__(self) -> None:
        self.of(_COMMON_YEAR)

    def of(self, year: int) -> dt.date:
        """Give the day in a year."""
        return dt.date(year, self.month, self.day)


# Art. 49: departments hand in and publish by 31 January, governments publish by 31 March; of zones it says nothing.
_BY_LAW: Final = {Body.DEPARTMENT: Day(1, 31)}
_BY_LAW_OTHERWISE: Final = Day(3, 31)


@frozen(kw_only=True)
class Duty:
    """
    By when a kind of body hands its report in and publishes it, in the year after the report year.

    Args:
        hand_in: The last day for handing it in; None where none is set.
        publish: The last day for publishing it; None for that of the law.
        notice: Address of the notice that says so.

    Raises:
        ValueError: If the last day for publishing is before that for handing in.
    """

    hand_in: Day | None = None
    publish: Day | None = None
    notice: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.hand_in is not None and self.publish is not None and self.publish < self.hand_in:
            raise ValueError("publish must not be before hand_in")


def _as_words(words: str | Iterable[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else all_of(str, "words", words)


def _not_blank(_: object, attribute: Attribute[Any], value: str | tuple[str, ...]) -> None:
    texts = (value,) if isinstance(value, str) else value
    if not texts or not all(text.strip() for text in texts):
        raise ValueError(f"{attribute.name} must not be blank")


@frozen(kw_only=True)
class Aspect:
    """
    What section 一 must speak of as well.

    Args:
        name: What it is called in messages.
        words: Words that show it; one of them is enough.
        notice: Address of the notice that asks for it.

    Raises:
        TypeError: If the words are no texts.
        ValueError: If name or words are blank.
    """

    name: str = field(validator=_not_blank)
    words: tuple[str, ...] = field(converter=_as_words, validator=_not_blank)
    notice: str | None = None


# The type of the keys of a mapping is exact, and they can be given as text as well.
def _as_days(days: Mapping[Any, Duty]) -> Mapping[Body, Duty]:
    return {Body(body): duty for body, duty in days.items()}


def _as_severities(severities: Mapping[str, str]) -> Mapping[str, Severity]:
    return {code: Severity(severity) for code, severity in severities.items()}


def _as_aspects(aspects: Iterable[Aspect]) -> tuple[Aspect, ...]:
    return all_of(Aspect, "aspects", aspects)


@frozen(kw_only=True)
class Profile:
    """
    What a place asks of its reports beyond the form; by default nothing.

    Args:
        name: What it is called.
        notice: Address of the notice that it comes from; parts of it can have addresses of their own.
        days: By when the kinds of bodies hand in and publish; a kind that is not there has the days of the law.
        severities: How grave the findings of a code are, by codes.
        aspects: What section 一 must speak of as well.
        longest_overview: So many characters section 一 can have at most, blanks not counted; None for any number.
        longest_overview_notice: Address of the notice that says so.

    Raises:
        TypeError: If ``aspects`` are none, or the length is no number.
        ValueError: If a kind of body or a severity is unknown, or the length is below 1.
    """

    name: str = ""
    notice: str | None = None
    days: Mapping[Body, Duty] = field(factory=dict, converter=_as_days, hash=False)
    severities: Mapping[str, Severity] = field(factory=dict, converter=_as_severities, hash=False)
    aspects: tuple[Aspect, ...] = field(default=(), converter=_as_aspects)
    longest_overview: int | None = field(default=None, validator=optional(above_nought))
    longest_overview_notice: str | None = None

    def published_by(self, body: Body) -> Day:
        """Give the last day on which a kind of body publishes its report: that of the profile, or else of the law."""
        duty = self.days.get(body)
        return (duty and duty.publish) or _BY_LAW.get(body, _BY_LAW_OTHERWISE)

    def source_of(self, notice: str | None) -> str | None:
        """Give the address of a part of it: its own, or else that of the whole."""
        return notice or self.notice
