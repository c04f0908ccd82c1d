"""Differences of their JSON: of what ``to_json`` gives, and of nothing else."""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from govdisclosure.differences import _parts
from govdisclosure.differences._json import effect_to_json, to_json
from govdisclosure.differences.changes import (
    CellChange,
    Effect,
    ListChange,
    MetadataChange,
    OtherSectionChange,
    OtherText,
    ParagraphChange,
    SectionChange,
    TableChange,
    TablePart,
)
from govdisclosure.errors import Fault, StructureError
from govdisclosure.model.cells import cell_at, node_of
from govdisclosure.model.phrases import Template
from govdisclosure.model.report import NARRATIVES, TABLES, Agency, AnnualReport, Period
from govdisclosure.model.structure import cell_nodes, fault_of
from govdisclosure.model.values import NA, Amount, broken_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from govdisclosure.differences.changes import Change, MetadataValue
    from govdisclosure.model.structure import Table
    from govdisclosure.model.values import CellValue

_Made = TypeVar("_Made")

_MOST_FAULTS: Final = 1_000
"""Faults that are told; more are counted."""

_OF_COMMAND: Final = frozenset({"a", "b"})
"""What the command line writes beside the differences: the names of the two files."""

_ITEM: Final = re.compile(r"([a-z_.]+)\[[0-9]+\]")
_PERIOD: Final = ("period.start", "period.end")
_DAYS: Final = (*_PERIOD, "published")

