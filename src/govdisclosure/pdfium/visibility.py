"""
What of a page a person sees.

A character that is covered, clipped away, transparent, off the page, in a layer that is off, or of the colour of its
ground is not there. One that is partly so, or that something is printed over, stands as unreadable if it is a figure.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final

from govdisclosure.pdfium.judge import HIDDEN_MODES, LEAST_SEEN, WHOLE, Judge
from govdisclosure.pdfium.lines import lines_of
from govdisclosure.pdfium.overlaps import MOST_LOOKS, TWICE, Mark, is_large, overprinted, struck, tile_of, tiles_around
from govdisclosure.pdfium.pages import UNREADABLE, Box, Char, Edge, SeenPage
from govdisclosure.pdfium.touches import TOUCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.pdfium.annotations import Annotation
    from govdisclosure.pdfium.characters import Placed, Run, Setting
    from govdisclosure.pdfium.judge import View
    from govdisclosure.pdfium.objects import Paint

HEIGHT: Final = 0.72
"""How high figures are, in sizes."""

USUAL_SIZE: Final = 10.0
"""The size of letters where nothing tells it."""


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
    judge = Judge(view, placed)
    seen = in_sight = judge.seen()
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
    hidden = _inked(each.char for each in placed) - _inked(chars) if len(chars) < len(placed) else 0
    chars += map(_in_doubt, _left_out(in_sight, placed, view, judge))
    pictures = [*(Box(*setting.shown.bounds(*each.bounds)) for each in view.objects.pictures), *lines.drawings]
    pictures += _slanting(view, placed)
    return SeenPage(number, setting.width, setting.height, hidden, chars, lines.edges, pictures, lines.shapes)


def _inked(chars: Iterable[Char]) -> int:
    return sum(not char.text.isspace() for char in chars)


def with_annotations(page: SeenPage, annotations: Sequence[Annotation], setting: Setting) -> SeenPage:
    """
    Put figures in doubt where an annotation shows something else, or where nothing tells how it looks.

    A viewer may show the value of a form field, and not the appearance that the file has of it.
    """
    # An annotation is looked at for what stands on the page, and for what those before it have put there.
    on_page = len(page.chars) + len(page.edges) + len(page.shapes) + len(annotations)
    if len(annotations) * on_page > MOST_LOOKS:
        return _all_in_doubt(page, annotations, setting)
    chars, edges, pictures, shapes = list(page.chars), page.edges, list(page.pictures), page.shapes
    for annotation in annotations:
        box = Box(*setting.shown.bounds(*annotation.bounds))
        # The frame of a form field is no rule of the table in which it stands.
        edges = [edge for edge in edges if not _is_within(edge, box)]
        if annotation.is_field:
            shapes = [shape for shape in shapes if not box.encloses(shape)]
        # Of what a viewer draws by itself, an edge is enough: it may cover the rest of a figure.
        is_under = _stands_in if annotation.has_appearance else _reaches
        within = [at for at, char in enumerate(chars) if is_under(box, char)]
        shown = "".join(chars[at].text for at in within if not chars[at].text.isspace())
        if annotation.has_appearance and annotation.value.replace(",", "") in {"", shown.replace(",", "")}:
            continue
        for at in within:
            chars[at] = _in_doubt(chars[at])
        if annotation.is_text and annotation.value:
            chars.append(_unreadable_in(box))
        if annotation.is_drawn:
            pictures.append(box)
    return page._replace(chars=chars, edges=edges, pictures=pictures, shapes=shapes)


def _all_in_doubt(page: SeenPage, annotations: Sequence[Annotation], setting: Setting) -> SeenPage:
    """Put all figures in doubt, those that are on the page and those that annotations put on it."""
    boxes = [Box(*setting.shown.bounds(*annotation.bounds)) for annotation in annotations]
    put = list(zip(annotations, boxes, strict=True))
    values = [_unreadable_in(box) for annotation, box in put if annotation.is_text and annotation.value]
    drawn = [box for annotation, box in put if annotation.is_drawn]
    return page._replace(chars=[*map(_in_doubt, page.chars), *values], pictures=[*page.pictures, *drawn])


def _is_within(edge: Edge, box: Box) -> bool:
    if edge.is_across:
        return box.holds((edge.start, edge.at)) and box.holds((edge.end, edge.at))
    return box.holds((edge.at, edge.start)) and box.holds((edge.at, edge.end))


def _reaches(box: Box, char: Char) -> bool:
    """Tell whether a box reaches over a figure, which stands on its line and is lower than its letters."""
    ink = Box(char.left, char.foot - HEIGHT * char.size, char.right, char.foot)
    return min(ink.shared(box)) > TOUCH


def _stands_in(box: Box, char: Char) -> bool:
    return box.holds(((char.left + char.right) / 2, (char.top + char.bottom) / 2))


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
    screen, texts = view.setting.screen, view.objects.texts
    told = {each.glyph.run.address for each, _ in seen}
    small: dict[tuple[float, float], list[Box]] = defaultdict(list)
    large: list[Box] = []
    for address, text in texts.items():
        if address not in told and text.paint.mode not in HIDDEN_MODES:
            box = Box(*screen.bounds(*text.bounds))
            (large if is_large(box) else small[tile_of(box)]).append(box)
    if not small and not large:
        return set()
    left = MOST_LOOKS
    aparts: dict[int, float] = {}
    for address in told:
        own = Box(*screen.bounds(*texts[address].bounds))
        around = tiles_around(own)
        near = list(chain(large, *(small.get(tile, ()) for tile in around)))
        left -= len(around) + len(near)
        if left < 0:
            return set(range(len(seen)))
        aparts[address] = max((_apart(own, other) for other in near), default=0.0)
    return {
        place
        for place, (each, _) in enumerate(seen)
        if aparts[each.glyph.run.address] > TWICE * (each.char.right - each.char.left)
    }


def _left_out(
    seen: Sequence[tuple[Placed, float]], placed: Sequence[Placed], view: View, judge: Judge
) -> Iterator[Char]:
    """
    Give the characters that are covered where pdfium has left out another one, which is seen.

    Of two that are alike it tells the first: what is 12, typed over a white box on 10, would be 2.
    """
    if len(seen) == len(placed):
        return
    painted = {address: text for address, text in view.objects.texts.items() if text.paint.mode not in HIDDEN_MODES}
    bounds = [(address, Box(*view.setting.screen.bounds(*text.bounds))) for address, text in painted.items()]
    told: dict[int, list[Box]] = defaultdict(list)
    for each, _ in seen:
        told[each.glyph.run.address].append(each.on_screen)
    kept = {id(each) for each, _ in seen}
    left = MOST_LOOKS
    for each in placed:
        if id(each) in kept or each.glyph.run.address not in painted:
            continue
        place = each.on_screen
        over = [address for address, box in bounds if box.holds(place.middle) and address != each.glyph.run.address]
        left -= len(bounds) + sum(len(told[address]) for address in over)
        untold = [address for address in over if not any(min(place.shared(ink)) > 0 for ink in told[address])]
        if left < 0 or any(judge.shows(address, place) for address in untold):
            yield each.char


def _apart(one: Box, other: Box) -> float:
    """Give how far apart two boxes of one size are that lie over each other; nothing for any others."""
    is_same = abs(one.width - other.width) + abs(one.height - other.height) < 1 and min(one.shared(other)) > 0
    return max(abs(one.left - other.left), abs(one.top - other.top)) if is_same else 0.0


def _slanting(view: View, placed: Sequence[Placed]) -> list[Box]:
    """Give where figures stand aslant: one in a cell is seen there, and one over many cells is a watermark."""
    texts, runs = view.objects.texts, {each.glyph.run for each in placed}
    slanting = {run for run in runs if view.setting.is_askew(run) and _is_painted(texts[run.address].paint)}
    inked: dict[Run, list[Placed]] = {}
    for each in placed:
        if each.glyph.run in slanting:
            inked.setdefault(each.glyph.run, []).append(each)
    boxes: list[Box] = []
    for chars in inked.values():
        if any(each.char.text.isdigit() for each in chars):
            lefts, tops, rights, bottoms = zip(*(each.ink for each in chars), strict=True)
            boxes.append(Box(min(lefts), min(tops), max(rights), max(bottoms)))
    return boxes


def _is_painted(paint: Paint) -> bool:
    return paint.mode not in HIDDEN_MODES and paint.opacity > 0


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
