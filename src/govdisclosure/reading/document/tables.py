"""The tables of a document: whose they are, and which only repeat some rows of another."""

from __future__ import annotations

from itertools import chain, takewhile
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.form.blocks import BETWEEN_CELLS, Grid, Paragraph
from govdisclosure.form.figures import is_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.wording import note
from govdisclosure.model.report import NARRATIVES, SECTIONS, TABLES
from govdisclosure.model.structure import Shape, Table
from govdisclosure.reading.document.headings import is_written
from govdisclosure.reading.labels import (
    all_keys,
    label_keys,
    labels_named,
    rows_named,
    sections_of,
    table_labels,
    table_of,
)
from govdisclosure.reading.official import OfficialTable
from govdisclosure.reading.tables.layout import spanning_heads
from govdisclosure.reading.tables.lines import GridLine, Line, lines_in, stated_in
from govdisclosure.vocabulary.fold import fold_characters, key
from govdisclosure.vocabulary.heading_lines import heading_of, names_section

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from govdisclosure.model.notes import Note


PROACTIVE: Final = SECTIONS[1]
_AROUND: Final = "| \t\xa0\u3000"


def tables_among(body: Iterable[Paragraph | Grid]) -> list[str | None]:
    """Tell for each block of which section's table it is; None for all that is no table with labels of the form."""
    return [_section(block) if isinstance(block, Grid) else None for block in body]


def _section(grid: Grid) -> str | None:
    return grid.cls.section if isinstance(grid, OfficialTable) else table_of(_labels(grid))


def _labels(grid: Grid) -> frozenset[str]:
    """Give the keys of a grid's labels; none where none is whole, since to look for those that are glued takes long."""
    texts = frozenset([cell.text for cell in chain.from_iterable(grid.unlike_rows)])
    return frozenset() if all_keys().isdisjoint(map(key, texts)) else label_keys(texts)


@frozen
class _Share:
    """
    What a grid has of a table of the form.

    Args:
        cls: The table, in the edition of which the grid names most rows.
        keys: The keys of all labels in the grid.
        has_own_heads: Whether its heads of columns are others than those of the form.
    """

    cls: type[Table]
    keys: frozenset[str]
    has_own_heads: bool

    @property
    def rows(self) -> set[int]:
        """The rows that it names."""
        return rows_named(self.keys, self.cls)

    @property
    def is_whole(self) -> bool:
        """Whether it names all of several, or the heads of all blocks of table IV, of which no row has a label."""
        if self.cls.shape is Shape.ROW:
            return self.keys >= spanning_heads(self.cls).keys()
        return len(self.rows) == len(figure_rows(self.cls)) > 1

    def is_summary(self, section: str | None) -> bool:
        """Tell whether it names no more than half of them, and none only in a section of text; in 一, any but all."""
        if self.is_whole or section == SECTIONS[0]:
            return not self.is_whole
        return len(self.rows) * 2 <= len(figure_rows(self.cls)) and (bool(self.rows) or section in NARRATIVES)

    def is_own(self, of_form: Iterable[str]) -> bool:
        """Tell whether it says something else of rows, most of which stand in the tables with heads of the form."""
        # None of them does of the rest of a table that a page has cut in two.
        again = self.rows & rows_named(of_form, self.cls)
        return self.has_own_heads and len(again) * 2 > len(self.rows)


def notes_on_rows(lines: Iterable[Line | GridLine]) -> Iterator[Note]:
    """Give a note on each line with figures of a table that is none of the form's."""
    for line in lines:
        if any(map(is_figure, line.stated)):
            yield note("UNPLACED", raw=BETWEEN_CELLS.join(line.stated), source=line.source)


def is_of_statistics(block: Paragraph | Grid) -> bool:
    """
    Tell whether a table of table II, by its labels, has heads of its own, none of the form, and other columns.

    公开类别 | 数量（条） above 规章 | 900: it counts something else, unless it stands where table II is due and has
    lost its heads.
    """
    assert isinstance(block, Grid), "a paragraph has no labels"
    # It has the heads of the form.
    if isinstance(block, OfficialTable):
        return False
    # Nearly always, the first lines have heads of the form.
    if _has_heads(chain.from_iterable(stated_in(block))):
        return False
    shares = list(_shares(block).values())
    if len(shares) > 1 or not shares[0].has_own_heads:
        return False
    return not _is_laid_out_as(chain.from_iterable(stated_in(block)), shares[0].cls)


