"""The tables of a document: whose they are, and which only repeat some rows of another."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.blocks import BETWEEN_CELLS, Grid, Paragraph
from govdisclosure.form.grids import figure_rows
from govdisclosure.model.report import NARRATIVES, SECTIONS, TABLES
from govdisclosure.reading.document.headings import is_written
from govdisclosure.reading.labels import all_keys, label_keys, rows_named, sections_of, table_of
from govdisclosure.reading.official import OfficialTable
from govdisclosure.reading.tables.lines import GridLine, Line, lines_in
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.heading_lines import heading_of, names_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_AROUND: Final = "| \t\xa0\u3000"


def tables_among(body: Iterable[Paragraph | Grid]) -> list[str | None]:
    """Tell for each block of which section's table it is; None for all that is no table with labels of the form."""
    return [_section(block) if isinstance(block, Grid) else None for block in body]


def _section(grid: Grid) -> str | None:
    return grid.cls.section if isinstance(grid, OfficialTable) else table_of(_labels(grid))


def _labels(grid: Grid) -> frozenset[str]:
    """Give the keys of a grid's labels; none where none is whole, since to look for those that are glued takes long."""
    texts = frozenset([cell.text for cell in chain.from_iterable(grid.rows)])
    return frozenset() if all_keys().isdisjoint(map(key, texts)) else label_keys(texts)


@frozen
class _Share:
    """How many rows of a table of the form a grid names, and how many there are."""

    named: int
    rows: int

    @property
    def is_whole(self) -> bool:
        """Whether it names all of several."""
        return self.named == self.rows > 1

    def is_summary(self, section: str | None) -> bool:
        """Tell whether it names no more than half of them, and none only in a section of text; in 一, any but all."""
        if section == SECTIONS[0]:
            return not self.is_whole
        return self.named * 2 <= self.rows and (self.named > 0 or section in NARRATIVES)


def without_summaries(body: Sequence[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """Make text of tables that hold but some rows of a table of the form that stands there whole."""
    shares = [_shares(block) if isinstance(block, Grid) else {} for block in body]
    whole: set[str] = set()
    for block, shared in zip(body, shares, strict=True):
        if is_written(block):
            whole.update(section for section, share in shared.items() if share.is_whole)
    kept: list[Paragraph | Grid] = []
    above: str | None = None
    for block, shared in zip(body, shares, strict=True):
        above = _section_begun(block) or above
        # 规章 | 0 / 行政许可 | 3 in the overview, beside table II
        summaries = [share.is_summary(above) and section in whole for section, share in shared.items()]
        if summaries and all(summaries):
            assert isinstance(block, Grid), "only a table shares rows"
            kept += as_text(lines_in(block))
        else:
            kept.append(block)
    return kept


def _section_begun(block: Paragraph | Grid) -> str | None:
    """Give the section that a line is surely the heading of; None for a table and any other line."""
    if not isinstance(block, Paragraph) or not names_section(block.text):
        return None
    heading = heading_of(block.text)
    return None if heading is None else heading.section


def _shares(grid: Grid) -> dict[str, _Share]:
    """Tell of which tables a grid names rows, of each in the edition of which it names most; if none, its heads."""
    keys = _labels(grid)
    own = table_of(keys)
    shares: dict[str, _Share] = {}
    for section, classes in TABLES.items() if own else ():
        each = [_Share(len(rows_named(keys, cls)), len(figure_rows(cls))) for cls in classes]
        shares[section] = max(each, key=lambda share: share.named / share.rows)
    # 自然人 | 3 / 总计 | 3: of table III, they are heads of columns.
    named = {section: share for section, share in shares.items() if share.named}
    return named if named or own is None else {own: shares[own]}


def sections_in(block: Paragraph | Grid) -> list[str]:
    """Give the sections of whose tables there are rows in a table with labels of the form, in their order."""
    assert isinstance(block, Grid), "a paragraph has no labels"
    if isinstance(block, OfficialTable):
        return [block.cls.section]
    return list(dict.fromkeys(sections_of([line.stated for line in lines_in(block)])))


def as_text(lines: Iterable[Line | GridLine]) -> Iterator[Paragraph]:
    """Give the lines of a table that is none of the form's as paragraphs."""
    for line in lines:
        # 　　本年度收到申请3件 |||
        text = BETWEEN_CELLS.join(line.cells).strip(_AROUND)
        if text:
            yield Paragraph(text, source=line.source)
