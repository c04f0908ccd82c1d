"""What a table prints, in pieces: a label, or none, and the cells behind it up to the next label."""

from __future__ import annotations

from collections import Counter
from itertools import chain, dropwhile, groupby, pairwise, takewhile
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field

from govdisclosure.form.figures import (
    PLAIN,
    is_blank,
    is_damaged_figure,
    is_figure,
    is_part_of_figure,
    is_words,
    without_blanks,
)
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.thresholds import (
    FEWEST_FULL_LINES,
    LEAST_ROWS_OF_A_STYLE,
    LONGEST_GLUED_LABEL,
    LONGEST_ROW,
    MOST_LABEL_LINES,
    NEARLY_ALL_OF_TEN,
    RAREST_GAP,
)
from govdisclosure.model.structure import Shape, Table
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.layout import states_figure, width_of
from govdisclosure.reading.tables.lines import GridLine, Line, as_one
from govdisclosure.vocabulary.fold import header_key, key, without_pinyin
from govdisclosure.vocabulary.memory import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.reading.labels import TableLabels

NO_CELL: Final = -1_000
"""Bars that make no whole cell, among those of others."""

_OPENING: Final = ("(", "（")
_BRACKETS: Final = "()（） "


@define
class Text:
    """
    One text of a table in lines, and the bars behind it up to the next text.

    Args:
        text: The text.
        line: The line on which it stands.
        bars: How many bars stand together, group by group; a line of blanks without a bar is a group of none.
        before: The bars before it, where it is the first of a row that is a line.
        glued: Whether the text behind it stood on it, with nothing between them.
    """

    text: str
    line: Line
    bars: list[int]
    before: list[int] = field(factory=list)
    glued: bool = False


@define
class Piece:
    """
    What may be a row, or a part of one.

    Args:
        label: Its label as printed; nothing for cells that no label stands before.
        line: The line on which it begins.
        cells: The cells behind the label; in text, only those that are not blank.
        bars: In text, the bars behind the label, then those behind each cell, group by group.
        glued: Whether its figures stand together or on its label.
        wide: The last line on which cells of it stand beside each other or the label, where each cell should have one.
    """

    label: str
    line: Line | GridLine
    cells: list[str] = field(factory=list)
    bars: list[list[int]] = field(factory=list)
    glued: bool = False
    wide: Line | None = None

    @property
    def stated(self) -> list[str]:
        """The cells that are not blank."""
        return without_blanks(self.cells)

    @property
    def holds_figures(self) -> bool:
        """Whether some cell holds a figure, or digits that are none: 000000."""
        return any(is_part_of_figure(cell) for cell in self.stated)


def texts_of(lines: Sequence[Line], cls: type[Table], *, rows_end: bool) -> list[Text]:
    """
    Give the texts of lines with the bars behind each; digits glued to the label of a row apart from it.

    Args:
        lines: The lines.
        cls: The table.
        rows_end: Whether a row ends where its line does, or goes on below.
    """
    unglued = table_labels(cls).unglued
    narrow = _are_narrow(lines)
    opening = are_opened(lines)
    # Where a row goes on below, so do its bars.
    filled_below = rows_end and _are_filled_below(lines)
    texts: list[Text] = []
    above: Line | None = None
    for line in lines:
        filled, last = line.filled, len(line.cells) - 1
        before = _groups(line, 0, filled[0] if filled else last, narrow=narrow)
        if not before:
            # Most lines begin with a text.
            pass
        elif not rows_end and texts and (not filled or len(line.cells) <= len(("", filled[0], ""))):
            # | on a line of its own, or before a cell; but | 规章 | 22 | | is a row of its own
            texts[-1].bars += before
        elif filled_below and not filled and above is not None and above.filled:
            # 规章 | 3 |, and below it ||
            texts[-1].bars += before
        elif rows_end and not filled and cls.shape is Shape.ROW:
            # | | | |, the row of table IV with nothing in it
            texts.append(Text("", line, [], before[opening:]))
        for place, end in pairwise((*filled, last)):
            text, bars = line.cells[place], _groups(line, place, end, narrow=narrow)
            apart = unglued(text)
            if apart:
                # 规章000
                texts.append(Text(apart[0], line, [], glued=True))
                text = apart[1]
            first = rows_end and place == filled[0]
            texts.append(Text(text, line, bars, before[opening:] if first else []))
        above = line
    return texts


