"""Narrative against tables: what the words claim and what the tables state."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.checks import check, rules
from govdisclosure.model.findings import Quote
from govdisclosure.model.message import Message
from govdisclosure.model.values import NA, CellValue

T3 = "requests.total"
T4 = "review_and_litigation"
T2 = "proactive_disclosure"
CODES = [
    *("TEXT-RECEIVED", "TEXT-CARRIED-OVER", "TEXT-GRANTED", "TEXT-PARTIAL", "TEXT-REFUSED", "TEXT-UNAVAILABLE"),
    *("TEXT-NOT-PROCESSED", "TEXT-OTHER", "TEXT-CONCLUDED", "TEXT-CARRIED-FORWARD", "TEXT-RECONSIDERATION"),
    *("TEXT-LITIGATION", "TEXT-RULES", "TEXT-DOCUMENTS", "TEXT-LICENSING", "TEXT-PENALTIES", "TEXT-COMPULSION"),
    "TEXT-FEES",
]

WITH_CARRIED_OVER: dict[str, CellValue] = {
    f"{T3}.newly_received": 9,
    f"{T3}.carried_over": 3,
    f"{T3}.outcomes.total": 10,
    f"{T3}.carried_forward": 2,
}


def found_in(text: str, *, year: int = 2021, cells: dict[str, CellValue] | None = None) -> list[tuple[str, str]]:
    """Give the codes and the first paths of the findings on a text."""
    report = build_report(year=year, cells=cells, overview=[text])
    return [(each.code, each.paths[0]) for each in check(report, select="TEXT")]


def test_every_code_is_a_rule() -> None:
    """One rule for each kind of claim."""
    assert [each.code for each in rules() if each.code.startswith("TEXT-")] == CODES


def test_words_that_fit_no_reading_are_a_warning() -> None:
    """The finding quotes the words as published, and gives the readings that were tried."""
    report = build_report(overview=["无", "2021年，本單位收到申請12件，12件申請均經審查已予以公開。"])

    (finding,) = check(report, select="TEXT")

    granted = f"{T3}.outcomes.granted"
    assert finding == gd.Finding(
        (granted,),
        expected=11,
        actual=12,
        quote=Quote("overview[1]", 17, 31, "12件申請均經審查已予以公開"),
        code="TEXT-GRANTED",
        severity=gd.Severity.WARNING,
        law="Art. 50",
        message=Message(
            zh=(
                "一、总体情况第2段写“12件申請均經審查已予以公開”，表三「总计」列「（一）予以公开」填的是 11，"
                "请核对后改正其中一处。"
            ),
            en=(
                f"一、总体情况, paragraph 2 says “12件申請均經審查已予以公開”, but {granted} is 11; "
                "compare both and correct one of them"
            ),
        ),
        details={
            "cells": [granted],
            "readings": [
                {"cells": [granted], "figure": 11},
                {"cells": [granted, f"{T3}.outcomes.partially_granted"], "figure": 11},
            ],
        },
    )


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("收到申请13件。", "TEXT-RECEIVED", f"{T3}.newly_received"),
        ("未收到政府信息公开申请。", "TEXT-RECEIVED", f"{T3}.newly_received"),
        ("收到申请13件（含上年结转0件）。", "TEXT-RECEIVED", f"{T3}.newly_received"),
        ("上年结转3件。", "TEXT-CARRIED-OVER", f"{T3}.carried_over"),
        ("予以公开9件。", "TEXT-GRANTED", f"{T3}.outcomes.granted"),
        ("部分公开1件。", "TEXT-PARTIAL", f"{T3}.outcomes.partially_granted"),
        ("不予公开2件。", "TEXT-REFUSED", f"{T3}.outcomes.refused.state_secret"),
        ("无法提供2件。", "TEXT-UNAVAILABLE", f"{T3}.outcomes.unavailable.not_held"),
        ("不予处理2件。", "TEXT-NOT-PROCESSED", f"{T3}.outcomes.not_processed.petition_or_complaint"),
        ("其他处理2件。", "TEXT-OTHER", f"{T3}.outcomes.other.not_corrected_in_time"),
        ("答复申请9件。", "TEXT-CONCLUDED", f"{T3}.outcomes.total"),
        ("结转下年度2件。", "TEXT-CARRIED-FORWARD", f"{T3}.carried_forward"),
        ("行政复议2件。", "TEXT-RECONSIDERATION", f"{T4}.reconsideration.total"),
        ("行政复议结果维持2件。", "TEXT-RECONSIDERATION", f"{T4}.reconsideration.upheld"),
        ("行政诉讼2件。", "TEXT-LITIGATION", f"{T4}.litigation.direct.total"),
        ("复议后起诉2件。", "TEXT-LITIGATION", f"{T4}.litigation.after_reconsideration.total"),
        ("行政诉讼尚未审结2件。", "TEXT-LITIGATION", f"{T4}.litigation.direct.pending"),
        ("制定规章1件。", "TEXT-RULES", f"{T2}.rules.issued"),
        ("制发规范性文件3件。", "TEXT-DOCUMENTS", f"{T2}.normative_documents.issued"),
        ("废止规范性文件3件。", "TEXT-DOCUMENTS", f"{T2}.normative_documents.repealed"),
        ("公开规范性文件5件。", "TEXT-DOCUMENTS", f"{T2}.normative_documents.issued"),
        ("公开规范性文件1件。", "TEXT-DOCUMENTS", f"{T2}.normative_documents.issued"),
        ("行政许可7件。", "TEXT-LICENSING", f"{T2}.licensing.decisions"),
        ("行政处罚7件。", "TEXT-PENALTIES", f"{T2}.penalties.decisions"),
        ("行政强制7件。", "TEXT-COMPULSION", f"{T2}.compulsion.decisions"),
        ("行政事业性收费7万元。", "TEXT-FEES", f"{T2}.fees.amount"),
    ],
)
def test_claim_against_its_cell(text: str, code: str, path: str) -> None:
    """Each kind of claim is held against its own cells."""
    assert found_in(text) == [(code, path)]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请12件，答复12件，予以公开11件，不予公开1件，无法提供0件，不予处理0件，其他处理0件，结转下年度0件。",
        "收到申请12件（含上年结转0件），办理申请12件。",
        "未发生行政复议、行政诉讼。",
        "制发规范性文件2件，废止0件，现行有效4件。",
        "公开规范性文件3件。",
        "行政许可8件，行政处罚2件，行政强制0件，无行政事业性收费。",
        "去年收到申请99件，全年收到申请约90件，其中县公安局收到申请80件。",
        "收取信息处理费100元。",
    ],
)
def test_words_that_fit_say_nothing(text: str) -> None:
    """What agrees, what is approximate, last year's, of one office, or without a cell."""
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("新收政府信息公开申请12件，延期答复3件。", []),
        ("收到申请12件，依法延期答复申请3件。", []),
        ("收到申请12件，口头答复3件。", []),
        ("收到申请12件，以电子邮件方式答复3件。", []),
        ("收到申请12件，当面予以答复3件。", []),
        ("收到申请12件，3件当场书面答复。", []),
        ("提前办结3件。", []),
        ("书面答复10件，口头答复2件，共答复11件。", ["TEXT-CONCLUDED"]),
        ("收到申请12件，均书面答复11件。", ["TEXT-CONCLUDED"]),
        ("成都市某局口头答复3件。", []),
        ("收到申请12件，按时答复10件。", ["TEXT-CONCLUDED"]),
        ("收到申请12件，当场登记，共答复10件。", ["TEXT-CONCLUDED"]),
    ],
)
def test_answers_of_one_kind_are_not_all_answers(text: str, due: list[str]) -> None:
    """Those given late, on the spot or in some form are a part, unless the words say that it is all of them."""
    cells: dict[str, CellValue] = {f"{T3}.outcomes.total": 12, f"{T3}.outcomes.granted": 11}
    assert [code for code, _ in found_in(text, cells=cells)] == due


