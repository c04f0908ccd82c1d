"""What a type checker tells the users of the model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from mypy import api

if TYPE_CHECKING:
    from pathlib import Path

# Each line with a comment is an error of that code; the others are right.
_PROGRAM: Final = """\
import datetime as dt
from decimal import Decimal

import govdisclosure as gd

requests = gd.Requests.blank()
requests.total.newly_received = 12
requests.total.newly_received = gd.NA
requests.total.newly_received = None
requests.total.newly_received = "x"  # assignment
requests.total.outcomes.other.fee_unpaid = 1.5  # assignment
requests.total.newly_recieved = 1  # attr-defined
requests.total + 1  # operator
report = gd.AnnualReport.blank(agency="示例镇人民政府", year=2025)
report.requests = requests
report.requests = gd.Requests2019.from_rows([[0] * 7] * 23)
report.proactive_disclosure = requests  # assignment
report.extensions = {"tool": {"kept": [1, 2.5, None]}}
report.extensions = {"tool": Decimal(1)}  # dict-item
gd.Agency(name="示例", kind="ministry")  # arg-type
gd.Agency()  # call-arg
gd.Period(start=dt.date(2025, 1, 1))  # call-arg
gd.Period(start=dt.date(2025, 1, 1), end="2025-12-31")  # arg-type
report.agency = gd.Agency(name="示例镇人民政府")
gd.AnnualRaport()  # attr-defined
from govdisclosure import chek  # attr-defined
gd.Severity.ERROR >= "warning"
gd.Severity.ERROR >= 3  # operator
gd.put(report, "requests.total.newly_received", gd.parse_cell("requests.total.newly_received", "1,234"))
findings: gd.Findings = gd.check(report).at("requests")
for cell in gd.cells(report):
    if cell.kind == "money" and cell.unit == "万元":
        print(cell.law)
gd.Amount(Decimal(1), "USD")  # arg-type
of_2021, of_2019 = report.tables_2021(), report.tables_2019()
if of_2021.proactive_disclosure is not None and of_2019.proactive_disclosure is not None:
    of_2021.proactive_disclosure.rules.issued = 1
    of_2021.proactive_disclosure.rules.made = 1  # attr-defined
    of_2019.proactive_disclosure.rules.made = 1
of_2021.requests = None  # misc
gd.put(report, "requests.total.newly_received", gd.get(report, "requests.total.carried_over"))
"""


@pytest.mark.programs
def test_a_type_checker_knows_every_cell(tmp_path: Path) -> None:
    """mypy, strict, refuses what the model refuses, and nothing else."""
    program = tmp_path / "program.py"
    program.write_text(_PROGRAM, encoding="utf-8")
    expected = re.findall(r"^(\d+):.*# (.*)$", _numbered(_PROGRAM), re.MULTILINE)

    told, errors, _ = api.run(["--strict", "--cache-dir", str(tmp_path / "cache"), "--no-pretty", str(program)])

    assert errors == ""
    assert re.findall(r"^.*program\.py:(\d+): error: .*\[(.*)\]$", told, re.MULTILINE) == expected


def _numbered(text: str) -> str:
    return "\n".join(f"{number}: {line}" for number, line in enumerate(text.splitlines(), start=1))
