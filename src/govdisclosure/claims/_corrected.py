"""Whether it is denied that any case was corrected: 行政复议零纠错, 行政诉讼5件，无一败诉."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from govdisclosure.claims._claim import What
from govdisclosure.claims._meanings import PROCEEDINGS
from govdisclosure.claims._place import Bound
from govdisclosure.vocabulary.modifiers import CASES_OF_A_KIND
from govdisclosure.vocabulary.prose import SCENERY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._mind import Mind
    from govdisclosure.claims._place import Word

# 无被纠正案件 · 无一被纠错 · 零败诉
_NOT_ONE: Final = re.compile("(?:一[起件例]?)?(?:被|发生|出现)?(?:复议机关|法院|依法|责令|判决)*")
_NO_MORE: Final = re.compile("(?:被|的|或|纠[错正]|败诉|撤销|案件|案例|情[况形]|现象|记录|问题)*(?:[,。;、)]|$)")
# 一审均无败诉: what came of it later is not said.
_AT_FIRST: Final = re.compile("[一二]审|再审|终审")
# 除1件外，行政复议均未被纠正
_BUT: Final = re.compile("除[^。;]{0,8}[0-9一二两三][件起宗例][^。;]{0,12}外")
_BESIDE: Final = 8
"""Characters before the words of a clause that can say which cases are meant."""
# 行政复议案件均无被纠正情形, but 行政复议决定无被撤销情形
_OF_CASES: Final = re.compile("(?:类|案件|申请|结果|方面|工作|情况|[,:])*")


def not_corrected(text: str, words: Sequence[Word], at: int, mind: Mind) -> list[Bound]:
    """
    Give the results that a denial at a place of a clause denies, of the cases before it: 行政复议零纠错.

    Args:
        text: The folded text.
        words: The words of the clause.
        at: Which of them is the denial.
        mind: What is kept in mind there.
    """
    denial, behind = words[at], words[at + 1 : at + 2]
    denied = [word for word in behind if word.kind == "corrected" and _NOT_ONE.fullmatch(text, denial.end, word.start)]
    if not denied or not _NO_MORE.match(text, denied[0].end) or mind.sentence.of_other_cases:
        return []
    before = [word for word in words[:at] if word.kind not in SCENERY]
    cases = [*takewhile(lambda word: word.kind in PROCEEDINGS, reversed(before))]
    kinds = {case.kind for case in cases} if before else _counted(mind)
    # 行政处罚类行政复议零纠错 · 行政诉讼一审无败诉
    said = text[max(mind.sentence.start, words[0].start - _BESIDE) : denial.start]
    plain = not cases or _OF_CASES.fullmatch(text, cases[0].end, denial.start)
    if (
        not plain
        or _AT_FIRST.search(said)
        or _BUT.search(text, mind.sentence.start, denial.start)
        or CASES_OF_A_KIND.match(said)
    ):
        return []
    return [Bound((What(f"{kind}_corrected"),), denial.start, denied[0].end) for kind in sorted(kinds)]


def _counted(mind: Mind) -> set[str]:
    """Give the kind of the cases that the sentence has counted, if it is one: 行政诉讼5件，无一败诉."""
    kinds = {draft.readings[0].partition("_")[0] for draft in mind.sentence.drafts if draft.is_of_cases}
    return kinds if kinds == {mind.domain} else set()
