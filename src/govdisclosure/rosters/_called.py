"""What the units of a roster are called: where two counties of a city have a 财政局 each, with the parent."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govdisclosure.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.rosters._units import Unit


def called(units: Iterable[Unit]) -> dict[Unit, str]:
    """Give what each unit is called among others: its name, with the parent in brackets where several have it."""
    listed = list(units)
    bearers = Counter(fold(unit.name) for unit in listed)
    return {
        # 财政局（示例市示例县人民政府）
        unit: unit.name if bearers[fold(unit.name)] == 1 or unit.parent is None else f"{unit.name}（{unit.parent}）"
        for unit in listed
    }
