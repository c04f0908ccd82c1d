"""Which tests decide anything by what could be removed from a package, and which of them fails once it is."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from functools import cached_property
from itertools import chain, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict

from attrs import define, frozen
from operand_sites import Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PASSED, _NO_TESTS = 0, 5
# How long a test takes of which nothing is known
_NEXT_TO_NOTHING: Final = 0.001


@frozen
class Project:
    """
    A package and its tests.

    Args:
        root: Where its pytest is called.
        package: The folder of the package, below ``root``.
        tests: The folder of the tests, below ``root``.
        choice: The expression by which pytest chooses tests by their marks.
        limit: How many seconds a test may take once something is removed; what takes longer is taken for a failure.
        limit_at_import: How many all tests may take together once something is removed that a module does as it is
            imported.
    """

    root: Path
    package: Path
    tests: Path
    choice: str = "fast"
    limit: int = 60
    limit_at_import: int = 600

    @property
    def cache(self) -> Path:
        """The folder of what is known of its tests."""
        return self.root / ".operands"

    @property
    def state(self) -> str:
        """A text that is another one once the package, its tests or their choice have changed."""
        digest = hashlib.sha256(self.choice.encode())
        for folder in (self.package, self.tests):
            for path in sorted(folder.rglob("*.py")):
                digest.update(str(path).encode() + path.read_bytes())
        return digest.hexdigest()

    def pytest(self, arguments: Sequence[str], **environment: str) -> subprocess.Popen[str]:
        """Call pytest with one of our plugins; it is told of the package, and what is printed can be read."""
        tools = Path(__file__).parent
        # Without what holds for the coverage and the pytest that may call this one
        given = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTEST_"))}
        return subprocess.Popen(  # noqa: S603 - our own tests
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", self.choice, *arguments],
            cwd=self.root,
            env={
                **given,
                "PYTHONPATH": f"{tools}{os.pathsep}{self.package.parent}",
                "PYTHONDONTWRITEBYTECODE": "1",
                "OPERANDS_PACKAGE": str(self.package),
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


class Learned(TypedDict):
    """What one process of pytest has learned: the tests that decide by each site, and the seconds of each test."""

    deciding: dict[str, list[str]]
    seconds: dict[str, float]


@define(slots=False)
class Known:
    """
    What is known of the tests: which decide anything by what could be removed, and how long each takes.

    Args:
        project: The package and its tests.
        modules: Patterns of the paths of the modules that are looked at.
    """

    project: Project
    modules: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Where what is known is kept."""
        return self.project.cache / hashlib.sha256("\n".join(self.modules).encode()).hexdigest()[:8]

    def learn(self, jobs: int) -> None:
        """Run the chosen tests once, unless nothing has changed since; they must pass."""
        stamp, state = self.folder / "state.txt", self.project.state
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == state:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.iterdir():
            old.unlink()
        process = self.project.pytest(
            ["-p", "operand_learn", *(["-n", str(jobs)] if jobs > 1 else [])],
            OPERANDS_MODULES="\n".join(self.modules),
            OPERANDS_LEARNED=str(self.folder / "learned"),
        )
        printed, _ = process.communicate()
        if process.returncode != _PASSED:
            raise RuntimeError(f"the tests must pass before anything is removed:\n{printed[-5_000:]}")
        if not self._deciding:
            raise RuntimeError(f"no test decides anything by what could be removed from {', '.join(self.modules)}")
        stamp.write_text(state, encoding="utf-8")

    @cached_property
    def _learned(self) -> list[Learned]:
        return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(self.folder.glob("learned.*"))]

    @cached_property
    def _deciding(self) -> dict[str, list[str]]:
        deciding: dict[str, list[str]] = defaultdict(list)
        for site, tests in chain.from_iterable(learned["deciding"].items() for learned in self._learned):
            deciding[site] += tests
        return deciding

    @cached_property
    def _seconds(self) -> dict[str, float]:
        seconds: dict[str, float] = {}
        for learned in self._learned:
            seconds.update(learned["seconds"])
        return seconds

    def tests(self, site: Site) -> list[str]:
        """Give the tests that decide by a site: of each function the quickest of its tests, then the next of each."""
        functions: dict[str, list[str]] = defaultdict(list)
        for test in sorted(self._deciding.get(site.place, []), key=self._time):
            functions[test.partition("[")[0]].append(test)
        return [test for tests in zip_longest(*functions.values()) for test in tests if test is not None]

    def _time(self, test: str) -> float:
        return self._seconds.get(test, _NEXT_TO_NOTHING)


@frozen
class Removals:
    """
    Removals from a package, tried by the tests that decide by them.

    Args:
        known: What is known of the tests.
        name: What tells its files from those of others that are tried at the same time.
    """

    known: Known
    name: str

    def surviving(self, tried: Iterable[Site]) -> Iterator[Site]:
        """Yield each site that no test notices to be removed; the package itself is never changed."""
        in_functions, at_import = list[Site](), list[Site]()
        for site in tried:
            (at_import if site.at_import else in_functions).append(site)
        for site, noticing in zip(in_functions, self._noticing(in_functions), strict=True):
            if not noticing:
                yield site
        for site in at_import:
            if not self._is_noticed_at_import(site):
                yield site

    def _noticing(self, tried: Sequence[Site]) -> Iterator[str]:
        """Yield for each site what notices it: in forks of one process, in which functions get other code."""
        if not tried:
            return
        project = self.known.project
        path = self.known.folder / f"tried.{self.name}.json"
        path.write_text(json.dumps([(site.module, site.number, self.known.tests(site)) for site in tried]))
        task = {"OPERANDS_TRIED": str(path), "OPERANDS_SECONDS": str(project.limit)}
        printed = ""
        with project.pytest(["-s", "-p", "operand_remove"], **task) as process:
            for line in process.stdout or ():
                printed += line
                if line.startswith('"'):
                    yield json.loads(line)
        if process.returncode not in {_PASSED, _NO_TESTS}:
            raise RuntimeError(f"the removals were not all tried:\n{printed[-5_000:]}")

    def _is_noticed_at_import(self, site: Site) -> bool:
        """Tell whether a test fails where the module is imported without a site."""
        project = self.known.project
        process = project.pytest(["-x", "-p", "operand_without"], OPERANDS_WITHOUT=site.place)
        try:
            process.communicate(timeout=project.limit_at_import)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        return process.returncode != _PASSED
