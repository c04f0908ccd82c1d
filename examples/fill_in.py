"""Fill in a report in code, check it, and write it as JSON and as text."""

import sys
from pathlib import Path

import govdisclosure as gd


def filled_in() -> gd.AnnualReport:
    """Give the report of a county's bureau of statistics on 2025."""
    report = gd.AnnualReport.blank(agency="示例县统计局", year=2025)
    report.overview = [
        "全年在局网站公开统计信息 36 条，收到政府信息公开申请 3 件，均已答复。",
        "政府信息管理有专人负责，列入年度考核。",
    ]
    report.proactive_disclosure = gd.ProactiveDisclosure.from_rows([[0, 0, 0], [1, 0, 4], [0], [2], [0], [gd.NA]])
    requests = gd.Requests.from_rows([[0] * 7 for _ in range(25)])
    for column in (requests.natural_person, requests.total):
        column.newly_received = 3
        column.outcomes.granted = 2
        column.outcomes.unavailable.not_held = 1
        column.outcomes.total = 3
    report.requests = requests
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[0] * 15])
    report.problems_and_improvements = ["数据解读偏少，2026 年起按季度发布解读。"]
    report.other_matters = ["2025 年未收取信息处理费。"]
    return report


def main(folder: Path) -> None:
    """Write the report into a folder, once nothing is wrong with it."""
    report = filled_in()
    gd.check(report).raise_for_errors()
    gd.write(report, folder / "report.json")
    gd.write(report, folder / "report.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
