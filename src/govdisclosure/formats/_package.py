"""Packages, which Word documents and workbooks are: parts in a zip file with links between them, and their XML."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from attrs import frozen

from govdisclosure.form.wording import problem
from govdisclosure.formats._limits import Limits, beyond
from govdisclosure.formats._zip import Archive

if TYPE_CHECKING:
    from govdisclosure.errors import ReadError

# A cell takes four elements and as many attributes, and text around a table far more than its cells.
_MARKUP_FOR_A_CELL: Final = 100


def damaged(part: str) -> ReadError:
    """Make the error of a part that holds something else than it should."""
    return problem("XML", part=part)


@frozen
class Link:
    """
    A link from one part to another.

    Args:
        name: The name that the one has for it.
        kind: What the other is to the one, such as ``styles``.
        target: Name of the other part.
    """

    name: str
    kind: str
    target: str


class Package:
    """
    The parts of a document or workbook.

    Args:
        content: The zip file.
        limits: The bounds within which it is read.

    Raises:
        ReadError: If it is no zip file, or unpacks to more than a bound.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        self.limits = limits
        self.archive = Archive(content, limits)
        self._links: dict[str, list[Link]] = {}

    def part(self, name: str) -> Element | None:
        """
        Read a part; None if it is not there.

        Raises:
            ReadError: If it is damaged, encrypted or beyond a bound.
        """
        content = self.archive.part(name)
        return None if content is None else parse_xml(content, name, self.limits)

    def required(self, name: str) -> Element:
        """
        Read a part that must be there.

        Raises:
            ReadError: If it is not, is damaged, encrypted or beyond a bound.
        """
        part = self.part(name)
        if part is None:
            raise problem("PART-MISSING", part=name)
        return part

    def links(self, source: str) -> list[Link]:
        """
        Give the links of a part to others in the file.

        Raises:
            ReadError: If what holds them is damaged, encrypted or beyond a bound, or if there are too many.
        """
        known = self._links.get(source)
        if known is None:
            known = self._links[source] = self._read_links(source)
        return known

    def _read_links(self, source: str) -> list[Link]:
        folder, name = posixpath.split(source)
        # word/document.xml has its links in word/_rels/document.xml.rels.
        links = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        if links is not None and len(links) > self.limits.max_lines:
            raise beyond(self.limits, "max_lines")
        return [
            Link(
                link.get("Id", ""),
                link.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, _target_of(link))).lstrip("/"),
            )
            for link in (links if links is not None else ())
            if link.get("TargetMode") != "External"
        ]


def _target_of(link: Element) -> str:
    """Give the name to which a link leads, which is written as in an address on the web."""
    # <Relationship Target="my%20styles.xml"/>, and st\styles.xml by some programs
    return unquote(link.get("Target", "")).replace("\\", "/")


class _LocalNames(dict[str, str]):
    """Names without their namespaces, by those with them; each is taken apart once."""

    def __missing__(self, name: str) -> str:
        """Take a name apart."""
        local = self[name] = name.rpartition(" ")[2]
        return local


class _Handler:
    """
    Builds a tree of a part, with names that lack their namespaces, and refuses what none needs.

    Args:
        part: Name of the part.
        limits: The bounds.
    """

    def __init__(self, part: str, limits: Limits) -> None:
        self.builder = TreeBuilder()
        self.part = part
        self.limits = limits
        self.depth = 0
        self.names = _LocalNames()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        self.depth += 1
        if self.depth > self.limits.max_depth:
            raise beyond(self.limits, "max_depth")
        names = self.names
        self.builder.start(names[name], {names[key]: value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        """End an element."""
        self.depth -= 1
        self.builder.end(self.names[name])

    def refuse(self, *_: object) -> None:
        """Refuse a document type, and with it all entities."""
        raise damaged(self.part)


def parse_xml(content: bytes, part: str, limits: Limits) -> Element:
    """
    Parse one part: no document type, no entities, nothing from outside, bounded in size and depth.

    Raises:
        ReadError: If it is no XML, holds a document type, or is beyond a bound.
    """
    if content.count(b"<") + content.count(b"=") > _MARKUP_FOR_A_CELL * limits.max_cells:
        raise beyond(limits, "max_cells")
    handler = _Handler(part, limits)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.builder.data
    parser.StartDoctypeDeclHandler = handler.refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - it takes no name
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise damaged(part) from error
    return handler.builder.close()
