"""Digits of one font that are drawn in two ways: what its table of characters says of one of them is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.pdfium.pages import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.pdfium.characters import Glyph

_ALIKE: Final = 0.006
"""By how much the edges of the ink of one digit differ, in sizes; they are the same but for rounding."""


def with_doubtful_digits(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """
    Give the characters of a page, those digits as unreadable of which a font has two with one name.

    A file tells by a table of each font which characters its glyphs are, and can name a 1 a 7: copied, 11 is 77.
    """
    inks: dict[tuple[int, str], list[tuple[float, ...]]] = {}
    for glyph in glyphs:
        if glyph.text.isdigit() and glyph.run.is_straight and glyph.run.matrix.d > 0 and glyph.run.size > 0:
            inks.setdefault((glyph.run.font, glyph.text), []).append(_ink(glyph))
    doubtful = {
        name for name, drawn in inks.items() if any(max(edge) - min(edge) > _ALIKE for edge in zip(*drawn, strict=True))
    }
    return [glyph._replace(text=UNREADABLE) if (glyph.run.font, glyph.text) in doubtful else glyph for glyph in glyphs]


def _ink(glyph: Glyph) -> tuple[float, ...]:
    """Give the edges of the ink of a character from where the pen begins, in sizes of its letters."""
    run = glyph.run
    (x, y), (left, lower, right, upper) = glyph.origin, glyph.ink
    wide, high = (run.size * each / run.matrix.scale for each in (run.matrix.a, run.matrix.d))
    return (left - x) / wide, (right - x) / wide, (lower - y) / high, (upper - y) / high
