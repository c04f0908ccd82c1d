"""The keys and spellings of a report's JSON that stand in no declaration; its loader and its schema share them."""

from __future__ import annotations

from typing import Final

VERSION_KEY: Final = "govdisclosure"
"""The first key of a document."""

VERSION: Final = "1"
"""The version of the format, its value."""

EDITION_KEY: Final = "edition"
"""The first key of a table that differs between editions; it says which class is meant."""

# Patterns of a whole value, as every dialect of regular expressions has them.
AMOUNT: Final = r"(0|[1-9][0-9]*)(\.[0-9]+)?"
DATE: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
