"""Names of the parts of a zip file."""

from __future__ import annotations


def folded(name: str) -> str:
    """Give what two names of one part have alike: their case says nothing, nor does a slash that leans to the left."""
    return name.replace("\\", "/").lstrip("/").lower()
