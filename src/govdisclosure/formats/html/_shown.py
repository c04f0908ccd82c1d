"""What a browser shows of a page: which elements are blocks, which are left out, which are furniture of the site."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govdisclosure.form.blocks import Grid

BLOCKS: Final = frozenset(
    {
        *("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dt", "fieldset"),
        *("figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html"),
        *("legend", "main", "p", "plaintext", "search", "summary", "xmp"),
    }
)
BOXES: Final = ("aside", "div", "section")
"""Blocks of any kind; their names tell which are furniture."""

FURNITURE: Final = ("footer", "nav")
LEFT_OUT: Final = (
    *("audio", "datalist", "map", "noembed", "noframes", "noscript", "optgroup", "option", "rp", "rt"),
    *("style", "template"),
)
DRAWN: Final = ("applet", "canvas", "embed", "iframe", "math", "object", "script", "svg", "video")
CONTROLS: Final = ("button", "select", "textarea")
HIDDEN: Final = "hidden"
"""A style that takes an element out of the page."""

VEILED: Final = "veiled"
"""A style that leaves an element its room, and shows nothing there."""

FADED: Final = "faded"
"""A style that a page also has until its script has run: only where it is on a word or a cell is that not seen."""

OUT_OF_SIGHT: Final = "noscript"
TINY: Final = "template"

ROOTS: Final = ("html", "body")
"""What a page hides only until its script has run."""

STRUCK: Final = "del"
NO_FIGURE: Final = frozenset({HIDDEN, VEILED, FADED, OUT_OF_SIGHT, TINY, STRUCK})
"""The styles with which a figure is not seen, or is none."""

STRUCK_OUT: Final = (STRUCK, "s", "strike")

_BLANKS: Final = re.compile("[ \t\n\r\f]+")
_STYLES: Final = {
    HIDDEN: re.compile(r"(?<![\w-])display\s*:\s*none(?![\w-])", re.IGNORECASE),
    VEILED: re.compile(r"(?<![\w-])visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE),
    FADED: re.compile(r"(?<![\w-])opacity\s*:\s*(?:0+(?:\.0*)?|\.0+)%?(?![.\w])", re.IGNORECASE),
    TINY: re.compile(r"font-size\s*:\s*0(?:\.0*)?(?![.0-9])", re.IGNORECASE),
    OUT_OF_SIGHT: re.compile(
        r"\A(?=.*position\s*:\s*(?:absolute|fixed)).*"
        r"(?:(?<![\w-])clip\s*:\s*rect\s*\((?:\s*[01](?:px)?[\s,]*){4}\)|(?<![\w-])(?:left|top)\s*:\s*-[0-9]{4})"
        r"|\A(?=.*display\s*:\s*inline-block).*text-indent\s*:\s*-[0-9]{4}",
        re.IGNORECASE | re.DOTALL,
    ),
    # What is white is seen on another ground only, so that it is neither left out nor a digit of a number.
    "sup": re.compile(
        r"vertical-align\s*:\s*super|(?<![\w-])color\s*:\s*(?:#fff(?:fff)?|white|transparent)(?![\w-])", re.IGNORECASE
    ),
    "sub": re.compile(r"vertical-align\s*:\s*sub(?!\w)", re.IGNORECASE),
    STRUCK: re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE),
    "div": re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)", re.IGNORECASE),
}
_SHOWN_AGAIN: Final = re.compile(r"visibility\s*:\s*visible|font-size\s*:\s*(?:[1-9]|0?\.[1-9])", re.IGNORECASE)
_WHITE: Final = frozenset({"#fff", "#ffffff", "white"})
_INTO_PAGE: Final = re.compile(r"#[\w-]+$")
_NO_NUMBERS: Final = re.compile(r"list-style(?:-type)?\s*:[^;]*none", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"[（(]?[0-9〇一二三四五六七八九十]+[)）、.．]")
_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|copyright|crumbs?|foot(?:er)?|menu|nav(?:bar|igation)?|sidebar|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile("[。；]|[0-9]{4} ?[年-] ?[0-9]{1,2} ?[月-]")
_LONGEST_STYLE: Final = 1024
_SHORT: Final = 100
_FEW: Final = 200
_LEAST_LINKS: Final = 3
_LONGEST_LINK: Final = 20
_BETWEEN_LINKS: Final = 2
_FILLED_IN: Final = ("", "text", "number", "tel")


def collapsed(text: str) -> str:
    """Give a line as it is shown: blanks and line breaks as one blank, none at its ends, nothing that no text has."""
    return clean_text(_BLANKS.sub(" ", text)).strip()


def length(text: str) -> int:
    """Count the characters that are not blank."""
    return len("".join(text.split()))


@lru_cache(maxsize=1024)
def styled(style: str) -> str | None:
    """Give the name of an element that is shown as this style says, or ``HIDDEN``; None where it does not matter."""
    return next((tag for tag, pattern in _STYLES.items() if pattern.search(style, 0, _LONGEST_STYLE)), None)


def has_words(lines: Iterable[object]) -> bool:
    """Tell whether the content of a cell is more than a figure."""
    return any(not isinstance(line, str) or any(map(str.isalpha, line)) for line in lines)


def is_furniture(attributes: Mapping[str, str]) -> bool:
    """Tell whether the names of an element are those of what stands on every page of a site."""
    return any(_NAMES.search(attributes.get(each, "")) is not None for each in ("class", "id"))


def holds_no_report(parts: Sequence[str | Grid]) -> bool:
    """Tell whether the content of a piece of furniture is a few short lines without a sentence or a date."""
    return len(parts) <= _FEW and all(
        isinstance(part, str) and len(part) <= _SHORT and _SENTENCE.search(part) is None for part in parts
    )


def is_menu(parts: Sequence[str | Grid], links: Sequence[int]) -> bool:
    """
    Tell whether a list or table holds nothing but short links.

    Args:
        parts: Its content.
        links: The lengths of the links in it.
    """
    if len(links) < _LEAST_LINKS or max(links) > _LONGEST_LINK or len(parts) > _FEW:
        return False
    text = sum(length(part) for part in parts if isinstance(part, str))
    return all(isinstance(part, str) for part in parts) and text <= sum(links) + _BETWEEN_LINKS * len(links)


def is_shown_again(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element shows itself in one that only gives its own words no room, or hides them."""
    return _SHOWN_AGAIN.search(attributes.get("style", "")) is not None


def is_white(attributes: Mapping[str, str]) -> bool:
    """Tell whether the words of a ``font`` are white."""
    return attributes.get("color", "").lower() in _WHITE


def is_link_into_page(address: str) -> bool:
    """Tell whether a link leads to a place in a page, as the number of a note does."""
    return _INTO_PAGE.search(address) is not None


def first_number(attributes: Mapping[str, str]) -> int | None:
    """Give the number of the first item of an ordered list; None where the items show none."""
    if attributes.get("type", "1") != "1" or _NO_NUMBERS.search(attributes.get("style", "")):
        return None
    start = attributes.get("start", "")
    return int(start) if re.fullmatch("[0-9]{1,4}", start) else 1


def numbered(line: str, number: str) -> str:
    """Put the number of an item before it, unless it has one of its own: then its list shows none."""
    return line if _NUMBERED.match(line) else number + line


def is_filled_in(attributes: Mapping[str, str]) -> bool:
    """Tell whether a form control shows text that was filled in."""
    return bool(attributes.get("value")) and attributes.get("type", "").lower() in _FILLED_IN
