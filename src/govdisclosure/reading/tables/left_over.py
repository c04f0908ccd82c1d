"""What a table prints that is neither label nor figure: numbers in words are noted, words are text of its section."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from govdisclosure.form.blocks import BETWEEN_CELLS
from govdisclosure.form.figures import is_figure
from govdisclosure.form.thresholds import LEAST_REMARK
from govdisclosure.form.titles import is_title
from govdisclosure.reading.labels import table_labels
from govdisclosure.reading.tables.rows import Row
from govdisclosure.reading.tables.small_tables import heads_named
from govdisclosure.vocabulary.fold import fold_characters
from govdisclosure.vocabulary.headings import section_of
from govdisclosure.vocabulary.memory import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.structure import Table
    from govdisclosure.reading.labels import TableLabels
    from govdisclosure.reading.tables.draft import TableDraft
    from govdisclosure.reading.tables.lines import GridLine, Line

# 3件, 5311, 16*, 约37, 30余; but not 第1项, （1）, 1.属于国家秘密, 总计（1=2+3）, which number labels and columns
_NUMBER: Final = re.compile("[0-9]{3,}|(?<!第)[0-9]+(?=[件条宗份例个起次人余多*%])|(?<=[约近逾*])[0-9]+")
# 本年(2023)制发件数
_YEAR_OF_HEAD: Final = re.compile("[(]20[0-9]{2}年?[)]")
# 填表人：张三 审核人：李四 填表日期：2025年1月10日; but not 统计时间：2025年1月10日, which can tell the period
_DAY_OF_FILLING: Final = re.compile(
    r"(?:填[表报]|制表|编制|[上呈]?报[送出]?)(?:日期|时间)[:\s]*20[0-9]{2}\s*[年./-]\s*[0-9]{1,2}\s*[月./-]\s*[0-9]{1,2}(?![0-9])"
)
_DIGITS: Final = re.compile("[0-9]+")
# 备注：县级无规章, 说明：规章一栏不适用
_MARKED: Final = re.compile(r"[(【]?(?:备?注|附注|说明)[0-9]?[】]?\s*:")


def note_left_over(
    draft: TableDraft, lines: Sequence[Line | GridLine], rows: Sequence[Row], year: int | None
) -> list[str]:
    """
    Keep what stands in a table beside its labels and figures, so that no figure of the source is lost.

    What tells a number is noted, words are text of the section.

    Args:
        draft: The table, with all other notes.
        lines: Its lines.
        rows: Its rows, with those that are none of the form's.
        year: The year of the report, which heads may name.

    Returns:
        The words that are text of the section, once each.
    """
    told = {text for row in rows for text in (row.label, *row.cells)}
    # 规章 | 000, three cells in one
    told.update("".join(row.cells) for row in rows if set(row.cells) == {"0"})
    told.update(chain.from_iterable((each.raw or "").split(BETWEEN_CELLS) for each in draft.notes))
    labels = table_labels(draft.cls)
    left = set(chain.from_iterable([line.stated for line in lines])) - told
    # 规章312, the label of a row and its figures, is told, too.
    left = {text for text in left if told.isdisjoint(labels.unglued(text) or ())}
    # Most often, these are heads, which say nothing that is to be kept.
    if not any(_tells_number(text, year) or _is_remark(text, draft.cls) for text in left):
        return []
    remarks: dict[str, None] = {}
    for line in lines:
        unsaid = [text for text in line.stated if text in left]
        numbered = [text for text in dict.fromkeys(unsaid) if _tells_number(text, year)]
        numbered = [] if numbered and _only_dates(line, year) else numbered
        for raw, text in _quoted(line, numbered, labels).items():
            # 商业企业（含联合发文3件）; 其中：微信公众号发布5311条
            code = "LABEL-ODD" if labels.match(text) else "UNPLACED"
            draft.note(code, (), Row(None, "", line.source), raw)
        # A column that says the same in each row says it once.
        remarks |= {} if numbered else dict.fromkeys(_remarks(line, unsaid, draft.cls))
    return list(remarks)


@remembered
def _tells_number(text: str, year: int | None) -> bool:
    """Tell whether a text tells a number that is none of a label or column, nor the year."""
    numbers = set(_NUMBER.findall(_YEAR_OF_HEAD.sub("", fold_characters(text))))
    return not numbers <= {str(year)}


def _only_dates(line: Line | GridLine, year: int | None) -> bool:
    """Tell whether a line tells no number beside the day on which somebody filled the form in."""
    rest = _DAY_OF_FILLING.sub("日期", fold_characters(" ".join(line.stated)))
    return not _tells_number(rest, year)


def _quoted(line: Line | GridLine, numbered: Sequence[str], labels: TableLabels) -> dict[str, str]:
    """Give words that tell numbers, by what a note quotes: all of a line that has neither label nor figure."""
    # 备注 | 行政许可3件由政务服务中心办理
    if numbered and not any(map(is_figure, line.stated)) and not any(map(labels.match, line.stated)):
        return {BETWEEN_CELLS.join(dict.fromkeys(line.stated)): numbered[-1]}
    return {text: text for text in numbered}


def _remarks(line: Line | GridLine, unsaid: Iterable[str], cls: type[Table]) -> Iterator[str]:
    """Give the remark of a line, if it has one, with what stands beside it and is not of the form."""
    remarks = [text for text in dict.fromkeys(unsaid) if _is_remark(text, cls)]
    if not remarks:
        return
    if any(map(is_figure, line.stated)):
        # （一）予以公开 | 3 | 0 | … | 含上年结转的两件
        yield BETWEEN_CELLS.join(remarks)
    elif any(_is_marked(text, cls) for text in remarks) or not any(map(table_labels(cls).match, line.stated)):
        # 备注 | 本表数据由各科室分别提供; but not 信息内容 | 本年新公开的文件件数, heads in words of their own
        yield BETWEEN_CELLS.join(dict.fromkeys(line.stated))


def _is_marked(text: str, cls: type[Table]) -> bool:
    """Tell whether a text says that it is a remark, be it of the words of a label: 备注：县级无规章."""
    folded = fold_characters(text)
    mark = _MARKED.match(folded)
    # 注：本列数据的勾稽关系为：…, which is of the form
    return mark is not None and table_labels(cls).exact(folded[mark.end() :]) is None


@remembered
def _is_remark(text: str, cls: type[Table]) -> bool:
    """Tell whether a text says that it is a remark, or is no label, nor a title or caption, and has many own words."""
    if _is_marked(text, cls):
        return True
    labels = table_labels(cls)
    if labels.match(text) or heads_named(text, cls) or is_title(text) or section_of(text) is not None:
        return False
    # 项目数量 增/减, heads in pieces, are several words.
    words = _DIGITS.sub("", text).split()
    return any(len(labels.words_beside(word)) >= LEAST_REMARK for word in words)
