"""
Cells that hold one text in plain markup: read before the page is parsed, which gets one place for many of them.

Nine tenths of the elements of a page are in such cells. What stands around a place decides as ever where its cells are
and how they are seen. A parser that does not come upon each place once, in order and in usual surroundings, has to read
the page again with all cells in it: they may stand in a comment, in an attribute, in a hidden table.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from attrs import evolve

from govdisclosure.form.blocks import GridCell
from govdisclosure.formats.html import _shown
from govdisclosure.formats.html._colours import CLEAR, is_pale
from govdisclosure.formats.html._effects import PLAIN, Mark, look_of
from govdisclosure.formats.html._grid import columns_spanned, grid_cell, span
from govdisclosure.formats.html._painted import painted
from govdisclosure.formats.html._shade import USUAL, is_seen_on_pale
from govdisclosure.formats.html._thresholds import DIGIT, LONG_LINE, LONGEST_CELL, LONGEST_KEPT, MOST_AROUND

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.formats.html._effects import Look

Run: TypeAlias = "list[list[GridCell]]"
"""Cells side by side to the end of a row, and those of the rows below it."""

RUN: Final = f"x-{os.urandom(8).hex()}"
"""The attribute of a place, which nobody can know to write: the number of its run."""

# The end of a cell; a comment and a script, whole.
_ENDS: Final = re.compile(rb"(<(?:/t[dh]>|!--.*?(?:-->|\Z)|script\b.*?(?:</script|\Z)))", re.DOTALL)
# Only such tags are known here as all parsers take the same way.
_BLANK: Final = r"[ \t\r\n]"
_ATTRIBUTE: Final = re.compile(
    rf"""{_BLANK}++([A-Za-z][A-Za-z0-9:-]*+)(?:=(?:"([^"<]*+)"|'([^'<]*+)'|([^ \t\r\n"'`=/<>]++)))?+(?![^ \t\r\n>])"""
)
_ATTRIBUTES: Final = rf"(?:{_ATTRIBUTE.pattern})*+{_BLANK}*+"
_OPENING: Final = re.compile(rf"[a-z]++{_ATTRIBUTES}(?:>{_BLANK}*+<[a-z]++{_ATTRIBUTES})*+")
_ROW: Final = re.compile(rf"{_ATTRIBUTES}>{_BLANK}*+")
_CLOSING: Final = re.compile(rf"(?:</[a-z]++>{_BLANK}*+)++")
_NAME: Final = re.compile("[a-z]+")
_NESTED: Final = re.compile("t[dh] (?:div )*+(?:p )?+(?:(?:span|font|strong|b|em|i|u) )*+")

_HIDING: Final = frozenset({"hidden", "popover"})
_ENTITY: Final = re.compile("&[^;]{0,6};?")
_ENTITIES: Final = {"&nbsp;": "\N{NO-BREAK SPACE}", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&"}
_OTHERWISE: Final = re.compile("[&<]|  ")
# <td>5<br</td>, and characters that a parser may drop or change.
_ODD: Final = re.compile("[^\t\n\r -;=-~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Between(NamedTuple):
    """
    What stands before a cell, and behind another one.

    Args:
        markup: What it is.
        is_blank: Whether it is nothing but blanks.
        ends_row: Whether a row ends, and nothing else stands before the beginning of the next one.
        is_plain_row: Whether a row that begins here has no look of its own; None where none begins.
    """

    markup: bytes
    is_blank: bool
    ends_row: bool
    is_plain_row: bool | None


def cut(utf8: bytes) -> tuple[bytes, list[Run]]:
    """Give a page with places for its plain cells, and these."""
    rest: list[bytes] = []
    runs: list[Run] = []
    # The row that the next cell may belong to, if that is one of a run.
    row: list[GridCell] | None = None
    is_plain_row = False
    # The last cell that stood beside another one, and how it is written.
    same, last, last_end = GridCell(""), b"", b""
    *parts, tail = _ENDS.split(utf8)
    for piece, end in zip(parts[::2], parts[1::2], strict=True):
        # Most cells of a row are written as the one before: noughts, blanks.
        if row is not None and piece == last and end == last_end:
            row.append(same)
            continue
        known = _known_cell(piece, end) if len(piece) <= LONGEST_KEPT else _last_cell(piece, end)
        if known is None:
            rest += (piece, end)
            row, is_plain_row = None, False
            continue
        cell, before = known
        if row is not None and before.is_blank:
            row.append(cell)
            last, last_end, same = piece, end, cell
            continue
        is_below = row is not None and is_plain_row and before.ends_row
        if before.is_plain_row is not None:
            is_plain_row = before.is_plain_row
        row = [cell]
        if is_below and is_plain_row:
            runs[-1].append(row)
        else:
            rest += (before.markup, f"<td {RUN}={len(runs)}></td>".encode())
            runs.append([row])
    return b"".join([*rest, tail]), runs


def fits(run: Run, room: float) -> bool:
    """Tell whether each text of a run surely has room in a line of so many pixels."""
    return all(" " not in cell.text and len(cell.text) * DIGIT <= room for cell in chain.from_iterable(run))


def _last_cell(piece: bytes, end: bytes) -> tuple[GridCell, _Between] | None:
    """
    Give the cell that a piece of a page ends with, and what stands before it.

    Args:
        piece: What stands between two ends.
        end: The end behind it: of a cell, or a comment or a script.

    Returns:
        None where it does not end with a cell, or with one that is not plain.
    """
    before, begins, inside = piece.decode().rpartition("<t")
    if not begins or len(inside) + len(end) > LONGEST_CELL:
        return None
    opened, slash, closing = inside.partition("</")
    opening, _, text = opened.rpartition(">")
    spans = _spans(f"t{opening}", f"{slash}{closing}{end.decode()}")
    if spans is None:
        return None
    line = text.strip()
    # Nearly all of them are a figure or a label.
    is_shown_so = line.isalnum() or (line.isprintable() and _OTHERWISE.search(line) is None)
    shown = line if is_shown_so else _line(text)
    # A longer one may be narrative, of which its table takes note as it is parsed.
    return None if shown is None or len(shown) > LONG_LINE else (grid_cell(shown, *spans), _between(before))


# Pages of a site, and the rows of one page, have most of them in common: labels, noughts.
_known_cell: Final = lru_cache(maxsize=4096)(_last_cell)


def _between(before: str) -> _Between:
    above, row, tag = before.rpartition("<tr")
    is_plain_row = len(tag) <= LONGEST_CELL and _is_plain_row(tag) if row else None
    return _Between(before.encode(), not before or before.isspace(), above.strip() == "</tr>", is_plain_row)


def _line(text: str) -> str | None:
    """Give a text as it is shown; None where that is not known here."""
    known = unescaped(text)
    return None if known is None else _shown.collapsed(known)


def unescaped(text: str) -> str | None:
    """Give a text with characters in the place of their names; None where it has others than are used every day."""
    if _ODD.search(text) is not None or not _ENTITIES.keys() >= set(_ENTITY.findall(text)):
        return None
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], text)


