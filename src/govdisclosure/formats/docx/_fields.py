"""Fields: what computes something, and the result that is shown of it."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from govdisclosure.form.stand_ins import ALTERED, FIELD, PICTURE
from govdisclosure.formats.docx._xml import ON, Element, child_of, number, value_of, w

_DRAWN: Final = frozenset(
    (
        *("ADVANCE", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BARCODE", "DISPLAYBARCODE", "EQ", "GOTOBUTTON"),
        *("LISTNUM", "MACROBUTTON", "MERGEBARCODE", "SYMBOL"),
    )
)
"""Fields that show something of which the document holds no words, or move the words behind them."""

_APART: Final = frozenset(("FTNREF", "NOTEREF", "NUMPAGES", "PAGE", "PAGEREF", "SECTION", "SECTIONPAGES", "SEQ"))
"""Fields whose result is a number, of a page, a note or a caption, and never a figure."""

_CONTROLS: Final = frozenset(("FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT"))
_SHOWN_NOWHERE: Final = frozenset(
    ("ASK", "BIDIOUTLINE", "NEXT", "NEXTIF", "PRIVATE", "RD", "SET", "SKIPIF", "TA", "TC", "XE")
)
_NAME: Final = re.compile("[A-Z]+|=")
# HYPERLINK \l "_ftn1"
_LINK: Final = re.compile(r"HYPERLINK\s{1,9}\\L\b")
_LONGEST_NAME: Final = 64


@define
class _Field:
    """
    A field that is open.

    Args:
        data: What a control of a form says of itself.
        is_dirty: Whether its result is computed anew as soon as the document is opened.
        code: What computes it.
        instruction: Its beginning, once it is whole: no blanks before it, in capital letters.
        has_result: Whether its result has begun.
        has_words: Whether its result holds words.
    """

    data: Element | None
    is_dirty: bool
    code: list[str] = field(factory=list)
    instruction: str = ""
    has_result: bool = False
    has_words: bool = False

    def end_code(self) -> None:
        """Take what computes it as whole."""
        self.instruction = "".join(self.code).lstrip()[:_LONGEST_NAME].upper()
        self.code.clear()


class Fields:
    """
    The fields of one paragraph, which can stand in each other.

    Attributes:
        instead: What stands for something that is shown and of which the document holds no words, if there was any.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        # Of those that are open, how many have no result yet, and how many show numbers of pages and notes.
        self._without_result = self._apart = 0
        self.instead = ""

    def mark(self, mark: Element) -> str:
        """Begin a field, its result, or end it; give the words that a control shows."""
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            self._begin(mark)
        elif kind == "separate" and self._open and not self._open[-1].has_result:
            self._begin_result(self._open[-1])
        elif kind == "end" and self._open:
            return self._end(self._open.pop())
        # A field that began in a paragraph above.
        elif kind in {"separate", "end"} and not self._open:
            self.instead = self.instead or ALTERED
        return ""

    def begin_simple(self, simple: Element) -> None:
        """Begin a field that is one element, and its result."""
        # <w:fldSimple w:instr=" PAGE "><w:r><w:t>9</w:t></w:r></w:fldSimple>
        self._begin(simple)
        self.add_code(simple.get(w("instr"), ""))
        self._begin_result(self._open[-1])

    def end_simple(self) -> None:
        """End such a field, unless marks inside it have done so."""
        if self._open:
            self._end(self._open.pop())

    def add_code(self, text: str) -> None:
        """Add to what computes the innermost field."""
        if self._open:
            self._open[-1].code.append(text)

    def is_shown(self) -> bool:
        """Tell whether words that stand here are shown, which those are not that compute something."""
        return not self._without_result

    def is_apart(self) -> bool:
        """Tell whether words that stand here are the number of a page or a note."""
        return self._apart > 0

    def add_words(self, text: str) -> None:
        """Remember that the innermost field shows words."""
        if self._open and text.strip():
            self._open[-1].has_words = True

    def close(self) -> None:
        """End the paragraph; where a field goes on behind it, nobody knows what of it is shown."""
        if self._open:
            self.instead = self.instead or ALTERED

    def _begin(self, mark: Element) -> None:
        self._open.append(_Field(child_of(mark, "ffData"), mark.get(w("dirty")) in ON))
        self._without_result += 1

    def _begin_result(self, begun: _Field) -> None:
        begun.end_code()
        begun.has_result = True
        self._without_result -= 1
        self._apart += _is_apart(begun.instruction)

    def _end(self, ended: _Field) -> str:
        if ended.has_result:
            self._apart -= _is_apart(ended.instruction)
        else:
            ended.end_code()
            self._without_result -= 1
        # {IF {REF a} = 9 "10"}
        if self._without_result:
            return ""
        # Of a list, what its data say is shown, and not its result.
        is_list = _name_of(ended.instruction) == "FORMDROPDOWN"
        entry = _chosen(ended.data) if is_list and not ended.has_words else ""
        has_words = bool(entry or (ended.has_words and not is_list))
        self.instead = self.instead or _stand_in(ended, has_words=has_words)
        if self._open and has_words:
            self._open[-1].has_words = True
        return entry


def _name_of(instruction: str) -> str:
    name = _NAME.match(instruction)
    return "" if name is None else name.group()


def _is_apart(instruction: str) -> bool:
    """Tell whether a field shows the number of a page or a note."""
    return _name_of(instruction) in _APART or _LINK.match(instruction) is not None


def _stand_in(ended: _Field, *, has_words: bool) -> str:
    """Give what stands for a field that may show something else than the words of its result; nothing for others."""
    name = _name_of(ended.instruction)
    if name in _DRAWN:
        return PICTURE
    if name in _CONTROLS and not has_words:
        return FIELD
    # {{QUOTE PAGE}}, whose name is the result of another field
    if ended.is_dirty or name in _APART or not name:
        return ALTERED
    # <w:instrText>PAGE</w:instrText> without a result is shown as soon as the page is made.
    return "" if has_words or name in _SHOWN_NOWHERE else ALTERED


def _chosen(data: Element | None) -> str:
    """Give the entry that is chosen in a list of a form."""
    choices = child_of(data, "ddList")
    if choices is None:
        return ""
    chosen = number(value_of(choices, "result") or value_of(choices, "default"), 0)
    entries = choices.findall(w("listEntry"))
    return entries[chosen].get(w("val"), "") if chosen < len(entries) else ""
