"""Marks for letters that are raised, lowered or struck out, so that no figure is read of what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.stand_ins import STRUCK

if TYPE_CHECKING:
    from collections.abc import Iterable

OTHER_SIZE: Final = 1.25
"""Digits that are larger by a quarter are no part of the same figure; less is a slip of somebody who typed it anew."""


@frozen
class Run:
    """
    Letters of one look.

    Args:
        text: The letters.
        raised: ``RAISED`` or ``LOWERED`` if they do not stand in the line; so do letters that cannot be seen.
        struck: Whether a line goes through them.
        size: How large they are, in any unit; nought if that is not known.
    """

    text: str
    raised: str = ""
    struck: bool = False
    size: float = 0


def marked(runs: Iterable[Run]) -> str:
    """Join runs, none of them empty: what is raised beside a digit stands apart, what is struck between its marks."""
    pieces: list[str] = []
    last = Run("")
    for run in runs:
        # 12 with a note: 12^1
        if run.raised != last.raised and last.text[-1:].isdigit():
            pieces.append(run.raised or (" " if run.text[0].isdigit() else ""))
        # A figure that is raised as a whole is the number of a note.
        elif run.raised and not last.text and run.text[0].isdigit():
            pieces.append(run.raised)
        elif _is_other_size(last, run) and last.text[-1:].isdigit() and run.text[0].isdigit():
            pieces.append(" ")
        pieces.append(f"{STRUCK}{run.text}{STRUCK}" if run.struck and run.text.strip() else run.text)
        last = run
    return "".join(pieces)


def _is_other_size(last: Run, run: Run) -> bool:
    """Tell whether two runs are of sizes that nobody takes for one."""
    smaller, larger = sorted((last.size, run.size))
    return smaller > 0 and larger >= OTHER_SIZE * smaller
