"""What a report claims in its narrative: counts and sums of money, bound to the words; and how its words are folded."""

from govdisclosure.claims._claim import Claim, What
from govdisclosure.claims._claims import Claims
from govdisclosure.claims._folded import folded
from govdisclosure.claims._narrative import LONGEST
from govdisclosure.claims._report import claims, claims_in

__all__ = ["LONGEST", "Claim", "Claims", "What", "claims", "claims_in", "folded"]
