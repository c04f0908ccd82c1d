"""
How much of each character of a page a person sees.

Where a page can hide nothing (its text is dark and opaque, what is filled is light and below it), its objects tell; on
any other page the pixels do, and where something is painted over a figure, its object is drawn large.
"""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from itertools import chain, product
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.pdfium.characters import IDEOGRAPHS
from govdisclosure.pdfium.clips import share_in, share_within
from govdisclosure.pdfium.close_up import IN_DOUBT, CloseUp
from govdisclosure.pdfium.covers import Covers
from govdisclosure.pdfium.drawing import MOST_PICTURE, MOST_PIXELS, Drawing
from govdisclosure.pdfium.objects import DARK, THIN, Paint
from govdisclosure.pdfium.pages import Box
from govdisclosure.pdfium.pixels import Pixels
from govdisclosure.pdfium.touches import TOUCH, Patch, Reach, Touches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdfium2 import raw

    from govdisclosure.pdfium.characters import Glyph, Placed, Run, Setting
    from govdisclosure.pdfium.objects import Bounds, Objects, Path

HIDDEN_MODES: Final = frozenset((3, 7))
"""3 Tr draws nothing, as the text of a scan is hidden behind its picture; 7 only clips."""

LIGHT: Final = 200
"""How light a ground is at least on which dark text is seen."""

OPAQUE: Final = 255

LEAST_SEEN: Final = 0.1
"""The share of a character of which less is nothing."""

WHOLE: Final = 0.75
"""The share of a character from which on it is seen as it is; rules of a table may cover a little."""

UNTOUCHED: Final = 0.97
"""The same for a figure over which something is painted, drawn large: an 8 without its upper right corner is a 6."""

MOST_SCANS: Final = 50
"""Pictures too large to be unpacked that are looked at for each character; beyond, all are in doubt. A scan is one."""

MOST_FILLED: Final = 50_000_000
"""Square points that are filled on a page, a hundred pages full; beyond, it takes seconds to be drawn, and is not."""

TO_UNPACK: Final = 0.1
"""As how many square points a pixel counts that is unpacked."""

NEAR: Final = 0.5
"""By how many points the bounds of what is printed twice differ at most where the two are one to the eye."""


class View(NamedTuple):
    """
    A page, and what is known of it.

    Args:
        page: The page, as pdfium has it.
        objects: What is painted on it.
        setting: Which way is upright.
        size: Its width and height as it is shown.
    """

    page: raw.FPDF_PAGE
    objects: Objects
    setting: Setting
    size: tuple[float, float]


