"""The reader of another tree, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from support.outcome import Outcome, received, send

if TYPE_CHECKING:
    from collections.abc import Iterable

_TESTS: Final = Path(__file__).parent.parent


def outcomes_of_other_tree(source: Path, contents: Iterable[str | bytes]) -> list[Outcome]:
    """Give what the package of a folder makes of documents."""
    path = os.pathsep.join(map(str, (source.resolve(), _TESTS)))
    command = [sys.executable, "-m", "support.outcome"]
    environment = {**os.environ, "PYTHONPATH": path}
    outcomes = []
    with subprocess.Popen(  # noqa: S603 - our own program
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for content in contents:
            send(process.stdin, content)
            values = received(process.stdout)
            assert isinstance(values, dict)
            outcomes.append(Outcome(**values))
    return outcomes
