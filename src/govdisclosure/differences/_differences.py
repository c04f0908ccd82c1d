"""All differences between two reports, and the comparison that finds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Self, TypeVar, overload

from attrs import frozen

from govdisclosure.differences._applied import applied
from govdisclosure.differences._compared import changes, effects
from govdisclosure.differences._from_json import from_json
from govdisclosure.differences._json import effect_to_json, to_json
from govdisclosure.differences._words import text
from govdisclosure.differences.changes import (
    CellChange,
    Change,
    Effect,
    Kind,
    ListChange,
    MetadataChange,
    OtherSectionChange,
    ParagraphChange,
)
from govdisclosure.form.days import day_of
from govdisclosure.model.cells import path_key
from govdisclosure.model.notes import Reading
from govdisclosure.model.paths import is_in
from govdisclosure.model.report import AnnualReport, validate_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.message import Language
    from govdisclosure.model.values import JSON

_Change = TypeVar("_Change", bound=Change)


@frozen(repr=False)
class Differences(Sequence[Change]):
    """
    How a report differs from another one: a sequence of differences, in the order of the report's JSON.

    As text, they are said in English; see ``text``.

    Args:
        known: The differences; these are the items of the sequence.
        unknown: What differs where nobody knows whether the reports do: a note of a reading names the cell, or a
            reading has no value in its metadata, which its source may just not tell (the day of publication), or has
            as a paragraph what the other report is signed with.
        effects: Which identities (勾稽关系) of the tables that both reports have no longer hold, or hold again.
    """

    known: tuple[Change, ...] = ()
    unknown: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Change, ...]: ...
    def __getitem__(self, index: int | slice) -> Change | tuple[Change, ...]:
        """Give one difference, or some of them."""
        return self.known[index]

    def __len__(self) -> int:
        return len(self.known)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.known)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Differences: {len(self.known)}, {len(self.unknown)} not known>"

    @property
    def cells(self) -> tuple[CellChange, ...]:
        """The differences of single cells that both reports have."""
        return self._of(CellChange)

    @property
    def metadata(self) -> tuple[MetadataChange, ...]:
        """The differences of the metadata."""
        return self._of(MetadataChange)

    @property
    def paragraphs(self) -> tuple[ParagraphChange, ...]:
        """The differences of paragraphs, in sections that both reports have."""
        return self._of(ParagraphChange)

    @property
    def broken(self) -> tuple[Effect, ...]:
        """The identities that no longer hold."""
        return tuple(effect for effect in self.effects if not effect.holds)

    @property
    def healed(self) -> tuple[Effect, ...]:
        """The identities that hold again."""
        return tuple(effect for effect in self.effects if effect.holds)

    def _of(self, cls: type[_Change]) -> tuple[_Change, ...]:
        return tuple(change for change in self.known if isinstance(change, cls))

    def apply(self, report: AnnualReport | Reading) -> AnnualReport:
        """
        Make the other report of this one: ``compare(a, b).apply(a) == b``. The given report is not changed.

        What is not known is made, too: the result is as the other report was read.

        Raises:
            TypeError: If ``report`` is neither a report nor a reading.
            UsageError: If something in the report is not what these differences begin with; it names its path.
        """
        return applied((*self.known, *self.unknown), _report_of("report", report))

    def invert(self) -> Differences:
        """Give the differences in the other direction: ``compare(a, b).invert().apply(b) == a``."""
        return Differences(
            _ordered(change.inverted() for change in self.known),
            _ordered(change.inverted() for change in self.unknown),
            tuple(effect.inverted() for effect in self.effects),
        )

    def text(self, language: Language = "en") -> str:
        """Say the differences, a line each, below the name of their section; in Chinese, in the words of the form."""
        return text(self.known, self.unknown, self.effects, language)

    def to_json(self) -> dict[str, JSON]:
        """Give the differences as JSON: ``differences``, ``unknown`` and ``effects``."""
        return {
            "differences": [to_json(change) for change in self.known],
            "unknown": [to_json(change) for change in self.unknown],
            "effects": [effect_to_json(effect) for effect in self.effects],
        }

    @classmethod
    def from_json(cls, document: object) -> Self:
        """
        Give the differences that ``to_json`` gave, or ``govdisclosure compare --json`` wrote.

        Args:
            document: The parsed JSON.

        Raises:
            StructureError: If it is something else; with every place where it is.
        """
        return cls(*from_json(document))


def compare(a: AnnualReport | Reading, b: AnnualReport | Reading) -> Differences:
    """
    Compare two reports: how ``b`` differs from ``a``. Neither is changed.

    Reports of unlike editions, bodies and years are compared as well: a table of another edition is one difference,
    which lists the cells that have no place in the other table, and the cells that both have are compared. Of text, the
    paragraphs of each section are compared.

    Args:
        a: A report, or the reading of one.
        b: Another one: a corrected version, a copy in another format, that of another year.

    Raises:
        TypeError: If something is neither a report nor a reading, has a field of its own that no format holds, or a
            list that was changed in place holds something that is no text.
        ValueError: If it holds text that text must not have.
    """
    before, after = _report_of("a", a), _report_of("b", b)
    known: list[Change] = []
    unknown: list[Change] = []
    for change in _ordered(changes(before, after)):
        before_path, after_path = _paths(change)
        in_doubt = _is_in_doubt(change, change.before, before_path, a) or _is_in_doubt(
            change, change.after, after_path, b
        )
        is_signed = _is_signature(change, change.before, a, after) or _is_signature(change, change.after, b, before)
        (unknown if in_doubt or is_signed else known).append(change)
    return Differences(tuple(known), tuple(unknown), tuple(effects(before, after)))


def _paths(change: Change) -> tuple[str, str]:
    """Give where a difference is in the report as it was, and as it is."""
    if isinstance(change, ListChange):
        return change.path_before, change.path_after
    return change.path, change.path


def _is_in_doubt(change: Change, value: object, path: str, side: AnnualReport | Reading) -> bool:
    """
    Tell whether one of two readings does not know what it has where they differ.

    Args:
        change: The difference.
        value: What it has.
        path: Where.
        side: The reading, or a report that was not read.
    """
    if not isinstance(side, Reading):
        return False
    if isinstance(change, MetadataChange) and value is None:
        return True
    noted = [named for note in side.notes for named in note.paths]
    # A section beyond the six is compared as a whole, and a note can name one paragraph of it.
    is_whole = isinstance(change, OtherSectionChange) and change.kind is Kind.CHANGED
    return any(is_in(path, named) or (is_whole and is_in(named, path)) for named in noted)


def _is_signature(change: Change, value: object, side: AnnualReport | Reading, other: AnnualReport) -> bool:
    """Tell whether a reading has as a paragraph what the other report is signed with: no print tells them apart."""
    if not isinstance(change, ParagraphChange) or not isinstance(side, Reading) or not isinstance(value, str):
        return False
    # 示例县人民政府, then 2023年1月20日
    day = day_of(value.strip())
    is_name = other.agency is not None and value.strip() == other.agency.name
    return None in {change.before, change.after} and (is_name or (day is not None and day == other.published))


def _report_of(name: str, given: object) -> AnnualReport:
    report = given.report if isinstance(given, Reading) else given
    if not isinstance(report, AnnualReport):
        raise TypeError(f"{name} must be an AnnualReport or a Reading, got {type(given).__name__}")
    validate_whole(report)
    return report


def _ordered(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Put differences into the order of the JSON; those of one list stay as they follow one another in it."""
    return tuple(sorted(changes, key=lambda change: path_key(_whole(change))))


def _whole(change: Change) -> str:
    return change.section if isinstance(change, ListChange) else change.path
