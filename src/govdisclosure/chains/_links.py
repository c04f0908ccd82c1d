"""What ties the reports of two years together: equations between cells of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from govdisclosure.model.structure import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.arithmetic.figures import Figures

_REQUESTS: Final = "requests"
_DOCUMENTS: Final = ("proactive_disclosure.rules", "proactive_disclosure.normative_documents")


class At(NamedTuple):
    """
    A cell of one of the reports.

    Args:
        member: The number of the report.
        path: The path of the cell in it.
    """

    member: int
    path: str


@frozen
class Link:
    """
    An equation between cells of a report and of those of the year before.

    Args:
        code: Code of the check that compares them.
        member: The number of the report of the later year.
        terms: The cells, each with its sign; together they come to nought.
    """

    code: str
    member: int
    terms: tuple[tuple[At, int], ...]


def links(figures: Sequence[Figures], member: int, before: Sequence[int]) -> Iterator[Link]:
    """
    Yield what ties a report to those of the year before.

    Args:
        figures: The figures of every report.
        member: The number of the report.
        before: The numbers of those of the year before.
    """
    every = [*_carried(figures, member, before), *_in_force(member, before)]
    yield from (link for link in every if all(figures[at.member].has(at.path) for at, _ in link.terms))


def _carried(figures: Sequence[Figures], member: int, before: Sequence[int]) -> Iterator[Link]:
    """What was carried forward was carried over, in each column."""
    for table in figures[member].tables:
        if table.section == _REQUESTS:
            for column in blocks(table.cls):
                over = At(member, f"{_REQUESTS}.{column.path}.carried_over")
                forward = [(At(last, f"{_REQUESTS}.{column.path}.carried_forward"), 1) for last in before]
                yield Link("YOY-CARRY", member, (*forward, (over, -1)))


def _in_force(member: int, before: Sequence[int]) -> Iterator[Link]:
    """What was in force, and what was issued since, is in force but for what was repealed."""
    for row in _DOCUMENTS:
        last = [(At(each, f"{row}.in_force"), 1) for each in before]
        this = [
            (At(member, f"{row}.{cell}"), sign) for cell, sign in (("issued", 1), ("repealed", -1), ("in_force", -1))
        ]
        yield Link("YOY-IN-FORCE", member, (*last, *this))
