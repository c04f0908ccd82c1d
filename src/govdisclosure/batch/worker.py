"""
A process of our own that examines contents: ``python -m govdisclosure.batch.worker``.

It is told once what holds for all, then does one task after the other, and sends what became of each content as soon as
that is known: if it ends, its parent knows what it was at. It ends when its parent does.

A PDF file is read in this process, which is bounded in memory meanwhile, and in time by its parent: a process of its
own for each worker would make two for each core. Only what cannot be read so is read once more in one, whose word
counts: so the outcome is the same as without workers.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from attrs import evolve

from govdisclosure.batch._packing import is_of_report
from govdisclosure.batch._work import examined
from govdisclosure.processes import receive, send

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.batch._terms import Common, Terms

READY: Final = b"H"
"""The process is there."""

TASK: Final = b"T"
"""Asks for what becomes of contents: the terms, whether they are tried alone, and the contents."""

RESULT: Final = b"R"
"""What became of a content."""

MOST_MEMORY: Final = 320 * 1024 * 1024
"""Bytes that a PDF file may take, beyond what the process has already: those of the process for PDF."""

_SIGNATURE: Final = b"%PDF-"
_START: Final = 4_096


def main() -> None:
    """Serve the parent by the standard streams."""
    # What the terminal interrupts is the parent, which ends this process if it ends itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What is loaded now stays, and need not be looked through for what can be given back.
    gc.freeze()
    with open(os.dup(sys.stdout.fileno()), "wb") as answers:  # noqa: PTH123 - a descriptor, no path
        # Whatever a library prints is no answer.
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        serve(sys.stdin.buffer, answers)


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Do tasks until there are no more; the first message is what holds for all."""
    first = receive(requests)
    if first is None:
        return
    # The parent is this program itself: it sends what it has made, and is believed.
    common: Common = pickle.loads(first[1])  # noqa: S301 - see above
    send(answers, READY, b"")
    while (message := receive(requests)) is not None:
        terms, is_alone, contents = pickle.loads(message[1])  # noqa: S301 - see above
        for content in contents:
            send(answers, RESULT, _examined(content, terms, common, is_alone=is_alone))


def _examined(content: bytes, terms: Terms, common: Common, *, is_alone: bool) -> bytes:
    if terms.limits.pdf_process and not is_alone and _SIGNATURE in content[:_START]:
        here = evolve(terms, limits=evolve(terms.limits, pdf_process=False))
        with _bounded_memory():
            packed = examined(content, here, common)
        if is_of_report(packed):
            return packed
    return examined(content, terms, common)


@contextmanager
def _bounded_memory() -> Iterator[None]:
    """Bound the memory of this process while something is done, where the system has such bounds."""
    try:
        import resource  # noqa: PLC0415 - Windows has none

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    bound = pages * resource.getpagesize() + MOST_MEMORY
    with suppress(ValueError, OSError):  # The user has set a lower one.
        resource.setrlimit(resource.RLIMIT_AS, (bound, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


if __name__ == "__main__":
    main()
