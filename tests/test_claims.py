"""Claims: the labelled sentences, and what a claim holds."""

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

import govdisclosure as gd
from govdisclosure.claims import Claim, Claims, What, claims, claims_in
from govdisclosure.claims._beginnings import alternatives
from govdisclosure.claims._folded import folded
from govdisclosure.claims._lexicon import KINDS
from govdisclosure.claims._tokens import tokens
from govdisclosure.model.report import OtherSection
from govdisclosure.vocabulary.aligned import _KEPT, Folded, _Characters
from govdisclosure.vocabulary.fold import fold

DATA = Path(__file__).parent / "data" / "claims"
YEAR = 2021
FRESH = (
    *("fresh_development.tsv", "fresh_held_back.tsv", "fresh_second.tsv", "fresh_third.tsv", "fresh_fourth.tsv"),
    *("fresh_fifth.tsv", "fresh_sixth.tsv", "fresh_seventh.tsv", "fresh_eighth.tsv", "fresh_ninth.tsv"),
    *("fresh_tenth.tsv", "fresh_eleventh.tsv", "fresh_twelfth.tsv", "fresh_thirteenth.tsv"),
    *("fresh_fourteenth.tsv", "fresh_fifteenth.tsv", "fresh_sixteenth.tsv"),
)
MISREAD = {
    # What came in and what was answered are both 14.
    "政府信息公开申请，已全部办结，共14件。",
    # 申请 alone can be one for anything.
    "申请量从2023年的41件下降为2024年的35件。",
    # What was granted is told without one of the words for it.
    "依法向申请人公开8件申请信息。",
    # One cause of several of 其他处理, which the form has in a row of its own.
    "另有1件申请因未按期补正作其他处理。",
    "有1件因申请人逾期未按收费通知要求缴费，作其他处理。",
    # 申请 says for what it is only in another sentence, or the noun stands in a clause of its own.
    "全市收到申请量居前三位的部门为公安、自然资源、住建，分别为812件、644件、503件；全年申请总量6021件。",
    "申请10件，其中个人申请9件、企业申请1件。以上均为政府信息公开申请，全年共10件。",
    "信息公开申请，全年14件，均为自然人提出。",
    # Figures of several years, or of cases of two kinds, are told behind all of them.
    "2022年、2023年、2024年全市收到政府信息公开申请分别为980件、1102件、1205件。",
    "被申请行政复议162件、行政诉讼58件，其中因政府信息公开引发的分别为12件和7件。",
    # Which of two figures is that of all cases, and which of the two years' parts, is left alone.
    "以区政府为被申请人的政府信息公开行政复议案件12件；全区政府信息公开行政复议案件36件，其中维持25件。",
    "上半年县局收到申请12件，其中政府信息公开申请0件；全年政府信息公开申请收到0件、办结0件。",
    # A denial of a charge by anyone; a rule can be published by whoever has made it.
    "无任何单位因政府信息公开申请收取费用。",
    "以市政府令形式公布政府规章2件。",
    # What is said to be received behind 其中 is a part, even if it is all.
    "2024年经开区共办理依申请公开14件，其中：受理14件，办结14件。",
    # 未办结1件 is of another clause than where it goes.
    "上年度结转3件政府信息公开申请，今年新收47件。办结49件。未办结1件，结转下一年度。",
    # Words between an outcome and its figure; a total that stands in a sentence of its own.
    "从结果看，无法提供最多，为12件；予以公开10件、不予处理9件、其他处理7件。",
    "本年度办理结果：予以公开6件；部分公开2件；无法提供25件（其中本机关不掌握相关政府信息20件、补正后申请内容仍不明确5件）；不予处理1件；其他处理3件。总计37件。",
}


def rows(*names: str) -> list[dict[str, str]]:
    """Give the rows of files of labelled sentences."""
    sentences: list[dict[str, str]] = []
    for name in names:
        with (DATA / name).open(encoding="utf-8", newline="") as file:
            sentences += csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    return sentences


def labelled(year: int) -> list[tuple[str, str, str]]:
    """Give the labelled sentences of reports on a year: claims, sentence, agency."""
    names = {2021: ("first.tsv", "second.tsv", "third.tsv", "fourth.tsv"), 2024: ("fifth.tsv",)}[year]
    return [(row["claims"], row["sentence"], row["agency"]) for row in rows(*names)]


def label(claim: Claim) -> str:
    """Write a claim as the sentences label it."""
    flags = ("" if claim.exact else "~") + ("@last" if claim.year == "last" else "") + ("" if claim.whole else "@part")
    return f"{('+' if claim.summed else '|').join(claim.readings)}={claim.value}{flags}"


def labels(text: str, *, year: int | None = YEAR, agency: str | None = None) -> list[str]:
    """Give the claims of a text as the sentences label them."""
    return [label(claim) for claim in claims_in(text, year=year, agency=agency)]


@pytest.mark.parametrize(
    ("year", "due", "sentence", "agency"),
    [(year, *case) for year in (2021, 2024) for case in labelled(year)],
    ids=lambda value: str(value)[:30],
)
def test_sentence_is_read_as_it_is_labelled(year: int, due: str, sentence: str, agency: str) -> None:
    """Every claim of a labelled sentence, and no other."""
    assert sorted(labels(sentence, year=year, agency=agency or None)) == sorted(due.split() if due != "-" else [])


def held_against_tables(text: str, agency: str) -> set[str]:
    """Give the claims of a text that are exact, of the report year and of the whole body."""
    every = claims_in(text, year=2024, agency=agency)
    return {label(claim) for claim in every if claim.exact and claim.whole and claim.year == "this"}