def _are_filled_below(lines: Sequence[Line]) -> bool:
    """Tell whether the bars that fill rows up stand on a line of their own, below several short ones or nearly all."""
    below = [(upper, not lower.filled and len(lower.cells) > 1) for upper, lower in pairwise(lines) if upper.filled]
    # 规章 | 3 | 1 | 4 | has as many cells as the table, and none below it.
    widest = max((len(line.cells) for line in lines), default=0)
    below_short = sum(are_bars for upper, are_bars in below if len(upper.cells) < widest)
    # 规章 | 3 | 1 |  |: no blank cell at the end of a row is gone, so that bars can stand in place of it.
    with_figures = (line for line, _ in below if is_figure(line.stated[-1]))
    is_gone = all(len(line.cells) - 1 - line.filled[-1] < len(("", "")) for line in with_figures)
    is_usual = below_short >= LEAST_ROWS_OF_A_STYLE and is_gone
    return is_usual or _are_nearly_all([are_bars for _, are_bars in below])


def _are_nearly_all(lines: Sequence[bool]) -> bool:
    return sum(lines) * 10 >= len(lines) * NEARLY_ALL_OF_TEN > 0


def joined(texts: Sequence[Text], cls: type[Table], *, rows_end: bool) -> list[Text]:
    """Put labels together that are broken over lines, the figures of their row beside one of the parts or between."""
    labels = table_labels(cls)
    whole: list[Text] = []
    place = 0
    while place < len(texts):
        text = texts[place]
        # A figure, the last of the row above; ） | 行政处罚 | 1: the end of a head, that the page has broken
        if is_figure(text.text) or not key(text.text):
            whole.append(text)
            place += 1
        else:
            parts, count = _in_parts(texts, place, labels, rows_end=rows_end)
            whole += parts
            place += count
    return whole


def _in_parts(texts: Sequence[Text], start: int, labels: TableLabels, *, rows_end: bool) -> tuple[list[Text], int]:
    """Give the label that texts begin with and its figures, and how many texts they are; the first if it is no part."""
    first, *below = texts[start : start + 2]
    # 1. | 属于国家秘密 | 2
    if below and _is_numbered(first.text, below[0].text, labels):
        return [evolve(below[0], text=first.text + below[0].text, before=first.before)], 2
    label = labels.exact(first.text)
    # What ends in an opening bracket goes on below, though it is a label already.
    if label is not None and label.row is not None and first.text[-1:] not in _OPENING:
        return [first], 1
    # 结果维持 | 结果纠正: of a head, the figures behind it are none.
    if below and labels.ends_with(first.text, below[0].text):
        return [first], 1
    # +(0) -(0), a cell of the row above, is no remark on a label.
    matches = (labels.exact, labels.remarked) if header_key(first.text) else (labels.exact,)
    for count, words, figures in _beginnings(texts, start, labels):
        last = texts[start + count - 1]
        match = next(filter(None, (match(words) for match in matches)), None) if last.line is not first.line else None
        if match is None or (figures and (match.row is None or labels.skips_row(first.text, words))):
            continue
        # （三）不予公开 | 3 | 0 … / 1.属于国家秘密 | | …: the sums of a group above its first row, which is blank
        has_cells = bool(last.bars) or not rows_end
        if figures and label is not None and labels.is_row(last.text) and has_cells:
            continue
        behind = _figures_behind(texts, start + count, last) if match.row is not None and not figures else []
        is_as_behind = not figures and (last.bars or not behind)
        # On a page, a blank stands where a bar would.
        bars = last.bars if is_as_behind else first.bars or [1] * rows_end
        beside = (evolve(each, line=first.line) for each in (*figures, *behind))
        return [evolve(first, text=words, bars=bars), *beside], count + len(behind)
    return [first], 1


