"""Claims on requests of somebody or for something, and on what was looked into or done together with other bodies."""

from __future__ import annotations

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.claims import claims_in
from govdisclosure.claims.yearly import yearly_claims_in

BUREAU = "示例县水利局"


def read(text: str) -> list[str]:
    """Give the claims of a text that are held against the tables, sorted; ``≥`` where the table can have more."""
    every = claims_in(text, year=2024, agency=BUREAU)
    ours = [claim for claim in every if claim.exact and claim.whole and claim.year == "this"]
    return sorted(
        f"{('+' if claim.summed else '|').join(claim.readings)}{'≥' if claim.at_least else '='}{claim.value}"
        for claim in ours
    )


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # Whose they are
        ("收到村民提交的政府信息公开申请11件。", ["received≥11"]),
        ("接到拆迁户提出的政府信息公开申请12件。", ["received≥12"]),
        ("收到小区业主以书面形式提出的政府信息公开申请9件。", ["received≥9"]),
        ("收到周某、吴某等人提交的政府信息公开申请7件。", ["received≥7"]),
        ("收到周某等3名学生提交的申请7件。", ["received≥7"]),
        ("受理职工周某的政府信息公开申请2件。", ["received≥2"]),
        ("收到第三方代理申请4件。", ["received≥4"]),
        ("新收周某政府信息公开申请4件。", ["received≥4"]),
        ("全年共有被征收人提出的政府信息公开申请8件。", ["received≥8"]),
        ("答复村民提出的政府信息公开申请11件。", ["concluded≥11"]),
        ("未收到村民提交的政府信息公开申请。", ["received≥0"]),
        # What they are for
        ("收到要求公开水库规划的政府信息公开申请9件。", ["received≥9"]),
        ("收到公民要求提供河道采砂批文、会议纪要的申请3件。", ["received≥3"]),
        ("收到申请获取移民补偿标准的申请9件。", ["received≥9"]),
        ("收到索取施工图纸的申请2件。", ["received≥2"]),
        ("受理有关农村饮水的政府信息公开申请15件。", ["received≥15"]),
        ("受理村民有关农村饮水的政府信息公开申请15件。", ["received≥15"]),
        ("未收到要求公开过程性信息的申请。", ["received≥0"]),
        # What became of them
        ("收到村民提交的申请11件，予以公开6件，不予公开2件。", ["granted≥6", "received≥11", "refused≥2"]),
        ("收到村民提交的申请11件，全年共办结34件。", ["concluded=34", "received≥11"]),
        # What else they led to
        ("村民提交的申请引发行政复议3件。", ["reconsideration=3"]),
    ],
)
def test_beside_requests_of_somebody_or_for_something_there_can_be_more(text: str, due: list[str]) -> None:
    """Words that say whose requests are, or what they are for, do not say that there were no others."""
    assert read(text) == due


@pytest.mark.parametrize(
    "text",
    [
        "收到公民、法人和其他组织提交的政府信息公开申请36件。",
        "收到社会公众提出的政府信息公开申请36件。",
        "收到广大群众提交的政府信息公开申请36件。",
        "收到申请人提交的政府信息公开申请36件。",
        "收到申请者提交的政府信息公开申请36件。",
        "收到我县居民提出的政府信息公开申请36件。",
        "收到村民、企业提交的政府信息公开申请36件。",
        "收到各类政府信息公开申请36件。",
        "收到向我局提出的政府信息公开申请36件。",
        "收到群众自主提交的政府信息公开申请36件。",
        "收到工作时间内提交的政府信息公开申请36件。",
        "收到要求公开政府信息的申请36件。",
        "收到要求获取我局相关信息的申请36件。",
        "收到有关单位提交的政府信息公开申请36件。",
        "收到有关信息公开的申请36件。",
    ],
)
def test_requests_of_everybody_for_any_information_are_all(text: str) -> None:
    """Words that everybody can be called by, and those for information in general, leave nobody and nothing out."""
    assert read(text) == ["received=36"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("收到村民提交的申请11件，予以公开6件。", []),
        ("收到村民提交的申请36件，予以公开14件。", []),
        ("收到村民提交的申请37件，予以公开6件。", ["TEXT-RECEIVED"]),
        ("收到村民提交的申请30件，予以公开22件。", ["TEXT-GRANTED"]),
        # With those granted in part, which 公开 alone can mean as well, there are more.
        ("收到村民提交的申请30件，予以公开18件。", []),
        ("未收到要求公开水库规划的申请。", []),
    ],
)
def test_table_must_not_have_fewer_requests_than_those_of_somebody(text: str, codes: list[str]) -> None:
    """More requests of somebody than of all are reported; fewer are not."""
    report = build_report(agency=gd.Agency(name=BUREAU), year=2024)
    for cell, figure in (("newly_received", 36), ("outcomes.granted", 14), ("outcomes.partially_granted", 7)):
        gd.put(report, f"requests.total.{cell}", figure)
    report.overview = [text]

    assert [finding.code for finding in gd.check(report, select="TEXT")] == codes


