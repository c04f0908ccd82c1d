"""The notes of a reading in words, Chinese and English, by their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govdisclosure.model.findings import Message
from govdisclosure.model.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govdisclosure.model.notes import Source

_WORDS: Final = {
    "INFERRED": Message(
        "原文中空白格已丢失，根据勾稽关系只有一种填法：{raw}",
        "The source has lost its blank cells; the identities leave one placement: {raw}",
    ),
    "AMBIGUOUS": Message(
        "原文中空白格已丢失，数字所在的列不能确定，请对照原件核对：{raw}",
        "The source has lost its blank cells, so the columns of these figures are not sure: {raw}",
    ),
    "UNPLACED": Message(
        "该行数字无法确定位置，已留空，请对照原件补录：{raw}",
        "The figures of this row could not be placed and are left blank: {raw}",
    ),
    "CELL-UNREADABLE": Message(
        "单元格内容不是表格允许的数字，已留空：{raw}",
        "The cell holds no figure that the form allows and is left blank: {raw}",
    ),
    "LABEL-ODD": Message("表格项目名称与标准不一致，已按相近项目识别：{raw}", "A damaged label was recognised: {raw}"),
    "PINYIN-REMOVED": Message(
        "网页在汉字后加注的拼音已去除", "Pinyin that the page had added after characters was removed"
    ),
    "YEAR-MISSING": Message("未找到报告年度", "The year reported on was not found"),
    "METADATA-DISAGREES": Message(
        "标题所示年度为{title}年，统计期限为{period}年，以标题为准",
        "The title says {title}, the period {period}; the title was taken",
    ),
    "METADATA-UNREADABLE": Message("无法识别，已留空：{raw}", "It could not be read and is left blank: {raw}"),
    "TABLE-MISSING": Message("未找到该部分的表格：{raw}", "The table of this section was not found: {raw}"),
    "SECTION-MISSING": Message("未找到该部分：{raw}", "The section was not found: {raw}"),
}


def note(
    code: str, paths: Iterable[str] = (), *, raw: str | None = None, source: Source | None = None, **values: object
) -> Note:
    """Make a note, with its message in both languages."""
    words, values = _WORDS[code], {"raw": raw, **values}
    return Note(code, tuple(paths), Message(words.zh.format_map(values), words.en.format_map(values)), raw, source)


def codes() -> tuple[str, ...]:
    """Give the codes of all notes."""
    return tuple(_WORDS)
