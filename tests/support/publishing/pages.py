"""A report laid out as a page, before any format: title, metadata block, narrative and tables in their sections."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from attrs import frozen

from govdisclosure.model.report import HEADINGS, TABLES
from support.publishing.sheets import Sheet, sheet_of

if TYPE_CHECKING:
    import govdisclosure as gd
    from support.publishing.noise import Noise

_TITLES: Final = (
    "{agency}{year}年政府信息公开工作年度报告",
    "{year}年{agency}政府信息公开工作年度报告",
    "{agency}{year}年度政府信息公开年度报告",
    "关于{agency}{year}年的政府信息公开工作年度报告",
    "{agency}\n{year}年政府信息公开工作年度报告",
    "{year}年政府信息公开工作年度报告",
    "政府信息公开工作年度报告",
    "",
)
_WEIGHTS: Final = (65, 10, 6, 4, 5, 3, 2, 5)
_PERIODS: Final = (
    "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    "本报告的统计时限为{year}年1月1日至12月31日。",
    "本报告中数据起止日期：{year}年1月1日—{year}年12月31日。",
    "本年报统计的是{year}年1月1日到12月31日的情况。",
    "",
)
_BASIS: Final = "根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号的要求，编制本报告。"
_CONTACT: Final = "地址：示例路1号，邮编：000000，电话：000-00000000，电子邮箱：box@example.com。"
_MENU: Final = (
    "首页",
    "政务公开",
    "政府信息公开指南",
    "规章",
    "行政规范性文件",
    "行政许可",
    "政府信息公开年报",
    "互动交流",
)
_FOOTER: Final = ("打印 关闭", "主办：示例网站 版权所有", "网站地图")
_TEXTS: Final = {
    "overview": (
        "本机关依法推进公开工作，回应社会关切。",
        "（一）主动公开情况。全年发布信息214条。",
        "（二）依申请公开情况。申请均在期限内答复。",
        "1.完善制度，2.加强培训。",
    ),
    "problems_and_improvements": ("一是解读形式偏少。", "二是人员变动较多。", "下一步将开展2期培训。"),
    "other_matters": ("本年度未收取政府信息公开信息处理费。",),
}
_TRAPS: Final = (
    ("一、主动公开", "二、主动公开政府信息情况", "三、依申请公开"),
    ("（一）总体情况", "（二）主动公开政府信息情况", "（三）收到和处理政府信息公开申请情况"),
    ("1、基本情况", "2、主动公开政府信息情况"),
)


@frozen
class Part:
    """One section: its heading, its paragraphs, its table."""

    section: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    sheet: Sheet | None = None


@frozen
class Page:
    """
    A page.

    Args:
        title: The lines of the title; none, one or two.
        metadata: Names and values of the block above the report.
        preamble: What stands before section 一.
        parts: The sections.
        menu: What the site prints before the report.
        footer: What it prints behind it.
    """

    title: tuple[str, ...]
    metadata: tuple[tuple[str, str], ...]
    preamble: tuple[str, ...]
    parts: tuple[Part, ...]
    menu: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The tables."""
        return tuple(part.sheet for part in self.parts if part.sheet is not None)


def page_of(report: gd.AnnualReport, noise: Noise) -> Page:
    """Lay a report out as a page; what the page does not tell of agency and year is taken out of the report."""
    rng, year = noise.rng, report.year or 2021
    title = rng.choices(_TITLES, _WEIGHTS)[0]
    period = rng.choices(_PERIODS, (40, 15, 5, 10, 30))[0]
    metadata = _metadata(report, noise) if rng.random() < 0.3 else ()
    agency = report.agency.name if report.agency is not None else ""
    _forget(report, title=title, period=period, metadata=metadata)
    preamble = [text.format(year=year) for text in (_BASIS, period, _CONTACT) if text and rng.random() < 0.9]
    if period and not any("月" in text for text in preamble):
        preamble.append(period.format(year=year))
    lines = tuple(noise.words(line) for line in title.format(agency=agency, year=year).split("\n") if line)
    return Page(
        lines,
        tuple((noise.words(name), value) for name, value in metadata),
        tuple(map(noise.words, preamble)),
        tuple(_part(report, section, noise) for section in HEADINGS),
        _MENU if noise.menu else (),
        _FOOTER if noise.menu else (),
    )


def _forget(report: gd.AnnualReport, *, title: str, period: str, metadata: tuple[tuple[str, str], ...]) -> None:
    """Take out of the truth what the page does not say."""
    if "{agency}" not in title:
        report.agency = None
    if "{year}" not in title and not period and not metadata:
        report.year = None
    if not period:
        report.period = None


def _metadata(report: gd.AnnualReport, noise: Noise) -> tuple[tuple[str, str], ...]:
    """Give the block that sites print above a document; its publisher need not be the body that reports."""
    year = report.year or 2021
    day = dt.date(year + 1, 1, noise.rng.randint(1, 31))
    report.published = day
    shown = noise.rng.choice((day.isoformat(), f"{day.year}年{day.month}月{day.day}日"))
    return (
        ("索引号", "000014349/2022-00012"),
        ("发布机构", "示例市数据局"),
        ("发布日期", shown),
        ("文号", noise.rng.choice(("无", "示政发〔2022〕3号"))),
    )


def _part(report: gd.AnnualReport, section: str, noise: Noise) -> Part:
    heading = noise.heading(section)
    if section in TABLES:
        return Part(section, heading, sheet=sheet_of(report, section, noise))
    texts = list(_TEXTS[section])
    if section == "overview" and noise.trap:
        trap = noise.rng.choice(_TRAPS)
        texts = [text for name in trap for text in (name, "相关工作按要求开展。")]
    return Part(section, heading, tuple(map(noise.words, texts)))
