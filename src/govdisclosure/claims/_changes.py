"""Where a sentence compares this year with the last one, and by how much."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import define, evolve, frozen

from govdisclosure.claims._quantities import FALL, PAST, RISE, SHARE, figure, quantity, skipped
from govdisclosure.claims._statement import Form, Statement
from govdisclosure.vocabulary.numerals import number_of
from govdisclosure.vocabulary.yearly import COMPARED, LISTED, RESPECTIVELY, SIGNS, VAGUE, VERB
from govdisclosure.vocabulary.years import year_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from govdisclosure.claims._quantities import Quantity

Span: TypeAlias = tuple[int, int]
_ENDS: Final = frozenset({"", *",;)。"})
_NEAR: Final = 2
"""分别 stands so many characters before a word for more or less, or before 较上年."""


@frozen
class Change:
    """
    A comparison with last year, without what it is about.

    Args:
        start: Where its words begin, behind the words that name the year.
        end: Where they end.
        lead: Where the words that name the year stand (较上年), where it has them for itself or shares them.
        items: What is stated, of one thing or of several in their order.
        respectively: Whether the words say that it is of several things (分别).
    """

    start: int
    end: int
    lead: Span | None
    items: tuple[tuple[Statement, ...], ...]
    respectively: bool = False


def changes(text: str, start: int, end: int, year: int | None) -> list[Change]:
    """Give the comparisons of the sentence of a folded text that begins and ends at these places, in their order."""
    return list(_Sentence(text, end, year).changes(start))


@define
class _Sentence:
    """
    A sentence while it is gone through.

    Args:
        text: The folded text.
        end: Where the sentence ends.
        year: The report year.
        lead: Where the words stand that name the year before; None before them, and behind those that name another.
        was: Last year's figure, if these words state it: 较上年的9件.
    """

    text: str
    end: int
    year: int | None
    lead: Span | None = None
    was: Statement | None = None

    def changes(self, start: int) -> Iterator[Change]:
        """Yield the comparisons behind a place."""
        done = start
        for sign in SIGNS.finditer(self.text, start, self.end):
            if sign.start() < done:
                continue
            change = _READERS[sign.lastgroup or ""](self, sign)
            if change is not None:
                done = change.end
                # 由上年的9件增至12件, 增长33.3%: what follows is compared with last year as well.
                self.lead = self.lead or (done, done)
                yield evolve(change, items=self._with_last_figure(change.items))

    def _with_last_figure(self, items: tuple[tuple[Statement, ...], ...]) -> tuple[tuple[Statement, ...], ...]:
        """Add the figure of last year that the words before stated, once."""
        was, self.was = self.was, None
        return items if was is None or len(items) > 1 else ((was, *items[0]),)

    def is_last(self, sign: re.Match[str], *groups: str) -> bool:
        """Tell whether the year that a sign names, if it does, is the one before the report year."""
        named = [sign[group] for group in groups if sign[group] is not None]
        return all(self.year is not None and year_of(written) == self.year - 1 for written in named)

    def take_lead(self, sign: re.Match[str]) -> None:
        """Take in words that name a year, with last year's figure behind them: 较上年的9件, 较上年(9件)."""
        # 较2019年
        self.lead = sign.span() if self.is_last(sign, "lead_year", "with_year", "same_year") else None
        self.was = None
        bracket = self.text[sign.end() : sign.end() + 1] == "("
        past = quantity(self.text, sign.end() + bracket, self.end, PAST)
        if self.lead is not None and past is not None:
            self.was = past.statement
            self.lead = sign.start(), skipped(COMPARED, self.text, past.end, self.end)

    def leave_lead(self, _: re.Match[str]) -> None:
        """Take in words that compare with something else: 环比, 较上季度."""
        self.lead = self.was = None

    def change(self, sign: re.Match[str]) -> Change | None:
        """增加3件 · 分别增长20%、下降10%."""
        forms = RISE if sign["up"] else FALL
        first = quantity(self.text, sign.end(), self.end, forms)
        if self.lead is None or first is None:
            return None
        respectively = self._is_respective(sign.start())
        items = [first, *self._further(first, verbs=respectively)]
        statements = tuple((item.statement,) for item in items)
        return Change(sign.start(), items[-1].end, self.lead, statements, respectively)

    def _further(self, first: Quantity, *, verbs: bool) -> Iterator[Quantity]:
        """Yield what a list goes on with behind a quantity: 20%和10%; words for more or less can be among it."""
        item = self._listed(first, verbs=verbs)
        while item is not None and item.unit == first.unit:
            yield item
            item = self._listed(item, verbs=verbs)

    def _listed(self, before: Quantity, *, verbs: bool) -> Quantity | None:
        place = skipped(LISTED, self.text, before.end, self.end)
        verb = VERB.match(self.text, place, self.end) if verbs else None
        if verb is not None:
            return quantity(self.text, verb.end(), self.end, RISE if verb["up"] else FALL)
        goes_up = before.statement.form in RISE.values()
        return quantity(self.text, place, self.end, RISE if goes_up else FALL) if place > before.end else None

    def _is_respective(self, start: int) -> bool:
        begins = [start] if self.lead is None else [start, self.lead[0]]
        return any(RESPECTIVELY.match(self.text, begin - _NEAR, begin) for begin in begins if begin >= _NEAR)

    def became(self, sign: re.Match[str]) -> Change | None:
        """由上年的9件增至12件."""
        before = figure(self.text, *sign.span("before"))
        after = figure(self.text, *sign.span("after"))
        is_now = sign["to_year"] is None or year_of(sign["to_year"]) == self.year
        vague = VAGUE.match(self.text, sign.end(), self.end)
        if before is None or after is None or vague or not (is_now and self.is_last(sign, "from_year")):
            return None
        return Change(*sign.span(), None, ((before, evolve(after, form=Form.NOW)),))

    def of_last(self, sign: re.Match[str]) -> Change | None:
        """是上年的2倍 · 下降到上年的80%."""
        share = quantity(self.text, sign.end(), self.end, SHARE)
        if share is None or not self.is_last(sign, "of_year"):
            return None
        return Change(sign.start(), share.end, None, ((share.statement,),))

    def became_times(self, sign: re.Match[str]) -> Change | None:
        """较上年增加到3倍."""
        share = quantity(self.text, sign.end(), self.end, SHARE)
        return self._compared(sign.start(), share.end, share.statement) if share else None

    def past(self, sign: re.Match[str]) -> Change | None:
        """上年为9件."""
        past = quantity(self.text, sign.end(), self.end, PAST)
        if past is None or self.text[past.end : past.end + 1] not in _ENDS or not self.is_last(sign, "was_year"):
            return None
        return Change(sign.start(), past.end, None, ((past.statement,),))

    def equal(self, sign: re.Match[str]) -> Change | None:
        """与上年持平."""
        near = self.lead is not None and self.lead[1] == sign.start()
        return self._compared(*sign.span(), Statement(Form.SAME)) if near else None

    def folded(self, sign: re.Match[str]) -> Change | None:
        """翻一番 · 翻倍."""
        times = Decimal(number_of(sign["times"] or "一") or int(sign["times"]))
        return self._compared(*sign.span(), Statement(Form.DOUBLED, times))

    def halved(self, sign: re.Match[str]) -> Change | None:
        """减少一半."""
        return self._compared(*sign.span(), Statement(Form.HALVED))

    def _compared(self, start: int, end: int, statement: Statement) -> Change | None:
        """Give a comparison that needs words for the year before it, and is exact: not 翻一番以上."""
        if self.lead is None or VAGUE.match(self.text, end, self.end):
            return None
        return Change(start, end, self.lead, ((statement,),))


_READERS: Final[dict[str, Callable[[_Sentence, re.Match[str]], Change | None]]] = {
    "lead": _Sentence.take_lead,
    "other": _Sentence.leave_lead,
    "change": _Sentence.change,
    "became": _Sentence.became,
    "of_last": _Sentence.of_last,
    "to": _Sentence.became_times,
    "was": _Sentence.past,
    "equal": _Sentence.equal,
    "fold": _Sentence.folded,
    "half": _Sentence.halved,
}
