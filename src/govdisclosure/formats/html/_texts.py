"""The fixed words of the page around a report; the page speaks Chinese, its list of findings English as well."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from govdisclosure.model.naming import SEVERITIES, places_in
from govdisclosure.vocabulary.laws import REGULATION_IN_SHORT, ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govdisclosure.model.findings import Finding
    from govdisclosure.model.notes import Note

KINDS: Final = {
    **{str(severity): name.zh for severity, name in SEVERITIES.items()},
    "note": "读取说明",
    "waived": "已豁免",
}
"""The kinds of marks, the gravest first, with their names."""

UNTITLED: Final = "未命名的报告"
RESULT: Final = "检查结果"
CLEAN: Final = "未发现问题"
NOTHING_GRAVE: Final = "未发现错误和警告"
LIST: Final = "问题清单"
IN_ENGLISH: Final = " 显示英文 "
TO_LIST: Final = "跳到问题清单"
ALL_REPORTS: Final = "全部报告"
SKIP_TABLE: Final = "跳过本表"
TITLE: Final = "标题"
PUBLISHED: Final = "发布日期"


def counted(kind: str, n: int) -> str:
    """Say how many there are of a kind."""
    return f" {n} {'条' if kind in {'info', 'note'} else '个'}{KINDS[kind]}"


def scrolling(label: str) -> str:
    """Name the box in which a table scrolls."""
    return f"{label}（表格，可左右滚动）"


def missing(heading: str) -> str:
    """Name a section that is not there."""
    return f"（缺）{heading}"


def proved(number: int) -> str:
    """Say how many blanks the other figures leave one value for."""
    return f"由表内其他数字可以确定的空白 {number} 格"


def should_be(value: object) -> str:
    """Say what a blank should hold."""
    return f" 应填 {value}"


def in_all(number: int) -> str:
    """Say how many places there are, after the first of them."""
    return f"等 {number} 处"


def more(number: int) -> str:
    """Say how many more things there are at a place than are shown there."""
    return f"另有 {number} 条，见{LIST}"


def facts(finding: Finding) -> Iterator[str]:
    """Say what should stand in a place and what does, where the rule stands, and why the finding is waived."""
    if finding.expected is not None:
        actual = "" if finding.actual is None else f"，实为 {finding.actual}"
        yield f"应为 {finding.expected}{actual}"
    yield from _ground(finding)
    if finding.waived is not None:
        date = "" if finding.waived.date is None else f"（{finding.waived.date}）"
        yield f"{KINDS['waived']}：{finding.waived.reason}{date}"


def facts_of_sums(sums: Sequence[tuple[str, Finding]]) -> Iterator[str]:
    """Say of findings of one cause what each is about, and the two sides that differ; where the rules stand, once."""
    for name, finding in sums:
        yield f"{name}等{len(finding.paths)}格：{finding.expected} ≠ {finding.actual}"
    yield from dict.fromkeys(chain.from_iterable(_ground(finding) for _, finding in sums))


def _ground(finding: Finding) -> Iterator[str]:
    if finding.law is not None:
        yield f"依据：{ground(finding.law, 'zh', regulation=REGULATION_IN_SHORT)}"


def facts_of_note(note: Note) -> Iterator[str]:
    """Give the text that a note is about, unless its message has it, and where that stands in the source."""
    if note.raw is not None and note.raw not in note.message.zh:
        yield f"原文：{note.raw}"
    if note.source is not None:
        yield "原件" + "".join(place.of("zh") for place in places_in(note.source))
