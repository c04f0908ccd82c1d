"""What explains that a parent is not the sum of its children: all causes, fewest first, and none where none fits."""

from __future__ import annotations

import copy
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.checks._explanations import in_words
from govdisclosure.rosters import Unit
from govdisclosure.summing import (
    Cause,
    CauseKind,
    Comparison,
    Explained,
    Explanation,
    Figure,
    _explain,
    compared,
    explained,
    family_of,
)
from govdisclosure.summing._adding import plus
from govdisclosure.summing._causes import causes_of

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

COUNTY = "示例县人民政府"
ISSUED = "proactive_disclosure.normative_documents.issued"
REPEALED = "proactive_disclosure.normative_documents.repealed"
LICENSING = "proactive_disclosure.licensing.decisions"
PENALTIES = "proactive_disclosure.penalties.decisions"
FEES = "proactive_disclosure.fees.amount"
REVIEWS = "review_and_litigation.litigation.after_reconsideration"
EIGHTEEN = Decimal(123456789012345678)
TINY = Decimal("0.00000000000000001")
LONG = Decimal("123456789012345678.00000000000000003")
CELLS = (ISSUED, REPEALED, LICENSING, PENALTIES)


def child(name: str, year: int = 2025, fill: CellValue = 0, **cells: CellValue) -> gd.AnnualReport:
    """Give a report whose tables hold noughts but for some cells, by their names."""
    report = gd.AnnualReport.blank(agency=name, year=year)
    for cell in gd.cells(report):
        gd.put(report, cell.path, fill if cell.kind == "count" or fill is None else Decimal("0.00"))
    for name_of_cell, value in cells.items():
        gd.put(report, globals()[name_of_cell.upper()], value)
    return report


def parent_of(*children: gd.AnnualReport) -> gd.AnnualReport:
    """Give the sum of reports, each as often as it stands there."""
    bodies = [copy.copy(report) for report in children]
    for number, body in enumerate(bodies):
        body.agency, body.year = gd.Agency(name=f"{number}局"), 2025
    return gd.rollup(bodies, agency=COUNTY, year=2025).report


def held(parent: gd.AnnualReport, *children: gd.AnnualReport) -> Comparison:
    """Hold a parent against its children."""
    return compared(parent, family_of(children, year=2025, parent=parent, agency=COUNTY))


def told(parent: gd.AnnualReport, *children: gd.AnnualReport) -> list[set[Cause]]:
    """Give the explanations, each as its causes."""
    explanation = explained(held(parent, *children))
    return [] if explanation is None else [set(each.causes) for each in explanation.explanations]


A = child("甲局", issued=3, repealed=1, licensing=5, fees=Decimal("1.50"))
B = child("乙局", issued=4, penalties=2)
C = child("丙局", issued=7, licensing=11, penalties=1)
D = child("丁局", licensing=2, fees=Decimal("0.25"))
NOTHING = child("戊局")
OWN = child(f"{COUNTY}办公室", issued=2, licensing=1)
for _cell, _figure in (("upheld", 1), ("pending", 2), ("total", 3)):
    gd.put(OWN, f"{REVIEWS}.{_cell}", _figure)
LAST = child("乙局", 2024, issued=9, penalties=1)
ALL = (A, B, C, D, NOTHING, OWN, LAST)


def test_nothing_is_explained_where_all_adds_up() -> None:
    """The reports of the year before are no children."""
    parent = parent_of(A, B, C, D, OWN)

    assert held(parent, *ALL).failing == ()
    assert explained(held(parent, *ALL)) is None


@pytest.mark.parametrize(
    ("summed", "causes"),
    [
        ((B, C, D, OWN), [Cause(CauseKind.LEFT_OUT, "甲局")]),
        ((A, B, B, C, D, OWN), [Cause(CauseKind.TWICE, "乙局")]),
        ((A, LAST, C, D, OWN), [Cause(CauseKind.LAST_YEAR, "乙局", year=2024)]),
        ((A, B, C, D), [Cause(CauseKind.OWN_MISSING, f"{COUNTY}办公室")]),
        ((B, C, C, D, OWN), [Cause(CauseKind.LEFT_OUT, "甲局"), Cause(CauseKind.TWICE, "丙局")]),
        (
            (LAST, C, D, D, OWN),
            [
                Cause(CauseKind.LEFT_OUT, "甲局"),
                Cause(CauseKind.TWICE, "丁局"),
                Cause(CauseKind.LAST_YEAR, "乙局", year=2024),
            ],
        ),
    ],
)
def test_causes_are_found(summed: tuple[gd.AnnualReport, ...], causes: list[Cause]) -> None:
    """One, two or three, of every kind."""
    assert told(parent_of(*summed), *ALL) == [set(causes)]


