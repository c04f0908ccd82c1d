"""Our own Word documents, printed by LibreOffice and read again: every figure in its cell, and in no note."""

from __future__ import annotations

import itertools
import os
import random
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.builders import build_report
from support.publishing.documents import Document
from support.publishing.pdf import by_office
from support.publishing.reports import random_report
from support.publishing.scoring import compare

import govdisclosure as gd
from govdisclosure.model.editions import table_class
from govdisclosure.model.report import TABLES
from govdisclosure.testing import tables
from govdisclosure.writing.signature import signature

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.programs

MIXES: Final = list(itertools.product(("2021", "2019"), ("2021", "2019")))
EACH: Final = max(1, int(os.environ.get("GOVDISCLOSURE_PRINTED", "8")) // len(MIXES) // 2)
"""How many likely reports, and how many with any figures, of each mix of editions."""


def likely_reports(mix: tuple[str, str]) -> Iterator[gd.AnnualReport]:
    """Give reports as offices publish them, with blanks and strokes, their tables II and III of these editions."""
    for seed in range(EACH):
        rng = random.Random(f"{mix}{seed}")  # noqa: S311 - figures, no secret
        report = build_report(year=2022 if mix[0] == "2021" else 2019)
        for section, edition in zip(TABLES, mix, strict=False):
            setattr(report, section, getattr(random_report(rng, edition=edition), section))
        report.review_and_litigation = random_report(rng).review_and_litigation
        yield report


def any_reports(mix: tuple[str, str]) -> list[gd.AnnualReport]:
    """Give reports with any figures, blanks and strokes."""
    reports: list[gd.AnnualReport] = []

    @settings(
        max_examples=EACH,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(
        st.tuples(
            *(tables(table_class(section, edition)) for section, edition in zip(TABLES, (*mix, "2021"), strict=True))
        )
    )
    def collect(drawn: tuple[object, ...]) -> None:
        report = build_report(year=2022 if mix[0] == "2021" else 2019)
        for section, table in zip(TABLES, drawn, strict=True):
            setattr(report, section, table)
        reports.append(report)

    collect()
    return reports


@pytest.fixture(scope="module")
def printed() -> list[Document]:
    """Print all of them at once."""
    reports = [report for mix in MIXES for report in (*likely_reports(mix), *any_reports(mix))]
    files = by_office([gd.render(report, "docx") for report in reports])
    return [Document(content, "pdf", "own", seed, reports[seed], True) for seed, content in enumerate(files)]  # noqa: FBT003


def test_every_figure_of_a_printed_report_is_read(printed: list[Document]) -> None:
    """For all four mixes of editions; the title, the year, the period and the agency are as well."""
    scores = [compare(document, gd.parse(document.content)) for document in printed]

    assert len(scores) >= len(MIXES)
    assert [(score.right, score.flagged, score.wrong) for score in scores] == [(each.figures, 0, ()) for each in scores]


def test_the_sections_of_a_printed_report_are_read(printed: list[Document]) -> None:
    """Their paragraphs as they were, though lines are wrapped; the signature block ends the last one."""
    for document in printed:
        report, truth = gd.parse(document.content).report, document.truth

        assert report.title == truth.title
        assert report.overview == truth.overview
        assert report.problems_and_improvements == truth.problems_and_improvements
        signed = [line.text for line in signature(truth, ())]
        assert report.other_matters == [*(truth.other_matters or []), *signed]
