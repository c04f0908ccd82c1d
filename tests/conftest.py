"""What all tests share: their tiers, how many examples a property is tried on, and that CI skips nothing."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Any, Final, TypeVar
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

TIERS: Final = {
    "fast": "what one runs while working; every test that has no mark of another tier",
    "property": "what looks at very many examples or documents, or at very long ones",
    "programs": "what starts a program: a browser, an office, the command line, a type checker, the builder of docs",
}
_Report = TypeVar("_Report", pytest.TestReport, pytest.CollectReport)
_EXAMPLES: Final = "GOVDISCLOSURE_EXAMPLES"


def pytest_configure(config: pytest.Config) -> None:
    """Declare the tiers; where the fast one alone is run, properties are tried on few examples."""
    for tier, what in TIERS.items():
        config.addinivalue_line("markers", f"{tier}: {what}")
    if config.option.markexpr == "fast":
        os.environ.setdefault(_EXAMPLES, "10")
    # Examples stay random in CI, too: each run looks for what the last one missed; a failure prints how to repeat it.
    settings.register_profile(
        "govdisclosure",
        max_examples=int(os.environ.get(_EXAMPLES, "100")),
        deadline=None,  # The first example pays for imports and for what is derived from the declarations.
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],  # Counts the same first example, on busy machines only.
    )
    settings.load_profile("govdisclosure")


@pytest.hookimpl(tryfirst=True)  # before tests are chosen by their marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each test that has no tier the fast one."""
    for item in items:
        tiers = [tier for tier in TIERS if item.get_closest_marker(tier)]
        if len(tiers) > 1:
            raise pytest.UsageError(f"{item.nodeid} is of more than one tier: {', '.join(tiers)}")
        if not tiers:
            item.add_marker("fast")


_start: Final = subprocess.Popen.__init__
_OWN: Final = "govdisclosure.pdfium.worker"
_FONTS: Final = "fc-list"
"""What matplotlib, with which pages of the docs plot, asks for the fonts of a machine where it is used first."""


def _refuse(process: subprocess.Popen[bytes], command: Sequence[str], **settings: Any) -> None:  # noqa: ANN401 - whatever Popen takes
    """Start nothing but the process in which the library itself reads PDF files, and what lists fonts."""
    if command[-1] != _OWN and command[0] != _FONTS:
        pytest.fail(f"starts a program, so it needs @pytest.mark.programs: {command}")
    _start(process, command, **settings)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let no test start a program but those of the tier of programs."""
    if item.get_closest_marker("programs"):
        return (yield)
    with mock.patch.object(subprocess.Popen, "__init__", _refuse):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything is installed, as in CI, a test that is skipped has failed."""
    return _unless_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same holds for a whole module."""
    return _unless_skipped((yield))


def _unless_skipped(report: _Report) -> _Report:
    if report.skipped and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but CI skips nothing: {report.longrepr}"
    return report
