"""What offices change of a table: small tables, rows set apart, remarks in cells, other words for column heads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from support.publishing.text import Line, paths_of, row_a_line_between_bars

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from support.publishing.pages import Page
    from support.publishing.sheets import Cell, Sheet
    from support.publishing.text import Printer

_REVIEW: Final = "review_and_litigation"
_PROACTIVE: Final = "proactive_disclosure"
_BLOCK: Final = 5
_CAPTIONS: Final = (
    ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"),
    ("（一）行政复议情况", "（二）未经复议直接起诉的行政诉讼情况", "（三）复议后起诉的行政诉讼情况"),
    ("1.行政复议", "2.行政诉讼：未经复议直接起诉", "3.行政诉讼：复议后起诉"),
    ("表1 行政复议", "表2 行政诉讼-未经复议直接起诉", "表3 行政诉讼-复议后起诉"),
)
_WORDINGS: Final = {
    "本年制发件数": ("本年度制发数", "本年制发数", "本年制发数量"),
    "本年废止件数": ("本年废止数", "本年度废止数"),
    "现行有效件数": ("现行有效数", "现行有效数量"),
    "本年处理决定数量": ("本年度处理决定数量", "本年处理决定数"),
    "本年新制作数量": ("本年新制作数", "本年度新制作数量"),
    "本年新公开数量": ("本年新公开数", "本年度新公开数量"),
    "对外公开总数量": ("对外公开总数",),
    "上一年项目数量": ("上年项目数量", "上一年度项目数量"),
    "本年增/减": ("本年度增/减", "本年增减"),
    "处理决定数量": ("处理决定数",),
    "采购总金额": ("采购金额",),
    "社会公益组织": ("公益组织",),
    "法律服务机构": ("法律服务组织",),
    "科研机构": ("科研院所",),
    "自然人": ("个人", "公民"),
}
_REMARKS: Final = ("（预算数）", "（含上年2件）", "①", "*", "注1", "(见说明)")


def changed(page: Page, change: Callable[[Sheet], Sheet]) -> Page:
    """Give the page with each of its tables changed."""
    parts = (evolve(part, sheet=part.sheet and change(part.sheet)) for part in page.parts)
    return evolve(page, parts=tuple(parts))


def reworded(sheet: Sheet, rng: Random) -> Sheet:
    """Print column heads in words that offices use for them."""
    chosen = {official: rng.choice(words) for official, words in _WORDINGS.items() if rng.random() < 0.7}
    rows = (tuple(evolve(cell, text=chosen.get(cell.text, cell.text)) for cell in row) for row in sheet.rows)
    return evolve(sheet, rows=tuple(rows))


def in_pieces(sheet: Sheet, rng: Random) -> Sheet:
    """Break long labels of rows into pieces, anywhere."""
    return evolve(sheet, rows=tuple(tuple(_broken(cell, rng) for cell in row) for row in sheet.rows))


def _broken(cell: Cell, rng: Random) -> Cell:
    if cell.is_figure or len(cell.text) < 8 or "\n" in cell.text or rng.random() < 0.5:
        return cell
    place = rng.randrange(3, len(cell.text) - 2)
    return evolve(cell, text=f"{cell.text[:place]}\n{cell.text[place:]}")


def remarked_cells(page: Page, rng: Random) -> tuple[Page, frozenset[str]]:
    """Put remarks behind some figures: ``13000000（预算数）``; give the page and the paths of those figures."""
    stated = [
        cell.path for sheet in page.sheets for row in sheet.rows for cell in row if cell.path and cell.text.strip()
    ]
    chosen = {path: rng.choice(_REMARKS) for path in rng.sample(stated, min(len(stated), rng.randint(1, 5)))}

    def remark(sheet: Sheet) -> Sheet:
        rows = (tuple(_remarked(cell, chosen) for cell in row) for row in sheet.rows)
        return evolve(sheet, rows=tuple(rows))

    return changed(page, remark), frozenset(chosen)


def _remarked(cell: Cell, remarks: dict[str, str]) -> Cell:
    return evolve(cell, text=cell.text + remarks[cell.path]) if cell.path in remarks else cell


def small_tables(sheet: Sheet, rng: Random) -> list[tuple[str, Sheet]]:
    """Give table IV as three small tables, each with the caption that names its block; another table as it is."""
    if sheet.section != _REVIEW:
        return [("", sheet)]
    lowest, figures = sheet.rows[-2], sheet.rows[-1]
    heads = tuple(evolve(cell, rows=1) for cell in lowest[:_BLOCK])
    captions = rng.choice(_CAPTIONS)
    blocks = (figures[first : first + _BLOCK] for first in range(0, len(figures), _BLOCK))
    return [(caption, evolve(sheet, rows=(heads, block))) for caption, block in zip(captions, blocks, strict=True)]


def printing_small_tables(printer: Printer) -> Printer:
    """Print table IV as three small tables under captions."""

    def print_small(sheet: Sheet, rng: Random) -> Iterator[Line]:
        for caption, small in small_tables(sheet, rng):
            yield from [Line(caption)] if caption else []
            yield from printer(small, rng)

    return print_small


def set_apart(sheet: Sheet) -> tuple[Sheet, tuple[tuple[Cell, ...], ...]]:
    """Take the rows of the first item out of a table II; give what is left, and the rows."""
    if sheet.section != _PROACTIVE:
        return sheet, ()
    captions = [number for number, row in enumerate(sheet.rows) if len(row) == 1 and not row[0].is_figure]
    end = next(number for number in captions if number > 0 and sheet.rows[number - 1][-1].is_figure)
    apart = tuple(row for row in sheet.rows[:end] if row[-1].is_figure)
    return evolve(sheet, rows=tuple(row for row in sheet.rows if row not in apart)), apart


def printing_rows_apart(printer: Printer, *, short: bool = False) -> Printer:
    """Print the rows of the first item of table II behind the table, or all but the first figure of each."""

    def print_apart(sheet: Sheet, rng: Random) -> Iterator[Line]:
        left, apart = set_apart(sheet)
        if short:
            apart = tuple((row[0], *row[2:]) for row in apart)
        yield from printer(left, rng)
        yield from row_a_line_between_bars(evolve(sheet, rows=apart), rng)

    return print_apart


def short_rows(sheet: Sheet) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Give the paths of each row that is printed without its first figure, and whether another one is stated."""
    _, apart = set_apart(sheet)
    for row in apart:
        _, *printed = [cell for cell in row if cell.is_figure]
        yield paths_of(row), any(cell.text.strip() for cell in printed)