GROUNDS: dict[str, CellValue] = {
    f"{T3}.outcomes.refused.state_secret": 1,
    f"{T3}.outcomes.refused.third_party_rights": 2,
    f"{T3}.outcomes.unavailable.not_held": 2,
    f"{T3}.outcomes.unavailable.needs_creation": 1,
}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("其中2件因涉及第三方合法权益不予公开。", []),
        ("其中1件因涉及国家秘密不予公开。", []),
        ("涉及第三方合法权益不予公开2件。", []),
        ("收到申请共9件，其中5件涉及商业秘密，经征求第三方意见，2件不予公开。", ["TEXT-RECEIVED"]),
        ("因涉及国家秘密不予公开1件、涉及商业秘密不予公开2件。", []),
        ("因涉及国家秘密、商业秘密不予公开3件。", []),
        ("因本机关不掌握无法提供2件。", []),
        ("其中1件因涉及第三方合法权益不予公开。", ["TEXT-REFUSED"]),
        ("其中2件因涉及国家秘密不予公开。", ["TEXT-REFUSED"]),
        ("没有因涉及国家秘密不予公开的情形。", ["TEXT-REFUSED"]),
        ("因没有现成信息无法提供2件。", ["TEXT-UNAVAILABLE"]),
        ("不予公开2件。", ["TEXT-REFUSED"]),
        ("严格审查商业秘密。不予公开2件。", ["TEXT-REFUSED"]),
        ("收到涉及商业秘密的申请2件，予以公开0件，不予公开2件。", ["TEXT-GRANTED", "TEXT-REFUSED"]),
    ],
)
def test_outcomes_on_one_ground_can_be_those_of_its_row(text: str, due: list[str]) -> None:
    """Table III has a row for each ground: what the words say of one is of that row or of all, and of no other."""
    assert sorted(code for code, _ in found_in(text, cells=GROUNDS)) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到重复申请1件。", []),
        ("收到信访举报投诉类申请1件。", []),
        ("收到涉及征地拆迁的政府信息公开申请5件。", []),
        ("受理土地征收类政府信息公开申请5件。", []),
        ("新收征地补偿方面的政府信息公开申请5件。", []),
        ("收到延期答复的申请3件。", []),
        ("收到需补正的申请3件。", []),
        ("未收到涉及征地拆迁的政府信息公开申请。", []),
        ("没有重复申请。", []),
        ("收到各类政府信息公开申请5件。", ["TEXT-RECEIVED"]),
        ("收到政府信息公开类申请5件。", ["TEXT-RECEIVED"]),
        ("收到关于政府信息公开的申请5件。", ["TEXT-RECEIVED"]),
        ("收到申请5件，涉及征地拆迁。", ["TEXT-RECEIVED"]),
    ],
)
def test_requests_of_one_kind_are_not_all_requests(text: str, due: list[str]) -> None:
    """Those on one matter, or in one state, are a part; 各类 and what a request is for anyway make none."""
    assert [code for code, _ in found_in(text)] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        *((f"{kind}行政处罚1件。", []) for kind in ("不予", "免予", "撤销", "减轻", "从轻", "重大", "当场")),
        *(
            (f"作出{kind}行政许可决定1件。", [])
            for kind in ("不予", "注销", "变更", "延续", "撤销", "新增", "准予变更")
        ),
        ("解除行政强制措施1件。", []),
        ("公示重大行政处罚9件。", []),
        ("未作出不予行政处罚决定。", []),
        ("未发生行政许可变更。", []),
        ("作出行政处罚1件，其中减轻行政处罚1件。", ["TEXT-PENALTIES"]),
        ("准予行政许可7件。", ["TEXT-LICENSING"]),
        ("未作出行政处罚决定。", ["TEXT-PENALTIES"]),
    ],
)
def test_decisions_of_one_kind_are_not_all_decisions(text: str, due: list[str]) -> None:
    """Parts of the decisions, and the opposite of them, are no claim; what stands beside them goes on being one."""
    assert [code for code, _ in found_in(text)] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("未经复议直接起诉的行政诉讼0件。", []),
        ("未发生未经复议直接起诉的行政诉讼案件。", []),
        ("直接起诉的行政诉讼案件为0件。", []),
        ("未经复议而直接向法院提起的政府信息公开行政诉讼0件。", []),
        ("直接提起的行政诉讼0件，经行政复议后提起的行政诉讼1件。", []),
        ("行政诉讼（未经复议直接起诉）0件。", []),
        ("行政诉讼1件，其中直接起诉的行政诉讼0件，复议后起诉的行政诉讼1件。", []),
        ("未经复议直接起诉的行政诉讼1件。", [f"{T4}.litigation.direct.total"]),
        ("直接起诉的行政诉讼案件为1件。", [f"{T4}.litigation.direct.total"]),
        ("复议后起诉的行政诉讼2件。", [f"{T4}.litigation.after_reconsideration.total"]),
        ("未发生复议后起诉的行政诉讼案件。", [f"{T4}.litigation.after_reconsideration.total"]),
        ("未发生行政诉讼。", [f"{T4}.litigation.direct.total"]),
    ],
)
def test_litigation_of_one_block_is_held_against_that_block(text: str, due: list[str]) -> None:
    """Cases that went to court at once, or after a reconsideration, as the form tells them apart."""
    direct, after = f"{T4}.litigation.direct", f"{T4}.litigation.after_reconsideration"
    cells: dict[str, CellValue] = {
        **{f"{direct}.{name}": 0 for name in ("upheld", "corrected", "other", "pending", "total")},
        **{f"{after}.{name}": 0 for name in ("corrected", "other", "pending")},
        **{f"{after}.{name}": 1 for name in ("upheld", "total")},
    }
    assert [path for _, path in found_in(text, cells=cells)] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("我局收到政府信息公开申请10件，下属单位收到2件。", []),
        ("本局机关收到政府信息公开申请10件，所属事业单位收到2件。", []),
        ("我局共收到申请10件，直属机构2件。", []),
        ("我局收到申请10件，办结10件；各下属单位收到申请2件，办结2件。", []),
        ("我局收到申请10件，予以公开8件；下属单位收到申请2件。", []),
        ("下属单位收到申请2件，我局收到申请10件。", []),
        ("我局作出行政处罚1件，下属单位作出行政处罚1件。", []),
        ("各下属单位收到申请2件。", []),
        ("制发规范性文件5件，我局收到申请10件，下属单位收到2件。", ["TEXT-DOCUMENTS"]),
        ("我局收到申请10件，下属单位未收到申请。", ["TEXT-RECEIVED"]),
        ("我局收到申请10件，其中下属单位收到申请2件。", ["TEXT-RECEIVED"]),
        ("我局收到申请10件，通过网络收到8件。", ["TEXT-RECEIVED"]),
        ("我局及下属单位收到申请10件，下属单位收到2件。", ["TEXT-RECEIVED"]),
        ("全局收到申请10件，下属单位收到2件。", ["TEXT-RECEIVED"]),
        ("下属单位收到申请2件，我局共收到申请13件。", ["TEXT-RECEIVED"]),
    ],
)
def test_own_office_beside_others_is_one_of_several(text: str, due: list[str]) -> None:
    """What one's own office received is not all, where what others received is told beside it, and not as a part."""
    assert [code for code, _ in found_in(text)] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到自然人、法人提出的政府信息公开申请各6件。", []),
        ("收到自然人、法人提出的政府信息公开申请各有6件。", []),
        ("两个单位各收到申请6件。", []),
        ("现场、网上政府信息公开申请各6件。", []),
        ("收到自然人、法人提出的政府信息公开申请各0件。", ["TEXT-RECEIVED"]),
        ("受理并办结政府信息公开申请各10件。", ["TEXT-RECEIVED", "TEXT-CONCLUDED"]),
    ],
)
def test_requests_of_each_of_several_are_not_all_requests(text: str, due: list[str]) -> None:
    """各6件 counts twice; nought of each is nought in all, and each of two deeds is a claim of its own."""
    assert [code for code, _ in found_in(text)] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("公开了9件行政许可。", ["TEXT-LICENSING"]),
        ("公开了9件行政许可决定。", ["TEXT-LICENSING"]),
        ("公示9件行政许可信息。", ["TEXT-LICENSING"]),
        ("主动公开9件行政许可和9件行政处罚。", ["TEXT-LICENSING", "TEXT-PENALTIES"]),
        ("公开了7件行政许可。", []),
        ("公开了7件行政许可决定。", []),
        ("公开了9项行政许可。", []),
        ("公开了9件行政许可事项。", []),
        ("公示9件行政许可申请。", []),
    ],
)
def test_no_more_decisions_are_published_than_were_made(text: str, due: list[str]) -> None:
    """A number before them counts them as one behind them does; fewer are no contradiction, nor are their kinds."""
    assert [code for code, _ in found_in(text)] == due


