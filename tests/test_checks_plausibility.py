"""Plausibility of table II: rules at bodies that make none, counts that contradict each other."""

from __future__ import annotations

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.checks import check
from govdisclosure.checks.plausibility import cannot_make_rules
from govdisclosure.model.message import Message
from govdisclosure.model.values import NA, CellValue

TABLE = "proactive_disclosure"

MAKES_NONE = """
示例县人民政府 示例县统计局 示例县城市管理局 示例县市场监督管理局 示例县乡村振兴局 示例縣教育局
示例区人民政府 示例区市场监督管理局 示例区城乡建设局 示例区市政园林局 示例区社区建设办公室 西城区财政局
房山区人民政府 示例市示例区人民政府 示例市示例区人民政府办公室 示例市示例县水利局 某省示例市示例区教育局
北京市西城区人民政府 重庆市渝北区乡村振兴局 江安镇人民政府 示例市江安镇人民政府 镇远县人民政府
镇远县住房和城乡建设局 示例乡人民政府 示例鄉人民政府 某省示例县示例乡人民政府 示例街道办事处
示例市示例区示例街道办事处 示例民族自治县人民政府 某自治州示例县人民政府 内蒙古自治区某市某旗财政局
内蒙古自治区示例旗示例苏木人民政府 六枝特区人民政府 示例市滨海新区人民政府 新乡县人民政府 乡宁县教育局
"""

DOES_NOT_TELL = """
示例市人民政府 示例市住房和城乡建设局 示例市乡村振兴局 示例市乡镇企业局 示例市市场监督管理局
示例市城市管理局 镇江市人民政府 镇江市政府办公室 镇江市市场监督管理局 镇江市场监督管理局 镇江市民政局
江苏省镇江市住房和城乡建设局 新乡市人民政府 萍乡市财政局 盐城市规划局 示例县级市人民政府 某省人民政府
某省水利厅 某省乡村振兴局 某省示例市统计局 某省县级开发区管理委员会 内蒙古自治区人民政府 内蒙古自治区水利厅
某自治州人民政府 某自治州教育局 某地区行政公署 上海市人民政府 住房和城乡建设部 农业农村部 国家乡村振兴局
国家市场监督管理总局 统计局 人民政府 某某局 示例市经济技术开发区管理委员会 示例市高新区管理委员会
示例市自然保护区管理局 示例市石门灌区管理局 示例市风景名胜区管理局 示例市区域合作办公室 示例市社区建设办公室
某省红旗渠管理局 香港特别行政区
"""


@pytest.mark.parametrize("name", MAKES_NONE.split())
def test_counties_towns_and_their_departments_make_no_rules(name: str) -> None:
    """A county, district, town or street, or one of their departments, wherever it lies."""
    assert cannot_make_rules(name)


@pytest.mark.parametrize("name", DOES_NOT_TELL.split())
def test_other_names_do_not_tell(name: str) -> None:
    """Cities, provinces, regions, ministries and zones, and words that only look like counties or towns."""
    assert not cannot_make_rules(name)


def test_rules_at_a_town_are_a_warning() -> None:
    """Every cell above nought is a path; the message names the body."""
    report = build_report(
        cells={f"{TABLE}.rules.issued": 0, f"{TABLE}.rules.repealed": 1, f"{TABLE}.rules.in_force": 3}
    )

    (finding,) = check(report)

    assert finding == gd.Finding(
        (f"{TABLE}.rules.repealed", f"{TABLE}.rules.in_force"),
        expected=0,
        actual=1,
        code="T2-RULES",
        severity=gd.Severity.WARNING,
        law="《立法法》Art. 91, 93",
        message=Message(
            zh="「规章」行「本年废止件数」、「规章」行「现行有效件数」填报 1、3，但“示例镇人民政府”无权制定规章；"
            "行政规范性文件不是规章，请核对是否填错行。",
            en=f"{TABLE}.rules.repealed, {TABLE}.rules.in_force: 1, 3; but 示例镇人民政府 cannot make rules (规章); "
            "normative documents belong into the row below",
        ),
        details={"agency": "示例镇人民政府", "figures": [1, 3]},
    )


