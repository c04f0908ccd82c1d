"""How the words of a table look by what the table, its style, its rows and its cells say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.formats.docx._colours import WHITE, ground_of
from govdisclosure.formats.docx._effects import Place
from govdisclosure.formats.docx._oddities import INDENT, is_too_low
from govdisclosure.formats.docx._styles import CORNERS, INSIDE, REGIONS, stated_in
from govdisclosure.formats.docx._words import BREAK
from govdisclosure.formats.docx._xml import child_of, value_of, w

if TYPE_CHECKING:
    from govdisclosure.formats.docx._colours import Colour
    from govdisclosure.formats.docx._styles import Styles
    from govdisclosure.formats.docx._xml import Element


class TableLooks:
    """
    Tells how words look in the cells of a table, row by row.

    Args:
        table: The table.
        styles: The styles of the document.
        places: The places that are known from other tables.

    Attributes:
        has_indents: Whether paragraphs in it have indents, as in few.
    """

    def __init__(self, table: Element, styles: Styles, places: dict[Place, Place]) -> None:
        properties = child_of(table, "tblPr")
        named = value_of(properties, "tblStyle")
        self._style = named if named in styles else styles.usual_of_tables
        # Word frames each paragraph of a table that floats on the page.
        first = next(table.iter(w("p")), None)
        self.has_indents = next(table.iter(INDENT), None) is not None
        self._is_framed = "framePr" in stated_in(first, "pPr")
        shading = child_of(properties, "shd")
        self._ground = ground_of(shading) or ground_of(styles.looks(self._style, "tcPr").get("shd")) or WHITE
        self._regions = styles.regions(self._style)
        self._row: frozenset[str] = frozenset(INSIDE)
        self._height: Element | None = None
        self._is_cut_off = False
        self._places: dict[tuple[object, ...], Place] = {}
        self._known = places

    def begin_row(self, properties: Element | None, *, is_first: bool, is_last: bool) -> None:
        """Begin a row with these properties."""
        self._height = child_of(properties, "trHeight")
        self._is_cut_off = is_too_low(self._height)
        edges = (("firstRow", is_first), ("lastRow", is_last))
        self._row = frozenset(INSIDE).union(name for name, is_there in edges if is_there)

    @property
    def has_height(self) -> bool:
        """Whether this row says how high it is, as few do."""
        return self._height is not None

    def cuts_off(self, text: str) -> bool:
        """Tell whether this row is too low for the last line of a text."""
        return is_too_low(self._height, text.rstrip().count(BREAK))

    def of_cell(self, shading: Element | None, *, is_first: bool, is_last: bool) -> Place:
        """
        Tell how words look in a cell of this row: in bands that it may be in, and at edges where it is at one.

        Args:
            shading: What the cell says of its ground.
            is_first: Whether it is the first of its row.
            is_last: Whether it is the last of its row.
        """
        own = ground_of(shading)
        key = (self._row, self._is_cut_off, is_first, is_last, own)
        place = self._places.get(key)
        if place is None:
            made = self._place(own, is_first=is_first, is_last=is_last)
            # One and the same for all cells that look so, which is told from others sooner than its like.
            place = self._places[key] = self._known.setdefault(made, made)
        return place

    def _place(self, own: Colour | None, *, is_first: bool, is_last: bool) -> Place:
        edges = (("firstCol", is_first), ("lastCol", is_last))
        corners = CORNERS if (is_first or is_last) and len(self._row) > len(INSIDE) else ()
        regions = self._row.union(corners, (name for name, is_there in edges if is_there))
        known = regions.intersection(self._regions)
        return Place(own or self._ground_of(known), self._style, known, self._is_cut_off, self._is_framed)

    def _ground_of(self, regions: frozenset[str]) -> Colour:
        ground = self._ground
        for name in REGIONS:
            if name in regions:
                ground = ground_of(self._regions[name].cells.get("shd")) or ground
        return ground
