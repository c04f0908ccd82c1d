"""How text looks at one place of a page: its colour and ground, its size, what makes it less than plain."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from govdisclosure.formats.html._colours import (
    BLACK,
    PALE,
    WHITE,
    Colour,
    Colours,
    is_opaque,
    is_pale,
    is_seen_on,
    luminance,
    over,
    run_over,
)
from govdisclosure.formats.html._effects import Mark
from govdisclosure.formats.html._thresholds import LEAST_SIZE, LIGHTEST_INK, OTHER_SIZE, UNCERTAIN_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.formats.html._effects import Look


@frozen
class Shade:
    """
    How text looks at one place; it passes from an element to those in it.

    Args:
        ink: Its colour; None where that is computed.
        grounds: The colours of its ground, the darkest and the lightest where that is a run of them; None where they
            are computed, or of a picture.
        size: Its size in pixels.
        is_measured: Whether an element around says its size, so that it is known.
        mark: What the elements around make of it.
        around: What they make of a table, which they may move as a whole.
        room: The pixels in a line that it has room for.
    """

    ink: Colour | None = BLACK
    grounds: Colours | None = (WHITE,)
    size: float = 16.0
    is_measured: bool = False
    mark: Mark = Mark.NONE
    around: Mark = Mark.NONE
    room: float = math.inf
    seen_as: Mark = field(init=False)
    """The mark of the text itself."""

    @seen_as.default
    def _seen_as(self) -> Mark:
        if not self.size >= LEAST_SIZE:
            return Mark.UNSEEN
        return self.mark if _is_seen(self.ink, self.grounds) else max(self.mark, Mark.FAINT)

    def under(self, look: Look, mark: Mark) -> Shade:
        """Give how text looks in an element of some look, with a mark of its own."""
        ink, grounds = self.ink, self.grounds
        if look.ink is not None:
            ink = look.ink if isinstance(look.ink, tuple) else None
        if look.ground is not None:
            grounds = _under(look.ground, grounds) if isinstance(look.ground, tuple) else None
        if look.gradient and grounds is not None:
            grounds = _ends(chain.from_iterable(run_over(look.gradient, ground) for ground in grounds))
        size, is_measured = self.size, self.is_measured
        if look.size is not None:
            is_measured = is_measured or look.size >= 0
            size = look.size if not look.size < 0 else -look.size * size
        return Shade(
            ink=ink,
            grounds=None if look.pictured else grounds,
            size=size,
            is_measured=is_measured,
            mark=max(self.mark, mark),
            around=max(self.around, min(mark, look.around)),
            room=min(self.room, look.room),
        )

    def is_other_size(self, before: Shade) -> bool:
        """Tell whether digits of two looks that stand side by side are not of one figure."""
        if self.size == before.size:
            return False
        low, high = sorted((self.size, before.size))
        return low < high * (OTHER_SIZE if self.is_measured == before.is_measured else UNCERTAIN_SIZE)


def _under(colour: Colour, grounds: Colours | None) -> Colours | None:
    """Give the ground that a colour makes of the one under it."""
    if is_opaque(colour):
        return (colour,)
    # <td style="background:transparent">, on a picture
    return None if grounds is None else _ends(over(colour, ground) for ground in grounds)


def _ends(grounds: Iterable[Colour]) -> Colours:
    """Give the darkest and the lightest of some colours, or the only one."""
    darkest, *_, lightest = sorted({*grounds}, key=luminance) * 2
    return (darkest,) if darkest == lightest else (darkest, lightest)


def _is_seen(ink: Colour | None, grounds: Colours | None) -> bool:
    """Tell whether text is seen; on a picture, which is not looked at, what is dark is taken to be."""
    if ink is None:
        return False
    if grounds is None:
        return luminance(ink) < LIGHTEST_INK and ink[3] > 0.5
    if not all(is_seen_on(ink, ground) for ground in grounds):
        return False
    # Grey on a run from black to white is not seen somewhere between.
    return len(grounds) == 1 or len({luminance(over(ink, ground)) < luminance(ground) for ground in grounds}) == 1


USUAL: Final = Shade()
"""Black on white."""


# The elements of a page have few looks.
@lru_cache(maxsize=1024)
def is_usually_seen(look: Look) -> bool:
    """Tell whether the text of an element of some look is seen where all else is black on white."""
    return USUAL.under(look, Mark.NONE).seen_as < Mark.FAINT


def is_seen_on_pale(shade: Shade) -> bool:
    """Tell whether text on a pale ground is seen, and would be seen on every other one."""
    if shade.ink is None or shade.grounds is None or not is_opaque(shade.ink) or not all(map(is_pale, shade.grounds)):
        return False
    return shade.seen_as is Mark.NONE and is_seen_on(shade.ink, PALE)
