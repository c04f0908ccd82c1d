"""What other reports of a call say of one: findings that its reading alone cannot have."""

from __future__ import annotations

import hashlib
import inspect
import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import attrs

from govdisclosure._version import __version__
from govdisclosure.checks import rules
from govdisclosure.copies import Copy, peer_copies
from govdisclosure.json import dumpb
from govdisclosure.model.findings import Finding, Findings
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from govdisclosure.batch import Cache
    from govdisclosure.model.notes import Reading
    from govdisclosure.model.values import JSON

_OTHERS: Final = frozenset({"previous", "children", "copies"})
"""What a rule takes that holds a report against others; the roster is known to all."""
_NO_LAST_YEAR: Final = "YOY-PREVIOUS"


@cache
def codes_beside() -> frozenset[str]:
    """Give the codes of the rules that hold a report against others."""
    taken = {rule.code: inspect.signature(rule.function).parameters.keys() for rule in rules()}
    return frozenset(code for code, names in taken.items() if not _OTHERS.isdisjoint(names))


@cache
def codes_alone() -> tuple[str, ...]:
    """Give the codes of all other rules."""
    return tuple(rule.code for rule in rules() if rule.code not in codes_beside())


def has_others(beside: Mapping[str, Any]) -> bool:
    """Tell whether a report is held against any other."""
    return beside["previous"] is not None or beside["children"] is not None or bool(beside["copies"])


def together(alone: Findings, beside: Findings) -> Findings:
    """Put what was found in a report by itself, and what others say of it, together."""
    own = [finding for finding in alone if finding.code not in codes_beside()]
    # A waiver for findings that only others can bring has matched none before these were known.
    unused = [waiver for waiver in alone.unused if waiver.code not in codes_beside() or waiver in beside.unused]
    return Findings([*own, *beside], unused)


def with_files(findings: Findings, previous: Sequence[str]) -> Findings:
    """Name the files that are no report of last year, which a report knows by their places among these alone."""
    return Findings([_with_file(finding, previous) for finding in findings], findings.unused)


def _with_file(finding: Finding, previous: Sequence[str]) -> Finding:
    if finding.code != _NO_LAST_YEAR:
        return finding
    given = [finding.details.get(key) for key in ("number", "other")]
    files = [previous[number - 1] for number in given if isinstance(number, int)]
    message = Message(f"{'、'.join(files)}：{finding.message.zh}", f"{'; '.join(files)}: {finding.message.en}")
    details: dict[str, JSON] = {**finding.details, "files": [*files]}
    return attrs.evolve(finding, message=message, details=details)


def kept_copies(cache: Cache | None) -> Callable[[Sequence[Reading], Sequence[str]], tuple[tuple[Copy, ...], ...]]:
    """Give what looks for copies in a batch, and keeps what it has seen of the same batch."""

    def copies_of(readings: Sequence[Reading], names: Sequence[str]) -> tuple[tuple[Copy, ...], ...]:
        if cache is None:
            return peer_copies(readings, names)
        key = _key(readings, names)
        known = cache.get(key)
        if known is not None:
            return tuple(tuple(Copy(**copy) for copy in copies) for copies in json.loads(known))
        seen = peer_copies(readings, names)
        cache.put(key, json.dumps([list(map(attrs.asdict, copies)) for copies in seen]).encode())
        return seen

    return copies_of


def _key(readings: Sequence[Reading], names: Sequence[str]) -> str:
    """Give the key of a batch: whatever is in one of its reports may be a copy, and whatever it is called is told."""
    digest = hashlib.sha256(json.dumps(["copies", __version__, *names]).encode())
    for reading in readings:
        digest.update(dumpb(reading.report) + b"\n")
    return digest.hexdigest()
