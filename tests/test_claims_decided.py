"""Claims on documents, decisions and cases: which of them a figure is of, and what is said of them without one."""

from __future__ import annotations

import pytest

from govdisclosure.claims import claims_in

COUNTY = "示例县人民政府"
BUREAU = "示例县水利局"


def read(text: str, agency: str | None = BUREAU) -> list[str]:
    """Give the claims of a text that are held against the tables, each with all its readings."""
    every = claims_in(text, year=2025, agency=agency)
    ours = [claim for claim in every if claim.exact and claim.whole and claim.year == "this"]
    return [f"{'|'.join(claim.readings)}={claim.value}" for claim in ours]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("公开处罚决定52件。", ["penalties_published=52"]),
        ("主动公开了52件处罚决定。", []),
        ("公开了52件行政处罚决定。", ["penalties_published=52"]),
        ("在网站公开的处罚决定52件。", ["penalties_published=52"]),
        ("作出处罚决定52件。", ["penalties=52"]),
        ("公开事故调查报告3份、行政处罚52件。", ["penalties_published=52"]),
        ("公开内容为事故调查报告3份、行政处罚52件。", ["penalties=52"]),
        ("政府信息公开120条、行政处罚52件。", ["penalties=52"]),
        ("公开事故调查报告3份并作出行政处罚52件。", ["penalties=52"]),
        ("公开事故调查报告3份，行政许可760件、行政处罚52件。", ["licensing=760", "penalties=52"]),
        ("公开事故调查报告3份。行政许可760件、行政处罚52件。", ["licensing=760", "penalties=52"]),
        ("公开事故调查报告3份，行政处罚52件。", ["penalties=52"]),
        ("52件行政处罚决定已公示。", ["penalties_published=52"]),
        ("52件行政处罚决定均已公示。", ["penalties=52"]),
    ],
)
def test_penalties_made_public_are_a_lower_bound_in_few_words_too(text: str, due: list[str]) -> None:
    """公开处罚决定 without 行政 is what was published of the decisions, not all of them."""
    assert read(text) == due


