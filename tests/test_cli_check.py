"""The command ``check``: what it prints, its JSON, its exit status, and which files it takes."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import openpyxl
import pytest
from rich.progress import Progress, TaskID
from support.builders import build_report
from support.cli_calls import call, coloured, styles_of, trimmed

import govdisclosure as gd
from govdisclosure.checks import check
from govdisclosure.cli import app
from govdisclosure.cli._files import Source
from govdisclosure.cli._outputs import is_own
from govdisclosure.cli._progress import tracked
from govdisclosure.model.findings import Finding, Findings, Severity
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from govdisclosure.model.values import JSON

_TOTAL = "requests.total.newly_received"


def put(path: str, report: gd.AnnualReport | None = None) -> None:
    """Write a report below the working directory, by default one in which all is right."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    gd.write(report or build_report(), path)


def reason(path: str) -> str:
    """Give the reason in Chinese why a file cannot be read."""
    with pytest.raises(gd.ReadError) as error:
        gd.read(path)
    return error.value.message.zh


def wrong_report() -> gd.AnnualReport:
    """Give a report with a finding of each severity: an error in three places, a warning, an info."""
    return build_report(cells={_TOTAL: 13, "proactive_disclosure.rules.issued": None}, other_matters=["无。"])


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", ["", "  ", "　"])
def test_a_blank_name_is_shown_as_none(name: str) -> None:
    """In the heading, in remarks on the batch, beside a roster, beside other years, and below a parent."""
    Path("units.csv").write_text("单位,上级\n示例县教育局,示例县人民政府\n", encoding="utf-8")
    commands = [
        ("甲.json", "乙.json"),
        ("甲.json", "乙.json", "--roster", "units.csv"),
        ("甲.json", "乙.json", "--previous", "last.json"),
        ("甲.json", "--children", "乙.json", "--roster", "units.csv"),
    ]
    shown = []
    for agency in (None, gd.Agency(name=name)):
        for path, year in (("甲.json", 2025), ("乙.json", 2025), ("last.json", 2024)):
            nameless = build_report(year=year)
            nameless.agency = agency
            put(path, nameless)
        results = [call("check", *command) for command in commands]
        assert [result.exit_code for result in results] == [0] * 4
        shown.append([result.output for result in results])

    assert shown[0] == shown[1]


def test_a_report_without_findings_says_so() -> None:
    """The heading names file, agency and year; the summary counts nothing."""
    put("a.txt")

    result = call("check", "a.txt")

    assert result.stdout == (
        "a.txt  示例镇人民政府 2021年\n"
        "未发现问题。\n"
        "\n"
        "共 1 个文件：0 个无法读取，0 个错误，0 个警告，0 条提示，0 条读取说明\n"
    )
    assert (result.exit_code, result.stderr) == (0, "")


_COLUMN = tuple(f"requests.{path}" for path in ("total.newly_received", "total.carried_over", "total.carried_forward"))
_FINDINGS = Findings(
    [
        Finding("agency", code="AGENCY-ODD", message=Message("机关名称有误。", "the agency is odd")),
        Finding("overview[1]", code="TEXT", message=Message("文字与表格不符。", "text and table do not agree")),
        Finding(
            _COLUMN[0],
            code="T3-ONE",
            severity=Severity.ERROR,
            message=Message(
                "「总计」列「一、本年新收政府信息公开申请数量」填报 13，应为 12，请核对。", "it is 13, not 12"
            ),
        ),
        Finding(_COLUMN[:2], code="T3-TWO", severity=Severity.ERROR, message=Message("两格", "two cells")),
        Finding((*_COLUMN, *_COLUMN), code="T3-ALL", severity="info", message=Message("六格", "six cells")),
    ]
)


