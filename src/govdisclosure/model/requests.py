"""Section 三 of the report, edition 2021: requests for information, received and dealt with (table III)."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from govdisclosure.model.declare import Balance, block, count, group, total
from govdisclosure.model.structure import Group, Shape, Table
from govdisclosure.model.values import Count


@define(kw_only=True, repr=False)
class Refused(Group):
    """Requests refused, by ground. Unit: 件."""

    state_secret: Count = count("1.属于国家秘密", law="Art. 14")
    """1.属于国家秘密"""
    prohibited_by_law: Count = count("2.其他法律行政法规禁止公开", law="Art. 14")
    """2.其他法律行政法规禁止公开"""
    endangers_security_or_stability: Count = count("3.危及“三安全一稳定”", law="Art. 14")
    """3.危及“三安全一稳定”"""
    third_party_rights: Count = count("4.保护第三方合法权益", law="Art. 15")
    """4.保护第三方合法权益"""
    internal_affairs: Count = count("5.属于三类内部事务信息", law="Art. 16(1)")
    """5.属于三类内部事务信息"""
    deliberative_process: Count = count("6.属于四类过程性信息", law="Art. 16(2)")
    """6.属于四类过程性信息"""
    enforcement_file: Count = count("7.属于行政执法案卷", law="Art. 16(2)")
    """7.属于行政执法案卷"""
    administrative_inquiry: Count = count("8.属于行政查询事项", law="Art. 36(7)")
    """8.属于行政查询事项"""


@define(kw_only=True, repr=False)
class Unavailable(Group):
    """Requests for what the authority cannot provide, by reason. Unit: 件."""

    not_held: Count = count("1.本机关不掌握相关政府信息", law="Art. 36(4)(5)")
    """1.本机关不掌握相关政府信息"""
    needs_creation: Count = count("2.没有现成信息需要另行制作", law="Art. 38")
    """2.没有现成信息需要另行制作"""
    still_unclear: Count = count("3.补正后申请内容仍不明确", law="Art. 30")
    """3.补正后申请内容仍不明确"""


@define(kw_only=True, repr=False)
class NotProcessed(Group):
    """Requests not processed, by reason. Unit: 件."""

    petition_or_complaint: Count = count("1.信访举报投诉类申请", law="Art. 39(1)")
    """1.信访举报投诉类申请"""
    repeated: Count = count("2.重复申请", law="Art. 36(6)")
    """2.重复申请"""
    published_material: Count = count("3.要求提供公开出版物", law="Art. 39(2)")
    """3.要求提供公开出版物"""
    excessive: Count = count("4.无正当理由大量反复申请", law="Art. 35")
    """4.无正当理由大量反复申请"""
    reconfirmation: Count = count("5.要求行政机关确认或重新出具已获取信息")
    """5.要求行政机关确认或重新出具已获取信息"""


@define(kw_only=True, repr=False)
class OtherOutcomes(Group):
    """Requests dealt with in another way. Unit: 件."""

    not_corrected_in_time: Count = count(
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", law="Art. 30"
    )
    """1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"""
    fee_unpaid: Count = count("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", law="Art. 42")
    """2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"""
    other: Count = count("3.其他")
    """3.其他"""


@define(kw_only=True, repr=False)
class Outcomes(Group):
    """How the requests of one column were dealt with this year. Unit: 件. ``total`` is kept as printed."""

    granted: Count = count("（一）予以公开", law="Art. 36")
    """（一）予以公开"""
    partially_granted: Count = count("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", law="Art. 37")
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形）"""
    refused: Refused = group("（三）不予公开", Refused)
    """（三）不予公开"""
    unavailable: Unavailable = group("（四）无法提供", Unavailable)
    """（四）无法提供"""
    not_processed: NotProcessed = group("（五）不予处理", NotProcessed)
    """（五）不予处理"""
    other: OtherOutcomes = group("（六）其他处理", OtherOutcomes)
    """（六）其他处理"""
    total: Count = total(
        "（七）总计",
        of=(granted, partially_granted, refused, unavailable, not_processed, other),
        identity="T3-OUTCOMES",
    )
    """（七）总计"""


@define(kw_only=True, repr=False)
class RequestColumn(Group):
    """
    One column of table III: the requests of one kind of applicant, or of all. Unit: 件.

    Raises:
        TypeError: If a cell is no whole number, ``None`` or ``NA``, or a group is not of its class.
        ValueError: If a count is negative or has more than 18 digits.
    """

    newly_received: Count = count("一、本年新收政府信息公开申请数量")
    """一、本年新收政府信息公开申请数量"""
    carried_over: Count = count("二、上年结转政府信息公开申请数量")
    """二、上年结转政府信息公开申请数量"""
    outcomes: Outcomes = group("三、本年度办理结果", Outcomes)
    """三、本年度办理结果"""
    carried_forward: Count = count(
        "四、结转下年度继续办理",
        balance=Balance("T3-BALANCE", ("newly_received", "carried_over"), ("outcomes.total", "carried_forward")),
    )
    """四、结转下年度继续办理"""


@define(kw_only=True, repr=False)
class LegalPersons(Group):
    """The five columns of applicants that are legal persons or other organisations."""

    commercial_enterprise: RequestColumn = block("商业企业", RequestColumn)
    """商业企业"""
    research_institution: RequestColumn = block("科研机构", RequestColumn)
    """科研机构"""
    public_welfare_organization: RequestColumn = block("社会公益组织", RequestColumn)
    """社会公益组织"""
    legal_service_organization: RequestColumn = block("法律服务机构", RequestColumn)
    """法律服务机构"""
    other: RequestColumn = block("其他", RequestColumn)
    """其他"""


@define(kw_only=True, repr=False)
class Requests(Table):
    """
    Table III of edition 2021: seven columns of 25 figures.

    Args:
        notes: Paragraphs printed beside the table; usually none.

    Raises:
        TypeError: If a column is not of its class, or a note is no text.
        ValueError: If a note holds a line break or another character that text must not have.

    Source: Art. 50 of the Regulation; 国办公开办函〔2021〕30号, section 三.
    """

    edition: ClassVar[str | None] = "2021"
    section: ClassVar[str] = "requests"
    shape: ClassVar[Shape] = Shape.COLUMNS

    natural_person: RequestColumn = block("自然人", RequestColumn)
    """自然人"""
    legal_person: LegalPersons = group("法人或其他组织", LegalPersons)
    """法人或其他组织"""
    total: RequestColumn = block("总计", RequestColumn, of=(natural_person, legal_person), identity="T3-ROW")
    """总计"""
