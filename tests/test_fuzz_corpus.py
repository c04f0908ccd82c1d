"""What fuzzers begin with and what they came upon, once more: each is read or refused, and nothing else happens."""

from __future__ import annotations

from typing import Final

import pytest
from support.fuzz_targets import CORPUS, TARGETS

pytestmark = pytest.mark.property

LARGEST: Final = 300_000


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_of_a_target_are_read_or_refused(name: str) -> None:
    """``benchmarks/fuzz_coverage.py`` looks for more, led by what they reach; any other end of a target is a fault."""
    target = TARGETS[name]
    outcomes = [target.run(content) for content in target.beginnings()]

    assert set(outcomes) == {True, False}
    assert target.kept()


def test_the_kept_corpus_is_small() -> None:
    """It belongs to the repository, so it holds no whole documents by the dozen."""
    sizes = [path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()]

    assert sum(sizes) <= LARGEST
    assert {path.name for path in CORPUS.iterdir()} == set(TARGETS)
