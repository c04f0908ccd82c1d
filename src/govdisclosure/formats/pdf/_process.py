"""
The process in which pdfium runs.

Only that way can what pdfium does with a file be bounded in time and memory.
"""

from __future__ import annotations

import signal
import subprocess
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final

from govdisclosure.form.wording import problem
from govdisclosure.pdfium.messages import (
    CODES,
    END,
    MOST_MEMORY,
    PAGE,
    READ,
    READY,
    REFUSED,
    TOO_LARGE,
    RefusedError,
    Request,
)
from govdisclosure.pdfium.pages import SeenPage, unpacked
from govdisclosure.processes import Killer, receive, send, started

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.errors import ReadError
    from govdisclosure.form.clock import Clock
    from govdisclosure.formats._limits import Limits

MODULE: Final = "govdisclosure.pdfium.worker"

TIME_TO_START: Final = 60.0
"""Seconds that the process has to begin: it takes a fifth of one, and longer where many begin at once."""

TIME_TO_END: Final = 1.0
"""Seconds that it has to end by itself when it is no longer needed."""


class Worker:
    """A process in which pdfium runs; to be used by one thread at a time, and not again if one read was broken off."""

    def __init__(self) -> None:
        self.process = started(MODULE)
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._requests: IO[bytes] = self.process.stdin
        self._answers: IO[bytes] = self.process.stdout

    def is_ready(self) -> bool:
        """Wait until it has begun; tell whether it has."""
        with Killer(self.process, TIME_TO_START):
            message = receive(self._answers)
        return message is not None and message[0] == READY

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    def read(self, content: bytes, limits: Limits, clock: Clock, take: Callable[[SeenPage], None]) -> str:
        """
        Hand over what is seen on each page of a file, in turn; give its title.

        Raises:
            RefusedError: If pdfium refuses the file.
            ReadError: If the time is up, or pdfium comes to grief over the file, or takes too much memory.
        """
        with Killer(self.process, clock.left):
            self._send(Request(limits.max_pages, limits.max_marks, content))
            while (answer := self._answer()) is not None:
                if not isinstance(answer, SeenPage):
                    return answer
                take(answer)
                clock.check()
        clock.check()
        self.kill()
        # So pdfium ends itself when it gets no more memory.
        raise _too_large() if self.process.returncode == -signal.SIGABRT else problem("PDF-DAMAGED")

    def _send(self, request: Request) -> None:
        """Send a request; that the process has ended is seen when it does not answer."""
        with suppress(OSError):
            send(self._requests, READ, request.packed())

    def _answer(self) -> SeenPage | str | None:
        """Give the next page, or the title behind the last; None if the process has ended, or talks nonsense."""
        kind, data = receive(self._answers) or (b"", b"")
        if kind == REFUSED and (code := data.decode("ascii", "replace")) in CODES:
            # It is not used again: what it holds of the memory that it may take, nobody knows.
            raise _too_large() if code == TOO_LARGE else RefusedError(code)
        if kind == END:
            return data.decode("utf-8", "replace")
        # A file that has come to power in the process sends what it likes.
        with suppress(ValueError, KeyError, TypeError):
            return unpacked(data) if kind == PAGE else None
        return None

    def end(self) -> None:
        """End it, at once if it does not end by itself; nothing of it is left."""
        self.let_go()
        try:
            self.process.wait(TIME_TO_END)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it at once."""
        self.let_go()
        self.process.kill()
        self.process.wait()

    def let_go(self) -> None:
        """Close the pipes to it."""
        for stream in (self._requests, self._answers):
            with suppress(OSError):
                stream.close()


def _too_large() -> ReadError:
    return problem(TOO_LARGE, limit=MOST_MEMORY // 2**20)
