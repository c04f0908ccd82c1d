"""What a check yields: findings, as data."""

from __future__ import annotations

import enum
import json
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Self, overload

import attrs
from attrs import Attribute, field, frozen

from govdisclosure.errors import GovDisclosureError, UsageError
from govdisclosure.model.cells import path_key
from govdisclosure.model.message import Message, counted
from govdisclosure.model.notebook import in_notebook
from govdisclosure.model.paths import as_paths, is_in
from govdisclosure.model.values import JSON
from govdisclosure.model.waivers import Waiver

WAIVED_KEY: Final = "waived"
"""Where the JSON of a finding keeps its waiver: among the details, since its keys are pinned."""


class Severity(enum.StrEnum):
    """
    How grave a finding is.

    Severities compare by gravity, ``INFO < WARNING < ERROR``, and with the name of one, too: ``severity >= "warning"``.
    Comparing one with other text raises a ``ValueError``.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    # All four are written, since those that a severity inherits compare text.
    def __lt__(self, other: str) -> bool:
        return _compare(self, other, operator.lt)

    def __le__(self, other: str) -> bool:
        return _compare(self, other, operator.le)

    def __gt__(self, other: str) -> bool:
        return _compare(self, other, operator.gt)

    def __ge__(self, other: str) -> bool:
        return _compare(self, other, operator.ge)


_BY_GRAVITY: Final = (Severity.INFO, Severity.WARNING, Severity.ERROR)


def _compare(severity: Severity, other: object, by: Callable[[int, int], bool]) -> bool:
    if not isinstance(other, str):
        return NotImplemented  # type: ignore[no-any-return]  # what a comparison gives for what it does not know
    return by(_BY_GRAVITY.index(severity), _BY_GRAVITY.index(Severity(other)))


@frozen
class Quote:
    """
    The words of the narrative that a finding rests on.

    Args:
        path: Path of the paragraph, such as ``overview[3]``.
        start: Where the words begin in it, in characters.
        end: Where they end.
        text: The words.
    """

    path: str
    start: int
    end: int
    text: str


def _without_waiver(_: object, attribute: Attribute[Any], value: Mapping[str, JSON]) -> None:
    if WAIVED_KEY in value:
        raise ValueError(f"{attribute.name} must not have the key {WAIVED_KEY!r}, which is that of the waiver")


@frozen
class Finding:
    """
    One thing that a check found.

    A check that is declared by ``rule`` yields findings without code, severity, law and message: the rule adds them.

    Args:
        paths: Paths of the cells, the section, or the value of the metadata that it is about; a string for one path.
        expected: What should stand there, where that can be said: a number, or text such as an ISO date or an amount.
        actual: What does.
        quote: The words of the narrative that it rests on.
        details: Anything else that the check can tell, as JSON.
        code: Its stable code, such as ``T3-ROW``.
        severity: How grave it is.
        law: Where the rule stands, such as ``Art. 50``.
        message: The finding in words.
        waived: Why it no longer counts; None if it does.

    Raises:
        ValueError: If the severity is unknown, or the details have the key ``waived``.
    """

    paths: tuple[str, ...] = field(converter=as_paths)
    expected: int | str | None = None
    actual: int | str | None = None
    quote: Quote | None = None
    details: Mapping[str, JSON] = field(factory=dict, hash=False, validator=_without_waiver)
    code: str = ""
    severity: Severity = field(default=Severity.WARNING, converter=Severity)
    law: str | None = None
    message: Message = Message()
    waived: Waiver | None = None

    def __str__(self) -> str:
        said = f"{self.severity} {self.code} {', '.join(self.paths[:1])}: {self.message.en}"
        return said if self.waived is None else f"{said} (waived: {self.waived.reason})"

    def to_json(self) -> dict[str, JSON]:
        """Give the finding as JSON, with the keys of its pinned shape in their order; a waiver is in its details."""
        waived: dict[str, JSON] = {} if self.waived is None else {WAIVED_KEY: self.waived.to_json()}
        return {
            "code": self.code,
            "severity": str(self.severity),
            "paths": list(self.paths),
            "expected": self.expected,
            "actual": self.actual,
            "quote": None if self.quote is None else attrs.asdict(self.quote),
            "law": self.law,
            "message": attrs.asdict(self.message),
            "details": {**self.details, **waived},
        }


def _in_order(finding: Finding) -> tuple[str, ...]:
    stated = str(finding.expected), str(finding.actual), repr(finding.quote)
    return *stated, json.dumps(finding.to_json(), sort_keys=True, default=repr)


@frozen(order=True)
class _AllElse:
    """All else that a finding holds, made only where the rest is equal: the order is that of no visit."""

    finding: Finding = field(eq=_in_order, order=_in_order)


def _key(finding: Finding) -> tuple[object, ...]:
    first = path_key(finding.paths[0]) if finding.paths else ((1,), "")
    return first, finding.code, finding.paths, _AllElse(finding)


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=_key))


def _as_waivers(waivers: Iterable[Waiver]) -> tuple[Waiver, ...]:
    return tuple(waivers)


@frozen(repr=False)
class Findings(Sequence[Finding]):
    """
    The findings of a report, in the order of the JSON keys of their first paths, then of their codes.

    All else that they hold decides last, so that the same findings have one order however they were come by. Those that
    are waived are among them, but they are no errors, warnings or infos any more.

    Args:
        items: The findings, in any order.
        unused: Waivers that were to be used and match none of them; findings are equal whatever these are.
    """

    items: tuple[Finding, ...] = field(converter=_ordered, default=())
    unused: tuple[Waiver, ...] = field(converter=_as_waivers, default=(), eq=False)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> Finding | Self:
        """Give one finding, or some of them as findings."""
        return attrs.evolve(self, items=self.items[index]) if isinstance(index, slice) else self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.items)

    def __repr__(self) -> str:
        counts = [f"{len(self.of(severity))} {severity}" for severity in Severity]
        if self.waived:
            counts.append(f"{len(self.waived)} waived")
        return f"<Findings: {', '.join(counts)}>"

    def _repr_html_(self) -> str:
        """Give a table for a notebook, which shows it in place of the repr."""
        return in_notebook("findings_as_html", self)

    def of(self, severity: Severity) -> Self:
        """Give the findings of one severity that are not waived."""
        return self._where(lambda finding: finding.severity is severity and finding.waived is None)

    def at(self, path: str) -> Self:
        """
        Give the findings that are about a path: waived or not, with a path that is this one or lies below it.

        Args:
            path: Such as ``requests.total.newly_received``; ``requests.total``, below which that lies; or
                ``overview``, below which ``overview[3]`` lies. It need not be a path of a report.

        Raises:
            UsageError: If the path is no text.
        """
        if not isinstance(path, str):
            raise UsageError(f"a path must be text, got {type(path).__name__}")
        return self._where(lambda finding: any(is_in(each, path) for each in finding.paths))

    def _where(self, wanted: Callable[[Finding], bool]) -> Self:
        return attrs.evolve(self, items=tuple(filter(wanted, self.items)))

    @property
    def errors(self) -> Self:
        """The findings of severity error that are not waived."""
        return self.of(Severity.ERROR)

    @property
    def warnings(self) -> Self:
        """The findings of severity warning that are not waived."""
        return self.of(Severity.WARNING)

    @property
    def infos(self) -> Self:
        """The findings of severity info that are not waived."""
        return self.of(Severity.INFO)

    @property
    def waived(self) -> Self:
        """The findings that are waived."""
        return self._where(lambda finding: finding.waived is not None)

    def raise_for_errors(self) -> None:
        """
        Raise if there is a finding of severity error that is not waived.

        Raises:
            FindingsError: With all these findings, those that are no errors among them.
        """
        if self.errors:
            raise FindingsError(self)

    def to_json(self) -> list[JSON]:
        """Give the findings as JSON."""
        return [finding.to_json() for finding in self.items]


class FindingsError(GovDisclosureError):
    """
    A report with findings of severity error, raised by ``Findings.raise_for_errors``.

    Args:
        findings: All findings of the report, those that are no errors among them.
    """

    def __init__(self, findings: Findings) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        errors = self.findings.errors
        return counted(len(errors), "{n} error: |{n} errors: ") + "; ".join(str(finding) for finding in errors)
