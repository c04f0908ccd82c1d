"""Whose the figures of a list are: of requests, of the cases about them, of others, or of one body beside others."""

from __future__ import annotations

import pytest

from govdisclosure.claims import claims_in

COUNTY = "示例县人民政府"
BUREAU = "示例县水利局"


def read(text: str, agency: str = COUNTY) -> list[str]:
    """Give the claims of a text, each with all its readings, what can be counted with it, and whether it is a part."""
    return [
        f"{'|'.join(claim.readings)}={claim.value}{f'+{claim.older}' if claim.older else ''}"
        f"{'' if claim.whole else '@part'}"
        for claim in claims_in(text, year=2025, agency=agency)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "从申请事项看，行政许可7件，行政处罚4件，规范性文件1件。",
        "从申请内容来看，主要集中在行政处罚4件、土地征收9件、行政许可7件。",
        "按申请内容划分，水利工程12件，占40%，行政处罚4件，占13.3%。",
        "申请的内容主要涉及行政处罚4件以及行政强制2件。",
        "申请主题分布：行政许可7件、行政处罚4件。",
        "申请内容为行政诉讼9件、行政复议4件。",
        "所需信息用于行政诉讼的9件、行政复议的4件、科研的2件。",
        "所涉内容：行政处罚4件、行政许可7件。",
        "收到的申请中，主要涉及行政处罚4件、行政许可7件。",
        "申请公开的信息主要为行政处罚4件、行政许可7件。",
    ],
)
def test_topics_of_requests_are_no_decisions_and_no_cases(text: str) -> None:
    """Decisions and cases that requests are about, or that they are made for, are none that there were."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请31件，主要涉及行政许可7件、行政处罚4件。", ["received=31"]),
        ("收到申请31件，内容主要为行政许可7件、行政处罚4件。", ["received=31"]),
        ("收到申请31件，涉及水利、交通等领域，作出行政处罚42件。", ["received=31", "penalties=42"]),
        ("收到申请31件，涉及行政复议4件。", ["received=31", "reconsideration=4"]),
        ("涉及行政处罚42件。", ["penalties=42"]),
        ("从申请内容看，多为水利工程，全年作出行政许可760件。", ["licensing=760"]),
        ("申请内容涉及水利工程9件；行政许可760件，行政处罚42件。", ["licensing=760", "penalties=42"]),
        ("申请内容涉及水利工程9件，引发行政复议4件。", ["reconsideration=4"]),
        ("申请内容涉及水利工程。行政处罚42件。", ["penalties=42"]),
        ("办理政府信息公开申请事项9件，行政复议1件。", ["concluded=9", "reconsideration=1"]),
        ("公开内容为行政许可760件、行政处罚42件。", ["licensing=760", "penalties=42"]),
    ],
)
def test_decisions_and_cases_that_there_were_are_counts_behind_topics(text: str, due: list[str]) -> None:
    """What is said to have been done is no topic; nor does a topic reach beyond its list."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("5件复议中，涉及不予公开答复3件、无法提供答复2件。", ["reconsideration=5"]),
        ("行政复议涉及的答复类型：不予公开3件、无法提供2件。", []),
        ("行政诉讼案件针对不予公开2件、部分公开1件。", []),
        ("行政复议5件，复议事由为不予公开3件、无法提供2件。", ["reconsideration=5"]),
        ("其中不服不予公开决定3件、不服无法提供答复2件。", []),
        ("征求第三方意见4件，其中第三方同意公开1件，不同意公开3件。", []),
        ("征求第三方意见4次，同意公开1件，不同意公开3件。", []),
        ("权利人均不同意公开3件。", []),
        ("第三方同意部分公开2件。", []),
        # The same words of requests
        (
            "收到申请31件，行政复议5件。不予公开3件、无法提供2件。",
            ["received=31", "reconsideration=5", "refused=3", "unavailable=2"],
        ),
        ("行政复议5件，因涉及国家秘密不予公开3件。", ["reconsideration=5", "refused=3"]),
        ("因政府信息公开引发行政复议5件，予以公开8件、不予公开3件。", ["reconsideration=5", "granted=8", "refused=3"]),
        ("涉及不予公开3件。", ["refused=3"]),
        ("征求第三方意见4件，经研究同意公开8件。", ["granted=8"]),
        ("征求第三方意见4件，予以公开8件。", ["granted=8"]),
        ("同意公开8件，不同意公开3件。", ["granted=8", "refused=3"]),
    ],
)
def test_answers_that_others_give_or_contest_are_no_outcomes(text: str, due: list[str]) -> None:
    """Answers that cases are about, and the consent of third parties, do not tell what became of all requests."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "收到申请31件，办结30件；印发公文86件，其中主动公开40件，依申请公开30件，不予公开16件。",
            ["received=31", "concluded=30"],
        ),
        ("办结申请30件，全年发文总数共86件，不予公开16件。", ["concluded=30"]),
        ("办结申请30件；制发文件86份，不予公开16份。", ["concluded=30"]),
        ("定密审查86件，不公开16件。", []),
        ("办结申请30件，经保密审查，不予公开6件。", ["concluded=30", "refused=6"]),
        ("办结申请30件，规范公文标注，不予公开6件。", ["concluded=30", "refused=6"]),
        ("印发公文86件，办结政府信息公开申请30件，不予公开6件。", ["concluded=30", "refused=6"]),
    ],
)
def test_documents_that_are_counted_are_what_follows(text: str, due: list[str]) -> None:
    """How documents may be made public is told of them where they are counted, also behind requests."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "因政府信息公开被纠正行政复议2件，未发生被法院判决纠正的行政诉讼。",
            ["reconsideration_corrected=2", "litigation_corrected=0"],
        ),
        ("行政诉讼4件；行政复议纠错2件。", ["litigation=4", "reconsideration_corrected=2"]),
        ("行政复议5件，无被纠正的行政诉讼。", ["reconsideration=5", "litigation_corrected=0"]),
        (
            "行政复议5件、行政诉讼4件，其中行政诉讼维持3件。",
            ["reconsideration=5", "litigation=4", "litigation_upheld=3"],
        ),
        ("维持行政复议3件。", ["reconsideration_upheld=3"]),
        # But what names no cases of its own
        (
            "行政复议5件，未发生行政诉讼，结果维持3件。",
            ["reconsideration=5", "litigation=0", "reconsideration_upheld=3"],
        ),
        ("行政复议1件、行政诉讼1件，结果均为维持。", ["reconsideration=1", "litigation=1"]),
        ("行政诉讼4件，被复议机关纠正1件。", ["litigation=4", "litigation_corrected=1"]),
        ("撤销行政复议1件。", ["reconsideration=1"]),
    ],
)
def test_results_are_of_the_cases_that_they_name(text: str, due: list[str]) -> None:
    """A result that says which cases it is of is of these, whatever cases stand before it."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("因不予公开引发复议3件、诉讼2件。", ["reconsideration=3@part", "litigation=2@part"]),
        ("因不服不予公开决定申请行政复议2件。", ["reconsideration=2@part"]),
        ("征地拆迁引发政府信息公开复议3件、诉讼2件。", ["reconsideration=3@part", "litigation=2@part"]),
        ("同一申请人提起行政复议3件、申请行政诉讼2件。", ["reconsideration=3@part", "litigation=2@part"]),
        ("同一人因不服答复提起行政诉讼2件。", ["litigation=2@part"]),
        ("同一申请人提起行政复议3件，行政诉讼4件。", ["reconsideration=3@part", "litigation=4"]),
        ("2件复议由上年申请引发。", []),
        ("行政处罚被申请行政复议3件，维持2件。", ["reconsideration=3@part", "reconsideration_upheld=2@part"]),
        ("行政许可、行政处罚决定被提起行政诉讼2件。", ["litigation=2@part"]),
        ("在审结的4件行政复议中，维持3件。", ["reconsideration_upheld=3"]),
        ("直接提起诉讼3件，经复议后起诉1件。", ["litigation_direct=3", "litigation_after_reconsideration=1"]),
        ("直接提起政府信息公开行政诉讼3件。", ["litigation_direct=3"]),
        ("我镇发生行政诉讼17件，其中因政府信息公开发生的4件。", ["litigation=17@part"]),
        # But what is no cause of some only
        ("申请人因不服答复提起行政复议5件、行政诉讼4件。", ["reconsideration=5", "litigation=4"]),
        ("申请人对不予公开不服，提起行政复议5件。", ["reconsideration=5"]),
        ("5件复议由政府信息公开引发。", ["reconsideration=5"]),
        ("4件行政复议均维持。", ["reconsideration=4", "reconsideration_upheld=4"]),
        ("作出行政处罚26件、行政复议5件。", ["penalties=26", "reconsideration=5"]),
    ],
)
def test_cases_of_one_cause_or_applicant_are_some_of_all(text: str, due: list[str]) -> None:
    """Cases about one kind of answer, on one matter, of one applicant, or that were settled need not be all."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("本年新增政府信息公开行政诉讼3件，上年未结2件。", ["litigation=3+2"]),
        ("新增行政复议4件，上年度未审结2件。", ["reconsideration=4+2"]),
        ("废止规范性文件4件，失效3件。", ["documents_repealed=4+3"]),
        ("失效规范性文件3件、废止4件。", ["documents_repealed=4+3"]),
        ("废止规章1件，宣布失效2件。", ["rules_repealed=1+2"]),
        ("废止、失效规范性文件4件，其中失效3件。", ["documents_repealed=4"]),
        ("废止和宣布失效规范性文件4件，失效3件。", ["documents_repealed=4"]),
        ("行政强制措施12件，申请法院强制执行3件。", ["compulsion=12+3"]),
        ("申请法院强制执行3件，行政强制措施12件。", ["compulsion=12+3"]),
        ("行政强制12件，申请法院强制执行3件。", ["compulsion=12"]),
        ("行政强制措施12件，行政处罚3件。", ["compulsion=12", "penalties=3"]),
        ("行政处罚措施得力，作出行政处罚12件，强制执行3件。", ["penalties=12"]),
    ],
)
def test_what_can_be_counted_with_others_is_known_to_them(text: str, due: list[str]) -> None:
    """Old cases, lapsed documents and enforcement can be in the cell with those beside which they are told."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("公开规范性文件42件，其中新公开7件，历史公开35件。", ["documents_issued|documents_in_force=42@part"]),
        ("公开规范性文件42件，其中新增7件，其他文件35件。", ["documents_issued|documents_in_force=42"]),
        ("公开规范性文件42件，新公开7件，存量35件。", ["documents_issued|documents_in_force=42"]),
        ("曝光行政处罚案件6起。", ["penalties=6@part"]),
        ("应收行政事业性收费12.98万元，实收12.48万元。", []),
        ("预算安排行政事业性收费收入15万元，实际完成12.48万元。", []),
        ("代收行政事业性收费3.6万元。", []),
        ("应收尽收，行政事业性收费12.48万元。", ["fees=12.48"]),
        ("应收尽收行政事业性收费12.48万元。", ["fees=12.48"]),
        ("纳入预算管理的行政事业性收费12.48万元。", ["fees=12.48"]),
    ],
)
def test_what_is_not_what_the_cells_of_table_two_hold(text: str, due: list[str]) -> None:
    """New and old documents together, cases that were made known, and money that was not collected for oneself."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "县政府收到政府信息公开申请12件，办结11件。全县合计收到36件，办结35件。",
            ["received=12@part", "concluded=11@part", "received=36", "concluded=35"],
        ),
        (
            "全县收到申请36件，办结35件；县政府收到申请12件，办结11件，其中予以公开5件。",
            ["received=36@part", "concluded=35@part", "received=12@part", "concluded=11@part", "granted=5@part"],
        ),
        (
            "全县收到申请36件，办结35件。其中县政府收到申请12件，办结11件。",
            ["received=36", "concluded=35", "received=12@part", "concluded=11@part"],
        ),
        ("县本级情况：收到申请12件；办结11件。", ["received=12@part", "concluded=11@part"]),
        ("县政府部门及乡镇情况：收到申请24件，办结24件。", ["received=24@part", "concluded=24@part"]),
        (
            "县政府因政府信息公开被申请行政复议1件，各部门被申请行政复议5件、行政诉讼3件。",
            ["reconsideration=1@part", "reconsideration=5@part", "litigation=3@part"],
        ),
        ("县政府被申请行政复议、行政诉讼共3件，各部门8件。", ["reconsideration|litigation=3@part"]),
        ("县政府被申请行政复议3件，各部门3件。", ["reconsideration=3@part"]),
        ("县政府制发规范性文件5件，各部门举办培训3次。", ["documents_issued=5"]),
        ("县政府被申请行政复议3件，各部门收到申请24件。", ["reconsideration=3"]),
        (
            "县政府收到申请12件；各部门收到申请24件，办结23件；共办结34件。",
            ["received=12@part", "received=24@part", "concluded=23@part", "concluded=34"],
        ),
        (
            "县政府发布规范性文件5件，废止2件；县直部门发布3件，废止1件。",
            [
                "documents_issued=5@part",
                "documents_repealed=2@part",
                "documents_issued=3@part",
                "documents_repealed=1@part",
            ],
        ),
        (
            "废止县政府规范性文件2件、部门规范性文件1件，现行有效规范性文件41件。",
            ["documents_repealed=2@part", "documents_in_force=41"],
        ),
        (
            "县政府收到申请12件，办结11件，各部门收到申请24件。",
            ["received=12@part", "concluded=11@part", "received=24@part"],
        ),
        ("县政府收到申请12件；办结11件。全县收到申请36件。", ["received=12@part", "concluded=11@part", "received=36"]),
        (
            "县政府收到申请12件；各部门收到申请24件；办结34件。",
            ["received=12@part", "received=24@part", "concluded=34"],
        ),
        (
            "县政府收到申请12件，各部门收到申请24件，共办结34件。",
            ["received=12@part", "received=24@part", "concluded=34"],
        ),
        (
            "县政府收到申请12件，各部门收到申请24件，予以公开7件，全县予以公开14件。",
            ["received=12@part", "received=24@part", "granted=7@part", "granted=14"],
        ),
        (
            "全县收到申请36件；其中县政府收到申请12件，办结11件。",
            ["received=36", "received=12@part", "concluded=11@part"],
        ),
        # But what is of the county
        (
            "直接向县政府提出的政府信息公开申请6件，全年县政府办公室共收到申请6件。",
            ["received=6", "received=6@part"],
        ),
        ("县政府收到申请12件，办结11件。", ["received=12", "concluded=11"]),
        ("县政府发布解读12件。全县收到申请36件，办结35件。", ["received=36", "concluded=35"]),
        ("县政府收到申请36件。全县收到申请36件。", ["received=36", "received=36"]),
        ("办结11件。全县共办结35件。", ["concluded=11", "concluded=35"]),
        ("县政府收到申请12件。全县制发规范性文件36件。", ["received=12", "documents_issued=36"]),
        (
            "全县收到申请36件，其中县政府收到12件、各部门收到24件；办结35件。",
            ["received=36", "received=12@part", "received=24@part", "concluded=35"],
        ),
        (
            "全县收到申请36件，其中县政府收到12件、各部门收到23件，办结35件。",
            ["received=36", "received=12@part", "received=23@part", "concluded=35"],
        ),
        (
            "全县收到申请36件（县政府收到12件、各部门收到24件），办结35件。",
            ["received=36", "received=12@part", "received=24@part", "concluded=35"],
        ),
        (
            "全县收到申请36件（县政府收到12件、各部门收到24件）；办结35件。",
            ["received=36", "received=12@part", "received=24@part", "concluded=35"],
        ),
        ("各部门共收到申请36件。", ["received=36"]),
        ("废止县政府规范性文件2件。", ["documents_repealed=2"]),
        ("县政府信息公开情况：收到申请36件。", ["received=36"]),
    ],
)
def test_what_a_government_did_itself_is_a_share_beside_others(text: str, due: list[str]) -> None:
    """Where all bodies or the others are told beside it, what a government did itself is not all there was."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "agency", "due"),
    [
        ("县行政审批局情况：收到申请12件；办结11件。", COUNTY, ["received=12@part", "concluded=11@part"]),
        ("县行政审批局情况：收到申请12件；办结11件。", "示例县政务服务局", ["received=12", "concluded=11"]),
        ("镇村情况：收到申请12件；办结11件。", "示例县柳溪镇人民政府", ["received=12", "concluded=11"]),
        ("镇政府收到申请12件，各村收到申请2件。", "示例县柳溪镇人民政府", ["received=12", "received=2@part"]),
    ],
)
def test_leads_that_name_a_body_are_of_others_in_the_report_of_a_county(text: str, agency: str, due: list[str]) -> None:
    """A department that stands before 情况： can be the one that reports; in a county's report it is one of several."""
    assert read(text, agency) == due


