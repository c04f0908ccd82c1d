"""The words of a paragraph: what Word shows of it, all changes accepted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.form.stand_ins import ALTERED, EMBEDDED, PICTURE, RAISED, STRUCK
from govdisclosure.formats.docx._drawings import DRAWN, look_at
from govdisclosure.formats.docx._fields import Fields
from govdisclosure.formats.docx._thresholds import MOST_GROWN
from govdisclosure.formats.docx._words import LOST, Words, plain_text, shown_text
from govdisclosure.formats.docx._xml import AROUND, M, children, opened, properties_of, text_in, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.formats.docx._drawings import Reach
    from govdisclosure.formats.docx._effects import Effects, Look, ParagraphLook
    from govdisclosure.formats.docx._xml import Element

_RUN, _RUBY = map(w, ("r", "ruby"))
_MARK, _CODE, _PART = map(w, ("fldChar", "instrText", "subDoc"))
_FOLLOWED, _ANCHOR = map(w, ("customMarkFollows", "anchor"))
_MATH: Final = frozenset((f"{{{M}}}oMath", f"{{{M}}}oMathPara"))
_CHANGED_IN_FORMULA: Final = tuple(map(w, ("del", "dstrike", "moveFrom", "position", "strike", "vanish", "vertAlign")))
_NOTES: Final = frozenset((w("footnoteReference"), w("endnoteReference")))
# The day on which the document is looked at: <w:yearLong/>
_TODAY: Final = frozenset(w(f"{unit}{length}") for unit in ("day", "month", "year") for length in ("Short", "Long"))
_DIGIT: Final = re.compile(r"\d")


def words_of(paragraph: Element, look: ParagraphLook, effects: Effects) -> Words:
    """
    Give the words of a paragraph.

    Args:
        paragraph: The paragraph.
        look: How it looks.
        effects: How words look in the document.
    """
    plain = plain_text(paragraph, look, effects)
    return _Paragraph(paragraph, look, effects).words() if plain is None else Words(plain)


class _Paragraph:
    """
    Reads the words of one paragraph, whatever stands among them.

    Args:
        paragraph: The paragraph.
        look: How it looks.
        effects: How words look in the document.
    """

    def __init__(self, paragraph: Element, look: ParagraphLook, effects: Effects) -> None:
        self._paragraph = paragraph
        self._look = look
        self._effects = effects
        self._boxes: list[Element] = []
        self._has_floating = False
        self._reaches: list[Reach] = []
        # The last character so far, and whether it is raised or lowered.
        self._last = ("", "")
        self._fields = Fields()
        self._instead = ""
        # How many links into the document, and how many that turn the order of words, are around the next words.
        self._links = self._backwards = 0
        self._is_apart = False
        # The sizes that its digits have.
        self._sizes: set[int] = set()

    def words(self) -> Words:
        """Give its words."""
        text = "".join(self._pieces(self._paragraph))
        self._fields.close()
        # 12 beside a small 3, which may be the number of a note.
        is_mixed = bool(self._sizes) and max(self._sizes) > MOST_GROWN * min(self._sizes)
        if is_mixed or (self._look.is_odd and text.strip()):
            self._stand_in(ALTERED)
        instead = self._instead or self._fields.instead
        return Words(text, instead, self._boxes, self._has_floating, self._reaches)

    def _stand_in(self, reason: str) -> None:
        self._instead = self._instead or reason

    def _pieces(self, parent: Element) -> Iterator[str]:
        for child in self._inside(parent):
            tag = child.tag
            if tag == _RUN:
                yield self._run(child)
            elif tag in _MATH:
                yield self._formula(child)
            # <w:subDoc r:id="rId7"/>, of which the words are lost
            elif tag == _PART:
                self._stand_in(EMBEDDED)
                yield LOST
            elif tag in DRAWN:
                self._draw(child)
            # <w:del><w:r><w:delText>9</w:delText></w:r></w:del>, which is seen struck out as long as changes are;
            # and what nobody knows, which may be shown or not.
            elif _has_digits(child):
                self._stand_in(ALTERED)

    def _inside(self, parent: Element) -> Iterator[Element]:
        """Give what stands in a paragraph; what is around it is known while it is given."""
        for child in parent:
            if child.tag in AROUND:
                yield from self._inside_of(child)
            else:
                yield child

    def _inside_of(self, outermost: Element) -> Iterator[Element]:
        waiting: list[tuple[Element | None, Iterator[Element]]] = [(None, iter((outermost,)))]
        while waiting:
            around, siblings = waiting[-1]
            child = next(siblings, None)
            content = None if child is None else opened(child)
            if child is None:
                waiting.pop()
                self._leave(around)
            elif content is None:
                yield child
            else:
                self._enter(child)
                waiting.append((child, iter(content)))

    def _enter(self, around: Element) -> None:
        if around.tag == w("fldSimple"):
            self._fields.begin_simple(around)
        self._links += _is_link_into_document(around)
        self._backwards += _is_backwards(around)

    def _leave(self, around: Element | None) -> None:
        if around is None:
            return
        if around.tag == w("fldSimple"):
            self._fields.end_simple()
        self._links -= _is_link_into_document(around)
        self._backwards -= _is_backwards(around)

    def _run(self, run: Element) -> str:
        if not len(run):
            return ""
        properties = properties_of(run, "rPr")
        look = self._look.plain if properties is None else self._effects.of_words(properties, self._look)
        if look.is_hidden:
            self._compute(run)
            return ""
        self._is_apart = self._links > 0
        text = "".join(self._content(run, look))
        if not text:
            return ""
        is_odd = look.is_odd(text)
        if _DIGIT.search(text):
            self._sizes.add(look.size)
        if is_odd or (self._backwards and text.strip()):
            self._stand_in(ALTERED)
        # 12 with the number of a note, or white letters that fill a cell.
        return self._marked(text, look, apart=self._is_apart or is_odd)

    def _compute(self, run: Element) -> None:
        """Follow the marks of fields in a run of which nothing is shown."""
        for child in children(run):
            if child.tag == _MARK:
                self._fields.mark(child)
            elif child.tag == _CODE:
                self._fields.add_code(child.text or "")

    def _content(self, run: Element, look: Look) -> Iterator[str]:
        before, has_note = self._instead, False
        for child in children(run):
            tag = child.tag
            if tag == _MARK:
                entry = self._fields.mark(child)
                # Programs draw a list that can be chosen from in a box of its own.
                self._is_apart |= bool(entry)
                yield entry
            elif tag == _CODE:
                self._fields.add_code(child.text or "")
            elif tag in DRAWN:
                self._draw(child)
            elif tag in _TODAY:
                self._stand_in(ALTERED)
            # 政 with zhèng above it
            elif tag == _RUBY:
                yield from self._ruby(child)
            # Of <w:instrText>=SUM(ABOVE)</w:instrText> and what follows separate, the latter.
            elif self._fields.is_shown():
                yield self._shown(child)
            has_note = has_note or tag in _NOTES
        # 12 with the number of a note that is not raised: 121
        if has_note and not look.shift:
            self._instead = before or ALTERED

    def _shown(self, child: Element) -> str:
        text = shown_text(child)
        self._fields.add_words(text)
        # <w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>3</w:t>
        self._is_apart |= self._fields.is_apart() or child.get(_FOLLOWED) is not None
        # <w:delText>9</w:delText> in words that were not deleted
        if not text and _has_digits(child):
            self._stand_in(ALTERED)
        return text

    def _ruby(self, ruby: Element) -> Iterator[str]:
        if any(map(_has_digits, ruby.findall(w("rt")))):
            self._stand_in(ALTERED)
        for base in ruby.findall(w("rubyBase")):
            yield from self._pieces(base)

    def _draw(self, drawn: Element) -> None:
        """Look at a drawing: its text boxes are read, and anything else stands for itself."""
        drawing = look_at(drawn)
        if drawing.is_hidden:
            return
        self._boxes.extend(drawing.boxes)
        if drawing.reach is not None:
            self._reaches.append(drawing.reach)
        is_seal = drawing.is_picture and not drawing.boxes and not drawing.is_in_line
        self._has_floating |= is_seal
        is_text = drawing.boxes and drawing.is_in_line and not drawing.is_more
        if not is_seal and not is_text:
            self._stand_in(PICTURE)

    def _marked(self, text: str, look: Look, *, apart: bool) -> str:
        """Keep apart from a number what is raised beside it or struck out of it."""
        shift = look.shift or (RAISED if apart else "")
        last, before = self._last
        self._last = (text[-1], shift)
        struck = STRUCK if look.is_struck else ""
        marked = struck + text + struck
        if shift != before and last.isdigit():
            return (shift or (" " if text[0].isdigit() else "")) + marked
        return marked

    def _formula(self, formula: Element) -> str:
        """Give the letters of a formula, with blanks between them where they do not stand in one line."""
        runs = list(formula.iter(f"{{{M}}}r"))
        in_line = sum(len(part.findall(f"{{{M}}}r")) for part in formula.iter(*_MATH))
        # A root, a fraction, a border with a line through it
        if in_line < len(runs) or next(formula.iter(*_CHANGED_IN_FORMULA), None) is not None:
            self._stand_in(PICTURE)
        letters = (text.text or "" for text in formula.iter(f"{{{M}}}t"))
        return ("" if in_line == len(runs) else " ").join(letters)


def _has_digits(element: Element) -> bool:
    return _DIGIT.search(text_in(element)) is not None


def _is_link_into_document(around: Element) -> bool:
    """Tell whether an element is a link to a place in the document, as the number of a note is."""
    # <w:hyperlink w:anchor="_ftn1">; nothing else that stands around words has an anchor.
    return around.get(_ANCHOR) is not None


def _is_backwards(around: Element) -> bool:
    """Tell whether words run from right to left in an element."""
    # <w:bdo w:val="rtl">
    return around.get(w("val")) == "rtl"
