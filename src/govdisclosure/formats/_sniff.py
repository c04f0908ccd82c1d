"""What a content is: told by the content itself, never by a suffix."""

from __future__ import annotations

import codecs
import re
from typing import Final

from govdisclosure.errors import ReadError

_SIGNATURES: Final = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a Word, Excel or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word, Excel or WPS file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "an RTF file",
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
            raise ReadError(f"expected text or JSON, found {kind}, which this version does not read")
    text = content if isinstance(content, str) else _decoded_start(content)
    if not text.strip("\ufeff \t\r\n"):
        raise ReadError("expected a report, found nothing: the content is empty")
    if _MARKUP.match(text.removeprefix("\ufeff")):
        raise ReadError("expected text or JSON, found a web page, which this version does not read")
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
        raise ReadError("expected text in UTF-8 or GB18030", place=f"byte {last.start}") from None
    raise ReadError("expected text, found a binary file")


def _decoded_start(content: bytes) -> str:
    """Decode the content for a look at it; JSON is decoded again by its own reader, which allows UTF-8 only."""
    if content.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return content[:200].decode("utf-8", "replace")
    return decode(content)
