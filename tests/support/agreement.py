"""Two ways to the same: JSON read fast and strictly, sums of tables judged in short and at length; at random."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from unittest import mock

import govdisclosure as gd
from govdisclosure.arithmetic import judgement
from govdisclosure.arithmetic.clean import is_clean
from govdisclosure.checks import Figures, Judgement
from govdisclosure.errors import StructureError
from govdisclosure.json import _fast
from govdisclosure.model.editions import EDITIONS, table_class
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import cell_paths, set_cell
from support.builders import build_report
from support.json_documents import document
from support.systems import LARGE, random_table, with_blanks, with_faults

if TYPE_CHECKING:
    from random import Random

    from govdisclosure.model.structure import Table

_WRONG: Final[tuple[Any, ...]] = (
    -1,
    True,
    1.0,
    1.5,
    "1",
    "",
    "x",
    "/",
    None,
    10**18,
    -(10**18),
    [],
    {},
    [None],
    {"a": 1},
    "1e5",
    "１",
)
_KEYS: Final = ("x", "edition", "notes", "total", "new:key", "govdisclosure")
_FIRST: Final = ("0", "null", "[]", "{}", "1", '"/"', '"2021"')
"""What a key has that stands once more."""
_MOST: Final = (1, 2, 10, 1_000)


# Documents.


def mutated(rng: Random) -> str | bytes:
    """Give a document: half of them changed in one to three places in all that JSON has, half in many cells."""
    return document(rng) if rng.random() < 0.5 else _with_wrong_cells(rng)


def _with_wrong_cells(rng: Random) -> str:
    tree = gd.to_dict(build_report(year=rng.choice((2019, 2020, 2021)), title=rng.choice(("12:30", "题", None))))
    _spoil(tree, rng, rng.choice((0, 0, 0.005, 0.02, 0.2)))
    if rng.random() < 0.5:
        tree = _without_nulls(tree)
    style: dict[str, Any] = rng.choice([{"separators": (",", ":")}, {"indent": 1}, {}])
    text = json.dumps(tree, ensure_ascii=rng.random() < 0.3, **style)
    for _ in range(rng.choice((0, 0, 0, 1, 2))):
        key = f'"{rng.choice((*tree, "total", "notes", "other", "upheld", "name", "amount", "edition"))}"'
        first = f"{key}:{rng.choice(_FIRST)},"
        text = text.replace(key, first + key, 1) if rng.random() < 0.7 else text.replace(key, '"x"', 1)
    return text.replace("公", rng.choice(("\\u003a", ":", "\\\\", '\\"', "\u3000")), 1) if rng.random() < 0.3 else text


def _spoil(node: dict[str, Any], rng: Random, share: float) -> None:
    for key in list(node):
        if rng.random() < share / 4:
            node.pop(key)
        elif isinstance(node[key], dict) and rng.random() > share / 4:
            _spoil(node[key], rng, share)
        elif rng.random() < share:
            node[key] = rng.choice(_WRONG)
    if rng.random() < share / 4:
        node[rng.choice(_KEYS)] = rng.choice(_WRONG)


def _without_nulls(node: Any) -> Any:  # noqa: ANN401 - any JSON
    if not isinstance(node, dict):
        return node
    return {key: _without_nulls(item) for key, item in node.items() if item is not None}


def readers_differ(data: str | bytes, most: int) -> str | None:
    """
    Tell how the two readers differ over a document: in verdict, faults, report, or in the bytes that they write.

    Args:
        data: The document.
        most: How many faults are told of it.
    """
    fast = _read(data, most)
    with mock.patch.object(_fast, "library", return_value=None):
        strict = _read(data, most)
    return None if fast == strict else f"{fast!r} is not {strict!r}"


def _read(data: str | bytes, most: int) -> object:
    try:
        report = gd.loads(data, max_faults=most)
    except StructureError as error:
        return error.faults, [fault.zh for fault in error.faults], error.more, error.place
    return report, repr(gd.to_dict(report)), gd.dumpb(report)


def is_read_fast(data: str | bytes) -> bool:
    """Tell whether the fast reader takes a document on."""
    return _fast.loaded(data) is not None


def bound(rng: Random) -> int:
    """Draw how many faults are told."""
    return rng.choice(_MOST)


# Reports.


def random_report(rng: Random) -> gd.AnnualReport:
    """Give a report whose tables add up, or nearly, with blanks and "/" in some."""
    edition = rng.choice(list(EDITIONS))
    report = gd.AnnualReport.blank(agency="示例县统计局", year=EDITIONS[edition].first_year)
    faults, blanks = rng.choice((0, 0, 1, 2, 5)), rng.choice((0, 0, 0.02, 0.3))
    for section in TABLES:
        cls = table_class(section, edition)
        if cls in LARGE and rng.random() > 0.05:
            setattr(report, section, _random_table(rng, cls, faults, blanks))
    return report


def _random_table(rng: Random, cls: type[Table], faults: int, share: float) -> Table:
    figures = with_faults(rng, random_table(rng, cls), faults)
    table = cls.blank()
    for path, value in zip(cell_paths(cls), with_blanks(rng, figures, share), strict=True):
        set_cell(table, path, gd.NA if value == 0 and rng.random() < share / 4 else value)
    return table


def checks_differ(report: gd.AnnualReport) -> str | None:
    """Tell how the judgement in short differs from that which looks at every identity of every table."""
    short = _judged(report)
    with mock.patch.object(judgement, "is_clean", return_value=False):
        whole = _judged(report)
    return None if short == whole else f"{short!r} is not {whole!r}"


def is_judged_in_short(report: gd.AnnualReport) -> bool:
    """Tell whether every table of a report is clean."""
    return all(is_clean(getattr(report, section)) for section in TABLES)


def _judged(report: gd.AnnualReport) -> object:
    judged = Judgement(Figures.of(report))
    failed = [(each.code, each.paths, each.verdict, each.expected, each.actual) for each in judged.failed]
    return failed, dict(judged.proved), gd.check(report, select=("T3-", "T4-")).to_json()
