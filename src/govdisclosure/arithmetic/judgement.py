"""The judgement of a whole report: which identities of its tables fail, and which of its blanks are proved."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from attrs import frozen

from govdisclosure.arithmetic.clean import is_clean
from govdisclosure.arithmetic.figures import Figures, TableFigures
from govdisclosure.arithmetic.identities import Identity, identities
from govdisclosure.arithmetic.verdicts import Judged, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govdisclosure.model.values import Count


@frozen(eq=False)
class FailedIdentity:
    """
    An identity of a report that fails under the convention.

    Args:
        verdict: How it fails.
    """

    verdict: Verdict
    _identity: Identity
    _table: TableFigures
    _judged: Judged

    @property
    def code(self) -> str:
        """Code of the check that compares its two sides."""
        return self._identity.code

    @property
    def paths(self) -> tuple[str, ...]:
        """Every cell in the order in which a finding lists them: the formula; of a sum, the total first."""
        return self._table.paths_at(self._identity.at)

    @property
    def figures(self) -> tuple[Count, ...]:
        """What is printed in these cells."""
        return tuple(cast("Count", self._table.values[at]) for at in self._identity.at)

    @property
    def counted(self) -> tuple[int, ...]:
        """What is counted for these cells: what is printed, and for blanks what the convention has."""
        return tuple(self._judged.full[at] for at in self._identity.at)

    @property
    def left(self) -> tuple[str, ...]:
        """Paths of the cells on the left; of a sum, its parts."""
        return self._table.paths_at(self._identity.left_at)

    @property
    def right(self) -> tuple[str, ...]:
        """Paths of the cells on the right; of a sum, the total alone."""
        return self._table.paths_at(self._identity.right_at)

    @property
    def expected(self) -> int:
        """The sum of the left side under the convention."""
        return self._judged.sum_of(self._identity.left_at)

    @property
    def actual(self) -> int:
        """The sum of the right side under the convention."""
        return self._judged.sum_of(self._identity.right_at)


@frozen(eq=False)
class Judgement:
    """
    What the figures of a report say of the identities (勾稽关系) of its tables, and of its blanks.

    Args:
        figures: The figures of the report.
    """

    figures: Figures

    @cached_property
    def failed(self) -> tuple[FailedIdentity, ...]:
        """The identities that fail under the convention, table by table in the order of the form."""
        if all(map(is_clean, [each.table for each in self.figures.tables])):
            return ()
        return tuple(failed for table, judged in self._unclean for failed in _failed(table, judged))

    @cached_property
    def proved(self) -> Mapping[str, int]:
        """The blanks that can hold one figure only, by their paths; none in a table with an arithmetic error."""
        return {table.paths[at]: judged.proved[at] for table, judged in self._unclean for at in sorted(judged.proved)}

    @cached_property
    def _unclean(self) -> tuple[tuple[TableFigures, Judged], ...]:
        """The tables of which there is anything to say: of a clean one there is not."""
        return tuple((table, _judged(table)) for table in self.figures.tables if not is_clean(table.table))


def _judged(table: TableFigures) -> Judged:
    return Judged(identities(table.cls), table.values, cast("tuple[int, ...]", table.full))


def _failed(table: TableFigures, judged: Judged) -> Iterator[FailedIdentity]:
    for identity, verdict in zip(identities(table.cls), judged.verdicts, strict=True):
        if verdict is not Verdict.HOLDS:
            yield FailedIdentity(verdict, identity, table, judged)
