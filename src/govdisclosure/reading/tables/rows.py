"""A row of figures as read: its cells, and what is in doubt of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from attrs import define, field

from govdisclosure.form.blocks import BETWEEN_CELLS
from govdisclosure.form.figures import is_figure, without_blanks
from govdisclosure.form.grids import figure_rows
from govdisclosure.form.thresholds import LEAST_LETTERS
from govdisclosure.model.notes import Source
from govdisclosure.reading.labels import table_labels
from govdisclosure.vocabulary.fold import header_key, key

if TYPE_CHECKING:
    from collections.abc import Callable

    from govdisclosure.model.structure import Table


def are_numbers_from_one(cells: Sequence[str]) -> bool:
    """Tell whether cells number columns or rows, as 1 | 2 | 3 do."""
    return list(cells) == list(map(str, range(1, len(cells) + 1)))


class Doubt(Enum):
    """Why a row is not sure."""

    # Each is one object, which need not be told by its name.
    __hash__: Callable[[object], int] = object.__hash__  # type: ignore[assignment]  # typeshed has it bound

    LABEL = auto()
    """Which row it is: its label is damaged."""
    ORDER = auto()
    """Which row it is: it has no label that is like one of the form, but only one row can stand there."""
    PLACES = auto()
    """In which columns its figures stand: blanks between them are lost, or may be."""
    FIGURES = auto()
    """What its figures are: some may be missing, stand together, or be merged over several columns."""
    HEADS = auto()
    """What its figures count: the heads above them are those of another edition."""
    END = auto()
    """Whether it ends where it should: before its last column, or without the bar that ends every other row."""


UNPLACED: Final = frozenset({Doubt.PLACES, Doubt.FIGURES})
"""What leaves open in which cells the figures of a row stand."""

UNTOLD: Final = frozenset({Doubt.LABEL, Doubt.ORDER})
"""What leaves open which row of the form a row is."""


@define
class Row:
    """
    A row of figures as read.

    Args:
        number: Which row of the form it is; None if its label is unknown.
        label: Its label as printed; empty in table IV.
        source: Where the row begins.
        cells: The cells beside the label: one for every column of the form if it is placed, else those that are stated.
        doubts: What is in doubt.
        columns: In a grid, the columns of the cells, counted from 0; negative for a cell that is not there.
        others: Which other rows of the form its figures can be those of.
        is_page_number: Whether it can be the number of a page: 4 / 8, without bars.
    """

    number: int | None
    label: str
    source: Source | None
    cells: list[str] = field(factory=list)
    doubts: set[Doubt] = field(factory=set)
    columns: Sequence[int] = ()
    others: set[int] = field(factory=set)
    is_page_number: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether there is one cell for every column of the form."""
        return self.number is not None and self.doubts.isdisjoint(UNPLACED)

    @property
    def stated(self) -> list[str]:
        """The cells that are not blank."""
        return without_blanks(self.cells)

    @property
    def has_blanks(self) -> bool:
        """Whether some of its cells are blank, and others are not."""
        return 0 < len(self.stated) < len(self.cells)

    @property
    def has_figures(self) -> bool:
        """Whether something stands beside its label; one cell alone may be a label, or the number of a page."""
        return len(self.stated) > (0 if self.label else 1)

    def place(self, cells: Sequence[tuple[int, str]]) -> None:
        """Take cells of a grid, column and text, for those of the row."""
        self.columns, self.cells = [column for column, _ in cells], [text for _, text in cells]

    def column_of(self, place: int) -> int:
        """Give the column of one of its cells; a negative one where that is not known."""
        return self.columns[place] if self.columns else -1

    def leave_open(self) -> None:
        """Leave open in which cells the figures stand that are stated."""
        self.cells = self.stated
        self.doubts |= UNPLACED

    @property
    def raw(self) -> str:
        """The row as one line of text."""
        return BETWEEN_CELLS.join((*filter(None, (self.label,)), *self.stated))


def doubt_places(rows: Iterable[Row]) -> None:
    """Put in doubt where the figures of rows stand that have blank cells as well."""
    for row in rows:
        if row.has_blanks:
            row.doubts.add(Doubt.PLACES)


def is_told_by_label(row: Row, cls: type[Table]) -> bool:
    """
    Tell whether the label of a row can be that of no other one.

    It is whole, but for a remark behind it; or it goes on below, beside figures of which none can be gone.
    """
    if row.doubts.isdisjoint(UNTOLD):
        return row.number is not None
    remarked = table_labels(cls).remarked(row.label)
    if remarked is not None:
        return remarked.row == row.number
    # In a text, figures can be gone with the end of a label, unless there is one in each cell.
    has_all = bool(row.columns) or (row.is_placed and 0 < len(row.stated) == len(row.cells))
    return has_all and _begun(row.label, cls) == {row.number}


def _begun(label: str, cls: type[Table]) -> set[int | None]:
    """Give the rows whose label begins so, also behind a beginning of that of its group: 三、本年度办 | （一）予以."""
    words = key(label)
    begun: set[int | None] = set()
    for number, form_row in enumerate(figure_rows(cls)):
        # The row of table IV has none.
        *groups, own = map(key, form_row.labels or ("",))
        befores = (group[:length] for group in groups for length in range(len(group) + 1))
        rests = [words.removeprefix(before) for before in befores if words.startswith(before)]
        if any(len(rest) >= LEAST_LETTERS and own.startswith(rest) for rest in (words, *rests)):
            begun.add(number)
    return begun


def has_words_of_its_own(row: Row, cls: type[Table]) -> bool:
    """Tell whether a row has words that are no piece of a label of a table: 其他主动公开文件, 小计."""
    words = (header_key(text) for text in (row.label, *row.stated) if not is_figure(text))
    return any(map(table_labels(cls).has_no_part, words))
