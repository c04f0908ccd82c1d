"""Section 二 of the report, edition 2021: what was disclosed of the authority's own accord (table II)."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from govdisclosure.model.declare import block, count, money
from govdisclosure.model.structure import Group, Shape, Table
from govdisclosure.model.values import Count, Money


@define(kw_only=True, repr=False)
class DocumentCounts(Group):
    """
    Rules or normative documents: how many were issued, repealed and are in force. Unit: 件.

    ``0`` is a printed nought, ``None`` a blank cell, ``NA`` a printed "/"; so in every class of cells.

    Raises:
        TypeError: If a cell is no whole number, ``None`` or ``NA``.
        ValueError: If a count is negative or has more than 18 digits.
    """

    issued: Count = count("本年制发件数")
    """本年制发件数"""
    repealed: Count = count("本年废止件数")
    """本年废止件数"""
    in_force: Count = count("现行有效件数")
    """现行有效件数"""


@define(kw_only=True, repr=False)
class DecisionCounts(Group):
    """Licences, penalties or acts of compulsion: how many decisions were taken this year. Unit: 件."""

    decisions: Count = count("本年处理决定数量")
    """本年处理决定数量"""


@define(kw_only=True, repr=False)
class Fees(Group):
    """What administrative fees brought in this year. Unit: 万元, as ``Decimal``."""

    amount: Money = money("本年收费金额（单位：万元）", unit="万元")
    """本年收费金额（单位：万元）"""


@define(kw_only=True, repr=False)
class ProactiveDisclosure(Table):
    """
    Table II of edition 2021.

    Args:
        notes: Paragraphs printed beside the table; usually none.

    Raises:
        TypeError: If a row is not of its class, or a note is no text.
        ValueError: If a note holds a line break or another character that text must not have.

    Source: Art. 20 of the Regulation; 国办公开办函〔2021〕30号, section 二.
    """

    edition: ClassVar[str | None] = "2021"
    section: ClassVar[str] = "proactive_disclosure"
    shape: ClassVar[Shape] = Shape.CAPTIONS

    rules: DocumentCounts = block("规章", DocumentCounts, law="Art. 20(1)", caption="第二十条第（一）项")
    """规章"""
    normative_documents: DocumentCounts = block(
        "行政规范性文件", DocumentCounts, law="Art. 20(1)", caption="第二十条第（一）项"
    )
    """行政规范性文件"""
    licensing: DecisionCounts = block("行政许可", DecisionCounts, law="Art. 20(5)", caption="第二十条第（五）项")
    """行政许可"""
    penalties: DecisionCounts = block("行政处罚", DecisionCounts, law="Art. 20(6)", caption="第二十条第（六）项")
    """行政处罚"""
    compulsion: DecisionCounts = block("行政强制", DecisionCounts, law="Art. 20(6)", caption="第二十条第（六）项")
    """行政强制"""
    fees: Fees = block("行政事业性收费", Fees, law="Art. 20(8)", caption="第二十条第（八）项")
    """行政事业性收费"""
