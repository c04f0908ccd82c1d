"""Rows that the form has not: 其他主动公开文件, 小计."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.form.figures import is_figure
from govdisclosure.reading.labels import table_labels
from govdisclosure.vocabulary.fold import header_key

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table
    from govdisclosure.reading.tables.rows import Row


def has_words_of_its_own(row: Row, cls: type[Table]) -> bool:
    """Tell whether a row has words that are no piece of a label of a table, and so is none of its rows."""
    words = (header_key(text) for text in (row.label, *row.stated) if not is_figure(text))
    return any(map(table_labels(cls).has_no_part, words))
