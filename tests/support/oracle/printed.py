"""What a person sees in the cells of files that are printed, asked of pictures of their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from support.oracle.cells import Tally, judge
from support.oracle.documents import read_back
from support.oracle.pictures import has_ink, look_alike, printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from support.oracle.cells import Altered, Read
    from support.oracle.pdf import PdfFile

_ALIKE: Final = "looks like the plain figure"
_UNLIKE: Final = "looks otherwise than {!r}"


def claimed(cell: Altered, read: Read) -> str:
    """
    Give the figure whose picture is compared with the cell.

    It is what was read; where a note leaves that open, what should be seen; where nothing plain should be, all digits.
    """
    if read.refused is None and not read.names(cell.path):
        return read.value(cell.path)
    return cell.stored if cell.truth is None else cell.truth


def seen(cell: Altered, claim: str, *, alike: bool) -> tuple[str | None, str, bool]:
    """Give what is seen in a cell that looks like a figure or not, why, and whether the truth says otherwise."""
    return claim if alike else None, _ALIKE if alike else _UNLIKE.format(claim), (claim == cell.truth) != alike


def tally_files(files: Iterable[PdfFile]) -> Tally:
    """Read files, compare their altered cells with plain figures, and count."""
    tally = Tally()
    for file in files:
        read = read_back(file.content)
        claims = [claimed(cell, read) for cell in file.cells]
        (page,), (plain,) = printed(file.content), printed(file.plainly(claims))
        for cell, claim, box in zip(file.cells, claims, file.boxes, strict=True):
            assert bool(claim) == has_ink(box.of(plain)), f"{claim!r} of {file.name} is not in its place"
            figure, why, disagree = seen(cell, claim, alike=look_alike(box.of(page), box.of(plain)))
            tally.add([judge(cell, file.name, read, figure, why, disagree=disagree)])
        tally.add_beside(file.beside, read, file.name)
    return tally
