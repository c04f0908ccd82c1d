"""What a diagnosis is made of: repairs, in groups by their size, for each set of identities that fail together."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

import attrs
from attrs import field, frozen

from govdisclosure.diagnosis._choices import choices
from govdisclosure.model.message import Message, counted

if TYPE_CHECKING:
    from govdisclosure.diagnosis._choices import Choices
    from govdisclosure.model.values import JSON


class Kind(enum.StrEnum):
    """The slip that a repair takes back; of repairs of one size, the likelier stand first."""

    DIGITS_EXCHANGED = "digits exchanged"
    """21 for 12."""
    DIGIT_DROPPED = "digit dropped"
    """1 for 12."""
    DIGIT_DOUBLED = "digit doubled"
    """122 for 12."""
    CELLS_EXCHANGED = "cells exchanged"
    """Two neighbours stand in each other's place."""
    ROW_SLID = "row slid"
    """Figures of a row stand a column further than they belong."""
    NUMBER_SPLIT = "number split"
    """1 and 2 in two cells for 12 in one."""
    FIGURE = "figure"
    """One figure is another one."""
    BLANK = "blank"
    """One figure is missing."""
    FIGURES = "figures"
    """Two figures are others."""
    TOGETHER = "together"
    """Two figures are others; what each should be, only both together tell."""
    NOTED = "noted"
    """Nothing is wrong but what the reading was not sure of."""


@frozen
class Range:
    """
    The figures that a cell can have.

    Args:
        low: The least.
        high: The greatest; None where nothing limits it.
    """

    low: int
    high: int | None


Proposed: TypeAlias = int | Range
"""What should stand in a cell."""


@frozen
class Healed:
    """
    An identity that fails, and holds after a repair.

    Args:
        code: Code of the check that compares its two sides, such as ``T3-ROW``.
        paths: Its cells, in the order in which a finding lists them.
    """

    code: str
    paths: tuple[str, ...]


@frozen
class Repair:
    """
    A change of cells after which all identities that hang together hold.

    Args:
        size: How many slips it takes back.
        kind: What slip that is.
        cells: What should stand in the cells that are wrong, by path; unit: 件.
        noted: What then should stand in the cells of which the reading is not sure, by path.
        heals: The identities that fail without it.
        reason: The repair in one line.
    """

    size: int
    kind: Kind
    cells: Mapping[str, Proposed] = field(hash=False)
    noted: Mapping[str, Proposed] = field(hash=False)
    heals: tuple[Healed, ...]
    reason: Message

    def __str__(self) -> str:
        return self.reason.en

    def to_json(self) -> dict[str, JSON]:
        """Give the repair as JSON; an identity is named by its code and its first cell."""
        return {
            "size": self.size,
            "kind": str(self.kind),
            "cells": _as_json(self.cells),
            "noted": _as_json(self.noted),
            "heals": [{"code": healed.code, "path": healed.paths[0]} for healed in self.heals],
            "reason": attrs.asdict(self.reason),
        }


def _as_json(cells: Mapping[str, Proposed]) -> dict[str, JSON]:
    return {path: attrs.asdict(each) if isinstance(each, Range) else each for path, each in cells.items()}


@frozen
class Group:
    """
    All repairs of one size; the likelier slips first, then in the order of the form.

    Args:
        size: How many slips each takes back.
        repairs: The repairs.
    """

    size: int
    repairs: tuple[Repair, ...]

    def __len__(self) -> int:
        return len(self.repairs)

    def __iter__(self) -> Iterator[Repair]:
        return iter(self.repairs)

    @property
    def choices(self) -> Choices[tuple[str, int]] | None:
        """
        The group as two lists of changes, each a cell and what should stand there: every repair is one of each.

        So it is where two slips are independent and each has many equals: 24 and 24 make 576 repairs. None where it is
        not so, and where anything depends on cells in doubt.
        """
        pairs: list[tuple[tuple[str, int], tuple[str, int]]] = []
        for repair in self.repairs:
            exact = [(path, proposed) for path, proposed in repair.cells.items() if isinstance(proposed, int)]
            if repair.noted or len(exact) != 2 or len(repair.cells) != 2:
                return None
            pairs.append((exact[0], exact[1]))
        return choices(pairs) if pairs else None

    def to_json(self) -> dict[str, JSON]:
        """Give the group as JSON."""
        return {"size": self.size, "repairs": [repair.to_json() for repair in self.repairs]}


@frozen
class Ailment:
    """
    Identities of a table that fail, and hang together by the cells that they share.

    Args:
        section: Name of the section of the table.
        failed: The identities.
        groups: What heals them all, the smallest repairs first; none if no change of one or two cells does.
    """

    section: str
    failed: tuple[Healed, ...]
    groups: tuple[Group, ...]

    @property
    def first(self) -> tuple[Repair, ...]:
        """The smallest repairs: where there is only one, it is what is wrong."""
        return self.groups[0].repairs if self.groups else ()

    def to_json(self) -> dict[str, JSON]:
        """Give the ailment as JSON."""
        return {
            "section": self.section,
            "failed": [{"code": failed.code, "path": failed.paths[0]} for failed in self.failed],
            "groups": [group.to_json() for group in self.groups],
        }


@frozen(repr=False)
class Diagnosis:
    """
    What is wrong with the sums of a report.

    Args:
        ailments: The identities that fail, those together that hang together; empty if all hold.
        silent: Names of the sections whose tables have no identities, so that nothing can be said of them: table II.
    """

    ailments: tuple[Ailment, ...]
    silent: tuple[str, ...]

    def __repr__(self) -> str:
        told = (
            f"{ailment.section} with {counted(len(ailment.failed), '{n} sum that fails|{n} sums that fail')}, "
            f"{counted(len(ailment.first), '{n} smallest repair|{n} smallest repairs')}"
            for ailment in self.ailments
        )
        return f"<Diagnosis: {'; '.join(told) or 'all sums agree'}>"

    @property
    def groups(self) -> tuple[Group, ...]:
        """The repairs of all ailments in groups, the smallest first."""
        by_size: dict[int, list[Repair]] = {}
        for group in (group for ailment in self.ailments for group in ailment.groups):
            by_size.setdefault(group.size, []).extend(group.repairs)
        return tuple(Group(size, tuple(by_size[size])) for size in sorted(by_size))

    def to_json(self) -> dict[str, JSON]:
        """Give the diagnosis as JSON."""
        return {"ailments": [ailment.to_json() for ailment in self.ailments], "silent": list(self.silent)}
