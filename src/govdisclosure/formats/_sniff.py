"""What a content is: told by the content itself, never by a suffix."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from typing import Final

from govdisclosure.errors import Place
from govdisclosure.form.blocks import MARK
from govdisclosure.form.wording import problem
from govdisclosure.formats._marks import is_marked
from govdisclosure.formats._part_names import folded
from govdisclosure.model.message import Message

_PICTURE: Final = Message("图片", "a picture")
_OFFICE: Final = Message(
    "存成单个 XML 的 Word、Excel 或 OpenDocument 文件（请另存为 .docx 或 .xlsx）",
    "Word, Excel or OpenDocument as one XML file (save it as .docx or .xlsx first)",
)
_ZIP: Final = b"PK\x03\x04"
_PDF: Final = b"%PDF-"
_REFUSED: Final = {
    b"{\\rtf": Message(" RTF 文件", "an RTF file"),
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"BM": _PICTURE,
    b"II*\x00": _PICTURE,
    b"MM\x00*": _PICTURE,
}
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")  # A new Office file with a password stands inside an old one.
# word/document.xml, which Word on the web calls word/document2.xml
_FOLDERS: Final = {"word/": "docx", "xl/": "xlsx"}
# The file in its archive that says what a document is, or the name of a file that only such a document has.
_KIND: Final = "mimetype"
_KINDS: Final = {
    b"application/vnd.oasis.opendocument.text": Message(" OpenDocument 文本（.odt）", "an OpenDocument text (.odt)"),
    b"application/vnd.oasis.opendocument.spreadsheet": Message(
        " OpenDocument 表格（.ods）", "an OpenDocument workbook (.ods)"
    ),
}
_OFD: Final = ("ofd.xml", Message(" OFD 版式文件", "an OFD file"))
_ANY_ZIP: Final = Message("压缩文件", "a zip file")
# The header of a mail, with which Word and browsers begin a page that they save as one file.
_WEB_ARCHIVE: Final = re.compile(rb"\s*+(?:[!-9;-~]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?mime-version:", re.IGNORECASE)
_WEB_ARCHIVE_KIND: Final = Message(
    "网页存档（.mht，可另存为 .html）", "a web page saved as one file (.mht), which can be saved as .html"
)
_OWN_MARKDOWN: Final = re.compile(rf"\ufeff?---(?:\r*\n|\r){MARK}: ")
_START: Final = 4_096
_MARKUP: Final = re.compile(
    r"\s*+(?:<!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body|div|span|section|article|table|p|h[1-6]|meta|title|\?xml"
    r"|main|header|nav|center|font|strong|b|br|form|link|style|script|ul|ol|pre)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP_BYTES: Final = re.compile(_MARKUP.pattern.encode(), re.IGNORECASE | re.DOTALL)
# <h1 align="center">…</h1> above ## 一、总体情况, which no page has: Markdown whose title is written so
_IN_MARKDOWN: Final = re.compile(
    r"\s*+(?:<!--.*?-->\s*+)*+<(?:div|p|h[1-6]|center|font|span|strong|b|br)\b", re.IGNORECASE | re.DOTALL
)
_MARKDOWN: Final = re.compile(r"^ {0,3}(?:#{1,6}[ \t]+\S|\|?(?:[ \t]*+:?-{3,}+:?[ \t]*+\|){2,})", re.MULTILINE)
_IN_MARKDOWN_BYTES: Final = re.compile(_IN_MARKDOWN.pattern.encode(), re.IGNORECASE | re.DOTALL)
_MARKDOWN_BYTES: Final = re.compile(_MARKDOWN.pattern.encode(), re.MULTILINE)
# <pkg:package …>, <w:wordDocument …>, <Workbook …>, <office:document …>
_OFFICE_IN_XML: Final = re.compile(
    r"\ufeff?\s*+<\?xml\b[^>]*>\s*+(?:(?:<\?.*?\?>|<!--.*?-->)\s*+)*+"
    r"<(?:[\w.-]+:(?:package|document|wordDocument)|(?:[\w.-]+:)?Workbook)[\s>]",
    re.DOTALL,
)
# <!DOCTYPE html> in two bytes a character, without a byte order mark
_PAGES_IN_UTF16: Final = (b"<\0!\0", b"\0<\0!", b"<\0h\0", b"\0<\0h", b"<\0H\0", b"\0<\0H", b"<\0?\0", b"\0<\0?")
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def format_of(content: str | bytes) -> str:
    """
    Tell the format of a content.

    Raises:
        ReadError: If it is empty, binary, or of a kind that no reader takes.
    """
    start = content[:_START]
    if _OFFICE_IN_XML.match(start if isinstance(start, str) else start.decode("utf-8", "replace")):
        raise problem("UNSUPPORTED", kind=_OFFICE)
    if isinstance(content, bytes):
        told = _format_of_bytes(content)
        if told is not None:
            return told
    text = content if isinstance(content, str) else _decoded_start(content)
    if not text.strip("\ufeff \t\r\n"):
        raise problem("EMPTY")
    shown = text.removeprefix("\ufeff")
    if _MARKUP.match(shown):
        return "markdown" if _IN_MARKDOWN.match(shown) and _MARKDOWN.search(shown) else "html"
    # ---, and govdisclosure: "1" below it
    if _OWN_MARKDOWN.match(text):
        return "markdown"
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return "json"
    # Our own text can hold lines that look like marks of Markdown.
    own = text.removeprefix("\ufeff").lstrip().startswith(MARK)
    return "markdown" if not own and is_marked(shown) else "text"


def _format_of_bytes(content: bytes) -> str | None:
    """Tell the format of binary files by their signature; None for what may be text."""
    for signature, kind in _REFUSED.items():
        if content.startswith(signature):
            raise problem("UNSUPPORTED", kind=kind)
    if content.startswith(_OLD_OFFICE):
        raise problem("ENCRYPTED" if _LOCKED in content else "OLD-OFFICE")
    if content.startswith(_ZIP):
        return _format_of_zip(content)
    if content.startswith(_PAGES_IN_UTF16):
        return "html"
    start = content.removeprefix(codecs.BOM_UTF8)[:_START]
    if _MARKUP_BYTES.match(start):
        return "markdown" if _IN_MARKDOWN_BYTES.match(start) and _MARKDOWN_BYTES.search(content) else "html"
    if _WEB_ARCHIVE.match(start):
        raise problem("UNSUPPORTED", kind=_WEB_ARCHIVE_KIND)
    # Readers of PDF allow some bytes of rubbish before the signature.
    return "pdf" if _PDF in start else None


def _format_of_zip(content: bytes) -> str:
    from govdisclosure.formats.zip_damage import DAMAGE  # noqa: PLC0415 - only a zip file can be damaged so

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = list(map(folded, archive.namelist()))
            for folder, name in _FOLDERS.items():
                if any(part.startswith(folder) for part in names):
                    return name
            ofd, kind = _OFD
            kind = kind if ofd in names else _KINDS.get(_said_kind(archive), _ANY_ZIP)
    except DAMAGE as error:
        raise problem("ZIP") from error
    raise problem("UNSUPPORTED", kind=kind)


def _said_kind(archive: zipfile.ZipFile) -> bytes:
    """Give what an archive says that it is, in the file that is for it; nothing where there is none."""
    if _KIND not in archive.NameToInfo:
        return b""
    with archive.open(_KIND) as file:
        return file.read(_START).strip()


def decode(content: bytes) -> str:
    """
    Decode text: by its byte order mark, as UTF-8, or as GB18030, which holds GBK and GB2312.

    Raises:
        ReadError: If it is none of these.
    """
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    for candidate in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            text = content.decode(candidate)
        except UnicodeDecodeError as error:
            last = error
            continue
        if _BINARY.search(text):
            break
        return text
    else:
        raise problem("ENCODING", place=Place.BYTE(last.start))
    raise problem("BINARY")


def _decoded_start(content: bytes) -> str:
    """Decode the content for a look at it; JSON is decoded again by its own reader, which allows UTF-8 only."""
    if content.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return content[:200].decode("utf-8", "replace")
    return decode(content)