def test_requests_of_somebody_are_no_figure_that_years_are_compared_by() -> None:
    """What is said beside them of the year before is of no cell."""
    assert yearly_claims_in("收到村民提交的申请11件，较上年增加3件。", year=2024, agency=BUREAU) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("抽查部分公开答复6件。", []),
        ("随机抽查公开、部分公开答复共12件。", []),
        ("审查公开、部分公开答复共12件。", []),
        ("审核了不予公开、无法提供和不予处理告知书共5件。", []),
        ("评查无法提供答复2件。", []),
        ("公开、部分公开答复共12件。", ["granted+partially_granted=12"]),
        ("抽查合格后部分公开6件。", ["partially_granted=6"]),
        ("经审查，公开和部分公开共12件。", ["granted+partially_granted=12"]),
        ("经法制审核部分公开答复6件。", ["partially_granted=6"]),
        ("审核把关后不予公开4件。", ["refused=4"]),
    ],
)
def test_answers_of_some_outcome_that_were_looked_into_are_some_of_all(text: str, due: list[str]) -> None:
    """What is inspected are some of the answers; what was decided after a look are all."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("与县自然资源局联合答复，公开和部分公开共2件。", []),
        ("与县住建局、县林业局共同办理，予以公开1件。", []),
        ("与县自然资源局联合答复，予以公开1件、部分公开2件。", []),
        ("与县自然资源局联合答复，予以公开2件，全年办结34件，不予公开4件。", ["concluded=34", "refused=4"]),
        ("与县自然资源局联合答复，部分公开2件；予以公开13件。", ["granted=13"]),
        ("公开和部分公开共21件，与县自然资源局联合答复。", ["granted+partially_granted=21"]),
        ("与相关部门会商办理，予以公开13件。", ["granted=13"]),
        ("予以公开13件、部分公开6件。", ["granted=13", "partially_granted=6"]),
    ],
)
def test_outcomes_behind_a_joint_answer_are_of_such_answers(text: str, due: list[str]) -> None:
    """A clause that says with which body requests were answered says of which the outcomes behind it are."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("本年新收36件中办结32件，公开和部分公开共18件。", ["received=36"]),
        ("本年新收36件中已办结32件，予以公开13件、部分公开5件。", ["received=36"]),
        (
            "本年新收36件，办结32件，公开和部分公开共18件。",
            ["concluded=32", "granted+partially_granted=18", "received=36"],
        ),
        ("本年新收36件中办结32件，全年共予以公开33件。", ["granted=33", "received=36"]),
    ],
)
def test_outcomes_behind_new_requests_that_were_concluded_are_of_these(text: str, due: list[str]) -> None:
    """What became of the new requests is not what became of all, with 其中 or without."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("我局被申请行政复议1件，局属单位5件。", []),
        ("我局机关被提起行政诉讼2件，下属分局共3件。", []),
        ("我局被申请行政复议5件，局属单位0件。", ["reconsideration=5"]),
        ("我局被申请行政复议5件，局属单位行政诉讼2件。", ["reconsideration=5"]),
        ("我局被申请行政复议5件，局属单位组织培训8件。", ["reconsideration=5"]),
        ("下属分局收到申请6件，我局被申请行政复议5件，其中局属单位2件。", ["reconsideration=5"]),
    ],
)
def test_cases_against_other_offices_can_stand_beside_ones_own_without_a_noun(text: str, due: list[str]) -> None:
    """A figure of which only the office is named is of the same as the one before it, as those of all others are."""
    assert read(text) == due
