"""What lies over the cells of a sheet: pictures, boxes, lines, and controls to be filled in."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

from govdisclosure.formats.xlsx._areas import Area
from govdisclosure.formats.xlsx._thresholds import MOST_COLUMNS, MOST_DRAWN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from govdisclosure.formats._package import Package
    from govdisclosure.formats.xlsx._shared import Shared

_DRAWINGS: Final = ("drawing", "vmlDrawing")
_ANCHORS: Final = ("twoCellAnchor", "oneCellAnchor")
_NUMBER: Final = re.compile(r"\s*([0-9]{1,7})\s*")
# Left column, offset, top row, offset, right column, offset, bottom row, offset
_PLACE: Final = re.compile(r"\s*([0-9]{1,7})" + r"\s*,\s*([0-9]{1,7})" * 7 + r"\s*")
_NOTE: Final = "Note"
_OFF: Final = "False"
_NOT_SHOWN: Final = frozenset((_OFF, "f"))


def drawn_over(workbook: Shared, name: str, root: Element, last: tuple[int, int]) -> set[tuple[int, int]]:
    """
    Give the cells of a sheet over which something lies, up to its last row and column.

    Raises:
        ReadError: If the parts that say so are damaged, or beyond a bound.
    """
    covered: set[tuple[int, int]] = set()
    for area in _areas(workbook, name, root):
        workbook.take_looks(1)
        rows = range(area.top, min(area.bottom, last[0]) + 1)
        columns = range(area.left, min(area.right, last[1]) + 1)
        if len(rows) * len(columns) <= MOST_DRAWN:
            workbook.take_looks(len(rows) * len(columns))
            covered.update(product(rows, columns))
    return covered


def _areas(workbook: Shared, name: str, root: Element) -> Iterator[Area]:
    links = workbook.package.links(name)
    for kind, target in dict.fromkeys((link.kind, link.target) for link in links if link.kind in _DRAWINGS):
        # Many sheets may name one part.
        if (kind, target) not in workbook.drawn:
            workbook.drawn[kind, target] = _areas_of_part(workbook.package, kind, target)
        yield from workbook.drawn[kind, target]
    # <control><controlPr><anchor><from><col>3</col>…
    for anchor in root.iter("anchor"):
        yield from _between(anchor)


def _areas_of_part(package: Package, kind: str, target: str) -> list[Area]:
    part = package.part(target)
    if part is None:
        return []
    return list(_anchored(part) if kind == "drawing" else _controls(part))


def _anchored(part: Element) -> Iterator[Area]:
    for name in _ANCHORS:
        for anchor in part.iter(name):
            yield from _between(anchor)


def _between(anchor: Element) -> Iterator[Area]:
    """Give the cells that an anchor names; those right and below of it only as far as something reaches into them."""
    start, end = anchor.find("from"), anchor.find("to")
    top, left = _number(start, "row"), _number(start, "col")
    if top is None or left is None:
        return
    bottom, right = _last(end, "row"), _last(end, "col")
    yield Area(top + 1, left + 1, max(top, bottom or 0) + 1, max(left, right or 0) + 1)


def _last(end: Element | None, name: str) -> int | None:
    place = _number(end, name)
    return place if place is None or _number(end, f"{name}Off") else place - 1


def _number(parent: Element | None, name: str) -> int | None:
    matched = _NUMBER.fullmatch((parent.findtext(name) or "") if parent is not None else "")
    return None if matched is None else min(int(matched[1]), 64 * MOST_COLUMNS)


def _controls(part: Element) -> Iterator[Area]:
    """Give the cells under controls, as older programs write them, and under the notes on cells that stay shown."""
    for data in part.iter("ClientData"):
        place = _PLACE.fullmatch(data.findtext("Anchor") or "")
        # <x:ClientData ObjectType="Note"><x:Visible/>: others show only where the mouse is.
        is_shown = data.get("ObjectType") != _NOTE or data.findtext("Visible", _OFF).strip() not in _NOT_SHOWN
        if is_shown and place is not None:
            left, _, top, _, right, beyond, bottom, under = map(int, place.groups())
            yield Area(top + 1, left + 1, max(top + 1, bottom + bool(under)), max(left + 1, right + bool(beyond)))
