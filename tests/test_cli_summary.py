"""``check --summary``: a row for each file, as CSV that a spreadsheet opens, and on the terminal."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report
from support.cli_calls import call, coloured, styles_of, trimmed
from support.workbooks import opened, workbook_of
from wcwidth import wcswidth

import govdisclosure as gd
from govdisclosure.cli import _outcome
from govdisclosure.cli._files import Source
from govdisclosure.cli._rows import Row, State, row_of
from govdisclosure.cli._summary import cells, print_table, write_summary
from govdisclosure.cli._texts import Words

_TOTAL = "requests.total.newly_received"
_COLUMN_HEADS = ["file", "agency", "year", "state", "errors", "warnings", "infos", "waived", "notes", "cause"]


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def four_files() -> None:
    """Write a good report, a wrong one with a waived error, a blank one with notes, and a file that is none."""
    gd.write(build_report(), "a.txt")
    wrong = build_report(year=2022, cells={_TOTAL: 13, "proactive_disclosure.rules.issued": None}, other_matters=["无"])
    gd.write(wrong, "b.txt")
    Path("c.txt").write_text("一、总体情况\n无。\n六、其他需要报告的事项\n无。\n", encoding="utf-8")
    Path("d.json").write_text("{}", encoding="utf-8")
    Path("govdisclosure.toml").write_text(
        'select = ["T", "CELL", "FEE"]\nignore = ["TABLE"]\n[[waivers]]\ncode = "T3-ROW"\nreason = "-"\n',
        encoding="utf-8",
    )


def balance() -> str:
    """Give the message of the gravest finding of the wrong report."""
    (finding,) = gd.check(gd.read("b.txt"), select="T3-BALANCE")
    return finding.message.zh


def table(path: str = "out.csv") -> list[list[str]]:
    """Read a summary as a spreadsheet does."""
    return list(csv.reader(io.StringIO(Path(path).read_bytes().decode("utf-8-sig"), newline="")))


@pytest.mark.usefixtures("four_files")
def test_a_summary_has_a_row_for_each_file() -> None:
    """State, counts by severity and by each code that occurs, the first cause; of what cannot be read, no count."""
    noted = gd.read("c.txt").notes
    notes = len(noted)
    with pytest.raises(gd.ReadError) as error:
        gd.read("d.json")

    result = call("check", "--summary", "out.csv", "a.txt", "b.txt", "c.txt", "d.json")

    assert table() == [
        [*_COLUMN_HEADS, "CELL-BLANK", "FEE-STATEMENT", "T3-BALANCE"],
        ["a.txt", "示例镇人民政府", "2021", "无问题", "0", "0", "0", "0", "0", "", "0", "0", "0"],
        ["b.txt", "示例镇人民政府", "2022", "有错误", "1", "1", "1", "1", "0", balance(), "1", "1", "1"],
        ["c.txt", "", "", "读取存疑", "0", "0", "0", "0", str(notes), noted[0].message.zh, "0", "0", "0"],
        ["d.json", "", "", "无法读取", "", "", "", "", "", error.value.message.zh, "", "", ""],
    ]
    assert (notes > 0, result.exit_code) == (True, 2)


def test_a_summary_is_what_spreadsheets_and_rfc_4180_want() -> None:
    """A byte order mark, lines that end as that says, quotation marks where there is a comma."""
    gd.write(build_report(agency=gd.Agency(name='甲,"乙"')), "a.json")

    call("check", "--summary", "out.csv", "--select", "T4", "a.json")

    assert Path("out.csv").read_bytes() == (
        b"\xef\xbb\xbf"
        + ",".join(_COLUMN_HEADS).encode()
        + '\r\na.json,"甲,""乙""",2021,无问题,0,0,0,0,0,\r\n'.encode()
    )


@pytest.mark.usefixtures("four_files")
def test_the_table_comes_after_the_findings() -> None:
    """The terminal shows both, and the line over all at the end."""
    alone = call("check", "b.txt")

    result = call("check", "--summary", "out.csv", "b.txt", columns=240)

    assert trimmed(result.stdout).startswith("b.txt  示例镇人民政府 2022年\n级别 ")
    heads, rule, whose, file, blank, total = trimmed(result.stdout).splitlines()[-6:]
    assert heads == "机关和文件      年度  状态    错误  警告  提示  豁免  首要问题"
    assert whose == f"示例镇人民政府  2022  有错误     1     1     1     1  {balance()}"
    assert (set(rule), file, blank) == ({"─"}, "b.txt", "")
    assert total == "共 1 个文件：0 个无法读取，1 个错误，1 个警告，1 条提示，0 条读取说明，1 个已豁免"
    assert result.exit_code == alone.exit_code == 1


