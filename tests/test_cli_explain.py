"""The command ``explain``: the codes of findings and of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.cli_calls import call, coloured, styles_of, trimmed

from govdisclosure.batch.codes import WORDS
from govdisclosure.checks import rules
from govdisclosure.checks.examples import explained, played
from govdisclosure.cli._example_rows import rows_of
from govdisclosure.cli._texts import Words
from govdisclosure.form import wording

if TYPE_CHECKING:
    from govdisclosure.checks import Rule
    from govdisclosure.model.message import Language


def joined(printed: str) -> str:
    """Undo the breaks of lines."""
    return "".join(printed.split())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_code_is_explained_as_on_its_page(rule: Rule, language: Language) -> None:
    """All that is said of a rule, in its order, in the language that was asked for; its example as Python."""
    result = call("explain", rule.code, "--python", "--lang", language, columns=400)

    wanted = [rule.code]
    for part in explained(rule, language):
        wanted += ["", part.title] if part.title else []
        wanted += part.lines
    lines = result.stdout.splitlines()
    beyond = lines[len(wanted) :]
    assert (result.exit_code, lines[: len(wanted)]) == (0, wanted)
    # A code of a note as well is explained as such below, after a blank line.
    assert beyond[:1] == ([""] if rule.code in wording.note_codes() else [])


def test_code_is_not_broken_into_lines() -> None:
    """It can be copied from a narrow terminal."""
    code = ">>> from govdisclosure.checks.examples import valid_report"

    assert code in call("explain", "T3-ROW", "--python", columns=30).stdout.splitlines()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_clerk_sees_no_python(rule: Rule, language: Language) -> None:
    """Everything but the code of the page, and in its place what is found."""
    shown = call("explain", rule.code, "--lang", language, columns=400).stdout

    parts = [part for part in explained(rule, language) if part.kind != "code"]
    assert all(line in trimmed(shown) for part in parts for line in part.lines)
    assert ">>>" not in shown
    for finding in played(rule.code).findings:
        assert joined(finding.message.of(language)) in joined(shown)


def test_an_example_is_shown_as_rows_of_the_form() -> None:
    """Each cell of the sum by its label: what stands there, and what once it is mended."""
    lines = trimmed(call("explain", "T3-BALANCE", columns=120).stdout).splitlines()

    rows = [
        line.split()
        for line in lines[lines.index("例子                                               不通过   改正后") :]
    ]
    assert rows[2:6] == [
        ["「自然人」列「一、本年新收政府信息公开申请数量」", "12", "12"],
        ["「自然人」列「二、上年结转政府信息公开申请数量」", "1", "1"],
        ["「自然人」列「（七）总计」", "12", "12"],
        ["「自然人」列「四、结转下年度继续办理」", "0", "1"],
    ]


def test_what_differs_is_in_the_colour_of_its_severity() -> None:
    """And what is as it should be has none."""
    printed = coloured("explain", "T3-BALANCE", columns=120)

    row = next(line for line in printed.splitlines() if "结转下年度继续办理" in line and "「自然人」" in line)
    other = next(line for line in printed.splitlines() if "上年结转政府信息公开" in line and "「自然人」" in line)
    assert styles_of("0", row) == ["1;31"]
    assert styles_of("1", other) == ["", ""]


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("SECTION-MISSING", ["六、其他需要报告的事项", "（没有这一部分）", "本年度未收取政府信息公开信息处理费。"]),
        ("FORM-EMPTY", ["二、主动公开政府信息情况", "2021版表格，10 格中填了 0 格", "2021版表格，10 格中填了 10 格"]),
        ("TABLE-EMPTY", ["四、政府信息公开行政复议、行政诉讼情况", "15 格中填了 0 格", "15 格中填了 15 格"]),
        ("TABLE-MISSING", ["四、政府信息公开行政复议、行政诉讼情况", "（没有表格）", "15 格中填了 15 格"]),
        ("AGENCY-MISSING", ["机关", "", "示例县文化和旅游局"]),
        ("PERIOD", ["统计期限", "2025-01-01 至 2025-12-30", "2025-01-01 至 2025-12-31"]),
    ],
)
def test_rows_of_an_example_are_whatever_the_rule_is_about(code: str, row: list[str]) -> None:
    """A section, a table, a value of the metadata."""
    (shown,) = rows_of(code, Words("zh")).rows[:1]

    assert [shown.name, shown.before, shown.after] == row


def test_a_long_paragraph_of_an_example_is_cut() -> None:
    """It is the place that matters; where both are alike at their beginnings, the findings say more."""
    row = rows_of("PEER-COPY", Words("zh")).rows[0]

    assert (len(row.before), row.before[-1]) == (81, "…")


def test_an_example_of_many_rows_shows_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """And says how many there are beyond."""
    monkeypatch.setattr("govdisclosure.cli._example_rows._LISTED", 3)

    lines = trimmed(call("explain", "T3-BALANCE", columns=120).stdout).splitlines()

    assert "另有 5 处" in lines


def test_a_code_can_be_lower_case_and_a_beginning() -> None:
    """All codes that begin so are explained, a blank line between them."""
    result = call("explain", "t3-")

    codes = [line for line in result.stdout.splitlines() if line.startswith("T3-")]
    assert codes == [rule.code for rule in rules() if rule.code.startswith("T3-")]


def test_a_whole_code_is_no_beginning() -> None:
    """``YEAR`` is a code, and ``YEAR-MISSING`` another."""
    assert call("explain", "YEAR").stdout.splitlines()[0] == "YEAR"
    assert "\nYEAR-MISSING\n" not in call("explain", "YEAR").stdout


def test_the_code_of_a_note_is_explained() -> None:
    """Notes of a reading have codes, too."""
    result = call("explain", "PINYIN-REMOVED")

    said = wording.note("PINYIN-REMOVED").message.zh
    assert (
        result.stdout == f"PINYIN-REMOVED\n读取说明：读取文件时不能确定或作了处理的地方。\n{said}\n怎么办：无需处理。\n"
    )


def test_the_code_of_an_error_is_explained() -> None:
    """Errors that end a reading have codes, too; what differs from one to the next is left open."""
    result = call("explain", "TWO-FORMS", "--lang", "en")

    said = "expected one form, found two, the second at …"
    advice = "What to do: put each into a file of its own."
    assert result.stdout == f"TWO-FORMS\nAn error: why a file cannot be read.\n{said}\n{advice}\n"


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("STRUCTURE", ["JSON 不符合报告的结构：…", "怎么办：改正错误所指的各处。"]),
        ("ARCHIVE-NESTED", ["压缩文件内的压缩文件不读取；请先解压", "怎么办：先解压。"]),
        ("NO-REPORT", ["其中没有可读取的报告", "怎么办：看看目录或压缩文件是否拿错。"]),
        ("EXECUTOR", ["执行器未给出结果（…）", "怎么办：查看执行器自己的日志。"]),
    ],
)
def test_codes_of_json_and_of_a_batch_are_explained(code: str, lines: list[str]) -> None:
    """``check``, the table of reports and the docs show them as well."""
    assert call("explain", code).stdout.splitlines() == [code, "读取错误：文件因此不能读取。", *lines]


def test_what_to_do_about_an_error_of_several_kinds_is_one_of_several_things() -> None:
    """A wrong file, or a right one that is saved in another way."""
    said = call("explain", "UNSUPPORTED", "--lang", "en").stdout.splitlines()[-1]

    assert said == "What to do: see that it is the right file; or save as .docx or .xlsx."


def test_a_code_of_both_is_explained_as_both() -> None:
    """A missing table is a finding of a report and a note of its reading."""
    result = call("explain", "TABLE-MISSING")

    rule = next(rule for rule in rules() if rule.code == "TABLE-MISSING")
    assert joined(rule.about.zh) in joined(result.stdout)
    assert "读取说明：" in result.stdout


def test_an_unknown_code_names_the_nearest() -> None:
    """Exit status 2."""
    result = call("explain", "TOTAL-BLNK")

    assert result.stderr.startswith("错误：没有代码 TOTAL-BLNK；相近的有 TOTAL-BLANK、")
    assert (result.exit_code, result.stdout) == (2, "")


def test_without_a_code_all_are_listed() -> None:
    """Every rule, every note and every error once, in a line or two."""
    result = call("explain", columns=400)

    lines = trimmed(result.stdout).splitlines()
    codes = [*(rule.code for rule in rules()), *wording.note_codes(), *wording.error_codes(), *WORDS]
    assert [line.split()[1] for line in lines[2:] if line] == codes
    assert (lines[0].split(), result.exit_code) == (["级别", "代码", "发现的问题"], 0)


def test_the_list_has_the_first_sentence_of_each() -> None:
    """A short title, without its full stop."""
    line = next(line for line in call("explain", columns=400).stdout.splitlines() if " FEE-STATEMENT " in line)

    about = next(rule.about.zh for rule in rules() if rule.code == "FEE-STATEMENT")
    assert line.split(maxsplit=2)[2].rstrip() == about.partition("。")[0]
