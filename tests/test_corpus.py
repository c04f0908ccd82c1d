"""Documents with gold figures: those of our own making, and published ones where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pytest
from attrs import frozen

import govdisclosure as gd

if TYPE_CHECKING:
    from govdisclosure.model.values import JSON

Said: TypeAlias = "tuple[str, object, object]"

OWN: Final = Path(__file__).parent / "data" / "corpus"
PUBLISHED: Final = Path(__file__).parent.parent.parent / "shared" / "corpus"


@frozen
class Case:
    """
    What a right reading of a document says beside its gold figures.

    Args:
        path: The document; its gold figures stand beside it.
        notes: Code of each note and how many paths it names.
        findings: Code, paths (how many, of CELL-BLANK) and actual value of each finding.
        cells: How many cells its tables have.
    """

    path: Path
    notes: tuple[tuple[str, int], ...] = ()
    findings: tuple[Said, ...] = ()
    cells: int = 200

    def gold(self) -> dict[str, JSON]:
        """Give the figures that a right reading holds."""
        figures: dict[str, JSON] = json.loads(Path(f"{self.path}.gold.json").read_text(encoding="utf-8"))
        return figures


# Of some aspects of section 一 these documents say nothing, as many a report does not.
_ASPECTS: Final[tuple[Said, ...]] = (("OVERVIEW-ASPECTS", ("overview",), None),)
_SUPERVISION: Final[Said] = ("GOV-SUPERVISION", ("overview",), None)


def _collapsed(path: Path, *, rows: int, blank: int, granted: int, aspects: bool) -> Case:
    """Pinyin was removed, and the rows of table III that hold figures have lost their blanks."""
    return Case(
        path,
        notes=(("PINYIN-REMOVED", 0), *[("AMBIGUOUS", 7)] * rows),
        findings=(
            ("AGENCY-MISSING", ("agency",), None),
            *(_ASPECTS if aspects else ()),
            ("CELL-BLANK", blank, blank),
            ("TOTAL-BLANK", ("requests.natural_person.outcomes.total",), None),
            ("TEXT-GRANTED", ("requests.total.outcomes.granted",), granted),
            ("TOTAL-BLANK", ("requests.total.outcomes.total",), None),
            ("FEE-STATEMENT", ("other_matters",), None),
        ),
    )


_OWN: Final = (
    Case(OWN / "2019-tables.html", cells=198),
    _collapsed(OWN / "2021-collapsed-pinyin.txt", rows=3, blank=167, granted=9, aspects=True),
    Case(
        OWN / "2021-mixed-editions.txt",
        findings=(
            _SUPERVISION,
            *_ASPECTS,
            ("EDITION", ("proactive_disclosure",), "2019"),
            ("PROBLEMS-REMEDY", ("problems_and_improvements",), None),
        ),
        cells=212,
    ),
    Case(OWN / "2022-row-a-line.txt", findings=_ASPECTS),
    Case(OWN / "2023-blank-cells.txt", findings=(*_ASPECTS, ("CELL-BLANK", 7, 7), ("CELL-BLANK", 169, 169))),
)
_PUBLISHED: Final = (
    _collapsed(PUBLISHED / "000_e2d6d71176c754a5.txt", rows=4, blank=165, granted=12, aspects=False),
    Case(
        PUBLISHED / "2021-blank-cells.txt",
        findings=(
            *_ASPECTS,
            ("CELL-BLANK", 6, 6),
            ("CELL-BLANK", 150, 150),
            ("FEE-STATEMENT", ("other_matters",), None),
        ),
    ),
    Case(PUBLISHED / "2021-rows.txt", findings=(_SUPERVISION, *_ASPECTS)),
    Case(PUBLISHED / "2019-edition.html", cells=198),
)
CASES: Final = (*_OWN, *(_PUBLISHED if PUBLISHED.is_dir() else ()))

of_each_document = pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.name)


@of_each_document
def test_documents_are_read_to_their_gold_figures(case: Case) -> None:
    """Every figure of the three tables, the year and the agency are those of the gold file."""
    expected = case.gold()

    report = gd.read(case.path).report

    read = json.loads(gd.dumps(report))
    read["agency"] = report.agency and report.agency.name
    assert {key: read[key] for key in expected} == expected
    assert len(list(gd.cells(report))) == case.cells


@of_each_document
def test_the_notes_on_each_document(case: Case) -> None:
    """Where every cell has its place, the reading is exact; what was guessed is named."""
    reading = gd.read(case.path)

    assert tuple((note.code, len(note.paths)) for note in reading.notes) == case.notes
    assert reading.exact is not bool(case.notes)


@of_each_document
def test_the_findings_on_each_document(case: Case) -> None:
    """A check says what was found by hand, and nothing else."""
    findings = gd.check(gd.read(case.path))

    assert tuple(map(_said, findings)) == case.findings


def _said(finding: gd.Finding) -> Said:
    paths = len(finding.paths) if finding.code == "CELL-BLANK" else finding.paths
    return finding.code, paths, finding.actual


def test_every_document_of_our_own_is_tried() -> None:
    """Each has its gold figures, and both editions and a mix of them are there."""
    files = {path for path in OWN.iterdir() if path.suffix != ".json"}

    assert {case.path for case in _OWN} == files
    assert set(map(_editions, _OWN)) == {("2019", "2019"), ("2021", "2021"), ("2019", "2021")}


def _editions(case: Case) -> tuple[str, ...]:
    gold: dict[str, Any] = case.gold()
    return tuple(gold[section]["edition"] for section in ("proactive_disclosure", "requests"))
