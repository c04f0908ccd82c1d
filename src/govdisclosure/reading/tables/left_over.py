"""What a table prints that is neither label nor figure: remarks, which are text beside it, or stand behind a label."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from govdisclosure.form.figures import is_figure
from govdisclosure.form.thresholds import LEAST_REMARK
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.rows import BETWEEN, Row
from govdisclosure.reading.tables.small_tables import heads_named
from govdisclosure.vocabulary.fold import fold_characters
from govdisclosure.vocabulary.numerals import is_page_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.labels import TableLabels
    from govdisclosure.reading.tables.draft import TableDraft
    from govdisclosure.reading.tables.lines import GridLine, Line

_NUMBER: Final = re.compile("[0-9]+")
# 1.属于国家秘密, （六）其他处理 1.申请人; 表2; 总计（1=2+3）; and (2023), the year of a head
_COUNTING: Final = re.compile(
    r"(?<![0-9.])[0-9]{1,2}[.、](?![0-9])|表[0-9]{1,2}|[(][0-9]{1,2}(?:[=+-][0-9]{1,2})*[)]|[(]20[0-9]{2}年?[)]"
)
_LETTER: Final = re.compile("[㐀-鿿]")


def note_left_over(draft: TableDraft, lines: Sequence[Line | GridLine], rows: Sequence[Row], year: int | None) -> None:
    """
    Keep what stands in a table beside its labels and figures, so that no figure of the source is lost.

    Args:
        draft: The table, with all other notes.
        lines: Its lines.
        rows: Its rows, with those that are none of the form's.
        year: The year of the report, which heads may name.
    """
    told = {text for row in rows for text in (row.label, *row.cells)}
    told.update(chain.from_iterable((each.raw or "").split(BETWEEN) for each in draft.notes))
    labels = table_labels(draft.cls)
    remarks: dict[str, None] = {}
    for line in lines:
        # 规章312, the label of a row and its figures, is told, too.
        unsaid = [text for text in line.stated if text not in told and told.isdisjoint(labels.unglued(text) or ())]
        for text in dict.fromkeys(unsaid):
            # 商业企业（含联合发文3件）
            if _has_numbers_behind(text, labels, year):
                draft.note("LABEL-ODD", (), Row(None, "", line.source), text)
        # A column that says the same in each row says it once.
        remarks[_remark(line, unsaid, draft.cls)] = None
    draft.remarks += filter(None, remarks)


def _has_numbers_behind(text: str, labels: TableLabels, year: int | None) -> bool:
    """Tell whether a text is a label with numbers beside its own, and another one than the year: 本年(2023)制发件数."""
    numbers = _numbers(text)
    label = labels.resembled(text) if numbers and labels.match(text) else None
    return label is not None and not set(numbers) <= {*_numbers(label), str(year)}


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(_COUNTING.sub("", fold_characters(text)))


def _remark(line: Line | GridLine, unsaid: Iterable[str], cls: type[Table]) -> str:
    """Give the remark of a line: all of it where it has neither label nor figure; nothing where there is none."""
    remarks = [text for text in dict.fromkeys(unsaid) if _is_remark(text, cls)]
    if not remarks:
        return ""
    has_label = any(map(table_labels(cls).match, line.stated))
    if any(map(is_figure, line.stated)) or (has_label and any(map(_numbers, remarks))):
        # （一）予以公开 | 3 | 0 | … | 含上年结转的两件
        return BETWEEN.join(remarks)
    # 信息内容 | 本年新公开的文件件数 | …, heads in words of their own; 备注 | 行政许可3件由政务服务中心办理
    return "" if has_label else BETWEEN.join(dict.fromkeys(line.stated))


def _is_remark(text: str, cls: type[Table]) -> bool:
    """Tell whether a text is neither label nor figure, and tells a number or has many words of its own."""
    labels = table_labels(cls)
    if is_figure(text) or is_page_number(text) or labels.match(text) or heads_named(text, cls):
        return False
    if _numbers(text):
        return _LETTER.search(text) is not None
    # 项目数量 增/减, heads in pieces, are several words.
    return any(len(labels.words_beside(word)) >= LEAST_REMARK for word in text.split())
