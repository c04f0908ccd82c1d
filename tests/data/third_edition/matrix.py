"""What a third edition can do, beside the two that there are; run by ``tests/test_third_edition.py`` on its package."""

from __future__ import annotations

import itertools
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

import attrs
import cattrs
import pytest
from hypothesis import given
from support.builders import OPENING, build_report
from support.cli_calls import call
from support.grids import Markup, no_spans, padded, read_foreign, spans, written_out
from support.printers import print_report
from support.publishing import text as printers

import govdisclosure as gd
from govdisclosure import testing
from govdisclosure.checks.examples import outcomes
from govdisclosure.form.blocks import Grid
from govdisclosure.form.equations import equations
from govdisclosure.form.grids import figure_rows, form_rows
from govdisclosure.model.cells import label_of
from govdisclosure.model.editions import CURRENT, EDITIONS, edition_of, last_year, table_class
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import Shape, Table
from govdisclosure.writing.compose import compose

if TYPE_CHECKING:
    from support.publishing.text import Printer

sys.path.append(str(Path(__file__).parents[3] / "tools"))
glossary, rule_pages = (__import__(name) for name in ("glossary", "rules"))

FORMATS = ("text", "markdown", "html", "docx", "xlsx")
MARKUPS = (spans, no_spans, written_out, padded)
LAYOUTS = (
    printers.row_a_line,
    printers.row_a_line_padded,
    printers.row_a_line_between_bars,
    printers.row_a_line_written_out,
    printers.markdown,
    printers.cell_a_line,
    printers.cell_a_line_opened,
)
ODD = "行政强制（填1至12月的数）"
FORWARDED = "requests.total.outcomes.other.forwarded"
IN_FORCE = [f"proactive_disclosure.normative_documents.{cell}" for cell in ("in_force", "issued", "repealed")]


def noughts(cls: type[Table]) -> Table:
    """Give a table in which every figure is nought."""
    kinds = cls.figure_paths()
    return cls.from_rows([[Decimal(0) if path == "fees.amount" else 0 for path in row] for row in kinds])


def new_report(**cells: int | None) -> gd.AnnualReport:
    """Give a report on 2031 in which a check finds nothing; two requests, one of them forwarded."""
    report = gd.AnnualReport.blank(agency="示例镇人民政府", year=2031)
    report.preamble = ["本报告所列数据的统计期限自2031年1月1日起至2031年12月31日止。"]
    report.overview = [OPENING, "本机关依法公开政府信息。"]
    report.problems_and_improvements = ["公开不够及时，今后每周更新。"]
    report.other_matters = ["本机关本年度未收取政府信息公开信息处理费。"]
    for section, cls in EDITIONS["2031"].tables.items():
        setattr(report, section, noughts(cls))
    for column in ("natural_person", "total"):
        for path, figure in (("newly_received", 2), ("outcomes.granted", 1), ("outcomes.other.forwarded", 1)):
            gd.put(report, f"requests.{column}.{path}", figure)
        gd.put(report, f"requests.{column}.outcomes.total", 2)
    gd.put(report, "proactive_disclosure.inspections.faults", 7)
    for path, value in cells.items():
        gd.put(report, path, value)
    return report


def editions(report: gd.AnnualReport) -> list[str | None]:
    """Give the editions of the tables of a report."""
    return [getattr(report, section).edition for section in TABLES]


def test_editions_are_told_by_name_and_by_year() -> None:
    """The new one is the current one; the others are for the years before it."""
    assert list(EDITIONS) == ["2019", "2021", "2031"]
    assert EDITIONS["2021"] < EDITIONS["2031"] == CURRENT
    assert [edition_of(year) for year in (2018, 2020, 2021, 2030, 2031, 2040)] == [
        *("2019", "2019", "2021", "2021", "2031", "2031")
    ]
    assert [last_year(edition) for edition in EDITIONS.values()] == [2020, 2030, None]
    assert [cls.edition for cls in TABLES["requests"]] == ["2031", "2021", "2019"]
    assert len(TABLES["review_and_litigation"]) == 1


