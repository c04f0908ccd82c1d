"""A folder as a whole: the roster, last year's reports, the report of the parent, copies among the batch."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from support.builders import build_report
from support.cli_calls import call, trimmed
from support.workbooks import opened

import govdisclosure as gd

_TOTAL = "requests.total.newly_received"
COUNTY = "示例市示例县人民政府"
_CARRY = ("--select", "YOY-CARRY")


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def report(agency: str, year: int = 2025, **values: Any) -> gd.AnnualReport:  # noqa: ANN401 - as the builder
    """Give a report without a finding of a body."""
    made = build_report(year=year, agency=gd.Agency(name=agency), **values)
    made.title = f"{agency}{year}年政府信息公开工作年度报告"
    return made


def put(path: str, made: gd.AnnualReport) -> None:
    """Write a report."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    gd.write(made, path)


def roster(*names: str) -> None:
    """Write the roster of the county."""
    rows = "".join(f"{name},{COUNTY}\n" for name in names)
    Path("units.csv").write_text(f"名称,上级单位\n{rows}", encoding="utf-8")


def said(*options: str) -> list[str]:
    """Give what is said after the findings of a check of the folder, but the total."""
    lines = call("check", "2025", "--only-findings", *options, columns=200).stdout.splitlines()
    return lines[next(at for at, line in enumerate(lines) if line.startswith("名册")) : -1]


@pytest.fixture
def day() -> None:
    """Write a folder in which everything that a roster can say is to be said."""
    roster("教育局", "公安局", "民政局", "财政局", "水利局", "商务局", "审计局")
    put("2025/a.json", report("示例县教育局"))
    put("2025/b.json", report("示例县公安局", published=_late()))
    put("2025/c.json", report("示例县民政局"))
    put("2025/d.json", report("示例县民政局"))
    put("2025/e.json", report("示例县财政局", 2024))
    put("2025/f.json", report("示例县信访局"))
    put("2025/g.json", report("示例县审计局", cells={_TOTAL: 12}))
    put("2025/h.json", report("示例县审计局", cells={"proactive_disclosure.rules.repealed": 1}))
    Path("2025/示例县水利局.doc").touch()


def _late() -> Any:  # noqa: ANN401 - a date
    return gd.AnnualReport.blank(agency="x", year=2026).period.end.replace(month=2, day=20)  # type: ignore[union-attr]


@pytest.mark.usefixtures("day")
def test_the_roster_says_who_is_missing_late_there_twice_and_of_nobody() -> None:
    """How many have a report on the year, and each kind in a line with its units, in the order of the roster."""
    assert said("--roster", "units.csv") == [
        "名册 7 个单位，4 个已报本年度报告",
        f"缺报 2 个：水利局（可能是未能读取的 {Path('2025', '示例县水利局.doc')}）、商务局",
        "年度不符 1 个：财政局",
        "重复，内容不同 1 个：审计局",
        "重复，内容相同 1 个：民政局",
        "迟报 1 个：公安局",
        "不在名册 1 个：示例县信访局",
        (
            f"未检查：{Path('2025', '示例县水利局.doc')}：旧版 Word、WPS 或 Excel 文件（.doc、.wps、.xls）不能读取；"
            "请另存为 .docx 或 .xlsx 后再读"
        ),
    ]


