"""
What reading a Word document costs beside parsing its body, and beside another version of the library.

Run it with ``python benchmarks/word_files.py [--against PATH/src] [--rounds 9] [FILE…]``; without files it reads a
report that we wrote, and one that somebody else did. The yardstick is what lxml takes to parse the body.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import zipfile
from pathlib import Path
from random import Random
from typing import Final

from lxml import etree

import govdisclosure as gd
from govdisclosure.formats.docx.read import read

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from versions import add_options, compare, measured

_SENTENCE: Final = "本机关坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务和结果公开，及时回应社会关切。"


def documents() -> dict[str, bytes]:
    """Make the documents."""
    from support.builders import build_report  # noqa: PLC0415 - another version has no need of them
    from support.publishing.noise import no_noise  # noqa: PLC0415 - the same
    from support.publishing.pages import page_of  # noqa: PLC0415 - the same
    from support.publishing.word import print_word  # noqa: PLC0415 - the same

    report = build_report(overview=[_SENTENCE * 2] * 12, problems_and_improvements=[_SENTENCE] * 12)
    rng = Random(0)  # noqa: S311 - looks, no secret
    ours = gd.render(report, "docx")
    return {"ours": ours, "of others": print_word(page_of(report, no_noise(rng)), rng, "merged")}


def measure(content: bytes, rounds: int) -> dict[str, float]:
    """Give what reading a document takes, told by what lxml takes for its body."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("word/document.xml")
    steps = {"read": lambda: read(content), "parse whole": lambda: gd.parse(content)}
    return measured(lambda: etree.fromstring(body), steps, rounds)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="Word documents (default: two reports that are made)")
    add_options(parser)
    arguments = parser.parse_args()
    if arguments.child:
        for step, ratio in measure(arguments.files[0].read_bytes(), arguments.rounds).items():
            print(step, ratio)
        return
    with tempfile.TemporaryDirectory() as folder:
        files = list(arguments.files)
        for name, content in () if files else documents().items():
            files.append(Path(folder, f"{name}.docx"))
            files[-1].write_bytes(content)
        compare(__file__, files, arguments.against, arguments.rounds)


if __name__ == "__main__":
    main()
