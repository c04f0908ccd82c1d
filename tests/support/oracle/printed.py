"""What a person sees in the cells of files that are printed, asked of pictures of their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from support.oracle.cells import Seen, Tally, judge
from support.oracle.documents import read_back
from support.oracle.offices import places
from support.oracle.pictures import has_ink, look_alike, printed
from support.printing import by_office

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PIL.Image import Image

    from support.oracle.cells import Altered, Read
    from support.oracle.offices import OfficeFile
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


def seen(cell: Altered, claim: str, one: Image, other: Image) -> Seen:
    """Tell what is seen in a cell whose picture is compared with that of a plain figure."""
    alike = look_alike(one, other)
    why = _ALIKE if alike else _UNLIKE.format(claim)
    return Seen(claim if alike else None, why, (claim == cell.truth) != alike)


def tally_files(files: Iterable[PdfFile]) -> Tally:
    """Read files, compare their altered cells with plain figures, and count."""
    tally = Tally()
    for file in files:
        read = read_back(file.content)
        claims = [claimed(cell, read) for cell in file.cells]
        (page,), (plain,) = printed(file.content), printed(file.plainly(claims))
        for cell, claim, box in zip(file.cells, claims, file.boxes, strict=True):
            assert bool(claim) == has_ink(box.of(plain)), f"{claim!r} of {file.name} is not in its place"
            tally.add([judge(cell, file.name, read, seen(cell, claim, box.of(page), box.of(plain)))])
        tally.add_rest(file.draft, read, file.name)
    return tally


def tally_office(files: Sequence[OfficeFile]) -> Tally:
    """Read files, let an office print them and the same with plain figures, compare, and count."""
    readings = [read_back(file.content) for file in files]
    claims = [[claimed(cell, read) for cell in file.cells] for file, read in zip(files, readings, strict=True)]
    given = [file.content for file in files]
    given += [file.plainly(each) for file, each in zip(files, claims, strict=True)]
    given += [file.coloured for file in files]
    papers = by_office(given, files[0].suffix)
    count = len(files)
    tally = Tally()
    for number, (file, read) in enumerate(zip(files, readings, strict=True)):
        pages, plain = printed(papers[number]), printed(papers[count + number])
        where = places(papers[2 * count + number], len(file.cells))
        for cell, claim, place in zip(file.cells, claims[number], where, strict=True):
            if place is None:
                tally.add([judge(cell, file.name, read, Seen("", "is not printed", cell.truth != ""))])
                continue
            page, box = place
            assert bool(claim) == has_ink(box.of(plain[page])), f"{claim!r} of {file.name} is not in its place"
            tally.add([judge(cell, file.name, read, seen(cell, claim, box.of(pages[page]), box.of(plain[page])))])
        unseen = Seen("", "its row is hidden", disagrees=False)
        tally.add(judge(cell, file.name, read, unseen) for cell in file.draft.hidden)
        tally.add_rest(file.draft, read, file.name)
    return tally
