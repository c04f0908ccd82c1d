"""What a JSON document is expected to hold, and what stands in it instead, in words of both languages."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

from govdisclosure.model.phrases import Template

if TYPE_CHECKING:
    from govdisclosure.model.phrases import Phrase


@enum.unique
class Expected(Template):
    """What should stand at a path."""

    # Values
    COUNT = "不超过{0}位的非负整数", "a whole number of at most {0} digits, not negative"
    CHANGE = "不超过{0}位的整数", "a whole number of at most {0} digits"
    AMOUNT = '形如"35.65"且不超过{0}位的金额', 'an amount such as "35.65", of at most {0} digits'
    DATE = '形如"2021-12-31"的日期', 'a date such as "2021-12-31"'
    TEXT = "文本", "text"
    WHOLE_NUMBER = "整数", "a whole number"
    NUMBER_OR_TEXT = "整数、文本", "a whole number, text"
    OBJECT = "对象", "an object"
    LIST = "列表", "a list"
    PARAGRAPHS = "段落的列表", "a list of paragraphs"
    ONE_OF = "{0}", "{0}"
    OR_NULL = "{0}或null", "{0} or null"
    OR_NA_OR_NULL = '{0}、"/"或null', '{0}, "/" or null'
    # Keys
    NO_SUCH_KEY = "无此键", "no such key"
    KEY_ONCE = "键只出现一次", "the key once"
    REQUIRED = "必需的键", "a value, the key is required"
    VERSION = '"{0}"（只支持此版本）', '"{0}", the only version known'
    # The document
    JSON = "JSON", "JSON"
    UTF8 = "UTF-8", "UTF-8"
    NO_MARK = (
        "不带字节顺序标记的JSON（请另存为不带BOM的UTF-8）",
        "JSON without a byte order mark (save it as UTF-8 without one)",
    )
    NESTING = "不超过{0}层的嵌套", "at most {0} levels of nesting"
    SIZE = "不超过{0}个值", "at most {0} values"


@enum.unique
class Met(Template):
    """What stands there instead, where it is no value that can be shown."""

    OBJECT = "对象", "an object"
    LIST = "列表", "a list"
    KEY = "键{0}", "the key {0}"
    LEVEL = "更深的一层", "a further level"
    MORE = "更多", "more"
    MARK = "字节顺序标记", "a byte order mark"
    END = "文件末尾（{0}）", "the end ({0})"
    THERE = "{0}（{1}）", "{0} ({1})"
    BYTE = "0x{0:02x}", "0x{0:02x} ({1})"


@enum.unique
class Broken(Template):
    """Why a document is no JSON: in English in the words of Python, which are given as the value."""

    VALUE = "缺少值", "{0}"
    KEY = "缺少带双引号的键名", "{0}"
    COMMA = "缺少逗号", "{0}"
    COLON = "缺少冒号", "{0}"
    TRAILING = "末项之后多了逗号", "{0}"
    EXTRA = "之前已是一份完整的JSON", "{0}"
    TEXT = "文本没有结束的双引号", "{0}"
    CONTROL = "文本中有控制字符，如换行", "{0}"
    ESCAPE = "文本中的转义无效", "{0}"
    OTHER = "不合规则", "{0}"


_BEGINNINGS: Final = {
    "Expecting value": Broken.VALUE,
    "Expecting property name": Broken.KEY,
    "Expecting ','": Broken.COMMA,
    "Expecting ':'": Broken.COLON,
    "Illegal trailing comma": Broken.TRAILING,
    "Extra data": Broken.EXTRA,
    "Unterminated string": Broken.TEXT,
    "Invalid control character": Broken.CONTROL,
    "Invalid \\": Broken.ESCAPE,
}


def why_broken(said: str) -> Phrase:
    """Say why a document is no JSON, of which Python says so in English; it has other words in each version."""
    template = next((each for beginning, each in _BEGINNINGS.items() if said.startswith(beginning)), Broken.OTHER)
    return template(said)
