"""
Marks in the cells of a table: before text that a person may not see as it stands in the page.

A line of the page that is nothing but a figure may be a cell, too: of a table that is made of boxes or paragraphs.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govdisclosure.form.figures import is_figure
from govdisclosure.formats.html._effects import Mark
from govdisclosure.formats.html._shade import USUAL
from govdisclosure.formats.html._shown import counts
from govdisclosure.formats.html._text import Text
from govdisclosure.formats.html._thresholds import DIGIT

if TYPE_CHECKING:
    from govdisclosure.formats._limits import Limits
    from govdisclosure.formats.html._effects import Look
    from govdisclosure.formats.html._grid import Content
    from govdisclosure.formats.html._shade import Shade
    from govdisclosure.formats.html._text import End


class Shading(Text):
    """
    Knows how the text that is read looks, and marks what is not plain.

    Text of one look is a stretch: it ends where an element of another look begins or ends, or a cell does.

    Args:
        limits: The bounds within which it is read.
    """

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self._shade: Shade = USUAL
        self._before: Shade = USUAL
        self._begin_stretch()

    def _set_digit_apart(self) -> None:
        # <td style="font-size:14px"><p><small>29</small>6</p>
        if not (self._tables and self._shade.is_other_size(self._before)):
            return
        here, lines, start = self._stretch
        is_same_line = here is self._here and len(here) == lines
        if is_same_line and "".join(self._pieces[start:]).lstrip()[:1].isdigit():
            self.set_apart(start, Mark.APART.text)

    def enter(self, look: Look, mark: Mark) -> End:
        """Begin text of another look; give what ends it."""
        before = self._shade
        self._change(before.under(look, mark))
        return partial(self._change, before)

    def _change(self, shade: Shade) -> None:
        """Let text look otherwise from here on."""
        self._end_stretch()
        self._shade = shade
        self._is_shaded = shade is not USUAL
        self._begin_stretch()

    def _begin_stretch(self) -> None:
        self._stretch = self._here, len(self._here), len(self._pieces)

    def _end_stretch(self) -> None:
        """Mark the text since the stretch began, if it is in a cell and counts."""
        here, lines, start = self._stretch
        shade = self._shade
        if here is not self._here or len(here) != lines:
            start = 0
            if shade is not USUAL:
                self._mark_lines(here, lines, shade)
        text = "".join(self._pieces[start:]) if here is self._here else ""
        if text and not text.isspace():
            if shade is not USUAL and self._tables:
                self._mark_pieces(text, start, shade)
            elif shade is not USUAL:
                self._of_line = max(self._of_line, _alone(self._mark_of(text, shade)))
            self._before = shade
        # 1<b style="display:inline-block;width:50px"></b>0
        elif shade.mark is Mark.APART:
            self._pieces.append(Mark.APART.text)

    def _mark_lines(self, here: Content, start: int, shade: Shade) -> None:
        for place in range(start, len(here)):
            line = here[place]
            if isinstance(line, str):
                here[place] = _alone(self._mark_of(line, shade)).text + line

    def _mark_of(self, text: str, shade: Shade) -> Mark:
        if not (counts(text) if self._tables else is_figure(text.strip())):
            return Mark.NONE
        return Mark.UNSEEN if len(text.strip()) * DIGIT > shade.room else shade.seen_as

    def _mark_pieces(self, text: str, start: int, shade: Shade) -> None:
        mark = self._mark_of(text, shade)
        if not mark.is_of_neighbours:
            self._pieces.insert(start, mark.text)
            return
        if mark is Mark.NONE and shade.is_other_size(self._before) and text.lstrip()[:1].isdigit():
            self.set_apart(start, Mark.APART.text)
        elif mark:
            self.set_apart(start, mark.text)
            self._pieces.append(Mark.APART.text)


def _alone(mark: Mark) -> Mark:
    """Give what a mark is where the text has no neighbours in its line."""
    return Mark.NONE if mark.is_of_neighbours else mark
