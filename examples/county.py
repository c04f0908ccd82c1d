"""
Make the folder of a county's day: a roster, last year's reports, this year's, and the report of the county.

Run it with ``python examples/county.py county [--units 12]``. Everything in it is made up. Some reports have faults,
which ``FAULTS`` names: they are what ``govdisclosure check`` is to find.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import random
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTY: Final = "示例市示例县人民政府"
YEAR: Final = 2025
FAULTS: Final = {
    "教育局": "a digit of a total is wrong",
    "公安局": "what it carried over is not what it carried forward last year",
    "民政局": "its text and its table do not agree",
    "财政局": "no report",
    "水利局": "an old Word file",
    "商务局": "late",
    "审计局": "its report twice, in two formats",
    "统计局": "last year's report again",
    "林业局": "an empty form",
    "信访局": "a report of a body that is not on the roster",
    "城关镇": "left out of the county's sums",
}
"""The faults of the day, by unit."""

_TOWNS: Final = (
    "城关镇",
    "柳溪镇",
    "石桥镇",
    "青山镇",
    "河口镇",
    "大庙镇",
    "白塔乡",
    "双桥乡",
    "龙泉乡",
    "杨柳乡",
    "东湖街道",
    "西城街道",
)
_BUREAUS: Final = (
    *(
        "教育局",
        "公安局",
        "民政局",
        "财政局",
        "水利局",
        "商务局",
        "审计局",
        "统计局",
        "林业局",
        "发展和改革局",
        "科学技术局",
    ),
    *("司法局", "人力资源和社会保障局", "自然资源局", "生态环境局", "住房和城乡建设局", "交通运输局", "农业农村局"),
    *(
        "文化和旅游局",
        "卫生健康局",
        "退役军人事务局",
        "应急管理局",
        "市场监督管理局",
        "医疗保障局",
        "城市管理局",
        "体育局",
    ),
    *(
        "气象局",
        "税务局",
        "烟草专卖局",
        "机关事务服务中心",
        "档案馆",
        "地方志办公室",
        "金融服务中心",
        "供销合作社联合社",
    ),
    *(
        "园林绿化中心",
        "粮食和物资储备局",
        "乡村振兴局",
        "行政审批服务局",
        "大数据中心",
        "投资促进中心",
        "公共资源交易中心",
    ),
    *(
        "不动产登记中心",
        "住房公积金管理中心",
        "社会保险中心",
        "疾病预防控制中心",
        "房屋征收中心",
        "水务事务中心",
        "公路养护中心",
    ),
    *(
        "农业技术推广中心",
        "畜牧兽医中心",
        "林业工作站",
        "环境监测站",
        "消费者权益中心",
        "法律援助中心",
        "公证处",
        "殡葬管理所",
    ),
    *(
        "养老服务中心",
        "妇幼保健院",
        "人民医院",
        "中医医院",
        "职业教育中心",
        "图书馆",
        "文化馆",
        "博物馆",
        "体育中心",
        "少年宫",
        "气象台",
        "地震监测中心",
        "红十字会",
    ),
)
_SUFFIXES: Final = (".docx", ".xlsx", ".html", ".txt", ".json", ".md")
_RECEIVED: Final = "requests.total.newly_received"
_OVER: Final = "requests.total.carried_over"
_CONCLUDED: Final = "requests.total.outcomes.total"
_FORWARD: Final = "requests.total.carried_forward"
_IN_FORCE: Final = "proactive_disclosure.normative_documents.in_force"
_OUTCOMES: Final = ("granted", "partially_granted", "refused.internal_affairs", "unavailable.not_held")


def names(units: int) -> list[str]:
    """Give the names of so many units: nine bureaus with their faults and a town first, then the others."""
    first = [*_BUREAUS[:9], _TOWNS[0]]
    others = [*_TOWNS[1:], *_BUREAUS[9:]]
    return [*first, *others][:units]


def report_of(name: str, year: int, before: gd.AnnualReport | None = None) -> gd.AnnualReport:
    """
    Make the report of a unit: small and consistent, the same each time.

    Args:
        name: The unit.
        year: The report year.
        before: Its report of the year before; None if it has none.
    """
    chance = random.Random(f"{name} {year}")  # noqa: S311 - figures, no secret
    carried_over, in_force = (0, 4) if before is None else (_figure(before, _FORWARD), _figure(before, _IN_FORCE))
    report = gd.AnnualReport.blank(agency=f"示例县{name}", year=year)
    report.published = dt.date(year + 1, 1, chance.randint(5, 28))
    documents, decisions = chance.randint(0, 3), chance.randint(0, 90)
    report.proactive_disclosure = gd.ProactiveDisclosure.from_rows(
        [[0, 0, 0], [documents, 0, in_force + documents], [decisions], [decisions // 9], [0], [Decimal(0)]]
    )
    requests = gd.Requests.from_rows([[0] * 7 for _ in range(25)])
    received = chance.randint(2, 30)
    forward = chance.randint(0, 2)
    concluded = received + carried_over - forward
    shares = _shared(concluded, len(_OUTCOMES), chance)
    for applicants in (requests.natural_person, requests.total):
        applicants.newly_received, applicants.carried_over, applicants.carried_forward = received, carried_over, forward
        applicants.outcomes.total = concluded
    report.requests = requests
    for column in ("natural_person", "total"):
        for outcome, figure in zip(_OUTCOMES, shares, strict=True):
            gd.put(report, f"requests.{column}.outcomes.{outcome}", figure)
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[0] * 15])
    report.overview = [
        f"（一）主动公开情况。{year}年，示例县{name}在县政府网站公开信息{chance.randint(20, 300)}条。",
        f"（二）依申请公开情况。{year}年，新收政府信息公开申请{received}件，上年结转{carried_over}件，均按期办理。",
        f"（三）政府信息管理情况。{chance.choice(('办公室', '法规股', '综合股'))}负责信息的管理和发布前的审查。",
        f"（四）平台建设情况。{chance.choice(('政务新媒体账号1个', '专栏每月更新', '网站栏目按季度检查'))}。",
        f"（五）监督保障情况。全年培训{chance.randint(1, 4)}次，列入年度考核，开展社会评议，未发生责任追究。",
    ]
    report.problems_and_improvements = [
        (
            f"存在的主要问题是{chance.choice(('政策解读偏少', '更新不够及时', '目录不够清楚'))}。"
            f"下一步将{chance.choice(('按季度检查', '增加图解', '充实人员'))}。"
        )
    ]
    report.other_matters = [f"{year}年未收取政府信息公开信息处理费。"]
    return report


def _received(report: gd.AnnualReport) -> str:
    """Say what was received and carried over, as section 一 does."""
    return f"公开申请{_figure(report, _RECEIVED)}件，上年结转{_figure(report, _OVER)}件"


def _figure(report: gd.AnnualReport, path: str) -> int:
    """Give a count that is stated."""
    value = gd.get(report, path)
    assert isinstance(value, int), path
    return value


def _shared(whole: int, parts: int, chance: random.Random) -> list[int]:
    """Divide a number into parts."""
    cuts = sorted(chance.randint(0, whole) for _ in range(parts - 1))
    return [end - begin for begin, end in zip([0, *cuts], [*cuts, whole], strict=True)]


def make(folder: Path, units: int = 12, write: Callable[[gd.AnnualReport, Path], None] = gd.write) -> None:
    """
    Make the folder.

    Args:
        folder: The folder, which is made.
        units: How many units are on the roster, from 10 to 80.
        write: Writes a report of this year to a path.
    """
    for below in ("2024", "2025"):
        (folder / below).mkdir(parents=True, exist_ok=True)
    _write_roster(folder / "units.csv", names(units))
    summed: list[gd.AnnualReport] = []
    for place, name in enumerate(names(units)):
        last = report_of(name, YEAR - 1)
        gd.write(last, folder / "2024" / f"{name}.json")
        handed_in = _handed_in(name, report_of(name, YEAR, last), last)
        for copy, report in enumerate(handed_in):
            stem = f"{name}（网站）" if copy else name
            write(report, folder / "2025" / f"{stem}{_SUFFIXES[(place + copy) % len(_SUFFIXES)]}")
        # The county sums what was handed in first, and has forgotten a town.
        if name != "城关镇":
            summed += [report for report in handed_in[:1] if report.year == YEAR]
    (folder / "2025" / "水利局.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    write(report_of("信访局", YEAR), folder / "2025" / "信访局.txt")
    gd.write(_county(summed), folder / "county.docx")


def _handed_in(name: str, now: gd.AnnualReport, last: gd.AnnualReport) -> list[gd.AnnualReport]:
    """Give what a unit hands in: nothing, its report as it should be or with the fault of the unit, or two."""
    if name in {"财政局", "水利局"}:
        return []
    if name == "统计局":
        return [last]
    if name == "林业局":
        return [gd.AnnualReport.blank(agency="示例县林业局", year=YEAR)]
    report = gd.loads(gd.dumps(now))
    if name == "教育局":
        gd.put(report, _CONCLUDED, 10 * _figure(now, _CONCLUDED))
    elif name == "公安局":
        for column in ("natural_person", "total"):
            for row, more in (("newly_received", -1), ("carried_over", 1)):
                cell = f"requests.{column}.{row}"
                gd.put(report, cell, _figure(now, cell) + more)
        report.overview = [text.replace(_received(now), _received(report)) for text in now.overview or []]
    elif name == "民政局":
        report.overview = [text.replace("公开申请", "公开申请1") for text in now.overview or []]
    elif name == "商务局":
        report.published = dt.date(YEAR + 1, 2, 25)
    return [report, report] if name == "审计局" else [report]


def _write_roster(path: Path, units: list[str]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["名称", "类型", "上级单位"])
        for name in units:
            kind = "乡镇" if name[-1] in "镇乡" else "街道" if name.endswith("街道") else "部门"
            writer.writerow([name, kind, COUNTY])


def _county(children: list[gd.AnnualReport]) -> gd.AnnualReport:
    """Make the county's report: the sum of its units', but of one that was forgotten."""
    report = gd.rollup(children, agency=COUNTY, year=YEAR).report
    report.published = dt.date(YEAR + 1, 3, 20)
    received = gd.get(report, "requests.total.newly_received")
    report.overview = [
        f"（一）主动公开情况。{YEAR}年，全县各单位在县政府网站公开信息。",
        f"（二）依申请公开情况。{YEAR}年，全县新收政府信息公开申请{received}件，均按期办理。",
        "（三）政府信息管理情况。各单位有专人负责信息的管理。",
        "（四）平台建设情况。县政府网站设有专栏。",
        "（五）监督保障情况。列入年度考核，开展社会评议，未发生责任追究。",
    ]
    report.problems_and_improvements = ["存在的主要问题是各单位水平不齐。下一步将分批培训。"]
    report.other_matters = [f"{YEAR}年未收取政府信息公开信息处理费。"]
    return report


def main() -> None:
    """Make the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Make the folder of a county's day.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--units", type=int, default=12)
    options = parser.parse_args()
    make(options.folder, options.units)


if __name__ == "__main__":
    main()
