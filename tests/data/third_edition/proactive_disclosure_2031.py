"""Section 二 of the report, edition 2031, which is imaginary: 行政强制 is gone, 行政调查 is new (table II)."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from govdisclosure.model.declare import as_in, block, count
from govdisclosure.model.proactive_disclosure import DecisionCounts, DocumentCounts, Fees, ProactiveDisclosure
from govdisclosure.model.structure import Group, Shape, Table
from govdisclosure.model.values import Count


@define(kw_only=True, repr=False)
class Inspections2031(Group):
    """Inspections: how many there were, and how many faults were found. Unit: 件."""

    made: Count = count("本年调查次数")
    """本年调查次数"""
    faults: Count = count("本年发现问题数量")
    """本年发现问题数量"""


@define(kw_only=True, repr=False)
class ProactiveDisclosure2031(Table):
    """Table II of edition 2031; its rows hold three figures, two or one."""

    edition: ClassVar[str | None] = "2031"
    section: ClassVar[str] = "proactive_disclosure"
    shape: ClassVar[Shape] = Shape.CAPTIONS

    rules: DocumentCounts = as_in(ProactiveDisclosure, "rules")
    """规章"""
    normative_documents: DocumentCounts = as_in(ProactiveDisclosure, "normative_documents")
    """行政规范性文件"""
    licensing: DecisionCounts = as_in(ProactiveDisclosure, "licensing")
    """行政许可"""
    penalties: DecisionCounts = as_in(ProactiveDisclosure, "penalties")
    """行政处罚"""
    inspections: Inspections2031 = block("行政调查", Inspections2031, law="Art. 20(7)", caption="第二十条第（七）项")
    """行政调查"""
    fees: Fees = as_in(ProactiveDisclosure, "fees")
    """行政事业性收费"""
