"""Text that stands between bars: a page in a layout table, turned into lines."""

from __future__ import annotations

import re
from itertools import chain, groupby, islice, zip_longest
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.form.blocks import Grid, GridCell, Paragraph, Role
from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.thresholds import LEAST_FRAMING_BARS, LEAST_LABELS, LONGEST_RUN_IN_HEADING, MOST_NUMERALS
from govdisclosure.reading.labels import all_keys, is_explained, is_glued
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.heading_lines import is_heading_within, names_section
from govdisclosure.vocabulary.headings import section_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BAR: Final = "|"
# 一、, （二）, 3. at the beginning of a line or of a sentence
_NUMERAL: Final = re.compile(r"(?:(?<=[。；;!！\s])|^)[（(]?[一二三四五六1-6][）)]?\s?[、.．]?")
# 一、总体情况。2022年
_STOPS: Final = "。：:"


def with_barred_lines(body: Iterable[Paragraph | Grid]) -> Iterator[Paragraph | Grid]:
    """Make tables of the paragraphs of a web page or a Word file that are the lines of one, with bars: 规章 | 0 | 0."""
    given = list(body)
    # Where a document has tables of the form, lines with bars are a menu, or figures that a text tells besides.
    has_lines = any(map(_is_barred, given))
    if not has_lines or any(isinstance(block, Grid) and _has_labels(block.rows) for block in given):
        yield from given
        return
    for is_barred, group in groupby(given, _is_barred):
        blocks = list(group)
        grid = _of_lines(blocks) if is_barred else None
        yield from blocks if grid is None else [grid]


def _is_barred(block: Paragraph | Grid) -> bool:
    return isinstance(block, Paragraph) and block.role is not Role.HEADING and BAR in block.text


def _of_lines(paragraphs: Iterable[Paragraph | Grid]) -> Grid | None:
    """Give lines with bars as a table; None if they hold too few labels of the form: 登录 | 注册."""
    lines = [block for block in paragraphs if isinstance(block, Paragraph)]
    rows = [tuple(map(GridCell, line.text.split(BAR))) for line in lines]
    return Grid.of_lines(rows, (line.source for line in lines)) if _has_labels(rows) else None


def _has_labels(rows: Iterable[Sequence[GridCell]]) -> bool:
    """Tell whether rows hold enough labels of the form to be of one of its tables."""
    return len(all_keys().intersection(key(cell.text) for cell in chain.from_iterable(rows))) >= LEAST_LABELS


def unbarred(block: Paragraph | Grid) -> Iterator[Paragraph | Grid]:
    """Take a page that stands between bars as a whole apart: lines with one text each, and tables."""
    if not isinstance(block, Grid) or not block.lines:
        yield block
        return
    whole, places = block.rows, block.places
    # 1 | 4 | 五、存在的主要问题及改进情况
    block = evolve(block, rows=tuple([row[: _place_of_heading(row)] for row in whole]))
    table: list[int] = []
    for place, (row, below) in enumerate(zip_longest(block.rows, block.rows[1:], fillvalue=())):
        text = _only_text(row)
        if text is not None and _is_label_above(text, row, below):
            text = None
        if text is None:
            table.append(place)
        behind = [text] if text is not None else [cell.text.strip() for cell in whole[place][len(row) :][:1]]
        if behind:
            yield from _part(block, table)
            table = []
        for piece in chain.from_iterable(map(split_at_headings, behind)):
            yield Paragraph(piece, source=places[place])
    yield from _part(block, table)


def _place_of_heading(row: Sequence[GridCell]) -> int | None:
    """Tell where the heading of a section stands on the line of the last figure above it; None for most lines."""
    stated = [place for place, cell in enumerate(row) if not is_blank(cell.text)]
    if len(stated) <= 1:
        return None
    figure, last = (row[place].text.strip() for place in stated[-2:])
    is_heading = names_section(last) and key(last) not in all_keys()
    return stated[-1] if is_heading and is_figure(figure) else None


def _part(grid: Grid, places: Sequence[int]) -> Iterator[Grid]:
    if len(places) == len(grid.rows):
        yield grid
    elif places:
        sources = grid.places
        yield Grid.of_lines((grid.rows[place] for place in places), (sources[place] for place in places))


def _only_text(row: Sequence[GridCell]) -> str | None:
    """Give the text of a line that bars only frame: a heading, sentences, or anything before a run of bars."""
    # 本年度未收到申请。|||||||||||||||||||||||||||||||
    stated = [cell.text.strip() for cell in row if not is_blank(cell.text)]
    if len(stated) != 1 or key(stated[0]) in all_keys() or is_figure(stated[0]) or is_glued(stated[0]):
        return None
    framed = len(row) > LEAST_FRAMING_BARS or "。" in stated[0]
    return stated[0] if framed or names_section(stated[0]) else None


def _is_label_above(text: str, row: Sequence[GridCell], below: Sequence[GridCell]) -> bool:
    """Tell whether the text of a line is a label with what it means behind it, and nothing but figures stand below."""
    # 规章：是指…的规范性文件。 |, and below it 0 |
    beneath = [cell.text for cell in below if not is_blank(cell.text)]
    is_label = len(row) <= LEAST_FRAMING_BARS and is_explained(text)
    return is_label and len(below) > 0 and all(map(is_figure, beneath))


def split_at_headings(text: str) -> list[str]:
    """Take a line apart that begins with the heading of a section and goes on, or holds several headings."""
    # 一、总体情况 2022年，我局公开信息3条。 二、主动公开政府信息情况
    numerals = islice(_NUMERAL.finditer(text), MOST_NUMERALS)
    cuts: list[int] = []
    for place in sorted({0, *(numeral.start() for numeral in numerals)}):
        end = _end_of_heading(text, place)
        cuts += [place, end] if end is not None else []
    pieces = [
        text[start:end].strip().lstrip(_STOPS).lstrip()
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
    ]
    return list(filter(None, pieces))


def _end_of_heading(text: str, place: int) -> int | None:
    """Tell where the longest heading ends that begins at a place, if possible in the usual words; None if none does."""
    longest = min(len(text), place + LONGEST_RUN_IN_HEADING)
    ends = [end for end in range(longest, place + 1, -1) if text[end - 1].isalnum() and _may_end(text, end)]
    usual = next((end for end in ends if section_of(text[place:end]) is not None), None)
    return usual or next((end for end in ends if is_heading_within(text[place:end])), None)


def _may_end(text: str, end: int) -> bool:
    return end == len(text) or text[end].isspace() or text[end] in _STOPS
