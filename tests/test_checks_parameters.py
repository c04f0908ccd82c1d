"""A check takes what it names: its parameters, what is made for them, and when."""

from __future__ import annotations

import functools
import inspect
import re
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from support.builders import OPENING, build_report

import govdisclosure as gd
from govdisclosure.arithmetic import verdicts
from govdisclosure.checks import Claims, Figures, Judgement, _case, check, rule, rules
from govdisclosure.checks._case import NAMES, Case
from govdisclosure.claims import What, _report
from govdisclosure.rosters import Roster, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KNOWN = "report, notes, claims, figures, judgement, profile, previous, children, roster"
NOTE = gd.Note("AMBIGUOUS", "requests.total.newly_received")


def test_a_check_is_given_what_it_names() -> None:
    """Every name of the list, in any order, by position or by name."""
    report = build_report(overview=["2021年收到政府信息公开申请12件。"], cells={"requests.total.newly_received": 13})
    seen: dict[str, object] = {}

    def everything(  # noqa: PLR0913 - everything is what it takes
        judgement: Judgement,
        notes: tuple[gd.Note, ...],
        report: gd.AnnualReport,
        *,
        claims: Claims,
        figures: Figures,
        profile: gd.Profile,
        previous: tuple[gd.AnnualReport, ...],
        children: tuple[gd.AnnualReport, ...],
        roster: Roster,
    ) -> list[gd.Finding]:
        seen["previous"], seen["children"], seen["roster"] = previous, children, roster
        seen["report"], seen["notes"], seen["profile"] = report, notes, profile
        seen["claims"] = [(claim.what, claim.value) for claim in claims.of(What.RECEIVED)]
        seen["figures"] = figures.sum_of("requests.total.newly_received")
        seen["judgement"] = [failed.code for failed in judgement.failed]
        return []

    others = gd.AnnualReport.blank(agency="示例市", year=2020), gd.AnnualReport.blank(agency="示例局", year=2021)
    check(
        gd.Reading(report, [NOTE]),
        checks=[everything],
        profile=gd.Profile(name="示例市"),
        previous=others[0],
        children=iter([gd.Reading(others[1])]),
        roster=Roster([Unit(name="示例局")]),
    )

    assert tuple(sorted(seen)) == tuple(sorted(NAMES))
    assert seen == {
        "report": report,
        "notes": (NOTE,),
        "claims": [(What.RECEIVED, 12)],
        "figures": 13,
        "judgement": ["T3-ROW", "T3-BALANCE"],
        "profile": gd.Profile(name="示例市"),
        "previous": others[:1],
        "children": others[1:],
        "roster": Roster([Unit(name="示例局")]),
    }
    assert seen["report"] is report


def test_a_report_that_was_not_read_has_no_notes() -> None:
    """Without a reading, ``notes`` is empty."""
    seen = []

    @rule("MY-1", "info", zh="无", en="none")
    def noted(notes: tuple[gd.Note, ...]) -> Iterator[gd.Finding]:
        seen.append(notes)
        yield gd.Finding("report")

    check(build_report(), checks=[noted])
    list(noted(build_report()))
    list(noted(gd.Reading(build_report(), [NOTE])))

    assert seen == [(), (), (NOTE,)]


def test_a_check_of_other_reports_runs_only_where_they_are_given() -> None:
    """What it cannot do without is asked for; what it has a default for is not, by position or by name."""
    report, last = build_report(), gd.AnnualReport.blank(agency="示例市", year=2020)
    ran: list[object] = []

    def needs(previous: tuple[gd.AnnualReport, ...]) -> list[gd.Finding]:
        ran.append(previous)
        return []

    def may_do_without(
        report: gd.AnnualReport, children: object = "none", notes: object = "none", *, roster: object = "none"
    ) -> list[gd.Finding]:
        ran.append((report.year, children, notes, roster))
        return []

    check(report, checks=[needs, may_do_without])
    check(report, checks=[needs, may_do_without], previous=[last], children=[])

    assert ran == [(2021, "none", (), "none"), (last,), (2021, (), (), "none")]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"previous": 2020}, "previous must be an iterable of reports or readings, got int"),
        ({"previous": ["2020.docx"]}, "previous[0] must be an AnnualReport or a Reading, got str"),
        (
            {"children": [gd.AnnualReport.blank(agency="示例局", year=2021), None]},
            "children[1] must be an AnnualReport",
        ),
        ({"roster": ["示例局"]}, "roster must be a Roster, got list"),
    ],
)
def test_other_reports_must_be_reports(given: dict[str, Any], words: str) -> None:
    """What is no report or roster is named with its place."""
    with pytest.raises(TypeError, match=re.escape(words)):
        check(build_report(), **given)


def by_any_name(given: list[object]) -> Callable[..., object]:
    """Make a check whose only parameter has a name of its own."""

    def own(annual: gd.AnnualReport) -> list[gd.Finding]:
        given.append(annual)
        return []

    return own


