"""The official layout as plain text: text and blocks."""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.formats._limits import DEFAULT, Limits
from govdisclosure.layout.blocks import MARK, Block, Grid, GridCell, Head, Paragraph, Role, columns_of
from govdisclosure.layout.escape import read_line, write_line
from govdisclosure.layout.head import headings_of
from govdisclosure.layout.wording import problem
from govdisclosure.model.notes import Source
from govdisclosure.model.values import JSON, clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BAR: Final = "|"
_BETWEEN: Final = f" {BAR} "
_MARK: Final = f"{MARK}："

_HEAD_LINE: Final = re.compile(r"([^：]+)：(.*)")
_FOREIGN_BREAK: Final = re.compile(r"\r\n|[\r\n\f\v\x85]")


def write(blocks: Iterable[Block]) -> str:
    """
    Write blocks as text: a table row a line, ``|`` between its cells, columns aligned by their width on a screen.

    Lines end in a line feed. The head stands on top, ``名称：JSON`` a line; empty lines mean nothing but its end.
    """
    blocks = tuple(blocks)
    headings = headings_of(block for block in blocks if isinstance(block, Head))
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Head):
            lines += (f"{name}：{json.dumps(value, ensure_ascii=False)}" for name, value in block.values.items())
            lines.append("")
        elif isinstance(block, Grid):
            lines += _table_lines(block)
        else:
            lines += [""] if block.role is Role.HEADING else []
            lines.append(write_line(block, headings))
    return "\n".join(lines) + "\n"


def read(text: str, limits: Limits = DEFAULT) -> list[Block]:
    """
    Read text as blocks: our own as it was written, any other line by line.

    Raises:
        ReadError: If a text that says that it is ours has a head that we did not write; if the text is beyond a bound.
    """
    text = text.removeprefix("\ufeff")
    if text.count("\n") + text.count("\r") > limits.max_lines or text.count(BAR) > limits.max_bars:
        raise problem("TOO-LONG", lines=limits.max_lines, bars=limits.max_bars)
    if not text.lstrip().startswith(_MARK):
        lines = _FOREIGN_BREAK.split(text)
        return list(_blocks(enumerate(lines, 1), frozenset(), own=False))
    numbered = enumerate((line.removesuffix("\r") for line in text.split("\n")), 1)
    head = _read_head(numbered)
    return [head, *_blocks(numbered, headings_of([head]), own=True)]


def _read_head(lines: Iterator[tuple[int, str]]) -> Head:
    """Read the head, up to the first empty line after it."""
    values: dict[str, JSON] = {}
    for number, line in lines:
        matched = _HEAD_LINE.fullmatch(line.strip())
        if matched is not None and matched[1] in values:
            matched = None
        if matched is not None:
            try:
                values[matched[1]] = json.loads(matched[2])
            except (ValueError, RecursionError):
                matched = None
        elif values and not line.strip():
            break
        if line.strip() and matched is None:
            raise problem("HEAD-LINE", place=f"line {number}", found=repr(line[:40]))
    return Head(values)


def _blocks(lines: Iterable[tuple[int, str]], headings: frozenset[str], *, own: bool) -> Iterator[Block]:
    """Give a grid for every run of lines with bars, and a paragraph for every other line that is not empty."""
    filled = ((number, clean_text(line)) for number, line in lines if line.strip())
    for is_row, group in groupby(filled, lambda numbered: _is_row(numbered[1], headings, own=own)):
        if is_row:
            numbers, texts = zip(*group, strict=True)
            rows = tuple(tuple(map(GridCell, text.split(BAR))) for text in texts)
            yield Grid(rows, lines=True, sources=tuple(Source(line=number) for number in numbers))
        else:
            for number, text in group:
                source = Source(line=number)
                yield read_line(text, headings, source) if own else Paragraph(text, source=source)


def _is_row(text: str, headings: frozenset[str], *, own: bool) -> bool:
    return BAR in text and not (own and read_line(text, headings).role is not None)


def _table_lines(grid: Grid) -> Iterator[str]:
    rows = list(columns_of(grid))
    widths = _widths(rows)
    for row in rows:
        cells = [
            cell.text
            + " "
            * (sum(widths[start : start + cell.columns]) + len(_BETWEEN) * (cell.columns - 1) - wcswidth(cell.text))
            for start, cell in row
        ]
        yield f"{cells[0].rstrip()} {BAR}" if len(cells) == 1 else _BETWEEN.join(cells).rstrip()


def _widths(rows: list[list[tuple[int, GridCell]]]) -> list[int]:
    """Give each column the width of its widest cell; a cell over several widens the last of them."""
    widths = [1] * max(start + cell.columns for row in rows for start, cell in row)
    for start, cell in sorted((item for row in rows for item in row), key=lambda item: item[1].columns):
        last = start + cell.columns - 1
        room = sum(widths[start:last]) + len(_BETWEEN) * (cell.columns - 1)
        widths[last] = max(widths[last], wcswidth(cell.text) - room)
    return widths
