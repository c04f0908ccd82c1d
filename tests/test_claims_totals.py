"""Claims: which of several figures those carried over from last year are counted in, and what a total behind is of."""

from __future__ import annotations

import pytest

from govdisclosure.claims import claims_in


def labels(text: str) -> list[str]:
    """Give the claims of a text with all their readings, and whether they are parts."""
    every = claims_in(text, year=2024, agency="示例县水利局")
    return [f"{'|'.join(claim.readings)}={claim.value}{'' if claim.whole else '@part'}" for claim in every]


EITHER = "received|received_with_carried_over"
ALL = "received_with_carried_over"
ALL_OR_NEW = "received_with_carried_over|received"
DUE = "received_with_carried_over|received|concluded"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请24件，应办结27件（含上年结转3件）。", [f"{EITHER}=24", f"{DUE}=27", "carried_over=3"]),
        ("收到申请24件，期限内应办结27件（含上年结转3件）。", [f"{EITHER}=24", "carried_over=3"]),
        ("收到申请24件，应当办理27件（含上年结转3件）。", [f"{EITHER}=24", "carried_over=3"]),
        ("收到申请24件，应办结27件，其中上年结转3件。", [f"{EITHER}=24", f"{DUE}=27", "carried_over=3"]),
        ("收到申请24件；合计应办27件（包括上年结转3件）。", [f"{EITHER}=24", "carried_over=3"]),
        ("收到申请24件，合计27件（含上年结转3件）。", [f"{EITHER}=24", "carried_over=3"]),
        ("收到申请24件，较上年增加5件（含上年结转3件）。", [f"{EITHER}=24", "carried_over=3"]),
        (
            "收到申请24件，网上15件、信函9件（含上年结转3件）。",
            ["received_with_carried_over=24", "carried_over=3"],
        ),
        ("收到申请24件，网上15件、信函9件，上年结转3件。", ["received=24", "carried_over=3"]),
        ("收到申请24件，网上24件（含上年结转3件）。", [f"{EITHER}=24", "carried_over=3"]),
        ("收到申请24件，网上15件、信函8件（含上年结转3件）。", [f"{EITHER}=24", "carried_over=3"]),
        (
            "收到申请24件（网上15件、信函9件），含上年结转3件。",
            ["received_with_carried_over=24", "carried_over=3"],
        ),
        ("收到申请24件（含上年结转3件）。", ["received_with_carried_over=24", "carried_over=3"]),
        ("有24件政府信息公开申请（含上年结转3件）。", ["received_with_carried_over=24", "carried_over=3"]),
        ("收到申请24件，含上年结转3件。", ["received_with_carried_over=24", "carried_over=3"]),
        ("收到申请24件，其中网上9件（含上年结转3件）。", ["received_with_carried_over=24", "carried_over=3"]),
    ],
)
def test_a_bracket_with_those_carried_over_is_of_the_figure_right_before_it(text: str, due: list[str]) -> None:
    """Whether that is a claim or not; so it says nothing of what was received further before, but for a list of it."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("新收20件，上年结转3件，共23件。", ["received=20", "carried_over=3", "received_with_carried_over=23"]),
        (
            "新收20件，上年结转3件，均依法受理，共22件。",
            ["received=20", "carried_over=3", "received_with_carried_over=22"],
        ),
        ("新收20件，上年结转3件，以上共22件。", ["received=20", "carried_over=3", "received_with_carried_over=22"]),
        (
            "新收20件，上年结转3件，涉农申请较多，共23件。",
            ["received=20", "carried_over=3", "received_with_carried_over=23"],
        ),
        (
            "新收20件，上年结转3件，按期办结，共22件。",
            ["received=20", "carried_over=3", f"{DUE}=22"],
        ),
        (
            "新收20件，上年结转3件，申请量居全县前列，共22件。",
            ["received=20", "carried_over=3", f"{DUE}=22"],
        ),
        ("新收20件，上年结转3件，按期办结，共20件。", ["received=20", "carried_over=3"]),
        ("新收20件，上年结转3件，当场答复，共22件。", ["received=20", "carried_over=3"]),
        ("新收20件，上年结转3件；申请人以自然人为主，共12件。", ["received=20", "carried_over=3"]),
        (
            "上年结转3件，新收网上申请12件、信函申请8件，共20件。",
            ["carried_over=3", "received=12@part", "received_with_carried_over|received=20"],
        ),
        (
            "上年结转3件，新收网上申请12件、信函申请8件，共21件。",
            ["carried_over=3", "received=12@part", "received_with_carried_over=21"],
        ),
        (
            "上年结转3件，新收网上申请12件、信函申请8件，其中自然人5件，共20件。",
            ["carried_over=3", "received=12@part", "received_with_carried_over|received=20"],
        ),
        ("上年结转3件，新收20件，共20件。", ["carried_over=3", "received=20", "received_with_carried_over=20"]),
        (
            "新收网上申请12件、信函申请8件，上年结转3件，共20件。",
            ["received=12@part", "carried_over=3", "received_with_carried_over=20"],
        ),
        ("上年结转3件，新收20件，其中自然人9件、法人3件，共12件。", ["carried_over=3", "received=20"]),
        (
            "上年结转3件，新收20件，其中自然人9件、法人3件，共13件。",
            ["carried_over=3", "received=20", "received_with_carried_over=13"],
        ),
        (
            "上年结转3件，新收20件，其中自然人12件，共12件。",
            ["carried_over=3", "received=20", "received_with_carried_over=12"],
        ),
        ("办结上年结转3件、本年新收19件，共22件。", ["carried_over=3", "received=19@part", "concluded=22"]),
        ("办结上年结转3件，本年新收19件，共22件。", ["carried_over=3", "received=19", "received_with_carried_over=22"]),
    ],
)
def test_total_behind_those_carried_over(text: str, due: list[str]) -> None:
    """It sums up both, unless what stands right before it tells of parts that add up to it, of some, or of answers."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("行政诉讼零败诉；网上申请21件、信函申请15件，共36件。", ["litigation_corrected=0"]),
        (
            "行政诉讼5件，无被纠正情形；网上申请21件、信函申请15件，合计36件。",
            ["litigation=5", "litigation_corrected=0"],
        ),
        ("行政诉讼维持2件、1件，共3件。", ["litigation_upheld=2@part", "litigation_upheld=3"]),
    ],
)
def test_no_total_sums_up_what_there_was_none_of(text: str, due: list[str]) -> None:
    """A total behind a denial of corrections is of what was counted, if of anything."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "收到申请24件，其中3件为上年结转，办结25件，结转下年2件。",
            [f"{ALL_OR_NEW}=24", "carried_over=3", "concluded=25", "carried_forward=2"],
        ),
        ("收到申请24件（含上年结转3件），办结27件。", [f"{ALL_OR_NEW}=24", "carried_over=3", "concluded=27"]),
        (
            "收到申请24件，其中3件为上年结转，受理的27件均已登记。",
            [f"{ALL_OR_NEW}=24", "carried_over=3", "received=27@part"],
        ),
        ("收到申请24件（含上年结转3件），办结24件。", [f"{ALL}=24", "carried_over=3", "concluded=24"]),
        (
            "收到申请24件（含上年结转3件），办结22件，结转下年2件。",
            [f"{ALL}=24", "carried_over=3", "concluded=22", "carried_forward=2"],
        ),
        ("收到申请24件（含上年结转3件），办结26件。", [f"{ALL}=24", "carried_over=3", "concluded=26"]),
        ("收到申请24件（含上年结转0件），办结24件。", [f"{ALL}=24", "carried_over=0", "concluded=24"]),
    ],
)
def test_those_carried_over_are_beside_the_new_ones_where_more_was_answered(text: str, due: list[str]) -> None:
    """Where so many more were dealt with as came over, these can be beside the others, though it is said otherwise."""
    assert labels(text) == due
