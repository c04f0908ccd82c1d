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


def stacked_in_other_order(lines: Iterable[Sequence[str]], cls: type[Table]) -> list[str]:
    """
    Give the pieces of heads that stand on lines, if they are all those of the form, but not in its order.

    Each piece is of one head, those of a line from left to right, those of a head from the top down.

    Args:
        lines: What stands on each line of heads.
        cls: The table.
    """
    # 结 结 其 尚 / 果 果 他 未 / 维 纠 结 审 / 持 正 果 结
    pieces = [[piece for piece in map(key, " ".join(line).split()) if not _is_above(piece, cls)] for line in lines]
    heads = lowest_heads(cls)
    letters = Counter(chain.from_iterable(chain.from_iterable(pieces)))
    if letters != Counter("".join(heads)) or not all(any(piece in head for head in heads) for piece in chain(*pieces)):
        return []
    left = {heads}
    for line in pieces:
        left = set(chain.from_iterable(_without(line, each) for each in left))
        if len(left) > MOST_STACKS:
            return []
    return [] if left else list(chain(*pieces))


def _is_above(piece: str, cls: type[Table]) -> bool:
    """Tell whether a text is a whole head above others."""
    return piece in table_labels(cls).others and piece not in lowest_heads(cls)


def _without(line: Sequence[str], heads: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give what is left of heads below a line of their pieces, in each way in which these can be told apart."""
    if not line:
        yield heads
        return
    for place, head in enumerate(heads):
        if head.startswith(line[0]):
            # 商业 企业: a head can go on behind a blank.
            left = (head[len(line[0]) :], *heads[place + 1 :])
            yield from ((*heads[:place], *behind) for behind in _without(line[1:], left))
