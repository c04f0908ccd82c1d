"""The ruled tables of pages as grids, those that the end of a page cuts in two as one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import chain, pairwise, starmap
from typing import TYPE_CHECKING, Final

from attrs import define, field

from govdisclosure.form.blocks import Grid, GridCell
from govdisclosure.formats.pdf._paragraphs import PageLines, TextLine, bodies, paragraphs_of
from govdisclosure.formats.pdf._rules import cells_of
from govdisclosure.formats.pdf._text import Line, lines_of
from govdisclosure.formats.pdf._thresholds import (
    BLANK_IN_FIGURES,
    FIGURE_HEIGHT,
    LEAST_DRAWN,
    LINE_GAP,
    MEETING,
    MOST_UNDERLINES,
    NEAR_EDGES,
    NEAR_RULES,
    ON_EDGE,
    ON_RULE,
    ONE_FOOT,
    ONE_SIZE,
    PADDING,
    UNDERLINE,
)
from govdisclosure.model.notes import Source
from govdisclosure.model.values import broken_text
from govdisclosure.pdfium.pages import DIGIT, UNREADABLE, Box, Char

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.form.clock import Clock
    from govdisclosure.formats._limits import Limits
    from govdisclosure.pdfium.pages import SeenPage

_LETTER: Final = re.compile(r"[^\W\d]")
_NUMBER: Final = re.compile(r"[+-]?[0-9０-９]+(?:[.,，．][0-9０-９]+)*\D{0,2}")


def tables_of(page: SeenPage, limits: Limits, clock: Clock) -> list[RuledTable]:
    """
    Find the ruled tables of a page, from top to bottom.

    Raises:
        ReadError: If the rules are too many, or the time is up.
    """
    tables = [RuledTable(page.number, cells) for cells in cells_of(page.edges, limits)]
    pictures, shapes = _Heights(page.pictures), _Heights(page.shapes)
    for table in clock.between(tables):
        for picture in pictures.between(table.top, table.bottom):
            table.take_picture(picture)
        for shape in shapes.between(table.top, table.bottom):
            table.take_shape(shape)
    return tables


class _Heights:
    """What is drawn on a page, by how far down its middle is."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._boxes = sorted(boxes, key=_down)
        self._down = list(map(_down, self._boxes))

    def between(self, top: float, bottom: float) -> list[Box]:
        """Give what is between two heights."""
        return self._boxes[bisect_left(self._down, top) : bisect_right(self._down, bottom)]


def _down(box: Box) -> float:
    """Give how far down the page the middle of a box is."""
    return box.middle[1]


