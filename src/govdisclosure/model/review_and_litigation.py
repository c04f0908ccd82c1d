"""Section 四 of the report, every edition: reconsideration and litigation (table IV)."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from govdisclosure.model.declare import block, count, group, total
from govdisclosure.model.structure import Group, Shape, Table
from govdisclosure.model.values import Count


@define(kw_only=True, repr=False)
class CaseResults(Group):
    """
    How the cases of one kind ended: one block of table IV. Unit: 件. ``total`` is kept as printed.

    Raises:
        TypeError: If a cell is no whole number, ``None`` or ``NA``.
        ValueError: If a count is negative or has more than 18 digits.
    """

    upheld: Count = count("结果维持")
    """结果维持"""
    corrected: Count = count("结果纠正")
    """结果纠正"""
    other: Count = count("其他结果")
    """其他结果"""
    pending: Count = count("尚未审结")
    """尚未审结"""
    total: Count = total("总计", of=(upheld, corrected, other, pending), identity="T4-SUM")
    """总计"""


@define(kw_only=True, repr=False)
class Litigation(Group):
    """Cases brought to court: directly, and after reconsideration."""

    direct: CaseResults = block("未经复议直接起诉", CaseResults)
    """未经复议直接起诉"""
    after_reconsideration: CaseResults = block("复议后起诉", CaseResults)
    """复议后起诉"""


@define(kw_only=True, repr=False)
class ReviewAndLitigation(Table):
    """
    Table IV, the same in every edition: three blocks of five figures.

    Args:
        notes: Paragraphs printed beside the table; usually none.

    Raises:
        TypeError: If a block is not of its class, or a note is no text.
        ValueError: If a note holds a line break or another character that text must not have.

    Source: Art. 50 and 51 of the Regulation; 国办公开办函〔2021〕30号, section 四.
    """

    section: ClassVar[str] = "review_and_litigation"
    shape: ClassVar[Shape] = Shape.ROW

    reconsideration: CaseResults = block("行政复议", CaseResults)
    """行政复议"""
    litigation: Litigation = group("行政诉讼", Litigation)
    """行政诉讼"""
