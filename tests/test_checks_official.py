"""What a report has to speak of: supervision of governments, aspects of section 一, problems and remedies."""

from __future__ import annotations

import pytest
from support.builders import OPENING, build_report

import govdisclosure as gd
from govdisclosure.checks import check
from govdisclosure.model.message import Message
from govdisclosure.model.profile import Aspect, Profile

NOTICE = "https://example.org/notice"


def codes(report: gd.AnnualReport, select: str, profile: Profile | None = None) -> list[str]:
    """Give the codes of the findings."""
    return [finding.code for finding in check(report, select=select, profile=profile)]


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("示例县人民政府", "government", True),
        ("示例镇", None, True),
        ("示例乡人民政府", "government", True),
        ("示例旗人民政府", None, True),
        ("示例管理机构", "government", True),
        ("示例县人民政府办公室", "department", False),
        ("示例省人民政府办公厅", None, False),
        ("示例区示例街道办事处", "government", False),
        ("示例县统计局", "department", False),
        ("示例大学", None, False),
    ],
)
def test_supervision_is_asked_of_governments(name: str, kind: str | None, expected: bool) -> None:
    """Towns are governments; streets and the offices of governments are not, whatever their kind is said to be."""
    agency = gd.Agency(name=name)
    agency.kind = kind  # type: ignore[assignment]  # a literal, in a table of tests

    assert bool(codes(build_report(agency=agency, overview=["公开。"]), "GOV-SUPERVISION")) == expected


def test_a_finding_on_supervision_names_what_is_missing() -> None:
    """One finding for all of it, on section 一; the words can stand in any section."""
    report = build_report(overview=["纳入年度考核。"], other_matters=["未发生责任追究情形。"])

    (finding,) = check(report, select="GOV-SUPERVISION")

    assert finding == gd.Finding(
        "overview",
        details={"missing": ["社会评议"]},
        code="GOV-SUPERVISION",
        severity=gd.Severity.INFO,
        law="Art. 50(4)",
        message=Message(
            zh="全文没有写到社会评议；各级人民政府的年度报告应写明有关结果，一般写在第一部分的“监督保障”中，没有发生的也应写明。",
            en="the report says nothing of 社会评议 (工作考核 is work assessment, 社会评议 public appraisal, 责任追究 "
            "accountability); a government reports what came of each, as a rule under 监督保障 in section 一",
        ),
    )


@pytest.mark.parametrize(
    ("code", "first"), [("GOV-SUPERVISION", 2019), ("OVERVIEW-ASPECTS", 2021), ("PROBLEMS-REMEDY", 2019)]
)
def test_rules_have_their_first_year(code: str, first: int) -> None:
    """Before it, and where the year is unknown, nothing is asked."""
    report = build_report(overview=["公开。"], problems_and_improvements=["无。"])
    by_year = {}
    for year in (first - 1, first, None):
        report.year = year
        by_year[year] = codes(report, code)

    assert by_year == {first - 1: [], first: [code], None: []}


def test_a_blank_form_is_not_asked_to_speak() -> None:
    """Where there is no text, NARRATIVE-EMPTY says so; where there is no section, SECTION-MISSING does."""
    blank = gd.AnnualReport.blank(agency="示例县人民政府", year=2024)
    without = build_report(overview=None, problems_and_improvements=None, other_matters=None)

    for report in (blank, without):
        assert codes(report, "GOV") == codes(report, "OVERVIEW") == codes(report, "PROBLEMS") == []


def test_aspects_of_section_one_are_named() -> None:
    """In the order of the format."""
    (finding,) = check(build_report(overview=["主动公开信息12条，依申请公开3件。"]), select="OVERVIEW")

    assert finding == gd.Finding(
        "overview",
        details={"missing": ["政府信息管理", "平台建设", "监督保障"]},
        code="OVERVIEW-ASPECTS",
        severity=gd.Severity.INFO,
        law="国办公开办函〔2021〕30号",
        message=Message(
            zh="“一、总体情况”没有写到政府信息管理、平台建设、监督保障；按规定的格式，这一部分的五个方面都应写到，请补写。",
            en="section overview says nothing of 政府信息管理, 平台建设, 监督保障; the format asks for all five "
            "aspects (主动公开 is disclosure on the body's own initiative, 依申请公开 on request, 政府信息管理 "
            "keeping of information, 平台建设 platforms, 监督保障 oversight)",
        ),
    )