def _beginnings(texts: Sequence[Text], start: int, labels: TableLabels) -> Iterator[tuple[int, str, list[Text]]]:
    """
    Give each run of texts that can be one label in pieces: how many they are, its words, the figures among them.

    The first of them is no figure.
    """
    # （四）无 | 0 / 法提供
    words, parts, figures = "", 0, list[Text]()
    for count, text in enumerate(texts[start : start + MOST_LABEL_LINES + LONGEST_ROW + 1], 1):
        if is_figure(text.text):
            # A second row of figures, or too many for one
            if len(figures) == LONGEST_ROW or (figures and texts[start + count - 2] is not figures[-1]):
                return
            figures.append(text)
            continue
        # 总计 | × is a head and a cell; but ） can be the end of a head.
        is_sign = not key(text.text) and bool(text.text.strip(_BRACKETS))
        if not text.text or text.glued or is_sign or parts == MOST_LABEL_LINES:
            return
        behind = texts[start + count : start + count + 1]
        # （三）不予公开 | 3 | 0 … / 1.属于国家秘密 | 1 | 0 …: the sums of a group above its first row, or | 1① | 0 …
        if figures and any(below.line is text.line and not is_words(below.text) for below in behind):
            return
        words, parts = without_pinyin(words + text.text), parts + 1
        if len(words) > LONGEST_GLUED_LABEL or not labels.can_begin_with(words):
            return
        yield count, words, [*figures]
        # A blank cell behind it
        if text.bars and len(text.line.stated) < len(text.line.cells):
            return


def _figures_behind(texts: Sequence[Text], start: int, last: Text) -> list[Text]:
    """Give the figures behind the last part of a label: those on its line, or a line of several below it."""
    near = texts[start : start + LONGEST_ROW + 1]
    # 行政事业 / 性收费 | 0.92
    line = last.line if last.bars else near[0].line if near else None
    beside = list(takewhile(lambda text: text.line is line, near))
    is_row = len(beside) > 1 or bool(last.bars)
    return beside if is_row and all(is_figure(text.text) for text in beside) else []


def are_opened(lines: Iterable[Line]) -> bool:
    """
    Tell whether a bar opens each line; a line in ten may be one that the page has put in.

    Where labels reach over rows, three in four begin blank.
    """
    # A caption above the table, or a remark below it, is one cell alone.
    stated = [line for line in lines if line.stated]
    filled = [line for line in stated if len(line.stated) > 1] or stated
    return sum(is_blank(line.cells[0]) for line in filled) * 10 >= len(filled) * NEARLY_ALL_OF_TEN


def are_spaced(lines: Iterable[Line]) -> bool:
    """Tell whether cells have blanks between their text and the bars."""
    texts = set(chain.from_iterable([line.raw for line in lines if line.raw != line.cells]))
    return any(text.strip() != text for text in texts if not is_blank(text))


def have_broken_blanks(lines: Sequence[Line], cls: type[Table]) -> bool:
    """Tell whether the lines of a table with a row a line, as its heads are, break off within each blank cell."""
    # Where no heads stand side by side, a cell stands on a line.
    if not any(len(line.stated) > 2 and not any(map(is_figure, line.stated)) for line in lines):
        return False
    broken = [(upper, lower) for upper, lower in pairwise(lines) if _is_broken_below(upper, lower, cls)]
    # 规章 | 3 |  | / |  | 0 |: blank cells stand within lines, so that the bars between two of these may be one.
    if any(any(map(is_blank, upper.cells[1:-1])) or _has_blank_within(lower) for upper, lower in broken):
        return False
    # 规章 | 3 | / | 0 |; but | 3 | 0 | 0 |, below a label, are all cells of a row.
    most = max((len(lower.stated) for _, lower in broken), default=0)
    return 0 < most < max(len(row.paths) for row in figure_rows(cls)) and not are_opened(lines)


def _has_blank_within(line: Line) -> bool:
    """Tell whether a cell between the first of a line and the last that is stated is blank."""
    behind = list(dropwhile(is_blank, reversed(line.cells)))
    return any(map(is_blank, behind[:-1]))


def with_blanks_whole(lines: Sequence[Line], cls: type[Table]) -> list[Line]:
    """Put the lines together that break off within a blank cell."""
    whole = list(lines[:1])
    for line in lines[1:]:
        is_one = _is_broken_below(whole[-1], line, cls)
        whole.append(as_one(whole.pop(), line, "\n") if is_one else line)
    return whole


