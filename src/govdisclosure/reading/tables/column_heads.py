"""The heads of columns, compared with those of the form: a page can have them in another order."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import chain, groupby, pairwise, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeVar

from govdisclosure.form.blocks import BETWEEN_CELLS
from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.thresholds import CLOSE_HEAD, LEAST_HEADS, LONGEST_OTHER_HEAD
from govdisclosure.model.structure import Shape, cache
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.layout import (
    head_keys,
    lowest_heads,
    rows_of_heads,
    spanning_heads,
)
from govdisclosure.reading.tables.lines import Line
from govdisclosure.reading.tables.stacked_heads import stacked_in_other_order
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.letters import HAN
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.spellings import OTHER_COLUMN_HEADS, OTHER_COLUMNS, official_column_head

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.tables.lines import GridLine
    from govdisclosure.reading.tables.rows import Row

_AnyLine = TypeVar("_AnyLine", bound="Line | GridLine")
_WORDS: Final = re.compile(f"[{HAN}]+")
_ENDED: Final = re.compile("失效|废止")
# What a head that says the contrary of another one has some of
_SAYS_WHETHER: Final = re.compile("已|有效|失效|废止")


@remembered
def says_contrary(head: str, expected: str) -> bool:
    """
    Tell whether a head says the contrary of that of the form.

    >>> [says_contrary(head, "尚未审结") for head in ("已审结", "审结")]
    [True, False]
    >>> [says_contrary(head, "现行有效件数") for head in ("失效件数", "内容制发废止有效")]
    [True, False]
    """
    is_concluded = "已" in head and "未" not in head and "未" in expected
    return is_concluded or {_is_in_force(head), _is_in_force(expected)} == {True, False}


def _is_in_force(head: str) -> bool | None:
    """Tell whether a head counts what is in force, or no more so; None where it says neither, or both."""
    # 内容 制发 废止 有效, the second line of all heads
    has_ended = _ENDED.search(head) is not None
    return None if ("有效" in head) is has_ended else not has_ended


def are_moved(heads: Sequence[str], expected: Sequence[str]) -> bool:
    """
    Tell whether a head of the form stands where another one is due; one that is printed twice by mistake says nothing.

    Args:
        heads: The keys of the heads, in their official spelling.
        expected: Those of the form.
    """
    once = {head for head in expected if heads.count(head) == 1}
    return any(head in once and head != wanted for head, wanted in zip(heads, expected, strict=True))


def moved_columns(lines: Sequence[Line | GridLine], rows: Sequence[Row], cls: type[Table]) -> dict[int, str]:
    """
    Give the places of the columns whose heads are not those of the form, with these.

    Heads that are damaged, in pieces, or printed twice by mistake, say nothing. In text, and where spans are lost, only
    their order tells.

    Args:
        lines: The lines of the table.
        rows: Its rows of figures.
        cls: The table.
    """
    expected = lowest_heads(cls)
    headers = _headers(lines, cls)
    # 法人或其他组织 without its span: 总计 beside it stands above 科研机构, and means its own column.
    if [tuple(map(key, line.stated)) for line in headers] == rows_of_heads(cls):
        return {}
    stated = _heads(headers, cls)
    groups = _groups((head for _, head in stated), cls)
    if groups != _among(spanning_heads(cls), groups):
        return dict.fromkeys(range(len(expected)), BETWEEN_CELLS.join(groups))
    in_grid = [line for line in headers if not isinstance(line, Line)]
    heads = _above(in_grid, _columns(rows, len(expected))) or _known(in_grid, cls)
    if not heads:
        stacked = stacked_in_other_order((line.stated for line in headers), cls)
        if stacked:
            return dict.fromkeys(range(len(expected)), BETWEEN_CELLS.join(stacked))
        moved = _in_other_order(stated, cls)
        # 社会公益 组 | 法律服务 机, and below it 织 构: no head is another than those of the form.
        return moved if moved or stacked is not None else _of_other_columns([head for _, head in stated], rows, cls)
    lowest = tuple(official_column_head(head[-1]) for head in heads)
    if lowest == expected:
        return {}
    twice = Counter(lowest) - Counter(expected)
    known = frozenset(expected)
    moved = {
        place: head[-1]
        for place, (head, wanted) in enumerate(zip(heads, expected, strict=True))
        if not _can_be_head(head, wanted, known) and not (lowest[place] in known and lowest[place] in twice)
    }
    # 其他 | 总计 | 2022年总计 in place of 法律服务机构 | 其他 | 总计: what is behind is moved as well.
    if known.difference(lowest) and any(lowest[place] in known for place in moved):
        moved = {place: heads[place][-1] for place in range(min(moved), len(heads))}
    return moved


def columns_of_heads(lines: Iterable[GridLine], cls: type[Table]) -> list[int]:
    """Give the columns of the lowest heads of table III in a grid, if each stands there, in the order of the form."""
    if cls.shape is not Shape.COLUMNS:
        return []
    heads = _by_column(_headers(lines, cls), cls)
    return list(heads) if tuple(map(official_column_head, heads.values())) == lowest_heads(cls) else []


def _by_column(headers: Iterable[GridLine], cls: type[Table]) -> dict[int, str]:
    """Give the keys of the lowest heads in a grid, from left to right, by their columns."""
    heads: dict[int, str] = {}
    # Where spans are lost, heads of several rows stand in the same columns, and say nothing of those below.
    for column, text in chain.from_iterable(line.filled for line in headers):
        if official_column_head(key(text)) in lowest_heads(cls):
            heads[column] = key(text)
    return dict(sorted(heads.items()))


def _headers(lines: Iterable[_AnyLine], cls: type[Table]) -> list[_AnyLine]:
    """Give the lines above the rows of figures."""
    return list(takewhile(lambda line: not is_of_row(line, cls), lines))


def is_of_row(line: Line | GridLine, cls: type[Table]) -> bool:
    """Tell whether a line holds the label of a row, or figures."""
    return any(_is_of_row(text, cls) for text in line.stated)


@remembered
def _is_of_row(text: str, cls: type[Table]) -> bool:
    return is_figure(text) or table_labels(cls).is_row(text)


def _heads(headers: Iterable[Line | GridLine], cls: type[Table]) -> list[tuple[int, str]]:
    """Give the keys of the heads in lines, also of one that blanks part in two, each with the number of its line."""
    stated: list[tuple[int, str]] = []
    for number, line in enumerate(headers):
        heads = _in_pieces("".join(line.stated), cls) or map(key, line.stated)
        stated += [(number, head) for head in heads]
    return stated


@remembered
def _in_pieces(text: str, cls: type[Table]) -> tuple[str, ...]:
    """Give the keys of the heads that a text consists of; none where there is more in it."""
    whole = key(text)
    heads: list[str] = _pattern(cls).findall(whole)
    return tuple(heads) if "".join(heads) == whole else ()


@cache
def _pattern(cls: type[Table]) -> re.Pattern[str]:
    heads = sorted(head_keys(cls) | OTHER_COLUMN_HEADS, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, heads)))


def _in_other_order(stated: Sequence[tuple[int, str]], cls: type[Table]) -> dict[int, str]:
    """
    Give every column with the heads, if these are heads of the form, but in no order in which one reads it.

    Args:
        stated: The heads, each with the number of its line.
        cls: The table.
    """
    expected = lowest_heads(cls)
    heads = [head for _, head in stated if official_column_head(head) in expected]
    # 商业 | 企业, both of which mean one head
    usual = tuple(map(itemgetter(0), groupby(map(official_column_head, heads))))
    # 总计 | 自然人 | 科研机构 | …, others in pieces; of table IV, which has its heads three times, all must be there.
    least = LEAST_HEADS if cls.shape is Shape.COLUMNS else len(expected)
    # Where what reaches over several rows is written into each of them, one line has all heads: 自然人 | 商业企业 | …
    below = [tuple(heads) for heads in _official_by_line(stated, expected) if sorted(heads) == sorted(expected)]
    if below and below[-1] != expected:
        return dict.fromkeys(range(len(expected)), BETWEEN_CELLS.join(below[-1]))
    if len(usual) < least or Counter(usual) - Counter(expected):
        return {}
    is_usual = usual in {_among(expected, usual), _among(chain.from_iterable(rows_of_heads(cls)), usual)}
    if is_usual and all(_is_in_order(stated, row, cls) for row in rows_of_heads(cls)):
        return {}
    return dict.fromkeys(range(len(expected)), BETWEEN_CELLS.join(heads))


def _official_by_line(stated: Iterable[tuple[int, str]], expected: Collection[str]) -> Iterator[list[str]]:
    """Give the lowest heads of each line in their official spelling."""
    for _, beside in groupby(stated, key=itemgetter(0)):
        heads = (official_column_head(head) for _, head in beside)
        yield [head for head in heads if head in expected]


def _of_other_columns(stated: Iterable[str], rows: Iterable[Row], cls: type[Table]) -> dict[int, str]:
    """Give every column with the heads, if these are all those of the form and others, or all but one of them."""
    texts = [text for text in map(official_column_head, stated) if text and len(text) <= LONGEST_OTHER_HEAD]
    expected = lowest_heads(cls)
    first = next((place for place, text in enumerate(texts) if text in expected), len(texts))
    # 备注, of a column behind, stands above these.
    heads = texts[first:]
    other = list(filter(table_labels(cls).has_no_part, heads))
    missing = sorted(set(expected).difference(heads))
    # 商业企业 | 个体工商户 | 科研机构
    has_more = cls.shape is Shape.COLUMNS and not missing and bool(other)
    # 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 总计
    has_fewer = len(missing) == 1 and not other and not any(text in missing[0] for text in heads)
    # 结果维持 | 结果维持 | 其他结果: one is printed twice by mistake, and none is left out.
    has_fewer &= not any(first == second and first in expected for first, second in pairwise(heads))
    # 小计 | 90 | 91 | …, a row of its own, has its label among what it states.
    are_full = any(len(row.stated) >= len(expected) for row in rows if row.number is not None)
    if has_more or (has_fewer and not are_full):
        return dict.fromkeys(range(len(expected)), BETWEEN_CELLS.join(heads))
    is_replaced = len(missing) == 1 and _is_replaced(missing[0], texts, cls)
    if cls.shape is Shape.COLUMNS and (is_replaced or _are_grouped(set(missing), rows, cls)):
        return dict.fromkeys(range(len(expected)), BETWEEN_CELLS.join(texts))
    contrary: dict[int, str] = {}
    for text in filter(_SAYS_WHETHER.search, texts):
        places = (place for place, head in enumerate(expected) if says_contrary(text, head))
        contrary |= dict.fromkeys(places, text)
    return contrary


def heads_for_others(lines: Sequence[Line | GridLine], cls: type[Table]) -> list[str]:
    """
    Give the heads of a table in which one of the form stands in place of another one, by mistake or not; else none.

    As many stand there as on the form, and not the same: 行政诉讼 | 行政诉讼, 总计 | 商业企业 | … | 总计.
    """
    stated = [official_column_head(head) for _, head in _heads(_headers(lines, cls), cls)]
    lowest, spanning = lowest_heads(cls), tuple(spanning_heads(cls))
    for expected in (lowest, spanning):
        printed = [head for head in stated if head in expected]
        if len(printed) != len(expected):
            continue
        more, fewer = Counter(printed) - Counter(expected), Counter(expected) - Counter(printed)
        # 结果维持 | 结果维持, twice beside each other, is a slip of the printer.
        places = {expected.index(head) for head in more} if expected is lowest else set()
        is_slip = all(not places.isdisjoint({expected.index(head) - 1, expected.index(head) + 1}) for head in fewer)
        if not is_slip:
            return printed
    return []


def _are_grouped(missing: Collection[str], rows: Iterable[Row], cls: type[Table]) -> bool:
    """Tell whether one column stands for all of a group: 自然人 | 法人或其他组织 | 总计, and no more figures."""
    inner = set(rows_of_heads(cls)[-1])
    most = len(lowest_heads(cls)) - len(inner) + 1
    # Where rows have more figures, the heads below 法人或其他组织 are lost.
    return missing == inner and all(len(row.stated) <= most for row in rows)


def _is_replaced(missing: str, texts: Sequence[str], cls: type[Table]) -> bool:
    """Tell whether a table has a head that the form has not, for one of the form's: 备注 behind, and no 自然人."""
    others = [text for text in texts if OTHER_COLUMNS.search(text) or table_labels(cls).has_no_part(text)]
    # 法律服 | 务组织, or 商业企亚: what is left of the one that is missing
    is_left = any(text in missing for text in texts)
    return not is_left and any(not _is_most_like(text, missing, lowest_heads(cls)) for text in others)


