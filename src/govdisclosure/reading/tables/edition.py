"""Which edition a table is of, of those that are nearly as likely; and the cells in doubt where it can be another."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from govdisclosure.form.figures import is_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.editions import edition_of, table_class
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import cache
from govdisclosure.reading.labels import label_keys, labels_of_other_editions, table_labels
from govdisclosure.reading.tables.layout import head_keys
from govdisclosure.reading.tables.rows import Doubt, Row, has_words_of_its_own, is_told_by_label
from govdisclosure.vocabulary.heading_lines import numbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from govdisclosure.model.structure import Table


def likeliest(editions: Sequence[type[Table]], stated: Collection[str]) -> type[Table]:
    """
    Give the edition of which alone all heads are there, else that which has a place for most rows that are printed.

    Heads that all editions have do not count. Rows do, be their cells blank; but where the heads tell, one of another
    edition was left over.

    Args:
        editions: The table in each edition that it can be of, the likeliest first.
        stated: All its cells that are not blank.
    """
    if len(editions) == 1:
        return editions[0]
    keys = label_keys(stated)
    common = frozenset[str].intersection(*map(head_keys, editions))
    with_heads = [cls for cls in editions if head_keys(cls) <= keys | common]
    if len(with_heads) == 1:
        return with_heads[0]
    return min(editions, key=lambda cls: len(labels_of_other_editions(cls.section, stated, cls)))


def told_by_numbers(cls: type[Table], rows: Sequence[Row]) -> type[Table] | None:
    """
    Give the edition that has as many rows of its own as stand there, numbered 1., 2., 3., in whatever words.

    Args:
        cls: The table in the edition in which it was read.
        rows: Its rows in that one.
    """
    sure = {row.number: place for place, row in enumerate(rows) if is_told_by_label(row, cls)}
    for other in TABLES[cls.section]:
        own, others = _rows_beyond(cls, other), _rows_beyond(other, cls)
        ends = [sure.get(number) for number in (min(own) - 1, max(own) + 1)] if own else []
        if not ends or None in ends:
            continue
        # （六）其他处理 | 1.逾期不补正 | 614 …, which is one row with one figure more in the edition of 2019
        numbers = [_number_of(row) for row in rows[slice(*ends)][1:] if row.stated]
        editions = {len(own): cls, len(others): other}
        if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) and len(numbers) in editions:
            return editions[len(numbers)]
    return None


def _number_of(row: Row) -> int | None:
    """Give the number that the innermost label of a row begins with."""
    words = [row.label, *(text for text in row.stated if not is_figure(text))]
    return numbered(words[-1])[1]


def cells_in_doubt(
    cls: type[Table], editions: Iterable[type[Table]], rows: Sequence[Row], year: int | None
) -> list[str]:
    """
    Give the cells that one of the editions has and another lacks, where the one that was taken is not sure.

    Args:
        cls: The table in the edition that was taken.
        editions: The table in each edition that it can be of.
        rows: Its rows in that one.
        year: The year of the report; None if it is not known.
    """
    unsure: dict[str, None] = {}
    for other in editions:
        if other is not cls and not _is_told_from(other, cls, rows, year):
            own = (*_rows_beyond(cls, other).values(), *_rows_beyond(other, cls).values())
            unsure |= dict.fromkeys(chain.from_iterable(own))
    return list(unsure)


@cache
def _rows_beyond(cls: type[Table], other: type[Table]) -> dict[int, tuple[str, ...]]:
    """Give the paths of the rows of a table that another edition of it lacks, by their numbers."""
    shared = {row.paths for row in figure_rows(other)}
    return {number: row.paths for number, row in enumerate(figure_rows(cls)) if row.paths not in shared}


def _is_told_from(other: type[Table], cls: type[Table], rows: Sequence[Row], year: int | None) -> bool:
    """Tell whether a table shows that it is of its edition: by a label that the other lacks, or as nothing is lost."""
    own, form = _rows_beyond(cls, other), figure_rows(cls)
    labelled = {row.number for row in rows if Doubt.ORDER not in row.doubts}
    # 1.申请人无正当理由逾期不补正…, which the edition of 2019 has not; but （六）其他处理 is a label of both.
    labels = chain.from_iterable(form[number].labels[-1:] for number in own if number in labelled)
    if any(table_labels(other).exact(label) is None for label in labels):
        return True
    last = len(form) - 1
    is_usual = year is not None and table_class(cls.section, edition_of(year)) is cls
    sure = {row.number: place for place, row in enumerate(rows) if is_told_by_label(row, cls)}
    # （六）其他处理 | 3 | 0 | 0 | 0 | 0 | 0 | 3, a row with all its figures
    is_full = all(number in sure and len(rows[sure[number]].stated) == len(form[number].paths) for number in own)
    # Where the year speaks for it, or its own rows are full, it is enough that rows stand one below the other between
    # which the other has more.
    is_near = bool(own) and (is_usual or is_full)
    needed = range(max(min(own) - 1, 0), min(max(own) + 1, last) + 1) if is_near else range(last + 1)
    if not sure.keys() >= set(needed):
        return False
    between = (row for row in rows[sure[needed[0]] : sure[needed[-1]]] if row.number is None)
    # （三）不予公开 | 3 | 0 | …, the sums of a group of rows
    unknown = [row for row in between if table_labels(other).match(row.label) is None]
    # 其他主动公开文件 | 7, a row of its own; but as many as the other edition has more can be those.
    more = len(_rows_beyond(other, cls)) - len(own)
    return len(unknown) < max(more, 1) and all(has_words_of_its_own(row, other) for row in unknown)
