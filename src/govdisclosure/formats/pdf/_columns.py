"""Pages in two columns: the left one is read before the right one, not line by line across both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from govdisclosure.formats.pdf._thresholds import LEAST_COLUMN_LETTERS, LEAST_COLUMN_LINES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.formats.pdf._text import Line

_Gutter: TypeAlias = "tuple[float, float]"
_ANYWHERE: Final = (float("-inf"), float("inf"))


def in_reading_order(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines of a page in the order in which they are read, those that go across two columns as two."""
    run: list[Line] = []
    gutter: _Gutter | None = None
    for line in lines:
        gutter = _narrowed(gutter, line) if gutter else None
        if gutter is None:
            yield from _ordered(run)
            run, gutter = [], _narrowed(_ANYWHERE, line) if line.gap else None
        if gutter is None:
            yield line
        else:
            run.append(line)
    yield from _ordered(run)


def _narrowed(gutter: _Gutter, line: Line) -> _Gutter | None:
    """Give what a line leaves of the room between the columns; None if it goes across."""
    left, right = gutter
    # 本机关全年收到申请    （三）政府信息管理
    if line.gap is not None:
        left, right = max(left, line.gap[1]), min(right, line.gap[2])
    elif line.right < right:
        left = max(left, line.right)
    else:
        right = min(right, line.left)
    return (left, right) if right - left > line.height else None


def _ordered(run: Sequence[Line]) -> Iterator[Line]:
    """Give the lines of a stretch with room in their middle: in two columns, or as they are."""
    halves = [_halves(line) for line in run if line.gap]
    letters = min(map(_letters, zip(*halves, strict=True)), default=0)
    if len(halves) < LEAST_COLUMN_LINES or letters < LEAST_COLUMN_LETTERS * len(halves):
        yield from run
        return
    gutter = min(right.left for _, right in halves)
    parts: list[Line] = []
    for line in run:
        parts += _halves(line) if line.gap else (line,)
    yield from (part for part in parts if part.left < gutter)
    yield from (part for part in parts if part.left >= gutter)


def _letters(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _halves(line: Line) -> tuple[Line, Line]:
    assert line.gap is not None
    place, left, right = line.gap
    return (
        attrs.evolve(line, text=line.text[:place], right=left, gap=None, is_row=False),
        attrs.evolve(line, text=line.text[place + 1 :], left=right, gap=None, is_row=False),
    )
