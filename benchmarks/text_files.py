"""
What reading a text costs, a layout each, beside another version of the library.

Run it with ``python benchmarks/text_files.py [--against PATH/src] [--rounds 9] [--layouts 'text-cell*'] [FILE…]``;
without files it reads a document of each layout. The yardstick is what splitting the text at its bars takes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

import govdisclosure as gd
from govdisclosure.formats.text import read

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from versions import add_options, compare, measured

_TIMES: Final = 50
"""How many times a text is split for the yardstick, which takes a millisecond then."""


def documents(layouts: str) -> dict[str, str]:
    """Make the documents."""
    from support.publishing import LAYOUTS, publish  # noqa: PLC0415 - another version has no need of them

    names = [layout.name for layout in LAYOUTS.values() if layout.format == "text" and fnmatch(layout.name, layouts)]
    contents = {name: publish(name, [1])[0].content for name in names}
    return {name: content for name, content in contents.items() if isinstance(content, str)}


def measure(text: str, rounds: int) -> dict[str, float]:
    """Give what reading a text takes, told by what it takes to split it."""
    steps = {"read": lambda: read(text), "parse whole": lambda: gd.parse(text)}
    return measured(lambda: [line.split("|") for _ in range(_TIMES) for line in text.split("\n")], steps, rounds)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="texts in UTF-8 (default: one of each layout)")
    parser.add_argument("--layouts", default="text-cell*", help="pattern of the layouts (default: text-cell*)")
    add_options(parser)
    arguments = parser.parse_args()
    if arguments.child:
        for step, ratio in measure(arguments.files[0].read_text(encoding="utf-8"), arguments.rounds).items():
            print(step, ratio)
        return
    with tempfile.TemporaryDirectory() as folder:
        files = list(arguments.files)
        for name, text in () if files else documents(arguments.layouts).items():
            files.append(Path(folder, f"{name}.txt"))
            files[-1].write_text(text, encoding="utf-8")
        compare(__file__, files, arguments.against, arguments.rounds)


if __name__ == "__main__":
    main()
