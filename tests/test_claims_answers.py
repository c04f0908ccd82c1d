"""Claims: answers of one kind, the sum of several outcomes, what is left out of the answers, and other work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report

from govdisclosure.checks import check
from govdisclosure.claims import claims_in

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue


def labels(text: str) -> list[str]:
    """Give the claims of a text with all their readings, ``+`` between what is summed up, and which are parts."""
    every = claims_in(text, year=2024, agency="示例县水利局")
    return [
        f"{('+' if claim.summed else '|').join(claim.readings)}={claim.value}{'' if claim.whole else '@part'}"
        for claim in every
    ]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("与县城管局联合答复2件。", ["concluded=2@part"]),
        ("会同县城管局联合作出答复2件。", ["concluded=2@part"]),
        ("一并答复2件。", ["concluded=2@part"]),
        ("更正后答复2件。", ["concluded=2@part"]),
        ("报县政府审定后答复2件。", ["concluded=2@part"]),
        ("经县政府办公室同意后答复2件。", ["concluded=2@part"]),
        ("经上级主管部门批准后答复2件。", ["concluded=2@part"]),
        ("代县政府拟写答复2件。", ["concluded=2@part"]),
        ("经县水利局审定后答复2件。", ["concluded=2"]),
        ("经领导审批后答复2件。", []),
        ("经县政府同意后均答复2件。", ["concluded=2"]),
        ("经申请人同意后答复2件。", ["concluded=2"]),
        ("5件申请合并为1件答复。", ["concluded=1@part"]),
        ("1件申请拆分成3件办理。", ["concluded=3@part"]),
        ("合并事项，答复2件。", ["concluded=2"]),
        ("对9件依申请公开答复进行合法性审查。", []),
        ("对9件申请的答复内容开展评查。", []),
        ("审核依申请公开答复9件。", ["concluded=9@part"]),
        ("审查了政府信息公开申请的答复9件。", ["concluded=9@part"]),
        ("审核、答复依申请公开9件。", ["concluded=9"]),
        ("审核后答复9件。", ["concluded=9"]),
        ("结转下年4件（延期1件、正常办理3件）。", ["carried_forward=4", "concluded=3@part"]),
        ("结转下年4件（办结9件）。", ["carried_forward=4", "concluded=9"]),
        ("结转下年4件，办理3件。", ["carried_forward=4", "concluded=3"]),
        ("办结9件（结转下年4件、答复3件）。", ["concluded=9@part", "carried_forward=4", "concluded=3@part"]),
        ("结转下年4件（上年结转1件）。", ["carried_forward=4", "carried_over=1"]),
        ("（办结9件）。", ["concluded=9"]),
    ],
)
def test_answers_given_in_one_way_are_a_part(text: str, due: list[str]) -> None:
    """Together with another body or after its consent, several in one, looked into, or to be given next year."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("公开和部分公开的申请共计9件。", ["granted+partially_granted=9"]),
        ("不予公开、无法提供以及不予处理的申请共9件。", ["refused+unavailable+not_processed=9"]),
        ("予以公开、部分公开答复共9件。", ["granted+partially_granted=9"]),
        ("征地类申请12件，予以公开、部分公开的申请共9件。", []),
        ("公开和部分公开的申请9件。", []),
        ("不予公开、无法提供的申请9件。", []),
        ("予以公开、部分公开答复9件。", []),
        ("不予公开、无法提供的申请各3件。", []),
        ("不予公开、无法提供的申请均为0件。", ["unavailable=0"]),
        ("区分处理、部分公开的申请9件。", ["partially_granted=9"]),
        ("部分公开的申请9件。", ["partially_granted=9"]),
        ("受理、答复的申请9件。", ["received=9", "concluded=9"]),
        ("9件分别作不予公开、无法提供和其他处理。", []),
        ("9件公开或部分公开。", []),
        ("9件申请经研究和部分公开。", []),
        ("9件申请不予公开。", ["refused=9"]),
        ("9件申请核实和答复。", ["concluded=9"]),
        ("收到申请30件，其中不属于本机关公开4件，公开9件。", ["received=30", "granted=9"]),
        ("收到申请30件，其中由本机关公开9件。", ["received=30", "granted=9"]),
    ],
)
def test_requests_of_several_outcomes_are_of_none_of_them(text: str, due: list[str]) -> None:
    """Told together, before their number or behind it, they are summed up at most; 不属于本机关公开 is not granted."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("12345平台转办312件，办结310件。", []),
        ("12345转办312件，办结310件。", []),
        ("收到申请12345件，办结12340件。", ["received=12345", "concluded=12340"]),
        ("收到政府信息公开申请12345。", ["received=12345"]),
        ("行政裁决受理申请2件，办结2件。", []),
        ("行政赔偿共受理申请2件，答复2件。", []),
        ("经确认受理申请2件，办结2件。", ["received=2", "concluded=2"]),
    ],
)
def test_other_applications_and_petitions_are_no_requests(text: str, due: list[str]) -> None:
    """By the hotline 12345, or for what is decided otherwise."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("扣除撤回2件，答复18件。", []),
        ("除申请人撤回的2件外，共答复18件。", []),
        ("剔除主动撤回申请2件，答复20件。", []),
        ("扣除撤回2件，答复17件。", ["答复17件"]),
        ("扣除撤回2件，部分公开2件，答复18件。", ["部分公开2件", "答复18件"]),
        ("扣除撤回2件，予以公开18件。", ["予以公开18件"]),
        ("撤回2件，答复18件。", ["答复18件"]),
        ("扣除节假日2天，答复18件。", ["答复18件"]),
    ],
)
def test_answers_without_those_withdrawn_can_be_summed_with_them_in_the_table(text: str, due: list[str]) -> None:
    """The table may hold the answers with those that are said to be left out, or without them."""
    rows = [
        f"requests.{column}.outcomes.{row}" for column in ("total", "natural_person") for row in ("granted", "total")
    ]
    cells: dict[str, CellValue] = dict.fromkeys(rows, 20)
    report = build_report(year=2024, cells=cells, overview=[text])

    assert [finding.quote and finding.quote.text for finding in check(report, select="TEXT")] == due