@pytest.mark.usefixtures("day")
def test_the_summary_has_a_row_for_each_unit() -> None:
    """In the order of the roster, also for one without a report; what is of none stands below."""
    call("check", "2025", "--roster", "units.csv", "--summary", "out.csv", "--html", "pages")
    call("check", "2025", "--roster", "units.csv", "--summary", "out.xlsx", "--html", "pages")

    rows = list(csv.DictReader(io.StringIO(Path("out.csv").read_bytes().decode("utf-8-sig"))))
    assert [(row["agency"], Path(row["file"]).name, row["delivery"], row["state"]) for row in rows] == [
        ("教育局", "a.json", "已报", "无问题"),
        ("公安局", "b.json", "迟报", "有警告"),
        ("民政局", "c.json", "重复，内容相同", "无问题"),
        ("民政局", "d.json", "重复，内容相同", "无问题"),
        ("财政局", "e.json", "年度不符", "无问题"),
        ("水利局", "", "缺报", "缺报"),
        ("商务局", "", "缺报", "缺报"),
        ("审计局", "g.json", "重复，内容不同", "无问题"),
        ("审计局", "h.json", "重复，内容不同", "有警告"),
        ("示例县信访局", "f.json", "不在名册", "无问题"),
    ]
    sheet = opened(Path("out.xlsx").read_bytes())
    assert [sheet.cell(1, column).value for column in range(1, 6)] == ["文件", "机关", "年度", "报送", "状态"]
    assert [sheet.cell(row, 2).value for row in range(2, 12)] == [row["agency"] for row in rows]
    listed = lxml.html.fromstring(Path("pages/index.html").read_text(encoding="utf-8"))
    shown = [[" ".join(map(str, cell.itertext())) for cell in row][:3] for row in listed.iter("tr")]
    assert shown[2] == [f"公安局 {Path('2025', 'b.json')}", "2025", "有警告 迟报"]
    assert shown[7] == ["商务局", "", "缺报"]


@pytest.mark.usefixtures("day")
def test_the_terminal_has_the_row_of_each_unit() -> None:
    """What is odd stands below the state; of a unit without a report, a file that may be it; what is fine can go."""
    shown = trimmed(call("check", "2025", "--roster", "units.csv", "--summary", "-", columns=160).stdout).splitlines()
    few = call("check", "2025", "--roster", "units.csv", "--summary", "-", "--only-findings", columns=160).stdout

    assert shown[2].split() == ["教育局", "2025", "无问题", "0", "0", "0"]
    assert next(line for line in shown if line.startswith("商务局")).split() == ["商务局", "缺报"]
    hint = f"可能是未能读取的 {Path('2025', '示例县水利局.doc')}"
    assert next(line for line in shown if line.startswith("水利局")).split(maxsplit=2) == ["水利局", "缺报", hint]
    at = next(at for at, line in enumerate(shown) if line.startswith("公安局"))
    assert shown[at + 1].split() == [str(Path("2025", "b.json")), "迟报"]
    assert ("教育局" in few, "商务局" in few, "民政局" in few) == (False, True, True)


@pytest.mark.usefixtures("day")
def test_json_keeps_its_shape_and_standard_error_has_the_roster() -> None:
    """A list of files, nothing else."""
    result = call("check", "2025", "--roster", "units.csv", "--json", columns=200)

    assert [Path(outcome["file"]).name for outcome in json.loads(result.stdout)] == [
        f"{name}.json" for name in "abcdefgh"
    ]
    assert {tuple(outcome) for outcome in json.loads(result.stdout)} == {
        ("file", "year", "agency", "notes", "findings", "error")
    }
    assert result.stderr.splitlines()[0] == "名册 7 个单位，4 个已报本年度报告"


def test_a_roster_in_order_is_one_line_and_worth_nothing() -> None:
    """With ``--strict``, what is not in order is worth 1; without, it is not."""
    roster("教育局", "公安局")
    put("2025/a.json", report("示例县教育局"))
    put("2025/b.json", report("示例县公安局"))

    whole = call("check", "2025", "--roster", "units.csv", "--strict")
    Path("2025/b.json").unlink()
    lax, strict = (
        call("check", "2025", "--roster", "units.csv"),
        call("check", "2025", "--roster", "units.csv", "--strict"),
    )

    assert whole.stdout.splitlines()[-2] == "名册 2 个单位，2 个已报本年度报告"
    assert [result.exit_code for result in (whole, lax, strict)] == [0, 0, 1]


def test_a_report_of_several_units_is_named_with_them() -> None:
    """It is not guessed whose it is."""
    Path("units.csv").write_text(
        "名称,上级单位\n东湖街道办事处,示例市甲区人民政府\n东湖街道办事处,示例市乙区人民政府\n", encoding="utf-8"
    )
    put("2025/a.json", report("东湖街道办事处"))

    assert said("--roster", "units.csv")[-1] == "单位不能确定 1 个：东湖街道办事处"
    call("check", "2025", "--roster", "units.csv", "--summary", "out.csv")
    both = "东湖街道办事处（示例市甲区人民政府）、东湖街道办事处（示例市乙区人民政府）"
    assert f"单位不能确定（{both}）" in Path("out.csv").read_text(encoding="utf-8-sig")


