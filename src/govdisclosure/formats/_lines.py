"""What text and Markdown share: bounds, lines, the metadata as lines of names and values, and the widths of columns."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from wcwidth import wcswidth

from govdisclosure.errors import Place
from govdisclosure.form.blocks import GridCell, MetadataBlock
from govdisclosure.form.thresholds import LEAST_BARRED_LINES
from govdisclosure.form.wording import problem
from govdisclosure.formats._limits import Limits, hold
from govdisclosure.model.notes import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from govdisclosure.form.clock import Clock
    from govdisclosure.model.values import JSON

BAR: Final = "|"
_TAB: Final = "\t"
BLANKS: Final = " \t\r\n\f\v"
"""What a line is empty with."""
_OTHER_BARS: Final = "│┃║｜￨"
"""What others print between cells in place of a bar: those of boxes, and in full width."""
_CORNERS: Final = "┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╟╫╢╞╪╡┠╂┨+"
# ├──┼──┤, ╔══╦══╗, +----+----+, but not |---|---| below the heads of Markdown
_BOX_LINE: Final = re.compile(rf"(?=.*[{_CORNERS}])(?=.*[─━═=-]{{2}})[\s─━═=|{_OTHER_BARS}{_CORNERS}-]+")
_DRAWN: Final = re.compile(f"[{_OTHER_BARS}{_CORNERS}]")
# 规章      3
_APART: Final = re.compile(r"\S  +[0-9０-９]")
_FOREIGN_BREAK: Final = re.compile(r"\r\n|[\r\n\f\v\x85\u2028\u2029]")


def numbered_lines(text: str, limits: Limits, clock: Clock | None, *, own: bool) -> Iterator[tuple[int, str]]:
    """
    Give the lines of a text with their numbers: those of others end in any line end, our own in a line feed.

    Where a text of ours has no line feed at all, somebody has put a carriage return in place of each.

    Args:
        text: The text, with a byte order mark or without.
        limits: The bounds within which it is read.
        clock: The clock of the reading, which is looked at between lines; by default it starts now.
        own: Whether our writer wrote it.

    Raises:
        ReadError: If the text is beyond a bound.
    """
    hold(limits, max_lines=text.count("\n") + text.count("\r"))
    hold(limits, max_bars=sum(map(text.count, BAR if own else BAR + _OTHER_BARS)))
    text = text.removeprefix("\ufeff")
    if own:
        lines = [line.rstrip("\r") for line in text.split("\n" if "\n" in text else "\r")]
    else:
        lines = _FOREIGN_BREAK.split(text)
        lines = _with_bars(lines) if _DRAWN.search(text) else lines
        lines = _with_bars_for_tabs(lines, limits) if _TAB in text else lines
        lines = _with_bars_for_columns(lines, limits) if _APART.search(text) else lines
    return (clock or limits.clock()).between(enumerate(lines, 1))


def _with_bars(lines: list[str]) -> list[str]:
    """Give lines in which others drew boxes with a bar between cells, and empty ones for those of the boxes."""
    barred = sum(any(bar in line for bar in _OTHER_BARS) for line in lines)
    # 首页｜新闻｜公开
    bars = str.maketrans(dict.fromkeys(_OTHER_BARS, BAR) if barred >= LEAST_BARRED_LINES else {})
    return ["" if _BOX_LINE.fullmatch(line) else line.translate(bars) for line in lines]


def _with_bars_for_tabs(lines: list[str], limits: Limits) -> list[str]:
    """Give lines with a bar for each tab that parts cells of a table."""
    from govdisclosure.formats._tabs import with_bars_for_tabs  # noqa: PLC0415 - few texts have tabs

    lines = with_bars_for_tabs(lines)
    hold(limits, max_bars=sum(line.count(BAR) for line in lines))
    return lines


def _with_bars_for_columns(lines: list[str], limits: Limits) -> list[str]:
    """Give lines with a bar for each column of a table whose cells stand below each other."""
    from govdisclosure.formats._columns import with_bars_for_columns  # noqa: PLC0415 - few texts have such lines

    lines = with_bars_for_columns(lines)
    hold(limits, max_bars=sum(line.count(BAR) for line in lines))
    return lines


@lru_cache(maxsize=4_096)
def source_of(number: int) -> Source:
    """Give where a line stands; the lines of one text stand where those of others do."""
    return Source(line=number)


def write_metadata(metadata: MetadataBlock, between: str) -> list[str]:
    """Write metadata: a name, ``between`` and its value as JSON a line."""
    return [f"{name}{between}{json.dumps(value, ensure_ascii=False)}" for name, value in metadata.values.items()]


def read_metadata(
    lines: Iterable[tuple[int, str]], between: str, is_end: Callable[[str], bool], code: str = "HEAD-LINE"
) -> MetadataBlock:
    """
    Read metadata, up to the first line after a value that ends it.

    Args:
        lines: The lines with their numbers.
        between: What stands between a name and its value.
        is_end: Tells whether a line, without blanks around it, ends the metadata.
        code: Code of the error.

    Raises:
        ReadError: If a line is none that we write, or a name is there twice.
    """
    values: dict[str, JSON] = {}
    for number, line in lines:
        stripped = line.strip()
        if values and is_end(stripped):
            break
        if not stripped:
            continue
        name, _, value = stripped.partition(between)
        try:
            decoded = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise problem(code, place=Place.LINE(number), found=repr(line[:40])) from error
        if name in values:
            raise problem(code, place=Place.LINE(number), found=repr(line[:40]))
        values[name] = decoded
    return MetadataBlock(values)


def widths_of(rows: list[list[tuple[int, GridCell]]], gap: int) -> list[int]:
    """
    Give each column the width of its widest cell on a screen; a cell over several widens the last of them.

    Args:
        rows: The cells of each row with the columns that they begin in.
        gap: How much wider a cell over several columns is than these, for each column but one.
    """
    widths = [1] * max(start + cell.columns for start, cell in chain.from_iterable(rows))
    # The narrow cells first: what they leave open is for those over several columns to ask for.
    for start, cell in sorted(chain.from_iterable(rows), key=lambda item: item[1].columns):
        last = start + cell.columns - 1
        room = sum(widths[start:last]) + gap * (cell.columns - 1)
        widths[last] = max(widths[last], wcswidth(cell.text) - room)
    return widths


def padding(text: str, width: int) -> str:
    """Give the blanks that make a text so wide on a screen."""
    return " " * (width - wcswidth(text))
