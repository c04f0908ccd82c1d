"""
A plugin of pytest that learns which tests decide anything by what could be removed from modules.

``OPERANDS_PACKAGE`` is the folder of the package, ``OPERANDS_MODULES`` has the patterns of paths in it, a line each,
``OPERANDS_LEARNED`` is the file in which each process writes, its own name behind it.
"""

from __future__ import annotations

import builtins
import json
import os
from collections import defaultdict
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import pytest
from operand_loading import caches, import_as
from operand_sites import WATCH, watched

if TYPE_CHECKING:
    from ast import Module
    from collections.abc import Callable

_T = TypeVar("_T")
_PACKAGE: Final = Path(os.environ["OPERANDS_PACKAGE"])
_MODULES: Final = os.environ["OPERANDS_MODULES"].splitlines()
# What is remembered outside of the parts of the package that are watched cannot come from them alone.
_PARTS: Final = {".".join((_PACKAGE.name, *Path(pattern).parent.parts[:1])) for pattern in _MODULES}
_WRITTEN: Final = f"{os.environ['OPERANDS_LEARNED']}.{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"

_deciding: Final[defaultdict[str, dict[str, None]]] = defaultdict(dict)
_seconds: Final[dict[str, float]] = {}
_clearing: Final[list[Callable[[], None]]] = []
_test = ""


def _decides(module: str, number: int, truth: bool, ends: bool, value: _T) -> _T:
    """Give a value back; keep which test it is in, where the value decides, by its truth or by what it is."""
    if _test and (bool(value) is truth or (ends and not isinstance(value, bool))):
        _deciding[f"{module}#{number}"][_test] = None
    return value


def _watched(module: str, text: str) -> Module | None:
    return watched(module, text) if any(fnmatch(module, pattern) for pattern in _MODULES) else None


setattr(builtins, WATCH, _decides)
import_as(_PACKAGE, _watched)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> None:
    """Begin a test: what others left in caches of the modules would hide that it decides, too."""
    global _test  # noqa: PLW0603 - the modules that are watched know no object of ours
    _test = item.nodeid
    if not _clearing:
        _clearing.extend(chain.from_iterable(map(caches, _PARTS)))
    for clear in _clearing:
        clear()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep how long a test takes."""
    if report.when == "call":
        _seconds[report.nodeid] = report.duration


def pytest_sessionfinish() -> None:
    """Write what was learned; the process that only hands tests out has learned nothing."""
    deciding = {site: list(tests) for site, tests in _deciding.items()}
    Path(_WRITTEN).write_text(json.dumps({"deciding": deciding, "seconds": _seconds}), encoding="utf-8")
