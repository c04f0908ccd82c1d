"""What a check is: a function that yields findings, and takes what its parameters name."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Iterable
from functools import partial
from inspect import Parameter
from itertools import repeat, takewhile
from types import GeneratorType
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import Factory, field, frozen

from govdisclosure.checks._case import NAMES
from govdisclosure.errors import UsageError
from govdisclosure.model.findings import Finding

if TYPE_CHECKING:
    from govdisclosure.checks._case import Case

Check: TypeAlias = "Callable[..., Iterable[Finding]]"
"""
A check: a function that yields findings, and changes nothing. It takes what its parameters name.

``report: AnnualReport``; ``notes: tuple[Note, ...]``, those of the reading, if one was checked; ``claims: Claims`` of
the narrative; ``figures: Figures`` of the tables; ``judgement: Judgement`` of these figures; ``profile: Profile``, what
the place of the report asks beyond the form. Of other reports, ``previous: tuple[AnnualReport, ...]``, those of the
year before; ``children: tuple[AnnualReport, ...]``, those that a government's report sums up; ``roster: Roster``, who
has to report: a check that cannot do without one of these runs only where it is given.
The only parameter of a check can have any name: it is given the report.
"""

_VARIADIC: Final = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
_BY_NAME: Final = (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY)


def _all_names(taken: Taken) -> frozenset[str]:
    return frozenset((*taken.placed, *taken.named))


@frozen
class Taken:
    """
    What a check takes, by the names of a case.

    Args:
        placed: What it is given by position.
        named: What it is given by name.
        required: What it cannot do without.
        names: All that it takes.
    """

    placed: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    required: frozenset[str] = frozenset()
    names: frozenset[str] = field(init=False, default=Factory(_all_names, takes_self=True))


_THE_REPORT: Final = Taken(placed=("report",))


def taken_by(check: Check) -> Taken:
    """
    Tell what a check takes.

    A parameter with a default, of a name that is not known, keeps it. What a lambda or a partial has bound is its own
    affair: of its parameters those are given that it cannot do without.

    Raises:
        UsageError: If the check cannot do without something of a name that is not known.
    """
    try:
        parameters = list(inspect.signature(check).parameters.values())
    except (TypeError, ValueError):  # A callable that is not made in Python can be silent about what it takes.
        return _THE_REPORT
    single = [each for each in parameters if each.kind not in _VARIADIC]
    required = [each for each in single if each.default is each.empty]
    only = _only(required)
    unknown = [each.name for each in required if each.name not in NAMES and each is not only]
    binding = isinstance(check, partial) or called(check) == "<lambda>"
    if unknown and not binding:
        raise UsageError(_refusal(check, unknown[0]))
    wanted = [each for each in (required if binding else single) if each.name in NAMES or each is only]
    variable = any(each.kind is Parameter.VAR_POSITIONAL for each in parameters)
    if unknown or (variable and not wanted):
        return _THE_REPORT
    placed = list(takewhile(lambda each: each in wanted and each.kind is not Parameter.KEYWORD_ONLY, parameters))
    # What comes behind a parameter that keeps its default can be given by name only.
    named = [each for each in parameters[len(placed) :] if each in wanted and each.kind in _BY_NAME]
    return Taken(
        tuple("report" if each is only else each.name for each in placed),
        tuple(each.name for each in named),
        frozenset(each.name for each in required),
    )


def _only(required: list[Parameter]) -> Parameter | None:
    """Give the one parameter that has to be given by position, if its name is not known."""
    placed = [each for each in required if each.kind is not Parameter.KEYWORD_ONLY]
    return placed[0] if len(placed) == 1 and placed[0].name not in NAMES else None


def _refusal(check: Check, unknown: str) -> str:
    (nearest,) = difflib.get_close_matches(unknown, NAMES, n=1, cutoff=0)
    known = ", ".join(NAMES)
    return f"{called(check)} takes {unknown!r}, but a check can take {known}; the nearest is {nearest!r}"


def called(check: Check) -> str:
    """Give the name of a check, for messages."""
    return getattr(check, "__name__", repr(check))


def yielded_by(check: Check, taken: Taken, case: Case) -> Iterable[object]:
    """
    Give what a check yields of a case; nothing, if it cannot do without what nobody has given.

    Raises:
        UsageError: If the check gives nothing that can be gone through.
    """
    missing, placed, named = case.missing, taken.placed, taken.named
    if not missing.isdisjoint(taken.names):
        if not missing.isdisjoint(taken.required):
            return ()
        placed = tuple(takewhile(lambda name: name not in missing, placed))
        named = tuple(name for name in (*taken.placed[len(placed) :], *named) if name not in missing)
    given = map(getattr, repeat(case), placed)
    # Nearly every check takes only what is there, by position: each rule of every report comes by here.
    yielded: object = check(*given, **{name: getattr(case, name) for name in named}) if named else check(*given)
    # A generator is known at once, other iterables only by what they have.
    if not isinstance(yielded, (GeneratorType, Iterable)):
        raise UsageError(f"a check must yield findings, {called(check)} gave {yielded!r}")
    return yielded


def as_finding(check: Check, yielded: object) -> Finding:
    """
    Take what a check yields for a finding.

    Raises:
        UsageError: If it is none.
    """
    if not isinstance(yielded, Finding):
        raise UsageError(f"a check must yield findings, {called(check)} yielded {yielded!r}")
    return yielded