@lru_cache(maxsize=4096)
def _spans(opening: str, closing: str) -> tuple[int, int] | None:
    """Give how many rows and columns a cell says that it spans; None where its tags are more than plain."""
    attributes = plain_attributes(opening, closing, _NESTED)
    if attributes is None:
        return None
    of_cell = attributes[0]
    return span(of_cell.get("rowspan", "1")), columns_spanned(of_cell.get("colspan", "1"))


def plain_attributes(opening: str, closing: str, nested: re.Pattern[str]) -> list[Mapping[str, str]] | None:
    """
    Give the attributes of elements in each other that do nothing to the text in the innermost.

    Args:
        opening: Their tags, without the bracket before the first and that behind the last one.
        closing: The ends of the tags.
        nested: The names that they may have, with a blank behind each.

    Returns:
        Those of each element, from the outermost on; None where the tags are more than plain.
    """
    if _OPENING.fullmatch(opening) is None or _CLOSING.fullmatch(closing) is None:
        return None
    tags = opening.split("<")
    names = [each[0] for each in map(_NAME.match, tags) if each is not None]
    is_known = nested.fullmatch(" ".join([*names, ""])) is not None and len(names) <= MOST_AROUND
    if not is_known or _NAME.findall(closing) != names[::-1]:
        return None
    attributes = [each for each in map(_attributes, tags) if each is not None and _is_plain(each)]
    return attributes if len(attributes) == len(tags) else None


@lru_cache(maxsize=1024)
def _is_plain_row(tag: str) -> bool:
    """Tell whether a row begins, of which this is the tag behind its name, that has no look of its own."""
    attributes = _attributes(tag) if _ROW.fullmatch(tag) is not None else None
    return attributes is not None and _HIDING.isdisjoint(attributes) and _looks(attributes) == [PLAIN, PLAIN]


def _attributes(tag: str) -> Mapping[str, str] | None:
    """Give the attributes of a tag; None where one is not known here, or stands there twice."""
    attributes: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(tag):
        value = unescaped("".join(values))
        if value is None or name.lower() in attributes:
            return None
        attributes[name.lower()] = value
    return attributes


def _is_plain(attributes: Mapping[str, str]) -> bool:
    """Tell whether a text in an element is seen as if the element were not there, on any pale ground."""
    if not _HIDING.isdisjoint(attributes) or _shown.is_furniture(attributes):
        return False
    return all(map(_is_plain_look, _looks(attributes)))


def _is_plain_look(look: Look) -> bool:
    # <span style="font-size:14px; color:#333; background:white">
    is_dressed = evolve(look, ink=None, ground=None, size=None, is_shown=False) == PLAIN
    is_on_pale = look.ground in (None, CLEAR) or (isinstance(look.ground, tuple) and is_pale(look.ground))
    has_own_size = look.size is None or look.size >= 0
    return is_dressed and is_on_pale and has_own_size and is_seen_on_pale(USUAL.under(look, Mark.NONE))


def _looks(attributes: Mapping[str, str]) -> list[Look]:
    """Give the looks of an element on a page of the old kind and on one of today's, which are one of most elements."""
    style = attributes.get("style", "")
    return [painted(look_of(style, is_old=is_old), attributes) for is_old in (True, False)]
