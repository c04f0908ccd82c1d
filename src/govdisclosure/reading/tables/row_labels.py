"""What the label of a row tells: which row of the form it is for sure, or that it is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.figures import is_figure
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.rows import UNTOLD, Row
from govdisclosure.vocabulary.fold import header_key

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table


def is_told_by_label(row: Row, cls: type[Table]) -> bool:
    """Tell whether the label of a row is whole, but for a remark behind it, so that it can be that of no other row."""
    if row.doubts.isdisjoint(UNTOLD):
        return row.number is not None
    remarked = table_labels(cls).remarked(row.label)
    return remarked is not None and remarked.row == row.number


def has_words_of_its_own(row: Row, cls: type[Table]) -> bool:
    """Tell whether a row has words that are no piece of a label of a table: 其他主动公开文件, 小计."""
    words = (header_key(text) for text in (row.label, *row.stated) if not is_figure(text))
    return any(map(table_labels(cls).has_no_part, words))