def _has_heads(texts: Iterable[str]) -> bool:
    """Tell whether one of the texts of a table is a head of table II, in whatever edition."""
    matches = (table_labels(cls).match(text) for text in texts for cls in TABLES[PROACTIVE])
    return any(match is not None and match.row is None for match in matches)


def _is_laid_out_as(texts: Iterable[str], cls: type[Table]) -> bool:
    """Tell whether no row has more figures than on the form, and one of those with several there has several here."""
    figures: dict[int, int] = {}
    row: int | None = None
    for text in texts:
        match = table_labels(cls).match(text)
        row = match.row if match is not None else row
        if row is not None:
            figures[row] = figures.get(row, 0) + is_figure(text)
    form = figure_rows(cls)
    return max(figures.values(), default=0) > 1 and all(count <= len(form[row].paths) for row, count in figures.items())


def parted(body: Iterable[Paragraph | Grid]) -> tuple[list[Paragraph | Grid], list[str | None]]:
    """
    Part what stands above the form, and says something else, from tables of text.

    Returns:
        The blocks of a document, and of which section's table each is; None for all that is no table of the form.
    """
    blocks: list[Paragraph | Grid] = []
    sections: list[str | None] = []
    for block in body:
        section = _section(block) if isinstance(block, Grid) else None
        place = 0
        if isinstance(block, Grid) and section is not None and block.lines:
            place = max(_begin_of_form(block, cls) for cls in TABLES[section])
        if isinstance(block, Grid) and place:
            parts = [_lines_of(block, 0, place), _lines_of(block, place, len(block.rows))]
            blocks += parts
            sections += map(_section, parts)
        else:
            blocks.append(block)
            sections.append(section)
    return blocks, sections


def _begin_of_form(grid: Grid, cls: type[Table]) -> int:
    """Give the place of the first head in a table of text where all rows above have figures below it; else nought."""
    # 行政许可 902 / 行政处罚 903 / 第二十条第（一）项
    place, above = _first_head(grid, cls)
    # Nearly always, heads come first.
    if not above or not is_written(_lines_of(grid, 0, place)):
        return 0
    below: set[int] = set()
    for at in range(place, len(grid.rows)):
        # 行政许可 12, or 12 on the line below it
        reach = at + 1 if len(grid.rows[at]) > 1 else at + 2
        if is_written(_lines_of(grid, at, reach)):
            below |= rows_named(label_keys(cell.text for cell in grid.rows[at]), cls)
    return place if above <= below else 0


def _first_head(grid: Grid, cls: type[Table]) -> tuple[int, set[int]]:
    """Give the place of the first head in a table of text, and the rows named above it; nought where there is none."""
    above: set[int] = set()
    for place, row in enumerate(grid.rows):
        keys = label_keys(cell.text for cell in row)
        named = rows_named(keys, cls)
        if labels_named(keys, cls) and not named:
            return place, above
        above |= named
    return 0, set()


def _lines_of(grid: Grid, first: int, last: int) -> Grid:
    return Grid(grid.rows[first:last], lines=True, sources=grid.sources[first:last])


