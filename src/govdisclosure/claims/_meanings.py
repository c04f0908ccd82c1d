"""What the words of the grammar mean: which of them claim what, and what they make a text go on about."""

from __future__ import annotations

from typing import Final

from govdisclosure.claims._claim import What

OUTCOMES: Final = {
    kind: What(kind) for kind in ("granted", "partially_granted", "refused", "unavailable", "not_processed", "other")
}
REQUESTS: Final = {
    "received_new": What.RECEIVED,
    "received": What.RECEIVED,
    "concluded": What.CONCLUDED,
    "carried_over": What.CARRIED_OVER,
    "carried_forward": What.CARRIED_FORWARD,
    **OUTCOMES,
}
CASES: Final = {
    "reconsideration": What.RECONSIDERATION,
    "litigation": What.LITIGATION,
    "direct": What.LITIGATION_DIRECT,
    "after": What.LITIGATION_AFTER_RECONSIDERATION,
}
RESULTS: Final = {"upheld": "upheld", "corrected": "corrected", "other_result": "other", "pending": "pending"}
MADE: Final = ("issued", "disclosed", "repealed", "in_force")
DECISIONS: Final = {"licensing": What.LICENSING, "penalties": What.PENALTIES, "compulsion": What.COMPULSION}
FEES: Final = {"fees": What.FEES, "processing_fee": What.PROCESSING_FEE}

DOMAINS: Final = {
    "request": "requests",
    "reconsideration": "reconsideration",
    "litigation": "litigation",
    "direct": "litigation",
    "after": "litigation",
    "documents": "documents",
    "rules": "rules",
    **dict.fromkeys(DECISIONS, "decisions"),
    **dict.fromkeys(FEES, "fees"),
    "block": "else",
}
"""Which words say what a text goes on about."""


def made(noun: str, verb: str) -> tuple[What, ...]:
    """Give the readings of a verb with 规章 or 规范性文件: what is disclosed can be new, or all that is in force."""
    if verb == "disclosed":
        return What(f"{noun}_issued"), What(f"{noun}_in_force")
    return (What(f"{noun}_{verb}"),)
