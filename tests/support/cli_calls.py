"""Calls of the command line for tests: in Chinese, on a console of known width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from govdisclosure.cli import app

if TYPE_CHECKING:
    from click.testing import Result


def call(*arguments: str, given: bytes | None = None, columns: int = 80) -> Result:
    """Call the command line in Chinese, on a console of so many columns."""
    environment = {"COLUMNS": str(columns), "LC_ALL": "zh_CN.UTF-8"}
    return CliRunner().invoke(app, arguments, input=given, env=environment, prog_name="govdisclosure")


def trimmed(printed: str) -> str:
    """Leave out the blanks with which rich fills its tables up."""
    return "\n".join(line.rstrip() for line in printed.split("\n"))
