"""What people call severities, cells, paragraphs and places: one name in messages, on the command line and on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.builders import build_report

import govdisclosure as gd
from govdisclosure.model.message import Message
from govdisclosure.model.naming import SEVERITIES, cell_names, name_of, places_in
from govdisclosure.model.notes import Source
from govdisclosure.model.proactive_disclosure import ProactiveDisclosure
from govdisclosure.model.requests import Requests
from govdisclosure.model.review_and_litigation import ReviewAndLitigation

if TYPE_CHECKING:
    from govdisclosure.model.structure import Table


LONG = "「总计」列「1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请」"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("proactive_disclosure.fees.amount", "「行政事业性收费」行「本年收费金额（单位：万元）」"),
        ("requests.natural_person", "「自然人」列"),
        ("requests.legal_person.commercial_enterprise.outcomes.total", "「商业企业」列「（七）总计」"),
        ("requests.legal_person.other.carried_forward", "「法人或其他组织 / 其他」列「四、结转下年度继续办理」"),
        (
            "requests.total.outcomes.not_processed.reconfirmation",
            "「总计」列「5.要求行政机关确认或重新出具已获取信息」",
        ),
        ("requests.total.outcomes.partially_granted", "「总计」列「（二）部分公开」"),
        ("review_and_litigation.litigation.direct.total", "「未经复议直接起诉」栏「总计」"),
        ("requests.total.outcomes", "总计 / 三、本年度办理结果"),
        ("requests", "三、收到和处理政府信息公开申请情况"),
        ("agency", "机关"),
        ("requests.nowhere", "requests.nowhere"),
    ],
)
def test_cells_are_named_by_their_block_and_their_own_label(path: str, name: str) -> None:
    """A clerk finds a cell by column and row; 其他 is named with what is above it; long labels lose brackets."""
    assert name_of(build_report(), path) == name


@pytest.mark.parametrize(
    ("path", "chinese", "english"),
    [
        ("overview[1]", "一、总体情况第2段", "一、总体情况, paragraph 2"),
        ("other_matters[0]", "六、其他需要报告的事项第1段", "六、其他需要报告的事项, paragraph 1"),
    ],
)
def test_a_paragraph_is_named_by_its_section_and_number(path: str, chinese: str, english: str) -> None:
    """Numbers count from 1; labels are Chinese in either language."""
    report = build_report()

    assert (name_of(report, path), name_of(report, path, "en")) == (chinese, english)


def test_a_block_of_a_table_that_is_not_there_has_its_official_label() -> None:
    """How the table would be laid out, only the table itself tells."""
    assert name_of(gd.AnnualReport(), "requests.natural_person") == "三、收到和处理政府信息公开申请情况 / 自然人"


@pytest.mark.parametrize(
    ("cls", "path", "name"),
    [
        (ProactiveDisclosure, "rules.issued", "规章 · 本年制发件数"),
        (Requests, "legal_person.other.outcomes.total", "（七）总计 · 法人或其他组织 · 其他"),
        (Requests, "total.outcomes.other.fee_unpaid", "2.申请人逾期未按收费通知要求… · 总计"),
        (ReviewAndLitigation, "litigation.direct.upheld", "未经复议直接起诉 · 结果维持"),
        (ReviewAndLitigation, "reconsideration.total", "行政复议 · 总计"),
    ],
)
def test_on_the_form_a_cell_is_named_by_the_labels_around_it(cls: type[Table], path: str, name: str) -> None:
    """First the label beside it, then the two lowest above it."""
    assert cell_names(cls)[path].on_form == name


def test_severities_are_named_the_gravest_first() -> None:
    """The order of the names is that of lists and legends."""
    assert list(SEVERITIES.items()) == [
        (gd.Severity.ERROR, Message("错误", "error")),
        (gd.Severity.WARNING, Message("警告", "warning")),
        (gd.Severity.INFO, Message("提示", "info")),
    ]


def test_places_are_named_from_the_widest_on() -> None:
    """Only what is known of a source is named, and nothing of one that is not known."""
    places = places_in(Source(line=7, table=2, row=5, column=3, page=1))

    assert [place.of("zh") for place in places] == ["第7行", "表2", "行5", "列3", "第1页"]
    assert [str(place) for place in places] == ["line 7", "table 2", "row 5", "column 3", "page 1"]
    assert places_in(None) == []


def test_places_in_a_workbook_are_sheet_and_cell() -> None:
    """As they are called there."""
    places = places_in(Source(table=1, row=7, column=3, sheet="年报", cell="C7"))

    assert [place.of("zh") for place in places] == ["工作表“年报”", "C7格"]
    assert [str(place) for place in places] == ["sheet 年报", "cell C7"]


def test_every_place_of_a_source_has_words() -> None:
    """Whatever a source can tell."""
    whole = Source(line=1, table=1, row=1, column=1, page=1), Source(sheet="年报", cell="C7")

    assert [len(places_in(source)) for source in whole] == [5, 2]
