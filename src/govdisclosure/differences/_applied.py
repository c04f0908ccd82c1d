"""Making one report of the other by their differences."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, NoReturn, TypeVar

from govdisclosure.differences import _parts
from govdisclosure.differences._compared import part_alone, shared_cells
from govdisclosure.differences.changes import (
    CellChange,
    ListChange,
    MetadataChange,
    OtherSectionChange,
    ParagraphChange,
    SectionChange,
    TableChange,
)
from govdisclosure.errors import UsageError
from govdisclosure.model.cells import get, put
from govdisclosure.model.editions import table_classes
from govdisclosure.model.structure import set_cell, values_by_path
from govdisclosure.model.values import scale_key, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govdisclosure.differences.changes import Change, TablePart
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.structure import Table

_Item = TypeVar("_Item")
_Change = TypeVar("_Change")
_OfList = TypeVar("_OfList", ParagraphChange, OtherSectionChange)


def applied(changes: Sequence[Change], base: AnnualReport) -> AnnualReport:
    """
    Give a copy of a report with differences made.

    Raises:
        UsageError: If something in the report is not what the differences begin with; it names its path.
    """
    result = copy.deepcopy(base)
    _put_metadata(result, _of(MetadataChange, changes))
    # Notes of a table that goes are taken from it, and those of one that comes are put beside it.
    texts = {
        path: _remade(path, _parts.paragraphs(base, path), edits)
        for path, edits in _by_section(_of(ParagraphChange, changes)).items()
    }
    for table in _of(TableChange, changes):
        _put_table(result, table, texts)
    for cell in _of(CellChange, changes):
        _put_cell(result, cell)
    for section in _of(SectionChange, changes):
        _put_section(result, section)
    for path, paragraphs in texts.items():
        _put_paragraphs(result, path, paragraphs)
    for path, others in _by_section(_of(OtherSectionChange, changes)).items():
        _parts.put_other_sections(result, _remade(path, _parts.other_sections(base), others))
    return result


def _of(cls: type[_Change], changes: Iterable[Change]) -> list[_Change]:
    return [change for change in changes if isinstance(change, cls)]


def _by_section(changes: Iterable[_OfList]) -> dict[str, list[_OfList]]:
    grouped: dict[str, list[_OfList]] = {}
    for change in changes:
        grouped.setdefault(change.section, []).append(change)
    return grouped


def _refuse(path: str, expected: object, actual: object) -> NoReturn:
    raise UsageError(
        f"{path}: these differences begin with {shown(expected)}, and the report that they are applied to has "
        f"{shown(actual)}"
    )


def _put_metadata(report: AnnualReport, changes: list[MetadataChange]) -> None:
    values = _parts.metadata(report)
    for change in changes:
        is_same = _parts.extensions_key if change.path == _parts.EXTENSIONS else _itself
        if is_same(values[change.path]) != is_same(change.before):
            _refuse(change.path, change.before, values[change.path])
        values[change.path] = copy.deepcopy(change.after)
    if changes:
        try:
            _parts.put_metadata(report, values)
        except (TypeError, ValueError) as error:
            # An agency that loses its name keeps a code that the differences do not know of.
            path = changes[0].path
            raise UsageError(f"{path}: with these differences, no report could hold its metadata: {error}") from error


def _itself(value: object) -> object:
    return value


def _put_table(report: AnnualReport, change: TableChange, texts: Mapping[str, list[str]]) -> None:
    table: Table | None = getattr(report, change.path)
    new = _blank(change.path, change.after)
    shared = shared_cells(table, new)
    _require_part(change.path, change.before, part_alone(change.path, table, shared))
    notes = [] if table is None else table.notes
    if new is None:
        path = _parts.notes_of(change.path)
        if notes and path not in texts:
            _refuse(path, [], notes)
    else:
        _fill(new, table, shared, change)
        new.notes = notes
    setattr(report, change.path, new)


def _fill(new: Table, table: Table | None, shared: Iterable[str], change: TableChange) -> None:
    values = {} if table is None else values_by_path(table)
    alone = () if change.after is None else change.after.cells
    for path in shared:
        set_cell(new, path, values[path])
    for cell in alone:
        set_cell(new, cell.path.partition(".")[2], cell.value)


def _blank(section: str, part: TablePart | None) -> Table | None:
    if part is None:
        return None
    (cls,) = (cls for cls in table_classes(section) if cls.edition == part.edition)
    return cls()


def _require_part(path: str, expected: TablePart | None, actual: TablePart | None) -> None:
    if expected is None or actual is None or expected.edition != actual.edition:
        if expected is not actual:
            _refuse(path, _named(expected), _named(actual))
        return
    was, now = ({cell.path: cell.value for cell in part.cells} for part in (expected, actual))
    for cell in (*expected.cells, *actual.cells):
        if scale_key(was.get(cell.path)) != scale_key(now.get(cell.path)):
            _refuse(cell.path, was.get(cell.path), now.get(cell.path))


def _named(part: TablePart | None) -> str | None:
    return None if part is None else f"a table of edition {part.edition}"


def _put_cell(report: AnnualReport, change: CellChange) -> None:
    value = get(report, change.path)
    if scale_key(value) != scale_key(change.before):
        _refuse(change.path, change.before, value)
    put(report, change.path, change.after)


def _put_section(report: AnnualReport, change: SectionChange) -> None:
    texts = _parts.paragraphs(report, change.path)
    if texts != (None if change.before is None else list(change.before)):
        _refuse(change.path, change.before, texts)
    _parts.put_paragraphs(report, change.path, None if change.after is None else list(change.after))


def _put_paragraphs(report: AnnualReport, path: str, texts: list[str]) -> None:
    if _parts.has_list(report, path):
        _parts.put_paragraphs(report, path, texts)
    elif texts:
        _refuse(path, "a table beside which there are notes", None)


def _remade(path: str, items: Sequence[_Item] | None, changes: Sequence[ListChange[_Item]]) -> list[_Item]:
    """Make the list as it is of the list as it was."""
    sizes = changes[0].size_before, changes[0].size_after
    if items is None or len(items) != sizes[0]:
        _refuse(path, _counted(sizes[0]), None if items is None else _counted(len(items)))
    gone: set[int] = set()
    made: dict[int, _Item] = {}
    for change in changes:
        if change.before is not None:
            if items[change.place_before] != change.before:
                _refuse(change.path, change.before, items[change.place_before])
            gone.add(change.place_before)
        if change.after is not None:
            made[change.place_after] = change.after
    kept = (item for place, item in enumerate(items) if place not in gone)
    return [made[place] if place in made else next(kept) for place in range(sizes[1])]


def _counted(size: int) -> str:
    return f"a list of {size}"