@pytest.fixture
def some_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every check have the same findings, whatever the rules of the library say."""
    monkeypatch.setattr("govdisclosure.batch._work.check", lambda *_, **__: _FINDINGS)


@pytest.mark.usefixtures("some_findings")
def test_findings_are_a_table_in_chinese() -> None:
    """Severity, code and message; one or two cells that the message does not name stand below it, of more the first."""
    put("a.txt")

    result = call("check", "a.txt")

    assert trimmed(result.stdout) == ZH
    assert result.exit_code == 1


@pytest.mark.usefixtures("some_findings")
def test_findings_are_a_table_in_english() -> None:
    """The messages are English, the labels of cells those of the form; long lists are shortened."""
    put("a.txt")

    result = call("check", "--lang", "en", "a.txt")

    assert trimmed(result.stdout) == EN
    assert result.exit_code == 1


@pytest.mark.usefixtures("some_findings")
def test_the_colour_of_a_finding_tells_its_severity() -> None:
    """The word is red or yellow; only of an info, the text beside it is faint as well."""
    put("a.txt")

    printed = coloured("check", "a.txt")

    assert styles_of("错误", printed) == ["1;31", "1;31"]
    assert styles_of("警告", printed) == ["33", "33"]
    assert styles_of("提示", printed) == ["2"]
    assert styles_of("两格", printed) == styles_of("机关名称有误。", printed) == [""]
    assert styles_of("六格", printed) == ["2"]


def test_the_language_can_stand_before_the_command() -> None:
    """``--lang`` of the program holds for its commands; that of the command wins."""
    put("a.txt")

    assert "Nothing found." in call("--lang", "en", "check", "a.txt").stdout
    assert "未发现问题。" in call("--lang", "en", "check", "--lang", "zh", "a.txt").stdout


NOTED = """\
示例镇人民政府2021年政府信息公开工作年度报告
一、总体情况
无。
二、主动公开政府信息情况
规章 | 0 | 0 | x |
行政规范性文件 | 2 | 0 | 4 |
行政许可 | 8 |
行政处罚 | 2 |
行政强制 | 0 |
行政事业性收费 | 0 |
"""


def test_notes_of_the_reading_stand_apart_from_findings() -> None:
    """Notes have a table of their own, with the place in the source, and are counted apart."""
    Path("a.txt").write_text(NOTED, encoding="utf-8")
    reading = gd.read("a.txt")
    note = next(note for note in reading.notes if note.code == "CELL-UNREADABLE")
    assert note.source is not None

    result = call("check", "a.txt", "--ignore", "S,T,C,F,N,A,P,E,L,Y,G,O", columns=200)

    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert lines[0:2] == ["a.txt  示例镇人民政府 2021年", "未发现问题。"]
    assert f"CELL-UNREADABLE   第{note.source.line}行   {note.message.zh}" in lines
    assert lines[-1].endswith(f"0 条提示，{len(reading.notes)} 条读取说明")


def test_of_many_findings_alike_the_first_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """And how many there are beyond; ten are shown."""
    put("a.txt")
    cells = list(gd.cells(build_report()))
    for number, shown, more in ((10, 10, False), (12, 5, True)):
        alike = [Finding(cell.path, code="X-1", message=Message(f"第{at}处", "x")) for at, cell in enumerate(cells, 1)]
        findings = Findings(alike[:number])
        monkeypatch.setattr("govdisclosure.batch._work.check", lambda *_, findings=findings, **__: findings)

        printed = call("check", "a.txt", columns=120).stdout

        assert len(re.findall("第[0-9]+处", printed)) == shown
        assert ("另有 7 处同样的问题" in printed) is more


def test_json_is_the_pinned_list() -> None:
    """One object for each file, and nothing else on standard output."""
    put("a.txt", wrong_report())
    report = gd.read("a.txt").report
    Path("b.json").write_text("{}", encoding="utf-8")

    result = call("check", "--json", "a.txt", "b.json")

    expected: list[JSON] = [
        {
            "file": "a.txt",
            "year": 2021,
            "agency": "示例镇人民政府",
            "notes": [],
            "findings": check(report).to_json(),
            "error": None,
        },
        {"file": "b.json", "year": None, "agency": None, "notes": [], "findings": [], "error": reason("b.json")},
    ]
    assert json.loads(result.stdout) == expected
    assert list(json.loads(result.stdout)[0]) == ["file", "year", "agency", "notes", "findings", "error"]
    assert (result.exit_code, result.stderr) == (2, "")


def test_json_of_a_report_without_an_agency_and_of_notes() -> None:
    """An unknown agency is null; notes have their pinned shape."""
    Path("a.txt").write_text(NOTED.partition("\n")[2], encoding="utf-8")

    (outcome,) = json.loads(call("check", "--json", "a.txt").stdout)

    assert (outcome["agency"], outcome["year"], outcome["error"]) == (None, None, None)
    assert outcome["notes"] == [note.to_json() for note in gd.read("a.txt").notes]


def test_unknown_agency_and_year_are_said() -> None:
    """The heading of a report that names neither says so."""
    put("a.json", gd.AnnualReport())

    result = call("check", "a.json")

    assert result.stdout.splitlines()[0] == "a.json  机关不详 年度不详"


@pytest.mark.parametrize(
    ("options", "status"),
    [([], 1), (["--ignore", "T3"], 0), (["--ignore", "T3", "--strict"], 1), (["--select", "CELL", "--strict"], 0)],
)
def test_status_is_the_worst_finding(options: list[str], status: int) -> None:
    """Errors are worth 1; warnings only with ``--strict``; infos never."""
    put("a.txt", wrong_report())

    assert call("check", "a.txt", *options).exit_code == status


@pytest.mark.parametrize(("names", "status"), [(["a.txt"], 0), (["a.txt", "no.txt"], 2)])
def test_errors_can_be_let_be(names: list[str], status: int) -> None:
    """``--exit-zero`` gives 0 in place of 1; a file that cannot be read is worth 2 all the same."""
    put("a.txt", wrong_report())

    assert call("check", *names, "--exit-zero").exit_code == status
    assert call("check", *names, "--exit-zero", "--strict").exit_code == status


def test_strict_lets_notes_count() -> None:
    """A reading with notes is worth 1 with ``--strict``, without a finding, too."""
    Path("a.txt").write_text(NOTED, encoding="utf-8")

    assert call("check", "a.txt", "--select", "T4").exit_code == 0
    assert call("check", "a.txt", "--select", "T4", "--strict").exit_code == 1


def test_select_and_ignore_take_commas_repetition_and_either_case() -> None:
    """Prefixes are given as it is handy; of two that match, the longer decides."""
    put("a.txt", wrong_report())

    (outcome,) = json.loads(
        call("check", "--json", "--select", "t3, fee,", "--select", "CELL-BLANK", "--ignore", "T3-B", "a.txt").stdout
    )

    assert [finding["code"] for finding in outcome["findings"]] == ["CELL-BLANK", "T3-ROW", "FEE-STATEMENT"]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_wrong_usage(option: str) -> None:
    """Nothing is checked, and the nearest codes are named."""
    result = call("check", option, "T3-RWO", "a.txt")

    assert result.stderr == "错误：没有代码 T3-RWO；相近的有 T3-ROW、T3-OUTCOMES、T2-RULES\n"
    assert (result.exit_code, result.stdout) == (2, "")


def test_no_file_is_wrong_usage() -> None:
    """``check`` needs something to check."""
    assert call("check").exit_code == 2


def test_unreadable_files_do_not_keep_others_from_being_checked() -> None:
    """A missing, an empty and a binary file are errors of their own; what was looked for is said."""
    put("good.txt")
    Path("empty.txt").touch()
    Path("picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")

    result = call("check", "missing.txt", "empty.txt", "picture.png", "good.txt", "no*.txt", columns=120)

    assert result.stdout == (
        "missing.txt\n无法读取：文件不存在\n\n"
        f"empty.txt\n无法读取：{reason('empty.txt')}\n\n"
        f"picture.png\n无法读取：{reason('picture.png')}\n\n"
        "good.txt  示例镇人民政府 2021年\n未发现问题。\n\n"
        "no*.txt\n没有匹配的文件\n\n"
        "共 4 个文件：3 个无法读取，0 个错误，0 个警告，0 条提示，0 条读取说明\n"
    )
    assert result.exit_code == 2


def files(*arguments: str) -> list[str]:
    """Give the files that a call takes."""
    return [outcome["file"] for outcome in json.loads(call("check", "--json", *arguments).stdout)]


def test_directories_are_walked() -> None:
    """Files with the suffix of a format, sorted, each directory before those in it; hidden ones are left out."""
    for path in ("d/b.txt", "d/a.json", "d/sub/c.txt", "d/.hidden.txt", "d/.git/x.txt", "d/B.TXT"):
        put(path)
    Path("d/picture.png").touch()

    assert files("d") == [os.path.join("d", *name.split("/")) for name in ("B.TXT", "a.json", "b.txt", "sub/c.txt")]  # noqa: PTH118


def test_files_of_a_folder_that_are_left_out_are_named() -> None:
    """Those that may be reports, with the reason, each kind in a line; beside JSON on standard error."""
    put("d/a.txt")
    for name in ("b.doc", "~$b.doc", "~$a.docx", "c.odt", "1.JPG", "2.jpg", "3.jpg", "4.jpg", "e.py", ".f.doc"):
        Path("d", name).touch()

    shown, as_json = call("check", "--lang", "en", "d"), call("check", "--json", "--lang", "en", "d")

    pictures = "; ".join(os.path.join("d", name) for name in ("1.JPG", "2.jpg", "3.jpg"))  # noqa: PTH118
    old = "an old Word, WPS or Excel file (.doc, .wps, .xls) cannot be read; save it as .docx or .xlsx first"
    said = [
        (
            f"left out: {pictures}; 4 files in all: figures in a picture are not read; "
            "take the text, or recognise (OCR) and check it, and save it as .docx"
        ),
        f"left out: {Path('d', 'b.doc')}: {old}",
        f"left out: {Path('d', 'c.odt')}: a text document of this kind is not read; save it as .docx",
    ]
    assert (shown.exit_code, as_json.exit_code) == (0, 0)
    assert shown.stdout.splitlines()[3:6] == said
    assert as_json.stderr.splitlines() == said
    assert files("d") == [str(Path("d", "a.txt"))]


KINDS = [
    *("a.doc", "a.wps", "a.xls", "a.et", "a.odt", "a.ofd", "a.rtf", "a.xlsm", "a.docm", "a.zip", "a.RAR", "a.ods"),
    *("a.mht", "a.pages", "a.ceb", "a.png"),
]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_that_may_be_a_report_says_what_to_do(name: str) -> None:
    """In both languages; the exit status is that of the reports."""
    put("d/b.txt")
    Path("d", name).touch()

    for language, begin in (("zh", "未检查："), ("en", "left out: ")):
        result = call("check", "--lang", language, "d", columns=300)

        said = result.stdout.splitlines()[3]
        assert said.startswith(f"{begin}{Path('d', name)}")
        assert any(way in said for way in ("另存为", "解压", "改用", "save it", "unpack", "take the"))
        assert result.exit_code == 0


def output(*arguments: str) -> None:
    """Let a check write its output into the folder that it reads."""
    call("check", "d", "--html", "d/pages", "--summary", "d/summary.xlsx", *arguments)


def test_what_a_check_wrote_into_its_folder_is_never_read() -> None:
    """On the second run neither, by whatever name; it is told by its content."""
    put("d/a.txt", wrong_report())
    put("d/b.html")
    for _ in range(2):
        output()
    Path("d/pages/a.txt.html").rename("d/示例局.html")
    Path("d/summary.xlsx").rename("d/名册.xlsx")
    Path("d/all.json").write_text(call("check", "--json", "d/a.txt").stdout, encoding="utf-8")

    assert files("d") == [str(Path("d", name)) for name in ("a.txt", "b.html")]
    assert files("d/*") == [str(Path("d", name)) for name in ("a.txt", "b.html")]
    assert files(*map(str, sorted(Path("d").iterdir()))) == [str(Path("d", name)) for name in ("a.txt", "b.html")]
    said = next(line for line in call("check", "--lang", "en", "d", columns=300).stdout.splitlines() if "left" in line)
    assert said.endswith("5 files in all: pages and summaries that check wrote are no reports")


def test_what_a_check_wrote_is_read_where_it_is_all_that_is_named() -> None:
    """A page with findings holds the whole report."""
    put("d/a.txt", wrong_report())
    output()

    assert files("d/pages/a.txt.html") == ["d/pages/a.txt.html"]


def test_a_page_or_workbook_of_somebody_else_is_read() -> None:
    """And what cannot be opened as what it is called is no output of ours."""
    for name in ("d/a.html", "d/b.xlsx", "d/c.json"):
        put(name)
    Path("d/d.xlsx").write_bytes(b"PK")
    Path("d/e.json").write_text("[]", encoding="utf-8")
    openpyxl.Workbook().save("d/f.xlsx")

    names = ("a.html", "b.xlsx", "c.json", "d.xlsx", "e.json", "f.xlsx")
    assert files("d") == [str(Path("d", name)) for name in names]


@pytest.mark.programs
def test_the_file_that_the_output_goes_into_is_not_read() -> None:
    """``check d > d/result.txt`` does not read what it is writing."""
    put("d/a.txt")
    with Path("d/result.txt").open("wb") as out:
        subprocess.run([sys.executable, "-m", "govdisclosure", "check", "d", "--json"], stdout=out, check=True)

    assert [outcome["file"] for outcome in json.loads(Path("d/result.txt").read_text())] == [str(Path("d", "a.txt"))]


def test_files_that_an_office_keeps_are_left_alone_by_whatever_name_they_come() -> None:
    """A shell that expands ``d/*`` names them one by one."""
    put("d/a.txt")
    Path("d/~$a.txt").touch()

    assert files("d/a.txt", "d/~$a.txt") == ["d/a.txt"]


def test_files_that_an_office_keeps_are_all_that_is_named() -> None:
    """Then no file matches."""
    Path("d").mkdir()
    for name in ("~$a.txt", "~$b.txt"):
        Path("d", name).touch()

    (outcome,) = json.loads(call("check", "--json", "d/~$a.txt", "d/~$b.txt").stdout)

    assert (outcome["file"], outcome["error"]) == ("d/~$a.txt", "没有匹配的文件")


def test_an_output_that_is_no_file_is_no_report_of_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a program that has caught the output, nothing is known; a file that it goes into is known by itself."""
    put("d/a.txt")
    put("d/b.txt")
    caught = io.StringIO()
    monkeypatch.setattr(sys, "stdout", caught)
    assert not is_own("d/a.txt")

    with Path("d/a.txt").open(encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdout", file)
        seen = [is_own(f"d/{name}.txt") for name in "ab"]
    monkeypatch.undo()

    assert seen == [True, False]


@pytest.mark.parametrize("holds", [[], ["a.doc"], ["b.html"]])
def test_a_folder_without_reports_is_no_file(holds: list[str]) -> None:
    """It is an error, and says what was looked for; no file is counted."""
    Path("d").mkdir()
    for name in holds:
        Path("d", name).write_bytes(b'<header class="summary" data-part>')

    result = call("check", "d", columns=120)

    suffixes = ".json/.txt/.md/.markdown/.html/.htm/.docx/.xlsx/.pdf"
    assert result.stdout.splitlines()[:2] == ["d", f"目录中没有 {suffixes} 文件"]
    assert result.stdout.splitlines()[-1].startswith("共 0 个文件：0 个无法读取，")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        ("blank", [], "这是未填写的空白表格，不是年度报告；如确需读取，请加 --allow-blank"),
        ("blank", ["--lang", "en"], "it is the empty form and no report; --allow-blank reads it"),
    ],
)
def test_reasons_name_options_of_the_command_line(content: str, options: list[str], said: str) -> None:
    """And none of Python."""
    blank = gd.render(gd.AnnualReport.blank(agency="示例局", year=2025), "text")
    Path(f"{content}.txt").write_text(blank.partition("\n\n")[2], encoding="utf-8")

    (outcome,) = json.loads(call("check", "--json", f"{content}.txt", *options).stdout)

    assert outcome["error"] == said


def test_a_blank_form_of_ours_is_an_error() -> None:
    """FORM-EMPTY, and exit status 1."""
    put("a.txt", gd.AnnualReport.blank(agency="示例局", year=2025))

    result = call("check", "a.txt", "--json")

    assert [each["code"] for each in json.loads(result.stdout)[0]["findings"] if each["severity"] == "error"] == [
        "FORM-EMPTY"
    ]
    assert result.exit_code == 1


def test_only_folders_leave_files_out() -> None:
    """A file that is named is read; a pattern stands for folders that it matches, unless it goes into them."""
    put("d/a.txt")
    put("e.txt")
    Path("d/b.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    Path("d/~$a.txt").touch()

    named, matched, whole = (call("check", *names).stdout for names in (["d", "d/b.doc"], ["*"], ["d/**"]))

    assert ["未检查" in printed for printed in (named, matched, whole)] == [False, True, False]
    assert files("d/*.txt") == [str(Path("d", "a.txt"))]


def test_files_of_one_agency_and_year_are_named() -> None:
    """A copy, or one report in two formats; those of which agency or year is not known are not."""
    for path in ("d/a.txt", "d/b.html"):
        put(path)
    put("d/c.txt", build_report(year=2020))
    put("d/e.txt", build_report(agency=None, title="年报"))
    put("d/f.txt", build_report(agency=None, title="年报"))

    printed = call("check", "--lang", "en", "d").stdout

    names = "; ".join(str(Path("d", name)) for name in ("a.txt", "b.html"))
    assert printed.splitlines()[-2] == f"of one agency and year (示例镇人民政府 2021): {names}"
    assert printed.count("of one agency") == 1


def test_a_json_that_is_no_report_is_not_passed_over() -> None:
    """A directory's file that cannot be read is an error: a broken report must not be taken for a good one."""
    put("d/a.json")
    Path("d/gold.json").write_text("{}", encoding="utf-8")

    assert call("check", "d").exit_code == 2


def test_a_directory_without_reports_is_an_error() -> None:
    """Nothing to check is wrong usage, and says which suffixes were looked for."""
    Path("d").mkdir()

    (outcome,) = json.loads(call("check", "--json", "d").stdout)

    suffixes = ".json/.txt/.md/.markdown/.html/.htm/.docx/.xlsx/.pdf"
    assert (outcome["file"], outcome["error"]) == ("d", f"目录中没有 {suffixes} 文件")


@pytest.mark.parametrize("refused", ["d", str(Path("d", "sub"))])
def test_a_directory_that_cannot_be_listed_is_an_error(refused: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be looked into is reported, not passed over; that no report was seen says nothing then."""
    Path("d").mkdir()

    def walk(_: str, onerror: object) -> list[object]:
        assert callable(onerror)
        onerror(PermissionError(13, "Permission denied", refused))
        return []

    monkeypatch.setattr(os, "walk", walk)

    (outcome,) = json.loads(call("check", "--json", "d").stdout)

    assert (outcome["file"], outcome["error"]) == (refused, "没有权限")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), "没有权限"),
        (OSError(99999, "Odd error"), "Odd error"),
        (OSError("the disk is gone"), "the disk is gone"),
    ],
)
def test_a_file_that_cannot_be_opened_is_an_error(error: OSError, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason of the system is given; where it has no words of its own, what was raised."""

    def refuse(*_: object) -> None:
        raise error

    put("a.txt")
    monkeypatch.setattr("govdisclosure.batch._sources.contents_of", refuse)

    (outcome,) = json.loads(call("check", "--json", "a.txt").stdout)

    assert outcome["error"] == said


def test_globs_are_expanded() -> None:
    """For shells that do not: a match may be a file or a directory; ``**`` reaches every depth."""
    for path in ("x/a.txt", "x/y/b.txt", "z.txt"):
        put(path)
    in_x, in_y = str(Path("x", "a.txt")), str(Path("x", "y", "b.txt"))

    assert files("*") == ["z.txt", in_x, in_y]
    assert files("**") == [in_x, in_y, "z.txt"]
    assert files("**/b*") == [in_y]
    assert files("x*") == [in_x, in_y]


