"""Section 二 of the report, edition 2019: what was disclosed of the authority's own accord (table II)."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from govdisclosure.model.declare import as_in, block, change, count, money_with_unit
from govdisclosure.model.proactive_disclosure import ProactiveDisclosure
from govdisclosure.model.structure import Group, Shape, Table
from govdisclosure.model.values import Count, MoneyWithUnit


@define(kw_only=True, repr=False)
class DocumentCounts2019(Group):
    """Rules or normative documents: how many were made and disclosed this year, and are disclosed in all. Unit: 件."""

    made: Count = count("本年新制作数量")
    """本年新制作数量"""
    disclosed: Count = count("本年新公开数量")
    """本年新公开数量"""
    disclosed_total: Count = count("对外公开总数量")
    """对外公开总数量"""


@define(kw_only=True, repr=False)
class ItemCounts2019(Group):
    """Licences, services, penalties or compulsion: items (项) last year, their signed change, decisions (件)."""

    items_last_year: Count = count("上一年项目数量", unit="项")
    """上一年项目数量"""
    change: Count = change("本年增/减")
    """本年增/减"""
    decisions: Count = count("处理决定数量")
    """处理决定数量"""


@define(kw_only=True, repr=False)
class Fees2019(Group):
    """Administrative fees: items (项) last year and their signed change."""

    items_last_year: Count = as_in(ItemCounts2019, "items_last_year")
    """上一年项目数量"""
    change: Count = as_in(ItemCounts2019, "change")
    """本年增/减"""


@define(kw_only=True, repr=False)
class Procurement2019(Group):
    """Government procurement: projects (项) and their amount, whose unit is the one that the cell names."""

    projects: Count = count("采购项目数量", unit="项")
    """采购项目数量"""
    amount: MoneyWithUnit = money_with_unit("采购总金额")
    """采购总金额"""


@define(kw_only=True, repr=False)
class ProactiveDisclosure2019(Table):
    """
    Table II of edition 2019.

    Args:
        notes: Paragraphs printed beside the table; usually none.

    Raises:
        TypeError: If a row is not of its class, or a note is no text.
        ValueError: If a note holds a line break or another character that text must not have.

    Source: Art. 20 of the Regulation; 国办公开办函〔2019〕60号, section 二.
    """

    edition: ClassVar[str | None] = "2019"
    section: ClassVar[str] = "proactive_disclosure"
    shape: ClassVar[Shape] = Shape.CAPTIONS

    rules: DocumentCounts2019 = as_in(ProactiveDisclosure, "rules", DocumentCounts2019)
    """规章"""
    normative_documents: DocumentCounts2019 = block(
        "规范性文件", DocumentCounts2019, law="Art. 20(1)", caption="第二十条第（一）项"
    )
    """规范性文件"""
    licensing: ItemCounts2019 = as_in(ProactiveDisclosure, "licensing", ItemCounts2019)
    """行政许可"""
    other_services: ItemCounts2019 = block(
        "其他对外管理服务事项", ItemCounts2019, law="Art. 20(5)", caption="第二十条第（五）项"
    )
    """其他对外管理服务事项"""
    penalties: ItemCounts2019 = as_in(ProactiveDisclosure, "penalties", ItemCounts2019)
    """行政处罚"""
    compulsion: ItemCounts2019 = as_in(ProactiveDisclosure, "compulsion", ItemCounts2019)
    """行政强制"""
    fees: Fees2019 = as_in(ProactiveDisclosure, "fees", Fees2019)
    """行政事业性收费"""
    procurement: Procurement2019 = block(
        "政府集中采购", Procurement2019, law="Art. 20(9)", caption="第二十条第（九）项"
    )
    """政府集中采购"""
