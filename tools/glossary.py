"""Write ``docs/*/glossary.md``: the official labels and the names of the fields, from the declarations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

from govdisclosure.model.declare import Kind
from govdisclosure.model.message import Language, Message
from govdisclosure.model.report import HEADINGS, TABLES
from govdisclosure.model.structure import Node, Table, nodes
from govdisclosure.vocabulary.laws import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parent.parent / "docs"

_OPENING: Final = Message(
    """# 术语表

每个字段的官方名称、在 Python 和 JSON 中的名称、单位，以及在《中华人民共和国政府信息公开条例》中的依据。

由 `python tools/glossary.py` 根据字段声明生成。

## 各部分

| 标题 | 名称 |
|---|---|""",
    """# Glossary

The official label of every field, its name in Python and JSON, its unit, and its ground in the Regulation
(《中华人民共和国政府信息公开条例》).
Made by `python tools/glossary.py` from the declarations of the fields.

## Sections

| heading | name |
|---|---|""",
)
_TERMS_OPENING: Final = Message(
    """
## 与上年比较的用语

| 用语 | 名称 | 含义 |
|---|---|---|""",
    """
## Words for several years

| label | name | meaning |
|---|---|---|""",
)
_TERMS: Final[tuple[tuple[str, str, Message], ...]] = (
    ("上年报告", "previous", Message("报告年度前一年的报告；机构合并的有几份", "the reports on the year before")),
    ("同比、较上年", "year on year", Message("本年数与上年数比较", "this year's figure beside last year's")),
    ("年度链", "chain", Message("几年的报告，一起核对", "the reports of several years, checked together")),
    ("有误的一格", "culprit", Message("改正它，所有等式同时相符", "the cell with which all that it is in holds")),
    ("无法判断", "undecided", Message("两年各自相符，但互相矛盾", "two years contradict each other, neither itself")),
    ("截尾", "truncated", Message("应四舍五入的尾数被截去", "decimals cut off where they had to be rounded")),
)
_EDITION: Final = Message("，{}版", ", edition {}")
_CLASS: Final = Message("类 `{cls}`，报告的 `{section}`。", "Class `{cls}`, `{section}` of a report.")
_COLUMNS: Final = Message("| 官方名称 | 名称 | 单位 | 依据 |", "| label | name | unit | law |")

_ROLLUPS: Final = Message(
    """
## 名册和汇总的用语

| 用语 | 名称 | 含义 |
|---|---|---|""",
    """
## Words for rosters and roll-ups

| label | name | meaning |
|---|---|---|""",
)
_OF_ROLLUPS: Final[tuple[tuple[str, str, Message], ...]] = (
    ("名册", "roster", Message("应当报告的单位", "who has to report")),
    ("单位", "unit", Message("名册中的一个机关", "a body on a roster")),
    ("本级", "own office", Message("政府自身的办公机构", "the office that reports for the government itself")),
    ("其他名称", "other names", Message("曾用名和简称", "former names and abbreviations of a unit")),
    ("上级单位", "parent", Message("汇总其数字的机关", "the body that sums up the figures")),
    ("下级单位", "child", Message("数字被汇总的机关", "a body whose figures are summed")),
    ("汇总", "roll-up", Message("各单位同一格相加", "every cell the sum of the children's")),
    ("下限", "lower bound", Message("有单位没有填的合计", "a sum to which some children say nothing")),
    ("差额", "gap", Message("上级所填与各单位合计之差", "what the parent states more than the sum")),
    ("原因", "cause", Message("漏计、重复计入、填反等", "what leaves a gap: left out, counted twice, exchanged …")),
    (
        "报送",
        "delivery",
        Message("已报、缺报、迟报、重复、年度不符", "handed in, missing, late, there twice, wrong year"),
    ),
    ("汇总表", "summary", Message("每个单位一行的结果", "the results, a row for each unit")),
    ("首要问题", "first cause", Message("最重的问题中的第一个", "the first of the gravest findings")),
    ("解释", "explanation", Message("一至三个原因，差额完全吻合", "one to three causes that leave exactly the gaps")),
)


_BATCHES: Final = Message(
    """
## 批量检查的用语

| 用语 | 名称 | 含义 |
|---|---|---|""",
    """
## Words for batches

| label | name | meaning |
|---|---|---|""",
)
_OF_BATCHES: Final[tuple[tuple[str, str, Message], ...]] = (
    ("批次", "batch", Message("一起检查的全部报告", "all reports that are checked together")),
    ("来源", "source", Message("文件、目录、压缩文件或一行 JSON", "a file, a folder, an archive, a line of JSON")),
    ("结果", "outcome", Message("一个来源的报告或错误", "what became of a source: a report, or an error")),
    ("执行器", "executor", Message("处理任务的线程、进程或机器", "threads, processes or machines that do the work")),
    ("任务", "task", Message("一次交给一个进程的几份内容", "some contents that a worker is given at a time")),
    ("缓存", "cache", Message("保留结果的文件", "a file that keeps what became of contents")),
    ("摘要", "digest", Message("内容的 SHA-256", "SHA-256 of a content")),
)
_FORMS: Final = Message(
    """
