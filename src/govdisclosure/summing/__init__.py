"""A government's report as the sum of its children: the roll-up, what is apart from it, and what explains that."""

from govdisclosure.summing._adding import Figure, is_unclear
from govdisclosure.summing._causes import Cause, CauseKind
from govdisclosure.summing._compare import Comparison, Line, compared
from govdisclosure.summing._explain import Explained, Explanation, explained
from govdisclosure.summing._family import Child, Family, family_of
from govdisclosure.summing._rollup import Rollup, rollup
from govdisclosure.summing._together import Together, together

__all__ = [
    "Cause",
    "CauseKind",
    "Child",
    "Comparison",
    "Explained",
    "Explanation",
    "Family",
    "Figure",
    "Line",
    "Rollup",
    "Together",
    "compared",
    "explained",
    "family_of",
    "is_unclear",
    "rollup",
    "together",
]
