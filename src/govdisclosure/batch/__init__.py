"""
Many reports: read and checked on all cores, or on many machines, in memory that does not grow with their number.

``examine`` goes through files, folders, zip archives and JSON Lines, and gives what became of each report.
"""

from govdisclosure.batch._archive import ArchiveLimits
from govdisclosure.batch._asked import SettingsOf
from govdisclosure.batch._cache import Cache
from govdisclosure.batch._examine import examine
from govdisclosure.batch._failures import Failure
from govdisclosure.batch._outcome import Outcome
from govdisclosure.batch._progress import Progress
from govdisclosure.batch._sources import Content, Source

__all__ = [
    "ArchiveLimits",
    "Cache",
    "Content",
    "Failure",
    "Outcome",
    "Progress",
    "SettingsOf",
    "Source",
    "examine",
]
