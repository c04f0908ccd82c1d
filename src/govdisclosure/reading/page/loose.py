"""Tables among lines of text: those without bars, pieces of cells between bars, and text that stands between bars."""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final

from attrs import define

from govdisclosure.form.blocks import Grid, GridCell, Paragraph, Role
from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.model.notes import Source
from govdisclosure.reading.tables.labels import all_keys, is_glued
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.headings import section_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_PAGE: Final = re.compile(r"\s*[-—–]\s*[0-9]{1,3}\s*[-—–]\s*")
_PIECE: Final = 12
_SENTENCE: Final = 45
_LONGEST_LINE: Final = 300
_MOST_PIECES: Final = 16
_MOST_LINES: Final = 3
_LEAST_LABELS: Final = 4
_LEAST_FIGURES: Final = 3
_MANY_LABELS: Final = 9
_FRAME: Final = 30
_NUMERAL: Final = re.compile(r"(?:(?<=[。；;!！\s])|^)[（(]?[一二三四五六1-6][）)]?\s?[、.．]?")
_LONGEST_HEADING: Final = 36
_MOST_NUMERALS: Final = 100
_LEAST_HEADS: Final = 3
_PINYIN: Final = re.compile("[()（）a-zà-ǜ]+")


@define
class _Line:
    """
    A line of a document.

    Args:
        block: The block that it is of.
        cells: What it would be as a line of a table; none if it cannot be one.
        labels: The keys of the labels in it.
        figures: How many figures stand in it.
        bars: Whether it has bars.
        source: Where it stands.
    """

    block: Paragraph | Grid
    cells: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    figures: int = 0
    bars: bool = False
    source: Source | None = None

    @property
    def text(self) -> str:
        """The text; nothing for a line of a table."""
        return self.block.text.strip() if isinstance(self.block, Paragraph) else ""


