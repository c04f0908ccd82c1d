"""
Reports of govnianbao: six sections, the tables as ``cells`` by rows and columns.

Sections one, five and six are ``text`` that begins with its heading; two, three and four have ``tables``, each with
``cells[row][column]``: a number, or null for a blank. Table III has rows for the groups of outcomes (（三） to （六）)
and a column for all legal persons, which the form does not have: their sums are made when a report is written, and
compared when one is read. An earlier version of the tool has other keys in table III; both are read.

Source: https://github.com/zxj6827111-blip/govnianbao, the keys of its tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.adapters._figures import Keys, keys_of, nested, read_figure, read_table, write_table
from govdisclosure.adapters._losses import Exported, Imported, Loss, Reason
from govdisclosure.adapters._report import agency_of, head_lost, tables_to_write
from govdisclosure.adapters._source import Source, below, tree_of
from govdisclosure.model.editions import EDITION_2021
from govdisclosure.model.report import HEADINGS, NARRATIVES, TABLES, AnnualReport, validate_whole
from govdisclosure.model.structure import cell_paths, values_by_path
from govdisclosure.model.values import MAX_DIGITS
from govdisclosure.vocabulary.headings import section_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govdisclosure.model.report import Agency
    from govdisclosure.model.structure import Table
    from govdisclosure.model.values import JSON

__all__ = ["read", "write"]

_T3: Final = "requests"
_APPLICATIONS: Final = "section3_applications"
_SECTIONS: Final = {f"section{number}": section for number, section in enumerate(HEADINGS, start=1)}

_NOT_PUBLIC: Final = (
    "state_secret",
    "law_forbid",
    "security_stability",
    "third_party",
    "internal",
    "process",
    "case_file",
    "inquiry",
)
_GROUPS: Final = {
    "result_not_public": _NOT_PUBLIC,
    "result_cannot_provide": ("not_held", "need_create", "unclear"),
    "result_not_processed": ("petition", "duplicate", "publications", "frequent", "confirm_again"),
    "result_other": ("overdue_no_rectify", "no_pay_fee", "other"),
}
"""The groups of outcomes, each with a row ``…_total`` of its own, which the form does not have."""
_OUTCOMES: Final = tuple(f"{group}_{row}" for group, rows in _GROUPS.items() for row in rows)
_ROWS: Final = (
    *("new_requests", "carried_over", "result_open", "result_partial"),
    *_OUTCOMES,
    *("result_total", "carry_next_year"),
)
_ALL_ROWS: Final = (
    *_ROWS[:4],
    *(f"{group}_{row}" for group, rows in _GROUPS.items() for row in ("total", *rows)),
    *_ROWS[-2:],
)
_LEGAL: Final = ("business_corp", "research_org", "social_org", "legal_service_org", "other_org")
_COLUMNS: Final = ("natural_person", *_LEGAL, "grand_total")
_ALL_LEGAL: Final = "org_total"

# An earlier version of the tool, which has the rows and columns of the form alone.
_EARLIER_ROWS: Final = (
    *("new_received", "carry_prev_year", "open_full", "open_partial"),
    *("deny_secret", "deny_law_forbid", "deny_security_stability", "deny_third_party"),
    *("deny_internal", "deny_process", "deny_case_file", "deny_enquiry"),
    *("cannot_provide_not_hold", "cannot_provide_make_new", "cannot_provide_unclear"),
    *("no_process_petition", "no_process_duplicate", "no_process_publication"),
    *("no_process_mass_requests", "no_process_confirm_or_reissue"),
    *("other_overdue_no_correction", "other_overdue_not_pay", "other_other", "total", "carry_next_year"),
)
_EARLIER_LEGAL: Final = ("business", "research_institute", "social_org", "legal_service", "other_org")
_EARLIER_COLUMNS: Final = ("natural_person", *_EARLIER_LEGAL, "total")

_DOCUMENTS: Final = ("issued_this_year", "abolished_this_year", "effective_now")
_RESULTS: Final = ("maintained", "corrected", "other", "pending", "total")


def _requests(rows: tuple[str, ...], columns: tuple[str, ...]) -> Keys:
    return keys_of(_T3, (f"{_APPLICATIONS}.cells.{row}.{column}" for column in columns for row in rows))


_KEYS: Final[dict[str, Keys]] = {
    "proactive_disclosure": keys_of(
        "proactive_disclosure",
        (
            *(
                f"section2_art20_1.cells.{row}.{cell}"
                for row in ("regulations", "normative_docs")
                for cell in _DOCUMENTS
            ),
            "section2_art20_5.cells.admin_permission.decisions",
            "section2_art20_6.cells.admin_penalty.decisions",
            "section2_art20_6.cells.admin_compulsion.decisions",
            "section2_art20_8.cells.admin_public_fee.fee_amount",
        ),
    ),
    _T3: _requests(_ROWS, _COLUMNS),
    "review_and_litigation": keys_of(
        "review_and_litigation",
        (
            f"section4_review_litigation.cells.cases.{kind}_{result}"
            for kind in ("rev", "lit_direct", "lit_after_rev")
            for result in _RESULTS
        ),
    ),
}
"""By our section, the keys of its tables, rows and columns."""
_EARLIER: Final = _requests(_EARLIER_ROWS, _EARLIER_COLUMNS)


def _subtotals() -> dict[str, tuple[str, ...]]:
    """Give what the form does not have: ``row.column``, each with the parts that it sums up."""
    sums: dict[str, tuple[str, ...]] = {}
    for row in _ROWS:
        sums[f"{row}.{_ALL_LEGAL}"] = tuple(f"{row}.{column}" for column in _LEGAL)
    for group, rows in _GROUPS.items():
        total, parts = f"{group}_total", [f"{group}_{row}" for row in rows]
        for column in _COLUMNS:
            sums[f"{total}.{column}"] = tuple(f"{part}.{column}" for part in parts)
        sums[f"{total}.{_ALL_LEGAL}"] = tuple(f"{part}.{column}" for part in parts for column in _LEGAL)
    return sums


_SUBTOTALS: Final = _subtotals()
_WHERE: Final = dict(
    zip((f"{row}.{column}" for column in _COLUMNS for row in _ROWS), cell_paths(EDITION_2021.tables[_T3]), strict=True)
)
"""By ``row.column``, the path of the cell from our table III."""


def read(
    document: str | bytes | Mapping[str, Any], *, agency: str | Agency | None = None, year: int | None = None
) -> Imported:
    """
    Read a report of govnianbao, which knows neither agency nor year.

    A line of a text is a paragraph. A table whose ``cells`` are empty is none. A row or column that nothing knows is a
    fault; a subtotal that is not the sum of its parts is among what was lost, since it says that a row has slipped.

    Args:
        document: The JSON, as text or in UTF-8, or its tree. Only text keeps every digit of an amount.
        agency: The agency, or its name.
        year: The year.

    Raises:
        StructureError: If it is no such document; with its faults, each with its place.
        TypeError: If ``document`` is neither text, bytes nor a mapping.
    """
    tree, source = tree_of(document), Source(texts=False)
    report = AnnualReport()
    for key, value in source.mapping(tree, "").items():
        if key not in _SECTIONS and not _are_headings(key, value):
            source.lose(key, value)
    for key, section in _SECTIONS.items():
        part = source.mapping(source.member(tree, key), key)
        if section in NARRATIVES:
            setattr(report, section, _read_text(source, section, part, key))
        else:
            setattr(report, section, _read_section(source, section, part, key))
    source.refuse()
    report.agency, report.year = agency_of(agency, None), year
    return Imported(report, tuple(source.lost))


def _are_headings(key: str, value: object) -> bool:
    return key == "sections_title" and isinstance(value, Mapping) and list(value.values()) == list(HEADINGS.values())


def _read_text(source: Source, section: str, part: Mapping[str, Any], path: str) -> list[str] | None:
    source.lose_others(part, {"text"}, path)
    place = below(path, "text")
    text = source.text(part.get("text"), place)
    if not text:
        return None
    first, *others = source.lines(text, place) or [""]
    if section_of(first) != section:
        return [first, *others]
    if first != HEADINGS[section]:
        source.lost.append(Loss.of(place, Reason.HEADING, first))
    return others


def _read_section(source: Source, section: str, part: Mapping[str, Any], path: str) -> Table | None:
    source.lose_others(part, {"tables"}, path)
    place = below(path, "tables")
    named = {name: {"cells": cells} for name, cells in _cells_of(source, section, part.get("tables"), place)}
    if not any(content["cells"] for content in named.values()):
        return None
    if section == _T3:
        return _read_requests(source, named[_APPLICATIONS]["cells"], place)
    return read_table(source, section, named, _KEYS[section], place)


def _cells_of(source: Source, section: str, value: object, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the tables of a section: the name of each, and its cells by rows."""
    for name, table in source.mapping(value, path).items():
        place = below(path, name)
        if name in _KEYS[section]:
            content = source.mapping(table, place)
            source.lose_others(content, {"cells"}, place)
            yield name, source.mapping(content.get("cells"), below(place, "cells"))
        else:
            source.unknown(place)


