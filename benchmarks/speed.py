"""
What a report costs beside other libraries: read from JSON, written, kept, checked, made; good documents and bad.

Run it as ``python benchmarks/speed.py [--only WORDS] [--json OUT]``. Everything is timed in one process, in turns, by
the time of the processor; what is printed is the median of the ratios of single turns, and between which values half
of them lie, beside what must be reached and what is aimed at. It ends with an error where a ratio is above what must
be.

The other libraries: pydantic, strict, in both modes of deciding unions, of which the faster counts; Structs of msgspec;
orjson. Their models are as strict as they can be made, which ``tests/test_peers.py`` proves, but for the characters of
text: to be told these costs them more than it costs us, so they count without. ``strict text`` has them with.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import process_time
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import msgspec
import orjson
from checks import naive, ordinary
from pydantic import ValidationError
from recorded import keep, versions

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.peers import PydanticModels, msgspec_report

import govdisclosure as gd
from govdisclosure.arithmetic.clean import is_clean
from govdisclosure.checks import Figures, Judgement
from govdisclosure.model.cells import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

Act: TypeAlias = Callable[[], object]

SECONDS: Final = 0.004
"""How long one act is repeated in one turn: long enough for the clock, and short, so that all share their luck."""
TURNS: Final = 61
WRONG: Final = (-1, "x", 1.5, True)


class Row(NamedTuple):
    """
    Something that is measured.

    Args:
        what: What it is.
        peer: What it is measured beside.
        ours: Does it with this library.
        theirs: Do it with the other, in ways of which the fastest counts.
        must: What the ratio must not be above; None where nobody has said.
        aim: What is aimed at.
    """

    what: str
    peer: str
    ours: Act
    theirs: tuple[Act, ...]
    must: float | None
    aim: float | None


class Measured(NamedTuple):
    """The median of the ratios of a row, between what half of them lie, and microseconds of ours and of theirs."""

    ratio: float
    low: float
    high: float
    ours: float
    theirs: float


# The documents.


def document() -> bytes:
    """Give the canonical JSON of an ordinary report, 10.9 kB, with a number in each of its 200 cells."""
    report = ordinary(1)
    assert report.overview is not None
    report.overview.append("本机关依法公开政府信息，方便群众查询，回应社会关切，持续改进服务。" * 8)
    assert all(cell.value is not None for cell in gd.cells(report))
    return gd.dumpb(report)


def changed(data: bytes, values: Iterable[Any]) -> bytes:
    """Give a document with other values in as many cells, evenly spread."""
    tree = json.loads(data)
    wanted = list(values)
    cells = [cell.path for cell in gd.cells(gd.loads(data)) if cell.kind == "count"]
    for number, value in enumerate(wanted):
        *above, key = cells[number * len(cells) // len(wanted)].split(".")
        node = tree
        for part in above:
            node = node[part]
        node[key] = value
    return compact(tree)


def compact(tree: object) -> bytes:
    """Write a tree without blanks."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


