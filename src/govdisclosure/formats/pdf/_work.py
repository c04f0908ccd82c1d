"""How much work a PDF may make: a few bytes can ask for hours, so it is counted while it is done."""

from __future__ import annotations

import time

from attrs import define, field

from govdisclosure.form.wording import problem
from govdisclosure.formats._limits import Limits
from govdisclosure.formats.pdf._thresholds import BYTES_A_SECOND, MOST_WAITING


@define
class Work:
    """
    What has been done for one document.

    Args:
        limits: The bounds.
        end: When the time is up, by the monotonic clock.
        marks: Characters and pieces of lines that were drawn.
        content: Bytes of operators that were read.
    """

    limits: Limits
    end: float = field(init=False)
    marks: int = 0
    content: int = 0

    def __attrs_post_init__(self) -> None:
        self.end = time.monotonic() + self.limits.max_seconds

    def check_clock(self) -> None:
        """
        Look at the clock.

        Raises:
            ReadError: If the time is up.
        """
        if time.monotonic() > self.end:
            raise problem("BEYOND-LIMIT", name="max_seconds", limit=self.limits.max_seconds)

    def draw(self, marks: int) -> None:
        """
        Count what is drawn.

        Raises:
            ReadError: If it is more than the bound, or the time is up.
        """
        self.marks += marks
        if self.marks > self.limits.max_marks:
            raise problem("BEYOND-LIMIT", name="max_marks", limit=self.limits.max_marks)
        self.check_clock()

    def wait(self, things: int) -> None:
        """
        Look at how many things wait to be used: operands, pieces of a path, saved states.

        Raises:
            ReadError: If they are more than any page needs, or the time is up.
        """
        if things > min(MOST_WAITING, self.limits.max_marks):
            raise problem("BEYOND-LIMIT", name="max_marks", limit=self.limits.max_marks)
        self.check_clock()

    def read(self, size: int) -> None:
        """
        Count the bytes of operators that are read.

        Raises:
            ReadError: If reading them takes longer than the bound.
        """
        self.content += size
        if self.content > self.limits.max_seconds * BYTES_A_SECOND:
            raise problem("BEYOND-LIMIT", name="max_seconds", limit=self.limits.max_seconds)
        self.check_clock()
