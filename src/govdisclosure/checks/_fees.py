"""The amounts of processing fees (信息处理费) that a text states: how much, and whether it was collected."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import define, frozen

from govdisclosure.model.money import PLACES
from govdisclosure.vocabulary.fees import FEE, NOTICE, NUMBER
from govdisclosure.vocabulary.numerals import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE: Final = re.compile("[^。!?]+")
_TOKEN: Final = re.compile(
    # 信息处理费 · 收费通知
    rf"(?P<fee>{FEE})|(?P<notice>{NOTICE})"
    # 行政事业性收费 · 财政拨款1235元 · 复印资料花费35元
    "|(?P<other>行政事业性收费|拨款|经费|资金|补贴|罚款|复[印制]|邮寄|购置|支出|预算|花费|押金|保证金)"
    # 2023年收取信息处理费200元
    r"|(?P<year>(?<![0-9])20[0-9]{2})年"
    # 较上年增加25元 · 每页10元
    "|(?P<aside>上年|去年|往年|同比|较|每[件页份张次])"
    # 未收取 · 应收75元 · 减免200元 · 总金额100元
    "|(?P<due>未(?:收|缴)|没有收|应[收缴]|应当缴|拟收|减免|免收|免除|总金额|通知金额)"
    "|(?P<collected>收取|实收|实际收|收入|征收|收缴|共收|已收|已经?缴)"
    # 收费通知3份，收费总额420元, which nobody need have paid yet; without a notice it is what was collected.
    "|(?P<charged>收费[总金]额)"
    rf"|(?P<money>(?P<number>{NUMBER})(?P<unit>万?)元)"
    "|(?P<clause>[,;])"
)
# 收取120元信息处理费
_OF_THE_FEE: Final = re.compile(rf"[^,。;]{{0,10}}?{FEE}")
_BEFORE: Final = 40
"""Characters of a clause that are quoted before an amount."""


@frozen
class FeeAmount:
    """
    An amount of the processing fee, as a text states it.

    Args:
        yuan: How much, in 元.
        collected: Whether the words say that it was collected.
        start: Where its clause begins in the folded text.
        end: Where the amount ends.
    """

    yuan: Decimal
    collected: bool
    start: int
    end: int


@define
class _Said:
    """What a sentence has said so far, before an amount."""

    year: int | None
    about_fee: bool = False
    aside: bool = False
    collected: bool = False
    asked: bool = False
    clause: int = 0

    def hear(self, token: re.Match[str]) -> None:
        """Take in a word that is no amount."""
        kind = token.lastgroup
        if kind == "clause":
            self.aside, self.clause = False, token.end()
        elif kind == "aside":
            self.aside = True
        elif kind == "year":
            self.aside = self.aside or int(token["year"]) != self.year
        elif kind in {"fee", "other"}:
            self.about_fee = kind == "fee"
        else:
            # A notice asks for money, and nobody has paid it yet.
            self.asked = self.asked or kind == "notice"
            self.about_fee = self.about_fee or kind == "notice"
            self.collected = kind == "collected" or (kind == "charged" and not self.asked)


def fee_amounts(folded: str, year: int | None) -> Iterator[FeeAmount]:
    """Yield the amounts of the processing fee that a folded text states, in its order, but those of another year."""
    for sentence in _SENTENCE.finditer(folded):
        said = _Said(year, clause=sentence.start())
        for token in _TOKEN.finditer(folded, *sentence.span()):
            if token.lastgroup != "money":
                said.hear(token)
            elif not said.aside and (said.about_fee or _OF_THE_FEE.match(folded, token.end())):
                yield from _amount(token, said)


def _amount(money: re.Match[str], said: _Said) -> Iterator[FeeAmount]:
    number = money["number"].replace(",", "")
    written = Decimal(number) if number[0].isdecimal() else number_of(number)
    # 三五元 is no amount, and 零元 is one.
    if written is not None:
        yuan = Decimal(written).scaleb(PLACES["万元"] if money["unit"] else 0)
        yield FeeAmount(yuan, said.collected, max(said.clause, money.start() - _BEFORE), money.end())
