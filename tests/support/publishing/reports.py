"""Random reports to publish: both editions and mixes, small and large bodies, blanks, strokes, faults."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import govdisclosure as gd
from govdisclosure.arithmetic.identities import identities
from govdisclosure.model.declare import Kind
from govdisclosure.model.editions import table_class
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import Shape, Table, blocks, cell_nodes, cell_paths, set_cell

if TYPE_CHECKING:
    from random import Random

    from govdisclosure.model.values import CellValue, Unit

Blanks: TypeAlias = Literal["none", "some"]

AGENCIES: Final = (
    "示例市人民政府",
    "示例县教育局",
    "示例镇人民政府",
    "示例省司法厅",
    "示例区示例街道办事处",
    "示例市住房和城乡建设局",
)
_LARGEST: Final = (0, 3, 12, 90, 2_000, 400_000)
_BALANCE: Final = ("newly_received", "carried_over", "outcomes.total", "carried_forward")


def random_report(rng: Random, *, blanks: Blanks | None = None, edition: str | None = None) -> gd.AnnualReport:
    """
    Make a report.

    Args:
        rng: The source of chance.
        blanks: Whether no cell is blank, or some are; by default either.
        edition: The edition of all tables; by default that of the year, in one report of twelve a mix.
    """
    year = rng.choice((2019, 2020)) if edition == "2019" else rng.randint(2021, 2025)
    if edition is None and rng.random() < 1 / 4:
        year = rng.choice((2019, 2020))
    report = gd.AnnualReport.blank(agency=rng.choice(AGENCIES), year=year)
    report.published = None
    mixed = edition is None and rng.random() < 1 / 12
    for section in TABLES:
        own = "2019" if year < 2021 else "2021"
        chosen = rng.choice(("2019", "2021")) if mixed else own
        setattr(report, section, _table(rng, section, chosen))
    if rng.random() < 0.15:
        _add_faults(rng, report)
    if rng.random() < 0.12:
        _add_strokes(rng, report)
    if blanks == "some" or (blanks is None and rng.random() < 0.6):
        _add_blanks(rng, report)
    return report


def figures(report: gd.AnnualReport) -> dict[str, CellValue]:
    """Give every cell of a report by its path."""
    return {cell.path: cell.value for cell in gd.cells(report)}


def _table(rng: Random, section: str, edition: str) -> Table:
    cls = table_class(section, edition)
    if cls.shape is not Shape.CAPTIONS:
        return _adding_up(rng, cls)
    table = cls()
    for node in cell_nodes(cls):
        set_cell(table, node.path, _figure(rng, node.declared.kind))
    return table


def _figure(rng: Random, kind: Kind) -> CellValue:
    number = _small(rng, rng.choice(_LARGEST))
    if kind is Kind.CHANGE:
        return number * rng.choice((1, 1, -1))
    if kind is Kind.COUNT:
        return number
    digits = rng.choice((0, 0, 1, 2, 2, 6))
    amount = Decimal(rng.choice((0, number, number * 10**digits + rng.randrange(10**digits)))).scaleb(-digits)
    unit: Unit | None = rng.choice((None, "元", "万元"))
    return gd.Amount(amount, unit) if kind is Kind.MONEY_WITH_UNIT else amount


def _small(rng: Random, largest: int) -> int:
    return 0 if rng.random() < 0.4 else rng.randint(0, largest)


def _adding_up(rng: Random, cls: type[Table]) -> Table:
    """Make a table III or IV whose totals are right."""
    table = cls()
    largest, busy = rng.choice(_LARGEST), rng.choice((0.05, 0.3, 0.9))
    parts = [block for block in blocks(cls) if not block.declared.of]
    cells = cell_paths(parts[0].declared.classes[0])
    sums = dict.fromkeys(cells, 0)
    for block in parts:
        column = _column(rng, cells, largest if rng.random() < max(busy, 0.3) else 0, busy)
        for path, figure in column.items():
            set_cell(table, f"{block.path}.{path}", figure)
            sums[path] += figure
    for block in blocks(cls):
        if block.declared.of:
            for path, figure in sums.items():
                set_cell(table, f"{block.path}.{path}", figure)
    return table


def _column(rng: Random, cells: tuple[str, ...], largest: int, busy: float) -> dict[str, int]:
    column = {path: rng.randint(0, largest) if rng.random() < busy else 0 for path in cells}
    if "total" in column:
        column["total"] = sum(figure for path, figure in column.items() if path != "total")
        return column
    newly, over, total, forward = _BALANCE
    column[total] = sum(figure for path, figure in column.items() if path not in _BALANCE)
    column[over] = min(column[over], column[total] + column[forward])
    column[newly] = column[total] + column[forward] - column[over]
    return column


def _add_faults(rng: Random, report: gd.AnnualReport) -> None:
    """Let some figures disagree with the others, as one report in six has them."""
    counted = [path for path, value in figures(report).items() if isinstance(value, int)]
    for path in rng.sample(counted, rng.randint(1, 4)):
        value = gd.get(report, path)
        assert isinstance(value, int)
        gd.put(report, path, max(0, value + rng.choice((-2, -1, 1, 1, 2, 10))))


def _add_strokes(rng: Random, report: gd.AnnualReport) -> None:
    paths = list(figures(report))
    rules = [path for path in paths if ".rules." in path]
    noughts = [path for path in paths if gd.get(report, path) == 0]
    for path in rng.choice((rules, rng.sample(paths, 3), rng.sample(noughts, min(5, len(noughts))))):
        gd.put(report, path, gd.NA)


def _add_blanks(rng: Random, report: gd.AnnualReport) -> None:
    """Leave cells blank: noughts, a few, all but a few, whole rows; some figure is always left."""
    paths = list(figures(report))
    kind = rng.choice(("noughts", "noughts", "few", "few", "many", "rows", "part of the noughts"))
    if kind == "noughts":
        chosen = [path for path in paths if gd.get(report, path) == 0]
    elif kind == "part of the noughts":
        chosen = [path for path in paths if gd.get(report, path) == 0 and rng.random() < 0.7]
    elif kind == "rows":
        rows = [
            [f"{section}.{path}" for path in row]
            for section in TABLES
            for row in type(getattr(report, section)).figure_paths()
        ]
        chosen = [path for row in rng.sample(rows, rng.randint(1, 12)) for path in row]
    else:
        chosen = rng.sample(paths, rng.randint(1, 12) if kind == "few" else len(paths) - rng.randint(5, 60))
    left = set(paths) - set(chosen)
    stated = [path for path in left if gd.get(report, path) is not None]
    for path in chosen if stated else chosen[:-1]:
        gd.put(report, path, None)


def can_hold(report: gd.AnnualReport) -> bool:
    """Tell whether every identity of the form can hold: a blank is nought or more, a stroke is nothing."""
    return all(_can_hold(report, section) for section in TABLES if getattr(report, section) is not None)


def _can_hold(report: gd.AnnualReport, section: str) -> bool:
    table = getattr(report, section)
    assert isinstance(table, Table)
    cls: type = type(table)
    for identity in identities(cls):
        sides = [[gd.get(report, f"{section}.{path}") for path in side] for side in (identity.left, identity.right)]
        left, right = (sum(value for value in side if isinstance(value, int)) for side in sides)
        if left > right and None not in sides[1]:
            return False
        if right > left and None not in sides[0]:
            return False
    return True
