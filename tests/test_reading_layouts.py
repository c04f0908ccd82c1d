"""Reading what others published, in every layout of every format: right, or named by a note, and never a crash."""

from __future__ import annotations

from typing import Final

import pytest
from publishing import LAYOUTS, publish
from publishing.scoring import score

# Layouts that no reader takes in full yet; a benchmark tells which (benchmarks/reading.py).
NOT_YET: Final[frozenset[str]] = frozenset()

SAMPLE: Final = range(8)


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name not in NOT_YET])
def test_a_layout_is_never_read_silently_wrong(layout: str) -> None:
    """Each figure of a published report is the true one or named by a note; a document is refused or read."""
    scores = [score(document) for document in publish(layout, SAMPLE)]

    assert [each for each in scores if each.wrong or each.crash] == []