def test_a_pattern_that_matches_only_directories_below_has_no_match() -> None:
    """A ``**`` whose matches are all directories matches no file."""
    Path("x/y").mkdir(parents=True)

    (outcome,) = json.loads(call("check", "--json", "x/**").stdout)

    assert (outcome["file"], outcome["error"]) == ("x/**", "没有匹配的文件")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege")
def test_a_pattern_that_matches_only_a_link_to_nothing_has_no_match() -> None:
    """There is no file."""
    Path("gone.txt").symlink_to("nowhere")

    (outcome,) = json.loads(call("check", "--json", "*.txt").stdout)

    assert (outcome["file"], outcome["error"]) == ("*.txt", "没有匹配的文件")


def test_a_file_is_checked_once_and_whatever_its_suffix() -> None:
    """Named directly, a file is read by its content; brackets in its name make it no pattern."""
    put("d/a.txt")
    Path("[x].report").write_text(gd.dumps(build_report()), encoding="utf-8")

    assert files("d/a.txt", "d", "./d/a.txt", "[x].report") == ["d/a.txt", "[x].report"]


def test_a_dash_is_standard_input() -> None:
    """Read once as bytes, and named in words."""
    content = gd.render(build_report(), "text").encode()

    result = call("check", "-", "-", given=content)

    assert result.stdout.splitlines()[0] == "标准输入  示例镇人民政府 2021年"
    assert [outcome["file"] for outcome in json.loads(call("check", "-", "--json", given=content).stdout)] == ["-"]


