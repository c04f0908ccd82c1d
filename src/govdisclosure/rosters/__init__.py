"""Who has to report: the roster of a county, a city or a ministry, read from a table, and which report is whose."""

from govdisclosure.rosters._apart import only_regions_apart
from govdisclosure.rosters._bodies import Keys, before, body_keys
from govdisclosure.rosters._called import called
from govdisclosure.rosters._errors import RosterError, RosterFault
from govdisclosure.rosters._matching import Ambiguous, Late, Matched, Matches, Stranger
from govdisclosure.rosters._names import (
    brackets_in,
    forms,
    is_one_body,
    region_of,
    without_region,
)
from govdisclosure.rosters._roster import Roster
from govdisclosure.rosters._units import Unit, UnitKind, last_day

__all__ = [
    "Ambiguous",
    "Keys",
    "Late",
    "Matched",
    "Matches",
    "Roster",
    "RosterError",
    "RosterFault",
    "Stranger",
    "Unit",
    "UnitKind",
    "before",
    "body_keys",
    "brackets_in",
    "called",
    "forms",
    "is_one_body",
    "last_day",
    "only_regions_apart",
    "region_of",
    "without_region",
]
