"""Section 三 of the report, edition 2031, which is imaginary: 8.属于行政查询事项 is gone, 4.已转其他行政机关 is new."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from govdisclosure.model.declare import as_in, block, count, total
from govdisclosure.model.requests import (
    LegalPersons,
    NotProcessed,
    OtherOutcomes,
    Outcomes,
    Refused,
    RequestColumn,
    Requests,
    Unavailable,
)
from govdisclosure.model.structure import Group, Shape, Table
from govdisclosure.model.values import Count


@define(kw_only=True, repr=False)
class Refused2031(Group):
    """Requests refused, by ground. Unit: 件."""

    state_secret: Count = as_in(Refused, "state_secret")
    prohibited_by_law: Count = as_in(Refused, "prohibited_by_law")
    endangers_security_or_stability: Count = as_in(Refused, "endangers_security_or_stability")
    third_party_rights: Count = as_in(Refused, "third_party_rights")
    internal_affairs: Count = as_in(Refused, "internal_affairs")
    deliberative_process: Count = as_in(Refused, "deliberative_process")
    enforcement_file: Count = as_in(Refused, "enforcement_file")


@define(kw_only=True, repr=False)
class OtherOutcomes2031(Group):
    """Requests dealt with in another way. Unit: 件."""

    not_corrected_in_time: Count = as_in(OtherOutcomes, "not_corrected_in_time")
    fee_unpaid: Count = as_in(OtherOutcomes, "fee_unpaid")
    other: Count = as_in(OtherOutcomes, "other")
    forwarded: Count = count("4.已转其他行政机关")


@define(kw_only=True, repr=False)
class Outcomes2031(Group):
    """How the requests of one column were dealt with this year. Unit: 件."""

    granted: Count = as_in(Outcomes, "granted")
    partially_granted: Count = as_in(Outcomes, "partially_granted")
    refused: Refused2031 = as_in(Outcomes, "refused", Refused2031)
    unavailable: Unavailable = as_in(Outcomes, "unavailable")
    not_processed: NotProcessed = as_in(Outcomes, "not_processed")
    other: OtherOutcomes2031 = as_in(Outcomes, "other", OtherOutcomes2031)
    total: Count = total(
        "（七）总计",
        of=(granted, partially_granted, refused, unavailable, not_processed, other),
        identity="T3-OUTCOMES",
    )


@define(kw_only=True, repr=False)
class RequestColumn2031(Group):
    """One column of table III: the requests of one kind of applicant, or of all. Unit: 件."""

    newly_received: Count = as_in(RequestColumn, "newly_received")
    carried_over: Count = as_in(RequestColumn, "carried_over")
    outcomes: Outcomes2031 = as_in(RequestColumn, "outcomes", Outcomes2031)
    carried_forward: Count = as_in(RequestColumn, "carried_forward")


@define(kw_only=True, repr=False)
class LegalPersons2031(Group):
    """The five columns of applicants that are legal persons or other organisations."""

    commercial_enterprise: RequestColumn2031 = as_in(LegalPersons, "commercial_enterprise", RequestColumn2031)
    research_institution: RequestColumn2031 = as_in(LegalPersons, "research_institution", RequestColumn2031)
    public_welfare_organization: RequestColumn2031 = as_in(
        LegalPersons, "public_welfare_organization", RequestColumn2031
    )
    legal_service_organization: RequestColumn2031 = as_in(LegalPersons, "legal_service_organization", RequestColumn2031)
    other: RequestColumn2031 = as_in(LegalPersons, "other", RequestColumn2031)


@define(kw_only=True, repr=False)
class Requests2031(Table):
    """Table III of edition 2031: seven columns of 25 figures."""

    edition: ClassVar[str | None] = "2031"
    section: ClassVar[str] = "requests"
    shape: ClassVar[Shape] = Shape.COLUMNS

    natural_person: RequestColumn2031 = as_in(Requests, "natural_person", RequestColumn2031)
    legal_person: LegalPersons2031 = as_in(Requests, "legal_person", LegalPersons2031)
    total: RequestColumn2031 = block("总计", RequestColumn2031, of=(natural_person, legal_person), identity="T3-ROW")
