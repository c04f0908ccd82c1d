"""Tables III that add up, complete, sparse and with blanks, and what is done to them: for tests of the diagnosis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from attrs import frozen

import govdisclosure as gd
from govdisclosure.arithmetic.convention import totals
from govdisclosure.diagnosis import Diagnosis, Range
from govdisclosure.model.editions import EDITIONS
from govdisclosure.model.structure import cell_paths
from govdisclosure.model.values import CellValue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from govdisclosure.diagnosis import Proposed

SECTION: Final = "requests"
_COLUMNS: Final = 7
_APPLICANTS: Final = (12, 3, 1, 1, 1, 1)
"""How often applicants of each kind come: most are natural persons."""


@frozen
class Sample:
    """
    A table III.

    Args:
        cls: Its class.
        figures: Its figures by their paths below the table.
        noted: Paths of the cells that notes of its reading name.
    """

    cls: type[gd.Requests | gd.Requests2019]
    figures: Mapping[str, CellValue]
    noted: tuple[str, ...] = ()

    def with_figures(self, figures: Mapping[str, CellValue]) -> Sample:
        """Give the table with other figures in some cells."""
        return Sample(self.cls, {**self.figures, **figures}, self.noted)

    def with_notes(self, noted: tuple[str, ...]) -> Sample:
        """Give the table with other cells named by notes."""
        return Sample(self.cls, self.figures, noted)

    def count(self, path: str) -> int:
        """Give the figure of a cell that is stated."""
        return cast("int", self.figures[path])

    def reading(self) -> gd.Reading:
        """Give it as it was read."""
        report = gd.AnnualReport()
        report.requests = self.cls.from_rows([[self.figures[path] for path in row] for row in self.cls.figure_paths()])
        return gd.Reading(report, [gd.Note("AMBIGUOUS", tuple(f"{SECTION}.{path}" for path in self.noted))])

    def diagnosed(self) -> Diagnosis:
        """Diagnose it."""
        return gd.diagnose(self.reading())


def rows(cls: type[gd.Requests | gd.Requests2019]) -> tuple[tuple[str, ...], ...]:
    """Give the paths of the cells, row by row."""
    return cls.figure_paths()


def _classes() -> tuple[type[gd.Requests | gd.Requests2019], ...]:
    return tuple(edition.tables[SECTION] for edition in EDITIONS.values())  # type: ignore[misc]


def dense(random: Random) -> Sample:
    """Give a table with figures everywhere, as that of a large city."""
    cls = random.choice(_classes())
    received, carried, *outcomes, _, forward = rows(cls)
    figures: dict[str, int] = {}
    for column in range(_COLUMNS - 1):
        done = {row[column]: random.choice((0, 0, random.randint(0, 9), random.randint(0, 120))) for row in outcomes}
        figures |= done
        figures[forward[column]] = random.randint(0, 20)
        total = sum(done.values()) + figures[forward[column]]
        figures[carried[column]] = min(random.randint(0, 20), total)
        figures[received[column]] = total - figures[carried[column]]
    return Sample(cls, _with_totals(cls, figures))


def sparse(random: Random) -> Sample:
    """Give a table of a few requests, as most are."""
    cls = random.choice(_classes())
    received, carried, *outcomes, _, forward = rows(cls)
    figures = dict.fromkeys(cell_paths(cls), 0)
    often = [20, 8, *(1 for _ in outcomes[2:])]
    for _ in range(random.choice((random.randint(1, 8), random.randint(12, 50)))):
        (column,) = random.choices(range(_COLUMNS - 1), _APPLICANTS)
        (came,) = random.choices((received, carried), (10, 1))
        (went,) = random.choices((*outcomes, forward), (*often, 3))
        figures[came[column]] += 1
        figures[went[column]] += 1
    return Sample(cls, _with_totals(cls, figures))


def _with_totals(cls: type[gd.Requests | gd.Requests2019], figures: Mapping[str, int]) -> dict[str, CellValue]:
    """Fill the totals in: （七） of each column, then 总计 of each row."""
    filled = dict(figures)
    _, _, *outcomes, done, _ = rows(cls)
    for column in range(_COLUMNS - 1):
        filled[done[column]] = sum(filled[row[column]] for row in outcomes)
    for *parts, total in rows(cls):
        filled[total] = sum(filled[part] for part in parts)
    return {path: filled[path] for path in cell_paths(cls)}


def blanked(random: Random, sample: Sample) -> Sample:
    """Leave noughts, totals, or both, blank; some readings are not sure of some cells, one or a row of them."""
    empty: set[str] = set()
    if random.random() < 0.7:
        empty |= {path for path, figure in sample.figures.items() if figure == 0}
    paths = cell_paths(sample.cls)
    cls: type = sample.cls
    whole = [paths[total.at] for total in totals(cls)]
    share = random.choice((0.0, 0.3, 1.0))
    empty |= {path for path in whole if random.random() < share}
    noted: tuple[str, ...] = ()
    if random.random() < 0.5:
        noted = random.choice((random.choice(rows(sample.cls)), tuple(random.sample(paths, random.randint(1, 3)))))
        empty |= set(noted)
    return Sample(
        sample.cls, {path: None if path in empty else figure for path, figure in sample.figures.items()}, noted
    )


def _exchanged(figure: int) -> int:
    digits = str(figure)
    return int(digits[:-2] + digits[-1] + digits[-2]) if len(digits) > 1 else figure


FAULTS: Final[Mapping[str, Callable[[int], int]]] = {
    "one more": lambda figure: figure + 1,
    "one less": lambda figure: max(figure - 1, 0),
    "ten times": lambda figure: figure * 10,
    "digits exchanged": _exchanged,
    "digit dropped": lambda figure: figure // 10 if figure >= 10 else figure,
}
"""What is done to a figure; where it changes nothing, nothing is done."""


def place_of(diagnosis: Diagnosis, truth: Mapping[str, int]) -> int | None:
    """Tell in which group the repair is that makes a table what it was; None if in none."""
    for place, group in enumerate(diagnosis.groups):
        if any(_makes(repair.cells, truth) for repair in group):
            return place
    return None


def _makes(cells: Mapping[str, Proposed], truth: Mapping[str, int]) -> bool:
    due = {f"{SECTION}.{path}": figure for path, figure in truth.items()}
    return cells.keys() == due.keys() and all(_allows(proposed, due[path]) for path, proposed in cells.items())


def _allows(proposed: Proposed, figure: int) -> bool:
    if isinstance(proposed, Range):
        return proposed.low <= figure and (proposed.high is None or figure <= proposed.high)
    return proposed == figure


def slid(figures: Sequence[int], way: str) -> list[int]:
    """Give the figures of a row as they stand after they have slid by a column."""
    *parts, total = figures
    if way == "right":
        return [0, *parts]
    if way == "left":
        return [*figures[1:], 0]
    if way == "right, but for the total":
        return [0, *parts[:-1], total]
    return [*parts[1:], 0, total]


WAYS: Final = ("right", "left", "right, but for the total", "left, but for the total")