def test_suits_after_reconsideration_of_the_own_office_can_be_missing_alone() -> None:
    """The body that acted counts a suit in which the reviewing authority is co-defendant."""
    without = copy.deepcopy(OWN)
    for cell in ("upheld", "pending", "total"):
        gd.put(without, f"{REVIEWS}.{cell}", 0)

    causes = told(parent_of(A, B, C, D, without), *ALL)

    assert causes == [{Cause(CauseKind.OWN_REVIEWS_MISSING, f"{COUNTY}办公室")}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("requests.natural_person.newly_received", "requests.legal_person.commercial_enterprise.newly_received"),
        (ISSUED, REPEALED),
        ("review_and_litigation.reconsideration.total", "review_and_litigation.litigation.direct.upheld"),
    ],
)
def test_neighbouring_columns_of_the_parent_can_be_exchanged(one: str, other: str) -> None:
    """In a row of any table, together with other causes as well."""
    parent = parent_of(B, C, D, OWN)
    gd.put(parent, one, 40)
    children = [*ALL, child("己局")]
    gd.put(
        children[-1], one, 40 - sum(value for report in (B, C, D, OWN) if isinstance(value := gd.get(report, one), int))
    )
    first, second = gd.get(parent, one), gd.get(parent, other)
    gd.put(parent, one, second)
    gd.put(parent, other, first)

    assert told(parent, *children) == [
        {Cause(CauseKind.LEFT_OUT, "甲局"), Cause(CauseKind.EXCHANGED, paths=(one, other))}
    ]


def test_columns_that_share_a_cell_are_exchanged_one_pair_at_a_time() -> None:
    """Three cells turned round are no two exchanges that can be added."""
    row = [f"requests.{path}" for path in gd.Requests.figure_paths()[0][:3]]
    report = child("甲局")
    for path, figure in zip(row, (1, 20, 300), strict=True):
        gd.put(report, path, figure)
    parent = parent_of(report)
    for path, figure in zip(row, (20, 300, 1), strict=True):
        gd.put(parent, path, figure)

    assert told(parent, report) == []


def test_what_figures_cannot_tell_apart_is_all_listed() -> None:
    """A or B: of one number of causes, each that fits."""
    twin = child("己局", issued=4, penalties=2)
    explanation = explained(held(parent_of(A, B, C, D, OWN), *ALL, twin))

    assert explanation == Explained(
        (
            Explanation((Cause(CauseKind.LEFT_OUT, "乙局"),)),
            Explanation((Cause(CauseKind.LEFT_OUT, "己局"),)),
        ),
        number=2,
        is_all=True,
        size=1,
        invisible=("戊局",),
    )


def test_a_child_with_figures_where_the_parent_has_none_is_not_invisible() -> None:
    """It explains nothing either."""
    licensing = "proactive_disclosure.licensing.decisions"
    other = child("己局")
    gd.put(other, licensing, 7)
    parent = parent_of(B, C, D, OWN)
    gd.put(parent, licensing, None)

    explanation = explained(held(parent, *ALL, other))

    assert explanation is not None
    assert explanation.invisible == ("戊局",)


def test_two_of_three_alike() -> None:
    """Different children of one kind, each two of them."""
    alike = [child(f"{number}处", issued=1) for number in range(3)]

    explanation = explained(held(parent_of(A, alike[0]), A, *alike))

    assert explanation is not None
    assert [sorted(str(cause.child) for cause in each.causes) for each in explanation.explanations] == [
        ["0处", "1处"],
        ["0处", "2处"],
        ["1处", "2处"],
    ]


@pytest.mark.parametrize(("alike", "number", "listed"), [(20, 20, 20), (21, 21, 0)])
def test_above_twenty_only_the_number_is_said(alike: int, number: int, listed: int) -> None:
    """Nobody reads more."""
    children = [child(f"{place}处", issued=1) for place in range(alike)]

    explanation = explained(held(parent_of(A, *children[1:]), A, *children))

    assert explanation is not None
    assert (explanation.number, len(explanation.explanations), explanation.size) == (number, listed, 1)


