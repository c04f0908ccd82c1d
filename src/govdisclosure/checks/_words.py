"""Messages of findings, rendered from the templates of their rules."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from govdisclosure.model.cells import label_of
from govdisclosure.model.message import Message
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import blocks, cache, cell_nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.model.findings import Finding
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.structure import Node

LAW_OF_THE_FORM: Final = "国办公开办函〔2019〕60号、〔2021〕30号"

_LISTED: Final = 6
_NAMED: Final = 2
_LONGEST: Final = 16
_PARAGRAPH: Final = re.compile(r"\[([0-9]+)\]$")
_BLOCKS: Final = {"proactive_disclosure": "行", "requests": "列", "review_and_litigation": "栏"}


class _Words(string.Formatter):
    """``str.format`` that has a word for blanks, lists lists, and names the cells of ``{paths:cells}``."""

    def __init__(
        self, blank: str, holds: str, name: Callable[[str], str], join: Callable[[list[str], int], str]
    ) -> None:
        self.blank = blank
        self.holds = holds
        self.name = name
        self.join = join

    def format_field(self, value: Any, format_spec: str) -> Any:  # noqa: ANN401 - as string.Formatter
        """Format one field of a template."""
        if format_spec == "cells" and isinstance(value, Mapping):
            return self.join([f"{self.name(path)}{self.holds}{figure}" for path, figure in value.items()], _NAMED)
        if format_spec == "cells":
            return self.join([self.name(path) for path in ([value] if isinstance(value, str) else value)], _NAMED)
        if isinstance(value, (list, tuple)):
            return self.join([self.format_field(item, format_spec) for item in value], _LISTED)
        return self.blank if value is None else format(value, format_spec)


def _join_zh(names: list[str], limit: int) -> str:
    return "、".join(names[:limit]) + (f"等{len(names)}格" if len(names) > limit else "")


def _join_en(names: list[str], limit: int) -> str:
    return ", ".join(names[:limit]) + (f" and {len(names) - limit} more" if len(names) > limit else "")


def message(report: AnnualReport, finding: Finding, templates: Message) -> Message:
    """
    Render the words of a finding.

    Fields of a template: ``path`` and ``label`` of the first path, ``paths``, ``n`` (their number), ``expected``,
    ``actual``, ``quote`` (the quoted words) and every key of ``details``. ``{paths:cells}`` names cells: in Chinese by
    short labels, in English by their paths, two at most; so with any path or list of paths, and with a mapping of paths
    to the only figures that can stand there.

    Raises:
        KeyError: If a template has a field that the finding does not have.
    """
    path = finding.paths[0] if finding.paths else ""
    values = {
        **finding.details,
        "path": path,
        "label": name_of(report, path),
        "paths": finding.paths,
        "n": len(finding.paths),
        "expected": finding.expected,
        "actual": finding.actual,
        "quote": finding.quote and finding.quote.text,
    }
    chinese = _Words("空白", "只能是 ", lambda cell: name_of(report, cell), _join_zh)
    english = _Words("blank", " must be ", str, _join_en)
    return Message(zh=chinese.vformat(templates.zh, (), values), en=english.vformat(templates.en, (), values))


def name_of(report: AnnualReport, path: str) -> str:
    """
    Name a path in Chinese, for people: a cell by its block and its own label, such as 「自然人」列「（七）总计」.

    Long labels are cut; what is no cell or block of a table has its official label, a paragraph its number as well.
    """
    section, _, below = path.partition(".")
    table = getattr(report, section) if section in TABLES else None
    short = None if table is None else _short_names(type(table)).get(below)
    if short is not None:
        block, cell = short
        return f"「{block}」{_BLOCKS[section]}" + (f"「{cell}」" if cell else "")
    index = _PARAGRAPH.search(path)
    return label_of(report, path) + (f" 第{int(index[1]) + 1}段" if index else "")


@cache
def _short_names(cls: type) -> dict[str, tuple[str, str]]:
    """Give the names of the block and of the cell, by path; that of the cell is empty for the block itself."""
    names = {block.path: (_block_name(block), "") for block in blocks(cls)}
    for block in blocks(cls):
        for cell in cell_nodes(cls):
            if cell.path.startswith(f"{block.path}."):
                label = cell.declared.label
                names[cell.path] = names[block.path][0], label if len(label) <= _LONGEST else f"{label[:_LONGEST]}…"
    return names


def _block_name(block: Node) -> str:
    # 其他 alone could be taken for all the other columns.
    own = block.declared.label
    return block.label if any(own in above.label for above in block.chain[:-1]) else own
