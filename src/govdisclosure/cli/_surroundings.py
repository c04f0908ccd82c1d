"""The options of ``check`` that name other files: last year's reports, the parent's, children, the roster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import attrs
from attrs import define, field

from govdisclosure.cli import _files
from govdisclosure.cli._beside import Beside
from govdisclosure.cli._files import Named, Source
from govdisclosure.cli._options import Failure
from govdisclosure.cli._others import kept_copies
from govdisclosure.cli._outcome import UNREADABLE
from govdisclosure.cli._readings import Way, holds_many, read_all
from govdisclosure.cli._remarks import left_out
from govdisclosure.cli._texts import Words
from govdisclosure.paths import is_file, is_folder, whole
from govdisclosure.rosters import Roster, is_one_body
from govdisclosure.settings import Settings
from govdisclosure.vocabulary.bodies import name_of_body

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govdisclosure.cli._deliveries import Deliveries
    from govdisclosure.cli._readings import Read
    from govdisclosure.model.notes import Reading


@define(eq=False)
class Surroundings:
    """
    What a call of ``check`` names besides the reports that it checks.

    Args:
        words: The language.
        roster_file: The roster; None for none.
        previous: Files and folders of the year before.
        parent: The report that the checked ones are summed up in; None for none.
        children: Files and folders of the reports that the checked ones sum up.
        roster: The roster, read.
        unread: What of these could not be read, a line each.
        unread_files: How many of that are files.
        left_out: What of their folders is in no format that is read, a line for each reason.
        way: How all that is read.
        files: The names of the files of what was read of them, by reading.
    """

    words: Words
    roster_file: str | None
    previous: tuple[str, ...]
    parent: str | None
    children: tuple[str, ...]
    roster: Roster | None = None
    unread: list[str] = field(factory=list)
    unread_files: int = 0
    left_out: list[str] = field(factory=list)
    way: Way = field(factory=Way)
    files: dict[int, str] = field(factory=dict)

    @classmethod
    def of(cls, options: Mapping[str, Any], words: Words) -> Self:
        """
        Take the options, and read the roster.

        Raises:
            Failure: If the roster cannot be read, both a parent and children are given, or the parent is no one file.
        """
        around = cls(words, *(options[name] for name in ("roster", "previous", "parent", "children")))
        if around.parent is not None and around.children:
            raise Failure(words, words("parent-and-children"))
        # --parent 2025, --parent 2025.zip
        if around.parent is not None and (is_folder(around.parent) or holds_many(around.parent)):
            raise Failure(words, words("parent-is-many", name=around.parent))
        if around.roster_file is not None:
            from govdisclosure.cli._rollup import read_roster  # noqa: PLC0415 - only when used

            around.roster = read_roster(around.roster_file, words)
        return around

    @property
    def names(self) -> tuple[str, ...]:
        """All files and folders that are named: none of them is a report of the folder that is checked."""
        return (*filter(None, (self.roster_file, self.parent)), *self.previous, *self.children)

    @property
    def parents(self) -> tuple[Source, ...]:
        """The source of the parent's report, if there is one."""
        return () if self.parent is None else (Source(self.parent),)

    def without_needed(self, named: Named) -> Named:
        """Leave out the parent's report and the roster, which a shell names in 2025/*, too: neither is there twice."""
        needed = {whole(name) for name in (self.roster_file, self.parent) if name is not None}
        kept = tuple(source for source in named.sources if whole(source.name) not in needed)
        return attrs.evolve(named, sources=kept) if kept or self.parent is not None else named

    def sources(self, files: Sequence[str]) -> tuple[Source, ...]:
        """Give all that is read besides the reports that are checked: nothing is written there."""
        roster = () if self.roster_file is None else (Source(self.roster_file),)
        return (*roster, *self._named(self.previous, files).sources, *self._named(self.children, files).sources)

    def _named(self, names: Sequence[str], files: Sequence[str]) -> Named:
        besides = (*files, *(name for name in self.names if name not in names))
        return _files.Search(self.words, besides).through(names) if names else Named(())

    @property
    def status(self) -> int:
        """The exit status that it is worth: reports that were to be compared with could not be read."""
        return UNREADABLE if self.unread else 0

    def read(self, files: Sequence[str], read: Sequence[Read]) -> Beside:
        """Read what is named, and put it beside the readings of the reports that are checked."""
        parent = read[0].reading if self.parent is not None else None
        batch = read[len(self.parents) :]
        previous = self._readings(self.previous, files)
        return Beside(
            tuple((each.source.name, each.reading) for each in batch if each.reading is not None),
            parent,
            previous,
            self._readings(self.children, files),
            self.roster,
            self._above(parent, previous or ()),
            self.parent or "",
            merged=all(is_file(name) for name in self.previous),
            copies_of=kept_copies(self.way.cache),
            files=self.files,
        )

    def _above(self, parent: Reading | None, previous: Sequence[Reading]) -> str | None:
        """Give the name of the parent; of one whose roster or report of last year tells more regions, with these."""
        top = None if self.roster is None else self.roster.top
        own = None if parent is None else name_of_body(parent.report.agency)
        if own is None:
            return top
        names = [top, *(name_of_body(each.report.agency) for each in previous)]
        longer = [name for name in names if name is not None and is_one_body(name, own)]
        longest = max((own, *longer), key=len)
        # 甲市示例县人民政府, 乙市示例县人民政府
        return longest if all(is_one_body(longest, name) for name in longer) else own

    def _readings(self, names: Sequence[str], files: Sequence[str]) -> tuple[Reading, ...] | None:
        if not names:
            return None
        named = self._named(names, files)
        sources = named.sources
        self.left_out.extend(left_out(named, self.words))
        readings = []
        for each in read_all(sources, [Settings()] * len(sources), self.words, _files.Known(), way=self.way):
            if each.reading is not None:
                readings.append(each.reading)
                self.files[id(each.reading)] = each.source.shown(self.words)
            else:
                reason = each.source.unread(each.error, self.words)
                self.unread.append(self.words("named", name=each.source.shown(self.words), reason=reason))
                # A folder without a report is no file.
                self.unread_files += each.source.error is None
        return tuple(readings)

    def remarks(self, beside: Beside) -> list[str]:
        """Say what could not be read, and which reports have none of the year before."""
        names = [name_of_body(reading.report.agency) or file for file, reading in beside.without_previous]
        said = [*self.unread, *self.left_out]
        if not names:
            return said
        alone = self.words("without-previous", n=len(names), names=self.words("list-separator").join(names))
        return [*said, alone]

    def deliveries(self, beside: Beside, read: Sequence[Read], named: Named, *, year: int | None) -> Deliveries | None:
        """Say what the roster says of the reports; None without one, or where children have it."""
        if self.roster is None or self.children:
            return None
        from govdisclosure.cli._deliveries import Deliveries  # noqa: PLC0415 - only when used

        batch = list(beside.batch)
        # The parent may be one of those who have to report.
        if beside.parent is not None and self.roster.unit_of(beside.parent.report, parent=beside.above) is not None:
            batch.insert(0, (str(self.parent), beside.parent))
        readings = [reading for _, reading in batch]
        profile = next((each.settings.profile for each in read), None)
        matches = self.roster.match(readings, year=year, parent=beside.above, profile=profile)
        unread = [each.source.name for each in read if each.reading is None]
        files = [name for name, _ in batch]
        return Deliveries(self.roster.units, matches, readings, files, [*unread, *named.left_out], beside.above)
