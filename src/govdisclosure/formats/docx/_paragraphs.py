"""The words of a paragraph: what Word shows of it, all changes accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.formats.docx._xml import M, children, is_on, value_of, w
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.formats.docx._styles import Styles
    from govdisclosure.formats.docx._xml import Element

BREAK: Final = "\n"
_CHARACTERS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): BREAK,
    w("cr"): BREAK,
    w("noBreakHyphen"): "-",
}
_MATH: Final = frozenset((f"{{{M}}}oMath", f"{{{M}}}oMathPara"))
_DRAWN: Final = frozenset(map(w, ("drawing", "pict", "object")))
_WHITE: Final = "FFFFFF"
_STRUCK: Final = ("strike", "dstrike")
_WITHOUT_RESULT: Final = ("EQ ", "SYMBOL ", "FORMDROPDOWN")
"""Fields that show something of which the document holds no words."""

_PRESERVE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS: Final = " \t\r\n"


class Words:
    """
    The words of one paragraph.

    Args:
        paragraph: The paragraph.
        styles: The styles of the document.

    Attributes:
        text: Its text, a line feed for every line break.
        boxes: The contents of the text boxes that hang on it.
        drawn: Whether a picture, or something else that is not text, stands in its line.
    """

    def __init__(self, paragraph: Element, styles: Styles) -> None:
        self.boxes: list[Element] = []
        self.drawn = False
        # The last character so far, and whether it is raised or lowered.
        self._last = ("", "")
        self._styles = styles
        # Of each field that is open, whether its result has begun; before that stands what computes it.
        self._fields: list[bool] = []
        style = value_of(paragraph, "pPr", "pStyle")
        hidden = styles.turns_on(style, "vanish")
        self._struck = any(styles.turns_on(style, switch) for switch in _STRUCK)
        self.text = "".join(self._pieces(paragraph, hidden=hidden))

    def _pieces(self, parent: Element, *, hidden: bool) -> Iterator[str]:
        for child in children(parent):
            if child.tag == w("r"):
                yield from self._run(child, hidden=hidden)
            elif child.tag in _MATH:
                yield _formula(child)

    def _run(self, run: Element, *, hidden: bool) -> Iterator[str]:
        properties = run.find(w("rPr"))
        if not self._is_on(properties, "vanish", inherited=hidden):
            yield from self._marked("".join(self._content(run, hidden=hidden)), run, properties)

    def _is_on(self, properties: Element | None, switch: str, *, inherited: bool) -> bool:
        stated = is_on(properties, switch)
        if stated is not None:
            return stated
        return inherited or self._styles.turns_on(value_of(properties, "rStyle"), switch)

    def _content(self, run: Element, *, hidden: bool) -> Iterator[str]:
        for child in children(run):
            if child.tag == w("fldChar"):
                self._field(child.get(w("fldCharType")))
            elif child.tag == w("instrText"):
                self.drawn |= (child.text or "").strip().startswith(_WITHOUT_RESULT)
            elif child.tag in _DRAWN:
                boxes = list(_boxes(child))
                self.boxes.extend(boxes)
                self.drawn |= not boxes and _is_in_line(child)
            # 政 with zhèng above it
            elif child.tag == w("ruby"):
                for base in child.findall(w("rubyBase")):
                    yield from self._pieces(base, hidden=hidden)
            # Of <w:instrText>=SUM(ABOVE)</w:instrText> and what follows separate, the latter.
            elif all(self._fields):
                yield _text(child)

    def _marked(self, text: str, run: Element, properties: Element | None) -> Iterator[str]:
        """Keep apart from a number what is raised beside it or struck out of it."""
        if not text:
            return
        alignment = self._styles.alignment(value_of(properties, "rStyle"))
        # 12 with a note: <w:vertAlign w:val="superscript"/>, a link to it, or white letters that fill a cell.
        apart = _is_link_into_document(run) or value_of(properties, "color") == _WHITE
        raised = _raised(properties, alignment) or ("^" if apart else "")
        last, before = self._last
        self._last = (text[-1], raised)
        if raised != before and last.isdigit():
            yield raised or (" " if text[0].isdigit() else "")
        struck = "~~" if any(self._is_on(properties, each, inherited=self._struck) for each in _STRUCK) else ""
        yield struck + text + struck

    def _field(self, mark: str | None) -> None:
        if mark == "begin":
            self._fields.append(False)
        elif mark == "separate" and self._fields:
            self._fields[-1] = True
        elif mark == "end" and self._fields:
            self._fields.pop()


def _text(child: Element) -> str:
    if child.tag == w("t"):
        text = child.text or ""
        return clean_text(text if child.get(_PRESERVE) == "preserve" else text.strip(_BLANKS))
    # <w:sym w:font="Wingdings" w:char="F0FC"/>
    if child.tag == w("sym"):
        return _symbol(child.get(w("char")))
    return _CHARACTERS.get(str(child.tag), "")


def _symbol(code: str | None) -> str:
    """Give a character of a font of symbols: something that is neither a blank nor a figure."""
    try:
        return clean_text(chr(int(code or "", 16)))
    except (ValueError, OverflowError):
        return "\N{REPLACEMENT CHARACTER}"


def _formula(formula: Element) -> str:
    """Give the letters of a formula, with blanks between them where they do not stand in one line."""
    runs = list(formula.iter(f"{{{M}}}r"))
    in_line = sum(len(part.findall(f"{{{M}}}r")) for part in formula.iter(*_MATH))
    letters = (text.text or "" for text in formula.iter(f"{{{M}}}t"))
    return ("" if in_line == len(runs) else " ").join(letters)


def _is_link_into_document(run: Element) -> bool:
    """Tell whether a run is a link to a place in the document, as the number of a note is."""
    parent = run.getparent()
    assert parent is not None, "a run stands in something"
    # <w:hyperlink w:anchor="_ftn1">; nothing else that a run stands in has an anchor.
    return parent.get(w("anchor")) is not None


def _raised(properties: Element | None, inherited: str | None) -> str:
    """Give a mark for words that are raised or lowered; nothing for others."""
    alignment, position = value_of(properties, "vertAlign") or inherited, value_of(properties, "position") or "0"
    if alignment == "subscript" or position.startswith("-"):
        return "_"
    return "^" if alignment == "superscript" or position.strip("0") else ""


def _is_in_line(drawn: Element) -> bool:
    """Tell whether a picture stands in the line, as a character does, and not on the page, as a seal does."""
    if drawn.tag == w("drawing"):
        return any(str(one.tag).endswith("}inline") for one in drawn)
    return not any("absolute" in one.get("style", "") for one in drawn.iter())


def _boxes(drawn: Element) -> Iterator[Element]:
    """Give the contents of the text boxes in a drawing; a document that has one in two versions shows the first."""
    waiting = [drawn]
    while waiting:
        one = waiting.pop()
        if one.tag == w("txbxContent"):
            yield one
        else:
            waiting.extend(reversed(list(children(one))))
