"""Year-on-year claims: the labelled sentences, and where the words stand."""

from __future__ import annotations

import csv
import re
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import build_report

from govdisclosure.claims import What
from govdisclosure.claims.yearly import Form, Statement, YearlyClaim, yearly_claims, yearly_claims_in

DATA = Path(__file__).parent / "data" / "claims"
FILES = (
    *("yearly_development.tsv", "yearly_held_back.tsv", "yearly_second.tsv", "yearly_third.tsv"),
    "yearly_fourth.tsv",
)
YEAR, AGENCY = 2024, "示例县水务局"
MISREAD = {
    # 8 of the 10 could be requests of 2023.
    "办结政府信息公开申请10件（2023年8件）。",
}


def labelled() -> list[tuple[str, str]]:
    """Give the labelled sentences with their claims, but for the one that is left alone."""
    rows: list[dict[str, str]] = []
    for name in FILES:
        with (DATA / name).open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [(row["claims"], row["sentence"]) for row in rows]


def label(claim: YearlyClaim) -> str:
    """Write a claim as the sentences label it: what it is about, and all that is stated."""
    stated = [
        each.form if each.form in {Form.SAME, Form.HALVED} else f"{each.form}={each.value}" for each in claim.statements
    ]
    return f"{claim.readings[0]}:{'&'.join(stated)}"


def labels(text: str, *, year: int | None = YEAR) -> list[str]:
    """Give the claims of a text as the sentences label them."""
    return [label(claim) for claim in yearly_claims_in(text, year=year, agency=AGENCY)]


@pytest.mark.parametrize(("due", "sentence"), labelled(), ids=lambda value: str(value)[:30])
def test_a_sentence_is_read_as_it_is_labelled(due: str, sentence: str) -> None:
    """Every claim of a labelled sentence, and no other; one sentence is read as saying nothing."""
    assert labels(sentence) == ([] if sentence in MISREAD or due == "-" else due.split())


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2023年收到申请31件，2024年收到申请36件。", ["received:was=31"]),
        ("去年我局共收到政府信息公开申请31件；今年收到36件。", ["received:was=31"]),
        ("去年全年办结申请30件，今年办结35件。", ["concluded:was=30"]),
        # Some of last year's, or nothing of this year beside it.
        ("去年底收到申请3件，今年收到36件。", []),
        ("去年收到网上申请15件，今年收到申请36件。", []),
        ("去年收到申请约30件，今年收到36件。", []),
        ("去年收到申请31件，今年办结35件。", []),
        ("去年收到申请31件，今年收到约36件。", []),
        ("去年收到申请31件。今年收到36件。", []),
        ("2022年收到申请31件，2024年收到36件。", []),
        ("近三年申请量下降，去年收到申请31件，今年收到36件。", []),
        ("去年主动公开规范性文件6件，今年主动公开规范性文件8件，收到申请9件，去年收到申请9件。", ["received:was=9"]),
        ("去年行政事业性收费15万元，今年行政事业性收费12万元，去年办结快。", []),
    ],
)
def test_figure_of_last_year_is_told_beside_the_one_of_this_year(text: str, due: list[str]) -> None:
    """A sentence that gives the figures of both years states what last year's table has."""
    assert labels(text) == due


@pytest.mark.parametrize(
    "some", ["信函申请", "当面申请", "线上申请", "公民申请", "征地类申请", "重复申请", "涉及征地拆迁的政府信息公开申请"]
)
def test_requests_of_one_channel_or_kind_are_no_total(some: str) -> None:
    """They are a part of what came in; requests of all kinds (各类) are not."""
    assert labels(f"收到{some}40件，同比增加9件。") == []
    assert labels("收到各类申请40件，同比增加9件。") == ["received:more=9"]


