"""Diagnosis: where sums fail, the one cell or slip that is wrong, or all that could be."""

from govdisclosure.diagnosis._causes import BLANKS, REPAIR, REPAIRS, Cause, causes
from govdisclosure.diagnosis._diagnose import diagnose, diagnosed
from govdisclosure.diagnosis._repair import Ailment, Diagnosis, Group, Healed, Kind, Proposed, Range, Repair

__all__ = [
    "BLANKS",
    "REPAIR",
    "REPAIRS",
    "Ailment",
    "Cause",
    "Diagnosis",
    "Group",
    "Healed",
    "Kind",
    "Proposed",
    "Range",
    "Repair",
    "causes",
    "diagnose",
    "diagnosed",
]
