"""
Whether section 五 names a problem, and says how it is mended.

Both have endless names. So what is no plan, no deed, no praise and no denial is taken for a problem, and a sentence
behind a problem that names none is taken for its remedy.
"""

from __future__ import annotations

import re
from typing import Final

from govdisclosure.vocabulary.remedies import (
    ANNOUNCED,
    CONCESSION,
    DEED,
    DENIED,
    DENIED_OTHERWISE,
    HEADING,
    ITEM,
    NAMED,
    OUR_DEED,
    PRAISED,
    PROBLEM,
    REFERENCE,
    SHORT,
)

_CLAUSE: Final = re.compile("[^,。;:]+")
_PART: Final = re.compile("[^。;]+")
_SENTENCE: Final = re.compile("[^。]+")
_WORTH: Final = 4
"""Characters of a clause that can name a problem: 栏目空更; not 本年度, 一是 or 二是."""
_TOLD: Final = 6
"""Characters of a sentence that can tell of a remedy."""


def own_words_of(folded: str) -> str:
    """Leave out of a folded text its headings, and problems that are denied."""
    denied = DENIED if "无" in folded else DENIED_OTHERWISE
    return HEADING.sub("", denied.sub("", folded))


def names_problem(own_words: str) -> bool:
    """Tell whether words of its own name a problem; one that is only referred to is none."""
    # 针对信息更新不及时的问题 names one, 针对上述问题 none.
    if any(NAMED.search(reference[0]) for reference in REFERENCE.finditer(own_words)):
        return True
    text = REFERENCE.sub("", own_words)
    if PROBLEM.search(text) or any(map(_can_be_problem, _PART.findall(text))):
        return True
    return any(map(_can_be_short_problem, SHORT.findall(text)))


def names_remedy(own_words: str) -> bool:
    """Tell whether words of its own say how a problem is mended: what is to be done, or what was."""
    if ANNOUNCED.search(own_words):
        return True
    sentences: list[str] = _SENTENCE.findall(own_words)
    if CONCESSION.search(own_words):
        sentences = [CONCESSION.split(sentence)[-1] for sentence in sentences]
    return any(map(_is_deed, _CLAUSE.findall("。".join(sentences)))) or _goes_on(sentences)


def _can_be_problem(part: str) -> bool:
    # 下一步,我局加强业务培训,提升公开水平
    if ANNOUNCED.search(part):
        return False
    clauses = (clause for clause in _CLAUSE.findall(part) if len(clause) >= _WORTH)
    return any(map(_is_neither_deed_nor_praise, clauses))


def _is_neither_deed_nor_praise(clause: str) -> bool:
    return not _tells_deed(clause) and not PRAISED.search(clause)


def _can_be_short_problem(clauses: str) -> bool:
    return not ANNOUNCED.search(clauses) and _is_neither_deed_nor_praise(clauses)


def _is_deed(clause: str) -> bool:
    # 年内已增配2名专职人员 is a remedy, 整改落实不到位 a problem.
    return _tells_deed(clause) and not PROBLEM.search(clause) and not PRAISED.search(clause)


def _tells_deed(clause: str) -> bool:
    return OUR_DEED.match(clause) is not None or DEED.search(clause) is not None


def _goes_on(sentences: list[str]) -> bool:
    """Tell whether behind a sentence with a problem stands one that tells of something else."""
    named = False
    for sentence in sentences:
        if PROBLEM.search(sentence):
            named = True
        elif named and _can_be_remedy(sentence):
            return True
    return False


def _can_be_remedy(sentence: str) -> bool:
    # 申请登记有漏记。现由两人复核登记。
    return len(sentence) >= _TOLD and not ITEM.match(sentence) and not PRAISED.search(sentence)
