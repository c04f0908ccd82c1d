"""Facts: rows of every cell with their lineage, in Arrow, Parquet and CSV, and the way back to the reports."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import attrs
import jsonschema
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure import batch, dataset, testing
from govdisclosure.dataset import Fact, ReportRow, State, _parquet, _target
from govdisclosure.dataset._columns import columns
from govdisclosure.dataset._csv import CSVWriter, read_rows
from govdisclosure.model.message import Message
from govdisclosure.model.notes import Note, Source
from govdisclosure.model.report import SECTIONS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

VERSION = gd.__version__
RECEIVED = "requests.total.newly_received"
FORMS = get_args(dataset.Form)


def example(year: int | None = 2024, received: int | None = 12) -> gd.AnnualReport:
    """Give a report with a number, an amount, "/" and blanks, and no section 四 and 六."""
    report = gd.AnnualReport.blank(agency="示例县教育局", year=2024)
    report.year = year
    report.published = dt.date(2025, 1, 20)
    gd.put(report, RECEIVED, received)
    gd.put(report, "proactive_disclosure.fees.amount", Decimal("12.50"))
    gd.put(report, "proactive_disclosure.rules.issued", gd.NA)
    report.review_and_litigation = report.other_matters = None
    return report


def kept(report: gd.AnnualReport) -> tuple[object, ...]:
    """Give what the tables keep of a report: all but its text."""
    null = [section for section in SECTIONS if getattr(report, section) is None]
    tables = [getattr(report, section) for section in TABLES]
    return report.agency, report.year, report.title, report.period, report.published, null, tables


def rows_of(reports: Iterable[gd.AnnualReport]) -> tuple[list[Fact], list[ReportRow]]:
    """Give the rows of both tables."""
    given = list(reports)
    return list(gd.facts(given)), list(dataset.report_rows(given))


def test_a_cell_is_a_fact_with_its_lineage() -> None:
    """A number and an amount, a blank and "/" are four things; source and digest are those of the batch."""
    content = gd.dumpb(example())
    (outcome,) = batch.examine(batch.Content("a.zip/1.json", content), is_checked=False)

    made = {fact.path: fact for fact in gd.facts(outcome)}

    number = Fact(
        report=made[RECEIVED].report,
        agency="示例县教育局",
        code=None,
        year=2024,
        table="requests",
        edition="2021",
        path=RECEIVED,
        label="总计 / 一、本年新收政府信息公开申请数量",
        value=12,
        unit="件",
        state=State.STATED,
        source="a.zip/1.json",
        digest=outcome.digest,
        published=dt.date(2025, 1, 20),
        version=VERSION,
    )
    cells = {
        path: (made[path].value, made[path].amount, made[path].amount_decimal, made[path].unit, made[path].state)
        for path in (
            "proactive_disclosure.fees.amount",
            "proactive_disclosure.rules.issued",
            "requests.natural_person.carried_over",
        )
    }
    assert made[RECEIVED] == number
    assert cells == {
        "proactive_disclosure.fees.amount": (None, "12.50", Decimal("12.50"), "万元", "stated"),
        "proactive_disclosure.rules.issued": (None, None, None, "件", "na"),
        "requests.natural_person.carried_over": (None, None, None, "件", "blank"),
    }
    assert [*made] == [cell.path for cell in gd.cells(example())]


def test_an_amount_that_brings_its_unit_keeps_it() -> None:
    """元, 万元 and none, as the cell of edition 2019 names it."""
    report = gd.AnnualReport.blank(agency="示例县教育局", year=2019)
    path = "proactive_disclosure.procurement.amount"
    units = []
    for unit in ("元", "万元", None):
        gd.put(report, path, gd.Amount(Decimal("3.0"), unit))
        units += [(fact.amount, fact.unit) for fact in gd.facts(report) if fact.path == path]

    assert units == [("3.0", "元"), ("3.0", "万元"), ("3.0", None)]


def test_a_report_is_a_row_with_what_it_lacks() -> None:
    """Null sections and paragraphs beside tables; a section that is there and empty is not null."""
    report = example()
    assert report.requests is not None
    report.requests.notes = ["说明"]

    (row,) = dataset.report_rows(report)

    assert row == ReportRow(
        report=row.report,
        agency="示例县教育局",
        kind="department",
        year=2024,
        title="示例县教育局2024年政府信息公开工作年度报告",
        period_start=dt.date(2024, 1, 1),
        period_end=dt.date(2024, 12, 31),
        published=dt.date(2025, 1, 20),
        null_sections=("review_and_litigation", "other_matters"),
        proactive_disclosure_notes=(),
        requests_notes=("说明",),
        version=VERSION,
    )


def test_a_report_of_which_nothing_is_known_has_a_row() -> None:
    """Without agency, period, tables; and no facts."""
    nothing = gd.AnnualReport()

    (row,) = dataset.report_rows(nothing)

    assert (row.agency, row.kind, row.period_start, row.null_sections) == (None, None, None, SECTIONS)
    assert list(gd.facts(nothing)) == []


def test_what_is_in_doubt_says_so() -> None:
    """The codes of the notes about the cell, or what it stands in, and the place that a note of the cell tells."""
    notes = [
        Note("LABEL-ODD", "requests"),
        Note("AMBIGUOUS", RECEIVED, Message(), "12", Source(table=2, row=5, column=3)),
        Note("YEAR-MISSING", "year"),
    ]
    reading = gd.Reading(example(), notes)

    made = {fact.path: (fact.notes, fact.place) for fact in gd.facts(reading)}
    (row,) = dataset.report_rows(reading)

    assert made[RECEIVED] == ("AMBIGUOUS LABEL-ODD", "table 2, row 5, column 3")
    assert made["requests.total.carried_over"] == ("LABEL-ODD", None)
    assert made["proactive_disclosure.rules.issued"] == (None, None)
    assert row.notes == "AMBIGUOUS LABEL-ODD YEAR-MISSING"
    assert dataset.to_arrow(reading).read_all().to_pylist() == [attrs.asdict(fact) for fact in gd.facts(reading)]


def test_a_source_that_cannot_be_read_is_a_row_without_facts() -> None:
    """So the data set itself tells what it lacks; a name with bytes that are no characters can be written."""
    outcomes = list(batch.examine([batch.Content("扫描\udce9", b"\x89PNG"), "no-such-file.json"], workers=1))

    rows = list(dataset.report_rows(outcomes))

    assert [(row.source, row.error, row.digest) for row in rows] == [
        ("扫描\\udce9", "UNSUPPORTED", outcomes[0].digest),
        ("no-such-file.json", "NO-FILE", None),
    ]
    assert list(gd.facts(outcomes)) == []
    assert len({row.report for row in rows}) == 2


def test_an_id_is_of_a_source_and_what_it_holds() -> None:
    """The same each time; another where either is another; of a report without a source, by all that it says."""
    content = gd.dumpb(example())
    given = [batch.Content("a", content), batch.Content("b", content), batch.Content("a", gd.dumpb(example(2023)))]

    ids = [row.report for row in dataset.report_rows(batch.examine(given, workers=1))]
    again = [row.report for row in dataset.report_rows(batch.examine(given, workers=1))]
    bare = [row.report for row in dataset.report_rows([example(), gd.Reading(example()), example(2023)])]

    assert ids == again
    assert len({*ids, *bare}) == 5
    assert bare[0] == bare[1]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("a.json", "reports must be reports, readings or outcomes of a batch, got str; batch.examine reads files"),
        (b"", "reports must be reports, readings or outcomes of a batch, got bytes"),
        (3, "reports must be reports, readings or outcomes of a batch, got int"),
        ([example(), "a"], r"reports\[1\] must be .* got str; batch.examine reads files"),
        ([{}], r"reports\[0\] must be .* got dict"),
    ],
)
def test_what_is_no_report_is_refused(given: Any, said: str) -> None:  # noqa: ANN401 - a wrong argument
    """What cannot be gone through at once, an element in its turn."""
    with pytest.raises(TypeError, match=said):
        list(gd.facts(given))


def test_reports_are_gone_through_as_facts_are_asked_for() -> None:
    """One at a time; Arrow some hundred."""
    taken = []

    def reports(n: int) -> Iterable[gd.AnnualReport]:
        for number in range(n):
            taken.append(number)
            yield example()

    next(gd.facts(reports(3)))
    one = len(taken)
    next(dataset.to_arrow(reports(1_000)))

    assert (one, len(taken)) == (1, 251)


def test_what_a_column_says_stands_in_its_declaration_and_its_documentation() -> None:
    """In the same words; Arrow has them as metadata of its fields."""
    for cls, reader in ((Fact, dataset.to_arrow([])), (ReportRow, dataset.reports_to_arrow([]))):
        documented = " ".join((cls.__doc__ or "").split())
        said = {column.name: column.description for column in columns(cls)}
        metadata = {field.name: (field.metadata or {})[b"description"].decode() for field in reader.schema}

        assert [name for name, words in said.items() if f"{name}: {words}" not in documented] == []
        assert metadata == said


any_reports = st.lists(testing.reports() | testing.consistent_reports(), max_size=4)


@given(any_reports)
def test_facts_and_rows_give_the_reports_back(reports: list[gd.AnnualReport]) -> None:
    """For all reports: tables of any edition, null sections, blanks; from rows, and from Arrow."""
    facts, rows = rows_of(reports)
    tables = dataset.to_arrow(reports).read_all(), dataset.reports_to_arrow(reports).read_all()

    assert [*map(kept, dataset.rebuild(facts, rows))] == [*map(kept, reports)]
    assert [*map(kept, dataset.from_arrow(*tables))] == [*map(kept, reports)]
    assert [fact | {"state": State(fact["state"])} for fact in tables[0].to_pylist()] == [*map(attrs.asdict, facts)]
    sorted_tables = (table.sort_by([("report", "descending")]) for table in tables)
    assert sorted(map(repr, map(kept, dataset.from_arrow(*sorted_tables)))) == sorted(map(repr, map(kept, reports)))


@pytest.mark.parametrize("form", FORMS)
@given(reports=any_reports)
def test_a_folder_gives_the_reports_back(
    tmp_path_factory: pytest.TempPathFactory, form: dataset.Form, reports: list[gd.AnnualReport]
) -> None:
    """For all reports; Parquet has them in the order of years."""
    folder = tmp_path_factory.mktemp("facts") / "out"

    written = dataset.write(reports, folder, format=form)
    back = list(dataset.read(folder))

    in_order = reports if form == "csv" else sorted(reports, key=lambda report: report.year or sys.maxsize)
    assert [*map(kept, back)] == [*map(kept, in_order)]
    assert written == dataset.Written(len(reports), len(list(gd.facts(reports))), 0)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_in_csv_is_never_a_formula_and_comes_back(text: str) -> None:
    """Whatever it is: blanks before a formula, the mark itself, nothing, line ends."""
    fact = attrs.evolve(next(iter(gd.facts(example()))), source=text)
    file = io.BytesIO()
    CSVWriter(Fact, file).write([fact])
    written = file.getvalue().decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(written, newline=""))

    assert not [cell for cell in row if cell.lstrip().startswith(tuple("=+-@＝＋－＠"))]
    assert list(read_rows(Fact, io.StringIO(written, newline=""))) == [fact]


def test_parquet_has_a_folder_for_each_year(tmp_path: Path) -> None:
    """Reports without a year and unread sources in one of their own; any program reads the table from its folder."""
    unread = batch.examine([batch.Content("a", b"\x89PNG")], workers=1)
    given: list[dataset.Reported] = [*unread, example(2024), example(None), example(2023)]

    dataset.write(given, tmp_path / "out")

    there = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*"))
    years = ("2023", "2024", "no-year")
    assert there == [
        "datapackage.json",
        *(f"facts/{year}/part-0.parquet" for year in years),
        *(f"reports/{year}/part-0.parquet" for year in years),
    ]
    assert set(pq.read_table(tmp_path / "out" / "facts").column("year").to_pylist()) == {2023, 2024, None}
    assert [report.year for report in dataset.read(tmp_path / "out")] == [2023, 2024, None]


def test_many_years_and_many_reports_are_written_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few files may be open, and however few reports may wait."""
    monkeypatch.setattr(_parquet, "_MOST_OPEN", 2)
    monkeypatch.setattr(_parquet, "_MOST_WAITING", 4)
    monkeypatch.setattr(_parquet, "AT_A_TIME", 2)
    reports = [example(2020 + min(number % 6, 3), number) for number in range(30)]

    dataset.write(reports, tmp_path / "out")

    assert len(list((tmp_path / "out").rglob("part-1.parquet"))) > 0
    assert [*map(kept, dataset.read(tmp_path / "out"))] == [
        kept(report) for report in sorted(reports, key=lambda report: report.year or 0)
    ]


