"""Tables among lines of text: those without bars, and pieces of cells between bars."""

from __future__ import annotations

import re
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define

from govdisclosure.form.blocks import Grid, GridCell, Paragraph, Role
from govdisclosure.form.figures import is_broken_below, is_damaged_figure, is_figure
from govdisclosure.form.thresholds import (
    LEAST_FIGURES,
    LEAST_HEADS,
    LEAST_LABELS,
    LONGEST_INNER_LINE,
    LONGEST_PIECE,
    LONGEST_ROW_LABEL,
    LONGEST_TABLE_LINE,
    MANY_LABELS,
    MOST_LINES_BETWEEN,
    MOST_PIECES_BETWEEN,
)
from govdisclosure.reading.labels import all_keys, is_explained, is_glued, is_part_of_label, is_row_key
from govdisclosure.reading.page.bars import BAR, unbarred, with_barred_lines
from govdisclosure.vocabulary.fold import header_key, key
from govdisclosure.vocabulary.heading_lines import names_section
from govdisclosure.vocabulary.memory import remembered
from govdisclosure.vocabulary.numerals import is_page_number
from govdisclosure.vocabulary.spellings import COLUMNS_OF_NUMBERS, COLUMNS_OF_YEARS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.notes import Source

# 1300 万元, whose blank parts no cells
_BEFORE_UNIT: Final = re.compile(r"(?<=[0-9０-９])[^\S\n]+(?=(?:万元|元|件)(?:\s|$))")
# 開(kāi, and what a cut has left of it: āi)
_PINYIN: Final = re.compile("[()（）a-zà-ǜ]+")
_LEADING: Final = COLUMNS_OF_NUMBERS | COLUMNS_OF_YEARS


@define
class _Line:
    """
    A line of a document, or all lines of a table that have bars, which stay together.

    Args:
        block: The block that it is of.
        cells: What it would be as a line of a table; none if it cannot be one. Of a table with bars, its last line.
        labels: The keys of the labels in it.
        figures: How many figures stand in it.
        bars: Whether it has bars.
    """

    block: Paragraph | Grid
    cells: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    figures: int = 0
    bars: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return self.cells == ("",)

    @property
    def text(self) -> str:
        """The text; nothing for a table."""
        return self.block.text.strip() if isinstance(self.block, Paragraph) else ""

    @property
    def rows(self) -> Sequence[tuple[GridCell, ...]]:
        """What it is as rows of a table."""
        return self.block.rows if isinstance(self.block, Grid) else [tuple(map(GridCell, self.cells or (self.text,)))]

    @property
    def places(self) -> Sequence[Source | None]:
        """Where these stand."""
        return self.block.places if isinstance(self.block, Grid) else [self.block.source]


