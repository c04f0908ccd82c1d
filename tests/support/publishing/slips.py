"""Slips with the rows of a table: labels dropped, damaged, doubled, remarked, rows put in, moved, missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from support.publishing.sheets import Cell, Sheet
from support.publishing.text import paths_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    Row = tuple[Cell, ...]

_OTHERS: Final = {
    "proactive_disclosure": ("其他主动公开文件", "行政确认", "行政征收", "行政检查", "合计"),
    "requests": ("9.属于其他情形", "4.其他", "（八）其他", "其中：网络申请", "其中：信函申请", "6.其他情形", "备注"),
}
_REMARKS: Final = ("（县级无此项）", "（填写2021年的数量）", "（单位：件）", "*", "①", "（含上年结转）", "(注2)", "：")
_FIRST_OTHER: Final = 987_001
"""Figures of rows that the form has not: no report has them otherwise."""


def _as_paths(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(paths)


@frozen
class Slipped:
    """
    A table with a slip.

    Args:
        sheet: The table.
        doubtful: Paths of figures that a note may name with good reason.
        missing: Paths of figures that are not printed any more.
        beside: Figures that are printed and have no cell in the form.
    """

    sheet: Sheet
    doubtful: frozenset[str] = field(default=frozenset(), converter=_as_paths)
    missing: frozenset[str] = field(default=frozenset(), converter=_as_paths)
    beside: tuple[str, ...] = ()


def rows_of_figures(sheet: Sheet) -> list[int]:
    """Give the places of the rows that have a label and figures."""
    return [place for place, row in enumerate(sheet.rows) if _label_place(row) is not None and row[-1].is_figure]


def _label_place(row: Row) -> int | None:
    """Give the place of the innermost label of a row; None if it has none."""
    labels = [place for place, cell in enumerate(row) if not cell.is_figure and cell.text.strip()]
    return labels[-1] if labels else None


def _relabelled(sheet: Sheet, place: int, change: Callable[[str], str]) -> Sheet:
    """Change the innermost label of a row."""
    row = sheet.rows[place]
    at = _label_place(row)
    assert at is not None
    return _with(sheet, place, (*row[:at], evolve(row[at], text=change(row[at].text)), *row[at + 1 :]))


def _with(sheet: Sheet, place: int, row: Row) -> Sheet:
    return evolve(sheet, rows=(*sheet.rows[:place], row, *sheet.rows[place + 1 :]))


def _around(sheet: Sheet, place: int) -> list[str]:
    """Give the paths of the figures of a row and of those beside it."""
    return [path for row in sheet.rows[max(0, place - 1) : place + 2] for path in paths_of(row)]


def _slipped(before: Sheet, after: Sheet, *places: int) -> Slipped:
    return Slipped(after, [path for place in places for path in _around(before, place)])


def dropped(sheet: Sheet, rng: Random) -> Slipped:
    """Leave the label of a row blank."""
    place = rng.choice(rows_of_figures(sheet))
    return _slipped(sheet, _relabelled(sheet, place, lambda _: ""), place)


def lost(sheet: Sheet, rng: Random) -> Slipped:
    """Leave the label of a row away with its cell."""
    place = rng.choice(rows_of_figures(sheet))
    row = sheet.rows[place]
    at = _label_place(row)
    assert at is not None
    return _slipped(sheet, _with(sheet, place, (*row[:at], *row[at + 1 :])), place)


def damaged(sheet: Sheet, rng: Random) -> Slipped:
    """Damage the label of a row: characters lost or replaced, cut off at either end."""
    place = rng.choice(rows_of_figures(sheet))

    def damage(text: str) -> str:
        kind, middle = rng.randrange(5), rng.randrange(len(text))
        return {
            0: text[:middle] + text[middle + 1 :],
            1: text[:middle] + text[middle + 3 :],
            2: text[:middle] + rng.choice("□?■某〇") + text[middle + 1 :],
            3: text[: max(1, len(text) // 2)],
            4: text[len(text) // 2 :],
        }[kind]

    return _slipped(sheet, _relabelled(sheet, place, damage), place)


def label_twice(sheet: Sheet, rng: Random) -> Slipped:
    """Print the label of a row twice in its cell, or in two cells."""
    place = rng.choice(rows_of_figures(sheet))
    if rng.random() < 1 / 2:
        return _slipped(sheet, _relabelled(sheet, place, lambda text: text * 2), place)
    row = sheet.rows[place]
    at = _label_place(row)
    assert at is not None
    return _slipped(sheet, _with(sheet, place, (*row[: at + 1], evolve(row[at], rows=1), *row[at + 1 :])), place)


def label_of_neighbour(sheet: Sheet, rng: Random) -> Slipped:
    """Print the label of a row beside the next row as well, in place of its own."""
    places = [place for place in rows_of_figures(sheet) if place + 1 in rows_of_figures(sheet)]
    place = rng.choice(places)
    at = _label_place(sheet.rows[place])
    assert at is not None
    text = sheet.rows[place][at].text
    return _slipped(sheet, _relabelled(sheet, place + 1, lambda _: text), place, place + 1)


def row_twice(sheet: Sheet, rng: Random) -> Slipped:
    """Print a row twice, the same figures in both."""
    place = rng.choice(rows_of_figures(sheet))
    return _slipped(sheet, with_row(sheet, place, _own(sheet.rows[place])), place, place + 1)


def remarked(sheet: Sheet, rng: Random) -> Slipped:
    """Put a remark behind the label of a row."""
    place = rng.choice(rows_of_figures(sheet))
    return Slipped(_relabelled(sheet, place, lambda text: text + rng.choice(_REMARKS)))


def put_in(sheet: Sheet, rng: Random) -> Slipped:
    """Put a row in that the form has not, with figures of its own."""
    place = rng.choice(rows_of_figures(sheet))
    label, *figures = _own(sheet.rows[place])
    numbers = [str(_FIRST_OTHER + number) for number in range(len(figures))]
    own = [evolve(cell, text=number) for cell, number in zip(figures, numbers, strict=True)]
    text = rng.choice(_OTHERS[sheet.section])
    return Slipped(with_row(sheet, place, (evolve(label, text=text), *own)), beside=tuple(numbers))


def missing(sheet: Sheet, rng: Random) -> Slipped:
    """Leave a row away."""
    place = rng.choice(rows_of_figures(sheet))
    return Slipped(without_row(sheet, place), _around(sheet, place), paths_of(sheet.rows[place]))


def reordered(sheet: Sheet, rng: Random) -> Slipped:
    """Let two rows below the same label change places, figures with their labels."""
    places = rows_of_figures(sheet)
    pairs = [(a, b) for a in places for b in places if a < b and _can_change(sheet, a, b)]
    first, second = rng.choice(pairs)
    one, other = sheet.rows[first], sheet.rows[second]
    changed = _with(sheet, first, (*_outer(one), *_own_with_paths(other)))
    changed = _with(changed, second, (*_outer(other), *_own_with_paths(one)))
    return _slipped(sheet, changed, first, second)


def _can_change(sheet: Sheet, first: int, second: int) -> bool:
    """Tell whether two rows are alike and stand below the same labels, with no others between."""
    shapes = {tuple(cell.columns for cell in _own(sheet.rows[place])) for place in (first, second)}
    between = sheet.rows[first + 1 : second + 1]
    return len(shapes) == 1 and all(row[-1].is_figure and not _outer(row) for row in between)


def _outer(row: Row) -> Row:
    """Give the labels of a row that reach over others."""
    at = _label_place(row)
    return row[:at]


def _own_with_paths(row: Row) -> Row:
    return row[len(_outer(row)) :]


def _own(row: Row) -> Row:
    """Give the innermost label and the figures of a row, as those of a row that the form has not."""
    return tuple(evolve(cell, rows=1, path="" if cell.is_figure else None) for cell in _own_with_paths(row))


def with_row(sheet: Sheet, after: int, row: Row) -> Sheet:
    """Put a row behind another one; labels that reach over both reach over one row more."""
    rows = [tuple(_reaching(cell, number, after, 1) for cell in each) for number, each in enumerate(sheet.rows)]
    # A label that begins in the row before reaches over the new row, as far as its rows go on behind.
    return evolve(sheet, rows=(*rows[: after + 1], row, *rows[after + 1 :]))


def _reaching(cell: Cell, number: int, after: int, more: int) -> Cell:
    """Give a label one row longer or shorter if it reaches over a place and beyond."""
    ends = number + cell.rows - 1
    reaches = cell.rows > 1 and number <= after <= ends
    return evolve(cell, rows=cell.rows + more) if reaches else cell


def without_row(sheet: Sheet, place: int) -> Sheet:
    """Leave a row away; labels that begin in it and reach further begin in the next one."""
    rows = [tuple(_reaching(cell, number, place, -1) for cell in each) for number, each in enumerate(sheet.rows)]
    kept = tuple(cell for cell, whole in zip(rows[place], sheet.rows[place], strict=True) if whole.rows > 1)
    if place + 1 < len(rows):
        rows[place + 1] = (*kept, *rows[place + 1])
    del rows[place]
    return evolve(sheet, rows=tuple(rows))


SLIPS: Final[dict[str, Callable[[Sheet, Random], Slipped]]] = {
    "label-dropped": dropped,
    "label-lost": lost,
    "label-damaged": damaged,
    "label-twice": label_twice,
    "label-of-neighbour": label_of_neighbour,
    "label-remarked": remarked,
    "row-twice": row_twice,
    "row-put-in": put_in,
    "row-missing": missing,
    "rows-reordered": reordered,
}
