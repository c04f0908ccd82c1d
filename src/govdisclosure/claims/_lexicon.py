"""The lexicon of the grammar: the words of the narrative, and its numbers."""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.claims._numbers import PATTERN as NUMBER
from govdisclosure.vocabulary.numerals import COUNTING, SCALES
from govdisclosure.vocabulary.prose import WORDS

KINDS: Final[dict[str, str]] = {
    **WORDS,
    "number": (
        rf"{NUMBER}(?:(?P<measure>件次|件|条|笔|宗|份|例|项|起|个(?!工作|月|板)|次|篇(?!幅)|部(?![分门]))|(?P<money>元|块|(?P<tens>\(万元\)))"
        "|(?P<bare>(?=$|[,;。、)])))"
        "(?P<about>左右|以上|上下|以内)?"
    ),
}
"""Each kind of word with the pattern that finds it; the first kind that fits at the leftmost place is taken."""

_COUNTED: Final = "[件条笔宗份例项起个次篇部元块,;。、()]|$"
# 12件 · 1.2万余元, and no 2024年; numerals before what is counted, which most 一 are not; what every denial has.
_STATING: Final = re.compile(
    # With one class before all alternatives, re skips quickly to the next of its characters.
    rf"[0-9{COUNTING}未没无零不](?:(?<=[0-9])[余多几来十百千万亿]{{0,4}}(?:{_COUNTED})"
    rf"|(?<=[{COUNTING}])(?<!\(.)[{''.join(SCALES)}]{{0,2}}[余多几来]?(?:{_COUNTED})|(?<=[未没无零])|(?<=不)(?:存在|涉及))"
)
_STOP: Final = re.compile("[。!?|]")


def stated_until(text: str) -> int:
    """Give the end of the last sentence of a folded text with anything that can be a figure or a denial; 0 for none."""
    end = 0
    for stated in _STATING.finditer(text):
        end = stated.end()
    if not end:
        return 0
    stop = _STOP.search(text, end)
    return len(text) if stop is None else stop.end()