def test_many_equals_are_counted_up_to_a_bound() -> None:
    """Three of sixty alike are more than thirty thousand."""
    children = [child(f"{place}处", issued=1) for place in range(60)]

    explanation = explained(held(parent_of(A, *children[3:]), A, *children))

    assert explanation is not None
    assert (explanation.number, explanation.is_all, explanation.size) == (10_000, False, 3)


def test_as_many_as_are_counted_can_be_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three of three alike are one more than two."""
    children = [child(f"{place}处", issued=1) for place in range(3)]
    comparison = held(parent_of(A, *children[1:]), A, *children)
    told = []
    for most in (3, 2):
        monkeypatch.setattr(_explain, "MOST_COUNTED", most)
        told.append(explained(comparison))

    assert [each and (each.number, each.is_all) for each in told] == [(3, True), (2, False)]


def test_where_not_all_sets_of_causes_are_looked_at_the_number_is_a_least_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """And where none was found among those that were, more causes are none of the fewest."""
    children = [child(f"{place}处", issued=1) for place in range(3)]
    monkeypatch.setattr(_explain, "_MOST_TRIED", 1)
    first = explained(held(parent_of(A, *children[1:]), A, *children))
    monkeypatch.setattr(_explain, "_MOST_TRIED", 0)

    assert first is not None
    assert (first.number, first.is_all) == (1, False)
    assert in_words(first, parent_of(A)).zh == ("全部差额有至少 1 种同样吻合的解释，数字上无法区分：漏计“0处”……。")
    assert explained(held(parent_of(A, *children[1:]), A, *children)) is None


@pytest.mark.parametrize("cells", [{"issued": 1}, {}])
def test_very_many_sets_of_causes_are_not_all_summed_up(monkeypatch: pytest.MonkeyPatch, cells: dict[str, int]) -> None:
    """Where many bodies state the same and few things differ, nothing is told of what could not be looked at."""
    fees = [Decimal(figure) for figure in ("3.00", "10.00", "50.00", "200.00")]
    children = [child(f"{place}处", fees=fee, **cells) for place, fee in enumerate(fees)]
    comparison = held(parent_of(A, *children[2:]), A, *children)
    whole = explained(comparison)
    monkeypatch.setattr(_explain, "_MOST_SUMMED", 2)

    assert whole is not None
    assert (whole.number, whole.size, whole.is_all) == (1, 2, True)
    assert explained(comparison) is None


def test_a_gap_that_no_three_causes_leave_has_no_explanation() -> None:
    """Four children left out, or a figure that is wrong."""
    parent = parent_of(A, B, C, D, OWN)
    gd.put(parent, LICENSING, 1000)

    assert explained(held(parent, *ALL)) is None
    assert explained(held(parent_of(OWN), A, B, C, D, OWN)) is None
    gd.put(parent, LICENSING, 10**18 - 1)
    assert explained(held(parent, *ALL)) is None


def test_gaps_beyond_all_causes_are_not_looked_for() -> None:
    """Many children with figures of 18 digits."""
    children = [child(f"{place}处", issued=10**18 - 1) for place in range(6)]

    assert explained(held(child(COUNTY, issued=1), *children)) is None


def test_fees_alone_can_be_what_is_left_out() -> None:
    """They are compared within the tolerance of rounding, one, two or three of them, and beside counts."""
    fees = [
        child(f"{place}处", fees=Decimal(figure)) for place, figure in enumerate(("3.00", "10.00", "50.00", "200.00"))
    ]

    assert told(parent_of(A, *fees[1:]), A, *fees) == [{Cause(CauseKind.LEFT_OUT, "0处")}]
    assert told(parent_of(A, *fees[2:]), A, *fees) == [{Cause(CauseKind.LEFT_OUT, f"{place}处") for place in (0, 1)}]
    assert told(parent_of(A, fees[3]), A, *fees) == [{Cause(CauseKind.LEFT_OUT, f"{place}处") for place in (0, 1, 2)}]
    assert told(parent_of(*fees[1:]), A, *fees) == [
        {Cause(CauseKind.LEFT_OUT, "甲局"), Cause(CauseKind.LEFT_OUT, "0处")}
    ]


def test_a_count_that_fits_with_a_fee_that_does_not_is_no_explanation() -> None:
    """An explanation fits every cell."""
    parent = parent_of(B, C, D)
    gd.put(parent, FEES, Decimal("99.00"))

    assert told(parent, A, B, C, D) == []


def test_blanks_of_children_are_noughts_by_the_convention() -> None:
    """Whoever leaves noughts blank is found like others."""
    sparse = [child(name, fill=None, issued=number, licensing=2 * number) for number, name in enumerate("甲乙丙丁", 1)]

    assert told(parent_of(*sparse[1:]), *sparse) == [{Cause(CauseKind.LEFT_OUT, "甲")}]


def test_where_a_blank_holds_more_only_complete_lines_decide() -> None:
    """The parent knows a figure that a child has left blank; and no explanation takes more than there is."""
    forgetful = child("己局", issued=50, licensing=None, penalties=1)
    parent = parent_of(B, C, D, OWN, forgetful)
    gd.put(parent, LICENSING, 19 + 30)

    assert told(parent, A, B, C, D, OWN, forgetful) == [{Cause(CauseKind.LEFT_OUT, "甲局")}]
    # Without the 5 of 甲局, 14 are left at least.
    gd.put(parent, LICENSING, 13)
    assert told(parent, A, B, C, D, OWN, forgetful) == []


def test_two_causes_of_one_child_are_no_explanation() -> None:
    """Last year's report beside that of this year: neither counted twice nor in its place."""
    assert told(parent_of(A, B, LAST, C, D, OWN), *ALL) == []