@pytest.mark.parametrize("form", FORMS)
def test_the_descriptor_describes_both_tables(tmp_path: Path, form: dataset.Form) -> None:
    """As a tabular data package: files that are there, and their columns; licences are left to who publishes it."""
    dataset.write([example()], tmp_path / "out", format=form)

    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))

    assert (package["profile"], "licenses" in package) == ("tabular-data-package", False)
    for resource, cls in zip(package["resources"], (Fact, ReportRow), strict=True):
        names = [field["name"] for field in resource["schema"]["fields"]]
        (path,) = resource["path"]
        written = tmp_path / "out" / path
        there = pq.read_schema(written).names if form == "parquet" else _head(written)
        assert names == there == [column.name for column in columns(cls)]
    jsonschema.validate(package, _OF_PACKAGES)


def _head(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig").splitlines()[0].split(",")


# What the standard asks of a tabular data package (specs.frictionlessdata.io), as far as ours has it.
_OF_PACKAGES: dict[str, Any] = {
    "type": "object",
    "required": ["profile", "resources"],
    "properties": {
        "name": {"type": "string", "pattern": "^[-a-z0-9._/]+$"},
        "resources": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name", "path", "schema", "profile"],
                "properties": {
                    "name": {"type": "string", "pattern": "^[-a-z0-9._/]+$"},
                    "profile": {"const": "tabular-data-resource"},
                    "path": {"type": "array", "minItems": 1, "items": {"pattern": "^(?!/|.*[.][.]).+$"}},
                    "schema": {
                        "required": ["fields"],
                        "properties": {
                            "fields": {
                                "items": {
                                    "required": ["name", "type"],
                                    "properties": {"type": {"enum": ["string", "number", "integer", "date", "array"]}},
                                }
                            }
                        },
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("name", ["facts.csv", "facts.parquet"])
def test_a_file_has_the_facts_alone(tmp_path: Path, name: str) -> None:
    """As has a stream; by the suffix, or the format that is named."""
    path, file = tmp_path / name, io.BytesIO()
    form: dataset.Form = "csv" if name.endswith("csv") else "parquet"

    dataset.write(example(), path)
    dataset.write(example(), file, format=form)

    assert path.read_bytes() == file.getvalue()
    n = path.read_text(encoding="utf-8").count("\n") - 1 if form == "csv" else pq.read_table(path).num_rows
    assert n == len(list(gd.facts(example())))


def test_nothing_is_written_over_unless_that_is_asked_for(tmp_path: Path) -> None:
    """A file, a data set; a folder with anything else in it not even then, and an empty one is no loss."""
    file, folder, other, empty = (tmp_path / name for name in ("a.csv", "a", "other", "empty"))
    for target in (file, folder, empty):
        if target == empty:
            empty.mkdir()
        dataset.write(example(), target)
        with pytest.raises(FileExistsError):
            dataset.write(example(), target)
        dataset.write([example(2023)], target, overwrite=True)
    dataset.write(example(), other)
    (other / "mine.txt").write_text("", encoding="utf-8")

    with pytest.raises(gd.UsageError, match="holds something else than a data set"):
        dataset.write(example(), other, overwrite=True)

    assert [report.year for report in dataset.read(folder)] == [2023]
    assert (other / "mine.txt").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "a.csv", "empty", "other"]


_OURS = '{\n  "profile": "tabular-data-package",\n  "name": "govdisclosure-facts"'


@pytest.mark.parametrize("content", ["{", '{"resources": []}', "{}", _OURS, f"{_OURS}}}", f'{_OURS}, "resources": 3}}'])
def test_a_folder_that_is_none_of_ours_is_left_alone(tmp_path: Path, content: str) -> None:
    """Another's package, or a damaged one."""
    (tmp_path / "datapackage.json").write_text(content, encoding="utf-8")

    with pytest.raises(gd.UsageError):
        dataset.write(example(), tmp_path, overwrite=True)


@pytest.mark.parametrize("name", ["out", "out.csv", "out.parquet"])
def test_a_data_set_is_there_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    """Whatever ends it, what was there stays, and nothing else is left behind."""
    dataset.write(example(), tmp_path / name)

    with pytest.raises(TypeError):
        dataset.write([example(2023), 3], tmp_path / name, overwrite=True)  # type: ignore[list-item]

    assert [path.name for path in tmp_path.iterdir()] == [name]
    with pytest.raises(OSError, match="no-folder") as caught:
        dataset.write(example(), tmp_path / "no-folder" / name)
    assert caught.value.filename == str(tmp_path / "no-folder" / name)


def test_a_device_is_written_to_directly() -> None:
    """It is no file that could be lost."""
    assert dataset.write(example(), "/dev/null").reports == 1
    assert _target.is_device(Path("/dev/null"))


@pytest.mark.parametrize(
    ("target", "form", "said"),
    [
        ("facts.xlsx", None, "'facts.xlsx' is neither a folder nor a file that ends in .csv or .parquet"),
        ("facts.csv", "parquet", "'facts.csv' is csv, not parquet"),
        ("facts", "xlsx", "no format 'xlsx' is written; known are csv, parquet"),
    ],
)
def test_a_target_that_cannot_be_meant_is_refused(tmp_path: Path, target: str, form: Any, said: str) -> None:  # noqa: ANN401 - a wrong argument
    """Before anything is read."""
    with pytest.raises(gd.UsageError, match=said):
        dataset.write(iter(()), tmp_path / target, format=form)


def test_a_folder_can_have_a_dot_in_its_name(tmp_path: Path) -> None:
    """What follows is no suffix of a file."""
    dataset.write(example(), tmp_path / "facts.2024")

    assert [*map(kept, dataset.read(tmp_path / "facts.2024"))] == [kept(example())]


@pytest.mark.parametrize("missing", ["pyarrow", "pyarrow.parquet"])
def test_without_pyarrow_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """For Arrow and Parquet; CSV needs none."""
    for module in ("_arrow", "_parquet"):
        monkeypatch.delitem(sys.modules, f"govdisclosure.dataset.{module}", raising=False)
        monkeypatch.delattr(dataset, module, raising=False)
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(gd.MissingDependency) as caught:
        dataset.write(example(), tmp_path / "out")

    assert str(caught.value) == 'Arrow and Parquet needs an extra: pip install "govdisclosure[arrow]"'
    assert dataset.write(example(), tmp_path / "csv", format="csv").facts == 185
    assert [*map(kept, dataset.read(tmp_path / "csv"))] == [kept(example())]


def changed(index: int, **values: object) -> list[Fact]:
    """Give the facts of the example with one of them changed."""
    facts = list(gd.facts(example()))
    facts[index] = attrs.evolve(facts[index], **values)  # type: ignore[arg-type]
    return facts


AT = [cell.path for cell in gd.cells(example())].index(RECEIVED)
MONEY = [cell.path for cell in gd.cells(example())].index("proactive_disclosure.fees.amount")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (changed(AT, value=None), "value, amount, unit and state contradict each other"),
        (changed(AT, state="blank"), "value, amount, unit and state contradict each other"),
        (changed(AT, value=-1), "must not be negative"),
        (changed(MONEY, unit="元"), "value, amount, unit and state contradict each other"),
        (changed(MONEY, amount="x"), "'x' is no amount"),
        (changed(AT, edition="2030"), "requests: no edition"),
        (changed(AT, edition="2019"), "requests: no edition"),
        (changed(AT, path="requests.x"), f"{RECEIVED}: no fact"),
        ([*gd.facts(example()), *changed(AT, path="requests.x")[AT : AT + 1]], "requests.x: no cell"),
        ([fact for fact in gd.facts(example()) if fact.table != "requests"], "has facts of the tables"),
        ([*gd.facts(example(2023)), *gd.facts(example())], "has facts of the tables"),
        ([*gd.facts(example()), *gd.facts(example(2023))], "sort both by report"),
    ],
)
def test_facts_that_contradict_their_row_or_the_form_are_refused(facts: list[Fact], said: str) -> None:
    """Nothing is guessed: a figure that is not what its cell holds ends the reading."""
    rows = dataset.report_rows(example())

    with pytest.raises(gd.ReadError, match=said) as caught:
        list(dataset.rebuild(facts, rows))

    assert caught.value.code == "DATA-SET"


def test_a_row_that_is_no_report_is_refused() -> None:
    """A section that there is not, a code of no agency."""
    facts, (row,) = rows_of([example()])

    for wrong in (attrs.evolve(row, null_sections=("x",)), attrs.evolve(row, code="123")):
        with pytest.raises(gd.ReadError):
            list(dataset.rebuild(facts, [wrong]))


def test_a_report_given_twice_comes_back_twice() -> None:
    """Also beside itself, where all facts have one id."""
    given = [example(), example(), example(2023), example()]

    assert [*map(kept, dataset.rebuild(*rows_of(given)))] == [*map(kept, given)]


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("facts", b"report,agency", b"report,agent"),
        ("facts", b",12,,,", b",1_2,,,"),
        ("facts", b",12,,,", b",,,,"),
        ("facts", b"12.50,12.50", b"12.50,x"),
        ("facts", b",stated,", b",told,"),
        ("facts", b"2025-01-20", b"2025-13-20"),
        ("facts", "件".encode(), b"\xff"),
        ("facts", b"requests,2021", b'"requests,2021'),
        ("reports", b'"[""review', b'"x[""review'),
        ("reports", b'"[""review_and_litigation"", ""other_matters""]"', b"3"),
        ("reports", b"\n", b"\nx\n"),
        ("reports", b'"[""review', b"[" * 100_000 + b'"[""review'),
    ],
)
def test_a_damaged_csv_is_one_error(tmp_path: Path, table: str, old: bytes, new: bytes) -> None:
    """Wherever it is damaged, nothing else is raised."""
    dataset.write(example(), tmp_path / "out", format="csv")
    path = tmp_path / "out" / f"{table}.csv"
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))

    with pytest.raises(gd.ReadError) as caught:
        list(dataset.read(tmp_path / "out"))

    assert (caught.value.code, caught.value.format) == ("DATA-SET", "csv")