@pytest.mark.parametrize(
    ("text", "agency", "due"),
    [
        ("县政府受理以各部门、乡镇为被申请人的信息公开行政复议5件，维持4件。", COUNTY, []),
        ("县政府作为共同被告的政府信息公开行政诉讼2件。", COUNTY, []),
        ("以县水利局为被申请人的政府信息公开行政复议2件。", COUNTY, ["reconsideration=2@part"]),
        ("以县水利局为被申请人的政府信息公开行政复议2件。", BUREAU, ["reconsideration=2"]),
        ("以我局为被告的政府信息公开行政诉讼2件。", BUREAU, ["litigation=2"]),
        ("以本单位为被告的政府信息公开行政诉讼2件。", BUREAU, ["litigation=2"]),
        ("以县政府为被申请人的政府信息公开行政复议2件。", COUNTY, ["reconsideration=2"]),
    ],
)
def test_cases_against_others_are_not_ones_own(text: str, agency: str, due: list[str]) -> None:
    """What a government hears as the reviewing body, or is sued for beside the body that acted, is not its own."""
    assert read(text, agency) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到公民申请3件，均已答复，收到企业申请2件。", ["received=3@part", "received=2@part"]),
        ("收到公民申请3件。收到法人申请2件。", ["received=3@part", "received=2@part"]),
        ("收到企业申请2件，收到群众申请3件，共5件。", ["received=2@part", "received=3@part", "received=5"]),
        ("收到公民申请5件，其中收到企业申请2件。", ["received=5", "received=2@part"]),
        ("收到公民申请3件，收到企业申请0件。", ["received=3", "received=0@part"]),
        ("收到公民申请5件（含收到企业申请2件）。", ["received=5", "received=2@part"]),
        ("收到公民申请5件，包括收到企业申请2件。", ["received=5", "received=2@part"]),
        ("收到公民申请5件（收到企业申请2件）。", ["received=5", "received=2@part"]),
        ("收到公民申请5件。全年收到申请5件。", ["received=5", "received=5"]),
        ("收到公民申请5件。收到公民、法人申请5件。", ["received=5", "received=5@part"]),
        (
            "收到公民申请5件，其中收到网上申请1件、收到企业申请2件。",
            ["received=5", "received=1@part", "received=2@part"],
        ),
        (
            "收到公民申请5件，收到法人申请1件；办理申请7件，其中新收6件、上年结转1件。",
            [
                *("received_with_carried_over|received=5@part", "received=1@part", "concluded=7"),
                *("received=6", "carried_over=1"),
            ],
        ),
        ("收到公民、法人申请5件，收到公民、企业申请2件。", ["received=5@part", "received=2@part"]),
        ("收到公民申请3件，收到企业来信2件。", ["received=3"]),
        ("收到申请5件，收到企业申请2件。", ["received=5", "received=2@part"]),
        ("收到公民申请3件，办理企业申请2件。", ["received=3", "concluded=2@part"]),
    ],
)
def test_requests_of_citizens_are_a_part_beside_those_of_organizations(text: str, due: list[str]) -> None:
    """Everybody can be called a citizen, unless requests of organizations are counted beside theirs."""
    assert read(text, BUREAU) == due


