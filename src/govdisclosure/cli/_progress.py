"""Work on many files, with a bar on the terminal that tells how fast it goes and how long it will take."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.progress import Task
    from rich.text import Text

_FEW: Final = 10
"""Files up to which there is no progress bar: they are done before anybody wonders."""

_Given = TypeVar("_Given")
_Item = TypeVar("_Item")


def tracked(act: Callable[[_Given], _Item], sources: Sequence[_Given], doing: str) -> Iterable[_Item]:
    """
    Do something with each source, as its result is asked for.

    Args:
        act: What is done.
        sources: The sources.
        doing: What is done, in words.
    """
    return watched(map(act, sources), len(sources), doing)


def watched(items: Iterable[_Item], total: int | None, doing: str) -> Iterable[_Item]:
    """
    Give what is made one by one.

    Of many, a terminal sees a progress bar, and the results only after it: both may be on one screen.

    Args:
        items: What is made.
        total: How many there will be; None if nobody knows.
        doing: What is done, in words.
    """
    # In a pipe, and of a few files, results are shown as they come.
    if (total is not None and total <= _FEW) or not sys.stderr.isatty():
        return items
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TimeRemainingColumn  # noqa: PLC0415 - only when used
    from rich.text import Text  # noqa: PLC0415

    from govdisclosure.cli._console import console  # noqa: PLC0415

    class Rate(ProgressColumn):
        """How many are made a second."""

        def render(self, task: Task) -> Text:
            return Text("" if task.speed is None else f"{task.speed:.1f}/s")

    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=total)
        made = []
        for item in items:
            made.append(item)
            progress.advance(task)
        return made
