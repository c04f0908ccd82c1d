"""Claims: wordings of bodies of every kind, and whose or which figures they make those beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report
from support.claims import held

from govdisclosure.checks import check
from govdisclosure.claims import claims_in

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

COUNTY = "示例县人民政府"
UPHELD = ("reconsideration=6", "reconsideration_upheld=6")


def of_county(text: str) -> list[str]:
    """Give the claims of a text of a county that are of the whole of it, in its words."""
    return [claim.text for claim in claims_in(text, year=2024, agency=COUNTY) if claim.whole]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("其中予以部份公开4件，不予公开2件。", ["partially_granted=4", "refused=2"]),
        ("收到申请8件，8件予以公开、部份公开0件。", ["granted=8", "partially_granted=0", "received=8"]),
        (
            "收到申请8件，5件予以公开、3件部分公开、不予公开0件。",
            ["granted=5", "partially_granted=3", "received=8", "refused=0"],
        ),
        ("收到申请8件，8件分别作不予公开、无法提供2件。", ["received=8"]),
        ("收到申请8件，8件予以公开、部分公开、不予公开2件。", ["received=8"]),
        ("收到申请8件，0件不予公开、无法提供0件。", ["received=8", "refused=0", "refused=0", "unavailable=0"]),
        ("收到申请8件，予以公开、部分公开0件。", ["granted=0", "partially_granted=0", "received=8"]),
        ("收到申请10件，10件予以公开、不予公开0件。", ["granted=10", "received=10", "refused=0"]),
        ("收到申请8件，予以公开5件、部份公开3件。", ["granted=5", "partially_granted=3", "received=8"]),
        ("收到申請8件，部份公開8件。", ["partially_granted=8", "received=8"]),
        ("收到申请八件，公开五件、不公开三件。", ["granted=5", "received=8", "refused=3"]),
        ("收到申请八件，不公开三件。", ["received=8", "refused=3"]),
        ("收到申请8件，做到不公开一份涉密文件。", ["received=8"]),
    ],
)
def test_what_is_not_wholly_opened_is_not_granted(text: str, due: list[str]) -> None:
    """部份公开 is 部分公开, and 不公开三件 is refused; neither is 公开."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # Those of departments stand beside those of towns: none of them is all.
        ("全县各部门收到申请12件；各乡镇收到申请7件。", []),
        ("2024年全县各部门收到政府信息公开申请12件；各乡镇7件。", []),
        ("全县各部门收到依申请公开12件，各乡镇（街道）7件。", []),
        ("依申请公开：全县各部门收到12件，办结11件；各乡镇收到7件，办结7件。", []),
        ("各乡镇收到申请7件；各部门收到申请12件。", []),
        ("全县各职能部门制发规范性文件12件；各乡镇制发规范性文件7件。", []),
        ("全县各部门收到申请12件；各乡镇收到申请7件，共19件。", ["共19件"]),
        ("各乡镇收到申请7件；各部门收到申请12件。全县收到19件。", ["收到19件"]),
        # Departments can be all that there are.
        ("全县各部门收到申请12件。", ["收到申请12件"]),
        ("全县各部门、乡镇收到申请12件，各乡镇收到7件。", ["收到申请12件"]),
        ("全县各部门收到申请12件，其中，乡镇7件。", ["收到申请12件"]),
        ("全县各部门收到申请12件。各乡镇收到7件。", ["收到申请12件"]),
        ("全县各部门收到申请12件，各乡镇开展培训7次。", ["收到申请12件"]),
        ("全县各部门共收到申请19件，县本级5件，各乡镇7件，县直部门7件。", ["收到申请19件"]),
        ("全县各单位共收到申请19件；各乡镇收到申请7件。", ["收到申请19件"]),
        ("全县各部门共收到申请12件，各乡镇收到申请0件。", ["收到申请12件"]),
    ],
)
def test_departments_are_not_all_where_towns_stand_beside_them(text: str, due: list[str]) -> None:
    """全县各部门收到申请12件；各乡镇7件 tells two parts of a whole."""
    assert of_county(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请14件，转交2件，实际办理12件。", []),
        ("收到申请14件，移送有关部门2件，办结12件。", []),
        ("收到申请14件，其中2件移交其他单位办理，受理12件。", []),
        ("收到申请14件，转送2件，结转3件，办理12件。", ["收到申请14件"]),
        ("收到申请14件，转交2件，办理11件。", ["收到申请14件"]),
        ("收到申请14件，补正2件，办理12件。", ["收到申请14件"]),
        ("收到申请14件，转交2件，不予公开12件。", ["收到申请14件"]),
        ("收到申请15件，转交2件，办理13件。", ["收到申请15件"]),
        ("收到申请12件，转交2件，办理10件。", []),
    ],
)
def test_requests_passed_on_can_be_missing_in_the_table(text: str, due: list[str]) -> None:
    """Where those passed on and those kept are all that were received, the table may hold only these."""
    rows = [f"requests.{column}.newly_received" for column in ("total", "natural_person")]
    cells: dict[str, CellValue] = dict.fromkeys(rows, 12)
    report = build_report(year=2024, cells=cells, overview=[text])

    assert [finding.quote and finding.quote.text for finding in check(report, select="TEXT-RECEIVED")] == due


