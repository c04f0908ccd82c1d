"""Claims that are of one channel, of another body, of a larger region, or of several cells; and totals beside them."""

from __future__ import annotations

import pytest

from govdisclosure.claims import Claim, claims_in

BUREAU, GOVERNMENT = "示例县水利局", "示例县人民政府"


def label(claim: Claim) -> str:
    """Write a claim with all its readings, and whether it is a part."""
    return f"{'|'.join(claim.readings)}={claim.value}{'' if claim.whole else '@part'}"


def labels(text: str, agency: str | None = BUREAU) -> list[str]:
    """Give the claims of a text in the report of an agency."""
    return [label(claim) for claim in claims_in(text, year=2024, agency=agency)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("通过县政务服务中心收到申请8件。", ["received=8@part"]),
        ("我局通过依申请公开平台共收到申请8件，信函5件。", ["received=8@part"]),
        ("通过查阅点受理申请8件。", ["received=8@part"]),
        ("依申请公开专栏收到申请8件。", ["received=8@part"]),
        ("门户网站依申请公开系统收到申请8件。", ["received=8@part"]),
        ("邮政EMS收到申请8件。", ["received=8@part"]),
        ("网上收到申请5件、纸质渠道收到申请8件。", ["received=5@part", "received=8@part"]),
        ("电话受理申请0件。", ["received=0@part"]),
        ("窗口收到申请8件。", ["received=8@part"]),
        ("来访方式收到申请8件。", ["received=8@part"]),
        ("示例县人力资源和社会保障局网站收到申请8件。", ["received=8@part"]),
    ],
)
def test_requests_that_came_by_a_channel_are_a_part(text: str, due: list[str]) -> None:
    """What stands behind 通过 is a channel whatever it is, and so is what an entrance is called, right before 收到."""
    assert labels(text) == due


