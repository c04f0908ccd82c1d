"""
Write ``docs/*/performance.md`` and its picture from what the benchmarks measured, ``docs/figures/*.json``.

The figures are measured, on an idle machine, by the commands that stand on the page; the page is made again by
``python tools/performance.py``, and its picture with ``--picture``, which needs matplotlib.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

from govdisclosure.model.message import Language, Message

DOCS: Final = Path(__file__).parent.parent / "docs"
FIGURES: Final = DOCS / "figures"
PICTURE: Final = DOCS / "pictures" / "speed.svg"

_WHAT: Final = {
    "load": Message("读入一份报告", "a report is read"),
    "load, indented": Message("同上，带缩进的文档", "the same, an indented document"),
    "load, 60 cells blank or /": Message("同上，60 格空白或“/”", "the same, 60 cells blank or /"),
    "load, nulls left out": Message("同上，省去 null", "the same, nulls left out"),
    "bad document, faults: 1": Message("有 1 处错误的文档，列出全部错误", "a document with 1 fault, all faults listed"),
    "bad document, faults: 10": Message("有 10 处错误的文档", "a document with 10 faults"),
    "bad document, faults: 100": Message("有 100 处错误的文档", "a document with 100 faults"),
    "dump": Message("写出一份报告", "a report is written"),
    "arithmetic of a clean report": Message(
        "核对一份无误报告的全部勾稽关系", "all identities of a report without a fault"
    ),
    "load + arithmetic": Message("读入并核对全部勾稽关系", "a report is read, and all identities checked"),
    "arithmetic, as rules ask for it": Message("同上，按各条规则的方式", "all identities as the rules ask for them"),
    "load + check(select=T3, T4)": Message(
        "读入并用 check 检查表三、表四", "a report is read, and tables III and IV checked by check"
    ),
    "AnnualReport.blank": Message("新建空白报告", "a blank report is made"),
    "Requests.from_rows": Message("由各行数字建表三", "table III is made of rows of figures"),
    "memory of a report": Message("一份报告占用的内存", "memory that a report takes"),
}
_PEERS: Final = {
    "naive": Message("逐条相加的简单写法", "each sum added up by hand"),
    "load": Message("只读入", "the reading alone"),
}
_STEPS: Final = {
    "read": Message("读入", "read"),
    "read and checked": Message("读入并检查", "read and checked"),
    "parse whole": Message("读入", "read"),
    "read, one process": Message("提取文字和格线，不另开进程", "text and rules taken out, in one process"),
    "pdfplumber": Message("pdfplumber 提取文字和表格", "text and tables taken out by pdfplumber"),
}
_CLOCKS: Final = {
    "on the clock": Message("实际时间", "on the clock"),
    "of the processor": Message("处理器时间", "of the processor"),
}
_FILES: Final = {
    "ours.docx": Message("本库写出的 Word 文件", "a Word file that this library wrote"),
    "of-others.docx": Message("别处来的 Word 文件", "a Word file of another origin"),
    "of-others.html": Message("别处来的网页，40 kB", "a web page of another origin, 40 kB"),
}


def pages() -> dict[Path, str]:
    """Give the page in both languages."""
    return {DOCS / language / "performance.md": page(language) for language in ("en", "zh")}


def page(language: Language) -> str:
    """Give the page in a language: its text with the tables at their places."""
    text = (Path(__file__).parent / f"performance.{language}.md").read_text(encoding="utf-8")
    tables = {
        "json": json_table,
        "documents": documents_table,
        "pdf": pdf_table,
        "batch": batch_table,
        "versions": versions,
    }
    for name, table in tables.items():
        text = text.replace(f"<!-- {name} -->", table(language))
    return text


def json_table(language: Language) -> str:
    """Give what a report costs beside other libraries."""
    head = Message(
        "| 做什么 | 与之相比 | 倍数 | 半数落在 | 本库（微秒） |", "| what | beside | times | half of them | ours, µs |"
    )
    rows = []
    for row in _measured("speed")["rows"]:
        peer = _PEERS.get(row["peer"], Message(row["peer"], row["peer"])).of(language)
        spread = f"{row['low']:.2f}–{row['high']:.2f}"
        of_memory = row["what"] == "memory of a report"
        taken = f"{row['ours']:,.0f} B" if of_memory else f"{row['ours']:,.1f}"
        rows.append(f"| {_WHAT[row['what']].of(language)} | {peer} | {row['ratio']:.2f} | {spread} | {taken} |")
    return "\n".join([head.of(language), "|---|---|--:|--:|--:|", *rows])


def documents_table(language: Language) -> str:
    """Give what web pages and Word files cost beside parsing them by lxml."""
    head = Message("| 文件 | 做什么 | lxml 解析的倍数 |", "| document | what | times what lxml takes to parse it |")
    rows = [
        f"| {_FILES[row['file']].of(language)} | {_STEPS[row['step']].of(language)} | {row['ratio']:.1f} |"
        for row in _measured("documents")["rows"]
    ]
    return "\n".join([head.of(language), "|---|---|--:|", *rows])


def pdf_table(language: Language) -> str:
    """Give what a PDF costs beside pdfplumber."""
    head = Message("| 做什么 | 时间 | 毫秒 | 倍数 |", "| what | time | ms | times |")
    rows = [
        f"| {_STEPS[row['step']].of(language)} | {_CLOCKS[row['clock']].of(language)} | {row['milliseconds']:.0f} "
        f"| {row['ratio']:.2f} |"
        for row in _measured("pdf")["rows"]
        if row["clock"] == "of the processor" or row["step"] == "parse whole"
    ]
    return "\n".join([head.of(language), "|---|---|--:|--:|", *rows])


def batch_table(language: Language) -> str:
    """Give what batches take."""
    head = Message("| 做什么 | 结果 |", "| what | result |")
    lines = [f"| {_BATCHES[row['what']].of(language).format(**_derived(row))} |" for row in _measured("batch")["rows"]]
    return "\n".join([head.of(language), "|---|---|", *lines])


_BATCHES: Final = {
    "json": Message(
        "zip 中的 {files:,} 份 JSON 报告，读入并检查 | 每秒 {rate:,.0f} 份，每个进程内存峰值 {most:.0f} MB",
        "{files:,} JSON reports in a zip, read and checked | {rate:,.0f} a second; peak {most:.0f} MB a process",
    ),
    "scaling": Message(
        "{files:,} 份 JSON 报告，一个进程和两个进程 | {one:.1f} 秒和 {two:.1f} 秒：{times:.2f} 倍",
        "{files:,} JSON reports, by one process and by two | {one:.1f} s and {two:.1f} s: {times:.2f} times as fast",
    ),
    "web pages": Message(
        "{files:,} 个多种做法的网页 | 每秒 {rate:,.0f} 个；一百万个 {million:.1f} 小时",
        "{files:,} web pages of many makers | {rate:,.0f} a second; a million takes {million:.1f} hours",
    ),
    "PDF": Message(
        "{files:,} 个 PDF 文件 | 每秒 {rate:,.1f} 个；一百万个 {million:.0f} 小时",
        "{files:,} PDF files | {rate:,.1f} a second; a million takes {million:.0f} hours",
    ),
    "again": Message(
        "{files:,} 个网页的文件夹，用缓存检查两次 | {first:.1f} 秒，第二次 {second:.2f} 秒",
        "a folder of {files:,} web pages, twice with a cache | {first:.1f} s, then {second:.2f} s",
    ),
}


def _derived(row: dict[str, Any]) -> dict[str, Any]:
    derived = dict(row)
    if "seconds" in row:
        derived["rate"] = row["files"] / row["seconds"]
    if "megabytes_each" in row:
        derived["most"] = max(row["megabytes"], row["megabytes_each"])
    return derived


def versions(language: Language) -> str:
    """Give what was measured, by its versions."""
    told = _measured("speed")["versions"]
    separator = Message("、", ", ").of(language)
    return separator.join(f"{name} {version}" for name, version in told.items())


def picture() -> None:
    """Draw the ratios of what is measured beside other libraries."""
    import matplotlib as mpl  # noqa: PLC0415 - the page alone can be made without it

    mpl.use("svg")
    from matplotlib import pyplot as plt  # noqa: PLC0415 - as above

    rows = [row for row in _measured("speed")["rows"] if row["peer"] != "load"][::-1]
    names = [f"{row['what']} × {row['peer']}" for row in rows]
    figure, axes = plt.subplots(figsize=(9, 6.5), layout="constrained")
    axes.barh(
        names, [row["ratio"] for row in rows], color=["#3b6ea5" if row["ratio"] <= 1 else "#b9772e" for row in rows]
    )
    axes.axvline(1, color="#888", linewidth=1)
    axes.set_xscale("log")
    axes.set_xticks([0.01, 0.1, 0.5, 1, 2, 4], ["0.01", "0.1", "0.5", "1", "2", "4"])
    axes.set_xlabel("time (memory) as a multiple of the other's; shorter is better")
    for place, row in enumerate(rows):
        axes.text(row["ratio"] * 1.04, place, f"{row['ratio']:.2f}", va="center", fontsize=8)
    axes.spines[["top", "right"]].set_visible(False)
    # The same figures give the same file.
    mpl.rcParams["svg.hashsalt"] = "speed"
    figure.savefig(PICTURE, metadata={"Date": None})


def _measured(name: str) -> dict[str, Any]:
    measured: dict[str, Any] = json.loads((FIGURES / f"{name}.json").read_text(encoding="utf-8"))
    return measured


def main() -> None:
    """Write the page in both languages, and the picture if it is asked for."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
    if "--picture" in sys.argv[1:]:
        picture()


if __name__ == "__main__":
    main()
