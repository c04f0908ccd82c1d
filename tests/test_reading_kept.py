"""What a document of each layout is read as stays as it was, unless a change means to read it otherwise."""

from __future__ import annotations

import pytest
from support.publishing.readings import DOCUMENTS, WRITTEN, line_of

KEPT = dict(zip(DOCUMENTS, WRITTEN.read_text(encoding="utf-8").splitlines(), strict=True))


@pytest.mark.parametrize(("kind", "seed"), DOCUMENTS)
def test_a_document_is_read_as_before(kind: str, seed: int) -> None:
    """What it is read as now stands in tests/data/readings.txt; ``python tools/readings.py`` writes that again."""
    assert line_of(kind, seed) == KEPT[kind, seed]


def test_none_of_these_documents_is_read_silently_wrong() -> None:
    """Whatever else changes."""
    assert [line for line in KEPT.values() if "silently wrong 0;" not in line and ": refused, " not in line] == []
