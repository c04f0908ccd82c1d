"""The numbers that decide how a workbook of others is read, each with its reason; bounds of a caller aside."""

from __future__ import annotations

from typing import Final

MOST_COLUMNS: Final = 16_384
"""Columns of a sheet, as Excel has them."""

MOST_ROWS: Final = 1_048_576
"""Rows of a sheet, as Excel has them."""

CELLS_A_SHEET: Final = 20
"""Cells as which a sheet counts: what is known of its columns takes more room than these, however few cells it has."""

DIGITS: Final = 15
"""Digits of a number, as Excel has them."""

GENERAL_WIDTH: Final = 11
"""Characters of a number that has no format of its own: of more, Excel shows an exponent or fewer decimals."""

LEAST_GENERAL: Final = 0.0001
"""Such a number that is smaller is shown with an exponent."""

LONGEST_NUMBER: Final = 400
"""Characters of a number as stored; Excel writes 17 digits and an exponent, others all the noughts."""

LONGEST_CODE: Final = 255
"""Characters of the format of a number, as Excel has them; beyond it the number is shown as stored."""

FIRST_SURE_DAY: Final = 61
"""1 March 1900: Excel has a 29 February 1900, so that days before are one off."""

LAST_DAY: Final = 2_958_465 - 1_462
"""The last day of the year 9999 counted from 1904, 1,462 days later than Excel usually does: none after it is sure."""

USUAL_WIDTH: Final = 8.43
"""Digits that a column is wide where nothing is said, of the usual font."""

USUAL_HEIGHT: Final = 15.0
"""Points that a row is high where nothing is said."""

USUAL_SIZE: Final = 11.0
"""Points of letters where nothing is said."""

LEAST_HEIGHT: Final = 2.0
"""Points of a row; in what is lower, half of the smallest print in use, nothing can be made out."""

LEAST_WIDTH: Final = 0.2
"""Digits that a column is wide; of what is narrower than a stroke, nothing is seen."""

DIGIT_ROOM: Final = 0.9
"""The room that a digit takes, in those of the usual font: in a column that is as wide as Excel makes it for figures in
a font that is narrower by a tenth, as Times New Roman beside 宋体, they are seen; of the usual font, one takes 1.0."""

DIGIT_HEIGHT: Final = 0.75
"""The share of the size of letters that a row must be high: of lower ones the upper third of the digits is cut off."""

MARGIN_ROOM: Final = 0.4
"""The room beside them that a number needs lest Excel shows #### or 1E+09: it leaves 0.7 where it fits a column."""

INDENT_ROOM: Final = 1.2
"""The room that one step of an indent takes, three blanks: nine pixels where a digit has seven."""

IDEOGRAPH_ROOM: Final = 2
"""The digits beside which one Chinese character of a format takes as much room, as 件 in 12件."""

LEAST_SIZE: Final = 1.0
"""Points: letters of one point are how people hide them; the smallest that are printed have four."""

MOST_GROUNDS: Final = 20
"""Colours behind one cell: a scale has two or three, a gradient some more; on which of many it stands nobody tells."""

MOST_DRAWN: Final = 4_096
"""Cells that one drawing lies over: ten times the largest table; what lies over more is a ground, and marks these."""

LOOKS_A_CELL: Final = 200
"""A cell is looked at for each rule of its row and each drawing over it: a sheet that was copied often has dozens."""

LOOKS_A_RUN: Final = 4
"""A run of letters takes as long as so many rules: its font and its grounds are looked at, and its text is joined."""

MOST_ADDED: Final = 100
"""Cells that a formula adds up which is worked out: a total of the form adds seven, of a long list some dozens."""

PLACES_A_CELL: Final = 10
"""Most places of a sheet are blank: of a ledger beside the form, or where a note stands far from a table."""
