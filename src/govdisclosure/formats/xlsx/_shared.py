"""What the sheets of a workbook share: strings, styles, and how much of the bounds is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from govdisclosure.formats._limits import Limits, beyond
from govdisclosure.formats._package import Link, Package
from govdisclosure.formats.xlsx._anchors import Drawing
from govdisclosure.formats.xlsx._colours import Colours
from govdisclosure.formats.xlsx._looks import Change, Font, Style, font_of, styles_of
from govdisclosure.formats.xlsx._thresholds import LOOKS_A_CELL, USUAL_SIZE
from govdisclosure.formats.xlsx._xml import ON
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_BREAK: Final = re.compile("\r\n?")


@frozen
class Words:
    """
    A string of a workbook.

    Args:
        text: Its text.
        runs: The texts that it is made of, each with its letters, None for those of its cell; none where all are alike.
    """

    text: str
    runs: tuple[tuple[str, Font | None], ...] = ()


NO_WORDS: Final = Words("")


@define
class Shared:
    """
    What the sheets of a workbook share, how many cells are left within the bound, and how much text was read.

    What a part draws over cells is kept by the kind of the part and its name.
    """

    package: Package
    limits: Limits
    strings: list[Words]
    styles: list[Style]
    changes: list[Change]
    colours: Colours
    since_1904: bool
    left: int
    looks: int = 0
    characters: int = 0
    lines: int = 0
    drawn: dict[tuple[str, str], list[Drawing]] = field(factory=dict)

    @property
    def usual_size(self) -> float:
        """Points of the letters by which the width of columns is counted: those of the first of the styles."""
        return (self.styles[0].font.size if self.styles else 0) or USUAL_SIZE

    def take(self, count: int) -> None:
        """
        Count cells.

        Raises:
            ReadError: If there are too many.
        """
        self.left -= count
        if self.left < 0:
            raise beyond(self.limits, "max_cells")

    def take_looks(self, count: int) -> None:
        """
        Count how often a cell is looked at for what may hide it.

        Raises:
            ReadError: If that is more often than so many cells need.
        """
        self.looks += count
        if self.looks > LOOKS_A_CELL * self.limits.max_cells:
            raise beyond(self.limits, "max_cells")

    def take_text(self, text: str) -> None:
        """
        Count what a cell shows: many of them may share one text.

        Raises:
            ReadError: If it is more than the parts may unpack to, or has too many lines.
        """
        self.characters += len(text)
        self.lines += text.count("\n")
        if self.lines > self.limits.max_lines:
            raise beyond(self.limits, "max_lines")
        if self.characters > self.limits.max_unpacked_bytes:
            raise beyond(self.limits, "max_unpacked_bytes")


def shared_by(package: Package, limits: Limits, root: Element, links: Iterable[Link]) -> Shared:
    """
    Give what the sheets of a workbook share.

    Args:
        package: The workbook.
        limits: The bounds within which it is read.
        root: Its main part.
        links: The links of that part to others.

    Raises:
        ReadError: If a part is damaged, or beyond a bound.
    """
    named = {link.kind: link.target for link in links}
    properties = root.find("workbookPr")
    # <workbookPr date1904="1"/>, as Excel for the Mac once had it
    since_1904 = properties is not None and properties.get("date1904") in ON
    strings, styles = (package.part(named.get(kind, f"xl/{kind}.xml")) for kind in ("sharedStrings", "styles"))
    theme = package.part(named.get("theme", "xl/theme/theme1.xml"))
    looks, changes, colours = styles_of(styles, theme)
    shared = [words_of(item, colours) for item in strings.iter("si")] if strings is not None else []
    return Shared(package, limits, shared, looks, changes, colours, since_1904, limits.max_cells)


def words_of(item: Element, colours: Colours) -> Words:
    """Give the text of a string: of its runs, without what is printed above them to tell how it is read."""
    runs: list[tuple[str, Font | None]] = []
    for part in item:
        # <si><r><t>12</t></r><rPh><t>shí èr</t></rPh></si>
        if part.tag == "r":
            looks = part.find("rPr")
            text = "".join(piece.text or "" for piece in part.iter("t"))
            runs.append((unescaped(text), None if looks is None else font_of(looks, colours)))
        elif part.tag == "t":
            runs.append((unescaped(part.text or ""), None))
    # <r><t>_x</t></r><r><t>000D_</t></r>: an escape stands in one run, as Excel has it.
    whole = "".join(text for text, _ in runs)
    # <r><rPr/><t/></r>
    runs = [(text, font) for text, font in runs if text]
    return Words(whole) if all(font is None for _, font in runs) else Words(whole, tuple(runs))


def unescaped(text: str) -> str:
    """Give the characters for which Excel writes ``_x000D_`` and the like; line ends are line feeds."""
    if text.isalnum():
        return text
    plain = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)
    if plain != text:
        # Characters beyond the first plane are escaped in two halves.
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "\n".join(map(clean_text, _BREAK.sub("\n", plain).split("\n")))
