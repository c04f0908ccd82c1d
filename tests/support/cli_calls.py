"""Calls of the command line for tests: in Chinese, on a console of known width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from click.testing import CliRunner

from govdisclosure.cli import app

if TYPE_CHECKING:
    from click.testing import Result

_RESET = "0"


def call(*arguments: str, given: bytes | None = None, columns: int = 80, language: str = "zh_CN.UTF-8") -> Result:
    """Call the command line in the language of a locale, on a console of so many columns."""
    environment = {"COLUMNS": str(columns), "LC_ALL": language}
    return CliRunner().invoke(app, arguments, input=given, env=environment, prog_name="govdisclosure")


def coloured(*arguments: str, columns: int = 80) -> str:
    """Give what a call shows on a terminal with colours."""
    environment = {"COLUMNS": str(columns), "LC_ALL": "zh_CN.UTF-8", "FORCE_COLOR": "1", "TERM": "xterm"}
    return CliRunner().invoke(app, arguments, env=environment, prog_name="govdisclosure").stdout


def styles_of(shown: str, printed: str) -> list[str]:
    """Give the numbers that set the style of each piece that begins with a text, nothing where it is plain."""
    styles = re.findall(rf"(?:\x1b\[([\d;]*)m|(?<=[ │])) *{re.escape(shown)}", printed)
    return ["" if style == _RESET else style for style in styles]


def trimmed(printed: str) -> str:
    """Leave out the blanks with which rich fills its tables up."""
    return "\n".join(line.rstrip() for line in printed.split("\n"))
