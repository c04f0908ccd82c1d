"""What words state of a figure of last year, a, and the one of this year, b."""

from __future__ import annotations

import enum
from decimal import Decimal

from attrs import frozen


class Form(enum.StrEnum):
    """How the words compare the two."""

    MORE = "more"
    """增加N件: b − a = N."""
    FEWER = "fewer"
    """减少N件: a − b = N."""
    WAS = "was"
    """上年为N件: a = N."""
    NOW = "now"
    """由…增至N件: b = N."""
    SAME = "same"
    """持平: a = b."""
    UP = "up"
    """增长N%."""
    DOWN = "down"
    """下降N%."""
    PERCENT = "percent"
    """下降到上年的N%."""
    TIMES = "times"
    """是上年的N倍, 增加到N倍."""
    TIMES_MORE = "times_more"
    """增长N倍, which is used for (1 + N)a and for Na."""
    DOUBLED = "doubled"
    """翻N番."""
    HALVED = "halved"
    """减少一半."""


@frozen
class Statement:
    """
    One thing that is stated of the two figures.

    Args:
        form: How they are compared.
        value: N, as written; nought where the form has none.
        places: With how many decimals it is written.
    """

    form: Form
    value: Decimal = Decimal(0)
    places: int = 0
