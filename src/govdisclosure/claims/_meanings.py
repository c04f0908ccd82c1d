"""What the words of the grammar mean: which of them claim what, and what they make a text go on about."""

from __future__ import annotations

from typing import Final

from govdisclosure.claims._claim import What

OUTCOMES: Final = {
    kind: What(kind) for kind in ("granted", "partially_granted", "refused", "unavailable", "not_processed", "other")
}
CARRIED: Final = (What.CARRIED_OVER, What.CARRIED_FORWARD)
REQUESTS: Final[dict[str, tuple[What, ...]]] = {
    "received_new": (What.RECEIVED,),
    "received": (What.RECEIVED,),
    "received_or_concluded": (What.RECEIVED, What.CONCLUDED),
    "concluded": (What.CONCLUDED,),
    "due": (What.RECEIVED_WITH_CARRIED_OVER,),
    "due_in_time": (What.RECEIVED_WITH_CARRIED_OVER, What.RECEIVED, What.CONCLUDED),
    "carried_over": (What.CARRIED_OVER,),
    "carried_forward": (What.CARRIED_FORWARD,),
    # 新收8件、结转2件: which of the two, only the sentence can tell.
    "carried": CARRIED,
    **{kind: (what,) for kind, what in OUTCOMES.items()},
}
ABOUT_REQUESTS: Final = frozenset(what for whats in REQUESTS.values() for what in whats)
PROCEEDINGS: Final = frozenset({"reconsideration", "litigation"})
"""Words for cases that say of which kind they are."""

CASES: Final = {
    "reconsideration": What.RECONSIDERATION,
    "litigation": What.LITIGATION,
    "direct": What.LITIGATION_DIRECT,
    "after": What.LITIGATION_AFTER_RECONSIDERATION,
}
RESULTS: Final = {"upheld": "upheld", "corrected": "corrected", "other_result": "other", "pending": "pending"}
RESULT_CLAIMS: Final = frozenset(What(f"{case}_{result}") for case in PROCEEDINGS for result in RESULTS.values())
MADE: Final = ("issued", "disclosed", "repealed", "in_force")
DECISIONS: Final = {"licensing": What.LICENSING, "penalties": What.PENALTIES, "compulsion": What.COMPULSION}
PUBLISHED: Final = {kind: What(f"{kind}_published") for kind in DECISIONS}
OTHER_WORK: Final = ("rules_block", "published", "amended")
"""What is done with documents and decisions that is not to make them."""

FEES: Final = {"fees": What.FEES, "processing_fee": What.PROCESSING_FEE}

PAPERS: Final = frozenset({"documents", "rules"})
"""Words for what is issued and repealed."""

LISTED: Final = frozenset("、和及与")
"""What stands between the parts of a list."""

DOMAINS: Final = {
    "request": "requests",
    "reconsideration": "reconsideration",
    "litigation": "litigation",
    "direct": "litigation",
    "after": "litigation",
    "documents": "documents",
    "rules": "rules",
    **dict.fromkeys(DECISIONS, "decisions"),
    **{kind: kind for kind in FEES},
    "block": "else",
    "other_cases": "else",
}
"""Which words say what a text goes on about."""


def made(noun: str, verb: str) -> tuple[What, ...]:
    """Give the readings of a verb with 规章 or 规范性文件: what is disclosed can be new, or all that is in force."""
    if verb == "disclosed":
        return What(f"{noun}_issued"), What(f"{noun}_in_force")
    return (What(f"{noun}_{verb}"),)