def test_what_sentences_state_of_the_tables_is_read_but_for_a_few() -> None:
    """The sentences that were labelled before the grammar knew their kinds, with all that is held against tables."""
    read = {row["sentence"]: held_against_tables(row["sentence"], row["agency"]) for row in rows(*FRESH)}
    due = {row["sentence"]: {*row["claims"].split()} - {"-"} for row in rows(*FRESH)}

    assert {sentence for sentence, claimed in read.items() if claimed != due[sentence]} == MISREAD


def test_claim_holds_its_words_as_published() -> None:
    """Offsets are those of the published text, with blanks, pinyin, traditional script and full-width digits."""
    text = "（三） 本單位收(shōu)到政府信息公開(kāi)申請 １２ 件，都為個人(居民)送達。"

    assert claims_in(text, path="overview[3]", year=YEAR) == [
        Claim(
            what=What.RECEIVED,
            value=12,
            exact=True,
            year="this",
            whole=True,
            path="overview[3]",
            start=7,
            end=33,
            text="收(shōu)到政府信息公開(kāi)申請 １２ 件",
            readings=(What.RECEIVED,),
        )
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("行政事业性收费62.960万元。", Decimal("62.96")),
        ("行政事业性收费三点五万元。", Decimal("3.5")),
        ("行政事业性收费1,200元。", Decimal("0.12")),
        ("行政事业性收费1亿元。", Decimal(10000)),
        ("收到申请一千三百万件。", 13_000_000),
        ("收到申请两千零一件。", 2001),
        ("收到申请廿三件。", 23),
        ("收到申请一万二千三百件。", 12_300),
        ("收到申请一万零五件。", 10_005),
        ("收到申请一万二件。", 12_000),
        ("收到申请三亿五千万件。", 350_000_000),
        ("收到申请三点二万件。", 32_000),
        ("行政事业性收费一万二千元。", Decimal("1.2")),
        ("收到申请1,234,567件。", 1_234_567),
        (f"收到申请{'9' * 18}件。", 10**18 - 1),
    ],
)
def test_number_is_read_in_every_spelling(text: str, value: int | Decimal) -> None:
    """Arabic and Chinese, decimals, 万 and 亿."""
    (claim,) = claims_in(text)

    assert (claim.value, type(claim.value)) == (value, type(value))


@pytest.mark.parametrize(
    "text",
    [
        "收到申请三五件。",
        "收到申请一二件。",
        "收到申请十百件。",
        "收到申请七八十件。",
        "收到申请一万三五件。",
        "制发二万三千本书，收到申请。",
        "收到申请数十件。",
        "收到申请第12件。",
        "收到申请三点百件。",
        "收到申请1万亿亿件。",
        "收到申请1.5.2件。",
        f"收到申请{'9' * 19}件。",
        f"收到申请{'一' * 30}件。",
        f"收到申请{'十' * 19}件。",
    ],
)
def test_what_is_no_number_gives_no_claim(text: str) -> None:
    """Vague, doubtful or endless numbers say nothing."""
    assert labels(text) == []


@pytest.mark.parametrize(
    ("text", "year", "due"),
    [
        ("2021年收到申请12件。", None, ["received=12"]),
        ("2020年收到申请12件。", None, ["received=12"]),
        ("去年收到申请12件。", 2021, ["received=12@last"]),
        ("年底，2020年收到申请12件。", 2021, ["received=12@last"]),
        ("年底，二〇二〇年收到申请12件。", 2021, ["received=12@last"]),
        ("二零二一年收到申请12件。", 2021, ["received=12"]),
        ("2018年收到申请12件。", 2021, []),
        ("2018年未收到申请。", 2021, []),
        ("2018年结转3件。", 2021, []),
        ("2018年结转3件。", None, ["carried_over=3"]),
        ("2件转入2025年度办理。", 2021, []),
        ("2020年收到申请15件，今年收到申请12件。", 2021, ["received=15@last", "received=12"]),
        ("2018年收到申请9件。本年收到申请12件。", 2021, ["received=12"]),
    ],
)
def test_year_of_a_claim(text: str, year: int | None, due: list[str]) -> None:
    """This year, last year, or another one of which nothing is said."""
    assert labels(text, year=year) == due


@pytest.mark.parametrize(
    ("text", "agency", "due"),
    [
        ("县人社局收到申请2件。", "示例县人力资源和社会保障局", ["received=2"]),
        ("县人社局收到申请2件。", "示例县财政局", ["received=2@part"]),
        ("县人社局收到申请2件。", None, ["received=2@part"]),
        ("江安镇收到申请2件。", "江安镇人民政府", ["received=2"]),
        ("石塘镇收到申请2件。", "示例县人民政府", ["received=2@part"]),
        ("石塘镇收到申请2件。", None, ["received=2"]),
        ("县公安局、县教育局等12个部门零申请。", "示例县人民政府", ["received=0@part"]),
        ("其余30家单位未收到政府信息公开申请。", "示例县人民政府", ["received=0@part"]),
        ("全县42家单位收到政府信息公开申请132件。", "示例县人民政府", ["received=132"]),
        ("江安镇收到申请3件。", "示例县江安镇人民政府", ["received=3"]),
        (
            "县财政局收到申请2件。其中，予以公开1件。不予公开3件。",
            "示例县人民政府",
            ["received=2@part", "granted=1@part", "refused=3"],
        ),
        ("县财政局收到申请2件，全县收到申请9件。", "示例县人民政府", ["received=2@part", "received=9"]),
    ],
)
def test_office_of_a_claim(text: str, agency: str | None, due: list[str]) -> None:
    """The body that reports, by its name or a short form of it, or one office of several."""
    assert labels(text, agency=agency) == due


