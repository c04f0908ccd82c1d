"""Lines of text as rows of figures: which figures stand beside which label, and whether their columns are sure."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.form.blocks import Grid, columns_of
from govdisclosure.form.figures import is_blank, is_figure, is_words
from govdisclosure.form.grids import figure_rows, form_rows
from govdisclosure.form.thresholds import FEWEST_FULL_LINES, MOST_LABEL_LINES
from govdisclosure.model.structure import Shape
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.lines import Line, Row
from govdisclosure.reading.tables.order import by_order
from govdisclosure.vocabulary.fold import key, without_pinyin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.labels import TableLabels

# A cell that stands alone on its line, with the bar that makes the line one of a table.
_ALONE: Final = ("", "")
_OPENING: Final = ("(", "（")


def rows_in_lines(lines: Sequence[Line], cls: type[Table], *, own: bool, ruled: bool = False) -> list[Row]:
    """
    Find the rows of figures in a table that has a row a line.

    Args:
        lines: The lines.
        cls: The table.
        own: Whether our writer wrote them: a cell for every figure, or else for every column of the grid.
        ruled: Whether it has the rule of a table in Markdown, in which each row has all its cells.
    """
    if own:
        grid = all(len(line.cells) >= _grid_width(cls) for line in lines)
        return [_settled(row, cls, kept=False, slack=0) for row in _rows(lines, cls, grid=grid)]
    lines, cut = _without_outer_bars(_without_padding(_unbroken(lines, table_labels(cls))))
    headers = [line for line in lines if _is_header(line, cls)]
    rows = by_order(list(_rows(lines, cls, grid=_is_written_out(lines, cls))), cls)
    known = [row for row in rows if row.number is not None]
    for row in known[-1:]:
        row.cut = cut
    _find_lost(known, cls)
    # Blanks kept between cells prove that the others are kept as well; so does one cell for every column, where rows
    # are not filled up with bars.
    kept = ruled or any(has_gap(row.cells) for row in known) or any(has_gap(line.cells) for line in headers)
    filled_up = any(len(line.cells) - line.filled[-1] > 1 and len(line.cells) > len(_ALONE) for line in headers)
    return [_settled(row, cls, kept=kept, slack=-1 if filled_up else 0) for row in rows]


def _unbroken(lines: Sequence[Line], labels: TableLabels) -> list[Line]:
    """Put labels together that are broken over lines, the figures of their row beside one of the pieces or between."""
    found: list[Line] = []
    place = 0
    while place < len(lines):
        whole, count = _whole(lines[place : place + MOST_LABEL_LINES], labels)
        found.append(whole)
        place += count
    return found


def _whole(lines: Sequence[Line], labels: TableLabels) -> tuple[Line, int]:
    """Give the row whose label lines begin with, and how many they are; the first of them if that is no piece."""
    label, figures = "", tuple[str, ...]()
    for count, line in enumerate(lines, 1):
        words = [cell for cell in line.cells if not is_figure(cell)]
        numbers = line.cells[len(words) :]
        apart = line.stated == line.cells and line.cells[: len(words)] == (*words,)
        if (numbers and figures) or not apart:
            break
        first = labels.exact("".join(words)) if count == 1 else None
        # What ends in an opening bracket goes on below, though it is a label already.
        if (count == 1 and not words) or (first and first.row is not None and words[-1][-1:] not in _OPENING):
            break
        label, figures = without_pinyin(label + "".join(words)), figures or numbers
        match = labels.exact(label) or labels.remarked(label) if words and count > 1 else None
        if match and not (match.row is None and figures):
            below = lines[count].cells if count < len(lines) and match.row is not None and not figures else ()
            if len(below) > 1 and all(map(is_figure, below)):
                figures, count = below, count + 1  # noqa: PLW2901 - the line of figures is one more
            return attrs.evolve(lines[0], cells=(label, *figures)), count
    return lines[0], 1


def _find_lost(known: Iterable[Row], cls: type[Table]) -> None:
    """Find the rows that have fewer bars than others, where all are filled up to one width."""
    shapes: dict[int, list[Row]] = {}
    for row in known:
        if row.padded:
            shapes.setdefault(_width(row, cls), []).append(row)
    for rows in shapes.values():
        usual, _ = Counter(row.bars for row in rows).most_common(1)[0]
        for row in rows:
            row.lost = row.bars < usual


def _without_padding(lines: Sequence[Line]) -> list[Line]:
    """Take away the bars that fill rows up, where they stand close together and those of cells between blanks."""
    spaced = any(text.strip() != text for line in lines for text in line.raw if not is_blank(text))
    tight = any(line.raw[-2:] == ("", "") for line in lines)
    # Where a blank cell is one blank wide, what stands before the padding could be one.
    narrow = any(
        text == " " and not is_blank(line.raw[place + 1])
        for line in lines
        for place, text in enumerate(line.raw[1:-1], 1)
    )
    if not spaced or not tight or narrow:
        return list(lines)
    found = []
    for line in lines:
        raw = list(line.raw)
        while raw and not raw[-1]:
            raw.pop()
        padded = len(raw) < len(line.raw) - 1 or raw[-1:] == [" "]
        if raw[-1:] == [" "]:
            raw.pop()
        cells = line.cells[: len(raw)]
        found.append(attrs.evolve(line, cells=(*cells, ""), bars=len(line.raw) - 1 if padded else 0))
    return found


def _settled(row: Row, cls: type[Table], *, kept: bool, slack: int) -> Row:
    """
    Decide whether the columns of a row's cells are sure; if they are, leave exactly one cell for each.

    Args:
        row: The row.
        cls: The table.
        kept: Whether blank cells are known to be kept.
        slack: How many blank cells may follow the last column if that is not known; -1 where blanks may be lost.
    """
    if row.number is None:
        return row
    width = _width(row, cls)
    found = expanded(row, width)
    cells, surplus = found[:width], found[width:]
    short = len(cells) < width and not row.padded
    # A row that is neither complete nor filled up has lost cells; only of a table's last row the padding is left out.
    lost = short and (bool(row.cells) or row.number < len(figure_rows(cls)) - 1)
    if row.stated:
        sure = kept or len(surplus) <= slack or not any(map(is_blank, cells))
        # Without a label, a blank in front of more cells than the form has may be what stands before an opening bar.
        shifted = not row.label and bool(surplus) and is_blank(cells[0])
        exact = sure and len(cells) == width and all(map(is_blank, surplus)) and not shifted and not row.glued
    else:
        exact, cells = not lost, [""] * width
    return attrs.evolve(row, exact=exact, cut=row.cut or short, cells=cells if exact else row.cells)


def _width(row: Row, cls: type[Table]) -> int:
    return len(figure_rows(cls)[row.number or 0].paths)


def _grid_width(cls: type[Table]) -> int:
    return sum(cell.columns for cell in form_rows(cls)[0])


def has_gap(cells: Sequence[str]) -> bool:
    """Tell whether a blank cell stands before another."""
    blank = [is_blank(cell) for cell in cells]
    return any(first and not second for first, second in itertools.pairwise(blank))


def is_cell_a_line(lines: Sequence[Line]) -> bool:
    """Tell whether a table has a cell a line; where it has a row a line, its headers stand side by side at least."""
    counts = [len(line.stated) for line in lines if line.stated]
    return sum(count > 1 for count in counts) * FEWEST_FULL_LINES <= len(counts)


def _is_header(line: Line, cls: type[Table]) -> bool:
    labels = table_labels(cls)
    return bool(line.stated) and all(key(cell) in labels.others for cell in line.stated)


def _without_outer_bars(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """Take away what stands outside the first and the last bar, and tell whether the last line lacks its last bar."""
    filled = [line for line in lines if line.stated]
    # A line in ten may be one that the page has put in; where labels reach over rows, three in four begin blank.
    opening = sum(is_blank(line.cells[0]) for line in filled) * 10 >= len(filled) * 9
    closing = all(is_blank(line.cells[-1]) for line in filled[:-1])
    cut = closing and bool(filled) and not is_blank(filled[-1].cells[-1])
    inner = [
        attrs.evolve(
            line,
            cells=line.cells[
                opening and is_blank(line.cells[0]) : -1 if closing and is_blank(line.cells[-1]) else None
            ],
        )
        for line in lines
    ]
    return inner, cut


def _is_written_out(lines: Sequence[Line], cls: type[Table]) -> bool:
    """Tell whether lines have a cell for each column of the grid: spans are written out as blank cells."""
    written_out = sum(len(line.cells) == _grid_width(cls) for line in lines) * 2 > len(lines)
    return written_out and any(has_gap(line.cells) and not any(map(is_figure, line.cells)) for line in lines)


def _figure_columns(cls: type[Table]) -> list[tuple[int, ...]]:
    """Give the columns of the grid in which the figures of each row begin."""
    rows = columns_of(Grid(form_rows(cls)))
    columns = (tuple(start for start, cell in row if cell.path) for row in rows)
    return [found for found in columns if found]


def expanded(row: Row, width: int) -> list[str]:
    """Give the cells of a row; digits that stand for all of them are taken apart if each is nought."""
    noughts = "".join(row.stated) == "0" * width
    row.glued = row.glued and not noughts
    return ["0"] * width if noughts else row.cells


def _rows(lines: Iterable[Line], cls: type[Table], *, grid: bool = False) -> Iterator[Row]:
    """Find the rows of a table that has a row a line; in a ``grid`` the figures stand in the columns of the form."""
    labels = table_labels(cls)
    columns = _figure_columns(cls) if grid else []
    headed = False
    for line in lines:
        cells, glued = _unglued(line.cells, labels)
        known = [(place, match) for place, match in enumerate(map(labels.match, cells)) if match]
        place, match = known[-1] if known else (-1, None)
        if not known and cls.shape is not Shape.ROW and cells and cells[0] and not is_figure(cells[0]):
            place = 0
        label, beside = cells[place] if place >= 0 else "", list(cells[place + 1 :])
        number = match.row if match else None
        headed = headed or match is not None
        unlabelled = cls.shape is Shape.ROW and match is None and headed
        if unlabelled and _holds_figures(cells, len(figure_rows(cls)[0].paths)):
            number = 0
        if number is None:
            if any(map(is_figure, beside)):
                yield Row(None, label, line.source, cells=beside, bars=line.bars, padded=bool(line.bars))
            continue
        if grid:
            beside = _in_columns(line, place, columns[number])
        odd = match is not None and match.odd
        yield Row(number, label, line.source, odd, beside, bars=line.bars, padded=bool(line.bars), glued=glued)


def _unglued(cells: tuple[str, ...], labels: TableLabels) -> tuple[tuple[str, ...], bool]:
    """Take a label and the digits glued to it apart, and tell whether there are such."""
    for place, cell in enumerate(cells):
        glued = labels.unglued(cell)
        if glued:
            return (*cells[:place], *glued, *cells[place + 1 :]), True
    return cells, False


def _in_columns(line: Line, label: int, columns: Sequence[int]) -> list[str]:
    """Give the cells of a row of the grid; only those that are stated, where some stand in no column of figures."""
    stated = [place for place in line.filled if place > label]
    # Some forms let the first of two figures span the column between them, not the second.
    later = [column + 1 if column + 2 in columns and column != columns[0] else column for column in columns]
    for found in (columns, later):
        if len(line.cells) > columns[-1] and set(stated) <= set(found):
            return [line.cells[place] for place in found]
    return [line.cells[place] for place in stated]


def _holds_figures(cells: Sequence[str], width: int) -> bool:
    """Tell whether cells without a label are a row: some figure and no words, or a blank for every column."""
    stated = [cell for cell in cells if not is_blank(cell)]
    return any(map(is_figure, stated)) and not any(map(is_words, stated)) if stated else len(cells) == width
