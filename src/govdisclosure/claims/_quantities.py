"""By how much something changed: 3件, 33.3%, 百分之五十, 2倍."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.claims._numbers import PATTERN, Number, number
from govdisclosure.claims._statement import Form, Statement
from govdisclosure.vocabulary.yearly import PIECES, VAGUE

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBER: Final = re.compile(PATTERN)
_PERCENT: Final = re.compile("百分之")
_NO_UNIT: Final = re.compile("(?P<percent>)")
_UNIT: Final = re.compile(rf"(?P<pieces>{PIECES})|(?P<percent>%)|(?P<times>倍)")

RISE: Final[Mapping[str, Form]] = {"pieces": Form.MORE, "percent": Form.UP, "times": Form.TIMES_MORE}
FALL: Final[Mapping[str, Form]] = {"pieces": Form.FEWER, "percent": Form.DOWN}
"""What a number of each unit states behind a word for more or for less; 减少2倍 states nothing."""
SHARE: Final[Mapping[str, Form]] = {"percent": Form.PERCENT, "times": Form.TIMES}
PAST: Final[Mapping[str, Form]] = {"pieces": Form.WAS}


class Quantity(NamedTuple):
    """A statement, where its words end, and what is counted in: ``pieces``, ``percent`` or ``times``."""

    statement: Statement
    end: int
    unit: str


def quantity(text: str, place: int, limit: int, forms: Mapping[str, Form]) -> Quantity | None:
    """
    Read a quantity that begins at a place; None where there is none that is exact and of a unit that has a form.

    Args:
        text: The folded text.
        place: Where it begins.
        limit: Where the sentence ends.
        forms: What a number of each unit states: ``pieces``, ``percent`` or ``times``.
    """
    spelt = _PERCENT.match(text, place, limit)
    matched = _NUMBER.match(text, spelt.end() if spelt else place, limit)
    read = matched and number(matched)
    if matched is None or read is None or not _is_exact(matched, read):
        return None
    # What stands behind 百分之 needs no sign of its own.
    unit = _NO_UNIT.match(text, matched.end()) if spelt else _UNIT.match(text, matched.end(), limit)
    if unit is None:
        return None
    counted = unit.lastgroup or ""
    form = forms.get(counted)
    # 较上年增长20%左右, which is no 20%
    if form is None or VAGUE.match(text, unit.end(), limit):
        return None
    return Quantity(Statement(form, read.value, _places(matched[0])), unit.end(), counted)


def skipped(pattern: re.Pattern[str], text: str, place: int, limit: int) -> int:
    """Give where words end that can stand at a place; the place itself, if they do not."""
    matched = pattern.match(text, place, limit)
    return matched.end() if matched else place


def figure(text: str, start: int, end: int) -> Statement | None:
    """Read the number between two places as last year's figure; None if it is not meant exactly."""
    matched = _NUMBER.fullmatch(text, start, end)
    read = matched and number(matched)
    return Statement(Form.WAS, read.value) if matched and read and _is_exact(matched, read) else None


def _is_exact(matched: re.Match[str], read: Number) -> bool:
    # 1.2万件 is rounded.
    return read.exact and not (matched["digits"] is not None and matched["scale"])


def _places(written: str) -> int:
    point = "点" if "点" in written else "."
    return len(written.partition(point)[2])
