"""What the sheets of a workbook share: strings, styles, and how much of the bounds is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define, frozen

from govdisclosure.form.wording import problem
from govdisclosure.formats._limits import Limits
from govdisclosure.formats._package import Link, Package
from govdisclosure.formats.xlsx import _numbers
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

ON: Final = frozenset({"1", "true"})
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_BREAK: Final = re.compile("\r\n?")


@frozen
class Style:
    """What a style does to its cells: the format of their numbers, and whether they have a line on some side."""

    code: str
    bordered: bool


@define
class Shared:
    """What the sheets of a workbook share, how many cells are left within the bound, and how much text was read."""

    package: Package
    limits: Limits
    strings: list[str]
    styles: list[Style]
    since_1904: bool
    left: int
    characters: int = 0
    lines: int = 0

    def take(self, count: int) -> None:
        """
        Count cells.

        Raises:
            ReadError: If there are too many.
        """
        self.left -= count
        if self.left < 0:
            raise problem("BEYOND-LIMIT", name="max_cells", limit=self.limits.max_cells)

    def take_text(self, text: str) -> None:
        """
        Count what a cell shows: many of them may share one text.

        Raises:
            ReadError: If it is more than the parts may unpack to, or has too many lines.
        """
        self.characters += len(text)
        self.lines += text.count("\n")
        if self.lines > self.limits.max_lines:
            raise problem("BEYOND-LIMIT", name="max_lines", limit=self.limits.max_lines)
        if self.characters > self.limits.max_unpacked_bytes:
            raise problem("BEYOND-LIMIT", name="max_unpacked_bytes", limit=self.limits.max_unpacked_bytes)


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
    shared = [text_of(item) for item in strings.iter("si")] if strings is not None else []
    return Shared(
        package, limits, shared, list(_styles(styles)) if styles is not None else [], since_1904, limits.max_cells
    )


def _styles(root: Element) -> Iterator[Style]:
    codes = {number_of(each.get("numFmtId")): each.get("formatCode", "") for each in root.iter("numFmt")}
    borders = list(map(_is_drawn, _below(root, "borders")))
    for style in _below(root, "cellXfs"):
        number, border = number_of(style.get("numFmtId")), number_of(style.get("borderId"))
        code = codes.get(number, _numbers.BUILT_IN.get(number, _numbers.GENERAL))
        yield Style(code, border < len(borders) and borders[border])


def _is_drawn(border: Element) -> bool:
    """Tell whether a border has a line on some side."""
    return any(side.get("style", "none") != "none" for side in border)


def _below(root: Element, name: str) -> list[Element]:
    parent = root.find(name)
    return [] if parent is None else list(parent)


def number_of(text: str | None) -> int:
    """Give a number that a workbook states; nought for what is none."""
    return int(text[:9]) if text is not None and text.isascii() and text.isdigit() else 0


def text_of(item: Element) -> str:
    """Give the text of a string: of its runs, without what is printed above them to tell how it is read."""
    pieces: list[str] = []
    for part in item:
        # <si><r><t>12</t></r><rPh><t>shí èr</t></rPh></si>
        if part.tag == "r":
            pieces += (piece.text or "" for piece in part.iter("t"))
        elif part.tag == "t":
            pieces.append(part.text or "")
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """Give the characters for which Excel writes ``_x000D_`` and the like; line ends are line feeds."""
    plain = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)
    if plain != text:
        # Characters beyond the first plane are escaped in two halves.
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "\n".join(map(clean_text, _BREAK.sub("\n", plain).split("\n")))
