"""Differences in words, for people: in Chinese in the words of the form, in English by paths."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

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
from govdisclosure.model.message import Language, Message, counted, one_or_many
from govdisclosure.model.naming import cell_names
from govdisclosure.model.paths import is_in
from govdisclosure.model.report import HEADINGS, TABLES, AnnualReport
from govdisclosure.model.structure import blocks, cache, cell_nodes, nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from govdisclosure.differences.changes import Change, Effect, ListChange, MetadataValue, TablePart
    from govdisclosure.model.cells import Cell
    from govdisclosure.model.values import CellValue

_LABELS: Final = {node.path: node.label for node in nodes(AnnualReport)}
_NOTES: Final = "说明"
_BLANK: Final = Message("空白", "blank")
_NONE: Final = Message("空缺", "none")
_NO_CELLS: Final = Message("均未填写", "nothing filled in")
_MORE: Final = Message("还有{n}格", "{n} more")
_NOUGHTS: Final = Message("{n}格为 0", "{n} nought|{n} noughts")
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
    Kind.CHANGED: Message("第{n}段{now}：{before} → {after}", "{path}{now}: {before} → {after}"),
    Kind.MOVED: Message("第{n}段移为第{to}段：{after}", "{path} moved to {there}: {after}"),
}
_PART: Final = {
    Kind.ADDED: Message("增加了这一部分（{n}段）", "{path} added ({n} paragraph)|{path} added ({n} paragraphs)"),
    Kind.REMOVED: Message("删去了这一部分（{n}段）", "{path} removed ({n} paragraph)|{path} removed ({n} paragraphs)"),
}
_OTHER: Final = {
    Kind.ADDED: Message("增加{heading}", "{path} added: {heading}"),
    Kind.REMOVED: Message("删去{heading}", "{path} removed: {heading}"),
    Kind.CHANGED: Message("{heading}的正文有改动", "{path} changed: {heading}"),
    Kind.MOVED: Message("{heading}由第{n}个移为第{to}个", "{path} moved to {there}: {heading}"),
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
    lines: list[str] = []
    for part, some in groupby(known, _part_of):
        lines += _below(_heading(part), map(in_words, some), language)
    if unknown:
        lines += _below(_UNKNOWN, map(_with_heading, unknown), language)
    if effects:
        lines += _below(_IDENTITIES, map(_of_effect, effects), language)
    return "\n".join(lines) if lines else _NOTHING.of(language)


def _below(heading: Message, said: Iterable[Message], language: Language) -> list[str]:
    return [heading.of(language), *(f"  {words.of(language)}" for words in said)]


def _part_of(change: Change) -> str:
    path = change.path.partition(".")[0].partition("[")[0]
    return path if path in HEADINGS or path in {_parts.PREAMBLE, _parts.OTHER_SECTIONS} else ""


def _heading(part: str) -> Message:
    return Message(_LABELS[part], part) if part else _METADATA


def _with_heading(change: Change) -> Message:
    """Say one difference among those of other sections: in Chinese, only cells and metadata are named by themselves."""
    words = in_words(change)
    is_named = isinstance(change, CellChange | MetadataChange)
    return words if is_named else Message(f"{_heading(_part_of(change)).zh}：{words.zh}", words.en)


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
    places = {"path": change.path, "n": place + 1, **_there(change)}
    words = _filled(_PARAGRAPH[change.kind], **places, before=before, after=after)
    return Message(f"{_NOTES}{words.zh}", words.en) if _parts.is_notes(change.section) else words


def _of_section(change: SectionChange) -> Message:
    paragraphs = change.after if change.before is None else change.before
    n = len(paragraphs or ())
    template = Message(_PART[change.kind].zh, one_or_many(n, _PART[change.kind].en))
    return _filled(template, path=change.path, n=n)


def _of_other_section(change: OtherSectionChange) -> Message:
    heading = next(side.heading for side in (change.after, change.before) if side is not None)
    places = {"path": change.path, "n": change.place_before + 1, **_there(change)}
    return _filled(_OTHER[change.kind], **places, heading=_quoted(heading))


def _there(change: ListChange[Any]) -> dict[str, Message | str | int]:
    """Give where an item of a list stands now."""
    to, there = change.place_after + 1, f"{change.section}[{change.place_after}]"
    now = Message() if change.place_after == change.place_before else Message(f"（现第{to}段）", f" (now {there})")
    return {"to": to, "there": there, "now": now}


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
        if _labels(cls).get(below) == label:
            return cell_names(cls)[below].in_text
    return label


@cache
def _labels(cls: type) -> Mapping[str, str]:
    return {node.path: node.label for node in cell_nodes(cls)}


def _filled(template: Message, **values: Message | str | int) -> Message:
    """Fill values into a template, those that are words in each language in this language."""
    return Message(_written(template.zh, values, "zh"), _written(template.en, values, "en"))


def _written(template: str, values: Mapping[str, Message | str | int], language: Language) -> str:
    worded = {name: value.of(language) if isinstance(value, Message) else value for name, value in values.items()}
    return template.format(**worded)


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
    if not cells:
        return _NO_CELLS
    told = [cell for cell in cells if cell.value != 0]
    said = [_stated(cell) for cell in told[:_LISTED]]
    for number, more in ((len(told) - _LISTED, _MORE), (len(cells) - len(told), _NOUGHTS)):
        if number > 0:
            said.append(Message(counted(number, more.zh), counted(number, more.en)))
    return Message("、".join(words.zh for words in said), ", ".join(words.en for words in said))


def _stated(cell: Cell) -> Message:
    figure = print_figure(cell.value)
    return Message(f"{cell_name(cell.path, cell.label)} {figure}", f"{cell.path} {figure}")


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
