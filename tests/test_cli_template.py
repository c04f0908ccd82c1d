"""The command ``template``: a blank report to be filled in, of any format that is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.cli_calls import call

import govdisclosure as gd


@pytest.fixture(autouse=True)
def _in_an_empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", ["out.xlsx", "out.txt", "out.json"])
@pytest.mark.parametrize(("year", "edition"), [(2025, None), (2020, None), (2020, "2021")])
def test_a_template_is_a_blank_report(name: str, year: int, edition: str | None) -> None:
    """Of the edition of its year, or of the one that was asked for; reading it gives no note."""
    options = ["--year", str(year), "--agency", "示例县人民政府", *(["--edition", edition] if edition else [])]

    result = call("template", name, *options)

    report = gd.AnnualReport.blank(agency="示例县人民政府", year=year, edition=edition)
    assert (result.exit_code, result.output) == (0, "")
    assert gd.read(name) == gd.Reading(report)


def test_without_an_agency_the_title_leaves_room() -> None:
    """Whoever fills the form in writes the name into its title, and it is read."""
    call("template", "out.xlsx", "--year", "2025")

    report = gd.read("out.xlsx").report
    assert (report.agency, report.title) == (None, "2025年政府信息公开工作年度报告")


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("out.pdf", [], "pdf 格式只能读取，不能写入"),
        ("there.xlsx", [], "there.xlsx：文件已存在，不覆盖"),
        ("no/out.xlsx", [], "no/out.xlsx：无法写入：文件或目录不存在"),
    ],
)
def test_what_cannot_be_written_is_one_line(name: str, options: list[str], message: str) -> None:
    """A file that is there may have been filled in, and stays as it is."""
    Path("there.xlsx").write_bytes(b"x")

    result = call("template", name, "--year", "2025", *options)

    assert (result.exit_code, result.output) == (2, f"错误：{message}\n")
    assert Path("there.xlsx").read_bytes() == b"x"


@pytest.mark.parametrize("options", [(), ("--edition", "2019")])
def test_there_is_no_form_of_years_before_the_first(options: tuple[str, ...]) -> None:
    """A check of it would say that the form was not in use; the first year has one."""
    result = call("template", "out.xlsx", "--year", "2018", *options)

    said = "错误：2018年的报告早于现行格式（自2019年起），没有规定的表格\n"
    assert (result.exit_code, result.output, Path("out.xlsx").exists()) == (2, said, False)
    assert call("template", "out.xlsx", "--year", "2019", *options).exit_code == 0


@pytest.mark.parametrize(
    ("name", "agency", "message"),
    [
        (
            "out.odt",
            "示例县",
            "out.odt：输出格式由扩展名决定，应为 .json/.txt/.md/.markdown/.html/.htm/.docx/.xlsx",
        ),
        ("out.xlsx", "\n", r"--agency：“\n”不能作机关名称"),
    ],
)
def test_wrong_usage_is_named(name: str, agency: str, message: str) -> None:
    """An unknown suffix, and a name that is none."""
    result = call("template", name, "--year", "2025", "--agency", agency)

    assert (result.exit_code, result.output.splitlines()[-1]) == (2, f"错误：{message}")
    assert list(Path().iterdir()) == []


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what installs it."""
    for module in [name for name in sys.modules if name.startswith(("xlsxwriter", "govdisclosure.formats.xlsx"))]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    template = call("template", "out.xlsx", "--year", "2025")
    gd.write(gd.AnnualReport(), "a.json")
    summary = call("check", "a.json", "--summary", "out.xlsx")

    converted = call("convert", "a.json", "out.xlsx")

    message = '错误：Excel (.xlsx) 需要安装附加组件：pip install "govdisclosure[xlsx]"\n'
    assert (template.exit_code, template.output) == (2, message)
    assert (summary.exit_code, summary.output) == (2, message)
    assert (converted.exit_code, converted.output) == (2, message)
