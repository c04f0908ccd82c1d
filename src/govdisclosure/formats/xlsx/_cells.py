"""What a cell shows: its number or text as its style and the rules of its sheet have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.figures import is_blank, is_figure
from govdisclosure.form.stand_ins import HIDDEN, LINE, RAISED, STRUCK
from govdisclosure.formats._marked import Run, marked
from govdisclosure.formats._package import damaged
from govdisclosure.formats.xlsx import _numbers
from govdisclosure.formats.xlsx._looks import changed
from govdisclosure.formats.xlsx._shared import NO_WORDS, Words, unescaped, words_of
from govdisclosure.formats.xlsx._xml import ON, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from govdisclosure.formats.xlsx._looks import Style
    from govdisclosure.formats.xlsx._rules import Rule
    from govdisclosure.formats.xlsx._shared import Shared

_NUMBER: Final = "n"
_REPEATED: Final = "fill"


@frozen
class Stored:
    """What is stored in a cell: a number, or else words; ``plain`` where no format changes it."""

    number: str = ""
    words: Words = NO_WORDS
    plain: bool = False


def stored_in(workbook: Shared, cell: Element, part: str) -> Stored:
    """
    Give what is stored in a cell; of a formula that nobody has computed yet, the formula.

    Raises:
        ReadError: If it is a string that is not there.
    """
    kind, inline, formula = cell.get("t", _NUMBER), cell.find("is"), cell.find("f")
    value = cell.findtext("v")
    if kind == "inlineStr":
        return Stored() if inline is None else Stored(words=words_of(inline, workbook.colours))
    # <c r="B2"><f>SUM(B3:B9)</f></c>
    if value is None or (kind == _NUMBER and not value.strip()):
        return Stored() if formula is None else Stored(words=Words(unescaped(f"={formula.text or ''}")), plain=True)
    # <c t="s"><v>0</v></c>: the first of the strings that the sheets share
    if kind == "s":
        place = number_of(value.strip()) if value.strip().isdecimal() else len(workbook.strings)
        if place >= len(workbook.strings):
            raise damaged(part)
        return Stored(words=workbook.strings[place])
    # <c t="b"><v>1</v></c>
    if kind == "b":
        return Stored(words=Words("TRUE" if value.strip() in ON else "FALSE"), plain=True)
    if kind == _NUMBER:
        return Stored(number=value.strip())
    return Stored(words=Words(unescaped(value)), plain=kind == "e")


def shown(workbook: Shared, stored: Stored, style: Style, rules: Iterable[Rule] = (), *, noughts: bool = True) -> str:
    """
    Give what a cell shows, with marks for what is raised or struck; a figure that nobody sees is marked as such.

    Args:
        workbook: What the sheets share.
        stored: What is stored in the cell.
        style: Its style.
        rules: The rules that may hold for it.
        noughts: Whether its sheet shows noughts.
    """
    text = _text(workbook, stored, style.code)
    if is_blank(text):
        return LINE if style.crossed else text
    figure = is_figure(text)
    # <sheetView showZeros="0">
    if stored.number and not noughts and figure and not stored.number.strip("0.-"):
        return HIDDEN + text
    looks = _looks(text, stored.words, style)
    for rule in rules:
        other = _changed(workbook, stored, style, rule)
        if other is not None and looks == text:
            looks = other
    if figure and looks == text and style.repeated:
        return _numbers.in_brackets(text, _REPEATED)
    return f"{STRUCK}{text}{STRUCK}" if figure and looks == text and style.crossed else looks


def _text(workbook: Shared, stored: Stored, code: str) -> str:
    if stored.number:
        return unescaped(_numbers.shown(stored.number, code, since_1904=workbook.since_1904))
    return stored.words.text if stored.plain else _numbers.text_shown(stored.words.text, code)


def _looks(text: str, words: Words, style: Style) -> str:
    """Give a text with the marks of its letters."""
    if style.is_plain and not words.runs:
        return text
    runs = words.runs or ((text, None),)
    made: list[Run] = []
    hidden = True
    for letters, own in runs:
        font = own or style.font
        seen = font.is_seen(style.grounds) or not letters.strip()
        hidden = hidden and (not seen or not letters.strip())
        made.append(Run(letters, font.raised if seen else RAISED, font.struck, font.size))
    if hidden:
        return HIDDEN + text if is_figure(text) else text
    whole = marked(made)
    # 9 struck out before 10, shown as @"件"
    return whole if not words.runs or text == words.text else _numbers.in_brackets(whole, style.code)


def _changed(workbook: Shared, stored: Stored, style: Style, rule: Rule) -> str | None:
    """Give what a cell shows while a rule holds; None where that is what it shows without."""
    text, change = _text(workbook, stored, style.code), rule.change
    if not is_figure(text):
        return None
    if rule.hides:
        return HIDDEN + text
    if change.code is not None and _text(workbook, stored, change.code) != text:
        return _numbers.in_brackets(text, change.code)
    looks = _looks(text, stored.words, changed(style, change))
    return None if looks == text else looks
