"""Pages that have lost short runs of characters: told by dates and labels that lack some."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.figures import PLAIN, is_figure
from govdisclosure.reading.tables.labels import all_keys, header_key, is_row_key, plain_keys
from govdisclosure.vocabulary.fold import fold_characters, key

if TYPE_CHECKING:
    from collections.abc import Iterable

_DATE: Final = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}(?:年[0-9]{1,4}日|[0-9]{1,2}月[0-9]|[0-9]{1,4}日|月[0-9])|月[0-9]{1,2}起至"
)
_LAW: Final = "中华人民共和国政府信息公开条例"
_SHORT: Final = _LAW.replace("政府", "")
_NAMES: Final = re.compile("《([^《》]{1,40})》")
_MOST_LOST: Final = 3
_MOST_CUT: Final = 2
_LEAST_LETTERS: Final = 3
_MOST_LETTERS: Final = 40
_MOST_TEXTS: Final = 2000
_LEAST: Final = 2
_INSIDE: Final = "…"
_IN_ROW: Final = "……"


def lost_characters(blocks: Iterable[Paragraph | Grid]) -> str | None:
    """
    Give a text that shows that the page has lost characters; None if none does.

    A date, a header or the name of the Regulation that lacks some is enough; of labels of rows, which people abridge,
    and of headers that are only cut at the end, it takes two.
    """
    for block in blocks:
        if isinstance(block, Paragraph) and _has_lost(block.text):
            return block.text
    unknown = _unknown(blocks)
    weak = []
    for found, text in islice(unknown.items(), _MOST_TEXTS):
        lacks = _lacks(found) if _LEAST_LETTERS <= len(found) <= _MOST_LETTERS else ""
        if lacks == _INSIDE:
            return text
        # What is cut off may stand on the next line.
        if lacks == _IN_ROW or (lacks and not any(lacks in other for other in unknown if other != found)):
            weak.append(text)
    return " | ".join(weak) if len(weak) >= _LEAST else None


def _has_lost(text: str) -> bool:
    """Tell whether a date in a text, or the name of the Regulation, lacks some characters."""
    if ("月" in text or "日" in text) and _DATE.search(fold_characters(text)):
        return True
    names = map(key, _NAMES.findall(text)) if "《" in text else ()
    return any(name != _SHORT and _lacks_letters(name, _LAW) for name in names)


def _unknown(blocks: Iterable[Paragraph | Grid]) -> dict[str, str]:
    """Give the texts in tables that are neither labels nor figures, by their keys."""
    rows = [row for block in blocks if isinstance(block, Grid) for row in block.rows]
    unknown: dict[str, str] = {}
    texts = dict.fromkeys([cell.text for row in rows for cell in row if cell.text not in PLAIN])
    for text in map(str.strip, texts):
        found = header_key(text)
        if found in plain_keys() or key(text) in all_keys():
            continue
        if found and not is_figure(text) and not text.endswith(("(", "（")):
            unknown.setdefault(found, text)
    return unknown


@lru_cache(maxsize=4096)
def _lacks(found: str) -> str:
    """Tell what a cell lacks of a label: inside, inside that of a row, or the letters cut off; nothing if no label."""
    if any(found in label for label in all_keys()):
        cut = (label for label in all_keys() if label.startswith(found))
        most = {label: _MOST_LOST if is_row_key(label) else _MOST_CUT for label in cut}
        return min(
            (label[len(found) :] for label, count in most.items() if len(label) - len(found) <= count), default=""
        )
    labels = [label for label in all_keys() | plain_keys() if _lacks_letters(found, label)]
    if not labels:
        return ""
    return _IN_ROW if any(map(is_row_key, labels)) else _INSIDE


def _lacks_letters(found: str, whole: str) -> bool:
    """Tell whether a text is another that lacks a few letters."""
    letters = iter(whole)
    return 0 < len(whole) - len(found) <= _MOST_LOST and all(letter in letters for letter in found)
