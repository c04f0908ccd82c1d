"""The numbers that decide how a page of others is read, and what ours shows, each with its reason; bounds aside."""

from __future__ import annotations

from typing import Final

# How the page is parsed.
PIECE: Final = 64 * 1024
"""Bytes that the parser gets at once: it is stopped only between two pieces, and each costs a call."""

UNCLOSED: Final = 5
"""How many times the bound of depth the open elements may be: pages that never close a ``span`` are many."""

# What a style does to text.
LONGEST_STYLE: Final = 64 * 1024
"""Characters of a style of an element that are parsed, which needs room for each; real ones have some hundred."""

LONGEST_NUMBER: Final = 400
"""Digits of a number from which on a style is not parsed; one of 310 is beyond all that a program counts with."""

LIGHTEST_INK: Final = 0.35
"""
The luminance of the lightest colour that is surely ink, as ``#9f9f9f`` is: seen on every paper, and on a picture.

A rule for a darker one need not be held against the elements of a page.
"""

DARKEST_PAPER: Final = 0.7
"""The luminance of the darkest ground on which black and all dark colours are surely seen, as on ``#dadada``."""

WIDEST_RISKY: Final = 100.0
"""Pixels below which a box may be too narrow for a figure of six digits of the largest usual size."""

TALLEST_RISKY: Final = 30.0
"""Pixels below which a box may be too low for a line of the largest usual size."""

SMALLEST_SURE: Final = 12.0
LARGEST_SURE: Final = 24.0
"""Pixels between which letters are usual, and no rule for their size can hide them or set them apart."""

PALE_GREY: Final = 0.86
"""The share of light of the darkest grey that counts as pale; heads of tables have 0.9 (``#e5e5e5``) or more."""

LEAST_SIZE: Final = 6.0
"""Pixels of the smallest text that somebody can read."""

LEAST_HEIGHT: Final = 10.0
"""Pixels of the lowest line that shows its digits whole."""

DIGIT: Final = 9.0
"""Pixels that a digit takes of a line at most, in the usual size."""

OTHER_SIZE: Final = 0.85
"""A digit that has less than so many times the size of the one beside it is a note or the like; 10.5 and 12 pt stand
beside each other in figures that were put together."""

UNCERTAIN_SIZE: Final = 0.7
"""The same where the size around is not known, and may be anything from 9 to 16 pt."""

THIN_STROKE: Final = 0.5
"""Pixels of an edge of letters, half of it inside of them, that leaves them to be seen; sites make some 0.2 bolder."""

LEAST_OPACITY: Final = 0.3
LEAST_ZOOM: Final = 0.5

FAR: Final = 1000.0
"""Pixels beside the screen, as in ``left: -9999px``, at which nothing is seen."""

SHIFT: Final = 24.0
"""Pixels by which a block may be moved and its text is still in its cell; Word moves some by 7."""

NUDGE: Final = 2.0
"""Pixels by which text may be moved to the left and does not lie over the digit before it."""

TIGHT: Final = 3.0
"""Pixels less between two letters at which they lie over each other; Word writes up to 1.3 less."""

WIDE_GAP: Final = 8.0
"""Pixels between two digits from which on they are two figures: half of the usual size."""

MOST_VALUES: Final = 100
"""Words of a declaration that are looked at; long shadows and runs of colours have 50."""

MOST_STOPS: Final = 20
"""Colours of a run of colours that is looked at; those behind text have two or three."""

LONGEST_VARIABLE: Final = 1_000
"""Characters of the value of a variable that is put in its places: a colour, a size; long ones are pictures."""

DEEPEST_VARIABLES: Final = 5
"""How far the value of a variable of a sheet may name another one; designs have a colour, its use, that of a part."""

MOST_TOKENS_OF_NOTHING: Final = 20
"""Tokens of a value that is held against those that do nothing; these have three at most (``layout style``)."""

# Which cells and paragraphs are plain.
LARGEST_PAGE: Final = 4 * 1024 * 1024
"""Bytes of a page that is looked through for plain cells and paragraphs, which takes room for each; pages of reports
have 0.4 MB."""

LONGEST_CELL: Final = 2_000
"""Characters of a plain cell, between two of them, and of the tags of a plain paragraph; Word writes up to 1,000. Each
kind of tags is kept in mind."""

LONGEST_KEPT: Final = 400
"""Bytes of a plain cell, with what stands before it, that is kept in mind from page to page; a label of the form in
spans and styles has some 200."""

MOST_AROUND: Final = 10
"""Elements in each other around the text of a plain cell or paragraph, with itself; editors make up to 6."""

# How much of its style sheets is looked at.
MOST_OF_SHEETS: Final = 500_000
"""Characters of the style sheets of a page; frameworks that are copied into pages have up to 300,000."""

MOST_STEPS: Final = 150_000
"""How many times a selector is held against an element, walks counted; a page of 1,500 elements in tables needs some
10,000 with the sheets of most sites."""

MOST_DECLARED: Final = 500_000
"""Values that rules declare for the elements that they match: ten thousand cells with fifty each; a page of 1,500
elements in tables has some 10,000."""

MOST_ELEMENTS: Final = 50_000
"""Elements of a page that are held against the selectors of its style sheets; those around a report have some
thousands, and a third of a million, of a megabyte of nothing but tags, took ten seconds."""

MOST_STYLES: Final = 4_096
"""Styles that elements have each of their own, on a page with style sheets; what a program writes repeats some ten."""

MOST_SELECTORS: Final = 4_000
"""Selectors that are compiled: about a tenth of a millisecond each."""

MOST_TOKENS: Final = 200
"""Tokens of a selector; long ones have 30."""

DEEPEST_BRACKETS: Final = 30
"""Levels of brackets and braces in each other; rules in rules in conditions have some ten."""

# How its encoding is told.
START: Final = 4_096
"""Bytes in which the encoding is declared: browsers look into 1,024, behind which some pages put it."""

MOST_ENCODINGS: Final = 4
"""Different encodings that a page declares, of which each is tried on all of it; real ones declare one or two."""

TOLERATED: Final = 1_000
"""One byte in so many may be damaged; of a page in another encoding, nearly every one is."""

# What is no text of the report.
FEW_PARTS: Final = 200
"""Lines and tables in a menu or a footer; a report that is wrapped in an element of this name has more."""

SHORT: Final = 100
"""Characters of a line in a menu or a footer; a paragraph of a report is longer, or ends in 。."""

LEAST_LINKS: Final = 3
"""Links in a menu: one or two may be links to attachments of the report."""

LONGEST_LINK: Final = 20
"""Characters of a link in a menu; the title of a report, in a list of reports, is longer."""

BETWEEN_LINKS: Final = 2
"""Characters for each link that may stand between them: ``|``, ``>``, a date does not."""

# Which tables only lay the page out.
LONG_LINE: Final = 80
"""A line of more characters is longer than any label of the form."""

NARRATIVE: Final = 400
"""Characters of long lines in a table from which on they are narrative; remarks in cells have fewer."""

MAX_COLUMNS: Final = 1_000
"""Columns that a cell can span, as browsers have it."""

# What runs together with a figure.
NEAR: Final = 20
"""How many pieces of text are looked at for the one before: blank ones between two figures are never that many."""

# What is shown on our own page.
MOST_AT_A_PLACE: Final = 50
"""Findings and notes that are shown at one cell: nobody reads more under a pointer, and each may name hundreds."""
