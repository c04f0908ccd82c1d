"""The published documents with gold figures, where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import govdisclosure as gd

if TYPE_CHECKING:
    from govdisclosure.model.values import JSON

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
REAL = "000_e2d6d71176c754a5.txt"
DOCUMENTS = [REAL, "2021-blank-cells.txt", "2021-rows.txt", "2019-edition.html"]

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of published documents is not at hand")


def gold(name: str) -> dict[str, JSON]:
    """Give the figures that a right reading of a document holds."""
    found: dict[str, JSON] = json.loads((CORPUS / f"{name}.gold.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_read_to_their_gold_figures(name: str) -> None:
    """Every figure of the three tables, the year and the agency are those of the gold file."""
    expected = gold(name)

    report = gd.read(CORPUS / name).report

    read = json.loads(gd.dumps(report))
    read["agency"] = report.agency and report.agency.name
    assert {key: read[key] for key in expected} == expected
    assert len(list(gd.cells(report))) == (198 if name.startswith("2019") else 200)


def test_the_notes_on_the_real_document() -> None:
    """Pinyin was removed, and the four rows that hold figures have lost their blanks."""
    notes = gd.read(CORPUS / REAL).notes

    assert [(note.code, len(note.paths)) for note in notes] == [("PINYIN-REMOVED", 0), *[("AMBIGUOUS", 7)] * 4]


@pytest.mark.parametrize("name", DOCUMENTS[1:])
def test_the_other_documents_are_read_without_notes(name: str) -> None:
    """Where every cell has its place, the reading is exact."""
    assert gd.read(CORPUS / name).exact


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            REAL,
            [
                ("AGENCY-MISSING", ("agency",), None),
                ("CELL-BLANK", 165, 165),
                ("TOTAL-BLANK", ("requests.natural_person.outcomes.total",), None),
                ("TEXT-GRANTED", ("requests.total.outcomes.granted",), 12),
                ("TOTAL-BLANK", ("requests.total.outcomes.total",), None),
                ("FEE-STATEMENT", ("other_matters",), None),
            ],
        ),
        (
            "2021-blank-cells.txt",
            [("CELL-BLANK", 6, 6), ("CELL-BLANK", 150, 150), ("FEE-STATEMENT", ("other_matters",), None)],
        ),
        ("2021-rows.txt", []),
        ("2019-edition.html", []),
    ],
)
def test_the_findings_on_each_document(name: str, expected: list[tuple[str, object, object]]) -> None:
    """A check says what was found by hand, and nothing else."""
    findings = gd.check(gd.read(CORPUS / name))

    assert [
        (found.code, len(found.paths) if found.code == "CELL-BLANK" else found.paths, found.actual)
        for found in findings
    ] == expected
