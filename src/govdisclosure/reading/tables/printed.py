"""How the rows of a table in lines are printed: the bars behind their labels and behind each of their figures."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from govdisclosure.form.figures import is_answer, is_damaged_figure, is_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.structure import Shape, Table
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.alignment import DOUBTS, Pair
from govdisclosure.reading.tables.layout import Spans, left_by_heads, spans_of_figures, spans_of_heads, width_of
from govdisclosure.reading.tables.lines import Line
from govdisclosure.reading.tables.pieces import NO_CELL
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.spellings import official_column_head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.reading.tables.pieces import Piece, Text

# 3.要, 三、本, the beginnings of labels that go on in the next cell
_NUMBERED: Final = re.compile(r"[0-9０-９一二三四五六七八]+[.．、]\D")
_LETTERS: Final = re.compile("[A-Za-z]")
# 约2, 共12件
_ABOUT: Final = "大约近超过逾共合总计"
_ONE: Final = (1,)


@frozen(cache_hash=True)
class Printed:
    """
    A row of the form as it is printed, in bars; where a cell has two of them, these count as one.

    Args:
        width: How many columns of figures it has; none for a row of heads.
        spans: How the row of the form fills the grid.
        bars: The bars behind its label, then those behind each of its figures, each group by group.
        labelled: Whether a label stands before it.
        below: How many columns the heads leave whose last one stands in place of its label; None for any other row.
        is_final: Whether it is the last row of the table.
        is_alone: Whether it is a caption, which has a bar even where the last cell of others has none.
        has_words: Whether one of its cells is of none of the columns of the form, since it holds no figure: B01.
        is_like: Whether its label is one of the form, and not a damaged one.
        is_glued: Whether its figures stand on its label, with no bar between them.
        may_exceed: Whether its last cell can be one of a column that the form has not: 50%, or below a head of its own.
        is_at_edge: Whether its line begins with its label, though labels of rows above reach down beside that.
        between_gaps: Whether rows near above and below it have blank cells before a figure, as it would have them.
    """

    width: int
    spans: Spans
    bars: tuple[tuple[int, ...], ...]
    labelled: bool = True
    below: int | None = None
    is_final: bool = False
    is_alone: bool = False
    may_exceed: bool = False
    has_words: bool = False
    is_like: bool = True
    is_glued: bool = False
    is_at_edge: bool = False
    between_gaps: bool = False
    sums: tuple[int, ...] = field(init=False, eq=False, repr=False)
    """How many bars stand behind its label, then behind each of its figures."""
    figures: int = field(init=False, eq=False, repr=False)
    """How many figures are printed."""

    @sums.default
    def _sums(self) -> tuple[int, ...]:
        return tuple(map(sum, self.bars))

    @figures.default
    def _count_of_figures(self) -> int:
        return len(self.bars) - 1

    @property
    def tells(self) -> bool:
        """Whether it tells how the table is printed; what of a damaged row stands in a cell may be of its label."""
        # 2.重复申请 | 3 | 3 | 3.要, and 规章312 ||||
        return self.is_like and not self.has_words and not self.is_glued

    @property
    def is_even(self) -> bool:
        """Whether no blank cell stands between its figures, or as many between each two of them."""
        # 规章 | 3 | 1 | 4, or 规章 || 3 || 1 || 4 from a worksheet with a narrow column behind each, whatever ends it
        gaps = set(self.sums[self.below is not None : -1])
        return gaps <= {1} or (self.width > 1 and len(gaps) == 1)

    @property
    def is_one_cell(self) -> bool:
        """Whether its label is printed alone, and no blank cell by itself: with its bar, or as many as fill it up."""
        return not self.figures and len(self.bars[0]) < self.width


def printed_rows(
    pieces: Sequence[Piece], pairs: Sequence[Pair], cls: type[Table], *, unit: int, enders: Sequence[Pair]
) -> dict[Pair, Printed]:
    """Give the rows of the form as they are printed; the last of them may end short if it is one of the ``enders``."""
    printed: dict[Pair, Printed] = {}
    has_own_heads = _has_own_heads(pieces, pairs, cls)
    below_groups = below_sums(pieces, pairs, cls)
    of_the_form = [pair for pair in pairs if pair.row >= 0]
    begins = {pair: _begin_of(pieces[pair.place]) for pair in of_the_form}
    # Where rows begin further to the right, blank cells stand before them, and a row at the edge has moved.
    edges = {begins[pair] for pair in of_the_form if not spans_of_figures(cls)[pair.row].begin}
    are_at_edge = edges.issuperset(begins.values())
    for pair in of_the_form:
        piece = pieces[pair.place]
        spans = spans_of_figures(cls)[pair.row]
        beside_heads = left_by_heads(cls) if cls.shape is Shape.ROW and piece.label else None
        is_last = pair is of_the_form[-1] and pair in enders
        ends = {len(piece.cells), *([0] if beside_heads is not None else [])}
        row = Printed(
            len(figure_rows(cls)[pair.row].paths),
            # The label of its group is a cell of the row above, or one cell with its own: （三）不予公开1.属于国家秘密.
            evolve(spans, left=width_of(cls) - 1 - len(spans.columns))
            if pair in below_groups or _holds_group(piece, cls)
            else spans,
            tuple([_counted(bars, unit, ends=place in ends) for place, bars in enumerate(piece.bars)]),
            labelled=bool(piece.label) and beside_heads is None,
            below=beside_heads,
            is_final=is_last and not is_interrupted(pieces, pair.place, cls),
            may_exceed=has_own_heads or not all(map(is_figure, piece.cells[-1:])),
            has_words=any(map(_is_no_figure, piece.cells)),
            is_like=not DOUBTS[pair.likeness],
            is_glued=piece.glued,
            is_at_edge=spans.begin > 0 and are_at_edge,
        )
        printed[pair] = _same(row)
    return printed


@remembered
def _same(row: Printed) -> Printed:
    """Give the first of all rows that are printed alike: what is known of that one is found at once."""
    return row


def _begin_of(piece: Piece) -> int:
    """Tell how many cells stand before the first one of the line of a row that is not blank."""
    assert isinstance(piece.line, Line), "what is printed in bars begins on a line of text"
    return next(iter(piece.line.filled), 0)


@remembered
def _is_no_figure(text: str) -> bool:
    """
    Tell whether a text is of a column without figures, or a piece of a label: 件, B01, 50%, 3.要, 含上年2件.

    12（预算数）, 约2 and x are damaged figures, 不涉及 and 持平 stand in place of one.
    """
    if text[-1:] in "%％" or _NUMBERED.match(text):
        return True
    if is_figure(text) or is_figure(text[:1]) or is_answer(text):
        return False
    has_digits = any(map(str.isdecimal, text))
    is_damaged = is_damaged_figure(text) or is_figure(text.lstrip(_ABOUT))
    is_remark = has_digits and not is_damaged
    return is_remark or text.isascii() == has_digits or len(_LETTERS.findall(text)) > 1


def _has_own_heads(pieces: Sequence[Piece], pairs: Sequence[Pair], cls: type[Table]) -> bool:
    """Tell whether a head stands above the rows that the form has not: 备注."""
    above = pieces[: min((pair.place for pair in pairs), default=0)]
    heads = chain.from_iterable((piece.label, *piece.cells) for piece in above)
    labels = table_labels(cls)
    # 本年度新公开数量 is 本年新公开数量.
    return any(
        labels.has_no_part(head) and official_column_head(header_key(head)) not in labels.others for head in heads
    )


def _counted(bars: Sequence[int], unit: int, *, ends: bool = False) -> tuple[int, ...]:
    """
    Count bars by cells; where cells have none, as if each had one, and each line of blanks, too.

    Args:
        bars: The bars behind a text.
        unit: How many of them a cell has.
        ends: Whether a row ends behind it, so that one bar alone can open the next.
    """
    if not unit:
        return (1, *(count if count == NO_CELL else max(count, 1) for count in bars))
    # Most often, a bar for each cell, or two.
    if len(bars) == 1 and bars[0] == unit:
        return _ONE
    groups: list[int] = []
    count = 0
    for together, below in pairwise((*bars, unit)):
        # 3 | / |, or 3 ||: a cell with two bars
        count += together
        # 3 || / | / 规章 ||: of these, one has but one bar, which is no cell
        is_opening = ends and groups and count == 1 and not below % unit
        if count and (not count % unit or is_opening):
            groups.append(max(count // unit, 1))
            count = 0
    # What is left is no bar of a cell: no style has it.
    return (*groups, NO_CELL) if count else tuple(groups)


def below_sums(pieces: Sequence[Piece], pairs: Sequence[Pair], cls: type[Table]) -> set[Pair]:
    """Give the first rows of groups whose label stands above theirs, with sums of its own."""
    # （三）不予公开 | 3 | 0 … / 1.属于国家秘密 | 1 | 0 …
    is_row = table_labels(cls).is_row
    below: set[Pair] = set()
    for above, pair in pairwise(pairs):
        group = pieces[above.place].label
        if group and not is_row(group) and is_row(group + pieces[pair.place].label):
            below.add(pair)
    return below


def _holds_group(piece: Piece, cls: type[Table]) -> bool:
    """Tell whether the label of a row is one cell with that of its group: 三、本年度办理结果（一）予以公开."""
    # （四）无法提供 | 1.本机关不, and below it 掌握相关政府信息 | 3 |, are two.
    return key(piece.label) in table_labels(cls).compounds and piece.label in piece.line.cells


def is_interrupted(pieces: Sequence[Piece], place: int, cls: type[Table]) -> bool:
    """Tell whether words follow that are no label of the form, though the row has not been filled up."""
    # 予以公开 | 11 | 本地自设的事项 | 0 | 0 | 0 | 0 | 0 | 11
    below = pieces[place + 1 : place + 2]
    ends = pieces[place].bars[-1]
    return (
        any(piece.label and table_labels(cls).match(piece.label) is None for piece in below)
        and max(ends, default=0) <= 1
    )


def printed_heads(texts: Sequence[Text], cls: type[Table], *, unit: int, above_cells: bool) -> Iterator[Printed]:
    """
    Give the rows of heads that are printed as on the form.

    Args:
        texts: The texts of the table.
        cls: The table.
        unit: How many bars a cell has.
        above_cells: Whether the row of table IV begins on a line of its own; else the bars behind its last head can be
            those of its blank cells as well.
    """
    keys = [key(text.text) for text in texts]
    begins = {heads[0] for heads in spans_of_heads(cls)}
    starts = [(place, words) for place, words in enumerate(keys) if words in begins]
    for heads, spans in spans_of_heads(cls).items():
        if cls.shape is Shape.ROW and spans.left == left_by_heads(cls) and not above_cells:
            continue
        for start, words in starts:
            end = start + len(heads)
            if words != heads[0] or end > len(keys) or not _are_heads(keys[start:end], heads):
                continue
            behind = [text.text for text in texts[end : end + 1] if not above_cells or text.line is texts[start].line]
            if not any(_goes_on(heads, text, cls) for text in behind):
                bars = _counted(texts[end - 1].bars, unit, ends=True)
                yield _same(Printed(0, spans, (bars,), is_alone=len(heads) == 1))


def _goes_on(heads: tuple[str, ...], text: str, cls: type[Table]) -> bool:
    """Tell whether the text behind heads of the form is one more of their row."""
    labels = table_labels(cls)
    match = labels.match(text)
    if match is None:
        # 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数, where a row of another edition has but the first three
        is_longer = any(others[: len(heads)] == heads for others in spans_of_heads(cls) if len(others) > len(heads))
        # 申请人情况 | 备注
        return is_longer or labels.has_no_part(text)
    # 商业企业 | 科研机构 | … | 其他 | 总计, where 总计 has no cell in the row above
    begins = {row[0] for row in spans_of_heads(cls)}
    return match.row is None and labels.resembled(text) not in begins


def _are_heads(printed: Sequence[str], heads: Sequence[str]) -> bool:
    """Tell whether heads are those of a row of the form; one may stand in place of the next: 结果维持 | 结果维持."""
    pairs = pairwise(zip(printed, heads, strict=True))
    return printed[-1] == heads[-1] and all(text in (head, before) for (_, before), (text, head) in pairs)
