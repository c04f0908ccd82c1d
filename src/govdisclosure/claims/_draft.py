"""A claim while its sentence is still being read."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from govdisclosure.claims._claim import What, Year


@frozen(kw_only=True)
class Setting:
    """
    How words hang on what their sentence said before.

    Args:
        among: They stand in a list behind 其中.
        included: 含, 包括 or 其中 stands between them and the claim before.
        nested: They stand in parentheses.
    """

    among: bool
    included: bool
    nested: bool


@frozen(kw_only=True)
class Draft:
    """
    A claim in the folded text.

    Args:
        readings: All that the words can be about, the likeliest first.
        value: The figure as written; of money in 元.
        money: Whether it is an amount of money.
        exact: Whether it is meant exactly.
        year: The report year, or the year before.
        whole: False for one office out of several, one channel, or a part of the year.
        start: Where the words begin.
        end: Where they end.
        words: The words.
        setting: How they hang on what the sentence said before.
    """

    readings: tuple[What, ...]
    value: Decimal
    money: bool
    exact: bool
    year: Year
    whole: bool
    start: int
    end: int
    words: str
    setting: Setting
