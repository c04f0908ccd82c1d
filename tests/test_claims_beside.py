"""Claims: answers beside which more are told, and words for requests that say nothing was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.claims import held

from govdisclosure.checks import check
from govdisclosure.claims import claims_in

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # What became of the others is told beside them: the table has all 12, or those that are called answered.
        ("收到申请12件，其中答复3件，无法提供7件，不予处理2件。", []),
        ("收到申请12件，其中3件按规定办结，7件为“本机关不掌握相关信息”，重复申请1件，主动撤回1件。", []),
        ("收到申请12件。其中，答复3件，无法提供9件。", []),
        ("收到申请12件，答复3件，不予受理9件。", []),
        ("收到申请12件，答复3件，不符合条件的9件。", []),
        ("收到申请10件，上年结转2件，答复3件，无法提供9件。", []),
        ("上年结转2件，收到申请12件，答复3件，无法提供9件。", []),
        ("收到申请15件，答复3件，无法提供9件，结转下年3件。", []),
        ("收到申请15件，答复3件，无法提供9件，结转3件。", []),
        ("收到申请15件，答复3件，无法提供9件，正在办理3件。", []),
        ("收到申请15件，答复3件，无法提供9件，3件尚未到期。", []),
        # That adds up to neither.
        ("收到申请12件，其中答复4件，无法提供8件。", []),
        ("收到申请12件，其中答复4件，无法提供7件。", ["答复4件"]),
        ("收到申请15件，答复3件，无法提供9件，另行说明3件。", ["答复3件"]),
        ("答复3件，无法提供9件。", ["答复3件"]),
        ("网上收到申请12件，答复3件，无法提供9件。", []),
        ("收到申请12件；答复3件，无法提供9件。", []),
        ("收到申请12件，答复3件；无法提供9件。", ["答复3件"]),
        ("收到申请12件，答复3件（无法提供9件）。", ["答复3件"]),
        ("收到申请12件，答复3件，其中无法提供9件。", ["答复3件"]),
        ("收到申请12件，答复3件，召开会议9次。", ["答复3件"]),
        ("收到申请12件，答复3件，另9件。", ["答复3件"]),
        ("收到申请12件，答复3件，另9件，重复申请另行说明。", ["答复3件"]),
        ("收到申请12件，答复3件，合并制发规范性文件9件。", ["答复3件"]),
        ("收到申请12件，办结3件，正在办理9件。", ["办结3件"]),
        # Those that were not accepted or withdrawn are no answers, whatever is left.
        ("收到申请20件，答复3件，不予受理9件。", []),
        ("收到申请20件，不予受理1件，撤回8件，答复3件。", []),
        ("收到申请20件，其中不予受理9件，答复3件。", []),
        ("收到申请20件，办结3件，不予受理9件。", ["办结3件"]),
        ("收到申请20件，答复3件，不予受理8件。", ["答复3件"]),
        ("收到申请20件；不予受理9件；答复3件。", ["答复3件"]),
        ("收到申请20件（不予受理9件），答复3件。", ["答复3件"]),
        ("收到申请20件，其中不予受理9件；全年答复3件。", ["答复3件"]),
        ("收到申请20件，不予受理9件。答复3件。", ["答复3件"]),
        # Three other ways leave no more, however many there are of requests.
        ("收到申请20件，答复3件，无法提供4件，不予处理3件，其它处理2件。", []),
        ("答复3件，不予公开0件，无法提供7件，不予处理2件。", []),
        ("答复4件，不予公开0件，无法提供7件，不予处理2件。", ["答复4件"]),
        ("答复6件，予以公开1件，无法提供3件，不予处理2件。", ["答复6件"]),
        ("答复6件，不予公开1件，无法提供3件，不予处理2件，作出公开决定4件、部分公开决定2件。", []),
        ("答复6件，另有1件正在补正，公开和部分公开合计3件，不予公开2件。", ["答复6件"]),
        ("答复6件，重复申请1件，无法提供3件，不予处理2件。", ["答复6件"]),
        ("收到申请15件，答复6件，其中公开类1件、不予公开类2件、无法提供类2件、不予处理类2件。", ["答复6件"]),
        ("答复6件，部分公开1件，不予公开2件，无法提供3件。", ["答复6件"]),
        # Further answers are none of those before them.
        ("除答复外，另有3个答复件附送便民说明。", []),
        ("答复9件，另有3件答复待送达。", []),
        ("答复12件，另有3件答复附送说明。", []),
        ("答复10件，另有3件答复待送达。", ["答复10件"]),
        ("答复10件，办结10件，另外答复2件。", []),
        ("办结10件；另有2件答复待送达。", ["办结10件"]),
        ("还有3件答复待送达。", []),
    ],
)
def test_answers_can_be_summed_with_those_told_beside_them(text: str, due: list[str]) -> None:
    """Where all that were received are told only with them, the table may hold the answers with those beside them."""
    rows = [f"requests.{column}.outcomes.total" for column in ("total", "natural_person")]
    cells: dict[str, CellValue] = dict.fromkeys(rows, 12)
    report = build_report(year=2024, cells=cells, overview=[text])

    assert [finding.quote and finding.quote.text for finding in check(report, select="TEXT-CONCLUDED")] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("新收10件，办结9件；上年结转3件，全部办结。", []),
        ("新收10件，办结9件。上年结转3件在本年办结。", []),
        ("新收10件，办结9件，另办结上年结转3件。", []),
        ("收到申请10件，上年结转3件，办结9件，结转下年1件。", []),
        ("新收10件，办结9件；上年结转3件。", ["办结9件"]),
        ("新收10件，办结9件；上年结转2件，全部办结。", ["办结9件"]),
        ("新收8件，办结9件；上年结转3件，全部办结。", ["办结9件"]),
        ("办结9件；上年结转3件，全部办结。", ["办结9件"]),
        ("本年新收办结9件；上年结转3件，均已办结。", []),
        ("收到申请9件，答复6件，无法提供1件，不予处理1件，不予公开1件；上年结转3件，均已办结。", []),
        ("收到申请9件，答复7件，无法提供1件，不予处理2件，不予公开2件；上年结转3件，均已办结。", []),
        ("收到申请9件，答复6件，无法提供1件，不予处理2件，不予公开2件；上年结转3件，均已办结。", ["答复6件"]),
        ("本年新收办结8件；上年结转3件，均已办结。", ["办结8件"]),
        ("收到申请10件，上年结转3件，办结9件，办结8件，结转下年1件。", []),
        ("收到申请10件，上年结转3件，办结9件。", ["办结9件"]),
        ("收到申请9件，上年结转3件，办结9件。", ["办结9件"]),
        ("收到申请10件，上年结转3件，办结9件，结转下年2件。", ["办结9件"]),
        ("收到申请10件，上年结转3件，结转下年1件。办结9件，结转下年2件。", ["办结9件"]),
    ],
)
def test_answers_to_new_requests_are_summed_with_those_of_last_year(text: str, due: list[str]) -> None:
    """Answers are of new requests alone where those carried over are said to be concluded, or the words add up so."""
    rows = [f"requests.{column}.outcomes.total" for column in ("total", "natural_person")]
    cells: dict[str, CellValue] = dict.fromkeys(rows, 12)
    report = build_report(year=2024, cells=cells, overview=[text])

    assert [finding.quote and finding.quote.text for finding in check(report, select="TEXT-CONCLUDED")] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请12件，其中已主动公开并告知查询方式的5件，同意公开的2件，无法提供5件。", []),
        ("收到申请12件，予以公开2件，5件属于主动公开范围。", []),
        ("收到申请12件，予以公开2件，指引查询5件。", []),
        ("收到申请12件，予以公开2件，告知不存在5件。", ["予以公开2件"]),
        ("收到申请12件，予以公开2件，指引查询4件。", ["予以公开2件"]),
        ("收到申请12件，指引查询5件，答复7件。", []),
    ],
)
def test_what_was_public_before_can_be_counted_as_granted(text: str, due: list[str]) -> None:
    """The form counts requests for what is public already, whose applicants were told where, as granted."""
    rows = [f"requests.{column}.outcomes.granted" for column in ("total", "natural_person")]
    cells: dict[str, CellValue] = dict.fromkeys(rows, 7)
    report = build_report(year=2024, cells=cells, overview=[text])

    assert [finding.quote and finding.quote.text for finding in check(report, select="TEXT-GRANTED")] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请9件，另收到县政府转办3件，共办结12件。", []),
        ("收到申请9件（不含县政府转办3件）。", []),
        ("收到申请9件，不包括转办的3件。", []),
        ("收到申请9件，另收到转办2件。", ["收到申请9件"]),
        ("收到申请9件，另有转办3件。", ["收到申请9件"]),
        ("收到申请9件，另受理行政复议申请3件。", ["收到申请9件"]),
        ("收到申请9件，另有3件转入2025年。", ["收到申请9件"]),
        ("收到申请9件；另收到转办3件。", ["收到申请9件"]),
        ("收到申请9件（不含上年结转3件）。", ["收到申请9件"]),
        # What came in and what was accepted of it.
        ("上年结转申请20件，受理申请10件。", ["受理申请10件"]),
        ("收到申请12件，受理10件，2件不予受理，办结10件。", []),
        ("收到申请12件，撤回2件，正式受理10件。", []),
        ("收到申请12件。经审查，受理10件，撤回2件。", []),
        ("收到申请11件。经审查，受理10件，撤回1件。", ["收到申请11件"]),
        ("收到申请12件。经审查，受理10件，撤回1件。", ["受理10件"]),
        ("2023年收到申请7件，2024年收到申请12件；受理10件，撤回2件。", []),
        ("2023年收到申请7件，2024年收到申请11件；受理10件，撤回1件。", ["收到申请11件"]),
        ("收到申请12件，包括现场申请2件、邮寄10件，开展专项整治，作出行政处罚16件。", []),
        ("收到申请11件，包括现场申请2件、邮寄9件，开展专项整治，作出行政处罚16件。", ["收到申请11件"]),
        ("收到申请12件；处理申请15件，其中本年新收12件、上年结转3件。", []),
        ("收到申请11件；处理申请14件，其中本年新收11件、上年结转3件。", ["收到申请11件"]),
        # 自然人 and the others are all who ask, and those who do something else are no further requests.
        ("收到自然人、法人或者其他组织提交的申请12件，申请人对1件答复不服。", []),
        (
            "收到自然人、法人或者其他组织提交的申请11件，申请人对1件答复不服。",
            ["收到自然人、法人或者其他组织提交的申请11件"],
        ),
        ("收到申请12件，受理13件，1件不予受理，办结12件。", ["受理13件"]),
        ("受理申请12件，受理10件，2件正在办理，办结10件。", ["受理10件"]),
        ("收到申请12件，受理10件，收到申请11件，1件正在办理，办结11件。", ["收到申请11件"]),
    ],
)
def test_requests_beside_those_received_can_be_counted_with_them(text: str, due: list[str]) -> None:
    """The table may hold requests that are told apart from those received, and never only those accepted of them."""
    rows = [f"requests.{column}.newly_received" for column in ("total", "natural_person")]
    cells: dict[str, CellValue] = dict.fromkeys(rows, 12)
    report = build_report(year=2024, cells=cells, overview=[text])

    assert [finding.quote and finding.quote.text for finding in check(report, select="TEXT-RECEIVED")] == due


def test_further_answers_add_to_none_but_answers() -> None:
    """Requests received are no more with 另有3件答复 behind them."""
    received, further = claims_in("收到申请11件，另有3件答复待送达。", year=2024)

    assert (received.older, further.older, further.whole) == (0, 0, False)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("新收10件，办结9件，不予公开2件；上年结转3件，全部办结。", [0, 3, 0, 0]),
        ("收到申请12件，部分公开3件，无法提供9件。", [0, 0, 0]),
    ],
)
def test_only_answers_are_summed_with_others(text: str, due: list[int]) -> None:
    """An outcome beside another, or beside requests carried over that were concluded, is all of its kind."""
    assert [claim.older for claim in claims_in(text, year=2024)] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请8件，予以公开5件，无法公开3件。", ["granted=5", "received=8"]),
        ("收到申请8件，不宜公开3件。", ["received=8"]),
        ("收到申请8件，暂缓公开3件，不能予以公开2件。", ["received=8"]),
        ("收到申请8件，未公开的3件均已说明理由。", ["received=8"]),
        ("收到申请8件，3件无法公开、5件予以公开。", ["granted=5", "received=8"]),
        ("对不宜公开的3件申请不予公开。", ["refused=3"]),
        ("收到申请8件，暂不予公开3件。", ["received=8", "refused=3"]),
        ("收到申请8件，公开3件。", ["granted=3", "received=8"]),
        ("未公开行政许可12件。", []),
        ("暂未公开的规范性文件3件。", []),
        ("公开规范性文件3件。", ["documents_issued|documents_in_force=3"]),
    ],
)
def test_what_is_not_opened_is_not_granted(text: str, due: list[str]) -> None:
    """无法公开, 不宜公开, 暂缓公开 and the like say that nothing was opened, and not in which row that is counted."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("共收到依申请件27件，办结26件。", ["concluded=26", "received=27"]),
        ("收到依申请公开办件7件，办结7件。", ["concluded=7", "received=7"]),
        ("收到依申请公开请求7件。", ["received=7"]),
        ("未收到依申请公开办件。", ["received=0"]),
        ("未收到申请公开政府信息的要求。", ["received=0"]),
        ("本年度没有申请政府信息公开的情形。", ["received=0"]),
        ("线上、线下均无依申请公开信件。", ["received=0"]),
        ("未收到信息公开申请要求补正的情况。", []),
        ("收到平台办件7件。", []),
        # What is answered is counted as what was received.
        ("收到信息公开申请21条，办结20条。", ["concluded=20", "received=21"]),
        ("收到信息公开申请21件，答复留言20条。", ["received=21"]),
        ("收到信息公开申请21件，办结20条。", ["received=21"]),
        ("答复20条。", []),
        ("上年结转3条，办结20条。", ["carried_over=3"]),
    ],
)
def test_requests_have_more_names(text: str, due: list[str]) -> None:
    """依申请件, 依申请公开办件 and 依申请公开请求 are requests; 条 counts answers where it counts the requests."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2023年全县结转申请3件。2024年，新收28件。", ["carried_over=3", "received=28"]),
        ("上年我局结转申请3件。", ["carried_over=3"]),
        ("上年度本单位转结申请3件，新收28件。", ["carried_over=3", "received=28"]),
        ("2024年全县结转申请3件。", []),
        ("2023年县教育局结转申请3件。", []),
        ("上年全县转入人口3件。", []),
        ("上年全县结转下年3件。", []),
    ],
)
def test_a_body_can_stand_between_the_year_and_what_it_carried_over(text: str, due: list[str]) -> None:
    """2023年全县结转申请3件 in the report on 2024 is of 上年结转."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("目前我局未收到申请。", ["received=0"]),
        ("截至目前县水利局未发生行政复议。", ["reconsideration=0"]),
        ("去年全县结转申请3件。", ["carried_over=3"]),
        ("目前县教育局未收到申请。", []),
    ],
)
def test_words_of_time_stand_before_a_body(text: str, due: list[str]) -> None:
    """目前 and 去年 are no part of the name of a body."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "处理申请30件（含上年结转3件），29件已答复，1件结转下年。",
            ["carried_forward=1", "carried_over=3", "concluded=29", "received_with_carried_over|received=30"],
        ),
        ("处理申请30件，办结28件。", ["concluded=28", "received_with_carried_over|received=30"]),
        ("处理申请30件，其中办结28件。", ["concluded=30"]),
        ("处理申请30件，予以公开28件。", ["concluded=30", "granted=28"]),
    ],
)
def test_what_was_to_be_dealt_with_is_more_than_what_was_answered(text: str, due: list[str]) -> None:
    """处理30件 with fewer answered behind it are all that there were to deal with, as 办理30件 are."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2件答复引发行政复议。", []),
        ("答复5件，2件答复存在瑕疵。", ["concluded=5"]),
        ("5件答复均按期作出。", ["concluded=5"]),
        ("共作出5件答复。", ["concluded=5"]),
        ("答复5件政府信息公开申请。", ["concluded=5"]),
        ("5件答复申请人。", ["concluded=5"]),
        ("5件已答复申请人。", ["concluded=5"]),
        ("申请人对2件不予公开决定不服。", []),
        ("申请人对2件无法提供的答复有异议。", []),
        ("2件不予公开的决定已送达。", ["refused=2"]),
    ],
)
def test_answers_that_something_is_said_of_are_some(text: str, due: list[str]) -> None:
    """2件答复 with something said of them, and those contested, are not all answers of their kind."""
    assert held(text) == due