@pytest.mark.parametrize(
    ("text", "agency", "due"),
    [
        ("全县各学校收到政府信息公开申请6件。", COUNTY, ["received=6@part"]),
        ("全县中小学校收到政府信息公开申请6件。", COUNTY, ["received=6@part"]),
        ("各中小学收到政府信息公开申请6件。", "示例县教育局", ["received=6@part"]),
        ("学校收到政府信息公开申请6件。", "示例大学", ["received=6"]),
        ("全县收到政府信息公开申请6件。", COUNTY, ["received=6"]),
        ("审核县政府规范性文件9件，各部门制发规范性文件5件。", BUREAU, ["documents_issued=5@part"]),
        ("各乡镇印发规范性文件5件。", BUREAU, ["documents_issued=5@part"]),
        ("各部门制发规范性文件5件。", COUNTY, ["documents_issued=5"]),
    ],
)
def test_schools_and_other_departments_are_of_others(text: str, agency: str, due: list[str]) -> None:
    """Schools report for themselves, and a department does not make the documents of all departments."""
    assert read(text, agency) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "主动公开规章12件（含新制定6件、修改2件、废止4件）。",
            ["rules_issued|rules_in_force=12+-4", "rules_issued=6@part", "rules_repealed=4"],
        ),
        (
            "主动公开规章9件，其中新制定5件，修改4件。",
            ["rules_issued|rules_in_force=9", "rules_issued=5@part"],
        ),
        (
            "主动公开规章9件，其中新制定5件，废止4件。",
            ["rules_issued|rules_in_force=9@part", "rules_issued=5", "rules_repealed=4"],
        ),
    ],
)
def test_documents_made_public_can_be_fewer_by_those_repealed(text: str, due: list[str]) -> None:
    """Where new ones, amended and repealed ones are listed, those issued are the first two."""
    assert read(text) == due
