"""The numbers that decide how a workbook of others is read, each with its reason; bounds of a caller aside."""

from __future__ import annotations

from typing import Final

MOST_COLUMNS: Final = 16_384
"""Columns of a sheet, as Excel has them."""

DIGITS: Final = 15
"""Digits of a number, as Excel has them."""

LONGEST_NUMBER: Final = 400
"""Characters of a number as stored; Excel writes 17 digits and an exponent, others all the noughts."""

LONGEST_CODE: Final = 255
"""Characters of the format of a number, as Excel has them; beyond it the number is shown as stored."""

FIRST_SURE_DAY: Final = 61
"""1 March 1900: Excel has a 29 February 1900, so that days before are one off."""

LAST_DAY: Final = 2_958_465 - 1_462
"""The last day of the year 9999 counted from 1904, 1,462 days later than Excel usually does: none after it is sure."""
