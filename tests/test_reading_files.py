"""Lines below a report that link files, and what begins as they do and is the report's."""

from __future__ import annotations

import pytest
from support.builders import build_report
from support.printers import print_report
from support.publishing.text import row_a_line

import govdisclosure as gd
from govdisclosure.model.report import OtherSection

REPORT = build_report(published=None)


def below(*texts: str) -> gd.Reading:
    """Read a report with these lines below it."""
    return gd.parse("\n".join([print_report(REPORT, row_a_line).rstrip("\n"), *texts]))


@pytest.mark.parametrize(
    "texts",
    [
        ("附件：示例镇人民政府2021年政府信息公开工作年度报告.docx",),
        ("附件:示例镇人民政府2021年政府信息公开工作年度报告",),
        ("附件：", "1. 示例镇2021年年报.pdf（125KB）", "2.统计表.xlsx"),
        ("附件1：示例镇2021年年报.docx（31.5 KB）", "附件2：示例镇2021年年报.ofd 点击下载"),
        ("附件", "示例镇2021年年报.wps"),
        ("附：示例镇2021年年报.pdf",),
        ("附：年报全文（PDF）", "打印"),
        ("附件一：报告（图片版）", "【打印】"),
        ("附件下载：示例镇2021年年报.doc",),
        ("相关附件：示例镇2021年年报.docx",),
        ("相关附件", "1.附表.xlsx", "2.示例镇2021年年报.zip"),
        ("【附件下载】", "示例镇2021年年报.rar"),
        ("报告全文下载：点击下载", "责任编辑：张某"),
        ("扫一扫在手机打开当前页", "附件：2021年年报.pdf"),
    ],
)
def test_lines_that_link_files_are_the_site_s(texts: tuple[str, ...]) -> None:
    """Under whatever word, beside other lines of the site, on one line with the file or above a list of them."""
    assert below(*texts) == gd.Reading(REPORT)


@pytest.mark.parametrize(
    ("heading", "paragraphs"),
    [
        ("附件", ["一是政府信息公开，指依法公布。"]),
        ("附件：", ["示例镇2021年年报.pdf", "该文件与正文不一致的，以正文为准。"]),
        ("附件1：名词解释", []),
        ("附件：统计表", ["渠道：3个"]),
        ("附：示例镇公开情况", []),
    ],
)
def test_an_annex_with_words_of_its_own_is_a_section(heading: str, paragraphs: list[str]) -> None:
    """Below the heading, or in it; files that it names beside them stay."""
    assert below(heading, *paragraphs).report.other_sections == [OtherSection(heading=heading, paragraphs=paragraphs)]


@pytest.mark.parametrize(
    "line",
    [
        "全文下载次数120次",
        "相关附件均已公开",
        "报告全文下载：120次",
        "文件下载服务3次",
        "已公布，见年报.pdf",
        "已公布示例镇2021年报.pdf",
        "统计表.xlsx",
    ],
)
def test_a_last_line_with_such_words_is_of_the_report(line: str) -> None:
    """It tells something of the year; the name of a file alone can end a sentence."""
    assert below(line, "【打印】").report.other_matters == [*(REPORT.other_matters or []), line]
