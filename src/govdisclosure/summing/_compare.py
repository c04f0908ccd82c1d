"""A parent held against its children: for every cell what it states, what each child states, and the gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.model.cells import cells, get, tables
from govdisclosure.model.declare import Kind
from govdisclosure.model.money import EXACT, PLACES
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.structure import cache, cell_nodes, cell_values
from govdisclosure.model.values import Amount, NAType
from govdisclosure.summing._adding import Figure, exact_sum, is_unclear
from govdisclosure.summing._family import Family

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table
    from govdisclosure.model.values import CellValue
    from govdisclosure.summing._family import Child


@frozen(eq=False)
class Line:
    """
    One equation of a roll-up: a cell of the parent, or cells that an edition counts in one, and the children's.

    Args:
        paths: The cells of the parent.
        kind: What they hold.
        parent: What the parent states; None where it does not.
        figures: What each child states, in the order of the family; None where it does not. Amounts whose cell brings
            its unit along are in 元.
        is_whole: Whether all children are there: no unit of the roster is missing.
    """

    paths: tuple[str, ...]
    kind: Kind
    parent: Figure | None
    figures: tuple[Figure | None, ...]
    is_whole: bool

    @cached_property
    def total(self) -> Figure:
        """The sum of what the children state."""
        stated = [figure for figure in self.figures if figure is not None]
        if self.kind.is_money:
            return exact_sum(stated)
        return sum(stated)

    @cached_property
    def is_complete(self) -> bool:
        """Whether every child states its figure, and none is missing."""
        return self.is_whole and None not in self.figures

    @property
    def gap(self) -> Figure:
        """What the parent states more than its children; nought where it states nothing."""
        if self.parent is None:
            return 0
        if isinstance(self.parent, Decimal) or isinstance(self.total, Decimal):
            return EXACT.subtract(self.parent, self.total)
        return self.parent - self.total

    @cached_property
    def tolerance(self) -> Decimal:
        """
        How far the two sides of an amount can be apart by rounding alone: half the last printed digit of each figure.

        A nought that is printed without decimals has those of the finest figure of the line; it is exact if none has
        any.
        """
        if not self.kind.is_money:
            return Decimal(0)
        amounts = [figure for figure in (self.parent, *self.figures) if isinstance(figure, Decimal)]
        finest = min((_last_digit(each) for each in amounts if _has_decimals(each)), default=Decimal(0))
        tolerated = (finest if not each and not _has_decimals(each) else _last_digit(each) for each in amounts)
        return EXACT.divide(sum(tolerated, Decimal(0)), Decimal(2))

    @property
    def fails(self) -> bool:
        """Whether the cell of the parent cannot be the sum: a blank of a child is nought or more."""
        if self.parent is None:
            return False
        if self.is_complete:
            return self.tolerance < self.gap or -self.tolerance > self.gap
        # 本年增/减 of a child that says nothing can be below nought.
        return self.kind is not Kind.CHANGE and -self.tolerance > self.gap


def _last_digit(amount: Decimal) -> Decimal:
    return Decimal((0, (1,), _exponent(amount)))


def _has_decimals(amount: Decimal) -> bool:
    """Tell whether an amount was printed with decimals, in 元 or in 万元."""
    return _exponent(amount) not in PLACES.values()


def _exponent(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


@frozen(eq=False)
class Comparison:
    """
    A parent held against its children.

    Args:
        report: The report of the parent.
        family: The children.
        lines: What is compared, in the order of the report.
        places: For each table of the parent the places of the cells of its lines, by the name of its section.
    """

    report: AnnualReport
    family: Family
    lines: tuple[Line, ...]
    places: Mapping[str, tuple[tuple[int, ...], ...]]

    @cached_property
    def failing(self) -> tuple[Line, ...]:
        """The lines that cannot be right."""
        return tuple(line for line in self.lines if line.fails)

    @property
    def without_unit(self) -> Mapping[str, tuple[str, ...]]:
        """
        The amounts that the parent states, but that cannot be compared for want of a unit.

        By the path of the cell, with the names of the children that do not say theirs; none where only the parent does
        not.
        """
        silent: dict[str, tuple[str, ...]] = {}
        for line in self.lines:
            (path, *_) = line.paths
            own = get(self.report, path) if line.kind is Kind.MONEY_WITH_UNIT else None
            if isinstance(own, Amount):
                names = tuple(child.name for child in self.family.children if _is_without_unit(child, path))
                if names or is_unclear(own):
                    silent[path] = names
        return silent

    def figures_of(self, report: AnnualReport) -> tuple[Figure | None, ...]:
        """Give what a report states in each line."""
        figures: list[Figure | None] = []
        for section, table in tables(self.report):
            figures += _stated_in(getattr(report, section), type(table), self.places[section])
        return tuple(figures)


def _is_without_unit(child: Child, path: str) -> bool:
    return any(cell.path == path and is_unclear(cell.value) for version in child.versions for cell in cells(version))


def compared(report: AnnualReport, family: Family) -> Comparison:
    """
    Hold a parent against its children.

    Every cell of its tables is compared, and with children in another edition what both count: （六）其他处理 of
    edition 2019 is the sum of the three cells of 2021.
    """
    lines: list[Line] = []
    compared_at: dict[str, tuple[tuple[int, ...], ...]] = {}
    for section, table in tables(report):
        cls: type[Table] = type(table)
        own = [[getattr(version, section) for version in child.versions] for child in family.children]
        classes = {type(each) for versions in own for each in versions if each is not None}
        compared_at[section] = places = _places(cls, frozenset(classes))
        columns = [_column(versions, cls, places) for versions in own]
        rows: Iterable[tuple[Figure | None, ...]] = zip(*columns, strict=True) if columns else [()] * len(places)
        values = cell_values(table)
        kinds = [node.declared.kind for node in cell_nodes(cls)]
        paths = [f"{section}.{node.path}" for node in cell_nodes(cls)]
        for at, row in zip(places, rows, strict=True):
            line = Line(
                tuple(paths[place] for place in at),
                kinds[at[0]],
                _sum_at(values, at),
                row,
                not family.missing and not family.wrong_year,
            )
            lines.append(line)
    return Comparison(report, family, tuple(lines), compared_at)


@cache
def _places(cls: type[Table], others: frozenset[type[Table]]) -> tuple[tuple[int, ...], ...]:
    """Give the places of the cells that are compared: each by itself, and those that another class counts in one."""
    nodes = cell_nodes(cls)
    singles = [(place,) for place in range(len(nodes))]
    whole = {node.path for other in others for node in cell_nodes(other)} - {node.path for node in nodes}
    groups = [tuple(place for place, node in enumerate(nodes) if node.path.startswith(f"{path}.")) for path in whole]
    return (*singles, *sorted(group for group in groups if group))


@cache
def _places_in(other: type[Table], cls: type[Table], at: tuple[int, ...]) -> tuple[int, ...]:
    """Give the places, in another class, of what stands at some places of a class; none where it has no such cells."""
    nodes, own = cell_nodes(other), [cell_nodes(cls)[place] for place in at]
    kinds = {node.path: (place, node.declared.kind) for place, node in enumerate(nodes)}
    same = [kinds[node.path][0] for node in own if kinds.get(node.path, (0, None))[1] is node.declared.kind]
    if len(same) == len(own):
        return tuple(same)
    # outcomes.other of edition 2019, and outcomes.other.fee_unpaid of edition 2021
    above = own[0].path if len(own) == 1 else own[0].path.rpartition(".")[0]
    if len(own) > 1:
        return (kinds[above][0],) if above in kinds else ()
    return tuple(place for place, node in enumerate(nodes) if node.path.startswith(f"{above}."))


def _column(
    versions: Sequence[Table | None], cls: type[Table], places: tuple[tuple[int, ...], ...]
) -> tuple[Figure | None, ...]:
    """Give what one child states in each line; nothing where versions of its report differ."""
    several = [_stated_in(table, cls, places) for table in versions]
    if len(several) == 1:
        return several[0]
    return tuple(figures[0] if len(set(figures)) == 1 else None for figures in zip(*several, strict=True))


def _stated_in(table: Table | None, cls: type[Table], places: tuple[tuple[int, ...], ...]) -> tuple[Figure | None, ...]:
    """Give what one table states in each line of a comparison."""
    if table is None:
        return (None,) * len(places)
    values = cell_values(table)
    if type(table) is cls:
        return tuple(_figure(values[at[0]]) if len(at) == 1 else _sum_at(values, at) for at in places)
    return tuple(_sum_at(values, _places_in(type(table), cls, at)) for at in places)


def _sum_at(values: Sequence[CellValue], at: tuple[int, ...]) -> Figure | None:
    """Give the sum of some cells; None where one says nothing, or there is none."""
    figures = [_figure(values[place]) for place in at]
    if len(figures) == 1:
        return figures[0]
    stated = [figure for figure in figures if isinstance(figure, int)]
    return sum(stated) if figures and len(stated) == len(figures) else None


def _figure(value: CellValue) -> Figure | None:
    """Take a cell as a number: "/" is nought; an amount with its unit is in 元, with the digits that are printed."""
    if value is None or type(value) is int:
        return value
    if isinstance(value, Amount):
        return None if value.unit is None else EXACT.scaleb(value.value, PLACES[value.unit])
    return 0 if isinstance(value, NAType) else value