def beside_a_name(given: list[object]) -> Callable[..., object]:
    """Make a check with one parameter by position, of its own name, and one by name."""

    def own(annual: gd.AnnualReport, /, limit: int = 3, *, notes: tuple[gd.Note, ...]) -> list[gd.Finding]:
        given.extend((annual, limit, notes))
        return []

    return own


def with_defaults(given: list[object]) -> Callable[..., object]:
    """Make a check with defaults: what is known is given, also behind what is not; the other keeps its default."""

    def own(report: gd.AnnualReport, limit: int = 3, notes: object = None, **more: object) -> list[gd.Finding]:
        given.extend((report, limit, notes, more))
        return []

    return own


def with_a_gap(given: list[object]) -> Callable[..., object]:
    """Make a check in which what is known can be given neither by position nor by name."""

    def own(limit: int = 3, notes: object = None, /) -> list[gd.Finding]:
        given.extend((limit, notes))
        return []

    return own


def of_its_own(given: list[object]) -> Callable[..., object]:
    """Make a check that takes nothing of a report, and has a default of its own."""

    def own(limit: int = 3) -> list[gd.Finding]:
        given.append(limit)
        return []

    return own


def of_any_arguments(given: list[object]) -> Callable[..., object]:
    """Make a wrapper that says nothing of what it takes."""

    def own(*arguments: object, **named: object) -> list[gd.Finding]:
        given.extend((arguments, named))
        return []

    return own


def with_any_arguments(given: list[object]) -> Callable[..., object]:
    """Make a check that takes something beside any arguments."""

    def own(*arguments: object, notes: object) -> list[gd.Finding]:
        given.extend((arguments, notes))
        return []

    return own


def with_arguments_of_known_names(given: list[object]) -> Callable[..., object]:
    """Make a check whose further arguments have names that are known."""

    def own(report: gd.AnnualReport, *notes: object, **figures: object) -> list[gd.Finding]:
        given.extend((report, notes, figures))
        return []

    return own


def wrapping(given: list[object]) -> Callable[..., object]:
    """Make a wrapper that looks like what it wraps, but calls its parameter otherwise."""

    def inner(report: gd.AnnualReport) -> list[gd.Finding]:
        given.append(report)
        return []

    @functools.wraps(inner)
    def own(wrapped: gd.AnnualReport) -> list[gd.Finding]:
        return inner(wrapped)

    return own


def of_a_partial(given: list[object]) -> Callable[..., object]:
    """Make a partial that binds a name that is known, and one that is not."""

    def own(report: gd.AnnualReport, limit: int, notes: object) -> list[gd.Finding]:
        given.extend((report, limit, notes))
        return []

    return partial(own, limit=3, notes="bound")


def put_into(given: list[object], *values: object) -> list[gd.Finding]:
    """Be the body of a check."""
    given.extend(values)
    return []


def of_a_lambda(given: list[object]) -> Callable[..., object]:
    """Make a lambda that keeps a value in a default of a name that is known."""
    return lambda annual, notes="bound": put_into(given, annual, notes)


def of_a_lambda_with_names(given: list[object]) -> Callable[..., object]:
    """Make a lambda that names what it takes."""
    return lambda notes, report: put_into(given, notes, report)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (by_any_name, ["the report"]),
        (beside_a_name, ["the report", 3, ()]),
        (with_defaults, ["the report", 3, (), {}]),
        (with_a_gap, [3, None]),
        (of_its_own, [3]),
        (of_any_arguments, [("the report",), {}]),
        (with_any_arguments, [(), ()]),
        (with_arguments_of_known_names, ["the report", (), {}]),
        (wrapping, ["the report"]),
        (of_a_partial, ["the report", 3, "bound"]),
        (of_a_lambda, ["the report", "bound"]),
        (of_a_lambda_with_names, [(), "the report"]),
    ],
)
@pytest.mark.parametrize("declared", [False, True], ids=["plain", "rule"])
def test_parameters_of_any_kind_are_given_what_they_ask_for(
    own: Callable[[list[object]], Callable[..., Any]], expected: list[object], *, declared: bool
) -> None:
    """One parameter gets the report; defaults, bound values and ``*args`` are left alone; rules and functions alike."""
    given: list[object] = []
    made = rule("MY-1", "info", zh="无", en="none")(own(given)) if declared else own(given)
    report = build_report()

    check(report, checks=[made])

    def shown(value: object) -> object:
        return tuple(map(shown, value)) if isinstance(value, tuple) else "the report" if value is report else value

    assert [shown(value) for value in given] == expected


def test_a_callable_that_does_not_tell_what_it_takes_is_given_the_report() -> None:
    """Where Python knows no signature, a check is called as a function of a report."""

    class Silent:
        __signature__ = "no signature"

        def __init__(self) -> None:
            self.given: list[object] = []

        def __call__(self, annual: gd.AnnualReport) -> list[gd.Finding]:
            self.given.append(annual)
            return []

    silent, report = Silent(), build_report()
    with pytest.raises((TypeError, ValueError)):  # Pythons differ in which.
        inspect.signature(silent)

    check(report, checks=[silent])

    assert silent.given == [report]