def test_every_form_stands_among_the_sentences() -> None:
    """At least a hundred sentences, half of them held back, each form in some, and some without any claim."""
    sentences = labelled()
    stated = {word for due, _ in sentences for word in re.findall("[a-z_]+", due.replace(":", " "))}

    assert len(sentences) == 204
    assert set(Form) <= stated
    assert sum(due == "-" for due, _ in sentences) == 72


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The last of several figures is the likeliest, and each before it can be meant.
        ("收到申请12件，办结11件，较上年增加3件。", ["concluded:more=3"]),
        ("新收申请12件，申请量较上年增加3件。", ["received:more=3"]),
        ("新收申请12件，办结数较上年增加3件。", ["concluded:more=3"]),
        ("新收政府信息公开申请12件，较2023年同比增加3件。", ["received:more=3"]),
        ("新收政府信息公开申请12件，与上年9件相比，增加3件。", ["received:was=9&more=3"]),
        ("新收政府信息公开申请12件，去年同期9件。", ["received:was=9"]),
        ("与上年相比，新收申请12件，办结11件，分别增加3件、2件。", ["received:more=3", "concluded:more=2"]),
        ("新收申请12件，由2023年的9件增至12件，增幅33.3%。", ["received:was=9&now=12&up=33.3"]),
        ("新收申请12件，比上年（9件）净增3件。", ["received:was=9&more=3"]),
        ("新收申请12件，比去年的9件多了3件。", ["received:was=9&more=3"]),
        ("收到12件政府信息公开申请，同比2023年增加3件。", ["received:more=3"]),
        ("作出420件行政许可决定，较上年增加20件。", ["licensing:more=20"]),
        # Which 3 of 分别 is of which, where there are two figures or three, nobody says.
        ("新收申请12件、办结11件、上年结转1件，较上年分别增加3件、2件。", []),
        ("新收申请12件、公开信息90条，较上年分别增加3件、2件。", []),
        ("新收申请12件、办结11件，较上年分别增加3件、20%。", []),
        ("新收申请12件、办结11件，较上年增加3件、2件。", ["received:more=3", "concluded:more=2"]),
        (
            "新收申请12件、办结11件，较上年分别增加3件、2件，增长33.3%、22.2%。",
            ["received:more=3&up=33.3", "concluded:more=2&up=22.2"],
        ),
        ("行政复议、信访较上年分别增加1件、2件。本局未收到投诉。", ["reconsideration:more=1"]),
        ("新收申请12件、办结11件，较上年分别增加3件、2件，增长33.3%。", []),
        ("行政复议、行政诉讼、信访较上年分别增加1件、2件。", []),
        # What is compared with something else in between is not compared with last year.
        ("新收申请12件，较上年增加3件，较前年增加5件。", ["received:more=3"]),
        ("新收申请12件，环比增加3件，同比增加2件。", []),
        ("新收申请12件，较2022年增加5件、比2023年增加3件。", []),
        ("新收申请12件，较上年增加3件行政复议。", []),
        ("新收申请12件，较上年增加3件均按期办结。", ["received:more=3"]),
        ("今年较上年增加3件政府信息公开申请。", ["received:more=3"]),
        ("新收申请12件，较上年增加3件（次）。", []),
        ("现行有效规范性文件30件，制发5件，较上年增加1件。", ["documents_issued:more=1"]),
        # Money is rounded, so that only shares of it are plain.
        ("行政事业性收费12.5万元，较上年下降20%。", ["fees:down=20"]),
        ("行政事业性收费12.5万元，是上年的2倍。", []),
        # Some of the decisions, documents that are new or in force, both requests and answers.
        ("公开行政处罚35件，较上年减少5件。", []),
        ("主动公开行政规范性文件5件，较上年增加1件。", []),
        ("收到并办结政府信息公开申请12件，较上年增加3件。", ["received:more=3"]),
        ("收到并办结政府信息公开申请较上年增加3件。", []),
        ("新收政府信息公开申请12件（其中网上9件），较上年增加3件。", ["received:more=3"]),
        ("新收政府信息公开申请12件（网上申请9件，较上年增加3件）。", []),
        ("未收到政府信息公开申请，较上年减少3件。", ["received:fewer=3"]),
        ("和上年结转3件一起，共收到申请12件。", []),
        ("2023年新收申请9件，同比增加3件，2024年新收申请12件。", []),
        ("上年新收申请9件，比上年增长20%。", []),
        # Not exact, not of one unit, not to last year.
        ("新收政府信息公开申请12件，较上年增长一倍半。", []),
        ("新收政府信息公开申请12件，较上年增加1.2万件。", []),
        ("新收政府信息公开申请12件，较上年翻一番多。", []),
        ("新收政府信息公开申请由上年的9余件增至12件。", []),
        ("新收政府信息公开申请由上年的9件增至12件以上。", []),
        ("新收政府信息公开申请由上年的9件增至2025年的12件。", []),
        ("新收政府信息公开申请由2023年的9件增至2024年的12件。", ["received:was=9&now=12"]),
        ("新收政府信息公开申请12件，是2022年的2倍。", []),
        ("新收政府信息公开申请12件，是上年的约2倍。", []),
        ("新收政府信息公开申请12件，增加到3倍。", []),
        ("新收政府信息公开申请12件，较上年增加到3件。", []),
        ("新收政府信息公开申请12件，2022年为9件。", []),
        ("新收政府信息公开申请12件，上年为9件左右。", []),
        ("新收政府信息公开申请12件，上年为9件的水平。", []),
        ("新收政府信息公开申请12件，翻一番。", []),
        ("新收政府信息公开申请12件，减少一半。", []),
        ("新收政府信息公开申请12件，持平。", []),
        ("新收政府信息公开申请12件，较上年质量持平。", []),
        ("新收政府信息公开申请32件，比上年翻3番。", ["received:doubled=3"]),
        ("新收政府信息公开申请12件，较上年增长二点五倍。", ["received:times_more=2.5"]),
    ],
)  # fmt: skip
def test_a_comparison_is_of_what_is_plain(text: str, expected: list[str]) -> None:
    """And of nothing where it is not."""
    assert labels(text) == expected


