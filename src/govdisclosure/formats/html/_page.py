"""A page that somebody else published: its lines and tables as a browser shows them, without its furniture."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from govdisclosure.form.blocks import Block, Grid, Paragraph, Role
from govdisclosure.form.wording import problem
from govdisclosure.formats._lines import BAR
from govdisclosure.formats.html import _shown
from govdisclosure.formats.html._grid import LONG, NOT_TEXT, Content, Grids, Table
from govdisclosure.formats.html._shown import BLOCKS, FADED, HIDDEN, ROOTS, STRUCK, TINY, VEILED, styled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govdisclosure.formats._limits import Limits

    _Attributes: TypeAlias = Mapping[str, str]
    _End: TypeAlias = Callable[[], None]
    _Begin: TypeAlias = Callable[["Page", _Attributes], _End | bool]

_UNCLOSED: Final = 5
"""How many times the bound of depth the open elements may be: pages that never close a ``span`` are many."""

_NEAR: Final = 20
"""How many pieces of text are looked at for the one before."""


class Page:
    """
    Target of a parser: takes a page apart.

    Text gathers in pieces until a block begins or ends; then it is a line of the innermost cell, or of the page.

    Args:
        limits: The bounds within which it is read.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._deepest = _UNCLOSED * limits.max_depth
        self._grids = Grids(limits)
        self._about: list[str] = []
        self._body: Content = []
        self._here = self._body
        self._tables: list[Table] = []
        self._lists: list[int | None] = []
        self._number = ""
        self._instead = ""
        self._links: list[int] = []
        self._preformatted = 0
        self._skipped = 0
        self._veiled = False
        # What is due at the end of each open element: nothing, the end of a line, or more.
        self._open: list[_End | bool] = []
        self._pieces: list[str] = []
        self.data: Callable[[str], None] = self._pieces.append

    def start(self, tag: str, attributes: _Attributes) -> None:
        """
        Begin an element.

        Raises:
            ReadError: If it is too deep.
        """
        if self._skipped:
            self._skipped += 1
            if self._veiled and _shown.is_shown_again(attributes):
                self._instead = NOT_TEXT["img"]
            return
        begin = self._BEGIN.get(tag)
        if attributes and (
            "hidden" in attributes or ("style" in attributes and styled(attributes["style"]) is not None)
        ):
            begin = self._as_shown(tag, attributes)
        opened = self._open
        if begin is not None:
            opened.append(begin(self, attributes))
        elif tag in BLOCKS:
            if self._pieces:
                self._flush()
            opened.append(True)
        else:
            opened.append(False)
        if len(opened) > self._deepest:
            raise problem("BEYOND-LIMIT", name="max_depth", limit=self._limits.max_depth)

    def end(self, _tag: str) -> None:
        """End an element."""
        if self._skipped:
            self._skipped -= 1
            if self._skipped:
                return
            self._veiled = False
        due = self._open.pop()
        if due is True:
            if self._pieces:
                self._flush()
        elif due is not False:
            due()

    def close(self) -> list[Block]:
        """
        Give what was found: what the page says of itself, then its body.

        Raises:
            ReadError: If the page has too many lines.
        """
        self._flush()
        if len(self._body) > self._limits.max_lines:
            raise problem("BEYOND-LIMIT", name="max_lines", limit=self._limits.max_lines)
        about = [Paragraph(line, Role.PAGE) for line in self._about]
        return [*about, *(Paragraph(part) if isinstance(part, str) else part for part in self._body)]

    def _flush(self) -> None:
        """End the line that the pieces are."""
        pieces = self._pieces
        line = "".join(pieces).strip()
        pieces.clear()
        if not line:
            return
        if self._preformatted:
            self._here += filter(None, map(_shown.collapsed, line.split("\n")))
            return
        if not line.isalnum() and ("  " in line or not line.isprintable()):
            line = _shown.collapsed(line)
        if self._number:
            line = _shown.numbered(line, self._number)
            self._number = ""
        if len(line) > LONG and self._tables:
            self._tables[-1].narrative += len(line)
        self._here.append(line)

    def _as_shown(self, tag: str, attributes: _Attributes) -> _Begin | None:
        """Tell how to begin an element that is hidden, or that has a style that matters, instead."""
        begin = self._BEGIN.get(tag)
        style = styled(attributes.get("style", ""))
        if tag in ROOTS:
            return begin
        self._veiled = style in {VEILED, TINY}
        if begin is Page._cell and style in {VEILED, FADED}:
            return Page._veiled_cell
        if style in {HIDDEN, VEILED} or "hidden" in attributes:
            return Page._skip
        if begin is None and style is not None and tag not in BLOCKS:
            return self._BEGIN[style]
        return Page._struck_cell if begin is Page._cell and style == STRUCK else begin

    def _box(self, attributes: _Attributes) -> _End | bool:
        self._flush()
        return self._furniture(attributes) if attributes and _shown.is_furniture(attributes) else True

    def _furniture(self, _attributes: _Attributes) -> _End:
        """Begin what is there on every page of a site: dropped, unless a report could be in it."""
        self._flush()
        here, start = self._here, len(self._here)

        def end() -> None:
            self._flush()
            if self._here is here and _shown.holds_no_report(here[start:]):
                del here[start:]

        return end

    def _skip(self, _attributes: _Attributes) -> _End:
        self._skipped = 1
        return partial(self._forget, len(self._pieces))

    def _not_text(self, attributes: _Attributes, *, instead: str) -> _End:
        self._instead = instead
        return self._skip(attributes)

    def _forget(self, start: int) -> None:
        del self._pieces[start:]

    def _break(self, _attributes: _Attributes) -> bool:
        if self._preformatted:
            self._pieces.append("\n")
        else:
            self._flush()
        return False

    def _table(self, _attributes: _Attributes) -> _End:
        self._flush()
        if len(self._tables) >= self._limits.max_depth:
            raise problem("BEYOND-LIMIT", name="max_depth", limit=self._limits.max_depth)
        here, links, table = self._here, len(self._links), Table()
        self._tables.append(table)
        self._here = table.outside

        def end() -> None:
            self._flush()
            self._tables.pop()
            self._here = here
            if not _shown.is_menu(table.parts(), self._links[links:]):
                self._place(table.content(self._grids))

        return end

    def _place(self, content: Content) -> None:
        """Add what a table holds, and tell the table around it of its grids."""
        self._here += content
        if self._tables:
            grids = (part for part in content if isinstance(part, Grid))
            self._tables[-1].nested += sum(len(row) for grid in grids for row in grid.rows)

    def _group(self, _attributes: _Attributes) -> _End | bool:
        self._flush()
        if not self._tables:
            return True
        self._tables[-1].begin_group()
        self._here = self._tables[-1].outside
        return self._end_row

    def _row(self, _attributes: _Attributes) -> _End | bool:
        self._flush()
        if not self._tables:
            return True
        self._tables[-1].begin_row()
        self._here = self._tables[-1].outside
        return self._end_row

    def _end_row(self) -> None:
        self._flush()
        self._tables[-1].in_row = False
        self._here = self._tables[-1].outside

    def _cell(self, attributes: _Attributes) -> _End | bool:
        """Begin a cell, also where the one before was never closed."""
        pieces = self._pieces
        if len(pieces) == 1 and pieces[0].isspace():  # As between most cells.
            pieces.clear()
        elif pieces:
            self._flush()
        if not self._tables:
            return True
        self._instead = ""
        self._here = self._tables[-1].begin_cell(attributes)
        return self._end_cell

    def _struck_cell(self, attributes: _Attributes) -> _End | bool:
        end = self._cell(attributes)
        if self._tables:
            self._pieces.append("~~")
        return end

    def _veiled_cell(self, attributes: _Attributes) -> _End | bool:
        """Begin a cell that stands in its place, and shows nothing."""
        end = self._cell(attributes)
        self._skipped = 1

        def forget() -> None:
            self._pieces.clear()
            if end is not True:
                self._end_cell()

        return forget

    def _end_cell(self) -> None:
        if self._pieces:
            self._flush()
        if self._instead:
            if not _shown.has_words(self._here):
                self._here.append(self._instead)
            self._instead = ""
        self._here = self._tables[-1].outside

    def _list(self, _attributes: _Attributes, *, first: int | None = None) -> _End:
        self._flush()
        here, start, links = self._here, len(self._here), len(self._links)
        self._lists.append(first)

        def end() -> None:
            self._flush()
            self._lists.pop()
            if self._here is here and _shown.is_menu(here[start:], self._links[links:]):
                del here[start:]

        return end

    def _ordered(self, attributes: _Attributes) -> _End:
        return self._list(attributes, first=_shown.first_number(attributes))

    def _item(self, _attributes: _Attributes) -> _End:
        self._flush()
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
            self._number = f"{number}. "
        return self._end_item

    def _end_item(self) -> None:
        self._flush()
        self._number = ""

    def _pre(self, _attributes: _Attributes) -> _End:
        self._flush()
        self._preformatted += 1
        here, start = self._here, len(self._here)

        def end() -> None:
            self._flush()
            self._preformatted -= 1
            self._here, inside = here, here[start:]
            del here[start:]
            for is_row, group in groupby(inside, lambda part: isinstance(part, str) and BAR in part):
                parts = list(group)
                self._place([self._grids.of_lines(map(str, parts))] if is_row else parts)

        return end

    def _link(self, attributes: _Attributes) -> _End | bool:
        if "href" not in attributes:
            return False
        start, is_note = len(self._pieces), _shown.is_link_into_page(attributes["href"])

        def end() -> None:
            text = "".join(self._pieces[start:])
            self._links.append(_shown.length(text))
            if is_note and text[:1].isdigit():
                self._set_apart(start)

        return end

    def _set_apart(self, start: int) -> None:
        """Keep the number of a note, which the pieces from ``start`` on are, from the number before or behind it."""
        if self._follows_digit(start):
            self._pieces.insert(start, "^")
        elif not start:
            self._pieces.append(" ")

    def _marked(self, _attributes: _Attributes, *, before: str, after: str = "") -> _End:
        """Put marks around what must not run together with a number beside it: raised, or struck out of it."""
        if after or self._follows_digit(len(self._pieces)):
            self._pieces.append(before)
        elif not self._pieces:
            after = " "
        return partial(self._pieces.append, after)

    def _font(self, attributes: _Attributes) -> _End | bool:
        return self._marked(attributes, before="^") if _shown.is_white(attributes) else False

    def _follows_digit(self, place: int) -> bool:
        """Tell whether a digit stands before this place among the pieces."""
        before = self._pieces[max(place - _NEAR, 0) : place]
        last = next((piece.rstrip() for piece in reversed(before) if not piece.isspace()), "")
        return last[-1:].isdigit()

    def _picture(self, _attributes: _Attributes) -> bool:
        self._instead = NOT_TEXT["img"]
        return False

    def _field(self, attributes: _Attributes) -> bool:
        if _shown.is_filled_in(attributes):
            self._instead = NOT_TEXT["input"]
        return False

    def _title(self, _attributes: _Attributes) -> _End:
        self._flush()
        return self._end_title

    def _end_title(self) -> None:
        title = _shown.collapsed("".join(self._pieces))
        self._pieces.clear()
        if title:
            self._about.append(title)

    def _meta(self, attributes: _Attributes) -> bool:
        name, content = (_shown.collapsed(attributes.get(each, "")) for each in ("name", "content"))
        if name and content:
            self._about.append(f"{name}：{content}")
        return False

    _BEGIN: ClassVar[dict[str, _Begin]] = {
        **dict.fromkeys(_shown.BOXES, _box),
        **dict.fromkeys(_shown.FURNITURE, _furniture),
        **dict.fromkeys(_shown.LEFT_OUT, _skip),
        **dict.fromkeys(_shown.DRAWN, partial(_not_text, instead=NOT_TEXT["img"])),
        **dict.fromkeys(_shown.CONTROLS, partial(_not_text, instead=NOT_TEXT["input"])),
        **dict.fromkeys(("td", "th"), _cell),
        **dict.fromkeys(("thead", "tbody", "tfoot"), _group),
        **dict.fromkeys(("ul", "dl", "dir", "menu"), _list),
        **dict.fromkeys(_shown.STRUCK_OUT, partial(_marked, before="~~", after="~~")),
        FADED: _skip,
        "sup": partial(_marked, before="^"),
        "font": _font,
        "sub": partial(_marked, before="_"),
        "tr": _row,
        "table": _table,
        "ol": _ordered,
        "li": _item,
        "br": _break,
        "pre": _pre,
        "a": _link,
        "img": _picture,
        "input": _field,
        "title": _title,
        "meta": _meta,
    }
