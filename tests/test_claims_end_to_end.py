"""Reports built from sentences: no finding where all agrees, and one for what the tables hold otherwise."""

from __future__ import annotations

from random import Random

from support.prose import STATED, built, is_found

from govdisclosure.checks import check


def test_what_agrees_is_not_found_and_what_does_not_is() -> None:
    """Of twenty reports none has a false alarm; each figure they state is changed, and 95 % of them are found."""
    random = Random(24)  # noqa: S311 - to be repeated
    reports = [built(random) for _ in range(20)]

    alarms = [finding for each in reports for finding in check(each.report, select="TEXT")]
    noticed = [is_found(each, figure, 3) for each in reports for figure in each.figures]

    assert alarms == []
    assert sum(noticed) >= 0.95 * len(noticed)


def test_sentences_state_every_figure_that_they_can() -> None:
    """A sentence whose figure is never stated would test nothing."""
    random = Random(24)  # noqa: S311 - to be repeated

    assert {figure.name for _ in range(150) for figure in built(random).figures} == STATED.keys()
