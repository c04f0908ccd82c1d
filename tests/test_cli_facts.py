"""The command ``facts``: the facts of files as a data set, and how it ends."""

from __future__ import annotations

import errno
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.cli_calls import call

import govdisclosure as gd
from govdisclosure import batch, dataset
from govdisclosure.cli._facts import _tracked

if TYPE_CHECKING:
    from collections.abc import Iterable


@pytest.fixture(autouse=True)
def _in_a_directory_with_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    for year in (2023, 2024):
        gd.write(gd.AnnualReport.blank(agency="示例县教育局", year=year), f"reports/{year}.json")


@pytest.mark.parametrize("form", dataset.FORMS)
def test_a_folder_gets_the_facts_of_a_folder(form: str) -> None:
    """Also inside of it: neither the target nor the descriptor of an earlier one is a report."""
    first = call("facts", "reports", "-o", "reports/out", "--to", form)
    again = call("facts", "reports", "-o", "reports/more", "--to", form)

    assert (first.exit_code, first.output) == (0, "报告2份，数据400条\n")
    assert again.exit_code == 0
    assert again.output.splitlines()[-1] == "报告2份，数据400条"
    assert [report.year for report in dataset.read("reports/more")] == [2023, 2024]


def test_what_cannot_be_read_is_named_and_the_rest_is_written() -> None:
    """With exit status 2; the table of reports has a row for it."""
    Path("reports/a.pdf").write_bytes(b"\x89PNG")
    Path("reports/a.doc").write_bytes(b"")

    result = call("facts", "reports", "none", "-o", "out")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "reports/a.pdf：无法读取" in result.stderr
    assert "none：无法读取：文件不存在" in result.stderr
    assert "reports/a.doc" in result.stderr
    assert len(list(dataset.read("out"))) == 2


def test_reports_of_one_agency_and_year_are_named() -> None:
    """As `check` names them: sums over the facts count them twice."""
    gd.write(gd.read("reports/2024.json").report, "reports/2024 副本.docx")

    result = call("facts", "reports", "-o", "out")

    assert (result.exit_code, result.stderr.splitlines()) == (
        0,
        ["机关和年度相同（示例县教育局 2024年）：reports/2024 副本.docx、reports/2024.json", "报告3份，数据600条"],
    )


@pytest.mark.parametrize("sources", [("none",), ("none", "no*"), ("reports/2023.json/x",)])
def test_where_nothing_can_be_read_nothing_is_written(sources: tuple[str, ...]) -> None:
    """And what was there stays as it was."""
    result = call("facts", *sources, "-o", "out")

    assert result.exit_code == 2
    assert not Path("out").exists()


def test_standard_input_is_read_and_standard_output_written() -> None:
    """As CSV, with nothing else among it."""
    content = Path("reports/2023.json").read_bytes()

    result = call("facts", "-", "-o", "-", given=content)

    head, *rows = result.stdout_bytes.decode("utf-8-sig").splitlines()
    assert (result.exit_code, head.split(",")[:2], len(rows)) == (0, ["report", "agency"], 200)
    assert result.stderr == "报告1份，数据200条\n"


def test_notes_count_if_that_is_asked_for() -> None:
    """As of every command."""
    Path("a.md").write_text(gd.render(gd.AnnualReport.blank(agency="甲县", year=2024), "markdown"), encoding="utf-8")
    text = Path("a.md").read_text(encoding="utf-8").replace("规章", "规 章程")
    Path("a.md").write_text("\n".join(text.splitlines()[12:]), encoding="utf-8")
    assert gd.read("a.md", allow_blank=True).notes

    counted = call("facts", "a.md", "--allow-blank", "-o", "a", "--strict")
    exact = call("facts", "reports", "-o", "b", "--strict")

    assert (counted.exit_code, exact.exit_code) == (1, 0)


def test_a_target_is_written_over_only_if_asked() -> None:
    """A data set or a file; a folder with anything else never, and no source."""
    Path("other").mkdir()
    Path("other/mine.txt").write_text("", encoding="utf-8")
    call("facts", "reports", "-o", "out.csv")

    refused = [
        call("facts", "reports", "-o", *target)
        for target in (("out.csv",), ("other", "--overwrite"), ("a.xlsx",), ("a.csv", "--to", "parquet"))
    ]
    own = call("facts", "reports/2023.json", "-o", "reports/2023.json", "--overwrite")
    again = call("facts", "reports/2023.json", "-o", "out.csv", "--overwrite", "--cache", "cache")

    assert [(result.exit_code, result.output) for result in refused] == [
        (2, "错误：out.csv：文件已存在；如要覆盖，请加 --overwrite\n"),
        (2, "错误：other：目录中有其他文件，不写入\n"),
        (2, "错误：a.xlsx：应为目录，或扩展名为 .csv、.parquet 的文件，且与 --to 一致\n"),
        (2, "错误：a.csv：应为目录，或扩展名为 .csv、.parquet 的文件，且与 --to 一致\n"),
    ]
    assert (own.exit_code, own.output) == (2, "错误：reports/2023.json：不能写入到来源文件自身\n")
    assert (again.exit_code, again.output) == (0, "报告1份，数据200条\n")


def test_what_cannot_be_written_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is not there, an extra that is missing; an error of standard output is the program's own."""

    def failing(error: Exception) -> None:
        def write(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(dataset, "write", write)

    nowhere = call("facts", "reports", "-o", "none/out")
    failing(gd.MissingDependency("arrow", "Arrow and Parquet"))
    missing = call("facts", "reports", "-o", "out")
    failing(OSError(errno.ENOSPC, "full"))
    full = call("facts", "reports", "-o", "-")

    assert (nowhere.exit_code, nowhere.output) == (2, "错误：none/out：无法写入：文件或目录不存在\n")
    assert (missing.exit_code, "govdisclosure[arrow]" in missing.output) == (2, True)
    assert isinstance(full.exception, OSError)


def test_on_a_terminal_a_bar_keeps_no_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is given before the next is made."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    made: list[str] = []

    def outcomes() -> Iterable[batch.Outcome]:
        for source in "abc":
            made.append(source)
            yield batch.Outcome(source, None, b"")

    monkeypatch.setattr("sys.stderr", Terminal())
    through = iter(_tracked(outcomes(), "正在读取"))

    assert (next(through).source, made) == ("a", ["a"])
    assert [outcome.source for outcome in through] == ["b", "c"]


def test_help_and_descriptor_name_the_same_formats() -> None:
    """What can be chosen is what is written."""
    call("facts", "reports", "-o", "out")

    package = json.loads(Path("out/datapackage.json").read_text(encoding="utf-8"))

    assert {resource["format"] for resource in package["resources"]} <= set(dataset.FORMS)
    assert "--to [csv|parquet]" in call("facts", "--help").output
