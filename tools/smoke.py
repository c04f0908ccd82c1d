"""
Try each part of an installed package once, and say which of them need an extra: one line each.

``tools/packages.py`` runs it in environments with one extra each, outside of the checkout. A line is the name of the
part and ``ok``, or the name of the extra that its error names.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import govdisclosure as gd
from govdisclosure import dataset

if TYPE_CHECKING:
    from collections.abc import Callable

# One blank page, which no report is on.
_PDF: Final = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
"""
# What the samples of the caller are called.
SAMPLE: Final = "report"


def main() -> None:
    """Try them all."""
    samples = Path(sys.argv[1])
    report = gd.read(samples / f"{SAMPLE}.json").report
    for name, attempt in parts(report, samples).items():
        try:
            attempt()
        except gd.MissingDependency as error:
            print(name, error.extra)
        else:
            print(name, "ok")


def parts(report: gd.AnnualReport, samples: Path) -> dict[str, Callable[[], object]]:
    """Give the parts, each with what tries it."""
    reading = {
        f"read {suffix}": lambda suffix=suffix: _read(report, samples / f"{SAMPLE}.{suffix}")
        for suffix in ("txt", "md", "html", "docx", "xlsx")
    }
    writing = {
        f"write {format_}": lambda format_=format_: gd.render(report, format_)
        for format_ in ("text", "markdown", "html", "docx", "xlsx")
    }
    return {
        "json": lambda: _same(gd.loads(gd.dumpb(report)), report),
        "check": lambda: _same(list(gd.check(report, select=("T2", "T3", "T4"))), []),
        "schema": gd.json_schema,
        **reading,
        **writing,
        "read pdf": _read_pdf,
        "facts as csv": lambda: _same_facts(report, "csv"),
        "facts as parquet": lambda: _same_facts(report, "parquet"),
        "testing": lambda: importlib.import_module("govdisclosure.testing"),
        "command line": lambda: _run(samples / f"{SAMPLE}.json"),
    }


def _same(one: object, other: object) -> None:
    if one != other:
        raise AssertionError(f"{one} is not {other}")


def _read(report: gd.AnnualReport, path: Path) -> None:
    _same(gd.read(path), gd.Reading(report))


def _read_pdf() -> None:
    try:
        gd.parse(_PDF, format="pdf")
    except gd.ReadError as error:
        _same(error.code, "SCANNED")


def _same_facts(report: gd.AnnualReport, form: dataset.Form) -> None:
    with tempfile.TemporaryDirectory() as folder:
        dataset.write(report, Path(folder, "data"), format=form)
        _same([back.requests for back in dataset.read(Path(folder, "data"))], [report.requests])


def _run(path: Path) -> None:
    """Run the command line as users do; what it says without its extra is the words of the error."""
    command = Path(sys.executable).parent / "govdisclosure"
    arguments = [str(command), "check", "--exit-zero", str(path)]
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if told.returncode == 2 and told.stderr == f"{gd.MissingDependency('cli', 'the command line')}\n":
        raise gd.MissingDependency("cli", "the command line")
    _same((told.returncode, told.stderr), (0, ""))


if __name__ == "__main__":
    main()
