"""What is used of openpyxl. The only module here that imports it at run time; reading needs none of it."""

from __future__ import annotations

from govdisclosure.errors import MissingDependency

try:
    from openpyxl import Workbook
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.packaging.custom import StringProperty
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.hyperlink import Hyperlink
    from openpyxl.worksheet.properties import PageSetupProperties
    from openpyxl.worksheet.worksheet import Worksheet
except ImportError as error:
    raise MissingDependency("xlsx", "Excel (.xlsx)") from error

__all__ = [
    "Alignment",
    "Border",
    "CellRange",
    "DataValidation",
    "Font",
    "FormulaRule",
    "Hyperlink",
    "MultiCellRange",
    "PageSetupProperties",
    "PatternFill",
    "Side",
    "StringProperty",
    "Workbook",
    "Worksheet",
    "get_column_letter",
]
