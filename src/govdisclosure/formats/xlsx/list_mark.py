"""The mark of workbooks that are lists and no reports."""

from __future__ import annotations

from typing import Final

LIST_MARK: Final = "govdisclosure:list"
"""Name of the document property that a list has."""