_WRONG: Final = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What is raised where JSON has something else than what a difference is made of."""


class _Words(Template):
    OTHER = "其他内容", "something else"
    DOCUMENT = (
        "to_json() 给出的对象：differences、unknown 和 effects",
        "an object as to_json() gives it: differences, unknown and effects",
    )
    DIFFERENCE = "to_json() 给出的差异", "a difference as to_json() gives it"
    EFFECT = "to_json() 给出的勾稽关系变化", "an effect as to_json() gives it"
    OF_LIST = "与同一列表的其他差异相符", "a difference that fits the others of its list"


def from_json(document: object) -> tuple[tuple[Change, ...], tuple[Change, ...], tuple[Effect, ...]]:
    """
    Give differences, those that are not known, and effects.

    Args:
        document: What ``Differences.to_json`` gave, or ``compare --json`` wrote, as parsed JSON.

    Raises:
        StructureError: If it is something else; with every place where it is.
    """
    keys = ("differences", "unknown", "effects")
    if not isinstance(document, dict) or document.keys() - _OF_COMMAND != {*keys}:
        raise StructureError([_fault("", _Words.DOCUMENT)])
    lists = {key: document[key] for key in keys}
    faults = [_fault(key, _Words.DOCUMENT) for key, items in lists.items() if not isinstance(items, list)]
    if faults:
        raise StructureError(faults)
    known, unknown = (tuple(_made(key, lists[key], _change, to_json, faults)) for key in keys[:2])
    effects = tuple(_made("effects", lists["effects"], _effect, effect_to_json, faults))
    if not faults:
        faults += [_fault(path, _Words.OF_LIST) for path in _apart((*known, *unknown))]
    if faults:
        raise StructureError(faults[:_MOST_FAULTS], more=len(faults[_MOST_FAULTS:]))
    return known, unknown, effects


def _fault(path: str, expected: _Words) -> Fault:
    return Fault(path, _Words.OTHER(), expected())


def _made(
    key: str,
    items: Iterable[Any],
    make: Callable[[Any], _Made],
    to_json: Callable[[_Made], object],
    faults: list[Fault],
) -> Iterator[_Made]:
    """Make something of each item; of one from which the same item cannot be made again, add a fault."""
    for place, item in enumerate(items):
        try:
            made = make(item)
            is_same = _written(to_json(made)) == _written(item)
        except _WRONG:
            is_same = False
        if is_same:
            yield made
        else:
            faults.append(_fault(f"{key}[{place}]", _Words.EFFECT if key == "effects" else _Words.DIFFERENCE))


def _written(tree: object) -> str:
    """Write JSON: as text, 1 and true are two things."""
    return json.dumps(tree, sort_keys=True)


def _require(condition: object) -> None:
    if not condition:
        raise ValueError


def _change(tree: Mapping[str, Any]) -> Change:
    return _BY_NAME[tree["type"]](tree)


def _cell(tree: Mapping[str, Any]) -> CellChange:
    before, after = _cell_value(tree["before"]), _cell_value(tree["after"])
    section, _, path = tree["path"].partition(".")
    labels = [(cls, node.label) for cls in TABLES[section] for node in cell_nodes(cls) if node.path == path]
    # Editions can have other words at the same path.
    cls, *_ = [cls for cls, label in labels if label == tree["label"]]
    _require(not _is_wrong(cls, path, before) and not _is_wrong(cls, path, after))
    return CellChange(tree["path"], tree["label"], before, after)


def _cell_value(raw: Any) -> CellValue:  # noqa: ANN401 - parsed JSON
    if isinstance(raw, dict):  # An amount has a value and a unit.
        return Amount(Decimal(raw["value"]), raw["unit"])
    if isinstance(raw, str):
        return NA if raw == NA.value else Decimal(raw)
    value: CellValue = raw
    return value


def _metadata(tree: Mapping[str, Any]) -> MetadataChange:
    path = tree["path"]
    return MetadataChange(path, _metadata_value(path, tree["before"]), _metadata_value(path, tree["after"]))


def _metadata_value(path: str, raw: Any) -> MetadataValue:  # noqa: ANN401 - parsed JSON
    _require(path in _parts.METADATA)
    if raw is None:
        _require(path != _parts.EXTENSIONS)
        return None
    value: MetadataValue = dt.date.fromisoformat(raw) if path in _DAYS else copy.deepcopy(raw)
    # The model says what can stand there; a period can end on the day on which it starts.
    report = AnnualReport(agency=Agency(name="机关"), period=Period.of_year(1))
    paths = _PERIOD if path in _PERIOD else (path,)
    _parts.put_metadata(report, _parts.metadata(report) | dict.fromkeys(paths, value))
    return value


def _paragraph(tree: Mapping[str, Any]) -> ParagraphChange:
    before, after = (None if raw is None else _text(raw) for raw in (tree["before"], tree["after"]))
    change = ParagraphChange(_section(tree), before, after, *tree["places"], *tree["sizes"])
    _require(change.section in _parts.LISTS)
    return change


def _other_section(tree: Mapping[str, Any]) -> OtherSectionChange:
    before, after = map(_other, (tree["before"], tree["after"]))
    change = OtherSectionChange(_section(tree), before, after, *tree["places"], *tree["sizes"])
    _require(change.section == _parts.OTHER_SECTIONS)
    return change


def _section(tree: Mapping[str, Any]) -> str:
    item = _ITEM.fullmatch(tree["path"])
    _require(item)
    _require(tree["before"] is not None or tree["after"] is not None)
    _require(all(type(number) is int and number >= 0 for number in (*tree["places"], *tree["sizes"])))
    assert item is not None
    return item[1]


def _other(raw: Any) -> OtherText | None:  # noqa: ANN401 - parsed JSON
    return None if raw is None else OtherText(_text(raw["heading"]), _texts(raw["paragraphs"]))


def _text(raw: Any) -> str:  # noqa: ANN401 - parsed JSON
    _require(not broken_text(raw))
    text: str = raw
    return text


def _texts(raw: Any) -> tuple[str, ...]:  # noqa: ANN401 - parsed JSON
    return tuple(map(_text, raw))


def _whole_section(tree: Mapping[str, Any]) -> SectionChange:
    before, after = (None if raw is None else _texts(raw) for raw in (tree["before"], tree["after"]))
    _require(tree["path"] in NARRATIVES and (before is None) != (after is None))
    return SectionChange(tree["path"], before, after)


def _table(tree: Mapping[str, Any]) -> TableChange:
    before, after = (_part(tree["path"], raw) for raw in (tree["before"], tree["after"]))
    editions = [None if part is None else (part.edition,) for part in (before, after)]
    _require(editions[0] != editions[1])
    return TableChange(tree["path"], before, after)


def _part(section: str, raw: Any) -> TablePart | None:  # noqa: ANN401 - parsed JSON
    if raw is None:
        return None
    (cls,) = (cls for cls in TABLES[section] if cls.edition == raw["edition"])
    values = {path: _cell_value(value) for path, value in raw["cells"].items()}
    cells = [cell_at(section, node, values.pop(f"{section}.{node.path}", None)) for node in cell_nodes(cls)]
    _require(not values and not any(_is_wrong(cls, cell.path.partition(".")[2], cell.value) for cell in cells))
    return TablePart(cls.edition, tuple(cell for cell in cells if cell.value is not None))


def _is_wrong(cls: type[Table], path: str, value: CellValue) -> bool:
    return fault_of(cls, path, value) is not None


def _effect(tree: Mapping[str, Any]) -> Effect:
    for path in tree["paths"]:
        node_of(path)
    _require(tree["paths"] and isinstance(tree["code"], str) and isinstance(tree["holds"], bool))
    return Effect(tree["code"], tuple(tree["paths"]), tree["holds"])


def _apart(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the lists whose differences do not make one list of another."""
    of_list: dict[str, list[ListChange[Any]]] = {}
    for change in changes:
        if isinstance(change, ListChange):
            of_list.setdefault(change.section, []).append(change)
    return (section for section, some in of_list.items() if not _fit(some))


def _fit(changes: list[ListChange[Any]]) -> bool:
    sizes = {(change.size_before, change.size_after) for change in changes}
    if len(sizes) > 1:
        return False
    ((before, after),) = sizes
    gone = [change.place_before for change in changes if change.before is not None]
    come = [change.place_after for change in changes if change.after is not None]
    each_once = len({*gone}) == len(gone) and len({*come}) == len(come)
    inside = all(place < before for place in gone) and all(place < after for place in come)
    return each_once and inside and before - len(gone) == after - len(come)


_BY_NAME: Final[Mapping[str, Callable[[Mapping[str, Any]], Change]]] = {
    "cell": _cell,
    "metadata": _metadata,
    "paragraph": _paragraph,
    "other section": _other_section,
    "section": _whole_section,
    "table": _table,
}
