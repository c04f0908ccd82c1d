"""The lexicon of the grammar: the words of the narrative, and its numbers."""

from __future__ import annotations

from typing import Final

from govdisclosure.claims._numbers import PATTERN as NUMBER
from govdisclosure.vocabulary.prose import WORDS

KINDS: Final[dict[str, str]] = {
    **WORDS,
    "number": (
        rf"{NUMBER}(?:(?P<measure>件次|件|条|宗|份|例|项|起|个(?!工作|月|板)|次|篇(?!幅)|部)|(?P<money>元|块)"
        "|(?P<bare>(?=$|[,;。、)])))"
        "(?P<about>左右|以上|上下|以内)?"
    ),
}
"""Each kind of word with the pattern that finds it; the first kind that fits at the leftmost place is taken."""
