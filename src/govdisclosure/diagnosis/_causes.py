"""Findings as people are shown them: those that one repair heals are one, and only what is wrong stands out."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, cast

from attrs import frozen

from govdisclosure.model.findings import Finding, Severity
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

REPAIR = "repair"
"""Where the details of a finding have the one repair that heals it, as JSON."""
REPAIRS = "repairs"
"""Where they have the number of repairs that could, if there is not one; of each finding on a sum it is one of both."""

BLANKS = "blanks"
"""Where they have the blank cells that could make up for a sum that fails; none where no figures in blanks could."""


@frozen
class Cause:
    """
    What is wrong, with all findings that it makes.

    Args:
        findings: The findings; several only if one repair heals them all, and blanks cannot.
    """

    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """How grave the gravest of the findings is."""
        return max(finding.severity for finding in self.findings)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the findings, each once."""
        return tuple(dict.fromkeys(finding.code for finding in self.findings))

    @property
    def message(self) -> Message:
        """What is wrong in words: of several findings, the repair."""
        if len(self.findings) == 1:
            return self.findings[0].message
        return cast("_Shared", self._repair).reason

    @property
    def wrong(self) -> tuple[str, ...]:
        """The cells that the repair changes; none if there is not one repair."""
        return self._repair.cells if self._repair is not None else ()

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Everything that the findings are about, what is wrong first."""
        return tuple(dict.fromkeys(chain(self.wrong, *(finding.paths for finding in self.findings))))

    @cached_property
    def around(self) -> frozenset[str]:
        """
        The cells that are only in it.

        They are in a sum that fails, but not what is wrong; or they are many, and it is the table that they are said
        of.
        """
        finding = self.findings[0]
        if self._repair is not None or REPAIRS in finding.details:
            return frozenset(self.paths) - set(self.wrong)
        is_said_of_many = finding.severity is Severity.INFO and len(finding.paths) > 1
        return frozenset(finding.paths if is_said_of_many else ())

    @cached_property
    def _repair(self) -> _Shared | None:
        return _shared(self.findings[0])


@frozen
class _Shared:
    """What findings share that one repair heals: its words, and the cells that it changes."""

    reason: Message
    cells: tuple[str, ...]
    written: str


def _shared(finding: Finding) -> _Shared | None:
    """Give the repair in the details of a finding; other checks may have anything there."""
    # {"reason": {"zh": "…", "en": "…"}, "cells": {"requests.total.carried_over": 3}, …}
    repair = finding.details.get(REPAIR)
    if not isinstance(repair, dict):
        return None
    reason, cells = repair.get("reason"), repair.get("cells")
    if not isinstance(reason, dict) or not isinstance(cells, dict):
        return None
    return _Shared(Message(str(reason.get("zh")), str(reason.get("en"))), tuple(cells), repr(repair))


def causes(findings: Iterable[Finding]) -> tuple[Cause, ...]:
    """
    Put together the findings that one repair heals, each cause where its first finding stands; not waived ones.

    Those that blanks alone could make up for stay apart, unless another is healed with them: each says what its blanks
    would have to hold, which is likelier than that a stated figure is wrong.
    """
    together: dict[str, list[Finding]] = {}
    for place, finding in enumerate(findings):
        shared = None if finding.waived is not None else _shared(finding)
        together.setdefault(f"{place}" if shared is None else shared.written, []).append(finding)
    return tuple(chain.from_iterable(map(_parted, together.values())))


def _parted(healed: list[Finding]) -> list[Cause]:
    if all(BLANKS in finding.details for finding in healed):
        return [Cause((finding,)) for finding in healed]
    return [Cause(tuple(healed))]
