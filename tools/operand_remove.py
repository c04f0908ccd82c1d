"""
A plugin of pytest that removes sites one at a time, each in a fork, and runs the tests that decide by it.

``OPERANDS_PACKAGE`` is the folder of the package, ``OPERANDS_TRIED`` a file of JSON: for each site its module, its
number in it and its tests in the order in which they are to be run; ``OPERANDS_SECONDS`` is how long each of these
may take. For each site a line is printed: the test that fails without it; nothing if all of them pass.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
from collections import defaultdict
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Final

import pytest
from operand_loading import caches
from operand_sites import sites

if TYPE_CHECKING:
    from collections.abc import Sequence

_PACKAGE: Final = Path(os.environ["OPERANDS_PACKAGE"])
_SECONDS: Final = int(os.environ["OPERANDS_SECONDS"])
# What allocates without end is ended before the machine is.
_MEMORY: Final = 8 * 2**30
# Tests that noticed something lately are likely to notice the next site of a module, too.
_LATE: Final = 20
_LATE_OR_LARGE: Final = "takes too long, or too much memory"
_NOTICED, _BROKEN = 1, 2

_output = -1


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try the sites instead of running the tests."""
    items = {item.nodeid: item for item in session.items}
    noticing: list[str] = []
    for module, number, tests in json.loads(Path(os.environ["OPERANDS_TRIED"]).read_text(encoding="utf-8")):
        lately = [test for test in noticing[:_LATE] if test in tests]
        ordered = [items[test] for test in dict.fromkeys([*lately, *tests])]
        test = _noticed_by(module, number, ordered)
        if test:
            noticing = [test, *(each for each in noticing if each != test)]
        print(json.dumps(test), flush=True)
    return True


def _noticed_by(module: str, number: int, tests: Sequence[pytest.Item]) -> str:
    """Give the first test that fails without a site; nothing for none."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            _try(module, number, tests, writing)
        except BaseException as error:  # noqa: BLE001 - this process must not go on with what is the other one's
            os.write(writing, repr(error).encode())
            os._exit(_BROKEN)
    os.close(writing)
    said = b""
    while part := os.read(reading, 4096):
        said += part
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) == _BROKEN:
        raise RuntimeError(f"{module}#{number} could not be tried: {said.decode()}")
    return said.decode() or (_LATE_OR_LARGE if status else "")


def _try(module: str, number: int, tests: Sequence[pytest.Item], output: int) -> None:
    """Run tests without a site until one of them fails, and end this process."""
    global _output  # noqa: PLW0603 - the hook below knows no object of ours
    _output = output
    # What pytest says of these tests is nothing of what this plugin prints.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    text = (_PACKAGE / module).read_text(encoding="utf-8")
    site = list(sites(module, text))[number]
    _put_in_place(_PACKAGE / module, text, site.without)
    for test in tests:
        signal.alarm(_SECONDS)
        test.config.hook.pytest_runtest_protocol(item=test, nextitem=None)
    os._exit(0)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """End the process that tries a site with the first test that fails."""
    if report.failed:
        os.write(_output, report.nodeid.encode())
        os._exit(_NOTICED)


def _put_in_place(path: Path, old: str, new: str) -> None:
    """Give the functions of a module, wherever they are by now, the code of its new text; forget what is in caches."""
    before, after = (_codes(compile(text, path, "exec")) for text in (old, new))
    anew: dict[tuple[str, int], CodeType] = {}
    for name, codes in before.items():
        # Of a function inside the one that changes there can be one less.
        anew.update({(name, code.co_firstlineno): other for code, other in zip(codes, after[name], strict=False)})
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename == str(path):
            place = thing.__code__.co_qualname, thing.__code__.co_firstlineno
            thing.__code__ = anew.get(place, thing.__code__)
    for clear in caches(_PACKAGE.name):
        clear()


def _codes(module: CodeType) -> dict[str, list[CodeType]]:
    """Give the code of all that a module declares, by its name."""
    codes: dict[str, list[CodeType]] = defaultdict(list)
    waiting = [module]
    while waiting:
        code = waiting.pop()
        codes[code.co_qualname].append(code)
        waiting += [each for each in code.co_consts if isinstance(each, CodeType)]
    return codes
