"""Differences in words, for people: in Chinese in the words of the form, in English by paths."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, get_args

from govdisclosure.differences import _parts
from govdisclosure.differences._lists import agreeing
from govdisclosure.differences.changes import (
    CellChange,
    Kind,
    MetadataChange,
    OtherSectionChange,
    ParagraphChange,
    SectionChange,
    TableChange,
)
from govdisclosure.form.figures import print_figure
from govdisclosure.model.cells import node_of
from govdisclosure.model.message import Language, Message
from govdisclosure.model.naming import cell_names
from govdisclosure.model.paths import is_in
from govdisclosure.model.report import HEADINGS, TABLES, AnnualReport
from govdisclosure.model.structure import blocks, cell_nodes, nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from govdisclosure.differences.changes import Change, Effect, MetadataValue, TablePart
    from govdisclosure.model.values import CellValue

_LABELS: Final = {node.path: node.label for node in nodes(AnnualReport)}
_NOTES: Final = "说明"
_BLANK: Final = Message("空白", "blank")
_NONE: Final = Message("空缺", "none")
_NO_CELLS: Final = Message("没有填写的格", "no cell that is filled in")
_MORE: Final = Message("还有{n}格", "{n} more")
_NOUGHTS: Final = Message("{n}格为 0", "{n} of 0")
_METADATA: Final = Message("报告信息", "metadata")
_UNKNOWN: Final = Message(
    "不能确定（读取说明所指之处，或来源没有写明）", "not known (named by a note of a reading, or not told by a source)"
)
_IDENTITIES: Final = Message("勾稽关系", "identities")
_NOTHING: Final = Message("没有差异。", "No differences.")

_VALUE: Final = Message("{name}：{before} → {after}", "{name}: {before} → {after}")
_EXTENSIONS: Final = Message("{name}有改动", "{name} changed")
_PARAGRAPH: Final = {
    Kind.ADDED: Message("增加第{n}段：{after}", "{path} added: {after}"),
    Kind.REMOVED: Message("删去第{n}段：{before}", "{path} removed: {before}"),
    Kind.CHANGED: Message("第{n}段：{before} → {after}", "{path}: {before} → {after}"),
}
_PART: Final = {
    Kind.ADDED: Message("增加了这一部分（{n}段）", "{path} added (paragraphs: {n})"),
    Kind.REMOVED: Message("删去了这一部分（{n}段）", "{path} removed (paragraphs: {n})"),
}
_OTHER: Final = {
    Kind.ADDED: Message("增加{heading}", "{path} added: {heading}"),
    Kind.REMOVED: Message("删去{heading}", "{path} removed: {heading}"),
    Kind.CHANGED: Message("{heading}的正文有改动", "{path} changed: {heading}"),
}
_TABLE: Final = {
    Kind.ADDED: Message("增加了表格：{after}", "{path}: table added: {after}"),
    Kind.REMOVED: Message("删去了表格：{before}", "{path}: table removed: {before}"),
    Kind.EDITION: Message(
        "{was}版改为{now}版；只有{was}版有：{before}；只有{now}版有：{after}",
        "{path}: edition {was} → {now}; only {was} has: {before}; only {now} has: {after}",
    ),
}
_EFFECT: Final = {
    True: Message("{code}：{name}，由不成立变为成立", "{code} at {name}: healed"),
    False: Message("{code}：{name}，由成立变为不成立", "{code} at {name}: broken"),
}

_LISTED: Final = 6
"""How many cells of a table are named in a line."""
_SHOWN: Final = 60
"""Characters of a paragraph that are shown."""
_AROUND: Final = 8
"""Characters that are shown on either side of what differs in it."""


def text(known: Sequence[Change], unknown: Sequence[Change], effects: Sequence[Effect], language: Language) -> str:
    """Say all differences, those of a section below its heading, with what is not known and what becomes of sums."""
    parts = [(_heading(part, language), list(some)) for part, some in groupby(known, _part_of)]
    said = [(heading, [in_words(change).of(language) for change in some]) for heading, some in parts]
    if unknown:
        said.append((_UNKNOWN.of(language), [in_words(change).of(language) for change in unknown]))
    if effects:
        said.append((_IDENTITIES.of(language), [_of_effect(effect).of(language) for effect in effects]))
    lines = [line for heading, below in said for line in (heading, *(f"  {each}" for each in below))]
    return "\n".join(lines) if lines else _NOTHING.of(language)


def _part_of(change: Change) -> str:
    path = change.path.partition(".")[0].partition("[")[0]
    return path if path in HEADINGS or path in {_parts.PREAMBLE, _parts.OTHER_SECTIONS} else ""


def _heading(part: str, language: Language) -> str:
    if not part:
        return _METADATA.of(language)
    return _LABELS[part] if language == "zh" else part


def in_words(change: Change) -> Message:
    """Say one difference, without the heading of its section."""
    return _BY_TYPE[type(change)](change)


def _of_cell(change: CellChange) -> Message:
    name = Message(cell_name(change.path, change.label), change.path)
    return _filled(_VALUE, name=name, before=_figure(change.before), after=_figure(change.after))


def _of_metadata(change: MetadataChange) -> Message:
    name = Message(_LABELS[change.path], change.path)
    if change.path == _parts.EXTENSIONS:
        return _filled(_EXTENSIONS, name=name)
    return _filled(_VALUE, name=name, before=_value(change.before), after=_value(change.after))


def _of_paragraph(change: ParagraphChange) -> Message:
    before, after = _excerpts(change.before or "", change.after or "")
    place = change.place_after if change.before is None else change.place_before
    words = _filled(_PARAGRAPH[change.kind], path=change.path, n=place + 1, before=before, after=after)
    return Message(f"{_NOTES}{words.zh}", words.en) if _parts.is_notes(change.section) else words


def _of_section(change: SectionChange) -> Message:
    paragraphs = change.after if change.before is None else change.before
    return _filled(_PART[change.kind], path=change.path, n=len(paragraphs or ()))


def _of_other_section(change: OtherSectionChange) -> Message:
    heading = next(side.heading for side in (change.after, change.before) if side is not None)
    return _filled(_OTHER[change.kind], path=change.path, heading=_quoted(heading))


def _of_table(change: TableChange) -> Message:
    sides = {"before": _cells_of(change.before), "after": _cells_of(change.after)}
    editions = {"was": _edition_of(change.before), "now": _edition_of(change.after)}
    return _filled(_TABLE[change.kind], path=change.path, **sides, **editions)


def _of_effect(effect: Effect) -> Message:
    return _filled(_EFFECT[effect.holds], code=effect.code, name=_place_of(effect.paths))


def _place_of(paths: Sequence[str]) -> Message:
    """Name the row, column or group that holds all cells of an identity; of one across columns, its total."""
    section = paths[0].partition(".")[0]
    for cls in TABLES[section]:
        for block in blocks(cls):
            whole = f"{section}.{block.path}"
            if all(is_in(path, whole) for path in paths):
                return Message(cell_names(cls)[block.path].in_text, whole)
    return Message(cell_name(paths[0], node_of(paths[0]).label), paths[0])


def cell_name(path: str, label: str) -> str:
    """Name a cell as the form does; its label tells the edition, where editions have other words at the same path."""
    section, _, below = path.partition(".")
    for cls in TABLES[section]:
        if (below, label) in {(node.path, node.label) for node in cell_nodes(cls)}:
            return cell_names(cls)[below].in_text
    return label


def _filled(template: Message, **values: Message | str | int) -> Message:
    """Fill values into a template, those that are words in each language in this language."""
    zh, en = (
        {name: value.of(language) if isinstance(value, Message) else value for name, value in values.items()}
        for language in get_args(Language)
    )
    return Message(template.zh.format(**zh), template.en.format(**en))


def _same(words: str) -> Message:
    return Message(words, words)


def _figure(value: CellValue) -> Message:
    return _BLANK if value is None else _same(print_figure(value))


def _value(value: MetadataValue) -> Message:
    if value is None:
        return _NONE
    return _same(_quoted(value) if isinstance(value, str) else str(value))


def _edition_of(part: TablePart | None) -> str:
    return "" if part is None or part.edition is None else part.edition


def _cells_of(part: TablePart | None) -> Message:
    """Name the cells that a table has alone, the first of them with their figures; noughts are only counted."""
    cells = () if part is None else part.cells
    told = [cell for cell in cells if cell.value != 0]
    shown, left = told[:_LISTED], len(told) - _LISTED
    zh = [f"{cell_name(cell.path, cell.label)} {print_figure(cell.value)}" for cell in shown]
    en = [f"{cell.path} {print_figure(cell.value)}" for cell in shown]
    for number, more in ((left, _MORE), (len(cells) - len(told), _NOUGHTS)):
        if number > 0:
            zh.append(more.zh.format(n=number))
            en.append(more.en.format(n=number))
    return Message("、".join(zh), ", ".join(en)) if cells else _NO_CELLS


def _quoted(words: str) -> str:
    return f"“{words[:_SHOWN]}…”" if len(words) > _SHOWN else f"“{words}”"


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """Quote of two paragraphs what differs, with a few characters around it; of one alone, its beginning."""
    if not before or not after:
        return _quoted(before), _quoted(after)
    start = agreeing(before, after)
    end = agreeing(before[start:][::-1], after[start:][::-1])
    return _excerpt(before, start, end), _excerpt(after, start, end)


def _excerpt(words: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(words), len(words) - end + _AROUND)
    shown = words[first : min(last, first + _SHOWN)]
    return f"“{'…' if first else ''}{shown}{'…' if first + len(shown) < len(words) else ''}”"


_BY_TYPE: Final[Mapping[type, Callable[[Any], Message]]] = {
    CellChange: _of_cell,
    MetadataChange: _of_metadata,
    ParagraphChange: _of_paragraph,
    OtherSectionChange: _of_other_section,
    SectionChange: _of_section,
    TableChange: _of_table,
}
