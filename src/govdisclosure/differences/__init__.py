"""How two reports differ, what becomes of the sums, and making one report of the other."""

from govdisclosure.differences._differences import Differences, compare
from govdisclosure.differences.changes import (
    CellChange,
    Change,
    Effect,
    Kind,
    ListChange,
    MetadataChange,
    OtherSectionChange,
    OtherText,
    ParagraphChange,
    SectionChange,
    TableChange,
    TablePart,
)

__all__ = [
    "CellChange",
    "Change",
    "Differences",
    "Effect",
    "Kind",
    "ListChange",
    "MetadataChange",
    "OtherSectionChange",
    "OtherText",
    "ParagraphChange",
    "SectionChange",
    "TableChange",
    "TablePart",
    "compare",
]
