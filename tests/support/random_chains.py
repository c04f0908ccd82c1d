"""
Chains of reports of random figures in which all is consistent, and the same with one cell changed.

Tests look at a few; ``benchmarks/chains.py`` looks at as many as one likes.
"""

from __future__ import annotations

import copy
from collections import Counter
from typing import TYPE_CHECKING, Final

import govdisclosure as gd
from govdisclosure.model.editions import edition_of, table_class
from govdisclosure.model.structure import blocks, cell_paths

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from govdisclosure.chains import Chain

YEARS: Final = 5
DOCUMENTS: Final = ("rules", "normative_documents")
SLIPS: Final[tuple[Callable[[int], int], ...]] = (
    lambda figure: figure + 1,
    lambda figure: figure - 1,
    lambda figure: figure * 10,
    lambda figure: int(str(figure)[::-1]),
    lambda figure: int(str(figure)[1:] or 0),
)


def column(lot: random.Random, most: int, over: int, parts: list[str]) -> dict[str, int]:
    """Give the figures of a column that add up, with so many requests carried over."""
    new = lot.randint(0, most)
    forward = lot.randint(0, (new + over) // 3)
    figures = dict.fromkeys(parts, 0)
    for _ in range(new + over - forward):
        figures[lot.choice(parts[:4] if lot.random() < 0.8 else parts)] += 1
    figures["newly_received"], figures["carried_over"], figures["carried_forward"] = new, over, forward
    figures["outcomes.total"] = new + over - forward
    return figures


def requests(lot: random.Random, report: gd.AnnualReport, last: gd.AnnualReport | None, most: int) -> None:
    """Fill table III in, beginning with what the year before carried forward."""
    assert report.requests is not None
    sums: Counter[str] = Counter()
    for block in blocks(type(report.requests)):
        if block.declared.of:
            figures = dict(sums)
        else:
            cells = cell_paths(block.declared.classes[0])
            parts = [path for path in cells if path.startswith("outcomes.") and path != "outcomes.total"]
            before = gd.get(last, f"requests.{block.path}.carried_forward") if last else lot.randint(0, most // 4)
            assert isinstance(before, int)
            figures = column(lot, most if block.path == "natural_person" else most // 4, before, parts)
            sums.update(figures)
        for path, figure in figures.items():
            gd.put(report, f"requests.{block.path}.{path}", figure)


def documents(lot: random.Random, report: gd.AnnualReport, last: gd.AnnualReport | None, *, lapse: bool) -> None:
    """Fill in what was issued, repealed and is in force, in edition 2021."""
    for row in DOCUMENTS:
        path = f"proactive_disclosure.{row}"
        known = last is not None and edition_of(last.year or 0) == "2021"
        before = gd.get(last, f"{path}.in_force") if last and known else lot.randint(0, 30)
        assert isinstance(before, int)
        issued = lot.randint(0, 9)
        repealed = lot.randint(0, min(5, before))
        lapsed = lot.randint(0, before - repealed) if lapse and lot.random() < 0.3 else 0
        for cell, figure in (
            ("issued", issued),
            ("repealed", repealed),
            ("in_force", before + issued - repealed - lapsed),
        ):
            gd.put(report, f"{path}.{cell}", figure)


def leave_blank(lot: random.Random, report: gd.AnnualReport, *, noughts_only: bool) -> None:
    """Leave cells of a report blank: most noughts, or some of all cells."""
    share = 0.9 if noughts_only else lot.choice([0.05, 0.3, 0.8])
    for cell in list(gd.cells(report)):
        if (cell.value == 0 or not noughts_only) and lot.random() < share:
            gd.put(report, cell.path, None)


def chain(lot: random.Random, *, blanks: str, lapse: bool) -> list[gd.AnnualReport]:
    """Make a chain in which all is consistent."""
    first = lot.randint(2019, 2024)
    most = lot.choice([3, 12, 200])
    reports: list[gd.AnnualReport] = []
    for year in range(first, first + YEARS):
        report = gd.AnnualReport.blank(agency="示例县水务局", year=year)
        last = reports[-1] if reports else None
        requests(lot, report, last, most)
        if edition_of(year) == "2021":
            documents(lot, report, last, lapse=lapse)
        report.review_and_litigation = table_class("review_and_litigation", "2021").from_rows([[0] * 15])  # type: ignore[assignment]
        reports.append(report)
    for report in reports:
        if blanks != "none" and lot.random() < 0.6:
            leave_blank(lot, report, noughts_only=blanks == "noughts")
    return reports


def changed(lot: random.Random, reports: list[gd.AnnualReport]) -> tuple[list[gd.AnnualReport], int, str, int]:
    """Change one cell of a chain; give the chain, the place of the report, the path, and what stood there."""
    while True:
        place = lot.randrange(YEARS)
        stated = [cell for cell in gd.cells(reports[place]) if isinstance(cell.value, int)]
        carried = [cell for cell in stated if cell.path.endswith(("carried_over", "carried_forward", "in_force"))]
        cell = lot.choice(carried if carried and lot.random() < 0.6 else stated)
        assert isinstance(cell.value, int)
        figure = lot.choice(SLIPS)(cell.value)
        if figure >= 0 and figure != cell.value:
            result = [*reports[:place], copy.deepcopy(reports[place]), *reports[place + 1 :]]
            gd.put(result[place], cell.path, figure)
            return result, place, cell.path, cell.value


def neighbours(reports: list[gd.AnnualReport], place: int, path: str) -> list[tuple[int, str]]:
    """Give the cells of other years that a change of a cell is told by: none at the ends of a chain."""
    if path.endswith("carried_over"):
        told = [(place - 1, path.replace("carried_over", "carried_forward"))]
    elif path.endswith("carried_forward"):
        told = [(place + 1, path.replace("carried_forward", "carried_over"))]
    else:
        told = [(place - 1, path), (place + 1, path)]
        told += [(place + 1, path.replace("in_force", cell)) for cell in ("issued", "repealed")]
        told += [(place, path.replace("in_force", cell)) for cell in ("issued", "repealed")]
    inside = all(0 <= year < YEARS for year, _ in told)
    documents = path.endswith("in_force")
    editions = all(edition_of(reports[year].year or 0) == "2021" for year, _ in told if inside) or not documents
    return told if inside and editions else []


def kind_of(reports: list[gd.AnnualReport], place: int, path: str) -> str:
    """Tell whether the neighbours decide a change of a cell."""
    if not path.endswith(("carried_over", "carried_forward", "in_force")):
        return "another cell of table III" if path.startswith("requests") else "a cell that nothing else tells of"
    told = neighbours(reports, place, path)
    what = "in force" if path.endswith("in_force") else "carried"
    blank = any(gd.get(reports[year], cell) is None for year, cell in told)
    return f"{what}, {'at an end' if not told else 'a neighbour is blank' if blank else 'neighbours decide'}"


def verdict(checked: Chain, report: gd.AnnualReport, path: str, value: int) -> str:
    """Tell how a changed cell was named."""
    named = [(each.place.report is report, each.place.path, each.proposed) for each in checked.culprits]
    if not named:
        return "undecided" if checked.undecided else "not named"
    return "named" if named == [(True, path, value)] else "WRONG"


def run(lot: random.Random, count: int, *, blanks: str, lapse: bool) -> Counter[tuple[str, str]]:
    """Change cells of so many chains, and count how they were named."""
    counts: Counter[tuple[str, str]] = Counter()
    for _ in range(count):
        reports = chain(lot, blanks=blanks, lapse=lapse)
        clean = gd.check_chain(reports)
        counts["consistent chain", "named" if clean.culprits else "silent" if not clean.undecided else "WRONG"] += 1
        mutated, place, path, value = changed(lot, reports)
        checked = gd.check_chain(mutated)
        how = verdict(checked, mutated[place], path, value)
        counts[kind_of(mutated, place, path), how] += 1
    return counts
