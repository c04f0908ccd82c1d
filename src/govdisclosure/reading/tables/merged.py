"""Merged cells: a figure that reaches over several columns or rows of figures has no column or row that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import define, field

from govdisclosure.form.figures import PLAIN, is_blank
from govdisclosure.model.structure import Shape, Table
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.layout import head_keys, heads_of_rows
from govdisclosure.vocabulary.fold import header_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govdisclosure.reading.tables.lines import GridLine


@define
class _Heads:
    """
    The lowest heads of columns above the rows that follow.

    Args:
        cls: The table.
        begins: Of each column, where the head begins that it is below.
        words: The keys of the heads, without the remarks in them.
    """

    cls: type[Table]
    begins: dict[int, int] = field(factory=dict)
    words: set[str] = field(factory=set)

    def add(self, line: GridLine) -> None:
        """Add the heads of a line, below those that are there."""
        for start, text in line.filled:
            self.begins.update((place, start) for place in range(start, start + line.spans.get(start, 1)))
            self.words.add(header_key(text))

    def are_of(self, row: int | None) -> bool:
        """Tell whether they are those of a row: each block of table II has its own, which a page can leave out."""
        # 本年制发件数 | 本年废止件数 | 现行有效件数, and below that 行政许可 | 8, over all three
        if row is None or self.cls.shape is not Shape.CAPTIONS:
            return True
        return not self.words.isdisjoint(heads_of_rows(self.cls)[row])


def with_merged(lines: Sequence[GridLine], cls: type[Table]) -> list[GridLine]:
    """
    Tell which lines hold a figure that is merged over several columns or rows of figures; a blank is one in each.

    What counts are the lowest heads above it: a cell that is as wide as its head, however many columns of the grid that
    are, stands in one column.
    """
    labels = table_labels(cls)
    heads = _Heads(cls)
    told: list[GridLine] = []
    # The line in which the latest cell of each column begins.
    begun: dict[int, int] = {}
    below_heads = False
    for line in lines:
        if _is_of_heads(line, cls):
            heads = heads if below_heads else _Heads(cls)
            heads.add(line)
            below_heads = True
            told.append(line)
            continue
        below_heads = False
        # 规章 | 3, which reaches down beside 行政规范性文件
        reached = {at: text for at, text in line.reached if is_blank(text) or (at in begun and not labels.match(text))}
        told.append(_apart(line, reached, heads) if line.spans or reached else line)
        # 三、本年度, half of a label, reaches down beside 2.重复申请000 as well, and is no cell of it.
        for column, text in told[-1].own:
            if reached.get(column) == text and not is_blank(text):
                told[begun[column]] = attrs.evolve(told[begun[column]], merged=True)
        begun.update((column, len(told) - 1) for column, _ in line.filled)
    return told


def _is_of_heads(line: GridLine, cls: type[Table]) -> bool:
    """Tell whether a line holds heads of columns, and neither figures nor the label of a row of them."""
    words = [text for text in line.stated if text not in PLAIN]
    if any(map(table_labels(cls).is_row, words)):
        return False
    return any(header_key(text) in head_keys(cls) for text in words)


def _apart(line: GridLine, reached: Mapping[int, str], heads: _Heads) -> GridLine:
    """Give a line of figures with its blank cells apart, and tell whether one of its figures is merged."""
    match = table_labels(heads.cls).match
    known = {column: label for column, text in line.filled if text not in PLAIN and (label := match(text))}
    last = max(known, default=-1)
    row = next((label.row for label in known.values() if label.row is not None), None)
    reached = {at: text for at, text in reached.items() if row is not None and at > last and at in heads.begins}
    # （一）予以公开, over two columns of labels, is no figure.
    if not reached and all(column <= last for column in line.spans):
        return line
    cells = dict(sorted([*line.own, *reached.items()]))
    beside = {column: range(column, column + line.spans.get(column, 1)) for column in cells if column > last}
    below = {place: start for place, start in heads.begins.items() if start > last}
    if not beside or not below or not heads.are_of(row):
        return line
    merged = not all(map(is_blank, reached.values()))
    if not _is_one_each(beside, below):
        for column, covered in beside.items():
            places = {below[place] for place in covered if place in below}
            if is_blank(cells[column]):
                cells.update((place, "") for place in places if place > column)
            merged |= len(places) > 1 and not is_blank(cells[column])
        merged |= _are_at_odds(beside, below) and not all(is_blank(cells[column]) for column in beside)
    return attrs.evolve(line, own=tuple(sorted(cells.items())), merged=merged)


def _is_one_each(beside: Mapping[int, range], below: Mapping[int, int]) -> bool:
    """
    Tell whether there is a cell for each head, whatever lines lie between them, and none behind the last.

    Where they stand over fewer columns than the heads, the spans of some are lost, and no cell is.
    """
    # 本年新制作数量 | 本年新公开数量, over two columns | 对外公开总数量 above 57, over two columns | -2 | 812
    return beside[max(beside)].stop - 1 <= max(below) and len(beside) == len(set(below.values()))


def _are_at_odds(beside: Mapping[int, range], below: Mapping[int, int]) -> bool:
    """Tell whether there is a cell for each head, but the columns say that it stands below another one, or none."""
    # | 3 | , each over two columns below heads of one: 3 stands below the third of them
    heads = {below.get(column) for column in beside}
    return len(beside) == len(set(below.values())) and (None in heads or len(heads) < len(beside))
