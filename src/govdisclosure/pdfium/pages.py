"""What is seen on a page, and how it is packed to go from one process to another."""

from __future__ import annotations

import json
from array import array
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

DIGIT: Final = 20.0
"""The size of a drawn digit, at most, in points: it is no rule of a table."""

UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that is seen, but that nothing tells."""


class Box(NamedTuple):
    """A part of a page, in points from its left upper corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, place: tuple[float, float]) -> bool:
        """Tell whether a place is in it."""
        return self.left <= place[0] <= self.right and self.top <= place[1] <= self.bottom

    def encloses(self, other: Box) -> bool:
        """Tell whether all of another one is in it."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def shared(self, other: Box) -> tuple[float, float]:
        """Give the width and the height of what both cover; not above nought where they do not meet."""
        return (
            min(self.right, other.right) - max(self.left, other.left),
            min(self.bottom, other.bottom) - max(self.top, other.top),
        )


class Char(NamedTuple):
    """
    A character.

    Args:
        text: The character, ``UNREADABLE`` where nobody knows it.
        left: Left edge, in points from the left edge of the page.
        right: Right edge, where the pen goes on.
        top: Upper edge, in points from the upper edge of the page.
        bottom: Lower edge.
        size: Size of the letters.
        foot: The line that it stands on.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    foot: float


class Edge(NamedTuple):
    """
    A straight line, or the side of a box.

    Args:
        is_across: Whether it goes from left to right, and not down.
        at: Its height on the page if it goes across, otherwise its distance from the left.
        start: Where it begins.
        end: Where it ends.
    """

    is_across: bool
    at: float
    start: float
    end: float


class SeenPage(NamedTuple):
    """
    A page with what a person sees on it, turned so that most of its text stands upright.

    Args:
        number: Its number, from 1.
        width: Its width in points.
        height: Its height.
        hidden: How many characters it holds that nobody sees.
        chars: Its characters, in the order in which they are painted.
        edges: Straight lines and sides of boxes.
        pictures: Where pictures and drawings stand.
        shapes: Where lines, and shapes of any kind but upright boxes, are drawn.
    """

    number: int
    width: float
    height: float
    hidden: int
    chars: list[Char]
    edges: list[Edge]
    pictures: list[Box]
    shapes: list[Box]


_CHAR: Final = len(Char._fields) - 1
_LINE: Final = len(Edge._fields) - 1
_BOX: Final = len(Box._fields)


def packed(page: SeenPage) -> bytes:
    """Pack a page: one line of JSON, then its numbers."""
    across = [edge for edge in page.edges if edge.is_across]
    down = [edge for edge in page.edges if not edge.is_across]
    head = {
        "page": [page.number, page.width, page.height, page.hidden],
        "text": "".join(char.text for char in page.chars),
        "counts": [len(page.chars), len(across), len(down), len(page.pictures), len(page.shapes)],
    }
    numbers = array("d", chain.from_iterable(char[1:] for char in page.chars))
    numbers.extend(chain.from_iterable(edge[1:] for edge in (*across, *down)))
    numbers.extend(chain.from_iterable((*page.pictures, *page.shapes)))
    return json.dumps(head).encode() + b"\n" + numbers.tobytes()


def unpacked(data: bytes) -> SeenPage:
    """
    Give the page that was packed.

    Raises:
        ValueError: If it is none.
    """
    line, _, rest = data.partition(b"\n")
    head = json.loads(line)
    numbers = array("d", rest)
    chars, across, down, pictures, shapes = head["counts"]
    begin_of_edges = chars * _CHAR
    begin_of_pictures = begin_of_edges + (across + down) * _LINE
    if len(head["text"]) != chars or len(numbers) != begin_of_pictures + (pictures + shapes) * _BOX:
        raise ValueError("this is no page")
    lines = _by(_LINE, numbers[begin_of_edges:begin_of_pictures])
    boxes = list(map(Box._make, _by(_BOX, numbers[begin_of_pictures:])))
    number, width, height, hidden = head["page"]
    return SeenPage(
        number,
        width,
        height,
        hidden,
        chars=list(map(Char, head["text"], *(numbers[at:begin_of_edges:_CHAR] for at in range(_CHAR)))),
        edges=[Edge(place < across, *line) for place, line in enumerate(lines)],
        pictures=boxes[:pictures],
        shapes=boxes[pictures:],
    )


def _by(count: int, numbers: array[float]) -> Iterator[tuple[float, ...]]:
    """Give numbers by so many at once."""
    return zip(*[iter(numbers)] * count, strict=True)
