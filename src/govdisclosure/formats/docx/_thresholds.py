"""The numbers that decide how a document of others is read, each with its reason; bounds of a caller aside."""

from __future__ import annotations

from typing import Final

LEVELS: Final = 9
"""Levels of a list, as Word has them."""

LINE: Final = 12.0
"""Points of the lowest line of text in use: a text box that hangs on a paragraph reaches that far over it at least."""

LETTERS_OF_LINE: Final = 40
"""Letters that stand in a line at most, in such letters."""

LINE_COVERED: Final = 6.0
"""Points of a table that a text box has to lie over: half a line."""

LARGEST_NUMBER: Final = 9_999
"""Numbers above are written in digits, whatever their format: an endless row of letters names no paragraph."""

LONGEST_LABEL: Final = 40
"""Characters of the number of a level with what stands around it; 第%1部分 is far shorter."""

MOST_BASES: Final = 20
"""Styles that are based on each other: a chain of them is short, and one in a circle has no end."""

LONGEST_OPENING: Final = 10_000
"""Characters of the tag with which the styles begin; Word declares some twenty names in it, in 2,000."""

MARKUP_FOR_A_LINE: Final = 50
"""A paragraph takes some ten elements and attributes, one with many looks fifty; each takes far more room than its
bytes."""

BYTES_FOR_A_LINE: Final = 2_500
"""A paragraph of 500 characters takes as many with its markup; text takes several times its bytes while it is read."""

DEEPEST_PARSED: Final = 2_048
"""Levels of elements that the parser allows at most, whatever the bound of a caller."""

LONGEST_REQUIREMENT: Final = 1_000
"""Characters of the prefixes that a choice requires, of which Word writes one or two."""

LONGEST_ATTRIBUTE: Final = 200
"""Characters of the name of a font or of a measure, as far as styles hand them down."""

LEAST_SIZE: Final = 8
"""Half points: letters below four points are no print; spacers of tables have one point."""

MOST_GROWN: Final = 1.2
"""How many times as large digits of one figure may be as others; 五号 and ten points stand side by side."""

LEAST_WIDTH: Final = 34
"""Per cent to which letters are narrowed; tables use 66 and more."""

DIGIT_TO_SIZE: Final = 5
"""Twips that a digit is wide for each half point of its size: half an em."""

MOST_PILED: Final = 0.4
"""Part of its width by which a digit may lie on the one before it; condensed text loses a tenth."""

LEAST_HEIGHT: Final = 120
"""Twips: rows and lines with less than six points, and exactly that, cut off what stands in them."""

MOST_OUTSIDE: Final = 500
"""Twips by which words may stand left of their cell; others are seen outside of it."""

WIDEST: Final = 31_680
"""Twips: no page of Word, nor a table on it, is wider than 22 inches; so wide is a cell that does not say it."""

USUAL_SIZE: Final = 21
"""Half points where a document states no size: 五号, as Word makes Chinese documents; its own 20 is as good."""