def without_nulls(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """Leave out what is null."""
    if isinstance(node, dict):
        return {key: without_nulls(item) for key, item in node.items() if item is not None}
    return node


# The acts.


class Peers:
    """The other libraries, told of the characters of text or not."""

    def __init__(self, *, strict_text: bool) -> None:
        self.models = [PydanticModels(mode, strict_text=strict_text) for mode in ("smart", "left_to_right")]
        self.struct = msgspec_report(strict_text=strict_text)
        self._decoder = msgspec.json.Decoder(self.struct)

    def pydantic(self, data: bytes) -> tuple[Act, ...]:
        """Read a document, in each mode."""
        return tuple(self._reading(models, data) for models in self.models)

    @staticmethod
    def _reading(models: PydanticModels, data: bytes) -> Act:
        read = models.report.__pydantic_validator__.validate_json
        assert read(data) is not None
        return lambda: read(data)

    def pydantic_errors(self, data: bytes) -> tuple[Act, ...]:
        """Read a bad document, and list its errors."""
        return tuple(self._failing(models, data) for models in self.models)

    @staticmethod
    def _failing(models: PydanticModels, data: bytes) -> Act:
        def act() -> object:
            try:
                return models.loads(data)
            except ValidationError as error:
                return error.errors()

        assert isinstance(act(), list)
        return act

    def pydantic_writing(self, data: bytes) -> tuple[Act, ...]:
        """Write what a document holds."""
        return tuple(self._writing(models.loads(data), data) for models in self.models)

    @staticmethod
    def _writing(report: BaseModel, data: bytes) -> Act:
        write = report.__pydantic_serializer__.to_json
        assert write(report) == data
        return lambda: write(report)

    def msgspec(self, data: bytes) -> tuple[Act, ...]:
        """Read a document into a Struct."""
        decode = self._decoder.decode
        assert msgspec.json.encode(decode(data)) == data
        return (lambda: decode(data),)


def ours(data: bytes) -> Act:
    """Read a document."""
    assert gd.dumpb(gd.loads(data))
    return lambda: gd.loads(data)


def faults(data: bytes, count: int) -> Act:
    """Read a bad document, and list its faults with their paths."""

    def act() -> object:
        try:
            return gd.loads(data)
        except gd.StructureError as error:
            return [(fault.path, fault) for fault in error.faults]

    located = act()
    assert isinstance(located, list)
    assert len(located) == count
    return act


def rows() -> Iterator[Row]:
    """Give all rows, in the order of what is asked for."""
    data = document()
    any_text, strict = Peers(strict_text=False), Peers(strict_text=True)
    yield Row("load", "pydantic", ours(data), any_text.pydantic(data), 0.65, 0.50)
    yield Row("load", "msgspec", ours(data), any_text.msgspec(data), 2.8, 2.3)
    yield Row("load", "orjson.loads", ours(data), (lambda: orjson.loads(data),), 2.8, 2.3)
    yield Row("load", "json.loads", ours(data), (lambda: json.loads(data),), None, None)
    yield Row("load", "pydantic, strict text", ours(data), strict.pydantic(data), None, None)
    yield Row("load", "msgspec, strict text", ours(data), strict.msgspec(data), None, None)
    yield from _other_documents(data, any_text)
    for count, must in ((1, 2.2), (10, 2.2), (100, 2.6)):
        bad = changed(data, [WRONG[number % len(WRONG)] for number in range(count)])
        theirs = any_text.pydantic_errors(bad)
        yield Row(f"bad document, faults: {count}", "pydantic .errors()", faults(bad, count), theirs, must, 1.5)
    report, tree = gd.loads(data), json.loads(data)
    yield Row("dump", "pydantic to_json", lambda: gd.dumpb(report), any_text.pydantic_writing(data), 0.65, 0.55)
    yield Row("dump", "orjson.dumps(dict)", lambda: gd.dumpb(report), (lambda: orjson.dumps(tree),), None, None)
    yield from _arithmetic(report, data)
    yield from _made(report, any_text)


def _other_documents(data: bytes, peers: Peers) -> Iterator[Row]:
    indented = json.dumps(json.loads(data), ensure_ascii=False, indent=2).encode()
    blank = changed(data, [None, "/", None] * 20)
    short = compact(without_nulls(json.loads(changed(data, [None] * 60))))
    yield Row("load, indented", "pydantic", ours(indented), peers.pydantic(indented), 0.70, 0.55)
    yield Row("load, 60 cells blank or /", "pydantic", ours(blank), peers.pydantic(blank), 0.65, 0.55)
    yield Row("load, nulls left out", "pydantic", ours(short), peers.pydantic(short), 1.0, 0.65)


def _arithmetic(report: gd.AnnualReport, data: bytes) -> Iterator[Row]:
    by_hand, load = (lambda: naive(report),), (ours(data),)
    yield Row("arithmetic of a clean report", "naive", lambda: holds(report), by_hand, 0.02, 0.016)
    yield Row("load + arithmetic", "load", lambda: holds(gd.loads(data)), load, 1.15, 1.05)
    yield Row("arithmetic, as rules ask for it", "naive", lambda: judged(report), by_hand, None, None)
    yield Row("load + check(select=T3, T4)", "load", lambda: checked(gd.loads(data)), load, None, None)


def holds(report: gd.AnnualReport) -> None:
    """Ask every identity of every table; where all hold, nothing else is asked."""
    for _, table in tables(report):
        assert is_clean(table)


def judged(report: gd.AnnualReport) -> None:
    """Judge the identities of all tables, with all that a rule can ask of them."""
    assert Judgement(Figures.of(report)).failed == ()


def checked(report: gd.AnnualReport) -> None:
    """Check the sums and balances."""
    assert not gd.check(report, select=("T3-", "T4-"))


def _made(report: gd.AnnualReport, peers: Peers) -> Iterator[Row]:
    blank = json.loads(gd.dumps(gd.AnnualReport.blank(agency="示例县统计局", year=2025)))
    yield Row(
        "AnnualReport.blank",
        "pydantic",
        lambda: gd.AnnualReport.blank(agency="示例县统计局", year=2025),
        tuple(_blank(models, blank) for models in peers.models),
        1.2,
        0.8,
    )
    assert report.requests is not None
    cells = {cell.path: cell.value for cell in gd.cells(report)}
    figures: list[list[Any]] = [[cells[f"requests.{path}"] for path in row] for row in gd.Requests.figure_paths()]
    assert gd.Requests.from_rows(figures) == report.requests
    tree: Any = gd.to_dict(report)["requests"]
    yield Row(
        "Requests.from_rows",
        "pydantic",
        lambda: gd.Requests.from_rows(figures),
        tuple(_from_rows(models, tree) for models in peers.models),
        1.2,
        0.8,
    )


def _blank(models: PydanticModels, tree: dict[str, Any]) -> Act:
    """Make a blank report with models of pydantic: the blank tables of their defaults, all else as ours has it."""
    report = models.report
    models_of = {name: models.of(cls) for name, cls in _TABLES.items()}
    others = {name: value for name, value in tree.items() if name not in models_of}
    others["period"] = report.model_validate_json(json.dumps({"govdisclosure": "1", "period": tree["period"]})).period  # type: ignore[attr-defined]
    editions = {name: {} if name == "review_and_litigation" else {"edition": "2021"} for name in models_of}

    def act() -> object:
        return report(**others, **{name: table(**editions[name]) for name, table in models_of.items()})

    made = act()
    assert json.loads(made.model_dump_json()) == tree  # type: ignore[attr-defined]
    return act


_TABLES: Final = {
    "proactive_disclosure": gd.ProactiveDisclosure,
    "requests": gd.Requests,
    "review_and_litigation": gd.ReviewAndLitigation,
}


def _from_rows(models: PydanticModels, tree: dict[str, Any]) -> Act:
    """Make a table III with a model of pydantic, of a tree in which each figure stands in its place already."""
    table = models.of(gd.Requests)
    assert table.model_validate(tree) is not None
    return lambda: table.model_validate(tree)


# Measuring.


def measured(row: Row) -> Measured:
    """Time a row, in turns."""
    acts = (row.ours, *row.theirs)
    times = [_times(act) for act in acts]
    turns = [[_timed(act, count) for act, count in zip(acts, times, strict=True)] for _ in range(TURNS)]
    columns = list(zip(*turns, strict=True))
    fastest = min(columns[1:], key=median)
    ratios = [own / other for own, other in zip(columns[0], fastest, strict=True)]
    low, _, high = quantiles(ratios, n=4)
    return Measured(median(ratios), low, high, 1e6 * median(columns[0]), 1e6 * median(fastest))


def _times(act: Act) -> int:
    """Tell how often to repeat something in a turn; it is done some times before, so that it has seen all."""
    for _ in range(20):
        act()
    return max(3, round(SECONDS / min(_timed(act, 10) for _ in range(5))))


def _timed(act: Act, times: int) -> float:
    """Give the seconds that something takes, without the collector, which is as likely to be theirs as ours."""
    gc.disable()
    begun = process_time()
    for _ in range(times):
        act()
    seconds = (process_time() - begun) / times
    gc.enable()
    return seconds


def memory() -> Measured:
    """Give the bytes that a report holds, ours beside a Struct of msgspec."""
    data = document()
    decode = msgspec.json.Decoder(msgspec_report(strict_text=False)).decode
    own, other = _held(lambda: gd.loads(data)), _held(lambda: decode(data))
    return Measured(own / other, own / other, own / other, own, other)


def _held(act: Act, times: int = 50) -> float:
    act()
    gc.collect()
    tracemalloc.start()
    kept = [act() for _ in range(times)]
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return held / len(kept)


def main() -> None:
    """Measure, print, and compare with what must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", metavar="WORDS", default="", help="measure the rows with these words alone")
    parser.add_argument("--json", metavar="OUT", type=Path, help="write the figures, in microseconds, to a file")
    arguments = parser.parse_args()
    print(f"a document of {len(document()):,} bytes; {', '.join(f'{name} {of}' for name, of in versions().items())}")
    print(f"{'what':30}{'×':24}{'ratio':>7}{'half of them':>16}{'must':>7}{'aim':>7}{'ours':>10}{'theirs':>10}")
    figures = []
    for row, result in _results(arguments.only):
        figures.append({"what": row.what, "peer": row.peer, "must": row.must, "aim": row.aim, **result._asdict()})
        print(_line(row, result), flush=True)
    if arguments.json is not None:
        keep(arguments.json, figures)
    above = [each for each in figures if each["must"] is not None and each["ratio"] > each["must"]]
    assert not above, above


def _results(words: str) -> Iterator[tuple[Row, Measured]]:
    nothing: Act = dict
    for row in (*rows(), Row("memory of a report", "msgspec", nothing, (nothing,), 1.2, 1.05)):
        if words in f"{row.what} × {row.peer}":
            yield row, memory() if row.ours is nothing else measured(row)


def _line(row: Row, result: Measured) -> str:
    spread = f"{result.low:.3f}–{result.high:.3f}"
    must, aim = ("" if bound is None else f"{bound:g}" for bound in (row.must, row.aim))
    return (
        f"{row.what:30}{row.peer:24}{result.ratio:7.3f}{spread:>16}{must:>7}{aim:>7}"
        f"{result.ours:10.1f}{result.theirs:10.1f}"
    )


if __name__ == "__main__":
    main()
