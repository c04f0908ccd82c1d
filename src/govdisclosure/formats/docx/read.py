"""Word as blocks: our own documents as they were written, others as Word shows them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from govdisclosure.form.blocks import Paragraph, Role
from govdisclosure.form.wording import problem
from govdisclosure.formats._limits import DEFAULT, Limits
from govdisclosure.formats.docx._body import Body
from govdisclosure.formats.docx._controls import empty_controls
from govdisclosure.formats.docx._looks import ROLES, SPACER
from govdisclosure.formats.docx._numbering import Numbering
from govdisclosure.formats.docx._overlays import Overlays
from govdisclosure.formats.docx._package import CUSTOM_PART, DOCUMENT, WordPackage
from govdisclosure.formats.docx._styles import Styles
from govdisclosure.formats.docx._xml import w
from govdisclosure.model.values import clean_text

if TYPE_CHECKING:
    from govdisclosure.form.blocks import Block
    from govdisclosure.form.clock import Clock


def read(content: bytes, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read a Word document as blocks.

    Our own is known by its properties, which hold the metadata, and by its styles, which tell the roles of paragraphs;
    what has only the properties was made from a page of ours by another program. Of others, empty paragraphs are left
    out, and the title that the document states of itself comes first, then the lines of its page headers.

    Raises:
        ReadError: If it is damaged, encrypted, or beyond a bound, or says that it is ours with metadata that we did not
            write.
    """
    return _blocks(WordPackage(content, limits), limits, clock or limits.clock(), as_shown=False)


def read_as_shown(content: bytes, limits: Limits = DEFAULT, clock: Clock | None = None) -> list[Block]:
    """
    Read a Word document as Word shows it, whoever wrote it; what says that it is ours loses its metadata.

    Raises:
        ReadError: As ``read`` does.
    """
    return _blocks(WordPackage(content, limits), limits, clock or limits.clock(), as_shown=True)


def _blocks(package: WordPackage, limits: Limits, clock: Clock, *, as_shown: bool) -> list[Block]:
    name = package.related("", "officeDocument", DOCUMENT)
    document = package.own(name)
    body = document.find(w("body")) if document is not None else None
    if body is None:
        raise problem("PART-MISSING", part=name)
    empty_controls(body)
    is_marked = not as_shown and CUSTOM_PART in package.archive
    styles = Styles(package.styles(name, as_a_whole=is_marked))
    numbering = Numbering(package.own(package.related(name, "numbering", "word/numbering.xml")), styles)
    metadata = package.metadata() if is_marked and styles.names() & ROLES.keys() else None
    reader = Body(styles, numbering, ROLES if metadata else {}, SPACER, limits, clock)
    blocks = reader.blocks(body, overlays=Overlays())
    if metadata is not None:
        return [metadata, *(block for block in blocks if not _is_gap(block))]
    title = clean_text(package.title()).strip()
    stated = [block for block in blocks if not isinstance(block, Paragraph) or block.text.strip()]
    # 某县统计局2022年政府信息公开工作年度报告, above every page
    headers = chain.from_iterable(map(reader.blocks, package.headers(name, body, clock)))
    above = [block.text.strip() for block in headers if isinstance(block, Paragraph)]
    said = [Paragraph(text, Role.PAGE) for text in dict.fromkeys([title, *above]) if text]
    return [*said, *stated]


def _is_gap(block: Block) -> bool:
    """Tell whether a block is an empty line that somebody put into our document, in a style that is not ours."""
    return isinstance(block, Paragraph) and block.role is None and not block.text.strip()
