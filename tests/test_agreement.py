"""What is done fast is what is done at length; ``benchmarks/agreement.py`` tries it on many more."""

from __future__ import annotations

from random import Random
from unittest import mock

import pytest
from support import agreement

import govdisclosure as gd
from govdisclosure.json import _fast


def draw(seed: int) -> Random:
    """Give what documents and reports are drawn by."""
    return Random(seed)  # noqa: S311 - no secret


@pytest.mark.property
def test_the_fast_and_the_strict_reader_agree() -> None:
    """In verdict, faults, report and bytes; of good documents most are read fast."""
    rng = draw(1)
    documents = [agreement.mutated(rng) for _ in range(200)]

    assert [agreement.readers_differ(data, agreement.bound(rng)) for data in documents] == [None] * 200
    assert 20 < sum(map(agreement.is_read_fast, documents)) < 150


@pytest.mark.property
def test_judgements_in_short_and_at_length_agree() -> None:
    """In identities that fail, proofs and findings; some reports are clean and some are not."""
    rng = draw(2)
    reports = [agreement.random_report(rng) for _ in range(150)]

    assert [agreement.checks_differ(report) for report in reports] == [None] * 150
    assert 15 < sum(map(agreement.is_judged_in_short, reports)) < 135


def test_what_differs_is_told() -> None:
    """A reader that takes what it must not, and a judgement that sees nothing."""
    good, bad = gd.dumpb(gd.AnnualReport()), '{"govdisclosure":"1","x":1}'
    with mock.patch.object(_fast, "loaded", side_effect=[gd.AnnualReport(), None]):
        told = agreement.readers_differ(bad, 10)
    assert told is not None
    assert " is not ((Fault(path='x', " in told
    assert agreement.readers_differ(good, 10) is agreement.readers_differ(bad, 10) is None

    report = gd.AnnualReport(review_and_litigation=gd.ReviewAndLitigation.from_rows([[1, *[0] * 14]]))
    with mock.patch("govdisclosure.arithmetic.judgement.is_clean", return_value=True):
        blind = agreement._judged(report)  # noqa: SLF001 - what differs
    with mock.patch.object(agreement, "_judged", side_effect=[blind, agreement._judged(report)]):  # noqa: SLF001 - what differs
        assert agreement.checks_differ(report) is not None
    assert agreement.checks_differ(report) is None
