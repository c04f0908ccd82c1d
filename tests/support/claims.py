"""What is claimed in a text, in short."""

from __future__ import annotations

from typing import Final

from govdisclosure.claims import claims_in

BUREAU: Final = "示例县水利局"


def held(text: str) -> list[str]:
    """Give the claims of a text that are held against the tables, sorted; ``+`` stands between what is summed up."""
    every = claims_in(text, year=2024, agency=BUREAU)
    ours = [claim for claim in every if claim.exact and claim.whole and claim.year == "this"]
    return sorted(f"{('+' if claim.summed else '|').join(claim.readings)}={claim.value}" for claim in ours)