def _read_requests(source: Source, cells: Mapping[str, Any], path: str) -> Table:
    """Read table III, and hold against it what the form does not have."""
    place = f"{path}.{_APPLICATIONS}.cells"
    rows = {row: source.mapping(values, below(place, row)) for row, values in cells.items()}
    keys = _EARLIER if next(iter(rows)) in _EARLIER_ROWS[:-1] else _KEYS[_T3]
    subtotals: dict[str, Any] = {}
    ours: dict[str, Mapping[str, Any]] = {}
    for row, values in rows.items():
        of_form = {column: value for column, value in values.items() if f"{row}.{column}" not in _SUBTOTALS}
        subtotals |= {f"{row}.{column}": value for column, value in values.items() if column not in of_form}
        # A row of which nothing is left is one of subtotals.
        if of_form or not values:
            ours[row] = of_form
    table = read_table(source, _T3, {_APPLICATIONS: {"cells": ours}}, keys, path)
    figures = values_by_path(table)
    for name, value in subtotals.items():
        parts = [figures[_WHERE[part]] for part in _SUBTOTALS[name]]
        stated = read_figure(source, type(table), _WHERE[_SUBTOTALS[name][0]], value, f"{place}.{name}")
        if stated is not None and stated != _sum(parts):
            source.lost.append(Loss.of(f"{place}.{name}", Reason.SUBTOTAL, stated))
    return table


