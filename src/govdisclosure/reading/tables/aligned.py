"""A table of text with its lines, what it prints, and how it does: what doubts about its rows are told by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import frozen

from govdisclosure.model.structure import Table
from govdisclosure.reading.tables.alignment import Pair
from govdisclosure.reading.tables.lines import Line
from govdisclosure.reading.tables.pieces import Piece, is_bare
from govdisclosure.reading.tables.printed import Printed
from govdisclosure.reading.tables.styles import Known, Styles


@frozen
class Aligned:
    """
    A table of text, aligned to the rows of the form.

    Args:
        cls: The table.
        lines: Its lines, but for rules.
        pieces: What it prints: labels and the figures behind them.
        pairs: The pieces that are rows, in their order.
        printed: How the rows of the form among them are printed.
        heads: How the rows of heads are.
        styles: The styles that explain these.
        known: What was known of its style before.
        is_own: Whether our writer wrote it.
        is_whole: Whether nothing that repeats what stands above it has been dropped.
    """

    cls: type[Table]
    lines: Sequence[Line]
    pieces: Sequence[Piece]
    pairs: Sequence[Pair]
    printed: Mapping[Pair, Printed]
    heads: Sequence[Printed]
    styles: Styles
    known: Known
    is_own: bool
    is_whole: bool

    @cached_property
    def has_figures_beside_labels(self) -> bool:
        """Whether each figure stands on the line of its own label, and no line has bars: a label alone has none."""
        if self.known.goes_on or not all(map(is_bare, self.lines)):
            return False
        # 行政处罚 / 行政强制 5 7, or 行政处罚 / 5行政强制 7: of which row the first figure is, nobody knows.
        are_own = all(row.tells and row.figures <= row.width for row in self.printed.values())
        # 行政许可 8 / 行政处罚 / 行政强制 5; but 行政许可 / 8, of which a line can be gone
        return are_own and all(piece.label for piece in self.pieces) and any(piece.cells for piece in self.pieces)
