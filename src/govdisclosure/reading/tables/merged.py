"""Merged cells: a figure that reaches over several columns or rows of figures has no column or row that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from govdisclosure.form.figures import PLAIN, is_blank
from govdisclosure.form.grids import header_labels
from govdisclosure.model.structure import cache
from govdisclosure.reading.labels import header_key, table_labels
from govdisclosure.vocabulary.fold import key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.labels import TableLabels
    from govdisclosure.reading.tables.lines import GridLine


def with_merged(lines: Sequence[GridLine], cls: type[Table]) -> list[GridLine]:
    """
    Tell which lines hold a figure that is merged over several columns or rows of figures; a blank is one in each.

    What counts are the lowest heads above it: a cell that is as wide as its head, however many columns of the grid that
    are, stands in one column.
    """
    labels = table_labels(cls)
    heads: dict[int, int] = {}
    found: list[GridLine] = []
    # The line in which the latest cell of each column begins.
    begun: dict[int, int] = {}
    below_heads = False
    for line in lines:
        if _is_of_heads(line, cls):
            # Each block of table II has heads of its own.
            if not below_heads:
                heads = {}
            heads |= _begins(line)
            below_heads = True
            found.append(line)
            continue
        below_heads = False
        # 规章 | 3, which reaches down beside 行政规范性文件
        reached = {at: text for at, text in line.reached if is_blank(text) or (at in begun and not labels.match(text))}
        found.append(_apart(line, reached, heads, labels))
        for column, text in reached.items():
            if found[-1].merged and not is_blank(text):
                found[begun[column]] = attrs.evolve(found[begun[column]], merged=True)
        begun.update((column, len(found) - 1) for column, _ in line.filled)
    return found


@cache
def _heads(cls: type[Table]) -> frozenset[str]:
    return frozenset(map(key, header_labels(cls)))


def _is_of_heads(line: GridLine, cls: type[Table]) -> bool:
    """Tell whether a line holds heads of columns, and neither figures nor the label of a row of them."""
    words = [text for text in line.stated if text not in PLAIN]
    if any(map(table_labels(cls).is_row, words)):
        return False
    return any(header_key(text) in _heads(cls) for text in words)


def _begins(line: GridLine) -> dict[int, int]:
    """Give for each column in which a line has a head where that begins."""
    return {place: start for start, _ in line.filled for place in range(start, start + line.spans.get(start, 1))}


def _apart(line: GridLine, reached: Mapping[int, str], heads: Mapping[int, int], labels: TableLabels) -> GridLine:
    """Give a line of figures with its blank cells apart, and tell whether one of its figures is merged."""
    if not heads or not (line.spans or reached):
        return line
    known = {column: match for column, text in line.filled if text not in PLAIN and (match := labels.match(text))}
    label = max(known, default=-1)
    names_row = any(match.row is not None for match in known.values())
    reached = {at: text for at, text in reached.items() if names_row and at > label and at in heads}
    cells = dict(sorted([*line.own, *reached.items()]))
    beside = {column: range(column, column + line.spans.get(column, 1)) for column in cells if column > label}
    below = {place: start for place, start in heads.items() if start > label}
    if not beside or not below:
        return line
    merged = not all(map(is_blank, reached.values()))
    if not _is_one_each(beside, below):
        for column, covered in beside.items():
            places = {below[place] for place in covered if place in below}
            if len(places) > 1 and is_blank(cells[column]):
                cells.update((place, "") for place in places if place > column)
            merged |= len(places) > 1 and not is_blank(cells[column])
    return attrs.evolve(line, own=tuple(sorted(cells.items())), merged=merged)


def _is_one_each(beside: Mapping[int, range], below: Mapping[int, int]) -> bool:
    """Tell whether there is a cell for each head, over the same columns as a whole, whatever lines lie between them."""
    # 本年新制作数量 | 本年新公开数量, over two columns | 对外公开总数量 above 57, over two columns | -2 | 812
    whole = (min(beside), beside[max(beside)].stop - 1) == (min(below), max(below))
    return whole and len(beside) == len(set(below.values()))