def test_a_report_without_an_agency_is_of_nobody() -> None:
    """And says so."""
    roster("教育局")
    made = report("示例县教育局")
    made.agency = None
    put("2025/a.json", made)

    assert said("--roster", "units.csv")[1:] == ["缺报 1 个：教育局", f"不在名册 1 个：{Path('2025', 'a.json')}"]


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "units.csv：文件不存在"), ("甲,乙\n", "units.csv：")],
)
def test_a_roster_that_cannot_be_read_ends_the_call(content: str | None, message: str) -> None:
    """Before anything is checked."""
    put("2025/a.json", report("示例县教育局"))
    if content is not None:
        Path("units.csv").write_text(content, encoding="utf-8")

    result = call("check", "2025", "--roster", "units.csv")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"错误：{message}")


def codes(*arguments: str) -> dict[str, list[str]]:
    """Give the codes that a call finds, by the names of the files."""
    outcomes = json.loads(call("check", "--json", *arguments).stdout)
    return {Path(each["file"]).name: [finding["code"] for finding in each["findings"]] for each in outcomes}


def carried(agency: str, *, forward: int, year: int = 2024) -> gd.AnnualReport:
    """Give a report that carries some requests forward, in which the sums hold."""
    made = report(agency, year)
    for column in ("natural_person", "total"):
        more = forward - int(str(gd.get(made, f"requests.{column}.carried_forward")))
        gd.put(made, f"requests.{column}.carried_forward", forward)
        received = f"requests.{column}.newly_received"
        gd.put(made, received, int(str(gd.get(made, received))) + more)
    return made


def test_last_years_report_is_that_of_the_same_body() -> None:
    """By its name, of a folder or of files; whoever has none is named."""
    over = int(str(gd.get(report("x"), "requests.total.carried_over")))
    put("2025/a.json", report("示例县教育局"))
    put("2025/b.json", report("示例县公安局"))
    put("2025/c.json", report("示例县民政局"))
    put("2024/x.json", carried("示例县教育局", forward=over))
    put("2024/y.json", carried("示例县公安局（示例县国家保密局）", forward=over + 1))

    assert codes("2025", *_CARRY, "--previous", "2024") == {"a.json": [], "b.json": ["YOY-CARRY"] * 2, "c.json": []}
    assert (
        codes("2025", *_CARRY, "--previous", "2024/y.json", "--previous", "2024/x.json")["b.json"] == ["YOY-CARRY"] * 2
    )
    assert "没有上年报告可比的 1 个：示例县民政局" in call("check", "2025", "--previous", "2024").stdout
    assert call("check", "2025", "--previous", "2024").exit_code == 0


def test_copies_of_last_years_report_can_name_their_body_with_its_region_or_without() -> None:
    """They count once where the roster tells the unit, or the parent's name the region; two that differ are told."""
    over = int(str(gd.get(report("x"), "requests.total.carried_over"))) + 4
    put("2025/a.json", carried_over("民政局", over))
    put("2025/b.json", report("示例县公安局"))
    put("2024/x.json", carried("示例市示例县民政局", forward=over))
    put("2024/y.json", carried("县民政局", forward=over))
    put("county.json", report(COUNTY))
    roster("民政局", "公安局")

    for options in (("--roster", "units.csv"), ("--parent", "county.json")):
        assert codes("2025", *_CARRY, "--previous", "2024", *options)["a.json"] == []
    assert "没有上年报告可比的 2 个：民政局、示例县公安局" in call("check", "2025", "--previous", "2024").stdout
    put("2024/y.json", carried("县民政局", forward=over + 1))
    by_file = codes("2025", "--select", "YOY", "--previous", "2024", "--roster", "units.csv")
    assert by_file["a.json"] == ["YOY-PREVIOUS"]


