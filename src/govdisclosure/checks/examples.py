"""
Rules as one looks them up: what must hold, its ground, an example that breaks it, the same example mended.

The pages of the rules and ``govdisclosure explain`` show this, tests run the examples. Loaded only when asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import frozen

import govdisclosure
from govdisclosure.checks import _examples_of_tables, _examples_of_text
from govdisclosure.checks._example import Example, valid_report
from govdisclosure.checks._run import check
from govdisclosure.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govdisclosure.checks._rules import Rule
    from govdisclosure.model.findings import Findings
    from govdisclosure.model.message import Language

__all__ = ["EXAMPLES", "Example", "Part", "cited", "explained", "outcomes", "valid_report"]

EXAMPLES: Final[Mapping[str, Example]] = {**_examples_of_tables.EXAMPLES, **_examples_of_text.EXAMPLES}
"""The example of each rule, by its code."""

_FORMULA: Final = Message("公式", "Formula")
_LAW: Final = Message("依据", "Ground")
_MESSAGES: Final = Message("级别和提示语", "Severity and message")
_MEND: Final = Message("如何改正", "How to mend it")
_FAILS: Final = Message("不通过的例子", "An example that fails")
_PASSES: Final = Message("改正后通过", "Mended, it passes")
_SEVERITIES: Final = {
    "error": Message("错误", "error"),
    "warning": Message("警告", "warning"),
    "info": Message("提示", "info"),
}
_REGULATION: Final = "《中华人民共和国政府信息公开条例》"
_ARTICLES: Final = re.compile(r"(?:Art\. |(?<=, ))(?P<article>\d+)(?P<below>(?:\(\d\))*)")
_NUMERALS: Final = "〇一二三四五六七八九"
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

    def of(message: Message) -> str:
        return message.zh if language == "zh" else message.en

    example = EXAMPLES[rule.code]
    broken, _ = outcomes(rule.code)
    templates = {rule.severity: Message(rule.zh, rule.en), **rule.also}
    between = "：" if language == "zh" else ": "
    yield Part("", (of(rule.about),))
    yield Part(of(_FORMULA), (of(example.formula),))
    if rule.law is not None:
        yield Part(of(_LAW), (_ground(rule.law, language),))
    messages = (
        of(_SEVERITIES[severity]) + between + _FIELD.sub("…", of(words)) for severity, words in templates.items()
    )
    yield Part(of(_MESSAGES), tuple(messages), "list")
    yield Part(of(_MEND), (of(example.mend),))
    shown = tuple(f"{finding.severity} {of(finding.message)}" for finding in broken)
    asked = f'for finding in gd.check(report, select="{rule.code}"):\n'
    asked += f"    print(finding.severity, finding.message.{language})"
    yield Part(of(_FAILS), (*_typed(_head(example)), *_typed(example.fails), *_typed(asked), *shown), "code")
    yield Part(of(_PASSES), (*_typed(example.mended), *_typed("list(gd.check(report))"), "[]"), "code")


def outcomes(code: str) -> tuple[Findings, Findings]:
    """Run the example of a rule; give the findings of that code in the broken report, and all in the mended one."""
    example = EXAMPLES[code]
    names: dict[str, Any] = {
        "gd": govdisclosure,
        "valid_report": valid_report,
        "report": valid_report(example.year),
    }
    exec(example.fails, names)  # noqa: S102 - the examples are ours
    broken = check(names["report"], select=code)
    exec(example.mended, names)  # noqa: S102
    return broken, check(names["report"])


def cited(law: str, language: Language) -> str:
    """Cite a ground in a language: in Chinese, ``Art. 36(4)(5)`` is 第36条第（四）（五）项."""
    return law if language == "en" else _ARTICLES.sub(_article, law).replace("》 ", "》").replace(", ", "、")


def _article(found: re.Match[str]) -> str:
    places = "".join(f"（{_NUMERALS[int(place)]}）" for place in re.findall(r"\((\d)\)", found["below"]))
    # The places of these articles are paragraphs (款), those of the others items (项).
    if found["article"] in {"16", "39"}:
        places = places.strip("（）") + "款"
    below = "" if not found["below"] else f"第{places}" if places.endswith("款") else f"第{places}项"
    return f"第{found['article']}条{below}"


def _ground(law: str, language: Language) -> str:
    """Name the Regulation where only its articles are given."""
    return cited(f"{_REGULATION} {law}" if law.startswith("Art.") else law, language)


def _head(example: Example) -> str:
    year = "" if example.year == 2025 else str(example.year)
    return f"import govdisclosure as gd\nfrom {__name__} import valid_report\nreport = valid_report({year})"


def _typed(source: str) -> Iterator[str]:
    """Give lines of Python as a console shows them."""
    for line in source.splitlines():
        yield f"... {line}" if line.startswith(" ") else f">>> {line}"