@pytest.mark.parametrize(
    ("text", "cells", "due"),
    [
        ("收到申请14件。", {f"{T3}.newly_received": None}, ["TEXT-RECEIVED"]),
        ("上年结转3件。", {f"{T3}.carried_over": NA}, ["TEXT-CARRIED-OVER"]),
        ("部分公开3件。", {f"{T3}.outcomes.partially_granted": None}, ["TEXT-PARTIAL"]),
        ("行政许可3件。", {f"{T2}.licensing.decisions": None}, []),
        ("行政许可3件。", {f"{T2}.licensing.decisions": NA}, ["TEXT-LICENSING"]),
        ("予以公开13件。", {f"{T3}.outcomes.partially_granted": 2}, []),
        ("予以公开12件。", {f"{T3}.outcomes.partially_granted": 2}, ["TEXT-GRANTED"]),
        ("不予公开3件。", {f"{T3}.outcomes.partially_granted": 2}, []),
        ("办理申请15件。", {f"{T3}.carried_over": 3}, []),
        ("办结申请15件。", {f"{T3}.carried_over": 3}, ["TEXT-CONCLUDED"]),
        ("辦結申請15件。", {f"{T3}.carried_over": 3}, ["TEXT-CONCLUDED"]),
        ("办结法定办理期限内的申请15件。", {f"{T3}.carried_over": 3}, ["TEXT-CONCLUDED"]),
        ("办理申请12件。", {f"{T3}.outcomes.total": 11, f"{T3}.carried_forward": 1}, []),
        ("接收处理申请12件。", {f"{T3}.outcomes.total": 11, f"{T3}.carried_forward": 1}, []),
        ("接收处理申请14件。", {}, ["TEXT-RECEIVED"]),
        ("不予处理12件。", {f"{T3}.carried_over": 0}, ["TEXT-NOT-PROCESSED"]),
        ("主动公开行政许可5件。", {f"{T2}.licensing.decisions": 9}, []),
        ("主动公开行政许可9件。", {f"{T2}.licensing.decisions": 9}, []),
        ("主动公开行政许可12件。", {f"{T2}.licensing.decisions": 9}, ["TEXT-LICENSING"]),
        ("公示行政处罚3件、行政强制1件。", {}, ["TEXT-PENALTIES", "TEXT-COMPULSION"]),
        (
            "收到申请12件，办结10件，结转下年度2件。",
            WITH_CARRIED_OVER,
            [],
        ),
        (
            "收到申请13件，办结10件，结转下年度2件。",
            WITH_CARRIED_OVER,
            ["TEXT-RECEIVED"],
        ),
        ("收到申请12件（上年结转2件，结转下年度0件）。", {f"{T3}.newly_received": 10, f"{T3}.carried_over": 2}, []),
        ("收到申请13件（上年结转2件）。", {f"{T3}.newly_received": 10, f"{T3}.carried_over": 2}, ["TEXT-RECEIVED"]),
    ],
)
def test_blank_says_nothing_but_where_sums_do(text: str, cells: dict[str, CellValue], due: list[str]) -> None:
    """A blank cell is silent, a blank total of stated parts and "/" are not; several readings are tried."""
    assert [code for code, _ in found_in(text, cells=cells)] == due


