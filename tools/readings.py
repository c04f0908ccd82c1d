"""
Write down what a document of each layout is read as, in ``tests/data/readings.txt``.

Run it with ``python tools/readings.py`` after a change to the reader, and look at what differs: each line counts the
cells that are right, noted with reason, and noted needlessly, and the notes; its last digits are others once anything
is read otherwise.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.publishing.readings import DOCUMENTS, WRITTEN, line_of


def main() -> None:
    """Write the lines."""
    WRITTEN.write_text("".join(f"{line_of(*each)}\n" for each in DOCUMENTS), encoding="utf-8")


if __name__ == "__main__":
    main()
