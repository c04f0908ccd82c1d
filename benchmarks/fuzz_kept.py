"""
Keep some of what a fuzzer came upon: inputs that reach branches of the library which no input before them reached.

Run it with ``python benchmarks/fuzz_kept.py [--most 30] [--longest 3000] [--folder build/fuzz] html`` after
``benchmarks/fuzz_coverage.py``: short inputs are looked at first, and those that reach something new are copied to
``tests/data/fuzz``, named by their bytes. The documents that a fuzzer begins with are no part of it: code makes them.
"""

from __future__ import annotations

import argparse
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from coverage import Coverage

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.fuzz_targets import CORPUS, TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable


def reached(run: Callable[[bytes], bool], content: bytes) -> set[tuple[str, int, int]]:
    """Give the branches that an input goes through: a file, and the lines from which and to which."""
    watch = Coverage(data_file=None, branch=True, include=["*/govdisclosure/*"], config_file=False)
    with watch.collect():
        run(content)
    data = watch.get_data()
    return {(file, *arc) for file in data.measured_files() for arc in data.arcs(file) or ()}


def main() -> None:
    """Look at what was reached, and keep what reaches more."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--most", type=int, default=30, help="how many are kept at most (default 30)")
    parser.add_argument("--longest", type=int, default=3_000, help="how many bytes one has at most (default 3000)")
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz"), help="where the fuzzer saved inputs")
    options = parser.parse_args()
    target = TARGETS[options.target]
    known = set[tuple[str, int, int]]().union(*(reached(target.run, content) for content in target.beginnings()))
    folder = CORPUS / target.name
    folder.mkdir(parents=True, exist_ok=True)
    candidates = [path.read_bytes() for path in (options.folder / target.name / "reached").iterdir()]
    for content in sorted((each for each in candidates if len(each) <= options.longest), key=len):
        more = reached(target.run, content) - known
        if more and len(target.kept()) < options.most:
            known |= more
            name = sha256(content).hexdigest()[:16]
            (folder / name).write_bytes(content)
            print(f"{name}: {len(content)} bytes, {len(more)} branches more", flush=True)


if __name__ == "__main__":
    main()