def test_other_processing_has_two_spellings() -> None:
    """其它处理 is 其他处理, and no count of all that was dealt with."""
    assert held("其它处理2件，其它方式处理2件。") == ["other=2", "other=2"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2024年，无人申请政府信息公开。", [("received", False)]),
        ("无人申请行政复议。", [("reconsideration", False)]),
        ("有人提交的申请5件。", []),
        ("收到村民李某提交的申请5件。", [("received", True)]),
        ("无人申请救助。", []),
    ],
)
def test_that_nobody_asked_says_that_there_was_none(text: str, due: list[tuple[str, bool]]) -> None:
    """无人申请 denies all requests or cases, where 某人提交的申请 are some."""
    assert [(str(claim.what), claim.at_least) for claim in claims_in(text, year=2024)] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请15件，2件为上年结转。", ["carried_over=2", "received|received_with_carried_over=15"]),
        ("收到申请15件，2件申请系上年结转。", ["carried_over=2", "received|received_with_carried_over=15"]),
        ("收到申请15件，上年结转2件。", ["carried_over=2", "received=15"]),
        ("新收申请15件，2件为上年结转。", ["carried_over=2", "received=15"]),
    ],
)
def test_requests_said_to_be_carried_over_can_be_among_those_before(text: str, due: list[str]) -> None:
    """2件为上年结转 behind requests received can be of these, or stand beside them."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请15件，其中个人申请13件，予以公开10件；单位申请2件，予以公开2件。", ["received=15"]),
        ("个人申请13件，办结13件；企事业单位提交的申请2件，办结2件。", []),
        ("本单位申请15件，办结15件。", ["concluded=15"]),
        ("单位收到申请15件，办结15件。", ["concluded=15", "received=15"]),
    ],
)
def test_organisations_are_applicants_as_persons_are(text: str, due: list[str]) -> None:
    """单位申请2件 beside 个人申请13件 is of one kind of applicant, and so is what became of it."""
    assert held(text) == due