def carried_over(agency: str, over: int) -> gd.AnnualReport:
    """Give a report that carried some requests over."""
    made = report(agency)
    for column in ("natural_person", "total"):
        gd.put(made, f"requests.{column}.carried_over", over)
    return made


def test_last_years_report_is_found_by_code_and_by_unit() -> None:
    """Whatever it was called then; of several years, that before."""
    over = int(str(gd.get(report("x"), "requests.total.carried_over")))
    code = "11100000000013338W"
    now, then = report("示例县教育体育局"), carried("示例县教育局", forward=over + 1)
    put("2025/b.json", report("示例县公安局"))
    put("2025/a.json", now)
    put("old/2024.json", then)
    put("old/2023.json", carried("示例县教育局", forward=7, year=2023))
    put("old/b.json", carried("示例县公安局", forward=over))
    Path("units.csv").write_text(
        f"名称,其他名称,上级单位\n教育体育局,教育局,{COUNTY}\n公安局,,{COUNTY}\n", encoding="utf-8"
    )

    assert codes("2025", *_CARRY, "--previous", "old") == {"a.json": [], "b.json": []}
    assert codes("2025", *_CARRY, "--previous", "old", "--roster", "units.csv")["a.json"] == ["YOY-CARRY"] * 2
    for made, path in ((now, "2025/a.json"), (then, "old/2024.json")):
        made.agency = gd.Agency(name=made.agency.name if made.agency else "", code=code)
        put(path, made)
    assert codes("2025", *_CARRY, "--previous", "old")["a.json"] == ["YOY-CARRY"] * 2


def test_units_of_one_name_below_two_counties_are_two() -> None:
    """Last year's report is that of the same unit, and where one is told of, its county is."""
    over = int(str(gd.get(report("x"), "requests.total.carried_over")))
    rows = (f"财政局,示例市{county}人民政府\n" for county in ("甲县", "乙县", "丙县"))
    Path("units.csv").write_text("名称,上级单位\n" + "".join(rows), encoding="utf-8")
    for county in ("甲县", "乙县"):
        put(f"2025/{county}.json", report(f"{county}财政局"))
        put(f"2024/{county}.json", carried(f"示例市{county}财政局", forward=over))
    options = ("--previous", "2024", "--roster", "units.csv")

    assert codes("2025", *_CARRY, *options) == {"乙县.json": [], "甲县.json": []}
    assert "缺报 1 个：财政局（示例市丙县人民政府）" in call("check", "2025", *options).stdout


def test_reports_of_one_name_and_no_unit_are_named_with_their_files() -> None:
    """In the folders of two counties they are those of two bodies, and count as two."""
    roster("民政局")
    for county in ("甲县", "乙县"):
        put(f"2025/{county}.json", report("财政局"))

    names = "财政局（2025/乙县.json）、财政局（2025/甲县.json）"
    assert f"不在名册 2 个：{names}" in call("check", "2025", "--roster", "units.csv").stdout


def test_a_roster_of_names_alone_says_what_it_lacks() -> None:
    """All are missing and all are strangers since nobody knows what region stands in front: one of them is named."""
    Path("units.csv").write_text("名称\n档案局\n司法局\n城东镇\n", encoding="utf-8")
    for place, name in enumerate(("示例县司法局", "示例县城东镇人民政府", "示例县侨联")):
        put(f"2025/{place}.json", report(name))
    hint = (
        "可能在名册 2 个：示例县司法局 可能就是 司法局；名册没有写明其上级政府（“上级单位”一列，或用 --parent），"
        "不知道名称前面是哪个地区"
    )

    assert said("--roster", "units.csv") == [
        "名册 3 个单位，0 个已报本年度报告",
        "缺报 3 个：档案局、司法局、城东镇",
        "不在名册 3 个：示例县司法局、示例县城东镇人民政府、示例县侨联",
        hint,
    ]
    roster("档案局", "司法局", "城东镇")
    assert said("--roster", "units.csv")[1:] == ["缺报 1 个：档案局", "不在名册 1 个：示例县侨联"]


