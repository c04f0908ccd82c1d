"""
The process in which pdfium runs: ``python -m govdisclosure.pdfium.worker``.

It reads files that its parent sends, and sends back what is seen on their pages. Its memory is bounded here, its time
by the parent, which kills it. It ends when its parent does.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from govdisclosure.pdfium.document import Document
from govdisclosure.pdfium.messages import (
    END,
    MOST_MEMORY,
    PAGE,
    READY,
    REFUSED,
    TOO_LARGE,
    RefusedError,
    unpacked,
)
from govdisclosure.pdfium.pages import packed
from govdisclosure.processes import receive, send

if TYPE_CHECKING:
    from typing import IO


def main() -> None:
    """Serve the parent by the standard streams."""
    # What the terminal interrupts is the parent, which ends this process if it ends itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory()
    # What is loaded now stays, and need not be looked through for what can be given back.
    gc.freeze()
    with open(os.dup(sys.stdout.fileno()), "wb") as answers:  # noqa: PTH123 - a descriptor, no path
        # Whatever a library prints is no answer.
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        serve(sys.stdin.buffer, answers)


def _bound_memory() -> None:
    with suppress(ImportError):  # Windows has no such bounds.
        import resource  # noqa: PLC0415 - see above

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    send(answers, READY, b"")
    while (message := receive(requests)) is not None:
        refused = ""
        try:
            _answer(message[1], answers)
        except RefusedError as error:
            refused = error.code
        except MemoryError:
            refused = TOO_LARGE
        # What the error held is given back now, so that there is room for an answer.
        if refused:
            send(answers, REFUSED, refused.encode())


def _answer(data: bytes, answers: IO[bytes]) -> None:
    request = unpacked(data)
    document = Document(request.content)
    try:
        for page in document.pages(request.most_pages, request.most_marks):
            send(answers, PAGE, packed(page))
        send(answers, END, document.title.encode())
    finally:
        document.close()


if __name__ == "__main__":
    main()
