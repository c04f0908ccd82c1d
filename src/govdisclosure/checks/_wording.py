"""What messages call the cells and paragraphs of one report."""

from __future__ import annotations

from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclosure.checks._held import held, where
from govdisclosure.model.naming import name_of
from govdisclosure.model.report import AnnualReport

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.model.message import Message


class _Names(dict[str, str]):
    """The names of paths, each made when it is asked for first."""

    def __init__(self, report: AnnualReport) -> None:
        self.report = report

    def __missing__(self, path: str) -> str:
        name = self[path] = name_of(self.report, path)
        return name


@frozen(eq=False)
class Wording:
    """
    The words for what a report holds, each made once: a narrative can have thousands of findings about one cell.

    Args:
        report: The report.
    """

    report: AnnualReport

    @cached_property
    def name(self) -> Callable[[str], str]:
        """Names a path in Chinese."""
        return _Names(self.report).__getitem__

    @cached_property
    def where(self) -> Callable[[str], Message]:
        """Names a paragraph by its path."""
        return cache(partial(where, self.report))

    @cached_property
    def held(self) -> Callable[..., Message]:
        """Says what cells come to, as ``held``."""
        return cache(partial(held, self.report))
