"""Completeness: missing sections and tables, blank cells and totals, empty texts."""

from __future__ import annotations

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.checks import check
from govdisclosure.model.message import Message
from govdisclosure.model.report import SECTIONS, OtherSection
from govdisclosure.model.values import NA, NAType

BLANKNESS = ("TOTAL-BLANK", "CELL-BLANK", "TABLE-EMPTY", "CELL-NA")


def seen(report: gd.AnnualReport, *select: str) -> list[tuple[str, str, str]]:
    """Give severity, code and first path of the findings."""
    return [(finding.severity.value, finding.code, finding.paths[0]) for finding in check(report, select=select)]


def town_of_jiangan() -> gd.AnnualReport:
    """Give the town's report on 2021: 12 requests, 11 granted and 1 refused, nearly all cells of table III blank."""
    report = build_report(agency=None, title=None, period=None, published=None, other_matters=["无。"])
    report.overview = ["2021年，共收到政府信息公开申请12件，全部予以公开。"]
    report.requests = gd.Requests.blank()
    for column in (report.requests.natural_person, report.requests.total):
        column.newly_received, column.carried_over = 12, 0
        column.outcomes.granted, column.outcomes.refused.deliberative_process = 11, 1
    return report


def bureau_with_blanks() -> gd.AnnualReport:
    """Give a county bureau's report on 2022 that states only the 总计 column of table III."""
    report = build_report(year=2022, agency=gd.Agency(name="示例县统计局"), other_matters=["无其他需要报告的事项。"])
    report.proactive_disclosure = gd.ProactiveDisclosure.from_rows([[None] * 3, [0, 0, 2], [None], [3], [None], [None]])
    report.requests = gd.Requests.from_rows([[None] * 6 + [0] for _ in range(25)])
    report.title = "示例县统计局2022年政府信息公开工作年度报告"
    return report


def test_collapsed_report_of_a_town() -> None:
    """Of a real report: two blank totals that must be 12, all granted but one, no agency, no word on the fee."""
    findings = check(town_of_jiangan())

    assert [(each.severity, each.code, each.paths[0], each.expected, each.actual) for each in findings] == [
        ("warning", "AGENCY-MISSING", "agency", None, None),
        ("info", "OVERVIEW-ASPECTS", "overview", None, None),
        ("info", "CELL-BLANK", "requests.natural_person.outcomes.partially_granted", None, 165),
        ("error", "TOTAL-BLANK", "requests.natural_person.outcomes.total", 12, None),
        # 申请12件，全部予以公开
        ("warning", "TEXT-GRANTED", "requests.total.outcomes.granted", 11, 12),
        ("error", "TOTAL-BLANK", "requests.total.outcomes.total", 12, None),
        ("warning", "FEE-STATEMENT", "other_matters", None, None),
    ]


def test_report_that_states_only_totals() -> None:
    """Of a bureau that left the six columns blank beside a 总计 column of noughts: blanks, and no word on the fee."""
    findings = check(bureau_with_blanks())

    assert [(each.severity, each.code, each.paths[0], each.actual) for each in findings] == [
        ("info", "CELL-BLANK", "proactive_disclosure.rules.issued", 6),
        ("info", "CELL-BLANK", "requests.natural_person.newly_received", 150),
        ("warning", "FEE-STATEMENT", "other_matters", None),
    ]


@pytest.mark.parametrize("section", SECTIONS)
def test_missing_section_is_an_error(section: str) -> None:
    """Neither heading nor content: SECTION-MISSING, and nothing else on that section."""
    report = build_report()
    setattr(report, section, None)

    (finding,) = check(report)

    assert (finding.severity, finding.code, finding.paths, finding.law) == (
        "error",
        "SECTION-MISSING",
        (section,),
        "Art. 50",
    )


def test_message_of_a_missing_section_names_its_heading() -> None:
    """The Chinese message shows the official heading."""
    (finding,) = check(build_report(overview=None))

    assert finding.message == Message(
        zh="缺少“一、总体情况”部分：没有标题，也没有内容，请补上。",
        en="section overview is missing: neither its heading nor its content is there",
    )


@pytest.mark.parametrize("heading", ["三、收到和处理政府信息公开申请情况", "三、收到和處理政府信息公開申請情況"])
def test_heading_without_its_table_is_a_missing_table(heading: str) -> None:
    """The heading of a table section among the other sections: only its table is missing."""
    others = [OtherSection(heading="七、附件", paragraphs=[]), OtherSection(heading=heading, paragraphs=["见附表。"])]

    assert seen(build_report(requests=None, other_sections=others), "") == [("error", "TABLE-MISSING", "requests")]