def without_summaries(body: Sequence[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """
    Make text of tables that only say something else of rows of the form, which stand there in a table of it.

    Such a table names half of the rows at most, beside the whole table, or any rows below heads of its own.
    """
    before: list[Paragraph | Grid | None] = [None, *body]
    shares = [
        _shares(block, _heads_above(block, above)) if isinstance(block, Grid) else {}
        for block, above in zip(body, before, strict=False)
    ]
    written = [shared for block, shared in zip(body, shares, strict=True) if is_written(block)]
    of_form: dict[str, frozenset[str]] = {}
    for section, share in chain.from_iterable(shared.items() for shared in written):
        if not share.has_own_heads:
            of_form[section] = share.keys | of_form.get(section, frozenset())
    whole = {
        section
        for section, share in chain.from_iterable(shared.items() for shared in written)
        if share.is_whole and not share.is_own(of_form.get(section, ()))
    }
    kept: list[Paragraph | Grid] = []
    above: str | None = None
    for block, shared in zip(body, shares, strict=True):
        above = _section_begun(block) or above
        # 规章 | 0 / 行政许可 | 3 in the overview, beside table II; 项目 | 2021年 | 2022年 / 行政许可 | 6 | 8
        summaries = [
            (share.is_summary(above) and section in whole) or share.is_own(of_form.get(section, ()))
            for section, share in shared.items()
        ]
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


def annexed(body: Sequence[Paragraph | Grid], tables: Sequence[str | None], annex: int) -> list[int]:
    """
    Give the places of a table in an annex that has rows of a table of the form only that stands above it as well.

    Args:
        body: The blocks of the document.
        tables: Of which section's table each of them is.
        annex: The place where the annex begins.
    """
    places = [place for place in range(annex, len(body)) if tables[place] is not None and is_written(body[place])]
    sections = set(chain.from_iterable(sections_in(body[place]) for place in places))
    # With several tables, the annex is a second form.
    if len(sections) != 1:
        return []
    above, behind = _keys_of(body[:annex], sections), _keys_of(body[annex:], sections)
    classes = chain.from_iterable(TABLES[section] for section in sections)
    is_again = all(rows_named(behind, cls) <= rows_named(above, cls) for cls in classes)
    return places if above and is_again else []


def _keys_of(body: Iterable[Paragraph | Grid], sections: Collection[str]) -> frozenset[str]:
    """Give the keys of all labels in the tables with figures of these sections."""
    grids = [block for block in body if isinstance(block, Grid) and is_written(block)]
    return frozenset[str]().union(*(_labels(grid) for grid in grids if _section(grid) in sections))


def _heads_above(grid: Grid, above: Paragraph | Grid | None) -> list[str]:
    """Give the words of a line above a table of text: 公开类别 数量, which no label of the form makes a line of it."""
    return above.text.split() if grid.lines and isinstance(above, Paragraph) else []


def _shares(grid: Grid, above: Sequence[str] = ()) -> dict[str, _Share]:
    """
    Tell of which tables a grid names rows, of each in the edition of which it names most; if none, its heads.

    Args:
        grid: The grid.
        above: Heads that stand above it.
    """
    keys = _labels(grid)
    own = table_of(keys)
    if own is None:
        return {}
    named: dict[str, type[Table]] = {}
    for section, classes in TABLES.items():
        cls = max(classes, key=lambda cls: len(rows_named(keys, cls)) / len(figure_rows(cls)))
        # 自然人 | 3 / 总计 | 3: of table III, they are heads of columns.
        if rows_named(keys, cls):
            named[section] = cls
    named = named or {own: TABLES[own][0]}
    return {section: _Share(cls, keys, _has_own_heads(grid, cls, above)) for section, cls in named.items()}


def _has_own_heads(grid: Grid, cls: type[Table], above: Iterable[str]) -> bool:
    """Tell whether heads stand above the first label of a row, and those of columns are none of the form's."""
    matches = map(table_labels(cls).match, chain(above, chain.from_iterable(stated_in(grid))))
    heads = list(takewhile(lambda match: match is None or match.row is None, matches))
    # The head of the labels may be that of the form: 信息内容 | 2021年 | 2022年.
    return len(heads) > 1 and not any(heads[1:])


def sections_in(block: Paragraph | Grid) -> list[str]:
    """Give the sections of whose tables there are rows in a table with labels of the form, in their order."""
    assert isinstance(block, Grid), "a paragraph has no labels"
    if isinstance(block, OfficialTable):
        return [block.cls.section]
    return list(dict.fromkeys(sections_of(list(stated_in(block)))))


def states_cell(line: str, section: str) -> bool:
    """Tell whether a line is a label of the table of a section, a colon and a figure: 结果维持：1件."""
    label, _, behind = fold_characters(line).partition(":")
    known = [cls for cls in TABLES[section] if table_labels(cls).exact(label) is not None]
    return bool(known) and any(map(str.isdecimal, behind))


def as_text(lines: Iterable[Line | GridLine]) -> Iterator[Paragraph]:
    """Give the lines of a table that is none of the form's as paragraphs."""
    for line in lines:
        # 　　本年度收到申请3件 |||
        text = BETWEEN_CELLS.join(line.cells).strip(_AROUND)
        if text:
            yield Paragraph(text, source=line.source)
