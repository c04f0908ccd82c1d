"""The official form as a Word document, looking as GB/T 9704-2012 has it; the same report gives the same bytes."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import MetadataBlock, Paragraph, Role, property_of
from govdisclosure.formats.docx import _looks as looks
from govdisclosure.formats.docx._document import document_part
from govdisclosure.formats.docx._package import CORE, CUSTOM_PART, DOCUMENT
from govdisclosure.formats.docx._xml import CUSTOM, DC, VT, add, new, to_bytes
from govdisclosure.model.report import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govdisclosure.form.blocks import Block

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS: Final = {
    DOCUMENT: f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/footer2.xml": f"{_WORD}.footer+xml",
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    CUSTOM_PART: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_DEFAULT_KINDS: Final = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
_LINKS: Final = {
    DOCUMENT: f"{_OFFICE}/officeDocument",
    CORE: f"{_PACKAGE}/relationships/metadata/core-properties",
    CUSTOM_PART: f"{_OFFICE}/custom-properties",
}
_LINKS_OF_DOCUMENT: Final = {
    "styles.xml": f"{_OFFICE}/styles",
    "fontTable.xml": f"{_OFFICE}/fontTable",
    "settings.xml": f"{_OFFICE}/settings",
    "footer1.xml": f"{_OFFICE}/footer",
    "footer2.xml": f"{_OFFICE}/footer",
}
_FOOTERS: Final = (("default", "rId4"), ("even", "rId5"))
# The day on which a zip file can begin: no day of writing, so that the same report gives the same bytes.
_NO_DAY: Final = (1980, 1, 1, 0, 0, 0)
_NO_TIME: Final = "1980-01-01T00:00:00Z"
# What custom properties are all of, and the number of the first of them.
_CUSTOM_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY: Final = 2


def write(blocks: Iterable[Block]) -> bytes:
    """Write blocks as a Word document; the metadata become properties of the document, named ``govdisclosure:NAME``."""
    blocks = tuple(blocks)
    parts: dict[str, bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(_LINKS),
        DOCUMENT: document_part(blocks, _FOOTERS),
        "word/_rels/document.xml.rels": _relationships(_LINKS_OF_DOCUMENT),
        "word/styles.xml": looks.styles_part().encode(),
        "word/fontTable.xml": looks.fonts_part().encode(),
        "word/settings.xml": looks.settings_part().encode(),
        "word/footer1.xml": looks.footer_part(even=False).encode(),
        "word/footer2.xml": looks.footer_part(even=True).encode(),
        CORE: _core(blocks),
        CUSTOM_PART: _custom(blocks),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _NO_DAY)
            info.create_system = 0  # As on the machine that the format comes from, wherever this one is.
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=6)
    return buffer.getvalue()


def _content_types() -> bytes:
    namespace = f"{_PACKAGE}/content-types"
    types = new(f"{{{namespace}}}Types", {None: namespace})
    for extension, kind in _DEFAULT_KINDS.items():
        add(types, f"{{{namespace}}}Default", {"Extension": extension, "ContentType": kind})
    for part, kind in _KINDS.items():
        add(types, f"{{{namespace}}}Override", {"PartName": f"/{part}", "ContentType": kind})
    return to_bytes(types)


def _relationships(links: Mapping[str, str]) -> bytes:
    namespace = f"{_PACKAGE}/relationships"
    root = new(f"{{{namespace}}}Relationships", {None: namespace})
    for place, (target, kind) in enumerate(links.items(), 1):
        add(root, f"{{{namespace}}}Relationship", {"Id": f"rId{place}", "Type": kind, "Target": target})
    return to_bytes(root)


def _core(blocks: Iterable[Block]) -> bytes:
    """Give what every document says of itself: its title and subject, no author, no day."""
    namespace = f"{_PACKAGE}/metadata/core-properties"
    root = new(f"{{{namespace}}}coreProperties", {"cp": namespace, "dc": DC, "dcterms": _TERMS, "xsi": _XSI})
    titles = (block.text for block in blocks if isinstance(block, Paragraph) and block.role is Role.TITLE)
    for name, text in (("title", next(titles, "")), ("subject", NAME), ("creator", "")):
        add(root, f"{{{DC}}}{name}", {}, text)
    for name in ("created", "modified"):
        add(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"}, _NO_TIME)
    return to_bytes(root)


def _custom(blocks: Iterable[Block]) -> bytes:
    """Give the metadata: a property for each of its values, which are JSON."""
    root = new(f"{{{CUSTOM}}}Properties", {None: CUSTOM, "vt": VT})
    metadata = next((block.values for block in blocks if isinstance(block, MetadataBlock)), {})
    for number, (name, value) in enumerate(metadata.items(), _FIRST_PROPERTY):
        added = add(
            root, f"{{{CUSTOM}}}property", {"fmtid": _CUSTOM_FORMAT, "pid": str(number), "name": property_of(name)}
        )
        add(added, f"{{{VT}}}lpwstr", {}, json.dumps(value, ensure_ascii=False))
    return to_bytes(root)
