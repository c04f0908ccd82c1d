"""The command ``complete``: what it fills in, says and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.builders import build_report
from support.cli_calls import call
from support.printers import print_report
from support.publishing.text import row_a_line
from test_cli_convert import NOTED, note_lines

import govdisclosure as gd

RECONSIDERATION = "review_and_litigation.reconsideration"
TOTAL = f"{RECONSIDERATION}.total"


@pytest.fixture(autouse=True)
def _in_a_directory_with_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def without(*paths: str) -> gd.AnnualReport:
    """Give a report with one case that was upheld and the cells of these paths blank."""
    report = build_report()
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[1, 0, 0, 2, 3] + [0] * 10])
    for path in paths:
        gd.put(report, path, None)
    return report


def test_a_total_that_follows_from_the_others_is_filled_in_and_named() -> None:
    """In another file and another format; the source stays as it is."""
    gd.write(without(TOTAL), "in.json")

    result = call("complete", "in.json", "out.txt")
    in_english = call("complete", "--lang", "en", "in.json", "-")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "「行政复议」栏「总计」：3\n"
    assert gd.read("out.txt").report == without()
    assert gd.read("in.json").report == without(TOTAL)
    assert in_english.stderr == f"{TOTAL}: 3\n"
    assert gd.parse(in_english.stdout_bytes).report == without()


def test_blanks_count_as_nought_by_the_convention_only() -> None:
    """Nothing is proved where a part is blank as well; with --parts that is filled in, too."""
    blank = f"{RECONSIDERATION}.corrected"
    gd.write(without(TOTAL, blank), "in.json")

    proved = call("complete", "in.json", "proved.json")
    by_convention = call("complete", "in.json", "convention.json", "--totals", "convention")
    with_parts = call("complete", "in.json", "parts.json", "--totals", "convention", "--parts")

    assert (proved.exit_code, proved.stderr) == (0, "没有可以补填的总计。\n")
    assert gd.read("proved.json").report == without(TOTAL, blank)
    assert by_convention.exit_code == with_parts.exit_code == 0
    assert gd.read("convention.json").report == without(blank)
    assert gd.get(gd.read("parts.json").report, blank) == 0


def test_what_the_reading_is_not_sure_of_is_said() -> None:
    """A line each, behind what was filled in."""
    Path("noted.txt").write_text(NOTED, encoding="utf-8")

    result = call("complete", "noted.txt", "out.json")

    assert result.exit_code == 0
    assert result.stderr.splitlines() == ["没有可以补填的总计。", *note_lines("noted.txt")]


def test_figures_that_were_not_read_for_sure_prove_no_total() -> None:
    """The total of their table stays blank, and a line says why; that of another table is filled in."""
    printed = print_report(without(TOTAL), row_a_line).replace(
        "四、结转下年度继续办理 | ", "四、结转下年度继续办理 | x"
    )
    report = gd.parse(printed).report
    Path("noted.txt").write_text(printed, encoding="utf-8")
    assert "requests" in {path.partition(".")[0] for note in gd.parse(printed).notes for path in note.paths}

    result = call("complete", "noted.txt", "out.json", "--totals", "convention", "--parts")

    assert result.stderr.splitlines()[:2] == [
        "「行政复议」栏「总计」：3",
        "三、收到和处理政府信息公开申请情况：读取时有不能确定的数字，未补填总计；请对照原件改正后再补填。",
    ]
    completed = gd.read("out.json").report
    assert completed.requests == report.requests
    assert gd.get(completed, TOTAL) == 3


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["in.json", "./in.json"], "错误：./in.json：不能写入到来源文件自身\n"),
        (["in.json", "there.json"], "错误：there.json：文件已存在；如要覆盖，请加 --overwrite\n"),
        (["missing.json", "out.json"], "错误：missing.json：无法读取：文件不存在\n"),
        (["in.json", "out.pdf"], "错误："),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(arguments: list[str], reason: str) -> None:
    """Exit status 2, and nothing is written."""
    gd.write(without(TOTAL), "in.json")
    Path("there.json").write_text("{}", encoding="utf-8")

    result = call("complete", *arguments)

    assert result.exit_code == 2
    assert result.stderr.startswith(reason)
    assert sorted(path.name for path in Path().iterdir()) == ["in.json", "there.json"]


def test_a_file_that_is_there_is_replaced_on_demand() -> None:
    """With --overwrite, in the format that --to names."""
    gd.write(without(TOTAL), "in.json")
    Path("there").write_text("{}", encoding="utf-8")

    result = call("complete", "in.json", "there", "--to", "json", "--overwrite")

    assert result.exit_code == 0
    assert gd.read("there").report == without()
