"""The official form as one web page that needs nothing else: no script, no picture, no address outside itself."""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.blocks import Block, Grid, MetadataBlock, Paragraph, Role, property_of
from govdisclosure.formats._markup import Markup, joined
from govdisclosure.formats.html import _texts
from govdisclosure.formats.html._element import element
from govdisclosure.formats.html._marks import Marks, marks_of, quoted, said_of
from govdisclosure.formats.html._panel import Panel
from govdisclosure.formats.html._places import Places, places_of
from govdisclosure.formats.html._style import SIGNED, STYLE
from govdisclosure.formats.html._table import table
from govdisclosure.model.report import HEADINGS, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.model.findings import Finding
    from govdisclosure.model.notes import Note

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_BREAK: Final = Markup("\n")
# Longer words in brackets may not fit on a line of a phone.
_TOGETHER: Final = re.compile(r"([0-9]{1,9}\w|（[^（）]{1,10}）)")
_DIRECTION: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def write(
    blocks: Iterable[Block],
    *,
    findings: tuple[Finding, ...] | None = None,
    notes: tuple[Note, ...] = (),
    list_at: str | None = None,
    in_english: bool = False,
) -> str:
    """
    Write blocks as a web page.

    Args:
        blocks: The blocks of a report.
        findings: What a check found, shown on the form, in a summary and in a list; None if there was no check.
        notes: What the reading could not decide, shown the same way.
        list_at: Address of a list of pages, to which the summary has a link; None for none.
        in_english: Whether the English messages of the list are shown from the beginning.
    """
    blocks = tuple(blocks)
    places = places_of(blocks)
    marks = marks_of(places, findings or (), notes)
    main = joined(element("main", "\n", *_Form(blocks, places, marks).parts()), "\n")
    # A report that nobody checked has no summary and no list.
    if findings is None and not notes:
        body = main
    else:
        panel = Panel(marks, places, checked=findings is not None, in_english=in_english)
        skip = element("a", _texts.TO_LIST, class_="skip", href="#gd-list", data_part=True)
        body = joined(skip, panel.summary(list_at), "\n", element("div", main, panel.listed(), class_="beside"), "\n")
    page = element("html", _head(blocks), "\n", element("body", "\n", body), "\n", lang="zh-CN")
    return f"<!DOCTYPE html>\n{page}\n"


def _head(blocks: Iterable[Block]) -> Markup:
    title = next((block.text for block in blocks if isinstance(block, Paragraph) and block.role is Role.TITLE), "")
    title = _DIRECTION.sub("", title).strip() or _texts.UNTITLED
    metadata = next((block.values for block in blocks if isinstance(block, MetadataBlock)), {})
    own = (
        element("meta", name=property_of(name), content=json.dumps(value, ensure_ascii=False))
        for name, value in metadata.items()
    )
    parts = (
        element("meta", charset="utf-8"),
        *own,
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", title),
        element("style", Markup(STYLE)),
    )
    return element("head", "\n", joined(*parts, by="\n"), "\n")


@frozen
class _Form:
    """The report itself, each section an element of its own."""

    blocks: tuple[Block, ...]
    places: Places
    marks: Marks

    def parts(self) -> Iterator[Markup]:
        """Give the elements of the page's main part."""
        if not any(isinstance(block, Paragraph) and block.role is Role.TITLE for block in self.blocks):
            yield joined(element("h1", _texts.UNTITLED, class_="hidden", data_part=True), "\n")
        section: str | None = None
        inside: list[Markup] = []
        missing = [name for name in SECTIONS if name not in self.places.names and name in self.marks.at]
        for block in self.blocks:
            if isinstance(block, Paragraph) and block.role is Role.HEADING:
                yield from _section(section, inside)
                section, inside = block.path, []
                while missing and _stands_before(missing[0], section):
                    yield self._gap(missing.pop(0))
            inside += self._block(block)
        yield from _section(section, inside)
        yield from map(self._gap, missing)
        yield from self._signature()

    def _block(self, block: Block) -> Iterator[Markup]:
        if isinstance(block, Grid):
            yield table(block, self.marks)
            yield _BREAK
        elif isinstance(block, Paragraph) and block.role is not Role.SIGNATURE:
            yield self._paragraph(block)
            yield _BREAK
            yield from self._remarks(block.path)

    def _signature(self) -> Iterator[Markup]:
        """Give the signature block; a day that is not known has no line."""
        lines = [block for block in self.blocks if isinstance(block, Paragraph) and block.role is Role.SIGNATURE]
        signed = [joined(self._paragraph(line), "\n") for line in lines if line.text]
        if signed:
            yield joined(element("div", "\n", *signed, class_="signature"), "\n")
            yield from chain.from_iterable(self._remarks(line.path) for line in lines)

    def _paragraph(self, block: Paragraph) -> Markup:
        marked = self.marks.classes(block.path)
        if block.role is Role.HEADING:  # Its path is that of its section, which has it as its id.
            return element("h2", block.text, class_=marked)
        tag = "h1" if block.role is Role.TITLE else "p"
        text = _kept_together(block.text) if tag == "h1" else quoted(block.text, block.path, self.marks)
        signed = SIGNED if block.role is Role.SIGNATURE else None
        classes = filter(None, (signed, marked, "own-indent" if block.text[:1].isspace() else None))
        return element(tag, text, id=block.path, class_=" ".join(classes) or None)

    def _remarks(self, place: str | None) -> Iterator[Markup]:
        items = self.marks.at.get(place, ())
        if items:
            yield joined(element("div", *said_of(items), class_=f"remarks {items[0].kind}", data_part=True), "\n")

    def _gap(self, section: str) -> Markup:
        """Give the place of a section that the report lacks."""
        title = element("p", _texts.missing(HEADINGS[section]), class_="missing")
        return joined(element("div", title, *self._remarks(section), id=section, class_="gap", data_part=True), "\n")


def _kept_together(title: str) -> Markup:
    """Keep a line of the title from ending between a number and the word that it counts, or within brackets."""
    pieces = _TOGETHER.split(title)  # What was matched stands at the odd places.
    return joined(*(element("span", piece, class_="together") if at % 2 else piece for at, piece in enumerate(pieces)))


def _section(name: str | None, inside: list[Markup]) -> Iterator[Markup]:
    if name:
        yield element("section", _BREAK, *inside, id=name)
        yield _BREAK
    else:
        yield from inside


def _stands_before(missing: str, section: str | None) -> bool:
    """Tell whether a missing section has its place before another one; sections beyond the six come last."""
    return section not in SECTIONS or SECTIONS.index(missing) < SECTIONS.index(section)