def test_where_no_year_is_that_of_most_reports_none_is_called_the_year() -> None:
    """A folder of two years: nobody can tell which of them is due."""
    roster("民政局", "公安局")
    put("all/a.json", report("民政局", 2024))
    put("all/b.json", report("公安局", 2025))

    shown = call("check", "all", "--roster", "units.csv").stdout
    assert "名册 2 个单位，2 个有报告；各报告年度不一或不明，无法判断是否为本年度报告" in shown


def test_of_last_years_reports_of_one_name_that_of_the_same_code_is_taken() -> None:
    """One of another code is of another body; where none has the same, the code has changed."""
    over = int(str(gd.get(report("x"), "requests.total.carried_over")))
    now, same, other = (
        report("示例县教育局"),
        carried("示例县教育局", forward=over),
        carried("示例县教育局", forward=9),
    )
    for made, code in ((now, "11100000000013338W"), (same, "11100000000013338W"), (other, "11100000MB03271699")):
        made.agency = gd.Agency(name="示例县教育局", code=code)
    put("2025/a.json", now)
    put("2025/b.json", report("示例县公安局"))
    put("2024/other.json", other)

    assert codes("2025", *_CARRY, "--previous", "2024")["a.json"] == ["YOY-CARRY"] * 2
    put("2024/same.json", same)
    assert codes("2025", *_CARRY, "--previous", "2024")["a.json"] == []


@pytest.mark.parametrize("options", [(), ("--roster", "units.csv")])
def test_last_years_report_of_the_parent_can_name_more_regions(options: tuple[str, ...]) -> None:
    """示例县人民政府 is 示例市示例县人民政府, and the region in front of its bodies' names is that of both."""
    over = int(str(gd.get(report("x"), "requests.total.carried_over")))
    roster("民政局")
    put("county.json", report("示例县人民政府"))
    put("2025/a.json", report("示例县民政局"))
    put("2024/county.json", carried(COUNTY, forward=over + 1))
    put("2024/a.json", carried("示例市示例县民政局", forward=over + 1))

    by_file = codes("2025", *_CARRY, "--previous", "2024", "--parent", "county.json", *options)
    assert by_file == {"county.json": ["YOY-CARRY"] * 2, "a.json": ["YOY-CARRY"] * 2}
    put("2024/other.json", report("另一市示例县人民政府", 2024))
    shown = call("check", "2025", "--previous", "2024", "--parent", "county.json").stdout
    assert "没有上年报告可比的 2 个：示例县人民政府、示例县民政局" in shown


def test_the_only_report_is_compared_with_all_that_are_given() -> None:
    """Bodies merge, and are renamed."""
    put("a.json", report("示例县教育体育局"))
    put("x.json", carried("示例县教育局", forward=5))

    assert "YOY-CARRY" in codes("a.json", "--previous", "x.json")["a.json"]


def test_a_report_of_an_older_year_is_said_not_to_fit() -> None:
    """One of a later year is none of last year's, and leaves the report without one."""
    put("2025/a.json", report("示例县教育局"))
    put("2025/b.json", report("示例县公安局"))
    put("old/a.json", report("示例县教育局", 2022))
    put("old/b.json", report("示例县公安局", 2026))

    assert codes("2025", "--previous", "old") == {"a.json": ["YOY-PREVIOUS"], "b.json": []}
    assert "没有上年报告可比的 1 个：示例县公安局" in call("check", "2025", "--previous", "old").stdout


