"""What a content is: told by the content itself, never by a suffix."""

from __future__ import annotations

import codecs
import re
from typing import Final

from govdisclosure.layout.wording import problem
from govdisclosure.model.message import Message

_PICTURE: Final = Message("图片", "a picture")
_WEB_PAGE: Final = Message("网页", "a web page")
_SIGNATURES: Final = {
    b"%PDF-": Message(" PDF 文件", "a PDF file"),
    b"PK\x03\x04": Message(" Word、Excel 或压缩文件", "a Word, Excel or zip file"),
    b"\xd0\xcf\x11\xe0": Message("旧版 Word、Excel 或 WPS 文件", "an old Word, Excel or WPS file"),
    b"{\\rtf": Message(" RTF 文件", "an RTF file"),
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
}
_MARKUP: Final = re.compile(
    r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|div|table|p|meta|\?xml)\b", re.IGNORECASE | re.DOTALL
)
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def format_of(content: str | bytes) -> str:
    """
    Tell the format of a content.

    Raises:
        ReadError: If it is empty, binary, or of a kind that no reader takes.
    """
    for signature, kind in _SIGNATURES.items():
        if isinstance(content, bytes) and content.startswith(signature):
            raise problem("UNSUPPORTED", kind=kind)
    text = content if isinstance(content, str) else _decoded_start(content)
    if not text.strip("\ufeff \t\r\n"):
        raise problem("EMPTY")
    if _MARKUP.match(text.removeprefix("\ufeff")):
        raise problem("UNSUPPORTED", kind=_WEB_PAGE)
    return "json" if text.lstrip("\ufeff \t\r\n").startswith("{") else "text"


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
        raise problem("ENCODING", place=f"byte {last.start}")
    raise problem("BINARY")


def _decoded_start(content: bytes) -> str:
    """Decode the content for a look at it; JSON is decoded again by its own reader, which allows UTF-8 only."""
    if content.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return content[:200].decode("utf-8", "replace")
    return decode(content)
