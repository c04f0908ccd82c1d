"""Tables that have a cell a line: rows told apart by their labels, blank cells by the count of bars."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, takewhile, zip_longest
from typing import TYPE_CHECKING, Final

import attrs
from attrs import define

from govdisclosure.form.figures import is_figure, is_words
from govdisclosure.form.grids import figure_rows, form_rows
from govdisclosure.form.thresholds import LEAST_AGREEING_ROWS, MOST_LABEL_PIECES, RAREST_GAP
from govdisclosure.model.notes import Source
from govdisclosure.model.structure import Shape, Table, cache
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.lines import Row
from govdisclosure.reading.tables.order import by_order
from govdisclosure.reading.tables.rows import expanded, has_gap, is_cell_a_line, rows_in_lines
from govdisclosure.vocabulary.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.reading.labels import Match, TableLabels
    from govdisclosure.reading.tables.lines import Line

# Between a label and the digits glued to it stands nothing, whatever stands between other cells.
_GLUE: Final = -1


@define
class _Text:
    """
    One text of a table and the bars behind it.

    Args:
        text: The text.
        source: Where it stands.
        bars: How many bars stand behind it, on its own line first, then on each line up to the next text; a blank line
            without a bar counts 0.
    """

    text: str
    source: Source | None
    bars: list[int]


@define
class _Whole:
    """
    A row and what tells whether it is whole.

    Args:
        row: The row.
        tail: The bars behind its last text.
        total: How many bars stand behind its label; where cells have none, how many cells do.
        broken: Whether bars are missing in it, or words stand in it.
    """

    row: Row
    tail: list[int]
    total: int = 0
    broken: bool = False


@define
class _Layout:
    """
    How a table prints its cells.

    Args:
        cls: The table.
        unit: How many bars a cell has.
        opening: Whether a bar on a line of its own opens each row.
        padding: Whether rows are filled up, with all bars on one line; None if they may be so bar by bar.
        beside: Whether all rows that are surely filled up are so on the line of their last cell.
        totals: How many bars the rows have that differ neither in figures nor in columns to fill up.
        kept: Whether blank cells are known to be kept.
    """

    cls: type[Table]
    unit: int
    opening: bool
    padding: bool | None
    beside: bool
    totals: dict[tuple[int, int], int] = attrs.field(factory=dict)
    kept: bool = False

    def blanks(self, bars: Sequence[int]) -> int | None:
        """Tell how many blank cells stand in a gap; None where bars are missing."""
        blank_lines = bars[1:].count(0)
        if not self.unit:
            return blank_lines + sum(bars)
        surplus = sum(bars) - self.unit
        return None if surplus < 0 or surplus % self.unit else max(surplus // self.unit, blank_lines)

    def count(self, bars: Sequence[int]) -> int:
        """Count the bars of a gap; where cells have none, its blank lines as well."""
        return sum(bars) + (0 if self.unit else bars[1:].count(0))

    def fills_up(self, bars: Sequence[int]) -> bool:
        """Tell whether a row is filled up in this gap."""
        return bool(self.filling(bars))

    def filling(self, bars: Sequence[int]) -> list[int]:
        """Give the places of the bars that fill a row up."""
        return [place for place, count in enumerate(bars) if count > max(self.unit, 1)]

    def shape(self, row: Row) -> tuple[int, int]:
        """Give how many figures a row has, and how many columns there are to fill up."""
        return len(figure_rows(self.cls)[row.number or 0].paths), _to_fill_up(self.cls)[row.number or 0]

    def is_regular(self, whole: _Whole, *, final: bool = False) -> bool:
        """Tell whether a row has as many cells as the other rows; the last one of a table may not be filled up."""
        width, _ = self.shape(whole.row)
        least = width * max(self.unit, 1)
        expected = self.totals.get(self.shape(whole.row), -1)
        regular = whole.total == expected >= least
        # Only what fills up the last row of a table is left out.
        left_out = final and (whole.total == least or (not whole.total and expected >= least))
        return (regular or left_out) and not whole.broken

    def has_lost_cells(self, whole: _Whole) -> bool:
        """Tell whether a row is shorter than the others, in a table whose rows are filled up to one width."""
        width, _ = self.shape(whole.row)
        total = self.totals.get(self.shape(whole.row), 0)
        return whole.total < total > width * max(self.unit, 1)

    def shows_blanks(self, whole: _Whole) -> bool:
        """Tell whether a row proves that blank cells are kept: one before a figure, or those before the padding."""
        if not self.is_regular(whole):
            return False
        width, to_fill_up = self.shape(whole.row)
        missing = width - len(whole.row.cells)
        if has_gap(whole.row.cells) or missing <= 0 or self.unit > 1:
            return has_gap(whole.row.cells)
        if not self.padding:
            return whole.total == width and (not self.unit or self.padding is False or self.beside)
        padded = to_fill_up > 0 and whole.total > width
        kept, collapsed = [*[1] * missing, *[to_fill_up] * padded], [missing + to_fill_up * padded]
        bars = whole.tail[1:] if whole.tail[0] else whole.tail[2:]
        return bars == kept != collapsed


def rows_of(lines: Sequence[Line], cls: type[Table], *, own: bool) -> list[Row]:
    """
    Find the rows of figures in the lines of one table.

    Args:
        lines: The lines, a row or a cell each.
        cls: The table.
        own: Whether our writer wrote them: a row a line, a cell for every column.
    """
    stated = [line for line in lines if not line.is_rule]
    if not own and is_cell_a_line(stated):
        return _rows_in_cells(stated, cls)
    return rows_in_lines(stated, cls, own=own, ruled=len(stated) < len(lines))


def _rows_in_cells(lines: Sequence[Line], cls: type[Table]) -> list[Row]:
    """Find the rows of figures in a table that has a cell a line."""
    texts = _joined(_texts(lines), cls)
    unit = _unit(texts)
    barred = next((line for line in lines if len(line.cells) > 1), lines[0])
    may_open = unit == 1 and not barred.stated and len(barred.cells) == 2
    # Where a bar opens each row, the last one behind a row belongs to the next; or only the first row has one.
    readings = [_read(texts, cls, unit, opening=opening) for opening in ((True, False) if may_open else (False,))]
    layout, found = max(readings, key=lambda reading: sum(map(reading[0].is_regular, reading[1])))
    distinct = _all_differ(whole.row for whole in found)
    last = len(figure_rows(cls)) - 1
    for whole, below in zip_longest(found, found[1:]):
        interrupted = below is not None and below.row.number is None and not layout.fills_up(whole.tail)
        whole.row.lost = interrupted or distinct or layout.has_lost_cells(whole)
        _settle(whole, layout, final=below is None and whole.row.number == last and not distinct)
    return [whole.row for whole in found if whole.row.number is not None or any(map(is_figure, whole.row.cells))]


def _read(texts: Sequence[_Text], cls: type[Table], unit: int, *, opening: bool) -> tuple[_Layout, list[_Whole]]:
    """Find the rows, and how the table prints its cells, if a bar opens each row or if none does."""
    padding = _padding_of(texts, cls, unit + opening)
    beside = not padding and any(text.bars[0] > unit + opening for text in texts)
    layout = _Layout(cls, unit, opening, padding, beside)
    found = list(_collected(texts, layout))
    for whole, row in zip(found, by_order([whole.row for whole in found], cls), strict=True):
        whole.row = row
    for whole in found[:-1] if opening else ():
        if whole.tail[1:] and whole.tail[-1] == 1:
            whole.tail.pop()
            whole.total -= 1
    known = [whole for whole in found if whole.row.number is not None]
    layout.totals = _totals(known, layout)
    layout.kept = any(map(layout.shows_blanks, known))
    return layout, found


def _padding_of(texts: Sequence[_Text], cls: type[Table], usual: int) -> bool | None:
    """Tell whether rows are filled up on a line of their own, or not filled up at all; None if neither is sure."""
    if any(bars > 1 for text in texts for bars in text.bars[1:]):
        return True
    others = table_labels(cls).others
    # The note on the identities may stand above the table.
    headers = [text for text, below in pairwise(texts[1:]) if {key(text.text), key(below.text)} <= others]
    return None if any(sum(text.bars) > usual for text in headers) else False


def _texts(lines: Iterable[Line]) -> list[_Text]:
    """Give the texts of a table, each with the bars behind it."""
    found = [_Text("", None, [0])]
    for line in lines:
        filled, end = line.filled, len(line.cells) - 1
        if not filled or filled[0]:
            found[-1].bars.append(filled[0] if filled else end)
        for place, following in pairwise((*filled, end)):
            found.append(_Text(line.cells[place], line.source, [following - place]))
    return found[1:]


def _joined(texts: Sequence[_Text], cls: type[Table]) -> list[_Text]:
    """Join labels that stand on several lines, and take apart what is glued to a label."""
    labels = table_labels(cls)
    found: list[_Text] = []
    place = 0
    while place < len(texts):
        pieces = _pieces(texts[place : place + MOST_LABEL_PIECES], labels)
        text = texts[place] if len(pieces) == 1 else _Text("".join(pieces), texts[place].source, [0])
        text = attrs.evolve(text, bars=texts[place + len(pieces) - 1].bars)
        glued = labels.unglued(text.text)
        if glued:
            found.append(_Text(glued[0], text.source, [_GLUE]))
            text = attrs.evolve(text, text=glued[1])
        found.append(text)
        place += len(pieces)
    return found


def _pieces(texts: Sequence[_Text], labels: TableLabels) -> list[str]:
    """Give the texts that are one label together; else the first alone."""
    pieces = [text.text for text in takewhile(lambda text: not is_figure(text.text), texts)] or [texts[0].text]
    for count in range(len(pieces), 1, -1):
        if labels.match(pieces[0]) is None and all(text.bars == [0] for text in texts[: count - 1]):
            match = labels.match("".join(pieces[:count]))
            if match and not match.odd:
                return pieces[:count]
    return pieces[:1]


def _unit(texts: Sequence[_Text]) -> int:
    """Tell how many bars stand between two cells."""
    gaps = Counter(sum(text.bars) for text in texts[:-1] if text.bars != [_GLUE])
    usual = [bars for bars, count in gaps.items() if count * RAREST_GAP >= gaps.total()]
    return min(usual, default=1)


def _collected(texts: Sequence[_Text], layout: _Layout) -> Iterator[_Whole]:
    """Find the rows of a table, whatever they hold."""
    labels = table_labels(layout.cls)
    current: _Whole | None = None
    above = ""
    for text in texts:
        match = labels.match(text.text)
        if match or is_words(text.text):
            header = current is not None and _is_header(current, layout)
            if current and not header:
                yield current
            current, above = _begun(text, match, layout, header=header), text.text
        elif layout.cls.shape is not Shape.ROW or is_figure(text.text) or (current and current.row.cells):
            current = current or _Whole(Row(None, above, text.source), [layout.unit])
            ended = current
            current = _continued(current, text, layout)
            if current is not ended:
                yield ended
    if current:
        yield current


def _is_header(whole: _Whole, layout: _Layout) -> bool:
    """Tell whether a row of table IV has not begun: what follows may still be a label of its header."""
    width, _ = layout.shape(whole.row)
    return layout.cls.shape is Shape.ROW and not whole.row.cells and whole.total < width


def _begun(text: _Text, match: Match | None, layout: _Layout, *, header: bool) -> _Whole | None:
    """Begin the row of a label; words that are no label begin a row that is unknown."""
    bars = [layout.unit] if text.bars == [_GLUE] else list(text.bars)
    if layout.cls.shape is not Shape.ROW:
        if match and match.row is None:
            return None
        row = Row(match.row, text.text, text.source, match.odd) if match else Row(None, text.text, text.source)
    else:
        # Table IV has no labels beside its figures: they follow the last of its header, and what fills that up.
        row = Row(0 if match or header else None, "", text.source)
        if layout.fills_up(bars):
            bars = [layout.unit, *bars[layout.filling(bars)[0] + 1 :]]
        if layout.opening and bars[1:] and bars[-1] == 1:
            bars = bars[:-1]
    row.glued = text.bars == [_GLUE]
    return _Whole(row, bars, layout.count(bars) - layout.unit)


def _continued(whole: _Whole, text: _Text, layout: _Layout) -> _Whole:
    """Add a cell to a row; behind the padding begins another, whose label is lost."""
    begun = whole.row.label or whole.row.cells or whole.row.number is not None
    if begun and layout.fills_up(whole.tail):
        last = layout.filling(whole.tail)[-1]
        behind = sum(whole.tail[last + 1 :])
        whole.tail, whole.total = whole.tail[: last + 1], whole.total - behind
        blanks: int | None = max(behind - layout.opening, 0)
        whole = _Whole(Row(None, "", text.source), [], blanks or 0)
    else:
        blanks = layout.blanks(whole.tail) if begun else 0
        whole.broken = whole.broken or blanks is None
    whole.row.cells += [*[""] * (blanks or 0), text.text]
    whole.tail = list(text.bars)
    whole.total += layout.count(text.bars) + (not layout.unit)
    return whole


def _totals(known: Iterable[_Whole], layout: _Layout) -> dict[tuple[int, int], int]:
    """Tell how many bars the rows of each shape have: what most have, if it is what the form has or is usual."""
    shapes: dict[tuple[int, int], Counter[int]] = {}
    for whole in known:
        shapes.setdefault(layout.shape(whole.row), Counter())[whole.total] += 1
    found = {}
    for (width, to_fill_up), counts in shapes.items():
        least = width * max(layout.unit, 1)
        official = {least, least + to_fill_up}
        total, count = max(counts.items(), key=lambda item: (item[1], item[0] in official))
        if total in official or count >= LEAST_AGREEING_ROWS:
            found[width, to_fill_up] = total
    return found


def _all_differ(rows: Iterable[Row]) -> bool:
    """Tell whether no figure stands there twice: then repeated lines were dropped."""
    figures = [figure for row in rows for figure in row.stated]
    return len(set(figures)) == len(figures)


def _settle(whole: _Whole, layout: _Layout, *, final: bool) -> None:
    """Decide whether the columns of a row's cells are sure; if they are, leave exactly one cell for each."""
    row = whole.row
    row.padded = layout.fills_up(whole.tail)
    if row.number is None:
        return
    width, _ = layout.shape(row)
    row.cut = whole.total < width * max(layout.unit, 1)
    row.cells = expanded(row, width)
    full = len(row.cells) == width == len(row.stated)
    regular = layout.is_regular(whole, final=final) and len(row.cells) <= width
    row.exact = not whole.broken and not row.glued and (full or (regular and (layout.kept or not row.stated)))
    if row.exact:
        row.cells += [""] * (width - len(row.cells))


@cache
def _to_fill_up(cls: type[Table]) -> tuple[int, ...]:
    """Give for each row of figures how many columns its cells leave to fill up."""
    rows = form_rows(cls)
    width = sum(cell.columns for cell in rows[0])
    return tuple(width - len(cells) for cells in rows if any(cell.path for cell in cells))
