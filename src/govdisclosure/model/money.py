"""Amounts of money: what the units of the form are worth, and arithmetic in which no digit of an amount is lost."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.model.values import Unit

WORTH: Final[Mapping[Unit, Decimal]] = {"元": Decimal(1), "万元": Decimal(10_000)}
"""How many yuan one of a unit is."""

PLACES: Final[Mapping[Unit, int]] = {unit: worth.adjusted() for unit, worth in WORTH.items()}
"""How many noughts one of a unit has in 元: where the digits end of an amount without decimals."""

EXACT: Final = Context(prec=200)
"""Amounts have at most 18 digits, wherever their point stands: sums of many of them are exact with this."""
