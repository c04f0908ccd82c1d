"""Names that only a region in front tells apart from those of units of which no region is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdisclosure.rosters._names import is_one_body, region_of, without_region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.rosters._units import Unit


def only_regions_apart(units: Iterable[Unit], names: Iterable[str], parent: str | None) -> dict[Unit, str]:
    """
    Give the units that names can be of, were it known which region stands in front of these: 示例县财政局 of 财政局.

    Args:
        units: The units.
        names: The names, none of which is that of a unit.
        parent: The parent of the units that name none.
    """
    without = [unit for unit in units if not region_of(unit.parent or parent or "")]
    by_name = {without_region(name, ()): unit for unit in without for name in unit.names}
    apart: dict[Unit, str] = {}
    longest = max(map(len, by_name), default=0)
    for name in names:
        own = without_region(name, ())
        for place in range(max(len(own) - longest, 1), len(own)):
            unit = by_name.get(own[place:])
            if unit is not None and is_one_body(own[place:], own):
                apart.setdefault(unit, name)
    return apart