@pytest.mark.parametrize(
    "text",
    [
        "开展河道采砂专项整治，检查企业66家，作出行政处罚16件。",
        "组织联合执法36次，立案16起，依法作出行政处罚16件。",
        "在非法取水治理工作中，实施行政处罚16件、行政强制2件。",
        "开展打击非法采砂行动，查处16起，行政处罚16件。",
        "安全大检查共检查工地66处，行政处罚16件。",
        "组织开展扬尘治理12次，作出行政处罚16件。",
        "受理投诉举报66件，查实16件，行政处罚16件。",
    ],
)
def test_decisions_of_a_campaign_are_not_all_decisions(text: str) -> None:
    """What a campaign or complaints led to is told beside them."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("开展专项整治，全年共作出行政处罚160件。", ["penalties=160"]),
        ("开展专项整治；作出行政处罚160件。", ["penalties=160"]),
        ("开展专项整治。作出行政处罚160件。", ["penalties=160"]),
        ("印发专项整治方案，作出行政处罚160件。", ["penalties=160"]),
        ("加强行业治理，作出行政处罚160件。", ["penalties=160"]),
        ("开展执法检查66次，作出行政处罚160件。", ["penalties=160"]),
        ("受理投诉举报660件，作出行政处罚160件。", ["penalties=160"]),
        ("开展专项整治，办理行政许可760件。", ["licensing=760"]),
        ("受理投诉举报66件，查实16件，2025年作出行政处罚160件。", ["penalties=160"]),
        ("推进专项整治，作出行政许可760件、行政处罚160件。", ["licensing=760", "penalties=160"]),
        ("处理投诉线索66条，核查率100%，作出行政处罚160件。", ["penalties=160"]),
        ("开展专项整治，截至2025年12月31日，作出行政处罚160件。", ["penalties=160"]),
    ],
)
def test_decisions_are_all_beside_a_campaign_that_is_only_told_of(text: str, due: list[str]) -> None:
    """A total behind a campaign, the next stretch, a plan for one, and what is done all year long end it."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "agency", "due"),
    [
        ("发布县政府规章1件、行政规范性文件8件。", BUREAU, ["documents_issued=8"]),
        ("推动出台省政府规章2件。", "示例省水利厅", []),
        ("废止县人民政府规范性文件2件，废止本局规范性文件3件。", BUREAU, ["documents_repealed=3"]),
        ("县政府及其办公室行政规范性文件现行有效66件。", BUREAU, []),
        ("发布县政府规章0件。", BUREAU, ["rules_issued=0"]),
        ("发布国家规章2件、上级制定的规章3件。", BUREAU, []),
        ("发布省政府印发的规章2件、市政府制定的规范性文件3件。", BUREAU, []),
        ("发布县政府规范性文件2件。", "示例县柳溪镇人民政府", []),
        ("制发镇政府规范性文件2件。", "示例县柳溪镇人民政府", ["documents_issued=2"]),
        ("政策文件库累计公开规范性文件86件，其中失效20件。", BUREAU, []),
        ("标注规范性文件有效性，废止规范性文件2件。", BUREAU, ["documents_repealed=2"]),
        ("标注规范性文件有效性，标明废止规范性文件2件。", BUREAU, []),
        ("截至2025年底，累计公开规范性文件86件。", BUREAU, []),
        ("我局累计公开规章8件、规范性文件86件。", COUNTY, []),
        ("2025年，我局累计公开规范性文件6件。", BUREAU, ["documents_issued|documents_in_force=6"]),
        ("累计制发规范性文件6件。", BUREAU, ["documents_issued=6"]),
        ("全年累计公开规范性文件6件。", BUREAU, ["documents_issued|documents_in_force=6"]),
        ("制定政府规章1件。", BUREAU, ["rules_issued=1"]),
        ("落实县政府规范性文件管理办法，制定规范性文件8件。", BUREAU, ["documents_issued=8"]),
        ("按照县政府规范性文件备案要求印发规范性文件8件。", BUREAU, ["documents_issued=8"]),
        ("上级制定的行政规范性文件36件已全部公开。", BUREAU, []),
        ("按照上级印发的通知要求出台规范性文件8件。", BUREAU, ["documents_issued=8"]),
        ("起草规范性文件3件，经县政府办公室印发2件。", BUREAU, []),
        ("起草规范性文件3件，经县政府印发2件。", COUNTY, ["documents_issued=2"]),
        ("起草规范性文件3件，经县政府同意印发2件。", BUREAU, ["documents_issued=2"]),
        ("废止县政府规范性文件2件。", COUNTY, ["documents_repealed=2"]),
        ("废止县政府规范性文件2件。", "示例县人民政府办公室", ["documents_repealed=2"]),
        ("废止县政府规范性文件2件。", None, ["documents_repealed=2"]),
        ("因政府信息公开被申请行政复议2件。", BUREAU, ["reconsideration=2"]),
        ("以县政府为被申请人的政府信息公开行政复议2件。", BUREAU, []),
        ("以县政府为被告的政府信息公开行政诉讼2件。", COUNTY, ["litigation=2"]),
    ],
)
def test_documents_of_a_government_are_not_those_of_its_department(
    text: str, agency: str | None, due: list[str]
) -> None:
    """A department counts what it drafted or posted for the government; 政府规章 alone can be the words of the form."""
    assert read(text, agency) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("政策文件库收录规范性文件62件，其中现行有效42件、废止20件。", ["documents_in_force=42"]),
        ("规范性文件专栏公开规范性文件62件，包括有效42件、废止20件。", ["documents_in_force=42"]),
        ("对规范性文件标注效力，有效42件、废止20件。", ["documents_in_force=42"]),
        ("累计公开规范性文件62件，其中有效42件，废止20件。", ["documents_in_force=42"]),
        ("政策文件库收录规范性文件62件，其中本年废止3件。", ["documents_repealed=3"]),
        ("在专栏公开规范性文件8件，废止3件。", ["documents_issued|documents_in_force=8", "documents_repealed=3"]),
        ("累计清理规范性文件45件，其中废止3件。", ["documents_repealed=3"]),
        ("规范性文件库定期更新；清理规范性文件45件，其中废止3件。", ["documents_repealed=3"]),
        ("政策文件库收录规章4件，其中现行有效3件。", ["rules_in_force=3"]),
    ],
)
def test_documents_repealed_that_are_kept_with_others_are_those_of_many_years(text: str, due: list[str]) -> None:
    """What a library of documents holds was repealed at any time; what is repealed this year is told of the year."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("主动公开规范性文件11件（含新制定8件，废止3件）。", ["documents_issued=8", "documents_repealed=3"]),
        ("主动公开规范性文件11件，含废止3件。", ["documents_repealed=3"]),
        ("主动公开规范性文件11件，含新制定8件、废止3件。", ["documents_issued=8", "documents_repealed=3"]),
        ("主动公开规范性文件8件、废止3件。", ["documents_issued|documents_in_force=8", "documents_repealed=3"]),
        ("主动公开规范性文件8件，废止3件。", ["documents_issued|documents_in_force=8", "documents_repealed=3"]),
        ("主动公开规范性文件8件（含历史公开5件）。", ["documents_issued|documents_in_force=8"]),
    ],
)
def test_documents_published_that_include_repealed_ones_are_no_cell(text: str, due: list[str]) -> None:
    """含 tells of what is in a number as 其中 does."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("行政处罚复议2件。", []),
        ("工伤认定复议16件，均维持。", []),
        ("征地类行政复议12件，撤销2件、维持9件。", []),
        ("因不予公开引发行政复议4件，维持3件。", []),
        ("征地类行政复议12件；政府信息公开行政复议2件，维持2件。", ["reconsideration=2", "reconsideration_upheld=2"]),
        ("征地类行政复议12件，行政诉讼纠正1件。", ["litigation_corrected=1"]),
        ("征地类行政复议纠正2件。", []),
        ("征地类行政复议12件，收到政府信息公开申请36件。", ["received=36"]),
        ("处理征地类行政复议申请12件，收到征地类行政复议材料36份，答复政府信息公开申请9件。", ["concluded=9"]),
        ("判决行政诉讼3件，维持2件。", ["litigation_upheld=2"]),
        ("作出行政处罚62件，引发行政复议2件、行政诉讼1件，均维持。", ["penalties=62"]),
        ("作出行政处罚62件，其中被申请行政复议2件。", ["penalties=62"]),
        ("作出行政处罚62件，未引发行政复议、行政诉讼。", ["penalties=62"]),
        ("作出行政处罚62件，未引发行政诉讼败诉。", ["penalties=62"]),
        ("全县办理行政许可800件，其中我局办理46件。", ["licensing=46"]),
        ("作出行政处罚0件，未引发行政复议。", ["penalties=0", "reconsideration=0"]),
        ("作出行政处罚62件，因政府信息公开引发行政复议2件。", ["penalties=62", "reconsideration=2"]),
        ("作出行政处罚62件，行政复议2件。", ["penalties=62", "reconsideration=2"]),
        ("收到政府信息公开申请9件，引发行政复议2件。", ["received=9", "reconsideration=2"]),
        ("政府信息公开复议2件，维持1件。", ["reconsideration=2", "reconsideration_upheld=1"]),
    ],
)
def test_results_of_cases_of_a_kind_are_those_of_no_others(text: str, due: list[str]) -> None:
    """What came of cases that are not about disclosure, or of one cause, is a part as these are."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("未发生因政府信息公开引起的行政复议案、行政诉讼案。", ["reconsideration=0", "litigation=0"]),
        ("没有行政复议案卷。", []),
        ("零发生行政复议。", ["reconsideration=0"]),
        ("政府信息公开答复零复议零诉讼。", ["reconsideration=0", "litigation=0"]),
        ("未发生“无故不公开”和行政复议。", []),
        ("政府信息公开答复零复议、零诉讼。", ["reconsideration=0", "litigation=0"]),
        ("申请均按期答复，实现“零复议”“零诉讼”。", ["reconsideration=0", "litigation=0"]),
        ("实现零行政复议、零行政诉讼。", []),
        ("申请均按期答复。行政执法零复议。", []),
        ("推动信息公开零复议、零诉讼。", []),
        ("以信息公开“零复议”为目标。", []),
        ("没有制定、修改、废止规范性文件。", ["documents_issued=0", "documents_repealed=0"]),
        ("没有修改规范性文件。", []),
        ("没有清理、废止规范性文件。", []),
        ("未出台规范性文件，修改2件。", ["documents_issued=0"]),
        ("新出台规范性文件3件，修改2件。", []),
        ("废除规范性文件2件。", ["documents_repealed=2"]),
        ("本年度不涉及行政复议、行政诉讼。", ["reconsideration=0", "litigation=0"]),
        ("未涉及因政府信息公开引发的行政复议。", ["reconsideration=0"]),
        ("申请内容不涉及行政复议。", []),
        ("未收到政务信息依申请公开要求。", ["received=0"]),
        ("行政许可、处罚、强制均为0件。", ["licensing=0", "penalties=0", "compulsion=0"]),
        ("没有行政许可和处罚。", ["licensing=0", "penalties=0"]),
        ("没有行政许可、处罚权限。", []),
        ("无行政许可、处罚投诉。", []),
        ("行政许可、处罚案件822件。", []),
        ("未收取行政事业性费用。", ["fees=0"]),
        ("没有行政事业性费用支出。", []),
    ],
)
def test_denials_in_other_words(text: str, due: list[str]) -> None:
    """案 is a case, 零复议 denies one where disclosure is spoken of, and what was not amended was not made, either."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "行政复议3件，2件正在复议机关审理中，1件维持原行政行为。",
            ["reconsideration=3", "reconsideration_pending=2", "reconsideration_upheld=1"],
        ),
        ("行政诉讼1件，正在法院审理中。", ["litigation=1", "litigation_pending=1"]),
        ("行政诉讼2件，均在审理中。", ["litigation=2", "litigation_pending=2"]),
        ("行政复议2件，全部维持原决定。", ["reconsideration=2", "reconsideration_upheld=2"]),
        ("行政复议3件，维持具体行政行为2件。", ["reconsideration=3", "reconsideration_upheld=2"]),
        ("行政诉讼2件，维持原判1件。", ["litigation=2"]),
    ],
)
def test_results_in_other_words(text: str, due: list[str]) -> None:
    """What is upheld can be named, and so can the body that has not decided yet."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("发布典型案例12件，其中行政处罚8件、行政复议2件、行政诉讼2件。", []),
        ("发布典型案例12件，涉及行政处罚8件、行政复议2件。", []),
        ("抽取案卷12卷（行政许可8件、行政处罚4件）。", []),
        ("法制审核重大执法决定6件，其中行政处罚5件、行政许可1件。", []),
        ("法制审核重大执法决定6件，行政处罚62件。", ["penalties=62"]),
        ("作出行政决定822件，其中行政许可760件、行政处罚62件。", ["licensing=760", "penalties=62"]),
        ("发布典型案例12件，作出行政处罚62件。", ["penalties=62"]),
        ("信用修复行政处罚36件。", []),
        ("760件行政许可均在法定期限内办结。", []),
        ("8件规范性文件全部予以公开。", []),
        ("6件行政复议均已答复。", ["reconsideration=6"]),
        ("报备行政复议案件2件、行政诉讼案件3件。", []),
        ("残疾证申请36件，不予办理3件。", []),
        ("收到许可申请66件，其中网上申请52件，办结63件，结转3件。", []),
        ("收到许可申请66件；收到申请36件，其中网上申请21件，办结34件。", ["received=36", "concluded=34"]),
        ("收到来信66件，其中政府信息公开申请4件，答复4件。", ["concluded=4"]),
        ("办理的6件行政复议均已答复。", []),
        ("信息公开审查登记26件，公开25件，不公开1件。", []),
        ("规范信息公开审查，收到申请36件，公开25件，不公开11件。", ["received=36", "granted=25", "refused=11"]),
    ],
)
def test_other_things_that_are_counted_are_neither_decisions_nor_requests(text: str, due: list[str]) -> None:
    """Examples, decisions that are dealt with, applications for something else, and papers that are looked into."""
    assert read(text) == due


def test_decisions_are_read_with_words_between_them_and_their_number() -> None:
    """How many there are, and that they were made, says nothing else."""
    assert read("行政许可总量760件，行政强制措施实施18起。") == ["licensing=760", "compulsion=18"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("县政府被提起行政诉讼1件，全县共5件。", ["litigation=5"]),
        ("县政府因政府信息公开被申请行政复议2件，全县合计6件。", ["reconsideration=6"]),
        ("全县行政复议案件126件，其中因政府信息公开引发的行政复议6件。", ["reconsideration=6"]),
        ("县政府受理不服各部门答复的政府信息公开行政复议12件，维持8件。", []),
    ],
)
def test_cases_of_a_whole_county_are_those_of_its_table(text: str, due: list[str]) -> None:
    """A total of the region stands for it, and cases that a government heard are not those against it."""
    assert read(text, COUNTY) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("截至年底，我局公开规范性文件86件，其中本年度制发8件。", ["documents_issued=8"]),
        ("2025年，我局公开规范性文件86件，其中2025年新出台规范性文件8件。", ["documents_issued=8"]),
        ("2025年收到申请6件；截至年底，累计公开规范性文件86件。", ["received=6"]),
        ("截至年底，我局公开规范性文件86件，本年度制发七件。", ["documents_issued=7"]),
        ("截至年底，我局公开规范性文件8件，其中涉及民生5件。", ["documents_issued|documents_in_force=8"]),
        ("2025年，累计公开规范性文件8件。", ["documents_issued|documents_in_force=8"]),
    ],
)
def test_documents_made_public_over_the_years_are_told_by_those_of_this_year(text: str, due: list[str]) -> None:
    """Of which so many were issued this year, or without a year in what a semicolon parts."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("全年复议二十三件，其中因政府信息公开四件。", []),
        ("全年复议23件，其中涉及政府信息公开4件。", []),
        (
            "行政诉讼（未经复议直接起诉）九件，维持五件；行政诉讼（复议后起诉）十件，维持五件。",
            ["litigation_direct=9", "litigation_after_reconsideration=10"],
        ),
        ("行政复议二十三件，与政府信息公开有关的四件。", []),
        ("全年行政复议4件，其中因政府信息公开一直规范，均维持。", ["reconsideration=4"]),
    ],
)
def test_cases_of_which_some_are_about_disclosure_in_numerals_of_either_kind(text: str, due: list[str]) -> None:
    """A count in Chinese numerals tells it as one in digits does."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("上年度未结转申请，本年新收申请13件。", ["carried_over=0", "received=13"]),
        ("上年未结转，本年收到申请13件。", ["carried_over=0", "received=13"]),
        ("未结转下年度，本年收到申请13件。", ["carried_forward=0", "received=13"]),
    ],
)
def test_nothing_carried_over_is_also_said_with_one_word(text: str, due: list[str]) -> None:
    """未结转 is what 没有结转 is."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("受理行政许可52件。", []),
        ("2025年受理的行政许可为52件。", []),
        ("收到行政处罚6件。", []),
        ("受理并办结行政许可52件。", ["licensing=52"]),
    ],
)
def test_what_was_received_is_no_decision(text: str, due: list[str]) -> None:
    """An application is received; a decision is made of it."""
    assert read(text) == due
