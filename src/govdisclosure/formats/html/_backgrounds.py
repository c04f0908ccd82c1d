"""Colours and backgrounds as they are written: of letters, of the ground under them, pictures and runs of colours."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

import tinycss2

from govdisclosure.formats.html._colours import Gradient, bare_colour_of, colour_of
from govdisclosure.formats.html._lengths import UNKNOWN, pixels
from govdisclosure.formats.html._thresholds import MOST_STOPS
from govdisclosure.formats.html._tokens import idents_among, is_sign, split_at_commas, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tinycss2.ast import Node

    from govdisclosure.formats.html._colours import Colour
    from govdisclosure.formats.html._tokens import Pair, Value

_OF_GROUNDS: Final = frozenset(
    {
        *("none", "currentcolor", "left", "right", "top", "bottom", "center", "auto", "cover", "contain", "text"),
        *("repeat", "no-repeat", "repeat-x", "repeat-y", "space", "round", "scroll", "fixed", "local"),
        *("border-box", "padding-box", "content-box"),
    }
)
_MOST_PLACES: Final = 4

# linear-gradient(to right, …), -webkit-linear-gradient(top, …), radial-gradient(circle at center, …)
_SIDES: Final = "(?:(?:top|bottom)(?: (?:left|right))?|(?:left|right)(?: (?:top|bottom))?)"
_ANGLE: Final = "-?[0-9.]{1,9}deg"
_DIRECTIONS: Final = {
    "linear-gradient": re.compile(f"to {_SIDES}|{_ANGLE}"),
    "-webkit-linear-gradient": re.compile(f"{_SIDES}|{_ANGLE}"),
    "radial-gradient": re.compile("(?:circle|ellipse)(?: at center)?"),
}


def ink(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give one colour."""
    (token, *others) = tokens
    colour = colour_of(tokens) or bare_colour_of(token)
    if others:
        return
    if colour is not None:
        yield name, colour
    # color: color-mix(in srgb, red, blue)
    elif token.type == "function":
        yield name, UNKNOWN
    elif "currentcolor" in idents_among(tokens):
        yield name, "currentcolor"


def background(_name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give the colour of a background and what is painted on it, each of which may be left out."""
    if not all(map(_is_of_ground, tokens)) or any(map(_has_many_places, split_at_commas(tokens))):
        return
    colours: list[Value] = [*filter(None, (colour_of([token]) for token in tokens))]
    # background: currentColor url(a.png)
    colours += filter("currentcolor".__eq__, idents_among(tokens))
    if len(colours) <= 1:
        yield "background-color", colours[0] if colours else "initial"
        yield "background-image", _painted(tokens)


def _is_of_ground(token: Node) -> bool:
    """Tell whether a word of a background is one."""
    if token.type == "ident":
        return token.lower_value in _OF_GROUNDS or colour_of([token]) is not None
    if token.type in {"function", "url"} or is_sign(token, "/,") or colour_of([token]) is not None:
        return True
    return _is_place(token)


def _is_place(token: Node) -> bool:
    """Tell whether a word is a length or a share: 10px, 20%, 0."""
    return pixels(token) is not None and (token.type != "number" or token.value == 0)


def _has_many_places(layer: Sequence[Node]) -> bool:
    """Tell whether more places stand there than a picture has, of which a browser throws the background away."""
    places = [*takewhile(lambda token: not is_sign(token, "/"), layer)]
    return [token.type in {"number", "dimension", "percentage"} for token in places].count(True) > _MOST_PLACES


def background_image(name: str, tokens: Sequence[Node]) -> Iterator[Pair]:
    """Give what is painted on a ground."""
    if all(token.type in {"url", "function"} or is_sign(token, ",") for token in tokens) or idents_among(tokens) == [
        "none"
    ]:
        yield name, _painted(tokens)


def _painted(tokens: Sequence[Node]) -> Value:
    """Give what is painted by some words: "none", a "picture", a run of colours, or what nobody knows: "pictured"."""
    pictures: list[Value] = [picture for picture in map(_picture, tokens) if picture is not None]
    # background: url(a.png), linear-gradient(red, blue)
    is_known = len(pictures) <= 1 or all(picture == "picture" for picture in pictures)
    return next(iter(pictures), "none") if is_known else "pictured"


def _picture(token: Node) -> str | Gradient | None:
    if token.type == "url":
        return "picture"
    if token.type != "function" or colour_of([token]) is not None:
        return None
    return "picture" if token.lower_name == "url" else _gradient(token) or "pictured"


def _gradient(function: Node) -> Gradient | None:
    """Give the run of colours that a function paints; None where it may be another one, or none."""
    direction = _DIRECTIONS.get(function.lower_name)
    parts = split_at_commas(words_of(function.arguments))
    if direction is None or len(parts) > MOST_STOPS:
        return None
    first = " ".join(map(tinycss2.serialize, ([token] for token in parts[0])))
    stops = [*map(_stop, parts[1:] if direction.fullmatch(first.lower()) else parts)]
    colours = tuple(colour for colour in stops if colour is not None)
    return Gradient(colours) if len(colours) == len(stops) > 1 else None


def _stop(tokens: Sequence[Node]) -> Colour | None:
    """Give the colour of a part of a run: ``#fff 10px 20%``; None for whatever else stands there."""
    is_known = len(tokens) <= len(("colour", "from", "to")) and all(map(_is_place, tokens[1:]))
    return colour_of(tokens[:1]) if is_known else None
