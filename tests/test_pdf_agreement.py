"""What pdfium and pdfplumber, which know nothing of each other, take out of the same pages."""

from __future__ import annotations

import io
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pdfplumber
import pytest
from support.pdfs import LEFT, TOP, below, drawn, ruled, together

from govdisclosure.form.blocks import Grid
from govdisclosure.formats.pdf.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclosure.form.blocks import Block

CASES = Path(__file__).parent.parent.parent / "shared/cases/seen"
FIGURES = ("", "0", "1", "12", "305", "1,234", "12.5", "/", "—", "约2", "12件")
LABELS = ("规章", "行政许可", "结果\n维持", "Total", "商业企业", "总计", "其他处理")


def printed(seed: int) -> bytes:
    """Give a file with two pages of any ruled table each, between two lines of text."""
    rng = random.Random(seed)  # noqa: S311 - figures, no secret

    def page() -> object:
        columns = rng.randint(2, 7)
        rows = [[rng.choice(LABELS), *rng.choices(FIGURES, k=columns - 1)] for _ in range(rng.randint(2, 20))]
        # A caption over all columns, and a label beside two rows.
        rows.insert(0, [rng.choice(LABELS), *["←"] * (columns - 1)])
        if len(rows) > 3:
            rows[2][0] = "↑"
        table = ruled(rows, width=rng.choice((60, 64.5, 70)), height=rng.choice((22, 25, 30.3)), left=LEFT - 30)
        return together(below("一、概述", top=TOP + 40), table, below("二、其他", top=60))

    return drawn(page(), page())  # type: ignore[arg-type]


def rows_of(blocks: list[Block]) -> Iterator[list[str]]:
    """Give what stands in each row of the tables, without blanks."""
    for block in blocks:
        if isinstance(block, Grid):
            yield from (["".join(cell.text.split()) for cell in row] for row in block.rows)


def by_the_other(content: bytes) -> Iterator[list[str]]:
    """Give the same as pdfplumber finds it; a cell that goes on is none."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            for table in page.extract_tables():
                for row in table:
                    yield ["".join(cell.split()) for cell in row if cell is not None]


@pytest.mark.property
def test_both_find_the_same_in_every_cell() -> None:
    """Of tables with spans, blanks, marks and two lines in a cell."""
    for seed in range(40):
        content = printed(seed)
        assert list(rows_of(read(content))) == list(by_the_other(content))


def test_both_find_the_same_in_a_table() -> None:
    """The first of them, which is tried whenever something changes."""
    content = printed(0)

    assert list(rows_of(read(content))) == list(by_the_other(content))


@pytest.mark.parametrize("name", ["struck", "overtyped-12", "form-field"])
def test_where_both_differ_only_what_is_not_seen_does(name: str) -> None:
    """One cell of each: 12 over an old 10 under a white box, a struck 9 before 10, a form field that shows 10."""
    file = CASES / f"{name}.pdf"
    if not file.exists():
        return
    content = file.read_bytes()
    ours, others = (Counter(figures_of(rows)) for rows in (rows_of(read(content)), by_the_other(content)))

    assert sum((ours - others).values()) == 1
    assert sum((others - ours).values()) <= 1


def figures_of(rows: Iterator[list[str]]) -> Iterator[str]:
    """Give the cells that are figures, known or not."""
    for row in rows:
        yield from (cell for cell in row if cell and all(char.isdigit() or char in "�." for char in cell))
