"""The package of a Word document: its parts by their use, its page headers, and what its properties say of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import MARK, MetadataBlock, label_of
from govdisclosure.form.wording import wrong_metadata
from govdisclosure.formats._package import Package
from govdisclosure.formats.docx._styles_part import NO_STYLES, StylesPart
from govdisclosure.formats.docx._xml import CUSTOM, DC, R, is_on, parse_xml, w
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.form.clock import Clock
    from govdisclosure.formats.docx._xml import Element
    from govdisclosure.model.values import JSON

DOCUMENT: Final = "word/document.xml"
CORE: Final = "docProps/core.xml"
CUSTOM_PART: Final = "docProps/custom.xml"


class WordPackage(Package):
    """A Word document: a package whose parts are read as Word's own, all its namespaces kept."""

    def own(self, name: str) -> Element | None:
        """
        Read a part as Word's own; None if it is not there.

        Raises:
            ReadError: If it is damaged, encrypted or beyond a bound.
        """
        content = self.archive.part(name)
        return None if content is None else parse_xml(content, name, self.limits)

    def styles(self, source: str, *, as_a_whole: bool) -> StylesPart:
        """
        Give the styles of a part.

        Args:
            source: Name of the part.
            as_a_whole: Whether something is asked of each of them.

        Raises:
            ReadError: If what declares them is damaged, encrypted or beyond a bound.
        """
        name = self.related(source, "styles", "word/styles.xml")
        content = self.archive.part(name)
        return StylesPart(NO_STYLES if content is None else content, name, self.limits, as_a_whole=as_a_whole)

    def related(self, source: str, kind: str, default: str) -> str:
        """Give the name of the part that a part names as its ``kind``, such as ``styles``; else the usual name."""
        targets = (link.target for link in self.links(source) if link.kind == kind)
        return next((target for target in targets if target in self.archive), default)

    def title(self) -> str:
        """Give the title that the document states of itself."""
        core = self.own(CORE)
        return "" if core is None else (core.findtext(f"{{{DC}}}title") or "")

    def headers(self, source: str, body: Element, clock: Clock) -> Iterator[Element]:
        """
        Give the page headers that a document shows: not those of first or even pages that are like the others.

        Many sections may show one, which is given once.

        Raises:
            ReadError: If one is damaged, encrypted or beyond a bound, or if the time is up.
        """
        targets = {link.name: link.target for link in self.links(source) if link.kind == "header"}
        named: dict[str, None] = {}
        for section in body.iter(w("sectPr")):
            shown = {"default", "first"} if is_on(section, "titlePg") else {"default"}
            for reference in section.iterfind(w("headerReference")):
                target = targets.get(reference.get(f"{{{R}}}id", ""))
                if target is not None and reference.get(w("type")) in shown:
                    named[target] = None
        for target in clock.between(named):
            header = self.own(target)
            if header is not None:
                yield header

    def metadata(self) -> MetadataBlock | None:
        """
        Give the metadata that our writer wrote; None for documents of others.

        Raises:
            ReadError: If it is there but damaged.
        """
        custom = self.own(CUSTOM_PART)
        properties = custom.findall(f"{{{CUSTOM}}}property") if custom is not None else []
        named = [(each.get("name", ""), "".join(map(str, each.itertext()))) for each in properties]
        if not any(name == MARK for name, _ in named):
            return None
        values: dict[str, JSON] = {MARK: None}
        for name, text in named:
            label = label_of(name)
            if label is None:
                continue
            try:
                values[label] = json.loads(text)
            except (ValueError, RecursionError) as error:
                raise wrong_metadata(Message(f"{name} 不是JSON", f"{name} holds no JSON")) from error
        return MetadataBlock(values)
