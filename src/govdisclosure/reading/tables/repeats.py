"""The rows of a table taken once each: what stands there twice, what is missing, what lacks its values."""

from __future__ import annotations

from itertools import chain, groupby, pairwise, starmap
from typing import TYPE_CHECKING

from govdisclosure.form.figures import is_part_of_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.thresholds import SHARE_OF_SECOND_FORM
from govdisclosure.form.wording import line_of, problem
from govdisclosure.model.report import HEADINGS
from govdisclosure.model.structure import Shape
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.rows import UNPLACED, Doubt, Row, has_words_of_its_own

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.tables.draft import TableDraft


def rows_by_number(draft: TableDraft, rows: Sequence[Row]) -> dict[int, Row]:
    """Take each row that stands there once; say what is left over, and refuse a table that stands there twice."""
    # Most often, each row of the form stands there once, and nothing else.
    once = {row.number: row for row in rows if row.number is not None}
    if len(once) == len(rows):
        return once
    by_number: dict[int, list[Row]] = {}
    for row in rows:
        if row.number is not None:
            by_number.setdefault(row.number, []).append(row)
    _leave_unknown_out(draft, rows, {row.number for row in rows if row.stated})
    printed = _printed(draft, rows, by_number)
    taken: dict[int, Row] = {}
    repeated: list[Row] = []
    for number, same in printed.items():
        stated = [row for row in same if row.stated]
        taken[number] = stated[0] if stated else by_number[number][0]
        _leave_repeats_out(draft, number, taken[number], same)
        repeated += stated[1:]
    # Of table IV, which is one row, others can be pieces of it.
    is_one_row = draft.cls.shape is Shape.ROW
    # 行政强制 | 0, twice, one right below the other: a slip of the page, however many rows are doubled so; where their
    # figures differ, they are those of two years
    doubled = {id(lower) for upper, lower in pairwise(rows) if _are_copies(upper, lower)}
    repeated = [row for row in repeated if (row.is_placed if is_one_row else id(row) not in doubled)]
    if _is_second_form(draft, taken, repeated):
        raise problem("TWO-FORMS", heading=HEADINGS[draft.section], place=line_of(repeated[0].source))
    if is_one_row and repeated:
        # Two rows of figures below the same heads: which of them is the row of the form, nobody knows.
        taken[0].leave_open()
    return taken


def _printed(draft: TableDraft, rows: Sequence[Row], by_number: Mapping[int, Sequence[Row]]) -> dict[int, list[Row]]:
    """Give the rows of each number but for 规章 in a menu, or the empty form, above or below the table."""
    # No menu stands between two rows.
    pairs = [pair for pair in pairwise(rows) if pair[0].number == pair[1].number and pair[0].label]
    beside = set(map(id, chain.from_iterable(pairs)))
    # 规章 | 1 | 0 | 1 and, elsewhere, 规章 alone
    blank_once = sum(len({bool(row.stated) for row in same}) > 1 for same in by_number.values())
    stands_blank = blank_once * SHARE_OF_SECOND_FORM >= len(figure_rows(draft.cls))
    return {
        number: [row for row in same if row.stated or id(row) in beside or (row.is_placed and not stands_blank)]
        for number, same in by_number.items()
    }


def _are_copies(upper: Row, lower: Row) -> bool:
    """Tell whether two rows are of the same number and state the same."""
    return upper.number == lower.number and upper.cells == lower.cells


def _leave_repeats_out(draft: TableDraft, number: int, taken: Row, printed: Iterable[Row]) -> None:
    """Leave out the rows of a number beside the one that is taken, where they say something else."""
    for row in printed:
        if row is not taken and (row.stated or row.cells != taken.cells):
            # 行政处罚 | | and 行政处罚 | 7: of one of them, the label is that of another row.
            draft.leave_out(figure_rows(draft.cls)[number].paths, row)
            # 规章, and right below it 规章 | 0 | 0 | 0: either can be the row of another label.
            taken.doubts |= set() if row.stated or row.is_placed else UNPLACED