def gathered(body: Iterable[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """Give the blocks of a document with its tables as grids, also where no bars or not only bars make them."""
    blocks = [piece for block in body for piece in _unbarred(block)]
    lines = [line for block in blocks for line in _lines(block)]
    if not any(line.labels or line.bars for line in lines):
        return blocks
    lines = _joined(lines)
    found: list[Paragraph | Grid] = []
    place = 0
    for start, end in _runs(lines):
        found += _as_they_were(lines[place:start])
        found.append(_grid(lines[start:end]))
        place = end
    return [*found, *_as_they_were(lines[place:])]


def _unbarred(block: Paragraph | Grid) -> Iterator[Paragraph | Grid]:
    """Take a page that stands between bars as a whole apart: lines with one text each, and tables."""
    if not isinstance(block, Grid) or not block.lines:
        yield block
        return
    sources = block.sources or (None,) * len(block.rows)
    table: list[int] = []
    for place, row in enumerate(block.rows):
        text = _only_text(row)
        if text is None:
            table.append(place)
            continue
        yield from _part(block, table)
        table = []
        yield from (Paragraph(piece, source=sources[place]) for piece in split_at_headings(text))
    yield from [block] if len(table) == len(block.rows) else _part(block, table)


def _part(grid: Grid, places: Sequence[int]) -> Iterator[Grid]:
    if places:
        rows = tuple(grid.rows[place] for place in places)
        yield Grid(rows, lines=True, sources=tuple(grid.sources[place] for place in places) if grid.sources else ())


def _only_text(row: Sequence[GridCell]) -> str | None:
    """Give the text of a line that bars only frame: a heading, sentences, or anything before a run of bars."""
    stated = [cell.text.strip() for cell in row if not is_blank(cell.text)]
    if len(stated) != 1 or key(stated[0]) in all_keys() or is_figure(stated[0]) or is_glued(stated[0]):
        return None
    framed = len(row) > _FRAME or "。" in stated[0]
    return stated[0] if framed or section_of(stated[0]) is not None else None


def split_at_headings(text: str) -> list[str]:
    """Take a line apart that begins with the heading of a section and goes on, or holds several headings."""
    places = sorted({0, *(found.start() for found in islice(_NUMERAL.finditer(text), _MOST_NUMERALS))})
    cuts: list[int] = []
    for place in places:
        ends = range(min(len(text), place + _LONGEST_HEADING), place + 1, -1)
        end = next((end for end in ends if text[end - 1].isalnum() and section_of(text[place:end]) is not None), None)
        if end is not None and (end == len(text) or text[end].isspace()):
            cuts += [place, end]
    pieces = [text[start:end].strip() for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return [piece for piece in pieces if piece]


def _lines(block: Paragraph | Grid) -> Iterator[_Line]:
    if isinstance(block, Paragraph):
        yield _line(block)
    elif not block.lines:
        yield _Line(block)
    else:
        sources = block.sources or (None,) * len(block.rows)
        for row, source in zip(block.rows, sources, strict=True):
            yield _Line(block, tuple(cell.text for cell in row), bars=True, source=source)


def _line(paragraph: Paragraph) -> _Line:
    """Tell what a paragraph would be as a line of a table."""
    text = paragraph.text.strip()
    if not text:
        return _Line(paragraph, ("",), source=paragraph.source)
    if paragraph.role is Role.HEADING or len(text) > _LONGEST_LINE or "。" in text or _PAGE.fullmatch(text):
        return _Line(paragraph)
    tokens = text.split()
    alone = len(tokens) == 1 or not is_figure(tokens[-1])
    if alone and (key(text) in all_keys() or is_glued(text)):
        return _Line(paragraph, (text,), (key(text),), is_glued(text), source=paragraph.source)
    figure = [is_figure(token) or not token.strip("0") for token in tokens]
    count = next((at for at, is_one in enumerate(reversed(figure)) if not is_one), len(tokens))
    head = " ".join(tokens[: len(tokens) - count])
    if len(head) > _SENTENCE * 2:
        return _Line(paragraph)
    if count:
        cells = (*filter(None, (head,)), *tokens[len(tokens) - count :])
        return _Line(paragraph, cells, _labels(cells), count, source=paragraph.source)
    labels = _labels(tokens)
    return _Line(paragraph, tuple(tokens) if labels else (), labels, source=paragraph.source)


def _joined(lines: Iterable[_Line]) -> list[_Line]:
    """Put heads of columns together that stand on two lines, the rest of each below it."""
    found: list[_Line] = []
    above = -1
    for line in lines:
        heads = _stacked(found[above], line) if above >= 0 else []
        if heads:
            del found[above:]
            found.append(_line(Paragraph(" ".join(heads), source=line.source)))
        else:
            found.append(line)
        if line.cells != ("",):
            above = len(found) - 1
    return found


def _stacked(upper: _Line, lower: _Line) -> list[str]:
    """Give the labels that two lines are together, each whole or in two pieces; none if they are anything else."""
    pieces = upper.text.split()
    if len(pieces) < _LEAST_HEADS or len(upper.text + lower.text) > _LONGEST_LINE or upper.figures or lower.figures:
        return []
    heads: list[str] = []
    rest = key(_letters(lower.text))
    for begun in filter(None, map(key, map(_letters, pieces if rest else ()))):
        whole = (label for label in all_keys() if label.startswith(begun) and rest.startswith(label[len(begun) :]))
        head = max(whole, key=len, default="")
        if not head:
            return []
        rest = rest[len(head) - len(begun) :]
        heads.append(head)
    return heads if not rest and len(heads) >= _LEAST_HEADS else []


def _letters(text: str) -> str:
    """Take out pinyin, also the pieces of it that are left where a text is cut."""
    return _PINYIN.sub("", text)


def _labels(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(found for found in map(key, cells) if found in all_keys())


def _runs(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Give the stretches of lines that are one table, though not all of them have bars."""
    start = 0
    while start < len(lines):
        if not lines[start].cells or not (lines[start].labels or lines[start].bars):
            start += 1
            continue
        end = _end_of_run(lines, start)
        run = lines[start:end]
        if _is_table(run):
            yield start, end
        start = end


def _end_of_run(lines: Sequence[_Line], start: int) -> int:
    """Tell where a run ends: at a heading, at a sentence, or where too many lines are none of a table."""
    end = place = start + 1
    while place < len(lines):
        line = lines[place]
        if line.cells:
            if line.cells != ("",) or end == place:
                end = place + 1
        elif not isinstance(line.block, Paragraph) or _ends(line.text, lines[end:place]):
            break
        place += 1
    rest = next((at for at in range(end, len(lines)) if lines[at].cells != ("",)), end)
    return rest + 1 if _completes(lines[start:end], lines[rest : rest + 1]) else end


def _completes(run: Sequence[_Line], below: Iterable[_Line]) -> bool:
    """Tell whether the line below, which is none of a table, is the rest of a label that the others end with."""
    begun = [_letters(line.cells[0] if line.cells else line.text) for line in run if line.cells != ("",)][-2:]
    rests = [_letters(line.text) for line in below]
    return any(
        key(first + rest) in all_keys() for first in begun if first and not is_figure(first) for rest in rests if rest
    )


def _ends(text: str, before: Sequence[_Line]) -> bool:
    others = [len(line.block.text) for line in before if not line.cells and isinstance(line.block, Paragraph)]
    if section_of(text) is not None or len(_letters(text)) > _SENTENCE or "。" in text:
        return True
    return len(others) >= (_MOST_LINES if max((*others, len(text))) > _PIECE else _MOST_PIECES)


def _is_table(run: Sequence[_Line]) -> bool:
    """Tell whether a run is a table that is not whole as it stands: lines without bars that hold labels or pieces."""
    bare = [line for line in run if not line.bars]
    labels = {label for line in bare for label in line.labels}
    figures = sum(line.figures or line.cells == ("",) for line in bare)
    if len(labels) >= _LEAST_LABELS and (figures >= _LEAST_FIGURES or len(labels) >= _MANY_LABELS):
        return True
    others = [line for line in bare if not line.cells and not _is_page(line)]
    return len(run) > len(bare) > 0 and not labels and bool(figures or others) and _are_short(others)


def _are_short(lines: Iterable[_Line]) -> bool:
    return all(isinstance(line.block, Paragraph) and len(line.text) <= _PIECE for line in lines)


def _is_page(line: _Line) -> bool:
    return isinstance(line.block, Paragraph) and _PAGE.fullmatch(line.block.text) is not None


def _grid(run: Sequence[_Line]) -> Grid:
    rows, sources = [], []
    for line in run:
        if isinstance(line.block, Grid) or not _is_page(line):
            texts = line.cells or (line.text,)
            rows.append(tuple(map(GridCell, texts)))
            sources.append(line.source or line.block.source if isinstance(line.block, Paragraph) else line.source)
    return Grid(tuple(rows), lines=True, sources=tuple(filter(None, sources)) if all(sources) else ())


def _as_they_were(lines: Sequence[_Line]) -> Iterator[Paragraph | Grid]:
    """Give the blocks of lines again, of a grid those of its lines that are among them."""
    for _, group in groupby(lines, key=lambda line: id(line.block)):
        same = list(group)
        block = same[0].block
        if isinstance(block, Paragraph) or not block.lines:
            yield block
        else:
            rows = tuple(tuple(map(GridCell, line.cells)) for line in same)
            yield Grid(rows, lines=True, sources=tuple(line.source for line in same if line.source))
