"""
A program of somebody who uses the library, as type checkers see it: the whole face, right and wrong.

mypy and pyright, both strict, must know what each expression is, and must refuse each line with a comment that lets it
pass: an unneeded comment is an error of its own. ``tests/test_typing.py`` asks them. What is here is never run.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Literal, assert_type

import attrs
import cattrs

import govdisclosure as gd
from govdisclosure.batch import Failure, Outcome, Progress, examine
from govdisclosure.chains import Chain
from govdisclosure.checks import Claims, Figures, Judgement
from govdisclosure.completion import Completion
from govdisclosure.dataset import Fact
from govdisclosure.diagnosis import Ailment, Diagnosis, Repair
from govdisclosure.differences import CellChange, Differences
from govdisclosure.formats import Limits
from govdisclosure.model.editions import Tables2019, Tables2021
from govdisclosure.model.findings import Quote
from govdisclosure.model.message import Message
from govdisclosure.model.notes import RowPlace, Source
from govdisclosure.model.values import JSON
from govdisclosure.rosters import Matches, Unit
from govdisclosure.settings import Settings, find_settings, read_profile
from govdisclosure.summing import Rollup
from govdisclosure.upgrading import Upgrade


def fill_in() -> gd.AnnualReport:
    """Construct a report: every cell is known, and takes what the form takes."""
    report = gd.AnnualReport.blank(agency="示例镇人民政府", year=2025)
    requests = gd.Requests.blank()
    requests.total.newly_received = 12
    requests.total.newly_received = gd.NA
    requests.total.newly_received = None
    requests.total.newly_received = "12"  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    requests.total.outcomes.other.fee_unpaid = 1.5  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    requests.total.newly_recieved = 1  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    _ = requests.total.newly_received + 1  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnknownVariableType]
    report.requests = requests
    report.requests = gd.Requests2019.from_rows([[0] * 7] * 23)
    report.proactive_disclosure = requests  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    report.proactive_disclosure = gd.ProactiveDisclosure2019.blank()
    report.proactive_disclosure = gd.ProactiveDisclosure.blank()
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[0] * 15])
    report.agency = gd.Agency(name="示例镇人民政府", kind="government")
    report.agency = gd.Agency(name="示例", kind="ministry")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    report.agency = gd.Agency("示例")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    report.period = gd.Period(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31))
    report.period = gd.Period(start=dt.date(2025, 1, 1))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    report.published = "2026-01-20"  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    report.other_sections = [gd.OtherSection(heading="七、附件", paragraphs=["见附件。"])]
    report.extensions = {"tool": {"kept": [1, 2.5, None]}}
    report.extensions = {"tool": Decimal(1)}  # type: ignore[dict-item]  # pyright: ignore[reportAttributeAccessIssue]
    gd.Amount(Decimal(1), "USD")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    return report


def look_up(report: gd.AnnualReport) -> None:
    """Tables of a known edition have known cells, and a cell that is looked up by its path may be of any kind."""
    assert_type(report.agency, gd.Agency | None)
    assert_type(report.year, int | None)
    assert_type(report.requests, gd.Requests | gd.Requests2019 | None)
    of_2021, of_2019 = report.tables_2021(), report.tables_2019()
    assert_type(of_2021, Tables2021)
    assert_type(of_2019, Tables2019)
    if of_2021.proactive_disclosure is not None and of_2019.proactive_disclosure is not None:
        of_2021.proactive_disclosure.rules.issued = 1
        of_2021.proactive_disclosure.rules.made = 1  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
        of_2019.proactive_disclosure.rules.made = 1
    of_2021.requests = None  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    value = gd.get(report, "requests.total.newly_received")
    if isinstance(value, int):
        assert_type(value, int)
    elif isinstance(value, gd.Amount):
        assert_type(value.value, Decimal)
        assert_type(value.unit, Literal["元", "万元"] | None)
    gd.put(report, "requests.total.carried_over", value)
    gd.put(report, "requests.total.carried_over", gd.parse_cell("requests.total.carried_over", "1,234"))
    gd.put(report, "requests.total.carried_over", 1.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    for cell in gd.cells(report):
        assert_type(cell, gd.Cell)
        assert_type(cell.path, str)
        assert_type(cell.law, str | None)
    assert_type(gd.EDITIONS["2021"], gd.Edition)
    assert_type(gd.EDITIONS["2021"].first_year, int)


def evolve(report: gd.AnnualReport) -> None:
    """``attrs.evolve`` knows the fields."""
    assert_type(attrs.evolve(report, year=2024), gd.AnnualReport)
    attrs.evolve(report, yaer=2024)  # type: ignore[call-arg]


def read_and_write(report: gd.AnnualReport, folder: Path) -> None:
    """What is read comes with its notes; JSON is text or bytes, and a tree."""
    reading = gd.read(folder / "2025.docx", agency="示例局", limits=Limits(max_pages=10))
    assert_type(reading, gd.Reading)
    assert_type(gd.parse(b"<table>", format="html").report, gd.AnnualReport)
    assert_type(reading.exact, bool)
    assert_type(reading.notes, tuple[gd.Note, ...])
    for note in reading.notes:
        assert_type(note.source, Source | None)
        assert_type(note.message.zh, str)
    assert_type(reading.place("requests.total.newly_received"), Source | None)
    assert_type(reading.rows, tuple[RowPlace, ...])
    gd.read(2025)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    gd.write(report, folder / "report.txt")
    assert_type(gd.render(report, "text"), str)
    assert_type(gd.render(report, "html", findings=gd.check(reading), notes=reading.notes), str)
    assert_type(gd.render(report, "docx"), bytes)
    assert_type(gd.loads(gd.dumps(report)), gd.AnnualReport)
    assert_type(gd.dumpb(report), bytes)
    gd.loads({"year": 2025})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert_type(gd.from_dict(gd.to_dict(report)), gd.AnnualReport)
    assert_type(gd.json_schema(), dict[str, JSON])


@attrs.define
class Filed:
    """A class of the user's with a report in it."""

    number: str
    report: gd.AnnualReport


