"""A document taken apart: what stands before the first heading, the sections below their headings, and the tables."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

import attrs
from attrs import define, field, frozen

from govdisclosure.form.blocks import Grid, Paragraph
from govdisclosure.form.figures import is_figure
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.thresholds import MOST_SECTIONS
from govdisclosure.form.wording import line_of, problem
from govdisclosure.model.report import HEADINGS, SECTIONS, TABLES
from govdisclosure.reading.labels import all_keys, label_keys, rows_named, sections_of, table_of
from govdisclosure.reading.tables.lines import GridLine, Line, lines_of, lines_of_grid
from govdisclosure.vocabulary.fold import key
from govdisclosure.vocabulary.headings import is_other_heading, section_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govdisclosure.model.notes import Source

# - 4 -
_PAGE: Final = re.compile(r"[-—–]\s*[0-9]{1,3}\s*[-—–]")


@define
class Section:
    """The blocks below one heading; the lines of tables are kept apart."""

    heading: str
    name: str | None = None
    paragraphs: list[Paragraph] = field(factory=list)


@define
class Document:
    """
    A document taken apart: what stands before the first heading, the sections, and the tables.

    ``last_table`` is the table that no heading follows; ``core`` holds what stands between the first heading or table
    and the last, and so many paragraphs of the preamble stand ``above`` it.
    """

    preamble: list[Paragraph] = field(factory=list)
    sections: list[Section] = field(factory=list)
    lines: dict[str, list[Line | GridLine]] = field(factory=dict)
    last_table: str | None = None
    core: list[Paragraph | Grid] = field(factory=list)
    above: int = 0
    _looked_at: dict[str, tuple[int, set[str]]] = field(factory=dict)

    def named(self, name: str) -> Section | None:
        """Give the section of the form with this name."""
        return next((section for section in self.sections if section.name == name), None)

    @property
    def has_all_six(self) -> bool:
        """Whether the latest heading is that of section 六, or of one beyond the six."""
        return bool(self.sections) and self.sections[-1].name in {SECTIONS[-1], None}

    @property
    def in_table_section(self) -> bool:
        """Whether the latest heading is that of a table."""
        return bool(self.sections) and self.sections[-1].name in TABLES

    def begin(self, heading: str, name: str | None = None) -> None:
        """Begin a section."""
        self.sections.append(Section(heading, name))
        self.last_table = None

    def add(self, block: Paragraph | Grid, *, known: bool = False) -> None:
        """
        Add a block below the latest heading; a table of the form to its own lines, wherever it stands.

        Args:
            block: The block.
            known: Whether it is known to be a table of the form.
        """
        below = self.sections[-1].paragraphs if self.sections else self.preamble
        if isinstance(block, Paragraph):
            below.append(block)
            return
        lines = _lines(block)
        known = known or table_of(_label_keys(lines)) is not None
        # （四）无 | 0 | 0: the rest of a table that a page has cut in two
        if not known and self.last_table is not None and _continues(lines) and not self._has(self.last_table, lines):
            self.lines[self.last_table].extend(lines)
            return
        if not known:
            below.extend(_as_text(lines))
            return
        for name, line in zip(sections_of([line.stated for line in lines]), lines, strict=True):
            self.lines.setdefault(name, []).append(line)
            self.last_table = name

    def _has(self, table: str, lines: Iterable[Line | GridLine]) -> bool:
        """Tell whether a table stands there whole, so that lines with rows of it are some of them once more."""
        here, again = self._labels_of(table), _label_keys(lines)
        for cls in TABLES[table]:
            whole = len(rows_named(here, cls)) == len(figure_rows(cls))
            if whole and len(rows_named(again, cls)) > 1:
                return True
        return False

    def _labels_of(self, table: str) -> set[str]:
        """Give the keys of the labels of a table; lines that were looked at before are not again."""
        place, keys = self._looked_at.get(table, (0, set()))
        lines = self.lines[table]
        keys |= _label_keys(lines[place:])
        self._looked_at[table] = len(lines), keys
        return keys


def _lines(grid: Grid) -> Sequence[Line | GridLine]:
    return lines_of(grid) if grid.lines else lines_of_grid(grid)


def _label_keys(lines: Iterable[Line | GridLine]) -> frozenset[str]:
    """Give the keys of the labels of any table that stand in lines."""
    return label_keys(chain.from_iterable(line.stated for line in lines))


def _as_text(lines: Iterable[Line | GridLine]) -> Iterator[Paragraph]:
    """Give the lines of a table that is none of the form's as paragraphs."""
    for line in lines:
        text = " | ".join(line.cells).strip(" |")
        if text:
            yield Paragraph(text, source=line.source)


def _continues(lines: Iterable[Line | GridLine]) -> bool:
    """Tell whether lines, all figures and labels or pieces of labels, are the rest of a table cut in two."""
    cells = chain.from_iterable(line.stated for line in lines)
    return all(map(_is_piece, {key(cell) for cell in cells if not is_figure(cell)}))


def _is_piece(words: str) -> bool:
    """Tell whether a key is that of a label, or of a piece of one: 法提供."""
    return words in all_keys() or any(words in label for label in all_keys())


def _is_noise(text: str) -> bool:
    """Tell whether a line between tables is a label of the form on a line of its own, or the number of a page."""
    return key(text) in all_keys() or _PAGE.fullmatch(text.strip()) is not None


