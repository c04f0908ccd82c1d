"""The laws of the diagnosis: what is always so, in whatever table that adds up."""

from __future__ import annotations

import itertools
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.faulty_tables import FAULTS, SECTION, WAYS, blanked, dense, place_of, rows, slid, sparse
from support.small_tables import compared, disturbed

import govdisclosure as gd
from govdisclosure.diagnosis import Kind, Range
from govdisclosure.diagnosis._equations import Equations
from govdisclosure.model.editions import EDITIONS
from govdisclosure.model.structure import Shape, cell_paths

if TYPE_CHECKING:
    from collections.abc import Mapping

    from support.faulty_tables import Sample

    from govdisclosure.diagnosis import Repair
    from govdisclosure.model.structure import Table

MOST_EQUALS = 24
THREES = [cls for edition in EDITIONS.values() for cls in edition.tables.values() if cls.shape is Shape.COLUMNS]


@st.composite
def randoms(draw: st.DrawFn) -> Random:
    """Draw what makes a table."""
    return Random(draw(st.integers(0, 2**32)))  # noqa: S311 - no secrets


def complete(random: Random) -> Sample:
    """Make a table that adds up, of many requests or a few."""
    return random.choice((dense, sparse))(random)


def faulty(random: Random, sample: Sample, number: int) -> tuple[Sample, dict[str, int]]:
    """Put faults into some cells for sure, and give what stood there."""
    sure = [path for path, figure in sample.figures.items() if isinstance(figure, int) and path not in sample.noted]
    truth = {path: sample.count(path) for path in random.sample(sure, number)}
    wrong = {path: random.choice(_faults_of(figure)) for path, figure in truth.items()}
    return sample.with_figures(wrong), truth


def _faults_of(figure: int) -> list[int]:
    """Give what a figure can become by mistake: twice nought is nought still."""
    mistaken = [mistake(figure) for mistake in FAULTS.values()]
    return [each for each in mistaken if each != figure]


def put(sample: Sample, repair: Repair) -> Sample:
    """Put the figures of a repair into a table; of a range, the least."""
    figures = {**repair.cells, **repair.noted}
    counts = {path: each.low if isinstance(each, Range) else each for path, each in figures.items()}
    return sample.with_figures({path.removeprefix(f"{SECTION}."): figure for path, figure in counts.items()})


@pytest.mark.parametrize("cls", THREES)
def test_the_effects_of_cells_are_distinct_and_no_two_or_three_depend(cls: type[Table]) -> None:
    """So one cell never looks like another, nor like two others, and two cells can have one pair of values only."""
    effects = Equations(cls, [0] * len(cell_paths(cls)), frozenset()).effects
    vectors = [frozenset(effect.items()) for effect in effects]
    either = {vector for effect in effects for vector in (frozenset(effect.items()), _times(effect, -1))}

    assert len(either) == 2 * len(vectors)
    for one, other in itertools.combinations(effects, 2):
        for sign in (1, -1):
            summed = {place: one.get(place, 0) + sign * other.get(place, 0) for place in {*one, *other}}
            assert frozenset((place, each) for place, each in summed.items() if each) not in either


def _times(effect: Mapping[int, int], sign: int) -> frozenset[tuple[int, int]]:
    return frozenset((place, sign * each) for place, each in effect.items())


@given(randoms())
def test_one_fault_is_the_only_repair(random: Random) -> None:
    """In a table without blanks it is found, alone in the first group, and there is no pair."""
    sample, truth = faulty(random, complete(random), 1)

    groups = sample.diagnosed().groups

    assert [(group.size, len(group)) for group in groups] == [(1, 1)]
    assert dict(groups[0].repairs[0].cells) == {f"{SECTION}.{path}": figure for path, figure in truth.items()}


@given(randoms())
def test_two_faults_are_listed_and_never_look_like_one(random: Random) -> None:
    """Each pair of cells has one pair of figures."""
    sample, truth = faulty(random, complete(random), 2)

    diagnosis = sample.diagnosed()

    assert place_of(diagnosis, truth) is not None
    assert all(len(repair.cells) > 1 for group in diagnosis.groups for repair in group)
    pairs = [frozenset(repair.cells) for group in diagnosis.groups if group.size > 1 for repair in group]
    assert len(pairs) == len(set(pairs))
    assert not any(
        isinstance(each, Range)
        for group in diagnosis.groups[1:]
        for repair in group
        for each in repair.cells.values()
        if repair.kind is not Kind.TOGETHER
    )


@given(randoms())
def test_a_fault_beside_blanks_is_in_the_first_group(random: Random) -> None:
    """Unless a smaller repair heals; there are at most as many equals as a column has other cells."""
    sample, truth = faulty(random, blanked(random, complete(random)), 1)

    diagnosis = sample.diagnosed()

    assume(diagnosis.ailments)
    first = diagnosis.groups[0]
    assert place_of(diagnosis, truth) == 0 or first.size == 0
    assert len(first) <= MOST_EQUALS


@given(randoms())
def test_every_repair_heals(random: Random) -> None:
    """Put into the table, its figures leave no sum that fails, blank totals being the sums of their parts."""
    sample, _ = faulty(random, blanked(random, complete(random)), random.choice((1, 1, 2)))

    for repair in itertools.islice((repair for group in sample.diagnosed().groups for repair in group), 12):
        if not any(isinstance(each, Range) for each in (*repair.cells.values(), *repair.noted.values())):
            assert put(sample, repair).with_notes(()).diagnosed().ailments == ()


@given(randoms())
def test_a_slide_is_found(random: Random) -> None:
    """A row that has slid by a column is one slip, in the first group."""
    sample = complete(random)
    row = random.choice(rows(sample.cls))
    figures = [sample.count(path) for path in row]
    printed = dict(zip(row, slid(figures, random.choice(WAYS)), strict=True))
    truth = {path: figure for path, figure in zip(row, figures, strict=True) if printed[path] != figure}
    assume(truth)

    assert place_of(sample.with_figures(printed).diagnosed(), truth) == 0


@given(randoms())
def test_neighbours_that_were_exchanged_are_listed(random: Random) -> None:
    """Beside each other or below each other."""
    sample = complete(random)
    line = random.choice((*rows(sample.cls), *zip(*rows(sample.cls), strict=True)))
    at = random.randrange(len(line) - 1)
    truth = {path: sample.count(path) for path in line[at : at + 2]}
    one, other = truth.values()
    assume(one != other)

    exchanged = sample.with_figures(dict(zip(truth, (other, one), strict=True)))

    assert place_of(exchanged.diagnosed(), truth) is not None


@pytest.mark.parametrize(("blank", "unknown"), [(False, 0), (True, 0), (True, 1)])
def test_all_repairs_are_those_that_trying_finds(blank: bool, unknown: int) -> None:
    """In small tables, every figure of every two cells can be tried."""
    random = Random(f"{blank} {unknown}")  # noqa: S311 - no secrets

    assert all(compared(disturbed(random, blank=blank, unknown=unknown)) for _ in range(12 if not unknown else 4))


@given(randoms())
def test_the_diagnosis_of_a_table_that_adds_up_is_empty(random: Random) -> None:
    """With blanks or without."""
    sample = complete(random)

    assert sample.diagnosed() == gd.diagnose(gd.AnnualReport())