@pytest.mark.parametrize(("year", "edition"), [(2031, "2031"), (2030, "2021"), (2020, "2019")])
def test_a_blank_report_is_of_the_edition_of_its_year(year: int, edition: str) -> None:
    """Or of the one that is asked for."""
    for report in (
        gd.AnnualReport.blank(agency="示例镇人民政府", year=year),
        gd.AnnualReport.blank(agency="示例镇人民政府", year=2025, edition=edition),
    ):
        assert editions(report) == [edition, edition, None]


def test_the_tables_of_an_edition_name_the_table_that_is_of_another() -> None:
    """Also where that is the new one."""
    with pytest.raises(gd.UsageError, match="'proactive_disclosure' is of edition 2031, not 2021"):
        new_report().tables_2021()


def test_json_there_and_back() -> None:
    """The edition is a key of the table; a wrong one is refused with all that there are."""
    report = new_report()
    tree = json.loads(gd.dumps(report))

    assert gd.loads(gd.dumps(report)) == report
    assert (tree["requests"]["edition"], tree["proactive_disclosure"]["edition"]) == ("2031", "2031")
    tree["requests"]["edition"] = "2020"
    with pytest.raises(gd.StructureError) as caught:
        gd.loads(json.dumps(tree))
    assert str(caught.value) == 'json: requests.edition: expected "2019" or "2021" or "2031", found "2020"'


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("blank", [False, True])
def test_every_format_there_and_back(name: str, *, blank: bool) -> None:
    """Filled in or blank, what our writer wrote is read exactly."""
    report = gd.AnnualReport.blank(agency="示例镇人民政府", year=2031) if blank else new_report()
    written = gd.render(report, name)

    assert gd.parse(written, format=name) == gd.Reading(report)


@pytest.mark.parametrize("table", LAYOUTS)
@pytest.mark.parametrize("year", [2020, 2021, 2031])
def test_every_edition_is_read_from_text_that_others_publish(table: Printer, year: int) -> None:
    """Each table is read in its own edition, without a note."""
    report = new_report() if year == 2031 else build_report(year=year, published=None)

    assert gd.parse(print_report(report, table), format="text") == gd.Reading(report)


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("year", [2020, 2021, 2031])
def test_every_edition_is_read_from_grids(markup: Markup, year: int) -> None:
    """As web pages, Word and PDF files have them."""
    report = new_report() if year == 2031 else build_report(year=year, published=None)

    assert read_foreign(report, markup) == gd.Reading(report)


@pytest.mark.parametrize("table", LAYOUTS)
def test_an_odd_label_does_not_make_the_text_one_of_another_edition(table: Printer) -> None:
    """Though the new edition differs from it by just this row, a report on 2021 is one of edition 2021."""
    report = build_report(published=None)
    text = print_report(report, table).replace("行政强制", ODD)
    reading = gd.parse(text, format="text")

    assert reading.report == report
    assert [(note.code, note.paths, note.raw) for note in reading.notes] == [("LABEL-ODD", (), ODD)]


@pytest.mark.parametrize(
    ("year", "label", "damaged"),
    [
        (2021, "行政强制", "强制■■"),
        (2021, "8.属于行政查询事项", "8.■■■■■■"),
        (2031, "行政调查", "调查■■"),
        (2031, "4.已转其他行政机关", "4.■■■■■■"),
    ],
)
def test_where_labels_do_not_tell_the_year_does(year: int, label: str, damaged: str) -> None:
    """The one row that differs is damaged beyond recognition."""
    report = new_report() if year == 2031 else build_report(published=None)
    reading = gd.parse(print_report(report, printers.row_a_line).replace(label, damaged), format="text")

    assert editions(reading.report) == [str(year), str(year), None]
    assert {note.code for note in reading.notes} <= {"LABEL-ODD", "UNPLACED"}


