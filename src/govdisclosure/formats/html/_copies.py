"""A report that a page has twice, for desks and for telephones, of which its style sheet shows one."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.stand_ins import STRUCK

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from govdisclosure.form.blocks import Block, GridCell

    _Words: TypeAlias = str | tuple[tuple[tuple[str, int, int], ...], ...]


def without_hidden_copies(blocks: Sequence[Block]) -> list[Block]:
    """
    Leave out tables whose figures are hidden, with the words around them, where the same stand elsewhere and are seen.

    What a style sheet hides, a script can show again; but a copy says nothing else.
    """
    hidden = [_has_hidden(block) for block in blocks]
    if not any(hidden):
        return [*blocks]
    words = list(map(_words, blocks))
    seen = {said: place for place, said in enumerate(words) if not hidden[place]}
    left_out: set[int] = set()
    for place, said in enumerate(words):
        if hidden[place] and said in seen and place not in left_out:
            left_out.update(_copied(words, left_out, place, place - seen[said]))
    return [block for place, block in enumerate(blocks) if place not in left_out]


def _copied(words: Sequence[_Words], left_out: Collection[int], place: int, distance: int) -> range:
    """Give the stretch around a hidden table that says the same as one so far above it, or below."""
    places = range(len(words))

    def is_same(at: int) -> bool:
        other = at - distance
        return at in places and other in places and other not in left_out and words[at] == words[other]

    first, last = place, place + 1
    while last - first < abs(distance) and is_same(first - 1):
        first -= 1
    while last - first < abs(distance) and is_same(last):
        last += 1
    return range(first, last)


def _words(block: Block) -> _Words:
    """Give what a block says, whether it is seen or not."""
    if isinstance(block, Grid):
        return tuple([tuple([_words_of_cell(cell) for cell in row]) for row in block.rows])
    assert isinstance(block, Paragraph), "what others wrote has no metadata"
    return f"{block.role}{block.text}"


def _words_of_cell(cell: GridCell) -> tuple[str, int, int]:
    return cell.text.removeprefix(STRUCK), cell.rows, cell.columns


def _has_hidden(block: Block) -> bool:
    # ~~58
    if not isinstance(block, Grid):
        return False
    texts = [cell.text for cell in chain.from_iterable(block.rows)]
    # Most pages hide nothing.
    return STRUCK in "".join(texts) and any(text.startswith(STRUCK) for text in texts)
