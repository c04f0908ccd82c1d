"""Section 三 of the report, edition 2019: requests for information, received and dealt with (table III)."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from govdisclosure.model.declare import as_in, block, count, total
from govdisclosure.model.requests import (
    LegalPersons,
    NotProcessed,
    Outcomes,
    Refused,
    RequestColumn,
    Requests,
    Unavailable,
)
from govdisclosure.model.structure import Group, Shape, Table
from govdisclosure.model.values import Count


@define(kw_only=True, repr=False)
class Outcomes2019(Group):
    """How the requests of one column were dealt with this year; （六）其他处理 is one figure. Unit: 件."""

    granted: Count = as_in(Outcomes, "granted")
    partially_granted: Count = as_in(Outcomes, "partially_granted")
    refused: Refused = as_in(Outcomes, "refused")
    unavailable: Unavailable = as_in(Outcomes, "unavailable")
    not_processed: NotProcessed = as_in(Outcomes, "not_processed")
    other: Count = count("（六）其他处理")
    total: Count = total(
        "（七）总计",
        of=(granted, partially_granted, refused, unavailable, not_processed, other),
        identity="T3-OUTCOMES",
    )


@define(kw_only=True, repr=False)
class RequestColumn2019(Group):
    """
    One column of table III: the requests of one kind of applicant, or of all. Unit: 件.

    Raises:
        TypeError: If a cell is no whole number, ``None`` or ``NA``, or a group is not of its class.
        ValueError: If a count is negative or has more than 18 digits.
    """

    newly_received: Count = as_in(RequestColumn, "newly_received")
    carried_over: Count = as_in(RequestColumn, "carried_over")
    outcomes: Outcomes2019 = as_in(RequestColumn, "outcomes", Outcomes2019)
    carried_forward: Count = as_in(RequestColumn, "carried_forward")


@define(kw_only=True, repr=False)
class LegalPersons2019(Group):
    """The five columns of applicants that are legal persons or other organisations."""

    commercial_enterprise: RequestColumn2019 = as_in(LegalPersons, "commercial_enterprise", RequestColumn2019)
    research_institution: RequestColumn2019 = as_in(LegalPersons, "research_institution", RequestColumn2019)
    public_welfare_organization: RequestColumn2019 = as_in(
        LegalPersons, "public_welfare_organization", RequestColumn2019
    )
    legal_service_organization: RequestColumn2019 = as_in(LegalPersons, "legal_service_organization", RequestColumn2019)
    other: RequestColumn2019 = as_in(LegalPersons, "other", RequestColumn2019)


@define(kw_only=True, repr=False)
class Requests2019(Table):
    """
    Table III of edition 2019: seven columns of 23 figures.

    Args:
        notes: Paragraphs printed beside the table; usually none.

    Raises:
        TypeError: If a column is not of its class, or a note is no text.
        ValueError: If a note holds a line break or another character that text must not have.

    Source: Art. 50 of the Regulation; 国办公开办函〔2019〕60号, section 三.
    """

    edition: ClassVar[str | None] = "2019"
    shape: ClassVar[Shape] = Shape.COLUMNS

    natural_person: RequestColumn2019 = as_in(Requests, "natural_person", RequestColumn2019)
    legal_person: LegalPersons2019 = as_in(Requests, "legal_person", LegalPersons2019)
    total: RequestColumn2019 = block("总计", RequestColumn2019, of=(natural_person, legal_person), identity="T3-ROW")