class Judge:
    """
    Tells how much of each character is seen.

    Args:
        view: The page.
        placed: Its characters.
    """

    def __init__(self, view: View, placed: Sequence[Placed]) -> None:
        self._runs = {each.glyph.run for each in placed}
        told = {run.address for run in self._runs}
        self._objects = view.objects
        self._placed = placed
        self._untold: dict[tuple[float, float], list[int]] = defaultdict(list)
        for run, text in view.objects.texts.items():
            if run not in told:
                self._untold[_corner(text.bounds)].append(run)
        self._twins_of: dict[int, list[int]] = {}
        self._setting = view.setting
        self._verdicts: dict[int, _Verdict] = {}
        self._page = Box(0.0, 0.0, *view.size)
        self._scans = [each for each in view.objects.pictures if each.pixels > MOST_PICTURE]
        self._is_plain = _is_plain(view.objects)
        self._is_crowded = len(self._scans) > MOST_SCANS or _filled(view.objects) > MOST_FILLED
        self._eyes = None if self._is_plain or self._is_crowded else _Eyes(view)

    def seen(self) -> list[tuple[Placed, float]]:
        """Give the characters that are seen, each with its share; a figure that is blacked out has the least."""
        placed = self._placed
        told = {run for run in self._runs if self._verdict(run) is _Verdict.SEEN}
        if len(told) == len(self._runs):
            return [(each, 1.0) for each in placed]
        shares = [1.0 if each.glyph.run in told else self.share(each) for each in placed]
        if self._eyes is not None:
            shares = self._closely(self._eyes, shares)
        return [(each, share) for each, share in zip(placed, shares, strict=True) if share >= LEAST_SEEN]

    def share(self, each: Placed) -> float:
        """Give the share of a character that is seen."""
        glyph = each.glyph
        run = glyph.run
        verdict = self._verdict(run)
        if verdict is not _Verdict.TO_BE_SEEN:
            return float(verdict is _Verdict.SEEN)
        ink = each.on_screen
        if glyph.text.isspace():
            return 1.0
        paint = self._objects.texts[run.address].paint
        clipped = min(share_in(ink, self._page), share_within(ink, paint, self._setting.screen))
        if self._eyes is None or clipped < LEAST_SEEN:
            return clipped if self._is_plain else min(clipped, IN_DOUBT)
        below_scan = self._share_at_scan(each)
        if below_scan is not None:
            return min(below_scan, clipped)
        share = self._eyes.pixels.share_seen(ink)
        if share is None:
            # Nothing has the letters of a font that does not come with the file: 政 in STSong, where it is missing.
            return clipped if _may_lack_letters(glyph) and not paint.is_in_layer else 0.0
        # The ink of another character, printed over a covered one, is not its own.
        if LEAST_SEEN <= share < WHOLE:
            share = self.share_alone(each)
        return min(share, clipped)

    def share_alone(self, each: Placed) -> float:
        """Give the share of a character that is seen, where others may lie over it."""
        return self._share_of(each.glyph.run.address, each.on_screen)

    def shows(self, address: int, place: Box) -> bool:
        """Tell whether ink of an object of text is seen in a place."""
        return self._share_of(address, place) >= LEAST_SEEN

    def _share_of(self, address: int, place: Box) -> float:
        return 1.0 if self._eyes is None else self._eyes.close_up.share(address, place)

    def _share_at_scan(self, each: Placed) -> float | None:
        """Give the share that is seen of a character at a picture that is too large to be unpacked; None elsewhere."""
        ink, order = each.on_screen, self._objects.texts[each.glyph.run.address].order
        for scan in self._scans:
            box = Box(*self._setting.screen.bounds(*scan.bounds))
            if box.holds(ink.middle):
                return float(scan.order < order)
            if scan.order > order and min(ink.shared(box)) > TOUCH:
                return IN_DOUBT
        return None

    def _verdict(self, run: Run) -> _Verdict:
        """Tell of all characters of an object, if that can be told, whether they are seen."""
        verdict = self._verdicts.get(run.address)
        if verdict is None:
            verdict = self._verdicts[run.address] = self._verdict_of(run)
        return verdict

    def _verdict_of(self, run: Run) -> _Verdict:
        _, paint, bounds = self._objects.texts[run.address]
        if paint.mode in HIDDEN_MODES or paint.opacity == 0 or self._setting.is_askew(run):
            return _Verdict.HIDDEN
        is_on_page = self._page.encloses(Box(*self._setting.screen.bounds(*bounds)))
        return _Verdict.SEEN if is_on_page and paint.clip is None and self._is_plain else _Verdict.TO_BE_SEEN

    def _closely(self, eyes: _Eyes, shares: Sequence[float]) -> list[float]:
        """Give the shares of characters, those of figures after a closer look where something may lie over them."""
        unseen: list[Patch] = []
        figures: list[int] = []
        for at, (each, share) in enumerate(zip(self._placed, shares, strict=True)):
            if self._verdict(each.glyph.run) is not _Verdict.TO_BE_SEEN:
                continue
            if each.char.text.isdigit():
                figures.append(at)
            if share < LEAST_SEEN:
                unseen.append(Patch(self._order(each), each.on_screen))
        touches = Touches(self._objects, self._setting.screen, unseen)
        closely = list(shares)
        for at in figures:
            closely[at] = self._share_of_figure(eyes, touches, self._placed[at], shares[at])
        return closely

    def _share_of_figure(self, eyes: _Eyes, touches: Touches, each: Placed, at_first: float) -> float:
        """Give the share that is seen of a figure after a closer look; a figure that is blacked out has the least."""
        share = at_first
        reach = touches.reach(self._order(each), each.on_screen)
        # Of a figure that lies below something as a whole, and is not seen, no more can be told.
        is_in_question = share >= WHOLE or (share < LEAST_SEEN and reach is Reach.PART)
        if reach is not Reach.NOTHING and is_in_question and self._share_at_scan(each) is None:
            closely = max(eyes.close_up.share(run, each.on_screen) for run in self._twins(each.glyph.run.address))
            share = min(closely, IN_DOUBT) if closely < UNTOUCHED else at_first
        paint = self._objects.texts[each.glyph.run.address].paint
        # A mask may take part of it away, whatever lies over it; its opacity alone does not.
        if paint.is_blended and paint.opacity == OPAQUE:
            share = min(share, IN_DOUBT)
        is_blacked_out = share < LEAST_SEEN and eyes.covers.show(self._order(each), each.on_screen)
        return LEAST_SEEN if is_blacked_out else share

    def _twins(self, run: int) -> list[int]:
        """
        Give an object of text, and those that print the same at its place.

        pdfium tells the characters of the first alone, as where a figure is typed again over a box that covers it.
        """
        twins = self._twins_of.get(run)
        if twins is None:
            own = self._objects.texts[run].bounds
            across, up = _corner(own)
            corners = product((across - 1, across, across + 1), (up - 1, up, up + 1))
            near = chain.from_iterable(self._untold.get(corner, ()) for corner in corners)
            others = [other for other in near if _are_near(own, self._objects.texts[other].bounds)]
            twins = self._twins_of[run] = [run, *sorted(others, key=self._order_of)]
        return twins

    def _order(self, each: Placed) -> int:
        return self._order_of(each.glyph.run.address)

    def _order_of(self, run: int) -> int:
        return self._objects.texts[run].order


