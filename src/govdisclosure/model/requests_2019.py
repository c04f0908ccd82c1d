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
    """（一）予以公开"""
    partially_granted: Count = as_in(Outcomes, "partially_granted")
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形）"""
    refused: Refused = as_in(Outcomes, "refused")
    """（三）不予公开"""
    unavailable: Unavailable = as_in(Outcomes, "unavailable")
    """（四）无法提供"""
    not_processed: NotProcessed = as_in(Outcomes, "not_processed")
    """（五）不予处理"""
    other: Count = count("（六）其他处理")
    """（六）其他处理"""
    total: Count = total(
        "（七）总计",
        of=(granted, partially_granted, refused, unavailable, not_processed, other),
        identity="T3-OUTCOMES",
    )
    """（七）总计"""


@define(kw_only=True, repr=False)
class RequestColumn2019(Group):
    """
    One column of table III: the requests of one kind of applicant, or of all. Unit: 件.

    Raises:
        TypeError: If a cell is no whole number, ``None`` or ``NA``, or a group is not of its class.
        ValueError: If a count is negative or has more than 18 digits.
    """

    newly_received: Count = as_in(RequestColumn, "newly_received")
    """一、本年新收政府信息公开申请数量"""
    carried_over: Count = as_in(RequestColumn, "carried_over")
    """二、上年结转政府信息公开申请数量"""
    outcomes: Outcomes2019 = as_in(RequestColumn, "outcomes", Outcomes2019)
    """三、本年度办理结果"""
    carried_forward: Count = as_in(RequestColumn, "carried_forward")
    """四、结转下年度继续办理"""


@define(kw_only=True, repr=False)
class LegalPersons2019(Group):
    """The five columns of applicants that are legal persons or other organisations."""

    commercial_enterprise: RequestColumn2019 = as_in(LegalPersons, "commercial_enterprise", RequestColumn2019)
    """商业企业"""
    research_institution: RequestColumn2019 = as_in(LegalPersons, "research_institution", RequestColumn2019)
    """科研机构"""
    public_welfare_organization: RequestColumn2019 = as_in(
        LegalPersons, "public_welfare_organization", RequestColumn2019
    )
    """社会公益组织"""
    legal_service_organization: RequestColumn2019 = as_in(LegalPersons, "legal_service_organization", RequestColumn2019)
    """法律服务机构"""
    other: RequestColumn2019 = as_in(LegalPersons, "other", RequestColumn2019)
    """其他"""


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
    section: ClassVar[str] = "requests"
    shape: ClassVar[Shape] = Shape.COLUMNS

    natural_person: RequestColumn2019 = as_in(Requests, "natural_person", RequestColumn2019)
    """自然人"""
    legal_person: LegalPersons2019 = as_in(Requests, "legal_person", LegalPersons2019)
    """法人或其他组织"""
    total: RequestColumn2019 = block("总计", RequestColumn2019, of=(natural_person, legal_person), identity="T3-ROW")
    """总计"""
