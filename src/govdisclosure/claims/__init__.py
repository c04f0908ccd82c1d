"""What a report claims in its narrative: counts and sums of money, bound to the words that state them."""

from govdisclosure.claims._claim import Claim, What
from govdisclosure.claims._claims import Claims
from govdisclosure.claims._report import claims, claims_in

__all__ = ["Claim", "Claims", "What", "claims", "claims_in"]
