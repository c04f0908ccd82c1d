"""
Processes of our own, which run a module of ours, and the messages between them and this one.

They are started by ``subprocess``, not by ``multiprocessing``: so a script needs no ``__main__`` guard, nothing of this
process is copied, and a worker of a pool can start one as well.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Final

LONGEST: Final = 2**30
"""Bytes of a message; what claims to be longer is none."""

_HEAD: Final = struct.Struct("<cQ")
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def can_start() -> bool:
    """Tell whether a process can be started: not by a frozen program, or an embedded one, which have no interpreter."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


def started(module: str) -> subprocess.Popen[bytes]:
    """Start a process that runs a module of ours, with pipes to and from it; what it says of errors is dropped."""
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=_NO_WINDOW,
    )


def _environment() -> dict[str, str]:
    """Give the environment, with the places where Python looks for packages now, ours first."""
    # The folder above that of the package.
    root = Path(__file__).resolve().parents[1]
    places = [str(root), *(place for place in sys.path if place)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places)}


class Killer:
    """Kills a process if it takes too long."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        # A timer cannot wait longer than this.
        self._timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), process.kill)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()


def send(stream: IO[bytes], kind: bytes, data: bytes) -> None:
    """Send a message: its kind, which is one byte, how long it is, and the bytes."""
    stream.write(_HEAD.pack(kind, len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Receive a message: its kind and its bytes; None if there is none, or none that is whole."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, size = _HEAD.unpack(head)
    if size > LONGEST:
        return None
    data = stream.read(size)
    return (kind, data) if len(data) == size else None