def test_an_odd_label_tells_against_the_year() -> None:
    """It counts as the label that it is most like in any edition, here that of edition 2021 in a report on 2031."""
    report = new_report()
    report.proactive_disclosure = build_report().proactive_disclosure
    text = print_report(report, printers.row_a_line).replace("行政强制", "行政强制处理")

    assert gd.parse(text, format="text").report == report


def test_labels_tell_against_the_year() -> None:
    """Real reports mix editions: the table that is printed is read, not the one that the year asks for."""
    report = build_report(published=None, requests=new_report().requests)

    assert gd.parse(print_report(report, printers.row_a_line), format="text") == gd.Reading(report)


def test_a_check_knows_the_new_edition() -> None:
    """Nothing is wrong with a right report; what is wrong with another is found."""
    assert list(gd.check(new_report())) == []
    too_few = new_report(**dict(zip(IN_FORCE, (1, 3, 1), strict=True)))
    unequal = new_report(**{FORWARDED: 5})

    assert [(each.code, each.paths[0]) for each in gd.check(too_few, select="T2-IN-FORCE")] == [
        ("T2-IN-FORCE", IN_FORCE[0])
    ]
    assert [(each.code, each.paths[0]) for each in gd.check(unequal, select="T3")] == [
        ("T3-ROW", FORWARDED),
        ("T3-OUTCOMES", "requests.total.outcomes.total"),
    ]


def test_a_check_says_which_edition_is_for_which_years() -> None:
    """Of all editions that there are."""
    report = new_report()
    report.year = 2030

    assert [each.message.en for each in gd.check(report, select="EDITION")] == [
        f"the table of {section} is of edition 2031, but the report is on 2030; "
        "edition 2019 is for 2019 and 2020, edition 2021 for 2021 to 2030, edition 2031 for 2031 and later"
        for section in ("proactive_disclosure", "requests")
    ]


@given(report=testing.consistent_reports())
def test_consistent_reports_of_every_edition_have_no_findings(report: gd.AnnualReport) -> None:
    """Those that are drawn are of the edition of their year."""
    assert report.year is not None
    assert editions(report)[:2] == [edition_of(report.year)] * 2
    assert list(gd.check(report)) == []


@given(report=testing.reports())
def test_any_report_survives_its_text(report: gd.AnnualReport) -> None:
    """With tables of any edition."""
    report.extensions = {}

    assert gd.parse(gd.render(report, "text"), format="text").report == report
    assert gd.loads(gd.dumps(report)) == report


def test_totals_are_completed() -> None:
    """A blank total of the new edition is proved by its parts, the new row among them."""
    report = new_report(**{"requests.total.outcomes.total": None})

    assert gd.complete(report).report == new_report()


def test_a_wrong_cell_of_the_new_edition_is_found() -> None:
    """Its new row is in a sum of its column and in one of its own: a slip there is diagnosed by both."""
    report = new_report(**{FORWARDED: 9})

    (repair,) = gd.diagnose(report).ailments[0].first

    assert dict(repair.cells) == {FORWARDED: gd.get(new_report(), FORWARDED)}
    assert sorted(healed.code for healed in repair.heals) == ["T3-OUTCOMES", "T3-ROW"]


def test_cells_have_the_labels_of_the_new_edition() -> None:
    """Also by their paths; what is gone has no cell."""
    report = new_report()
    labels = {cell.path: cell.label for cell in gd.cells(report)}

    assert labels[FORWARDED] == "总计 / 三、本年度办理结果 / （六）其他处理 / 4.已转其他行政机关"
    assert labels["proactive_disclosure.inspections.faults"] == "行政调查 / 本年发现问题数量"
    assert label_of(report, FORWARDED) == labels[FORWARDED]
    with pytest.raises(gd.UsageError):
        gd.get(report, "proactive_disclosure.compulsion.decisions")