def _is_second_form(draft: TableDraft, taken: Mapping[int, Row], repeated: Sequence[Row]) -> bool:
    """Tell whether the rows that stand there again are those of another form."""
    form = figure_rows(draft.cls)
    if draft.cls.shape is not Shape.ROW:
        return len(repeated) * SHARE_OF_SECOND_FORM >= len(form)
    # 6, the number of a page, is no row of another form.
    filled = [row for row in (*taken.values(), *repeated) if len(row.stated) * 2 > len(form[0].paths)]
    return not all(starmap(_follows, pairwise(filled)))


def _follows(upper: Row, row: Row) -> bool:
    """Tell whether a row stands right below another one, without heads between them."""
    first, second = upper.source, row.source
    if first is None or second is None:
        return False
    if first.row is None:
        return first.line is not None and second.line == first.line + 1
    return (second.table, second.sheet, second.row) == (first.table, first.sheet, first.row + 1)


def _leave_unknown_out(draft: TableDraft, rows: Iterable[Row], filled: Collection[int | None]) -> None:
    """Leave out the rows that are none of the form, with the cells of blank rows beside them, of which they can be."""
    form = figure_rows(draft.cls)
    split = {id(lower): paths for lower, paths in _split_rows(rows, draft.cls)}
    # 上年 | 1 | 0 | … and 本年 | 2 | 0 | …: each can be the one row of table IV.
    of_one_row = form[0].paths if draft.cls.shape is Shape.ROW and 0 not in filled else ()
    # What stands between two rows with figures
    for _, stretch in groupby(rows, key=lambda row: row.number is not None and bool(row.stated)):
        beside = list(stretch)
        blank = sorted({row.number for row in beside if row.number is not None}.difference(filled))
        # 行政处罚 | and below it, without a label, 1
        paths = list(chain.from_iterable(form[number].paths for number in blank))
        for row in beside:
            if row.number is None:
                # （三）不予公开 | 3 | 0 | …, the sums of a group of rows
                is_labelled = table_labels(draft.cls).match(row.label) is not None
                is_other = not row.stated or is_labelled or has_words_of_its_own(row, draft.cls)
                own = of_one_row or (() if is_other else paths)
                of = dict.fromkeys([*split.get(id(row), ()), *own])
                if of or row.others or not row.is_page_number:
                    draft.leave_out(of, row)


def _split_rows(rows: Iterable[Row], cls: type[Table]) -> Iterator[tuple[Row, list[str]]]:
    """Give each row of figures alone, right below one of the form in a grid, with the cells of that it can go on in."""
    paths: list[str] = []
    columns: dict[str, int] = {}
    for upper, row in pairwise(rows):
        if upper.number is not None:
            paths = list(figure_rows(cls)[upper.number].paths)
            columns = dict(zip(paths, upper.columns, strict=False))
        has_only_figures = bool(row.columns) and not row.label and all(map(is_part_of_figure, row.stated))
        if not has_only_figures or not _follows(upper, row):
            paths = []
        elif row.number is None:
            # 行政规范性文件 | 2 | 1 | 1 and below it, without a label, | | | 5
            yield row, [path for path in paths if columns.get(path) in row.columns] or paths


def refuse_break(draft: TableDraft, rows: Mapping[int, Row]) -> None:
    """Refuse a document that breaks off inside the table that nothing follows."""
    form = figure_rows(draft.cls)
    final = rows.get(len(form) - 1)
    if final is None:
        missing = max(rows, default=-1) + 1
        looked_for = " / ".join(form[missing].labels) or form[missing].paths[0]
        raise problem("BREAKS-OFF", heading=HEADINGS[draft.section], looked_for=looked_for)
    if Doubt.END in final.doubts:
        counts = {"expected": len(form[-1].paths), "found": len(final.stated)}
        raise problem("ROW-BREAKS-OFF", heading=HEADINGS[draft.section], place=line_of(final.source), **counts)


def tell_once(draft: TableDraft) -> None:
    """Tell in one note of a table whose rows all lack their values."""
    form = figure_rows(draft.cls)
    if draft.known or any(row.stated for row in draft.unplaced):
        return
    draft.notes = [each for each in draft.notes if each.code != "UNPLACED"]
    raw = " / ".join(row.label for row in draft.unplaced)
    paths = list(chain.from_iterable(row.paths for row in form))
    draft.note("UNPLACED", paths, draft.unplaced[0], raw)
