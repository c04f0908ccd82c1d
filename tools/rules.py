"""Write ``docs/*/rules``: a page for each rule, from the registry and the examples, and their list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

from govdisclosure.checks import Rule, rules
from govdisclosure.checks.examples import EXAMPLES, Part, explained
from govdisclosure.model.message import Language, Message
from govdisclosure.model.naming import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parent.parent / "docs"

_FAMILIES: Final = {
    "arithmetic": Message("勾稽关系", "Arithmetic"),
    "completeness": Message("完整性", "Completeness"),
    "dates": Message("日期和格式版本", "Dates and editions"),
    "official": Message("正文应写明的事项", "What has to be said"),
    "fees": Message("信息处理费", "Information-processing fees"),
    "plausibility": Message("表二的合理性", "Plausibility of table II"),
    "narrative": Message("正文与表格", "Narrative against tables"),
    "rollups": Message("汇总", "Roll-ups"),
    "years": Message("与上年比较", "Year on year"),
    "yearly_text": Message("正文与两年的表格", "Narrative against two years"),
    "copies": Message("雷同", "Copies"),
}
_INDEX: Final = Message(
    """# 规则

每条规则一页：公式、依据、不通过的例子、如何改正。命令 `govdisclosure explain 代码` 显示同样的内容，例子按表格的行列出；
加 `--python` 则与本页一样。

例子从 `valid_report()` 开始：一份没有任何问题的报告（2025年度，示例县文化和旅游局）。

各页由 `python tools/rules.py` 生成。
""",
    """# Rules

A page for each rule: its formula, its ground, an example that fails, how to mend it. `govdisclosure explain CODE`
prints the same, the example as rows of the form; with `--python`, as it stands here.

The examples begin with `valid_report()`, a report with which nothing is wrong: on 2025, of 示例县文化和旅游局, a
county's bureau of culture and tourism. The pages are made by `python tools/rules.py`.
""",
)
_HEADER: Final = Message("| 代码 | 级别 | 公式 |", "| code | severity | formula |")
_BACK: Final = Message("全部规则", "All rules")


def main() -> None:
    """Write all pages, and remove those of codes that are gone."""
    made = pages()
    for old in DOCS.glob("*/rules/*.md"):
        if old not in made:
            old.unlink()
    for path, content in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    print(f"{len(made)} pages")


def pages() -> dict[Path, str]:
    """Give all pages, by their paths."""
    made = {}
    languages: tuple[Language, ...] = get_args(Language)
    for language in languages:
        folder = DOCS / language / "rules"
        made[folder / "index.md"] = "\n".join(_index(language)) + "\n"
        made |= {folder / f"{rule.code}.md": "\n".join(_page(rule, language)) + "\n" for rule in rules()}
    return made


def _index(language: Language) -> Iterator[str]:
    yield _INDEX.of(language).rstrip()
    family = ""
    for rule in rules():
        # A check that a factory makes has the module of the factory, which is that of its family.
        own = rule.function.__module__.rpartition(".")[2]
        if own != family:
            family = own
            yield from ("", f"## {_FAMILIES[family].of(language)}", "", _HEADER.of(language), "|---|---|---|")
        severity = SEVERITIES[rule.severity].of(language)
        formula = EXAMPLES[rule.code].formula.of(language)
        yield f"| [{rule.code}]({rule.code}.md) | {severity} | {formula} |"
    # The menu of the docs site.
    yield from ("", "```{toctree}", ":hidden:", "", *(rule.code for rule in rules()), "```")


def _page(rule: Rule, language: Language) -> Iterator[str]:
    yield f"# {rule.code}"
    for part in explained(rule, language):
        yield ""
        if part.title:
            yield from (f"## {part.title}", "")
        yield from _lines(part)
    yield from ("", f"[← {_BACK.of(language)}](index.md)")


def _lines(part: Part) -> Iterator[str]:
    if part.kind == "code":
        yield from ("```pycon", *part.lines, "```")
    elif part.kind == "list":
        yield from (f"- {line}" for line in part.lines)
    else:
        yield from part.lines


if __name__ == "__main__":
    main()
