"""
Copies of one report as page, Word and PDF, and pairs of which one figure was altered: what ``compare`` says of them.

The same report, of either edition, is written as page, Word document, Markdown, Excel and text, and read again: it has
to differ nowhere. A few are printed by LibreOffice as well; what no print tells, the day of publication, is not known
then. Last, one figure of a report is altered in a copy in another format, 500 times: it has to be found, and nothing
else.

Run: ``python benchmarks/differences.py [REPORTS [PRINTED [PAIRS]]]``.
"""

from __future__ import annotations

import itertools
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hypothesis import HealthCheck, Phase, given, settings

import govdisclosure as gd
from govdisclosure.testing import consistent_reports

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.publishing.pdf import by_office

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS: Final = ("html", "docx", "xlsx", "markdown", "text")


def main(reports: int = 200, printed: int = 4, pairs: int = 500) -> None:
    """Compare copies, then altered pairs, and print what was seen."""
    built = drawn(max(reports, printed, pairs))
    unlike = sum(not same(report, *copies(report)) for report in built[:reports])
    print(f"{reports} reports as {', '.join(FORMATS)}: {unlike} differ")
    files = by_office([gd.render(report, "docx") for report in built[:printed]])
    unlike = sum(not same(report, gd.parse(content)) for report, content in zip(built, files, strict=False))
    print(f"{len(files)} printed as PDF: {unlike} differ")
    told = [altered(random.Random(seed), report) for seed, report in enumerate(built[:pairs])]  # noqa: S311 - no secret
    right, more = (sum(numbers) for numbers in zip(*told, strict=True))
    print(f"{pairs} pairs with one altered figure: {right} found, {more} false")


def drawn(number: int) -> list[gd.AnnualReport]:
    """Draw consistent reports, the same ones in each run."""
    reports: list[gd.AnnualReport] = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(consistent_reports())
    def collect(report: gd.AnnualReport) -> None:
        reports.append(report)

    collect()
    return list(itertools.islice(itertools.cycle(reports), number))


def copies(report: gd.AnnualReport) -> Iterator[gd.Reading]:
    """Write a report in each format, and read it again."""
    for name in FORMATS:
        yield gd.parse(gd.render(report, name), format=name)


def same(report: gd.AnnualReport, *readings: gd.Reading) -> bool:
    """Tell whether copies of a report differ nowhere, neither from it nor from one another."""
    each: list[gd.AnnualReport | gd.Reading] = [report, *readings]
    comparisons = [gd.compare(one, other) for one, other in itertools.combinations(each, 2)]
    for differences in filter(None, comparisons):
        print(differences)
    return not any(comparisons)


def altered(rng: random.Random, report: gd.AnnualReport) -> tuple[bool, int]:
    """Alter a figure in a copy; tell whether it is found, and how many other differences are."""
    cell = rng.choice([cell for cell in gd.cells(report) if type(cell.value) is int])
    assert isinstance(cell.value, int)
    one, other = rng.sample(FORMATS, 2)
    before = gd.parse(gd.render(report, one), format=one)
    value = cell.value + rng.choice((1, 9, 10, 100))
    gd.put(report, cell.path, value)
    after = gd.parse(gd.render(report, other), format=other)
    gd.put(report, cell.path, cell.value)
    changes = [(change.path, change.before, change.after) for change in gd.compare(before, after)]
    right = (cell.path, cell.value, value) in changes
    return right, len(changes) - right


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
