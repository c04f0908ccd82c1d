"""
What a start costs: the import with one report made beside pydantic with models of the same fields, and ``--version``.

Run it as ``python benchmarks/imports.py [--against SRC] [--rounds N]``; SRC is the folder ``src`` of another version.
Each program runs in a process of its own, in turn with the others; what is told is the median of its processor time.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

OWN: Final = Path(__file__).parents[1] / "src"

_REPORT: Final = """\
import govdisclosure as gd
gd.AnnualReport.blank(agency="示例县统计局", year=2025)
"""

_VERSION: Final = """\
import sys
from govdisclosure.__main__ import main
sys.argv[1:] = ["--version"]
main()
"""

# The fields of edition 2021 and of the report, in twelve models.
_PYDANTIC: Final = """\
import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal
from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(ge=0, lt=10**18)] | Literal["/"] | None
Money = Annotated[Decimal, Field(ge=0, max_digits=18)] | Literal["/"] | None

class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, validate_assignment=True)
""" + "".join(
    f"class {name}(Model):\n" + "".join(f"    {field}\n" for field in fields)
    for name, fields in {
        "Documents": ("issued: Count = None", "repealed: Count = None", "in_force: Count = None"),
        "Decisions": ("decisions: Count = None",),
        "Fees": ("amount: Money = None",),
        "ProactiveDisclosure": (
            "notes: list[str] = []",
            "rules: Documents = Documents()",
            "normative_documents: Documents = Documents()",
            "licensing: Decisions = Decisions()",
            "penalties: Decisions = Decisions()",
            "compulsion: Decisions = Decisions()",
            "fees: Fees = Fees()",
        ),
        "Outcomes": tuple(f"outcome_{number}: Count = None" for number in range(1, 23)),
        "Column": (
            "newly_received: Count = None",
            "carried_over: Count = None",
            "outcomes: Outcomes = Outcomes()",
            "carried_forward: Count = None",
        ),
        "Requests": ("notes: list[str] = []", *(f"column_{number}: Column = Column()" for number in range(1, 8))),
        "Results": tuple(f"result_{number}: Count = None" for number in range(1, 6)),
        "ReviewAndLitigation": (
            "notes: list[str] = []",
            "reconsideration: Results = Results()",
            "direct: Results = Results()",
            "after_reconsideration: Results = Results()",
        ),
        "Agency": (
            "name: str",
            'kind: Literal["government", "department"] | None = None',
            'code: Annotated[str, Field(pattern="^[0-9A-Z]{18}$")] | None = None',
            'division: Annotated[str, Field(pattern="^[0-9]{6}$")] | None = None',
        ),
        "OtherSection": ("heading: str", "paragraphs: list[str] = []"),
        "AnnualReport": (
            "agency: Agency | None = None",
            "year: Annotated[int, Field(ge=1, le=9999)] | None = None",
            "title: str | None = None",
            "start: dt.date | None = None",
            "end: dt.date | None = None",
            "published: dt.date | None = None",
            "preamble: list[str] = []",
            "overview: list[str] | None = None",
            "proactive_disclosure: ProactiveDisclosure | None = None",
            "requests: Requests | None = None",
            "review_and_litigation: ReviewAndLitigation | None = None",
            "problems_and_improvements: list[str] | None = None",
            "other_matters: list[str] | None = None",
            "other_sections: list[OtherSection] = []",
            "extensions: dict[str, object] = {}",
        ),
    }.items()
)


def seconds(program: str, source: Path, compiled: str) -> float:
    """Give the processor time of a program in a process of its own, which keeps compiled modules in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", program]
    quiet = (os.POSIX_SPAWN_OPEN, sys.stdout.fileno(), os.devnull, os.O_WRONLY, 0)
    process = os.posix_spawn(sys.executable, command, environment, file_actions=[quiet])
    _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"a program failed:\n{program}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", type=Path, help="the folder src of another version")
    parser.add_argument("--rounds", type=int, default=21)
    arguments = parser.parse_args()
    programs = {
        "an interpreter that does nothing": ("", OWN),
        "pydantic and 12 models": (_PYDANTIC, OWN),
        "govdisclosure and a report": (_REPORT, OWN),
        "govdisclosure --version": (_VERSION, OWN),
    }
    if arguments.against is not None:
        programs["the other govdisclosure and a report"] = (_REPORT, arguments.against)
        programs["the other govdisclosure --version"] = (_VERSION, arguments.against)
    taken: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as compiled:
        for _ in range(arguments.rounds + 1):
            for name, (program, source) in programs.items():
                taken[name].append(seconds(program, source, compiled))
    # The first round compiles the modules.
    medians = {name: median(times[1:]) for name, times in taken.items()}
    for name, time in medians.items():
        print(f"{time * 1000:8.1f} ms  {name}")
    compared = [("govdisclosure and a report", "pydantic and 12 models")]
    if arguments.against is not None:
        compared.append(("govdisclosure and a report", "the other govdisclosure and a report"))
        compared.append(("govdisclosure --version", "the other govdisclosure --version"))
    for ours, theirs in compared:
        print(f"{medians[ours] / medians[theirs]:8.2f}     {ours} / {theirs}")


if __name__ == "__main__":
    main()