def test_claims_come_from_every_section_with_their_paths() -> None:
    """Preamble, narratives, notes beside tables and other sections."""
    report = build_report(
        preamble=["收到申请1件。"],
        overview=["收到申请2件。"],
        problems_and_improvements=["收到申请3件。"],
        other_matters=["收到申请4件。"],
        other_sections=[OtherSection(heading="七、附", paragraphs=["无", "收到申请5件。"])],
    )
    assert report.requests is not None
    report.requests.notes = ["共收到8件。"]

    assert [(claim.path, claim.value) for claim in claims(report)] == [
        ("preamble[0]", 1),
        ("overview[0]", 2),
        ("requests.notes[0]", 8),
        ("problems_and_improvements[0]", 3),
        ("other_matters[0]", 4),
        ("other_sections[0].paragraphs[1]", 5),
    ]


def test_heading_tells_what_the_paragraph_below_it_is_about() -> None:
    """收到8件 below （二）依申请公开 is of requests; below a heading on proposals it is not."""
    report = build_report(
        overview=["（二）依申请公开", "全年共收到8件。", "全年共收到9件。", "（三）建议提案办理", "全年答复7件。"],
        other_matters=["无"],
    )

    assert [(claim.path, claim.value) for claim in claims(report)] == [("overview[1]", 8)]


def test_what_a_section_is_about_ends_at_an_empty_paragraph() -> None:
    """Beside table III 收到12件 is of requests; behind an empty note nobody knows what it is of."""
    report = build_report(overview=None, other_matters=None)
    assert report.requests is not None
    read = []
    for notes in (["收到12件，办结12件。"], ["本表如下。", "收到12件，办结12件。"], ["", "收到12件，办结12件。"]):
        report.requests.notes = notes
        read.append([(claim.path, claim.value) for claim in claims(report)])

    first, behind_text, behind_nothing = read
    assert first == [("requests.notes[0]", 12), ("requests.notes[0]", 12)]
    assert behind_text == [("requests.notes[1]", 12), ("requests.notes[1]", 12)]
    assert behind_nothing == []


def test_claims_are_a_sequence_and_can_be_asked_for_by_what_they_are_about() -> None:
    """By index, by slice, by length, and all that are about one of several things."""
    report = build_report(overview=["2021年收到政府信息公开申请12件，予以公开11件，不予公开1件。"], other_matters=None)

    every = claims(report)

    received, granted, refused = every
    assert (every[0], every[1:], len(every)) == (received, Claims([granted, refused]), 3)
    assert every.of(What.REFUSED, What.RECEIVED) == Claims([received, refused])
    assert list(every.of(What.FEES)) == []


ALPHABET = sorted({character for pattern in KINDS.values() for character in pattern} | set("0123456789 。，；（）某甲"))
EVERY_KIND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items()))


def in_one_pattern(text: str) -> list[tuple[str, str, int]]:
    """Give the words of a text, all kinds being tried at each place."""
    words = []
    for word in EVERY_KIND.finditer(text):
        kind = next(kind for kind in KINDS if word[kind] is not None)
        words.append((kind, word[0], word.start()))
    return words


@given(st.lists(st.one_of(st.sampled_from(ALPHABET), st.sampled_from([text for _, text, _ in labelled(2021)]))))
def test_words_begin_with_what_their_patterns_begin_with(pieces: list[str]) -> None:
    """The words of a text are those that are seen if every kind is tried at every place."""
    text = fold("".join(pieces))

    assert [(kind, word[0], word.start()) for kind, word in tokens(text)] == in_one_pattern(text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("上年|去年", set("上去")),
        ("尚?未审结", set("尚未")),
        ("(?:均|暂)?无", set("均暂无")),
        ("(?:予以|同意)(?:了)?公开", set("予同")),
        ("予?(?P<what>公|开)*办{0,2}结", set("予公开办结")),
        ("年{1,2}月", set("年")),
        ("年++月", set("年")),
        (r"[)\]】]", set(")]】")),
        ("(?<![0-2])[3-5]{1,2}月", set("345")),
        ("(?!上年)[上去](?=年|月)年", set("上去")),
        ("^未|$无", set("未无")),
        (r"\.[0-9]", set(".")),
    ],
)
def test_beginnings_of_patterns(pattern: str, expected: set[str]) -> None:
    """What may be left out is one of them, and what comes after it; what looks around is none."""
    assert "|".join(alternative for alternative, _ in alternatives(pattern)) == pattern
    assert {character for _, characters in alternatives(pattern) for character in characters} == expected


@pytest.mark.property
@given(st.text() | st.text(st.sampled_from("信息公開(gōng)（kāi）１２㎡ \u200b①é件")))
def test_a_paragraph_is_folded_one_character_at_a_time(text: str) -> None:
    """Each character of the folded text has the place of the one that it comes from."""
    result = folded(text)

    assert len(result.text) == len(result.places)
    assert "".join(fold(text[place]) for place in dict.fromkeys(result.places)) == result.text


def test_pinyin_and_blanks_have_no_place() -> None:
    """What is folded away is passed over, what becomes several characters is one place for all of them."""
    assert folded("收(shōu)到 １件㎡") == Folded("收到1件m2", [0, 7, 9, 10, 11, 11])


