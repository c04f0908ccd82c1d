"""The headings of a document: which paragraphs are those of the six sections, whatever else uses their words."""

from __future__ import annotations

import re
from itertools import chain, groupby, islice, pairwise
from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.figures import is_figure
from govdisclosure.form.thresholds import LONGEST_NAME, MOST_NUMERALS, MOST_SECTIONS
from govdisclosure.form.wording import line_of, problem
from govdisclosure.model.report import HEADINGS, SECTIONS
from govdisclosure.reading.labels import all_keys
from govdisclosure.reading.official import OfficialTable
from govdisclosure.vocabulary.fold import fold, key
from govdisclosure.vocabulary.heading_lines import LONGEST_NUMBER, Wording, begins_numbered, heading_of, numbered
from govdisclosure.vocabulary.headings import section_of
from govdisclosure.vocabulary.numerals import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from govdisclosure.form.blocks import GridCell
    from govdisclosure.model.notes import Source
    from govdisclosure.vocabulary.heading_lines import Heading

_NUMERAL: Final = f"[{ORDINALS[: len(SECTIONS)]}]"
# …办结3件。二、主动公开政府信息情况, or 4四、政府信息公开行政复议…, the last figure of the table above. The numeral
# comes first, since re skips quickly to the next of such characters.
_WITHIN: Final = re.compile(rf"{_NUMERAL}(?<=[。；;！!\s0-9]{_NUMERAL})\s?、")
# Texts with it between them are looked at all at once.
_BETWEEN: Final = "\0"