## 打印表格和其他程序的用语

| 用语 | 名称 | 含义 |
|---|---|---|""",
    """
## Words for printed forms and other programs

| label | name | meaning |
|---|---|---|""",
)
_OF_FORMS: Final[tuple[tuple[str, str, Message], ...]] = (
    ("落款", "signature", Message("正文之下的机关名称和发布日期", "agency and day of publication, at the end")),
    ("附：问题清单", "list of findings", Message("打印时附在表格之后的清单", "printed as an annex of the form")),
    ("逻辑位置", "logical location", Message("SARIF 中单元格的路径", "the path of a cell in SARIF")),
    ("抑制", "suppression", Message("SARIF 中的豁免", "a waiver in SARIF")),
)
_FACTS: Final = Message(
    """
## 数据集的用语

| 用语 | 名称 | 含义 |
|---|---|---|""",
    """
## Words for data sets

| label | name | meaning |
|---|---|---|""",
)
_OF_FACTS: Final[tuple[tuple[str, str, Message], ...]] = (
    ("数据", "fact", Message("一份报告的一格，为一行", "one cell of one report, as a row")),
    (
        "来源信息",
        "lineage",
        Message("来源、位置、摘要、发布日期、程序版本", "source, place, digest, day of publication, version"),
    ),
    ("状态", "state", Message("已填、空白、“/”", 'stated, blank, or a printed "/"')),
    ("数据集", "data set", Message("数据和报告两张表", "two tables: facts, and the reports that they come from")),
    (
        "数据包",
        "data package",
        Message("描述数据集的 datapackage.json", "datapackage.json: what a data set holds"),
    ),
)


def main() -> None:
    """Write the glossaries."""
    for path, content in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        print(path.relative_to(DOCS))


def pages() -> dict[Path, str]:
    """Give the glossary in each language, by path, as Markdown."""
    languages: tuple[Language, ...] = get_args(Language)
    return {
        DOCS / language / "glossary.md": "\n".join(
            (
                *_glossary(language),
                *_of_rollups(language),
                *_of_batches(language),
                *_of_facts(language),
                *_of_forms(language),
            )
        )
        + "\n"
        for language in languages
    }


def _glossary(language: Language) -> Iterator[str]:
    yield _OPENING.of(language)
    yield from (f"| {heading} | `{section}` |" for section, heading in HEADINGS.items())
    for section, classes in TABLES.items():
        for cls in classes:
            edition = _EDITION.of(language).format(cls.edition) if cls.edition else ""
            yield from ("", f"## {HEADINGS[section]}{edition}", "")
            yield from (_CLASS.of(language).format(cls=cls.__name__, section=section), "")
            yield from _table(cls, language)
    yield _TERMS_OPENING.of(language)
    yield from (f"| {label} | `{name}` | {meaning.of(language)} |" for label, name, meaning in _TERMS)


def _of_rollups(language: Language) -> Iterator[str]:
    yield _ROLLUPS.of(language)
    yield from (f"| {label} | `{name}` | {meaning.of(language)} |" for label, name, meaning in _OF_ROLLUPS)


def _of_batches(language: Language) -> Iterator[str]:
    yield _BATCHES.of(language)
    yield from (f"| {label} | `{name}` | {meaning.of(language)} |" for label, name, meaning in _OF_BATCHES)


def _of_forms(language: Language) -> Iterator[str]:
    yield _FORMS.of(language)
    yield from (f"| {label} | `{name}` | {meaning.of(language)} |" for label, name, meaning in _OF_FORMS)


def _of_facts(language: Language) -> Iterator[str]:
    yield _FACTS.of(language)
    yield from (f"| {label} | `{name}` | {meaning.of(language)} |" for label, name, meaning in _OF_FACTS)


def _table(cls: type[Table], language: Language) -> Iterator[str]:
    yield _COLUMNS.of(language)
    yield "|---|---|---|---|"
    seen: set[tuple[str, str]] = set()
    for node in nodes(cls):
        row = (node.declared.label, _name(node))
        # The seven columns of table III hold the same rows: each is named once.
        if row not in seen and node.path != "notes":
            seen.add(row)
            yield f"| {row[0]} | `{row[1]}` | {node.declared.unit or ''} | {cited(node.declared.law or '', language)} |"


def _name(node: Node) -> str:
    """Give the path below the row, column or block of the form that the field is in."""
    above = [place for place, declared in enumerate(node.chain[:-1], 1) if declared.kind is Kind.BLOCK]
    return ".".join(node.path.split(".")[max(above, default=0) :])


if __name__ == "__main__":
    main()