def take_apart(body: list[Paragraph | Grid]) -> Document:
    """Find the headings of a document that somebody else wrote, at their places between the tables."""
    tables = _tables(body)
    sections = [section for section in tables if section is not None]
    if len(set(sections)) < len(sections):
        body = _without_summaries(body)
        tables = _tables(body)
    names = _names(body)
    headings = _headings(names)
    parts = [at for at, name in enumerate(names) if name is not None or (tables[at] and _is_written(body[at]))]
    first, last = (parts[0], parts[-1]) if parts else (len(body), len(body))
    document = Document(core=body[first:last], above=sum(isinstance(block, Paragraph) for block in body[:first]))
    for place, block in enumerate(body):
        if not isinstance(block, Paragraph):
            document.add(block, known=tables[place] is not None)
        elif place in headings:
            document.begin(block.text.strip(), headings[place])
        # 附件：1.某县2022年政府信息公开情况统计表
        elif document.has_all_six and is_other_heading(block.text.strip()):
            document.begin(block.text.strip())
        # - 4 -
        elif not (document.in_table_section and _is_noise(block.text)):
            document.add(_stripped(block))
    return document


def _tables(body: Iterable[Paragraph | Grid]) -> list[str | None]:
    """Tell for each block of which section's table it is; None for all that is no table with labels of the form."""
    return [table_of(_labels(block)) if isinstance(block, Grid) else None for block in body]


def _stripped(paragraph: Paragraph) -> Paragraph:
    text = paragraph.text.strip()
    return paragraph if text == paragraph.text else attrs.evolve(paragraph, text=text)


def _labels(grid: Grid) -> frozenset[str]:
    """Give the keys of a grid's labels; none where none is whole, since to look for those that are glued takes long."""
    texts = frozenset([cell.text for cell in chain.from_iterable(grid.rows) if cell.text])
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

    @property
    def is_summary(self) -> bool:
        """Whether it names no more than half of them."""
        return self.named * 2 <= self.rows


def _without_summaries(body: Sequence[Paragraph | Grid]) -> list[Paragraph | Grid]:
    """Make text of tables that hold but some rows of a table of the form that stands there whole."""
    shares = [_shares(block) if isinstance(block, Grid) else {} for block in body]
    whole: set[str] = set()
    for block, shared in zip(body, shares, strict=True):
        if shared and _is_written(block):
            whole.update(section for section, share in shared.items() if share.is_whole)
    kept: list[Paragraph | Grid] = []
    for block, shared in zip(body, shares, strict=True):
        # 规章 | 0 / 行政许可 | 3 in the overview, beside table II
        summaries = [share.is_summary and section in whole for section, share in shared.items()]
        if isinstance(block, Grid) and summaries and all(summaries):
            kept += _as_text(_lines(block))
        else:
            kept.append(block)
    return kept


def _shares(grid: Grid) -> dict[str, _Share]:
    """Tell of which tables a grid names rows, of each in the edition of which it names most."""
    keys = _labels(grid)
    shares: dict[str, _Share] = {}
    for section, classes in TABLES.items() if table_of(keys) else ():
        each = [_Share(len(rows_named(keys, cls)), len(figure_rows(cls))) for cls in classes]
        most = max(each, key=lambda share: share.named / share.rows)
        if most.named:
            shares[section] = most
    return shares


def _names(body: Sequence[Paragraph | Grid]) -> list[str | None]:
    """
    Give for each block the name of the section whose heading it is; None for most.

    Raises:
        ReadError: If there are two reports.
    """
    names = [section_of(block.text) if isinstance(block, Paragraph) else None for block in body]
    unwritten = _unwritten(names, body)
    return [None if place in unwritten else name for place, name in enumerate(names)]


def _headings(names: Sequence[str | None]) -> dict[int, str]:
    """
    Give the places of the headings.

    Nested numbering in a section re-uses the names of others, so of several candidates the last before the next
    section's heading is taken; of section 一, which may hold them all, the first.
    """
    headings: dict[int, str] = {}
    end = len(names)
    for name in reversed(SECTIONS):
        before = [place for place in range(end) if names[place] == name]
        if before:
            end = before[0] if name == SECTIONS[0] else before[-1]
            headings[end] = name
    return headings


def _unwritten(names: Sequence[str | None], body: Sequence[Paragraph | Grid]) -> frozenset[int]:
    """
    Give the places of headings between which nobody wrote anything: a table of contents, or the empty form behind.

    Raises:
        ReadError: If there are two reports.
    """
    written: list[list[int]] = []
    unwritten: list[int] = []
    for run in _runs(names):
        if len({names[place] for place in run}) >= MOST_SECTIONS:
            if any(map(_is_written, body[run[0] : run[-1]])):
                written.append(run)
            else:
                unwritten += run
    if len(written) > 1:
        second = body[written[1][0]]
        raise problem("TWO-FORMS", heading=HEADINGS[SECTIONS[0]], place=line_of(_source(second)))
    return frozenset(unwritten if written else ())


def _runs(names: Sequence[str | None]) -> list[list[int]]:
    """Give the places of headings, report by report: section 一 begins another where most sections stand before it."""
    runs: list[list[int]] = [[]]
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name == SECTIONS[0] and len(seen) >= MOST_SECTIONS:
            runs.append([])
            seen.clear()
        if name is not None:
            runs[-1].append(place)
            seen.add(name)
    return runs


def _is_written(block: Paragraph | Grid) -> bool:
    """Tell whether a block holds a sentence or a figure."""
    if isinstance(block, Paragraph):
        return "。" in block.text
    return any(is_figure(cell.text) for cell in chain.from_iterable(block.rows))


def _source(block: Paragraph | Grid) -> Source | None:
    return block.source if isinstance(block, Paragraph) else next(iter(block.sources), None)
