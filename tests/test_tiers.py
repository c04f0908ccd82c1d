"""The tiers of the tests: each test is of one, none but those of the last start programs, and CI skips nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

pytest_plugins = ("pytester",)
pytestmark = pytest.mark.programs

CONFTEST = Path(__file__).parent / "conftest.py"


@pytest.fixture
def outcomes(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Outcomes:
    """Run tests with what all tests share, in a process of their own: it sets what holds for a whole process."""
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(CONFTEST.parent), *sys.path]))
    for name in ("CI", "GOVDISCLOSURE_EXAMPLES"):
        monkeypatch.delenv(name, raising=False)
    return Outcomes(pytester)


class Outcomes:
    """Runs the tests of a text."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self._pytester = pytester

    def __call__(self, tests: str, *arguments: str) -> tuple[dict[str, int], str]:
        """Give how many tests passed, failed and so on, and what was printed."""
        self._pytester.makepyfile(test_it=f"import pytest, subprocess, sys\n{tests}")
        result = self._pytester.runpytest_subprocess("-p", "no:cacheprovider", "-rs", *arguments)
        return result.parseoutcomes(), result.stdout.str() + result.stderr.str()


TESTS = """
def test_fast(): pass

@pytest.mark.property
def test_property(): pass

@pytest.mark.programs
def test_programs(): subprocess.run([sys.executable, "-c", ""], check=True)
"""


@pytest.mark.parametrize("tier", ["fast", "property", "programs"])
def test_a_test_without_a_mark_is_fast(outcomes: Outcomes, tier: str) -> None:
    """Each tier can be run alone, and none of its tests is of another."""
    counted, printed = outcomes(TESTS, "-m", tier, "-v")

    assert counted == {"passed": 1, "deselected": 2}
    assert f"::test_{tier} PASSED" in printed


def test_a_test_is_of_one_tier(outcomes: Outcomes) -> None:
    """Two marks end the run before it begins."""
    counted, printed = outcomes("@pytest.mark.property\n@pytest.mark.programs\ndef test_both(): pass")

    assert counted == {}
    assert "test_it.py::test_both is of more than one tier: property, programs" in printed


def test_a_fast_test_starts_no_program(outcomes: Outcomes) -> None:
    """It fails and says which mark it needs."""
    counted, printed = outcomes("def test_it(): subprocess.run([sys.executable, '-c', ''], check=True)")

    assert counted == {"failed": 1}
    assert "starts a program, so it needs @pytest.mark.programs" in printed


NEEDY = """
from support.programs import program

@pytest.mark.programs
def test_it(): program("no-such-office", "nor-such-another")

@pytest.mark.skip(reason="not today")
def test_other(): pass
"""


def test_a_test_that_lacks_its_program_is_skipped_and_says_so(outcomes: Outcomes) -> None:
    """On a machine of one's own."""
    counted, printed = outcomes(NEEDY)

    assert counted == {"skipped": 2}
    assert "needs no-such-office or nor-such-another, which is not installed" in printed


@pytest.mark.parametrize(
    ("tests", "expected"),
    [(NEEDY, {"failed": 1, "errors": 1}), ("pytest.skip('not here', allow_module_level=True)", {"errors": 1})],
)
def test_a_skip_is_a_failure_in_ci(
    outcomes: Outcomes, monkeypatch: pytest.MonkeyPatch, tests: str, expected: dict[str, int]
) -> None:
    """For a program that is not there and for any other reason, of a test or of a module."""
    monkeypatch.setenv("CI", "true")

    counted, printed = outcomes(tests)

    assert counted == expected
    assert "skipped, but CI skips nothing" in printed


@pytest.mark.parametrize(("arguments", "tried"), [(("-m", "fast"), 10), ((), 100)])
def test_the_fast_tier_tries_few_examples(outcomes: Outcomes, arguments: tuple[str, ...], tried: int) -> None:
    """A property is of the fast tier unless it is marked; all its examples are tried where everything is run."""
    counted, _ = outcomes(
        f"from hypothesis import settings\ndef test_it(): assert settings().max_examples == {tried}", *arguments
    )

    assert counted == {"passed": 1}
