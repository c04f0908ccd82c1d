"""Differences as JSON."""

from __future__ import annotations

import copy
import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.differences.changes import (
    CellChange,
    MetadataChange,
    OtherSectionChange,
    ParagraphChange,
    SectionChange,
    TableChange,
)
from govdisclosure.model.values import NA, Amount, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govdisclosure.differences.changes import Change, Effect, ListChange, MetadataValue, OtherText, TablePart
    from govdisclosure.model.values import JSON, CellValue


def to_json(change: Change) -> dict[str, JSON]:
    """Give one difference as JSON; what stands in a cell is there as in the JSON of a report."""
    return _BY_TYPE[type(change)](change)


def _of_cell(change: CellChange) -> dict[str, JSON]:
    sides = {"before": cell_to_json(change.before), "after": cell_to_json(change.after)}
    return {"type": "cell", "path": change.path, "label": change.label, "kind": str(change.kind), **sides}


def _of_metadata(change: MetadataChange) -> dict[str, JSON]:
    sides = {"before": _value(change.before), "after": _value(change.after)}
    return {"type": "metadata", "path": change.path, "kind": str(change.kind), **sides}


def _of_paragraph(change: ParagraphChange) -> dict[str, JSON]:
    return {"type": "paragraph", **_places(change), "before": change.before, "after": change.after}


def _of_other_section(change: OtherSectionChange) -> dict[str, JSON]:
    sides = {"before": _other(change.before), "after": _other(change.after)}
    return {"type": "other section", **_places(change), **sides}


def _of_section(change: SectionChange) -> dict[str, JSON]:
    sides = {"before": _texts(change.before), "after": _texts(change.after)}
    return {"type": "section", "path": change.path, "kind": str(change.kind), **sides}


def _of_table(change: TableChange) -> dict[str, JSON]:
    sides = {"before": _part(change.before), "after": _part(change.after)}
    return {"type": "table", "path": change.path, "kind": str(change.kind), **sides}


def effect_to_json(effect: Effect) -> dict[str, JSON]:
    """Give what becomes of an identity as JSON."""
    return {"code": effect.code, "paths": list(effect.paths), "holds": effect.holds}


def cell_to_json(value: CellValue) -> JSON:
    """Give the value of a cell as it is in the JSON of a report."""
    if isinstance(value, Amount):
        return {"value": plain(value.value), "unit": value.unit}
    if isinstance(value, Decimal):
        return plain(value)
    return NA.value if value is NA else value


def _value(value: MetadataValue) -> JSON:
    return value.isoformat() if isinstance(value, dt.date) else copy.deepcopy(value)


def _places(change: ListChange[str] | ListChange[OtherText]) -> dict[str, JSON]:
    return {
        "path": change.path,
        "kind": str(change.kind),
        "places": [change.place_before, change.place_after],
        "sizes": [change.size_before, change.size_after],
    }


def _other(section: OtherText | None) -> JSON:
    return None if section is None else {"heading": section.heading, "paragraphs": list(section.paragraphs)}


def _texts(texts: tuple[str, ...] | None) -> JSON:
    return None if texts is None else list(texts)


def _part(part: TablePart | None) -> JSON:
    if part is None:
        return None
    return {"edition": part.edition, "cells": {cell.path: cell_to_json(cell.value) for cell in part.cells}}


_BY_TYPE: Final[Mapping[type, Callable[[Any], dict[str, JSON]]]] = {
    CellChange: _of_cell,
    MetadataChange: _of_metadata,
    ParagraphChange: _of_paragraph,
    OtherSectionChange: _of_other_section,
    SectionChange: _of_section,
    TableChange: _of_table,
}
