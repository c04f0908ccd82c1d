"""The reader of another tree, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from support.outcome import Outcome, received, send

if TYPE_CHECKING:
    from collections.abc import Iterable

_TESTS: Final = Path(__file__).parent.parent


@cache
def _process(source: Path) -> subprocess.Popen[bytes]:
    """Start a process that reads with the package of a folder; it ends when its input does."""
    path = os.pathsep.join(map(str, (source.resolve(), _TESTS)))
    return subprocess.Popen(
        [sys.executable, "-m", "support.outcome"],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def outcomes_of_other_tree(source: Path, contents: Iterable[str | bytes]) -> list[Outcome]:
    """Give what the package of a folder makes of documents."""
    process = _process(source)
    assert process.stdin is not None
    assert process.stdout is not None
    outcomes = []
    for content in contents:
        send(process.stdin, content)
        values = received(process.stdout)
        assert isinstance(values, dict)
        outcomes.append(Outcome(**values))
    return outcomes
