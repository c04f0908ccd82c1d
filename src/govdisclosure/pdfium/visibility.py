"""
What of a page a person sees.

A character that is covered, clipped away, transparent, off the page, in a layer that is off, or of the colour of its
ground is not there. One that is partly so, or that something is printed over, stands as unreadable if it is a figure.
Where a page can hide nothing (its text is dark and opaque, what is filled is light and below it), its objects tell;
on any other page the pixels do.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from govdisclosure.pdfium.characters import IDEOGRAPHS
from govdisclosure.pdfium.covers import Covers
from govdisclosure.pdfium.lines import lines_of
from govdisclosure.pdfium.objects import THIN, Paint
from govdisclosure.pdfium.overlaps import TWICE, Mark, overprinted, struck, tile_of, tiles_around
from govdisclosure.pdfium.pages import UNREADABLE, Box, Char, Edge, SeenPage
from govdisclosure.pdfium.pixels import MOST_PICTURE, Pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pypdfium2 import raw

    from govdisclosure.pdfium.annotations import Annotation
    from govdisclosure.pdfium.characters import Glyph, Placed, Run, Setting
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

USUAL_SIZE: Final = 10.0
"""The size of letters where nothing tells it."""


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


def seen_page(view: View, number: int, placed: Sequence[Placed]) -> SeenPage:
    """
    Give what is seen of a page.

    Args:
        view: The page.
        number: Its number, from 1.
        placed: Its characters.
    """
    setting = view.setting
    lines = lines_of(view.objects.paths, setting.shown)
    judge = _Judge(view)
    seen = judge.seen(placed)
    marks = _marks(seen)
    mixed = overprinted(marks)
    buried = {place for place in mixed if judge.share_alone(seen[place][0]) < LEAST_SEEN}
    if buried:
        seen = [each for place, each in enumerate(seen) if place not in buried]
        marks = _marks(seen)
        mixed = overprinted(marks)
    mixed |= struck(marks, lines.strokes)
    mixed |= _doubled(seen, view)
    chars = [
        each.char if share >= WHOLE and each.is_sure and place not in mixed else _in_doubt(each.char)
        for place, (each, share) in enumerate(seen)
    ]
    hidden = sum(not each.char.text.isspace() for each in placed) - sum(not char.text.isspace() for char in chars)
    pictures = [Box(*setting.shown.bounds(*each.bounds)) for each in view.objects.pictures]
    return SeenPage(number, setting.width, setting.height, hidden, chars, lines.edges, [*pictures, *lines.drawings])


def with_annotations(page: SeenPage, annotations: Sequence[Annotation], setting: Setting) -> SeenPage:
    """
    Put figures in doubt where an annotation shows something else, or where nothing tells how it looks.

    A viewer may show the value of a form field, and not the appearance that the file has of it.
    """
    chars, edges = list(page.chars), page.edges
    for annotation in annotations:
        box = Box(*setting.shown.bounds(*annotation.bounds))
        # The frame of a form field is no rule of the table in which it stands.
        edges = [edge for edge in edges if not _is_within(edge, box)]
        within = [at for at, char in enumerate(chars) if box.holds(_middle(char))]
        shown = "".join(chars[at].text for at in within if not chars[at].text.isspace())
        if annotation.has_appearance and annotation.value.replace(",", "") in {"", shown.replace(",", "")}:
            continue
        for at in within:
            chars[at] = _in_doubt(chars[at])
        if annotation.is_text and annotation.value:
            chars.append(_unreadable_in(box))
    return page._replace(chars=chars, edges=edges)


def _is_within(edge: Edge, box: Box) -> bool:
    if edge.is_across:
        return box.holds((edge.start, edge.at)) and box.holds((edge.end, edge.at))
    return box.holds((edge.at, edge.start)) and box.holds((edge.at, edge.end))


def _middle(char: Char) -> tuple[float, float]:
    return (char.left + char.right) / 2, (char.top + char.bottom) / 2


def _unreadable_in(box: Box) -> Char:
    across, down = box.middle
    size = max(min(box.width, box.height, USUAL_SIZE), 1.0)
    return Char(
        UNREADABLE, across - size / 4, across + size / 4, down - size / 2, down + size / 2, size, down + size / 4
    )


def _doubled(seen: Sequence[tuple[Placed, float]], view: View) -> set[int]:
    """
    Give the places of characters that are printed twice, but too far apart for makeshift bold.

    pdfium leaves out an object with the same text that lies over more than half of another one: 11 set close is 1.
    """
    told = {each.glyph.run.address for each, _ in seen}
    left_out = [
        Box(*view.setting.screen.bounds(*text.bounds))
        for address, text in view.objects.texts.items()
        if address not in told and text.paint.mode not in HIDDEN_MODES
    ]
    places: set[int] = set()
    for box in left_out if told else ():
        for place, (each, _) in enumerate(seen):
            other = Box(*view.setting.screen.bounds(*view.objects.texts[each.glyph.run.address].bounds))
            apart = max(abs(box.left - other.left), abs(box.top - other.top))
            is_same = abs(box.width - other.width) + abs(box.height - other.height) < 1 and min(box.shared(other)) > 0
            if is_same and apart > TWICE * (each.char.right - each.char.left):
                places.add(place)
    return places


def _marks(seen: Sequence[tuple[Placed, float]]) -> list[Mark]:
    """Give the figures, and the characters near them."""
    near: set[tuple[float, float]] = set()
    for each, _ in seen:
        if each.char.text.isdigit():
            near.update(tiles_around(each.ink))
    return [
        Mark(each.char.text, place, each.ink, each.char.right - each.char.left)
        for place, (each, _) in enumerate(seen)
        if (tile_of(each.ink) in near or each.char.size >= USUAL_SIZE * 2) and not each.char.text.isspace()
    ]


def _in_doubt(char: Char) -> Char:
    """Give a character that is seen in part, or lies on its side, where 12 could be 21: a figure is unreadable then."""
    return char._replace(text=UNREADABLE) if char.text.isdigit() else char


class _Verdict(Enum):
    """What can be said of all characters of an object."""

    SEEN = "seen"
    HIDDEN = "hidden"
    TO_BE_SEEN = "to be seen"


class _Judge:
    """Tells how much of each character is seen, by the objects alone or by the pixels."""

    def __init__(self, view: View) -> None:
        self._objects = view.objects
        self._setting = view.setting
        self._verdicts: dict[int, _Verdict] = {}
        self._page = Box(0.0, 0.0, *view.size)
        self._scans = [each for each in view.objects.pictures if each.pixels > MOST_PICTURE]
        self.pixels = None if self.is_plain() else Pixels(view.page, view.objects, *view.size)
        self._covers = None if self.pixels is None else Covers(view.objects, view.setting.screen, self.pixels)

    def is_plain(self) -> bool:
        """Tell whether nothing on the page can hide its text."""
        objects = self._objects
        if objects.others or objects.pictures:
            return False
        first = min((text.order for text in objects.texts.values()), default=0)
        grounds = all(_is_harmless(path, first) for path in objects.paths)
        return grounds and all(_is_plain(text.paint) for text in objects.texts.values())

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
        box = Box(*self._setting.screen.bounds(*bounds))
        is_on_page = self._page.holds((box.left, box.top)) and self._page.holds((box.right, box.bottom))
        return _Verdict.SEEN if is_on_page and paint.clip is None and self.pixels is None else _Verdict.TO_BE_SEEN

    def seen(self, placed: Iterable[Placed]) -> list[tuple[Placed, float]]:
        """Give the characters that are seen, each with its share; a figure that is blacked out has the least."""
        seen: list[tuple[Placed, float]] = []
        for each in placed:
            share = 1.0 if self._verdict(each.glyph.run) is _Verdict.SEEN else self.share(each)
            if share < LEAST_SEEN and self._is_blacked_out(each):
                share = LEAST_SEEN
            if share >= LEAST_SEEN:
                seen.append((each, share))
        return seen

    def _is_blacked_out(self, each: Placed) -> bool:
        run = each.glyph.run
        if self._covers is None or not each.char.text.isdigit() or self._verdict(run) is _Verdict.HIDDEN:
            return False
        return self._covers.show(self._objects.texts[run.address].order, each.on_screen)

    def share(self, each: Placed) -> float:
        """Give the share of a character that is seen."""
        glyph = each.glyph
        run = glyph.run
        verdict = self._verdict(run)
        if verdict is not _Verdict.TO_BE_SEEN:
            return float(verdict is _Verdict.SEEN)
        ink = each.on_screen
        if glyph.text.isspace() or not self._page.holds(ink.middle):
            return float(glyph.text.isspace())
        order, paint, _ = self._objects.texts[run.address]
        clipped = _share_within(ink, paint, self._setting.screen.bounds)
        if self.pixels is None or clipped < LEAST_SEEN:
            return clipped
        for scan in self._scans:
            if Box(*self._setting.screen.bounds(*scan.bounds)).holds(ink.middle):
                return clipped if scan.order < order else 0.0
        share = self.pixels.share_seen(ink)
        if share is None:
            # Nothing has the letters of a font that does not come with the file: 政 in STSong, where it is missing.
            return clipped if _may_lack_letters(glyph) and not paint.is_in_layer else 0.0
        # The ink of another character, printed over a covered one, is not its own.
        if LEAST_SEEN <= share < WHOLE:
            share = self.share_alone(each)
        return min(share, clipped)

    def share_alone(self, each: Placed) -> float:
        """Give the share of a character that is seen, where others may lie over it."""
        run = each.glyph.run.address
        if self.pixels is None:
            return 1.0
        return self.pixels.share_alone(run, each.on_screen)


def _is_harmless(path: Path, first: int) -> bool:
    """Tell whether a path hides no text: it is a thin line, or a light ground below all text."""
    left, bottom, right, top = path.bounds
    if path.pen >= THIN:
        return False
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
    return not glyph.run.is_embedded and ord(glyph.text) >= IDEOGRAPHS
