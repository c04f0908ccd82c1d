"""What people call things: severities, cells, paragraphs, and the places of a source."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.errors import Place
from govdisclosure.model.cells import label_of
from govdisclosure.model.declare import Kind
from govdisclosure.model.findings import Severity
from govdisclosure.model.message import Message
from govdisclosure.model.phrases import Template
from govdisclosure.model.report import TABLES
from govdisclosure.model.structure import Shape, blocks, cache, cell_nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govdisclosure.model.message import Language
    from govdisclosure.model.notes import Source
    from govdisclosure.model.phrases import Phrase
    from govdisclosure.model.report import AnnualReport
    from govdisclosure.model.structure import Node, Table

SEVERITIES: Final[Mapping[Severity, Message]] = {
    Severity.ERROR: Message("错误", "error"),
    Severity.WARNING: Message("警告", "warning"),
    Severity.INFO: Message("提示", "info"),
}
"""The names of the severities, the gravest first."""

_BLOCKS: Final = {Shape.CAPTIONS: "行", Shape.COLUMNS: "列", Shape.ROW: "栏"}
_LONGEST: Final = 16
"""A label of so many characters is short."""

_HEADS: Final = 2
_INDEX: Final = re.compile(r"\[([0-9]+)\]$")


@enum.unique
class _Paragraph(Template):
    NUMBERED = "{0}第{1}段", "{0}, paragraph {1}"


@frozen
class CellName:
    """
    The name of a cell, or of a block of cells.

    Args:
        shape: How the form lays the table out.
        block: The labels that lead to the row, column or group of the cell, from the outermost on.
        below: The labels from there to the cell; none for the block itself.
    """

    shape: Shape
    block: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def in_text(self) -> str:
        """The name in a sentence: ``「自然人」列「（七）总计」``. Long labels are cut at their brackets."""
        # 其他 alone could be taken for all the other columns.
        *above, own = self.block
        block = " / ".join(self.block) if any(own in label for label in above) else own
        cell = f"「{shortened(self.below[-1])}」" if self.below else ""
        return f"「{block}」{_BLOCKS[self.shape]}{cell}"

    @property
    def on_form(self) -> str:
        """The name as the labels stand around the cell, that beside it first: ``（七）总计 · 自然人``."""
        if self.shape is Shape.CAPTIONS:
            labels = (*self.block[-1:], *self.below[-_HEADS:])
        elif self.shape is Shape.COLUMNS:
            labels = (*self.below[-1:], *self.block[-_HEADS:])
        else:
            labels = (*self.block, *self.below)[-_HEADS:]
        return " · ".join(_cut(label) for label in labels)


def name_of(report: AnnualReport, path: str, language: Language = "zh") -> str:
    """
    Name a path, for people: a cell by its block and its own label, such as 「自然人」列「（七）总计」.

    What is no cell or block of a table has its official label, a paragraph its number as well. Labels are Chinese in
    either language, as the form has them.
    """
    section, _, below = path.partition(".")
    table = getattr(report, section) if section in TABLES else None
    name = None if table is None else cell_names(type(table)).get(below)
    if name is not None:
        return name.in_text
    index = _INDEX.search(path)
    label = label_of(report, path)
    return label if index is None else paragraph(label, int(index[1]) + 1).of(language)


@cache
def cell_names(cls: type[Table]) -> dict[str, CellName]:
    """Give the names of the blocks of a table and of the cells in them, by their paths from the table."""
    return {node.path: _name(node, cls.shape) for node in (*blocks(cls), *cell_nodes(cls))}


def _name(node: Node, shape: Shape) -> CellName:
    labels = tuple(declared.label for declared in node.chain)
    end = next(place for place, declared in enumerate(node.chain, 1) if declared.kind is Kind.BLOCK)
    return CellName(shape, labels[:end], labels[end:])


def paragraph(label: str, number: int) -> Phrase:
    """Name a paragraph by what it stands below, and its number there, which counts from 1."""
    return _Paragraph.NUMBERED(label, number)


def places_in(source: Source | None) -> list[Phrase]:
    """Name the places of a source that are known, from the widest on: 表2, 行5, 列3; none of a source that is not."""
    return [] if source is None else [Place[name.upper()](number) for name, number in source.to_json().items()]


def shortened(label: str) -> str:
    """Leave out of a long label what stands in brackets behind it: （二）部分公开（区分处理的，…）."""
    bracket = label.find("（", 1)
    return label if len(label) <= _LONGEST or bracket < 0 else label[:bracket]


def _cut(label: str) -> str:
    """Cut a long label, where there is little room."""
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
