"""What ``import govdisclosure`` loads: nothing that a plain use of the model does not need."""

import json
import subprocess
import sys

import pytest

_HEAVY = {
    "cattrs",
    "click",
    "dateutil.parser",
    "hypothesis",
    "importlib.metadata",
    "lxml",
    "orjson",
    "rich",
    "govdisclosure.cli",
    "govdisclosure.testing",
}


@pytest.mark.programs
def test_import_loads_nothing_that_only_some_uses_need() -> None:
    """Converters, readers, the command line and the strategies are loaded when they are used."""
    code = "import govdisclosure, json, sys; print(json.dumps(sorted(sys.modules)))"

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code

    loaded = set(json.loads(result.stdout))
    assert "govdisclosure.model.report" in loaded
    readers = {name for name in loaded if name.startswith("govdisclosure.formats.") and not name[22:].startswith("_")}
    assert (loaded & _HEAVY, readers) == (set(), set())
