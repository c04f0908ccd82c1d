"""The roster: the units that have to report, read from a file and matched with reports."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Self

from attrs import field, frozen

from govdisclosure.model.given import all_of
from govdisclosure.model.notes import Reading, all_reports
from govdisclosure.model.profile import Profile
from govdisclosure.model.report import Agency, AnnualReport
from govdisclosure.rosters._matching import Index, Matches, matches
from govdisclosure.rosters._names import bare, is_one_body
from govdisclosure.rosters._units import Unit, UnitKind

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

_KEPT: Final = 16
"""Indexes of a roster that are kept, each for one parent."""


def _as_units(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return all_of(Unit, "units", units)


@frozen
class Roster:
    """
    The bodies that have to report.

    Args:
        units: These, in the order of the roster.

    Raises:
        TypeError: If one of them is no unit.
    """

    units: tuple[Unit, ...] = field(default=(), converter=_as_units)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Self:
        """
        Read a roster from a table, CSV or Excel, or from TOML; told by its suffix.

        A table has column heads, Chinese or English, in any order: 名称 (``name``), 类型 (``kind``), 统一社会信用代码
        (``code``), 其他名称 (``other names``), 上级单位 (``parent``) and 截止日期 (``due``); only the first must be
        there, and other columns are left alone. Rows that are blank or begin with ``#`` are none. CSV is UTF-8, UTF-16
        or GB18030, as Excel in China writes it. TOML has ``[[units]]`` with the English names as keys, and a ``parent``
        for all that name none.

        Args:
            path: The file.

        Raises:
            RosterError: If it is no roster; it names every fault with its line and column.
            UsageError: If its suffix is none of ``.csv``, ``.txt``, ``.tsv``, ``.xlsx`` and ``.toml``.
            OSError: If it cannot be opened.
        """
        # Few who hold a roster read one from a file.
        from govdisclosure.rosters.reading import read_units  # noqa: PLC0415

        return cls(read_units(path))

    def match(
        self,
        reports: Iterable[AnnualReport | Reading],
        *,
        year: int | None = None,
        parent: str | None = None,
        profile: Profile | None = None,
    ) -> Matches:
        """
        Say which report is whose, and which are missing, late, there twice, on a wrong year, or not on the roster.

        A report is matched by its code, then by the exact name or another name of the unit, then by the name without
        the region in front: width and script are folded, brackets dropped, 管委会 is 管理委员会, and the chain of
        regions is the name of the unit's parent. One unit left is the match; more are ambiguous.

        Args:
            reports: The reports, or the readings of them.
            year: The year that they should be on; by default that of more than half of them.
            parent: Name of the parent of the units that name none.
            profile: By when which kind of body publishes its report, for units without a day of their own; by default
                the days of the law.

        Raises:
            TypeError: If one of the reports is none, or something else is of a wrong type.
        """
        given = [each.report if isinstance(each, Reading) else each for each in all_reports("reports", reports)]
        for name, value, cls in (("year", year, int), ("parent", parent, str), ("profile", profile, Profile)):
            if not isinstance(value, cls | None):
                raise TypeError(f"{name} must be {cls.__name__} or None, got {type(value).__name__}")
        return matches(self._index(parent), given, year, profile or Profile())

    def unit_of(self, report: AnnualReport, *, parent: str | None = None) -> Unit | None:
        """
        Give the unit whose report this is; None if it is that of none, or can be that of several.

        Args:
            report: The report.
            parent: Name of the parent of the units that name none.
        """
        matched = self.match([report], parent=parent).matched
        return matched[0].unit if matched else None

    def _has(self, name: str) -> bool:
        """Tell whether a body is a unit that is no own office, also with its regions: 示例市示例县人民政府."""
        unit = self.unit_of(AnnualReport(agency=Agency(name=name)))
        return unit is not None and unit.kind is not UnitKind.OWN

    @property
    def top(self) -> str | None:
        """
        The name of the one body above all units, that is no unit itself; None if there is none, or several.

        Rows can name it with more regions and with fewer: it is that with most.
        """
        units = {bare(name) for unit in self.units for name in unit.names if unit.kind is not UnitKind.OWN}
        parents = {bare(unit.parent): unit.parent for unit in self.units if unit.parent is not None}
        tops = [parent for folded, parent in parents.items() if folded not in units and not self._has(parent)]
        longest = max(tops, key=len, default=None)
        return longest if longest is not None and all(is_one_body(longest, each) for each in tops) else None

    def _index(self, parent: str | None) -> Index:
        """Give the index of the units below a parent; it is made once, since no roster changes."""
        if parent not in self._indexes:
            # A day has one parent or two; a service that has many keeps no more than it asks for again.
            if len(self._indexes) == _KEPT:
                self._indexes.clear()
            self._indexes[parent] = Index.of(self.units, parent)
        return self._indexes[parent]

    @cached_property
    def _indexes(self) -> dict[str | None, Index]:
        return {}