def test_rows_and_spans_follow_from_the_declarations() -> None:
    """Rows of three, two and one figures share four columns."""
    two, three = (EDITIONS["2031"].tables[section] for section in ("proactive_disclosure", "requests"))
    figures = [tuple(cell.columns for cell in row if cell.path) for row in form_rows(two)]

    assert [spans for spans in figures if spans] == [(1, 2, 1), (1, 2, 1), (4,), (4,), (2, 2), (4,)]
    assert [row.labels for row in figure_rows(two)][4] == ("行政调查",)
    assert len(figure_rows(three)) == 25
    assert {cls.shape for cls in TABLES["requests"]} == {Shape.COLUMNS}
    grids = [block for block in compose(new_report()) if isinstance(block, Grid)]
    assert [len(equations(grid)) for grid in grids] == [0, 39, 3]


def unions() -> list[Any]:
    """Give every type that a field with tables of one section can have: each subset of the editions, in each order."""
    types: list[Any] = []
    for classes in TABLES.values():
        for count in range(1, len(classes) + 1):
            for some in itertools.permutations(classes, count):
                types += [Union[some], Union[(*some, None)]]  # noqa: UP007 - the members are not known beforehand
    return types


@pytest.mark.parametrize("union", unions(), ids=str)
def test_a_field_can_hold_tables_of_any_editions(union: Any) -> None:  # noqa: ANN401 - a type
    """A user's converter structures each member of the union, None where it is one, and nothing else."""
    holder = attrs.make_class("Holder", {"table": attrs.field(type=union)})
    converter = cattrs.Converter()
    gd.register(converter)
    members = getattr(union, "__args__", (union,))

    for cls in TABLES["requests"] + TABLES["proactive_disclosure"] + TABLES["review_and_litigation"]:
        table = noughts(cls) if cls.edition != "2019" else cls.blank()
        tree = converter.unstructure(holder(table))
        if cls in members:
            assert converter.structure(tree, holder) == holder(table)
        else:
            with pytest.raises((gd.StructureError, cattrs.BaseValidationError)):
                converter.structure(tree, holder)
    if type(None) in members:
        assert converter.structure({"table": None}, holder) == holder(None)


def test_the_glossary_has_the_new_tables() -> None:
    """Under their own headings, in both languages."""
    for page in glossary.pages().values():
        assert "`ProactiveDisclosure2031`" in page
        assert "| 4.已转其他行政机关 | `outcomes.other.forwarded` | 件 |" in page


def test_rule_pages_name_the_new_edition() -> None:
    """The examples run as before, and the formula names every edition."""
    pages = {f"{path.parts[-3]}/{path.stem}": page for path, page in rule_pages.pages().items()}

    assert "2019、2020年度：2019版表格；2021至2030年度：2021版表格；2031年度起：2031版表格" in pages["zh/EDITION"]
    broken, mended = outcomes("EDITION")
    assert ([finding.code for finding in broken], list(mended)) == (["EDITION"], [])


def test_the_command_line_knows_the_new_edition(tmp_path: Path) -> None:
    """It makes a template of it, shows it, and explains."""
    target = tmp_path / "2031.txt"
    made = call("template", str(target), "--year", "2025", "--edition", "2031")
    shown = call("show", str(target))
    explained = call("explain", "EDITION")
    helped = call("template", "--help")

    assert [each.exit_code for each in (made, shown, explained, helped)] == [0, 0, 0, 0]
    assert editions(gd.read(target).report) == ["2031", "2031", None]
    assert "行政调查" in shown.output
    assert "2031年度起：2031版表格" in "".join(explained.output.split())
    assert "2021年以前为2019版，2031年以前为2021版" in "".join(helped.output.split())


def test_a_shared_class_serves_every_edition() -> None:
    """Table IV is the same in all three."""
    assert {table_class("review_and_litigation", name) for name in EDITIONS} == {gd.ReviewAndLitigation}
