"""
What a web page or a Word document costs, read and checked, beside parsing it, and beside another version.

Run it with ``python benchmarks/documents.py [--against PATH/src] [--rounds 9] [FILE…]``; without files it reads a
report that we wrote, and ones that somebody else did. The yardstick is what lxml takes to parse the page, or the body
of the Word document.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import zipfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from lxml import etree

import govdisclosure as gd

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from recorded import keep
from versions import add_options, compare, measured

if TYPE_CHECKING:
    from collections.abc import Callable

_SENTENCE: Final = "本机关坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务和结果公开，及时回应社会关切。"


def documents() -> dict[str, bytes]:
    """Make the documents, by the names of their files."""
    from support.builders import build_report  # noqa: PLC0415 - another version has no need of them
    from support.publishing.noise import no_noise  # noqa: PLC0415 - the same
    from support.publishing.pages import page_of  # noqa: PLC0415 - the same
    from support.publishing.word import print_word  # noqa: PLC0415 - the same
    from web_pages import page  # noqa: PLC0415 - the same

    report = build_report(overview=[_SENTENCE * 2] * 12, problems_and_improvements=[_SENTENCE] * 12)
    rng = Random(0)  # noqa: S311 - looks, no secret
    word = print_word(page_of(report, no_noise(rng)), rng, "merged")
    return {"ours.docx": gd.render(report, "docx"), "of-others.docx": word, "of-others.html": page()}


def yardstick(file: Path) -> Callable[[], object]:
    """Give what lxml does with a document."""
    content = file.read_bytes()
    if file.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = archive.read("word/document.xml")
        return lambda: etree.fromstring(body)
    return lambda: etree.fromstring(content, etree.HTMLParser(encoding="utf-8"))


def measure(file: Path, rounds: int) -> dict[str, float]:
    """Give what a document takes, told by what lxml takes for it."""
    content = file.read_bytes()
    steps = {
        "read": lambda: gd.parse(content),
        "read and checked": lambda: gd.check(gd.parse(content).report),
    }
    return measured(yardstick(file), steps, rounds)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="documents (default: three that are made)")
    add_options(parser)
    arguments = parser.parse_args()
    if arguments.child:
        for step, ratio in measure(arguments.files[0], arguments.rounds).items():
            print(step, ratio)
        return
    with tempfile.TemporaryDirectory() as folder:
        files = list(arguments.files)
        for name, content in () if files else documents().items():
            files.append(Path(folder, name))
            files[-1].write_bytes(content)
        rows = compare(__file__, files, arguments.against, arguments.rounds)
    if arguments.json is not None:
        keep(arguments.json, [row._asdict() for row in rows])


if __name__ == "__main__":
    main()
