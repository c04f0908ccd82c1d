"""What a notebook shows in place of a repr; what makes it stands above the model, which knows its name only."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_MADE_BY: Final = "govdisclosure.notebook:"


def in_notebook(name: str, shown: object) -> str:
    """
    Give HTML of a report or of findings.

    Args:
        name: The name of the function that makes it.
        shown: The report or the findings.
    """
    make: Callable[[object], str] = resolve_name(_MADE_BY + name)
    return make(shown)
