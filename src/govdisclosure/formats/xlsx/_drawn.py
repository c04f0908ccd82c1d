"""What lies over the cells of a sheet: pictures, boxes, lines, and controls to be filled in."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

from govdisclosure.formats.xlsx._anchors import Drawing, Sizes
from govdisclosure.formats.xlsx._areas import Area, cell_at
from govdisclosure.formats.xlsx._thresholds import MOST_COLUMNS, MOST_DRAWN
from govdisclosure.formats.xlsx._xml import ON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from govdisclosure.formats._package import Package
    from govdisclosure.formats.xlsx._shared import Shared

_DRAWINGS: Final = ("drawing", "vmlDrawing")
_ANCHORS: Final = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_LENGTH: Final = re.compile(r"\s*(-?[0-9]{1,12})\s*")
_NUMBER: Final = re.compile(r"\s*([0-9]{1,7})\s*")
# Left column, offset, top row, offset, right column, offset, bottom row, offset
_PLACE: Final = re.compile(r"\s*([0-9]{1,7})" + r"\s*,\s*([0-9]{1,7})" * 7 + r"\s*")
_WORDS: Final = ("t", "br")
_NOTE: Final = "Note"
_OFF: Final = "False"
_NOT_SHOWN: Final = frozenset((_OFF, "f"))


def covered_by(workbook: Shared, drawings: Sequence[Drawing], sizes: Sizes) -> set[tuple[int, int]]:
    """
    Give the cells of a sheet over which something lies, up to its last row and column.

    Raises:
        ReadError: If they are looked at more often than so many cells need.
    """
    covered: set[tuple[int, int]] = set()
    for drawing in drawings:
        area = sizes.under(drawing)
        workbook.take_looks(1 + max(0, area.bottom - drawing.area.top) + max(0, area.right - drawing.area.left))
        rows = range(area.top, min(area.bottom, sizes.last[0]) + 1)
        columns = range(area.left, min(area.right, sizes.last[1]) + 1)
        if len(rows) * len(columns) <= MOST_DRAWN:
            workbook.take_looks(len(rows) * len(columns))
            covered.update(product(rows, columns))
    return covered


def drawings_of(workbook: Shared, name: str, root: Element) -> Iterator[Drawing]:
    """
    Give what is drawn over a sheet.

    Raises:
        ReadError: If the parts that say so are damaged, or beyond a bound.
    """
    links = workbook.package.links(name)
    for kind, target in dict.fromkeys((link.kind, link.target) for link in links if link.kind in _DRAWINGS):
        # Many sheets may name one part.
        if (kind, target) not in workbook.drawn:
            workbook.drawn[kind, target] = _drawings_of_part(workbook.package, kind, target)
        yield from workbook.drawn[kind, target]
    # <control><controlPr><anchor><from><col>3</col>…
    for anchor in root.iter("anchor"):
        yield from _between(anchor)


def _drawings_of_part(package: Package, kind: str, target: str) -> list[Drawing]:
    part = package.part(target)
    if part is None:
        return []
    return list(_anchored(part) if kind == "drawing" else _controls(part))


def _anchored(part: Element) -> Iterator[Drawing]:
    for name in _ANCHORS:
        for anchor in part.iter(name):
            yield from _between(anchor)


def _between(anchor: Element) -> Iterator[Drawing]:
    """Give what an anchor holds, over the cells that it names, or so large as it says."""
    begin, end, size = anchor.find("from"), anchor.find("to"), _pair(anchor.find("ext"), "cx", "cy")
    texts = tuple(_texts(anchor))
    # <absoluteAnchor><pos x="0" y="0"/><ext cx="914400" cy="914400"/>
    place = _pair(anchor.find("pos"), "x", "y")
    if place is not None and size is not None:
        yield Drawing(cell_at(1, 1), place, size, texts)
    top, left = _number(begin, "row"), _number(begin, "col")
    if top is None or left is None:
        return
    # <oneCellAnchor><from>…</from><ext cx="914400" cy="914400"/>
    if end is None and size is not None:
        start = (float(_number(begin, "colOff") or 0), float(_number(begin, "rowOff") or 0))
        yield Drawing(cell_at(top + 1, left + 1), start, size, texts)
        return
    bottom, right = _last(end, "row"), _last(end, "col")
    yield Drawing(Area(top + 1, left + 1, max(top, bottom or 0) + 1, max(left, right or 0) + 1), texts=texts)


def _pair(element: Element | None, *names: str) -> tuple[float, float] | None:
    lengths = [_LENGTH.fullmatch(element.get(name, "") if element is not None else "") for name in names]
    first, second = (float(length[1]) if length else None for length in lengths)
    return None if first is None or second is None else (first, second)


def _texts(anchor: Element) -> Iterator[str]:
    """Give what is written in what an anchor holds, of alternatives in the one that is shown."""
    waiting = [anchor]
    while waiting:
        one = waiting.pop()
        # <xdr:cNvPr id="2" name="文本框 1" hidden="1"/>
        if any(each.tag == "cNvPr" and each.get("hidden") in ON for properties in one for each in properties):
            continue
        if one.tag == "txBody":
            for paragraph in one.findall("p"):
                pieces = (
                    "\n" if each.tag == "br" else each.text or "" for each in paragraph.iter() if each.tag in _WORDS
                )
                yield "".join(pieces)
        elif one.tag != "Fallback":
            # An anchor in another one, as no program writes it, is looked at by itself.
            waiting.extend(part for part in reversed(one) if part.tag not in _ANCHORS)


def _last(end: Element | None, name: str) -> int | None:
    place = _number(end, name)
    return place if place is None or _number(end, f"{name}Off") else place - 1


def _number(parent: Element | None, name: str) -> int | None:
    matched = _NUMBER.fullmatch((parent.findtext(name) or "") if parent is not None else "")
    return None if matched is None else min(int(matched[1]), 64 * MOST_COLUMNS)


def _controls(part: Element) -> Iterator[Drawing]:
    """Give the cells under controls, as older programs write them, and under the notes on cells that stay shown."""
    for data in part.iter("ClientData"):
        place = _PLACE.fullmatch(data.findtext("Anchor") or "")
        # <x:ClientData ObjectType="Note"><x:Visible/>: others show only where the mouse is.
        is_shown = data.get("ObjectType") != _NOTE or data.findtext("Visible", _OFF).strip() not in _NOT_SHOWN
        if is_shown and place is not None:
            left, _, top, _, right, beyond, bottom, under = map(int, place.groups())
            last = max(top + 1, bottom + bool(under)), max(left + 1, right + bool(beyond))
            yield Drawing(Area(top + 1, left + 1, *last))
