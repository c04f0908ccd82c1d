"""What is derived from the declarations: the cells of a class, in the order of the form, and their groups."""

from __future__ import annotations

import enum
import functools
from functools import partial
from itertools import chain, starmap
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, Self, TypeVar, cast

import attrs
from attrs import define, frozen

from govdisclosure.model.declare import Declaration, Kind, declaration, narrative
from govdisclosure.model.faults import CellFault, refuse_rows
from govdisclosure.model.filling import filling, local
from govdisclosure.model.given import gone_through
from govdisclosure.model.message import counted
from govdisclosure.model.rules import Refusal
from govdisclosure.model.values import in_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from govdisclosure.model.rules import Broken
    from govdisclosure.model.values import CellValue

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")
_Table = TypeVar("_Table", bound="Table")


def cache(function: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
    """Compute once for each class: ``functools.cache``, which mypy denies to classes of unhashable objects."""
    return cast("Callable[_Arguments, _Result]", functools.cache(function))


@frozen(eq=False)
class Node:
    """
    One declared field below a class, with all that is declared above it.

    Args:
        path: Dotted path from the class.
        chain: Declarations along the path, the field's own last.
    """

    path: str
    chain: tuple[Declaration, ...]

    @property
    def declared(self) -> Declaration:
        """The field's own declaration."""
        return self.chain[-1]

    @property
    def label(self) -> str:
        """The official labels along the path, joined as ``规章 / 本年制发件数``."""
        return " / ".join(above.label for above in self.chain)

    @property
    def law(self) -> str | None:
        """The ground in the Regulation: the field's own, or that of what it is in; None where there is none."""
        return next((above.law for above in reversed(self.chain) if above.law is not None), None)


@cache
def nodes(cls: type) -> tuple[Node, ...]:
    """Give every declared field below ``cls``, groups before what is in them, in the order of the form."""
    return tuple(_walk(cls, "", ()))


def _walk(cls: type, prefix: str, chain: tuple[Declaration, ...]) -> Iterator[Node]:
    for attribute in attrs.fields(cls):
        declared = declaration(attribute)
        path = prefix + attribute.name
        yield Node(path, (*chain, declared))
        for inner in declared.classes:
            yield from _walk(inner, f"{path}.", (*chain, declared))


@cache
def cell_nodes(cls: type) -> tuple[Node, ...]:
    """Give the cells below ``cls``, in the order of its JSON."""
    return tuple(node for node in nodes(cls) if node.declared.kind.is_cell)


@cache
def cell_paths(cls: type) -> tuple[str, ...]:
    """Give the paths of the cells below ``cls``, in the order of its JSON."""
    return tuple(node.path for node in cell_nodes(cls))


@cache
def cell_kinds(cls: type) -> Mapping[str, Kind]:
    """Give the kinds of the cells below ``cls``, by their paths."""
    return {node.path: node.declared.kind for node in cell_nodes(cls)}


@cache
def blocks(cls: type) -> tuple[Node, ...]:
    """Give the blocks of a table: rows of table II, columns of table III, groups of five results of table IV."""
    return tuple(node for node in nodes(cls) if node.declared.kind is Kind.BLOCK)


def block_cells(node: Node) -> tuple[str, ...]:
    """Give the paths of the cells of one block, from the table."""
    return tuple(f"{node.path}.{path}" for path in cell_paths(node.declared.classes[0]))


@cache
def _getter(cls: type) -> Callable[[Group], tuple[CellValue, ...]]:
    """Compile what gives the values of the cells of a class, each group on the way looked up once."""
    lines, cells = list[str](), list[str]()
    for node in nodes(cls):
        above, _, name = node.path.rpartition(".")
        if node.declared.kind.is_cell:
            cells.append(f"{local('group', above)}.{name},")
        elif node.declared.kind is not Kind.NARRATIVE:
            lines.append(f"{local('group', node.path)} = {local('group', above)}.{name}")
    names: dict[str, Any] = {}
    exec("\n ".join(["def values(group):", *lines, f"return ({' '.join(cells)})"]), names)  # noqa: S102 - as in filling
    return cast("Callable[[Group], tuple[CellValue, ...]]", names["values"])


def cell_values(group: Group) -> tuple[CellValue, ...]:
    """Give the values of all cells of a table or group, in the order of ``cell_paths``."""
    return _getter(type(group))(group)


def values_by_path(group: Group) -> dict[str, CellValue]:
    """Give the values of all cells of a table or group, by their paths from it."""
    return dict(zip(cell_paths(type(group)), cell_values(group), strict=True))


@functools.cache
def _owner(path: str) -> tuple[Callable[[Group], Any] | None, str]:
    above, _, name = path.rpartition(".")
    return attrgetter(above) if above else None, name


def set_cell(group: Group, path: str, value: CellValue) -> None:
    """Set one cell by its path from the group; validated as every assignment is."""
    owner, name = _owner(path)
    setattr(group if owner is None else owner(group), name, value)


@cache
def _rules(cls: type) -> dict[str, Callable[[Any], Broken | None]]:
    """Give the rules of the cells below ``cls``, by their paths."""
    rules: dict[str, Callable[[Any], Broken | None]] = {}
    for attribute in attrs.fields(cls):
        declared = declaration(attribute)
        for inner in declared.classes:
            rules |= {f"{attribute.name}.{path}": rule for path, rule in _rules(inner).items()}
        if declared.kind.is_cell:
            rules[attribute.name] = attribute.validator.rule
    return rules


def fault_of(cls: type[Table], path: str, value: object) -> CellFault | None:
    """Say what keeps a value from being that of a cell of a table, by the cell's path from the table."""
    broken = _rules(cls)[path](value)
    return None if broken is None else CellFault(Refusal(f"{cls.section}.{path}", broken, in_short(value)))


def filled(cls: type[_Table], cells: Mapping[str, CellValue]) -> _Table:
    """
    Make a table of these cells by their paths; the others are blank.

    It is not validated: its cells must be such as a reader makes, which are valid already.
    """
    return cast("_Table", _filler(cls)([*map(cells.get, cell_paths(cls))]))


def filled_in_order(cls: type[_Table], figures: Sequence[CellValue]) -> _Table:
    """Make a table of all its figures in the order of the form; it is not validated, as above."""
    return cast("_Table", _filler(cls)(_in_order(cls)(figures)))


@cache
def _filler(cls: type) -> Callable[[Sequence[CellValue]], Group]:
    """Give what makes a table or a block of the values of its cells, in the order of ``cell_paths``."""
    return filling(cls, _Values(cls))


class _Values:
    """The source of an instance: the values of its cells in their order."""

    parameters = "values"
    returned = "made"

    def __init__(self, cls: type) -> None:
        self.names: dict[str, object] = {}
        self._at = {path: at for at, path in enumerate(cell_paths(cls))}

    def enter(self, *_: object) -> tuple[str, ...]:
        """Give nothing: a group has no value of its own."""
        return ()

    def put(self, path: str, attribute: attrs.Attribute[Any], target: str) -> tuple[str, ...]:
        """Give the line that puts a cell, a block of cells, or a list for notes."""
        if path in self._at:
            return (f"{target} = values[{self._at[path]}]",)
        if declaration(attribute).kind is Kind.NARRATIVE:
            return (f"{target} = []",)
        (cls,) = declaration(attribute).classes
        self.names[f"fill_{cls.__name__}"] = _filler(cls)
        start = self._at[f"{path}.{cell_paths(cls)[0]}"]
        return (f"{target} = fill_{cls.__name__}(values[{start}:{start + len(cell_paths(cls))}])",)


@cache
def _figure_paths(cls: type[Table]) -> tuple[tuple[str, ...], ...]:
    by_block = tuple(map(block_cells, blocks(cls)))
    if cls.shape is Shape.CAPTIONS:
        return by_block
    if cls.shape is Shape.COLUMNS:
        return tuple(zip(*by_block, strict=True))
    return (tuple(chain.from_iterable(by_block)),)


@cache
def _figure_rules(cls: type[Table]) -> tuple[Callable[[Any], Broken | None], ...]:
    """Give the rules of the cells in the order of the form."""
    return tuple(map(_rules(cls).__getitem__, chain.from_iterable(_figure_paths(cls))))


@cache
def _in_order(cls: type[Table]) -> Callable[[Sequence[CellValue]], tuple[CellValue, ...]]:
    """Give what puts figures from the order of the form into that of ``cell_paths``."""
    paths = list(chain.from_iterable(_figure_paths(cls)))
    return itemgetter(*map(paths.index, cell_paths(cls)))


@cache
def _declares_a_table(cls: type[Table]) -> bool:
    """Tell whether a class declares a table itself; one derived from such a class may do more when it is made."""
    return "section" in vars(cls)


class Group:
    """A group of cells; its ``repr`` names only the cells that are not blank."""

    __slots__ = ()

    def __repr__(self) -> str:
        cls: type = type(self)
        stated = ((attribute.name, getattr(self, attribute.name)) for attribute in attrs.fields(cls))
        inner = ", ".join(f"{name}={part!r}" for name, part in stated if not _is_blank(part))
        return f"{type(self).__name__}({inner})"


def _is_blank(part: object) -> bool:
    if isinstance(part, Group):
        return all(cell is None for cell in cell_values(part))
    return part is None


class Shape(enum.Enum):
    """How the form lays a table out."""

    CAPTIONS = "captions"
    """Table II: each block is a row of figures, below a caption and column heads that blocks under it share."""

    COLUMNS = "columns"
    """Table III: each block is a column of figures, and all have the same rows."""

    ROW = "row"
    """Table IV: one row of figures without a label, the blocks side by side under their heads."""


@define(kw_only=True, repr=False)
class Table(Group):
    """
    A table of the form.

    Args:
        notes: Paragraphs printed beside the table; usually none.

    Class attributes:
        edition: Name of the edition that the class belongs to; None where every edition has the same table.
        section: Name of the section of a report that it stands in.
        shape: How the form lays it out.
    """

    edition: ClassVar[str | None] = None
    section: ClassVar[str]
    shape: ClassVar[Shape]

    notes: list[str] = narrative("说明", required=True)
    """说明"""

    @classmethod
    def blank(cls) -> Self:
        """Give a table in which every cell is blank."""
        return filled(cls, {}) if _declares_a_table(cls) else cls()

    @classmethod
    def figure_paths(cls) -> tuple[tuple[str, ...], ...]:
        """Give the paths of the cells row by row, as the form prints them."""
        return _figure_paths(cls)

    @classmethod
    def from_rows(cls, rows: Iterable[Iterable[CellValue]]) -> Self:
        """
        Fill the table in from its figure rows, in the order of the form.

        Args:
            rows: Table II 3, 3, 1, 1, 1, 1 values (edition 2019: 3, 3, 3, 3, 3, 3, 2, 2); table III 25 rows of 7
                (edition 2019: 23); table IV one row of 15. Model values: a number, ``None`` or ``NA``; money as
                ``Decimal``, in 采购总金额 as ``Amount``.

        Raises:
            TypeError: If ``rows`` or one of them cannot be gone through; if values are of a wrong type, and that is all
                that is wrong.
            ValueError: If the number of rows, or of values in a row, is not that of the form; or a value is out of
                range. An error of values has all of them as ``faults``, each with the whole path of its cell.
        """
        paths = cls.figure_paths()
        given_rows = gone_through("rows", rows, "rows of figures")
        if len(given_rows) != len(paths):
            raise ValueError(f"{cls.__name__} has {len(paths)} rows of figures, got {len(given_rows)}")
        figures: list[CellValue] = []
        for index, (each, expected) in enumerate(zip(given_rows, paths, strict=True)):
            row = gone_through(f"rows[{index}]", each, "figures")
            if len(row) != len(expected):
                expected_figures = counted(len(expected), "{n} figure|{n} figures")
                raise ValueError(f"{cls.__name__} has {expected_figures} in row {index}, got {len(row)}")
            figures += row
        if any(rule(figure) for rule, figure in zip(_figure_rules(cls), figures, strict=True)):
            given = zip(chain.from_iterable(paths), figures, strict=True)
            refuse_rows(filter(None, starmap(partial(fault_of, cls), given)))
        if _declares_a_table(cls):
            return filled_in_order(cls, figures)
        table = cls()
        for path, figure in zip(chain.from_iterable(paths), figures, strict=True):
            set_cell(table, path, figure)
        return table

    def __repr__(self) -> str:
        values = cell_values(self)
        stated = sum(cell is not None for cell in values)
        edition = f"edition {self.edition}, " if self.edition else ""
        return f"<{type(self).__name__}: {edition}{stated} of {len(values)} cells filled in>"