def test_heading_of_a_narrative_is_no_table() -> None:
    """A narrative that is not there is a missing section, whatever stands among the others."""
    others = [OtherSection(heading="一、总体情况", paragraphs=[])]

    assert seen(build_report(overview=None, other_sections=others), "") == [("error", "SECTION-MISSING", "overview")]


def test_table_without_a_figure_is_empty() -> None:
    """A table of blanks is TABLE-EMPTY and no CELL-BLANK; one of "/" is TABLE-EMPTY and CELL-NA."""
    blank = gd.ReviewAndLitigation.blank()
    slashes = gd.ReviewAndLitigation.from_rows([[NA] * 15])

    assert seen(build_report(review_and_litigation=blank), "") == [("warning", "TABLE-EMPTY", "review_and_litigation")]
    assert seen(build_report(review_and_litigation=slashes), "") == [
        ("warning", "TABLE-EMPTY", "review_and_litigation"),
        ("warning", "CELL-NA", "review_and_litigation.reconsideration.upheld"),
    ]


SECTION = "review_and_litigation"
HEADING = OtherSection(heading="四、政府信息公开行政复议、行政诉讼情况", paragraphs=["见附表。"])
CELL = f"{SECTION}.reconsideration.total"


@pytest.mark.parametrize(
    ("code", "sections"),
    [
        ("TABLE-EMPTY", {SECTION: gd.ReviewAndLitigation.blank()}),
        ("TABLE-MISSING", {SECTION: None, "other_sections": [HEADING]}),
        ("SECTION-MISSING", {SECTION: None}),
    ],
)
@pytest.mark.parametrize(
    ("note", "raised"),
    [
        (gd.Note("UNPLACED", (CELL,)), False),
        (gd.Note("AMBIGUOUS", ("requests.total.newly_received", CELL)), False),
        (gd.Note("CELL-UNREADABLE", CELL), False),
        (gd.Note("UNPLACED", ()), True),
        (gd.Note("UNPLACED", "requests.total.newly_received"), True),
        (gd.Note("UNPLACED", SECTION), True),
        (gd.Note("INFERRED", CELL), True),
    ],
    ids=lambda value: f"{value.code} {len(value.paths)}" if isinstance(value, gd.Note) else None,
)
def test_a_table_whose_figures_are_in_notes_is_neither_empty_nor_missing(
    code: str, sections: dict[str, object], note: gd.Note, *, raised: bool
) -> None:
    """Notes that name cells of the table hold its figures; other notes, and notes on other tables, do not."""
    report = build_report()
    for name, value in sections.items():
        setattr(report, name, value)

    assert [each.code for each in check(report)] == [code]
    assert [each.code for each in check(gd.Reading(report, [note]))] == ([code] if raised else [])


def test_figures_that_could_not_be_placed_are_no_empty_table() -> None:
    """Of fifteen cells of table IV three figures are left, and where they belong is lost: the note holds them."""
    _, _, text = gd.render(build_report(), "text").partition("\n")
    row = next(line for line in text.splitlines() if line.replace("|", " ").split() == ["0"] * 15)

    reading = gd.parse(text.replace(row, "1 1 2"))

    assert [(note.code, note.raw) for note in reading.notes] == [("UNPLACED", "1 | 1 | 2")]
    assert list(check(reading)) == []
    assert seen(reading.report, "") == [("warning", "TABLE-EMPTY", "review_and_litigation")]


def test_blank_form_is_empty_everywhere() -> None:
    """A form that nobody filled in: its texts, its tables and its fee statement."""
    report = gd.AnnualReport.blank(agency="示例县人民政府", year=2021)

    assert seen(report, "") == [
        ("warning", "NARRATIVE-EMPTY", "overview"),
        ("error", "FORM-EMPTY", "proactive_disclosure"),
        ("warning", "NARRATIVE-EMPTY", "problems_and_improvements"),
        ("warning", "FEE-STATEMENT", "other_matters"),
        ("warning", "NARRATIVE-EMPTY", "other_matters"),
    ]


TABLES = ("proactive_disclosure", "requests", "review_and_litigation")


def blank_form() -> gd.AnnualReport:
    """Give a report whose texts are written and whose tables are blank."""
    blank = gd.AnnualReport.blank(agency="示例镇人民政府", year=2021)
    return build_report(**{section: getattr(blank, section) for section in TABLES})


def emptiness(report: gd.AnnualReport | gd.Reading) -> list[tuple[str, tuple[str, ...]]]:
    """Give the findings on empty tables: code and paths."""
    return [(each.code, each.paths) for each in check(report, select=("FORM-EMPTY", "TABLE"))]


