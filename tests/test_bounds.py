"""The bounds of blank cells: refuted, jointly contradictory, open, proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.systems import (
    LARGE,
    Confirmed,
    Sum,
    System,
    confirm,
    random_small_table,
    random_system,
    random_table,
    system_of,
    with_blanks,
    with_faults,
)

from govdisclosure.arithmetic.bounds import MAX_ROUNDS, Bounds, Gap, gap, propagate
from govdisclosure.arithmetic.verdicts import Judged, Verdict, judged
from govdisclosure.model.proactive_disclosure import ProactiveDisclosure
from govdisclosure.model.review_and_litigation import ReviewAndLitigation
from govdisclosure.model.structure import cell_values
from govdisclosure.model.values import NA

if TYPE_CHECKING:
    from random import Random

    from govdisclosure.model.structure import Table

LARGEST = 10**18 - 1
TABLES = st.sampled_from(LARGE)
SHARES = st.sampled_from([0.02, 0.2, 0.5, 0.8, 0.95])
RANDOM = st.randoms(use_true_random=True)


def judge_sums(*sums: Sum, values: list[int | None]) -> Judged:
    """Judge equations; a blank counts as nought."""
    return Judged(sums, values, [0 if value is None else value for value in values])


def test_gap_is_what_the_blanks_must_make_up() -> None:
    """Stated figures are summed, "/" counts as nought, blanks are named."""
    remainder = gap(Sum((0, 1, 2, 3), (4,)), [1, NA, None, 2, 5])

    assert (remainder.left, remainder.right, remainder.missing) == ((2,), (), 2)


@pytest.mark.parametrize(
    ("left", "right", "missing", "expected"),
    [
        ((), (), 0, False),
        ((), (), 1, True),
        ((), (), -1, True),
        ((1,), (), 1, False),
        ((1,), (), -1, True),
        ((), (2,), -1, False),
        ((), (2,), 1, True),
        ((1,), (2,), 9, False),
    ],
)
def test_equation_is_refuted_if_no_blanks_could_mend_it(
    left: tuple[int, ...], right: tuple[int, ...], missing: int, *, expected: bool
) -> None:
    """Blanks only add: a stated side that is already too large stays so."""
    assert Gap(left, right, missing).refuted is expected


def test_blanks_without_equations_have_no_bounds() -> None:
    """Nothing to go by: no rounds."""
    assert propagate([Gap((), (), 0)]) == Bounds({}, contradictory=False, settled=True, rounds=0)


def test_bounds_narrow_from_both_sides() -> None:
    """3 + a + b = 5 leaves both at most 2; a = 1 + c leaves a at least 1, so b at most 1, and so c."""
    bounds = propagate([Gap((0, 1), (), 2), Gap((0,), (2,), 1)])

    assert bounds == Bounds({0: (1, 2), 1: (0, 1), 2: (0, 1)}, contradictory=False, settled=True, rounds=3)


def test_what_one_part_can_hold_at_most_is_what_another_needs_at_least() -> None:
    """A + b = 10, and a + c = 4 leaves a at most 4: so b is at least 6."""
    bounds = propagate([Gap((0, 1), (), 10), Gap((0, 2), (), 4)])

    assert bounds == Bounds({0: (0, 4), 1: (6, 10), 2: (0, 4)}, contradictory=False, settled=True, rounds=3)


def test_bounds_are_exact_with_large_numbers() -> None:
    """Eighteen digits are no matter of rounding."""
    bounds = propagate([Gap((0,), (1,), LARGEST - 1), Gap((0, 1), (), LARGEST)])

    assert bounds.ranges == {0: (LARGEST - 1, LARGEST), 1: (0, 1)}


def test_bounds_that_climb_for_ever_stop_at_the_limit() -> None:
    """A = b + 1 and b = a contradict each other, which no bounds show: they climb, and stay open."""
    bounds = propagate([Gap((0,), (1,), 1), Gap((1,), (0,), 0)])

    assert bounds == Bounds({0: (50, None), 1: (50, None)}, contradictory=False, settled=False, rounds=MAX_ROUNDS)


def test_unsettled_bounds_prove_nothing() -> None:
    """Where bounds still climb at the limit, a blank elsewhere that could be only 2 is not called proved."""
    climbing = (Sum((0, 2), (1,)), Sum((1,), (0,)))
    values: list[int | None] = [None, None, 1, 3, None, 5]

    assert judge_sums(Sum((3, 4), (5,)), values=values).proved == {4: 2}
    judgement = judge_sums(Sum((3, 4), (5,)), *climbing, values=values)
    assert (judgement.proved, judgement.bounds.rounds, set(judgement.verdicts)) == (
        {},
        MAX_ROUNDS,
        {Verdict.OPEN, Verdict.HOLDS},
    )


def test_proof_does_not_silence_the_convention() -> None:
    """Parts 3 and blank, total 5: open, and the blank must be 2."""
    judgement = judge_sums(Sum((0, 1), (2,)), values=[3, None, 5])

    assert (judgement.verdicts, judgement.proved, judgement.bounds.rounds) == ((Verdict.OPEN,), {1: 2}, 2)


def test_equations_can_contradict_each_other_only_jointly() -> None:
    """A = 2 and a = 3: both fail under the convention and are errors; one that holds is none; nothing is proved."""
    judgement = judge_sums(
        Sum((0,), (1,)), Sum((0,), (2,)), Sum((3,), (4,)), Sum((5,), (4,)), values=[None, 2, 3, None, 0, 1]
    )

    assert judgement.verdicts == (Verdict.JOINT, Verdict.JOINT, Verdict.HOLDS, Verdict.REFUTED)
    assert judgement.proved == {}


def test_refuted_equation_is_left_out_of_the_bounds() -> None:
    """One fault that its own cells show does not make an error of what another blank could mend."""
    judgement = judge_sums(Sum((0,), (1,)), Sum((0, 2), (3,)), values=[4, 3, None, 9])

    assert judgement.verdicts == (Verdict.REFUTED, Verdict.OPEN)
    assert judgement.proved == {}


def test_table_without_identities_has_nothing_to_be_judged() -> None:
    """Table II has no sums."""
    table = ProactiveDisclosure.blank()

    judgement = judged(ProactiveDisclosure, cell_values(table))

    assert (judgement.verdicts, judgement.proved, judgement.bounds.rounds) == ((), {}, 0)


def test_table_without_blanks_takes_no_rounds() -> None:
    """What is stated everywhere holds or is refuted."""
    table = ReviewAndLitigation.from_rows([[1, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, NA, 0, 0, 0]])

    judgement = judged(ReviewAndLitigation, cell_values(table))

    assert (judgement.verdicts, judgement.bounds.rounds) == ((Verdict.HOLDS, Verdict.REFUTED, Verdict.HOLDS), 0)


@given(RANDOM, TABLES, SHARES, st.sampled_from([3, 40, 10**16]))
def test_blanks_of_a_consistent_table_make_no_error_and_every_proof_is_true(
    random: Random, cls: type[Table], share: float, scale: int
) -> None:
    """Whatever cells are blanked: no error, and a proved blank is what stood there."""
    figures = random_table(random, cls, scale)

    judgement = system_of(cls, with_blanks(random, figures, share)).judged()

    assert not any(verdict.is_error for verdict in judgement[0].values())
    assert all(figures[at] == figure for at, figure in judgement[1].items())
    assert judgement[2] <= MAX_ROUNDS


@given(RANDOM, TABLES, SHARES, st.integers(1, 3))
def test_order_of_the_identities_decides_nothing(random: Random, cls: type[Table], share: float, faults: int) -> None:
    """Blanks and faults: the same verdicts, proofs and rounds for every order of the identities."""
    figures = with_faults(random, random_table(random, cls), faults)
    system = system_of(cls, with_blanks(random, figures, share))
    order = list(range(len(system.equations)))
    shuffled = random.sample(order, len(order))

    assert system.judged() == system.judged(order[::-1]) == system.judged(shuffled)


@given(RANDOM)
def test_brute_force_confirms_every_error_and_every_proof(random: Random) -> None:
    """In small systems all figures can be tried."""
    assert confirm(random_system(random)).wrong == confirm(random_small_table(random)).wrong == ()


def test_brute_force_tells_what_the_bounds_do_not_see() -> None:
    """A + b = c + d with c = a and d = b + 1 has no solution, yet no bounds show it."""
    sums = (Sum((0, 1), (2, 3)), Sum((2,), (0,)), Sum((3,), (1, 4)))

    assert confirm(System(sums, [None, None, None, None, 1], [0, 0, 0, 0, 1])) == Confirmed(
        (), errors=0, proofs=0, empty_proofs=0, unseen_contradictions=1, unseen_proofs=0
    )


def test_brute_force_counts_proofs_apart_that_no_solution_confirms() -> None:
    """The same three equations, and 1 + e = 2 beside them: that e is 1 follows from them, as anything does."""
    sums = (Sum((0, 1), (2, 3)), Sum((2,), (0,)), Sum((3,), (1, 4)), Sum((4, 5), (6,)))
    values: list[int | None] = [None, None, None, None, 1, None, 2]

    assert confirm(System(sums, values, [0, 0, 0, 0, 1, 0, 2])) == Confirmed(
        (), errors=0, proofs=0, empty_proofs=1, unseen_contradictions=1, unseen_proofs=0
    )
    assert confirm(System(sums[3:], values, [0, 0, 0, 0, 1, 0, 2])) == Confirmed(
        (), errors=0, proofs=1, empty_proofs=0, unseen_contradictions=0, unseen_proofs=0
    )
