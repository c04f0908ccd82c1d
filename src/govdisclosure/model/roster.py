"""Who has to report: the units of a county, a city or a ministry, as data."""

from __future__ import annotations

from attrs import field, frozen

from govdisclosure.model.given import all_of


@frozen(kw_only=True)
class Unit:
    """
    A body that has to report.

    Args:
        name: Its official name.
    """

    name: str


@frozen
class Roster:
    """
    The bodies that have to report.

    Args:
        units: These, in the order of the roster.
    """

    units: tuple[Unit, ...] = field(default=(), converter=lambda units: all_of(Unit, "units", units))
