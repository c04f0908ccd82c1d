"""Words as Markdown that shows them as they are, and Markdown as the words that it shows."""

from __future__ import annotations

import html
import re
from typing import Final

from govdisclosure.model.values import clean_text

# What means something anywhere in a line; a colon and a dot where a web address would become a link.
_SPECIAL: Final = re.compile(r"[\\`*_<>&|\[\]~$#]|:(?=//)|(?<=www)\.")
# What a reader of lines trims, breaks lines at, or cannot see; marks that turn the direction of all that follows.
_UNSEEN: Final = re.compile("[\t\n\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
# What begins a list, a rule or the line under a heading.
_OPENING: Final = re.compile(r"[-+=]|[0-9]{1,9}([.)])(?=\s|$)")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

BAR: Final = re.compile(r"(?<!\\)\|")
"""What parts the cells of a row: no bar behind a backslash."""

# ---, * * *, ===, ```python
_RULE: Final = re.compile(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={2,}|[`~]{3,}\w*")
# ## 三、 ##, with up to three blanks before it, > - 三、; but #年报# is what people talk about, and - 4 - the page.
_HEADING: Final = re.compile(r" {0,3}(?:#{1,6}[ \t]+|#{1,6}(?=[^#\s][^#]*#*$)(?![^#]*[^#\s]#$))")
_QUOTE_OR_ITEM: Final = re.compile(r"(?:>[ \t]*)+|(?!- ?[0-9]{1,3} ?-)[-*+][ \t]+(?=\S)")
_STRONG: Final = re.compile(r"(\*\*\*|___|\*\*|__)(?=[^\s*_])(.{1,200}?)(?<=[^\s*_])\1")
_SLANTED: Final = re.compile(r"([*_])(?=[^\s*_])([^*_]{1,200})(?<=[^\s*_])\1")
# [图解](https://www.example.com/1.html "图解"), ![](1.png), [打印](javascript:print())
_LINK: Final = re.compile(r"!?\[([^\[\]]{0,200})\]\((?:[^()\s]|\([^()\s]{0,100}\)){0,500}(?:\s\"[^\"]{0,200}\")?\)")
# <div align="center">, <!-- page 3 -->, which only say how what they hold is shown; <s>12</s> is struck out, and
# <span style="display:none">9</span> is not shown
_SHOWN_SO: Final = re.compile(
    r"</?(?:div|p|center|h[1-6]|span|font|b|strong|em|u)(?:\s(?![^<>]{0,300}(?:none|hidden))[^<>]{0,300})?>"
    r"|<!--[^<>]{0,300}-->",
    re.IGNORECASE,
)
# <font size="1">9</font>10, of which it is not known here how the 9 is shown
_FIGURE_WITHIN: Final = re.compile(r">\s{0,9}[0-9０-９][0-9０-９.,]{0,20}\s{0,9}</")
# > | 规章 | 0 |
_QUOTED_ROW: Final = re.compile(r"^\s*(?:>[ \t]*)+")
_BREAK: Final = re.compile("<br ?/?>", re.IGNORECASE)
# <table border="1">, <html><body><table>
TABLE: Final = r" {0,3}(?i:(?:<html>[ \t]*+)?(?:<body>[ \t]*+)?<table\b)"
# What no text has that is not Markdown: # 标题, ===== below one, **一、总体情况** alone on its line, |---|---|, <table>
_SIGN: Final = re.compile(
    r"^ {0,3}(?:>[ \t]?)*+#{1,6}[ \t]+\S"
    r"|^[^\s|=].*\n={3,}[ \t]*$"
    r"|^[ \t]*+(\*{2,3}|_{2,3})(?=[^\s*_])[^*_|\n]{2,100}\1[ \t]*$"
    r"|^[ \t]*+\|?(?:[ \t]*+(?::?-{3,}+:?|:-{1,2}+:?|-{1,2}+:)[ \t]*+\|){2,}+[ \t]*+(?::?-+:?[ \t]*+)?$"
    rf"|^{TABLE}",
    re.MULTILINE,
)
_IN_SIGNS: Final = ("#", "**", "__", "===", "---", ":-", "-:", "<")
_FIRST_LINE: Final = re.compile(r"\s*#{1,6}[^#\s][^#\n]*$", re.MULTILINE)


def is_marked(text: str) -> bool:
    """Tell whether a text that somebody else wrote is Markdown, by marks that no other text has."""
    # Most texts have none of these, which is soon known.
    if not any(sign in text for sign in _IN_SIGNS):
        return False
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FIRST_LINE.match(text) is not None or _SIGN.search(text) is not None


def inline(text: str) -> str:
    """Write words so that they show as they are: specials behind a backslash, blanks at both ends as entities."""
    body = text.strip()
    start = text.index(body)
    before, after = text[:start], text[start + len(body) :]
    marked = _UNSEEN.sub(lambda unseen: _entities(unseen.group()), _SPECIAL.sub(r"\\\g<0>", body))
    return _entities(before) + marked + _entities(after)


def paragraph(text: str) -> str:
    """Write words as a paragraph of their own; an empty one as the break of a line."""
    marked = inline(text)
    opening = _OPENING.match(marked)
    # 1. 主动公开
    if opening is not None:
        last = opening.end() - 1
        marked = f"{marked[:last]}\\{marked[last:]}"
    return marked or "<br>"


def plain(marked: str) -> str:
    """Give the words that escapes and entities stand for; what the model refuses becomes a blank."""
    return clean_text(_ESCAPE.sub(lambda escape: escape[1] or html.unescape(escape.group()), marked))


def words_of_cell(marked: str) -> str:
    """Give the words of a cell that somebody else wrote, without the marks of strong and slanted ones."""
    # *12*
    slanted = _SLANTED.fullmatch(marked.strip())
    return plain(_BREAK.sub(" ", _STRONG.sub(r"\2", slanted[2] if slanted else marked)))


def words_of_line(line: str) -> str:
    """Give the words of a line that somebody else wrote: no mark of a heading, an item or strong words, no rule."""
    stripped = line.strip()
    # ---
    if _RULE.fullmatch(stripped):
        return ""
    begun = _QUOTE_OR_ITEM.match(stripped)
    words = stripped[begun.end() :] if begun else line
    # ## **三、收到和处理政府信息公开申请情况** ##
    heading = _HEADING.match(words)
    if heading:
        words = words[heading.end() :].rstrip("#").rstrip()
    # *示例县2022年政府信息公开工作年度报告*
    slanted = _SLANTED.fullmatch(words.strip())
    words = _LINK.sub(r"\1", slanted[2] if slanted else words)
    words = _STRONG.sub(r"\2", words)
    if _FIGURE_WITHIN.search(words) is None:
        words = _SHOWN_SO.sub("", words)
    # 示例县2022年政府信息公开工作年度报告<br>
    return plain(_BREAK.sub(" ", words))


def cells_of_row(line: str) -> list[str]:
    """Give the cells of a row that somebody else wrote, as they are marked."""
    return BAR.split(_QUOTED_ROW.sub("", line))


def _entities(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)
