"""The command ``explain``: the codes of findings and of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.cli_calls import call, trimmed

from govdisclosure.checks import rules
from govdisclosure.checks.examples import explained
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
    """All that is said of a rule, in its order, in the language that was asked for."""
    result = call("explain", rule.code, "--lang", language, columns=400)

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

    assert code in call("explain", "T3-ROW", columns=30).stdout.splitlines()


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
    assert result.stdout == f"PINYIN-REMOVED\n读取说明：读取文件时不能确定或作了处理的地方。\n{said}\n"


def test_the_code_of_an_error_is_explained() -> None:
    """Errors that end a reading have codes, too; what differs from one to the next is left open."""
    result = call("explain", "TWO-FORMS", "--lang", "en")

    said = "expected one form, found two, the second at …"
    assert result.stdout == f"TWO-FORMS\nAn error: why a file cannot be read.\n{said}\n"


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
    codes = [*(rule.code for rule in rules()), *wording.note_codes(), *wording.error_codes()]
    assert [line.split()[1] for line in lines[2:] if line] == codes
    assert (lines[0].split(), result.exit_code) == (["级别", "代码", "发现的问题"], 0)


def test_the_list_has_the_first_sentence_of_each() -> None:
    """A short title, without its full stop."""
    line = next(line for line in call("explain", columns=400).stdout.splitlines() if " FEE-STATEMENT " in line)

    about = next(rule.about.zh for rule in rules() if rule.code == "FEE-STATEMENT")
    assert line.split(maxsplit=2)[2].rstrip() == about.partition("。")[0]
