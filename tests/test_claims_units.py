"""Claims: amounts whose unit stands in brackets or is cut short, and documents in a list that has its verb once."""

from __future__ import annotations

import pytest
from support.claims import BUREAU, held

from govdisclosure.claims import claims_in


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("行政事业性收费（万元）：12.48。", ["fees=12.48"]),
        ("行政事业性收费（单位：万元）12.48。", ["fees=12.48"]),
        ("行政事业性收费12.48（万元）。", ["fees=12.48"]),
        ("行政事业性收费12.48万。", ["fees=12.48"]),
        ("行政事业性收费12.48万元。", ["fees=12.48"]),
        ("行政事业性收费124800元。", ["fees=12.48"]),
        ("行政事业性收费（万元）：0。", ["fees=0"]),
        # No unit, or another thing
        ("行政事业性收费12.48。", []),
        ("行政事业性收费12.48亿。", []),
        ("行政事业性收费项目12项。", []),
        ("减免行政事业性收费3.6（万元）。", []),
        ("罚没收入12.48（万元）。", []),
    ],
)
def test_unit_of_an_amount_can_stand_in_brackets(text: str, due: list[str]) -> None:
    """万元 before or behind the figure in brackets, or 万 alone, is the unit of fees."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("新制作规章0件，规范性文件8件。", ["documents_issued=8", "rules_issued=0"]),
        ("废止规章0件，行政规范性文件3件。", ["documents_repealed=3", "rules_repealed=0"]),
        # What was done with the documents is not said.
        (
            "制定规章0件，废止0件，规范性文件8件。",
            ["documents_in_force|documents_issued|documents_repealed=8", "rules_issued=0", "rules_repealed=0"],
        ),
        ("制定规章0件，废止0件、规范性文件3件。", ["documents_repealed=3", "rules_issued=0", "rules_repealed=0"]),
        ("制发规章0件，备案规范性文件9件。", ["rules_issued=0"]),
        ("制发规章0件，党组规范性文件9件。", ["rules_issued=0"]),
        ("制发规章0件。规范性文件9件。", ["rules_issued=0"]),
    ],
)
def test_documents_behind_rules_are_those_of_the_same_verb(text: str, due: list[str]) -> None:
    """A comma goes on with the list as 、 does."""
    assert held(text) == due


def test_ten_thousands_of_decisions_are_rounded() -> None:
    """What is no amount of money stays a rounded count."""
    assert [(claim.value, claim.exact) for claim in claims_in("行政许可12万。", year=2024, agency=BUREAU)] == [
        (120000, False)
    ]


@pytest.mark.parametrize("measure", ["件", "起", "份", "宗"])
def test_requests_granted_can_be_counted_by_any_measure(measure: str) -> None:
    """公开 alone is of requests beside them, whatever they are counted by."""
    text = f"收到申请9{measure}，其中公开6{measure}，不予公开3{measure}。"
    assert held(text) == ["granted=6", "received=9", "refused=3"]