def _is_in_order(stated: Iterable[tuple[int, str]], row: Sequence[str], cls: type[Table]) -> bool:
    """Tell whether the heads of one row of the form, of which some span others, are in its order."""
    first: dict[str, int] = {}
    for line, head in stated:
        if official_column_head(head) in row:
            first.setdefault(official_column_head(head), line)
    if list(first) == [head for head in dict.fromkeys(row) if head in first]:
        return True
    # On a printed page, a head that spans others can stand on a line of its own, above all that stand beside it.
    above = {line for head, line in first.items() if head in spanning_heads(cls)}
    beside = {line for head, line in first.items() if head not in spanning_heads(cls)}
    return len(beside) == 1 and not above & beside


def is_in_form_order(pieces: Iterable[Sequence[str]], counts: Sequence[int], cls: type[Table]) -> bool:
    """
    Tell whether the heads of a table in pieces stand in the order of the form, and above as many cells.

    The group around several pieces may be left out, but none that stands right above the heads.

    Args:
        pieces: The heads of each piece.
        counts: How many cells of figures stand below them.
        cls: The table.
    """
    keys = [list(map(official_column_head, map(key, heads))) for heads in pieces]
    groups = _groups(chain.from_iterable(keys), cls)
    lowest = [_among(heads, lowest_heads(cls)) for heads in keys]
    narrowest = min(spanning_heads(cls).values())
    inner = {head for head, columns in spanning_heads(cls).items() if columns == narrowest}
    in_order = (
        tuple(chain.from_iterable(lowest)) == lowest_heads(cls)
        and groups == _among(spanning_heads(cls), groups)
        and inner <= set(groups)
    )
    return in_order and list(map(len, filter(None, lowest))) == list(counts)


