"""An empty roster to be filled in, as CSV or as an Excel workbook."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from govdisclosure.errors import UsageError
from govdisclosure.model.message import Message
from govdisclosure.rosters._columns import Column
from govdisclosure.rosters._units import KIND_WORDS, UnitKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.model.message import Language

SUFFIXES: Final = (".csv", ".xlsx")
"""What an empty roster is written as."""

_TITLE: Final = Message("单位名册", "roster")
# A row that begins with # is no unit.
_EXAMPLE: Final[Mapping[Column, Message]] = {
    Column.NAME: Message("# 例：市场监督管理局", "# such as: 市场监督管理局"),
    Column.KIND: Message(KIND_WORDS[UnitKind.DEPARTMENT], str(UnitKind.DEPARTMENT)),
    Column.CODE: Message("18位，可不填", "18 characters, or nothing"),
    Column.OTHER_NAMES: Message("市场监管局、工商局", "市场监管局、工商局"),
    Column.PARENT: Message("示例市示例县人民政府", "示例市示例县人民政府"),
    Column.DUE: Message("01-31", "01-31"),
}


def blank_roster(suffix: str, language: Language = "zh") -> bytes:
    """
    Give an empty roster: its column heads, and a row below them that shows what belongs into each column.

    Args:
        suffix: ``.csv`` or ``.xlsx``; the workbook offers the kinds to choose from.
        language: Of the column heads; rosters are read with those of either.

    Raises:
        UsageError: If the suffix is another one.
        MissingDependency: If a workbook needs an extra that is not installed.
    """
    heads = [column.zh if language == "zh" else column.en for column in Column]
    example = [_EXAMPLE[column].of(language) for column in Column]
    if suffix == ".csv":
        return _csv(heads, example)
    if suffix != ".xlsx":
        raise UsageError(f"an empty roster is written as {' or '.join(SUFFIXES)}, not as {suffix!r}")
    from govdisclosure.formats.xlsx.entry_list import write_entry_list  # noqa: PLC0415 - needs an extra

    kinds = list(KIND_WORDS.values()) if language == "zh" else list(map(str, UnitKind))
    return write_entry_list(_TITLE.of(language), heads, example, {list(Column).index(Column.KIND) + 1: kinds})


def _csv(*rows: list[str]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    # Without a byte order mark, Excel takes UTF-8 for the code page of the system, and Chinese is lost.
    return written.getvalue().encode("utf-8-sig")
