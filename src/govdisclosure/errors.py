"""
The errors of the library; all of them can be pickled.

Two channels are never mixed: bad input raises one of these, a report that does not add up yields findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.findings import Findings


class GovDisclosureError(Exception):
    """The root of every error that the library raises for bad input or wrong use."""


class UsageError(GovDisclosureError, ValueError):
    """A call that cannot be meant: an unknown path, format or code."""


class ReadError(GovDisclosureError):
    """
    A source that cannot be read as a report.

    Args:
        reason: What was looked for and what was found.
        format: Name of the format that the source was taken for, such as ``text``; None if that is not known.
        place: Where in the source, such as ``line 3``; None for the whole of it.
    """

    def __init__(self, reason: str, *, format: str | None = None, place: str | None = None) -> None:  # noqa: A002 - the word of the public face
        super().__init__(reason)
        self.reason = reason
        self.format = format
        self.place = place

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.format, self.place) if part is not None)
        return f"{where}: {self.reason}" if where else self.reason

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_read_error, (self.reason, self.format, self.place)


def _rebuild_read_error(reason: str, format_: str | None, place: str | None) -> ReadError:
    return ReadError(reason, format=format_, place=place)


@frozen
class Fault:
    """
    One thing wrong with a JSON document.

    Args:
        path: Dotted path such as ``requests.total.newly_received``; empty for the whole document.
        found: What stands there, in short.
        expected: What should.
    """

    path: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.path or 'document'}: expected {self.expected}, found {self.found}"


class StructureError(ReadError):
    """
    A JSON document that is no report of ours: every fault of it at once.

    Args:
        faults: All faults, in the order of the document's keys.
        place: For a document that is no JSON at all, where it stops to be.
    """

    def __init__(self, faults: Iterable[Fault], *, place: str | None = None) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(map(str, self.faults)), format="json", place=place)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_structure_error, (self.faults, self.place)


def _rebuild_structure_error(faults: tuple[Fault, ...], place: str | None) -> StructureError:
    return StructureError(faults, place=place)


class MissingDependency(GovDisclosureError):  # noqa: N818 - pinned name
    """
    An optional dependency that is not installed.

    Args:
        extra: The extra that brings it, as in ``pip install "govdisclosure[cli]"``.
        purpose: What it is needed for.
    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra = extra
        self.purpose = purpose

    def __str__(self) -> str:
        return f'{self.purpose} needs an extra: pip install "govdisclosure[{self.extra}]"'


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
        return f"{len(errors)} error(s): " + "; ".join(str(finding) for finding in errors)
