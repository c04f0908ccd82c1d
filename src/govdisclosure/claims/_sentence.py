"""What the claims of one sentence say of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from govdisclosure.claims._claim import What

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govdisclosure.claims._draft import Draft


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """Give the claims of a sentence, each read as the others let it be read."""
    claims: list[Draft] = []
    received: int | None = None
    for draft in drafts:
        what = draft.readings[0]
        if what is What.RECEIVED and _is_new_among_all(draft):
            # 共办理、受理申请67件，其中本年新收62件、上年结转5件
            if received is not None:
                claims[received] = _reread(claims[received], What.RECEIVED_WITH_CARRIED_OVER)
            received = None
        elif what is What.RECEIVED and draft.setting.among:
            draft = evolve(draft, whole=False)  # noqa: PLW2901 - what is kept of it
        elif what is What.RECEIVED and draft.whole:
            received = len(claims)
        elif what is What.CARRIED_OVER and received is not None:
            claims[received] = _reread(claims[received], *_total_before(draft, claims[-1]))
        claims.append(draft)
    return claims


def _is_new_among_all(draft: Draft) -> bool:
    return draft.setting.among and ("新收" in draft.words or "本年" in draft.words)


def _total_before(carried_over: Draft, last: Draft) -> tuple[What, ...]:
    """Give what a number of requests received can be about, with those carried over behind it."""
    setting = carried_over.setting
    # 收到申请12件，办结14件（含上年结转2件）, which may be what they are part of.
    if setting.included and last.readings != (What.CONCLUDED,):
        return (What.RECEIVED_WITH_CARRIED_OVER,)
    if setting.included or setting.nested or setting.among:
        return What.RECEIVED, What.RECEIVED_WITH_CARRIED_OVER
    return (What.RECEIVED,)


def _reread(draft: Draft, *readings: What) -> Draft:
    return evolve(draft, readings=readings) if draft.readings == (What.RECEIVED,) else draft
