"""The command ``rollup``: the reports of a government's bodies as its own, and what the sums lack."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from support.cli_calls import call

import govdisclosure as gd

RECEIVED = "requests.total.newly_received"
COUNTY = "示例县人民政府"


@pytest.fixture(autouse=True)
def _in_a_directory_with_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("2025").mkdir()
    for number, name in enumerate(("甲局", "乙局"), 1):
        gd.write(report(name, number), f"2025/{number}.json")


def report(name: str, figure: int, year: int = 2025, edition: str | None = None) -> gd.AnnualReport:
    """Give a report whose only figure, but for noughts in one row, is this."""
    made = gd.AnnualReport.blank(agency=name, year=year, edition=edition)
    gd.put(made, RECEIVED, figure)
    return made


@pytest.mark.parametrize("name", ["out.json", "out.txt", "out.docx", "out.xlsx", "out.html", "out.md"])
def test_the_sums_are_written_in_any_format(name: str) -> None:
    """As the report of the parent, to be completed."""
    result = call("rollup", "2025", "-o", name, "--agency", COUNTY)

    assert (result.exit_code, result.output) == (0, "")
    assert gd.read(name) == gd.Reading(report(COUNTY, 3))


def test_a_source_is_not_written_over() -> None:
    """Not even where a file that is there may be; what an earlier call wrote into the folder is no report of it."""
    before = Path("2025/1.json").read_bytes()

    refused = call("rollup", "2025/1.json", "2025/2.json", "-o", "2025/1.json", "--agency", COUNTY, "--overwrite")
    first = call("rollup", "2025", "-o", "2025/sum.json", "--agency", COUNTY)
    again = call("rollup", "2025", "-o", "2025/sum.json", "--agency", COUNTY, "--overwrite")

    assert (refused.exit_code, Path("2025/1.json").read_bytes()) == (2, before)
    assert "2025/1.json：不能写入到来源文件自身" in refused.output
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert gd.get(gd.read("2025/sum.json").report, RECEIVED) == 3


def test_an_earlier_roll_up_is_named_and_left_out() -> None:
    """Under any name of its file; without the name of the agency it is summed, and said to be."""
    call("rollup", "2025", "-o", "2025/sum.docx", "--agency", COUNTY)

    again = call("rollup", "2025", "-o", "out.json", "--agency", f"示例市{COUNTY}")
    unnamed = call("rollup", "2025", "-o", "more.json")
    Path("units.csv").write_text(f"名称,上级\n甲局,{COUNTY}\n乙局,{COUNTY}\n", encoding="utf-8")
    listed = call("rollup", "2025", "-o", "out.json", "--roster", "units.csv", "--overwrite")

    left_out = f"{Path('2025', 'sum.docx')}：是汇总机关自己的报告（如以前的汇总），未计入\n"
    assert [gd.get(gd.read(name).report, RECEIVED) for name in ("out.json", "more.json")] == [3, 6]
    assert (again.output, listed.output) == (left_out, left_out)
    assert unnamed.output == (
        f"{Path('2025', 'sum.docx')}：已按所属单位计入；"
        "如是汇总机关自己的报告，请移出后重新汇总，并用 --agency 写明汇总机关\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("2025", "--year", "2024"), "没有2024年的报告，无从汇总；所给报告的年度是 2025"),
        (("2025", "more", "--year", "2023"), "没有2023年的报告，无从汇总；所给报告的年度是 2024、2025"),
        (("blank", "--year", "2025"), "各报告都没有填数，无从汇总"),
        (("unknown",), "各报告都没有填数，无从汇总"),
        (("unknown", "--year", "2025"), "各报告都没有填数，无从汇总"),
    ],
)
def test_a_sum_of_nothing_is_refused(arguments: tuple[str, ...], message: str) -> None:
    """An empty form would look like a report."""
    for folder in ("more", "blank", "unknown"):
        Path(folder).mkdir()
    gd.write(report("丙局", 7, 2024), "more/4.json")
    gd.write(gd.AnnualReport.blank(agency="丙局", year=2025), "blank/5.json")
    gd.write(gd.AnnualReport(), "unknown/6.json")

    result = call("rollup", *arguments, "-o", "out.json")

    assert (result.exit_code, result.output) == (2, f"错误：{message}\n")
    assert not Path("out.json").exists()


def test_what_the_sums_lack_is_told() -> None:
    """Missing units, files of none and of several, other years, what is held, versions, lower bounds."""
    Path("units.csv").write_text(
        f"名称,类型,上级\n甲局,,{COUNTY}\n甲站,,甲局\n丙局,,{COUNTY}\n丁局,,{COUNTY}\n{COUNTY},本级,{COUNTY}\n"
        f"戊局,,{COUNTY}\n县戊局,,{COUNTY}\n",
        encoding="utf-8",
    )
    gd.write(report("甲站", 5), "2025/3.json")
    gd.write(report("丙局", 7, 2024), "2025/4.json")
    gd.write(report("示例县人民政府", 9), "2025/5.json")
    other = report("示例县人民政府", 9)
    gd.put(other, "requests.total.carried_over", 1)
    gd.write(other, "2025/6.json")
    gd.write(report("示例县戊局", 2), "2025/7.json")

    result = call("rollup", "2025", "-o", "out.json", "--roster", "units.csv", "--year", "2025")

    assert gd.get(gd.read("out.json").report, RECEIVED) == 14
    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [
            "没有报告，未计入：丙局、丁局、戊局、县戊局",
            "只有其他年度的报告，未计入：丙局",
            "已含在其上级的报告中，不再相加：甲站",
            "同一年度有几份不同的报告，不一致的格未计入：示例县人民政府",
            "2025/2.json：不在名册中，已计入合计",
            "2025/7.json：可能是几个单位的报告：戊局、县戊局",
        ],
    )
    english = call("rollup", "2025", "-o", "2.json", "--roster", "units.csv", "--year", "2025", "--lang", "en").output
    assert "\nseveral reports that differ (cells in which they differ are not summed): 示例县人民政府\n" in english


def test_files_of_one_report_are_named_as_summed_once() -> None:
    """In any format and under any name; each report that is there more than once in a line."""
    for number in (1, 2):
        gd.write(gd.read(f"2025/{number}.json").report, f"2025/{number} 副本.docx")

    result = call("rollup", "2025", "-o", "out.json", columns=1000)

    assert gd.get(gd.read("out.json").report, RECEIVED) == 3
    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [
            "内容相同，只计入一次：2025/1 副本.docx、2025/1.json",
            "内容相同，只计入一次：2025/2 副本.docx、2025/2.json",
        ],
    )


def test_files_that_cannot_be_summed_are_named() -> None:
    """The report of a unit in an old format stands in the folder, and is not in the sums."""
    Path("2025/丙局.doc").write_bytes(b"")

    result = call("rollup", "2025", "-o", "out.json", columns=1000)

    assert result.output.startswith(f"未检查：{Path('2025', '丙局.doc')}：旧版 Word、WPS 或 Excel 文件")
    assert result.exit_code == 0


def test_all_files_that_cannot_be_read_are_named() -> None:
    """Not the first alone: what is to be fetched again is known from one call."""
    for name in ("1 坏.json", "3 坏.json"):
        Path("2025", name).write_bytes(b"")

    result = call("rollup", "2025", "-o", "out.json", "--lang", "en")

    assert (result.exit_code, result.output.splitlines()) == (
        2,
        [
            f"Error: {Path('2025', name)}: cannot be read: expected a report, found nothing: the content is empty"
            for name in ("1 坏.json", "3 坏.json")
        ],
    )
    assert not Path("out.json").exists()


def test_figures_without_a_place_and_notes_of_readings_are_told() -> None:
    """Of an earlier edition, and of a file that leaves something in doubt."""
    old = report("丙局", 4, edition="2019")
    gd.put(old, "requests.total.outcomes.other", 4)
    gd.write(old, "2025/3.json")
    gd.write(report("丁局", 0, edition="2019"), "2025/4.json")
    page = gd.render(report("戊局", 8), "html").replace("（七）总计", "（七）总 and 计")
    Path("2025/5.html").write_text(page, encoding="utf-8")

    result = call("rollup", "2025", "-o", "out.json", "--lang", "en")

    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [
            "2025/5.html: 2 notes",
            "in an earlier edition, with figures that have no place in this one: 丙局",
        ],
    )


def test_amounts_without_a_unit_are_told() -> None:
    """They are in no sum."""
    for name in ("丙局", "丁局"):
        child = report(name, 1, edition="2019")
        gd.put(child, "proactive_disclosure.procurement.amount", gd.Amount(Decimal(5)))
        gd.write(child, f"2025/{name}.json")

    result = call("rollup", "2025/丙局.json", "2025/丁局.json", "-o", "out.json")

    assert result.output == "金额没有写明是元还是万元，未计入：丙局、丁局\n"


def test_many_names_are_cut() -> None:
    """Ten of them are shown."""
    names = "\n".join(f"{number}局" for number in range(12))
    Path("units.csv").write_text(f"名称\n甲局\n乙局\n{names}\n", encoding="utf-8")

    result = call("rollup", "2025", "-o", "out.json", "--roster", "units.csv")

    listed = "、".join(f"{number}局" for number in range(10))
    assert result.output == f"没有报告，未计入：{listed}等12个\n"


def test_a_cell_that_some_leave_blank_is_counted() -> None:
    """Its sum is a lower bound."""
    gd.write(gd.AnnualReport.blank(agency="丙局", year=2025), "2025/3.json")

    result = call("rollup", "2025", "-o", "out.json")

    assert result.output == "1 格有单位未填，合计是下限。\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "out.pdf"], "pdf 格式只能读取，不能写入"),
        (["-o", "there.json"], "there.json：文件已存在；如要覆盖，请加 --overwrite"),
        (["-o", "no/out.json"], "no/out.json：无法写入：文件或目录不存在"),
        (["bad.json", "-o", "no/out.json"], "no/out.json：无法写入：文件或目录不存在"),
        (["-o", "folder.csv.json", "--overwrite"], "folder.csv.json：无法写入：是目录，不是文件"),
        (["-o", "out.json", "--roster", "none.csv"], "none.csv：文件不存在"),
        (["-o", "out.json", "--roster", "2025"], "2025：名册的扩展名应为 .csv、.xlsx 或 .toml"),
        (["-o", "out.json", "--roster", "folder.csv"], "folder.csv：是目录，不是文件"),
        (["-o", "out.json", "--roster", "empty.csv"], "empty.csv：名册中没有单位"),
        (["more", "-o", "out.json"], "各报告的年度不同（2024、2025），请用 --year 指定"),
        (["large", "-o", "out.json"], "合计过大，有的格填不下：the sum of requests.total.newly_received"),
        (["bad.json", "-o", "out.json"], "bad.json：无法读取："),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments: list[str], message: str) -> None:
    """And nothing is written: sums that lack a file would be wrong."""
    Path("there.json").write_bytes(b"x")
    Path("bad.json").write_bytes(b"x")
    Path("empty.csv").write_text("名称\n", encoding="utf-8")
    for folder in ("folder.csv", "folder.csv.json", "more", "large"):
        Path(folder).mkdir()
    gd.write(report("丙局", 7, 2024), "more/4.json")
    gd.write(report("丙局", 10**18 - 1), "large/4.json")

    result = call("rollup", "2025", *arguments)

    assert result.exit_code == 2
    assert result.output.startswith(f"错误：{message}")
    assert result.output.count("\n") == 1
    assert not Path("out.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["-o", "out.odt"],
        ["-o", ""],
        *(["-o", "out.json", "--agency", name] for name in ("\n", "", " ", "\u3000", "甲\n局")),
        ["-o", "out.json", "--roster", ""],
        ["-o", "out.json", ""],
    ],
)
def test_wrong_usage_is_named(arguments: list[str]) -> None:
    """An unknown suffix, a name that is none, and a name of nothing, which is no name of this folder."""
    result = call("rollup", "2025", *arguments)

    assert (result.exit_code, result.output.count("错误：")) == (2, 1)


def test_a_file_that_is_there_is_replaced_if_that_is_asked_for() -> None:
    """By ``--overwrite``."""
    Path("out.json").write_bytes(b"x")

    assert call("rollup", "2025", "-o", "out.json", "--overwrite").exit_code == 0
    assert gd.get(gd.read("out.json").report, RECEIVED) == 3


def test_writing_can_need_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named."""

    def missing(*_: object, **__: object) -> None:
        raise gd.MissingDependency("xlsx", "Excel (.xlsx)")

    monkeypatch.setattr("govdisclosure.formats.write", missing)
    monkeypatch.setattr("govdisclosure.cli._template.blank_roster", missing)

    for result in (call("rollup", "2025", "-o", "out.xlsx"), call("template", "--roster", "out.xlsx")):
        assert (result.exit_code, "govdisclosure[xlsx]" in result.output) == (2, True)
