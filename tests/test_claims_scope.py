"""Claims: whose figures they are, of when, and of which work; and how far what says so goes."""

from __future__ import annotations

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.claims import Claim, claims, claims_in
from govdisclosure.claims.yearly import yearly_claims

COUNTY, BUREAU, TOWN = "示例县人民政府", "示例县水利局", "示例镇人民政府"
PROVINCE = "示例省自然资源厅"


def held(every: list[Claim]) -> list[str]:
    """Give the claims that are held against the tables, sorted."""
    ours = [claim for claim in every if claim.exact and claim.whole and claim.year == "this"]
    return sorted(f"{'|'.join(claim.readings)}={claim.value}" for claim in ours)


def read(text: str, agency: str = COUNTY) -> list[str]:
    """Give the claims of a text that are held against the tables."""
    return held(claims_in(text, year=2024, agency=agency))


def below(*paragraphs: str) -> list[str]:
    """Give the claims of a report with these paragraphs that are held against its tables."""
    report = build_report(agency=gd.Agency(name=COUNTY), year=2024)
    report.overview, report.other_matters = [*paragraphs], []
    return held(list(claims(report)))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到政府信息公开申请8件，其中网上5件；12345热线受理126件，办结125件。", ["received=8"]),
        ("收到政府信息公开申请8件，其中网上5件；县长信箱126件，办结125件。", ["received=8"]),
        ("收到政府信息公开申请8件，其中网上5件；办理政协提案6件，答复6件。", ["received=8"]),
        ("收到政府信息公开申请8件，其中网上5件；受理低保申请6件，办结5件，结转1件。", ["received=8"]),
        ("收到政府信息公开申请8件，其中网上5件；办理低保6件，办结5件。", ["received=8"]),
        ("收到政府信息公开申请8件，其中网上5件；局长邮箱126件，结转3件。", ["received=8"]),
        ("依申请公开情况。全年9件，其中热线受理5件，答复9件。", ["concluded=9"]),
        (
            "县政府及县政府办公室制发规范性文件6件；我县共收到政府信息公开申请86件，其中本级31件、部门55件；受理不动产登记申请8560件，办结8520件。",
            ["documents_issued=6", "received=86"],
        ),
        ("行政许可5件；来件68件，其中收到政府信息公开申请3件。", ["licensing=5"]),
        (
            "依申请公开情况。共受理9件，其中：上年结转1件；新收申请8件。",
            ["carried_over=1", "received=8", "received_with_carried_over=9"],
        ),
        ("收到政府信息公开申请8件，其中网上5件；信箱收到申请3件，办结7件。", ["concluded=7", "received=8"]),
        (
            "收到政府信息公开申请8件，其中网上5件；申请人来信3件、上年结转1件。",
            ["carried_over=1", "received|received_with_carried_over=8"],
        ),
        ("收到政府信息公开申请8件，其中网上5件；申请3件来自信箱，办结7件。", ["concluded=7", "received=8"]),
        ("收到政府信息公开申请8件，其中网上5件；收文126件，办结125件。", ["received=8"]),
        (
            "收到政府信息公开申请8件，其中网上5件；12345热线受理126件，办结125件；予以公开7件。",
            ["granted=7", "received=8"],
        ),
        # Channels of the requests, which the answers behind them are not of.
        (
            "收到政府信息公开申请8件，其中：网上2件；县长信箱3件；当面3件；办结7件。",
            ["concluded=7", "received=8"],
        ),
        (
            "收到政府信息公开申请8件，其中：网上收到申请2件；信箱收到申请6件；办结7件。",
            ["concluded=7", "received=8"],
        ),
        ("收到政府信息公开申请8件，其中：门户栏目5件；专窗3件，办结7件。", ["concluded=7", "received=8"]),
        # A list of cases ends where requests are told.
        (
            "行政复议8件，其中维持5件；县本级收到政府信息公开申请3件，各乡镇收到2件，县直部门收到4件，合计9件。",
            ["received=9", "reconsideration=8", "reconsideration_upheld=5"],
        ),
        (
            "行政复议8件，其中：维持5件；纠正3件。",
            ["reconsideration=8", "reconsideration_corrected=3", "reconsideration_upheld=5"],
        ),
        ("共办理申请9件，其中：上年结转1件；新收申请8件。", ["carried_over=1", "concluded=9", "received=8"]),
    ],
)
def test_list_of_parts_ends_where_other_work_is_told(text: str, due: list[str]) -> None:
    """What stands behind a semicolon is a part of what 其中 is of only if it can be."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("民生实事10件，办结10件。", []),
        ("会议议定事项66件，办结63件。", []),
        ("处理群众反映问题66件，答复63件。", []),
        ("网格事件660起，办结650件。", []),
        ("收到政府信息公开申请8件。民生实事10件，办结10件。", ["received=8"]),
        ("民生实事10件，办结10件；新收政府信息公开申请8件，办结7件。", ["concluded=7", "received=8"]),
        ("民生实事10件，收到政府信息公开申请8件，办结7件。", ["concluded=7", "received=8"]),
        ("收到政府信息公开申请8件；受理审批事项66件，办结63件，结转3件。", ["received=8"]),
        ("收到政府信息公开申请8件；办理行政许可66件，结转3件。", ["licensing=66", "received=8"]),
        # What requests are parted by, and what is no work.
        ("补正3件，答复9件。", ["concluded=9"]),
        ("共9件，答复9件。", ["concluded=9"]),
        ("收到政府信息公开申请8件；自然人提出5件、法人提出3件，办结7件。", ["concluded=7", "received=8"]),
        ("收到政府信息公开申请8件，土地征收5件、住房保障3件，办结7件。", ["concluded=7", "received=8"]),
        (
            "我局办公室制发规范性文件6件；我局收到政府信息公开申请86件，其中本级31件、部门55件；受理不动产登记8560件，办结8520件。",
            ["documents_issued=6", "received=86"],
        ),
        ("培训干部12次，答复9件。", ["concluded=9"]),
        ("投入经费12万元，答复9件。", ["concluded=9"]),
    ],
)
def test_what_is_dealt_with_is_what_was_counted_before(text: str, due: list[str]) -> None:
    """Answers behind a number of other things are to these, up to the next semicolon or to a request."""
    assert read(text, BUREAU) == due


def test_denial_of_requests_of_one_kind_is_no_total_of_what_follows() -> None:
    """Nor does a list of what was published hold the requests behind a semicolon."""
    text = "未收到重复申请；发布信息68条，其中微信63条；新收政府信息公开申请8件，办结7件（含上年结转1件）。"

    assert [(claim.readings[0].value, claim.value, claim.whole) for claim in claims_in(text, year=2024)] == [
        ("received", 0, False),
        ("received", 8, True),
        ("concluded", 7, True),
        ("carried_over", 1, True),
    ]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("制发规范性文件6件。微信公众号发布1820条。", ["documents_issued=6"]),
        ("制发规范性文件6件。抖音号发布56条。", ["documents_issued=6"]),
        ("制发规范性文件6件；新增宣传栏6个，保留36个。", ["documents_issued=6"]),
        ("制发规范性文件6件。短视频号发布56件。", ["documents_issued=6"]),
        (
            "制发规范性文件6件；废止2件，保留36件。",
            ["documents_in_force=36", "documents_issued=6", "documents_repealed=2"],
        ),
        ("制发规范性文件6件，重新制定中2件，保留36件。", ["documents_in_force=36", "documents_issued=6"]),
    ],
)
def test_what_is_posted_is_no_document_of_the_sentence_before(text: str, due: list[str]) -> None:
    """A number without a noun is of documents only where nothing else is named, and it counts no posts."""
    assert read(text) == due


@pytest.mark.parametrize(
    "text",
    [
        # A name that goes on with a word that can follow a name.
        "县行政审批局作出行政许可决定8650件。",
        "县行政复议局收到政府信息公开申请2件。",
        "县新区管委会收到政府信息公开申请3件。",
        "县接待办未收到政府信息公开申请。",
        "县共青团委未收到政府信息公开申请。",
        "县未来城管委会收到政府信息公开申请3件。",
        "经济开发区管委会收到政府信息公开申请3件。",
        # What an office can be said to do.
        "县自然资源局不予公开5件、无法提供9件。",
        "县自然资源局予以公开5件。",
        "县自然资源局上年结转3件。",
        "县自然资源局有3件政府信息公开申请。",
        "县自然资源局依申请公开3件。",
        "县自然资源局的行政许可86件。",
        "县司法局废止规范性文件3件。",
        # Offices of whatever kind.
        "县城管执法队作出行政处罚36件。",
        "县水务公司收到政府信息公开申请3件。",
        "县总工会、县残联、县供销社均未收到政府信息公开申请。",
        "县图书馆、县档案馆未收到政府信息公开申请。",
        "各村（社区）均未收到政府信息公开申请。",
        "教育系统未收到政府信息公开申请。",
        "乡镇一级未收到政府信息公开申请。",
        "部门层面收到政府信息公开申请12件，办结12件。",
        "县公安局、县交通运输局分别作出行政处罚960件、312件。",
        "县教育局和县民政局收到政府信息公开申请8件。",
        "县本级：收到政府信息公开申请12件，办结12件。",
    ],
)
def test_figures_of_one_office_are_not_those_of_the_county(text: str) -> None:
    """An office is told by its ending and by what it is said to do or to have."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "agency", "due"),
    [
        ("各乡镇、各部门收到政府信息公开申请8件。", COUNTY, ["received=8"]),
        ("县政府和各部门收到政府信息公开申请8件。", COUNTY, ["received=8"]),
        ("县政府不予公开5件。", COUNTY, ["refused=5"]),
        ("县政府系统收到政府信息公开申请8件。", COUNTY, ["received=8"]),
        ("依申请公开系统收到政府信息公开申请8件。", COUNTY, ["received=8"]),
        ("上年度未办结转入本年度办理2件。", COUNTY, ["carried_over=2"]),
        ("政府信息公开申请总量从去年的31件增加到今年的36件。", COUNTY, ["received=36"]),
        ("在县政府的领导下，收到政府信息公开申请8件。", BUREAU, ["received=8"]),
        ("综合行政执法队作出行政处罚4件。", TOWN, ["penalties=4"]),
        ("城管执法队作出行政处罚4件。", BUREAU, []),
        ("青山村收到政府信息公开申请3件。", TOWN, []),
        ("县民政局执法队作出行政处罚4件。", TOWN, ["penalties=4"]),
    ],
)
def test_all_offices_and_the_one_that_reports_are_no_part(text: str, agency: str, due: list[str]) -> None:
    """Nor is what only looks like an office; a town's penalties are those of the people who enforce its rules."""
    assert read(text, agency) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("全省自然资源系统共收到政府信息公开申请156件，其中厅机关12件。", []),
        ("全省自然资源系统共收到政府信息公开申请156件，其中网上12件。", ["received=156"]),
        ("我厅共收到政府信息公开申请156件，其中厅机关12件。", ["received=156"]),
    ],
)
def test_sector_and_its_office_can_both_be_what_the_tables_hold(text: str, due: list[str]) -> None:
    """Where both figures are told, neither is held against the tables."""
    assert read(text, PROVINCE) == due


