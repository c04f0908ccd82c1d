"""Which tests run which line of a package, and whether one of them notices what is removed from a copy of it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import defaultdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen
from coverage import CoverageData

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from operand_sites import Site

_DURATION: Final = re.compile(r"^([0-9.]+)s (?:setup|call|teardown) +(\S.*)$", re.MULTILINE)
# The first tests that are run: so few that most of what is noticed at all is noticed in a second or two.
_FIRST_SECONDS: Final = 1.0
# What allocates without end is ended before the machine is: 8 GB of data, in KiB.
_MEMORY: Final = 8_000_000
_PRISTINE: Final = "0"
_PASSED, _NO_TESTS = 0, 5


@frozen
class Project:
    """
    A package and its tests.

    Args:
        root: Where its pytest is called.
        package: The folder of the package, below ``root``.
        tests: The folder of the tests, below ``root``.
        choice: The expression by which pytest chooses tests by their marks.
        limit: How many seconds one call of pytest may take; what takes longer is taken for a failure.
    """

    root: Path
    package: Path
    tests: Path
    choice: str = "fast"
    limit: float = 240.0

    @property
    def cache(self) -> Path:
        """Where copies of the package stand, and what is known of its tests."""
        return self.root / ".operands"

    @property
    def state(self) -> str:
        """A text that is another one once the package, its tests or their choice have changed."""
        digest = hashlib.sha256(self.choice.encode())
        for folder in (self.package, self.tests):
            for path in sorted(folder.rglob("*.py")):
                digest.update(str(path).encode() + path.read_bytes())
        return digest.hexdigest()


@define
class Copy:
    """A copy of the package in which one thing at a time is removed; the package itself is never changed."""

    project: Project
    name: str

    @property
    def folder(self) -> Path:
        """The folder from which the package is imported."""
        return self.project.cache / self.name

    @property
    def package(self) -> Path:
        """The package in it."""
        return self.folder / self.project.package.name

    def make(self, source: Path) -> Copy:
        """Copy the package from a folder, with what Python has compiled of it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(source, self.package)
        return self

    def notices(self, site: Site, tests: list[str]) -> bool:
        """Tell whether one of these tests fails once a site is removed; a call of them that is late has failed."""
        path = self.package / site.module
        path.write_text(site.without, encoding="utf-8")
        try:
            status, printed = self.run(["-x", *tests], self.project.limit, PYTHONDONTWRITEBYTECODE="1")
        except subprocess.TimeoutExpired:
            return True
        finally:
            shutil.copy2(pristine(self.project).package / site.module, path)
        if status == _NO_TESTS:
            raise RuntimeError(f"none of {tests} was run:\n{printed}")
        return status != _PASSED

    def run(self, arguments: list[str], limit: float | None = None, **environment: str) -> tuple[int, str]:
        """
        Call pytest with the copy in place of the package; give its status and what it printed.

        Raises:
            subprocess.TimeoutExpired: If it takes longer than ``limit`` seconds; it is ended then.
        """
        given = self.folder / "arguments.txt"
        given.write_text("\n".join(arguments), encoding="utf-8")
        limited = ["/bin/sh", "-c", f'ulimit -d {_MEMORY}; exec "$@"', "sh", sys.executable, "-m", "pytest"]
        process = subprocess.Popen(  # noqa: S603 - our own tests
            [*limited, "-q", "-p", "no:cacheprovider", "-m", self.project.choice, f"@{given}"],
            cwd=self.project.root,
            env={
                **_environment(),
                "PYTHONPATH": str(self.folder),
                "HYPOTHESIS_STORAGE_DIRECTORY": str(self.folder / "hypothesis"),
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            printed, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise
        return process.returncode, printed


def _environment() -> dict[str, str]:
    """Give what holds for programs here, without what holds for the coverage and the pytest that may call this one."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTEST_"))}


def pristine(project: Project) -> Copy:
    """Give the copy in which nothing is ever removed: the package as it was when its tests were learned."""
    return Copy(project, _PRISTINE)


@define
class Known:
    """What is known of the tests: which run which line, and how long each takes."""

    project: Project
    _lines: dict[str, dict[int, set[str]]] = field(factory=dict, init=False)

    def learn(self, jobs: int) -> None:
        """Run the chosen tests once, unless nothing has changed since; they must pass in a copy of the package."""
        cache, state = self.project.cache, self.project.state
        stamp = cache / "state.txt"
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == state:
            return
        cache.mkdir(exist_ok=True)
        stamp.unlink(missing_ok=True)
        arguments = [f"--cov={self.project.package.name}", "--cov-context=test", "--cov-report=", "--cov-fail-under=0"]
        arguments += ["--durations=0", "-vv", *(["-n", str(jobs)] if jobs > 1 else [])]
        copy = pristine(self.project).make(self.project.package)
        status, printed = copy.run(arguments, COVERAGE_FILE=str(cache / "coverage"))
        if status != _PASSED:
            raise RuntimeError(f"the tests must pass before anything is removed:\n{printed[-5_000:]}")
        if not any(Path(path).is_relative_to(copy.package) for path in self._data.measured_files()):
            raise RuntimeError(f"the tests run another copy of {self.project.package.name}")
        seconds: dict[str, float] = defaultdict(float)
        for duration, test in _DURATION.findall(printed):
            seconds[test] += float(duration)
        (cache / "seconds.json").write_text(json.dumps(seconds), encoding="utf-8")
        # So that a test that cannot be found by its name is not taken for one that notices something.
        status, printed = copy.run(["--collect-only", "-q", *sorted(_tests(self._data.measured_contexts()))])
        if status != _PASSED:
            raise RuntimeError(f"not every test is found by its name:\n{printed[-5_000:]}")
        stamp.write_text(state, encoding="utf-8")

    @cached_property
    def _data(self) -> CoverageData:
        data = CoverageData(str(self.project.cache / "coverage"))
        data.read()
        return data

    @cached_property
    def seconds(self) -> dict[str, float]:
        """How long each test takes; of those that take next to nothing, pytest says nothing."""
        seconds: dict[str, float] = json.loads((self.project.cache / "seconds.json").read_text(encoding="utf-8"))
        return seconds

    def batches(self, site: Site) -> Iterator[list[str]]:
        """
        Give the tests that could notice a removal: quick ones that run its lines, the others, those of its module.

        Where no test runs any line of a module (it is run as it is imported), every test is given.
        """
        lines = self._of(site.module)
        touching = set().union(*lines.values())
        first, last = site.lines
        running = set().union(*(tests for line, tests in lines.items() if first <= line <= last))
        spent, quick = 0.0, 0
        ordered = sorted(running, key=lambda test: (self.seconds.get(test, 0.0), test))
        for test in ordered:
            spent += self.seconds.get(test, 0.01)
            quick += spent <= _FIRST_SECONDS
        batches = [ordered[:quick], ordered[quick:], sorted(touching - running)]
        yield from filter(None, batches if touching else [[str(self.project.tests)]])

    def _of(self, module: str) -> dict[int, set[str]]:
        """Give the tests that run each line of a module."""
        if module not in self._lines:
            contexts = self._data.contexts_by_lineno(str(pristine(self.project).package / module))
            self._lines[module] = {line: _tests(named) for line, named in contexts.items()}
        return self._lines[module]


def _tests(contexts: Iterable[str]) -> set[str]:
    """Give the tests of contexts such as ``tests/test_a.py::test_b|run``."""
    return {context.rpartition("|")[0] for context in contexts if context}