def without_captions(body: Sequence[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """Drop headings that only say once more what stands right above them, as the caption of a table does."""
    kept = list(body[:1])
    for above, block in pairwise(body):
        # 二、主动公开政府信息情况 / 二、主动公开政府信息情况
        if not (isinstance(block, Paragraph) and _repeats(block, above)):
            kept.append(block)
    return kept


def with_whole_headings(body: Sequence[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """Join headings that stand on two lines, or in two cells: 01 / 总体情况, 五、存在的主要问题 / 及改进情况."""
    kept: list[Paragraph | Grid] = []
    for block in chain.from_iterable(map(_parted_at_headings, body)):
        above = kept[-1] if kept else None
        if isinstance(above, Paragraph) and isinstance(block, Paragraph):
            whole = _whole_heading(above.text.strip(), block.text.strip())
            if whole is not None:
                kept[-1] = attrs.evolve(above, text=whole)
                continue
        kept.append(block)
    return kept


def _parted_at_headings(block: Paragraph | Grid) -> Iterator[Paragraph | Grid]:
    """Part a table at the rows that are headings, the number in a cell of its own."""
    # A table that is laid out as the form is has no rows but its own.
    if isinstance(block, Paragraph | OfficialTable):
        yield block
        return
    if not any(map(_heading_in_cells, block.unlike_rows)):
        yield block
        return
    rows = zip(map(_heading_in_cells, block.rows), block.rows, block.places, strict=True)
    for is_heading, group in groupby(rows, lambda row: row[0] is not None):
        texts, kept, places = zip(*group, strict=True)
        if is_heading:
            yield from map(_paragraph, texts, places)
        else:
            yield attrs.evolve(block, rows=kept, sources=tuple(filter(None, places)))


def _heading_in_cells(row: Sequence[GridCell]) -> str | None:
    """Give the heading that a row is, in two cells: 一、 | 总体情况; None for most rows."""
    cells = [cell.text.strip() for cell in row if cell.text.strip()]
    return _whole_heading(*cells) if len(cells) == len(("number", "words")) else None


def _paragraph(text: str, source: Source | None) -> Paragraph:
    return Paragraph(text, source=source)


def with_headings_apart(body: Sequence[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """
    Begin a line at headings behind a sentence on its line: …不够全面。 六、其他需要报告的事项 ….

    Only the headings of sections that have none on a line of their own; others may only be spoken of.
    """
    texts = [block.text for block in body if isinstance(block, Paragraph)]
    # Most documents have none.
    if not _WITHIN.search(_BETWEEN.join(texts)):
        return [*body]
    headings = list(map(heading_of, texts))
    there = {each.section for each in headings if each is not None and each.wording is not Wording.KEY_WORD}
    parts = (_apart(block, there) if isinstance(block, Paragraph) else [block] for block in body)
    return list(chain.from_iterable(parts))


def _apart(paragraph: Paragraph, there: Container[str]) -> list[Paragraph]:
    """Give a paragraph in parts that begin with the headings of sections that are not there yet."""
    text = paragraph.text
    numbers = islice(_WITHIN.finditer(text), MOST_NUMERALS)
    starts = [number.start() for number in numbers if _begins_heading(text[number.start() :], there)]
    cuts = pairwise([0, *starts, len(text)])
    return [attrs.evolve(paragraph, text=text[start:end].strip()) for start, end in cuts]


def _begins_heading(text: str, there: Container[str]) -> bool:
    """Tell whether a text begins with the heading of a section in the usual words, under its own number."""
    heading = heading_of(text[: 2 * LONGEST_NAME])
    if heading is None or heading.section in there:
        return False
    return heading.wording is Wording.USUAL and heading.has_own_number


def _whole_heading(above: str, below: str) -> str | None:
    """Give the heading of the form that two lines are together; None if they are none, or one of them is it alone."""
    if len(above) + len(below) > LONGEST_NAME:
        return None
    if not begins_numbered(above):
        return None
    number = _number_alone(above)
    text = above + below if number is None else f"{ORDINALS[number - 1]}、{below}"
    heading = heading_of(text)
    if heading is None or heading.wording is not Wording.USUAL or not heading.has_own_number or heading.behind:
        return None
    return None if any(map(_is_numbered_heading, (above, below))) else text


def _number_alone(line: str) -> int | None:
    """Give the number of a section that is a line of its own: 一、, 01, PART 1; None for 3, which can be a figure."""
    folded = fold(line)
    if len(folded) > LONGEST_NUMBER or (folded.isdecimal() and folded[0] != "0"):
        return None
    # 一, 01, without the mark that stands behind it in a line
    for _, number, behind in map(numbered, (folded, f"{folded}、")):
        if number is not None and not behind:
            return number if 0 < number <= len(SECTIONS) else None
    return None


def _is_numbered_heading(line: str) -> bool:
    heading = heading_of(line)
    return heading is not None and heading.wording is Wording.USUAL and heading.number is not None


def _repeats(paragraph: Paragraph, above: Paragraph | Grid) -> bool:
    """Tell whether a paragraph is the heading above it once more."""
    same = isinstance(above, Paragraph) and above.text == paragraph.text
    return same and section_of(paragraph.text) is not None


def headings_read(body: Sequence[Paragraph | Grid]) -> list[Heading | None]:
    """
    Give for each block what it would be as the heading of a section; None for most.

    Raises:
        ReadError: If there are two reports.
    """
    headings = [_heading_of(block) if isinstance(block, Paragraph) else None for block in body]
    usual = [each.section if each is not None and each.wording is Wording.USUAL else None for each in headings]
    unwritten = _unwritten(usual, body)
    return [None if place in unwritten else heading for place, heading in enumerate(headings)]


def _heading_of(paragraph: Paragraph) -> Heading | None:
    """Give what a paragraph would be as a heading; 三、本年度办理结果 is the label of a row."""
    return None if key(paragraph.text) in all_keys() else heading_of(paragraph.text)


def _unwritten(names: Sequence[str | None], body: Sequence[Paragraph | Grid]) -> frozenset[int]:
    """
    Give the places of headings between which nobody wrote anything: a table of contents, or the empty form behind.

    Raises:
        ReadError: If there are two reports.
    """
    written: list[list[int]] = []
    unwritten: list[int] = []
    for run in _runs(names):
        if len({names[place] for place in run}) >= MOST_SECTIONS:
            if any(map(is_written, body[run[0] : run[-1]])):
                written.append(run)
            else:
                unwritten += run
    if len(written) > 1:
        second = body[written[1][0]]
        assert isinstance(second, Paragraph), "a heading"
        raise problem("TWO-FORMS", heading=HEADINGS[SECTIONS[0]], place=line_of(second.source))
    return frozenset(unwritten if written else ())


def _runs(names: Sequence[str | None]) -> list[list[int]]:
    """Give the places of headings, report by report: section 一 begins another where most sections stand before it."""
    runs: list[list[int]] = [[]]
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name == SECTIONS[0] and len(seen) >= MOST_SECTIONS:
            runs.append([])
            seen.clear()
        if name is not None:
            runs[-1].append(place)
            seen.add(name)
    return runs


def is_written(block: Paragraph | Grid) -> bool:
    """Tell whether a block holds a sentence or a figure."""
    if isinstance(block, Paragraph):
        return "。" in block.text
    if isinstance(block, OfficialTable):
        return block.is_written
    return any(is_figure(cell.text) for cell in chain.from_iterable(block.rows))