def test_requests_carried_over_are_all_there_were() -> None:
    """Only those received can be fewer by those that were passed on."""
    assert [claim.older for claim in claims_in("上年结转14件，转交2件，办理12件。", year=2024)] == [0, 0]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("未收到和处理政府信息公开申请。", ["received=0"]),
        ("未收到或者办理政府信息公开申请。", ["received=0"]),
        ("未收到处理政府信息公开申请。", []),
        ("未收到和处理信访举报。", []),
        ("未收到并处理行政许可申请。", []),
        ("未收到和制发规范性文件。", ["documents_issued=0"]),
        ("上半年未收到和处理政府信息公开申请。", []),
        # A list that begins with requests.
        ("未收到政府信息公开申请、行政复议。", ["received=0", "reconsideration=0"]),
        ("未收到政府信息公开申请及行政诉讼。", ["litigation=0", "received=0"]),
        ("未收到政府信息公开申请引发的行政复议。", ["reconsideration=0"]),
        ("未收到政府信息公开申请、举报和行政复议。", ["reconsideration=0"]),
        ("未收到对政府信息公开申请、答复不服的行政复议。", ["reconsideration=0"]),
        ("未发生政府信息公开申请、行政复议。", ["reconsideration=0"]),
        ("未发生行政处罚、行政许可、行政复议。", ["reconsideration=0"]),
        # Of requests about which there were suits, there were some.
        ("未收到因政府信息公开申请、行政复议引发的行政诉讼。", ["litigation=0"]),
        ("未收到政府信息公开申请、行政复议引发的行政诉讼。", ["litigation=0"]),
        # Of those of last year nothing is said of this year's.
        ("未收到上年结转的申请。", ["carried_over=0"]),
        ("未收到申请和上年结转申请。", ["received=0"]),
        # Those received were not turned away.
        ("未出现拒绝受理政府信息公开申请的情况。", []),
        ("未出现拒绝受理和办理政府信息公开申请的情况。", []),
        # A full stop as others write it.
        ("未收到依申请公开事项.", ["received=0"]),
    ],
)
def test_requests_are_denied_in_more_words(text: str, due: list[str]) -> None:
    """What would be done with requests, and cases listed behind them, leave the denial one of requests."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到处理依申请公开件6件。", ["concluded=6", "received=6"]),
        ("收到办理政府信息公开申请6件。", ["concluded=6", "received=6"]),
        ("收到并处理政府信息公开申请6件。", ["concluded=6", "received=6"]),
        ("收到各类申请，处理政府信息公开申请6件。", ["concluded=6"]),
        ("收到申请处理政府信息公开申请6件。", ["concluded=6"]),
        ("收到回复政府信息公开申请6件。", ["concluded=6"]),
        ("接到处理投诉举报6件。", []),
        ("新增政府信息公开申请6件。", ["received=6"]),
        ("新增依申请公开6件。", ["received=6"]),
        ("新增依申请公开6件，发布信息62条。", ["received=6"]),
        ("新增信息公开申请专栏6个。", []),
        # Letters and cases that are requests.
        ("收到依申请公开信件为6件，办结6件。", ["concluded=6", "received=6"]),
        ("收到依申请公开案例6例。", ["received=6"]),
        ("剖析依申请公开案例6件。", []),
        ("收到依申请公开申请书6份。", ["received=6"]),
        ("未收到公民、法人或其他组织的依申请公开诉求。", ["received=0"]),
        ("收到群众信件6件。", []),
        # Chinese numerals say of no requests that they are some.
        ("收到申请八件，发布信息一份。", ["received=8"]),
    ],
)
def test_requests_are_received_in_more_words(text: str, due: list[str]) -> None:
    """收到处理 is of both, and 依申请公开信件 are requests."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "收到申请9件，答复9件。答复后被行政复议3件，均维持。",
            ["concluded=9", "received=9", "reconsideration=3", "reconsideration_upheld=3"],
        ),
        ("办结后被提起行政诉讼2件。", ["litigation=2"]),
        ("收到申请9件。5件申请行政复议、答复后被起诉4件。", ["received=9"]),
        ("收到申请9件，9件不予公开后被申请行政复议。", ["received=9", "refused=9"]),
        ("答复行政复议3件。", []),
        ("收到行政复议3件。", []),
        ("受理后转行政复议3件。", []),
    ],
)
def test_cases_behind_answers_are_those_about_them(text: str, due: list[str]) -> None:
    """答复后被行政复议 tells when, and not that cases were answered."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("被行政复议7件，合同纠纷诉讼4件。", ["reconsideration=7"]),
        ("政府信息公开纠纷诉讼4件。", ["litigation=4"]),
    ],
)
def test_suits_about_quarrels_are_none_about_disclosure(text: str, due: list[str]) -> None:
    """合同纠纷诉讼 beside cases about disclosure is of another kind."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("作出行政许可处理决定36项，行政处罚决定9项。", ["licensing=36", "penalties=9"]),
        ("作出行政处罚决定9个。", ["penalties=9"]),
        ("行政许可事项36项。", []),
        ("行政许可36项。", []),
        ("行政许可决定36条。", []),
        ("公开行政许可处理决定36项。", ["licensing_published=36"]),
        ("公开2024年度行政许可决定36件。", ["licensing_published=36"]),
        ("主动公开全年行政处罚决定9件。", ["penalties_published=9"]),
        # A year has a unit that is no office.
        ("本年度内单位作出行政处罚9件。", ["penalties=9"]),
        ("本年度内县公安局作出行政处罚9件。", []),
    ],
)
def test_decisions_are_counted_in_more_words(text: str, due: list[str]) -> None:
    """项 counts decisions where they are named so, and a year can stand between 公开 and what was decided."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("受理申请9件，涉及信息33条，公开31条，不公开2条。", ["received=9"]),
        ("受理申请9件，涉及政府信息共33条，予以公开31条，部分公开2条。", ["received=9"]),
        ("受理申请9件，申请内容33份；予以公开31份。", ["received=9"]),
        ("受理申请9件，公开7条，不公开2条。", ["granted=7", "received=9", "refused=2"]),
        ("受理申请9条，涉及信息33条，公开9条。", ["granted=9", "received=9"]),
        ("受理申请9件，涉及信息33条，公开7件。", ["granted=7", "received=9"]),
        ("受理申请9件，网上9条，公开7条。", ["granted=7", "received=9"]),
        ("受理申请9件，涉及文件33份，公开7条。", ["granted=7", "received=9"]),
        ("受理申请9件；主动公开文件33份；办结申请9份。", ["concluded=9", "received=9"]),
    ],
)
def test_pieces_of_information_are_no_requests(text: str, due: list[str]) -> None:
    """What was opened of 信息33条 behind requests counted in 件 is told of these pieces."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("agency", "due"),
    [
        ("示例大学", True),
        ("示例职业技术学院", True),
        ("示例县第一中学", True),
        ("示例县实验小学", True),
        ("示例县特殊教育学校", True),
        ("示例县教育局", False),
    ],
)
def test_a_school_speaks_of_itself_as_one(agency: str, due: bool) -> None:
    """学校 is the university or school that reports, and one of several in the report of a bureau."""
    school, library = (
        claims_in(f"{body}共收到信息公开申请9件。", year=2024, agency=agency) for body in ("学校", "图书馆")
    )

    assert [claim.whole for claim in (*school, *library)] == [due, False]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("行政复议8件，维持5件、驳回3件。", []),
        ("行政复议8件，维持8件、驳回3件。", []),
        ("行政复议8件，驳回复议请求3件，维持5件。", []),
        ("行政复议8件，5件维持，3件驳回。", []),
        ("行政复议8件，维持5件；驳回3件。", []),
        ("行政复议8件，维持5件、驳回2件。", ["维持5件"]),
        ("行政复议8件，维持5件、终止3件。", ["维持5件"]),
        ("行政复议8件，维持5件、终止3件，均未驳回。", ["维持5件"]),
        ("行政复议8件，维持5件，驳回后其他结果3件。", ["维持5件", "其他结果3件"]),
        ("行政诉讼4件，一审3件均胜诉，二审1件维持原判。", []),
        ("行政诉讼4件，胜诉3件，维持1件。", []),
        ("行政诉讼4件，胜诉2件，维持1件。", ["维持1件"]),
        ("行政复议8件，纠正0件、驳回8件。", []),
        # Each kind of cases has its own.
        ("行政复议8件，维持5件、驳回3件，行政诉讼4件，维持2件、驳回2件。", []),
        ("行政复议8件，维持5件，行政诉讼4件，维持1件、驳回3件。", ["维持5件"]),
    ],
)
def test_cases_dismissed_can_be_counted_as_upheld(text: str, due: list[str]) -> None:
    """The table may hold those upheld with those dismissed beside them, or without."""
    case = {"upheld": 8, "corrected": 0, "other": 0, "pending": 0, "total": 8}
    suits = {"upheld": 4, "corrected": 0, "other": 0, "pending": 0, "total": 4}
    cells: dict[str, CellValue] = {f"review_and_litigation.reconsideration.{name}": case[name] for name in case}
    cells |= {f"review_and_litigation.litigation.direct.{name}": suits[name] for name in suits}
    cells |= {f"review_and_litigation.litigation.after_reconsideration.{name}": 0 for name in suits}
    report = build_report(year=2024, cells=cells, overview=[f"因政府信息公开引发的{text}"])
    codes = ["TEXT-RECONSIDERATION", "TEXT-LITIGATION"]

    assert [finding.quote and finding.quote.text for finding in check(report, select=codes)] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "行政复议6件，结果维持6件；行政诉讼（未经复议直接起诉）3件，结果维持2件，尚未审结1件。",
            ["litigation_direct=3", "litigation_pending=1", "litigation_upheld=2", *UPHELD],
        ),
        ("行政诉讼（直接起诉）3件。", ["litigation_direct=3"]),
        ("行政诉讼（复议后起诉）2件。", ["litigation_after_reconsideration=2"]),
        ("行政诉讼（未经复议直接起诉的案件除外）3件。", []),
    ],
)
def test_ways_to_court_stand_in_brackets(text: str, due: list[str]) -> None:
    """行政诉讼（未经复议直接起诉） is one way, and its results are none of those of reconsideration."""
    assert held(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("共收到政府信息公开申请6件，全部予以公开。", ["granted=6", "received=6"]),
        ("收到申请6件，经审查，均为部分公开。", ["partially_granted=6", "received=6"]),
        ("收到申请6件（均属无法提供）。", ["received=6", "unavailable=6"]),
        ("收到申请6件，已全部依法不予公开，办结6件。", ["concluded=6", "received=6", "refused=6"]),
        ("收到申请0件，均予以公开。", ["received=0"]),
        ("收到申请6件，均未予公开。", ["received=6"]),
        ("收到申请6件，相关信息均予以公开。", ["received=6"]),
        ("收到申请6件，均予以公开或部分公开。", ["received=6"]),
        ("收到申请6件，办结6件，均予以公开。", ["concluded=6", "received=6"]),
        ("依申请公开政府信息6件，全部予以公开。", ["received=6"]),
        ("网上收到申请6件，均予以公开。", []),
        ("均予以公开。收到申请6件。", ["received=6"]),
        ("收到申请6件，均维持。", ["received=6"]),
        ("行政诉讼6件，均无法提供。", ["litigation=6"]),
        # Some came to something else, or were no requests.
        ("收到申请6件，均予以公开，其中全部公开4件、部分公开2件。", ["granted=4", "partially_granted=2", "received=6"]),
        ("收到申请6件，均予以公开，其中1件部分公开。", ["partially_granted=1", "received=6"]),
        ("收到申请6件，均予以公开。其中，公开4件，部分公开2件。", ["granted=4", "partially_granted=2", "received=6"]),
        ("收到申请6件，均予以公开，另有2件撤回。", ["received=6"]),
        ("收到申请6件，均予以公开，正在办理1件。", ["received=6"]),
        ("收到申请6件，均予以公开，公开6件，不予公开0件。", ["granted=6", "granted=6", "received=6", "refused=0"]),
        ("收到申请6件，均予以公开，受理信访举报12件。", ["granted=6", "received=6"]),
        ("收到政府信息公开申请6件。互动平台受理86件，均予以公开。", ["received=6"]),
        ("上半年收到申请6件，均予以公开。", []),
        # What they all came to is no answer that a total sums up.
        ("收到申请6件，均予以公开，共6件。", ["granted=6", "received=6", "received=6"]),
        ("行政事业性收费6万元，均予以公开。", ["fees=6"]),
    ],
)
def test_all_requests_can_come_to_one_outcome(text: str, due: list[str]) -> None:
    """收到申请6件，全部予以公开 says of six that they were granted."""
    assert held(text) == due


@pytest.mark.parametrize(("granted", "due"), [(5, 1), (6, 0), (7, 0)])
def test_there_can_be_more_of_the_outcome_that_all_came_to(granted: int, due: int) -> None:
    """Requests of last year can have come to the same as those received."""
    rows = [f"requests.{column}.outcomes.granted" for column in ("total", "natural_person")]
    report = build_report(year=2024, cells=dict.fromkeys(rows, granted), overview=["收到申请6件，全部予以公开。"])

    assert len(list(check(report, select="TEXT-GRANTED"))) == due
