"""
Rules as one looks them up: what must hold, its ground, an example that breaks it, the same example mended.

The pages of the rules and ``govdisclosure explain`` show this, tests run the examples. Loaded only when asked for.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import frozen

import govdisclosure
from govdisclosure.checks import (
    _examples_of_copies,
    _examples_of_rollups,
    _examples_of_tables,
    _examples_of_text,
    _examples_of_words,
    _examples_of_years,
)
from govdisclosure.checks._example import Example, valid_report
from govdisclosure.checks._run import check
from govdisclosure.model.findings import Findings
from govdisclosure.model.message import Message
from govdisclosure.model.naming import SEVERITIES
from govdisclosure.model.report import AnnualReport
from govdisclosure.vocabulary.laws import ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govdisclosure.checks._rules import Rule
    from govdisclosure.model.message import Language

__all__ = ["EXAMPLES", "Example", "Part", "Played", "explained", "outcomes", "played", "valid_report"]

EXAMPLES: Final[Mapping[str, Example]] = {
    **_examples_of_tables.EXAMPLES,
    **_examples_of_words.EXAMPLES,
    **_examples_of_text.EXAMPLES,
    **_examples_of_years.EXAMPLES,
    **_examples_of_rollups.EXAMPLES,
    **_examples_of_copies.EXAMPLES,
}
"""The example of each rule, by its code."""

_FORMULA: Final = Message("公式", "Formula")
_LAW: Final = Message("依据", "Ground")
_MESSAGES: Final = Message("级别和提示语", "Severity and message")
_MEND: Final = Message("如何改正", "How to mend it")
_FAILS: Final = Message("不通过的例子", "An example that fails")
_PASSES: Final = Message("改正后通过", "Mended, it passes")
_FIELD: Final = re.compile(r"\{[^}]*\}")


@frozen
class Part:
    """
    A part of what is to be said of a rule.

    Args:
        title: Its heading; empty for the first part.
        lines: Its lines.
        kind: ``"prose"``, one paragraph; ``"list"``, one item a line; ``"code"``, what a Python console shows.
    """

    title: str
    lines: tuple[str, ...]
    kind: Literal["prose", "list", "code"] = "prose"


def explained(rule: Rule, language: Language) -> Iterator[Part]:
    """
    Yield all that is to be said of a rule of the library, in one language.

    Raises:
        KeyError: If the rule has no example.
    """
    example = EXAMPLES[rule.code]
    broken, _ = outcomes(rule.code)
    templates = {rule.severity: Message(rule.zh, rule.en), **rule.also}
    between = "：" if language == "zh" else ": "
    yield Part("", (rule.about.of(language),))
    yield Part(_FORMULA.of(language), (example.formula.of(language),))
    if rule.law is not None:
        yield Part(_LAW.of(language), (ground(rule.law, language),))
    messages = (
        SEVERITIES[severity].of(language) + between + _FIELD.sub("…", words.of(language))
        for severity, words in templates.items()
    )
    yield Part(_MESSAGES.of(language), tuple(messages), "list")
    yield Part(_MEND.of(language), (example.mend.of(language),))
    shown = tuple(f"{finding.severity} {finding.message.of(language)}" for finding in broken)
    given = f", {example.given}" if example.given else ""
    asked = f'for finding in gd.check(report, select="{rule.code}"{given}):\n'
    asked += f"    print(finding.severity, finding.message.{language})"
    yield Part(_FAILS.of(language), (*_typed(_head(example)), *_typed(example.fails), *_typed(asked), *shown), "code")
    yield Part(_PASSES.of(language), (*_typed(example.mended), *_typed(f"list(gd.check(report{given}))"), "[]"), "code")


@frozen
class Played:
    """
    The example of a rule, played.

    Args:
        broken: The report that breaks the rule.
        findings: The findings of the rule on it.
        mended: The same report, mended.
        left: All findings on that one.
    """

    broken: AnnualReport
    findings: Findings
    mended: AnnualReport
    left: Findings


def played(code: str) -> Played:
    """
    Play the example of a rule.

    Raises:
        KeyError: If the rule has no example.
    """
    example = EXAMPLES[code]
    names: dict[str, Any] = {
        "gd": govdisclosure,
        "valid_report": valid_report,
        "report": valid_report(example.year),
    }
    # What else is given is made anew for each check, as where it is typed.
    given = f"given = dict({example.given})"
    exec(f"{example.fails}\n{given}", names)  # noqa: S102 - the examples are ours
    broken = copy.deepcopy(names["report"])
    failing = check(broken, select=code, **names["given"])
    exec(f"{example.mended}\n{given}", names)  # noqa: S102
    return Played(broken, failing, names["report"], check(names["report"], **names["given"]))


def outcomes(code: str) -> tuple[Findings, Findings]:
    """Play the example of a rule; give the findings of that code in the broken report, and all in the mended one."""
    example = played(code)
    return example.findings, example.left


def _head(example: Example) -> str:
    year = "" if example.year == 2025 else str(example.year)
    return f"import govdisclosure as gd\nfrom {__name__} import valid_report\nreport = valid_report({year})"


def _typed(source: str) -> Iterator[str]:
    """Give lines of Python as a console shows them."""
    for line in source.splitlines():
        yield f"... {line}" if line.startswith(" ") else f">>> {line}"
