"""The encoding of a web page: what it says of it is often wrong, so what its bytes say counts first."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from govdisclosure.form.wording import problem
from govdisclosure.formats.html._thresholds import MOST_ENCODINGS, START, TOLERATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KEPT: Final = "x-kept-"
"""What the names begin with that elements get so that they are kept open."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A page that begins with a tag tells by it which of the two bytes of a character comes first.
_UNMARKED: Final = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*+=\s*+["']?+\s*+([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_SUPERSETS: Final = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
# Of what Python can decode, the encodings that pages of the region have, by its names: others, such as idna, are no
# encodings of pages, take time that is not in step with the size, give what is no text, or end in errors of their own.
_OF_PAGES: Final = frozenset(
    {
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"),
        *("gb2312", "gbk", "gb18030", "hz", "big5", "big5hkscs", "cp950"),
        *("shift_jis", "cp932", "euc_jp", "iso2022_jp", "euc_kr", "cp949"),
        *("ascii", "iso8859-1", "iso8859-15", "cp1252"),
    }
)
_MULTIBYTE: Final = ("gb18030", "big5hkscs")
# Characters that no Chinese page does without, the same in both scripts: what was decoded wrongly has next to none.
_FREQUENT: Final = "的一不年有和以人月在"
_LOST: Final = "\ufffd"
# <b>, </SMALL>: b, i, s, u, tt, big, font, small, strike
_SHORT_LIVED: Final = rb"[bfistuBFISTU](?:[tT]|[iI][gG]|[oO][nN][tT]|[mM][aA][lL][lL]|[tT][rR][iI][kK][eE])?[\s/>]"
_OPENS: Final = re.compile(rb"<" + _SHORT_LIVED)
_KEPT_OPEN: Final = re.compile(rb"<(/?)(" + _SHORT_LIVED + rb")")
_NO_TAG: Final = re.compile(rb"<(?=[\x80-\xff])")
_CDATA: Final = b"<![CDATA["
# <td/>, <span style="display:none"/>: elements that have an end in any case
_ENDED_AT_ONCE: Final = re.compile(
    rb"<(?:b|del|div|em|font|h[1-6]|i|ins|p|s|small|span|strike|strong|su[bp]|t[dhr]|u)(?:/|\s[^<>]*+)(?<=/)>",
    re.IGNORECASE,
)
_ENDS_LINE: Final = re.compile(rb"</br(?=[\s/>])", re.IGNORECASE)
# The names of tags that begin or end a paragraph, or end the one that they stand in.
_OF_PARAGRAPHS: Final = (
    rb"/?(?:p|t(?:able|body|foot|head|[dhr])|caption|div|h[1-6]|[uod]l|li|center|form|pre|section|article)[\s/>]"
)
_IN_PARAGRAPH: Final = rb"[^<]*+(?:<(?!" + _OF_PARAGRAPHS + rb")[^<]*+)*+"
# All up to the end of a paragraph that was never begun, or of the page; and that end.
_BEGUN: Final = re.compile(
    rb"((?:[^<]++|<(?:p(?=[\s/>])" + _IN_PARAGRAPH + rb"(?:</p(?=[\s/>]))?+|(?!/p[\s/>])))*+)(</p(?=[\s/>]))?+",
    re.IGNORECASE,
)


def as_utf8(content: str | bytes) -> bytes:
    """
    Give a page in UTF-8, without NUL and a byte order mark.

    Raises:
        ReadError: If it is empty, or in no encoding that is known.
    """
    utf8 = _encoded(content) if isinstance(content, str) else _recoded(content)
    utf8 = utf8.removeprefix(codecs.BOM_UTF8).replace(b"\0", b"")
    if not utf8.strip():
        raise problem("EMPTY")
    return utf8


def without_differences(utf8: bytes) -> bytes:
    """
    Give a page, or what is left of it, without what parsers and browsers differ on.

    Text between ``<`` and ``>`` is no tag, ``<td/>`` has no end, ``</br>`` is a line break, ``</p>`` a paragraph.
    """
    # <?xml version="1.0"?><html><p><![CDATA[2021年]]></p></html>
    if utf8.lstrip().startswith(b"<?xml"):
        first, *others = utf8.split(_CDATA)
        utf8 = b"".join([first, *map(_without_cdata, others)])
    else:
        utf8 = _as_html(utf8)
    return _NO_TAG.sub(b"&lt;", utf8)


def _as_html(utf8: bytes) -> bytes:
    # Most pages end the elements that can be empty so, and none else.
    if b"/>" in utf8:
        utf8 = _ENDED_AT_ONCE.sub(lambda tag: tag[0][:-2] + b">", utf8)
    utf8 = _ENDS_LINE.sub(b"<br", utf8)
    return _with_begun_paragraphs(utf8)


def _with_begun_paragraphs(utf8: bytes) -> bytes:
    """Begin each paragraph that is ended and was never begun: ``1</p>90<p>`` is two lines."""
    return _BEGUN.sub(lambda stretch: stretch[1] + b"<p></p" if stretch[2] else stretch[1], utf8)


def keep_open(utf8: bytes) -> bytes:
    """
    Give the elements that a parser ends where a paragraph begins other names, for a browser does not end them there.

    ``<s><p>5</p></s>`` is struck out.
    """
    # Most pages have none of them.
    if _OPENS.search(utf8) is None:
        return utf8
    return _KEPT_OPEN.sub(rb"<\1" + KEPT.encode() + rb"\2", utf8)


def _without_cdata(after: bytes) -> bytes:
    """Write what stands after the beginning of a CDATA section, up to its end, as HTML does."""
    inside, end, rest = after.partition(b"]]>")
    return inside.replace(b"&", b"&amp;").replace(b"<", b"&lt;") + rest if end else after


def _encoded(text: str) -> bytes:
    """Encode text; surrogates, which no encoding has, are lost characters."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


def _recoded(content: bytes) -> bytes:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.removeprefix(bom).decode(encoding, "replace").encode()
    for tag, encoding in _UNMARKED:
        if content.startswith(tag):
            return content.decode(encoding, "replace").encode()
    if _is_utf8(content):
        return content
    # <meta charset=gb2312><script charset=gb2312>
    declared = [*dict.fromkeys(_declared(content[:START]))][:MOST_ENCODINGS]
    return (_best(_strictly(content, declared)) or _damaged(content, declared)).encode()


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _declared(start: bytes) -> Iterator[str]:
    """Give the encodings that a page declares and pages have, as those that hold them and more."""
    # <meta charset="gb2312">, <?xml version="1.0" encoding="GBK"?>
    for declared in _DECLARED.finditer(start):
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
        except LookupError:
            continue
        if name in _OF_PAGES:
            yield _SUPERSETS.get(name, name)


def _strictly(content: bytes, declared: Iterable[str]) -> Iterator[str]:
    for encoding in (*declared, *_MULTIBYTE):
        try:
            yield content.decode(encoding)
        except UnicodeDecodeError:
            continue


def _best(texts: Iterable[str]) -> str | None:
    """Take the text that reads as Chinese, of equal ones the first."""
    return max(texts, key=lambda text: sum(map(text.count, _FREQUENT)), default=None)


def _damaged(content: bytes, declared: Iterable[str]) -> str:
    """Decode a page in which a few bytes are damaged; a character of them is lost."""
    texts = [content.decode(encoding, "replace") for encoding in ("utf-8", *declared, *_MULTIBYTE)]
    text = min(texts, key=lambda text: text.count(_LOST))
    if text.count(_LOST) * TOLERATED > len(content):
        raise problem("ENCODING")
    return text
