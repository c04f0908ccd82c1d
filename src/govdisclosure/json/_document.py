"""A report as a whole document, in and out."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Final

from govdisclosure.json import _bounds, _fast, _parse
from govdisclosure.json._faults import MAX_FAULTS, Defects, bounded, refuse_bound

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.values import JSON

MOST_AT_ONCE: Final = 4_000_000
"""Characters that a reader with a clock reads between two looks at it: less than a tenth of a second."""


_MARK: Final = "\ufeff"


def loads(data: str | bytes, *, max_faults: int = MAX_FAULTS) -> AnnualReport:
    """
    Read a report from its JSON, strictly.

    Args:
        data: The document, as text or in UTF-8.
        max_faults: How many faults the error tells; those beyond are counted.

    Raises:
        StructureError: If it is no JSON, or not that of a report; with all faults, not only the first.
        TypeError: If ``data`` is neither text nor bytes, or ``max_faults`` no whole number.
        UsageError: If ``max_faults`` is not above nought.
    """
    if not isinstance(data, (str, bytes)):
        raise TypeError(f"JSON must be str or bytes, got {type(data).__name__}")
    refuse_bound(max_faults)
    report = _fast.loaded(data)
    if report is not None:
        return report
    with bounded(max_faults):
        return _strictly(data)


def read(data: str | bytes, look: Callable[[], None]) -> AnnualReport:
    """
    Read a report from a file that holds its JSON, as ``loads`` does, by the clock of the reading.

    Args:
        data: The document, as text or in UTF-8; as any file of text, it may begin with a byte order mark.
        look: Looks at the clock.

    Raises:
        StructureError: If it is no JSON, or not that of a report.
    """
    look()
    data = data.removeprefix(_MARK) if isinstance(data, str) else data.removeprefix(codecs.BOM_UTF8)
    report = _fast.loaded(data) if len(data) <= MOST_AT_ONCE else None
    look()
    if report is not None:
        return report
    with bounded(MAX_FAULTS, look):
        return _strictly(data)


def _strictly(data: str | bytes) -> AnnualReport:
    from govdisclosure.json import _structure  # noqa: PLC0415 - cattrs is loaded on first use

    tree, defects = _fast.parsed(data), Defects()
    if tree is None:
        tree, defects = _parse.parse(data)
    return _structure.report_of_parsed(tree, defects)


def from_dict(tree: dict[str, JSON], *, max_faults: int = MAX_FAULTS) -> AnnualReport:
    """
    Read a report from the tree of its JSON, as strictly as from its text; the report shares nothing with the tree.

    Args:
        tree: What ``to_dict`` gives, or a parser of JSON.
        max_faults: How many faults the error tells; those beyond are counted.

    Raises:
        StructureError: If it is not that of a report; with all faults, not only the first.
        TypeError: If ``max_faults`` is no whole number.
        UsageError: If ``max_faults`` is not above nought.
    """
    from govdisclosure.json import _structure  # noqa: PLC0415 - cattrs is loaded on first use

    with bounded(max_faults):
        _bounds.refuse_unbounded(tree)
        return _structure.report_of(tree)


def to_dict(report: AnnualReport) -> dict[str, JSON]:
    """
    Give a report as the tree of its JSON: every key in its order, amounts and dates as text.

    The tree shares nothing with the report.

    Raises:
        TypeError: If a list that was changed in place holds something of a wrong type.
        ValueError: If it holds text that JSON would refuse.
    """
    from govdisclosure.json import _unstructure  # noqa: PLC0415 - cattrs is loaded on first use

    return _unstructure.tree(report)


def dumps(report: AnnualReport) -> str:
    """
    Write a report as canonical JSON: the same report gives the same text, without blanks or a final newline.

    Raises:
        TypeError: If a list that was changed in place holds something of a wrong type.
        ValueError: If it holds text that JSON would refuse.
    """
    return dumpb(report).decode()


def dumpb(report: AnnualReport) -> bytes:
    """
    Write a report as canonical JSON in UTF-8; see ``dumps``.

    Raises:
        TypeError: If a list that was changed in place holds something of a wrong type.
        ValueError: If it holds text that JSON would refuse.
    """
    written = _fast.written(report)
    if written is not None:
        return written
    from govdisclosure.json import _unstructure  # noqa: PLC0415 - cattrs is loaded on first use

    tree = _unstructure.tree(report)
    return json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def indented(report: AnnualReport) -> str:
    """
    Write a report as JSON for people: indented by 2, with a final newline; see ``dumps``.

    Raises:
        TypeError: If a list that was changed in place holds something of a wrong type.
        ValueError: If it holds text that JSON would refuse.
    """
    from govdisclosure.json import _unstructure  # noqa: PLC0415 - cattrs is loaded on first use

    return json.dumps(_unstructure.tree(report), ensure_ascii=False, indent=2) + "\n"
