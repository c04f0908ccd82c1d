"""Colours and sizes that attributes give to an element, as old pages do, where its style gives none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.formats.html._colours import colour_of_attribute

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.formats.html._effects import Look

_SIZES: Final = (10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0)
_SIZE: Final = re.compile(r"\s*([+-]?)([0-9]{1,3})")
_USUAL_SIZE: Final = 3


def painted(look: Look, attributes: Mapping[str, str]) -> Look:
    """Give a look with what ``color``, ``text``, ``bgcolor``, ``background`` and ``size`` add to it."""
    ink = attributes.get("color") or attributes.get("text")
    ground, picture, size = (attributes.get(name, "") for name in ("bgcolor", "background", "size"))
    if not (ink or ground or picture or size):
        return look
    return evolve(_painted(look, ink or "", ground, bool(picture), size), white_space=look.white_space)


@lru_cache(maxsize=1024)
def _painted(look: Look, ink: str, ground: str, is_pictured: bool, size: str) -> Look:
    if ink and look.ink is None:
        look = evolve(look, ink=colour_of_attribute(ink))
    if ground and look.ground is None:
        look = evolve(look, ground=colour_of_attribute(ground))
    if is_pictured:
        look = evolve(look, pictured=True)
    # <font size="-1">
    printed = _SIZE.match(size)
    if printed is not None and look.size is None:
        number = int(printed[1] + printed[2]) + (_USUAL_SIZE if printed[1] else 0)
        look = evolve(look, size=_SIZES[min(max(number, 1), len(_SIZES)) - 1])
    return look
