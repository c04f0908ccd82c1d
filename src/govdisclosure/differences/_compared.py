"""Finding the differences between two reports, part by part."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from govdisclosure.arithmetic.identities import identities
from govdisclosure.arithmetic.verdicts import Verdict, judged
from govdisclosure.differences import _parts
from govdisclosure.differences._lists import became_text, edits
from govdisclosure.differences.changes import (
    CellChange,
    Effect,
    MetadataChange,
    OtherSectionChange,
    OtherText,
    ParagraphChange,
    SectionChange,
    TableChange,
    TablePart,
)
from govdisclosure.model.cells import cell_at
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import cell_nodes, cell_values, values_by_path
from govdisclosure.model.values import scale_key
from govdisclosure.upgrading import shared_paths

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from govdisclosure.differences.changes import Change
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.structure import Table


def changes(before: AnnualReport, after: AnnualReport) -> Iterator[Change]:
    """Yield every difference between two reports, kind by kind."""
    yield from _metadata(before, after)
    for section in TABLES:
        yield from _tables(section, getattr(before, section), getattr(after, section))
    for path in _parts.LISTS:
        yield from _texts(path, _parts.paragraphs(before, path), _parts.paragraphs(after, path))
    yield from _other_sections(_parts.other_sections(before), _parts.other_sections(after))


def effects(before: AnnualReport, after: AnnualReport) -> Iterator[Effect]:
    """Yield each identity that holds in the table of one report and fails in that of the other."""
    for section in TABLES:
        first, second = getattr(before, section), getattr(after, section)
        if first is not None and second is not None:
            yield from _effects(section, first, second)


def _effects(section: str, before: Table, after: Table) -> Iterator[Effect]:
    # Editions sum other cells; an identity is the same if its code is, and the cell at which it is found to fail.
    held = {key: holds for key, _, holds in _judged(before)}
    for key, paths, holds in _judged(after):
        if held.get(key, holds) is not holds:
            yield Effect(key[0], tuple(f"{section}.{path}" for path in paths), holds)


def _judged(table: Table) -> Iterator[tuple[tuple[str, str], tuple[str, ...], bool]]:
    cls: type = type(table)
    verdicts = judged(cls, cell_values(table)).verdicts
    for identity, verdict in zip(identities(cls), verdicts, strict=True):
        yield (identity.code, identity.paths[0]), identity.paths, verdict is Verdict.HOLDS


def _metadata(before: AnnualReport, after: AnnualReport) -> Iterator[MetadataChange]:
    was, now = _parts.metadata(before), _parts.metadata(after)
    for path in _parts.METADATA:
        if path != _parts.EXTENSIONS and was[path] != now[path]:
            yield MetadataChange(path, was[path], now[path])
    # {"a": 1, "b": 2} and {"b": 2, "a": 1} have two texts, and so are two.
    if _parts.extensions_key(before.extensions) != _parts.extensions_key(after.extensions):
        yield MetadataChange(_parts.EXTENSIONS, copy.deepcopy(before.extensions), copy.deepcopy(after.extensions))


def _tables(section: str, before: Table | None, after: Table | None) -> Iterator[TableChange | CellChange]:
    shared = shared_cells(before, after)
    if type(before) is not type(after):
        yield TableChange(section, part_alone(section, before, shared), part_alone(section, after, shared))
    if before is None or after is None:
        return
    was, now = values_by_path(before), values_by_path(after)
    for node in cell_nodes(type(after)):
        if node.path in shared and scale_key(was[node.path]) != scale_key(now[node.path]):
            yield CellChange(f"{section}.{node.path}", node.label, was[node.path], now[node.path])


def shared_cells(before: Table | None, after: Table | None) -> frozenset[str]:
    """Give the paths from the table of the cells that both tables have."""
    if before is None or after is None:
        return frozenset()
    return frozenset(shared_paths(type(before), type(after)))


def part_alone(section: str, table: Table | None, shared: Collection[str]) -> TablePart | None:
    """Give what a table states in cells that are not shared; None of a table that is not there."""
    if table is None:
        return None
    stated = (
        cell_at(section, node, value)
        for node, value in zip(cell_nodes(type(table)), cell_values(table), strict=True)
        if node.path not in shared and value is not None
    )
    return TablePart(table.edition, tuple(stated))


def _texts(path: str, before: list[str] | None, after: list[str] | None) -> Iterator[SectionChange | ParagraphChange]:
    if before is None and after is None:
        return
    if before is None or after is None:
        yield SectionChange(path, None if before is None else tuple(before), None if after is None else tuple(after))
        return
    for edit in edits(before, after, became_text):
        places = edit.place_before, edit.place_after
        yield ParagraphChange(path, edit.before, edit.after, *places, len(before), len(after))


def _other_sections(before: list[OtherText], after: list[OtherText]) -> Iterator[OtherSectionChange]:
    for edit in edits(before, after, lambda was, now: was.heading == now.heading):
        places = edit.place_before, edit.place_after
        yield OtherSectionChange(_parts.OTHER_SECTIONS, edit.before, edit.after, *places, len(before), len(after))
