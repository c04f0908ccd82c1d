"""The numbers that decide how the pages of a PDF are read, each with its reason; bounds of a caller aside."""

from __future__ import annotations

from typing import Final

# Characters to lines, in sizes of the letters.
SAME_HEIGHT: Final = 0.3
"""How far apart the feet of one line are: in a row, figures of one font stand higher or lower than Chinese of another,
0.23 where LibreOffice has Noto beside DejaVu; raised letters stand 0.33 higher."""

ONE_FOOT: Final = 0.2
"""How far apart the feet of the digits of one figure are at most; one of another height is raised or lowered."""

BLANK: Final = 0.4
"""How wide a blank is at least; justified Chinese is stretched by less."""

BLANK_IN_FIGURES: Final = 0.15
"""How wide a blank between figures is at least: 1 2 is no 12, and figures are not stretched."""

ONE_SIZE: Final = 1.2
"""How much larger one digit of a figure is than another at most; what differs more is a note's number."""

OVER: Final = 0.3
"""How far apart characters stand that are printed over each other, in widths of the narrower."""

CELL_GAP: Final = 1.2
"""How much room between two characters parts the cells of a table without rules: more than any blank."""

UNEVEN: Final = 0.05
"""By how much the room between the characters of a justified line differs at most."""

LEAST_STRETCHED: Final = 4
"""How often the same room stands between characters of a line that is justified; a row of heads has cells of words."""

# Columns of text.
LEAST_COLUMN_LINES: Final = 4
"""Lines with a gap in their middle that are columns; two or three are a signature or a caption."""

LEAST_COLUMN_LETTERS: Final = 8
"""Characters at either side of it, on the average; the cells of a table are shorter."""

# Ruled tables, in points.
NEAR_RULES: Final = 3.0
"""How far apart the ends of rules are that meet, as pdfplumber has it."""

ON_EDGE: Final = 0.75
"""How near the edge of its cell a shape is that belongs to it: a corner that is cut, or marked. A figure is farther."""

LEAST_DRAWN: Final = 0.5
"""How long the smallest thing is that is drawn in a cell: the point of 1.5 in small letters."""

UNDERLINE: Final = 0.4
"""How far below the feet of letters the second of two lines under them is, in sizes."""

MOST_UNDERLINES: Final = 100
"""Lines in one cell that are compared with its characters; two dotted lines below a figure are made of fewer dots."""

FIGURE_HEIGHT: Final = 0.7
"""How high figures stand above their feet, in sizes."""

ON_RULE: Final = 0.2
"""The share of a digit that reaches over a rule of its table before it is in doubt to which cell it belongs: the room
at its sides is as much, and in low rows feet and heads of figures touch the rules."""

MEETING: Final = 1.6
"""How far a line is from the middle of a rule that it meets or is part of; rules may be double, or three points."""

PADDING: Final = 11.0
"""The room at both sides of a cell together: Word and LibreOffice leave 0.19 cm at either."""

MOST_CROSSINGS: Final = 3_000
"""Points in which rules cross: looking for cells takes the square of them; the form has 400 on a page."""

MOST_PAIRS: Final = 500_000
"""Pairs of a rule across and one down: each is looked at to find where they cross."""

# Lines to paragraphs: shares of the page, sizes of the letters, and points.
MARGIN: Final = 0.12
"""The share of the height at the top and at the foot where page numbers and running heads stand."""

INDENT: Final = 0.8
"""The indent that begins a paragraph, in sizes; two characters are usual, one is seen."""

SHORT_LINE: Final = 2.6
"""How much shorter than the body a line is that ends its paragraph, in sizes: marks at its end are moved down."""

LINE_GAP: Final = 1.2
"""The room between two lines of a paragraph, in sizes; where there is more, another begins."""

OTHER_SIZE: Final = 0.15
"""The share by which the letters of one paragraph differ in height: Chinese and figures of different fonts do."""

NEAR_EDGES: Final = 1.0
"""How far apart the edges of lines are that are one edge of the body, in points."""

LEAST_REACH: Final = 0.7
"""The share of the width of a page that its body reaches over at least, where all its lines are short."""

LEAST_WRAPPED: Final = 2
"""How many lines tell where the edges of the text are, of those that surely go on in the next; one may be mistaken."""

RUNNING: Final = 2
"""On how many pages a line in the margin is no text of the report."""
