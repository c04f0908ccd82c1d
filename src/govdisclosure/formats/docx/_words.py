"""The words of a paragraph as such, and the paragraphs of which they are all that there is: nearly all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import define

from govdisclosure.form.stand_ins import EMBEDDED
from govdisclosure.formats.docx._drawings import Reach
from govdisclosure.formats.docx._xml import Element, text_in, w
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from govdisclosure.formats.docx._effects import Effects, ParagraphLook

BREAK: Final = "\n"
LOST: Final = f"{EMBEDDED}\N{REPLACEMENT CHARACTER}"
"""What stands for another document that is shown in this one."""

_RUN, _TEXT, _SYMBOL, _OF_RUN, _OF_PARAGRAPH = map(w, ("r", "t", "sym", "rPr", "pPr"))
_CHARACTERS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): BREAK,
    w("cr"): BREAK,
    w("noBreakHyphen"): "-",
}
# Fonts of symbols have theirs from here on, and documents may leave that out.
_SYMBOLS: Final = 0xF000
_LAST_BYTE: Final = 0xFF

_PRESERVE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS: Final = " \t\r\n"


@define
class Words:
    """
    The words of one paragraph.

    Args:
        text: Its text, a line feed for every line break.
        instead: What stands for something that is shown of it otherwise than as these words; nothing if they are all.
        boxes: The contents of the text boxes that hang on it.
        has_floating: Whether a picture hangs on it that stands elsewhere on the page.
        reaches: What the text boxes and shapes that hang on it cover of the page.
    """

    text: str
    instead: str = ""
    boxes: Sequence[Element] = ()
    has_floating: bool = False
    reaches: Sequence[Reach] = ()


def plain_text(paragraph: Element, look: ParagraphLook, effects: Effects) -> str | None:
    """Give the text of a paragraph that holds text alone, which looks like any other; None for others."""
    if look.is_odd:
        return None
    shown: list[str] = []
    held: list[str] = []
    size: int | None = None
    for child in paragraph:
        if child.tag == _RUN:
            words = look.plain
            for place, part in enumerate(child):
                tag = part.tag
                if tag == _TEXT:
                    text = part.text or ""
                    shown.append(_shown(text, part))
                    held.append(text)
                # What a run says of itself stands before its words.
                elif tag == _OF_RUN and not place:
                    words = effects.of_words(part, look)
                else:
                    return None
            # 12 beside a small 3
            if not words.is_plain or (size is not None and size != words.size):
                return None
            size = words.size
        elif child.tag != _OF_PARAGRAPH:
            return None
    # Nothing else in it holds text: <w:pPr>9</w:pPr>, of which nobody knows what is shown.
    return "".join(shown) if text_in(paragraph) == "".join(held) else None


def shown_text(child: Element) -> str:
    """Give the text that an element of a run shows; nothing for what shows none."""
    if child.tag == _TEXT:
        return _shown(child.text or "", child)
    # <w:sym w:font="Wingdings" w:char="F0FC"/>
    if child.tag == _SYMBOL:
        return _symbol(child.get(w("char")))
    return _CHARACTERS.get(str(child.tag), "")


def _shown(text: str, child: Element) -> str:
    """Give what is shown of the text that an element holds."""
    stripped = text.strip(_BLANKS)
    # Nearly no text has blanks at its ends, and only of one that does it is asked whether they are kept.
    if stripped == text:
        return clean_text(text)
    return clean_text(text if child.get(_PRESERVE) == "preserve" else stripped)


def _symbol(code: str | None) -> str:
    """Give a character of a font of symbols: something that is neither a blank nor a figure."""
    try:
        place = int(code or "", 16)
        return clean_text(chr(place if place > _LAST_BYTE else place + _SYMBOLS))
    except (ValueError, OverflowError):
        return "\N{REPLACEMENT CHARACTER}"