def _sum(parts: Iterable[object]) -> int | None:
    """Give the sum of counts; None where one of them is not stated, or where no cell could hold it."""
    counts = list(parts)
    numbers = [part for part in counts if isinstance(part, int)]
    is_count = len(numbers) == len(counts) and sum(numbers) < 10**MAX_DIGITS
    return sum(numbers) if is_count else None


def write(report: AnnualReport) -> Exported:
    """
    Write a report as one of govnianbao; the report is not changed.

    Raises:
        TypeError: If ``report`` is no report, has a field of its own that no format holds, or holds something else than
            text in a list.
        ValueError: If it holds text that a report must not have.
    """
    validate_whole(report)
    lost = list(head_lost(report, named=False))
    known = tables_to_write(report, lost)
    titles: dict[str, JSON] = {str(number): heading for number, heading in enumerate(HEADINGS.values(), start=1)}
    tree: dict[str, JSON] = {"sections_title": titles}
    for key, section in _SECTIONS.items():
        if section in TABLES:
            tree[key] = {"raw_text": "", "tables": _tables(section, known.get(section), lost)}
        else:
            tree[key] = {"text": _text(HEADINGS[section], getattr(report, section))}
    for index, other in enumerate(report.other_sections):
        lost.append(Loss.of(f"other_sections[{index}]", Reason.NO_PLACE, other.heading))
    return Exported(tree, tuple(lost))


def _text(heading: str, paragraphs: list[str] | None) -> str:
    return "" if paragraphs is None else "\n".join([heading, *paragraphs])


def _tables(section: str, table: Table | None, lost: list[Loss]) -> dict[str, JSON]:
    if table is None:
        return {name: {"cells": {}} for name in _KEYS[section]}
    values, of_cells = write_table(table, _KEYS[section], texts=False)
    lost += of_cells
    if table.notes:
        lost.append(Loss.of(f"{section}.notes", Reason.NO_PLACE, table.notes))
    return _with_subtotals(values) if section == _T3 else values


def _with_subtotals(values: dict[str, Any]) -> dict[str, JSON]:
    """Give table III with the rows and the column that the form does not have, in the order of the tool."""
    cells = values[_APPLICATIONS]["cells"]
    stated = {f"{row}.{column}": cells[row][column] for row in _ROWS for column in _COLUMNS}
    for name, parts in _SUBTOTALS.items():
        stated[name] = _sum(stated[part] for part in parts)
    ordered = [f"{row}.{column}" for row in _ALL_ROWS for column in (*_COLUMNS[:-1], _ALL_LEGAL, _COLUMNS[-1])]
    return {_APPLICATIONS: {"cells": nested((name, stated[name]) for name in ordered)}}
