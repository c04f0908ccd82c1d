"""Claims that are parts of what the tables state, and totals that are all of it."""

from __future__ import annotations

import pytest

from govdisclosure.claims import Claim, claims_in


def label(claim: Claim) -> str:
    """Write a claim with all its readings, and whether it is a part."""
    return f"{'|'.join(claim.readings)}={claim.value}{'' if claim.whole else '@part'}"


def labels(text: str, agency: str) -> list[str]:
    """Give the claims of a text in the report of an agency."""
    return [label(claim) for claim in claims_in(text, year=2024, agency=agency)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到涉农政府信息公开申请3件。", ["received=3@part"]),
        ("办理疑难复杂政府信息公开申请3件。", ["concluded=3@part"]),
        ("受理同一申请人提出的政府信息公开申请3件。", ["received=3@part"]),
        ("收到县政府办转交的政府信息公开申请3件。", ["received=3@part"]),
        ("收到微信政府信息公开申请3件。", ["received=3@part"]),
        ("办理土地类政府信息公开申请3件。", ["concluded=3@part"]),
        ("受理重复的政府信息公开申请3件。", ["received=3@part"]),
        ("收到批量政府信息公开申请3件。", ["received=3@part"]),
        ("收到恶意政府信息公开申请3件。", ["received=3@part"]),
        ("收到媒体政府信息公开申请3件。", ["received=3@part"]),
        ("收到境外政府信息公开申请3件。", ["received=3@part"]),
        ("收到上级移交的政府信息公开申请3件。", ["received=3@part"]),
        ("收到非本机关职责的政府信息公开申请3件。", ["received=3@part"]),
        ("未收到涉诉政府信息公开申请。", []),
    ],
)
def test_requests_of_some_kind_are_a_part(text: str, due: list[str]) -> None:
    """What is known to be some, between a verb and its requests."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到市民提交的政府信息公开申请30件。", ["received=30"]),
        ("收到我县居民以书面形式提出的信息公开申请30件。", ["received=30"]),
        ("收到并依法答复政府信息公开申请30件。", ["received=30", "concluded=30"]),
        ("规范办理政府信息公开申请30件。", ["concluded=30"]),
        ("收到公民、企业及其他组织提出的申请30件。", ["received=30"]),
        ("收到有关供水价格的政府信息公开申请30件。", ["received=30"]),
        ("办结法定期限内的申请30件。", ["concluded=30"]),
        ("收到符合受理条件的政府信息公开申请30件。", ["received=30"]),
        ("办理各项依申请公开30件。", ["concluded=30"]),
        ("办理各类政府信息公开申请30件。", ["concluded=30"]),
        ("办理各种类型政府信息公开申请30件。", ["concluded=30"]),
        ("办理涉及政府信息公开申请30件。", ["concluded=30"]),
        ("收到涉农、涉企等政府信息公开申请30件。", ["received=30"]),
        ("收到政务公开申请30件。", ["received=30"]),
        ("受理审核政府信息公开申请30件。", ["received=30"]),
        ("收到利害关系人政府信息公开申请30件。", ["received=30"]),
        ("收到县政府门户网站提交的政府信息公开申请30件。", ["received=30"]),
        ("收到政府网站依申请公开30件。", ["received=30"]),
        ("收到内容明确的政府信息公开申请30件。", ["received=30"]),
        ("收到纳入统计的政府信息公开申请30件。", ["received=30"]),
        ("受理全县依申请公开30件。", ["received=30"]),
        ("办理乡镇政府信息公开申请30件。", ["concluded=30@part"]),
        ("受理公租房申请66件，办结依申请公开30件。", ["concluded=30"]),
    ],
)
def test_requests_of_everyone_are_all(text: str, due: list[str]) -> None:
    """Who everybody is, how they ask, what is done as well, and lists say nothing of which requests they are."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("经补正后予以公开3件。", ["granted=3@part"]),
        ("延期后部分公开3件。", ["partially_granted=3@part"]),
        ("复议纠正后不予公开3件。", ["refused=3@part"]),
        ("自行纠正后予以公开3件。", ["granted=3@part"]),
        ("经审查后予以公开3件。", ["granted=3"]),
        ("经集体讨论后予以公开3件。", ["granted=3"]),
        ("经领导审批后予以公开3件。", ["granted=3"]),
        ("办结后予以公开3件。", ["granted=3"]),
        ("依法研究后不予公开3件。", ["refused=3"]),
        ("补正后不予处理3件。", ["not_processed=3"]),
    ],
)
def test_answers_after_something_else_are_a_part(text: str, due: list[str]) -> None:
    """What came only of a correction, a delay or a reconsideration, not of looking into a request."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("配合县执法部门查处违法案件12件，作出行政处罚3件。", []),
        ("配合县执法部门查处违法案件12件，全年作出行政处罚3件。", ["penalties=3"]),
        ("配合县执法部门查处违法案件12件；共作出行政许可26件、行政处罚3件。", ["licensing=26", "penalties=3"]),
        ("推行告知承诺制办理行政许可26件。", ["licensing=26"]),
        ("以告知承诺制方式办理行政许可26件。", ["licensing=26@part"]),
        ("按要求报送行政许可26件、行政处罚3件。", ["licensing=26", "penalties=3"]),
        ("按规定报送行政许可26件。", ["licensing=26"]),
        ("报送行政许可26件、行政处罚3件。", ["licensing=26@part"]),
        ("查处违法案件12件，作出行政处罚3件。", ["penalties=3"]),
        ("不予受理行政许可26件。", []),
        ("听证行政处罚案件26件。", ["penalties=26@part"]),
        ("经听证作出行政处罚26件。", ["penalties=26"]),
        ("抽查行政许可26件。作出行政处罚3件、行政许可2件。", ["licensing=26@part", "penalties=3", "licensing=2"]),
        ("抽查行政许可26件。", ["licensing=26@part"]),
        ("全程网办行政许可26件。", ["licensing=26@part"]),
        ("县检察院监督行政处罚26件。", ["penalties=26@part"]),
        ("监督检查中作出行政处罚26件。", ["penalties=26"]),
        ("对2家企业实施行政处罚26件。", ["penalties=26@part"]),
        ("法制审核行政处罚26件、行政许可12件。", []),
        ("作出行政处罚26件，法制审核行政处罚26件、行政许可12件。", ["penalties=26"]),
        ("作出行政处罚26件、行政许可12件。", ["penalties=26", "licensing=12"]),
        ("作出行政处罚26件，另报送材料3份、行政强制2件。", ["penalties=26", "compulsion=2"]),
    ],
)
def test_decisions_that_are_worked_on_are_not_those_made(text: str, due: list[str]) -> None:
    """Looked into, handed on, on a few companies; and what goes on a list of such."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("全年作出公安行政处罚96件。", ["penalties=96@part"]),
        ("林木采伐行政许可96件。", ["licensing=96@part"]),
        ("企业设立登记类行政许可96件。", ["licensing=96@part"]),
        ("全县行政处罚96件。", ["penalties=96"]),
        ("示例县行政处罚96件。", ["penalties=96"]),
        ("建设用地、建设工程规划等行政许可96件。", ["licensing=96"]),
        ("作出行政处罚96件。", ["penalties=96"]),
        ("公安和交通行政处罚96件。", ["penalties=96"]),
        ("完成行政许可96件，查处行政处罚案件3件。", ["licensing=96", "penalties=3"]),
        ("实际发生行政处罚96件。", ["penalties=96"]),
        ("依申请行政许可96件。", ["licensing=96"]),
        ("一般行政处罚96件。", ["penalties=96"]),
        ("示例县各类行政许可96件。", ["licensing=96"]),
        ("通过“互联网+监管”行政处罚96件。", ["penalties=96"]),
        ("全县2024年，作出交通行政处罚96件。", ["penalties=96@part"]),
    ],
)
def test_decisions_of_one_sector_are_a_part_of_those_of_a_county(text: str, due: list[str]) -> None:
    """A list of them is all, and so is what the body is named after."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("企业设立登记类行政许可96件。", ["licensing=96@part"]),
        ("水利类行政许可96件。", ["licensing=96"]),
        ("取水行政许可96件。", ["licensing=96"]),
        ("完成水利类行政许可96件。", ["licensing=96"]),
    ],
)
def test_decisions_of_a_department_are_all_in_its_sector(text: str, due: list[str]) -> None:
    """One kind of several is not, unless it is what the department is named after."""
    assert labels(text, "示例县水利局") == due


def test_decisions_of_one_kind_are_a_part_where_no_agency_is_known() -> None:
    """Nothing says that they are all that it has."""
    assert [label(claim) for claim in claims_in("水利类行政许可96件。", year=2024)] == ["licensing=96@part"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("行政复议4件，行政处罚8件，均与政府信息公开无关。", ["penalties=8"]),
        ("征地类行政复议36件。", ["reconsideration=36@part"]),
        ("工伤认定行政复议6件。", ["reconsideration=6@part"]),
        ("政府信息公开类行政复议6件。", ["reconsideration=6"]),
        ("行政复议4件、行政诉讼2件，均与政府信息公开无关。", []),
        ("行政复议4件，收到申请8件，均不涉及政府信息公开。", []),
        ("政府信息公开行政复议1件，行政诉讼2件，均非政府信息公开引起。", ["reconsideration=1"]),
        ("行政诉讼2件，均为工伤认定案件。", []),
        ("行政诉讼2件，均为征地引发。", []),
        ("行政复议3件，均为驳回类。", ["reconsideration=3"]),
        ("行政复议3件，均为已办结案件。", ["reconsideration=3"]),
        ("行政诉讼2件，均为一审案件，维持2件。", ["litigation=2", "litigation_upheld=2"]),
        ("行政诉讼2件，均为依申请引发。", ["litigation=2"]),
        ("登记行政复议3件。", ["reconsideration=3"]),
        ("不动产登记行政复议3件。", ["reconsideration=3@part"]),
        ("各类行政复议3件。", ["reconsideration=3"]),
        ("各领域行政复议3件。", ["reconsideration=3"]),
        ("农业领域行政复议3件。", ["reconsideration=3@part"]),
        ("行政诉讼2件，均为政府信息公开案件。", ["litigation=2"]),
        ("行政诉讼2件，均与政府信息公开有关。", ["litigation=2"]),
        ("县政府作为共同被告的行政诉讼2件。", []),
    ],
)
def test_cases_of_another_kind_are_none_of_the_form(text: str, due: list[str]) -> None:
    """By the words before them, or by what the sentence says of all of them."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("政府信息公开行政诉讼2件。被复议机关纠正1件。", ["litigation=2", "reconsideration_corrected=1"]),
        ("政府信息公开行政诉讼7件。上诉2件，二审维持2件。", ["litigation=7", "litigation_upheld=2@part"]),
        ("政府信息公开行政诉讼7件。申请再审1件，维持1件。", ["litigation=7", "litigation_upheld=1@part"]),
        ("政府信息公开行政复议8件，自行纠正3件。", ["reconsideration=8", "reconsideration_corrected=3@part"]),
        (
            "行政复议3件，自行纠正1件，维持2件。",
            ["reconsideration=3", "reconsideration_corrected=1", "reconsideration_upheld=2"],
        ),
        (
            "行政诉讼3件，直接起诉3件，自行纠正1件，维持2件。",
            ["litigation=3", "litigation_direct=3", "litigation_corrected=1", "litigation_upheld=2"],
        ),
        (
            "行政复议8件，维持5件、纠正2件，共7件，尚未审结1件。",
            [
                "reconsideration=8",
                "reconsideration_upheld=5",
                "reconsideration_corrected=2",
                "reconsideration_pending=1",
            ],
        ),
        ("政府信息公开行政复议8件，纠正3件。", ["reconsideration=8", "reconsideration_corrected=3"]),
        ("因政府信息公开被复议机关纠正2件。", ["reconsideration_corrected=2"]),
        ("被县政府纠正2件。", []),
        (
            "复议结果：维持5件、纠正2件，总计7件。",
            ["reconsideration_upheld=5", "reconsideration_corrected=2", "reconsideration=7"],
        ),
        ("复议结果：维持5件、纠正2件，总计8件。", ["reconsideration_upheld=5", "reconsideration_corrected=2"]),
        ("行政复议结果维持5件；行政诉讼结果维持2件；总计7件。", ["reconsideration_upheld=5", "litigation_upheld=2"]),
    ],
)
def test_results_of_cases(text: str, due: list[str]) -> None:
    """Those of an appeal and corrections of one's own are parts; a total of all of them is that of the cases."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("新出台涉企规范性文件2件。", ["documents_issued=2@part"]),
        ("发布国家、省、市规范性文件2件。", ["documents_issued=2@part"]),
        ("县司法局起草、县政府印发规范性文件2件。", ["documents_issued=2@part"]),
        ("起草并印发规范性文件2件。", ["documents_issued=2"]),
        ("按照上级要求制发规范性文件2件。", ["documents_issued=2"]),
        ("按照国家有关规定制定规范性文件2件。", ["documents_issued=2"]),
        ("转发上级规范性文件2件。", []),
        ("拟清理废止规范性文件2件。", []),
        ("印发县政府规范性文件2件。", ["documents_issued=2"]),
        ("全面清理我县制发的规范性文件12件。", []),
        ("对我县制定的12件规范性文件进行清理，废止1件。", ["documents_repealed=1"]),
        ("我县制发的规范性文件12件。", ["documents_issued=12"]),
        ("清理废止规范性文件1件。", ["documents_repealed=1"]),
        ("审核废止规范性文件1件。", []),
        ("废止（失效）规范性文件1件。", ["documents_repealed=1"]),
        ("有规范性文件11件现行有效。", ["documents_in_force=11"]),
        (
            "现行有效的县政府规范性文件5件、部门规范性文件4件，合计9件。",
            ["documents_in_force=5@part", "documents_in_force=9"],
        ),
    ],
)
def test_documents_of_others_and_of_other_years_are_not_those_made(text: str, due: list[str]) -> None:
    """Of one kind, of other bodies, or cleared up; what is repealed or in force is told in several ways."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("上年结转0件，予以公开0件。", ["carried_over=0", "granted=0"]),
        ("收到申请86件，登记在册31件，予以公开12件。", ["received=86", "granted=12"]),
        ("予以公开12件，其中涉土地类3件，部分公开2件。", ["granted=12", "partially_granted=2"]),
        ("收到申请89件，其中非政府信息公开申请0件。", ["received=89"]),
        ("上年结转的4件申请，予以公开3件，不予公开1件。", ["carried_over=4", "granted=3@part", "refused=1@part"]),
        ("上年结转4件，予以公开30件，不予公开1件。", ["carried_over=4", "granted=30", "refused=1"]),
        ("收到申请86件，上年结转4件，予以公开3件。", ["received=86", "carried_over=4", "granted=3"]),
        (
            "收到申请86件，其中涉土地类31件，予以公开12件，不予公开5件。",
            ["received=86", "granted=12@part", "refused=5@part"],
        ),
        ("收到申请86件，其中涉土地类31件，予以公开42件，不予公开5件。", ["received=86", "granted=42", "refused=5"]),
        (
            "收到申请86件，其中涉土地类31件，答复17件，其中予以公开12件。",
            ["received=86", "concluded=17@part", "granted=12@part"],
        ),
        ("收到申请86件，其中涉土地类31件，共答复17件。", ["received=86", "concluded=17"]),
        ("收到申请86件，其中涉土地类31件；予以公开12件。", ["received=86", "granted=12"]),
        ("收到申请86件，其中涉土地类40件、环保类46件，予以公开12件。", ["received=86", "granted=12"]),
        ("收到申请86件，其中网上8件，予以公开5件。", ["received=86", "granted=5"]),
        ("收到申请3件，其中撤回2件，1件予以公开。", ["received=3", "granted=1"]),
        ("收到申请4件，其中主动撤回2件、其他处理1件。", ["received=4", "other=1"]),
        ("征地类申请31件，予以公开15件。", ["granted=15@part"]),
        (
            "自然人申请中，予以公开35件，部分公开7件；法人申请予以公开4件。",
            ["granted=35@part", "partially_granted=7@part", "granted=4@part"],
        ),
        ("本年申请中，予以公开35件。", ["granted=35"]),
        ("环保类申请中，予以公开35件。", ["granted=35@part"]),
        (
            "被申请行政复议8件，其中县政府3件，维持2件，纠正1件；部门5件，维持3件。",
            [
                "reconsideration=8",
                "reconsideration_upheld=2@part",
                "reconsideration_corrected=1@part",
                "reconsideration_upheld=3@part",
            ],
        ),
        ("收到申请89件，其中非政府信息公开申请3件。", ["received=89@part"]),
        ("收到申请89件，其中咨询3件。", ["received=89"]),
        ("收到申请89件，其中不属于政府信息公开范围3件，予以公开20件。", ["received=89", "granted=20"]),
        ("收到申请12件，其中自然人申请12件，予以公开5件，不予公开7件。", ["received=12", "granted=5", "refused=7"]),
        ("收到申请23件，其中个人申请10件、企业申请13件，予以公开12件。", ["received=23", "granted=12"]),
        ("收到申请23件，自然人申请10件，予以公开8件。", ["received=23@part", "granted=8@part"]),
        (
            "收到申请23件，其中自然人申请22件，已办结22件，1件正在办理。",
            ["received|received_with_carried_over=23", "concluded=22"],
        ),
        ("收到申请23件，其中自然人申请20件，已办结20件；2件正在办理。", ["received=23", "concluded=20@part"]),
        (
            "收到申请23件，其中自然人申请20件，予以公开18件，上年结转5件。",
            ["received|received_with_carried_over=23", "granted=18@part", "carried_over=5"],
        ),
        (
            "收到申请23件，其中自然人申请15件，办结15件，法人申请8件，办结8件。",
            ["received=23", "concluded=15@part", "concluded=8@part"],
        ),
        (
            "收到申请23件，其中自然人申请20件，已办结20件，上年结转3件。",
            ["received|received_with_carried_over=23", "concluded=20@part", "carried_over=3"],
        ),
        ("征地类申请31件、环保类申请5件，予以公开4件。", ["granted=4"]),
        ("涉农申请31件，予以公开4件。", ["granted=4@part"]),
        ("征地类政府信息公开申请31件，予以公开4件。", ["granted=4@part"]),
        ("自然人申请31件，予以公开15件。", ["granted=15@part"]),
        ("自然人、企业申请31件，予以公开15件。", ["granted=15"]),
        ("主动公开政府信息1260条，政府信息公开申请23件，办结23件。", ["concluded=23"]),
        ("共有申请23件，予以公开12件，不予公开11件。", ["granted=12", "refused=11"]),
        ("提出申请23件，办结23件。", ["concluded=23"]),
        ("行政复议3件，申请人申请3件，维持3件。", ["reconsideration=3", "reconsideration_upheld=3"]),
    ],
)
def test_what_became_of_a_subset_is_a_part(text: str, due: list[str]) -> None:
    """Outcomes right behind a figure of some things are of these, where they are no more than that."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("县政府制发规范性文件3件，县政府制发规范性文件3件。", ["documents_issued=3", "documents_issued=3"]),
        ("县政府被申请行政复议4件，部门被申请行政复议4件。", ["reconsideration=4@part", "reconsideration=4@part"]),
        (
            "县政府制发规范性文件3件，县政府办公室制发规范性文件3件。",
            ["documents_issued=3@part", "documents_issued=3@part"],
        ),
        ("我县牵头制定规范性文件1件，参与制定1件。", ["documents_issued=1@part", "documents_issued=1@part"]),
        ("我县牵头制定规范性文件2件，参与制定1件。", ["documents_issued=2@part", "documents_issued=1@part"]),
        ("政府信息公开行政复议3件，即行政复议3件。", ["reconsideration=3", "reconsideration=3"]),
    ],
)
def test_equal_counts_of_several_bodies_or_ways_are_parts(text: str, due: list[str]) -> None:
    """They would be all if one said the other again."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "办结50件，予以公开42件、部分公开8件，合计50件。",
            ["concluded=50", "granted=42", "partially_granted=8", "concluded|granted=50"],
        ),
        ("予以公开42件、部分公开8件，合计50件。", ["granted=42", "partially_granted=8", "concluded|granted=50"]),
        ("办结88件，其中予以公开42件、部分公开8件，合计50件。", ["concluded=88", "granted=42", "partially_granted=8"]),
        ("予以公开42件、不予处理8件，合计50件。", ["granted=42", "not_processed=8", "concluded=50"]),
        ("不予公开12件、无法提供19件，合计31件。", ["refused=12", "unavailable=19", "concluded|refused=31"]),
    ],
)
def test_sum_of_some_outcomes_is_that_of_these(text: str, due: list[str]) -> None:
    """Two that are often told together are so as well; beside all answers it is neither."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "全年共办理申请15件，其中上年结转1件、本年新收14件；办结13件。",
            ["received_with_carried_over|received=15", "carried_over=1", "received=14", "concluded=13"],
        ),
        (
            "办理申请15件（其中上年结转1件），已办结13件。",
            ["received_with_carried_over|received=15", "carried_over=1", "concluded=13"],
        ),
        ("办理申请15件，其中按时办结13件。", ["concluded=15", "concluded=13@part"]),
    ],
)
def test_what_was_handled_is_all_there_was_beside_what_was_answered(text: str, due: list[str]) -> None:
    """Also where it is parted behind, in brackets or not."""
    assert labels(text, "示例县水利局") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到政府信息公开申请的部门，共86件。", []),
        ("收到政府信息公开申请：网络61件、邮寄25件，合计86件。", ["received=86"]),
        ("全县共有15个单位收到政府信息公开申请，共86件。", ["received=86"]),
        ("收到政府信息公开申请，均已答复；共86件。", []),
        ("收到政府信息公开申请，制发文件86件。", []),
        ("县财政局收到政府信息公开申请，共86件。", []),
        ("收到自然人申请，共10件。", []),
        ("收到网上申请，共10件。", []),
        ("网上收到申请，共10件。", []),
        ("收到涉农政府信息公开申请，共10件。", []),
        ("收到符合规定的政府信息公开申请，共10件。", ["received=10"]),
        ("通过邮寄、网络等方式收到政府信息公开申请86件。", ["received=86"]),
        ("通过邮寄、网络等方式收到申请8件，通过当面方式收到4件。", ["received=8@part", "received=4@part"]),
        ("全县23个乡镇和35个县直部门收到政府信息公开申请86件。", ["received=86"]),
        ("依申请公开收件数14件。", ["received=14"]),
        ("①予以公开42件；②部分公开8件；③不予公开12件。", ["granted=42", "partially_granted=8", "refused=12"]),
        ("无法提供相关信息3件，予以公开信息7件。", ["unavailable=3", "granted=7"]),
        ("行政许可办理63件。", ["licensing=63"]),
        ("行政事业性收费达38.6万元。", ["fees=38.6"]),
        ("全年行政事业性收费实现38.6万元。", ["fees=38.6"]),
    ],
)
def test_totals_are_read(text: str, due: list[str]) -> None:
    """Behind what was received and by which ways, in lists with numbers, with other words beside the figure."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("行政许可事项受理政府信息公开申请6件。", ["received=6"]),
        ("申请办结数13件。", ["concluded=13"]),
        ("依申请公开情况。补正完成，其他处理5件。", ["other=5"]),
        ("行政处罚予以公开12件。", ["granted=12"]),
        ("行政许可窗口办理26件。", []),
        ("行政许可不予处理2件。", []),
        ("减征行政事业性收费52万元。", []),
        ("行政许可受理申请66件。", []),
        ("公租房申请不予处理3件。", []),
        ("垃圾无害化处理率100%，其他处理3件。", []),
        ("其他处理3件。", ["other=3"]),
        ("收到申请8件，不予处理3件，其他处理5件。", ["received=8", "not_processed=3", "other=5"]),
    ],
)
def test_outcomes_and_fees_of_other_things_are_none_of_the_form(text: str, due: list[str]) -> None:
    """Applications of other kinds, and money that was not taken."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("无人因政府信息公开提起行政复议、行政诉讼。", ["reconsideration=0", "litigation=0"]),
        ("未发生1起因信息公开引发的行政复议。", ["reconsideration=0"]),
        ("我局不涉及行政强制事项。", ["compulsion=0"]),
        ("该项目不涉及行政强制。", []),
        ("未征收行政事业性收费。", ["fees=0"]),
    ],
)
def test_denials_are_read(text: str, due: list[str]) -> None:
    """By nobody, not one, not concerned with, not levied."""
    assert labels(text, "示例县人民政府") == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "收到申请36件，办结35件；征地类申请12件，办结9件，结转3件。",
            ["received=36", "concluded=35", "concluded=9@part", "carried_over|carried_forward=3@part"],
        ),
        (
            "已全部答复，其中予以公开16件；征地类申请12件，办结9件，结转3件。",
            ["granted=16", "concluded=9@part", "carried_over|carried_forward=3@part"],
        ),
    ],
)
def test_what_became_of_some_requests_behind_a_semicolon(text: str, due: list[str]) -> None:
    """What is told before the semicolon makes these no figures of all, as it does not behind a full stop."""
    assert labels(text, "示例县人民政府") == due
