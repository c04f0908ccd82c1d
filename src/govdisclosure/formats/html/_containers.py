"""What holds lines in a page that somebody else published: tables, lists and preformatted text, in each other."""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.form.blocks import Grid
from govdisclosure.form.stand_ins import FIELD, PICTURE
from govdisclosure.formats._limits import Limits, beyond
from govdisclosure.formats._lines import BAR
from govdisclosure.formats.html import _shown
from govdisclosure.formats.html._grid import Grids, Table
from govdisclosure.formats.html._plain_cells import RUN, fits
from govdisclosure.formats.html._plain_lines import LINES
from govdisclosure.formats.html._shade import USUAL, is_seen_on_pale
from govdisclosure.formats.html._shading import Shading
from govdisclosure.formats.html._thresholds import MOST_AROUND, UNCLOSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.formats.html._grid import Content
    from govdisclosure.formats.html._plain_cells import Run
    from govdisclosure.formats.html._text import Attributes, End


_NUMBERING: Final = ("1", "a", "A", "i", "I")


class Containers(Shading):
    """
    Puts lines into the cells that they stand in, and numbers the items of lists.

    Args:
        limits: The bounds within which it is read.
        is_in_doubt: Whether nobody knows what is seen of any figure.
    """

    def __init__(self, limits: Limits, *, is_in_doubt: bool = False) -> None:
        super().__init__(limits)
        self._is_in_doubt = is_in_doubt
        self._grids = Grids(limits)
        self._instead = ""
        self._lists: list[int | None] = []
        # What is due at the end of each open element: nothing, the end of a line, or more.
        self._open: list[End | bool] = []
        self._deepest = UNCLOSED * limits.max_depth
        # Runs of cells and texts of paragraphs that are read already, and how many of them are in their places.
        self._runs: Sequence[Run] = ()
        self._texts: Sequence[Sequence[str]] = ()
        self._taken = self._taken_texts = 0

    def table(self, _attributes: Attributes) -> End:
        """Begin a table."""
        self.end_line()
        if self._is_shaded:
            self._end_stretch()
        if len(self._tables) >= self._limits.max_depth:
            raise beyond(self._limits, "max_depth")
        here, links = self._here, len(self._links)
        table = Table(is_in_doubt=self._is_in_doubt or self._marked > 0)
        shade = self._shade
        # <main style="display:grid"><table>, on a page
        if shade.mark is not shade.around and not self._tables:
            self._change(evolve(shade, mark=shade.around))
        self._tables.append(table)
        self._here = table.outside
        self._begin_stretch()

        def end() -> None:
            self.end_line()
            self._tables.pop()
            self._here = here
            if self._shade is not shade:
                self._change(shade)
            self._begin_stretch()
            # What has no links is no menu.
            if len(self._links) == links or not _shown.is_menu(table.parts(), self._links[links:]):
                self._place(table.content(self._grids))

        return end

    def _place(self, content: Content) -> None:
        """Add what a table holds, and tell the table around it of its grids."""
        self._here += content
        if self._tables:
            self._tables[-1].nested += sum(sum(map(len, part.rows)) for part in content if isinstance(part, Grid))

    def group(self, _attributes: Attributes) -> End | bool:
        """Begin a group of rows."""
        self.end_line()
        if not self._tables:
            return True
        self._tables[-1].begin_group()
        self._here = self._tables[-1].outside
        return self._end_group

    def row(self, _attributes: Attributes) -> End | bool:
        """Begin a row."""
        if self._pieces:
            self.end_line()
        if not self._tables:
            return True
        self._tables[-1].begin_row()
        self._here = self._tables[-1].outside
        return self._end_row

    def _end_row(self) -> None:
        if self._pieces:
            self.end_line()
        self._tables[-1].in_row = False
        self._here = self._tables[-1].outside

    def _end_group(self) -> None:
        # <tbody><td>1</td></tbody>, whose row nobody has begun
        self._end_row()

    def cell(self, attributes: Attributes) -> End | bool:
        """Begin a cell, also where the one before was never closed."""
        if RUN in attributes:
            return self._run(attributes)
        self._end_between()
        if not self._tables:
            return True
        self._instead = ""
        self._here = here = self._tables[-1].begin_cell(attributes)
        self._stretch = here, 0, 0
        return self.end_cell

    def _end_between(self) -> None:
        """End what stands between two cells."""
        pieces = self._pieces
        if self._is_shaded:
            self._end_stretch()
        if len(pieces) == 1 and pieces[0].isspace():  # As between most cells.
            pieces.clear()
        elif pieces:
            self.end_line()

    def put(self, runs: Sequence[Run], texts: Sequence[Sequence[str]]) -> None:
        """Take runs of cells and texts of paragraphs that are read already, each of which has its place on the page."""
        self._runs, self._texts = runs, texts

    @property
    def has_all(self) -> bool:
        """Whether each of them was met where nothing changes how it is seen."""
        return self._taken == len(self._runs) and self._taken_texts == len(self._texts)

    def _run(self, attributes: Attributes) -> bool:
        """Put the next run of cells into its place; another one, and one in unusual surroundings, is left out."""
        is_next = attributes == {RUN: str(self._taken)}
        if is_next and self._tables and self._is_usual(self._runs[self._taken]):
            self._end_between()
            self._tables[-1].add(self._runs[self._taken])
            self._taken += 1
            self._instead = ""
            self._before = USUAL
            self._here = here = self._tables[-1].outside
            self._stretch = here, len(here), 0
        return False

    def _is_usual(self, run: Run) -> bool:
        """Tell whether nothing around a run of cells changes what is seen in them."""
        if self._number or self._preformatted or len(self._open) + MOST_AROUND > self._deepest:
            return False
        # What is around the first of several rows is not around the others.
        is_in_row = self._tables[-1].in_row and self._open[-1] == self._end_row
        if len(run) > 1 and not is_in_row:
            return False
        shade = self._shade
        return shade is USUAL or (is_seen_on_pale(shade) and (shade.room == math.inf or fits(run, shade.room)))

    def paragraphs(self, attributes: Attributes) -> bool:
        """Put the texts of the next paragraphs into their place; others, and those in a table, are left out."""
        self.end_line()
        if not self._tables and len(self._open) + MOST_AROUND <= self._deepest:
            for text in self.take_texts(attributes):
                self._pieces.append(text)
                self.end_line()
        return True

    def take_texts(self, attributes: Attributes) -> Sequence[str]:
        """Give the texts of a place, if it is that of the next ones."""
        if attributes != {LINES: str(self._taken_texts)}:
            return ()
        self._taken_texts += 1
        return self._texts[self._taken_texts - 1]

    def end_cell(self) -> None:
        """End a cell; one that holds no words, but something else, shows what that was."""
        if self._is_shaded or self._before is not USUAL:
            self._end_stretch()
            self._before = USUAL
        if self._pieces:
            self.end_line()
        if self._instead:
            if not _shown.has_words(self._here):
                self._here.append(self._instead)
            self._instead = ""
        self._here = here = self._tables[-1].outside
        self._stretch = here, len(here), 0

    def picture(self, _attributes: Attributes) -> bool:
        """Take a picture, which may show a figure."""
        self._instead = PICTURE
        return False

    def field(self, attributes: Attributes) -> bool:
        """Take a control that somebody may have filled in, or that is a picture."""
        if attributes.get("type", "").lower() == "image":
            return self.picture(attributes)
        if _shown.is_filled_in(attributes):
            self._instead = FIELD
        return False

    def list(self, _attributes: Attributes, *, first: int | None = None) -> End:
        """Begin a list, whose items have the numbers from ``first`` on, or none."""
        self.end_line()
        here, start, links = self._here, len(self._here), len(self._links)
        self._lists.append(first)

        def end() -> None:
            self.end_line()
            self._lists.pop()
            if self._here is here and _shown.is_menu(here[start:], self._links[links:]):
                del here[start:]

        return end

    def ordered(self, attributes: Attributes) -> End:
        """Begin a list with numbers."""
        return self.list(attributes, first=_shown.first_number(attributes))

    def item(self, attributes: Attributes) -> End:
        """Begin an item of a list."""
        self.end_line()
        number = self._lists[-1] if self._lists else None
        # <ul><li type=1>, which shows the number that nobody has written
        if number is None and attributes.get("type", "") in _NUMBERING:
            self._instead = PICTURE
        if number is not None:
            self._lists[-1] = number + 1
            self._number = f"{number}. "
        return self._end_item

    def _end_item(self) -> None:
        self.end_line()
        # <td><ol start="3"><li></li></ol></td>, in which a 3 is seen
        if self._number and self._tables:
            self._here.append(self._number.rstrip())
        self._number = ""

    def pre(self, _attributes: Attributes) -> End:
        """Begin text whose lines are kept; those with bars are rows of a table."""
        self.end_line()
        self._preformatted += 1
        here, start = self._here, len(self._here)

        def end() -> None:
            self.end_line()
            self._preformatted -= 1
            self._here, inside = here, here[start:]
            del here[start:]
            # 规章 | 0 | 0 | 5
            for is_row, group in groupby(inside, lambda part: isinstance(part, str) and BAR in part):
                parts = [*group]
                self._place([self._grids.of_lines(map(str, parts))] if is_row else parts)

        return end