@define
class RuledTable:
    """
    A ruled table on one page.

    Args:
        page: The number of the page.
        boxes: Its cells.
    """

    page: int
    boxes: list[Box]
    _across: list[float] = field(init=False)
    _down: list[float] = field(init=False)
    _chars: list[list[Char]] = field(init=False)
    _cells: dict[tuple[int, int], int] = field(factory=dict, init=False)
    _pictured: set[int] = field(factory=set, init=False)
    _shapes: dict[int, list[Box]] = field(factory=dict, init=False)
    _cut: set[int | None] = field(factory=set, init=False)
    _last: tuple[Char | None, int | None] = field(default=(None, None), init=False)

    def __attrs_post_init__(self) -> None:
        self._across = sorted(set(chain.from_iterable((left, right) for left, _, right, _ in self.boxes)))
        self._down = sorted(set(chain.from_iterable((top, bottom) for _, top, _, bottom in self.boxes)))
        self._chars = [[] for _ in self.boxes]
        columns = {edge: place for place, edge in enumerate(self._across, 1)}
        rows = {edge: place for place, edge in enumerate(self._down, 1)}
        for number, (left, top, right, bottom) in enumerate(self.boxes):
            for column in range(columns[left], columns[right]):
                for row in range(rows[top], rows[bottom]):
                    self._cells[column, row] = number

    @property
    def size(self) -> int:
        """How many cells it has, spans written out."""
        return len(self._cells)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self._down[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self._down[-1]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self._across[-1]

    def take(self, chars: Iterable[Char]) -> list[Char]:
        """Take the characters whose middles stand in cells; give the others."""
        left, top, right, bottom = self._across[0], self._down[0], self._across[-1], self._down[-1]
        return [
            char
            for char in chars
            # Most are far from most tables; one beside a table may go on with a figure in it.
            if char.left - char.size > right
            or char.right + char.size < left
            or char.top - char.size > bottom
            or char.bottom + char.size < top
            or not self._take(char)
        ]

    def _take(self, char: Char) -> bool:
        """Take a character if its middle stands in a cell."""
        # What a font draws for a control character, nobody knows.
        if broken_text(char.text) and not char.text.isspace():
            char = char._replace(text=UNREADABLE)
        text, left, right, top, bottom, _, _ = char
        number = self._cell_at((left + right) / 2, (top + bottom) / 2)
        # A rule through a digit has it unreadable.
        if text.isdigit() or text == UNREADABLE:
            self._look_at_rules(char, number)
        if number is None:
            return False
        self._chars[number].append(char)
        return True

    def _look_at_rules(self, digit: Char, number: int | None) -> None:
        """Keep the cells between which a digit stands, or between which a rule cuts it off the one before it."""
        across, down = ON_RULE * (digit.right - digit.left), ON_RULE * FIGURE_HEIGHT * digit.size
        left, right = digit.left + across, digit.right - across
        top, bottom = digit.foot - FIGURE_HEIGHT * digit.size + down, digit.foot - down
        cells = {self._cell_at(*place) for place in ((left, top), (right, top), (left, bottom), (right, bottom))}
        # 1 at the left of a rule and 0 at its right, as near to each other as in 10
        last, cell = self._last
        self._last = (digit, number)
        cells |= {number, cell} if last is not None and _is_next_to(last, digit) else {number}
        if len(cells) > 1:
            self._cut |= cells

    def take_picture(self, picture: Box) -> None:
        """Take a picture that stands in a cell: what it shows, nobody knows."""
        if min(picture.width, picture.height) < NEAR_RULES:
            self.take_shape(picture)
            return
        number = self._cell_at(*picture.middle)
        if number is None:
            return
        cell = self.boxes[number]
        if picture.width < cell.width + NEAR_RULES and picture.height < cell.height + NEAR_RULES:
            self._pictured.add(number)

    def take_shape(self, shape: Box) -> None:
        """Take what is drawn within a cell, a digit or part of one; what belongs to the rules around it is none."""
        number = self._cell_at(*shape.middle)
        if number is None or max(shape.width, shape.height) < LEAST_DRAWN:
            return
        if not _is_of_rules(shape, self.boxes[number]):
            self._shapes.setdefault(number, []).append(shape)

    def _is_drawn_in(self, number: int) -> bool:
        """Tell whether something is drawn in a cell; a line below letters is none."""
        shapes, chars = self._shapes.get(number, ()), self._chars[number]
        if number in self._pictured or len(shapes) > MOST_UNDERLINES:
            return True
        return not all(_is_underline(shape, chars) for shape in shapes)

    def _cell_at(self, across: float, down: float) -> int | None:
        return self._cells.get((bisect_right(self._across, across), bisect_right(self._down, down)))

    def continues(self, table: RuledTable) -> bool:
        """Tell whether it has the same sides as a table on a page before, and so can be the rest of that one."""
        sides = ((self._across[place], table._across[place]) for place in (0, -1))
        return self.page > table.page and all(abs(one - other) <= NEAR_RULES for one, other in sides)

    def rows(self) -> Iterator[list[tuple[Box, str, int]]]:
        """Give its rows: the cells that begin in each with their text and the number of rows that they span."""
        places = {edge: place for place, edge in enumerate(self._down)}
        rows: list[list[tuple[Box, str, int]]] = [[] for _ in self._down[1:]]
        filled = list(zip(self.boxes, map(lines_of, self._chars), strict=True))
        padding = min([PADDING, *(_room(box, lines) for box, lines in filled if lines)])
        for number, (box, lines) in enumerate(filled):
            top, bottom = places[box.top], places[box.bottom]
            text = _text(lines, box, max(padding, 0))
            # A row of one cell can hold the words of a page.
            if "\n" in text and (box.left, box.right) == (self._across[0], self._across[-1]):
                text = _prose(lines, box, self.page)
            # A figure that is a picture, or a picture beside a figure or 10件; one beside words is an ornament.
            is_unsure = number in self._cut or self._is_drawn_in(number)
            if is_unsure and (_LETTER.search(text) is None or _NUMBER.fullmatch(text)):
                text += UNREADABLE
            rows[top].append((box, text, bottom - top))
        for row in rows:
            row.sort(key=_left)
            yield row


def grid_of(pieces: Iterable[RuledTable], number: int) -> Grid:
    """Give a table as a grid with the spans of its cells; it stands on one page, or goes on over several."""
    pieces = list(pieces)
    boxes = chain.from_iterable(piece.boxes for piece in pieces)
    columns = _columns(chain.from_iterable((left, right) for left, _, right, _ in boxes))
    rows: list[tuple[GridCell, ...]] = []
    sources: list[Source] = []
    for piece in pieces:
        for row in piece.rows():
            cells = ((text, span, columns[box[2]] - columns[box[0]]) for box, text, span in row)
            rows.append(tuple(GridCell(text, rows=span, columns=max(width, 1)) for text, span, width in cells))
            sources.append(Source(table=number, row=len(rows), page=piece.page))
    return Grid(tuple(rows), sources=tuple(sources))


def _columns(edges: Iterable[float]) -> dict[float, int]:
    """Number the edges of columns, those that are nearly the same with one number."""
    numbers: dict[float, int] = {}
    first, number = float("-inf"), -1
    for edge in sorted(set(edges)):
        if edge - first > NEAR_RULES:
            first, number = edge, number + 1
        numbers[edge] = number
    return numbers


def _is_of_rules(shape: Box, cell: Box) -> bool:
    """Tell whether what is drawn is part of the rules around a cell: it lies at one, or is as long as one."""
    across = min(shape.left - cell.left, cell.right - shape.right)
    down = min(shape.top - cell.top, cell.bottom - shape.bottom)
    if min(shape.width, shape.height) >= NEAR_RULES:
        return min(across, down) < ON_EDGE
    lies = down < NEAR_RULES or shape.width > cell.width - 2 * MEETING
    # A 1 may stand near a rule.
    stands = across < (MEETING if shape.height < DIGIT else NEAR_RULES) or shape.height > cell.height - 2 * MEETING
    # Of dots and short dashes both kinds of rules are made.
    if max(shape.width, shape.height) < NEAR_RULES:
        return lies or stands
    return lies if shape.width >= shape.height else stands


def _is_underline(shape: Box, chars: Iterable[Char]) -> bool:
    """Tell whether what is drawn is a line below characters."""
    _, down = shape.middle
    return shape.height < NEAR_RULES and any(
        0 < down - char.foot < UNDERLINE * char.size and char.left < shape.right and char.right > shape.left
        for char in chars
    )


def _is_next_to(last: Char, digit: Char) -> bool:
    """Tell whether a digit stands where the one before it ends, on the same line."""
    is_near = abs(digit.left - last.right) < BLANK_IN_FIGURES * digit.size
    return is_near and abs(last.foot - digit.foot) < ONE_FOOT * digit.size


def _left(cell: tuple[Box, str, int]) -> float:
    return cell[0][0]


def _room(box: Box, lines: Iterable[Line]) -> float:
    """Give how much of the width of a cell its longest line leaves."""
    return box[2] - box[0] - max(line.right - line.left for line in lines)


def _text(lines: list[Line], box: Box, padding: float) -> str:
    """
    Give the text of a cell, a number with its unit in one line if it did not fit into one.

    Then its lines are alike, near each other, and without room for one more digit beside the padding; others stay,
    since 1 above 2 need not be 12.
    """
    texts = [line.text for line in lines]
    if not _NUMBER.fullmatch("".join(texts)):
        return "\n".join(texts)
    # 1234 above 56件 in a narrow cell
    alike = len({len(text) for text in texts[:-1]}) == 1 and len(texts[-1]) <= len(texts[0])
    full = _room(box, lines[:1]) - padding < max(line.widest for line in lines)
    return ("" if alike and full and all(starmap(_goes_on, pairwise(lines))) else "\n").join(texts)


def _prose(lines: list[Line], box: Box, page: int) -> str:
    """Give the text of a cell with its wrapped lines joined, as on a page with margins where the sides of it are."""
    sides = PageLines(page, box.left + box.right, box.bottom, lines)
    on_page = [TextLine(line, sides) for line in lines]
    edges = bodies(on_page, [(sides.width, box.right)])
    return "\n".join(paragraph.text for paragraph in paragraphs_of(on_page, edges))


def _goes_on(line: Line, below: Line) -> bool:
    """Tell whether a line looks as the next of the one above it: it is as large, near, and set at the same side."""
    # A small 2 above a 1 is the number of a note.
    if max(line.height, below.height) > ONE_SIZE * min(line.height, below.height):
        return False
    if below.bottom - line.bottom > (1 + LINE_GAP) * line.height:
        return False
    left, right = below.left - line.left, below.right - line.right
    return min(abs(left), abs(right), abs(left + right) / 2) < NEAR_EDGES
