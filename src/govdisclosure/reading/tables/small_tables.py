"""Table IV in pieces: each of its blocks in a small table of its own, below a caption or heads that name it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from govdisclosure.form.figures import is_blank
from govdisclosure.form.thresholds import LONGEST_INNER_LINE
from govdisclosure.model.report import TABLE_CLASSES, TABLES
from govdisclosure.model.structure import Shape, Table
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.column_heads import is_in_form_order
from govdisclosure.reading.tables.layout import spanning_heads, width_of
from govdisclosure.reading.tables.lines import GridLine
from govdisclosure.reading.tables.rows import UNPLACED, Row
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.headings import section_of
from govdisclosure.vocabulary.numerals import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.form.blocks import Grid
    from govdisclosure.reading.tables.alignment import Pair
    from govdisclosure.reading.tables.pieces import Piece

# （二）未经复议直接起诉的行政诉讼情况, 表2 行政诉讼-未经复议直接起诉, 2022年政府信息公开行政复议案件（单位：件）
_FILLERS: Final = re.compile(
    "(?:20[0-9]{2}年度?)?[0-9]{0,2}"
    f"(?:[表图第][0-9]{{1,2}}|(?:因?政府信息公开(?:工作)?|案件|单位|(?<![0-9])[件宗起]数?|数量)|[表图的情况统计数据第{ORDINALS}头])*"
)
# 直接起诉的行政诉讼, 未经行政复议直接提起诉讼, 经行政复议后起诉
_IN_OTHER_WORDS: Final = (
    (re.compile("(?:[未不]经)?(?:行政)?(?:复议)?直接(?:起诉|提起诉讼)"), "未经复议直接起诉"),
    (re.compile("经?(?:行政)?复议后(?:再)?(?:起诉|提起诉讼)"), "复议后起诉"),
)


def row_in_pieces(pieces: Sequence[Piece], pairs: Sequence[Pair], cls: type[Table]) -> Row | None:
    """
    Put the one row of table IV together of its pieces; None where it is not in pieces.

    It is sure if the heads are those of the form, in its order, and each piece has just as many cells as heads.
    """
    if cls.shape is not Shape.ROW:
        return None
    # 行政诉讼-复议后起诉 | 0 | 2 | 1 | 0 | 3: a row for each block, below heads that all have in common
    places = [pair.place for pair in pairs if pair.row >= 0 or heads_named(pieces[pair.place].label, cls)]
    parts = [pieces[place] for place in places]
    cells_of_parts = [_beside_label(part, cls) for part in parts]
    cells = list(chain.from_iterable(cells_of_parts))
    width = width_of(cls)
    # The whole row, and lines of bars alone, which fill its heads up or are blank
    is_whole = any(len(part.cells) == width for part in parts)
    if is_whole or len(cells) != width:
        return None
    heads: list[list[str]] = [[]]
    for place, piece in enumerate(pieces):
        heads[-1] += _heads(piece, cls)
        if place in places:
            heads.append([])
    is_sure = is_in_form_order(_with_common_heads(heads, cls), list(map(len, cells_of_parts)), cls)
    doubts = set() if is_sure else {*UNPLACED}
    return Row(0, "", parts[0].line.source, cells, doubts)


def _beside_label(part: Piece, cls: type[Table]) -> list[str]:
    """Give the cells of a piece, but for blank ones that its label spans: 行政复议 |  | 2 | 2 | 3 | 3 | 10."""
    spanned = len(part.cells) - min(spanning_heads(cls).values())
    is_wide = part.label and spanned > 0 and all(map(is_blank, part.cells[:spanned]))
    return part.cells[spanned:] if is_wide else part.cells


def _with_common_heads(parts: Sequence[Sequence[str]], cls: type[Table]) -> list[Sequence[str]]:
    """Give pieces that name their block and have no heads of columns those of the piece above."""
    whole: list[Sequence[str]] = []
    for heads in parts:
        own = [head for head in heads if head not in spanning_heads(cls)]
        above = [head for head in whole[-1] if head not in spanning_heads(cls)] if whole else []
        whole.append(heads if own or not heads else [*heads, *above])
    return whole


def names_block(text: str, section: str) -> bool:
    """Tell whether a line above a small table says which block of table IV that holds."""
    # 四、政府信息公开行政复议、行政诉讼情况 names both.
    is_heading = section_of(text) is not None
    return not is_heading and any(cls.shape is Shape.ROW and heads_named(text, cls) for cls in TABLES[section])


def names_all_blocks(grid: Grid) -> bool:
    """Tell whether the heads of a table name all blocks of table IV by themselves."""
    keys = {key(cell.text) for row in grid.rows for cell in row}
    return any(cls.shape is Shape.ROW and keys >= spanning_heads(cls).keys() for cls in TABLE_CLASSES)


def heads_named(text: str, cls: type[Table]) -> list[str]:
    """Give the heads that a text consists of, in the order of the form; none where there is anything else in it."""
    if table_labels(cls).exact(text):
        return [text]
    rest = key(text) if len(text) <= LONGEST_INNER_LINE else ""
    for words, head in _IN_OTHER_WORDS:
        rest = words.sub(head, rest)
    group_heads = list(spanning_heads(cls))
    named = set[str]()
    for head in sorted(group_heads, key=len, reverse=True):
        if head in rest:
            named.add(head)
            rest = rest.replace(head, "头")
    return [head for head in group_heads if head in named] if _FILLERS.fullmatch(rest) else []


def _heads(piece: Piece, cls: type[Table]) -> Iterator[str]:
    """Give the heads and captions that a piece prints; where a cell stands on a line, the last head begins the row."""
    texts = piece.line.stated if isinstance(piece.line, GridLine) else [piece.label]
    for text in filter(None, texts):
        yield from heads_named(text, cls)