def test_body_that_let_an_answer_be_given_is_another_where_the_agency_is_not_known() -> None:
    """As the one that answered is."""
    (claim,) = claims_in("经县政府同意后答复2件。", year=2024)

    assert (claim.value, claim.whole) == (2, False)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("作出公开答复14件，部分公开答复7件，不予公开决定4件。", ["granted=14", "partially_granted=7", "refused=4"]),
        ("作出公开决定14件。", ["granted=14"]),
        ("依法公开答复14件、部分公开7件。", ["granted=14", "partially_granted=7"]),
        ("公开答复十四件；作出不予公开决定4件。", ["granted=14", "refused=4"]),
        ("依申请公开答复14件，部分公开7件。", ["concluded=14", "partially_granted=7"]),
        ("政府信息公开答复14件，不予公开4件。", ["concluded=14", "refused=4"]),
    ],
)
def test_answers_that_disclose_are_those_granted(text: str, due: list[str]) -> None:
    """公开答复 is what 予以公开 is where it was made, or where others stand beside it."""
    assert labels(text) == due


@pytest.mark.parametrize("organization", ["企业", "社会组织"])
def test_requests_of_organizations_are_a_part_beside_those_of_citizens(organization: str) -> None:
    """Also where both are as many."""
    due = ["received=9@part", "received=9@part", "concluded=18"]
    assert labels(f"收到公民申请9件，收到{organization}申请9件，办结18件。") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("予以公开和部分公开21件。", ["granted+partially_granted=21"]),
        ("予以公开和部分公开14件、7件。", []),
        ("予以公开及部分公开14件和7件。", []),
        ("新收和上年结转5件。", []),
        ("收到申请和上年结转的3件。", []),
    ],
)
def test_one_number_behind_outcomes_that_and_joins_is_their_sum(text: str, due: list[str]) -> None:
    """Not where each has a number of its own, and not where it may be of the last one alone."""
    assert labels(text) == due
