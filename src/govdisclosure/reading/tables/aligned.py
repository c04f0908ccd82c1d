"""A table of text with its lines, what it prints, and how it does: what doubts about its rows are told by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from govdisclosure.model.structure import Table
from govdisclosure.reading.tables.alignment import Pair
from govdisclosure.reading.tables.lines import Line
from govdisclosure.reading.tables.pieces import Piece
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
