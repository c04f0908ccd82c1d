"""
How many modules and functions a figure passes from a file to its cell.

Run it with ``python tools/passed.py [FILE]``; by default it reads a Word file that holds a form of the current edition,
once as our writer made it and once without the metadata that say so. Printed are, module by module, the functions of
the package that ran in ``govdisclosure.read``; what is imported or kept from one reading to the next is left out by
reading twice, unless ``--first`` asks for the first.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import govdisclosure as gd

if TYPE_CHECKING:
    from types import CodeType, FrameType

PACKAGE = Path(gd.__file__).parent
_PROPERTIES = "docProps/custom.xml"


def passed(content: bytes) -> dict[str, set[CodeType]]:
    """Give the functions of the package that run while a report is read, by the paths of their modules."""
    modules: dict[str, set[CodeType]] = defaultdict(set)

    def called(frame: FrameType, event: str, _: object) -> None:
        path = Path(frame.f_code.co_filename)
        # A comprehension is a frame of its own, and none of the functions that one reads.
        named = not frame.f_code.co_name.startswith("<")
        if event == "call" and named and path.is_relative_to(PACKAGE):
            modules[str(path.relative_to(PACKAGE))].add(frame.f_code)

    sys.setprofile(called)
    try:
        gd.read(io.BytesIO(content))
    finally:
        sys.setprofile(None)
    return modules


def example() -> bytes:
    """Write a report with a figure in every cell."""
    report = gd.AnnualReport.blank(agency="示例县统计局", year=2022)
    for cell in gd.cells(report):
        if cell.path != "proactive_disclosure.fees.amount":
            gd.put(report, cell.path, 7)
    return gd.render(report, "docx")


def without_metadata(content: bytes) -> bytes:
    """Leave out what says that our writer wrote a Word file."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(written, "w") as left:
        for name in whole.namelist():
            if name != _PROPERTIES:
                left.writestr(name, whole.read(name))
    return written.getvalue()


def show(title: str, content: bytes, *, first: bool) -> None:
    """Print what one file passes."""
    if not first:
        gd.read(io.BytesIO(content))
    modules = passed(content)
    print(f"{title}: {sum(map(len, modules.values()))} functions in {len(modules)} modules")
    for path, functions in sorted(modules.items()):
        print(f"    {len(functions):3}  {path}")


def main() -> None:
    """Print the modules."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="a file to read in place of the example")
    parser.add_argument("--first", action="store_true", help="count what only the first reading runs as well")
    options = parser.parse_args()
    if options.file is not None:
        show(options.file.name, options.file.read_bytes(), first=options.first)
        return
    content = example()
    show("as our writer made it", content, first=options.first)
    show("as somebody else's", without_metadata(content), first=options.first)


if __name__ == "__main__":
    main()
