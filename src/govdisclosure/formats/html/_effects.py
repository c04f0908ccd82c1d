"""What the style of an element does to the text in it."""

from __future__ import annotations

import enum
import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from attrs import field, frozen

from govdisclosure.form.stand_ins import LOWERED, RAISED, STRUCK
from govdisclosure.formats.html._colours import CLEAR, Colour, Colours, Gradient
from govdisclosure.formats.html._declared import of_style
from govdisclosure.formats.html._lengths import HALF
from govdisclosure.formats.html._properties import WIDE
from govdisclosure.formats.html._thresholds import (
    FAR,
    LEAST_HEIGHT,
    LEAST_OPACITY,
    LEAST_ZOOM,
    NUDGE,
    SHIFT,
    TIGHT,
    WIDE_GAP,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govdisclosure.formats.html._tokens import Value


class Effect(enum.Enum):
    """What a style surely does to text, of several the first in this order."""

    GONE = "gone"
    """It is taken out of the page."""

    VEILED = "veiled"
    """It has its room, and nothing is seen there."""

    FADED = "faded"
    """It is not seen; a page also has this until its script has run, so it counts on a word or a cell only."""

    TINY = "tiny"
    """It has no size."""

    OUT_OF_SIGHT = "out of sight"
    """It stands beside the screen."""

    RAISED = "raised"
    LOWERED = "lowered"
    STRUCK = "struck"


HIDING: Final = (Effect.GONE, Effect.VEILED, Effect.FADED, Effect.OUT_OF_SIGHT)
"""Effects by which text is not seen at all, whatever its size."""


class Mark(enum.IntEnum):
    """What is put before text that may not be seen as it stands in the page, the strongest last."""

    NONE = 0
    APART = 1
    """It stands a little away from what is before it."""

    LOWERED = 2
    RAISED = 3
    FAINT = 4
    """It has nearly the colour of its ground."""

    UNSEEN = 5
    """It is struck or hidden, or nobody knows how it is seen."""

    @property
    def text(self) -> str:
        """Give what is put before the text."""
        return _TEXTS[self]

    @property
    def is_of_neighbours(self) -> bool:
        """Tell whether it matters only to what stands beside the text: a figure that is raised as a whole is one."""
        return self <= Mark.RAISED


_TEXTS: Final = ("", " ", LOWERED, RAISED, RAISED, STRUCK)


@frozen(cache_hash=True)
class Look:
    """
    What a style does to the text of an element.

    Args:
        effect: What it surely does.
        inline: The mark of its text where the element is part of a line.
        block: The mark of its text where the element is a block or a cell.
        around: The mark of tables in it, which it may lay out and move as a whole.
        is_block: Whether it makes a block of the element; None where it does not say.
        display: How the element is laid out, as declared; empty where nothing is.
        ink: The colour of the text; UNKNOWN where it is computed, None where none is declared.
        ground: The colour of its ground, in the same way.
        pictured: Whether a picture is its ground, or what nobody knows.
        gradient: The run of colours that is its ground, or a part of it; empty where there is none.
        size: The size of the text in pixels, or as a share of that around, negative; None where none is declared.
        room: The pixels in a line that it has room for.
        covers: Whether the element may lie over other text of its cell, also where it holds none.
        moves: Whether the element is no longer where its kind stands in a table.
        adds: Whether the style puts something before or behind the text.
        is_animated: Whether it moves or fades, as a page may that has just been opened.
        overlays: Whether the element may lie over other cells.
        stays: Whether it lies within the nearest element around that holds what is placed.
        holds: Whether what is placed in the element is placed by its edges, and these are where its text is.
        is_over_next: Whether what comes behind it begins where it began.
        is_shown: Whether it is shown though an element around it is not.
        lists: Whether the items of a list show "numbers" or "none"; empty where nothing is declared.
        white_space: What becomes of the lines of the source, which no look is another by; empty where nothing is
            declared.
    """

    effect: Effect | None = None
    inline: Mark = Mark.NONE
    block: Mark = Mark.NONE
    around: Mark = Mark.NONE
    is_block: bool | None = None
    display: str = ""
    ink: Colour | float | None = None
    ground: Colour | float | None = None
    pictured: bool = False
    gradient: Colours = ()
    size: float | None = None
    room: float = math.inf
    covers: bool = False
    moves: bool = False
    adds: bool = False
    is_animated: bool = False
    overlays: bool = False
    stays: bool = False
    holds: bool = False
    is_over_next: bool = False
    is_shown: bool = False
    lists: str = ""
    white_space: str = field(default="", eq=False)

    @property
    def is_usual(self) -> bool:
        """Tell whether it passes nothing on to the text in it."""
        return (
            self.ink is None
            and self.ground is None
            and self.size is None
            and not self.pictured
            and not self.gradient
            and self.room == math.inf
            and self.block is Mark.NONE
        )


PLAIN: Final = Look()

_INLINE: Final = frozenset({"inline", "contents", "ruby", "math", "ruby-text"})
_IN_LINE: Final = frozenset({"inline-block", "inline-flex", "inline-grid", "inline-table", "-webkit-inline-box"})
_TAKEN_OUT: Final = ("absolute", "fixed")
_EDGES: Final = ("top", "right", "bottom", "left")
_REACHES: Final = (*_EDGES, "width", "height", "min-width", "min-height", "margin-right", "margin-bottom")
_EXTENTS: Final = (
    *("width", "height", "min-width", "min-height", "margin-top", "margin-right", "margin-bottom", "margin-left"),
    *("padding-top", "padding-right", "padding-bottom", "padding-left"),
)
_ANYWHERE: Final = (
    *("transform", "filter", "clip-path", "mask-image", "scale", "rotate", "translate", "text-security"),
    *("mix-blend-mode", "offset-path", "box-reflect", "mask-box-image-source", "line-clamp", "initial-letter"),
    *("writing-mode", "text-shadow", "all", "contain", "font-size-adjust", "text-stroke-width"),
)
"""Properties after which nobody knows what is seen, unless they do nothing."""


_VARIANTS: Final = ("font-variant-position", "font-variant-numeric", "font-feature-settings")
"""Properties by which a font raises or lowers its digits."""


def look_of_declarations(declared: Iterable[tuple[str, Value, bool]]) -> Look:
    """Give what declarations do, of which a later one wins, and an important one before all others."""
    values: dict[str, Value] = {}
    important: set[str] = set()
    for name, value, is_important in declared:
        if is_important or name not in important:
            values[name] = value
            if is_important:
                important.add(name)
    look = look_of_values(values) if values else PLAIN
    return PLAIN if look == PLAIN and not look.white_space else look


@lru_cache(maxsize=4096)
def look_of(style: str, *, is_old: bool = False) -> Look:
    """Give what the style of an element does to its text, on a page of the old kind or of today's."""
    return look_of_declarations(of_style(style, is_old=is_old))


def look_of_values(values: Mapping[str, Value]) -> Look:
    """Give what the values of properties do that hold for an element."""
    marks = _Marks(values)
    painted = values.get("background-image")
    display = str(values.get("display", ""))
    words = display.split()
    is_inline = bool(words) and (_INLINE.issuperset(words) or words[0] in _IN_LINE)
    # display: list-item, whose number nobody has written
    odd = display in {"nan", "list-item", "grid", "inline-grid", "ruby-text"} or _is_reversed(values)
    return Look(
        effect=marks.effect(),
        inline=max(marks.inline(), Mark.UNSEEN if odd else Mark.NONE),
        block=max(marks.block(), Mark.UNSEEN if odd else Mark.NONE),
        around=marks.around(),
        is_block=None if not words or words[0] in {"none", *WIDE} else not is_inline,
        display=display,
        ink=_colour(values, "text-fill-color") or _colour(values, "color"),
        ground=_colour(values, "background-color"),
        pictured=str(painted) in {"picture", "pictured", "nan"},
        gradient=painted.colours if isinstance(painted, Gradient) else (),
        size=_size(values),
        room=_room(values),
        covers=marks.covers,
        moves=marks.is_taken_out or values.get("float", "none") not in {"none", *WIDE} or _number(values, "order") != 0,
        adds=values.get("content", "none") == "some",
        lists=str(values.get("list-style-type", "")),
        white_space=str(values.get("white-space", "")),
        is_animated=values.get("animation-name", "none") not in {"none", *WIDE},
        overlays=marks.is_taken_out and marks.has_ground,
        stays=marks.stays(),
        holds=marks.holds(),
        is_over_next=marks.is_taken_out,
        is_shown=values.get("visibility") == "visible" or bool(_size(values)),
    )


def _is_reversed(values: Mapping[str, Value]) -> bool:
    direction = values.get("flex-direction", "row"), values.get("flex-wrap", "nowrap")
    return direction[0] not in {"row", *WIDE} or direction[1] not in {"nowrap", "wrap", *WIDE}


def _number(values: Mapping[str, Value], name: str, otherwise: float = 0.0) -> float:
    """Give the number of a property; ``otherwise`` where it has none, as with ``auto``."""
    value = values.get(name, otherwise)
    return value if isinstance(value, float) else otherwise


def _colour(values: Mapping[str, Value], name: str) -> Colour | float | None:
    value = cast("str | float | Colour | None", values.get(name))
    if isinstance(value, str):
        # color: initial is black, background: initial is clear
        return None if name != "background-color" or value == "inherit" else CLEAR
    return value


def _size(values: Mapping[str, Value]) -> float | None:
    value = values.get("font-size")
    if isinstance(value, str):
        return 16.0 if value == "initial" else None
    return cast("float | None", value)


def _room(values: Mapping[str, Value]) -> float:
    """Give the pixels in a line that text has where what has no room is cut off, or lies over what is behind it."""
    clipped = {str(values.get(name, "visible")) for name in ("overflow-x", "overflow-y")} - {"visible", *WIDE}
    widths = [_number(values, name, math.inf) for name in ("width", "max-width")]
    if not clipped:
        # <b style="display:inline-block;width:0">9</b>0
        return min(widths) if values.get("display") == "inline-block" and not any(map(math.isnan, widths)) else math.inf
    heights = [_number(values, name, math.inf) for name in ("height", "max-height")]
    if any(not height >= LEAST_HEIGHT for height in heights):
        return 0.0
    return min((0.0 if math.isnan(width) else width for width in widths), default=math.inf)


class _Marks:
    """
    The marks that the values of properties make.

    Args:
        values: The values that hold for an element.
    """

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values
        self._position = str(values.get("position", "static"))
        self.is_taken_out = self._position in _TAKEN_OUT or self._position == "nan"
        offsets = [values[name] for name in ("top", "right", "bottom", "left") if isinstance(values.get(name), float)]
        self._is_placed = self.is_taken_out and bool(offsets)
        self._is_pictured = str(values.get("background-image")) in {"pictured", "nan"}
        self.has_ground = any((values.get("background-color"), values.get("background-image")))
        self._is_moved = _number(values, "order") != 0
        self._variants = {str(values.get(name, "none")) for name in _VARIANTS}
        self.covers = self._covers()

    def effect(self) -> Effect | None:
        """Give what is surely done, of several the first."""
        values = self._values
        sure = {
            # <p style="display:none">
            Effect.GONE: values.get("display") == "none",
            # <p style="visibility: hidden">
            Effect.VEILED: values.get("visibility") in {"hidden", "collapse"},
            # <span style="opacity:0">
            Effect.FADED: _number(values, "opacity", 1.0) <= 0,
            # <span style="font-size:0pt">
            Effect.TINY: values.get("font-size") == 0,
            Effect.OUT_OF_SIGHT: self._is_out_of_sight(),
            # <span style="vertical-align:super">
            Effect.RAISED: self._raised() > 0 or "super" in self._variants,
            Effect.LOWERED: self._raised() < 0 or "sub" in self._variants,
            # <span style="text-decoration: underline line-through">
            Effect.STRUCK: values.get("text-decoration-line") == "line-through",
        }
        return next((effect for effect, is_so in sure.items() if is_so), None)

    def _is_out_of_sight(self) -> bool:
        values = self._values
        # <span style="position:absolute;left:-9999px">, <span style="position:absolute;clip:rect(1px,1px,1px,1px)">
        if self._position in _TAKEN_OUT:
            return values.get("clip") == "nothing" or min(_number(values, "left"), _number(values, "top")) <= -FAR
        # <i style="display:inline-block;text-indent:-9999px">
        return values.get("display") == "inline-block" and _number(values, "text-indent") <= -FAR

    def _raised(self) -> float:
        """Give by how much the text of a line is raised, which is negative where it is lowered."""
        values = self._values
        height = _number(values, "vertical-align") or _number(values, "mso-text-raise")
        # <span style="position:relative;top:-5px">
        if self._position in {"relative", "sticky"}:
            height = height or -_number(values, "top") or _number(values, "bottom")
        return 1.0 if math.isnan(height) else height

    def inline(self) -> Mark:
        """Give the mark where the element is part of a line."""
        values = self._values
        struck = values.get("text-decoration-line") == "line-through" or self._is_pictured
        shifts = [_number(values, name) for name in ("margin-left", "margin-right", "margin-top", "margin-bottom")]
        if self._position not in {"static", *WIDE}:
            shifts += [_number(values, "left"), _number(values, "right")]
        # <i style="display:inline-block;text-indent:-99px">; a margin undoes it, unless the box is a bound
        if values.get("display") == "inline-block":
            is_bound = values.get("overflow-x", "visible") not in {"visible", *WIDE}
            margin = 0.0 if is_bound else _number(values, "margin-left")
            shifts.append(_number(values, "text-indent") + _number(values, "padding-left") + margin)
        is_moved = self._is_moved or self._is_placed or any(not shift >= -NUDGE for shift in shifts)
        if struck or self._is_odd() or is_moved:
            return Mark.UNSEEN
        gaps = [*shifts, _number(values, "padding-left"), _number(values, "padding-right")]
        # <b style="display:inline-block;width:50px">
        if values.get("display") == "inline-block":
            gaps += [_number(values, "width"), _number(values, "text-indent")]
        raised = self._raised()
        if raised or self._variants - {"none", *WIDE}:
            return Mark.RAISED if raised > 0 or "super" in self._variants else Mark.LOWERED
        is_apart = values.get("float", "none") not in {"none", *WIDE}
        return Mark.APART if is_apart or any(gap >= WIDE_GAP for gap in gaps) else Mark.NONE

    def block(self) -> Mark:
        """Give the mark where the element is a block or a cell."""
        if self._hides_text() or self._is_moved or self._is_placed:
            return Mark.UNSEEN
        return Mark.UNSEEN if any(not shift >= -SHIFT for shift in self._shifts()) else Mark.NONE

    def around(self) -> Mark:
        """Give the mark of tables in the element: one that is moved as a whole shows them elsewhere."""
        is_far = self._is_out_of_sight() or any(shift <= -FAR for shift in self._shifts())
        return Mark.UNSEEN if self._hides_text() or is_far else Mark.NONE

    def _hides_text(self) -> bool:
        """Tell whether nobody knows what is seen of the text of a block, wherever it stands."""
        values = self._values
        struck = values.get("text-decoration-line") == "line-through" or self._is_pictured
        return struck or self._is_odd(besides=self._centring()) or not abs(_number(values, "text-indent")) <= SHIFT * 4

    def _shifts(self) -> list[float]:
        """Give by how many pixels a block is moved, of each side; less than 0 where that is out of its place."""
        values = self._values
        shifts = [_number(values, name) for name in ("margin-left", "margin-right", "margin-top", "margin-bottom")]
        if self._position != "static":
            shifts += [-abs(_number(values, name)) for name in ("top", "right", "bottom", "left")]
        return shifts

    def _centring(self) -> Sequence[str]:
        """Name the transformation that puts all that is in a box into the middle of the one around, if it does."""
        # <div style="position:absolute;left:50%;transform:translateX(-50%)">
        is_in_middle = self._values.get("left") == HALF and self._position not in {"static", *WIDE}
        return ("transform",) if is_in_middle and self._values.get("transform") == "centred" else ()

    def _is_odd(self, besides: Sequence[str] = ()) -> bool:
        """Tell whether nobody knows what is seen of the text, besides what some properties do."""
        values = self._values
        if any(values.get(name, "none") not in {"none", *WIDE} for name in _ANYWHERE if name not in besides):
            return True
        return (
            not _number(values, "opacity", 1.0) >= LEAST_OPACITY
            or not _number(values, "zoom", 1.0) >= LEAST_ZOOM
            or not _number(values, "letter-spacing") >= -TIGHT
            or not _number(values, "word-spacing") >= -TIGHT
            or not _number(values, "line-height", 16.0) >= LEAST_HEIGHT
            or not _number(values, "text-underline-offset") >= 0
            # outline: 20px solid white; outline-offset: -14px
            or (values.get("outline-style") == "some" and not _number(values, "outline-offset") >= 0)
            or (_number(values, "z-index") < 0 and self._position != "static")
            or values.get("content-visibility") == "hidden"
            or values.get("direction") == "rtl"
            or "override" in str(values.get("unicode-bidi"))
            or values.get("mso-hide") == "all"
            or (values.get("clip") in {"nothing", "part"} and self.is_taken_out)
            or values.get("list-style-type") == "numbers"
            # background: currentColor, the ink on itself
            or values.get("background-color") == "currentcolor"
            or "nan" in {str(values.get(name)) for name in ("visibility", "text-decoration-line", "float", "font-size")}
        )

    def stays(self) -> bool:
        """Tell whether the element lies at all the edges of what holds it: ``position:absolute;inset:0``."""
        values = self._values
        return (
            self._position == "absolute"
            and all(isinstance(values.get(name), float) for name in _EDGES)
            and all(0 <= _number(values, name) <= SHIFT for name in (*_EDGES, *_EXTENTS))
        )

    def holds(self) -> bool:
        """Tell whether what is placed in the element lies over its text: ``position:relative``."""
        values = self._values
        return self._position == "relative" and not any(isinstance(values.get(name), float) for name in _REACHES)

    def _covers(self) -> bool:
        values = self._values
        shifts = [_number(values, name) for name in ("margin-left", "margin-right", "margin-top", "margin-bottom")]
        is_shifted = any(not shift >= -SHIFT for shift in shifts)
        return self._is_placed or (self.is_taken_out and self.has_ground) or is_shifted