def test_the_file_is_named_of_what_is_no_report_of_last_year() -> None:
    """Of a folder of many, nobody would find it; of two that differ, both are."""
    put("2025/a.json", report("示例县教育局"))
    put("2025/b.json", report("示例县公安局"))
    put("last/x.json", report("示例县财政局", 2024))
    put("last/3.json", report("示例县公安局", 2024))
    put("last/2.json", report("示例县公安局", 2024, cells={_TOTAL: 13}))
    put("last/1.json", report("示例县教育局", 2022))

    outcomes = json.loads(call("check", "2025", "--select", "YOY", "--previous", "last", "--json").stdout)

    told = [[(each["details"]["files"], each["message"]) for each in outcome["findings"]] for outcome in outcomes]
    older, first, second = (str(Path("last", f"{number}.json")) for number in (1, 2, 3))
    unfit = {
        "zh": f"{older}：作为上年报告给出的第1份（示例县教育局）是 2022 年的，应是 2024 年的，"
        "没有与它比较，请核对文件。",
        "en": f"{older}: report 1 that is given as last year's (示例县教育局) is on 2022, not 2024; "
        "it was not compared",
    }
    twice = {
        "zh": f"{second}、{first}：作为上年报告给出的第2份（示例县公安局）与第1份同属一个机关、数字却不同，"
        "没有与它们比较，请只留一份。",
        "en": f"{second}; {first}: report 2 that is given as last year's (示例县公安局) has other figures than "
        "report 1 of the same body; nothing was compared: give one of them",
    }
    assert told == [[([older], unfit)], [([second, first], twice)]]


def test_files_to_compare_with_that_cannot_be_read_are_counted() -> None:
    """Beside those that are checked; a folder without a report is no file, and says itself what it is."""
    put("a.json", report("示例县教育局"))
    Path("empty").mkdir()

    def told(*options: str) -> list[str]:
        return call("check", "a.json", *options, "--lang", "en", columns=1000).stdout.splitlines()

    both = told("--previous", "nowhere.json", "--children", "no.txt", "--children", "empty")
    alone = told("--previous", "empty")

    suffixes = ".json/.txt/.md/.markdown/.html/.htm/.docx/.xlsx/.pdf"
    folder = f"empty: the directory holds no file with the suffix {suffixes}"
    missing = [f"{name}: cannot be read: there is no such file" for name in ("nowhere.json", "no.txt")]
    none = "without a report of the year before, 1: 示例县教育局"
    assert (both[-5:-1], alone[-3:-1]) == ([*missing, folder, none], [folder, none])
    assert both[-1].startswith("1 file: 0 unreadable, 2 to compare with unreadable, 0 errors, ")
    assert alone[-1].startswith("1 file: 0 unreadable, 0 errors, ")


def test_last_years_reports_that_cannot_be_read_are_named() -> None:
    """Exit status 2: what was asked for could not be done."""
    put("2025/a.json", report("示例县教育局"))
    Path("2024").mkdir()
    Path("2024/x.json").write_text("", encoding="utf-8")

    result = call("check", "2025", "--previous", "2024", columns=120)

    assert f"{Path('2024', 'x.json')}：无法读取：文件为空，没有内容" in result.stdout
    assert result.exit_code == 2


def test_what_the_call_needs_for_something_else_is_no_report_of_the_folder() -> None:
    """The parent's report, the roster and last year's in the folder itself."""
    roster("教育局")
    Path("2025").mkdir()
    Path("units.csv").rename("2025/units.csv")
    put("2025/a.json", report("示例县教育局"))
    put("2025/county.json", report(COUNTY))
    put("2025/2024/a.json", report("示例县教育局", 2024))

    by_file = codes("2025", "--roster", "2025/units.csv", "--parent", "2025/county.json", "--previous", "2025/2024")

    assert list(by_file) == ["county.json", "a.json"]
    assert list(codes("2025", "--previous", "2025/2024")) == ["a.json", "county.json"]


def county(*children: gd.AnnualReport, **cells: int) -> gd.AnnualReport:
    """Give the report of the county: the sum of its children, but in some cells."""
    made = report(COUNTY)
    summed = gd.rollup(children, agency=COUNTY, year=2025).report
    for section in ("proactive_disclosure", "requests", "review_and_litigation"):
        setattr(made, section, getattr(summed, section))
    for name, figure in cells.items():
        gd.put(made, name.replace("__", "."), figure)
    return made