def _is_broken_below(upper: Line, lower: Line, cls: type[Table]) -> bool:
    """Tell whether a blank cell can begin behind the last bar of a line, and end before the first of the next."""
    if not is_blank(upper.cells[-1]) or not is_blank(lower.cells[0]):
        return False
    # The row of table IV begins below its heads, or below what fills these up.
    begins = cls.shape is Shape.ROW and not any(map(is_figure, upper.stated)) and upper.cells != ("", "")
    return not begins and all(map(is_figure, lower.stated))


def is_bare(line: Line) -> bool:
    """Tell whether no cell of a line has blanks around it, as where no bars stand between them."""
    return line.raw == line.cells


def _are_narrow(lines: Sequence[Line]) -> bool:
    """Tell whether blank cells can be but one blank wide: some is, or no cell has blanks before it and behind."""
    if not are_spaced(lines):
        return True
    inner = [text for line in lines for text in line.raw[1:-1] if not is_blank(text)]
    # 行政规范性文件| 9| 1| 35
    if inner and not any(text[0].isspace() and text[-1].isspace() for text in inner):
        return True
    beside = chain.from_iterable(pairwise(line.raw[1:]) for line in lines if " " in line.raw)
    return any(text == " " and not is_blank(behind) for text, behind in beside)


def _groups(line: Line, start: int, end: int, *, narrow: bool) -> list[int]:
    """Count the bars between two cells of a line; those between which there is no room for a cell stand together."""
    if end <= start:
        return [] if line.filled else [0]
    groups = [1]
    if end == start + 1:
        return groups
    # 3 |  |  | ||| are three groups: 1, 1 and 4
    for text in line.raw[start + 1 : end]:
        if text and (narrow or text != " "):
            groups.append(1)
        else:
            groups[-1] += 1
    return groups


def unit_of(texts: Sequence[Text], *, rows_end: bool) -> int:
    """Tell how many bars a cell has: as many as stand in the narrowest gap that is not a slip."""
    inner = [
        text.bars
        for text, below in pairwise(texts)
        if not text.glued and not (rows_end and below.line is not text.line)
    ]
    gaps = Counter(map(sum, inner))
    usual = [bars for bars, count in gaps.items() if count * RAREST_GAP >= gaps.total()]
    return min(usual, default=1)


def is_cell_a_line(lines: Iterable[Line]) -> bool:
    """Tell whether a table has a cell a line; where it has a row a line, its heads stand side by side at least."""
    counts = [len(line.stated) for line in lines if line.stated]
    return sum(count > 1 for count in counts) * FEWEST_FULL_LINES <= len(counts)


def pieces_in_lines(texts: Sequence[Text], cls: type[Table], *, unit: int, rows_end: bool) -> list[Piece]:
    """
    Part the texts of a table into labels with the cells behind them.

    Args:
        texts: The texts.
        cls: The table.
        unit: How many bars a cell has.
        rows_end: Whether a row ends where its line does, or goes on below.
    """
    pieces: list[Piece] = []
    # 40|3||1: where no blanks tell those of a cell from those that fill a row up, a row ends with its line.
    are_told = not rows_end or are_spaced({id(text.line): text.line for text in texts}.values())
    for _, on_line in groupby(texts, key=lambda text: id(text.line)):
        beside = list(on_line)
        beside = beside if unit else _apart(beside)
        label = label_among(tuple([text.text for text in beside]), cls, rows_end=rows_end)
        for place, text in enumerate(beside):
            # 行政许可 | 8 | 行政处罚 | 3: two rows on one line
            if 0 < place < label and is_figure(text.text):
                pieces[-1].cells.append(text.text)
                pieces[-1].bars.append(text.bars)
            elif place <= label:
                pieces.append(Piece(text.text, text.line, bars=[text.bars], glued=text.glued))
            else:
                begins = (rows_end and not place) or not pieces
                lead = text.before if begins else _behind_filling(pieces[-1], cls, unit) if are_told else None
                if lead is not None:
                    pieces.append(Piece("", text.line, bars=[[unit, *lead]]))
                if text.text:
                    pieces[-1].cells.append(text.text)
                    pieces[-1].bars.append(text.bars)
                if place and not rows_end:
                    pieces[-1].wide = text.line
    return pieces


