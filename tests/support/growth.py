"""Sources in which a hostile text stands at one place of a report, in every format; and what is done with them."""

from __future__ import annotations

import html
import io
import json
import zipfile
from typing import TYPE_CHECKING, Final

import govdisclosure as gd
from support.builders import build_report

if TYPE_CHECKING:
    from collections.abc import Callable

FRAGMENTS: Final = {
    "blanks before a bar": lambda size: " " * size + "|x",
    "blanks": lambda size: "x" + " " * size + "x",
    "blanks of other kinds": lambda size: "x" + "\u3000\xa0 \t" * (size // 4) + "x",
    "bars": lambda size: "|" * size,
    "bars apart": lambda size: "| " * (size // 2) + "x",
    "digits": lambda size: "1" * size,
    "groups of digits": lambda size: "1" + ",111" * (size // 4) + "x",
    "numerals": lambda size: "十" * size,
    "letters": lambda size: "中" * size,
    "levels": lambda size: "市" * size,
    "opened": lambda size: "(" * size,
    "opened in pairs": lambda size: "（a）" * (size // 3) + "x",
    "braces": lambda size: "{" * size,
    "brackets": lambda size: "[" * size,
    "links": lambda size: "[](" * (size // 3),
    "stars": lambda size: "**a" * (size // 3),
    "dashes": lambda size: "- " * (size // 2) + "x",
    "escapes": lambda size: "\\" * size,
    "tags": lambda size: "<a" * (size // 2),
    "comments": lambda size: "<!--" * (size // 4),
    "styles": lambda size: "<style" * (size // 6),
    "years": lambda size: "2021年" * (size // 5),
    "periods": lambda size: "统计期限" * (size // 4) + "2021年1月1日",
    "days of publication": lambda size: "发布日期" + " " * size + "x",
    "dates": lambda size: "发布日期：" + "1-" * (size // 2),
    "pinyin": lambda size: "字" + "(kāi) " * (size // 6) + "x",
    "reports": lambda size: "政府信息公开工作年度报告" * (size // 12),
    "claims": lambda size: "收到申请1件，" * (size // 7),
    "one long claim": lambda size: "收到申请" * (size // 4) + "1件",
    "counts": lambda size: "其中1件" * (size // 4),
    "names": lambda size: "《" * size,
    "fees": lambda size: "不收费" * (size // 3),
}
"""What a text that means harm repeats, in about so many characters."""

FORMATS: Final = ("text", "markdown", "html", "docx", "xlsx")
PLACES: Final = ("title", "preamble", "overview", "cell", "metadata")

_MARK: Final = "记号"
_FIGURE: Final = 987654321


def source(format_: str, place: str, text: str) -> str | bytes:
    """
    Give a report as another program would write it, with a text at a place; of metadata, as we write it.

    Args:
        format_: Name of the format.
        place: One of ``PLACES``.
        text: What stands there.
    """
    rendered = gd.render(_marked(place), format_)
    if isinstance(rendered, str):
        return _filled(rendered, format_, place, text)
    parts = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(rendered)) as old, zipfile.ZipFile(parts, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name).decode()
            new.writestr(name, _filled(part, format_, place, text))
    return parts.getvalue()


def _marked(place: str) -> gd.AnnualReport:
    report = build_report(preamble=[_MARK] if place == "preamble" else [])
    if place == "title":
        report.title = f"{_MARK}示例镇人民政府2021年政府信息公开工作年度报告"
    elif place == "overview":
        report.overview = [_MARK, f"本机关{_MARK}。"]
    elif place == "cell":
        gd.put(report, "requests.natural_person.newly_received", _FIGURE)
    elif place == "metadata":
        report.agency = gd.Agency(name=_MARK)
    return report


def _filled(written: str, format_: str, place: str, text: str) -> str:
    own = place == "metadata"
    quoted = json.dumps(text, ensure_ascii=False)[1:-1] if own else text
    escaped = quoted if format_ in {"text", "markdown"} else html.escape(quoted)
    foreign = written if own else written.replace("govdisclosure", "another")
    return foreign.replace(_MARK, escaped).replace(str(_FIGURE), escaped)


def handled(format_: str, content: str | bytes) -> Callable[[], None]:
    """Give what reads a source, checks what was read and writes it again; a named refusal is an end, too."""

    def handle() -> None:
        try:
            report = gd.parse(content, format=format_).report
        except gd.ReadError:
            return
        checked_and_written(report)

    return handle


def checked_and_written(report: gd.AnnualReport) -> None:
    """Check a report and write it in every format."""
    gd.check(report)
    for format_ in FORMATS:
        gd.render(report, format_)
