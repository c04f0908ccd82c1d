"""What a claim is."""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import frozen

Year: TypeAlias = Literal["this", "last"]


class What(enum.StrEnum):
    """What a claim is about."""

    RECEIVED = "received"
    RECEIVED_WITH_CARRIED_OVER = "received_with_carried_over"
    CARRIED_OVER = "carried_over"
    GRANTED = "granted"
    PARTIALLY_GRANTED = "partially_granted"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    NOT_PROCESSED = "not_processed"
    OTHER = "other"
    CONCLUDED = "concluded"
    CARRIED_FORWARD = "carried_forward"
    RECONSIDERATION = "reconsideration"
    RECONSIDERATION_UPHELD = "reconsideration_upheld"
    RECONSIDERATION_CORRECTED = "reconsideration_corrected"
    RECONSIDERATION_OTHER = "reconsideration_other"
    RECONSIDERATION_PENDING = "reconsideration_pending"
    LITIGATION = "litigation"
    LITIGATION_DIRECT = "litigation_direct"
    LITIGATION_AFTER_RECONSIDERATION = "litigation_after_reconsideration"
    LITIGATION_UPHELD = "litigation_upheld"
    LITIGATION_CORRECTED = "litigation_corrected"
    LITIGATION_OTHER = "litigation_other"
    LITIGATION_PENDING = "litigation_pending"
    RULES_ISSUED = "rules_issued"
    RULES_REPEALED = "rules_repealed"
    RULES_IN_FORCE = "rules_in_force"
    DOCUMENTS_ISSUED = "documents_issued"
    DOCUMENTS_REPEALED = "documents_repealed"
    DOCUMENTS_IN_FORCE = "documents_in_force"
    LICENSING = "licensing"
    PENALTIES = "penalties"
    COMPULSION = "compulsion"
    LICENSING_PUBLISHED = "licensing_published"
    PENALTIES_PUBLISHED = "penalties_published"
    COMPULSION_PUBLISHED = "compulsion_published"
    FEES = "fees"
    PROCESSING_FEE = "processing_fee"


@frozen
class Claim:
    """
    A figure that the narrative states.

    Args:
        what: What it is about, as the words are first understood.
        value: The figure: a count; for fees 万元, for the processing fee 元, both exact.
        exact: False where the words make it approximate (余, 多, 约, or a count in 万).
        year: The report year, or the year before.
        whole: False for one office out of several, one channel, or a part of the year.
        path: Path of the paragraph, such as ``overview[3]``.
        start: Where the words begin in it, in characters.
        end: Where they end.
        text: The words.
        readings: All that the words can be about, ``what`` first.
        grounds: What of table III the words name as the grounds of an outcome, such as ``third_party_rights``; the
            figure can be that of these rows alone.
        older: So many more are told beside them, such as cases of last year beside new ones, requests withdrawn that
            are left out of the answers, or documents that lapsed beside those repealed; the table can hold the sum of
            both. Fewer than none for requests that others were to answer, without which it can hold the rest.
        summed: Whether the figure is the sum of all ``readings``, and not of one of them: 复议、诉讼共11件.
        at_least: Whether the words tell of requests of somebody or for something, such as 村民提交的申请, beside which
            there can be more: the table must not have fewer.
    """

    what: What
    value: int | Decimal
    exact: bool
    year: Year
    whole: bool
    path: str
    start: int
    end: int
    text: str
    readings: tuple[What, ...]
    grounds: tuple[str, ...] = ()
    older: int = 0
    summed: bool = False
    at_least: bool = False
