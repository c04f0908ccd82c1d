"""Reports of three bureaus on four years, for the examples; ``python examples/offices.py OUT.jsonl`` writes them."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import govdisclosure as gd

RECEIVED = {"示例县教育局": (12, 15, 9, 21), "示例县财政局": (5, 4, 8, 7), "示例县公安局": (31, 28, 40, 52)}
FIRST_YEAR = 2021


def report(agency: str, year: int, received: int) -> gd.AnnualReport:
    """Make the report of a bureau: a third of the requests were refused, since the bureau does not hold the papers."""
    made = gd.AnnualReport.blank(agency=agency, year=year)
    not_held = received // 3
    figures = {"newly_received": received, "outcomes.granted": received - not_held, "outcomes.total": received}
    for column in ("natural_person", "total"):
        for row, figure in figures.items():
            gd.put(made, f"requests.{column}.{row}", figure)
        gd.put(made, f"requests.{column}.outcomes.unavailable.not_held", not_held)
    gd.put(made, "proactive_disclosure.fees.amount", Decimal(received) / 4)
    return made


def offices() -> list[gd.AnnualReport]:
    """Give all of them."""
    return [
        report(agency, FIRST_YEAR + after, received)
        for agency, on_years in RECEIVED.items()
        for after, received in enumerate(on_years)
    ]


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(b"\n".join(map(gd.dumpb, offices())))
