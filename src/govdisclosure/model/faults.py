"""What is wrong with the cells that a table is made of: every fault at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn

from attrs import frozen

from govdisclosure.model.message import Message
from govdisclosure.model.rules import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_SHOWN: Final = 10
"""How many faults the text of an error tells; a whole wrong table has 175, which nobody reads in one line."""


@frozen
class CellFault:
    """
    One value that a cell cannot hold; as text, what is wrong with it.

    Args:
        refusal: The rule that it breaks, under the path of the cell.
    """

    refusal: Refusal

    def __str__(self) -> str:
        return str(self.refusal)

    @property
    def path(self) -> str:
        """Path of the cell in a report, such as ``requests.total.newly_received``."""
        return self.refusal.name

    @property
    def error(self) -> type[Exception]:
        """``TypeError`` if the value is of a wrong type, ``ValueError`` if it is out of range."""
        return self.refusal.broken.error

    @property
    def message(self) -> Message:
        """What is wrong, in words that begin with the path."""
        return Message(self.refusal.of("zh"), self.refusal.of("en"))


class _RowsError(Exception):
    def __init__(self, faults: Iterable[CellFault]) -> None:
        self.faults: tuple[CellFault, ...] = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        left = len(self.faults) - _MOST_SHOWN
        shown = list(map(str, self.faults[:_MOST_SHOWN]))
        return "; ".join(shown if left <= 0 else [*shown, f"and {left} more"])


class RowsTypeError(_RowsError, TypeError):
    """
    Rows in which every fault is a value of a wrong type.

    Args:
        faults: All faults, row by row.
    """


class RowsValueError(_RowsError, ValueError):
    """
    Rows with a value that is out of range, whatever else is wrong with them.

    Args:
        faults: All faults, row by row.
    """


def refuse_rows(faults: Iterable[CellFault]) -> NoReturn:
    """Raise for the faults of rows: a ``TypeError`` if all are of type, else a ``ValueError``."""
    told = tuple(faults)
    of_type = all(fault.error is TypeError for fault in told)
    raise (RowsTypeError if of_type else RowsValueError)(told)