def test_a_dash_is_standard_input_whatever_is_called_so() -> None:
    """A folder of that name can be named by its path, and is not the same."""
    put("-/a.txt")
    content = gd.render(build_report(), "text").encode()

    result = call("check", "--json", "-", "./-", given=content)

    assert [outcome["file"] for outcome in json.loads(result.stdout)] == ["-", str(Path("-", "a.txt"))]


def test_standard_input_and_a_file_called_so_are_two() -> None:
    """The file is named by its path."""
    content = gd.render(build_report(), "text").encode()
    Path("-").write_bytes(content)

    result = call("check", "--json", "-", "./-", given=content)

    assert [outcome["file"] for outcome in json.loads(result.stdout)] == ["-", "./-"]


def test_what_a_file_says_cannot_steer_the_terminal() -> None:
    """Escapes, markup and marks of direction are shown as what they are."""
    name = "a[bold]\x1b[31m\u202e.txt" if sys.platform != "win32" else "a[bold]\u202e.txt"
    report = build_report(agency=gd.Agency(name="[red]某局[/red]\u2028"))
    Path(name).write_text(gd.dumps(report), encoding="utf-8")

    result = call("check", name, "--select", "T4")

    shown = name.replace("\x1b", r"\x1b").replace("\u202e", r"\u202e")
    assert result.stdout.splitlines()[0] == rf"{shown}  [red]某局[/red]\u2028 2021年"


