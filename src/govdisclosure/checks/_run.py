"""Running checks: which rules there are, which of them are wanted, and what they find in a report."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from functools import lru_cache, partial
from itertools import compress
from typing import TYPE_CHECKING, Final, TypeVar, cast

import attrs
from attrs import frozen

from govdisclosure.checks import (
    arithmetic,
    completeness,
    copies,
    dates,
    fees,
    narrative,
    official,
    plausibility,
    rollups,
    yearly_text,
    years,
)
from govdisclosure.checks._case import Case
from govdisclosure.checks._check import as_finding, taken_by, yielded_by
from govdisclosure.checks._rules import Rule
from govdisclosure.copies import Copy
from govdisclosure.errors import UsageError
from govdisclosure.model.findings import Findings
from govdisclosure.model.given import all_of
from govdisclosure.model.notes import Reading, all_reports
from govdisclosure.model.profile import Profile
from govdisclosure.model.report import AnnualReport, validate
from govdisclosure.model.waivers import Waiver
from govdisclosure.rosters import Roster

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.checks._check import Check
    from govdisclosure.model.findings import Finding

_T = TypeVar("_T")
_EVERY_CODE: Final = ("",)
_CHECKED: Final = (AnnualReport, Reading)
_NO_PROFILE: Final = Profile()
_RULES: Final = tuple(
    declared
    for module in (
        arithmetic,
        completeness,
        dates,
        official,
        fees,
        plausibility,
        narrative,
        years,
        yearly_text,
        copies,
        rollups,
    )
    for declared in vars(module).values()
    if isinstance(declared, Rule)
)
_CODES: Final = tuple(declared.code for declared in _RULES)


def rules() -> tuple[Rule, ...]:
    """Give every rule of the library, by family."""
    return _RULES


def check(  # noqa: PLR0913 - each is a choice of its own
    report: AnnualReport | Reading,
    *,
    select: str | Iterable[str] = "",
    ignore: str | Iterable[str] = (),
    checks: Iterable[Check] = (),
    waivers: Iterable[Waiver] = (),
    profile: Profile | None = None,
    previous: AnnualReport | Reading | Iterable[AnnualReport | Reading] | None = None,
    children: Iterable[AnnualReport | Reading] | None = None,
    roster: Roster | None = None,
    copies: Iterable[Copy] = (),
) -> Findings:
    """
    Check a report; nothing is changed by it.

    Args:
        report: The report, or the reading of one.
        select: Prefixes of the codes that are wanted, one or several; all by default, and if none is given.
        ignore: Prefixes of the codes that are not. Of all prefixes that match a code the longest decides; between
            equally long ones, ``ignore`` does.
        checks: Checks of your own: declared by ``rule``, or plain functions that yield complete findings. They take
            what their parameters name, see ``Check``.
        waivers: What lets findings be. A finding is marked with the first waiver that covers it, and no longer counts;
            a waiver of a wanted code that covers none is among ``Findings.unused``.
        profile: What the place of the report asks of it beyond the form: other days, further aspects, severities.
            ``govdisclosure.settings.read_profile`` reads one from a file.
        previous: The report of the year before, or several where bodies merged: their figures are summed.
        children: The reports that this one sums up, of a government's departments.
        roster: Who has to report.
        copies: What is nearly alike in other reports of a batch, as ``govdisclosure.copies.peer_copies`` finds it.

    Raises:
        TypeError: If ``report`` is neither a report nor a reading, something is no prefix, check, waiver, profile,
            report, roster or copy, or a list of paragraphs was given something else than text.
        ValueError: If a paragraph was given text that text must not have.
        UsageError: If a prefix matches no code (a prefix can be of a code of your plain functions, so where there are
            any, this is not looked at), a code is declared twice, a check yields no complete findings, or a parameter
            of it is one that no check is given.
    """
    case = Case(
        _report_of("report", report),
        report.notes if isinstance(report, Reading) else (),
        _instance(Profile, "profile", profile) or _NO_PROFILE,
        _reports("previous", [previous] if isinstance(previous, _CHECKED) else previous),
        _reports("children", children),
        _instance(Roster, "roster", roster),
    )
    own = all_of(cast("type[Check]", Callable), "checks", checks)
    granted = all_of(Waiver, "waivers", waivers)
    further = [each for each in own if isinstance(each, Rule)]
    plain = [each for each in own if not isinstance(each, Rule)]
    # No prefix at all selects every code, as in settings that have none.
    wanted = _Selection(_prefixes("select", select) or _EVERY_CODE, _prefixes("ignore", ignore))
    declared = (*_library(all_of(Copy, "copies", copies)), *further)
    chosen = compress(declared, _chosen(wanted, tuple([each.code for each in further]), bool(plain), case.missing))
    findings = [finding for each in chosen for finding in each.findings(case)]
    findings += [finding for each in plain for finding in _plain(each, case) if wanted(finding.code)]
    findings = [_graded(finding, case.profile) for finding in findings]
    return _waived(findings, [waiver for waiver in granted if wanted(waiver.code)])


def _library(alike: tuple[Copy, ...]) -> tuple[Rule, ...]:
    """Give the rules of the library; that on a batch knows what is alike in it."""
    if not alike:
        return _RULES
    informed = partial(copies.copied_from_peers.function, copies=alike)
    told = attrs.evolve(copies.copied_from_peers, function=informed)
    return tuple(told if each is copies.copied_from_peers else each for each in _RULES)


def _instance(cls: type[_T], name: str, given: _T | None) -> _T | None:
    if given is not None and not isinstance(given, cls):
        raise TypeError(f"{name} must be a {cls.__name__}, got {type(given).__name__}")
    return given


def _reports(name: str, given: Iterable[AnnualReport | Reading] | None) -> tuple[AnnualReport, ...] | None:
    if given is None:
        return None
    reports = [_report_of(f"{name}[{index}]", each) for index, each in enumerate(all_reports(name, given))]
    return tuple(reports)


def _report_of(name: str, checked: object) -> AnnualReport:
    if not isinstance(checked, _CHECKED):
        raise TypeError(f"{name} must be an AnnualReport or a Reading, got {type(checked).__name__}")
    report = checked.report if isinstance(checked, Reading) else checked
    validate(report)
    return report


def _graded(finding: Finding, profile: Profile) -> Finding:
    """Give a finding the severity that its code has in the profile, if it has one."""
    severity = profile.severities.get(finding.code)
    return finding if severity is None else attrs.evolve(finding, severity=severity)


def _waived(findings: list[Finding], waivers: list[Waiver]) -> Findings:
    if not waivers:
        return Findings(findings)
    marked: list[Finding] = []
    used: set[Waiver] = set()
    for finding in findings:
        covering = [waiver for waiver in waivers if waiver.covers(finding.code, finding.paths)]
        marked.append(attrs.evolve(finding, waived=covering[0]) if covering else finding)
        used.update(covering)
    return Findings(marked, [waiver for waiver in waivers if waiver not in used])


@frozen
class _Selection:
    """Which codes are wanted."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]

    def __call__(self, code: str) -> bool:
        return _longest(self.select, code) > _longest(self.ignore, code)

    def require(self, codes: tuple[str, ...]) -> None:
        """Raise a ``UsageError`` for a prefix that matches none of the codes."""
        for prefix in (*self.select, *self.ignore):
            if not any(code.startswith(prefix) for code in codes):
                (nearest,) = difflib.get_close_matches(prefix.upper(), codes, n=1, cutoff=0)
                raise UsageError(f"no check has a code that begins with {prefix!r}; the nearest is {nearest!r}")


