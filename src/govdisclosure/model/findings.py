"""What a check yields: findings, as data."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Self, overload

import attrs
from attrs import field, frozen

from govdisclosure.errors import FindingsError
from govdisclosure.model.cells import path_key
from govdisclosure.model.message import Message as Message  # noqa: PLC0414 - its users look for it here
from govdisclosure.model.values import JSON


class Severity(enum.StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


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


def as_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """Take one path for a tuple of it."""
    return (paths,) if isinstance(paths, str) else tuple(paths)


@frozen
class Finding:
    """
    One thing that a check found.

    A check that is declared by ``rule`` yields findings without code, severity, law and message: the rule adds them.

    Args:
        paths: Paths of the cells, of the section, or of the value of the head that it is about; a string for one path.
        expected: What should stand there, where that can be said: a number, or text such as an ISO date or an amount.
        actual: What does.
        quote: The words of the narrative that it rests on.
        details: Anything else that the check can tell, as JSON.
        code: Its stable code, such as ``T3-ROW``.
        severity: How grave it is.
        law: Where the rule stands, such as ``Art. 50``.
        message: The finding in words.
    """

    paths: tuple[str, ...] = field(converter=as_paths)
    expected: int | str | None = None
    actual: int | str | None = None
    quote: Quote | None = None
    details: Mapping[str, JSON] = field(factory=dict, hash=False)
    code: str = ""
    severity: Severity = field(default=Severity.WARNING, converter=Severity)
    law: str | None = None
    message: Message = Message()

    def __str__(self) -> str:
        return f"{self.severity} {self.code} {', '.join(self.paths[:1])}: {self.message.en}"

    def to_json(self) -> dict[str, JSON]:
        """Give the finding as JSON, with the keys of its pinned shape in their order."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "paths": list(self.paths),
            "expected": self.expected,
            "actual": self.actual,
            "quote": None if self.quote is None else attrs.asdict(self.quote),
            "law": self.law,
            "message": attrs.asdict(self.message),
            "details": dict(self.details),
        }


def _key(finding: Finding) -> tuple[object, ...]:
    first = path_key(finding.paths[0]) if finding.paths else ((1,), "")
    return first, finding.code, finding.paths, str(finding.expected), str(finding.actual), repr(finding.quote)


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=_key))


@frozen(repr=False)
class Findings(Sequence[Finding]):
    """
    The findings of a report, in the order of the JSON keys of their first paths, then of their codes.

    Args:
        items: The findings, in any order.
    """

    items: tuple[Finding, ...] = field(converter=_ordered, default=())

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
        counts = ", ".join(f"{len(self.of(severity))} {severity}" for severity in Severity)
        return f"<Findings: {counts}>"

    def of(self, severity: Severity) -> Self:
        """Give the findings of one severity."""
        return attrs.evolve(self, items=tuple(finding for finding in self.items if finding.severity is severity))

    @property
    def errors(self) -> Self:
        """The findings of severity error."""
        return self.of(Severity.ERROR)

    @property
    def warnings(self) -> Self:
        """The findings of severity warning."""
        return self.of(Severity.WARNING)

    @property
    def infos(self) -> Self:
        """The findings of severity info."""
        return self.of(Severity.INFO)

    def raise_for_errors(self) -> None:
        """
        Raise if there is a finding of severity error.

        Raises:
            FindingsError: With all these findings.
        """
        if self.errors:
            raise FindingsError(self)

    def to_json(self) -> list[JSON]:
        """Give the findings as JSON."""
        return [finding.to_json() for finding in self.items]
