"""The numbers that decide how a document of others is read, each with its reason; bounds of a caller aside."""

from __future__ import annotations

from typing import Final

LEVELS: Final = 9
"""Levels of a list, as Word has them."""

LARGEST_NUMBER: Final = 9_999
"""Numbers above are written in digits, whatever their format: an endless row of letters names no paragraph."""

LONGEST_LABEL: Final = 40
"""Characters of the number of a level with what stands around it; 第%1部分 is far shorter."""

MOST_BASES: Final = 20
"""Styles that are based on each other: a chain of them is short, and one in a circle has no end."""

MARKUP_FOR_A_LINE: Final = 40
"""A paragraph takes some ten elements and attributes, and each of these takes far more room than its bytes."""