def _prefixes(name: str, given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else all_of(str, name, given)


def _longest(prefixes: tuple[str, ...], code: str) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)


@lru_cache(maxsize=64)  # A program checks with few selections, and each is the same for every report.
def _chosen(
    wanted: _Selection, further: tuple[str, ...], any_prefix: bool, missing: frozenset[str]
) -> tuple[bool, ...]:
    """
    Tell of the codes of the library, and of further ones, which rules are to be run.

    Args:
        wanted: Which of them are wanted.
        further: The codes of one's own rules.
        any_prefix: Whether a prefix need not match one of them.
        missing: What nobody has given, without which some rules of the library find nothing.
    """
    codes = *_CODES, *further
    if len(set(codes)) < len(codes):
        doubled = next(code for code in codes if codes.count(code) > 1)
        raise UsageError(f"two checks have the code {doubled!r}")
    if not any_prefix:
        wanted.require(codes)
    idle = {each.code for each in _RULES if not taken_by(each.function).required.isdisjoint(missing)}
    run = set(filter(wanted, codes)) - idle
    return tuple(code in run for code in codes)


def _plain(check: Check, case: Case) -> Iterator[Finding]:
    for yielded in yielded_by(check, taken_by(check), case):
        finding = as_finding(check, yielded)
        if not finding.code:
            raise UsageError(f"a finding of a plain function needs a code; or declare it with rule: {finding.paths}")
        yield finding
