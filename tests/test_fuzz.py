"""Damaged documents of every format: read or refused, nothing else, and within a bound of time."""

from __future__ import annotations

import sys
from typing import Final

import pytest

if sys.platform == "win32":  # pragma: no cover - it has no timer of processor time
    pytest.skip("needs setitimer", allow_module_level=True)

from support.fuzzing import Damaged, fuzz

pytestmark = pytest.mark.property

BOUND: Final = 10.0
COUNTS: Final = {"html": 800, "text": 800, "docx": 400, "xlsx": 300, "pdf": 100, "json": 2_000}
SEED: Final = 1


@pytest.mark.parametrize("name", COUNTS)
def test_damaged_documents_are_read_or_refused(name: str) -> None:
    """Some four thousand in all; ``benchmarks/fuzz.py`` has more and repeats any of them."""
    outcomes = fuzz([Damaged(name, SEED, number) for number in range(COUNTS[name])], BOUND)

    assert (outcomes.crashes, outcomes.late) == ({}, [])
    assert outcomes.count == outcomes.read + outcomes.refused.total() == COUNTS[name]
    assert outcomes.read > 0
    assert outcomes.refused.total() > 0


def test_a_damaged_document_is_the_same_every_time() -> None:
    """So it can be repeated by its name."""
    document = Damaged("text", 3, 4)

    assert document.name == "text:3:4"
    assert document.content() == Damaged("text", 3, 4).content()