def test_no_more_characters_are_kept_than_reports_have() -> None:
    """A text of a great many different characters is folded like any other, but not remembered."""
    characters = _Characters()
    text = "".join(map(chr, range(0x3400, 0x3400 + _KEPT + 100)))

    assert text.translate(characters) == "".join(map(fold, text))
    assert len(characters) == _KEPT


def test_report_without_sections_and_agency_has_no_claims() -> None:
    """Null sections are passed over."""
    report = gd.AnnualReport()

    assert list(claims(report)) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("没有行政复议纠错案件。", ["reconsideration_corrected=0"]),
        ("不予公开、无法提供、不予处理均为0件。", ["refused=0", "unavailable=0", "not_processed=0"]),
        ("不予公开、无法提供8件。", []),
        ("收到申请和不予公开0件。", ["refused=0"]),
        ("收到申请和答复均为0件。", []),
        ("第一季度政府信息公开申请为零。", ["received=0@part"]),
        ("法人提出的政府信息公开申请为零。", []),
        ("逾期未答复政府信息公开申请为零。", []),
        ("出庭应诉行政诉讼案件6件，其中维持5件。", []),
        (
            "审理行政复议案件20件，维持12件。因政府信息公开被申请行政复议2件，维持1件。",
            ["reconsideration=2", "reconsideration_upheld=1"],
        ),
        ("梳理规范性文件96件，拟保留70件，拟废止26件。", []),
        ("县住建局、县水利局分别收到政府信息公开申请13件、9件。", ["received=13@part"]),
        (
            "收到政府信息公开申请24件，办结26件（含上年结转2件）。",
            ["received|received_with_carried_over=24", "concluded=26", "carried_over=2"],
        ),
        ("结转下年度政府信息公开申请为零。", ["carried_forward=0"]),
        ("制发公文、规范性文件共35件。", []),
        ("制定规章、规范性文件5件。", []),
        ("制定规章、规范性文件0件。", ["documents_issued=0", "rules_issued=0"]),
        ("行政处罚、行政强制35件。", []),
        ("行政处罚、行政强制0件。", ["penalties=0", "compulsion=0"]),
        ("信访、行政复议3件。", []),
        ("行政复议、行政诉讼3件。", []),
        ("发生3件行政复议和行政诉讼。", []),
        ("收到咨询和依申请公开12件。", []),
        ("予以公开、部分公开10件。", []),
        ("维持3件。", []),
        ("规范性文件：制发2件、废止1件。", ["documents_issued=2", "documents_repealed=1"]),
        ("受理并答复政府信息公开申请12件。", ["received=12", "concluded=12"]),
        ("作出2件行政许可。", []),
        ("收取罚款200元。", []),
        ("信息处理费：未收取罚款200元。", []),
        ("发生信息处理费，罚款200元。", []),
        ("收费200元。", []),
        ("未产生费用。", []),
        ("没有行政许可权。", []),
        ("公开规章3件。", ["rules_issued|rules_in_force=3"]),
        (
            "收到申请12件（含上年结转2件，含往年结转1件）。",
            ["received_with_carried_over=12", "carried_over=2@part", "carried_over=1@part"],
        ),
        ("全年行政复议0、行政诉讼0。", ["reconsideration=0", "litigation=0"]),
        ("建议提案零申请。", []),
        (
            "复议和诉讼情况：行政复议2件，结果维持2件；未经复议直接起诉1件，结果纠正1件。",
            ["reconsideration=2", "reconsideration_upheld=2", "litigation_direct=1", "litigation_corrected=1"],
        ),
        ("抽查的20件答复文书中有3件不规范。", []),
        ("自条例实施至2021年底，共收到政府信息公开申请86件。", []),
        ("行政复议3件，其中2件依法维持。", ["reconsideration=3", "reconsideration_upheld=2"]),
        ("收到申请5件，3件为本年度新收。", ["received=5"]),
        ("信访事项3件答复。", []),
        ("另有1件政府信息公开申请正在补正。", []),
        ("涉及征地的有1件政府信息公开申请。", []),
        ("制发公文12件，有1件依申请公开。", []),
        ("办结12件，其中1件政府信息公开申请。", ["concluded=12"]),
        ("有3件申请。", []),
        ("因申请人撤回申请终止办理3件。", []),
        ("行政复议机构新收政府信息公开类行政复议申请12件。", []),
        ("被提起行政诉讼1件，上年结转行政诉讼2件。", ["litigation=1"]),
        ("办理完结18件。", ["concluded=18"]),
        ("一般程序行政处罚案件25件，简易程序行政处罚案件120件。", ["penalties=25@part", "penalties=120@part"]),
        ("抽查政府信息公开申请20件。", []),
        ("撤回政府信息公开申请2件。", []),
        ("公开信息2300条，依申请公开信息12条。", []),
        ("公开信息2300条，依申请公开信息0条。", ["received=0"]),
        ("收到申请1件，为上年度结转件。", ["received|received_with_carried_over=1"]),
        (
            "收到申请42件（含2020年底收到、2021年办理的3件）。",
            ["received|received_with_carried_over=42", "concluded=3@part"],
        ),
        ("收到建议3件。另有2件政府信息公开申请结转下年度办理。", ["carried_forward=2"]),
        ("收到建议3件。另有2件申请结转下年度办理。", []),
        ("制发规范性文件2件。另有3件申请结转下年度办理。", ["documents_issued=2", "carried_forward=3"]),
        ("政府信息公开申请：答复3件来信。", []),
        ("办结12件，另有2件，结转下年度办理。", ["concluded=12"]),
        ("办结12件，另有2件因未到期，结转下年度办理。", ["concluded=12", "carried_forward=2"]),
        (
            "被申请行政复议1件，未发生行政诉讼，结果维持1件。",
            ["reconsideration=1", "litigation=0", "reconsideration_upheld=1"],
        ),
    ],
)
def test_list_of_several_things_is_no_claim_on_one_of_them(text: str, due: list[str]) -> None:
    """A number that counts several things together is only understood where it is nought."""
    assert labels(text) == due


