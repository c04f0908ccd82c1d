"""The parts of a report that are compared: values of the metadata, lists of text, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from govdisclosure.differences.changes import OtherText
from govdisclosure.model.declare import Kind, declaration
from govdisclosure.model.report import NARRATIVES, TABLES, Agency, AnnualReport, OtherSection, Period

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govdisclosure.differences.changes import MetadataValue
    from govdisclosure.model.structure import Table

EXTENSIONS: Final = "extensions"
OTHER_SECTIONS: Final = "other_sections"
PREAMBLE: Final = "preamble"
_NOTES: Final = ".notes"

# Each record needs one of its values, so a record is not there if and only if none of its values is.
_RECORDS: Final[Mapping[str, type[Agency | Period]]] = {"agency": Agency, "period": Period}


def _metadata() -> tuple[str, ...]:
    paths: list[str] = []
    for attribute in attrs.fields(AnnualReport):
        record = _RECORDS.get(attribute.name)
        if record is not None:
            paths += [f"{attribute.name}.{inner.name}" for inner in attrs.fields(record)]
        elif declaration(attribute).kind is Kind.VALUE and attribute.name != OTHER_SECTIONS:
            paths.append(attribute.name)
    return tuple(paths)


METADATA: Final = _metadata()
"""The paths of the values of the metadata, in the order of the JSON; ``extensions`` are one value."""

LISTS: Final = (PREAMBLE, *NARRATIVES, *(f"{section}{_NOTES}" for section in TABLES))
"""The paths of the lists of paragraphs."""

_EXTENSIONS_FIELD: Any = attrs.fields_dict(AnnualReport)[EXTENSIONS]
extensions_key: Final[Callable[[object], object]] = _EXTENSIONS_FIELD.eq_key
"""Gives what extensions are compared by: the model says it."""


def notes_of(section: str) -> str:
    """Give the path of the notes beside the table of a section."""
    return f"{section}{_NOTES}"


def is_notes(path: str) -> bool:
    """Tell whether a list of paragraphs is the notes beside a table."""
    return path.endswith(_NOTES)


def metadata(report: AnnualReport) -> dict[str, MetadataValue]:
    """Give the values of the metadata by their paths; those of a record that is not there are None."""
    values: dict[str, MetadataValue] = {}
    for path in METADATA:
        name, _, below = path.partition(".")
        value = getattr(report, name)
        values[path] = getattr(value, below, None) if below else value
    return values


def put_metadata(report: AnnualReport, values: Mapping[str, MetadataValue]) -> None:
    """
    Set all values of the metadata.

    Raises:
        TypeError: If a record lacks the value that it needs.
        ValueError: If a value is not valid.
    """
    for path, value in values.items():
        name, _, below = path.partition(".")
        if not below:
            setattr(report, name, value)
    for name, cls in _RECORDS.items():
        inner: dict[str, Any] = {field.name: values[f"{name}.{field.name}"] for field in attrs.fields(cls)}
        setattr(report, name, None if all(value is None for value in inner.values()) else cls(**inner))


def paragraphs(report: AnnualReport, path: str) -> list[str] | None:
    """Give the paragraphs of a list by its path; a table that is not there has no notes."""
    section = path.removesuffix(_NOTES)
    part = getattr(report, section)
    if section == path:
        return cast("list[str] | None", part)
    return [] if part is None else cast("Table", part).notes


def has_list(report: AnnualReport, path: str) -> bool:
    """Tell whether a report can hold a list of paragraphs: notes stand beside a table only."""
    return not is_notes(path) or getattr(report, path.removesuffix(_NOTES)) is not None


def put_paragraphs(report: AnnualReport, path: str, texts: list[str] | None) -> None:
    """Set the paragraphs of a list by its path; of notes, the table must be there."""
    section = path.removesuffix(_NOTES)
    if section == path:
        setattr(report, section, texts)
    else:
        getattr(report, section).notes = texts


def other_sections(report: AnnualReport) -> list[OtherText]:
    """Give the sections beyond the six as values."""
    return [OtherText(section.heading, tuple(section.paragraphs)) for section in report.other_sections]


def put_other_sections(report: AnnualReport, sections: list[OtherText]) -> None:
    """Set the sections beyond the six."""
    report.other_sections = [
        OtherSection(heading=section.heading, paragraphs=list(section.paragraphs)) for section in sections
    ]