def test_a_form_without_a_figure_is_one_error() -> None:
    """In place of three warnings; no table has blank cells as well."""
    assert seen(blank_form(), "") == [("error", "FORM-EMPTY", "proactive_disclosure")]
    assert emptiness(blank_form()) == [("FORM-EMPTY", TABLES)]


@pytest.mark.parametrize("value", [0, 7, NA])
@pytest.mark.parametrize("path", ["proactive_disclosure.rules.issued", "requests.total.newly_received", CELL])
def test_one_stated_cell_makes_a_form_that_is_not_empty(path: str, value: int | NAType) -> None:
    """A nought and "/" are stated; the tables without a figure are empty, each for itself."""
    report = blank_form()
    gd.put(report, path, value)

    section = path.partition(".")[0]
    empty = [each for each in TABLES if each != section or value is NA]
    assert emptiness(report) == [("TABLE-EMPTY", (each,)) for each in empty]


def test_a_form_whose_cells_notes_name_is_not_empty() -> None:
    """Whatever the note says of a cell, somebody has filled the form in; a note on a section says nothing of it."""
    others = [("TABLE-EMPTY", (section,)) for section in TABLES]
    code, path = "INFERRED", "requests.total.newly_received"

    assert emptiness(gd.Reading(blank_form(), [gd.Note(code, path)])) == others
    assert emptiness(gd.Reading(blank_form(), [gd.Note("UNPLACED", path)])) == [others[0], others[2]]
    assert emptiness(gd.Reading(blank_form(), [gd.Note("TABLE-MISSING", "requests")])) == [("FORM-EMPTY", TABLES)]
    assert emptiness(gd.Reading(blank_form(), [gd.Note("HEADING-ODD", "overview[1].x")])) == [("FORM-EMPTY", TABLES)]


def test_a_form_without_tables_is_no_empty_one() -> None:
    """What is missing is reported as such; of two tables that are left, both must be blank."""
    report = blank_form()
    report.requests = None
    assert emptiness(report) == [("FORM-EMPTY", ("proactive_disclosure", "review_and_litigation"))]

    report.proactive_disclosure = report.review_and_litigation = None
    assert emptiness(report) == []


def test_blank_total_of_stated_parts_is_an_error() -> None:
    """It says what the total must be, and that this is proved by the parts, all of which are stated."""
    path = "review_and_litigation.reconsideration"

    (finding,) = check(build_report(cells={f"{path}.upheld": 2, f"{path}.total": None}))

    assert finding == gd.Finding(
        f"{path}.total",
        expected=2,
        code="TOTAL-BLANK",
        severity=gd.Severity.ERROR,
        law="国办公开办函〔2019〕60号、〔2021〕30号",
        message=Message(
            zh="「行政复议」栏「总计」空白，但其各项已有填报；按表内其他数字只能是 2，请补填。",
            en=f"{path}.total is blank although parts of it are stated; "
            "the other figures of the table leave no value but 2",
        ),
        details={"proved": True},
    )


def test_blank_total_that_is_not_proved_is_that_of_the_convention() -> None:
    """With a part blank, the total could be more; in a table with an error nothing is proved."""
    path = "review_and_litigation.reconsideration"
    words = Message(
        zh="「行政复议」栏「总计」空白，但其各项已有填报；按各项合计应填 2，请核对后补填。",
        en=f"{path}.total is blank although parts of it are stated; by these it would be 2",
    )
    open_ = build_report(cells={f"{path}.upheld": 2, f"{path}.other": None, f"{path}.total": None})
    wrong = build_report(cells={f"{path}.upheld": 2, f"{path}.total": None})
    gd.put(wrong, "review_and_litigation.litigation.direct.total", 1)

    for report in (open_, wrong):
        (finding,) = check(report, select="TOTAL-BLANK")
        assert (finding.paths, finding.expected, finding.details, finding.message) == (
            (f"{path}.total",),
            2,
            {"proved": False},
            words,
        )


def test_proved_total_wins_over_the_convention() -> None:
    """（七）总计 by its outcomes would be 11; by what was received and carried forward it must be 12."""
    cells = ("requests.natural_person.outcomes.total", "requests.natural_person.outcomes.refused.deliberative_process")

    (finding,) = check(build_report(cells=dict.fromkeys(cells)), select="TOTAL-BLANK")

    assert (finding.paths, finding.expected, finding.details) == (cells[:1], 12, {"proved": True})


def test_total_of_two_identities_is_reported_once() -> None:
    """（七）总计 of the 总计 column closes a row and a column: one finding."""
    report = build_report(cells={"requests.total.outcomes.total": None})

    assert seen(report, "") == [("error", "TOTAL-BLANK", "requests.total.outcomes.total")]


