"""What a browser shows of a page: which elements are blocks, which are left out, which are furniture of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.form.figures import is_figure, is_words
from govdisclosure.formats.html._effects import look_of
from govdisclosure.formats.html._thresholds import BETWEEN_LINKS, FEW_PARTS, LEAST_LINKS, LONGEST_LINK, SHORT
from govdisclosure.model.values import clean_text
from govdisclosure.vocabulary.numerals import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from govdisclosure.form.blocks import Grid

BLOCKS: Final = frozenset(
    {
        *("address", "article", "blockquote", "body", "caption", "center", "dd", "dt", "fieldset"),
        *("figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html"),
        *("legend", "main", "optgroup", "option", "p", "plaintext", "search", "summary", "xmp"),
    }
)
BOXES: Final = ("aside", "div", "section")
"""Blocks of any kind; their names tell which are furniture."""

FURNITURE: Final = ("footer", "nav")
LEFT_OUT: Final = (
    *("audio", "datalist", "noembed", "noframes", "noscript", "rp"),
    "style",
)
DRAWN: Final = (
    *("applet", "canvas", "embed", "fencedframe", "geolocation", "iframe", "math", "meter", "object", "progress"),
    *("script", "svg", "video"),
)
CONTROLS: Final = ("button", "select", "textarea")
ROOTS: Final = ("html", "body")
"""What a page hides only until its script has run."""

STRUCK_OUT: Final = ("del", "s", "strike")
ROWS: Final = ("tr", "tbody", "thead", "tfoot")
COLUMNS: Final = ("col", "colgroup")

_BLANKS: Final = re.compile("[ \t\n\r\f]+")
# <a href="#_ftn1">
_INTO_PAGE: Final = re.compile(r"#[\w-]+$")
# （一）, 1.
_NUMBERED: Final = re.compile(rf"[（(]?[0-9〇{ORDINALS}]+[)）、.．]")
# <div class="site-footer">
_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|copyright|crumbs?|foot(?:er)?|menu|nav(?:bar|igation)?|sidebar|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
# 2022年1月20日
_SENTENCE: Final = re.compile("[。；]|[0-9]{4} ?[年-] ?[0-9]{1,2} ?[月-]")
# <input type="checkbox" value="3">
_WITHOUT_TEXT: Final = ("hidden", "checkbox", "radio", "file", "range", "color")


def collapsed(text: str) -> str:
    """Give a line as it is shown: blanks and line breaks as one blank, none at its ends, nothing that no text has."""
    return clean_text(_BLANKS.sub(" ", text)).strip()


def length(text: str) -> int:
    """Count the characters that are not blank."""
    return len("".join(text.split()))


def counts(text: str) -> bool:
    """Tell whether a text is a figure, or holds one that is not lost in words."""
    return is_figure(text.strip()) or (any(map(str.isdigit, text)) and not is_words(text))


def has_words(lines: Iterable[object]) -> bool:
    """Tell whether the content of a cell is more than a figure."""
    return any(not isinstance(line, str) or (any(map(str.isalpha, line)) and not counts(line)) for line in lines)


def is_furniture(attributes: Mapping[str, str]) -> bool:
    """Tell whether the names of an element are those of what stands on every page of a site."""
    names = attributes.get("class", ""), attributes.get("id", "")
    return _NAMES.search(" ".join(names)) is not None


def holds_no_report(parts: Sequence[str | Grid]) -> bool:
    """Tell whether the content of a piece of furniture is a few short lines without a sentence or a date."""
    return len(parts) <= FEW_PARTS and all(
        isinstance(part, str) and len(part) <= SHORT and _SENTENCE.search(part) is None for part in parts
    )


def holds_no_figure(parts: Sequence[str | Grid]) -> bool:
    """Tell whether the content of a piece of furniture in a cell, besides, has no line that is a figure."""
    return holds_no_report(parts) and not any(counts(part) for part in parts if isinstance(part, str))


def is_menu(parts: Sequence[str | Grid], links: Sequence[int]) -> bool:
    """
    Tell whether a list or table holds nothing but short links.

    Args:
        parts: Its content.
        links: The lengths of the links in it.
    """
    if len(links) < LEAST_LINKS or max(links) > LONGEST_LINK or len(parts) > FEW_PARTS:
        return False
    text = sum(length(part) for part in parts if isinstance(part, str))
    return all(isinstance(part, str) for part in parts) and text <= sum(links) + BETWEEN_LINKS * len(links)


def is_link_into_page(address: str) -> bool:
    """Tell whether a link leads to a place in a page, as the number of a note does."""
    return _INTO_PAGE.search(address) is not None


def first_number(attributes: Mapping[str, str]) -> int | None:
    """Give the number of the first item of an ordered list; None where the items show none."""
    # <ol type="a">, <ol style="list-style:none">
    if attributes.get("type", "1") != "1" or look_of(attributes.get("style", "")).lists == "none":
        return None
    start = attributes.get("start", "")
    return int(start) if re.fullmatch("[0-9]{1,4}", start) else 1


def numbered(line: str, number: str) -> str:
    """Put the number of an item before it, unless it has one of its own: then its list shows none."""
    return line if _NUMBERED.match(line) else number + line


def is_filled_in(attributes: Mapping[str, str]) -> bool:
    """Tell whether a form control shows text that was filled in, or that it has of itself."""
    text = attributes.get("value") or attributes.get("placeholder")
    return bool(text) and attributes.get("type", "").lower() not in _WITHOUT_TEXT