@pytest.mark.property
@pytest.mark.parametrize(
    "text",
    [
        *("1" * 100_000, "1," * 50_000, "1,234" * 20_000, "(" * 100_000, "（ā" * 50_000, "公(gong" * 10_000),
        *(
            "一点" * 50_000,
            "未" * 100_000,
            "上年" * 50_000,
            "收到" * 50_000 + "1件",
            "1件" + "不予公开" * 25_000,
            "局" * 100_000,
        ),
    ],
    ids=lambda text: text[:8],
)
def test_long_paragraph_is_read_in_linear_time(text: str) -> None:
    """A hundred thousand characters of digits, brackets or words take no more than some seconds."""
    start = time.perf_counter()

    assert len(claims_in(text)) <= 1

    assert time.perf_counter() - start < 10


_LETTERS = (
    "收到未无申请公开予不答复办结行政复议诉讼规范性文件章制发废止结转上下年其中含件元万一十百12,.。；，（）(ā) \u3000"
)


@given(st.text(alphabet=_LETTERS))
def test_any_text_is_read(text: str) -> None:
    """Whatever the text, words of claims are those of the text at their place."""
    for claim in claims_in(text, year=YEAR, agency="示例局"):
        assert text[claim.start : claim.end] == claim.text
        assert claim.what == claim.readings[0]
        assert claim.value >= 0