@pytest.mark.usefixtures("four_files")
def test_a_dash_shows_the_table_alone() -> None:
    """Instead of the findings; nothing is written."""
    with pytest.raises(gd.ReadError) as error:
        gd.read("d.json")

    result = call("check", "--summary", "-", "--lang", "en", "a.txt", "b.txt", "c.txt", "d.json", columns=200)

    lines = trimmed(result.stdout).splitlines()
    heads = ["Agency", "and", "file", "Year", "State", "error", "warning", "info", "waived", "note", "First", "cause"]
    assert lines[0].split() == heads
    assert lines[2].split() == ["示例镇人民政府", "2021", "clean", "0", "0", "0", "0", "0"]
    assert lines[3].split() == ["a.txt"]
    assert lines[7].split(maxsplit=2) == ["d.json", "unreadable", error.value.message.en]
    assert lines[-1].startswith("4 files: 1 unreadable, 1 error, ")
    assert (len(lines), result.exit_code, list(Path().glob("*.csv")), Path("-").exists()) == (10, 2, [], False)


@pytest.mark.usefixtures("four_files")
def test_numbers_that_are_not_nought_have_the_colour_of_their_severity() -> None:
    """Noughts are faint, so that what there is stands out."""
    printed = coloured("check", "--summary", "-", "a.txt", "b.txt", columns=200).splitlines()

    faint, bright = printed[2], printed[4]
    assert styles_of("0", faint) == ["2"] * 4
    assert styles_of("1", bright)[:4] == ["1;31", "33", "2", ""]
    assert (styles_of("无问题", faint), styles_of("有错误", bright)) == (["32"], ["1;31"])


@pytest.mark.usefixtures("four_files")
def test_a_summary_can_be_written_beside_json() -> None:
    """Standard output holds the JSON and nothing else."""
    result = call("check", "--json", "--summary", "OUT.CSV", "a.txt", "b.txt")

    assert [outcome["file"] for outcome in json.loads(result.stdout)] == ["a.txt", "b.txt"]
    assert [row[0] for row in table("OUT.CSV")] == ["file", "a.txt", "b.txt"]


def test_json_stays_json_where_a_waiver_is_of_no_use() -> None:
    """What is said of it is on standard error, and the table nowhere."""
    gd.write(build_report(), "a.txt")
    Path("govdisclosure.toml").write_text('[[waivers]]\ncode = "T3-ROW"\nreason = "-"\n', encoding="utf-8")

    result = call("check", "--json", "--summary", "out.csv", "a.txt")

    assert [outcome["file"] for outcome in json.loads(result.stdout)] == ["a.txt"]
    assert "T3-ROW" in result.stderr


def test_standard_input_is_named_in_words() -> None:
    """A dash would be the beginning of a formula."""
    call("check", "--summary", "out.csv", "-", given=gd.render(build_report(), "text").encode())

    assert table()[1][0] == "标准输入"


def cell(agency: str) -> str:
    """Give the cell of an agency in a summary."""
    outcome = _outcome.Outcome(Source("a"), gd.Reading(gd.AnnualReport(agency=gd.Agency(name=agency))))
    write_summary([row_of(outcome, Words("en"))], "cell.csv", Words("en"))
    return table("cell.csv")[1][1]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", r"\t=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("某局=1", "某局=1"),
        ("1", "1"),
    ],
)
def test_no_name_becomes_a_formula(name: str, shown: str) -> None:
    """What a spreadsheet would compute is marked as text."""
    assert cell(name) == shown


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1).filter(lambda name: name != "-"))
def test_every_name_keeps_its_place(name: str) -> None:
    """Whatever an agency is called: one cell, no formula, no other line."""
    outcome = _outcome.Outcome(Source(name), gd.Reading(gd.AnnualReport(agency=gd.Agency(name=name))))
    write_summary([row_of(outcome, Words("en"))], "any.csv", Words("en"))

    heads, row = table("any.csv")
    assert (heads, row[2:]) == (_COLUMN_HEADS, ["", "clean", "0", "0", "0", "0", "0", ""])
    assert row[0] == row[1]
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_are_numbers() -> None:
    """Nothing but text is marked."""
    outcome = _outcome.Outcome(Source("=1"), gd.Reading(build_report()))

    (_, row) = cells([row_of(outcome, Words("zh"))], Words("zh"))
    assert row == ["=1", "示例镇人民政府", 2021, "无问题", 0, 0, 0, 0, 0, None]