def convert(tree: object) -> Filed:
    """A converter of the user's learns our classes."""
    converter = cattrs.Converter()
    gd.register(converter)
    return converter.structure(tree, Filed)


def judge(report: gd.AnnualReport) -> None:
    """Findings are a sequence, with severities that compare."""
    findings = gd.check(report, select=["T3"], waivers=[gd.Waiver("T3-ROW", reason="已核对")])
    assert_type(findings, gd.Findings)
    assert_type(findings[0], gd.Finding)
    assert_type(findings[:2], gd.Findings)
    assert_type(findings.at("requests").errors, gd.Findings)
    for finding in findings:
        assert_type(finding.paths, tuple[str, ...])
        assert_type(finding.expected, int | str | None)
        assert_type(finding.quote, Quote | None)
        assert_type(finding.message, Message)
        finding.code = "T3-ROW"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
        assert_type(finding.severity >= "warning", bool)
        assert_type(finding.severity >= gd.Severity.WARNING, bool)
        _ = finding.severity >= 3  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnknownVariableType]
    assert_type(gd.diagnose(report), Diagnosis)
    for ailment in gd.diagnose(report).ailments:
        assert_type(ailment, Ailment)
        assert_type(ailment.first, tuple[Repair, ...])
    assert_type(gd.complete(report, totals="proved"), Completion)
    gd.complete(report, totals="all")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    gd.check(report, selekt="T3")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    gd.chek(report)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


@gd.rule("OWN-YEAR", "warning", en="{label}: there is no year")
def a_year_is_given(report: gd.AnnualReport) -> Iterator[gd.Finding]:
    """A check of the user's own takes what it names."""
    if report.year is None:
        yield gd.Finding(["year"])


@gd.rule("OWN-CLAIMS", gd.Severity.INFO, en="{label}: nothing is said")
def something_is_claimed(
    report: gd.AnnualReport, claims: Claims, figures: Figures, judgement: Judgement, profile: gd.Profile
) -> Iterator[gd.Finding]:
    """What is known beside the report has its types, too."""
    if not claims and figures.has("requests.total.newly_received") and not judgement.failed and profile.notice is None:
        yield gd.Finding(["overview"], severity=gd.Severity.INFO)


def judge_many(reports: Sequence[gd.AnnualReport], folder: Path) -> None:
    """Several reports are held against each other."""
    roster = gd.Roster([Unit(name="示例局")])
    assert_type(roster.match(reports), Matches)
    assert_type(gd.check_chain(reports), Chain)
    assert_type(gd.rollup(reports, roster=roster), Rollup)
    assert_type(gd.compare(reports[0], reports[1]), Differences)
    assert_type(gd.compare(reports[0], reports[1]).cells, tuple[CellChange, ...])
    assert_type(gd.upgrade(reports[0]), Upgrade)
    for fact in gd.facts(reports):
        assert_type(fact, Fact)
    assert_type(find_settings(folder), Settings | None)
    profile = read_profile(folder / "profile.toml")
    gd.check(reports[0], previous=reports[1], children=reports[2:], roster=roster, profile=profile)
    gd.check(reports[0], previous=2024, checks=[a_year_is_given])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def examine_many(folder: Path) -> None:
    """Very many reports are examined one after the other, with any executor."""
    with ThreadPoolExecutor() as executor:
        for outcome in examine(folder, executor=executor, progress=told, checks=[something_is_claimed]):
            assert_type(outcome, Outcome)
            assert_type(outcome.report, gd.AnnualReport | None)
            assert_type(outcome.error, Failure | None)


def told(progress: Progress) -> None:
    """Say how far it is."""
    assert_type((progress.done, progress.rate), tuple[int, float])


def handle(content: bytes) -> str:
    """Each error has what it knows; all of them are of one kind."""
    try:
        gd.check(gd.parse(content)).raise_for_errors()
    except gd.StructureError as error:
        return "; ".join(fault.path for fault in error.faults)
    except gd.ReadError as error:
        assert_type(error.message, Message)
        return error.reason
    except gd.MissingDependency as error:
        return error.extra
    except gd.FindingsError as error:
        return str(len(error.findings))
    except gd.UsageError as error:
        assert_type(error, gd.UsageError)
        raise ValueError from error
    except gd.GovDisclosureError as error:
        return str(error)
    return gd.__version__
