"""
What of a page a person sees.

A character that is covered, clipped away, transparent, off the page, in a layer that is off, or of the colour of its
ground is not there. One that is partly so, or that something is printed over, stands as unreadable if it is a figure.
Where a page can hide nothing (its text is dark and opaque, what is filled is light and below it), its objects tell;
on any other page the pixels do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.pdfium.lines import lines_of
from govdisclosure.pdfium.objects import THIN, Paint
from govdisclosure.pdfium.overlaps import Mark, overprinted, struck
from govdisclosure.pdfium.pages import UNREADABLE, Box, Char, SeenPage
from govdisclosure.pdfium.pixels import MOST_PICTURE, Pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pypdfium2 import raw

    from govdisclosure.pdfium.characters import Glyph, Placed, Setting
    from govdisclosure.pdfium.objects import Objects, Path

HIDDEN_MODES: Final = frozenset((3, 7))
"""3 Tr draws nothing, as the text of a scan is hidden behind its picture; 7 only clips."""

DARK: Final = 150
"""How light text is at most, of 255, that is seen on every light ground."""

LIGHT: Final = 200
"""How light a ground is at least on which dark text is seen."""

OPAQUE: Final = 255

LEAST_SEEN: Final = 0.1
"""The share of a character of which less is nothing."""

WHOLE: Final = 0.75
"""The share of a character from which on it is seen as it is; rules of a table may cover a little."""

_UNKNOWN: Final = (0, Paint(0, 0.0, OPAQUE, False, None, False, False))
"""How a character is painted whose object was not met among those of its page."""

_IDEOGRAPHS: Final = 0x2E80
"""The first of the characters for which pdfium has no letters of its own."""


def seen_page(
    page: raw.FPDF_PAGE, number: int, objects: Objects, placed: Sequence[Placed], setting: Setting, size: tuple[float, float]
) -> SeenPage:
    """
    Give what is seen of a page.

    Args:
        page: The page, as pdfium has it.
        number: Its number, from 1.
        objects: What is painted on it.
        placed: Its characters.
        setting: Which way is upright.
        size: Its width and height as it is shown.
    """
    lines = lines_of(objects.paths, setting.shown)
    judge = _Judge(objects, setting, size, placed)
    if not judge.is_plain():
        judge.pixels = Pixels(page, objects, *size)
    seen = [(each, share) for each in placed if (share := judge.share(each)) >= LEAST_SEEN]
    mixed = overprinted(_marks(seen))
    buried = {place for place in mixed if not judge.shows(seen[place][0])}
    if buried:
        seen = [each for place, each in enumerate(seen) if place not in buried]
        mixed = overprinted(_marks(seen))
    mixed |= struck(_marks(seen), lines.strokes)
    chars = [_told(each, is_whole=share >= WHOLE and place not in mixed) for place, (each, share) in enumerate(seen)]
    hidden = sum(not each.char.text.isspace() for each in placed) - sum(not char.text.isspace() for char in chars)
    pictures = [Box(*setting.shown.bounds(*each.bounds)) for each in objects.pictures]
    return SeenPage(number, setting.width, setting.height, hidden, chars, lines.edges, [*pictures, *lines.drawings])


def _marks(seen: Sequence[tuple[Placed, float]]) -> list[Mark]:
    return [
        Mark(each.char.text, place, each.ink, each.char.right - each.char.left)
        for place, (each, _) in enumerate(seen)
        if not each.char.text.isspace()
    ]


def _told(each: Placed, *, is_whole: bool) -> Char:
    """Give a character; a figure is unreadable in part, and on its side, where 12 could be 21."""
    text = each.char.text
    is_sure = is_whole and each.is_upright
    return each.char if is_sure or not text.isdigit() else each.char._replace(text=UNREADABLE)


class _Judge:
    """Tells how much of each character is seen, by the objects alone or by the pixels."""

    def __init__(
        self, objects: Objects, setting: Setting, size: tuple[float, float], placed: Sequence[Placed]
    ) -> None:
        self._objects = objects
        self._screen = setting.screen
        self._page = Box(0.0, 0.0, *size)
        self._placed = placed
        self._scans = [each for each in objects.pictures if each.pixels > MOST_PICTURE]
        self.pixels: Pixels | None = None

    def is_plain(self) -> bool:
        """Tell whether nothing on the page can hide its text."""
        objects = self._objects
        if objects.others or objects.pictures:
            return False
        first = min((order for order, _ in objects.texts.values()), default=0)
        grounds = all(_is_harmless(path, first) for path in objects.paths)
        return grounds and all(_is_plain(paint) for _, paint in objects.texts.values())

    def share(self, each: Placed) -> float:
        """Give the share of a character that is seen."""
        glyph = each.glyph
        order, paint = self._objects.texts.get(glyph.run.address, _UNKNOWN)
        ink = each.on_screen
        if each.is_askew or paint.mode in HIDDEN_MODES or paint.opacity == 0 or not self._page.holds(ink.middle):
            return 0.0
        if glyph.text.isspace():
            return 1.0
        clipped = _share_within(ink, paint, self._screen.bounds)
        if self.pixels is None or clipped < LEAST_SEEN:
            return clipped
        for scan in self._scans:
            if Box(*self._screen.bounds(*scan.bounds)).holds(ink.middle):
                return clipped if scan.order < order else 0.0
        share = self.pixels.share_seen(ink)
        if share is None:
            # Nothing has the letters of a font that does not come with the file: 政 in STSong, where it is missing.
            return clipped if _may_lack_letters(glyph) and not paint.is_in_layer else 0.0
        # The ink of another character, printed over a covered one, is not its own.
        if LEAST_SEEN <= share < WHOLE and not self.shows(each):
            return 0.0
        return min(share, clipped)


    def shows(self, each: Placed) -> bool:
        """Tell whether something of a character that others lie over is seen by itself."""
        run = each.glyph.run.address
        if self.pixels is None or run not in self._objects.texts:
            return True
        return self.pixels.shows(run, each.on_screen)


def _is_harmless(path: Path, first: int) -> bool:
    """Tell whether a path hides no text: it is a line, or a light ground below all text."""
    left, bottom, right, top = path.bounds
    if not path.is_filled or min(right - left, top - bottom) < THIN:
        return True
    return path.order < first and path.light >= LIGHT


def _is_plain(paint: Paint) -> bool:
    if paint.mode in HIDDEN_MODES:
        return True
    is_dark = paint.mode == 0 and paint.light <= DARK and paint.opacity == OPAQUE
    return is_dark and not (paint.is_blended or paint.is_clipped_oddly or paint.is_in_layer)


def _share_within(ink: Box, paint: Paint, moved: Callable[..., tuple[float, float, float, float]]) -> float:
    """Give the share of a character that lies within what it is clipped to."""
    if paint.clip is None:
        return 1.0
    width, height = ink.shared(Box(*moved(*paint.clip)))
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(ink.width * ink.height, width * height)


def _may_lack_letters(glyph: Glyph) -> bool:
    return not glyph.run.is_embedded and ord(glyph.text) >= _IDEOGRAPHS
