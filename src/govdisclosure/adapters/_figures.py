"""Figures of a table in the keys of another tool: which cell each of them is, and how its value is read and written."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from govdisclosure.adapters._losses import Loss, Reason
from govdisclosure.adapters._source import Expected, below
from govdisclosure.form.cell_text import parse_cell
from govdisclosure.model.cells import node_of
from govdisclosure.model.declare import Kind
from govdisclosure.model.editions import EDITION_2021
from govdisclosure.model.structure import cell_paths, fault_of, filled, values_by_path
from govdisclosure.model.values import MAX_DIGITS, NA, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govdisclosure.adapters._source import Source
    from govdisclosure.model.structure import Table
    from govdisclosure.model.values import JSON, CellValue

Keys: TypeAlias = dict[str, "str | Keys"]
"""The keys of a table as they are nested; the innermost with the paths of cells from our table."""


def keys_of(section: str, theirs: Iterable[str]) -> Keys:
    """
    Give the keys of a table.

    Args:
        section: The name of the section.
        theirs: Their paths to the cells, in the order of our cells, or in that of ``ours``.
    """
    return nested(zip(theirs, cell_paths(EDITION_2021.tables[section]), strict=True))


def nested(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Put what belongs to dotted paths into objects in objects."""
    tree: dict[str, Any] = {}
    for path, value in pairs:
        *above, last = path.split(".")
        node = tree
        for key in above:
            node = node.setdefault(key, {})
        node[last] = value
    return tree


def read_table(source: Source, section: str, value: object, keys: Keys, path: str) -> Table:
    """
    Read a table; a key that is not there is a blank cell, one that is unknown is a fault.

    Args:
        source: The document.
        section: The name of the section.
        value: What stands in the place of the table.
        keys: The keys of the table.
        path: The place of the table in the document.
    """
    cls = EDITION_2021.tables[section]
    cells: dict[str, CellValue] = {}
    for own, figure, place in _leaves(source, value, keys, path):
        cells[own] = read_figure(source, cls, own, figure, place)
    return filled(cls, cells)


def _leaves(source: Source, value: object, keys: Keys, path: str) -> Iterator[tuple[str, Any, str]]:
    """Yield the cells that stand in a document: our path, the value, and its place."""
    for key, item in source.mapping(value, path).items():
        known, place = keys.get(key), below(path, key)
        if known is None:
            source.unknown(place)
        elif isinstance(known, str):
            yield known, item, place
        else:
            yield from _leaves(source, item, known, place)


def read_figure(source: Source, cls: type[Table], own: str, value: object, place: str) -> CellValue:
    """Read the value of a cell; None where it is none, which is noted."""
    path = f"{cls.section}.{own}"
    kind = node_of(path).declared.kind
    figure: CellValue = _figure(path, value, kind, texts=source.texts)
    if figure is _UNREADABLE or fault_of(cls, own, figure) is not None:
        expected = Expected.MONEY if kind is Kind.MONEY else Expected.COUNT
        source.fault(place, value, expected(MAX_DIGITS))
        return None
    return figure


_UNREADABLE: Final[Any] = object()


def _figure(path: str, value: object, kind: Kind, *, texts: bool) -> Any:  # noqa: ANN401 - of any kind, and then checked
    if isinstance(value, str) and texts:
        try:
            return parse_cell(path, value)
        except ValueError:
            return _UNREADABLE
    if isinstance(value, bool | str):
        return _UNREADABLE
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) <= _MOST_ADJUSTED:
        value = Decimal(format(value, "f"))
        # 3.0, as Python writes a count that was a float
        return value if kind is Kind.MONEY else int(value) if value == value.to_integral_value() else _UNREADABLE
    return Decimal(value) if isinstance(value, int) and kind is Kind.MONEY else value


_MOST_ADJUSTED: Final = 40
"""Digits before or behind the point beyond which an exponent is not written out: no cell holds half of it."""


def written(table: Table, *, texts: bool) -> Iterator[tuple[str, JSON, Reason | None]]:
    """Yield the cells of a table: the path from it, the value as JSON, and why something of it is lost."""
    for path, value in values_by_path(table).items():
        if value is NA:
            yield (path, "/", None) if texts else (path, None, Reason.NOT_APPLICABLE)
        elif isinstance(value, Decimal):
            number, is_exact = _number(value)
            yield path, number, None if is_exact else Reason.DECIMALS
        else:
            assert value is None or isinstance(value, int)
            yield path, value, None


def _number(amount: Decimal) -> tuple[int | float, bool]:
    """Give an amount as a number of JSON, and tell whether it is the same when it is read again."""
    if amount.as_tuple().exponent == 0:
        return int(amount), True
    number = float(amount)
    return number, plain(Decimal(repr(number))) == plain(amount)


def write_table(table: Table, keys: Keys, *, texts: bool) -> tuple[dict[str, JSON], list[Loss]]:
    """Write a table under their keys."""
    values, lost = {}, []
    own = values_by_path(table)
    for path, value, reason in written(table, texts=texts):
        values[path] = value
        if reason is not None:
            lost.append(Loss.of(f"{type(table).section}.{path}", reason, "/" if own[path] is NA else str(own[path])))
    return _filled_in(keys, values), lost


def _filled_in(keys: Keys, values: Mapping[str, JSON]) -> dict[str, JSON]:
    return {key: values[known] if isinstance(known, str) else _filled_in(known, values) for key, known in keys.items()}
