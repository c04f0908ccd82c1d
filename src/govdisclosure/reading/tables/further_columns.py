"""Columns of a table of text that the form has not: which rows can have figures of theirs among the form's."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.figures import UnreadableError, is_figure, read_figure
from govdisclosure.form.grids import BALANCE_NOTE, CONTENT, figure_rows
from govdisclosure.form.thresholds import LONGEST_OTHER_HEAD
from govdisclosure.model.structure import Shape
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.column_heads import is_of_row
from govdisclosure.reading.tables.compare_heads import headers_of_rows
from govdisclosure.reading.tables.draft import declarations
from govdisclosure.reading.tables.layout import lowest_heads, spanning_heads
from govdisclosure.reading.tables.placement import contradicts_itself
from govdisclosure.reading.tables.rows import UNPLACED
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.spellings import COLUMNS_OF_NUMBERS, COLUMNS_OF_REMARKS, official_column_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.model.values import CellValue
    from govdisclosure.reading.tables.aligned import Aligned
    from govdisclosure.reading.tables.alignment import Pair
    from govdisclosure.reading.tables.lines import Line
    from govdisclosure.reading.tables.rows import Row

_UNIT: Final = "单位"
_WORDS: Final = re.compile(f"[{HAN}]+")
_WITHOUT_FIGURES: Final = COLUMNS_OF_NUMBERS | COLUMNS_OF_REMARKS


@frozen
class _Head:
    """
    The head of a column that the form has not.

    Args:
        words: Its key.
        leads: Whether it stands before all heads of the form.
        ends: Whether it stands behind them.
    """

    words: str
    leads: bool
    ends: bool

    @property
    def is_of_remarks(self) -> bool:
        """Whether most cells below it are left blank: 备注."""
        return self.words in COLUMNS_OF_REMARKS


def doubt_rows_of_further_columns(rows: Iterable[Row], table: Aligned) -> None:
    """Put rows in doubt of a table whose heads tell of a further column, if a figure of theirs can be one of that."""
    of_form = [(row, pair) for row, pair in zip(rows, table.pairs, strict=True) if row.number is not None]
    for row in _rows_below_others(of_form, table):
        row.doubts |= UNPLACED


def has_column_behind(lines: Iterable[Line], cls: type[Table]) -> bool:
    """Tell whether a head tells of a column behind those of the form (备注), and none of one before them."""
    heads = _further_heads(lines, cls)
    return bool(heads) and all(head.ends for head in heads)


def _rows_below_others(of_form: Sequence[tuple[Row, Pair]], table: Aligned) -> list[Row]:
    """Give the rows of the form of which a figure can be one of a further column."""
    rows = [row for row, _ in of_form]
    if table.cls.shape is Shape.CAPTIONS:
        numbers = _below_further_heads(table.lines, table.cls)
        return [row for row in rows if row.number in numbers]
    heads = _further_heads(table.lines, table.cls)
    if not heads:
        return []
    # 0 | 1 | 0 | 0 | 0 | 0 | 0 | |, where the bar of a blank remark stands in each row
    if all(head.ends and head.is_of_remarks for head in heads):
        rows = [row for row, pair in of_form if not table.styles.keep(table.printed[pair])]
    if table.cls.shape is Shape.COLUMNS:
        return _rows_with_others(rows, heads, table.cls)
    return [row for row in rows if _can_hold_others(row, heads, table.cls)]


def _below_further_heads(lines: Sequence[Line], cls: type[Table]) -> set[int]:
    """Give the rows of table II above which all heads of the form stand and one more of figures: 本年修改件数."""
    stated = list(chain.from_iterable([line.stated for line in lines]))
    if not any(_is_further(text, cls) for text in stated):
        return set()
    # What stands before 本年制发件数 can be another word for 信息内容, unless this is printed as well.
    has_content = key(CONTENT) in map(key, stated)
    numbers: set[int] = set()
    for number, headers in headers_of_rows(stated, cls).items():
        expected = [header_key(declarations(cls)[path].label) for path in figure_rows(cls)[number].paths]
        keys = [official_column_head(header_key(header)) for header in headers]
        if set(expected) <= set(keys):
            first = 0 if has_content else keys.index(expected[0])
            beside = zip(headers[first:], keys[first:], strict=True)
            others = {header for header, head in beside if head not in expected and head not in _WITHOUT_FIGURES}
            further = {header for header in others if _is_further(header, cls)}
            # 本地自设事项 | 8 is a row of its own; a head stands on a line with others.
            if any(not further.isdisjoint(line.stated) and _has_head(line, expected) for line in lines):
                numbers.add(number)
    return numbers


def _has_head(line: Line, expected: Iterable[str]) -> bool:
    """Tell whether a head of figures stands on a line."""
    return not {official_column_head(header_key(text)) for text in line.stated}.isdisjoint(expected)


def _further_heads(lines: Iterable[Line], cls: type[Table]) -> Sequence[_Head]:
    """Give the heads of further columns, where all heads of the form are there as well, or other words for them."""
    headers = takewhile(lambda line: not is_of_row(line, cls), lines)
    return _further_among(tuple([line.stated for line in headers if line.stated]), cls)


@remembered
def _further_among(headers: Sequence[tuple[str, ...]], cls: type[Table]) -> Sequence[_Head]:
    """Give these among the heads of a table, line by line, which nearly all tables have in common."""
    stated = list(chain.from_iterable(headers))
    heads: list[_Head] = []
    for number, cells in enumerate(headers):
        further = [(place, text) for place, text in enumerate(cells) if _is_further(text, cls)]
        known = _places_of_heads(headers, number, cls) if further else []
        first, last = min(known, default=len(cells)), max(known, default=-1)
        for place, text in further:
            knows_before, knows_behind = first < place, last > place
            if knows_before or knows_behind:
                ends = knows_before if len(cells) == 1 else not knows_behind
                heads.append(_Head(key(text), leads=not knows_before, ends=ends))
    if not heads or any(_are_all(cells, cls) for cells in headers):
        return heads
    # 行政复议情况, in place of 行政复议; 项目 can stand in place of the note on the balance, 备注 behind cannot.
    renamed = spanning_heads(cls).keys() - set(map(key, stated))
    if not any(head.leads for head in heads):
        renamed -= {key(BALANCE_NOTE)}
    return heads if _are_all(stated, cls) and len({head.words for head in heads}) > len(renamed) else []


def _are_all(texts: Iterable[str], cls: type[Table]) -> bool:
    """Tell whether all heads right above the figures are among texts, or other words for them."""
    return not Counter(lowest_heads(cls)) - Counter(official_column_head(key(text)) for text in texts)


def _places_of_heads(headers: Sequence[tuple[str, ...]], number: int, cls: type[Table]) -> list[int]:
    """Give where heads of the form stand on a line; if it is one cell, on such lines above it (-1) and below it (1)."""
    cells = headers[number]
    if len(cells) > 1:
        return [place for place, text in enumerate(cells) if table_labels(cls).exact(text)]
    # A cell a line: 年度 / 行政复议 / 行政诉讼
    beside = [(at - number, headers[at]) for at in (number - 1, number + 1) if 0 <= at < len(headers)]
    return [place for place, line in beside if len(line) == 1 and table_labels(cls).exact(line[0])]


@remembered
def _is_further(text: str, cls: type[Table]) -> bool:
    """Tell whether a text can be the head of a column that the form has not; 单位：件 and 行政复议（件） are none."""
    labels = table_labels(cls)
    folded = key(text)
    is_short = len(folded) <= LONGEST_OTHER_HEAD and _UNIT not in folded
    # 公民, which is 自然人, 规章（县级无此项）
    is_of_form = official_column_head(header_key(text)) in labels.others or labels.remarked(text) is not None
    # ā)件数 is a piece of a head.
    words = "".join(_WORDS.findall(folded))
    return is_short and not is_of_form and labels.has_no_part(words)


def _rows_with_others(rows: list[Row], heads: Iterable[_Head], cls: type[Table]) -> list[Row]:
    """Give the rows of table III that can hold figures of further columns: all, where these are seldom blank."""
    width = len(lowest_heads(cls))
    full = [row for row in rows if len(row.stated) == width]
    broken = [row for row in full if breaks_sum(row, row.stated, cls)]
    if all(head.is_of_remarks for head in heads):
        return broken
    longer = [row for row in rows if sum(map(_tells_number, row.stated)) > width]
    # Of 0 | 0 | 0 | 0 | 0 | 0 | 0, one of eight noughts can be lost.
    return rows if len(longer) > len(full) else broken


def _can_hold_others(row: Row, heads: Iterable[_Head], cls: type[Table]) -> bool:
    """Tell whether a figure of the row of table IV can be one of a further column."""
    # 件数 | 0 | 1 | …: what stands below the head that leads is no figure.
    heads = [head for head in heads if not (head.leads and row.label)]
    if len(row.stated) != len(lowest_heads(cls)):
        return not all(head.ends for head in heads)
    # A remark can be blank, as can what stands below 项目; a sum, 诉讼合计, is blank no more than any other figure.
    is_filled = any(not head.leads and not head.is_of_remarks for head in heads)
    is_numbered = row.stated[0] == "1" and any(head.words in COLUMNS_OF_NUMBERS for head in heads)
    return bool(heads) and (is_filled or is_numbered or breaks_sum(row, row.stated, cls))


def breaks_sum(row: Row, cells: Sequence[str], cls: type[Table]) -> bool:
    """Tell whether the figures of a row, in a cell for each of the form, cannot be what their total says."""
    assert row.number is not None
    paths = figure_rows(cls)[row.number].paths
    known: dict[str, CellValue] = {}
    for path, text in zip(paths, cells, strict=True):
        try:
            known[path] = read_figure(text, declarations(cls)[path])
        except UnreadableError:
            # -2, which is no count
            if is_figure(text):
                return True
    return contradicts_itself(cls, known)


def _tells_number(text: str) -> bool:
    """Tell whether a text tells a number, as 12% does."""
    return any(map(str.isdecimal, text))