@pytest.mark.skipif(sys.platform == "win32", reason="no file can have such a name")
def test_the_name_of_a_file_can_hold_anything() -> None:
    """Line ends and bytes that are no text are written out."""
    names = ["=1+1\n.txt", b"a\xff.txt".decode("utf-8", "surrogateescape")]
    for name in names:
        Path(name).write_text(gd.render(build_report(), "text"), encoding="utf-8")

    call("check", "--summary", "out.csv", *names)

    assert [row[0] for row in table()[1:]] == [r"'=1+1\n.txt", r"a\udcff.txt"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--summary", "out.xls"], "out.xls：汇总表的扩展名应为 .csv 或 .xlsx"),
        (["--summary", "out"], "out：汇总表的扩展名应为 .csv 或 .xlsx"),
        (["--summary", "./a.csv"], "./a.csv：不能写入到来源文件自身"),
        (["--summary", "-", "--json"], "--json 和 --summary - 不能同时写入标准输出"),
        (["--summary", "-", "--sarif"], "--sarif 和 --summary - 不能同时写入标准输出"),
        (["--sarif", "--json"], "--json 和 --sarif 不能同时写入标准输出"),
    ],
)
def test_a_target_that_cannot_be_meant_is_wrong_usage(options: list[str], message: str) -> None:
    """One line, before anything is checked; the source is as it was."""
    gd.write(build_report(), "a.csv", format="text")
    before = Path("a.csv").read_bytes()

    result = call("check", "a.csv", *options)

    assert (result.exit_code, result.output, Path("a.csv").read_bytes()) == (2, f"错误：{message}\n", before)


def test_a_summary_that_cannot_be_written_is_one_line() -> None:
    """Exit status 2, and the older summary stays."""
    gd.write(build_report(), "a.txt")

    result = call("check", "--summary", "no/out.csv", "a.txt")

    assert (result.exit_code, result.stderr) == (2, "错误：no/out.csv：无法写入：文件或目录不存在\n")


@pytest.mark.usefixtures("four_files")
def test_a_summary_is_a_workbook_as_well() -> None:
    """Column heads in words, which stay in sight and have a filter; numbers are numbers, what is unknown is blank."""
    noted = gd.read("c.txt").notes
    notes = len(noted)
    with pytest.raises(gd.ReadError) as error:
        gd.read("d.json")

    result = call("check", "--summary", "out.XLSX", "a.txt", "b.txt", "c.txt", "d.json")

    sheet = opened(Path("out.XLSX").read_bytes())
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [
            *("文件", "机关", "年度", "状态", "错误", "警告", "提示", "豁免", "说明", "首要问题"),
            *("CELL-BLANK", "FEE-STATEMENT", "T3-BALANCE"),
        ],
        ["a.txt", "示例镇人民政府", 2021, "无问题", 0, 0, 0, 0, 0, None, 0, 0, 0],
        ["b.txt", "示例镇人民政府", 2022, "有错误", 1, 1, 1, 1, 0, balance(), 1, 1, 1],
        ["c.txt", None, None, "读取存疑", 0, 0, 0, 0, notes, noted[0].message.zh, 0, 0, 0],
        ["d.json", None, None, "无法读取", *[None] * 5, error.value.message.zh, None, None, None],
    ]
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("汇总", "B2", "A1:M5")
    assert result.exit_code == 2


def test_what_is_said_of_the_files_is_on_a_second_sheet() -> None:
    """What was not checked and what is there twice, as on the terminal; where nothing is, there is no second sheet."""
    Path("in").mkdir()
    for name in ("in/1.json", "in/2.json"):
        gd.write(build_report(), name)
    Path("in/旧.doc").touch()

    printed = call("check", "in", "--summary", "out.xlsx", columns=1000).stdout
    call("check", "in/1.json", "--summary", "one.xlsx")
    call("check", "in", "--summary", "out.csv")

    remarks = workbook_of(Path("out.xlsx").read_bytes())["备注"]
    lines = [row[0].value for row in remarks.iter_rows()]
    assert lines == [line for line in printed.splitlines() if line.startswith(("未检查：", "机关和年度相同"))]
    assert len(lines) == 2
    assert workbook_of(Path("one.xlsx").read_bytes()).sheetnames == ["汇总"]
    assert "旧.doc" not in Path("out.csv").read_text(encoding="utf-8-sig")


def test_the_name_of_a_file_can_hold_anything_in_a_workbook() -> None:
    """Line ends and bytes that are no text are written out."""
    outcome = _outcome.Outcome(Source("a\n\udcff.txt"), gd.Reading(build_report()))

    write_summary([row_of(outcome, Words("en"))], "cell.xlsx", Words("en"))

    assert opened(Path("cell.xlsx").read_bytes())["A2"].value == r"a\n\udcff.txt"


