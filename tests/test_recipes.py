"""Recipes for other programs: the hook that pre-commit takes from this repository, and the workflow of a code host."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.builders import build_report
from support.cli_calls import call
from support.docs import ROOT

import govdisclosure as gd

_MANIFEST = ROOT / ".pre-commit-hooks.yaml"


@pytest.mark.programs
def test_pre_commit_takes_the_hook() -> None:
    """By its own rules of what a hook says."""
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(_MANIFEST)]

    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - a program of the machine


def test_the_entry_of_the_hook_checks_the_files_of_a_commit(tmp_path: Path) -> None:
    """A wrong report stops the commit, all reports go into one call, and the pages show the hook that is there."""
    (hook,) = yaml.safe_load(_MANIFEST.read_text(encoding="utf-8"))
    program, *arguments = shlex.split(hook["entry"])
    right, wrong = (str(tmp_path / name) for name in ("a.docx", "b.docx"))
    gd.write(build_report(), right)
    gd.write(build_report(cells={"requests.total.newly_received": 13}), wrong)

    done = [call(*arguments, *files) for files in ([right], [right, wrong])]

    assert program == "govdisclosure"
    assert [each.exit_code for each in done] == [0, 1]
    assert (hook["language"], hook["require_serial"]) == ("python", True)
    assert re.search(hook["files"], "reports/2025/a.docx")
    for config in _shown("pre-commit.md"):
        ((named,),) = [each["hooks"] for each in config["repos"]]
        assert named["id"] == hook["id"]


def test_the_workflow_uploads_what_its_check_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The step of the pages, called in a repository with reports, writes the log that the last step takes."""
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    gd.write(build_report(cells={"requests.total.newly_received": 13}), "reports/a.docx")
    workflows = _shown("sarif.md")

    assert len(workflows) == 2
    for workflow in workflows:
        *_, step, upload = workflow["jobs"]["check"]["steps"]
        command, _, target = step["run"].partition(" > ")
        program, *arguments = shlex.split(command)
        done = call(*arguments)
        assert (program, target, upload["if"]) == ("govdisclosure", upload["with"]["sarif_file"], "always()")
        assert done.exit_code == 1
        (run,) = json.loads(done.stdout)["runs"]
        assert [each["location"]["uri"] for each in run["artifacts"]] == ["reports/a.docx"]


def _shown(name: str) -> list[Any]:
    """Give the YAML files that a page shows in both languages."""
    pages = [page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob(f"*/howto/{name}"))]
    files = re.compile(r"^```yaml title=.*?\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return [yaml.safe_load(text) for page in pages for text in files.findall(page)]