@pytest.mark.parametrize(
    "text",
    [
        "通过各渠道共收到申请8件。",
        "通过多种渠道收到申请8件。",
        "通过线上线下共收到申请8件。",
        "通过线上线下渠道收到申请8件。",
        "通过法定渠道收到申请8件。",
        "通过上述方式收到申请8件。",
        "通过加强培训规范受理申请8件。",
        "经审查通过后受理申请8件。",
        "通过形式审查受理申请8件。",
        "规范渠道收到申请8件。",
        "通过两种方式收到申请8件。",
        "所有平台收到申请8件。",
        "门户网站和专栏共收到申请8件。",
        "信函、平台收到申请8件。",
        "电子、纸质渠道收到申请8件。",
        "畅通申请渠道受理申请8件。",
        "三个平台共收到申请8件。",
        "政务服务大厅窗口共收到申请8件。",
        "收到县门户网站提交的申请8件。",
    ],
)
def test_requests_that_came_by_all_channels_are_all(text: str) -> None:
    """More channels than one, and the counter of all applicants, are the whole."""
    assert labels(text) == ["received=8"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("微信公众号收到申请3件，予以公开2件。", ["received=3@part", "granted=2@part"]),
        ("微信公众号收到申请3件，办结12件。", ["received=3@part", "concluded=12"]),
        (
            "网上收到申请8件，上年结转2件，办结10件。",
            ["received=8@part", "carried_over=2@part", "concluded=10@part"],
        ),
        (
            "网上收到申请8件，上年结转2件，办结11件。",
            ["received=8@part", "carried_over=2@part", "concluded=11"],
        ),
    ],
)
def test_more_answers_than_requests_of_a_channel_are_of_all(text: str, due: list[str]) -> None:
    """What became of the requests of a channel is no more than these, with those carried over."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("主动公开规范性文件36件，其中现行有效31件、废止5件。", "documents_issued|documents_in_force=36@part"),
        ("主动公开规范性文件36件（其中现行有效31件，废止5件）。", "documents_issued|documents_in_force=36@part"),
        ("主动公开规范性文件36件，其中制发7件、废止5件。", "documents_issued|documents_in_force=36@part"),
        ("主动公开规范性文件38件，其中制发7件、现行有效31件。", "documents_issued|documents_in_force=38@part"),
        ("主动公开规章3件，其中现行有效2件、废止1件。", "rules_issued|rules_in_force=3@part"),
        ("主动公开规范性文件36件，其中现行有效31件。", "documents_issued|documents_in_force=36"),
        ("主动公开规范性文件8件，其中制发8件。", "documents_issued|documents_in_force=8"),
        ("主动公开规范性文件36件，其中制发7件、废止0件。", "documents_issued|documents_in_force=36"),
        ("主动公开规范性文件36件，废止5件。", "documents_issued|documents_in_force=36"),
        ("主动公开规范性文件36件，其中网站31件、废止5件。", "documents_issued|documents_in_force=36"),
        ("现行有效规范性文件36件，其中制发31件、废止5件。", "documents_in_force=36"),
    ],
)
def test_published_documents_of_several_cells_are_of_none(text: str, due: str) -> None:
    """The documents of two cells together, or such that were repealed among others, are in no cell by themselves."""
    assert labels(text)[0] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("1件转交其他机关答复。", ["concluded=1@part"]),
        ("1件由县政府依法答复。", ["concluded=1@part"]),
        ("1件移交县教育局办理。", ["concluded=1@part"]),
        ("25件由我局答复，2件由县教育局答复。", ["concluded=25@part", "concluded=2@part"]),
        ("2件并案答复。", ["concluded=2@part"]),
        ("3件简易答复。", ["concluded=3@part"]),
        ("经补正后答复3件。", ["concluded=3@part"]),
        ("征求第三方意见后答复3件。", ["concluded=3@part"]),
        ("第三方书面同意后予以公开2件。", ["granted=2@part"]),
        ("抽查答复12件，均符合规范。", ["concluded=12@part"]),
        ("抽查12件答复。", ["concluded=12@part"]),
        ("组织法律顾问审核答复12件。", ["concluded=12@part"]),
        ("协助答复申请12件。", ["concluded=12@part"]),
        ("配合办理依申请公开12件。", []),
        ("协同配合办理依申请公开12件。", ["concluded=12"]),
        ("在各科室配合下办理依申请公开12件。", ["concluded=12"]),
        ("督办依申请公开事项5件。", []),
        ("被法院责令重新答复1件。", []),
        ("复议机关撤销1件并责令限期答复。", []),
        ("协办依申请公开5件。", []),
        ("告知申请人不作为政府信息公开申请处理2件。", []),
        ("2件不再按政府信息公开申请处理。", []),
    ],
)
def test_answers_of_one_kind_or_of_others_are_no_claim(text: str, due: list[str]) -> None:
    """Those that another body gave, that came by a procedure, or that were looked into; and what is no request."""
    assert labels(text) == due


@pytest.mark.parametrize(
    "text",
    [
        "12件由我局答复。",
        "12件由县水利局答复。",
        "12件均由县政府答复。",
        "12件由县政府统一答复。",
        "12件由承办部门答复。",
        "12件由相关部门答复。",
        "12件由专人答复。",
        "12件流转相关部门答复。",
        "及时告知补正，答复12件。",
        "审核后答复12件。",
        "抽查合格，答复12件。",
        "抽查后答复12件。",
        "在法律顾问协助下答复12件。",
        "作为政府信息公开申请处理12件。",
    ],
)
def test_answers_of_all_kinds_are_all(text: str) -> None:
    """Those of the body itself, of the people who do it there, and what was looked into before it was answered."""
    assert labels(text) == ["concluded=12"]


def test_body_that_answers_is_another_where_the_agency_is_not_known() -> None:
    """As a department is one of several then."""
    assert labels("1件由县水利局答复。", None) == ["concluded=1@part"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("全市共收到申请1200件，我局6件。", ["received=1200@part", "received=6"]),
        ("全市共收到申请1200件，其中我局6件。", ["received=1200@part", "received=6"]),
        ("全县共收到申请1200件，我局收到6件。", ["received=1200@part", "received=6"]),
        ("全省水利系统收到申请5600件，我局6件。", ["received=5600@part", "received=6"]),
        ("全县行政复议案件120件，我局4件。", ["reconsideration=120@part", "reconsideration=4"]),
        ("全县水利系统收到申请8件，我局6件。", ["received=8"]),
        ("全县水利系统收到申请8件，我局收到6件。", ["received=8@part", "received=6@part"]),
        ("全县收到申请8件，我局办结6件。", ["received=8", "concluded=6"]),
        ("收到申请8件，我局6件。", ["received=8"]),
        ("我局6件。", []),
        ("我局收到申请12件，其中本机关6件。", ["received=12"]),
        ("全县收到申请120件，其中我局办结6件。", ["received=120@part", "concluded=6"]),
        ("全县收到申请120件，其中网上100件，我局6件。", ["received=120@part", "received=6"]),
        (
            "全县收到申请120件，县教育局收到12件，我局6件。",
            ["received=120@part", "received=12@part", "received=6@part"],
        ),
        ("上半年全市收到申请1200件，我局6件。", ["received=1200@part", "received=6@part"]),
        ("2024年全省共受理申请35600件，办结35000件。", ["received=35600@part", "concluded=35000@part"]),
        ("全国共收到申请35600件。", ["received=35600@part"]),
        ("全市各级行政机关共收到申请1200件。", ["received=1200@part"]),
        ("全县共收到申请8件。", ["received=8"]),
        ("全市首个示范单位，收到申请8件。", ["received=8"]),
        ("全市政府信息公开第三方评估中位列第3，收到申请8件。", ["received=8"]),
        ("全国行政许可事项清单发布，办理行政许可8件。", ["licensing=8"]),
        ("全省行政处罚案卷评查获优秀案卷1件，作出行政处罚8件。", ["penalties=8"]),
        ("全市未收到申请。", ["received=0"]),
        ("全县制发规范性文件8件，我局办结27件。", ["documents_issued=8"]),
        ("全县行政复议8件；我局办结27件。", ["reconsideration=8"]),
        ("全县行政复议8件，我局办理4件。", ["reconsideration=8@part", "reconsideration=4"]),
        ("全县办理行政许可800件，其中我局办理46件。", ["licensing=800@part", "licensing=46"]),
        ("全市共收到申请1200件，我局办结6件。", ["received=1200@part", "concluded=6"]),
        (
            "全市共收到申请1200件，其中我局收到6件，办结5件，县教育局办结8件。",
            ["received=1200@part", "received=6", "concluded=5", "concluded=8@part"],
        ),
    ],
)
def test_figures_of_a_larger_region_are_not_those_of_a_bureau(text: str, due: list[str]) -> None:
    """What the bureau says of itself beside them is; its own region can be another name for it."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "agency", "due"),
    [
        ("全市共收到申请8件。", "示例市水利局", ["received=8"]),
        ("全市共收到申请8件。", "示例市示例区水利局", ["received=8@part"]),
        ("全区共收到申请8件。", "示例区望江街道办事处", ["received=8@part"]),
        ("全省共收到申请8件。", "贵州省水利厅", ["received=8"]),
        ("全省共收到申请8件。", "示例省市场监督管理局", ["received=8"]),
        ("全省共收到申请8件。", "示例省林区管理局", ["received=8"]),
        ("全区共收到申请8件。", "示例自治区水利厅", ["received=8"]),
        ("全市共收到申请8件。", "水利局", ["received=8"]),
        ("全市共收到申请8件。", GOVERNMENT, ["received=8"]),
        ("全市共收到申请8件。", None, ["received=8"]),
    ],
)
def test_region_is_larger_than_that_in_the_name_of_the_agency(text: str, agency: str | None, due: list[str]) -> None:
    """A government's own region can be called otherwise; a name without one tells nothing."""
    assert labels(text, agency) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("县政府共收到申请5件，全县合计25件。", ["received=5@part", "received=25"]),
        ("县政府收到申请5件，全县合计5件。", ["received=5", "received=5"]),
        ("县政府收到申请5件，合计25件。", ["received=5"]),
        ("收到申请5件，全县合计25件。", ["received=5"]),
        ("县政府办公室直接受理申请5件。", ["received=5@part"]),
        ("部门依申请公开办理12件。", ["concluded=12@part"]),
        ("加强部门依申请公开办理指导，办结12件。", ["concluded=12"]),
        ("以县政府名义制发规范性文件2件。", ["documents_issued=2@part"]),
        ("以政府名义制发规范性文件7件。", ["documents_issued=7"]),
    ],
)
def test_figures_of_the_government_itself_are_a_part(text: str, due: list[str]) -> None:
    """Those of its office, of what bears its name, and those that the whole county has more than."""
    assert labels(text, GOVERNMENT) == due