def _groups(heads: Iterable[str], cls: type[Table]) -> tuple[str, ...]:
    """Give those among heads that span others, each once."""
    return _among(dict.fromkeys(heads), spanning_heads(cls))


def _among(heads: Iterable[str], others: Collection[str]) -> tuple[str, ...]:
    return tuple(head for head in heads if head in others)


def _columns(rows: Iterable[Row], count: int) -> list[int]:
    """Give the columns in which figures stand, if each stands in the same one throughout."""
    known = {tuple(row.columns) for row in rows}
    places = set(chain.from_iterable(map(enumerate, known)))
    columns = [column for _, column in sorted(places) if column >= 0]
    return columns if len(columns) == count else []


def _above(headers: Iterable[GridLine], columns: Sequence[int]) -> list[list[str]]:
    """Give the heads above each of these columns from the top, if each has one."""
    heads: dict[int, list[str]] = {column: [] for column in columns}
    for line in headers:
        for column, text in line.own:
            if column in heads and not is_blank(text):
                heads[column].append(header_key(text))
    return list(heads.values()) if all(heads.values()) else []


def _known(headers: Iterable[GridLine], cls: type[Table]) -> list[list[str]]:
    """Give the heads that are known, if there is one for each column."""
    heads = _by_column(headers, cls)
    return [[head] for head in heads.values()] if len(heads) == len(lowest_heads(cls)) else []


def _can_be_head(printed: Sequence[str], wanted: str, expected: Collection[str]) -> bool:
    """Tell whether heads from the top are the one that is wanted, or could be what is left of it."""
    last = official_column_head(printed[-1])
    if last in expected or says_contrary(last, wanted):
        return last == wanted
    # A head in pieces has its pinyin in pieces as well.
    words = "".join(_WORDS.findall(last))
    return (
        _is_most_like(words, wanted, expected)
        or words in wanted
        or (wanted in "".join(printed) and not OTHER_COLUMNS.search(words))
    )


def _is_most_like(words: str, wanted: str, expected: Collection[str]) -> bool:
    """Tell whether a head in other words has enough in common with the one that is wanted, and no more with another."""
    # 上年总计 has much in common with 总计.
    if OTHER_COLUMNS.search(words):
        return False
    likeness = {head: SequenceMatcher(None, words, head).ratio() for head in expected}
    return likeness[wanted] >= max(CLOSE_HEAD, *likeness.values())