def test_a_damaged_parquet_is_one_error(tmp_path: Path) -> None:
    """A file cut short, a part without its like, or with its like under another name; other files are not read."""
    for number, damage in enumerate((_cut, _take_away, _rename, _spoil_footer)):
        folder = tmp_path / str(number)
        dataset.write(example(), folder)
        (folder / "facts" / "2024" / "mine.parquet").write_bytes(b"")
        assert len(list(dataset.read(folder))) == 1
        damage(folder / "facts" / "2024" / "part-0.parquet")

        with pytest.raises(gd.ReadError) as caught:
            list(dataset.read(folder))

        assert (caught.value.code, caught.value.format) == ("DATA-SET", "parquet")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1_000])


def _spoil_footer(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:-8] + bytes([content[-8] ^ 0xFF]) + content[-7:])


def _take_away(path: Path) -> None:
    path.unlink()


def _rename(path: Path) -> None:
    path.rename(path.with_name("part-1.parquet"))


def test_no_byte_that_is_changed_in_a_parquet_becomes_another_figure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that fails; without compression, which notices many of them."""
    monkeypatch.setattr(_parquet, "writer_of", partial(_parquet.writer_of, compression="none"))
    dataset.write(example(), tmp_path / "out")
    (path,) = (tmp_path / "out" / "facts").rglob("*.parquet")
    content, expected = path.read_bytes(), list(dataset.read(tmp_path / "out"))
    # Behind the pages stand what is told of them, which has no sum of its own.
    with pq.ParquetFile(path) as file:
        pages = len(content) - file.metadata.serialized_size
    told: list[object] = []
    for place in range(4, pages, 61):
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x01]) + content[place + 1 :])
        try:
            told += [place] if list(dataset.read(tmp_path / "out")) != expected else []
        except gd.ReadError as error:
            assert error.code == "DATA-SET"  # noqa: PT017 - one of two things that may be

    assert told == []


def test_a_file_that_is_gone_is_no_damage(tmp_path: Path) -> None:
    """What the system says of it is told as it is."""
    dataset.write(example(), tmp_path / "out", format="csv")
    reports = dataset.read(tmp_path / "out")
    (tmp_path / "out" / "facts.csv").unlink()

    with pytest.raises(FileNotFoundError):
        list(reports)


def test_what_is_no_folder_of_a_data_set_is_refused(tmp_path: Path) -> None:
    """Whether it is there or not; Arrow tables without the columns as well."""
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(gd.UsageError, match="is no folder of a data set"):
            dataset.read(path)
    with pytest.raises(gd.ReadError, match="the data set is damaged"):
        list(dataset.from_arrow(pa.table({"report": ["a"]}), dataset.reports_to_arrow([])))