def test_rules_in_the_form_of_2019() -> None:
    """The same in edition 2019."""
    findings = check(build_report(year=2020, cells={f"{TABLE}.rules.disclosed_total": 2}))

    assert [(each.code, each.paths) for each in findings] == [("T2-RULES", (f"{TABLE}.rules.disclosed_total",))]


@pytest.mark.parametrize("value", [None, NA, 0])
def test_row_without_rules_says_nothing(value: CellValue) -> None:
    """Nought, "/" and blanks are no rules."""
    assert list(check(build_report(cells={f"{TABLE}.rules.issued": value}), select="T2")) == []


def test_rules_where_it_is_not_known_whose() -> None:
    """Silent without an agency, without a table, and where the name does not tell."""
    cells: dict[str, CellValue] = {f"{TABLE}.rules.in_force": 2}

    assert list(check(build_report(cells=cells, agency=None), select="T2")) == []
    assert list(check(build_report(cells=cells, agency=gd.Agency(name="示例市人民政府")), select="T2")) == []
    assert list(check(build_report(proactive_disclosure=None), select="T2")) == []


def test_fewer_in_force_than_issued_is_a_warning() -> None:
    """What was issued and not repealed this year is in force."""
    row = f"{TABLE}.normative_documents"
    report = build_report(cells={f"{row}.issued": 5, f"{row}.repealed": 1, f"{row}.in_force": 3})

    (finding,) = check(report)

    assert finding == gd.Finding(
        (f"{row}.in_force", f"{row}.issued", f"{row}.repealed"),
        expected=4,
        actual=3,
        code="T2-IN-FORCE",
        severity=gd.Severity.WARNING,
        law="国办公开办函〔2019〕60号、〔2021〕30号",
        message=Message(
            zh="「行政规范性文件」行「现行有效件数」填报 3，少于本年制发 5 减去本年废止 1，至少应为 4，请核对。",
            en=f"{row}.in_force is 3, but 5 issued minus 1 repealed this year: at least 4 are in force",
        ),
        details={"issued": 5, "repealed": 1},
    )


@pytest.mark.parametrize(
    ("issued", "repealed", "in_force", "expected"),
    [
        (5, NA, 3, [5]),
        (NA, NA, 0, []),
        (5, None, 3, []),
        (None, 0, 3, []),
        (5, 0, None, []),
        (5, 0, NA, []),
        (5, 0, 5, []),
        (1, 9, 0, []),
    ],
)
def test_blank_in_force_says_nothing(
    issued: CellValue, repealed: CellValue, in_force: CellValue, expected: list[int]
) -> None:
    """A blank says nothing; "/" counts as nought among what was issued and repealed."""
    row = f"{TABLE}.rules"
    cells = {f"{row}.issued": issued, f"{row}.repealed": repealed, f"{row}.in_force": in_force}

    assert [finding.expected for finding in check(build_report(cells=cells), select="T2-IN-FORCE")] == expected


def test_fewer_disclosed_in_all_than_this_year_is_a_warning() -> None:
    """Edition 2019: both rows."""
    cells: dict[str, CellValue] = {
        f"{TABLE}.{row}.{name}": figure
        for row in ("rules", "normative_documents")
        for name, figure in (("disclosed", 3), ("disclosed_total", 2))
    }

    findings = check(build_report(year=2020, cells=cells), select="T2-DISCLOSED")

    assert [(each.paths, each.expected, each.actual) for each in findings] == [
        ((f"{TABLE}.{row}.disclosed_total", f"{TABLE}.{row}.disclosed"), 3, 2)
        for row in ("rules", "normative_documents")
    ]
    assert findings[0].message == Message(
        zh="「规章」行「对外公开总数量」填报 2，少于本年新公开数量 3，请核对。",
        en=f"{TABLE}.rules.disclosed_total is 2, fewer than the 3 disclosed this year",
    )


@pytest.mark.parametrize(("disclosed", "total"), [(None, 2), (3, None), (3, NA), (NA, 0), (2, 2)])
def test_disclosed_that_is_not_stated_says_nothing(disclosed: CellValue, total: CellValue) -> None:
    """Silent unless both figures are stated."""
    row = f"{TABLE}.normative_documents"

    report = build_report(year=2020, cells={f"{row}.disclosed": disclosed, f"{row}.disclosed_total": total})

    assert list(check(report, select="T2")) == []
