"""
What the comparisons of a paragraph are about, and what they state of it.

Behind a figure they are about what that figure is about; behind words they are about what a number would be about that
stood in their place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.claims._changes import changes
from govdisclosure.claims._claim import What
from govdisclosure.claims._comparisons import Comparison, Sentence, is_plain
from govdisclosure.claims._grammar import Grammar
from govdisclosure.claims._mind import Above, Mind
from govdisclosure.claims._question import Drafts, Question
from govdisclosure.claims._statement import Form, Statement
from govdisclosure.vocabulary.yearly import SIGNS, SILENT, SOME_REQUESTS, last_year

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.claims._changes import Change
    from govdisclosure.claims._draft import Draft

_WHOLE_YEAR: Final = rf"(?:{last_year('told_year')})(?:[我本](?:局|委|厅|办|院|镇|乡|县|区|市|街道|单位))?总?共?"
_LAST_WHOLE: Final = re.compile(f"[,;]?{_WHOLE_YEAR}")
# 去年共收到申请31件，今年收到36件
_LAST_TOLD: Final = re.compile(f"{_WHOLE_YEAR}(?:新?收|受理|接[到收]|办[理结]|答复)")
_SENTENCE: Final = re.compile("[^。!?|]+")
_LONGEST: Final = 1_000
"""Characters of a sentence; a longer one is a list, and no sentence of a report."""

_OF_MONEY: Final = frozenset({Form.UP, Form.DOWN, Form.PERCENT, Form.SAME})
"""What can be stated of an amount of money, which is printed with few decimals."""


def compares(text: str) -> bool:
    """Tell whether there can be anything in a folded text that is said of this year beside the last."""
    return SIGNS.search(text) is not None or _LAST_TOLD.search(text) is not None


@frozen
class Subject:
    """
    What comparisons are about, and what they state of it.

    Args:
        readings: All that the words can be about, the likeliest first.
        statements: What they state.
        start: Where the words begin in the folded text.
        end: Where they end.
    """

    readings: tuple[What, ...]
    statements: tuple[Statement, ...]
    start: int
    end: int


@frozen
class Reader:
    """
    What is known of a paragraph before its comparisons are read.

    Args:
        text: The folded paragraph.
        year: The report year.
        agency: The agency that reports.
        above: What the heading above it says.
    """

    text: str
    year: int | None
    agency: str | None
    above: Above

    def subjects(self) -> Iterator[Subject]:
        """Yield what the comparisons of the paragraph are about, in their order; last, figures of last year alone."""
        compared = list(self._compared())
        if not compared and not _LAST_TOLD.search(self.text):
            return
        drafts = self._drafts(self.text)
        comparisons: list[Comparison] = []
        for start, end, said in compared:
            comparisons += Sentence(self.text, start, drafts.within(start, end)).comparisons(said)
        self._ask(comparisons)
        for comparison in comparisons:
            yield from (each for each in _subjects(comparison) if not self._is_part(each))
        yield from self._told_beside(drafts)

    def _told_beside(self, drafts: Drafts) -> Iterator[Subject]:
        """Yield last year's figures that stand beside this year's: 去年收到申请31件，今年收到36件."""
        for sentence in _SENTENCE.finditer(self.text):
            start, end = sentence.span()
            told = [] if SILENT.search(self.text, start, end) else drafts.within(start, end)
            ours = {draft.readings for draft in told if is_plain(draft)}
            for draft in told:
                # 2023年新收申请9件，同比增加3件，2024年新收申请12件
                compared = SIGNS.match(self.text, draft.end + 1) is not None
                if draft.year == "last" and draft.readings in ours and _is_of_last_year(draft) and not compared:
                    yield Subject(draft.readings, (Statement(Form.WAS, draft.value),), draft.start, draft.end)

    def _is_part(self, subject: Subject) -> bool:
        """Tell whether it names a part of the requests: 收到信函申请5件, 同比增加2件."""
        return SOME_REQUESTS.search(self.text, subject.start, subject.end) is not None

    def _compared(self) -> Iterator[tuple[int, int, Sequence[Change]]]:
        """Yield where sentences begin and end that compare this year with the last, and what they say changed."""
        for sentence in _SENTENCE.finditer(self.text):
            start, end = sentence.span()
            said = changes(self.text, start, end, self.year) if end - start <= _LONGEST else []
            if said and not SILENT.search(self.text, start, end):
                yield start, end, said

    def _drafts(self, text: str) -> Drafts:
        return Drafts(Grammar(text=text, year=self.year, agency=self.agency, mind=Mind(above=self.above)).read())

    def _ask(self, comparisons: list[Comparison]) -> None:
        """Find out what comparisons behind words are about."""
        asked = [comparison for comparison in comparisons if comparison.about is None]
        if asked:
            question = Question(self.text, comparisons)
            drafts = self._drafts(question.text)
            for comparison in asked:
                comparison.about = question.answered(comparison.first, drafts)


def _is_of_last_year(draft: Draft) -> bool:
    """Tell whether a figure is the whole of last year's, as its words say: not 去年底收到申请3件."""
    counted = draft.exact and draft.whole and not draft.money
    return counted and _LAST_WHOLE.fullmatch(draft.before) is not None


def _subjects(comparison: Comparison) -> Iterator[Subject]:
    """Yield what a comparison is about; nothing, where it has more items than things, or fewer."""
    about = comparison.about or []
    if any(len(change.items) != len(about) for change in comparison.changes):
        return
    for item, each in enumerate(about):
        statements = tuple(statement for change in comparison.changes for statement in change.items[item])
        fits = not each.money or _OF_MONEY.issuperset(statement.form for statement in statements)
        if each.readings and fits:
            yield Subject(each.readings, statements, each.start, comparison.end)