def test_total_of_the_county_is_none_of_a_bureau() -> None:
    """The government's share beside it is another body's."""
    assert labels("县政府收到申请5件，全县合计25件。") == ["received=5@part"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("网上办理行政许可800件，窗口办理12件。", ["licensing=800@part"]),
        ("不见面审批行政许可800件。", ["licensing=800@part"]),
        ("网上受理、办结行政许可800件。", ["licensing=800@part"]),
        ("法院裁定准予强制执行行政处罚2件。", ["penalties=2@part"]),
        ("申请法院执行行政处罚2件。", ["penalties=2@part"]),
        ("线上线下办理行政许可812件。", ["licensing=812"]),
        ("窗口、网上办理行政许可812件。", ["licensing=812"]),
        ("网上、窗口办理行政许可812件。", ["licensing=812"]),
        ("推行网上办理，作出行政许可812件。", ["licensing=812"]),
        ("在线监管平台作出行政处罚46件。", ["penalties=46"]),
        ("网上公开行政许可812件、行政处罚46件。", ["licensing_published=812", "penalties_published=46"]),
        ("行政强制执行13件、行政处罚46件。", ["compulsion=13", "penalties=46"]),
    ],
)
def test_decisions_by_one_channel_or_carried_out_are_a_part(text: str, due: list[str]) -> None:
    """Decisions by all channels, and those that are published by one, are all."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("已办结上年结转4件、本年新收23件。", ["carried_over=4", "received=23@part"]),
        ("已答复本年新收23件、上年结转4件。", ["received=23@part", "carried_over=4"]),
        (
            "办结27件，其中上年结转4件、本年新收23件。",
            ["concluded=27", "carried_over=4", "received=23@part"],
        ),
        (
            "办结27件（本年新收23件、上年结转4件）。",
            ["concluded=27", "received=23@part", "carried_over=4"],
        ),
        ("办结27件，其中本年新收25件、撤回2件。", ["concluded=27", "received=25"]),
        ("已办结上年结转4件，本年新收25件。", ["carried_over=4", "received=25"]),
        ("上年结转4件、本年新收25件。", ["carried_over=4", "received=25"]),
        ("办结27件，其中上年结转4件、本年新收25件。", ["concluded=27", "carried_over=4", "received=25"]),
        ("办结29件。上年结转4件、本年新收25件。", ["concluded=29", "carried_over=4", "received=25"]),
        ("办结29件，上年结转4件、本年新收25件。", ["concluded=29", "carried_over=4", "received=25"]),
        ("办理29件，其中上年结转4件、本年新收25件。", ["concluded=29", "carried_over=4", "received=25"]),
        (
            "收到申请29件，其中上年结转4件、本年新收25件。",
            ["received_with_carried_over=29", "carried_over=4", "received=25"],
        ),
    ],
)
def test_new_requests_that_were_concluded_are_a_part(text: str, due: list[str]) -> None:
    """A list of those carried over and new behind 办结, or one that adds up to what was concluded, is of these."""
    assert labels(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("县政府收到申请9件，办结8件；各部门报送信息1200条。", ["received=9", "concluded=8"]),
        ("县政府收到申请9件，办结8件；各部门报送信息1200件。", ["received=9", "concluded=8"]),
        ("县政府收到申请9件，办结8件；各部门办理政府信息公开事项24件。", ["received=9@part", "concluded=8@part"]),
        ("县政府收到申请9件，办结8件；各部门24件。", ["received=9@part", "concluded=8@part"]),
    ],
)
def test_what_a_government_did_is_a_part_only_beside_requests_of_others(text: str, due: list[str]) -> None:
    """Beside other things that its departments have done, it is all."""
    assert labels(text, GOVERNMENT) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "县政府及部门规范性文件现行有效45件，废止政府规范性文件2件。",
            ["documents_in_force=45", "documents_repealed=2@part"],
        ),
        (
            "县政府规范性文件现行有效20件，废止部门规范性文件2件。",
            ["documents_in_force=20@part", "documents_repealed=2@part"],
        ),
    ],
)
def test_documents_of_a_government_and_its_departments_are_all(text: str, due: list[str]) -> None:
    """Those of one of them are a part."""
    assert labels(text, GOVERNMENT) == due
