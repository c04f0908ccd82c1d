"""Checking a chain of reports: what its years say of each other, and which of their cells is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.arithmetic.figures import Figures
from govdisclosure.chains._links import links
from govdisclosure.chains._system import System
from govdisclosure.checks import check
from govdisclosure.checks.predecessors import LastYear, are_copies, predecessors
from govdisclosure.errors import UsageError
from govdisclosure.model.findings import Findings
from govdisclosure.model.message import Message
from govdisclosure.model.naming import name_of
from govdisclosure.model.notes import Reading, all_reports
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.values import NA, CellValue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.chains._links import At, Link
    from govdisclosure.chains._system import Broken, Repair

_FAMILY: Final = "YOY-"
_SOUND: Final = Message("但各年的表格本身都相符", "no year contradicts itself")
_UNSOUND: Final = Message("表格自身也有不相符之处", "a year contradicts itself, too, which does not decide it")


@frozen(eq=False)
class Place:
    """
    A cell of a report of the chain.

    Args:
        year: The year of the report.
        report: The report.
        path: The path of the cell.
        value: What is printed there.
    """

    year: int
    report: AnnualReport
    path: str
    value: CellValue


@frozen(eq=False)
class Culprit:
    """
    A cell that is wrong, since another figure in it makes everything hold that it is in, and nothing else does.

    Args:
        place: The cell.
        proposed: The figure that makes everything hold.
        heals: Codes of the checks of which findings go away with it, one for each.
        message: The same in words.
    """

    place: Place
    proposed: int
    heals: tuple[str, ...]
    message: Message


@frozen(eq=False)
class Undecided:
    """
    Cells of two years that contradict each other, where nothing tells which of them is wrong.

    Args:
        code: Code of the check that compares them.
        places: The cells.
        message: The same in words.
    """

    code: str
    places: tuple[Place, ...]
    message: Message


@frozen(eq=False)
class Chain:
    """
    What several years of a body say of each other.

    Args:
        findings: By year, in order: what the checks on the year before (``YOY-``) find in the reports of that year.
        culprits: The cells that are wrong, as far as the equations decide it.
        undecided: What is left: contradictions between two years of which both are consistent in themselves.
    """

    findings: Mapping[int, Findings]
    culprits: tuple[Culprit, ...]
    undecided: tuple[Undecided, ...]


def check_chain(reports: Iterable[AnnualReport | Reading]) -> Chain:
    """
    Check several years of a body as one system; nothing is changed by it.

    The identities of each year and what ties it to the year before (carried forward and carried over; rules and
    normative documents in force) are looked at together. Where the tables of one year contradict themselves in the
    cell that also contradicts its neighbour, that cell is the culprit; a figure in force that is off by as much
    towards the year before as towards the year after, is one as well. Where both years are consistent in themselves,
    nothing is decided, and the cells of both are named.

    Args:
        reports: The reports, or readings of them, in any order; with gaps, over which nothing is compared. Several of
            one year are those of bodies that merged, whose figures are summed; copies of a report count once.

    Raises:
        TypeError: If ``reports`` cannot be gone through, or something in it is neither a report nor a reading.
        UsageError: If the year of a report is not known.
    """
    chain = _members(reports)
    figures = [Figures.of(_report(each)) for each in chain]
    before = [_before(chain, number) for number in range(len(chain))]
    findings: dict[int, Findings] = {}
    ties: list[Link] = []
    for number, each in enumerate(chain):
        last = [chain[place] for place in before[number]]
        of_each = check(each, select=_FAMILY, previous=last) if last else Findings()
        year = _year(each)
        findings[year] = Findings([*findings.get(year, ()), *of_each])
        if LastYear.of(_report(each), map(_report, last)) is not None:
            ties += links(figures, number, before[number])
    return _decided(System(figures, ties), list(map(_report, chain)), findings)


def _members(reports: Iterable[AnnualReport | Reading]) -> list[AnnualReport | Reading]:
    """Put the reports in the order of their years; copies are left out."""
    kept: list[AnnualReport | Reading] = []
    for place, each in enumerate(all_reports("reports", reports)):
        if _report(each).year is None:
            raise UsageError(f"the year of reports[{place}] is not known, so it has no place in the chain")
        if not any(_is_copy(_report(each), _report(other)) for other in kept):
            kept.append(each)
    return sorted(kept, key=_year)


def _report(member: AnnualReport | Reading) -> AnnualReport:
    return member.report if isinstance(member, Reading) else member


def _year(member: AnnualReport | Reading) -> int:
    year = _report(member).year
    assert year is not None  # whoever has none was refused
    return year


def _is_copy(report: AnnualReport, other: AnnualReport) -> bool:
    return report.year == other.year and are_copies(report, other)


def _before(chain: Sequence[AnnualReport | Reading], number: int) -> list[int]:
    """Give the numbers of the reports of the year before: all of them for the only report of a year, else its own."""
    year = _year(chain[number])
    last = [place for place, each in enumerate(chain) if _year(each) == year - 1]
    if sum(_year(each) == year for each in chain) == 1:
        return last
    own = predecessors(_report(chain[number]), [_report(chain[place]) for place in last])
    return [place for place in last if any(_report(chain[place]) is each for each in own)]


def _decided(system: System, reports: list[AnnualReport], findings: dict[int, Findings]) -> Chain:
    culprits = tuple(_culprit(slip, system, reports) for slip in system.slips)
    healed = {broken for slip in system.slips for broken in slip.heals}
    # Fewer documents in force than there should be have lapsed, most often, and are no contradiction.
    left = (
        each
        for each in sorted(system.errors - healed)
        if not each.section and (each.code != "YOY-IN-FORCE" or system.gap(each.number) < 0)
    )
    return Chain(findings, culprits, tuple(_undecided(left, system, reports)))


def _place(at: At, system: System, reports: list[AnnualReport]) -> Place:
    report = reports[at.member]
    return Place(_year(report), report, at.path, system.value(at))


def _culprit(slip: Repair, system: System, reports: list[AnnualReport]) -> Culprit:
    place = _place(slip.at, system, reports)
    heals = tuple(sorted(broken.code for broken in slip.heals))
    counted = ", ".join(f"{code} × {times}" if times > 1 else code for code, times in Counter(heals).items())
    zh, en = _said(place, reports)
    message = Message(
        f"{zh}，改为 {slip.value} 则 {len(heals)} 处（{counted}）同时相符。",
        f"{en}; with {slip.value}, all that it is in holds ({counted})",
    )
    return Culprit(place, slip.value, heals, message)


def _undecided(left: Iterable[Broken], system: System, reports: list[AnnualReport]) -> Iterator[Undecided]:
    for broken in left:
        places = tuple(_place(at, system, reports) for at, _ in system.links[broken.number].terms)
        said = [_said(place, reports) for place in places]
        members = {at.member for at, _ in system.links[broken.number].terms}
        is_sound = not any(each.section and each.member in members for each in system.errors)
        why = _SOUND if is_sound else _UNSOUND
        yield Undecided(
            broken.code,
            places,
            Message(
                f"{'；'.join(zh for zh, _ in said)}：互相矛盾，{why.zh}，无法判断哪一处有误，请核对。",
                f"{'; '.join(en for _, en in said)}: they contradict each other, but {why.en}; "
                "compare them with your records",
            ),
        )


def _said(place: Place, reports: Iterable[AnnualReport]) -> tuple[str, str]:
    """Say what stands in a cell, in Chinese and in English; of several reports of a year, with the body."""
    blank = place.value is None
    shown = "/" if place.value is NA else place.value
    agency = place.report.agency
    is_one_of_several = sum(report.year == place.year for report in reports) > 1
    zh_body, en_body = (agency.name, f" ({agency.name})") if agency is not None and is_one_of_several else ("", "")
    zh = f"{place.year}年{zh_body}{name_of(place.report, place.path)}" + ("空着" if blank else f"填报 {shown}")
    return zh, f"{place.path} of {place.year}{en_body} is {'blank' if blank else shown}"
