"""The zip file that a Word document is: its parts, read within bounds."""

from __future__ import annotations

import json
import posixpath
from typing import TYPE_CHECKING, Final

from govdisclosure.formats._zip import Archive
from govdisclosure.formats.docx._xml import CUSTOM, DC, parse_xml
from govdisclosure.layout.blocks import MARK, Head
from govdisclosure.layout.wording import problem

if TYPE_CHECKING:
    from govdisclosure.formats._limits import Limits
    from govdisclosure.formats.docx._xml import Element
    from govdisclosure.model.values import JSON

DOCUMENT: Final = "word/document.xml"
CORE: Final = "docProps/core.xml"
CUSTOM_PART: Final = "docProps/custom.xml"

_MEMBER: Final = f"{MARK}:"


class Package:
    """
    The parts of a document.

    Args:
        content: The zip file.
        limits: The bounds within which it is read.

    Raises:
        ReadError: If it is no zip file, or unpacks to more than a bound.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._limits = limits
        self._archive = Archive(content, limits)

    def part(self, name: str) -> Element | None:
        """
        Read a part; None if it is not there.

        Raises:
            ReadError: If it is damaged, encrypted or beyond a bound.
        """
        content = self._archive.part(name)
        return None if content is None else parse_xml(content, name, self._limits)

    def related(self, source: str, kind: str, default: str) -> str:
        """Give the name of the part that a part names as its ``kind``, such as ``styles``; else the usual name."""
        folder, name = posixpath.split(source)
        links = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        for link in links if links is not None else ():
            if link.get("Type", "").endswith(f"/{kind}") and link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
                if target in self._archive:
                    return target
        return default

    def title(self) -> str:
        """Give the title that the document states of itself."""
        core = self.part(CORE)
        return "" if core is None else (core.findtext(f"{{{DC}}}title") or "")

    def head(self) -> Head | None:
        """
        Give the head that our writer wrote; None for documents of others.

        Raises:
            ReadError: If it is there but damaged.
        """
        custom = self.part(CUSTOM_PART)
        named = [
            (found.get("name", ""), "".join(map(str, found.itertext())))
            for found in (custom if custom is not None else ())
            if found.tag == f"{{{CUSTOM}}}property"
        ]
        if not any(name == MARK for name, _ in named):
            return None
        named = [(name, text) for name, text in named if name == MARK or name.startswith(_MEMBER)]
        values: dict[str, JSON] = {MARK: None}
        for name, text in named:
            try:
                values[name.removeprefix(_MEMBER)] = json.loads(text)
            except (ValueError, RecursionError) as error:
                raise problem("HEAD", place="head", problem=f"{name} holds no JSON") from error
        return Head(values)