def test_a_list_of_the_five_aspects_shows_none() -> None:
    """An announcement says nothing yet."""
    announced = "现从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面报告如下。"

    (finding,) = check(build_report(overview=[announced]), select="OVERVIEW")

    assert finding.details == {"missing": ["主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"]}


def test_a_profile_asks_for_further_aspects() -> None:
    """Each is a finding of its own, which names where it is asked for; one of its words, in any script, shows it."""
    asked = Profile(
        notice=NOTICE,
        aspects=[
            Aspect(name="政策解读", words="解读"),
            Aspect(name="政务公开专区", words=["专区", "公开区"]),
            Aspect(name="会议公开", words=["会议{}"], notice=f"{NOTICE}/2"),
        ],
    )

    findings = check(build_report(overview=[OPENING, "主動公開，發布政策解讀3篇。"]), select="OVERVIEW", profile=asked)

    assert [each.details for each in findings] == [
        {"missing": ["会议公开"], "notice": f"{NOTICE}/2"},
        {"missing": ["政务公开专区"], "notice": NOTICE},
    ]
    assert findings[1].message == Message(
        f"“一、总体情况”没有写到政务公开专区（见 {NOTICE}）。",
        f"section overview says nothing of 政务公开专区 (see {NOTICE})",
    )


def test_an_aspect_without_a_notice_is_asked_for_all_the_same() -> None:
    """The message then names none."""
    asked = Profile(aspects=[Aspect(name="政策解读", words=["解读"])])

    (finding,) = check(build_report(), select="OVERVIEW", profile=asked)

    assert (finding.details, finding.message.zh) == ({"missing": ["政策解读"]}, "“一、总体情况”没有写到政策解读。")


def test_length_of_section_one_is_that_of_the_profile() -> None:
    """Blanks are not counted; the limit itself is in order, and no profile asks for nothing."""
    report = build_report(overview=["一 二　三", "四五"])
    said = Profile(longest_overview=4, longest_overview_notice=NOTICE)

    (finding,) = check(report, select="OVERVIEW-LENGTH", profile=said)

    assert (finding.expected, finding.actual, finding.details) == (4, 5, {"notice": NOTICE})
    assert finding.message == Message(
        f"“一、总体情况”有 5 字，超过了规定的 4 字（见 {NOTICE}）。",
        f"section overview has 5 characters, more than 4 (see {NOTICE})",
    )
    assert codes(report, "OVERVIEW-LENGTH", Profile(longest_overview=5)) == codes(report, "OVERVIEW-LENGTH") == []
    assert codes(build_report(overview=None), "OVERVIEW-LENGTH", said) == []


@pytest.mark.parametrize(
    ("text", "missing", "zh", "en"),
    [
        (
            "无。",
            ["problem", "remedy"],
            "没有写明问题，也没有写明改进情况。",
            "names neither a problem nor a remedy",
        ),
        ("下一步，加强业务培训。", ["problem"], "没有写明存在的问题。", "names no problem"),
        (
            "公开内容有待丰富。",
            ["remedy"],
            "写了问题，没有写明改进情况（“有待加强”“需进一步”是问题，不是改进）。",
            "names a problem, but no remedy (有待加强 and 需进一步 are problems)",
        ),
    ],
)
def test_section_five_names_problems_and_remedies(text: str, missing: list[str], zh: str, en: str) -> None:
    """What is missing is said; a heading is no text."""
    report = build_report(problems_and_improvements=["五、存在的主要问题及改进情况", text])

    (finding,) = check(report, select="PROBLEMS")

    assert finding == gd.Finding(
        "problems_and_improvements",
        details={"missing": [*missing]},
        code="PROBLEMS-REMEDY",
        severity=gd.Severity.WARNING,
        law="Art. 50(4)",
        message=Message(f"“五、存在的主要问题及改进情况”{zh}", f"section problems_and_improvements {en}"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Praise behind a problem is no remedy of it, nor is another problem, an item of the list or a short sentence.
        ("公开内容不全面。其他工作进展顺利。", ["PROBLEMS-REMEDY"]),
        ("公开内容不全面。更新不及时。二是专业人才短缺。人少。", ["PROBLEMS-REMEDY"]),
        ("公开内容不全面。县档案馆派人来馆帮办。", []),
        ("档案馆派人来馆帮办。公开内容不全面。", ["PROBLEMS-REMEDY"]),
    ],
)
def test_a_sentence_behind_a_problem_can_tell_of_its_remedy(text: str, expected: list[str]) -> None:
    """Remedies have endless names."""
    assert codes(build_report(problems_and_improvements=[text]), "PROBLEMS") == expected
