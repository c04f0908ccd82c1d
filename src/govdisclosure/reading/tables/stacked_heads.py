"""Heads of columns that are broken over lines, each beside the others: whether the form has them in this order."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from govdisclosure.form.thresholds import MOST_STACKS
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.layout import lowest_heads
from govdisclosure.vocabulary.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.structure import Table


def stacked_in_other_order(lines: Iterable[Sequence[str]], cls: type[Table]) -> list[str] | None:
    """
    Give the pieces of heads that stand on lines, if they are all those of the form, but not in its order.

    None are in its order; where they are not those of the form, or can be told apart in too many ways, it gives None.

    Each piece is of one head, those of a line from left to right, those of a head from the top down.

    Args:
        lines: What stands on each line of heads.
        cls: The table.
    """
    # 结 结 其 尚 / 果 果 他 未 / 维 纠 结 审 / 持 正 果 结
    # What has no letter, as the --- of a rule, is no piece of any head; it could be put anywhere.
    texts = [filter(None, map(key, " ".join(line).split())) for line in lines]
    pieces = [[piece for piece in line if not _is_above(piece, cls)] for line in texts]
    heads = lowest_heads(cls)
    # Of whole heads, the order is compared otherwise.
    if set(heads).issuperset(chain(*pieces)):
        return None
    letters = Counter(chain.from_iterable(chain.from_iterable(pieces)))
    if letters != Counter("".join(heads)) or not all(any(piece in head for head in heads) for piece in chain(*pieces)):
        return None
    left = {heads}
    for line in pieces:
        ways: set[tuple[tuple[str, ...], tuple[str, ...]]] = {((), each) for each in left}
        for piece in line:
            ways = {way for before, behind in ways for way in _without(piece, before, behind)}
            if len(ways) > MOST_STACKS:
                return None
        left = {before + behind for before, behind in ways}
    return [] if left else list(chain(*pieces))


def _is_above(piece: str, cls: type[Table]) -> bool:
    """Tell whether a text is a whole head above others."""
    return piece in table_labels(cls).others and piece not in lowest_heads(cls)


def _without(
    piece: str, before: tuple[str, ...], behind: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give what is left of heads before and behind a piece of them, in each way in which it can be one of theirs."""
    for place, head in enumerate(behind):
        if head.startswith(piece):
            # 商业 企业: a head can go on behind a blank.
            yield (*before, *behind[:place]), (head[len(piece) :], *behind[place + 1 :])
