"""The rules of a page as the cells of its tables: where they cross, and what they enclose."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from govdisclosure.formats._limits import Limits, beyond
from govdisclosure.formats.pdf._thresholds import MEETING, MOST_CROSSINGS, MOST_PAIRS, NEAR_RULES
from govdisclosure.pdfium.pages import DIGIT, Box, Edge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


class _Crossing(NamedTuple):
    """Where a rule across meets one down, and which they are."""

    x: float
    y: float
    across: int
    down: int


def cells_of(edges: Iterable[Edge], limits: Limits) -> list[list[Box]]:
    """
    Give the cells of each table that rules enclose, from top to bottom; what has one cell a row only frames text.

    So does a box that has a table in it: its words stand above, between and below tables, as on a page.

    Raises:
        ReadError: If the rules are too many.
    """
    edges = list(edges)
    across = _joined([edge for edge in edges if edge.is_across])
    down = _joined([edge for edge in edges if not edge.is_across])
    if len(across) * len(down) > MOST_PAIRS:
        raise beyond(limits, "max_cells")
    across, down = _meeting(across, down), _meeting(down, across)
    crossings = _crossings(across, down, limits)
    met: dict[Edge, set[Edge]] = defaultdict(set)
    for crossing in crossings.values():
        met[across[crossing.across]].add(down[crossing.down])
        met[down[crossing.down]].add(across[crossing.across])
    if missing := list(_missing(met)):
        across = _joined([*across, *(rule for rule in missing if rule.is_across)])
        down = _joined([*down, *(rule for rule in missing if not rule.is_across)])
        crossings = _crossings(across, down, limits)
    boxes = _enclosed(crossings)
    tables = _tables(boxes)
    within = [whole for whole in map(_whole, tables) if min(whole.width, whole.height) > DIGIT]
    cells = [box for box in boxes if not any(box.encloses(whole) for whole in within)]
    return sorted(_tables(cells) if len(cells) < len(boxes) else tables, key=_upper_corner)


def _tables(boxes: Iterable[Box]) -> list[list[Box]]:
    return [table for table in _touching(boxes) if not _is_frame(table)]


def _is_frame(boxes: Iterable[Box]) -> bool:
    # A box around a paragraph: one cell a row.
    return max(Counter(box.top for box in boxes).values()) == 1


def _whole(table: Iterable[Box]) -> Box:
    """Give the box around a table."""
    lefts, tops, rights, bottoms = zip(*table, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _missing(met: Mapping[Edge, set[Edge]]) -> Iterator[Edge]:
    """
    Give the rules that tables lack at their edges, with the corners in which two of them meet.

    Args:
        met: The rules that each rule meets.
    """
    lacking = list(_lacking(met))
    for rule, ends in lacking:
        of_table = set().union(*(met[end] for end in ends))
        # Open at the right, and cut by the end of a page: the last figure of its first row stands in the corner.
        corners = [other.at for other, at_other in lacking if not at_other.isdisjoint(of_table)]
        yield rule._replace(start=min([rule.start, *corners]), end=max([rule.end, *corners]))


def _lacking(met: Mapping[Edge, set[Edge]]) -> Iterator[tuple[Edge, frozenset[Edge]]]:
    """
    Give the rules that tables lack at their edges: where several others end on one line, and not all at a rule.

    Browsers draw none where a page ends within a table, and many tables have none at their sides.

    Args:
        met: The rules that each rule meets.

    Returns:
        Each with the rules that end at it.
    """
    for is_across in (True, False):
        rules = [rule for rule in met if rule.is_across == is_across]
        for side in (_start, _end):
            for line in _on_one_line(rules, side):
                for ends in _of_one_table(line, met):
                    at = sum(map(side, ends)) / len(ends)
                    if _is_open(at, ends, met) and not _goes_on(at, ends, rules):
                        yield Edge(not is_across, at, ends[0].at, ends[-1].at), frozenset(ends)


def _of_one_table(rules: Iterable[Edge], met: Mapping[Edge, set[Edge]]) -> Iterator[list[Edge]]:
    """Put those rules together, in their order on the page, of which each meets one that the next one meets, too."""
    table: list[Edge] = []
    for rule in sorted(rules, key=_at):
        if table and met[rule].isdisjoint(met[table[-1]]):
            yield table
            table = []
        table.append(rule)
    yield table


def _is_open(at: float, ends: Iterable[Edge], met: Mapping[Edge, set[Edge]]) -> bool:
    """Tell whether one of these rules meets none where they end."""
    return any(all(abs(other.at - at) > NEAR_RULES for other in met[rule]) for rule in ends)


def _goes_on(at: float, ends: Sequence[Edge], rules: Iterable[Edge]) -> bool:
    """Tell whether the table goes on where these rules end, with others between them."""
    return any(
        ends[0].at < rule.at < ends[-1].at and rule.start + NEAR_RULES < at < rule.end - NEAR_RULES for rule in rules
    )


def _joined(edges: Sequence[Edge]) -> list[Edge]:
    """
    Join edges that lie on one line and meet, in their order on the page; what is too short is no rule.

    Each is where its own edges are: those of another table on nearly that line would move it into a figure.
    """
    joined: list[Edge] = []
    for line in _on_one_line(edges, _at):
        near: list[list[Edge]] = []
        for stretch in sorted(_stretches(line), key=_middle):
            if near and _middle(stretch) - _middle(near[0]) > MEETING:
                joined += _aligned(near)
                near = []
            near.append(stretch)
        joined += _aligned(near)
    return sorted((edge for edge in joined if edge.end - edge.start >= NEAR_RULES), key=_at)


def _aligned(stretches: Sequence[list[Edge]]) -> Iterator[Edge]:
    """Give rules on one line: those of one table that a wide cell parts are."""
    at = _middle([edge for stretch in stretches for edge in stretch])
    for stretch in stretches:
        yield stretch[0]._replace(at=at, end=max(map(_end, stretch)))


def _middle(edges: Sequence[Edge]) -> float:
    return sum(map(_at, edges)) / len(edges)


def _stretches(line: Iterable[Edge]) -> Iterator[list[Edge]]:
    """Put those edges of a line together that meet, by where they begin."""
    first, *others = sorted(line, key=_start)
    stretch, reach = [first], first.end
    for edge in others:
        if edge.start > reach + NEAR_RULES:
            yield stretch
            stretch = []
        stretch.append(edge)
        reach = max(reach, edge.end)
    yield stretch


def _meeting(rules: Sequence[Edge], others: Sequence[Edge]) -> list[Edge]:
    """Leave out what is as short as a digit and does not go from rule to rule, a 1 in a low cell: it parts no cell."""
    return [rule for rule in rules if rule.end - rule.start > DIGIT or _met(rule, others) > 1]


def _met(rule: Edge, others: Iterable[Edge]) -> int:
    """Give how many rules one meets."""
    return sum(
        rule.start - MEETING <= other.at <= rule.end + MEETING
        and other.start - NEAR_RULES <= rule.at <= other.end + NEAR_RULES
        for other in others
    )


def _on_one_line(edges: Iterable[Edge], place: Callable[[Edge], float]) -> Iterator[list[Edge]]:
    """Put those edges together of which each lies, or ends, near the next."""
    line: list[Edge] = []
    for edge in sorted(edges, key=place):
        if line and place(edge) - place(line[-1]) > NEAR_RULES:
            yield line
            line = []
        line.append(edge)
    if line:
        yield line


def _crossings(across: Sequence[Edge], down: Sequence[Edge], limits: Limits) -> dict[tuple[float, float], _Crossing]:
    """
    Give where rules cross, or nearly meet, by their places.

    Raises:
        ReadError: If they are too many.
    """
    crossings: dict[tuple[float, float], _Crossing] = {}
    for crossing in _met_by(across, down):
        crossings[crossing.x, crossing.y] = crossing
        if len(crossings) > min(MOST_CROSSINGS, limits.max_cells):
            raise beyond(limits, "max_cells")
    return crossings


def _met_by(across: Sequence[Edge], down: Sequence[Edge]) -> Iterator[_Crossing]:
    places = [edge.at for edge in down]
    for number, rule in enumerate(across):
        first = bisect_left(places, rule.start - NEAR_RULES)
        for other in range(first, len(down)):
            x, start, end = places[other], down[other].start, down[other].end
            if x > rule.end + NEAR_RULES:
                break
            if start - NEAR_RULES <= rule.at <= end + NEAR_RULES:
                yield _Crossing(x, rule.at, number, other)


def _enclosed(crossings: dict[tuple[float, float], _Crossing]) -> list[Box]:
    """Give the least box that rules enclose below and at the right of each crossing."""
    on_across: dict[int, list[_Crossing]] = defaultdict(list)
    on_down: dict[int, list[_Crossing]] = defaultdict(list)
    for crossing in sorted(crossings.values()):
        on_across[crossing.across].append(crossing)
        on_down[crossing.down].append(crossing)
    boxes = (_box(crossing, on_across, on_down, crossings) for crossing in crossings.values())
    return [box for box in boxes if box is not None]


def _box(
    corner: _Crossing,
    on_across: dict[int, list[_Crossing]],
    on_down: dict[int, list[_Crossing]],
    crossings: dict[tuple[float, float], _Crossing],
) -> Box | None:
    rights = _after(on_across[corner.across], corner)
    for below in _after(on_down[corner.down], corner):
        for right in rights:
            opposite = crossings.get((right.x, below.y))
            if opposite and opposite.down == right.down and opposite.across == below.across:
                return Box(corner.x, corner.y, right.x, below.y)
    return None


def _after(crossings: Sequence[_Crossing], corner: _Crossing) -> Sequence[_Crossing]:
    return crossings[bisect_left(crossings, corner) + 1 :]


def _touching(boxes: Iterable[Box]) -> list[list[Box]]:
    """Put boxes together that share corners, directly or by others."""
    boxes = list(boxes)
    at_corner: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, box in enumerate(boxes):
        for corner in _corners(box):
            at_corner[corner].append(number)
    tables: list[list[Box]] = []
    left = set(range(len(boxes)))
    for number in range(len(boxes)):
        waiting = [number] if number in left else []
        left.difference_update(waiting)
        table: list[Box] = []
        while waiting:
            box = boxes[waiting.pop()]
            table.append(box)
            for corner in _corners(box):
                near = left.intersection(at_corner.pop(corner, ()))
                left -= near
                waiting.extend(near)
        if table:
            tables.append(table)
    return tables


def _corners(box: Box) -> Iterator[tuple[float, float]]:
    yield box.left, box.top
    yield box.right, box.top
    yield box.left, box.bottom
    yield box.right, box.bottom


def _upper_corner(table: Iterable[Box]) -> tuple[float, float]:
    return min((box.top, box.left) for box in table)


def _at(edge: Edge) -> float:
    return edge.at


def _start(edge: Edge) -> float:
    return edge.start


def _end(edge: Edge) -> float:
    return edge.end