class _Verdict(Enum):
    """What can be said of all characters of an object."""

    SEEN = "seen"
    HIDDEN = "hidden"
    TO_BE_SEEN = "to be seen"


class _Eyes:
    """The ways in which a page is looked at."""

    def __init__(self, view: View) -> None:
        screen = view.setting.screen
        drawing = Drawing(view.page, view.objects, view.size)
        self.pixels = Pixels(drawing, view.size)
        self.close_up = CloseUp(drawing, view.objects, screen)
        self.covers = Covers(view.objects, screen, self.pixels)


def _filled(objects: Objects) -> float:
    """Give how many square points are filled on a page, of one thing at most those of a large page."""
    filled = [(path.bounds, 0.0) for path in objects.paths if path.is_filled]
    filled += [(each.bounds, each.pixels * TO_UNPACK) for each in chain(objects.pictures, objects.shadings)]
    return sum(
        min(max((right - left) * (top - bottom), least), MOST_PIXELS) for (left, bottom, right, top), least in filled
    )


def _is_plain(objects: Objects) -> bool:
    """Tell whether nothing on a page can hide its text."""
    if objects.others or objects.pictures:
        return False
    first = min((text.order for text in objects.texts.values()), default=0)
    grounds = all(_is_harmless(path, first) for path in objects.paths)
    return grounds and all(_is_dark(text.paint) for text in objects.texts.values())


def _is_harmless(path: Path, first: int) -> bool:
    """Tell whether a path hides no text: it is a thin dark line, or a light ground below all text."""
    left, bottom, right, top = path.bounds
    is_below = path.order < first
    if path.pen >= THIN or (path.pen and path.light_of_pen > DARK and not is_below):
        return False
    if not path.is_filled or (min(right - left, top - bottom) < THIN and (path.light <= DARK or is_below)):
        return True
    return is_below and path.light >= LIGHT


def _is_dark(paint: Paint) -> bool:
    """Tell whether text is seen on every light ground, or draws nothing."""
    if paint.mode in HIDDEN_MODES:
        return True
    is_dark = paint.mode == 0 and paint.light <= DARK and paint.opacity == OPAQUE
    return is_dark and not (paint.is_blended or paint.shapes or paint.is_in_layer)


def _are_near(one: Bounds, other: Bounds) -> bool:
    return all(abs(edge - edge_of_other) < NEAR for edge, edge_of_other in zip(one, other, strict=True))


def _corner(bounds: Bounds) -> tuple[float, float]:
    """Give the lower left corner, in whole points."""
    return bounds[0] // 1, bounds[1] // 1


def _may_lack_letters(glyph: Glyph) -> bool:
    return not glyph.run.is_embedded and ord(glyph.text) >= IDEOGRAPHS
