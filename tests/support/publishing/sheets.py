"""The tables of a report as they are printed: rows of cells with spans, words and figures in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

import govdisclosure as gd
from govdisclosure.form.grids import BALANCE_NOTE, form_rows
from govdisclosure.model.structure import Table, cell_nodes

if TYPE_CHECKING:
    from random import Random

    from govdisclosure.form.blocks import GridCell
    from govdisclosure.model.declare import Kind
    from support.publishing.noise import Noise

_PIECES: Final = {
    "商业企业": "商业\n企业",
    "科研机构": "科研\n机构",
    "社会公益组织": "社会公益\n组织",
    "法律服务机构": "法律服务\n机构",
    "本年制发件数": "本年制\n发件数",
    "本年新制作数量": "本年新\n制作数量",
    "本年新公开数量": "本年新\n公开数量",
}
_CUT: Final = {
    "本年新制作数量": "本年新",
    "本年新公开数量": "本年新",
    "现行有效件数": "现行有效件",
    "本年增/减": "本年增/",
}
_REMARKED: Final = {"本年制发件数": "本年(2023)制发件数", "本年处理决定数量": "本年处理决定数量（件）"}
_EQUAL: Final = {"本年废止件数": "本年制发件数", "结果纠正": "结果维持"}
_REMARKS: Final = ("(县级无此项)", "（填写2021年的数量）", "（单位：件）")
_FIRST: Final = "第二十条第（一）项"


@frozen
class Cell:
    """
    A printed cell.

    Args:
        text: What is printed in it; a line feed where it breaks.
        rows: How many rows it spans.
        columns: How many columns it spans.
        path: Path of its figure, from the report; empty for one that is none of the form's, None for a label.
    """

    text: str
    rows: int = 1
    columns: int = 1
    path: str | None = None

    @property
    def is_figure(self) -> bool:
        """Whether it stands where figures stand."""
        return self.path is not None


@frozen
class Sheet:
    """A printed table: the rows of the cells that begin in them, its section, and a note on a line before it."""

    section: str
    rows: tuple[tuple[Cell, ...], ...]
    note: str | None = None

    @property
    def width(self) -> int:
        """How many columns it has."""
        return sum(cell.columns for cell in self.rows[0])

    def columns(self) -> list[list[int]]:
        """Give the column in which each cell of each row begins."""
        return _columns(self)

    def written_out(self) -> list[list[Cell]]:
        """Give rows with one cell for every column, or more where there are too many: blank where a span reaches."""
        grid = [[Cell("") for _ in range(self.width)] for _ in self.rows]
        for line, row, columns in zip(grid, self.rows, self.columns(), strict=True):
            for cell, column in zip(row, columns, strict=True):
                line.extend(Cell("") for _ in range(column + 1 - len(line)))
                line[column] = evolve(cell, rows=1, columns=1)
        return grid


def sheet_of(report: gd.AnnualReport, section: str, noise: Noise) -> Sheet | None:
    """Print the table of a section; None where the report has none."""
    table = getattr(report, section)
    if table is None:
        return None
    assert isinstance(table, Table)
    kinds = {f"{section}.{node.path}": node.declared.kind for node in cell_nodes(type(table))}
    rows = [[_printed(cell, report, section, kinds, noise) for cell in row] for row in form_rows(type(table))]
    rows = _two(rows, noise) if rows[0][0].text.startswith("第二十条") else rows
    note = BALANCE_NOTE if rows[0][0].text == BALANCE_NOTE and noise.balance == "line" else None
    column_heads = _column_heads(noise) | _heads_with_unit(table, noise)
    remarked = _remarked(rows, noise)
    printed = tuple(tuple(_worded(cell, noise, column_heads, remarked) for cell in row) for row in rows)
    return Sheet(section, printed, note and noise.words(note))


def _printed(cell: GridCell, report: gd.AnnualReport, section: str, kinds: dict[str, Kind], noise: Noise) -> Cell:
    result = Cell(cell.text, cell.rows, cell.columns)
    if cell.path is None:
        return result
    path = f"{section}.{cell.path}"
    return evolve(result, text=noise.figure(gd.get(report, path), kinds[path]), path=path)


def _two(rows: list[list[Cell]], noise: Noise) -> list[list[Cell]]:
    """Give the rows of a table II, some left out or added."""
    if noise.local_row:
        after = 1 + next(number for number, row in enumerate(rows) if "规范性文件" in row[0].text)
        local = [Cell("其他主动公开文件"), *(evolve(cell, text="7", path="") for cell in rows[after - 1][1:])]
        rows = [*rows[:after], local, *rows[after:]]
    rows = [_shifted(row) for row in rows] if noise.shifted else rows
    return [row for row in rows if not (noise.captionless and row[0].text == _FIRST)]


def _shifted(row: list[Cell]) -> list[Cell]:
    """Let the first of three figures of edition 2019 span two columns, not the second."""
    if [cell.columns for cell in row] != [1, 1, 2, 1] or not row[1].is_figure:
        return row
    return [row[0], evolve(row[1], columns=2), evolve(row[2], columns=1), row[3]]


def _column_heads(noise: Noise) -> dict[str, str]:
    return {"pieces": _PIECES, "cut": _CUT, "remark": _REMARKED, "equal": _EQUAL}.get(noise.column_heads, {})


def _heads_with_unit(table: Table, noise: Noise) -> dict[str, str]:
    """Let the column head above the amount of table II of 2019 name its unit."""
    amount = table.procurement.amount if isinstance(table, gd.ProactiveDisclosure2019) else None
    if not isinstance(amount, gd.Amount) or amount.unit is None or not noise.unit_in_column_head:
        return {}
    return {"采购总金额": f"采购总金额（单位：{amount.unit}）"}


def _remarked(rows: list[list[Cell]], noise: Noise) -> str | None:
    """Give the label of a row of figures that has a remark."""
    labels = [cell.text for row in rows if row[-1].is_figure for cell in row if not cell.is_figure]
    return noise.rng.choice(labels) if noise.remark and labels else None


def _worded(cell: Cell, noise: Noise, column_heads: dict[str, str], remarked: str | None) -> Cell:
    if cell.is_figure:
        return cell
    text = cell.text
    if text == BALANCE_NOTE and noise.balance != "cell":
        return evolve(cell, text="")
    if text == "行政规范性文件" and noise.normative:
        text = "规范性文件"
    pieces = [noise.label(piece) for piece in column_heads.get(text, text).split("\n")]
    remark = noise.words(noise.rng.choice(_REMARKS)) if cell.text == remarked else ""
    return evolve(cell, text="\n".join(pieces) + remark)


def cut_in_two(sheet: Sheet, rng: Random) -> tuple[Sheet, Sheet]:
    """Cut a table between two rows; a label that reaches over the cut is gone below it, comes again, or is split."""
    place = rng.randrange(len(sheet.rows) // 3, len(sheet.rows))
    upper, reaching = [], {}
    column_of = sheet.columns()
    for number, row in enumerate(sheet.rows[:place]):
        cells = []
        for cell, column in zip(row, column_of[number], strict=True):
            over = number + cell.rows - place
            if over > 0:
                first, second = _split(cell, rng)
                reaching[column] = evolve(cell, text=second, rows=over)
                cells.append(evolve(cell, text=first, rows=cell.rows - over))
            else:
                cells.append(cell)
        upper.append(tuple(cells))
    first_row = sorted(
        [*reaching.items(), *zip(column_of[place], sheet.rows[place], strict=True)], key=lambda placed: placed[0]
    )
    lower = (tuple(cell for _, cell in first_row), *sheet.rows[place + 1 :])
    return evolve(sheet, rows=tuple(upper)), evolve(sheet, rows=lower, note=None)


def _columns(sheet: Sheet) -> list[list[int]]:
    """Give the column in which each cell of each row begins."""
    taken: set[tuple[int, int]] = set()
    result = []
    for number, row in enumerate(sheet.rows):
        column, columns = 0, []
        for cell in row:
            while (number, column) in taken:
                column += 1
            columns.append(column)
            taken.update((number + i, column + j) for i in range(cell.rows) for j in range(cell.columns))
        result.append(columns)
    return result


def _split(cell: Cell, rng: Random) -> tuple[str, str]:
    """Give what of a label stands above a cut, and what below."""
    kind, middle = rng.randrange(3), len(cell.text) // 2
    return ((cell.text, ""), (cell.text, cell.text), (cell.text[:middle], cell.text[middle:]))[kind]
