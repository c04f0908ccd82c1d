"""Slips of labels and rows in published tables: what is read is right, or a note names it."""

from __future__ import annotations

from typing import Final

import pytest
from support.publishing.scoring import score
from support.publishing.slipped import SLIPPED, publish_slipped

# The same documents in every run; benchmarks/slips.py looks at as many others as one likes.
SAMPLE: Final = range(4)


@pytest.mark.property
@pytest.mark.parametrize("kind", SLIPPED)
def test_a_slip_of_labels_or_rows_is_never_silently_wrong(kind: str) -> None:
    """A label dropped, damaged or doubled, a row put in, moved or missing: no figure is another one without a note."""
    scores = [score(document) for document in publish_slipped(kind, SAMPLE)]

    assert [each for each in scores if each.wrong or each.crash] == []


@pytest.mark.property
@pytest.mark.parametrize("kind", [kind for kind in SLIPPED if kind.startswith("row-put-in")])
def test_figures_of_a_row_that_the_form_has_not_are_quoted(kind: str) -> None:
    """The figures of a row that the form has not are in no cell; a note quotes them."""
    scores = [score(document) for document in publish_slipped(kind, SAMPLE)]

    assert {each.unsaid for each in scores if each.refused is None} == {()}