@pytest.mark.parametrize("name", ['=HYPERLINK("x")', "+1", "-1", "@SUM(1)", " =1", "＝1", "某局=1", "1", "_x000D_"])
def test_no_name_becomes_a_formula_of_a_workbook(name: str) -> None:
    """It is text as it stands, and stays text when somebody edits it."""
    outcome = _outcome.Outcome(Source("a"), gd.Reading(gd.AnnualReport(agency=gd.Agency(name=name))))
    write_summary([row_of(outcome, Words("en"))], "cell.xlsx", Words("en"))

    written = opened(Path("cell.xlsx").read_bytes())["B2"]
    dangerous = name.strip()[0] in "=+-@＝"
    assert (written.value, written.data_type) == (name, "s")
    assert bool(written.quotePrefix) is dangerous


def test_a_workbook_links_to_the_pages() -> None:
    """From its own folder, whatever is in their names; of what has no page, nothing leads anywhere."""
    Path("in").mkdir()
    gd.write(build_report(), "in/甲 #1%.txt")
    Path("in/z.json").write_text("{}", encoding="utf-8")

    call("check", "in", "--html", "out/pages", "--summary", "lists/out.xlsx")
    call("check", "in", "--html", "out/pages", "--summary", "out/out.xlsx")

    assert not Path("lists").exists()
    sheet = opened(Path("out/out.xlsx").read_bytes())
    links = [None if row[0].hyperlink is None else row[0].hyperlink.target for row in sheet.iter_rows()]
    assert links == [None, None, "pages/%E7%94%B2%20%231%25.txt.html"]


@pytest.mark.parametrize(
    ("report", "notes", "state"),
    [
        ({}, [], State.CLEAN),
        ({"other_matters": ["无。"]}, [], State.WARNINGS),
        ({"cells": {"proactive_disclosure.rules.issued": None}}, [], State.INFOS),
        ({"cells": {"proactive_disclosure.rules.issued": None}}, [gd.Note("LABEL-ODD")], State.NOTES),
        ({"cells": {_TOTAL: 13}}, [gd.Note("LABEL-ODD")], State.ERRORS),
    ],
)
def test_the_state_is_the_gravest_of_what_there_is(report: dict[str, Any], notes: list[gd.Note], state: State) -> None:
    """Errors before warnings, these before a doubt of the reading, and infos last."""
    reading = gd.Reading(build_report(**report), notes)
    outcome = _outcome.Outcome(Source("a"), reading, gd.check(reading))

    assert row_of(outcome, Words("zh")).state is state


def test_a_waived_finding_makes_no_state_and_no_cause() -> None:
    """It is counted as waived, and that is all."""
    reading = gd.Reading(build_report(other_matters=["无。"]))
    findings = gd.check(reading, waivers=[gd.Waiver("FEE-STATEMENT", reason="-")])

    row = row_of(_outcome.Outcome(Source("a"), reading, findings), Words("zh"))

    assert (row.state, row.cause, row.waived, dict(row.codes)) == (State.CLEAN, "", 1, {})


@pytest.mark.usefixtures("four_files")
def test_only_findings_leaves_out_the_files_with_which_nothing_is_wrong() -> None:
    """On the terminal, with their findings and in the table; files hold all, and the count is of all."""
    result = call("check", "--only-findings", "--summary", "out.csv", "a.txt", "b.txt", "c.txt", "d.json")
    whole = call("check", "--summary", "-", "--only-findings", "a.txt", "d.json")

    assert "a.txt" not in result.stdout
    assert all(name in result.stdout for name in ("b.txt", "c.txt", "d.json"))
    assert "共 4 个文件：" in result.stdout
    assert [row[0] for row in table()[1:]] == ["a.txt", "b.txt", "c.txt", "d.json"]
    assert ("a.txt" in whole.stdout, "d.json" in whole.stdout) == (False, True)


@pytest.mark.parametrize("columns", [60, 70, 80, 90, 100, 120, 160])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_width_loses_a_character(columns: int, language: str) -> None:
    """Of long names, states and causes, every character is somewhere; no line is too long."""
    cause = "「自然人」列「四、结转下年度继续办理」填报零，"
    rows = [
        Row(
            "很长的目录/很长的文件名.docx",
            "示例市示例县文化广播电视和旅游局",
            2025,
            State.ERRORS,
            dict.fromkeys(gd.Severity, 1234),
            waived=1,
            notes=2,
            cause=cause,
            delivery="重复，内容不同",
            is_odd=True,
        )
    ]
    screen = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", screen)
        patch.setenv("COLUMNS", str(columns))
        print_table(rows, Words("zh" if language == "zh" else "en"))

    lines = screen.getvalue().splitlines()
    assert max(map(wcswidth, lines)) <= columns
    for text in (rows[0].agency, rows[0].file, cause, "重复，内容不同"):
        assert set(str(text)) <= set(screen.getvalue())