def test_a_clause_longer_than_any_sentence_claims_nothing() -> None:
    """Its claims would be as long as it is; the next clause is read as ever, and of the year that it names."""
    filling = "好" * 1_000
    denied, sentence = "未收到申请", "收到政府信息公开申请12件"

    assert claims_in(f"{filling}{sentence}。{filling}{denied}。") == []
    assert [each.value for each in claims_in(f"{filling}{sentence}，{sentence}。")] == [12]
    assert [each.year for each in claims_in(f"去年{filling}，{sentence}。", year=2021)] == ["last"]
    assert [each.value for each in claims_in(f"{filling[: -len(sentence)]}{sentence}。")] == [12]


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        ("未制定、出台规章。", [What.RULES_ISSUED]),
        ("未制定规章和规范性文件。", [What.RULES_ISSUED, What.DOCUMENTS_ISSUED]),
        ("未发生行政复议、复议案件。", [What.RECONSIDERATION]),
    ],
)
def test_what_is_denied_twice_in_a_clause_is_one_claim(text: str, whats: list[What]) -> None:
    """Two words for one thing are no two things."""
    assert [each.what for each in claims_in(text)] == whats


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "行政复议1件，尚未审结。",
            [("reconsideration", 1, "行政复议1件"), ("reconsideration_pending", 1, "行政复议1件，尚未审结")],
        ),
        (
            "行政诉讼3件，均被维持。",
            [("litigation", 3, "行政诉讼3件"), ("litigation_upheld", 3, "行政诉讼3件，均被维持")],
        ),
        ("行政复议2件，维持。", [("reconsideration", 2, "行政复议2件")]),
        ("行政复议0件，均维持。", [("reconsideration", 0, "行政复议0件")]),
        ("行政复议1件，申请人撤销。", [("reconsideration", 1, "行政复议1件")]),
        ("行政复议1件，已撤销。", [("reconsideration", 1, "行政复议1件")]),
        ("行政复议1件，维持率100%。", [("reconsideration", 1, "行政复议1件")]),
        ("收到申请1件，均维持。", [("received", 1, "收到申请1件")]),
        ("均维持。", []),
    ],
)
def test_a_result_of_all_cases_needs_no_number(text: str, due: list[tuple[str, int, str]]) -> None:
    """It is that of the one case, or of all of them where the words say so; its quote has the figure."""
    assert [(claim.what, claim.value, claim.text) for claim in claims_in(text)] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到申请3件（邮寄2件，热线1件），办结3件。", "received=3 concluded=3"),
        ("审核公文8件，通过网络收到申请8件；受理2件。", "received=8@part received=2@part"),
        ("主动公开296件，收到依申请公开5件，不予公开1件。", "received=5 refused=1"),
        ("其中本年新收1件，含上年结转0件，受理申请2件。", "received=1 carried_over=0 received=2@part"),
        ("其中4件转下年；依申请公开5件。", "carried_forward=4"),
        ("其中政府信息公开申请0件。", ""),
        ("政府信息公开申请3件，其中政府信息公开申请2件。", "received=3"),
        ("收到各类申请3件；因政府信息公开引发行政复议6件，其中本年新收8件。", "received=3 reconsideration=6"),
        ("受理申请6件、其中收到申请4件。", "received=6 received=4@part"),
        ("收到政府信息公开申请6件，其中收到依申请公开4件。", "received=6 received=4@part"),
        ("上半年收到申请4件（上年结转2件）。", "received=4@part carried_over=2"),
        ("新收申请6件，含上年结转3件。", "received_with_carried_over=6 carried_over=3"),
        ("新收申请5件，规章3件（上年结转2件）。", "received=5 carried_over=2"),
        ("收到各类申请3件，其中网上申请2件，共5件，另有上年结转3件。", "received=3 carried_over=3"),
        ("收到申请2件，邮寄2件（上年结转1件）。", "received|received_with_carried_over=2 carried_over=1"),
        ("收到政府信息公开申请3件（上年结转3件）。", "received|received_with_carried_over=3 carried_over=3"),
        ("收到政府信息公开申请0件（上年结转2件）。", "received|received_with_carried_over=0 carried_over=2"),
        (
            "政府信息公开申请3件，予以公开3件（含上年结转1件）。",
            "received|received_with_carried_over=3 granted=3 carried_over=1",
        ),
        ("收到申请4件，其中网上3件（含上年结转1件）。", "received_with_carried_over=4 carried_over=1"),
        (
            "收到申请9件，其中办结4件（含上年结转1件）。",
            "received|received_with_carried_over=9 concluded=4 carried_over=1",
        ),
        (
            "收到申请12件，办结14件，含上年结转2件。",
            "received|received_with_carried_over=12 concluded=14 carried_over=2",
        ),
        ("收到申请9件，其中网上5件，上年结转3件。", "received|received_with_carried_over=9 carried_over=3"),
        ("上半年收到申请6件，正式受理3件，共计3件。", "received=6@part received=3@part received=3@part"),
        ("收到申请5件，其中收到书面申请3件，共5件。", "received=5 received=3@part received=5"),
        ("另有上年结转1件；共3件。", "carried_over=1"),
        ("含上年结转2件，依申请公开5件，共计8件。", "carried_over=2 received=5"),
        ("收到政府信息公开申请5件（上年结转2件），合计7件。", "received|received_with_carried_over=5 carried_over=2"),
        ("不予公开0件；不予处理4件，共计1件。", "refused=0 not_processed=4"),
        ("办结5件，其中答复3件，共5件。", "concluded=5 concluded=3@part"),
        ("其中本年新收8件，共6件。", "received=8"),
        ("收到申请5件，办结3件，共5件。", "received=5 concluded=3"),
        ("其他处理5件，共2件。", "other=5"),
        ("依申请公开2件，共3件。", "received=2"),
        ("（上年结转8件），共计3件，收到自然人申请3件。", "carried_over=8 received=3@part"),
        ("其中网上2件。收到自然人申请1件，1件因未到期。", "received=1@part"),
        ("主动公开信息3条，收到自然人申请2件，撤回2件。", "received=2@part"),
        ("新收申请1件，收到申请约8件。", "received=1 received=8~"),
        ("其中3件转下年，延期办结1件。", "carried_forward=3 concluded=1@part"),
        ("上年结转行政复议0件。", ""),
        ("整理行政处罚信息33件。", ""),
        ("公开行政处罚信息33件。", "penalties_published=33"),
        ("政府信息公开行政复议15件，其中征地类12件，其他3件。", "reconsideration=15"),
        (
            "政府信息公开行政复议15件，维持12件，其他3件。",
            "reconsideration=15 reconsideration_upheld=12 reconsideration_other=3",
        ),
        ("行政复议、行政诉讼分别为3件、2件。", "reconsideration=3 litigation=2"),
        ("行政许可、行政处罚分别为3件、2件、1件。", ""),
        ("行政许可、行政处罚的比例分别为3件。", ""),
        ("行政复议、行政诉讼0件。", "reconsideration=0 litigation=0"),
        ("行政复议、行政诉讼、未经复议直接起诉0件。", "litigation_direct=0"),
        ("民事案件较多，有8起行政复议、结果纠正5件。", ""),
        ("行政复议1件，维持2件规范性文件。", "reconsideration=1"),
        ("办结2件行政诉讼。", ""),
        ("民事案件较多，有3起行政复议。", ""),
        ("2件涉及征地的行政复议。", ""),
        ("2起行政复议、行政诉讼。", ""),
        ("收到申请0件、其中3件转下年，县公安局收到申请3件。", "received=0 carried_forward=3 received=3@part"),
        (
            "第一季度收到申请1件，第二季度收到申请2件，第三季度收到申请3件。",
            "received=1@part received=2@part received=3@part",
        ),
        ("发生2起有关政府信息公开的行政复议案件，上级有3件行政复议。", "reconsideration=2 reconsideration=3@part"),
        ("未发生行政诉讼，行政复议、行政诉讼各1件。", "litigation=0@part reconsideration=1 litigation=1"),
        ("不予公开5件，包括涉密不予公开2件。", "refused=5 refused=2@part"),
        ("政府信息公开申请5件、全年共收到申请1件。", "received=5@part received=1@part"),
        ("新收申请2件，受理3件。", "received=2@part received=3@part"),
        ("延期办结8件、6件按期答复。", "concluded=8@part concluded=6@part"),
        ("办理5件；延期办结6件。", "concluded=5@part concluded=6@part"),
        ("收到申请5件，县公安局收到申请3件，收到申请0件。", "received=5 received=3@part received=0@part"),
        ("行政复议2件；行政诉讼1件，维持1件。", "reconsideration=2 litigation=1 litigation_upheld=1"),
        ("被申请行政复议1件，未发生行政诉讼，结果维持1件。", "reconsideration=1 litigation=0 reconsideration_upheld=1"),
    ],
)
def test_figures_of_a_sentence_are_read_with_each_other(text: str, due: str) -> None:
    """Which of them is a part, which a total, and what is counted in what: each for one reason alone."""
    assert labels(text, year=2024, agency="示例县水利局") == due.split()