def test_blank_without_parts_says_nothing() -> None:
    """A total whose parts are all blank states nothing."""
    blank = gd.Requests.blank()

    report = build_report(overview=["收到申请14件，予以公开3件，不予公开2件。"], requests=blank)

    assert list(check(report, select="TEXT")) == []
    assert list(check(build_report(overview=["收到申请14件。"], requests=None), select="TEXT")) == []


@pytest.mark.parametrize(
    ("text", "amount", "due"),
    [
        ("行政事业性收费62.96万元。", "62.96", []),
        ("行政事业性收费62.96万元。", "62.960", []),
        ("行政事业性收费63万元。", "62.96", []),
        ("行政事业性收费62万元。", "62.96", ["62.96"]),
        ("行政事业性收费629600元。", "62.96", []),
        ("行政事业性收费629649元。", "62.96", []),
        ("行政事业性收费0.13万元。", "0.125", []),
        ("行政事业性收费2.35亿元。", "23512.34", []),
        ("行政事业性收费2.36亿元。", "23512.34", ["23512.34"]),
        ("行政事业性收费2亿元。", "23512.34", []),
        ("行政事业性收费2.351243亿元。", "23512.34", ["23512.34"]),
        ("行政事业性收费0.12万元。", "0.125", []),
        ("行政事业性收费0.14万元。", "0.125", ["0.125"]),
        ("行政事业性收费1.123456789012万元。", "123456789012345678", ["123456789012345678"]),
        ("行政事业性收费1200元。", "0", ["0"]),
        ("无行政事业性收费。", "0.3", ["0.3"]),
        ("无行政事业性收费。", "0.00", []),
    ],
)
def test_fees_compare_as_amounts(text: str, amount: str, due: list[str]) -> None:
    """In 元 or 万元, rounded on either side and a tie either way, but nought is nought; the finding gives text."""
    report = build_report(overview=[text], cells={f"{T2}.fees.amount": Decimal(amount)})

    assert [each.expected for each in check(report, select="TEXT")] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("制发规范性文件2件，现行有效4件，行政许可8件。", []),
        ("制发规范性文件3件。", [("TEXT-DOCUMENTS", f"{T2}.normative_documents.made")]),
        ("现行有效规范性文件3件。", [("TEXT-DOCUMENTS", f"{T2}.normative_documents.disclosed_total")]),
        ("废止规范性文件3件，行政事业性收费5万元。", []),
        ("其他处理3件。", [("TEXT-OTHER", f"{T3}.outcomes.other")]),
    ],
)
def test_tables_of_2019(text: str, due: list[tuple[str, str]]) -> None:
    """Where edition 2019 has no such cell, nothing is checked."""
    assert found_in(text, year=2020) == due


