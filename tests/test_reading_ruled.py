"""Tables of Markdown whose rows have as many cells as their rule: each cell stands in its column, blank or not."""

from __future__ import annotations

from typing import Final

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.model.report import HEADINGS

PAGE: Final = print_report(build_report(), row_a_line)
DISCLOSURE: Final = """
第二十条第（一）项|||
:---:|:---:|:---:|:---:
信息内容|本年制发件数|本年废止件数|现行有效件数
规章|||
行政规范性文件|2||5
第二十条第（五）项|||
信息内容|本年处理决定数量||
行政许可|8||
第二十条第（六）项|||
信息内容|本年处理决定数量||
行政处罚|||
行政强制|4||
第二十条第（八）项|||
信息内容|本年收费金额（单位：万元）||
行政事业性收费|0.5||
""".strip()
REVIEW: Final = """
行政复议|||||行政诉讼|||||||||
---|---|---|---|---|---|---|---|---|---|---|---|---|---|---
结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉||||
|||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计
|3|||3|||||||1|||1
""".strip()
EDGES: Final = {"no edges": ("", ""), "both edges": ("|", "|"), "blanks": ("| ", " |")}


def read(section: str, table: str) -> tuple[list[tuple[str, str | None]], dict[str, str]]:
    """Read a report with a table of its own in a section: notes, and its figures there."""
    headings = list(HEADINGS.values())
    start = PAGE.index(HEADINGS[section])
    end = PAGE.index(headings[headings.index(HEADINGS[section]) + 1])
    reading = gd.parse(f"{PAGE[:start]}{HEADINGS[section]}\n\n{table}\n\n{PAGE[end:]}", format="markdown")
    figures = {cell.path: str(cell.value) for cell in gd.cells(reading.report) if cell.path.startswith(section)}
    stated = {path.partition(".")[2]: value for path, value in figures.items() if value != "None"}
    return [(note.code, note.raw) for note in reading.notes], stated


def edged(table: str, edges: tuple[str, str]) -> str:
    """Put bars at both ends of each line, or not."""
    return "\n".join(f"{edges[0]}{line}{edges[1]}" for line in table.splitlines())


@pytest.mark.parametrize("edges", EDGES.values(), ids=EDGES)
def test_blank_cells_of_table_ii_stand_in_their_columns(edges: tuple[str, str]) -> None:
    """行政规范性文件|2||5, with no blank between the bars."""
    assert read("proactive_disclosure", edged(DISCLOSURE, edges)) == (
        [],
        {
            "normative_documents.issued": "2",
            "normative_documents.in_force": "5",
            "licensing.decisions": "8",
            "compulsion.decisions": "4",
            "fees.amount": "0.5",
        },
    )


@pytest.mark.parametrize("edges", EDGES.values(), ids=EDGES)
@pytest.mark.parametrize("caption", ["", "行政复议、行政诉讼情况统计表\n\n"])
def test_blank_cells_of_table_iv_stand_in_their_columns(edges: tuple[str, str], caption: str) -> None:
    """The first cell of its row may be blank; a caption above is no line of it."""
    assert read("review_and_litigation", caption + edged(REVIEW, edges)) == (
        [],
        {
            "reconsideration.corrected": "3",
            "reconsideration.total": "3",
            "litigation.after_reconsideration.corrected": "1",
            "litigation.after_reconsideration.total": "1",
        },
    )


def test_a_row_with_another_number_of_cells_leaves_blanks_in_doubt() -> None:
    """One bar more can be that of a blank cell before its last figure."""
    changed = edged(DISCLOSURE, ("|", "|")).replace("|行政规范性文件|2||5|", "|行政规范性文件|2||5||")

    assert ("UNPLACED", "行政规范性文件 | 2 | 5") in read("proactive_disclosure", changed)[0]


def test_a_rule_with_another_number_of_cells_leaves_rows_as_their_bars_tell() -> None:
    """Each row has as many bars as cells by itself."""
    whole = edged(DISCLOSURE, ("|", "|"))
    changed = whole.replace(":---:|:---:|:---:|:---:", ":---:|:---:|:---:")

    assert read("proactive_disclosure", changed) == read("proactive_disclosure", whole)


def test_a_rule_elsewhere_is_none_of_the_table() -> None:
    """Below a row of figures, it tells no cells; the bars of the rows do."""
    rule = ":---:|:---:|:---:|:---:"
    moved = DISCLOSURE.replace(f"{rule}\n", "").replace("2||5\n", f"2||5\n{rule}\n")

    assert read("proactive_disclosure", edged(moved, ("|", "|"))) == (
        read("proactive_disclosure", edged(DISCLOSURE, ("|", "|")))
    )