def test_a_terminal_sees_the_progress_of_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many files, every result is given, in order, after the bar."""
    sources = [Source(str(n)) for n in range(12)]
    begun: list[str] = []
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    add_task = Progress.add_task

    def added(self: Progress, description: str, **values: Any) -> TaskID:  # noqa: ANN401 - as rich
        begun.append(f"{description} {values['total']:g}")
        return add_task(self, description, **values)

    monkeypatch.setattr(Progress, "add_task", added)

    names = tracked(lambda source: source.name, sources, "正在检查")

    assert (list(names), begun) == ([str(n) for n in range(12)], ["正在检查 12"])


@pytest.mark.parametrize(("files", "is_terminal"), [(3, True), (10, True), (12, False)])
def test_few_files_and_those_in_a_pipe_are_done_one_by_one(
    files: int, *, is_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a bar, each result is there before the next file is begun."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    begun: list[str] = []

    results = iter(tracked(lambda source: begun.append(source.name), [Source("a")] * files, "正在检查"))
    next(results)

    assert begun == ["a"]


def test_click_is_the_public_one() -> None:
    """The group is a click group, so that others can add it to theirs."""
    assert isinstance(app, click.Group)


ZH = """\
a.txt  示例镇人民政府 2021年
级别   代码         发现的问题
────────────────────────────────────────────────────────────────────────────────
警告   AGENCY-ODD   机关名称有误。
警告   TEXT         文字与表格不符。
                    一、总体情况第2段