@pytest.mark.parametrize(
    ("paragraphs", "due"),
    [
        (["（一）县本级依申请公开情况", "收到申请8件，办结7件。"], []),
        (["（二）乡镇依申请公开情况", "收到申请8件。予以公开6件。"], []),
        (["县政府本级情况", "收到申请8件，办结7件。"], []),
        (["（1）县政府本级。收到申请8件，办结7件。予以公开6件。"], []),
        (["（1）县政府本级。收到申请8件。（2）全县情况。收到申请86件。"], ["received=86"]),
        (["（1）县政府本级。收到申请8件。全县收到申请86件。"], ["received=86"]),
        (
            ["（一）县本级依申请公开情况", "收到申请8件。", "（二）全县依申请公开情况", "收到申请86件。"],
            ["received=86"],
        ),
        (["（一）县政府依申请公开情况", "收到申请86件。"], ["received=86"]),
        (["（二）收到和处理政府信息公开申请情况", "收到申请86件。"], ["received=86"]),
    ],
)
def test_heading_that_names_an_office_says_whose_figures_are_below_it(paragraphs: list[str], due: list[str]) -> None:
    """So does a sentence that is nothing but a name; another heading, or the whole county, ends it."""
    assert below(*paragraphs) == due


@pytest.mark.parametrize(
    "said",
    [
        *("争当先进单位", "服务大局", "着眼全局", "开创新局", "明确责任部门", "荣获全县政务公开先进单位", "走在全市"),
        *(
            "覆盖全县",
            "培训各单位",
            "指导各乡镇",
            "指导各乡镇情况",
            "用好政务系统",
            "强化本级",
            "本级政府信息公开申请情况",
            "各乡镇",
            "县直部门",
        ),
        *("（二）优化政务服务中心", "（一）打造政务公开示范区", "（一）服务大局", "（一）明确责任单位"),
        *("（一）升级改造政府网站系统", "（一）推进基层政务公开标准化规范化到乡镇", "（一）完善系统", "（一）党政办"),
        *("一是全县政府信息公开情况", "一是政府信息公开申请办理情况", "一是单位工作情况"),
    ],
)
def test_what_only_ends_as_the_name_of_an_office_says_nothing_of_what_follows(said: str) -> None:
    """Neither as a heading nor as a sentence."""
    text, due = "全年收到政府信息公开申请23件，办结23件。", ["concluded=23", "received=23"]

    assert below(said, text) == due
    assert read(f"{said}。{text}") == due
    assert read(f"{said}。{text}", BUREAU) == due


