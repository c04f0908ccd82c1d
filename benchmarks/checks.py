"""
What a check costs: of an ordinary report, of its claims, of many paragraphs, and of the sums of tables alone.

Run it as ``python benchmarks/checks.py [--against SRC]``. ``SRC`` is the folder ``src`` of another checkout, whose
checks are timed side by side with these, each in a process of its own, turn by turn. All times are of the processor;
what is printed are ratios of medians, and it ends with an error if one is above its limit.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from functools import partial, reduce
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Final, Self

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import govdisclosure as gd
from govdisclosure.claims import claims

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

REPORTS: Final = 60
"""Reports that are checked in turn, so that nothing is remembered of one when it is checked again."""
ROUNDS: Final = 15
LIMITS: Final = {
    # Against d408dbf; claims against any other.
    "an ordinary report, against the other": 0.35,
    "its claims, against the other": 1.0,
    "4,000 paragraphs, against 400": 12.0,
    "sums of clean tables, against naive": 0.04,
    "sums of tables whose noughts are blank, against naive": 1.0,
    "sums of tables with a tenth of all cells blank, against naive": 1.0,
}
PROSE: Final = """\
2025年，我局认真落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，围绕文化和旅游中心工作，不断提高公开的质量和实效，保障公众的知情权、参与权和监督权。
（一）主动公开情况。全年通过政府网站、政务新媒体和公开栏主动公开各类信息326条，其中机构职能类12条、规划计划类8条、财政资金类45条、政策解读类16条。围绕公共文化服务、旅游市场监管、文物保护等重点领域，及时发布工作动态和办事指南，方便群众查询。
（二）依申请公开情况。2025年新收政府信息公开申请12件，上年结转1件，均由自然人提出。已按期办结12件，其中予以公开6件，部分公开2件，不予公开2件，无法提供1件，不予处理1件，结转下年度继续办理1件。申请内容主要涉及演出审批、旅行社管理和非遗保护经费等方面。
（三）政府信息管理情况。健全信息公开审查制度，落实先审查、后公开和一事一审的要求，明确专人负责信息采集、审核和发布，对已公开的信息定期清理，更新失效链接23处。本年制发行政规范性文件2件，废止行政规范性文件1件，现行有效行政规范性文件4件。
（四）平台建设情况。加强政府网站信息公开专栏建设，优化栏目设置，规范信息发布格式。政务新媒体全年推送信息210篇，阅读量达5.6万人次，比上年增长18%。在图书馆、文化馆设立政府信息公开查阅点，配备查询设备两台，接待群众查阅咨询85人次。
（五）监督保障情况。成立由局长任组长的政务公开工作领导小组，召开专题会议4次，组织业务培训2次，参训60人次。将政务公开工作纳入年度绩效考核，占比4%。社会评议满意度较高，未出现责任追究情形。全年因政府信息公开被申请行政复议1件，结果维持1件，提起行政诉讼1件，结果维持。
（六）做好政策解读和回应关切。对全年制发的政策文件同步组织解读，采用图表、音频、视频等形式，把群众看不懂的专业内容讲清楚。围绕景区门票、民宿管理、文艺演出等热点，及时回应社会关切，收集意见建议，改进服务措施，让公开更加贴近实际、贴近生活、贴近群众。
（七）加强队伍建设。每季度通报公开情况，对发现的问题列出清单、限期整改；选派业务骨干参加上级组织的培训，学习新要求、新做法，结合本单位实际编制工作手册，细化公开的范围、时限、程序和责任，形成各科室分工负责、办公室统一协调的工作格局。
（八）便民服务情况。在县图书馆总馆和14个乡镇分馆公布开放时间、服务项目和办事流程，提供纸质和电子两种查阅方式；对老年人、残疾人等群体安排专人引导，帮助查找所需信息。开通电话和网上两个渠道接受咨询，做到件件有回音、事事有着落。
（九）重点领域公开情况。公开公共文化场馆免费开放补助资金的分配和使用，公布旅游市场检查计划和结果；文物保护工程的项目审批、资金拨付和验收情况按进度公开。对群众关心的景区门票价格、假日客流预测和交通疏导安排提前发布，方便出行。
（十）档案和公报情况。按年度整理公开目录，纸质文件移交档案馆；把常用的办事指南、服务电话和投诉渠道印成手册，放在各文化站供取阅，并在网站同步更新，做到线上线下内容一致、查阅方便。"""
PROBLEMS: Final = """\
2025年，我局政府信息公开工作取得了一定成效，但还存在一些不足：一是公开内容不够全面，涉及群众切身利益的信息公开不够及时；二是政策解读形式比较单一，图文解读、视频解读较少；三是工作人员业务能力有待提高，对信息公开的认识还需加强。
下一步，我局将从以下几个方面改进：一是进一步拓展公开内容，聚焦群众关心的热点问题，及时准确公开有关信息；二是丰富解读形式，综合运用多种方式解读政策；三是加强培训，每年至少开展2次业务培训，提升工作人员的能力和水平。
同时，进一步完善监督考核机制，定期通报各科室信息公开情况，督促问题整改到位，推动全局政府信息公开工作再上新台阶，更好服务全县文化和旅游事业高质量发展。"""


def ordinary(number: int) -> gd.AnnualReport:
    """Give one of many like reports, in which a check finds nothing."""
    from govdisclosure.checks.examples import valid_report  # noqa: PLC0415 - only here, not in a worker

    report = valid_report(2025)
    report.agency = gd.Agency(name=f"示例县第{number}文化和旅游局", kind="department")
    # Paragraphs that no other report has, since some are remembered for a while.
    report.overview = [f"{paragraph}见第{number}号记录。" for paragraph in PROSE.splitlines()]
    report.problems_and_improvements = [f"{paragraph}见第{number}号记录。" for paragraph in PROBLEMS.splitlines()]
    return report


def length(report: gd.AnnualReport) -> int:
    """Give the number of characters of the prose."""
    narratives = (report.overview, report.problems_and_improvements, report.other_matters)
    return sum(len(paragraph) for narrative in narratives for paragraph in narrative or ())


class Worker:
    """A process that checks reports with one checkout of the library, as often as it is asked to."""

    def __init__(self, source: str, documents: Sequence[str]) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - this file
            [sys.executable, __file__, "--worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"},
        )
        self._say("\n".join([str(len(documents)), *documents]))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()

    def time(self, act: str) -> float:
        """Check all reports once, or read their claims; give the seconds that it took."""
        self._say(act)
        assert self.process.stdout is not None
        return float(self.process.stdout.readline())

    def _say(self, line: str) -> None:
        assert self.process.stdin is not None
        print(line, file=self.process.stdin, flush=True)


def work() -> None:
    """Be a worker: read reports, one a line, and check them all whenever a line comes."""
    reports = [gd.loads(input()) for _ in range(int(input()))]
    assert not any(map(gd.check, reports))
    acts: dict[str, Callable[[gd.AnnualReport], object]] = {"check": gd.check, "claims": claims}
    for line in sys.stdin:
        print(seconds(partial(each_of, acts[line.strip()], reports)), flush=True)


def each_of(act: Callable[[gd.AnnualReport], object], reports: Sequence[gd.AnnualReport]) -> None:
    """Do something with each report."""
    for report in reports:
        act(report)


def seconds(act: Callable[[], object]) -> float:
    """Time something."""
    start = process_time()
    act()
    return process_time() - start


def ratio(one: Callable[[], float], other: Callable[[], float]) -> float:
    """Time two things turn by turn; give the ratio of the medians."""
    pairs = [(one(), other()) for _ in range(ROUNDS)]
    return median(first for first, _ in pairs) / median(second for _, second in pairs)


def against(source: str) -> list[float]:
    """Time the check of an ordinary report, and its claims, with this checkout and with another."""
    documents = [gd.dumps(ordinary(number)).replace("\n", "") for number in range(REPORTS)]
    ours = str(Path(gd.__file__).parents[1])
    with Worker(ours, documents) as this, Worker(source, documents) as that:
        return [ratio(partial(this.time, act), partial(that.time, act)) for act in ("check", "claims")]


def growth() -> float:
    """Time a check of ten times as many paragraphs."""
    few, many = (with_paragraphs(count) for count in (400, 4_000))
    return ratio(lambda: seconds(lambda: gd.check(many)), lambda: seconds(lambda: gd.check(few)))


def with_paragraphs(count: int) -> gd.AnnualReport:
    """Give a report with as many paragraphs in section 一."""
    sentences = [f"{sentence}。" for paragraph in PROSE.splitlines() for sentence in paragraph.split("。") if sentence]
    report = ordinary(0)
    report.overview = [sentences[number % len(sentences)] for number in range(count)]
    return report


def sums(tables: Sequence[gd.AnnualReport]) -> float:
    """Time the judgement of the sums of reports, against the naive way, which knows nothing of blanks."""
    from govdisclosure.checks import Figures, Judgement  # noqa: PLC0415 - a worker of old has none

    def ours() -> list[object]:
        return [Judgement(Figures.of(report)).failed for report in tables]

    return ratio(lambda: seconds(ours), lambda: seconds(lambda: [naive(report) for report in tables]))


def naive(report: gd.AnnualReport) -> list[str]:
    """Give the identities that fail, a blank being nought: every cell asked for by its path."""
    from govdisclosure.arithmetic.identities import identities  # noqa: PLC0415 - a worker needs none
    from govdisclosure.model.cells import tables  # noqa: PLC0415

    failed = []
    for section, table in tables(report):
        cls: type = type(table)
        for identity in identities(cls):
            left = sum(figure(report, f"{section}.{path}") for path in identity.left)
            right = sum(figure(report, f"{section}.{path}") for path in identity.right)
            if left != right:
                failed.append(identity.code)
    return failed


def figure(report: gd.AnnualReport, path: str) -> int:
    """Give what a cell adds to a sum."""
    start: object = report
    value = reduce(getattr, path.split("."), start)
    return value if isinstance(value, int) else 0


def blanked(share: float, *, noughts: bool) -> list[gd.AnnualReport]:
    """Give reports in which all is right, but for a share of the cells (or of the noughts that are no totals)."""
    from support.systems import random_table, with_blanks  # noqa: PLC0415 - those of the tests

    random = Random(1)  # noqa: S311 - drawing tables is no cryptography
    reports = [ordinary(number) for number in range(REPORTS)]
    for report in reports:
        for section, cls in (("requests", gd.Requests), ("review_and_litigation", gd.ReviewAndLitigation)):
            paths = [cell.path for cell in gd.cells(report) if cell.path.startswith(section)]
            figures = random_table(random, cls)
            values = with_blanks(random, figures, share)
            for path, figure, value in zip(paths, figures, values, strict=True):
                kept = noughts and (figure != 0 or path.endswith("total"))
                gd.put(report, path, figure if kept else value)
    return reports


def main() -> None:
    """Measure, print, and compare with the limits."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--against", metavar="SRC", help="folder src of another checkout")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        work()
        return
    print(f"an ordinary report has {length(ordinary(0))} characters of prose")
    ratios = dict(zip(list(LIMITS)[2:], measured(), strict=True))
    if arguments.against is not None:
        ratios = {**dict(zip(LIMITS, against(arguments.against), strict=False)), **ratios}
    for name, value in ratios.items():
        print(f"{name}: {value:.3f} (at most {LIMITS[name]})")
    assert all(value <= LIMITS[name] for name, value in ratios.items())


def measured() -> tuple[float, ...]:
    """Give the ratios that need no other checkout, in the order of their limits."""
    return growth(), sums(blanked(0, noughts=False)), sums(blanked(1, noughts=True)), sums(blanked(0.1, noughts=False))


if __name__ == "__main__":
    main()