提示   T3-ALL       六格
                    「总计」列「一、本年新收政府信息公开申请数量」等6格
错误   T3-ONE       「总计」列「一、本年新收政府信息公开申请数量」填报 13，应为
                    12，请核对。
错误   T3-TWO       两格
                    「总计」列「一、本年新收政府信息公开申请数量」、「总计」列
                    「二、上年结转政府信息公开申请数量」

共 1 个文件：0 个无法读取，2 个错误，2 个警告，1 条提示，0 条读取说明
"""
EN = """\
a.txt  示例镇人民政府 2021
Severity   Code         Finding
────────────────────────────────────────────────────────────────────────────────
warning    AGENCY-ODD   the agency is odd
                        机关
warning    TEXT         text and table do not agree
                        一、总体情况, paragraph 2
info       T3-ALL       six cells
                        「总计」列「一、本年新收政府信息公开申请数量」; 6 cells
                        in all
error      T3-ONE       it is 13, not 12
                        「总计」列「一、本年新收政府信息公开申请数量」
error      T3-TWO       two cells
                        「总计」列「一、本年新收政府信息公开申请数量」; 「总计」
                        列「二、上年结转政府信息公开申请数量」

1 file: 0 unreadable, 2 errors, 2 warnings, 1 info, 0 notes
"""


def test_notes_on_a_workbook_say_sheet_and_cell(tmp_path: Path) -> None:
    """In the terminal, on the page, and as JSON."""
    path, page = tmp_path / "a.xlsx", tmp_path / "a.html"
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "年报"
    for line in NOTED.splitlines():
        sheet.append([cell.strip() for cell in line.split("|")])
    workbook.save(path)

    shown = call("check", str(path), "--html", str(page), columns=200).stdout
    (told,) = json.loads(call("check", "--json", str(path)).stdout)

    assert "工作表“年报” D5格" in shown
    assert "工作表“年报”D5格" in page.read_text(encoding="utf-8")
    assert {"sheet": "年报", "cell": "D5"} in [note["source"] for note in told["notes"]]
