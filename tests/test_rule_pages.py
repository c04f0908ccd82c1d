"""What is said of each rule: its formula, its ground, an example that fails, and the same mended."""

from __future__ import annotations

import subprocess
import sys

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.checks import rules
from govdisclosure.checks.examples import EXAMPLES, Part, explained, outcomes, valid_report

CODES = [rule.code for rule in rules()]


def test_every_rule_has_an_example_and_no_example_lacks_its_rule() -> None:
    """Whoever adds a rule adds what its page says."""
    assert sorted(EXAMPLES) == sorted(CODES)


@pytest.mark.parametrize("year", [2020, 2021, 2025])
def test_nothing_is_wrong_with_the_report_that_examples_begin_with(year: int) -> None:
    """In either edition."""
    assert list(gd.check(valid_report(year))) == []


@pytest.mark.parametrize("code", CODES)
def test_an_example_fails_and_passes_once_it_is_mended(code: str) -> None:
    """The broken report has findings of the rule; the mended one has none at all."""
    broken, mended = outcomes(code)

    assert ({finding.code for finding in broken}, list(mended)) == ({code}, [])


@pytest.mark.parametrize("code", CODES)
def test_formula_and_mending_are_said_in_both_languages(code: str) -> None:
    """Chinese is Chinese, and English is none."""
    example = EXAMPLES[code]

    for said in (example.formula, example.mend):
        assert all(attrs.astuple(said))
        assert said.zh != said.en


def test_a_rule_is_explained_with_all_its_parts() -> None:
    """What must hold, formula, ground, messages, how to mend it, a failing example, the same mended."""
    rule = next(rule for rule in rules() if rule.code == "FEE-STATEMENT")
    example = EXAMPLES["FEE-STATEMENT"]
    moved = rule.also[gd.Severity.INFO].en
    messages = [
        f"warning: {rule.en.replace('{path}', '…')}",
        f"info: {moved.replace('{path}', '…').replace('{where}', '…').replace('{quote}', '…')}",
    ]

    assert list(explained(rule, "en")) == [
        Part("", (rule.about.en,)),
        Part("Formula", (example.formula.en,)),
        Part("Ground", ("国办函〔2020〕109号",)),
        Part("Severity and message", tuple(messages), "list"),
        Part("How to mend it", (example.mend.en,)),
        Part(
            "An example that fails",
            (
                ">>> import govdisclosure as gd",
                ">>> from govdisclosure.checks.examples import valid_report",
                ">>> report = valid_report()",
                f">>> {example.fails}",
                '>>> for finding in gd.check(report, select="FEE-STATEMENT"):',
                "...     print(finding.severity, finding.message.en)",
                f"warning {rule.en.format(path='other_matters')}",
            ),
            "code",
        ),
        Part(
            "Mended, it passes",
            (f">>> {example.mended}", ">>> list(gd.check(report))", "[]"),
            "code",
        ),
    ]


def test_a_rule_is_explained_in_chinese() -> None:
    """Headings, severities and messages are Chinese; the example is of the year that it needs."""
    rule = next(rule for rule in rules() if rule.code == "T2-DISCLOSED")
    parts = list(explained(rule, "zh"))

    assert [part.title for part in parts] == [
        "",
        "公式",
        "依据",
        "级别和提示语",
        "如何改正",
        "不通过的例子",
        "改正后通过",
    ]
    assert parts[0].lines == (rule.about.zh,)
    assert parts[3].lines[0].startswith("警告：")
    assert parts[5].lines[2] == ">>> report = valid_report(2020)"


def test_a_rule_without_a_ground_has_no_part_for_it() -> None:
    """The law is named only where there is one."""
    rule = attrs.evolve(next(iter(rules())), law=None)

    assert "Ground" not in [part.title for part in explained(rule, "en")]


def test_the_regulation_is_named_where_only_its_article_is_given() -> None:
    """A reader of one page has no context."""
    rule = next(rule for rule in rules() if rule.law == "Art. 49")
    grounds = [
        next(part for part in explained(rule, "en" if en else "zh") if part.title in {"Ground", "依据"})
        for en in (1, 0)
    ]

    assert [ground.lines for ground in grounds] == [
        ("《中华人民共和国政府信息公开条例》 Art. 49",),
        ("《中华人民共和国政府信息公开条例》第49条",),
    ]


@pytest.mark.programs
def test_examples_are_loaded_only_when_asked_for() -> None:
    """Whoever checks reports needs none."""
    code = "import sys, govdisclosure; print([name for name in sys.modules if 'example' in name])"

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code

    assert result.stdout == "[]\n"
