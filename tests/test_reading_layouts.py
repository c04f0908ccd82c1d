"""Reading what others published, in every layout of every format: right, or named by a note, and never a crash."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.other_tree import outcomes_of_other_tree
from support.outcome import outcome_of
from support.publishing import LAYOUTS, Document, publish
from support.publishing.reports import can_hold, figures
from support.publishing.scoring import score

import govdisclosure as gd
from govdisclosure.reading.tables.placement import placements
from govdisclosure.testing import blanked, consistent_reports

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

# The same documents in every run; benchmarks/reading.py looks at as many others as one likes.
SAMPLE: Final = 8
MORE: Final = 32
FEW: Final = 4
FEWER: Final = settings(max_examples=int(os.environ.get("GOVDISCLOSURE_EXAMPLES", "100")) // 4 + 1, derandomize=True)
OF_EACH: Final = [
    pytest.param(name, marks=pytest.mark.programs if name == "pdf-office" else pytest.mark.property) for name in LAYOUTS
]
# fmt: off
TWO_STYLES: Final = [
    54035, 60151, 70291, 70671, 70717, 70797, 71063, 74866, 75196, 75239, 75466, 78019, 78421, 79256,
    79323, 79431, 79517, 80656, 80909, 84548, 84598, 85518, 85572, 85693, 85781, 86135, 86282, 86698,
    88412, 90202, 91566, 100347, 102202, 105714, 113768,
]
# fmt: on
LOSING: Final = [name for name, layout in LAYOUTS.items() if not layout.keeps_positions]


def documents(layout: str, count: int, first: int = 0) -> list[Document]:
    """Publish so many documents of a layout, a few of one of which there are many kinds."""
    share = LAYOUTS[layout].share
    return publish(layout, range(first, first + (count if share == 1 else max(1, int(FEW * share)))))


@pytest.mark.parametrize("layout", OF_EACH)
def test_a_layout_is_never_read_silently_wrong(layout: str) -> None:
    """Each figure of a published report is the true one or named by a note; a document is refused or read."""
    scores = [score(document) for document in documents(layout, SAMPLE)]

    assert [each for each in scores if each.wrong or each.crash] == []


@pytest.mark.parametrize(
    ("layout", "seed"),
    [
        # Heads leave the column behind 总计 as well, and the first column is blank throughout.
        ("text-cell-column-behind", 2),
        # Two parts of a table that are printed in two styles, of all kinds.
        *(("text-two-styles-each", seed) for seed in TWO_STYLES),
        # The county is gone from the name of the agency; one label and a line of the menu have lost letters.
        ("text-characters-lost", 134),
    ],
)
def test_what_was_once_read_silently_wrong_is_not(layout: str, seed: int) -> None:
    """Documents that only many others brought up."""
    (result,) = map(score, publish(layout, [seed]))

    assert (result.wrong, result.crash) == ((), None)


@pytest.mark.property
@pytest.mark.parametrize("layout", LOSING)
def test_what_has_lost_its_place_is_named(layout: str) -> None:
    """Where a layout loses positions, every figure that is not the true one is named by a note."""
    sound = [document for document in documents(layout, MORE, SAMPLE) if can_hold(document.truth)]

    assert [each for each in map(score, sound) if each.wrong or each.crash] == []


@FEWER
@given(report=consistent_reports(), data=st.data())
def test_the_true_row_is_among_the_placements(report: gd.AnnualReport, data: st.DataObject) -> None:
    """Whatever rows of table III have lost their blanks: no identity that can hold refutes where they truly stand."""
    cells = sorted(path for path in figures(report) if path.startswith("requests."))
    truth = blanked(report, data.draw(st.sets(st.sampled_from(cells))))
    noughts = [path for path in cells if gd.get(truth, path) == 0]
    for path in data.draw(st.sets(st.sampled_from(noughts), max_size=5)) if noughts else ():
        gd.put(truth, path, gd.NA)
    table = truth.requests
    assert table is not None
    rows = {paths: _row(truth, paths) for paths in type(table).figure_paths()}
    lost = data.draw(st.sets(st.sampled_from(sorted(rows)), min_size=1))
    known = {path: value for paths in rows.keys() - lost for path, value in zip(paths, rows[paths], strict=True)}
    stated = {paths: [value for value in rows[paths] if value is not None] for paths in sorted(lost)}

    possible = placements(type(table), known, stated)

    assert {paths: rows[paths] in possible[paths] for paths in lost} == dict.fromkeys(lost, True)


def _row(report: gd.AnnualReport, paths: tuple[str, ...]) -> tuple[CellValue, ...]:
    return tuple(gd.get(report, f"requests.{path}") for path in paths)


@pytest.mark.property
@pytest.mark.parametrize("layout", [name for name, layout in LAYOUTS.items() if layout.format in {"text", "html"}])
def test_a_document_can_be_made_again_from_its_seed(layout: str) -> None:
    """The same seed gives the same document, alone or among others; another seed another one."""
    first, second = publish(layout, [3, 4])

    assert publish(layout, [3]) == [first]
    assert first.content != second.content


@pytest.mark.parametrize("layout", [each for each in OF_EACH if each.values[0] not in LOSING])
def test_only_what_loses_positions_damages_figures(layout: str) -> None:
    """Where a layout says that it keeps positions, nothing of its documents is beyond reading."""
    assert {document.damaged for document in documents(layout, SAMPLE)} == {frozenset()}


@pytest.mark.programs
def test_a_reader_in_another_process_reads_the_same() -> None:
    """What the benchmark compares two trees by: the package of a folder, in a process of its own."""
    contents = [publish(layout, [0])[0].content for layout in ("text-row", "text-cell-gone", "html-editor")]

    outcomes = outcomes_of_other_tree(Path(gd.__file__).parent.parent, contents)

    assert outcomes == list(map(outcome_of, contents))