@pytest.mark.parametrize(("one", "other"), [(LONG, TINY), (LONG, 0), (0, LONG), (3, 4)])
def test_no_digit_is_lost_of_gaps_that_are_added(one: Figure, other: Figure) -> None:
    """An amount has as many digits as it takes; of two counts the sum is one."""
    total = plus(one, other)

    assert (Fraction(total), type(total)) == (Fraction(one) + Fraction(other), type(max(one, other)))


def test_no_digit_is_lost_of_two_reports_of_one_child() -> None:
    """The gap of an amount that was counted twice has all digits of both reports."""
    versions = (child("乙局", fees=EIGHTEEN), child("乙局", issued=1, fees=TINY))
    comparison = held(parent_of(A), A, *versions)
    at = next(at for at, line in enumerate(comparison.lines) if line.paths == (FEES,))
    gaps = dict(causes_of(comparison))[Cause(CauseKind.TWICE, "乙局")]

    assert str(gaps[at]) == "123456789012345678.00000000000000001"


def test_three_causes_are_not_looked_for_among_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would take the time of all pairs."""
    parent = parent_of(B, C, C, D, D, OWN)
    assert len(told(parent, *ALL)) == 1
    monkeypatch.setattr("govdisclosure.summing._explain._MOST_FOR_THREE", 5)

    assert told(parent, *ALL) == []
    assert len(told(parent_of(B, C, C, D, OWN), *ALL)) == 1


OTHER = child("乙局", issued=1, penalties=2, licensing=8)
"""Another report of 乙局 on the year."""


@pytest.mark.parametrize(
    ("summed", "causes"),
    [
        ((A, C, LAST), [Cause(CauseKind.LAST_YEAR, "乙局", year=2024)]),
        ((LAST, C), [Cause(CauseKind.LAST_YEAR, "乙局", year=2024), Cause(CauseKind.LEFT_OUT, "甲局")]),
    ],
)
def test_a_report_on_another_year_can_be_used_where_there_is_none_on_this(
    summed: tuple[gd.AnnualReport, ...], causes: list[Cause]
) -> None:
    """Alone, where no cell fails since nobody knows what the child states, and with others."""
    assert told(parent_of(*summed), A, C, LAST) == [set(causes)]


@pytest.mark.parametrize(
    ("summed", "causes"),
    [
        ((A, B), [Cause(CauseKind.VERSION, "乙局", number=1)]),
        ((A, OTHER), [Cause(CauseKind.VERSION, "乙局", number=2)]),
        ((A, B, OTHER), [Cause(CauseKind.TWICE, "乙局")]),
        ((A,), [Cause(CauseKind.LEFT_OUT, "乙局")]),
        ((A, A, OTHER), [Cause(CauseKind.TWICE, "甲局"), Cause(CauseKind.VERSION, "乙局", number=2)]),
    ],
)
@pytest.mark.parametrize("names", [(), ("甲局", "乙局", "丙局", "丁局")])
def test_of_several_reports_of_a_child_one_can_be_used_or_all(
    summed: tuple[gd.AnnualReport, ...], causes: list[Cause], names: tuple[str, ...]
) -> None:
    """Beside units without a report, too."""
    parent = parent_of(*summed)
    roster = gd.Roster([Unit(name=name) for name in names])

    explanation = explained(compared(parent, family_of((A, B, OTHER), year=2025, roster=roster, parent=parent)))

    assert explanation is not None
    assert [set(each.causes) for each in explanation.explanations] == [set(causes)]


def test_what_a_child_holds_can_be_counted_a_second_time() -> None:
    """The department of a county, beside the county; one that states nothing explains nothing."""
    county, department, silent = (
        child(name, issued=figure) for name, figure in (("甲县", 9), ("甲县乙局", 4), ("丙局", 0))
    )
    units = [Unit(name="甲县"), *(Unit(name=name, parent="甲县") for name in ("甲县乙局", "丙局"))]
    parent = parent_of(county, department)
    family = family_of((county, department, silent), year=2025, roster=gd.Roster(units), parent=parent)

    explanation = explained(compared(parent, family))

    assert explanation == Explained((Explanation((Cause(CauseKind.TWICE, "甲县乙局"),)),), 1, 1, ())


def test_where_a_report_on_another_year_was_not_used_there_is_nothing_to_explain() -> None:
    """The sums are those of the others."""
    assert told(parent_of(A, C), A, C, LAST) == []


def test_with_blanks_only_lower_bounds_fail() -> None:
    """More than the sum can be right, then."""
    silent = child("己局", fill=None)
    parent = parent_of(A, A, B)

    assert held(parent, A, B, silent).failing == ()
    assert explained(held(parent, A, B, silent)) is None


@st.composite
def families(draw: st.DrawFn) -> list[gd.AnnualReport]:
    """Draw a few children with small figures in four cells, some alike, some nought, one with a report on last year."""
    figures = st.sampled_from([0, 0, 1, 2, 5])
    reports = []
    for number in range(draw(st.integers(2, 5))):
        values = {name: draw(figures) for name in ("issued", "repealed", "licensing", "penalties")}
        reports.append(child(f"{number}局", **values))
    reports.append(child("0局", 2024, issued=draw(figures), licensing=draw(figures)))
    reports.append(child(f"{COUNTY}本级", issued=draw(figures)))
    return reports


def by_force(comparison: Comparison) -> list[set[Cause]]:
    """Try all sets of up to three causes that concern different things, one after the other."""
    causes = [(cause, gaps) for cause, gaps in causes_of(comparison) if any(gaps.values())]
    gap = {at: line.gap for at, line in enumerate(comparison.lines) if line.gap}
    for number in (1, 2, 3):
        fitting = []
        for chosen in combinations(causes, number):
            together: dict[int, Any] = {}
            for at, figure in (each for _, gaps in chosen for each in gaps.items()):
                together[at] = together.get(at, 0) + figure
            subjects = [subject for cause, _ in chosen for subject in cause.subjects]
            if len(set(subjects)) == len(subjects) and {at: each for at, each in together.items() if each} == gap:
                fitting.append({cause for cause, _ in chosen})
        if fitting:
            return fitting
    return []


@given(families(), st.lists(st.tuples(st.sampled_from(CELLS), st.integers(0, 9)), max_size=2), st.data())
def test_the_search_finds_what_trying_all_finds(
    children: list[gd.AnnualReport], altered: list[tuple[str, int]], data: st.DataObject
) -> None:
    """Planted causes and others; fewest first, and all of that number."""
    summed = data.draw(st.lists(st.sampled_from(children), min_size=1, max_size=8))
    parent = parent_of(*summed)
    for path, figure in altered:
        gd.put(parent, path, figure)
    comparison = held(parent, *children)

    expected = by_force(comparison) if comparison.failing else []
    explanation = explained(comparison)

    assert (0 if explanation is None else explanation.number) == len(expected)
    if explanation is not None and explanation.explanations:
        given_causes = [set(each.causes) for each in explanation.explanations]
        assert sorted(given_causes, key=repr_of) == sorted(expected, key=repr_of)


def repr_of(causes: set[Cause]) -> str:
    """Give what sets of causes are sorted by."""
    return repr(sorted(causes, key=repr))