def test_without_a_report_year_no_year_is_the_one_before() -> None:
    """Words for it need none."""
    assert labels("新收政府信息公开申请12件，较2023年增加3件。", year=None) == []
    assert labels("新收政府信息公开申请12件，较上年增加3件。", year=None) == ["received:more=3"]


def test_a_sentence_that_is_no_sentence_says_nothing() -> None:
    """One of more than a thousand characters is a list."""
    sentence = "新收政府信息公开申请12件，较上年增加3件"
    assert labels(f"{sentence}，{'政务公开' * 240}。") == ["received:more=3"]
    assert labels(f"{sentence}，{'政务公开' * 250}。") == []


def test_claims_know_where_their_words_stand() -> None:
    """From what they are about to the last of their words, as published; each with all that can be meant."""
    text = "全年收到申請１２件，辦結11件，較上年增加3件。"

    assert yearly_claims_in(text, path="overview[1]", year=YEAR) == [
        YearlyClaim(
            readings=(What.CONCLUDED, What.RECEIVED),
            statements=(Statement(Form.MORE, Decimal(3)),),
            path="overview[1]",
            start=10,
            end=23,
            text="辦結11件，較上年增加3件",
        )
    ]


def test_a_heading_tells_what_the_paragraph_below_goes_on_about() -> None:
    """As for all claims; the notes to a table go on about it."""
    report = build_report(
        year=YEAR, overview=["（二）依申请公开情况", "收到12件，较上年增加3件。", "收到12件，较上年增加3件。"]
    )
    assert report.requests is not None
    report.requests.notes = ["收到12件，较上年增加3件。"]

    assert [claim.path for claim in yearly_claims(report)] == ["overview[1]", "requests.notes[0]"]
    report.agency = None
    assert len(list(yearly_claims(report))) == 2


PIECES = (
    *(
        "新收政府信息公开申请",
        "办结",
        "12件",
        "、",
        "，",
        "（",
        "）",
        "；",
        "。",
        "较上年",
        "同比",
        "分别",
        "增加",
        "减少",
    ),
    *(
        "3件",
        "20%",
        "2倍",
        "由",
        "上年的",
        "增至",
        "是",
        "持平",
        "翻一番",
        "一半",
        "其中",
        "行政复议",
        "和",
        "约",
        "2023年",
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_whatever_stands_there_words_are_quoted_from_it(text: str) -> None:
    """Of any text: the claims are in order and quote it."""
    claims = yearly_claims_in(text, year=YEAR)

    assert all(claim.text == text[claim.start : claim.end] and claim.statements for claim in claims)
    assert [claim.end for claim in claims] == sorted(claim.end for claim in claims)


@pytest.mark.property
@pytest.mark.parametrize(
    "piece", ["较上年增加3件，", "新收申请12件，较上年增加3件。", "上年为3件（", "由上年的3件", "分别增加3件、"]
)
def test_time_is_in_step_with_the_length(piece: str) -> None:
    """Ten times as long takes no more than thirty times as long."""

    def seconds(times: int) -> float:
        begin = time.process_time()
        yearly_claims_in(piece * times, year=YEAR)
        return time.process_time() - begin

    seconds(100)
    assert seconds(3_000) < 30 * max(seconds(300), 0.01)
