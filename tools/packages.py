"""
Build wheel and sdist, install them in fresh environments with no extra, each alone and all, and try what is there.

Run it with ``python tools/packages.py [--only EXTRA ...] [--keep FOLDER]``; it takes a minute or two, and fetches what
the extras need. Building is repeated from another copy of the tree with other times, and from the unpacked sdist: the
bytes must be the same. A part whose extra is missing must say so and name it. The exit status is 1 otherwise.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from decimal import Decimal
from email import message_from_bytes
from pathlib import Path
from typing import TYPE_CHECKING, Final

import smoke

import govdisclosure as gd

if TYPE_CHECKING:
    from collections.abc import Iterable
    from email.message import Message

ROOT: Final = Path(__file__).parents[1]
# What is no part of a clean checkout.
_LEFT_OUT: Final = shutil.ignore_patterns(
    ".*cache*", ".git", ".venv", "__pycache__", "build", "dist", "site", "node_modules"
)
# Any moment from 1980 on will do, which is the first that a zip file can name.
_EPOCH: Final = "1767225600"
# Extras of those who work on the package itself.
_TOOLS: Final = {"dev", "docs"}
# The extra that each part needs; the others need none.
_NEEDED: Final = {
    "read html": "html",
    "read docx": "docx",
    "write docx": "docx",
    "write xlsx": "xlsx",
    "read pdf": "pdf",
    "facts as parquet": "arrow",
    "testing": "testing",
    "command line": "cli",
}


def build(tree: Path, folder: Path, *targets: str) -> list[Path]:
    """Build wheel and sdist of a tree, or one of them, into a folder."""
    chosen = [word for target in targets or ("wheel", "sdist") for word in ("-t", target)]
    subprocess.run(  # noqa: S603 - our own arguments
        [sys.executable, "-m", "hatchling", "build", "-d", folder, *chosen],
        cwd=tree,
        env={**os.environ, "SOURCE_DATE_EPOCH": _EPOCH},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return sorted(folder.iterdir())


def copy(folder: Path) -> Path:
    """Copy the tree; every file of the copy is as old as 2001."""
    tree = shutil.copytree(ROOT, folder / "tree", ignore=_LEFT_OUT)
    for path in tree.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return tree


def rebuilt(sdist: Path, folder: Path) -> Path:
    """Build the wheel of an sdist."""
    with tarfile.open(sdist) as archive:
        # Python 3.11.0 to 3.11.3 have no filters; from 3.12 on, none at all is warned about.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _path: member)
        archive.extractall(folder)  # noqa: S202 - our own archive
    (tree,) = (path for path in folder.iterdir() if path.is_dir())
    return build(tree, folder / "dist", "wheel")[0]


def extras(wheel: Path) -> dict[str, set[str]]:
    """Give the names that each extra of a wheel brings, those of users' extras only."""
    said = metadata(wheel)
    brought: dict[str, set[str]] = {extra: set() for extra in said.get_all("Provides-Extra", []) if extra not in _TOOLS}
    for line in said.get_all("Requires-Dist", []):
        name, extra = re.match(r"[\w.-]+", line), re.search(r"extra == '(\w+)'", line)
        if name and extra and extra[1] in brought:
            brought[extra[1]].add(name[0])
    return brought


def metadata(wheel: Path) -> Message:
    """Give what a wheel says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def expected(part: str, installed: set[str], brought: dict[str, set[str]]) -> str:
    """Give what is to be said of a part: that it works where all is there that its extra brings, or the extra."""
    extra = _NEEDED.get(part)
    return "ok" if extra is None or brought[extra] <= installed else extra


def tried(package: Path, extra: str | None, samples: Path, folder: Path) -> dict[str, str]:
    """Install a package with one extra or none, and give what is said of each part."""
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    wanted = f"{package}[{extra}]" if extra else str(package)
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", wanted]
    subprocess.run(install, check=True)  # noqa: S603 - our own arguments
    command = [str(python), "-I", str(ROOT / "tools" / "smoke.py"), str(samples)]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if told.returncode:
        return {"smoke": told.stderr}
    return dict(line.rsplit(" ", 1) for line in told.stdout.splitlines())


def write_samples(folder: Path) -> Path:
    """Write a report in every format, for those who cannot write it."""
    folder.mkdir()
    report = gd.AnnualReport.blank(agency="示例县统计局", year=2025)
    report.proactive_disclosure = gd.ProactiveDisclosure.from_rows([[0] * 3, [0] * 3, [0], [0], [0], [Decimal(0)]])
    report.requests = gd.Requests.from_rows([[0] * 7] * 25)
    report.review_and_litigation = gd.ReviewAndLitigation.from_rows([[0] * 15])
    for suffix in ("json", "txt", "md", "html", "docx", "xlsx"):
        gd.write(report, folder / f"{smoke.SAMPLE}.{suffix}")
    return folder


def differences(told: dict[str, str], installed: set[str], brought: dict[str, set[str]]) -> list[str]:
    """Give what is said otherwise than it is to be."""
    return [f"{part}: {said}" for part, said in told.items() if said != expected(part, installed, brought)]


def same(one: Iterable[Path], other: Iterable[Path]) -> bool:
    """Tell whether files are the same, byte by byte."""
    return [(path.name, path.read_bytes()) for path in one] == [(path.name, path.read_bytes()) for path in other]


def main() -> int:
    """Build, install and try, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", metavar="EXTRA", help="extras to try (default: none, each alone, all)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the packages are left")
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        sdist, wheel = sorted(build(ROOT, folder / "first"), key=lambda path: path.suffix)
        again = build(copy(folder), folder / "second")
        is_same = same([wheel, sdist], again) and same([wheel], [rebuilt(sdist, folder / "unpacked")])
        print(f"{wheel.name}, {sdist.name}: {'the same bytes each time' if is_same else 'DIFFERENT BYTES'}")
        failed |= not is_same
        brought, samples = extras(wheel), write_samples(folder / "samples")
        brought["all"] = set().union(*brought.values())
        for extra in options.only or ("", *brought):
            for package in (wheel,) if extra else (wheel, sdist):
                place = folder / f"{extra or 'none'}{package.suffix}"
                wrong = differences(tried(package, extra, samples, place), brought.get(extra, set()), brought)
                print(f"{package.name}[{extra}]: {'; '.join(wrong) or 'ok'}", flush=True)
                failed |= bool(wrong)
        if options.keep:
            shutil.copytree(folder / "first", options.keep, dirs_exist_ok=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
