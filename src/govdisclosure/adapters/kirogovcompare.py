"""
Reports of KIROGOVCOMPARE: its parsed JSON, an object with ``sections``.

A section has a ``type``: ``text`` with its ``content``, or ``table_2``, ``table_3`` and ``table_4`` with
``activeDisclosureData``, ``tableData`` and ``reviewLitigationData``. The tables are those of edition 2021; a blank is
null or empty text, "/" is text.

Source: https://github.com/zxj6827111-blip/KIROGOVCOMPARE, the format of its parsed JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govdisclosure.adapters._figures import keys_of, read_table, write_table
from govdisclosure.adapters._losses import Exported, Imported, Loss, Reason
from govdisclosure.adapters._report import agency_of, head_lost, tables_to_write
from govdisclosure.adapters._source import Expected, Source, below, is_object, tree_of
from govdisclosure.model.report import (
    HEADINGS,
    MAX_YEAR,
    NARRATIVES,
    AnnualReport,
    OtherSection,
    agency_name,
    broken_year,
    validate_whole,
)
from govdisclosure.model.values import broken_text
from govdisclosure.vocabulary.headings import section_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govdisclosure.model.report import Agency
    from govdisclosure.model.values import JSON

__all__ = ["read", "write"]

_DOCUMENTS: Final = ("made", "repealed", "valid")
_RESULTS: Final = {
    "": ("granted", "partialGrant"),
    "denied.": (
        "stateSecret",
        "lawForbidden",
        "safetyStability",
        "thirdPartyRights",
        "internalAffairs",
        "processInfo",
        "enforcementCase",
        "adminQuery",
    ),
    "unableToProvide.": ("noInfo", "needCreation", "unclear"),
    "notProcessed.": ("complaint", "repeat", "publication", "massiveRequests", "confirmInfo"),
    "other.": ("overdueCorrection", "overdueFee", "otherReasons"),
}
_RESULT_ROWS: Final = tuple(f"{group}{row}" for group, rows in _RESULTS.items() for row in rows)
_ROWS: Final = (
    "newReceived",
    "carriedOver",
    *(f"results.{row}" for row in (*_RESULT_ROWS, "totalProcessed", "carriedForward")),
)
_LEGAL: Final = ("commercial", "research", "social", "legal", "other")
_COLUMNS: Final = ("naturalPerson", *(f"legalPerson.{kind}" for kind in _LEGAL), "total")
_CASES: Final = ("maintain", "correct", "other", "unfinished", "total")
_KINDS_OF_CASES: Final = ("review", "litigationDirect", "litigationPostReview")

_TABLES: Final = {
    "table_2": ("proactive_disclosure", "activeDisclosureData"),
    "table_3": ("requests", "tableData"),
    "table_4": ("review_and_litigation", "reviewLitigationData"),
}
"""The types of sections with a table: our section, and the key of the table."""
_KEYS: Final = {
    "proactive_disclosure": keys_of(
        "proactive_disclosure",
        (
            *(f"{row}.{cell}" for row in ("regulations", "normativeDocuments") for cell in _DOCUMENTS),
            *(f"{row}.processed" for row in ("licensing", "punishment", "coercion")),
            "fees.amount",
        ),
    ),
    "requests": keys_of("requests", (f"{column}.{row}" for column in _COLUMNS for row in _ROWS)),
    "review_and_litigation": keys_of(
        "review_and_litigation", (f"{kind}.{cell}" for kind in _KINDS_OF_CASES for cell in _CASES)
    ),
}
_HEAD: Final = {"year", "unit_name", "sections"}
_TEXT: Final = {"type", "title", "content"}


def read(
    document: str | bytes | Mapping[str, Any], *, agency: str | Agency | None = None, year: int | None = None
) -> Imported:
    """
    Read a report from the parsed JSON of KIROGOVCOMPARE.

    A line of a ``content`` is a paragraph; the content of a table's section becomes the notes of the table. Keys
    beside the tables that a report has no place for are lost; one inside a table that nothing knows is a fault.

    Args:
        document: The JSON, as text or in UTF-8, or its tree. Only text keeps every digit of an amount.
        agency: The agency, or its name; wins over what was read (``unit_name``).
        year: The year; wins over what was read.

    Raises:
        StructureError: If it is no such document; with its faults, each with its place.
        TypeError: If ``document`` is neither text, bytes nor a mapping.
    """
    tree, source = tree_of(document), Source(texts=True)
    report = AnnualReport()
    named, sections = _head(source, tree)
    for index, section in enumerate(sections):
        if is_object(section):
            _read_section(source, report, section, f"sections[{index}]")
        else:
            source.fault(f"sections[{index}]", section, Expected.OBJECT())
    source.refuse()
    report.agency = agency_of(agency, named)
    report.year = tree.get("year") if year is None else year
    return Imported(report, tuple(source.lost))


def _head(source: Source, tree: Mapping[str, Any]) -> tuple[str | None, list[Any]]:
    """Give the name of the agency and the sections, and look at everything beside them."""
    source.lose_others(source.mapping(tree, ""), _HEAD, "")
    year, name = tree.get("year"), source.text(tree.get("unit_name"), "unit_name")
    if year is not None and broken_year(year):
        source.fault("year", year, Expected.YEAR(MAX_YEAR))
    if name is not None and broken_text(name):
        source.fault("unit_name", name, Expected.TEXT())
    sections = source.member(tree, "sections")
    if isinstance(sections, list):
        return name, sections
    if "sections" in tree:
        source.fault("sections", sections, Expected.LIST())
    return name, []


def _read_section(source: Source, report: AnnualReport, section: Mapping[str, Any], path: str) -> None:
    kind = section.get("type")
    own, key = _TABLES.get(kind, ("", "")) if isinstance(kind, str) else ("", "")
    source.lose_others(section, {*_TEXT, key}, path)
    title = source.text(section.get("title"), f"{path}.title") or ""
    content = source.text(section.get("content"), f"{path}.content")
    paragraphs = source.lines(content, f"{path}.content") if content else []
    if broken_text(title):
        source.fault(f"{path}.title", title, Expected.TEXT())
    elif own and section.get(key) is not None:
        _read_table(source, report, own, section[key], below(path, key))
        getattr(report, own).notes = paragraphs
        _note_heading(source, own, title, path)
    elif own or kind == "text":
        _read_text(source, report, title or HEADINGS.get(own, ""), paragraphs, path)
    else:
        source.fault(f"{path}.type", kind, Expected.ONE_OF(("text", *_TABLES)))


def _read_table(source: Source, report: AnnualReport, section: str, value: object, path: str) -> None:
    if getattr(report, section) is not None:
        source.fault(path, value, Expected.ONCE())
    setattr(report, section, read_table(source, section, value, _KEYS[section], path))


def _read_text(source: Source, report: AnnualReport, title: str, paragraphs: list[str], path: str) -> None:
    """Keep text as the section that its title names; all else is another section."""
    section = section_of(title)
    if section in NARRATIVES and getattr(report, section) is None:
        setattr(report, section, paragraphs)
        _note_heading(source, section, title, path)
    else:
        report.other_sections.append(OtherSection(heading=title, paragraphs=paragraphs))


def _note_heading(source: Source, section: str, title: str, path: str) -> None:
    if title not in {"", HEADINGS[section]}:
        source.lost.append(Loss.of(f"{path}.title", Reason.HEADING, title))


def write(report: AnnualReport) -> Exported:
    """
    Write a report as parsed JSON of KIROGOVCOMPARE; the report is not changed.

    Raises:
        TypeError: If ``report`` is no report, has a field of its own that no format holds, or holds something else than
            text in a list.
        ValueError: If it holds text that a report must not have.
    """
    validate_whole(report)
    lost = list(head_lost(report, named=True))
    name = agency_name(report)
    sections: list[JSON] = [*_sections(report, lost), *_other_sections(report, lost)]
    tree: dict[str, JSON] = {"year": report.year, "unit_name": name, "sections": sections}
    return Exported(tree, tuple(lost))


def _sections(report: AnnualReport, lost: list[Loss]) -> Iterator[JSON]:
    """Yield the six sections, but for those that are not there."""
    known = tables_to_write(report, lost)
    types = {section: (kind, key) for kind, (section, key) in _TABLES.items()}
    for section, heading in HEADINGS.items():
        if section in known:
            table, (kind, key) = known[section], types[section]
            values, of_cells = write_table(table, _KEYS[section], texts=True)
            lost += of_cells
            notes = {"content": _content(table.notes, f"{section}.notes", lost)} if table.notes else {}
            yield {"title": heading, "type": kind, key: values, **notes}
        elif section in NARRATIVES and getattr(report, section) is not None:
            yield _text(heading, getattr(report, section), section, lost)


def _other_sections(report: AnnualReport, lost: list[Loss]) -> Iterator[JSON]:
    for index, other in enumerate(report.other_sections):
        path, own = f"other_sections[{index}]", section_of(other.heading)
        if own in NARRATIVES and getattr(report, own) is None:
            lost.append(Loss.of(path, Reason.READ_AS_SECTION, other.heading))
        else:
            yield _text(other.heading, other.paragraphs, f"{path}.paragraphs", lost)


def _text(heading: str, paragraphs: list[str], path: str, lost: list[Loss]) -> JSON:
    return {"title": heading, "type": "text", "content": _content(paragraphs, path, lost)}


def _content(paragraphs: list[str], path: str, lost: list[Loss]) -> str:
    if paragraphs == [""]:
        lost.append(Loss.of(path, Reason.EMPTY, ""))
    return "\n".join(paragraphs)
