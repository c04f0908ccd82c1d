"""Cells of generated documents whose figures were altered, and the verdict on how each was read."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from attrs import define, field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from support.oracle.documents import Draft

Build = TypeVar("Build")
"""What makes a cell, in the way of its format."""

_DIGITS: Final = "123456789"


class Effect(enum.Enum):
    """What a person sees of the digits that were put beside, into or around a figure."""

    HIDDEN = "nothing: the rest of the figure stands there plainly"
    MARKED = "digits that are no plain part of the figure: raised, struck, smaller, doubled"
    SHOWN = "a plain part of the figure, by a means that a reader may well doubt"
    HARMLESS = "a plain part of the figure, by a means that ordinary documents use: a note on it is needless"


@frozen
class Parts:
    """
    A figure and the digits put into it, which none of the others equals.

    Args:
        before: What stands before the digits put in.
        extra: The digits put in.
        after: What stands behind them.
    """

    before: str
    extra: str
    after: str

    @property
    def kept(self) -> str:
        """The figure without the digits put in."""
        return self.before + self.after

    @property
    def all(self) -> str:
        """All digits in the order in which they are stored."""
        return self.before + self.extra + self.after

    def shown(self, effect: Effect) -> str | None:
        """Give the figure that a person sees, empty where there is none; None where it is no plain figure."""
        if effect is Effect.MARKED:
            return None
        return self.kept if effect is Effect.HIDDEN else self.all


def draw_parts(rng: Random, *, whole: bool | None = None) -> Parts:
    """Draw a figure and digits put into it: all of its digits, not all, or by chance."""
    digits = "".join(rng.sample(_DIGITS, rng.randint(2, 4)))
    if whole or (whole is None and rng.random() < 0.15):
        return Parts("", digits, "")
    length = rng.randint(1, len(digits) - 1)
    start = rng.choice((0, len(digits) - length, rng.randint(0, len(digits) - length)))
    return Parts(digits[:start], digits[start : start + length], digits[start + length :])


@frozen
class Kind(Generic[Build]):
    """
    A way to alter a cell.

    Args:
        name: Its name.
        effect: What a person sees of the digits put in.
        build: Makes the cell of a figure and the digits put into it.
        whole: Whether all digits are put in always, never, or by chance (None).
        whole_effect: What a person sees of them then, where that is something else.
        keeps_room: Whether hidden digits leave a gap, which parts the figure where they are put into its middle.
        own_look: Whether digits that are seen look otherwise than plain ones: a plain figure is compared in that look.
        truth: Gives the figure that a person sees, where that is neither of the usual.
    """

    name: str
    effect: Effect
    build: Build
    whole: bool | None = field(default=None, kw_only=True)
    whole_effect: Effect | None = field(default=None, kw_only=True)
    keeps_room: bool = field(default=False, kw_only=True)
    own_look: bool = field(default=False, kw_only=True)
    truth: Callable[[Parts], str | None] | None = field(default=None, kw_only=True)

    def shown(self, parts: Parts) -> str | None:
        """Give the figure that a person sees, empty where there is none; None where it is no plain figure."""
        if self.truth is not None:
            return self.truth(parts)
        if self.keeps_room and self.effect is Effect.HIDDEN and parts.before and parts.after:
            return None
        return parts.shown(self.effect if parts.kept or self.whole_effect is None else self.whole_effect)

    def looks_plain(self, parts: Parts) -> bool:
        """Tell whether these digits, where all are seen, look like a plain figure and not in a way of their own."""
        dressed = self.own_look or self.effect is Effect.HARMLESS
        return not (dressed or (self.whole_effect is not None and not parts.kept))

    def altered(self, path: str, parts: Parts, detail: str) -> Altered:
        """Describe a cell that was altered in this way."""
        return Altered(path, self.name, detail, parts.all, self.shown(parts), self.effect is Effect.HARMLESS)


@frozen
class Altered:
    """
    A cell that was altered.

    Args:
        path: Its path, from the report.
        kind: In what way.
        detail: By what means, where the same thing is done by many.
        stored: All digits in it, as one who looks at nothing else would read them.
        truth: The figure that a person sees there as it was made, empty for none; None where it is no plain figure.
        harmless: Whether a note on it is needless.
    """

    path: str
    kind: str
    detail: str
    stored: str
    truth: str | None
    harmless: bool


@frozen
class Seen:
    """
    What the oracle sees in a cell.

    Args:
        figure: The plain figure, empty where there is none; None where what is seen is none.
        why: Why the oracle says so.
        disagrees: Whether the truth says something else.
    """

    figure: str | None
    why: str
    disagrees: bool


class Outcome(enum.Enum):
    """How an altered cell was read."""

    READ = "read"
    NOTED = "noted"
    REFUSED = "refused"
    SILENT = "silently different"


@frozen
class Verdict:
    """
    How one altered cell was read.

    Args:
        cell: The cell.
        document: How its document is repeated.
        outcome: How it was read.
        value: The figure that was read, as printed.
        seen: What the oracle sees there.
    """

    cell: Altered
    document: str
    outcome: Outcome
    value: str
    seen: Seen

    @property
    def needless(self) -> bool:
        """Whether a note names a cell in which nothing is in doubt."""
        return self.outcome is Outcome.NOTED and self.cell.harmless

    def __str__(self) -> str:
        told = f"{self.cell.kind} [{self.cell.detail}]" if self.cell.detail else self.cell.kind
        return (
            f"{told}: stored {self.cell.stored!r}, read {self.value!r}, seen {_shown(self.seen.figure)}, "
            f"truth {_shown(self.cell.truth)}; {self.seen.why}; {self.cell.path} of {self.document}"
        )


def _shown(figure: str | None) -> str:
    return "no plain figure" if figure is None else repr(figure)


def judge(cell: Altered, document: str, read: Read, seen: Seen) -> Verdict:
    """Give the verdict on a cell; a figure that one of the two votes does not see was read otherwise than shown."""
    value = read.value(cell.path)
    outcome = Outcome.SILENT
    if read.refused is not None:
        outcome = Outcome.REFUSED
    elif read.names(cell.path):
        outcome = Outcome.NOTED
    elif value == seen.figure == cell.truth:
        outcome = Outcome.READ
    return Verdict(cell, document, outcome, value, seen)


@frozen
class Read:
    """
    How a document was read.

    Args:
        figures: Every figure as printed, by its path; empty for a blank.
        noted: The paths that notes name.
        refused: Why the document was refused, if it was.
    """

    figures: dict[str, str]
    noted: frozenset[str] = frozenset()
    refused: str | None = None

    def value(self, path: str) -> str:
        """Give a figure as printed."""
        return self.figures.get(path, "")

    def names(self, path: str) -> bool:
        """Tell whether a note names this cell or the section that it is in."""
        return path in self.noted or path.partition(".")[0] in self.noted


@define
class Tally:
    """
    Verdicts, counted kind by kind.

    Args:
        silent: The cells that were read otherwise than they are shown, without a note.
        disagreements: The cells of which the oracle and the truth say different things.
        others: Cells that nobody altered and that were read otherwise than printed, without a note.
        needless: How many of the cells that nobody altered are named by a note, and how many there are.
        refused: Why documents were refused.
    """

    outcomes: dict[str, Counter[Outcome]] = field(factory=dict)
    needless_of: Counter[str] = field(factory=Counter)
    silent: list[Verdict] = field(factory=list)
    disagreements: list[Verdict] = field(factory=list)
    others: list[str] = field(factory=list)
    noted_beside: int = 0
    beside: int = 0
    refused: Counter[str] = field(factory=Counter)
    documents: int = 0

    def add(self, verdicts: Iterable[Verdict]) -> None:
        """Count verdicts."""
        for verdict in verdicts:
            self.outcomes.setdefault(verdict.cell.kind, Counter())[verdict.outcome] += 1
            self.needless_of[verdict.cell.kind] += verdict.needless
            if verdict.outcome is Outcome.SILENT:
                self.silent.append(verdict)
            if verdict.seen.disagrees:
                self.disagreements.append(verdict)

    def add_rest(self, draft: Draft, read: Read, document: str) -> None:
        """Count the cells of a document that were merged, and those that nobody altered."""
        self.documents += 1
        unknown = Seen(None, "reaches over several cells", disagrees=False)
        self.add(judge(cell, document, read, unknown) for cell in draft.merged)
        if read.refused is not None:
            self.refused[read.refused] += 1
            return
        for path, figure in draft.beside.items():
            self.beside += 1
            if read.names(path):
                self.noted_beside += 1
            elif read.value(path) != figure:
                self.others.append(f"{path} of {document}: printed {figure!r}, read {read.value(path)!r}")

    def merge(self, other: Tally) -> None:
        """Add what another one counted."""
        for kind, outcomes in other.outcomes.items():
            self.outcomes.setdefault(kind, Counter()).update(outcomes)
        self.needless_of.update(other.needless_of)
        self.refused.update(other.refused)
        self.silent += other.silent
        self.disagreements += other.disagreements
        self.others += other.others
        self.noted_beside += other.noted_beside
        self.beside += other.beside
        self.documents += other.documents
