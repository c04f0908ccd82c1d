"""Markdown of others in which tables are written as HTML, as programs make it of Word files and of pictures."""

from __future__ import annotations

import re
import sys

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.form.blocks import Paragraph
from govdisclosure.formats import Limits, markdown
from govdisclosure.model.notes import Source

_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_BARRED = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
_TITLE = "# 示例县统计局2025年政府信息公开工作年度报告"


def with_markup(report: gd.AnnualReport, *, in_one_line: bool = False) -> str:
    """Print a report as Markdown of others whose tables are HTML, in a line each or with its elements on their own."""
    tables = iter(_TABLE.findall(gd.render(report, "html")))
    _, _, body = gd.render(report, "markdown").split("---\n", 2)
    written = _BARRED.sub(lambda _: f"{next(tables)}\n", body)
    if not in_one_line:
        return written
    return _TABLE.sub(lambda table: "<html><body>" + table[0].replace("\n", "") + "</body></html>", written)


@pytest.mark.parametrize("in_one_line", [False, True])
@pytest.mark.parametrize("year", [2021, 2020])
def test_tables_that_are_html_are_read_as_a_page_shows_them(year: int, *, in_one_line: bool) -> None:
    """With all spans, whichever edition."""
    report = build_report(year=year, published=None)

    assert gd.parse(with_markup(report, in_one_line=in_one_line)) == gd.Reading(report)


def test_a_text_with_such_tables_is_markdown() -> None:
    """Whatever else it has: headings without marks, elements in capitals, blank lines between them, blanks before."""
    report = build_report(published=None)
    written = re.sub("^#+ ", "", with_markup(report), flags=re.MULTILINE).strip()
    written = (
        written.replace("<table", "  <TABLE border=1").replace("</table>", "</TABLE >").replace("<tr>", "\n\n<tr>")
    )

    assert gd.parse(written) == gd.Reading(report)


def test_a_figure_that_nobody_sees_so_is_noted_by_table_and_row() -> None:
    """Tables that are HTML are counted through the document, since each can stand on one line."""
    written = with_markup(build_report(published=None))
    (note,) = gd.parse(written.replace(">12</td>", ">1<sup>2</sup></td>", 1)).notes

    assert (note.code, note.paths, note.source) == (
        "CELL-UNREADABLE",
        ("requests.natural_person.newly_received",),
        Source(table=2, row=4, column=4),
    )


def test_tables_in_each_other_end_with_the_outer_one() -> None:
    """What stands behind it is Markdown again."""
    lines = ["<table><tr><td>", "<table><tr><td>甲</td></tr></table>", "乙</td></tr></table>", "# 丙"]

    assert markdown.read("\n".join(lines)) == [Paragraph("甲"), Paragraph("乙"), Paragraph("丙", source=Source(line=4))]


def test_a_table_that_does_not_end_is_none() -> None:
    """All its lines stay what they were, and the tables before it too."""
    written = with_markup(build_report(published=None))
    unended = written[::-1].replace(">elbat/<", "", 1)[::-1]

    assert {note.code for note in gd.parse(unended).notes} == {"TABLE-MISSING"}
    assert markdown.read(f"{_TITLE}\n<table>\n乙") == [
        Paragraph(text, source=Source(line=line))
        for line, text in enumerate([_TITLE.removeprefix("# "), "<table>", "乙"], 1)
    ]


def test_all_tables_together_have_no_more_cells_than_the_bound() -> None:
    """Each alone is within it."""
    table = "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>\n"

    markdown.read(table * 2, Limits(max_cells=8))
    with pytest.raises(gd.ReadError) as refused:
        markdown.read(table * 3, Limits(max_cells=8))

    assert refused.value.code == "BEYOND-LIMIT"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Markdown without such tables needs none."""
    report = build_report(published=None)
    monkeypatch.setitem(sys.modules, "lxml", None)
    for name in [name for name in sys.modules if name.startswith("govdisclosure.formats.html")]:
        monkeypatch.delitem(sys.modules, name)

    with pytest.raises(gd.MissingDependency) as refused:
        gd.parse(f"{_TITLE}\n<table></table>\n")

    assert str(refused.value) == 'HTML needs an extra: pip install "govdisclosure[html]"'
    assert gd.parse(gd.render(report, "markdown")) == gd.Reading(report)