@pytest.mark.parametrize(
    ("text", "agency", "due"),
    [
        ("一是示例县水利局。收到政府信息公开申请23件。", BUREAU, ["received=23"]),
        ("一是县教育局收到政府信息公开申请23件。", BUREAU, []),
        ("一是管委会收到政府信息公开申请23件。", "示例经济技术开发区管理委员会", ["received=23"]),
        ("2024年县教育局收到政府信息公开申请23件。", BUREAU, []),
        ("二是2024年度管委会收到政府信息公开申请23件。", BUREAU, []),
        ("2024年升级门户系统3个，收到政府信息公开申请23件。", COUNTY, ["received=23"]),
        ("局本级情况。收到政府信息公开申请23件。", BUREAU, []),
        ("县本级情况。收到政府信息公开申请23件。", None, []),
        ("县直部门情况。收到政府信息公开申请23件。", COUNTY, []),
        ("各乡镇街道情况。收到政府信息公开申请23件。", COUNTY, []),
        ("本级及所属单位收到政府信息公开申请23件。", BUREAU, ["received=23"]),
        ("本级及所属单位收到政府信息公开申请23件。", COUNTY, ["received=23"]),
        ("2024年升级政府网站系统；收到政府信息公开申请23件。", COUNTY, ["received=23"]),
        ("2024年升级门户系统2个；收到政府信息公开申请23件。", COUNTY, ["received=23"]),
        ("教育系统收到申请3件。", COUNTY, []),
        ("打造示范村6个，收到政府信息公开申请23件。", COUNTY, ["received=23"]),
        ("青山村3件政府信息公开申请。", TOWN, []),
        ("综合行政执法队行政处罚30件。", TOWN, ["penalties=30"]),
    ],
)
def test_office_is_one_of_several_only_if_it_is_named_as_such(text: str, agency: str | None, due: list[str]) -> None:
    """Behind 一是 as well; all offices together are not, nor is a system that is no body."""
    assert held(claims_in(text, year=2024, agency=agency)) == due