def gathered(body: Iterable[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """Give the blocks of a document with its tables as grids, also where no bars or not only bars make them."""
    blocks = list(body)
    # Most pages of a site have true tables, and no lines that are one.
    if not any(_is_of_table(block) or (isinstance(block, Paragraph) and BAR in block.text) for block in blocks):
        return blocks
    blocks = list(chain.from_iterable(map(unbarred, with_barred_lines(blocks))))
    if not any(map(_is_of_table, blocks)):
        return blocks
    lines = _joined(map(_line_of, blocks))
    whole: list[Paragraph | Grid] = []
    place = 0
    for start, end in _runs(lines):
        whole += [line.block for line in lines[place:start]]
        whole.append(_grid(lines[start:end]))
        place = end
    return [*whole, *(line.block for line in lines[place:])]


def _is_of_table(block: Paragraph | Grid) -> bool:
    """Tell whether a block has bars, or is a line with labels."""
    return bool(_told_by(block).labels) if isinstance(block, Paragraph) else block.lines


def _line_of(block: Paragraph | Grid) -> _Line:
    if isinstance(block, Paragraph):
        return _line(block)
    return _Line(block, tuple([cell.text for cell in block.rows[-1]]), bars=True) if block.lines else _Line(block)


def _line(paragraph: Paragraph) -> _Line:
    """Tell what a paragraph would be as a line of a table."""
    return _Line(paragraph, *_told_by(paragraph))


class _Told(NamedTuple):
    """What a paragraph would be as a line of a table: its cells, the keys of the labels, the number of figures."""

    cells: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    figures: int = 0


_NO_LINE: Final = _Told()


def _told_by(paragraph: Paragraph) -> _Told:
    text = paragraph.text.strip()
    if "。" in text or len(text) > LONGEST_TABLE_LINE or (text and paragraph.role is Role.HEADING):
        return _NO_LINE
    return _told_by_line(text)


@remembered
def _told_by_line(text: str) -> _Told:
    if not text:
        return _Told(("",))
    if _is_number_of_page(text):
        return _NO_LINE
    tokens = _BEFORE_UNIT.sub("", text).split()
    # 行政许可, or 规章000; but 行政许可 / has a figure
    label = "" if is_figure(tokens[-1]) else _label(text)
    if label:
        return _Told((text,), (label,), is_glued(text))
    count = _count_figures(tokens)
    head = " ".join(tokens[: len(tokens) - count])
    if len(head) > LONGEST_ROW_LABEL:
        return _NO_LINE
    # 1.属于国家秘密 2 0 0 0 0 0 2
    if count:
        cells = (*filter(None, (head,)), *tokens[len(tokens) - count :])
        return _Told(cells, _labels(cells), count)
    # 信息内容 本年制发件数 本年废止件数 现行有效件数
    labels = _labels(tokens)
    return _Told(tuple(tokens) if labels else (), labels)


def _label(text: str) -> str:
    """Give the key of the label that a line is, with figures on it or a remark behind it; nothing if it is none."""
    if key(text) in all_keys() or is_glued(text):
        return key(text)
    # 处理决定数量 （指2020年办 件量）
    return header_key(text) if header_key(text) in all_keys() else ""


def _count_figures(tokens: Sequence[str]) -> int:
    """Count the figures that a line ends with, noughts that are glued together among them."""
    count = 0
    for token in reversed(tokens):
        if token.strip("0") and not is_figure(token) and not is_damaged_figure(token):
            break
        count += 1
    return count


def _joined(lines: Iterable[_Line]) -> list[_Line]:
    """Put heads of columns together that stand on two lines, the rest of each below it."""
    joined: list[_Line] = []
    above = -1
    for line in lines:
        heads = _stacked(joined[above], line) if above >= 0 else []
        if heads:
            del joined[above:]
            joined.append(_line(Paragraph(" ".join(heads), source=line.places[0])))
        else:
            joined.append(line)
        if not line.is_blank:
            above = len(joined) - 1
    return joined


def _stacked(upper: _Line, lower: _Line) -> list[str]:
    """Give the labels that two lines are together, each whole or in two pieces; none if they are anything else."""
    # 商业 科研 社会公益 / 企业 机构 组织
    pieces = upper.text.split()
    if len(pieces) < LEAST_HEADS or len(upper.text + lower.text) > LONGEST_TABLE_LINE or upper.figures or lower.figures:
        return []
    heads: list[str] = []
    rest = key(_letters(lower.text))
    for begun in filter(None, map(key, map(_letters, pieces if rest else ()))):
        head = _longest_head(begun, rest)
        if not head:
            return []
        rest = rest[len(head) - len(begun) :]
        heads.append(head)
    return heads if not rest and len(heads) >= LEAST_HEADS else []


def _longest_head(begun: str, rest: str) -> str:
    """Give the longest label that begins so, and goes on as the rest begins; nothing if there is none."""
    heads = [label for label in all_keys() if label.startswith(begun) and rest.startswith(label[len(begun) :])]
    return max(heads, key=len, default="")


def _letters(text: str) -> str:
    """Take out pinyin, also the pieces of it that are left where a text is cut."""
    return _PINYIN.sub("", text)


def _labels(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(label for label in map(key, cells) if label in all_keys())


def _runs(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Give the stretches of lines that are one table, though not all of them have bars."""
    least = start = 0
    while start < len(lines):
        if not lines[start].labels and not lines[start].bars:
            start += 1
            continue
        end = _end_of_run(lines, start)
        # 年度 / 行政复议 / 行政诉讼, a cell a line: the head of a column that the form has not
        if start > least and key(lines[start - 1].text) in _LEADING:
            start -= 1
        run = lines[start:end]
        bare = [line for line in run if not line.bars]
        if bare and _is_table(run, bare):
            yield start - _figures_above(lines[least:start], lines[start]), end
        least = start = end


def _figures_above(lines: Sequence[_Line], first: _Line) -> int:
    """Count the lines of figures, several of these, that stand right above the label of the first row of a run."""
    # 71 / 28 249 / 一、本年新收政府信息公开申请数量, below heads in pieces
    if not any(map(is_row_key, first.labels)):
        return 0
    above = list(takewhile(lambda line: 0 < line.figures == len(line.cells), reversed(lines)))
    return len(above) if sum(line.figures for line in above) > 1 else 0


def _end_of_run(lines: Sequence[_Line], start: int) -> int:
    """Tell where a run ends: at a heading, at a sentence, or where too many lines are none of a table."""
    end = place = start + 1
    while place < len(lines):
        line = lines[place]
        if line.cells:
            if not line.is_blank or end == place:
                end = place + 1
        elif not isinstance(line.block, Paragraph) or _ends(line.text, lines[end:place]):
            break
        place += 1
    return end + 1 if end < len(lines) and _completes(lines[start:end], lines[end]) else end


def _completes(run: Sequence[_Line], below: _Line) -> bool:
    """Tell whether the line below, which is none of a table, is the rest of a figure or label above it."""
    if _is_broken(run[-1], below):
        return True
    # （四）无 | 0 | / 法提供
    rest = _letters(below.text)
    stated = [line for line in run if not line.is_blank]
    for row in list(chain.from_iterable(line.rows for line in stated[-2:]))[-2:] if rest else ():
        begun = _letters(row[0].text)
        if begun and not is_figure(begun) and key(begun + rest) in all_keys():
            return True
    return False


def _is_broken(upper: _Line, lower: _Line) -> bool:
    """Tell whether a line without cells can be the rest of the figure that the one above it ends with: 元, 024."""
    is_of_digits = lower.text.isdecimal() and any(map(is_figure, upper.cells[-1:]))
    return is_of_digits or is_broken_below(upper.cells, (lower.text,))


def _ends(text: str, before: Sequence[_Line]) -> bool:
    """Tell whether a line that is none of a table ends it, with the lines before it that are none of it either."""
    is_sentence = len(_letters(text)) > LONGEST_INNER_LINE or "。" in text
    # 其他对外管理服务事项（指行政许可以外的事项，…）
    if names_section(text) or (is_sentence and not is_explained(text)):
        return True
    others = [line.text for line in before if not line.cells]
    # 结 结 其 尚, heads of which a letter stands on each line
    are_pieces = all(len(piece) <= LONGEST_PIECE for piece in chain(*map(str.split, (*others, text))))
    return len(others) >= (MOST_PIECES_BETWEEN if are_pieces else MOST_LINES_BETWEEN)


def _is_table(run: Sequence[_Line], bare: Sequence[_Line]) -> bool:
    """
    Tell whether a run is a table that is not whole as it stands: lines without bars that hold labels or pieces.

    Args:
        run: The lines.
        bare: Those of them that have no bars.
    """
    labels = set(chain.from_iterable(line.labels for line in bare))
    figures = sum(line.figures or line.is_blank for line in bare)
    if len(labels) >= LEAST_LABELS and (figures >= LEAST_FIGURES or len(labels) >= MANY_LABELS):
        return True
    # 行政事业性收费 | 5000 / 元, 行政处罚 | 1 / 024
    if any(upper.bars and _is_broken(upper, lower) for upper, lower in pairwise(run)):
        return True
    # 三、本年度办理结果 / | / （一）予以公开 |: the bar of a label stands below it
    stated = [line for line in run if not line.is_blank]
    if any(_is_label(upper) and _is_bar(lower) for upper, lower in pairwise(stated)):
        return True
    # 行政许可 | / 3 / 行政处罚 |: pieces between lines that have bars
    others = [line for line in bare if not line.cells and not _is_page(line)]
    if any(len(line.text) > LONGEST_PIECE and not is_part_of_label(key(line.text)) for line in others):
        return False
    if not labels:
        return bool(figures or others)
    # 行政许可 | / 3 / 第二十条第（六）项, of which none but the captions has labels without bars
    has_row = any(line.labels and line.figures for line in bare)
    return not has_row and len(bare) < len(run) and any(map(_is_figure_alone, bare))


def _is_label(line: _Line) -> bool:
    """Tell whether a label is all that stands on a line, without a bar."""
    return not line.bars and len(line.labels) == len(line.cells) == 1


def _is_bar(line: _Line) -> bool:
    """Tell whether one bar is all that stands on a line, the first of several of a table."""
    return [cell.text.strip() for cell in line.rows[0]] == ["", ""]


def _is_figure_alone(line: _Line) -> bool:
    return len(line.cells) == line.figures == 1


def _is_page(line: _Line) -> bool:
    return _is_number_of_page(line.text)


def _is_number_of_page(text: str) -> bool:
    """Tell whether a line is the number of a page, and surely no cell: 3/5 can be one."""
    return is_page_number(text) and not text.strip()[0].isdecimal()


def _grid(run: Sequence[_Line]) -> Grid:
    lines = [line for line in run if not _is_page(line)]
    rows = chain.from_iterable(line.rows for line in lines)
    return Grid.of_lines(rows, chain.from_iterable(line.places for line in lines))