def test_the_parent_is_held_against_the_sum_of_the_folder() -> None:
    """It stands first, and in the summary above all; a child that was left out is named."""
    children = [report("示例县教育局"), report("示例县公安局", cells={"proactive_disclosure.licensing.decisions": 9})]
    for name, child in zip("ab", children, strict=True):
        put(f"2025/{name}.json", child)
    put("county.json", county(children[0]))
    roster("教育局", "公安局")

    result = call(
        "check", "2025", "--parent", "county.json", "--roster", "units.csv", "--summary", "o.csv", columns=200
    )

    by_file = codes("2025", "--parent", "county.json")
    assert list(by_file) == ["county.json", "a.json", "b.json"]
    assert set(by_file["county.json"]) >= {"ROLLUP-SUM"}
    assert "漏计“公安局”" in result.stdout
    assert "处同样的问题" in result.stdout
    rows = list(csv.reader(io.StringIO(Path("o.csv").read_bytes().decode("utf-8-sig"))))
    assert [row[1] for row in rows[1:]] == [COUNTY, "教育局", "公安局"]
    assert result.exit_code == 1


def test_the_parent_may_be_on_the_roster_itself() -> None:
    """Then it has handed in."""
    child = report("示例县教育局")
    put("2025/a.json", child)
    put("county.json", county(child))
    roster("教育局", COUNTY)

    assert said("--parent", "county.json", "--roster", "units.csv") == ["名册 2 个单位，2 个已报本年度报告"]


def test_children_are_held_against_the_report_that_is_checked() -> None:
    """The other way round; the children are not checked themselves."""
    children = [report("示例县教育局"), report("示例县公安局")]
    for name, child in zip("ab", children, strict=True):
        put(f"2025/{name}.json", child)
    put("county.json", county(*children, requests__total__newly_received=99))
    roster("教育局", "公安局", "民政局")

    select = ("--select", "ROLLUP")

    assert codes("county.json", "--children", "2025", *select) == {"county.json": ["ROLLUP-SUM"]}
    assert codes("county.json", "--children", "2025", "--roster", "units.csv", *select) == {
        "county.json": ["ROLLUP-MISSING"]
    }
    assert len(codes("county.json", "--children", "2025/a.json", *select)["county.json"]) > 1


@pytest.mark.parametrize("others", [(), ("2025/a.json",), ("2025/a.json", "2025/units.csv")])
def test_the_parent_and_the_roster_are_there_once(others: tuple[str, ...]) -> None:
    """As where a shell makes names of 2025/*."""
    roster("教育局")
    child = report("示例县教育局")
    put("2025/a.json", child)
    put("2025/county.json", county(child))
    Path("units.csv").rename("2025/units.csv")

    files = ("2025/../2025/county.json", *others)
    options = ("--parent", "2025/county.json", "--roster", "2025/units.csv")

    assert list(codes(*files, *options)) == ["county.json", *(Path(name).name for name in others[:1])]
    assert call("check", *files, *options).stdout.splitlines()[-1].startswith(f"共 {1 + len(others[:1])} 个文件")


def test_what_is_named_alone_is_read_whatever_else_it_is() -> None:
    """A roster that is no report cannot be checked."""
    roster("教育局")

    assert call("check", "units.csv", "--roster", "units.csv").exit_code == 2


def test_a_parent_and_children_do_not_go_together() -> None:
    """Wrong usage."""
    result = call("check", "a", "--parent", "b", "--children", "c")

    assert (result.exit_code, result.stderr) == (2, "错误：--parent 和 --children 不能同时使用\n")


def test_a_parent_that_cannot_be_read_is_an_error_of_its_own() -> None:
    """The others are checked."""
    put("2025/a.json", report("示例县教育局"))

    assert codes("2025", "--parent", "county.json") == {"county.json": [], "a.json": []}
    assert call("check", "2025", "--parent", "county.json").exit_code == 2


_TEXT = (
    "本局把政务公开纳入全年重点工作，成立了由主要负责人任组长的领导小组，制定了年度工作要点和任务分工。",
    "办公室逐月通报栏目更新情况，对超过期限没有更新的科室提出整改要求，并在年底进行综合评比和表彰。",
    "对群众关心的招生入学、困难学生资助、校车安全等事项，采用图表、问答、短视频等多种形式进行解读。",
    "全年组织业务培训三次，邀请县政务公开主管部门的同志授课，参加培训的工作人员达到一百二十人次以上。",
    "在办事大厅设置了查阅点，配备电脑和纸质目录，安排专人引导群众查询，得到了办事群众的一致好评。",
)


