"""Time in step with size: what ``benchmarks/growth.py`` measures everywhere, looked at in small."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.fragments import FRAGMENTS, Fragment
from support.places import format_of, places, reports

import govdisclosure as gd
from govdisclosure.claims import claims_in
from govdisclosure.form.outline import slots
from govdisclosure.formats.xlsx import write as xlsx
from govdisclosure.model.report import HEADINGS, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.property

TEXT = "记号"


def grows(work: Callable[[int], object], size: int, *, nothing: float = 0.2) -> bool:
    """Tell whether work takes more than twice what it should with a size four times as large; asked three times."""
    for _ in range(3):
        taken = []
        for each in (size, 4 * size):
            began = time.process_time()
            work(each)
            taken.append(time.process_time() - began)
        if taken[1] <= 8 * taken[0] + nothing:
            return False
    return True


def test_there_are_enough_texts() -> None:
    """No two of them are the same, and each has the size that is asked for."""
    assert len(FRAGMENTS) >= 235
    assert len(set(FRAGMENTS.values())) == len(FRAGMENTS)
    assert Fragment("一,", "a", "b").of_size(12) == "a一,一,一,b"


@pytest.mark.parametrize("place", [place for place in places() if format_of(place) not in {"docx", "xlsx"}])
def test_a_text_is_put_at_its_place(place: str) -> None:
    """Two texts make two sources."""
    make = places()[place]

    assert make(TEXT) != make("一")


@pytest.mark.parametrize("place", reports())
def test_a_report_with_a_text_at_a_place_is_checked(place: str) -> None:
    """Each is one that the model accepts."""
    assert isinstance(gd.check(reports()[place](TEXT * 8)), gd.Findings)


@pytest.mark.parametrize(
    "piece",
    [
        "收到申请1件",
        "1件",
        "5、",
        "零申请",
        "行政复议",
        "行政复议、",
        "复议后起诉",
        "未经复议直接起诉",
        "维持1件",
        "制发规章",
    ],
)
def test_long_clauses_take_time_in_step_with_their_length(piece: str) -> None:
    """As many numbers, or words before one, as there may be in a clause."""
    assert not grows(lambda size: claims_in("未" + piece * (size // len(piece)) + "0件"), 20_000)


def test_sections_below_one_heading_take_time_in_step_with_their_number() -> None:
    """All of them stand in the place of the table that is missing."""
    heading = HEADINGS["requests"]

    assert not grows(lambda size: slots(["requests"], [heading] * size), 4_000)
    assert [slot.index for slot in slots(["requests"], ["七、其他", heading, heading])] == [-1, -1, 1, 2, -1, -1, -1, 0]
    assert len(slots([], [heading] * 2)) == len(SECTIONS) + 2


def test_rows_of_a_workbook_take_time_in_step_with_their_number() -> None:
    """Each is merged over the width of the form."""
    assert not grows(lambda size: gd.render(build_report(overview=["一"] * size), "xlsx"), 500, nothing=1)


def test_a_workbook_has_no_end_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that is longer than any is refused by name, and other formats take it."""
    report = build_report(overview=["一"] * 100)
    monkeypatch.setattr(xlsx, "MOST_ROWS", 150)

    with pytest.raises(
        gd.UsageError, match=r"^a workbook holds a report of at most 150 rows; write it in another format$"
    ):
        gd.render(report, "xlsx")
    assert gd.parse(gd.render(report, "docx")).report == report
