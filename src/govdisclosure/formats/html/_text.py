"""The text of a page that somebody else published: pieces that become lines, and what must not run together in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from govdisclosure.form.blocks import Paragraph, Role
from govdisclosure.form.figures import is_figure
from govdisclosure.form.stand_ins import RAISED
from govdisclosure.formats._limits import Limits, hold
from govdisclosure.formats.html import _shown
from govdisclosure.formats.html._effects import Mark
from govdisclosure.formats.html._thresholds import LONG_LINE, NEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govdisclosure.form.blocks import Block
    from govdisclosure.formats.html._grid import Content, Table

    Attributes: TypeAlias = Mapping[str, str]
    End: TypeAlias = Callable[[], None]


# What stands behind the number of a note, until a digit is seen there or none is; no page has it.
_BEHIND: Final = "\0"
_BEFORE_DIGIT: Final = re.compile(f"(?<=[0-9]){_BEHIND}+(?=[0-9])")


class Text:
    """
    Gathers text in pieces until a block begins or ends; then it is a line of the innermost cell, or of the page.

    What begins an element gives what is due at its end: nothing, the end of a line, or more.

    Args:
        limits: The bounds within which it is read.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._about: list[str] = []
        self._body: Content = []
        self._here = self._body
        self._tables: list[Table] = []
        self._number = ""
        self._links: list[int] = []
        self._preformatted = 0
        # Whether text looks otherwise here than usual.
        self._is_shaded = False
        # How many elements are open that put marks around their text.
        self._marked = 0
        # What makes the line, as far as it is read, less than plain where it is in no table.
        self._of_line = Mark.NONE
        self._pieces: list[str] = []
        self.data: Callable[[str], None] = self._pieces.append

    def close(self) -> list[Block]:
        """
        Give what was read: what the page says of itself, then its body.

        Raises:
            ReadError: If the page has too many lines.
        """
        self.end_line()
        hold(self._limits, max_lines=len(self._body))
        about = [Paragraph(line, Role.PAGE) for line in self._about]
        return [*about, *(Paragraph(part) if isinstance(part, str) else part for part in self._body)]

    def end_line(self) -> None:
        """End the line that the pieces are."""
        pieces = self._pieces
        if self._is_shaded and pieces:
            self._set_digit_apart()
        line = "".join(pieces).strip()
        pieces.clear()
        # <sup>1</sup>12, on a line that begins with words
        if _BEHIND in line:
            line = _BEFORE_DIGIT.sub(" ", line).replace(_BEHIND, "").strip()
        if not line:
            return
        if self._preformatted:
            lines = [text for text in map(_shown.collapsed, line.split("\n")) if text]
            if self._number and lines:
                lines[0] = _shown.numbered(lines[0], self._number)
                self._number = ""
            self._here += map(self._with_mark, lines)
            self._of_line = Mark.NONE
            return
        if "  " in line or not line.isprintable():
            line = _shown.collapsed(line)
        if self._number:
            line = _shown.numbered(line, self._number)
            self._number = ""
        line = self._with_mark(line)
        if not self._tables:
            self._of_line = Mark.NONE
        if len(line) > LONG_LINE and self._tables:
            self._tables[-1].narrative += len(line)
        self._here.append(line)

    def _with_mark(self, line: str) -> str:
        """Give a line outside of tables with the mark of what makes it less than plain, if it is a figure."""
        # <p style="color:white">190</p>
        return self._of_line.text + line if self._of_line and not self._tables and is_figure(line) else line

    def _set_digit_apart(self) -> None:
        """Set a digit at the beginning of the line apart from the one before it, if it is of another size."""

    def line_break(self, _attributes: Attributes) -> bool:
        """Break the line."""
        if self._preformatted:
            self._pieces.append("\n")
        else:
            self.end_line()
        return False

    def link(self, attributes: Attributes) -> End | bool:
        """Begin a link: the length of its words tells menus, and the number of a note is kept from figures."""
        if "href" not in attributes:
            return False
        start, is_note = len(self._pieces), _shown.is_link_into_page(attributes["href"])

        def end() -> None:
            text = "".join(self._pieces[start:])
            self._links.append(_shown.length(text))
            # 12<a href="#_ftn1">1</a>
            if is_note and text[:1].isdigit():
                self.set_apart(start)

        return end

    def set_apart(self, start: int, mark: str = RAISED) -> None:
        """Keep the number of a note, which the pieces from ``start`` on are, from the number before or behind it."""
        if self._follows_digit(start):
            self._pieces.insert(start, mark)
        elif all(map(str.isspace, self._pieces[:start])):
            self._pieces.append(" ")

    def marked(self, _attributes: Attributes, *, before: str, after: str = "") -> End:
        """Put marks around what must not run together with a number beside it: raised, or struck out of it."""
        start = len(self._pieces)
        # 12<sup>①</sup>, 1<del>2</del>
        is_marked = bool(after) or self._follows_digit(start)
        if is_marked:
            self._pieces.append(before)
        # <sup>1</sup>12
        elif all(map(str.isspace, self._pieces)):
            after = " "
        elif not self._tables:
            after = _BEHIND
        self._marked += 1

        def end() -> None:
            self._marked -= 1
            # 12<s></s>
            if is_marked and len(self._pieces) == start + 1 and self._pieces[start] == before:
                self._pieces.pop()
            else:
                self._pieces.append(after)

        return end

    def _follows_digit(self, place: int) -> bool:
        """Tell whether a digit stands before this place among the pieces."""
        before = self._pieces[max(place - NEAR, 0) : place]
        last = next((piece.rstrip() for piece in reversed(before) if not piece.isspace()), "")
        return last[-1:].isdigit()

    def title(self, _attributes: Attributes) -> End:
        """Begin what the page is called."""
        self.end_line()
        return self._end_title

    def _end_title(self) -> None:
        title = _shown.collapsed("".join(self._pieces))
        self._pieces.clear()
        if title:
            self._about.append(title)

    def meta(self, attributes: Attributes) -> bool:
        """Take what a page says of itself."""
        # <meta name="PubDate" content="2022-01-20">
        name, content = (_shown.collapsed(attributes.get(each, "")) for each in ("name", "content"))
        if name and content:
            self._about.append(f"{name}：{content}")
        return False
