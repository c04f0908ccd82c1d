"""A published document, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random

from attrs import field, frozen

import govdisclosure as gd


def _as_paths(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(paths)


@frozen
class Document:
    """
    A published report.

    Args:
        content: What the file holds.
        format: Name of its format.
        layout: Name of its layout.
        seed: The seed that it was made from.
        truth: The report that was published; what the document does not tell of it is None.
        keeps_positions: Whether the document still tells in which cell each figure stands.
        damaged: Paths of figures that nobody could read right: each of them must be named by a note.
        doubtful: Paths of figures that a note may name with good reason, read right or not.
        beside: Figures that are printed and have no cell: a note must quote them.
    """

    content: str | bytes
    format: str
    layout: str
    seed: int
    truth: gd.AnnualReport
    keeps_positions: bool
    damaged: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()


@frozen
class Printed:
    """What a layout makes of one report."""

    content: str | bytes
    truth: gd.AnnualReport
    damaged: frozenset[str] = field(default=frozenset(), converter=_as_paths)
    doubtful: frozenset[str] = field(default=frozenset(), converter=_as_paths)
    beside: tuple[str, ...] = ()


@frozen
class Layout:
    """
    A way to publish reports.

    Args:
        name: Its name.
        format: The format of its documents.
        publish: Makes one document from a source of chance.
        keeps_positions: Whether each figure can be told its cell.
        finish: Makes the contents into those of the files, all at once, where one at a time is too slow.
        share: How many documents of it are looked at where so many are of the others.
    """

    name: str
    format: str
    publish: Callable[[Random], Printed]
    keeps_positions: bool = True
    finish: Callable[[Sequence[bytes]], Iterable[bytes]] | None = None
    share: float = 1

    def documents(self, seeds: Iterable[int]) -> list[Document]:
        """Make the documents of these seeds."""
        seeds = list(seeds)
        printed = [self.publish(Random(f"{self.name}:{seed}")) for seed in seeds]  # noqa: S311 - no secret
        contents: list[str | bytes] = [each.content for each in printed]
        if self.finish is not None:
            contents = list(self.finish([content for content in contents if isinstance(content, bytes)]))
        return [
            Document(
                content,
                self.format,
                self.name,
                seed,
                each.truth,
                self.keeps_positions,
                each.damaged,
                each.doubtful,
                each.beside,
            )
            for seed, each, content in zip(seeds, printed, contents, strict=True)
        ]