@pytest.mark.parametrize(
    "text",
    [
        "属于行政执法案卷不予公开2件。",
        "因属于内部事务信息不予公开4件，属于第三方权益3件，属于执法案卷2件，行政查询1件。",
        "依据《条例》第十五条不予公开3件。",
        "因需另行制作无法提供3件。",
        "重复申请不予处理2件。",
        "信访举报投诉类申请不予处理3件。",
        "主动公开范围内予以公开12件，依申请提供29件。",
        "未收到企业提出的政府信息公开申请。",
        "未收到法人提出的申请。",
        "未收到科研机构、社会公益组织提出的政府信息公开申请。",
        "未收到自然人以外的申请。",
        "未收到涉密信息公开申请。",
        "未发现应公开未公开的行政许可和行政处罚信息。",
        "未发现违规行政许可、行政处罚行为。",
        "未发生违法实施行政强制的情形。",
        "全年未发生行政强制执行错误案件。",
        "不存在无故不予公开的情形。",
        "不存在不予公开理由不充分的问题。",
        "未发生无法定依据不予公开的情况。",
        "无部分公开不当的问题。",
        "未发现违法制定规范性文件的情形。",
        "未出台涉企规范性文件。",
        "未制定涉及市场主体的规范性文件。",
        "未出台与上位法抵触的规范性文件。",
        "未收到要求废止规范性文件的建议。",
        "没有因不予公开引发的争议。",
        "未发生因主动公开引发的行政复议、行政诉讼。",
        "各乡镇均未收到政府信息公开申请。",
        "各乡镇（街道）均未收到政府信息公开申请。",
        "乡镇（街道、园区）均未收到政府信息公开申请。",
        "县教育局（语委办）收到政府信息公开申请12件。",
        "收到书面申请1件、网上申请1件，均按期答复。",
        "除县自然资源局外，其余单位均未发生行政诉讼。",
        "除县公安局外，其他部门均未实施行政强制。",
        "其余各单位均未收到政府信息公开申请。",
        "公安机关作出行政处罚1856件。",
        "税务机关作出行政处罚56件。",
        "全年行政复议案件126件，其中政府信息公开类9件。",
        "全年行政复议案件126件，其中涉及信息公开9件。",
        "全年行政复议案件126件，其中涉政府信息公开9件。",
        "全年被提起行政复议126件，与政府信息公开有关的9件。",
        "全县行政诉讼案件74件，政府信息公开类5件。",
        "因政府信息公开以外事项引发的行政复议117件。",
        "2020年至2024年，我县累计收到政府信息公开申请362件。",
        "2019-2024年，全县共收到政府信息公开申请512件，其中2024年86件。",
        "2020—2024年，共办理政府信息公开申请362件。",
        "2022、2023、2024三年共收到申请223件。",
        "三年共收到申请223件。",
        "“十四五”期间共收到申请223件。",
        "“十四五”时期共收到政府信息公开申请223件。",
        "本届政府任期内共收到政府信息公开申请223件。",
        "生态环境领域作出行政处罚15件。",
        "安全生产领域行政处罚23件。",
        "市场监管领域行政许可560件。",
        "协助办理行政许可56件。",
        "帮助群众代办行政许可56件。",
        "初审林木采伐行政许可12件，报县林业局审批。",
        "20日内答复79件，延期答复6件。",
        "5个工作日内办结申请12件。",
        "重新答复2件。",
        "自行纠正答复2件。",
        "组织专家会商答复12件。",
        "受理信用修复申请126件，办结126件。",
        "收到书面申请40件、电子邮件申请46件。",
        "收到公民申请71件、企业申请15件。",
        "收到公民申请71件、法人申请15件。",
        "收到网上申请8件。",
        "未收到以信函方式提交的政府信息公开申请。",
        "当面收到申请3件。",
        "收到自然人提出的申请10件。",
        "未收到法律服务机构提出的申请。",
        "自然人申请答复11件。",
        "网上申请予以公开5件。",
        "未收到公民要求更正政府信息的申请。",
        "共收到更正申请1件。",
        "无行政诉讼二审案件。",
        "未发生行政诉讼应诉不出庭情况。",
        "未发生行政处罚错案。",
        "无行政许可投诉。",
        "无行政处罚复议案件。",
        "没有发生因公开不及时引发的行政复议。",
        "没有行政处罚撤销案件。",
        "无新增行政事业性收费项目。",
        "未收取行政事业性收费以外的费用。",
        "我局为复议机关的行政复议案件0件。",
        "有1起行政复议申请人撤销。",
        "提请废止规范性文件2件。",
        "县司法局印发规范性文件10件。",
        "以县政府名义印发规范性文件1件，以部门名义印发规范性文件1件。",
        "清理行政事业性收费0项。",
        "新增行政事业性收费0项。",
        "办理行政处罚案件20件，结案17件。",
        "无重大行政诉讼案件。",
        "未发生涉密信息公开引发的复议诉讼。",
        "当年无新增行政诉讼案件，上年遗留1件已审结。",
        "建议废止规范性文件2件。",
        "收到企业政府信息公开申请3件，予以公开1件，不予公开2件。",
    ],
)
def test_what_is_of_some_of_them_only_is_held_against_no_table(text: str) -> None:
    """
    Words that a county's report can truly say whatever its tables state.

    Answers on one ground or in one time, denials of a kind or of a defect, offices of several, years together, other
    people's decisions and requests, cases of all causes.
    """
    assert held_against_tables(text, "示例县人民政府") == set()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("收到的86件申请加上年结转的4件，共90件，答复85件。", "carried_over=4 concluded=85"),
        ("收到申请86件，加上上年结转4件，共90件。", "carried_over=4 received=86 received_with_carried_over=90"),
        ("其中办结本年新收81件、上年结转4件。", "carried_over=4"),
        ("收到申请86件。其中，属于行政执法案卷不予公开2件。", "received=86"),
        ("收到申请87件。", "received=87"),
        ("不予公开12件。", "refused=12"),
        ("不予公开政府信息12件。", "refused=12"),
        ("无法提供19件。", "unavailable=19"),
        ("本机关不掌握、没有现成信息、补正后仍不明确无法提供19件。", "unavailable=19"),
        ("予以公开42件，部分公开8件，不予公开12件。", "granted=42 partially_granted=8 refused=12"),
        ("未收到政府信息公开申请。", "received=0"),
        ("未收到公民、法人和其他组织提出的政府信息公开申请。", "received=0"),
        ("未收到任何公民、法人或者其他组织提出的申请。", "received=0"),
        ("未发生行政复议、行政诉讼。", "litigation=0 reconsideration=0"),
        ("未发生因政府信息公开引发的行政复议。", "reconsideration=0"),
        ("不存在不予公开情形。", "refused=0"),
        ("未制定规范性文件。", "documents_issued=0"),
        ("未作出行政许可、行政处罚。", "licensing=0 penalties=0"),
        ("全年未实施行政强制。", "compulsion=0"),
        ("因政府信息公开引发行政复议8件。", "reconsideration=8"),
        ("全年行政复议案件8件。", "reconsideration=8"),
        ("2024年作出行政处罚238件。", "penalties=238"),
        ("公开行政处罚238件。", "penalties_published=238"),
        ("2024年，全县共收到政府信息公开申请87件。", "received=87"),
        ("全年累计收到申请87件。", "received=87"),
        ("答复87件。", "concluded=87"),
        ("按期办结87件。", "concluded=87"),
        ("均在20个工作日内答复87件。", "concluded=87"),
        ("收到申请86件，上年结转5件。", "carried_over=5 received=86"),
        ("收到申请86件，加上上年结转5件，共91件。", "carried_over=5 received=86 received_with_carried_over=91"),
        ("全县各级行政机关共收到申请87件。", "received=87"),
        ("各级各部门共收到申请87件。", "received=87"),
        ("各类行政处罚238件。", "penalties=238"),
        ("收到公民、法人和其他组织申请87件。", "received=87"),
        ("共收到书面申请87件。", "received=87"),
        ("县政府共收到申请87件。", "received=87"),
        ("期间，收到政府信息公开申请87件。", "received=87"),
        ("其中政府信息公开类行政复议8件。", "reconsideration=8"),
        ("收到自然人、法人和其他组织提出的申请87件。", "received=87"),
        ("未收到公民、法人或者其他组织提出的申请。", "received=0"),
        ("畅通网上申请渠道、信函申请渠道，全年收到申请87件。", "received=87"),
        ("完善网上申请平台、收到申请87件。", "received=87"),
        ("通过网上、信函等方式共收到申请87件。", "received=87"),
        ("收到申请87件，均为网上申请。", "received=87"),
        ("未发生因申请人不服答复引发的行政复议。", "reconsideration=0"),
        ("未发生行政复议（诉讼）案件。", "reconsideration=0"),
        ("无行政诉讼案件发生。", "litigation=0"),
        ("未发生行政处罚案件。", "penalties=0"),
        ("无行政事业性收费项目。", "fees=0"),
        ("没有收到过政府信息公开申请。", "received=0"),
        ("有1件行政复议被上级机关纠正。", "reconsideration_corrected=1"),
        ("1件行政复议维持、1件行政复议纠正。", "reconsideration_corrected=1 reconsideration_upheld=1"),
        ("2起行政复议均被维持。", "reconsideration=2 reconsideration_upheld=2"),
        ("发生1起行政诉讼，结果维持。", "litigation=1 litigation_upheld=1"),
        ("发生3起行政复议维持1起。", "reconsideration=3 reconsideration_upheld=1"),
        ("尚未审结的行政复议0件。", "reconsideration_pending=0"),
        ("尚未审结的行政复议、行政诉讼均为0件。", "litigation_pending=0 reconsideration_pending=0"),
        ("县政府为复议机关的行政复议案件2件。", "reconsideration=2"),
        ("1件未到答复期，结转下年。", "carried_forward=1"),
        ("未结转下年度。", "carried_forward=0"),
        ("没有群众申请信息公开。", "received=0"),
        ("依申请公开政府信息情况：无。", "received=0"),
        ("县政府印发规范性文件10件。", "documents_issued=10"),
        ("以县政府名义印发规范性文件1件，以部门名义印发规范性文件1件，共2件。", "documents_issued=2"),
        ("行政事业性收费0项。", "fees=0"),
        ("办理行政处罚案件20件，均已结案。", "penalties=20"),
        ("采纳建议，废止规范性文件2件。", "documents_repealed=2"),
        ("无新增政府信息公开申请。", "received=0"),
        ("收到网上申请8件，全年共答复12件。", "concluded=12"),
        ("收到网上申请8件。予以公开5件。", "granted=5"),
        ("收到网上申请10件、信函申请3件，予以公开5件。", "granted=5"),
        ("收到申请13件，其中网上申请8件，予以公开5件。", "granted=5 received=13"),
    ],
)
def test_what_is_of_all_of_them_is(text: str, due: str) -> None:
    """The same words about all that there is."""
    assert sorted(held_against_tables(text, "示例县人民政府")) == due.split()