def _apart(beside: Sequence[Text]) -> list[Text]:
    """Give the texts of a line of a table whose cells have no bars: nobody knows how many blank ones are between."""
    # （七）总计      12  7      10
    return [*(evolve(text, bars=[NO_CELL]) for text in beside[:-1]), *beside[-1:]]


@remembered
def label_among(texts: tuple[str, ...], cls: type[Table], *, rows_end: bool) -> int:
    """Tell which text of a line is the label of those behind it; -1 for none."""
    labels = table_labels(cls)
    known = [place for place, text in enumerate(texts) if text not in PLAIN and _holds_label(text, cls)]
    if known:
        # （六）其他处理 | 1.逾期不补正 | 3 | 0 | …: the label of a group, and behind it that of a row in other words
        match, behind = labels.match(texts[known[-1]]), known[-1] + 1
        is_one_behind = list(map(is_words, texts[behind : behind + 2])) == [True, False]
        is_group = cls.shape is Shape.COLUMNS and match is not None and match.row is None
        return behind if is_group and is_one_behind else known[-1]
    first = next(iter(texts), "")
    # 13000000(预算数) is a figure with a remark.
    is_label = is_words(first) and not is_damaged_figure(first) and not states_figure(first, cls)
    if rows_end and cls.shape is Shape.ROW:
        # 其他主动公开文件 | 7 | 7 | 7; 件数 before a figure for each column
        is_label = is_label and not any(map(is_words, texts[1:]))
        has_words = not is_blank(first) and not is_figure(first)
        is_label |= has_words and len(texts[1:]) == width_of(cls) and _are_figures(texts[1:])
    elif rows_end:
        is_label = not is_blank(first) and not is_part_of_figure(first)
    return 0 if is_label else -1


@remembered
def _holds_label(text: str, cls: type[Table]) -> bool:
    """Tell whether a text is a label of a table, or one of a row with figures glued to it."""
    labels = table_labels(cls)
    # 一、本年新收政府信息公开申请数量 | 自然人40 | … | 总计：46
    return not states_figure(text, cls) and (labels.match(text) or labels.unglued(text)) is not None


def _are_figures(texts: Sequence[str]) -> bool:
    """Tell whether some texts are figures, and the others blank."""
    return any(map(is_figure, texts)) and all(is_figure(text) or is_blank(text) for text in texts)


def _is_numbered(number: str, words: str, labels: TableLabels) -> bool:
    """Tell whether a text is the number of a label that stands in the next cell."""
    # （一）, of which the key is 一; but 规章 | /, of which the key is that of a label as well
    return len(key(number)) == 1 and labels.is_row(number + words)


def _behind_filling(piece: Piece, cls: type[Table], unit: int) -> list[int] | None:
    """Take the bars off a row that stand behind those that fill it up; None where none do, so that it goes on."""
    most = max(unit, 1)
    # Behind nearly every cell stands its own bar alone.
    if max(piece.bars[-1], default=0) <= most:
        return None
    match = table_labels(cls).match(piece.label) if not piece.cells else None
    # What fills the heads of table IV up stands before its row.
    if match is not None and match.row is None:
        return None
    last = max(place for place, bars in enumerate(piece.bars[-1]) if bars > most)
    behind = piece.bars[-1][last + 1 :]
    piece.bars[-1] = piece.bars[-1][: last + 1]
    return behind


def pieces_in_grid(lines: Iterable[GridLine], cls: type[Table]) -> list[Piece]:
    """Part the lines of a table with true columns into labels with the cells behind them, a piece a line."""
    unglued = table_labels(cls).unglued
    pieces: list[Piece] = []
    for line in lines:
        label = label_among(line.cells, cls, rows_end=True)
        words = line.cells[label] if label >= 0 else ""
        # 1. | 属于国家秘密 | 2
        if label > 0 and _is_numbered(line.cells[label - 1], words, table_labels(cls)):
            words = line.cells[label - 1] + words
        beside = list(line.cells[label + 1 :])
        # 规章3 |  |  |
        apart = unglued(words)
        if apart:
            pieces.append(Piece(apart[0], line, [apart[1], *beside], glued=True))
        else:
            pieces.append(Piece(words, line, beside))
    return pieces