def told(report: gd.AnnualReport) -> list[tuple[str, str]]:
    """Give the messages of the findings on what a report says, in Chinese and in English."""
    return [(each.message.zh, each.message.en) for each in check(report, select="TEXT")]


@pytest.mark.parametrize(
    ("text", "cells", "zh", "en"),
    [
        (
            "办结10件。",
            {},
            "表三「总计」列「（七）总计」填的是 12",
            f"{T3}.outcomes.total is 12",
        ),
        (
            "不予公开5件。",
            {},
            "表三「总计」列「（三）不予公开」各项之和是 1",
            f"the cells of {T3}.outcomes.refused come to 1",
        ),
        (
            "收到申请15件（含上年结转2件）。",
            {f"{T3}.carried_over": 2},
            "表三「总计」列「一、本年新收政府信息公开申请数量」与「二、上年结转政府信息公开申请数量」之和是 14",
            f"the sum of {T3}.newly_received and {T3}.carried_over is 14",
        ),
        (
            "行政诉讼2件。",
            {},
            "表四「未经复议直接起诉」栏「总计」与「复议后起诉」栏「总计」之和是 0",
            f"the sum of {T4}.litigation.direct.total and {T4}.litigation.after_reconsideration.total is 0",
        ),
        (
            "部分公开3件。",
            {},
            "表三「总计」列「（二）部分公开」填的是 0",
            f"{T3}.outcomes.partially_granted is 0",
        ),
        (
            "上年结转3件。",
            {f"{T3}.carried_over": NA},
            "表三「总计」列「二、上年结转政府信息公开申请数量」填的是“/”",
            f'{T3}.carried_over is "/"',
        ),
        (
            "收到申请15件。",
            {f"{T3}.newly_received": None},
            "表三「总计」列「一、本年新收政府信息公开申请数量」空着，按其他各格算是 12",
            f"{T3}.newly_received is blank, and must be 12 by the other cells",
        ),
        (
            "行政事业性收费2.5万元。",
            {f"{T2}.fees.amount": Decimal("1.25")},
            "表二「行政事业性收费」行「本年收费金额（单位：万元）」填的是 1.25",
            f"{T2}.fees.amount is 1.25",
        ),
        (
            "主动公开行政许可12件。",
            {},
            "表二「行政许可」行「本年处理决定数量」填的是 8，公开的不应多于作出的",
            f"{T2}.licensing.decisions is 8, and no more can be published than were made",
        ),
    ],
)
def test_messages_say_what_the_words_are_held_against(text: str, cells: dict[str, CellValue], zh: str, en: str) -> None:
    """A cell by its official label and what stands in it; sums are called sums; each figure once."""
    report = build_report(cells=cells, overview=["无", text])

    words = check(report, select="TEXT")[0].quote

    assert words is not None
    assert told(report)[0] == (
        f"一、总体情况第2段写“{words.text}”，{zh}，请核对后改正其中一处。",
        f"一、总体情况, paragraph 2 says “{words.text}”, but {en}; compare both and correct one of them",
    )


