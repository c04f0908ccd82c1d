"""The numbers that decide how a page of others is read, each with its reason; bounds that a caller can raise aside."""

from __future__ import annotations

from typing import Final

# How the page is parsed.
PIECE: Final = 64 * 1024
"""Bytes that the parser gets at once: it is stopped only between two pieces, and each costs a call."""

UNCLOSED: Final = 5
"""How many times the bound of depth the open elements may be: pages that never close a ``span`` are many."""

LONGEST_STYLE: Final = 1_024
"""Characters of a style that are looked at, which keeps a search for its parts short; styles have some hundred."""

# How its encoding is told.
START: Final = 4_096
"""Bytes in which the encoding is declared: browsers look into 1,024, behind which some pages put it."""

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
