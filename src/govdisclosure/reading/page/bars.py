"""Text that stands between bars: a page in a layout table, turned into lines."""

from __future__ import annotations

import re
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import Grid, GridCell, Paragraph, Role
from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.thresholds import LEAST_FRAMING_BARS, LEAST_LABELS, LONGEST_RUN_IN_HEADING, MOST_NUMERALS
from govdisclosure.reading.labels import all_keys, is_explained, is_glued
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.heading_lines import is_heading_within, names_section
from govdisclosure.vocabulary.headings import section_of
from govdisclosure.vocabulary.memory import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.notes import Source

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


def unbarred(block: Paragraph | Grid) -> Iterable[Paragraph | Grid]:
    """Take a page that stands between bars as a whole apart: lines with one text each, and tables."""
    return _unbarred(block) if isinstance(block, Grid) and block.lines else (block,)


def _unbarred(block: Grid) -> Iterator[Paragraph | Grid]:
    rows, places = list(block.rows), block.places
    unlike = {id(row): _filled(row) for row in block.unlike_rows}
    filled = [unlike[id(row)] for row in block.rows]
    behind: dict[int, str] = {}
    for place, row in enumerate(block.rows):
        if len(filled[place]) > 1 and _ends_in_heading(row, filled[place]):
            # 1 | 4 | 五、存在的主要问题及改进情况
            *filled[place], last = filled[place]
            behind[place], rows[place] = row[last].text.strip(), row[:last]
    table: list[int] = []
    for place, row in enumerate(rows):
        text = _only_text(row, filled[place])
        if text is None or _is_label_above(text, row, rows[place + 1 : place + 2]):
            table.append(place)
            text = behind.get(place)
        if text is not None:
            yield from _part(rows, places, table)
            table = []
            for piece in split_at_headings(text):
                yield Paragraph(piece, source=places[place])
    # Most tables stand between no text.
    yield from [block] if 0 < len(table) == len(rows) else _part(rows, places, table)


def _filled(row: Iterable[GridCell]) -> list[int]:
    return [place for place, cell in enumerate(row) if not is_blank(cell.text)]


def _ends_in_heading(row: Sequence[GridCell], filled: Sequence[int]) -> bool:
    """Tell whether the heading of a section stands on the line of the last figure above it, behind that."""
    figure, last = (row[place].text.strip() for place in filled[-2:])
    return names_section(last) and key(last) not in all_keys() and is_figure(figure)


def _part(
    rows: Sequence[tuple[GridCell, ...]], places: Sequence[Source | None], table: Sequence[int]
) -> Iterator[Grid]:
    """Give the rows of a table with their places, if there are any."""
    if table:
        yield Grid.of_lines((rows[place] for place in table), (places[place] for place in table))


def _only_text(row: Sequence[GridCell], filled: Sequence[int]) -> str | None:
    """Give the text of a line that bars only frame: a heading, sentences, or anything before a run of bars."""
    if len(filled) != 1:
        return None
    text = row[filled[0]].text.strip()
    # 本年度未收到申请。|||||||||||||||||||||||||||||||
    return text if _is_framed(text, by_many=len(row) > LEAST_FRAMING_BARS) else None


@remembered
def _is_framed(text: str, *, by_many: bool) -> bool:
    """Tell whether a text between bars is no cell of a table, be it framed by many of them or by few."""
    if key(text) in all_keys() or is_figure(text) or is_glued(text):
        return False
    return by_many or "。" in text or names_section(text)


def _is_label_above(text: str, row: Sequence[GridCell], below: Sequence[Sequence[GridCell]]) -> bool:
    """Tell whether the text of a line is a label with what it means behind it, and nothing but figures stand below."""
    # 规章：是指…的规范性文件。 |, and below it 0 |
    if len(row) > LEAST_FRAMING_BARS or not is_explained(text):
        return False
    beneath = [cell.text for cell in chain.from_iterable(below) if not is_blank(cell.text)]
    return len(below) > 0 and all(map(is_figure, beneath))


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
