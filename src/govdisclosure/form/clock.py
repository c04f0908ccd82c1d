"""The clock of a reading: no clock stops a step, so it is looked at between the pieces of one."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from attrs import define, field

from govdisclosure.form.wording import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Item = TypeVar("_Item")


@define
class Clock:
    """
    The time that a reading may take, from now on.

    Args:
        seconds: How long.
        end: When the time is up, by the monotonic clock.
    """

    seconds: float
    end: float = field(init=False)

    @end.default
    def _end(self) -> float:
        return time.monotonic() + self.seconds

    @property
    def left(self) -> float:
        """How many seconds are left; none once the time is up."""
        return max(0.0, self.end - time.monotonic())

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Let time pass that does not count: that of waiting for one's turn."""
        began = time.monotonic()
        try:
            yield
        finally:
            self.end += time.monotonic() - began

    def check(self) -> None:
        """
        Look at the clock.

        Raises:
            ReadError: If the time is up.
        """
        if time.monotonic() > self.end:
            raise problem("BEYOND-LIMIT", name="max_seconds", limit=self.seconds)

    def between(self, pieces: Iterable[_Item]) -> Iterator[_Item]:
        """
        Give pieces of work one by one, with a look at the clock before each.

        Raises:
            ReadError: If the time is up.
        """
        for piece in pieces:
            self.check()
            yield piece
