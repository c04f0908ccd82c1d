"""Pages that have lost short runs of characters: told by dates and labels that lack some."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from govdisclosure.layout.blocks import Grid
from govdisclosure.layout.figures import is_figure
from govdisclosure.layout.fold import fold_characters, key
from govdisclosure.layout.labels import all_keys, is_row_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.layout.blocks import Paragraph

_DATE: Final = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}(?:年[0-9]{1,4}日|[0-9]{1,2}月[0-9]|[0-9]{1,4}日|月[0-9])|月[0-9]{1,2}起至"
)
_MOST_LOST: Final = 3
_MOST_CUT: Final = 2
_LEAST_LETTERS: Final = 3
_MOST_LETTERS: Final = 40
_LEAST: Final = 2


def lost_characters(blocks: Iterable[Paragraph | Grid]) -> str | None:
    """
    Give a text that shows that the page has lost characters; None if none does.

    A date or a header that lacks some is enough; of labels of rows, which people abridge, and of headers that are only
    cut at the end, it takes two.
    """
    weak: dict[str, None] = {}
    for text, in_table in _texts(blocks):
        sign = _label_sign(key(text)) if in_table else 2 * (_DATE.search(fold_characters(text)) is not None)
        if sign >= _LEAST:
            return text
        if sign:
            weak[text] = None
    return " | ".join(weak) if len(weak) >= _LEAST else None


def _texts(blocks: Iterable[Paragraph | Grid]) -> Iterator[tuple[str, bool]]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from ((cell.text, True) for row in block.rows for cell in row)
        else:
            yield block.text, False


@lru_cache(maxsize=4096)
def _label_sign(found: str) -> int:
    """Tell how much a cell speaks for lost characters: 2 for a header that lacks some inside, 1 for less, else 0."""
    if not _LEAST_LETTERS <= len(found) <= _MOST_LETTERS or found in all_keys() or is_figure(found):
        return 0
    signs = [_sign(found, label) for label in all_keys() if 0 < len(label) - len(found) <= _MOST_LOST]
    return max(signs, default=0)


def _sign(found: str, label: str) -> int:
    letters = iter(label)
    if not all(letter in letters for letter in found) or label.endswith(found):
        return 0
    if label.startswith(found):
        return int(len(label) - len(found) <= _MOST_CUT and not is_row_key(label))
    return 1 if is_row_key(label) else 2
