"""Lines that link files, or name them: 附件：某县2022年年报.docx, 报告全文下载：点击下载."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govdisclosure.form.thresholds import LONGEST_NAME
from govdisclosure.form.title_years import SUFFIXES
from govdisclosure.form.titles import is_title
from govdisclosure.vocabulary.fold import fold
from govdisclosure.vocabulary.numerals import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXT: Final = "(?:年报|(?:年度)?报告|文件|文档|全文|原文|正文){1,3}"
# 附件1：, 相关附件, 附件下载：, 附：, 报告全文下载：
_CALLED: Final = re.compile(
    rf"[(\[【]?(?:(?:相关|关联)?附件(?:下载|列表)?[0-9{ORDINALS}]{{0,2}}|附(?=:)|下载附件|{_TEXT}下载(?:链接|地址)?)"
    r"[)\]】]?[:.、]?"
)
# 点击下载, 下载查看, （31.5KB）
_COMMANDS: Final = r"(?:[()\[\]]|[0-9.]+[KM]B?|点击|点此|立即|下载|查看|预览|打开)*+"
# 1.某县2022年年报.docx（31.5KB）, but not 已发布，见年报.pdf
_FILE: Final = re.compile(rf"[^。;,?!:]{{1,{LONGEST_NAME}}}\.(?:{SUFFIXES}){_COMMANDS}", re.IGNORECASE)
# 年报全文（PDF）, 报告（图片版）点击查看
_TEXT_AS_FILE: Final = re.compile(rf"(?:{_TEXT}(?:\((?:{SUFFIXES}|word|图片|文字)版?\))?)?{_COMMANDS}", re.IGNORECASE)


def links_files(heading: str, lines: Sequence[str]) -> bool:
    """
    Tell whether the heading of a section beyond the six only links files, on its own line or on those below.

    >>> links_files("附件", ["1.某县2022年年报.pdf"]), links_files("附件", ["一、名词解释"])
    (True, False)
    """
    return names_file(heading) and all(is_file(line) or names_file(line) for line in lines)


def names_file(text: str) -> bool:
    """Tell whether a line calls something a file, by one of a few words, and at most says which: 附：年报.pdf."""
    folded = fold(text)
    called = _CALLED.match(folded)
    if called is None:
        return False
    named = folded[called.end() :]
    return _TEXT_AS_FILE.fullmatch(named) is not None or is_file(named) or is_title(named)


def is_file(text: str) -> bool:
    """Tell whether a line is the name of a file, with its number or its size or without."""
    return _FILE.fullmatch(fold(text)) is not None
