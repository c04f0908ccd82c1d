"""How many findings that quote the narrative a rule has: a megabyte of text has room for 80,000 that nobody reads."""

from __future__ import annotations

from functools import wraps
from itertools import islice
from typing import TYPE_CHECKING, Final, ParamSpec

from attrs import evolve

from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govdisclosure.model.findings import Finding

MOST_QUOTED: Final = 1_000
"""Findings that a rule tells one by one; the longest real reports have a handful."""

_AND_MORE: Final = Message(
    "{where}写“{quote}”，问题相同；这样的问题已提示 {told} 处，其余的不再查找、提示。",
    "{where} says “{quote}”, which is as wrong; {told} such findings are told, and no more are looked for",
)
_Given = ParamSpec("_Given")


def quoting(check: Callable[_Given, Iterator[Finding]]) -> Callable[_Given, Iterator[Finding]]:
    """Bound the findings of a check, all of which quote the narrative: the first beyond the bound says so."""

    @wraps(check)
    def some(*given: _Given.args, **named: _Given.kwargs) -> Iterator[Finding]:
        findings = check(*given, **named)
        yield from islice(findings, MOST_QUOTED)
        beyond = next(findings, None)
        if beyond is not None:
            yield evolve(beyond, message=_AND_MORE, details={**beyond.details, "told": MOST_QUOTED})

    return some
