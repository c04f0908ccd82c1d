"""The command ``explain``: the codes of findings and of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from cli_calls import call, trimmed

from govdisclosure.checks import rules
from govdisclosure.cli import _explain
from govdisclosure.layout import wording

if TYPE_CHECKING:
    import pytest


def joined(printed: str) -> str:
    """Undo the breaks of lines."""
    return "".join(printed.split())


def test_a_code_is_explained() -> None:
    """What must hold, the message with its fields left open, and the ground."""
    rule = next(rule for rule in rules() if rule.code == "AGENCY-MISSING")

    result = call("explain", "AGENCY-MISSING", columns=400)

    assert result.exit_code == 0
    assert result.stdout == f"AGENCY-MISSING\n{rule.about.zh}\n警告 {rule.zh}\n依据：{rule.law}\n"


def test_every_severity_of_a_code_has_its_message() -> None:
    """An identity is an error, or a warning with words of its own."""
    result = call("explain", "--lang", "en", "T3-ROW", columns=400)

    severities = [line.split()[0] for line in result.stdout.splitlines()[2:4]]
    assert severities == ["error", "warning"]
    assert "{" not in result.stdout


def test_a_code_can_be_lower_case_and_a_beginning() -> None:
    """All codes that begin so are explained, a blank line between them."""
    result = call("explain", "t3-")

    headings = [block.splitlines()[0] for block in result.stdout.split("\n\n")]
    assert headings == [rule.code for rule in rules() if rule.code.startswith("T3-")]


def test_a_whole_code_is_no_beginning() -> None:
    """``YEAR`` is a code, and ``YEAR-MISSING`` another."""
    assert call("explain", "YEAR").stdout.splitlines()[0] == "YEAR"
    assert "YEAR-MISSING" not in call("explain", "YEAR").stdout


def test_every_code_is_explained_in_both_languages() -> None:
    """What must hold is said for each rule, whole."""
    for rule in rules():
        assert joined(rule.about.zh) in joined(call("explain", rule.code).stdout)
        assert joined(rule.about.en) in joined(call("explain", "--lang", "en", rule.code).stdout)


def test_a_rule_without_a_ground_has_no_line_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The law is named only where there is one."""
    groundless = [attrs.evolve(rule, law=None) for rule in rules()]
    monkeypatch.setattr(_explain, "rules", lambda: groundless)

    assert "依据" not in call("explain", "T3").stdout


def test_the_code_of_a_note_is_explained() -> None:
    """Notes of a reading have codes, too."""
    result = call("explain", "PINYIN-REMOVED")

    said = wording.note("PINYIN-REMOVED").message.zh
    assert result.stdout == f"PINYIN-REMOVED\n读取说明：读取文件时不能确定或作了处理的地方。\n{said}\n"


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
    """Every rule and every note once, in a line or two."""
    result = call("explain", columns=400)

    lines = trimmed(result.stdout).splitlines()
    assert [line.split()[1] for line in lines[2:] if line] == [*(rule.code for rule in rules()), *wording.note_codes()]
    assert (lines[0].split(), result.exit_code) == (["级别", "代码", "发现的问题"], 0)


def test_the_list_has_the_first_sentence_of_each() -> None:
    """A short title, without its full stop."""
    line = next(line for line in call("explain", columns=400).stdout.splitlines() if " FEE-STATEMENT " in line)

    about = next(rule.about.zh for rule in rules() if rule.code == "FEE-STATEMENT")
    assert line.split(maxsplit=2)[2].rstrip() == about.partition("。")[0]