def test_total_that_is_blank_with_its_parts_is_a_plain_blank() -> None:
    """A "/" is no stated part: beside blanks and "/" a blank total is a CELL-BLANK."""
    block = "review_and_litigation.reconsideration"
    cells = dict.fromkeys([f"{block}.{name}" for name in ("upheld", "corrected", "other", "total")])

    findings = check(build_report(cells={**cells, f"{block}.pending": NA}), select=BLANKNESS)

    assert [(each.code, each.paths) for each in findings] == [
        ("CELL-BLANK", tuple(cells)),
        ("CELL-NA", (f"{block}.pending",)),
    ]


def test_blank_cells_are_one_finding_for_a_table() -> None:
    """CELL-BLANK counts and names the blank cells without those of TOTAL-BLANK, for every table."""
    cells = ("proactive_disclosure.fees.amount", "requests.natural_person.carried_over", "requests.total.carried_over")
    report = build_report(cells=dict.fromkeys(cells))

    findings = check(report)

    assert [(each.code, each.paths, each.actual) for each in findings] == [
        ("CELL-BLANK", ("proactive_disclosure.fees.amount",), 1),
        ("CELL-BLANK", ("requests.natural_person.carried_over",), 1),
        ("TOTAL-BLANK", ("requests.total.carried_over",), None),
    ]
    assert findings[0].message == Message(
        zh="表格有 1 格空白（「行政事业性收费」行「本年收费金额（单位：万元）」）；没有的应填 0。",
        en="blank cells: 1 (proactive_disclosure.fees.amount); where there is nothing to report, the form wants 0",
    )


def test_slash_is_right_in_table_two_only() -> None:
    """A department that makes no rules may write "/" in table II; tables III and IV apply to all."""
    cells = (
        "proactive_disclosure.rules.issued",
        "requests.total.carried_over",
        "review_and_litigation.reconsideration.total",
    )

    findings = check(build_report(cells=dict.fromkeys(cells, NA)))

    assert [(each.code, each.paths, each.actual) for each in findings] == [
        ("CELL-NA", ("requests.total.carried_over",), 1),
        ("CELL-NA", ("review_and_litigation.reconsideration.total",), 1),
    ]


@pytest.mark.parametrize("paragraphs", [[], ["", "\u3000", "\u200b"]])
def test_section_without_text_is_empty(paragraphs: list[str]) -> None:
    """Blanks and invisible characters are no text."""
    assert seen(build_report(overview=paragraphs), "") == [("warning", "NARRATIVE-EMPTY", "overview")]


def test_wu_is_text() -> None:
    """「无」 is text."""
    assert seen(build_report(problems_and_improvements=["无"]), "NARRATIVE") == []


@pytest.mark.parametrize("agency", [None, gd.Agency(name=" \u3000")])
def test_report_without_agency(agency: gd.Agency | None) -> None:
    """No agency, or one without a name."""
    assert seen(build_report(agency=agency), "") == [("warning", "AGENCY-MISSING", "agency")]


def test_report_without_year_says_nothing_else_of_dates() -> None:
    """Without its year, a report is silent about deadline, edition, period and fee."""
    report = build_report(year=2019, other_matters=["无"])
    report.year = None

    assert seen(report, "") == [("warning", "YEAR-MISSING", "year")]


@pytest.mark.parametrize(
    "text",
    [
        "本年度未收取政府信息公开信息处理费。",
        "信息 處理費：0元",
        "收取信息公开处理费0元",
        "依申请公开处理费收取情况：无",
        "未向申请人收取任何政府信息公开申请处理费用",
        "本年度发出收费通知0件，总金额0元",
        "政府信息公开收费情况：无",
    ],
)
def test_fee_is_spoken_of_in_many_words(text: str) -> None:
    """Other names of the fee, its notice, and charges for access are statements on it."""
    assert seen(build_report(other_matters=["无其他事项。", text]), "") == []


@pytest.mark.parametrize(
    "text", ["无。", "污水处理费收取标准已公布。", "公布行政事业性收费目录。", "信息公开。垃圾处理费不变。"]
)
def test_other_fees_are_no_statement(text: str) -> None:
    """Fees of another kind say nothing of the information-processing fee."""
    assert seen(build_report(other_matters=[text]), "") == [("warning", "FEE-STATEMENT", "other_matters")]


def test_fee_is_no_matter_before_2021() -> None:
    """The fee is reported from report year 2021 on."""
    assert seen(build_report(year=2020, other_matters=["无"]), "") == []
