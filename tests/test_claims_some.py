"""Figures that are of some things only, though nothing beside their noun says so, and ones that count nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report

from govdisclosure.checks import check
from govdisclosure.claims import claims_in

if TYPE_CHECKING:
    from govdisclosure.model.values import CellValue

COUNTY = "示例县人民政府"


def read(text: str) -> list[str]:
    """Give the claims of a text, each with all its readings, and whether it is a part."""
    every = claims_in(text, year=2024, agency=COUNTY)
    return [f"{'|'.join(claim.readings)}={claim.value}{'' if claim.whole else '@part'}" for claim in every]


@pytest.mark.parametrize(
    "text",
    [
        "每一件政府信息公开申请均依法办结。",
        "认真答复每1件政府信息公开申请。",
        "每受理一份申请，当天登记。",
        "每印发一件规范性文件，配发解读。",
        "每作出1起行政处罚均予公示。",
        "每一起行政诉讼都派员应诉。",
        "每收到一件申请、登记一件、答复一件。",
        "任何一件申请都按时答复。",
        "下一件申请随即受理。",
        "坚持受理一件、办结一件。",
        "坚持办理一件申请，规范一类问题。",
        "严格按照收到一件、答复一件的要求。",
        "推行“收到一件、办结一件”。",
        "一件申请平均答复用时9天。",
        "一件一件答复申请。",
        "一件申请最快当天答复。",
        "坚决杜绝一起行政诉讼。",
        "避免行政复议2件。",
        "确保不发生一起行政复议。",
        "力求行政诉讼零发生。",
        "推动行政复议、行政诉讼零发生。",
        "模拟答复申请2件。",
    ],
)
def test_each_and_none_at_all_are_no_counts(text: str) -> None:
    """What is done with each, one after the other, on average, or is only aimed at, says not how many there were."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("未收取信息处理费。", ["processing_fee=0"]),
        ("收取行政事业性收费3万元。", ["fees=3"]),
        ("工伤认定行政复议收取行政事业性收费3万元。", ["fees=3@part"]),
        ("征地引发的行政事业性收费3万元。", ["fees=3@part"]),
        ("抽查不予公开答复并收取信息处理费20元。", ["processing_fee=20@part"]),
    ],
)
def test_fee_alone_in_its_sentence_is_a_part_where_its_own_words_say_so(text: str, due: list[str]) -> None:
    """A fee of cases of one cause, or of answers looked into, is not all that was charged."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请一件、答复一件。", ["received=1", "concluded=1"]),
        ("按照规定收到申请一件，答复一件。", ["received=1", "concluded=1"]),
        ("做到收到申请二十一件，答复二十一件。", ["received=21", "concluded=21"]),
        ("每月收到申请一件。", ["received=1@part"]),
        ("每一件申请均认真办理，共办结30件。", ["concluded=30"]),
        ("全年制定规范性文件8件，坚持制定一件、解读一件。", ["documents_issued=8"]),
        ("办结申请30件，平均用时9天。", ["concluded=30"]),
        ("发生一起行政诉讼。", ["litigation=1"]),
        ("行政复议零发生。", ["reconsideration=0"]),
        ("推动政务公开，行政复议零发生。", ["reconsideration=0"]),
        ("杜绝泄密，收到申请30件。", ["received=30"]),
    ],
)
def test_counts_beside_each_are_counts(text: str, due: list[str]) -> None:
    """One is a count where nothing says that it is each one; and what goes on behind a comma is told on."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请30件，除2件正在办理外均已办结。", ["received=30"]),
        ("除2件在办外全部按时答复。", []),
        ("收到申请30件，除1件申请撤回以外，全部答复。", ["received=30"]),
        ("除1件重复申请之外均答复。", []),
        ("除3件外所有申请均已办结。", []),
        ("除1件不予公开外均予以公开。", ["refused=1"]),
        ("除1件结转下年外均已办结。", ["carried_forward=1"]),
        ("除2件未到期外全部办结30件。", ["concluded=30"]),
        ("对外答复申请30件。", ["concluded=30"]),
    ],
)
def test_what_is_left_out_of_all_is_not_what_all_became(text: str, due: list[str]) -> None:
    """The number behind 除 is of what stands before 外."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("对自然人予以公开5件、部分公开2件。", ["granted=5@part", "partially_granted=2@part"]),
        ("其中自然人予以公开5件、法人2件。", ["granted=5@part"]),
        ("自然人14件，其中予以公开5件、部分公开2件。", ["granted=5@part", "partially_granted=2@part"]),
        ("自然人申请中予以公开5件，部分公开2件。", ["granted=5@part", "partially_granted=2@part"]),
        ("自然人申请14件，办结15件，结转下年2件。", ["concluded=15@part", "carried_forward=2@part"]),
        ("自然人申请量为14件，予以公开5件。", ["granted=5@part"]),
        ("律师予以公开0件。", ["granted=0@part"]),
        ("自然人提出的申请14件，全部办结15件。", ["concluded=15@part"]),
        ("法人及其他组织办结6件。", ["concluded=6@part"]),
        ("法人或者其他组织上年结转0件。", ["carried_over=0@part"]),
        ("商业企业本年新收4件。", ["received=4@part"]),
        ("公民新收14件。", ["received=14@part"]),
        ("公民办结15件。", ["concluded=15@part"]),
        ("法人及其他组织申请信息公开6件。", ["received=6@part"]),
        (
            "行政复议2件，自然人予以公开5件，部分公开2件。",
            ["reconsideration=2", "granted=5@part", "partially_granted=2@part"],
        ),
        (
            "收到自然人申请14件、法人申请6件；自然人申请中予以公开5件，部分公开2件。",
            ["received=14@part", "granted=5@part", "partially_granted=2@part"],
        ),
        (
            "自然人新收14件，办结15件，法人予以公开2件，部分公开1件。",
            ["received=14@part", "concluded=15@part", "granted=2@part", "partially_granted=1@part"],
        ),
        ("自然人方面，新收14件，办结15件。", ["received=14@part", "concluded=15@part"]),
        (
            "自然人新收14件，办结15件；法人新收6件，办结6件。",
            ["received=14@part", "concluded=15@part", "received=6@part", "concluded=6@part"],
        ),
        (
            "自然人予以公开5件，法人予以公开2件、部分公开1件。",
            ["granted=5@part", "granted=2@part", "partially_granted=1@part"],
        ),
        (
            "收到申请20件，其中自然人新收14件、办结15件。",
            ["received=20", "received=14@part", "concluded=15@part"],
        ),
    ],
)
def test_figures_of_one_kind_of_applicant_are_a_part(text: str, due: list[str]) -> None:
    """Whatever is told of it, and what goes on about it; the tables have a column for each."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("自然人、法人和其他组织办结30件。", ["concluded=30"]),
        ("公民申请信息公开20件。", ["received=20"]),
        ("对企业行政处罚12件。", ["penalties=12"]),
        ("自然人新收14件、法人新收6件，办结30件。", ["received=14@part", "received=6@part", "concluded=30"]),
        ("自然人新收14件，共办结30件。", ["received=14@part", "concluded=30"]),
        ("自然人申请14件，行政许可12件。", ["licensing=12"]),
        ("自然人予以公开5件；部分公开2件。", ["granted=5@part", "partially_granted=2"]),
        ("自然人新收14件、法人新收6件，共20件。", ["received=14@part", "received=6@part", "received=20"]),
        ("收到申请20件，其中自然人新收14件，办结30件。", ["received=20", "received=14@part", "concluded=30"]),
        (
            "收到申请20件，自然人新收14件、法人新收6件、办结30件。",
            ["received=20", "received=14@part", "received=6@part", "concluded=30"],
        ),
    ],
)
def test_figures_of_all_beside_those_of_one_kind_of_applicant_are_whole(text: str, due: list[str]) -> None:
    """Those of several together, of all that there were, or of something else."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("判决行政诉讼3件。", ["litigation=3@part"]),
        ("化解因政府信息公开引发的行政复议1件、行政诉讼1件。", ["reconsideration=1@part", "litigation=1@part"]),
        ("二审行政诉讼2件。", ["litigation=2@part"]),
        ("在县法院应诉行政诉讼3件，在市法院应诉2件。", ["litigation=3@part"]),
        ("化解行政复议1件，行政诉讼3件。", ["reconsideration=1@part", "litigation=3"]),
        ("化解矛盾9件、行政诉讼3件。", ["litigation=3"]),
        ("裁定行政诉讼1件、维持1件、行政复议2件。", ["litigation=1@part", "litigation_upheld=1", "reconsideration=2"]),
        ("向县法院提起行政诉讼3件，向市法院提起2件。", ["litigation=3@part"]),
        ("向县政府申请行政复议2件，向市财政局申请行政复议2件。", ["reconsideration=2@part"] * 2),
        ("向县法院提起行政诉讼3件。", ["litigation=3"]),
        ("向县政府申请行政复议2件，向县法院提起行政诉讼3件。", ["reconsideration=2", "litigation=3"]),
        ("行政诉讼3件，向县法院提起行政诉讼2件，向市法院提起1件。", ["litigation=3@part", "litigation=2@part"]),
        ("行政诉讼5件，向县法院提起行政诉讼5件，向市法院提起0件。", ["litigation=5", "litigation=5@part"]),
        ("向法院提起行政诉讼5件，其中向县法院提起3件，向市法院提起2件。", ["litigation=5"]),
        ("行政诉讼5件，向县法院提起3件，向市法院提起2件。", ["litigation=5"]),
    ],
)
def test_cases_that_have_ended_or_went_to_one_of_several_bodies_are_a_part(text: str, due: list[str]) -> None:
    """Some are judged or settled, others not; and those of another body stand beside them."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("新增行政复议案件3件，上年结转1件，共4件。", []),
        ("新增行政复议案件2件，上年结转2件。", []),
        ("新增行政复议案件3件，结转上年1件。", []),
        ("上年结转1件，新增行政复议案件3件，共4件。", []),
        ("新增行政复议案件4件，上年结转1件。", []),
        ("新增行政复议案件4件，上年结转1件，共5件。", ["共5件"]),
        ("新增行政复议案件3件，上年结转1件，共5件。", ["共5件"]),
        ("新增行政复议案件5件，上年结转1件。", ["行政复议案件5件"]),
        ("上年结转1件，新增行政复议案件5件。", ["行政复议案件5件"]),
        ("新增行政复议案件3件。", ["行政复议案件3件"]),
        ("新增行政复议案件3件，其中上年结转1件。", ["行政复议案件3件"]),
        ("新增行政复议案件3件，含上年结转1件。", ["行政复议案件3件"]),
        ("新增行政复议案件3件（上年结转1件）。", ["行政复议案件3件"]),
        ("新增行政复议案件3件，上年办理1件。", ["行政复议案件3件"]),
        ("新增行政复议案件3件，维持1件。", ["维持1件", "行政复议案件3件"]),
        ("行政许可8件，上年结转1件。", ["行政许可8件"]),
        ("上年结转申请1件，新增行政复议案件4件。", ["上年结转申请1件"]),
        ("上年结转1件，行政复议案件4件。", ["上年结转1件"]),
        ("新增行政复议案件0件，上年结转案件维持4件。", ["行政复议案件0件"]),
        ("制发规范性文件1件，新增行政复议案件3件。", ["制发规范性文件1件", "行政复议案件3件"]),
        ("上年结转1件，本年行政许可8件。", ["行政许可8件", "上年结转1件"]),
        ("新收申请12件，新增行政复议案件5件。", ["行政复议案件5件"]),
        ("收到申请12件，上年结转1件，新增行政复议案件4件。", ["上年结转1件"]),
    ],
)
def test_new_cases_and_those_of_last_year_can_be_summed_in_the_table(text: str, due: list[str]) -> None:
    """It may hold both or the new ones alone; where the sentence tells the sum, that is what it holds."""
    cells: dict[str, CellValue] = {
        "review_and_litigation.reconsideration.total": 4,
        "review_and_litigation.reconsideration.upheld": 4,
        "proactive_disclosure.licensing.decisions": 9,
        "proactive_disclosure.normative_documents.issued": 2,
    }
    report = build_report(year=2024, cells=cells, overview=[text])

    assert [finding.quote and finding.quote.text for finding in check(report, select="TEXT")] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("予以公开9件（自然人6件），部分公开7件、不予公开5件。", ["granted=9", "partially_granted=7", "refused=5"]),
        ("予以公开9件，其中自然人6件，部分公开7件。", ["granted=9", "partially_granted=7"]),
        ("予以公开9件，自然人6件，部分公开7件。", ["granted=9", "partially_granted=7"]),
        ("上年结转4件（自然人4件）、新收25件。", ["carried_over=4", "received=25"]),
        ("申请人为自然人18件、法人7件，办结27件。", ["concluded=27"]),
        ("法人申请7件，新收申请25件。", ["received=25"]),
        ("法人申请7件，受理7件。", ["received=7@part"]),
        ("自然人18件，其中予以公开6件、部分公开5件。", ["granted=6@part", "partially_granted=5@part"]),
        ("其中自然人予以公开6件，部分公开5件。", ["granted=6@part", "partially_granted=5@part"]),
    ],
)
def test_a_count_of_applicants_in_another_count_says_nothing_of_what_follows(text: str, due: list[str]) -> None:
    """It tells who is in the count before it, as a list of all kinds of applicants does."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("制定关于预防溺水的规范性文件8件。", ["documents_issued=8"]),
        ("制发《示例县火灾预防办法》等规范性文件8件。", ["documents_issued=8"]),
        ("制定推动零碳发展的规范性文件8件。", ["documents_issued=8"]),
        ("防范安全风险作出行政处罚45件。", ["penalties=45"]),
        ("因应急演练不到位作出行政处罚45件。", ["penalties=45"]),
        ("推进零跑腿办理行政许可80件。", ["licensing=80"]),
        ("努力实现零投诉办结申请27件。", ["concluded=27"]),
        ("有效避免1件行政复议。", []),
        ("防止行政诉讼败诉1件。", []),
        ("模拟受理申请1件。", []),
        ("为实现行政诉讼零新增。", []),
    ],
)
def test_what_is_prevented_or_aimed_at_is_no_case(text: str, due: list[str]) -> None:
    """It is where a case, or an answer that is tried, stands behind it; other things are what decisions are about."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("均已结案的行政复议5件。", ["reconsideration=5"]),
        ("全部调解结案的行政诉讼6件。", ["litigation=6"]),
        ("成都市判决行政诉讼6件。", ["litigation=6@part"]),
        ("向县政府申请行政复议5件，向县法院起诉6件。", ["reconsideration=5"]),
        ("向县政府申请行政复议5件，向市政府提起2件。", ["reconsideration=5@part"]),
        ("向法院提起行政诉讼6件，在县法院审理3件。", ["litigation=6"]),
    ],
)
def test_all_that_have_ended_and_those_of_every_body_are_all(text: str, due: list[str]) -> None:
    """Nothing is left out where all have ended, or where a court stands beside those that hear reconsiderations."""
    assert read(text) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "受理线上信息公开申请20件，办结18件，结转下年2件，受理线下信息公开申请5件，全部办结。",
            ["received=20@part", "concluded=18@part", "carried_forward=2@part", "received=5@part"],
        ),
        (
            "收到网上申请20件，予以公开9件，收到信函申请5件，予以公开2件，共予以公开11件。",
            ["received=20@part", "granted=9@part", "received=5@part", "granted=2@part", "granted=11"],
        ),
        ("收到网上申请20件，收到信函申请5件，办结25件。", ["received=20@part", "received=5@part", "concluded=25"]),
        (
            "收到申请20件，办结18件，收到网上申请5件，办结5件。",
            ["received=20@part", "concluded=18@part", "received=5@part", "concluded=5@part"],
        ),
        (
            "收到网上申请20件，予以公开9件，收到信函申请5件，不予公开6件。",
            ["received=20@part", "granted=9@part", "received=5@part", "refused=6"],
        ),
    ],
)
def test_what_became_of_requests_of_each_kind_stands_behind_them(text: str, due: list[str]) -> None:
    """Where something is told of each of several kinds of requests, no more than these are, it is of that kind."""
    assert read(text) == due
