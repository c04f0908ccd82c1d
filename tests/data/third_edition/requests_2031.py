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
    """1.属于国家秘密"""
    prohibited_by_law: Count = as_in(Refused, "prohibited_by_law")
    """2.其他法律行政法规禁止公开"""
    endangers_security_or_stability: Count = as_in(Refused, "endangers_security_or_stability")
    """3.危及“三安全一稳定”"""
    third_party_rights: Count = as_in(Refused, "third_party_rights")
    """4.保护第三方合法权益"""
    internal_affairs: Count = as_in(Refused, "internal_affairs")
    """5.属于三类内部事务信息"""
    deliberative_process: Count = as_in(Refused, "deliberative_process")
    """6.属于四类过程性信息"""
    enforcement_file: Count = as_in(Refused, "enforcement_file")
    """7.属于行政执法案卷"""


@define(kw_only=True, repr=False)
class OtherOutcomes2031(Group):
    """Requests dealt with in another way. Unit: 件."""

    not_corrected_in_time: Count = as_in(OtherOutcomes, "not_corrected_in_time")
    """1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"""
    fee_unpaid: Count = as_in(OtherOutcomes, "fee_unpaid")
    """2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"""
    other: Count = as_in(OtherOutcomes, "other")
    """3.其他"""
    forwarded: Count = count("4.已转其他行政机关")
    """4.已转其他行政机关"""


@define(kw_only=True, repr=False)
class Outcomes2031(Group):
    """How the requests of one column were dealt with this year. Unit: 件."""

    granted: Count = as_in(Outcomes, "granted")
    """（一）予以公开"""
    partially_granted: Count = as_in(Outcomes, "partially_granted")
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形）"""
    refused: Refused2031 = as_in(Outcomes, "refused", Refused2031)
    """（三）不予公开"""
    unavailable: Unavailable = as_in(Outcomes, "unavailable")
    """（四）无法提供"""
    not_processed: NotProcessed = as_in(Outcomes, "not_processed")
    """（五）不予处理"""
    other: OtherOutcomes2031 = as_in(Outcomes, "other", OtherOutcomes2031)
    """（六）其他处理"""
    total: Count = total(
        "（七）总计",
        of=(granted, partially_granted, refused, unavailable, not_processed, other),
        identity="T3-OUTCOMES",
    )
    """（七）总计"""


@define(kw_only=True, repr=False)
class RequestColumn2031(Group):
    """One column of table III: the requests of one kind of applicant, or of all. Unit: 件."""

    newly_received: Count = as_in(RequestColumn, "newly_received")
    """一、本年新收政府信息公开申请数量"""
    carried_over: Count = as_in(RequestColumn, "carried_over")
    """二、上年结转政府信息公开申请数量"""
    outcomes: Outcomes2031 = as_in(RequestColumn, "outcomes", Outcomes2031)
    """三、本年度办理结果"""
    carried_forward: Count = as_in(RequestColumn, "carried_forward")
    """四、结转下年度继续办理"""


@define(kw_only=True, repr=False)
class LegalPersons2031(Group):
    """The five columns of applicants that are legal persons or other organisations."""

    commercial_enterprise: RequestColumn2031 = as_in(LegalPersons, "commercial_enterprise", RequestColumn2031)
    """商业企业"""
    research_institution: RequestColumn2031 = as_in(LegalPersons, "research_institution", RequestColumn2031)
    """科研机构"""
    public_welfare_organization: RequestColumn2031 = as_in(
        LegalPersons, "public_welfare_organization", RequestColumn2031
    )
    """社会公益组织"""
    legal_service_organization: RequestColumn2031 = as_in(LegalPersons, "legal_service_organization", RequestColumn2031)
    """法律服务机构"""
    other: RequestColumn2031 = as_in(LegalPersons, "other", RequestColumn2031)
    """其他"""


@define(kw_only=True, repr=False)
class Requests2031(Table):
    """Table III of edition 2031: seven columns of 25 figures."""

    edition: ClassVar[str | None] = "2031"
    section: ClassVar[str] = "requests"
    shape: ClassVar[Shape] = Shape.COLUMNS

    natural_person: RequestColumn2031 = as_in(Requests, "natural_person", RequestColumn2031)
    """自然人"""
    legal_person: LegalPersons2031 = as_in(Requests, "legal_person", LegalPersons2031)
    """法人或其他组织"""
    total: RequestColumn2031 = block("总计", RequestColumn2031, of=(natural_person, legal_person), identity="T3-ROW")
    """总计"""
