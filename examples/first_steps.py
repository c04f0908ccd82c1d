"""
First steps: fill in a report, find its one wrong cell, write it as JSON and as the official form, and read both back.

Run it with ``python examples/first_steps.py [FOLDER]``; the files are written into the folder, ``first-steps`` unless
it is given.
"""

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
    """Show the steps."""
    report = filled_in()
    path = "requests.natural_person.outcomes.granted"
    gd.put(report, path, 20)  # a slip of the pen: 2
    for finding in gd.check(report).errors:
        print(f"{finding.code}: {finding.message.en}")

    gd.put(report, path, 2)
    gd.check(report).raise_for_errors()
    print("mended: nothing is wrong any more")

    folder.mkdir(parents=True, exist_ok=True)
    for name in ("report.json", "report.docx"):
        gd.write(report, folder / name)
        print(f"{folder / name} reads back the same: {gd.read(folder / name) == gd.Reading(report)}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "first-steps"))
