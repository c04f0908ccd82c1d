"""
Strategies for property tests with hypothesis: any report, reports in which all is right, and those with one fault.

Needs the extra ``testing``. What can stand in a cell is derived from the declarations of the form.
"""

from govdisclosure.errors import MissingDependency

try:
    import hypothesis  # noqa: F401 - asked for here, so that its absence has words of ours
except ImportError as _error:
    raise MissingDependency("testing", "govdisclosure.testing") from _error

from govdisclosure.testing._broken import broken
from govdisclosure.testing._case import Case
from govdisclosure.testing._consistent import consistent_reports
from govdisclosure.testing._many import Family, chains, families
from govdisclosure.testing._reports import blanked, reports, tables
from govdisclosure.testing._values import amounts, counts, paragraphs

__all__ = [
    "Case",
    "Family",
    "amounts",
    "blanked",
    "broken",
    "chains",
    "consistent_reports",
    "counts",
    "families",
    "paragraphs",
    "reports",
    "tables",
]
