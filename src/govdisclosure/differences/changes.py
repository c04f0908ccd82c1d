"""What can differ between two reports, as data: each kind of difference with what stood there before and after."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Generic, Self, TypeAlias, TypeVar

import attrs
from attrs import field, frozen

from govdisclosure.model.cells import Cell
from govdisclosure.model.values import NA, CellValue, scale_key

if TYPE_CHECKING:
    import datetime as dt

    from govdisclosure.model.values import JSON

_Item = TypeVar("_Item")

MetadataValue: TypeAlias = "str | int | dt.date | dict[str, JSON] | None"
"""A value of the metadata; ``extensions`` are one as a whole."""


class Kind(enum.StrEnum):
    """How something differs."""

    CHANGED = "changed"
    """A figure, value or paragraph became another one."""
    FILLED_IN = "filled in"
    """What was blank is stated."""
    BLANKED = "blanked"
    """What was stated is blank."""
    NOT_APPLICABLE = "not applicable"
    """What was a figure or blank is "/"."""
    ADDED = "added"
    """A paragraph, section or table is there that was not."""
    REMOVED = "removed"
    """A paragraph, section or table that was there is not."""
    MOVED = "moved"
    """A paragraph or section beyond the six is the same, and stands elsewhere in its list."""
    EDITION = "edition"
    """A table is of another edition."""


def _of_value(before: object, after: object) -> Kind:
    if after is None:
        return Kind.BLANKED
    if after is NA:
        return Kind.NOT_APPLICABLE
    return Kind.FILLED_IN if before is None else Kind.CHANGED


def _of_part(before: object, after: object) -> Kind:
    if after is None:
        return Kind.REMOVED
    return Kind.ADDED if before is None else Kind.CHANGED


@frozen
class CellChange:
    """
    A figure cell whose value differs.

    Args:
        path: Path of the cell.
        label: Official labels along the path, such as ``总计 / 一、本年新收政府信息公开申请数量``.
        before: What stood there: a number, money, ``NA``, or ``None`` for a blank.
        after: What stands there now. ``0`` and ``0.00`` are two amounts.
    """

    path: str
    label: str
    before: CellValue = field(eq=scale_key)
    after: CellValue = field(eq=scale_key)

    @property
    def kind(self) -> Kind:
        """``CHANGED``, ``FILLED_IN``, ``BLANKED`` or ``NOT_APPLICABLE``."""
        return _of_value(self.before, self.after)

    def inverted(self) -> Self:
        """Give the difference in the other direction."""
        return attrs.evolve(self, before=self.after, after=self.before)


@frozen
class MetadataChange:
    """
    A value of the metadata that differs.

    Args:
        path: ``agency.name``, ``agency.kind``, ``agency.code``, ``agency.division``, ``year``, ``title``,
            ``period.start``, ``period.end``, ``published`` or ``extensions``.
        before: What it was: text, a year, a day, or ``None``; of ``extensions`` all of them.
        after: What it is.
    """

    path: str
    before: MetadataValue = field(hash=False)
    after: MetadataValue = field(hash=False)

    @property
    def kind(self) -> Kind:
        """``CHANGED``, ``FILLED_IN`` or ``BLANKED``."""
        return _of_value(self.before, self.after)

    def inverted(self) -> Self:
        """Give the difference in the other direction."""
        return attrs.evolve(self, before=self.after, after=self.before)


@frozen
class ListChange(Generic[_Item]):
    """
    An item of a list that was added, removed, moved or changed.

    Args:
        section: Path of the list, such as ``overview`` or ``requests.notes``.
        before: The item as it was; None of one that was added.
        after: The item as it is; None of one that was removed.
        place_before: Its place in the list as it was, from 0; of an added one, the place before which it came.
        place_after: Its place in the list as it is; of a removed one, the place that it would have.
        size_before: How many items the list had.
        size_after: How many it has.
    """

    section: str
    before: _Item | None
    after: _Item | None
    place_before: int
    place_after: int
    size_before: int
    size_after: int

    @property
    def path(self) -> str:
        """Where it is: in the report as it was; of what was added, in the report as it is."""
        return self.path_after if self.before is None else self.path_before

    @property
    def path_before(self) -> str:
        """Where it is in the report as it was; of what was added, the list."""
        return self.section if self.before is None else f"{self.section}[{self.place_before}]"

    @property
    def path_after(self) -> str:
        """Where it is in the report as it is; of what was removed, the list."""
        return self.section if self.after is None else f"{self.section}[{self.place_after}]"

    @property
    def kind(self) -> Kind:
        """``ADDED``, ``REMOVED``, ``MOVED`` or ``CHANGED``; what was changed can have been moved as well."""
        return Kind.MOVED if self.before == self.after else _of_part(self.before, self.after)

    def inverted(self) -> Self:
        """Give the difference in the other direction."""
        return attrs.evolve(
            self,
            before=self.after,
            after=self.before,
            place_before=self.place_after,
            place_after=self.place_before,
            size_before=self.size_after,
            size_after=self.size_before,
        )


@frozen
class ParagraphChange(ListChange[str]):
    """A paragraph of a section, of the preamble or of the notes beside a table that differs."""


@frozen
class OtherText:
    """
    A section beyond the six.

    Args:
        heading: Its heading.
        paragraphs: The text below it.
    """

    heading: str
    paragraphs: tuple[str, ...]


@frozen
class OtherSectionChange(ListChange[OtherText]):
    """A section beyond the six that differs, as a whole."""


@frozen
class SectionChange:
    """
    A section of text that only one of the reports has: ``None`` is a section that is not there, ``()`` an empty one.

    Args:
        path: Name of the section.
        before: Its paragraphs as they were.
        after: Its paragraphs as they are.
    """

    path: str
    before: tuple[str, ...] | None
    after: tuple[str, ...] | None

    @property
    def kind(self) -> Kind:
        """``ADDED`` or ``REMOVED``."""
        return _of_part(self.before, self.after)

    def inverted(self) -> Self:
        """Give the difference in the other direction."""
        return attrs.evolve(self, before=self.after, after=self.before)


@frozen
class TablePart:
    """
    What one of two tables has alone, since the other is of another edition or not there.

    Args:
        edition: Edition of the table; None where every edition has the same.
        cells: The cells that state something and have no place in the other table, in the order of the form.
    """

    edition: str | None
    cells: tuple[Cell, ...]


@frozen
class TableChange:
    """
    A table that only one of the reports has, or that is of another edition in the other.

    Cells that both tables have are differences of their own, and so are notes beside the table.

    Args:
        path: Name of the section.
        before: What only the table as it was has; None if it was not there.
        after: What only the table as it is has; None if it is not there.
    """

    path: str
    before: TablePart | None
    after: TablePart | None

    @property
    def kind(self) -> Kind:
        """``ADDED``, ``REMOVED`` or ``EDITION``."""
        kind = _of_part(self.before, self.after)
        return Kind.EDITION if kind is Kind.CHANGED else kind

    def inverted(self) -> Self:
        """Give the difference in the other direction."""
        return attrs.evolve(self, before=self.after, after=self.before)


Change: TypeAlias = CellChange | MetadataChange | ParagraphChange | OtherSectionChange | SectionChange | TableChange
"""One difference between two reports."""


@frozen
class Effect:
    """
    What the differences do to one identity (勾稽关系) of a table that both reports have.

    Args:
        code: Code of its check, such as ``T3-ROW``.
        paths: Its cells, as a finding lists them: the formula; of a sum, the total first.
        holds: Whether it holds now, under the convention. Before, it was the other way round.
    """

    code: str
    paths: tuple[str, ...]
    holds: bool

    def inverted(self) -> Self:
        """Give the effect of the differences in the other direction."""
        return attrs.evolve(self, holds=not self.holds)
