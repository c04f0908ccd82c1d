"""Work on many files, with a bar on the terminal that tells how long it will take."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_FEW: Final = 10
"""Files up to which there is no progress bar: they are done before anybody wonders."""

_Given = TypeVar("_Given")
_Item = TypeVar("_Item")


def tracked(act: Callable[[_Given], _Item], sources: Sequence[_Given], doing: str) -> Iterable[_Item]:
    """
    Do something with each source, as its result is asked for.

    Of many sources, a terminal sees a progress bar, and the results only after it: both may be on one screen.

    Args:
        act: What is done.
        sources: The sources.
        doing: What is done, in words.
    """
    # In a pipe, and of a few files, results are shown as they come.
    if len(sources) <= _FEW or not sys.stderr.isatty():
        return map(act, sources)
    from rich.progress import Progress  # noqa: PLC0415 - only when used

    from govdisclosure.cli._console import console  # noqa: PLC0415

    with Progress(console=console(stderr=True), transient=True) as progress:
        return [act(source) for source in progress.track(sources, description=doing)]
