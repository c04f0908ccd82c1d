"""Claims: one figure for several things: 行政复议、行政诉讼共11件, 予以公开和部分公开共21件, 应办结39件."""

from __future__ import annotations

import pytest
from support.builders import build_report
from support.claims import BUREAU, held

import govdisclosure as gd
from govdisclosure.claims.yearly import yearly_claims_in


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "予以公开和部分公开的共21件，不予公开和无法提供的共11件。",
            ["granted+partially_granted=21", "refused+unavailable=11"],
        ),
        ("公开和部分公开共21件。", ["granted+partially_granted=21"]),
        ("不予公开、无法提供以及不予处理合计13件。", ["refused+unavailable+not_processed=13"]),
        ("予以公开、部分公开共0件。", ["granted=0", "partially_granted=0"]),
        ("予以公开、依申请公开和部分公开共7件。", []),
        ("依申请公开、部分公开共7件。", []),
        ("予以公开的另行送达、部分公开共7件。", []),
        # Of some requests.
        ("网上申请20件，予以公开和部分公开共13件。", []),
        ("征地类申请11件，予以公开和部分公开共8件。", []),
        ("征地类申请11件；予以公开和部分公开共21件。", ["granted+partially_granted=21"]),
        ("征地类公开和部分公开共8件。", []),
        ("网站公开和部分公开共8件。", []),
        ("公开、部分公开文件共120份。", []),
        ("属性为公开和部分公开的共120件。", []),
        ("公开和部分公开共15件为自然人申请。", []),
        ("延期答复5件，公开和部分公开共5件。", []),
        ("延期答复5件，公开和部分公开共21件。", ["granted+partially_granted=21"]),
        ("按期答复35件，公开和部分公开共21件。", ["concluded=35", "granted+partially_granted=21"]),
        ("我局依法予以公开和部分公开共21件。", ["granted+partially_granted=21"]),
        ("示例县水利局经审查后予以公开和部分公开共21件。", ["granted+partially_granted=21"]),
        # Without 共, where and or or joins them.
        (
            "予以公开和部分公开21件，不予公开及无法提供的11件。",
            ["granted+partially_granted=21", "refused+unavailable=11"],
        ),
        ("公开或部分公开21件，占六成。", ["granted+partially_granted=21"]),
        ("予以公开、部分公开21件。", []),
        ("予以公开和部分公开14件、7件。", []),
        ("予以公开和部分公开14件和7件。", []),
        ("予以公开和部分公开各7件。", ["granted=7", "partially_granted=7"]),
        ("征地类公开和部分公开8件。", []),
        ("公开和部分公开21条。", []),
        ("上年结转和新收39件。", []),
        # A share of the figure before is no part of the list.
        ("予以公开14件占40%、部分公开7件约占20%。", ["granted=14", "partially_granted=7"]),
        ("予以公开14件，占总数的40%、部分公开7件，占比20%。", ["granted=14", "partially_granted=7"]),
        ("行政许可760件（占80%）、行政处罚190件（占20%）。", ["licensing=760", "penalties=190"]),
        ("予以公开14件占比较高、部分公开7件。", ["granted=14"]),
        # Cases of both kinds; their results are of neither.
        ("行政复议和行政诉讼共计11件，其中维持5件。", ["reconsideration+litigation=11"]),
        ("我局因政府信息公开工作被提起行政复议、行政诉讼共11件。", ["reconsideration+litigation=11"]),
        ("示例县水利局及所属单位行政复议、行政诉讼共11件。", ["reconsideration+litigation=11"]),
        ("涉企行政复议、行政诉讼共3件。", []),
        ("刘某提起行政复议、行政诉讼共7件。", []),
        ("全县行政复议、行政诉讼案件共130件。", []),
        ("各部门行政复议、行政诉讼共8件。", []),
        ("我局被提起行政复议、行政诉讼共3件，各部门被提起行政复议、行政诉讼共8件。", []),
        ("全县因政府信息公开提起的行政复议、行政诉讼案件共11件。", ["reconsideration+litigation=11"]),
        ("本级行政复议、行政诉讼共3件；各部门被提起共8件。", []),
        ("我局行政复议、行政诉讼共11件；各部门公开信息120条。", ["reconsideration+litigation=11"]),
        ("维持的行政复议、行政诉讼共5件。", []),
        ("行政复议、行政诉讼11件。", []),
        # Cases that others came of are not counted with these.
        ("因政府信息公开申请、行政复议引发的行政诉讼5件。", ["litigation=5"]),
        ("因政府信息公开申请、行政复议引起行政诉讼共5件。", ["litigation=5"]),
        ("因政府信息公开引起的行政复议、行政诉讼共11件。", ["reconsideration+litigation=11"]),
        ("行政复议和行政诉讼共126件，均与政府信息公开无关。", []),
        # What a list says that it is of something else.
        ("申请内容涉及行政复议和行政诉讼的共9件。", []),
        ("从申请内容看，行政许可、行政复议和行政诉讼共9件。", []),
        ("申请内容公开，行政复议和行政诉讼共9件。", ["reconsideration+litigation=9"]),
        ("第三方同意公开和部分公开的共3件。", []),
        ("不服不予公开、无法提供决定共3件。", []),
        # Papers by how they may be made public.
        ("印发公文126件，其中不予公开、部分公开共28件。", []),
        ("收到申请36件，办结35件；印发公文126件，公开、部分公开共98件。", ["concluded=35", "received=36"]),
        # New requests and those carried over.
        ("新收和上年结转申请共39件。", ["received_with_carried_over=39"]),
        ("新收及上年结转合计39件。", ["received_with_carried_over=39"]),
        ("新收申请36件和上年结转3件。", ["carried_over=3", "received=36"]),
        ("收到申请36件，与上年结转相比持平。", ["received=36"]),
        ("办结和上年结转共39件。", []),
        ("新收、办结共71件。", []),
        ("来文、上年结转共39件。", []),
        ("新收登记上年结转申请3件。", ["carried_over=3"]),
        ("行政许可、行政处罚共80件。", []),
    ],
)
def test_figure_of_a_list_is_the_sum_of_it(text: str, due: list[str]) -> None:
    """共 behind a list sums it up, as 和 or 或 in it does, unless it is of some requests only."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "应办结政府信息公开申请39件，实际办结35件。",
            ["concluded=35", "received_with_carried_over|received|concluded=39"],
        ),
        ("应办理申请39件。", ["received_with_carried_over|received|concluded=39"]),
        ("应办理信息公开申请共计39件。", ["received_with_carried_over=39"]),
    ],
)
def test_requests_due_can_be_all_or_those_that_were_due_in_time(text: str, due: list[str]) -> None:
    """应办结 N 件 are all that there were, those of this year, or those that had to be answered within it."""
    assert held(text) == due


@pytest.mark.parametrize(("stated", "codes"), [(11, []), (10, ["TEXT-RECONSIDERATION"])])
def test_sum_is_held_against_the_sum_of_cells(stated: int, codes: list[str]) -> None:
    """A sum of cases fits the totals of table IV together, and none of them alone."""
    report = build_report(agency=gd.Agency(name=BUREAU), year=2024)
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[6, 0, 0, 0, 6, 4, 0, 0, 0, 4, 1, 0, 0, 0, 1]])
    report.overview = [f"行政复议和行政诉讼共计{stated}件。"]

    assert [finding.code for finding in gd.check(report, select="TEXT")] == codes


def test_sum_is_no_figure_that_years_are_compared_by() -> None:
    """What is said beside a sum of the year before is of no cell."""
    assert yearly_claims_in("行政复议和行政诉讼共计11件，较上年增加2件。", year=2024, agency=BUREAU) == []
