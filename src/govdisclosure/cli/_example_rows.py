"""The example of a rule as the rows of the form that it is about: what fails, and what is there once it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.checks.examples import played
from govdisclosure.form.figures import print_figure
from govdisclosure.model.cells import cells
from govdisclosure.model.naming import SEVERITIES, name_of
from govdisclosure.model.report import NARRATIVES, SECTIONS, TABLES
from govdisclosure.model.structure import cell_values

if TYPE_CHECKING:
    from govdisclosure.checks.examples import Played
    from govdisclosure.cli._texts import Words
    from govdisclosure.model.report import AnnualReport

_LISTED: Final = 8
"""Rows of an example that are shown; a blank table would fill pages."""
_LONGEST: Final = 80
"""Characters of a paragraph that are shown."""

_METADATA: Final = ("title", "agency", "year", "period", "published")


@frozen
class Row:
    """
    A row of an example.

    Args:
        name: Name of the cell, paragraph, section or value, as messages name it.
        before: What stands there in the report that fails.
        after: The same in the mended report.
    """

    name: str
    before: str
    after: str


@frozen
class Rows:
    """
    An example in rows.

    Args:
        rows: The rows that the findings name, and those that are mended.
        more: How many there are beyond these.
        findings: What is found, in words, each with its severity.
    """

    rows: tuple[Row, ...]
    more: int
    findings: tuple[str, ...]


def rows_of(code: str, words: Words) -> Rows:
    """
    Give the example of a rule in rows.

    Raises:
        KeyError: If the rule has no example.
    """
    example = played(code)
    named = dict.fromkeys(path for finding in example.findings for path in finding.paths)
    before, after = _leaves(example.broken, words), _leaves(example.mended, words)
    changed = [path for path in {**before, **after} if before.get(path, "") != after.get(path, "")]
    # A section that is named is shown as one, and none of its cells.
    below = tuple(f"{path}{mark}" for path in named if path in SECTIONS for mark in ".[")
    paths = [*named, *(path for path in changed if path not in named and not path.startswith(below))]
    rows = []
    for path in paths[:_LISTED]:
        broken, mended = (_shortened(_stated(report, path, words)) for report in (example.broken, example.mended))
        rows.append(Row(_name(path, example, words), broken, mended))
    said = (
        words("named", name=words.of(SEVERITIES[finding.severity]), reason=words.of(finding.message))
        for finding in example.findings
    )
    return Rows(tuple(rows), len(paths) - len(rows), tuple(said))


def _shortened(stated: str) -> str:
    return stated if len(stated) <= _LONGEST else f"{stated[:_LONGEST]}…"


def _name(path: str, example: Played, words: Words) -> str:
    """Name a place in the report that has it: a paragraph may be there only once it is mended."""
    has_it = path in _leaves(example.broken, words) or path in SECTIONS
    return name_of(example.broken if has_it else example.mended, path, words.language)


def _stated(report: AnnualReport, path: str, words: Words) -> str:
    if path not in SECTIONS:
        return _leaves(report, words).get(path, "")
    part = getattr(report, path)
    if part is None:
        return words("no-section" if path not in TABLES else "no-table")
    if isinstance(part, list):
        return " ".join(part)
    values = list(cell_values(part))
    filled = sum(value is not None for value in values)
    shown = words("filled", n=filled, cells=len(values))
    return shown if part.edition is None else words("of-edition", edition=part.edition, table=shown)


def _leaves(report: AnnualReport, words: Words) -> dict[str, str]:
    """Give what a report states, by paths, as it is printed: metadata, paragraphs, cells."""
    leaves = {path: _metadata(report, path, words) for path in _METADATA}
    for section in ("preamble", *NARRATIVES):
        leaves |= {f"{section}[{at}]": text for at, text in enumerate(getattr(report, section) or [])}
    return leaves | {cell.path: print_figure(cell.value) for cell in cells(report)}


def _metadata(report: AnnualReport, path: str, words: Words) -> str:
    value = getattr(report, path)
    if value is None:
        return ""
    if path == "period":
        return words("period", start=value.start, end=value.end)
    return str(value.name if path == "agency" else value)