@pytest.mark.parametrize(
    "said",
    [
        *("更新专栏12个", "办理建议提案20件", "为民办实事8件", "抽查案件30件", "审查合同120件", "公开部门预决算56份"),
        *("公开重大项目12个", "收到群众来信36件", "办理市长热线工单326件，办结320件"),
    ],
)
def test_documents_that_are_named_behind_other_things_are_told_on(said: str) -> None:
    """A number without a noun is of them, and not of what stands before them."""
    documents = read(f"{said}，制发规范性文件3件，废止1件，现行有效18件。")
    rules = read(f"{said}，本年制定规章2件、废止1件，现行有效45件。")

    assert documents == ["documents_in_force=18", "documents_issued=3", "documents_repealed=1"]
    assert rules == ["rules_in_force=45", "rules_issued=2", "rules_repealed=1"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("依申请公开受理23件；出具答复书20份，办结22件。", ["concluded=22", "received=23"]),
        ("依申请公开受理23件；制作告知书20份，予以公开12件。", ["granted=12", "received=23"]),
        ("收到政府信息公开申请23件；发放纸质材料20份，办结22件。", ["concluded=22", "received=23"]),
        ("收到政府信息公开申请23件；发放宣传资料500份，办结22件。", ["concluded=22", "received=23"]),
        (
            "收到政府信息公开申请23件；办理民生实事10件，予以公开12件，办结22件。",
            ["concluded=22", "granted=12", "received=23"],
        ),
        ("收到政府信息公开申请86件，征求第三方意见3件，办结86件。", ["concluded=86", "received=86"]),
        (
            "共收到政府信息公开申请86件（其中上年结转2件），征求第三方意见3件，办结86件。",
            ["carried_over=2", "concluded=86", "received_with_carried_over=86"],
        ),
        ("规范行政处罚程序，结转上年申请2件，新收23件，办结25件。", ["carried_over=2"]),
        ("深化行政许可改革，结转上年申请2件。", ["carried_over=2"]),
        ("办理行政许可66件；结转上年申请2件。", ["carried_over=2", "licensing=66"]),
        ("办理行政许可66件，结转3件。", ["licensing=66"]),
    ],
)
def test_papers_and_procedures_are_no_other_work_that_answers_are_of(text: str, due: list[str]) -> None:
    """What is written and asked for an answer is of the same requests; a procedure is nothing that is counted."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("在法定期间内办结政府信息公开申请23件。", ["concluded=23"]),
        (
            "收到政府信息公开申请23件，均在法定期间内答复，予以公开12件，不予公开11件。",
            ["granted=12", "received=23", "refused=11"],
        ),
        ("报告所属期间，收到政府信息公开申请23件，办结23件。", ["concluded=23", "received=23"]),
        ("上述时间期间，收到政府信息公开申请23件。", ["received=23"]),
        ("工作期间收到政府信息公开申请23件。", ["received=23"]),
        ("公示期间，收到政府信息公开申请23件。", ["received=23"]),
        ("政务公开事项清单日常更新，收到政府信息公开申请23件。", ["received=23"]),
        ("更新事项清单月度制发规范性文件3件。", ["documents_issued=3"]),
        ("每周调度，办结政府信息公开申请23件。", ["concluded=23"]),
        ("汛期发布信息36条，收到政府信息公开申请23件。", ["received=23"]),
        ("收到政府信息公开申请23件，每周发布信息12条，办结22件。", ["concluded=22", "received=23"]),
        ("国庆期间收到申请2件，其中网上1件，办结2件。", []),
        ("国庆期间收到申请2件，全年收到申请86件，办结88件。", ["concluded=88", "received=86"]),
        ("每月收到申请7件；稳步推进，办结6件。", []),
        ("收到申请86件，每周（含节假日）办结2件。", ["received=86"]),
    ],
)
def test_rate_is_of_the_figure_of_its_own_clause(text: str, due: list[str]) -> None:
    """It goes on behind that, and ends with a clause without a claim."""
    assert read(text) == due


def test_comparison_below_a_heading_that_names_an_office_is_of_that_office() -> None:
    """It is held against nothing; that below a heading of all is."""
    report = build_report(agency=gd.Agency(name=COUNTY), year=2024)
    report.overview = ["（一）县本级依申请公开情况", "收到申请8件，较上年增加2件。"]

    of_office = list(yearly_claims(report))
    report.overview[0] = "（一）全县依申请公开情况"

    assert of_office == []
    assert [(each.path, each.text) for each in yearly_claims(report)] == [("overview[1]", "收到申请8件，较上年增加2件")]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2022年、2023年、2024年分别制发规范性文件10件、8件、6件。", []),
        ("2022年、2023年、2024年行政复议案件分别为10件、9件、8件。", []),
        ("2023年度、2024年度全县分别收到申请75件、86件，办结74件、88件。", []),
        ("行政许可、行政处罚分别为12件、3件。", ["licensing=12", "penalties=3"]),
        ("收到申请86件、办结88件。", ["concluded=88", "received=86"]),
    ],
)
def test_bare_figures_in_a_list_are_of_several_things(text: str, due: list[str]) -> None:
    """Each is of one of several years or offices, unless there are as many things right before them."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("年均收到申请76件。", []),
        ("每周收到申请2件。", []),
        ("人均办理申请7件。", []),
        ("单月最高收到申请15件。", []),
        ("国庆期间收到申请2件，办结2件。", []),
        ("汛期作出行政处罚12件。", []),
        ("截至报告发布之日，收到申请90件。", []),
        ("每月收到申请7件；办结6件。", []),
        ("收到申请86件，办结88件。每月收到申请7件；办结6件。", ["concluded=88", "received=86"]),
        ("每月收到申请7件。办结88件。", ["concluded=88"]),
        ("每月收到申请7件，全年收到申请86件。", ["received=86"]),
        ("每月更新专栏12个；制发规范性文件6件。", ["documents_issued=6"]),
        ("国庆期间发布预警12条；收到政府信息公开申请86件。", ["received=86"]),
        ("2024年1月1日至12月31日期间，收到申请86件。", ["received=86"]),
        ("报告期间，收到申请86件。", ["received=86"]),
        ("2024年均未收到申请。", ["received=0"]),
    ],
)
def test_rate_or_some_days_are_not_the_year(text: str, due: list[str]) -> None:
    """They go on behind a semicolon only from one claim to the next."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("在门户网站公开的行政许可860件，行政处罚160件。", ["licensing_published=860", "penalties_published=160"]),
        ("行政许可860件、行政处罚160件已在网站公示。", ["licensing_published=860", "penalties_published=160"]),
        ("行政许可860件均通过信用平台公开。", ["licensing=860"]),
    ],
)
def test_decisions_that_are_said_to_be_published_may_be_some_of_all(text: str, due: list[str]) -> None:
    """Before or behind their number; but all of them, where the words say all."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("对2023年报告进行公开；收到政府信息公开申请86件。", ["received=86"]),
        ("我局2023年加强公开；收到政府信息公开申请86件。", []),
        ("对2023年收到的申请答复4件；办结4件。", []),
        ("对2022年报告进行整改，公开2023年报告；收到政府信息公开申请86件。", ["received=86"]),
    ],
)
def test_year_of_a_paper_is_meant_no_further_than_that(text: str, due: list[str]) -> None:
    """What a clause does with the report of a year says nothing of the figures behind a semicolon."""
    assert read(text, BUREAU) == due


@pytest.mark.parametrize("name", ["", "  ", "　"])
def test_blank_name_tells_as_little_as_none(name: str) -> None:
    """A county may be the body of a report of nobody: what is said of it is told, in one year and from year to year."""
    said = "一是示例县收到政府信息公开申请23件，比上年增加2件。"
    nameless, blank = (build_report(overview=[said], agency=agency) for agency in (None, gd.Agency(name=name)))

    assert [*claims(blank)] == [*claims(nameless)]
    assert [*yearly_claims(blank)] == [*yearly_claims(nameless)] != []
