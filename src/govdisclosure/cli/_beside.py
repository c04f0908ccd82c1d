"""What each report of a call is checked beside: last year's of the same body, the others of the batch, the roster."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from govdisclosure.copies import Copy, peer_copies
from govdisclosure.model.notes import Reading
from govdisclosure.rosters import Roster, Unit, before, body_keys, region_of


@frozen(eq=False)
class Beside:
    """
    What the reports of a call are checked beside.

    Args:
        batch: The readings of the call, with the names of their files; not that of the parent.
        parent: That of the parent, whose children the batch is.
        previous: The readings of the year before; None if none were asked for.
        children: Those that each report of the call sums up; None if none were asked for.
        roster: Who has to report.
        above: Name of the parent of the units that name none.
        parent_file: Name of the file of the parent.
        merged: Whether those of the year before were named one by one.
        files: Names of the files of those of the year before and of the children, by reading.
        copies_of: Looks for what is nearly alike in the batch, given its readings and the names of their files.
    """

    batch: tuple[tuple[str, Reading], ...]
    parent: Reading | None = None
    previous: tuple[Reading, ...] | None = None
    children: tuple[Reading, ...] | None = None
    roster: Roster | None = None
    above: str | None = None
    parent_file: str = ""
    merged: bool = False
    files: Mapping[int, str] = {}
    copies_of: Callable[[Sequence[Reading], Sequence[str]], tuple[tuple[Copy, ...], ...]] = peer_copies

    def of(self, reading: Reading) -> dict[str, Any]:
        """Give what a check of a reading is given besides."""
        return {
            "previous": self.previous_of(reading),
            "children": [each for _, each in self.batch] if reading is self.parent else self.children,
            "roster": self.roster,
            "copies": self._copies.get(id(reading), ()),
        }

    def previous_of(self, reading: Reading) -> list[Reading] | None:
        """
        Give the reports of the year before that are of the body of a report; None if there is none.

        Of the only report of a call, all files that are named are: bodies merge, and are renamed.
        """
        if self.previous is None:
            return None
        if len(self.batch) == 1 and self.parent is None and self.merged:
            return list(self.previous)
        keys = self._keys[id(reading)]
        year = reading.report.year
        return (
            before(year, keys, self.previous, lambda each: self._keys[id(each)], lambda each: each.report.year) or None
        )

    def previous_files(self, reading: Reading) -> list[str]:
        """Give the names of the files of the reports of the year before that a report is checked beside."""
        return [self.files[id(each)] for each in self.previous_of(reading) or ()]

    @property
    def without_previous(self) -> list[tuple[str, Reading]]:
        """The reports of the call for which there is none of the year before, although some were asked for."""
        if self.previous is None:
            return []
        return [(name, reading) for name, reading in self.whole if self.previous_of(reading) is None]

    @property
    def whole(self) -> tuple[tuple[str, Reading], ...]:
        """The batch and its parent."""
        return self.batch if self.parent is None else ((self.parent_file, self.parent), *self.batch)

    @cached_property
    def _copies(self) -> dict[int, tuple[Copy, ...]]:
        """What is nearly alike in the batch, by reading."""
        readings = [reading for _, reading in self.batch]
        alike = self.copies_of(readings, [name for name, _ in self.batch])
        return {id(reading): copies for reading, copies in zip(readings, alike, strict=True)}

    @cached_property
    def _keys(self) -> dict[int, set[tuple[str, str | Unit]]]:
        """What the body of each report is known by, by reading: its unit, its code, its name without its region."""
        readings = [*(reading for _, reading in self.whole), *(self.previous or ())]
        region = region_of(self.above or "")
        keys: dict[int, set[tuple[str, str | Unit]]] = {
            id(reading): set(body_keys(reading.report, region)) for reading in readings
        }
        if self.roster is not None:
            for match in self.roster.match(readings, parent=self.above).matched:
                keys[id(readings[match.index])].add(("unit", match.unit))
        return keys
