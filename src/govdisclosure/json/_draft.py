"""
One walk through an object of a document: what is in it, and all that is wrong with it, before anything is made.

So that many faults cost little, no exception goes from level to level.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import define, field

from govdisclosure.json._faults import Defect, RefusedError

if TYPE_CHECKING:
    from govdisclosure.json._faults import Path

Unmade: TypeAlias = "tuple[Callable[[Any], object] | None, Any]"
"""What makes something, and of what; or None and what need not be made."""
Walk: TypeAlias = "Callable[[object, Path, Draft], Unmade]"
"""Goes through a value of the tree that stands at a path, and adds to a draft what is wrong with it."""


@define
class Draft:
    """
    What is found of an object and of all that is in it.

    Args:
        is_parsed: Whether a parser of JSON has made it, so that there is nothing in it that JSON cannot hold.
        wrong: What is wrong with it.
        more: How many defects there are besides.
        parts: What is in it, the innermost first: what makes it, and where that of which it is made stands, by name.
    """

    is_parsed: bool = False
    wrong: list[Defect] = field(factory=list)
    more: int = 0
    parts: list[tuple[Callable[[Any], object], dict[str, Any], str]] = field(factory=list)

    def add(self, error: RefusedError, path: Path) -> None:
        """Add what is wrong at a path."""
        self.wrong += [defect.below(path) for defect in error.defects]
        self.more += error.more

    def put(self, part: Unmade, given: dict[str, Any], name: str) -> None:
        """Put a part into what something else will be made of."""
        make, given[name] = part
        if make is not None:
            self.parts.append((make, given, name))

    def refuse(self) -> None:
        """Raise ``RefusedError`` if anything is wrong."""
        if self.wrong:
            raise RefusedError(*self.wrong, more=self.more)

    def made(self, whole: Unmade) -> object:
        """Make all parts, and of them the whole."""
        for make_part, within, name in self.parts:
            within[name] = make_part(within[name])
        make, given = whole
        return given if make is None else make(given)