def test_a_lambda_that_asks_for_too_much_is_called_as_a_function_of_a_report() -> None:
    """It is not refused; Python says what it lacks."""
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'year'"):
        check(build_report(), checks=[lambda annual, year: [annual, year]])


def misspelt(report: gd.AnnualReport, claim: Claims) -> list[gd.Finding]:
    """Ask for something that is called otherwise."""
    raise AssertionError(report, claim)


def of_later(previous: object, current: object) -> list[gd.Finding]:
    """Ask for what is known, if it is given, and for what is not."""
    raise AssertionError(previous, current)


def by_name_only(report: gd.AnnualReport, *, judgment: object) -> list[gd.Finding]:
    """Ask for something by a name that is spelt otherwise."""
    raise AssertionError(report, judgment)


@pytest.mark.parametrize(
    ("own", "message"),
    [
        (misspelt, f"misspelt takes 'claim', but a check can take {KNOWN}; the nearest is 'claims'"),
        (of_later, f"of_later takes 'current', but a check can take {KNOWN}; the nearest is 'children'"),
        (by_name_only, f"by_name_only takes 'judgment', but a check can take {KNOWN}; the nearest is 'judgement'"),
    ],
)
def test_an_unknown_parameter_names_the_nearest(own: Callable[..., list[gd.Finding]], message: str) -> None:
    """A rule refuses it where it is declared, ``check`` where a plain function is passed; nothing is called."""
    with pytest.raises(gd.UsageError) as declared:
        rule("MY-1", "info", zh="无", en="none")(own)
    with pytest.raises(gd.UsageError) as passed:
        check(build_report(), checks=[own])

    assert str(declared.value) == str(passed.value) == message


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[object]:
    """Count the calls of something, which goes on as before."""
    calls: list[object] = []
    original = getattr(owner, name)

    def calling(*arguments: object) -> object:
        calls.append(arguments)
        return original(*arguments)

    monkeypatch.setattr(owner, name, calling)
    return calls


def test_everything_is_made_at_most_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All rules, and two checks of one's own, share the claims, the figures and the judgement of a report."""
    made = {name: counted(monkeypatch, _case, name) for name in ("claims", "Judgement")}
    figures = counted(monkeypatch, Figures, "of")

    def own(claims: Claims, figures: Figures, judgement: Judgement) -> list[gd.Finding]:
        assert (len(claims.of(What.RECEIVED)), judgement.failed) == (0, ())
        assert figures.has("requests")
        return []

    check(build_report(), checks=[own, rule("MY-1", "info", zh="无", en="none")(own)])

    assert [len(calls) for calls in (made["claims"], figures, made["Judgement"])] == [1, 1, 1]


@pytest.mark.parametrize(
    ("select", "expected"),
    [("PERIOD", []), ("T3", ["figures", "judgement"]), ("CELL", ["figures"]), ("TEXT-FEES", ["claims"])],
)
def test_nothing_is_made_that_no_selected_check_asks_for(select: str, expected: list[str]) -> None:
    """What is not selected makes nothing."""
    case = Case(build_report())
    asked = [each for each in rules() if each.code.startswith(select)]

    assert [list(each.findings(case)) for each in asked] == [[] for _ in asked]

    made = [name for name in ("claims", "figures", "judgement") if name in _cached(case)]
    assert made == expected


def _cached(case: Case) -> list[str]:
    """Give the names of what a case has made already, without making anything."""
    names = []
    for name in NAMES:
        try:
            object.__getattribute__(case, name)
        except AttributeError:
            continue
        names.append(name)
    return names


def test_bounds_are_made_only_where_a_sum_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clean tables, and tables whose noughts are blank, need none; nor does a total that stated cells refute."""
    calls = counted(monkeypatch, verdicts, "propagate")
    noughts = build_report()
    for cell in list(gd.cells(noughts)):
        if cell.value == 0 and not cell.path.endswith("total"):
            gd.put(noughts, cell.path, None)
    refuted = build_report(cells={"review_and_litigation.reconsideration.total": 2})

    for report in (build_report(), noughts, refuted):
        check(report, select=("T3", "T4", "CELL"))
    assert len(calls) == 0
    check(build_report(cells={"requests.natural_person.newly_received": None}), select=("T3", "T4"))
    assert len(calls) == 1


def work_of(report: gd.AnnualReport) -> int:
    """Count the calls of functions in a check."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        check(report)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.property
def test_many_paragraphs_take_no_longer_than_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """4,000 paragraphs are ten times the work of 400, and each is folded for its claims once."""
    paragraphs = ["2021年收到政府信息公开申请12件，予以公开11件，不予公开1件。", "本机关依法公开政府信息。"]
    few, many = (build_report(overview=[*paragraphs * (count // 2), OPENING]) for count in (400, 4_000))
    check(few)  # Whatever is made once for all reports is made.
    folded = counted(monkeypatch, _report, "folded")
    assert list(check(many)) == []
    assert len(folded) == 4_001 + len(many.preamble) + len(many.problems_and_improvements or ()) + 1

    assert work_of(many) < 12 * work_of(few)