def test_sections_that_two_bodies_have_alike_are_found_in_a_batch() -> None:
    """With the other file; a report alone is compared with nothing."""
    put("2025/a.json", report("示例县教育局", overview=list(_TEXT)))
    put("2025/b.json", report("示例县公安局", overview=list(_TEXT)))
    put("2025/c.json", report("示例县民政局"))

    by_file = codes("2025", "--select", "PEER")

    assert by_file == {"a.json": ["PEER-COPY"], "b.json": ["PEER-COPY"], "c.json": []}
    assert str(Path("2025", "b.json")) in call("check", "2025/a.json", "2025/b.json", columns=200).stdout
    assert codes("2025/a.json", "--select", "PEER") == {"a.json": []}


def test_last_years_reports_are_looked_for_beside_this_years() -> None:
    """A folder that holds both is one with last year's: what is checked is not among them."""
    over = int(str(gd.get(report("x"), "requests.total.carried_over")))
    put("all/2025/a.json", report("示例县教育局"))
    put("all/2025/b.json", report("示例县公安局"))
    put("all/2024/a.json", carried("示例县教育局", forward=over + 1))

    by_file = codes("all/2025", *_CARRY, "--previous", "all")

    assert by_file == {"a.json": ["YOY-CARRY"] * 2, "b.json": []}


def test_a_report_without_an_agency_has_none_of_last_year() -> None:
    """It is named by its file; so is that of the parent."""
    put("2025/a.json", report("示例县教育局"))
    for path in ("2025/b.json", "county.json"):
        made = report("示例县公安局")
        made.agency = None
        put(path, made)
    put("2024/a.json", report("示例县教育局", 2024))
    put("2024/b.json", report("示例县公安局", 2024))

    shown = call("check", "2025", "--previous", "2024", "--parent", "county.json", columns=200).stdout

    assert f"没有上年报告可比的 2 个：county.json、{Path('2025', 'b.json')}\n" in shown


def test_a_report_without_a_year_is_compared_with_what_there_is() -> None:
    """The check says that it cannot be."""
    made = report("示例县教育局")
    made.year = None
    put("2025/a.json", made)
    put("2025/b.json", report("示例县公安局"))
    put("2024/a.json", report("示例县教育局", 2024))

    assert codes("2025", "--select", "YOY", "--previous", "2024") == {"a.json": ["YOY-PREVIOUS"], "b.json": []}


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--roster", "units.csv", "--summary", "units.csv"), "units.csv"),
        (("--previous", "2024", "--summary", "2024/last.xlsx"), "2024/last.xlsx"),
        (("--children", "2024/last.xlsx", "--summary", "2024/last.xlsx"), "2024/last.xlsx"),
        (("--previous", "2024/last.html", "--html", "2024/last.html"), "2024/last.html"),
    ],
)
def test_nothing_that_is_read_is_written_over(options: tuple[str, ...], name: str) -> None:
    """The roster, last year's reports and children are kept, as the reports themselves are."""
    roster("教育局")
    put("2025/a.json", report("示例县教育局"))
    put("2024/last.xlsx", report("示例县教育局", 2024))
    put("2024/last.html", report("示例县教育局", 2024))
    before = Path(name).read_bytes()

    result = call("check", "2025/a.json", *options)

    assert (result.exit_code, Path(name).read_bytes()) == (2, before)
    assert f"{name}：不能写入到来源文件自身" in result.output


def test_of_a_folder_of_last_years_reports_one_report_is_compared_with_its_own() -> None:
    """Files that are named one by one are all meant: bodies merge. A folder has reports of others as well."""
    put("2025.json", report("示例县教育局"))
    put("2024/a.json", report("示例县教育局", 2024))
    put("2024/b.json", report("示例县公安局", 2024, cells={"requests.total.carried_forward": 5}))

    folder = call("check", "2025.json", "--previous", "2024", *_CARRY)
    files = call("check", "2025.json", "--previous", "2024/a.json", "--previous", "2024/b.json", *_CARRY)

    assert "YOY-CARRY" not in folder.output
    assert "YOY-CARRY" in files.output