def test_messages_say_where_the_words_stand() -> None:
    """Preamble, a note below a table, another section by its heading."""
    report = build_report(
        preamble=["收到申请1件。"],
        overview=["无"],
        other_sections=[gd.OtherSection(heading="七、附件", paragraphs=["无", "收到申请5件。"])],
    )
    assert report.requests is not None
    report.requests.notes = ["共收到申请8件。"]

    assert [(zh.partition("写")[0], en.partition(" says")[0]) for zh, en in told(report)] == [
        ("前言第1段", "前言, paragraph 1"),
        ("七、附件第2段", "七、附件, paragraph 2"),
        (
            "表三下的说明第1段",
            "三、收到和处理政府信息公开申请情况, note 1 to the table",
        ),
    ]


@pytest.mark.parametrize("code", ["TEXT-RECEIVED", "YOY-TEXT"])
def test_a_narrative_beyond_all_measure_is_compared_up_to_where_a_finding_says(code: str) -> None:
    """A hundred thousand characters, a long report five times over; the rest is not passed over in silence."""
    wrong = "收到申请14件，较上年增加90件。"
    filler = "公开栏每月更换。" * 12_500
    previous = build_report(year=2024)

    whole = build_report(year=2025, preamble=[], overview=[filler[: -len(wrong)], wrong])
    longer = build_report(year=2025, preamble=[], overview=[filler[:-1], f"{wrong}{wrong}"])
    whole.problems_and_improvements = whole.other_matters = []

    assert [(each.paths, each.quote is None) for each in check(whole, select=code, previous=previous)] == [
        ((f"{T3}.newly_received",), False)
    ]
    (unread,) = check(longer, select=code, previous=previous)
    assert (unread.paths, unread.details, unread.quote) == (("overview[1]",), {"read": 100_000}, None)
    assert unread.message == Message(
        "正文过长，只有前 100000 字与表格作了核对，一、总体情况第2段未核对完；请人工核对其余部分。",
        "the narrative is too long: the first 100000 characters, up to overview[1], are compared; "
        "compare the rest by hand",
    )


def test_of_all_rules_on_the_narrative_one_says_where_it_ends() -> None:
    """Eighteen rules go by the claims, and a clerk reads it once; any paragraph can be the one."""
    filler = "公开栏每月更换。" * 12_501
    report = build_report(
        overview=["无"], other_sections=[gd.OtherSection(heading="七、附件", paragraphs=["无", filler])]
    )
    noted = build_report(overview=["无"])
    assert noted.requests is not None
    noted.requests.notes = ["无", filler]

    assert [(each.code, each.paths) for each in check(report, select="TEXT")] == [
        ("TEXT-RECEIVED", ("other_sections[0].paragraphs[1]",))
    ]
    assert [(each.code, each.paths) for each in check(noted, select="TEXT")] == [
        ("TEXT-RECEIVED", ("requests.notes[1]",))
    ]
